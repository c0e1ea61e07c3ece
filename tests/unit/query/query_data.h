/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_QUERY_DATA_H
#define LN_TESTS_QUERY_DATA_H

/* A small data set that tests of queries share, and how an answer is looked at. */

#include "base/out.h"
#include "query/answer.h"
#include "query/query.h"

static const char SMALL_DATA[] =
  "@prefix : <http://x/> .\n"
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
  ":a a :P ; :name \"Ann\" ; :age 30 ; :knows :b, :c ; :score 2.5 ; :born \"1969\"^^xsd:gYear .\n"
  ":b a :P ; :name \"Bob\" ; :age 7 ; :knows :c .\n"
  ":c a :P ; :name \"Zo\xC3\xAB\"@fr ; :knows :c ; :born \"1985\"^^xsd:gYear .\n"
  ":g1 { :a :in 1 }\n"
  ":g2 { :a :in 2 }\n";

static inline ln_status
load_dataset(const char* const trig, ln_dataset** const set)
{
  const ln_log_policy policy  = {.stream = NULL};
  ln_log* const       log     = ln_log_new(&policy);
  const ln_reading    reading = {
       .path = "data.trig", .bytes = ln_view_of(trig), .syntax = "trig", .base = "http://x/"};
  uint32_t  source = 0U;
  bool      whole  = false;
  ln_status st     = log ? ln_log_source(log, LN_V("data.trig"), NULL, NULL, &source) : LN_NO_MEM;
  *set             = ln_dataset_new();
  st               = st == LN_OK && !*set ? LN_NO_MEM : st;
  st               = st == LN_OK ? ln_dataset_load(*set, &reading, source, log, &whole) : st;
  st               = st == LN_OK ? ln_dataset_seal(*set) : st;
  ln_log_free(log);
  if (st == LN_OK) {
    CU_ASSERT(whole);
  }
  return st;
}

static inline ln_dataset*
small_dataset(void)
{
  ln_dataset* set = NULL;
  CU_ASSERT_EQUAL_FATAL(load_dataset(SMALL_DATA, &set), LN_OK);
  return set;
}

static const ln_prefix TEST_PREFIXES[] = {
  {{"", 0U}, {"http://x/", 9U}},
  {{"xsd", 3U}, {"http://www.w3.org/2001/XMLSchema#", 33U}},
  {{"rdf", 3U}, {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", 43U}},
};

static const ln_query_settings TEST_SETTINGS = {.prefixes = TEST_PREFIXES, .n_prefixes = 3U};

/** A query that was run over the small data set, which lives as long as the program. */
static inline ln_query*
ask(const char* const text)
{
  static ln_dataset* set     = NULL;
  ln_query_problem   problem = {.code = LN_L0101};
  ln_query*          q       = NULL;
  set                        = set ? set : small_dataset();
  const ln_status made       = ln_query_new(set, ln_view_of(text), &TEST_SETTINGS, &q, &problem);
  if (made != LN_OK) {
    fprintf(stderr, "%s: %s\n", text, problem.message.s ? problem.message.s : "");
  }
  CU_ASSERT_EQUAL_FATAL(made, LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_query_run(q, NULL, &problem), LN_OK);
  ln_query_problem_clear(&problem);
  return q;
}

/** Compare the answer, as TSV without its first line; NULL: the answer of ASK is yes. */
static inline void
check_answer(const char* const text, const char* const expected)
{
  ln_query* const q   = ask(text);
  ln_out*         out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_answer_write(q, LN_ANSWER_TSV, NULL, 0U, out), LN_OK);
  const ln_view all  = ln_out_bytes(out);
  const ln_view rest = expected ? ln_view_from(all, ln_view_find(all, '\n') + 1U) : all;
  const ln_view want = ln_view_of(expected ? expected : "true\n");
  if (!ln_view_equals(rest, want)) {
    fprintf(stderr, "%s\n", text);
  }
  CHECK_VIEW(rest, want.s);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_query_free(q);
}

/** Read, run and write with each allocation failing once. */
static inline ln_status
try_query(const ln_dataset* const set, const char* const text, ln_out* const out)
{
  ln_query_problem problem = {.code = LN_L0101};
  ln_query*        q       = NULL;
  ln_status        st      = ln_query_new(set, ln_view_of(text), &TEST_SETTINGS, &q, &problem);
  st                       = st == LN_OK ? ln_query_run(q, NULL, &problem) : st;
  ln_out_rewind(out);
  st = st == LN_OK ? ln_answer_write(q, LN_ANSWER_TABLE, TEST_PREFIXES, 3U, out) : st;
  ln_query_free(q);
  ln_query_problem_clear(&problem);
  return st;
}

static inline void
check_memory(const char* const text)
{
  ln_dataset* const set = small_dataset();
  ln_out*           out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CHECK_ALLOC_FAILURES(try_query(set, text, out), (void)0);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_dataset_free(set);
}

#endif
