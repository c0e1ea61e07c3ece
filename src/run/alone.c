/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which things more than one row speaks of, as far as a plan can tell: what is not named by the key
   of its table, and what templates of two tables may both name. The answer is that of the mapping;
   whoever needs to be certain looks at the things themselves (run/validation_stream.c). */

#include "run/alone.h"

#include "run/shape_value.h"

static bool
is_named_by(const ln_plan* const plan, const ln_subject* const subject, const ln_view column)
{
  const ln_iri_plan* const iri = &subject->iri;
  for (size_t i = 0U; i < iri->n; ++i) {
    const ln_part* const part = &iri->parts[i];
    const bool           cell = part->source == LN_PART_VARIABLE || part->source == LN_PART_RAW;
    if (part->operator&& cell && part->length == 0U &&
        ln_view_equals(plan->variables[part->variable].column->name, column) &&
        !plan->variables[part->variable].column->slug) {
      return true;
    }
  }
  return false;
}

bool
ln_alone_subject(const ln_plan* const plan, const ln_subject* const subject)
{
  const ln_views key = plan->map->primary_key;
  if (subject->iri.text.n == 0U) {
    return true;
  }
  for (size_t i = 0U; i < key.n; ++i) {
    if (!is_named_by(plan, subject, key.v[i])) {
      return false;
    }
  }
  return key.n > 0U && subject->groups == 0U;
}

static const ln_plan*
plan_of(const ln_session* const s, const size_t i)
{
  return s->tables[i].present && s->tables[i].wanted ? s->tables[i].plan : NULL;
}

/* Whether two subjects may be one thing that two rows speak of. Subjects of one table with the same
   template are one thing, and of one row. */
static bool
meets(const ln_plan* const    plan,
      const ln_subject* const a,
      const ln_plan* const    other,
      const ln_subject* const b)
{
  if (a->iri.text.n == 0U || b->iri.text.n == 0U ||
      (plan == other && ln_view_equals(a->iri.text, b->iri.text))) {
    return false;
  }
  return ln_beginning_meets(ln_shape_value_beginning(plan, &a->iri),
                            ln_shape_value_beginning(other, &b->iri));
}

/* Whether a subject meets none of all tables. */
static bool
meets_none(const ln_session* const s, const ln_plan* const plan, const ln_subject* const subject)
{
  for (size_t i = 0U; i < s->n_tables; ++i) {
    const ln_plan* const other = plan_of(s, i);
    for (size_t k = 0U; other && k < other->n_subjects; ++k) {
      if (other->subjects[k].n_outputs > 0U && meets(plan, subject, other, &other->subjects[k])) {
        return false;
      }
    }
  }
  return true;
}

static const char*
reason_of(const ln_session* const s, const ln_plan* const plan)
{
  if (plan->rows || plan->claims) {
    return "rows speak of themselves or of what others say";
  }
  for (size_t i = 0U; i < plan->n_subjects; ++i) {
    const ln_subject* const subject = &plan->subjects[i];
    if (subject->n_outputs == 0U) {
      continue;
    }
    if (!subject->once && !ln_alone_subject(plan, subject)) {
      return "some thing is not named by the primary key of its table";
    }
    if (!meets_none(s, plan, subject)) {
      return "rows of two tables, or two columns, may speak of the same thing";
    }
  }
  return NULL;
}

const char*
ln_alone_reason(const ln_session* const s)
{
  const char* reason = NULL;
  if (s->mapping->group || s->job->frame) {
    return NULL;
  }
  for (size_t i = 0U; !reason && i < s->n_tables; ++i) {
    const ln_plan* const plan = plan_of(s, i);
    reason                    = plan ? reason_of(s, plan) : NULL;
  }
  return reason;
}
