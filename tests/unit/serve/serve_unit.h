/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_SERVE_UNIT_H
#define LN_TESTS_SERVE_UNIT_H

/* What tests of serving share: a data set from Turtle, and what is known of it. */

#include "serve/exchange.h"
#include "serve/holdings.h"
#include "unit.h"

typedef struct {
  ln_dataset*  set;
  ln_holdings* holdings;
} stock;

#define STOCK_PREFIXES                                                                             \
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <http://t.example/> . "       \
  "@prefix v: <http://v.example/#> . "

/** Two things that are named and one that is not, and a blank node. */
#define STOCK_SMALL                                                                                \
  STOCK_PREFIXES                                                                                   \
  ":a a v:C ; rdfs:label \"A & <A>\" ; v:p :b , [ v:q \"in\" ] . "                                 \
  ":b a v:C ; rdfs:label \"le b\"@fr , \"the b\"@en . :c v:r :a ; v:q 1 ."

static inline ln_status
read_set(const char* const turtle, ln_dataset** const set)
{
  static const ln_log_policy POLICY  = {0};
  const ln_reading           reading = {
              .path = "t", .bytes = ln_view_of(turtle), .syntax = "turtle", .base = "http://t.example/"};
  bool          whole = false;
  ln_log* const log   = ln_log_new(&POLICY);
  *set                = ln_dataset_new();
  ln_status st        = log && *set ? ln_dataset_load(*set, &reading, 1U, log, &whole) : LN_NO_MEM;
  st                  = st == LN_OK ? ln_dataset_seal(*set) : st;
  ln_log_free(log);
  return st;
}

static inline void
set_up(stock* const s, const char* const turtle)
{
  CU_ASSERT_EQUAL_FATAL(read_set(turtle, &s->set), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_holdings_new(s->set, LN_V(""), &s->holdings), LN_OK);
}

static inline void
tear_down(stock* const s)
{
  ln_holdings_free(s->holdings);
  ln_dataset_free(s->set);
}

static inline uint32_t
term_of(const stock* const s, const char* const iri)
{
  const ln_read_term term = {.kind = LN_IRI, .text = ln_view_of(iri)};
  return ln_dataset_find(s->set, &term);
}

static inline bool
has_text(const ln_view text, const char* const part)
{
  const size_t n = strlen(part);
  for (size_t i = 0U; i + n <= text.n; ++i) {
    if (memcmp(text.s + i, part, n) == 0) {
      return true;
    }
  }
  return false;
}

/** The body holds this text. */
static inline void
check_has(const ln_reply* const reply, const char* const part, const int line)
{
  const bool has = reply->body && has_text(ln_out_bytes(reply->body), part);
  if (!has) {
    fprintf(stderr, "line %d: not there: %s\n", line, part);
  }
  CU_ASSERT_TRUE(has);
}

#define CHECK_HAS(reply, part) check_has((reply), (part), __LINE__)

#endif
