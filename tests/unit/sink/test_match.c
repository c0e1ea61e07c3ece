/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Wanted triples are told of, whatever they are put together of, and no others. */

#include "sink_unit.h"

#include "base/text.h"
#include "sink/match.h"

typedef struct {
  const sample* s;
  ln_text       text; ///< pair and pattern of each match
  uint32_t      base; ///< patterns are shown from here on
} seen;

static ln_status
found(void* const self, const ln_desc* const desc, const size_t pair, const uint32_t number)
{
  seen* const   v = self;
  const ln_term o = desc->pairs[pair].object;
  return ln_text_format(&v->text,
                        "%.*s %zu %.*s %u\n",
                        (int)desc->subject.n,
                        desc->subject.s,
                        pair,
                        (int)o.n,
                        o.s,
                        number);
}

static ln_read_term
iri(const char* const text)
{
  return (ln_read_term){.kind = LN_IRI, .text = ln_view_of(text)};
}

static ln_read_term
literal(const char* const text, const char* const datatype, const char* const lang)
{
  return (ln_read_term){.kind     = LN_LITERAL,
                        .text     = ln_view_of(text),
                        .datatype = ln_view_of(datatype),
                        .lang     = ln_view_of(lang)};
}

#define LABEL "http://www.w3.org/2000/01/rdf-schema#label"
#define ADA "https://example.org/person/ada"

/* Two descriptions of people, one of them put together otherwise. */
static ln_status
describe(const sample* const s, const ln_wanted* const wanted, seen* const v)
{
  const ln_pair ada[] = {pair_of(s->label, string_of("Ada")),
                         pair_of(s->label, term_of(LN_LITERAL, s->english, "Ada")),
                         pair_of(s->age, term_of(LN_LITERAL, s->integer, "3")),
                         pair_of(s->knows, term_of(LN_IRI, s->person, "bob"))};
  const ln_pair bob[] = {pair_of(s->knows, term_of(LN_IRI, LN_STEM_IRI, ADA)),
                         pair_of(LN_PREDICATE_CELL, string_of("Ada"))};
  const ln_view cell  = LN_V(LABEL);
  ln_desc       of    = DESC(term_of(LN_IRI, LN_STEM_IRI, "https://example.org/person/bob"), bob);
  const ln_desc first = DESC(term_of(LN_IRI, s->person, "ada"), ada);
  const ln_desc third = DESC(blank_of("b"), bob);
  ln_sink       sink  = {NULL, NULL};
  of.dynamic          = &cell;
  ln_desc last        = third;
  last.dynamic        = &cell;
  LN_TRY(ln_match_new(s->names, wanted, found, v, &sink));
  ln_status st = ln_sink_describe(sink, &first);
  st           = st == LN_OK ? ln_sink_describe(sink, &of) : st;
  st           = st == LN_OK ? ln_sink_describe(sink, &last) : st;
  st           = st == LN_OK ? ln_sink_finish(sink) : st;
  ln_sink_free(sink);
  return st;
}

typedef struct {
  ln_read_term subject;
  ln_read_term predicate; ///< no kind: any
  ln_read_term object;
} pattern;

static ln_status
want(ln_wanted* const wanted, const pattern* const p, uint32_t* const number)
{
  return ln_wanted_add(wanted,
                       &p->subject,
                       p->predicate.kind == LN_NONE ? NULL : &p->predicate,
                       p->object.kind == LN_NONE ? NULL : &p->object,
                       number);
}

/* Matches of one pattern, without its number. */
static void
check(const pattern* const p, const char* const expected)
{
  const sample     s      = sample_new();
  ln_wanted* const wanted = ln_wanted_new();
  seen             v      = {.s = &s};
  uint32_t         number = 0U;
  ln_text          text   = {0};
  CU_ASSERT_PTR_NOT_NULL_FATAL(wanted);
  CU_ASSERT_EQUAL(want(wanted, p, &number), LN_OK);
  CU_ASSERT(number < ln_wanted_size(wanted));
  CU_ASSERT_EQUAL(describe(&s, wanted, &v), LN_OK);
  for (const char* at = expected; *at; ++at) {
    CU_ASSERT_EQUAL(*at == '#' ? ln_text_format(&text, "%u", number) : ln_text_add_byte(&text, *at),
                    LN_OK);
  }
  CHECK_VIEW(ln_text_view(&v.text), text.s ? text.s : "");
  ln_text_clear(&text);
  ln_text_clear(&v.text);
  ln_wanted_free(wanted);
  ln_names_free(s.names);
}

