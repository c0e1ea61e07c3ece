/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_DISPUTE_UNIT_H
#define LN_TESTS_DISPUTE_UNIT_H

/* Small stores of facts, written as texts: one triple a line, terms separated by blanks. A term
   with a quotation mark in front is a literal to the end of the line; `a` is rdf:type; others are
   IRIs below https://example.org/, those in the list of known terms by their names here. */

#include "base/in.h"
#include "dispute/fact_store.h"
#include "dispute/inquiry.h"
#include "dispute/rulebook.h"
#include "unit.h"

#define EX "https://example.org/"

static inline ln_status
unit_iri(ln_facts* const facts, const ln_view name, uint32_t* const term)
{
  static const struct {
    const char* name;
    uint32_t    term;
  } known[] = {{"a", LN_TERM_TYPE},
               {"label", LN_TERM_LABEL},
               {"also", LN_TERM_OTHER_LABEL},
               {"about", LN_TERM_SUBJECT},
               {"property", LN_TERM_PREDICATE},
               {"value", LN_TERM_OBJECT},
               {"cites", LN_TERM_CITATION},
               {"quote", LN_TERM_QUOTE},
               {"source", LN_TERM_SOURCE},
               {"locator", LN_TERM_LOCATOR},
               {"references", LN_TERM_REFERENCES},
               {"qualification", LN_TERM_QUALIFICATION},
               {"when", LN_TERM_WHEN},
               {"part", LN_TERM_PART},
               {"rank", LN_TERM_RANK},
               {"conflicts", LN_TERM_CONFLICTS},
               {"preferred", LN_TERM_PREFERRED},
               {"deprecated", LN_TERM_DEPRECATED}};
  for (size_t i = 0U; i < sizeof(known) / sizeof(known[0]); ++i) {
    if (ln_view_equals(ln_view_of(known[i].name), name)) {
      *term = known[i].term;
      return LN_OK;
    }
  }
  ln_text   iri = {0};
  ln_status st  = ln_text_format(&iri, EX "%.*s", (int)name.n, name.s);
  st            = st == LN_OK ? ln_facts_iri(facts, ln_text_view(&iri), term) : st;
  ln_text_clear(&iri);
  return st;
}

/* The row of a fact is the number of its line, its field 1. */
static inline ln_status
unit_fill(ln_facts* const facts, const char* const text)
{
  uint64_t row = 1U;
  for (ln_view rest = ln_view_of(text); rest.n > 0U; ++row) {
    const size_t  end  = ln_view_find(rest, '\n');
    const ln_view line = ln_view_first(rest, end);
    const size_t  s    = ln_view_find(line, ' ');
    const ln_view tail = ln_view_from(line, s + 1U);
    const size_t  p    = ln_view_find(tail, ' ');
    const ln_view o    = ln_view_from(tail, p + 1U);
    ln_fact       fact = {.source = 0U, .field = 1U, .row = row};
    LN_TRY(unit_iri(facts, ln_view_first(line, s), &fact.s));
    LN_TRY(unit_iri(facts, ln_view_first(tail, p), &fact.p));
    LN_TRY(o.n > 0U && o.s[0] == '"' ? ln_facts_literal(facts, ln_view_from(o, 1U), &fact.o)
                                     : unit_iri(facts, o, &fact.o));
    LN_TRY(ln_facts_add(facts, &fact));
    rest = ln_view_from(rest, end + 1U);
  }
  return ln_facts_seal(facts);
}

/* What the rules find in the facts; `seen` counts findings by severity, `says` gets the first
   sentence. */
typedef struct {
  size_t seen[LN_GRAVITIES];
  char   says[256];
} unit_findings;

static inline ln_status
unit_inquire(const char* const rules, const char* const text, unit_findings* const found)
{
  const ln_log_policy policy = {0};
  ln_log* const       log    = ln_log_new(&policy);
  ln_facts* const     facts  = ln_facts_new();
  ln_rulebook         book   = {0};
  ln_docket           docket = {0};
  ln_in*              in     = NULL;
  ln_status           st     = log && facts ? ln_in_memory(ln_view_of(rules), &in) : LN_NO_MEM;
  st     = st == LN_OK ? ln_rulebook_read(&book, in, LN_V("rules.csv"), facts, log) : st;
  st     = st == LN_OK ? unit_fill(facts, text) : st;
  st     = st == LN_OK ? ln_inquire(facts, &book, &docket) : st;
  *found = (unit_findings){0};
  for (size_t g = 0U; g < LN_GRAVITIES; ++g) {
    found->seen[g] = ln_docket_count(&docket, (ln_gravity)g);
  }
  if (docket.n > 0U) {
    const ln_view says = docket.disputes[0].says;
    memcpy(
      found->says, says.s, says.n < sizeof(found->says) - 1U ? says.n : sizeof(found->says) - 1U);
  }
  ln_docket_clear(&docket);
  ln_rulebook_clear(&book);
  ln_facts_free(facts);
  ln_log_free(log);
  return st;
}

#define RULES "rule,kind,severity,parameters,says\nx,prefix,," EX ",\n"

/** What one rule finds: how many findings of a severity, and the first sentence of all. */
#define CHECK_RULE(rule, facts, severity, n, sentence)                                             \
  do {                                                                                             \
    unit_findings found_ = {0};                                                                    \
    CU_ASSERT_EQUAL(unit_inquire(RULES rule, facts, &found_), LN_OK);                              \
    CU_ASSERT_EQUAL(found_.seen[severity], n);                                                     \
    CHECK_VIEW(ln_view_of(found_.says), sentence);                                                 \
    CHECK_ALLOC_FAILURES(unit_inquire(RULES rule, facts, &found_), (void)0);                       \
  } while (0)

#endif
