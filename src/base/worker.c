/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Threads and the ordered turn. Each worker runs the same loop: take, work, wait until all pieces
   before its own are handed over, give. Taking has a lock of its own, so that one worker reads
   while another writes; giving is guarded by the turn itself. Invariant: pieces are given exactly
   in the order in which they were taken, and none behind a failed one. Every worker's status is
   looked at. A signal that asks for an end must interrupt the read that blocks, so only the worker
   that takes lets such signals in. Who must wait asks a few times more before it sleeps, for pieces
   are alike and short, and to wake somebody takes longer than most of them. Cost: two locks a
   piece, so pieces should cost far more than a microsecond. */

#include "base/worker.h"

#include "base/memory.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <unistd.h>

typedef struct {
  const ln_work*    work;
  void*             self;
  pthread_mutex_t   taking;
  uint64_t          taken; ///< pieces; under `taking`, as is `over`
  bool              over;  ///< nothing more is to be taken
  pthread_mutex_t   turning;
  pthread_cond_t    turned;
  _Atomic(uint64_t) turn; ///< the piece to be given next; changes under `turning`, as does `status`
  ln_status         status; ///< of the first piece that failed
  sigset_t          open;   ///< signals as the caller has them
  sigset_t          shut;   ///< without those that ask for an end
} crew;

typedef struct {
  crew*     crew;
  size_t    number;
  pthread_t thread;
} member;

/* How often a worker asks before it sleeps: some microseconds together. */
enum { ASKS = 200 };

static void
pause_briefly(void)
{
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

/* Locks that are neither recursive nor shared fail for no reason but a program that is wrong. */
static void
lock(pthread_mutex_t* const mutex)
{
  (void)pthread_mutex_lock(mutex);
}

/* The same where the lock is held for a short while only. */
static void
lock_soon(pthread_mutex_t* const mutex)
{
  for (unsigned i = 0U; i < ASKS; ++i) {
    if (pthread_mutex_trylock(mutex) == 0) {
      return;
    }
    pause_briefly();
  }
  lock(mutex);
}

static void
unlock(pthread_mutex_t* const mutex)
{
  (void)pthread_mutex_unlock(mutex);
}

/* Fails for no reason but a program that is wrong. */
static void
set_signals(const sigset_t* const signals)
{
  (void)pthread_sigmask(SIG_SETMASK, signals, NULL);
}

/* Threads that are started from here on inherit what is let in. */
static void
shut_signals(crew* const c)
{
  static const int ENDS[] = {SIGINT, SIGTERM, SIGALRM};
  (void)pthread_sigmask(SIG_SETMASK, NULL, &c->open);
  c->shut = c->open;
  for (size_t i = 0U; i < sizeof(ENDS) / sizeof(ENDS[0]); ++i) {
    (void)sigaddset(&c->shut, ENDS[i]);
  }
  set_signals(&c->shut);
}

/* The end of all taking counts as a piece, so that a failure of it stands in the order. */
static ln_status
take(crew* const c, const size_t worker, uint64_t* const piece, bool* const some)
{
  ln_status st = LN_END;
  lock_soon(&c->taking);
  *some = !c->over;
  if (*some) {
    set_signals(&c->open);
    st = c->work->take(c->self, worker);
    set_signals(&c->shut);
    *piece  = c->taken++;
    c->over = st != LN_OK;
  }
  unlock(&c->taking);
  return st;
}

static void
stop_taking(crew* const c)
{
  lock(&c->taking);
  c->over = true;
  unlock(&c->taking);
}

/* False if an earlier piece has failed. */
static bool
wait_turn(crew* const c, const uint64_t piece)
{
  for (unsigned i = 0U; i < ASKS && atomic_load(&c->turn) != piece; ++i) {
    pause_briefly();
  }
  lock(&c->turning);
  while (c->turn != piece && c->status == LN_OK) {
    (void)pthread_cond_wait(&c->turned, &c->turning);
  }
  const bool good = c->status == LN_OK;
  unlock(&c->turning);
  return good;
}

static void
end_turn(crew* const c, const ln_status status)
{
  lock(&c->turning);
  ++c->turn;
  c->status = status;
  (void)pthread_cond_broadcast(&c->turned);
  unlock(&c->turning);
}

/* One piece from taking to giving. False if there is nothing more to do. */
static bool
do_piece(crew* const c, const size_t worker)
{
  uint64_t  piece = 0U;
  bool      some  = false;
  ln_status st    = take(c, worker, &piece, &some);
  if (!some) {
    return false;
  }
  if (st == LN_OK) {
    st = c->work->work(c->self, worker);
  }
  if (!wait_turn(c, piece)) {
    return false;
  }
  if (st == LN_OK) {
    st = c->work->give(c->self, worker);
  }
  end_turn(c, st == LN_END ? LN_OK : st);
  if (st != LN_OK) {
    stop_taking(c);
  }
  return st == LN_OK;
}

static void*
run_member(void* const self)
{
  const member* const m = self;
  while (do_piece(m->crew, m->number)) {
  }
  return NULL;
}

/* Start members from 1; returns how many run, without the caller. */
static size_t
start(member* const members, const size_t n)
{
  size_t i = 1U;
  while (i < n && pthread_create(&members[i].thread, NULL, run_member, &members[i]) == 0) {
    ++i;
  }
  return i;
}

static ln_status
run_all(crew* const c, const size_t n)
{
  member* const members = ln_alloc_zero(n, sizeof(member));
  if (!members) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    members[i] = (member){.crew = c, .number = i};
  }
  const size_t running = start(members, n);
  (void)run_member(&members[0]);
  for (size_t i = 1U; i < running; ++i) {
    (void)pthread_join(members[i].thread, NULL);
  }
  ln_free(members);
  return c->status;
}

ln_status
ln_work_share(const ln_work* const work, void* const self, const size_t n)
{
  crew c = {.work = work, .self = self};
  if (pthread_mutex_init(&c.taking, NULL) != 0) {
    return LN_NO_MEM;
  }
  ln_status st = LN_NO_MEM;
  if (pthread_mutex_init(&c.turning, NULL) == 0) {
    if (pthread_cond_init(&c.turned, NULL) == 0) {
      shut_signals(&c);
      st = run_all(&c, n > 0U ? n : 1U);
      set_signals(&c.open);
      (void)pthread_cond_destroy(&c.turned);
    }
    (void)pthread_mutex_destroy(&c.turning);
  }
  (void)pthread_mutex_destroy(&c.taking);
  return st;
}

size_t
ln_work_processors(void)
{
  const long n = sysconf(_SC_NPROCESSORS_ONLN);
  return n > 0 ? (size_t)n : 1U;
}
