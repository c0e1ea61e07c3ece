/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Constraints that hold value nodes against others: those of another property (section 4.5), each
   other's languages (4.4.5), and all properties of a node (4.8.1). Value nodes are sorted, and so
   are those of a property, so one is looked up in the other by halving. */

#include "base/memory.h"
#include "check/literal.h"
#include "check/validator.h"

#include <stdlib.h>

static bool
holds(const uint32_t* const values, const uint32_t n, const uint32_t wanted)
{
  uint32_t low  = 0U;
  uint32_t high = n;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2U;
    if (values[middle] < wanted) {
      low = middle + 1U;
    } else {
      high = middle;
    }
  }
  return low < n && values[low] == wanted;
}

/* Values without a partner among the objects, or with one. */
static ln_status
check_values(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  const bool wanted = c->component == LN_C_EQUALS;
  for (uint32_t i = 0U; i < frame->n; ++i) {
    const uint32_t value = ln_frame_values(v, frame)[i];
    const bool     found = ln_triple_set_has(v->data, frame->focus, c->value, value);
    LN_TRY(found == wanted ? LN_OK : ln_validator_result(v, frame, c, value, LN_NO_TERM));
  }
  return LN_OK;
}

/* Objects without a partner among the values. */
static ln_status
check_objects(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  const ln_halves objects = ln_triple_set_objects(v->data, frame->focus, c->value);
  for (size_t i = 0U; i < objects.n; ++i) {
    const uint32_t object = ln_half_node(objects.v[i]);
    const bool     found  = holds(ln_frame_values(v, frame), frame->n, object);
    LN_TRY(found ? LN_OK : ln_validator_result(v, frame, c, object, LN_NO_TERM));
  }
  return LN_OK;
}

/* One value against all objects. */
static ln_status
check_less(ln_validator* const        v,
           ln_frame* const            frame,
           const ln_constraint* const c,
           const uint32_t             value,
           const ln_halves            objects)
{
  const bool equal = c->component == LN_C_LESS_THAN_OR_EQUALS;
  for (size_t i = 0U; i < objects.n; ++i) {
    const ln_order order = ln_literal_compare(v->terms, value, ln_half_node(objects.v[i]));
    if (order != LN_LESS && !(equal && order == LN_EQUAL)) {
      LN_TRY(ln_validator_result(v, frame, c, value, LN_NO_TERM));
    }
  }
  return LN_OK;
}

static ln_status
check_order(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  const ln_halves objects = ln_triple_set_objects(v->data, frame->focus, c->value);
  for (uint32_t i = 0U; i < frame->n; ++i) {
    LN_TRY(check_less(v, frame, c, ln_frame_values(v, frame)[i], objects));
  }
  return LN_OK;
}

ln_status
ln_validator_pair(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  if (c->component == LN_C_LESS_THAN || c->component == LN_C_LESS_THAN_OR_EQUALS) {
    return check_order(v, frame, c);
  }
  LN_TRY(check_values(v, frame, c));
  return c->component == LN_C_EQUALS ? check_objects(v, frame, c) : LN_OK;
}

static int
compare_tags(const void* const x, const void* const y)
{
  const ln_view* const a     = (const ln_view*)x;
  const ln_view* const b     = (const ln_view*)y;
  const int            order = memcmp(a->s, b->s, a->n < b->n ? a->n : b->n);
  return order != 0 ? order : (a->n > b->n) - (a->n < b->n);
}

/* One result for each language that comes more than once. */
ln_status
ln_validator_unique_lang(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  size_t         n    = 0U;
  ln_view* const tags = (ln_view*)ln_alloc_zero((size_t)frame->n + 1U, sizeof(ln_view));
  ln_status      st   = tags ? LN_OK : LN_NO_MEM;
  for (uint32_t i = 0U; st == LN_OK && i < frame->n; ++i) {
    const ln_view tag = ln_term_table_lang(v->terms, ln_frame_values(v, frame)[i]);
    if (tag.n > 0U) {
      tags[n++] = tag;
    }
  }
  if (st == LN_OK && n > 1U) {
    qsort(tags, n, sizeof(*tags), compare_tags);
  }
  for (size_t i = 1U; st == LN_OK && i < n; ++i) {
    const bool second = ln_view_equals(tags[i], tags[i - 1U]);
    const bool third  = second && i > 1U && ln_view_equals(tags[i], tags[i - 2U]);
    st = second && !third ? ln_validator_result(v, frame, c, LN_NO_TERM, LN_NO_TERM) : LN_OK;
  }
  ln_free(tags);
  return st;
}

/* The properties of one value node. */
static ln_status
check_closed(ln_validator* const        v,
             ln_frame* const            frame,
             const ln_constraint* const c,
             const ln_halves            halves)
{
  for (size_t i = 0U; i < halves.n; ++i) {
    const uint32_t predicate = ln_half_predicate(halves.v[i]);
    if (!ln_shapes_has(v->shapes, c->members, predicate)) {
      LN_TRY(ln_validator_result(v, frame, c, ln_half_node(halves.v[i]), predicate));
    }
  }
  return LN_OK;
}

ln_status
ln_validator_closed(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  for (uint32_t i = 0U; i < frame->n; ++i) {
    LN_TRY(check_closed(v, frame, c, ln_triple_set_of(v->data, ln_frame_values(v, frame)[i])));
  }
  return LN_OK;
}
