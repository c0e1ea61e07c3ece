/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which key and form each value gets (JSON-LD 1.1 API, section 6.3, as far as it applies). */

#include "context_unit.h"

#include "sink/members.h"

typedef struct {
  sample      s;
  ln_context* context;
  ln_planner* planner;
  ln_members  members;
} plan;

static plan
plan_new(const char* const json)
{
  plan p = {.s = sample_new(), .context = context_of(json, "")};
  CU_ASSERT_EQUAL_FATAL(ln_planner_new(p.s.names, p.context, &p.planner), LN_OK);
  return p;
}

static void
plan_free(plan* const p)
{
  ln_members_clear(&p->members);
  ln_planner_free(p->planner);
  ln_context_free(p->context);
  ln_names_free(p->s.names);
}

/** Plan one pair: the name of its term ("": the IRI is the key) and its form. */
static void
check_choice(plan* const       p,
             const uint16_t    predicate,
             const ln_term     object,
             const char* const term,
             const ln_form     form)
{
  const ln_pair pair = pair_of(predicate, object);
  const ln_desc desc = desc_of(blank_of("x"), &pair, 1U);
  CU_ASSERT_EQUAL(ln_planner_plan(p->planner, &desc, &p->members), LN_OK);
  CU_ASSERT_EQUAL_FATAL(p->members.n, 1U);
  const ln_member* const m = &p->members.members[0];
  CHECK_VIEW(m->term ? m->term->name : LN_V(""), term);
  CU_ASSERT_EQUAL(p->members.values[m->first].form, form);
  CU_ASSERT_EQUAL(p->members.values[m->first].next, LN_CONTEXT_NONE);
}

static void
literals(void)
{
  plan          p = plan_new(RICH_CONTEXT);
  const sample* s = &p.s;
  check_choice(&p, s->label, string_of("x"), "name", LN_FORM_STRING);
  check_choice(&p, s->label, term_of(LN_LITERAL, s->english, "x"), "label", LN_FORM_ENTRY);
  check_choice(&p, s->label, term_of(LN_LITERAL, s->german, "x"), "label", LN_FORM_ENTRY);
  check_choice(&p, s->label, term_of(LN_LITERAL, s->date, "x"), "name", LN_FORM_VALUE);
  check_choice(&p, s->age, term_of(LN_LITERAL, s->date, "1990-01-01"), "born", LN_FORM_STRING);
  check_choice(&p, s->age, term_of(LN_LITERAL, s->integer, "42"), "age", LN_FORM_NATIVE);
  check_choice(&p, s->age, term_of(LN_LITERAL, s->boolean, "true"), "age", LN_FORM_NATIVE);
  check_choice(&p, s->age, term_of(LN_LITERAL, s->boolean, "1"), "age", LN_FORM_VALUE);
  check_choice(&p, s->age, term_of(LN_LITERAL, s->number, "1.5E0"), "age", LN_FORM_VALUE);
  check_choice(&p, s->age, term_of(LN_LITERAL, s->decimal, "1.5"), "age", LN_FORM_VALUE);
  check_choice(&p, s->age, string_of("x"), "age", LN_FORM_STRING);
  check_choice(&p, s->knows, string_of("x"), "", LN_FORM_STRING);
  check_choice(&p, s->knows, term_of(LN_LITERAL, s->integer, "1"), "", LN_FORM_NATIVE);
  check_choice(&p, s->knows, term_of(LN_LITERAL, s->english, "x"), "", LN_FORM_VALUE);
  plan_free(&p);
}

/** Only what every reader turns back into the same digits is a JSON number. */
static void
numbers(void)
{
  static const char* const NATIVE[] = {"0", "7", "-1", "9007199254740991", "-9007199254740991"};
  static const char* const FULL[]   = {
    "", "-", "-0", "+1", "01", "-01", "1.0", "1e1", "9007199254740992", "10000000000000000"};
  plan p = plan_new(RICH_CONTEXT);
  for (size_t i = 0U; i < sizeof(NATIVE) / sizeof(NATIVE[0]); ++i) {
    check_choice(&p, p.s.age, term_of(LN_LITERAL, p.s.integer, NATIVE[i]), "age", LN_FORM_NATIVE);
  }
  for (size_t i = 0U; i < sizeof(FULL) / sizeof(FULL[0]); ++i) {
    check_choice(&p, p.s.age, term_of(LN_LITERAL, p.s.integer, FULL[i]), "age", LN_FORM_VALUE);
  }
  plan_free(&p);
}

