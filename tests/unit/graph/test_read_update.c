/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Changes: SPARQL 1.1 Update, sections 3.1.1, 3.1.2 and 4 (grammar), and which of the two syntaxes
   a text is in. */

#include "read_unit.h"

typedef struct {
  const char* text;
  const char* triples;
} sample;

static void
expect(const sample* const samples, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    read_sample s = {0};
    CU_ASSERT_EQUAL(read_text(LN_READ_CHANGES, ln_view_of(samples[i].text), &s), LN_OK);
    CU_ASSERT(s.whole);
    CHECK_VIEW(ln_text_view(&s.text), samples[i].triples);
    read_clear(&s);
  }
}

static void
operations(void)
{
  static const sample SAMPLES[] = {
    {"", ""},
    {" # nothing { \n ; ", ""},
    {"INSERT DATA { <a:s> <a:p> 1 }",
     "<a:s> <a:p> \"1\"^^http://www.w3.org/2001/XMLSchema#integer \n"},
    {"delete\n#c\ndata{<a:s> <a:p> <a:o>.};Insert Data { <a:s> <a:p> <a:q> . } ;",
     "- <a:s> <a:p> <a:o> \n<a:s> <a:p> <a:q> \n"},
  };
  expect(SAMPLES, sizeof(SAMPLES) / sizeof(SAMPLES[0]));
}

/* Declarations hold for all operations behind them; points may be missing before what closes. */
static void
short_forms(void)
{
  static const sample SAMPLES[] = {
    {"PREFIX x: <a:> INSERT DATA { x:s x:p x:o ; x:q \"}\", '#', \"\"\"a\"{\"\"\" } ;\n"
     "prefix y: <b:> DELETE DATA { x:s y:p \"\", \"\\\"}\" }",
     "<a:s> <a:p> <a:o> \n<a:s> <a:q> \"}\" \n<a:s> <a:q> \"#\" \n<a:s> <a:q> \"a\"{\" \n"
     "- <a:s> <b:p> \"\" \n- <a:s> <b:p> \"\"}\" \n"},
    {"INSERT DATA { <a:s> <a:p> <a:o> GRAPH <a:g> { <a:s> <a:p> <a:q> } . <a:t> <a:p> <a:o> # }\n"
     "graph <a:h> { <a:s> <a:p> <a:r> . } }",
     "<a:s> <a:p> <a:o> \n<a:s> <a:p> <a:q> <a:g> \n<a:t> <a:p> <a:o> \n"
     "<a:s> <a:p> <a:r> <a:h> \n"},
    {"BASE <http://a/> INSERT DATA { <s> <p> <#o> }", "<http://a/s> <http://a/p> <http://a/#o> \n"},
  };
  expect(SAMPLES, sizeof(SAMPLES) / sizeof(SAMPLES[0]));
}

static void
faults(void)
{
  static const struct {
    const char* text;
    const char* message;
    uint64_t    line;
  } CASES[] = {
    {"CLEAR ALL", "only INSERT DATA and DELETE DATA can be read", 1U},
    {"INSERT { <a:s> <a:p> ?o } WHERE { }", "only INSERT DATA and DELETE DATA can be read", 1U},
    {"INSERT DATA\n<a:s>", "expected { behind DATA", 2U},
    {"PREFIX x: <a:\n> ", "an IRI is not closed", 1U},
    {"INSERT DATA {\n<a:s> <a:p> <a:o> .\n", "the update is cut off: a brace is not closed", 3U},
    {"INSERT DATA {\n}\n;DELETE DATA {\n<a:s> <a:p> ?o }", "", 4U},
    {"INSERT DATA {\n x:s <a:p> <a:o> }", "the prefix \"x:\" is not declared", 2U},
  };
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    read_sample s = {0};
    CU_ASSERT_EQUAL(read_text(LN_READ_CHANGES, ln_view_of(CASES[i].text), &s), LN_OK);
    CU_ASSERT(!s.whole);
    CU_ASSERT_EQUAL(s.code, LN_L0702);
    CU_ASSERT_EQUAL(s.line, CASES[i].line);
    CU_ASSERT(ln_view_starts(ln_text_view(&s.message), ln_view_of(CASES[i].message)));
    read_clear(&s);
  }
}

/* More than any buffer holds, with a point missing at every place. */
static void
long_update(void)
{
  enum { TRIPLES = 5000 };
  ln_text text = {0};
  for (size_t i = 0U; i < TRIPLES; ++i) {
    const char* const verb = i % 2U == 0U ? "INSERT" : "DELETE";
    CU_ASSERT_EQUAL(ln_text_format(&text, "%s DATA{<a:s>\n<a:p> \"\"\"%zu{\"\"\"}\n", verb, i),
                    LN_OK);
    CU_ASSERT_EQUAL(ln_text_add(&text, LN_V(";")), LN_OK);
  }
  for (size_t lines = 0U; lines < 2U; ++lines) {
    read_sample s = {.lines = lines == 1U};
    CU_ASSERT_EQUAL(read_text(LN_READ_CHANGES, ln_text_view(&text), &s), LN_OK);
    CU_ASSERT(s.whole);
    CU_ASSERT_EQUAL(s.n, TRIPLES);
    const ln_view last =
      lines == 1U ? LN_V("10000 - <a:s> <a:p> \"4999{\" \n") : LN_V("- <a:s> <a:p> \"4999{\" \n");
    CU_ASSERT(ln_view_ends(ln_text_view(&s.text), last));
    read_clear(&s);
  }
  ln_text_clear(&text);
}

static void
which(void)
{
  static const sample SAMPLES[] = {
    {"\xEF\xBB\xBF# c\n\n# d\nA <a:s> <a:p> <a:o> .", "<a:s> <a:p> <a:o> \n"},
    {"H id <a:x> .\nTX .\nD <a:s> <a:p> <a:o> .\nTC .", "- <a:s> <a:p> <a:o> \n"},
    {"BASE <a:> INSERT DATA { }", ""},
  };
  expect(SAMPLES, sizeof(SAMPLES) / sizeof(SAMPLES[0]));
}

static void
no_memory(void)
{
  const ln_view text = LN_V("PREFIX x: <a:> INSERT DATA { x:s x:p x:o }");
  read_sample   s    = {0};
  CHECK_ALLOC_FAILURES(read_text(LN_READ_CHANGES, text, &s), read_clear(&s); s = (read_sample){0});
}

static const unit_test tests[] = {{"operations", operations},
                                  {"short forms", short_forms},
                                  {"faults", faults},
                                  {"long", long_update},
                                  {"which", which},
                                  {"no memory", no_memory}};

UNIT_MAIN("read_update", tests)
