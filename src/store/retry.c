/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* When a request may be repeated. Invariant: what would harm if done twice is repeated only if the
   server has not done it, which is known if it was never reached or says that it was too busy. All
   else that a wait may cure is repeated where that is harmless. */

#include "store/retry.h"

#include <stddef.h>

enum {
  WAIT_MOST  = 30000,  ///< of our own will
  ASKED_MOST = 600000, ///< because the server asked
};

/* What a wait may cure; `undone` if the server says so before it has done anything. */
static const struct {
  int  status;
  bool undone;
  bool late; ///< somebody between gave up, and the store may go on
} PASSING[] = {
  {408, false, false},
  {409, false, false},
  {425, true, false},
  {429, true, false},
  {502, false, true},
  {503, true, false},
  {504, false, true},
};

static bool
contains(const ln_text* const text, const ln_view word)
{
  for (size_t i = 0U; i + word.n <= text->n; ++i) {
    if (memcmp(text->s + i, word.s, word.n) == 0) {
      return true;
    }
  }
  return false;
}

/* Virtuoso ends one of two transactions that wait for each other, as any database does, and says so
   with status 500. */
static bool
is_deadlock(const ln_http_answer* const answer)
{
  return answer->status == 500 &&
         (contains(&answer->body, LN_V("40001")) || contains(&answer->body, LN_V("SR172")) ||
          contains(&answer->body, LN_V("deadlock")));
}

/* 413, and what Virtuoso says instead, with status 400 or 500, of an update with too many lines. */
static bool
is_too_large(const ln_http_answer* const answer)
{
  return answer->status == 413 ||
         (answer->status >= 400 && (contains(&answer->body, LN_V("memory exhausted")) ||
                                    contains(&answer->body, LN_V("exceeded 10000 lines"))));
}

static ln_next
again_unless(const bool harmful)
{
  return harmful ? LN_NEXT_LOOK : LN_NEXT_AGAIN;
}

static ln_next
next_of_status(const ln_http_answer* const answer, const ln_repeat repeat)
{
  const bool harmful = repeat == LN_REPEAT_HARMFUL;
  if (answer->status >= 200 && answer->status < 300) {
    return LN_NEXT_DONE;
  }
  if (is_too_large(answer)) {
    return LN_NEXT_SMALLER;
  }
  if (is_deadlock(answer)) {
    return again_unless(harmful);
  }
  for (size_t i = 0U; i < sizeof(PASSING) / sizeof(PASSING[0]); ++i) {
    if (PASSING[i].status == answer->status) {
      const bool costly = PASSING[i].late && repeat == LN_REPEAT_COSTLY;
      return PASSING[i].undone ? LN_NEXT_AGAIN : again_unless(harmful || costly);
    }
  }
  return LN_NEXT_STOP;
}

ln_next
ln_retry_next(const ln_http_answer* const answer, const ln_repeat repeat)
{
  switch (answer->end) {
  case LN_HTTP_ANSWERED:
    return next_of_status(answer, repeat);
  case LN_HTTP_UNREACHED:
    return LN_NEXT_AGAIN;
  case LN_HTTP_CUT:
    return again_unless(repeat == LN_REPEAT_HARMFUL);
  case LN_HTTP_SILENT:
    return again_unless(repeat != LN_REPEAT_HARMLESS);
  case LN_HTTP_UNTRUSTED:
  case LN_HTTP_STOPPED:
  case LN_HTTP_REFUSED:
  case LN_HTTP_FAILED:
    break;
  }
  return LN_NEXT_STOP;
}

uint64_t
ln_retry_wait(const ln_retry* const retry,
              const unsigned        tried,
              const double          retry_after,
              const uint64_t        random)
{
  if (retry_after > 0.0) {
    return retry_after * 1000.0 < (double)ASKED_MOST ? (uint64_t)(retry_after * 1000.0)
                                                     : (uint64_t)ASKED_MOST;
  }
  const unsigned doublings = tried < 16U ? tried : 16U;
  const uint64_t doubled   = (uint64_t)retry->first_ms << doublings;
  const uint64_t wait      = doubled < WAIT_MOST ? doubled : (uint64_t)WAIT_MOST;
  return wait - random % (wait / 2U + 1U);
}
