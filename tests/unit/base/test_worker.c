/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The order of pieces with any number of workers, and which failure counts. */

#include "unit.h"

#include "base/worker.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>
#include <unistd.h>

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

/* A job whose second worker waits for input that never comes, while the first one is asked to end.
 */
typedef struct {
  int         ends[2];
  atomic_bool begun;   ///< the first worker has a piece
  atomic_bool reading; ///< the second one is about to read
  atomic_bool ended;
  int         error; ///< of the read
} waiting;

static ln_status
take_input(void* const self, const size_t worker)
{
  waiting* const w    = self;
  char           byte = 0;
  if (worker == 0U) {
    atomic_store(&w->begun, true);
    return atomic_load(&w->ended) ? LN_END : LN_OK;
  }
  if (!atomic_load(&w->begun)) {
    return LN_OK; // until the first one has come
  }
  atomic_store(&w->reading, true);
  w->error = read(w->ends[0], &byte, 1U) < 0 ? errno : 0;
  atomic_store(&w->ended, true);
  return LN_END;
}

/* Signals go to the process, and thus to its first thread if that lets them in. Some seconds long,
   so that a reader that hears nothing does not hang the test. */
static ln_status
work_and_ask(void* const self, const size_t worker)
{
  waiting* const        w     = self;
  const struct timespec pause = {0, 10000000L};
  if (worker != 0U) {
    return LN_OK;
  }
  for (unsigned i = 0U; i < 300U && !atomic_load(&w->ended); ++i) {
    if (atomic_load(&w->reading)) {
      CU_ASSERT_EQUAL(kill(getpid(), SIGALRM), 0);
    }
    (void)nanosleep(&pause, NULL);
  }
  if (!atomic_load(&w->ended)) {
    CU_ASSERT_EQUAL(write(w->ends[1], "x", 1U), 1);
  }
  return LN_OK;
}

static ln_status
give_nothing(void* const self, const size_t worker)
{
  (void)self;
  (void)worker;
  return LN_OK;
}

static void
hear(const int number)
{
  (void)number;
}

/* Whoever takes hears signals, and no other worker; afterwards all is as it was. */
static void
signals(void)
{
  static const ln_work   asked   = {take_input, work_and_ask, give_nothing};
  const struct sigaction handler = {.sa_handler = hear};
  waiting                w       = {.ends = {-1, -1}};
  sigset_t               before;
  sigset_t               behind;
  CU_ASSERT_EQUAL_FATAL(sigaction(SIGALRM, &handler, NULL), 0);
  CU_ASSERT_EQUAL_FATAL(pipe(w.ends), 0);
  CU_ASSERT_EQUAL(pthread_sigmask(SIG_SETMASK, NULL, &before), 0);
  CU_ASSERT_EQUAL(ln_work_share(&asked, &w, 2U), LN_OK);
  CU_ASSERT_EQUAL(pthread_sigmask(SIG_SETMASK, NULL, &behind), 0);
  CU_ASSERT_EQUAL(w.error, EINTR);
  CU_ASSERT_EQUAL(sigismember(&behind, SIGALRM), sigismember(&before, SIGALRM));
  CU_ASSERT_EQUAL(close(w.ends[0]), 0);
  CU_ASSERT_EQUAL(close(w.ends[1]), 0);
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
  {"signals", signals},
  {"processors", processors},
};

UNIT_MAIN("base/worker", tests)
