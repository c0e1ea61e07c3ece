/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Quotations in a text. Positions are counted by hand, in characters; equivalence is that of
 * UAX 15. */

#include "base/passage.h"

#include "unit.h"

#define TEXT                                                                                       \
  "Ada \xE2\x80\x9Csings\xE2\x80\x9D  in the\n\tchoir \xE2\x80\x94 Cafe\xCC\x81 \xEF\xAC\x81n. "   \
  "Ada"
/*  0123 4            567890            12345678  9 012345 6          7890123    4  5 6         789
 */

static ln_passages*
passages_new(void)
{
  ln_passages* p = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_passages_new(LN_V(TEXT), &p), LN_OK);
  return p;
}

/* The end of a quotation at a position; 0 if it does not stand there. */
static uint64_t
end_at(const ln_passages* const p, const char* const quote, const uint64_t start)
{
  uint64_t end = 0U;
  bool     yes = false;
  CU_ASSERT_EQUAL(ln_passages_at(p, ln_view_of(quote), start, &end, &yes), LN_OK);
  CU_ASSERT_EQUAL(yes, end != 0U);
  return end;
}

static void
at(void)
{
  ln_passages* const p = passages_new();
  CU_ASSERT_EQUAL(ln_passages_size(p), 42U);
  CU_ASSERT_EQUAL(end_at(p, "Ada", 0U), 3U);
  CU_ASSERT_EQUAL(end_at(p, "  Ada\n", 0U), 3U);
  CU_ASSERT_EQUAL(end_at(p, "Ada", 1U), 0U);
  CU_ASSERT_EQUAL(end_at(p, "ada", 0U), 0U);
  CU_ASSERT_EQUAL(end_at(p, "Ada", 39U), 42U);
  CU_ASSERT_EQUAL(end_at(p, "Ada.", 39U), 0U);
  CU_ASSERT_EQUAL(end_at(p, "Ada", 42U), 0U);
  CU_ASSERT_EQUAL(end_at(p, "Ada", UINT64_MAX), 0U);
  CU_ASSERT_EQUAL(end_at(p, "\"sings\" in", 4U), 15U);
  CU_ASSERT_EQUAL(end_at(p, "the choir - Caf\xC3\xA9 fin", 16U), 37U);
  CU_ASSERT_EQUAL(end_at(p, "", 0U), 0U);
  CU_ASSERT_EQUAL(end_at(p, " ", 3U), 0U);
  ln_passages_free(p);
}

/* A character is not cut: neither é before its accent, nor the ligature of f and i. */
static void
whole_characters(void)
{
  ln_passages* const p = passages_new();
  CU_ASSERT_EQUAL(end_at(p, "Cafe", 29U), 0U);
  CU_ASSERT_EQUAL(end_at(p, "Caf\xC3\xA9", 29U), 34U);
  CU_ASSERT_EQUAL(end_at(p, "Caf\xC3\xA9 f", 29U), 0U);
  CU_ASSERT_EQUAL(end_at(p, "in", 35U), 0U);
  CU_ASSERT_EQUAL(end_at(p, "fin", 35U), 37U);
  ln_passages_free(p);
}

static uint32_t
add(ln_passages* const p, const char* const quote, const uint64_t near)
{
  uint32_t number = 0U;
  CU_ASSERT_EQUAL(ln_passages_add(p, ln_view_of(quote), near, &number), LN_OK);
  return number;
}

static void
check_found(const ln_passages* const p,
            const uint32_t           number,
            const uint64_t           n,
            const uint64_t           start,
            const uint64_t           end)
{
  const ln_passage found = ln_passages_found(p, number);
  CU_ASSERT_EQUAL(found.n, n);
  CU_ASSERT_EQUAL(found.start, start);
  CU_ASSERT_EQUAL(found.end, end);
}

/* Quotations that are ends, beginnings and parts of each other. */
static void
all_together(void)
{
  ln_passages* const p        = passages_new();
  const uint32_t     early    = add(p, "Ada", 0U);
  const uint32_t     late     = add(p, "Ada", 30U);
  const uint32_t     long_one = add(p, "in the choir", 0U);
  const uint32_t     end      = add(p, "the choir", 0U);
  const uint32_t     part     = add(p, "the", 0U);
  const uint32_t     no       = add(p, "in the chair", 0U);
  const uint32_t     cut      = add(p, "f", 0U);
  const uint32_t     nothing  = add(p, " \n", 0U);
  CU_ASSERT_EQUAL(ln_passages_find(p), LN_OK);
  check_found(p, early, 2U, 0U, 3U);
  check_found(p, late, 2U, 39U, 42U);
  check_found(p, long_one, 1U, 13U, 26U);
  check_found(p, end, 1U, 16U, 26U);
  check_found(p, part, 1U, 16U, 19U);
  check_found(p, no, 0U, 0U, 0U);
  check_found(p, cut, 1U, 31U, 32U);
  check_found(p, nothing, 0U, 0U, 0U);
  ln_passages_free(p);
}

/* Marks of different classes are the same in any order (UAX 15, D109): U+0323 is below, U+0307
 * above. */
static void
order_of_marks(void)
{
  ln_passages* p = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_passages_new(LN_V("x s\xCC\x87\xCC\xA3 y"), &p), LN_OK);
  CU_ASSERT_EQUAL(end_at(p, "s\xCC\xA3\xCC\x87 y", 2U), 7U);
  CU_ASSERT_EQUAL(end_at(p, "\xE1\xB9\xA9", 2U), 5U);
  ln_passages_free(p);
}

static ln_status
everything(ln_passages** const p)
{
  uint32_t number = 0U;
  uint64_t end    = 0U;
  bool     yes    = false;
  LN_TRY(ln_passages_new(LN_V(TEXT), p));
  LN_TRY(ln_passages_at(*p, LN_V("Ada"), 0U, &end, &yes));
  LN_TRY(ln_passages_add(*p, LN_V("the choir"), 0U, &number));
  return ln_passages_find(*p);
}

static void
start_over(ln_passages** const p)
{
  ln_passages_free(*p);
  *p = NULL;
}

static void
no_memory(void)
{
  ln_passages* p = NULL;
  CHECK_ALLOC_FAILURES(everything(&p), start_over(&p));
}

static const unit_test TESTS[] = {{"at", at},
                                  {"whole characters", whole_characters},
                                  {"all together", all_together},
                                  {"order of marks", order_of_marks},
                                  {"no memory", no_memory}};

UNIT_MAIN("base/passage", TESTS)
