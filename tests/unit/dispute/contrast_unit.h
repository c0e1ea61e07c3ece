/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_CONTRAST_UNIT_H
#define LN_TESTS_CONTRAST_UNIT_H

/* Two small inputs that are held beside each other. Triples are written as texts: one a line, terms
   separated by blanks; a term with a quotation mark in front is a literal to the end of the line,
   others are IRIs below https://example.org/, `a` is rdf:type. */

#include "base/in.h"
#include "dispute/contrast.h"
#include "dispute/contrast_report.h"
#include "unit.h"

#define EX "https://example.org/"

#define CONTRAST_RULES                                                                             \
  "rule,kind,severity,parameters,says\n"                                                           \
  "x,prefix,," EX ",\n"                                                                            \
  "people,entity,information,class=x:Person; name=x:label; from=x:born; to=x:died,\n"              \
  "ids,identifiers,contradiction,property=x:id,\n"                                                 \
  "wd,authority,contradiction,forms=<" EX "wd/> <wd:>,\n"                                          \
  "ulan,authority,contradiction,forms=<ulan:>,\n"                                                  \
  "name,property,variance,property=x:label; names=yes,\n"                                          \
  "birth,property,contradiction,property=x:born,\n"                                                \
  "death,property,contradiction,property=x:died,\n"                                                \
  "year,property,tension,property=x:year; unless=birth,\n"                                         \
  "place,property,variance,property=x:place; parts=yes,\n"                                         \
  "not-the-same,pair,contradiction,case=not-the-same,\n"                                           \
  "other,pair,contradiction,case=other-identifier,\n"                                              \
  "one,pair,contradiction,case=one-identifier,\n"                                                  \
  "ambiguous,pair,information,case=ambiguous,\n"                                                   \
  "doubtful,pair,tension,case=doubtful,\n"                                                         \
  "alone,pair,information,case=name-alone,\n"                                                      \
  "namesake,pair,information,case=namesake,\n"                                                     \
  "common,pair,information,case=common-name,\n"

/* All that a test needs; zero-initialised, given back with contrast_clear. */
typedef struct {
  ln_log*     log;
  ln_facts*   terms;
  ln_rulebook book;
  ln_roster*  rosters[2];
  ln_remarks* remarks;
  ln_contrast contrast;
  ln_view     titles[2];
} contrast_unit;

static inline void
contrast_clear(contrast_unit* const u)
{
  ln_contrast_clear(&u->contrast);
  ln_remarks_free(u->remarks);
  ln_roster_free(u->rosters[0]);
  ln_roster_free(u->rosters[1]);
  ln_rulebook_clear(&u->book);
  ln_facts_free(u->terms);
  ln_log_free(u->log);
}

static inline ln_status
contrast_open(contrast_unit* const u)
{
  static const ln_log_policy silent = {0};
  ln_in*                     in     = NULL;
  u->log                            = ln_log_new(&silent);
  u->terms                          = ln_facts_new();
  u->titles[0]                      = LN_V("A");
  u->titles[1]                      = LN_V("B");
  if (!u->log || !u->terms) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_in_memory(LN_V(CONTRAST_RULES), &in));
  return ln_rulebook_read(&u->book, in, LN_V("rules.csv"), u->terms, u->log);
}

static inline ln_status
contrast_term(const ln_view word, ln_text* const text, ln_read_term* const term)
{
  const bool literal = word.n > 0U && word.s[0] == '"';
  const bool type    = ln_view_equals(word, LN_V("a"));
  ln_text_reset(text);
  LN_TRY(ln_text_add(text, literal || type ? LN_V("") : LN_V(EX)));
  LN_TRY(ln_text_add(text,
                     type ? LN_V("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
                          : ln_view_from(word, literal ? 1U : 0U)));
  *term = (ln_read_term){.kind = literal ? LN_LITERAL : LN_IRI, .text = ln_text_view(text)};
  return LN_OK;
}

static inline ln_status
contrast_triple(ln_roster* const roster,
                const ln_view    line,
                const uint64_t   number,
                ln_text* const   t)
{
  const size_t   s      = ln_view_find(line, ' ');
  const ln_view  tail   = ln_view_from(line, s + 1U);
  const size_t   p      = ln_view_find(tail, ' ');
  ln_read_triple triple = {.line = number};
  LN_TRY(contrast_term(ln_view_first(line, s), &t[0], &triple.subject));
  LN_TRY(contrast_term(ln_view_first(tail, p), &t[1], &triple.predicate));
  LN_TRY(contrast_term(ln_view_from(tail, p + 1U), &t[2], &triple.object));
  return ln_roster_triple(roster, 0U, &triple);
}

static inline ln_status
contrast_fill(contrast_unit* const u, const size_t side, const char* const text)
{
  ln_text   room[3] = {{0}};
  ln_status st      = ln_roster_new(&u->book, u->terms, 1U << 16U, &u->rosters[side]);
  uint64_t  number  = 1U;
  for (ln_view rest = ln_view_of(text); rest.n > 0U && st == LN_OK; ++number) {
    const size_t end = ln_view_find(rest, '\n');
    st               = contrast_triple(u->rosters[side], ln_view_first(rest, end), number, room);
    rest             = ln_view_from(rest, end + 1U);
  }
  for (size_t i = 0U; i < 3U; ++i) {
    ln_text_clear(&room[i]);
  }
  return st == LN_OK ? ln_roster_seal(u->rosters[side]) : st;
}

static inline ln_status
contrast_run(contrast_unit* const u, const char* const a, const char* const b)
{
  const char* error = NULL;
  LN_TRY(contrast_open(u));
  LN_TRY(contrast_fill(u, 0U, a));
  LN_TRY(contrast_fill(u, 1U, b));
  LN_TRY(ln_remarks_new(1U << 16U, &u->remarks));
  u->contrast = (ln_contrast){.book    = &u->book,
                              .terms   = u->terms,
                              .rosters = {u->rosters[0], u->rosters[1]},
                              .sides   = {0U, 1U},
                              .titles  = u->titles,
                              .memory  = 1U << 16U,
                              .remarks = u->remarks};
  return ln_contrast_run(&u->contrast, &error);
}

/* Append the rules of all remarks in order, with blanks between, and free all. */
static inline ln_status
contrast_rules(const char* const a, const char* const b, ln_text* const rules)
{
  contrast_unit    u      = {0};
  const ln_remark* remark = NULL;
  ln_status        st     = contrast_run(&u, a, b);
  ln_text_reset(rules);
  while (st == LN_OK) {
    st = ln_remarks_next(u.remarks, &remark);
    st = st == LN_OK && rules->n > 0U ? ln_text_add_byte(rules, ' ') : st;
    st = st == LN_OK ? ln_text_add(rules, remark->rule) : st;
  }
  contrast_clear(&u);
  return st == LN_END ? LN_OK : st;
}

#define CHECK_CONTRAST(a, b, expected)                                                             \
  do {                                                                                             \
    ln_text rules_ = {0};                                                                          \
    CU_ASSERT_EQUAL(contrast_rules(a, b, &rules_), LN_OK);                                         \
    CHECK_VIEW(ln_text_view(&rules_), expected);                                                   \
    ln_text_clear(&rules_);                                                                        \
  } while (0)

#endif
