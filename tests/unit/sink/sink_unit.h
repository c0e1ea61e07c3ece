/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_SINK_UNIT_H
#define LN_TESTS_SINK_UNIT_H

/* A small sealed set of names that the tests of the writers share, and ways to say terms and
   descriptions in a line. */

#include "unit.h"

#include "base/out.h"
#include "rdf/desc.h"
#include "rdf/names.h"
#include "rdf/sink.h"

#include <stdint.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

typedef struct {
  ln_names* names;
  uint16_t  person, query, english, german, integer, decimal, number, boolean, date, odd;
  uint16_t  label, knows, age, path;
} sample;

static inline uint16_t
sample_literal(ln_names* const names, const char* const datatype, const char* const lang)
{
  uint16_t stem = 0U;
  CU_ASSERT_EQUAL(ln_names_literal_stem(names, ln_view_of(datatype), ln_view_of(lang), &stem),
                  LN_OK);
  return stem;
}

static inline uint16_t
sample_predicate(ln_names* const names, const char* const iri)
{
  uint16_t number = 0U;
  CU_ASSERT_EQUAL(ln_names_predicate(names, ln_view_of(iri), &number), LN_OK);
  return number;
}

static inline sample
sample_new(void)
{
  sample s = {.names = ln_names_new()};
  CU_ASSERT_PTR_NOT_NULL_FATAL(s.names);
  CU_ASSERT_EQUAL(ln_names_prefix(s.names, LN_V("ex"), LN_V("https://example.org/")), LN_OK);
  CU_ASSERT_EQUAL(ln_names_prefix(s.names, LN_V("person"), LN_V("https://example.org/person/")),
                  LN_OK);
  CU_ASSERT_EQUAL(ln_names_iri_stem(s.names, LN_V("https://example.org/person/"), &s.person),
                  LN_OK);
  CU_ASSERT_EQUAL(ln_names_iri_stem(s.names, LN_V("http://other.org/x?y="), &s.query), LN_OK);
  s.english = sample_literal(s.names, "", "en");
  s.german  = sample_literal(s.names, "", "de");
  s.integer = sample_literal(s.names, XSD "integer", "");
  s.decimal = sample_literal(s.names, XSD "decimal", "");
  s.number  = sample_literal(s.names, XSD "double", "");
  s.boolean = sample_literal(s.names, XSD "boolean", "");
  s.date    = sample_literal(s.names, XSD "date", "");
  s.odd     = sample_literal(s.names, "http://other.org/type/", "");
  s.label   = sample_predicate(s.names, "http://www.w3.org/2000/01/rdf-schema#label");
  s.knows   = sample_predicate(s.names, "https://example.org/knows");
  s.age     = sample_predicate(s.names, "https://example.org/age");
  s.path    = sample_predicate(s.names, "http://other.org/p/");
  CU_ASSERT_EQUAL(ln_names_seal(s.names), LN_OK);
  return s;
}

static inline ln_term
term_of(const ln_kind kind, const uint16_t stem, const char* const bytes)
{
  return (ln_term){bytes, (uint32_t)strlen(bytes), stem, (uint8_t)kind, 0U};
}

/** The same, known to be clean. */
static inline ln_term
clean_of(const ln_kind kind, const uint16_t stem, const char* const bytes)
{
  ln_term term = term_of(kind, stem, bytes);
  term.flags   = LN_CLEAN;
  return term;
}

static inline ln_term
blank_of(const char* const label)
{
  return term_of(LN_BLANK, 0U, label);
}

static inline ln_term
string_of(const char* const bytes)
{
  return term_of(LN_LITERAL, LN_STEM_STRING, bytes);
}

static inline ln_pair
pair_of(const uint16_t predicate, const ln_term object)
{
  return (ln_pair){object, predicate, 0U, 0U};
}

static inline ln_desc
desc_of(const ln_term subject, const ln_pair* const pairs, const size_t n)
{
  ln_desc desc = {.subject = subject, .pairs = pairs, .n_pairs = n};
  return desc;
}

#define DESC(subject, pairs) desc_of((subject), (pairs), sizeof(pairs) / sizeof((pairs)[0]))

static inline ln_out*
memory_out(void)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  return out;
}

/** Describe one thing, finish, free the sink, and compare what stands in `out`. */
static inline void
check_written(const ln_sink        sink,
              const ln_desc* const desc,
              ln_out* const        out,
              const char* const    expected)
{
  CU_ASSERT_EQUAL(ln_sink_describe(sink, desc), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_OK);
  CHECK_VIEW(ln_out_bytes(out), expected);
  ln_sink_free(sink);
}

/** Describe all, in chunks of `size` by two workers that take turns (0: without workers), finish
   and free. */
static inline void
write_chunks(const ln_sink sink, const ln_desc* const descs, const size_t n, const size_t size)
{
  ln_sink workers[2] = {{NULL, NULL}, {NULL, NULL}};
  for (size_t i = 0U; size > 0U && i < 2U; ++i) {
    CU_ASSERT_EQUAL_FATAL(sink.ops->fork(sink.self, &workers[i]), LN_OK);
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_sink to = size > 0U ? workers[(i / size) % 2U] : sink;
    CU_ASSERT_EQUAL(ln_sink_describe(to, &descs[i]), LN_OK);
    if (size > 0U && ((i + 1U) % size == 0U || i + 1U == n)) {
      CU_ASSERT_EQUAL(sink.ops->join(sink.self, to), LN_OK);
    }
  }
  ln_sink_free(workers[0]);
  ln_sink_free(workers[1]);
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_OK);
  ln_sink_free(sink);
}

#endif
