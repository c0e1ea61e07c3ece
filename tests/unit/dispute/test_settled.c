/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is left out where values do not agree. Ann is born in two years; Bob's day lies in his year.
 */

#include "base/in.h"
#include "dispute/settled.h"
#include "unit.h"

#define EX "https://example.org/"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

static const char rules[] = "rule,kind,severity,parameters,says\n"
                            "x,prefix,," EX ",\n"
                            "one,values,contradiction,property=x:born,\n"
                            "each,values,contradiction,property=x:count; per=qualification,\n";

enum { BORN, COUNT, SUBJECT, PREDICATE, OBJECT, RANK, PREDICATES };

typedef struct {
  ln_log*     log;
  ln_facts*   terms;
  ln_rulebook book;
  ln_settled* settled;
  ln_names*   names;
  uint16_t    predicates[PREDICATES];
  uint16_t    literal;
  size_t      passed; ///< pairs behind the gate
} settled_unit;

static ln_status
take(void* const self, const ln_desc* const desc)
{
  settled_unit* const u = self;
  u->passed += desc->n_pairs;
  return LN_OK;
}

static ln_status
finish(void* const self)
{
  (void)self;
  return LN_OK;
}

static ln_status
open_unit(settled_unit* const u)
{
  static const char* const   iris[PREDICATES] = {EX "born",
                                                 EX "count",
                                                 RDF "subject",
                                                 RDF "predicate",
                                                 RDF "object",
                                                 "https://w3id.org/liner/ns#rank"};
  static const ln_log_policy silent           = {0};
  ln_in*                     in               = NULL;
  u->log                                      = ln_log_new(&silent);
  u->terms                                    = ln_facts_new();
  u->names                                    = ln_names_new();
  if (!u->log || !u->terms || !u->names) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_in_memory(ln_view_of(rules), &in));
  LN_TRY(ln_rulebook_read(&u->book, in, LN_V("rules.csv"), u->terms, u->log));
  for (size_t i = 0U; i < PREDICATES; ++i) {
    LN_TRY(ln_names_predicate(u->names, ln_view_of(iris[i]), &u->predicates[i]));
  }
  LN_TRY(ln_names_literal_stem(u->names, LN_V(""), LN_V(""), &u->literal));
  LN_TRY(ln_names_seal(u->names));
  return ln_settled_new(&u->book, u->terms, 1U << 16U, &u->settled);
}

static ln_term
iri(const char* const text)
{
  return (ln_term){.s = text, .n = (uint32_t)strlen(text), .stem = LN_STEM_IRI, .kind = LN_IRI};
}

static ln_status
say(const settled_unit* const u,
    const ln_sink             sink,
    const char* const         who,
    const size_t              what,
    const char* const         value)
{
  const ln_term object = {
    .s = value, .n = (uint32_t)strlen(value), .stem = u->literal, .kind = LN_LITERAL};
  const ln_pair pairs[] = {{.object = object, .predicate = u->predicates[what]}};
  const ln_desc desc    = {.subject = iri(who), .pairs = pairs, .n_pairs = 1U};
  return ln_sink_describe(sink, &desc);
}

static ln_status
claim(const settled_unit* const u,
      const ln_sink             sink,
      const char* const         value,
      const char* const         rank)
{
  const ln_term object = {
    .s = value, .n = (uint32_t)strlen(value), .stem = u->literal, .kind = LN_LITERAL};
  const ln_pair pairs[] = {{.object = iri(EX "ann"), .predicate = u->predicates[SUBJECT]},
                           {.object = iri(EX "born"), .predicate = u->predicates[PREDICATE]},
                           {.object = object, .predicate = u->predicates[OBJECT]},
                           {.object = iri(rank), .predicate = u->predicates[RANK]}};
  const ln_desc desc    = {.subject = iri(EX "claim"), .pairs = pairs, .n_pairs = 4U};
  return ln_sink_describe(sink, &desc);
}

static ln_status
say_all(const settled_unit* const u, const ln_sink sink)
{
  LN_TRY(say(u, sink, EX "ann", BORN, "1900"));
  LN_TRY(say(u, sink, EX "bob", BORN, "1900"));
  LN_TRY(say(u, sink, EX "ann", BORN, "1901"));
  LN_TRY(say(u, sink, EX "bob", BORN, "1900-05-01"));
  LN_TRY(say(u, sink, EX "ann", COUNT, "1"));
  LN_TRY(say(u, sink, EX "ann", COUNT, "2"));
  return ln_sink_finish(sink);
}

/* How many of the six facts pass. */
static ln_status
run(const ln_on_conflict choice,
    const char* const    value,
    const char* const    rank,
    size_t* const        passed)
{
  static const struct ln_sink_ops ops  = {.describe = take, .finish = finish};
  settled_unit                    u    = {0};
  ln_sink                         sink = {0};
  ln_sink                         gate = {0};
  ln_status                       st   = open_unit(&u);
  st = st == LN_OK ? ln_settled_sink(u.settled, u.names, &sink) : st;
  st = st == LN_OK && value ? claim(&u, sink, value, rank) : st;
  st = st == LN_OK ? say_all(&u, sink) : st;
  st = st == LN_OK ? ln_settled_seal(u.settled, choice) : st;
  st = st == LN_OK ? ln_settled_gate(u.settled, u.names, u.log, (ln_sink){&ops, &u}, &gate) : st;
  st = st == LN_OK ? say_all(&u, gate) : st;
  *passed = u.passed;
  ln_sink_free(sink);
  ln_sink_free(gate);
  ln_settled_free(u.settled);
  ln_names_free(u.names);
  ln_rulebook_clear(&u.book);
  ln_facts_free(u.terms);
  ln_log_free(u.log);
  return st;
}

#define RANKS "https://w3id.org/liner/vocab/rank/"

static void
choices(void)
{
  size_t n = 0U;
  CU_ASSERT_EQUAL(run(LN_CONFLICT_NONE, NULL, NULL, &n), LN_OK);
  CU_ASSERT_EQUAL(n, 4U);
  CU_ASSERT_EQUAL(run(LN_CONFLICT_NONE, "1901", RANKS "preferred", &n), LN_OK);
  CU_ASSERT_EQUAL(n, 4U);
  CU_ASSERT_EQUAL(run(LN_CONFLICT_PREFERRED, NULL, NULL, &n), LN_OK);
  CU_ASSERT_EQUAL(n, 4U);
  CU_ASSERT_EQUAL(run(LN_CONFLICT_PREFERRED, "1901-02", RANKS "preferred", &n), LN_OK);
  CU_ASSERT_EQUAL(n, 5U);
  CU_ASSERT_EQUAL(run(LN_CONFLICT_PREFERRED, "1901", RANKS "deprecated", &n), LN_OK);
  CU_ASSERT_EQUAL(n, 4U);
}

static void
memory(void)
{
  size_t n = 0U;
  CHECK_ALLOC_FAILURES(run(LN_CONFLICT_PREFERRED, "1901", RANKS "preferred", &n), (void)0);
}

static const unit_test tests[] = {{"choices", choices}, {"memory", memory}};

UNIT_MAIN("settled", tests)
