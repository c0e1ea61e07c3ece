/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which of the values that are said are one. Grouping compares each value with all of each group,
   so 1999 cannot join two days that contradict each other; values of one property are few. */

#include "dispute/agreement.h"

#include "dispute/accord.h"

static bool
literals_agree(ln_inquiry* const q, const ln_view a, const ln_view b)
{
  bool agree = false;
  if (q->status == LN_OK) {
    q->status = ln_accord(a, b, &q->a, &q->b, &agree);
  }
  return agree && q->status == LN_OK;
}

bool
ln_agree(ln_inquiry* const q, const uint32_t a, const uint32_t b)
{
  if (a == b) {
    return true;
  }
  if (ln_facts_kind(q->facts, a) == LN_LITERAL && ln_facts_kind(q->facts, b) == LN_LITERAL) {
    return literals_agree(q, ln_facts_text(q->facts, a), ln_facts_text(q->facts, b));
  }
  return ln_inquire_same(q, ln_inquire_label(q, a), ln_inquire_label(q, b)) ||
         ln_inquire_inside(q, a, b, "within") || ln_inquire_inside(q, b, a, "within");
}

static bool
fits(ln_inquiry* const         q,
     const ln_said_list* const list,
     const size_t* const       groups,
     const size_t              i,
     const size_t              group)
{
  for (size_t k = 0U; k < i; ++k) {
    if (groups[k] == group && !ln_agree(q, list->v[k].value, list->v[i].value)) {
      return false;
    }
  }
  return true;
}

size_t
ln_agree_groups(ln_inquiry* const q, const ln_said_list* const list, size_t* const groups)
{
  size_t n = 0U;
  for (size_t i = 0U; i < list->n; ++i) {
    size_t group = 0U;
    while (group < n && !fits(q, list, groups, i, group)) {
      ++group;
    }
    groups[i] = group;
    n         = group == n ? n + 1U : n;
  }
  return q->status == LN_OK ? n : 0U;
}

void
ln_agree_sides(ln_inquiry* const         q,
               const ln_said_list* const list,
               const size_t* const       groups,
               const size_t              n)
{
  for (size_t g = 0U; g < n; ++g) {
    bool begun = false;
    for (size_t i = 0U; i < list->n; ++i) {
      if (groups[i] == g && !begun) {
        ln_inquire_side(q, ln_inquire_label(q, list->v[i].value));
        begun = true;
      }
      if (groups[i] == g) {
        ln_inquire_show(q, &list->v[i]);
      }
    }
  }
}
