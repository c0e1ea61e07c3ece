/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From a text into numbers, and back to its lines. */

#include "unit.h"

#include "graph/load.h"

#define TEXT "<a:a> <a:p> <a:b> .\n<a:a> <a:p> _:x .\n\n<a:a> <a:q> \"1\" .\n<a:a> <a:p> <a:b> .\n"

typedef struct {
  ln_log*        log;
  ln_term_table* terms;
  ln_triple_set* set;
  uint32_t       source;
  ln_reading     reading;
} sample;

static ln_status
load(sample* const s)
{
  const ln_log_policy policy = {0};
  bool                whole  = false;
  *s                         = (sample){.log     = ln_log_new(&policy),
                                        .terms   = ln_term_table_new(),
                                        .set     = ln_triple_set_new(),
                                        .reading = {.path = "t.nt", .bytes = LN_V(TEXT), .base = "a:"}};
  if (!s->log || !s->terms || !s->set) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_log_source(s->log, LN_V("t.nt"), NULL, NULL, &s->source));
  LN_TRY(ln_load_triples(&s->reading, s->source, s->log, s->terms, s->set, &whole));
  LN_TRY(ln_triple_set_seal(s->set));
  return whole ? LN_OK : LN_IO;
}

static void
clear(sample* const s)
{
  ln_triple_set_free(s->set);
  ln_term_table_free(s->terms);
  ln_log_free(s->log);
}

static uint32_t
iri(const sample* const s, const char* const text)
{
  uint32_t number = 0U;
  CU_ASSERT_EQUAL(ln_term_table_add_iri(s->terms, ln_view_of(text), &number), LN_OK);
  return number;
}

static void
lines(void)
{
  sample s;
  CU_ASSERT_EQUAL_FATAL(load(&s), LN_OK);
  CU_ASSERT_EQUAL(ln_triple_set_size(s.set), 3U);
  const uint32_t a        = iri(&s, "a:a");
  const uint32_t b        = iri(&s, "a:b");
  const uint32_t p        = iri(&s, "a:p");
  const uint32_t q        = iri(&s, "a:q");
  const uint32_t x        = ln_half_node(ln_triple_set_objects(s.set, a, p).v[1]);
  const uint32_t o        = ln_triple_set_object(s.set, a, q);
  ln_traced      traced[] = {{a, q, o, 0U, 0U},
                             {a, p, x, 0U, 0U},
                             {a, p, b, 0U, 0U},
                             {a, p, b, 0U, 0U},
                             {a, LN_NO_TERM, LN_NO_TERM, 0U, 0U},
                             {LN_NO_TERM, LN_NO_TERM, o, 0U, 0U},
                             {b, p, a, 0U, 0U}};
  const size_t   n        = ln_traced_sort(traced, sizeof(traced) / sizeof(traced[0]));
  CU_ASSERT_EQUAL(n, 6U);
  CU_ASSERT_EQUAL(ln_load_trace(&s.reading, s.source, s.log, s.terms, traced, n), LN_OK);
  CU_ASSERT_EQUAL(ln_traced_find(traced, n, a, q, o)->line, 4U);
  CU_ASSERT_EQUAL(ln_traced_find(traced, n, a, p, x)->line, 2U);
  CU_ASSERT_EQUAL(ln_traced_find(traced, n, a, p, b)->line, 1U); // the first of two
  CU_ASSERT_EQUAL(ln_traced_find(traced, n, a, LN_NO_TERM, LN_NO_TERM)->line, 1U);
  CU_ASSERT_EQUAL(ln_traced_find(traced, n, LN_NO_TERM, LN_NO_TERM, o)->line, 4U);
  CU_ASSERT_EQUAL(ln_traced_find(traced, n, b, p, a)->source, 0U);
  CU_ASSERT_PTR_NULL(ln_traced_find(traced, n, b, p, b));
  CU_ASSERT_PTR_NULL(ln_traced_find(NULL, 0U, b, p, b));
  clear(&s);
}

static void
no_memory(void)
{
  sample s;
  CHECK_ALLOC_FAILURES(load(&s), clear(&s));
}

static const unit_test TESTS[] = {{"lines", lines}, {"no memory", no_memory}};

UNIT_MAIN("graph/load", TESTS)
