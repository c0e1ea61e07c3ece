/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* With leads and without them JSON-LD is the same, under contexts that take every turn. */

#include "lead_unit.h"

#include "sink/json_lead.h"
#include "sink/writers.h"

static ln_status
make_plain(const ln_names* const names, ln_out* const out, const bool based, ln_sink* const sink)
{
  return ln_jsonld_new(names, LN_V(""), based ? LN_V("http://e/person/") : LN_V(""), out, sink);
}

/* Terms that coerce, that are sets, that go further than a stem. */
static ln_status
make_rich(const ln_names* const names, ln_out* const out, const bool more, ln_sink* const sink)
{
  static const char few[] = "{\"@context\": {\"e\": \"http://e/\", \"p\": {\"@id\": "
                            "\"http://e/p\", \"@container\": \"@set\"}}}";
  static const char all[] =
    "{\"@context\": {\"e\": \"http://e/\", \"pt\": {\"@id\": \"http://e/person/tt\", "
    "\"@prefix\": true}, \"type\": \"@type\", \"id\": \"@id\", "
    "\"Work\": \"http://e/Work\", \"p\": {\"@id\": \"http://e/p\", \"@type\": \"@id\"}, "
    "\"year\": {\"@id\": \"http://e/p\", \"@type\": "
    "\"http://www.w3.org/2001/XMLSchema#gYear\"}, \"word\": {\"@id\": \"http://e/p\", "
    "\"@language\": \"de\"}}}";
  return ln_jsonld_new(names, ln_view_of(more ? all : few), LN_V(""), out, sink);
}

static ln_status
make_words(const ln_names* const names, ln_out* const out, const bool more, ln_sink* const sink)
{
  static const char words_of[] =
    "{\"@context\": {\"@vocab\": \"http://e/\", \"p\": {\"@id\": \"http://e/p\", \"@type\": "
    "\"@vocab\"}, \"tt0000001\": \"http://e/person/a\"}}";
  static const char map[] =
    "{\"@context\": {\"p\": {\"@id\": \"http://e/p\", \"@container\": \"@language\"}}}";
  return ln_jsonld_new(names, ln_view_of(more ? map : words_of), LN_V(""), out, sink);
}

static void
plain(void)
{
  check_leads(make_plain, ln_jsonld_width);
}

static void
rich(void)
{
  check_leads(make_rich, ln_jsonld_width);
}

static void
words(void)
{
  check_leads(make_words, ln_jsonld_width);
}

/* One node, by hand: members on lines of their own, several values one a line. */
static void
node(void)
{
  lead_world* const w    = ln_alloc_zero(1U, sizeof(lead_world));
  ln_out* const     out  = memory_out();
  ln_sink           sink = {0};
  CU_ASSERT_PTR_NOT_NULL_FATAL(w);
  lead_world_start(w);
  const ln_pair pairs[] = {
    {w->constants[0], w->predicates[0], 0U, w->wholes[0][0]},
    {clean_of(LN_IRI, w->stems[6], "ada"), w->predicates[1], 0U, w->leads[1][6]},
    {clean_of(LN_LITERAL, w->stems[1], "42"), w->predicates[1], 0U, w->leads[1][1]},
    {string_of("a \"b\""), w->predicates[1], 0U, w->leads[1][0]},
  };
  const ln_desc desc = DESC(clean_of(LN_IRI, w->stems[6], "bob"), pairs);
  CU_ASSERT_EQUAL_FATAL(ln_jsonld_new(w->names, LN_V(""), LN_V(""), out, &sink), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  const ln_view text = ln_out_bytes(out);
  size_t        at   = 0U;
  while (at < text.n && !ln_view_starts(ln_view_from(text, at), LN_V("[\n    {\n      \"@id\""))) {
    ++at;
  }
  CHECK_VIEW(ln_view_from(text, at),
             "[\n    {\n      \"@id\": \"person:bob\",\n      \"@type\": \"e:Work\",\n"
             "      \"e:p\": [\n        {\"@id\": \"person:ada\"},\n        42,\n"
             "        \"a \\\"b\\\"\"\n      ]\n    }");
  ln_sink_free(sink);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(w->names);
  ln_free(w);
}

static ln_status
build(const lead_world* const w, ln_out* const out)
{
  ln_sink       sink  = {0};
  const ln_pair pairs = {w->constants[0], w->predicates[0], 0U, w->wholes[0][0]};
  const ln_desc desc  = desc_of(clean_of(LN_IRI, w->stems[6], "bob"), &pairs, 1U);
  LN_TRY(ln_jsonld_new(w->names, LN_V(""), LN_V(""), out, &sink));
  const ln_status st = ln_sink_describe(sink, &desc);
  ln_sink_free(sink);
  return st;
}

static void
no_memory(void)
{
  lead_world* const w   = ln_alloc_zero(1U, sizeof(lead_world));
  ln_out* const     out = memory_out();
  CU_ASSERT_PTR_NOT_NULL_FATAL(w);
  lead_world_start(w);
  CHECK_ALLOC_FAILURES(build(w, out), ln_out_rewind(out));
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(w->names);
  ln_free(w);
}

static const unit_test TESTS[] = {
  {"plain", plain},
  {"rich", rich},
  {"words", words},
  {"node", node},
  {"no memory", no_memory},
};

UNIT_MAIN("sink/json_lead", TESTS)