static void
patterns(void)
{
  const ln_read_term ada   = iri(ADA);
  const ln_read_term bob   = iri("https://example.org/person/bob");
  const ln_read_term label = iri(LABEL);
  const ln_read_term knows = iri("https://example.org/knows");
  check(&(pattern){.subject = ada}, "ada 0 Ada #\nada 1 Ada #\nada 2 3 #\nada 3 bob #\n");
  check(&(pattern){.subject = ada, .predicate = label}, "ada 0 Ada #\nada 1 Ada #\n");
  check(&(pattern){.subject = ada, .predicate = label, .object = literal("Ada", "", "EN")},
        "ada 1 Ada #\n");
  check(&(pattern){.subject = ada, .predicate = label, .object = literal("Ada", XSD "string", "")},
        "ada 0 Ada #\n");
  check(&(pattern){.subject   = ada,
                   .predicate = iri("https://example.org/age"),
                   .object    = literal("3", XSD "integer", "")},
        "ada 2 3 #\n");
  check(&(pattern){.subject   = ada,
                   .predicate = iri("https://example.org/age"),
                   .object    = literal("3", "", "")},
        "");
  check(&(pattern){.subject = ada, .predicate = knows, .object = bob}, "ada 3 bob #\n");
  check(&(pattern){.subject = ada, .predicate = knows, .object = ada}, "");
  check(&(pattern){.subject = bob, .predicate = knows, .object = ada},
        "https://example.org/person/bob 0 " ADA " #\n");
  check(&(pattern){.subject = bob, .predicate = label, .object = literal("Ada", "", "")},
        "https://example.org/person/bob 1 Ada #\n");
  check(&(pattern){.subject = {.kind = LN_BLANK, .text = LN_V("b")}, .predicate = label},
        "b 1 Ada #\n");
  check(&(pattern){.subject = iri("b")}, "");
}

