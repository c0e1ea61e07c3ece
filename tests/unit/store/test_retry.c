/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What may be repeated, and after how long. */

#include "store/retry.h"

#include "unit.h"

typedef struct {
  ln_http_end end;
  int         status;
  const char* body;
  ln_next     harmful;
  ln_next     harmless;
  ln_next     costly;
} judgement;

static const judgement JUDGED[] = {
  {LN_HTTP_ANSWERED, 200, "", LN_NEXT_DONE, LN_NEXT_DONE, LN_NEXT_DONE},
  {LN_HTTP_ANSWERED, 201, "", LN_NEXT_DONE, LN_NEXT_DONE, LN_NEXT_DONE},
  {LN_HTTP_ANSWERED, 204, "", LN_NEXT_DONE, LN_NEXT_DONE, LN_NEXT_DONE},
  {LN_HTTP_ANSWERED, 307, "", LN_NEXT_STOP, LN_NEXT_STOP, LN_NEXT_STOP},
  {LN_HTTP_ANSWERED, 400, "no", LN_NEXT_STOP, LN_NEXT_STOP, LN_NEXT_STOP},
  {LN_HTTP_ANSWERED, 401, "", LN_NEXT_STOP, LN_NEXT_STOP, LN_NEXT_STOP},
  {LN_HTTP_ANSWERED, 409, "", LN_NEXT_LOOK, LN_NEXT_AGAIN, LN_NEXT_AGAIN},
  {LN_HTTP_ANSWERED, 413, "", LN_NEXT_SMALLER, LN_NEXT_SMALLER, LN_NEXT_SMALLER},
  {LN_HTTP_ANSWERED, 429, "", LN_NEXT_AGAIN, LN_NEXT_AGAIN, LN_NEXT_AGAIN},
  {LN_HTTP_ANSWERED, 503, "", LN_NEXT_AGAIN, LN_NEXT_AGAIN, LN_NEXT_AGAIN},
  {LN_HTTP_ANSWERED, 504, "", LN_NEXT_LOOK, LN_NEXT_AGAIN, LN_NEXT_LOOK},
  {LN_HTTP_ANSWERED, 507, "full", LN_NEXT_STOP, LN_NEXT_STOP, LN_NEXT_STOP},
  {LN_HTTP_ANSWERED, 500, "no", LN_NEXT_STOP, LN_NEXT_STOP, LN_NEXT_STOP},
  {LN_HTTP_ANSWERED, 500, "Error 40001", LN_NEXT_LOOK, LN_NEXT_AGAIN, LN_NEXT_AGAIN},
  {LN_HTTP_ANSWERED, 500, "SR172: x", LN_NEXT_LOOK, LN_NEXT_AGAIN, LN_NEXT_AGAIN},
  {LN_HTTP_ANSWERED,
   400,
   "SP030: memory exhausted",
   LN_NEXT_SMALLER,
   LN_NEXT_SMALLER,
   LN_NEXT_SMALLER},
  {LN_HTTP_UNREACHED, 0, "", LN_NEXT_AGAIN, LN_NEXT_AGAIN, LN_NEXT_AGAIN},
  {LN_HTTP_CUT, 0, "", LN_NEXT_LOOK, LN_NEXT_AGAIN, LN_NEXT_AGAIN},
  {LN_HTTP_SILENT, 0, "", LN_NEXT_LOOK, LN_NEXT_AGAIN, LN_NEXT_LOOK},
  {LN_HTTP_UNTRUSTED, 0, "", LN_NEXT_STOP, LN_NEXT_STOP, LN_NEXT_STOP},
  {LN_HTTP_STOPPED, 0, "", LN_NEXT_STOP, LN_NEXT_STOP, LN_NEXT_STOP},
  {LN_HTTP_REFUSED, 0, "", LN_NEXT_STOP, LN_NEXT_STOP, LN_NEXT_STOP},
  {LN_HTTP_FAILED, 0, "", LN_NEXT_STOP, LN_NEXT_STOP, LN_NEXT_STOP},
};

static void
judged(void)
{
  for (size_t i = 0U; i < sizeof(JUDGED) / sizeof(JUDGED[0]); ++i) {
    const judgement* const j      = &JUDGED[i];
    ln_http_answer         answer = {.end = j->end, .status = j->status};
    CU_ASSERT_EQUAL(ln_text_add(&answer.body, ln_view_of(j->body)), LN_OK);
    CU_ASSERT_EQUAL(ln_retry_next(&answer, LN_REPEAT_HARMFUL), j->harmful);
    CU_ASSERT_EQUAL(ln_retry_next(&answer, LN_REPEAT_HARMLESS), j->harmless);
    CU_ASSERT_EQUAL(ln_retry_next(&answer, LN_REPEAT_COSTLY), j->costly);
    ln_http_answer_clear(&answer);
  }
}

static void
waits(void)
{
  const ln_retry retry = {5U, 1000U};
  CU_ASSERT_EQUAL(ln_retry_wait(&retry, 0U, 0.0, 0U), 1000U);
  CU_ASSERT_EQUAL(ln_retry_wait(&retry, 1U, 0.0, 0U), 2000U);
  CU_ASSERT_EQUAL(ln_retry_wait(&retry, 3U, 0.0, 0U), 8000U);
  CU_ASSERT_EQUAL(ln_retry_wait(&retry, 99U, 0.0, 0U), 30000U);
  CU_ASSERT_EQUAL(ln_retry_wait(&retry, 3U, 2.5, 12345U), 2500U);
  CU_ASSERT_EQUAL(ln_retry_wait(&retry, 0U, 1e9, 0U), 600000U);
  for (uint64_t random = 0U; random < 3000U; ++random) {
    const uint64_t wait = ln_retry_wait(&retry, 0U, 0.0, random);
    CU_ASSERT(wait >= 500U && wait <= 1000U);
  }
  CU_ASSERT_EQUAL(ln_retry_wait(&(ln_retry){1U, 0U}, 4U, 0.0, 7U), 0U);
}

static const unit_test TESTS[] = {{"judged", judged}, {"waits", waits}};

UNIT_MAIN("store/retry", TESTS)