static void
links(void)
{
  plan          p      = plan_new(RICH_CONTEXT);
  const sample* s      = &p.s;
  const ln_term person = clean_of(LN_IRI, s->person, "bob");
  check_choice(&p, s->knows, person, "knows", LN_FORM_ID);
  check_choice(&p, s->knows, blank_of("b"), "knows", LN_FORM_ID);
  check_choice(&p, s->label, person, "name", LN_FORM_NODE);
  check_choice(&p, s->age, person, "age", LN_FORM_NODE);
  check_choice(&p, s->path, person, "", LN_FORM_NODE);
  check_choice(&p, LN_PREDICATE_TYPE, person, "", LN_FORM_WORD);
  CU_ASSERT_EQUAL(p.members.members[0].iri.n, 0U);
  check_choice(&p, LN_PREDICATE_TYPE, string_of("x"), "", LN_FORM_STRING);
  CU_ASSERT(p.members.members[0].iri.n > 0U);
  plan_free(&p);
}

/** A term for ids and one for words of a vocabulary: words if they are plain, else ids. */
static void
words(void)
{
  plan p = plan_new(
    "{\"@context\":{\"ex\":\"" EX "\",\"v\":{\"@id\":\"ex:knows\",\"@type\":\"@vocab\","
    "\"@context\":{\"@vocab\":\"ex:person/\"}},\"i\":{\"@id\":\"ex:knows\",\"@type\":\"@id\"},"
    "\"taken\":\"ex:t\",\"w\":{\"@id\":\"ex:age\",\"@type\":\"@vocab\"}}}");
  const sample* s = &p.s;
  check_choice(&p, s->knows, clean_of(LN_IRI, s->person, "bob"), "v", LN_FORM_WORD);
  check_choice(&p, s->knows, clean_of(LN_IRI, s->person, "taken"), "i", LN_FORM_ID);
  check_choice(&p, s->knows, clean_of(LN_IRI, s->query, "bob"), "i", LN_FORM_ID);
  check_choice(&p, s->knows, blank_of("b"), "i", LN_FORM_ID);
  check_choice(&p, s->age, clean_of(LN_IRI, s->query, "bob"), "w", LN_FORM_WORD);
  plan_free(&p);
}

/** A default language makes a plain string one of that language, unless it is said in full. */
static void
languages(void)
{
  plan p = plan_new("{\"@context\":{\"@language\":\"en\",\"ex\":\"" EX "\",\"age\":\"ex:age\","
                    "\"plain\":{\"@id\":\"ex:knows\",\"@language\":null}}}");
  const sample* s = &p.s;
  check_choice(&p, s->age, string_of("x"), "", LN_FORM_VALUE);
  check_choice(&p, s->age, term_of(LN_LITERAL, s->english, "x"), "age", LN_FORM_STRING);
  check_choice(&p, s->age, term_of(LN_LITERAL, s->german, "x"), "age", LN_FORM_VALUE);
  check_choice(&p, s->knows, string_of("x"), "plain", LN_FORM_STRING);
  check_choice(&p, s->knows, term_of(LN_LITERAL, s->english, "x"), "plain", LN_FORM_VALUE);
  plan_free(&p);
}

/** The same predicate under three numbers, and two terms of it, in turn: each key once. */
static void
keys_once(void)
{
  plan          p       = plan_new(RICH_CONTEXT);
  const sample* s       = &p.s;
  const ln_view cells[] = {LN_V("http://www.w3.org/2000/01/rdf-schema#label"),
                           LN_V("http://cell.org/"),
                           LN_V("http://cell.org/"),
                           LN_V("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")};
  const ln_pair pairs[] = {pair_of(LN_PREDICATE_TYPE, blank_of("t")),
                           pair_of(s->label, string_of("a")),
                           pair_of(s->label, term_of(LN_LITERAL, s->english, "b")),
                           pair_of(s->label, string_of("c")),
                           pair_of(LN_PREDICATE_CELL, string_of("d")),
                           pair_of(LN_PREDICATE_CELL + 1U, string_of("e")),
                           pair_of(LN_PREDICATE_CELL + 2U, string_of("f")),
                           pair_of(LN_PREDICATE_CELL + 3U, blank_of("u"))};
  ln_desc       desc    = DESC(blank_of("x"), pairs);
  desc.dynamic          = cells;
  for (unsigned round = 0U; round < 3U; ++round) {
    CU_ASSERT_EQUAL(ln_planner_plan(p.planner, &desc, &p.members), LN_OK);
    CU_ASSERT_EQUAL_FATAL(p.members.n, 4U);
    CU_ASSERT_EQUAL(p.members.members[0].n, 2U);
    CU_ASSERT_EQUAL(p.members.members[1].n, 3U);
    CU_ASSERT_EQUAL(p.members.members[2].n, 1U);
    CU_ASSERT_EQUAL(p.members.members[3].n, 2U);
    CHECK_VIEW(p.members.members[3].iri, "http://cell.org/");
  }
  plan_free(&p);
}