/* Whole descriptions by what they point to; all triples of a predicate. */
static void
others(void)
{
  const sample       s      = sample_new();
  const ln_read_term ada    = iri(ADA);
  ln_wanted*         wanted = ln_wanted_new();
  seen               v      = {.s = &s};
  uint32_t           number = 0U;
  CU_ASSERT_EQUAL(ln_wanted_add_linked(wanted, LN_V("https://example.org/knows"), &ada, &number),
                  LN_OK);
  CU_ASSERT_EQUAL(describe(&s, wanted, &v), LN_OK);
  CHECK_VIEW(ln_text_view(&v.text),
             "https://example.org/person/bob 0 " ADA " 0\nhttps://example.org/person/bob 1 Ada 0\n"
             "b 0 " ADA " 0\nb 1 Ada 0\n");
  ln_wanted_free(wanted);
  ln_text_reset(&v.text);
  wanted = ln_wanted_new();
  CU_ASSERT_EQUAL(ln_wanted_add_predicate(wanted, LN_V(LABEL), &number), LN_OK);
  CU_ASSERT_EQUAL(describe(&s, wanted, &v), LN_OK);
  CHECK_VIEW(ln_text_view(&v.text),
             "ada 0 Ada 0\nada 1 Ada 0\nhttps://example.org/person/bob 1 Ada 0\nb 1 Ada 0\n");
  for (char c = 'a'; c < 'a' + LN_WANTED_LINKS; ++c) {
    CU_ASSERT_EQUAL(ln_wanted_add_linked(wanted, (ln_view){&c, 1U}, &ada, &number), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_wanted_add_linked(wanted, LN_V("one more"), &ada, &number), LN_USAGE);
  ln_wanted_free(wanted);
  ln_text_clear(&v.text);
  ln_names_free(s.names);
}

/* A stamp of a subject that nobody asks about is counted and passed by; else pairs are asked for.
 */
static void
stamps(void)
{
  const sample  s       = sample_new();
  const ln_slot slots[] = {
    {.pair = pair_of(s.age, string_of("")), .kind = LN_SLOT_TEXT},
    {.pair = pair_of(s.knows, clean_of(LN_IRI, s.person, "bob")), .kind = LN_SLOT_CONSTANT}};
  const ln_stencil   stencil = {.slots = slots, .n = 2U, .uses = 1U};
  const ln_slot_text text    = {.s = "7", .n = 1U, .there = true};
  ln_stamp           stamp   = {.stencil = &stencil, .texts = &text, .n_bytes = 1U};
  const ln_read_term ada     = iri(ADA);
  ln_wanted* const   wanted  = ln_wanted_new();
  seen               v       = {.s = &s};
  ln_sink            sink    = {NULL, NULL};
  size_t             n       = 0U;
  uint32_t           number  = 0U;
  CU_ASSERT_EQUAL(ln_match_new(s.names, wanted, found, &v, &sink), LN_OK);
  CU_ASSERT_EQUAL(ln_wanted_add(wanted, &ada, NULL, NULL, &number), LN_OK);
  stamp.subject = clean_of(LN_IRI, s.person, "eve");
  CU_ASSERT_EQUAL(ln_sink_stamp(sink, &stamp, &n), LN_OK);
  CU_ASSERT_EQUAL(n, 2U);
  stamp.subject = clean_of(LN_IRI, s.person, "ada");
  CU_ASSERT_EQUAL(ln_sink_stamp(sink, &stamp, &n), LN_OK);
  CU_ASSERT_EQUAL(n, LN_UNSTAMPED);
  stamp.subject = clean_of(LN_IRI, s.person, "eve");
  CU_ASSERT_EQUAL(ln_wanted_add_predicate(wanted, LN_V(LABEL), &number), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_stamp(sink, &stamp, &n), LN_OK);
  CU_ASSERT_EQUAL(n, 2U);
  CU_ASSERT_EQUAL(ln_wanted_add_linked(wanted, LN_V("https://example.org/knows"), &ada, &number),
                  LN_OK);
  CU_ASSERT_EQUAL(ln_sink_stamp(sink, &stamp, &n), LN_OK);
  CU_ASSERT_EQUAL(n, LN_UNSTAMPED);
  CU_ASSERT_EQUAL(v.text.n, 0U);
  ln_sink_free(sink);
  ln_wanted_free(wanted);
  ln_names_free(s.names);
}

static ln_status
everything(const sample* const s, ln_wanted** const wanted, seen* const v)
{
  const ln_read_term ada    = iri(ADA);
  const ln_read_term label  = iri(LABEL);
  const ln_read_term name   = literal("Ada", "", "en");
  uint32_t           number = 0U;
  *wanted                   = ln_wanted_new();
  if (!*wanted) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_wanted_add(*wanted, &ada, &label, &name, &number));
  LN_TRY(ln_wanted_add_linked(*wanted, LN_V("https://example.org/knows"), &ada, &number));
  LN_TRY(ln_wanted_add_predicate(*wanted, LN_V(LABEL), &number));
  return describe(s, *wanted, v);
}

static void
start_over(ln_wanted** const wanted, seen* const v)
{
  ln_wanted_free(*wanted);
  *wanted = NULL;
  ln_text_clear(&v->text);
}

static void
no_memory(void)
{
  const sample s      = sample_new();
  ln_wanted*   wanted = NULL;
  seen         v      = {.s = &s};
  CHECK_ALLOC_FAILURES(everything(&s, &wanted, &v), start_over(&wanted, &v));
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {
  {"patterns", patterns}, {"others", others}, {"stamps", stamps}, {"no memory", no_memory}};

UNIT_MAIN("sink/match", TESTS)
