/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_JSONLD_UNIT_H
#define LN_TESTS_JSONLD_UNIT_H

/* Reads a text of JSON-LD in which ' stands for ". */

#include "read_unit.h"

#define LD_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
#define LD_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define LD_XSD "http://www.w3.org/2001/XMLSchema#"

static inline ln_status
ld_read(const char* const text, read_sample* const s)
{
  ln_text   json = {0};
  ln_status st   = LN_OK;
  for (const char* c = text; st == LN_OK && *c; ++c) {
    st = ln_text_add_byte(&json, *c == '\'' ? '"' : *c);
  }
  st = st == LN_OK ? read_text("jsonld", ln_text_view(&json), s) : st;
  ln_text_clear(&json);
  return st;
}

/** The triples of a text. */
#define CHECK_LD(text, triples) ld_check((text), (triples), __LINE__)

static inline void
ld_check(const char* const text, const char* const triples, const int line)
{
  read_sample s = {0};
  CU_ASSERT_EQUAL(ld_read(text, &s), LN_OK);
  if (!s.whole) {
    fprintf(stderr, "line %d: %s\n", line, s.message.s ? s.message.s : "not whole");
  }
  CU_ASSERT(s.whole);
  check_view(ln_text_view(&s.text), triples, __FILE__, line);
  read_clear(&s);
}

/** A text that is wrong on a line, and why: how the message begins. */
#define CHECK_LD_WRONG(text, at, why) ld_check_wrong((text), (at), (why), LN_L0702, __LINE__)
#define CHECK_LD_REFUSED(text, at, why) ld_check_wrong((text), (at), (why), LN_L0771, __LINE__)

static inline void
ld_check_wrong(const char* const text,
               const uint64_t    at,
               const char* const why,
               const ln_code     code,
               const int         line)
{
  read_sample s = {0};
  CU_ASSERT_EQUAL(ld_read(text, &s), LN_OK);
  CU_ASSERT_FALSE(s.whole);
  CU_ASSERT_EQUAL(s.line, at);
  CU_ASSERT_EQUAL(s.code, code);
  check_view(ln_view_first(ln_text_view(&s.message), strlen(why)), why, __FILE__, line);
  read_clear(&s);
}

#endif