/** More predicates from cells than are remembered. */
static void
many_cells(void)
{
  plan p = plan_new(RICH_CONTEXT);
  for (unsigned i = 0U; i < 10000U; ++i) {
    char iri[32];
    (void)snprintf(iri, sizeof(iri), "http://cell.org/%u", i);
    const ln_view cells[] = {ln_view_of(iri), ln_view_of(iri)};
    const ln_pair pairs[] = {pair_of(LN_PREDICATE_CELL, string_of("a")),
                             pair_of(LN_PREDICATE_CELL + 1U, string_of("b"))};
    ln_desc       desc    = DESC(blank_of("x"), pairs);
    desc.dynamic          = cells;
    CU_ASSERT_EQUAL(ln_planner_plan(p.planner, &desc, &p.members), LN_OK);
    CU_ASSERT_EQUAL(p.members.n, 1U);
  }
  plan_free(&p);
}

/** A key that exists only as a term takes values in full; one that would be misread is refused. */
static void
last_resort(void)
{
  plan          p = plan_new("{\"@context\":{\"https://example.org/age\":{\"@type\":\"@id\"},"
                             "\"https://example.org/knows\":{\"@container\":\"@list\"},"
                             "\"http://other.org/p/\":{\"@type\":\"" XSD "integer\"}}}");
  const sample* s = &p.s;
  check_choice(&p, s->age, string_of("x"), EX "age", LN_FORM_VALUE);
  check_choice(&p, s->age, blank_of("x"), EX "age", LN_FORM_ID);
  check_choice(&p, s->path, blank_of("x"), "http://other.org/p/", LN_FORM_NODE);
  check_choice(
    &p, s->path, term_of(LN_LITERAL, s->integer, "5"), "http://other.org/p/", LN_FORM_NATIVE);
  check_choice(
    &p, s->path, term_of(LN_LITERAL, s->integer, "05"), "http://other.org/p/", LN_FORM_STRING);
  const ln_pair pair = pair_of(s->knows, string_of("x"));
  const ln_desc desc = desc_of(blank_of("x"), &pair, 1U);
  CU_ASSERT_EQUAL(ln_planner_plan(p.planner, &desc, &p.members), LN_USAGE);
  plan_free(&p);
}

static ln_status
plan_once(const sample* const s, const ln_context* const context, const ln_desc* const desc)
{
  ln_planner* planner = NULL;
  ln_members  members = {NULL, 0U, 0U, NULL, 0U, 0U};
  ln_status   status  = ln_planner_new(s->names, context, &planner);
  status              = status == LN_OK ? ln_planner_plan(planner, desc, &members) : status;
  ln_planner_free(planner);
  ln_members_clear(&members);
  return status;
}

static void
no_memory(void)
{
  const sample      s       = sample_new();
  ln_context* const context = context_of(RICH_CONTEXT, "");
  const ln_view     cell    = LN_V("http://cell.org/");
  const ln_pair     pairs[] = {pair_of(s.knows, clean_of(LN_IRI, s.person, "bob")),
                               pair_of(LN_PREDICATE_CELL, string_of("a"))};
  ln_desc           desc    = DESC(blank_of("x"), pairs);
  desc.dynamic              = &cell;
  CHECK_ALLOC_FAILURES(plan_once(&s, context, &desc), (void)0);
  ln_context_free(context);
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {{"literals", literals},
                                  {"numbers", numbers},
                                  {"links", links},
                                  {"words", words},
                                  {"languages", languages},
                                  {"each key once", keys_once},
                                  {"many predicates from cells", many_cells},
                                  {"last resort", last_resort},
                                  {"no memory", no_memory}};

UNIT_MAIN("sink/members", TESTS)
