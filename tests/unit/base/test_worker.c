/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The order of pieces with any number of workers, and which failure counts. */

#include "unit.h"

#include "base/worker.h"

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

enum { MOST = 64 };

typedef struct {
  unsigned pieces;
  unsigned bad_take; ///< piece at which taking fails; 0: none
  unsigned bad_work;
  unsigned bad_give;
  unsigned taken;
  unsigned given;
  unsigned disorder;
  unsigned piece[MOST]; ///< of each worker, from 1
  uint64_t result[MOST];
  uint64_t sum;
} job;

static ln_status
take(void* const self, const size_t worker)
{
  job* const j = self;
  if (j->taken == j->pieces) {
    return LN_END;
  }
  j->piece[worker] = ++j->taken;
  return j->piece[worker] == j->bad_take ? LN_IO : LN_OK;
}

/* Uneven pieces, so that later ones are ready first. */
static ln_status
work(void* const self, const size_t worker)
{
  job* const            j     = self;
  const unsigned        piece = j->piece[worker];
  const struct timespec pause = {0, (piece % 3U) * 100000L};
  (void)nanosleep(&pause, NULL);
  j->result[worker] = (uint64_t)piece * piece;
  return piece == j->bad_work ? LN_NO_MEM : LN_OK;
}

static ln_status
give(void* const self, const size_t worker)
{
  job* const j = self;
  if (j->piece[worker] == j->bad_give) {
    return LN_STOP;
  }
  j->disorder += j->piece[worker] == j->given + 1U ? 0U : 1U;
  ++j->given;
  j->sum += j->result[worker];
  return LN_OK;
}

static const ln_work all = {take, work, give};

static void
order(void)
{
  const size_t counts[] = {0U, 1U, 2U, 3U, 8U, MOST};
  for (size_t i = 0U; i < sizeof(counts) / sizeof(counts[0]); ++i) {
    job j = {.pieces = 200U};
    CU_ASSERT_EQUAL(ln_work_share(&all, &j, counts[i]), LN_OK);
    CU_ASSERT_EQUAL(j.given, 200U);
    CU_ASSERT_EQUAL(j.disorder, 0U);
    CU_ASSERT_EQUAL(j.sum, 200U * 201U * 401U / 6U);
  }
  job none = {0};
  CU_ASSERT_EQUAL(ln_work_share(&all, &none, 3U), LN_OK);
  CU_ASSERT_EQUAL(none.given, 0U);
}

/* Of several failures the one of the earliest piece counts, and all before it is given. */
static void
failures(void)
{
  for (size_t n = 1U; n <= 4U; ++n) {
    job bad_take = {.pieces = 50U, .bad_take = 21U};
    CU_ASSERT_EQUAL(ln_work_share(&all, &bad_take, n), LN_IO);
    CU_ASSERT_EQUAL(bad_take.given, 20U);
    job bad_work = {.pieces = 50U, .bad_work = 11U, .bad_take = 14U};
    CU_ASSERT_EQUAL(ln_work_share(&all, &bad_work, n), LN_NO_MEM);
    CU_ASSERT_EQUAL(bad_work.given, 10U);
    job bad_give = {.pieces = 50U, .bad_give = 5U, .bad_work = 6U};
    CU_ASSERT_EQUAL(ln_work_share(&all, &bad_give, n), LN_STOP);
    CU_ASSERT_EQUAL(bad_give.given, 4U);
    CU_ASSERT_EQUAL(bad_give.disorder, 0U);
  }
}

static void
no_memory(void)
{
  job j = {0};
  CHECK_ALLOC_FAILURES(ln_work_share(&all, &j, 2U), j = (job){0});
}

static void
processors(void)
{
  CU_ASSERT(ln_work_processors() >= 1U);
}

static const unit_test tests[] = {
  {"order", order},
  {"failures", failures},
  {"no memory", no_memory},
  {"processors", processors},
};

UNIT_MAIN("base/worker", tests)
