/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* N-Triples and N-Quads: the grammar of RDF 1.1 N-Triples, section 7, and N-Quads, section 5. */

#include "read_unit.h"

static void
terms(void)
{
  static const struct {
    const char* text;
    const char* triples;
  } CASES[] = {
    {"<a:s> <a:p> <a:o> .", "<a:s> <a:p> <a:o> \n"}, // no line feed at the end
    {"<a:s><a:p>_:x.1.\n", "<a:s> <a:p> _:x.1 \n"},  // a label does not end in a point
    {"_:9\t<a:p> \t\"o\"@en-GB-x1 . # a comment\n", "_:9 <a:p> \"o\"@en-GB-x1 \n"},
    {"# only a comment\r\n \t\r\n<a:s> <a:p> \"\"^^<a:d> .\r\n", "<a:s> <a:p> \"\"^^a:d \n"},
    {"<a:s> <a:p> \"1\" .\r<a:s> <a:p> \"2\" .#c\r<a:s> <a:p> \"3\" .",
     "<a:s> <a:p> \"1\" \n<a:s> <a:p> \"2\" \n<a:s> <a:p> \"3\" \n"},
    {"<a:s> <a:p> \"\\t\\b\\n\\r\\f\\\"\\'\\\\\\u00e9\\U0001F600\" .",
     "<a:s> <a:p> \"\t\b\n\r\f\"'\\\xC3\xA9\xF0\x9F\x98\x80\" \n"},
    {"<a:\\u00e9> <a:p> \"\xC3\xA9\" .", "<a:\xC3\xA9> <a:p> \"\xC3\xA9\" \n"},
    {"\xEF\xBB\xBF<a:s> <a:p> _:\xC3\xA9 .", "<a:s> <a:p> _:\xC3\xA9 \n"},
    {"", ""},
  };
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    read_sample s = {0};
    CU_ASSERT_EQUAL(read_text("ntriples", ln_view_of(CASES[i].text), &s), LN_OK);
    CU_ASSERT(s.whole);
    CU_ASSERT(ln_view_equals(ln_text_view(&s.text), ln_view_of(CASES[i].triples)));
    read_clear(&s);
  }
}

static void
graphs(void)
{
  const ln_view TEXT =
    LN_V("<a:s> <a:p> <a:o> <a:g>.\n<a:s> <a:p> \"o\"@en _:g .\n<a:s> <a:p> _:o .\n");
  read_sample s = {0};
  CU_ASSERT_EQUAL(read_text("nquads", TEXT, &s), LN_OK);
  CU_ASSERT(s.whole);
  CHECK_VIEW(ln_text_view(&s.text),
             "<a:s> <a:p> <a:o> <a:g> \n<a:s> <a:p> \"o\"@en _:g \n<a:s> <a:p> _:o \n");
  read_clear(&s);
}

/* RDF Patch, text form: rows, headers, transactions, and both ways to write a blank node. */
static void
patches(void)
{
  static const struct {
    const char* text;
    const char* triples;
    const char* message;
  } CASES[] = {
    {"H id <uuid:1> .\nTX .\nPA x: <a:> .\nD <a:s> <a:p> \"o\" .\nA <_:b> <a:p> _:c <a:g> .\nTC.\n",
     "- <a:s> <a:p> \"o\" \n_:b <a:p> _:c <a:g> \n",
     ""},
    {"A <a:s> <a:p> <a:o> .\nD <a:s> <a:p> <a:o> .",
     "<a:s> <a:p> <a:o> \n- <a:s> <a:p> <a:o> \n",
     ""},
    {"TX .\nA <a:s> <a:p> <a:o> .\n",
     "<a:s> <a:p> <a:o> \n",
     "the patch is cut off: a transaction is not ended (TC)"},
    {"TX .\nTX .\n", "", "a transaction begins in another one"},
    {"TC .\n", "", "no transaction was begun"},
    {"TX .\nTA .\n", "", "this patch was given up (TA)"},
    {"TX\n", "", "expected a point"},
    {"TX .\nB <a:s>\n", "", "expected a row of a patch: A, D, TX, TC, TA, PA, PD or H"},
    {"A <_:b <a:p> <a:o> .", "", "this is no label of a blank node"},
    {"A x:s <a:p> <a:o> .", "", "expected a subject: an IRI or a blank node"},
  };
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    read_sample s = {0};
    CU_ASSERT_EQUAL(read_text(LN_READ_CHANGES, ln_view_of(CASES[i].text), &s), LN_OK);
    CU_ASSERT_EQUAL(s.whole, *CASES[i].message == '\0');
    CHECK_VIEW(ln_text_view(&s.text), CASES[i].triples);
    CU_ASSERT(ln_view_starts(ln_text_view(&s.message), ln_view_of(CASES[i].message)));
    read_clear(&s);
  }
}

static void
faults(void)
{
  static const struct {
    const char* text;
    const char* message;
  } CASES[] = {
    {"<s> <a:p> <a:o> .", "an IRI is not absolute"},
    {"<1a:s> <a:p> <a:o> .", "an IRI is not absolute"},
    {"<a:s b> <a:p> <a:o> .", "this character cannot stand in an IRI"},
    {"<a:\\u0020> <a:p> <a:o> .", "an IRI holds an escaped character that cannot stand in it"},
    {"<a:\\n> <a:p> <a:o> .", "there is no such escape"},
    {"<a:s> <a:p> \"\\uD800\" .", "an escape is not the number of a character"},
    {"<a:s> <a:p> \"\\U00110000\" .", "an escape is not the number of a character"},
    {"<a:s> <a:p> \"\\U80000000\" .", "an escape is not the number of a character"},
    {"<a:s> <a:p> \"\\u00g0\" .", "an escape is not the number of a character"},
    {"<a:s> <a:p> \"\\u00", "an escape is cut off"},
    {"<a:s> <a:p> \"\\", "an escape is cut off"},
    {"<a:s> <a:p> \"o", "a literal is not closed"},
    {"<a:s> <a:p> \"o\r\" .", "a literal is not closed"},
    {"<a:s", "an IRI is not closed"},
    {"<a:s> <a:p> \"\xFF\" .", "the text is not UTF-8"},
    {"<a:\xC3> <a:p> <a:o> .", "the text is not UTF-8"},
    {"_:\xC3 <a:p> <a:o> .", "the text is not UTF-8"},
    {"_:-a <a:p> <a:o> .", "this is no label of a blank node"},
    {"_:a:b <a:p> <a:o> .", "expected a predicate: an IRI"},
    {"_:. <a:p> <a:o> .", "this is no label of a blank node"},
    {"_a <a:p> <a:o> .", "a blank node is written _:label"},
    {"\"s\" <a:p> <a:o> .", "expected a subject: an IRI or a blank node"},
    {"<a:s> _:p <a:o> .", "expected a predicate: an IRI"},
    {"<a:s> a <a:o> .", "expected a predicate: an IRI"},
    {"<a:s> <a:p> 5 .", "expected an object"},
    {"<a:s> <a:p> \"o\"@1 .", "this is no language tag"},
    {"<a:s> <a:p> \"o\"@en- .", "this is no language tag"},
    {"<a:s> <a:p> \"o\"^<a:d> .", "expected ^^ and the IRI of a datatype"},
    {"<a:s> <a:p> \"o\"^^_:d .", "expected ^^ and the IRI of a datatype"},
    {"<a:s> <a:p> <a:o>", "expected a point"},
    {"<a:s> <a:p> <a:o> <a:g> .", "expected a point"}, // no graphs in N-Triples
    {"<a:s> <a:p> <a:o> . <a:s> <a:p> <a:o> .", "expected the end of the line"},
  };
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    read_sample s    = {0};
    ln_text     text = {0};
    CU_ASSERT_EQUAL(ln_text_format(&text, "<a:s> <a:p> <a:o> .\n\n%s\n", CASES[i].text), LN_OK);
    CU_ASSERT_EQUAL(read_text("ntriples", ln_text_view(&text), &s), LN_OK);
    CU_ASSERT_FALSE(s.whole);
    CU_ASSERT_EQUAL(s.n, 1U + (strstr(CASES[i].message, "end of the line") ? 1U : 0U));
    CU_ASSERT_EQUAL(s.line, 3U);
    CU_ASSERT(ln_view_starts(ln_text_view(&s.message), ln_view_of(CASES[i].message)));
    ln_text_clear(&text);
    read_clear(&s);
  }
}

/* RDF 1.1 has no character that a literal cannot hold. */
static void
zero_byte(void)
{
  read_sample s = {0};
  CU_ASSERT_EQUAL(read_text("ntriples", LN_V("<a:s> <a:p> \"a\0\\u0000b\" .\n"), &s), LN_OK);
  CU_ASSERT(s.whole);
  CU_ASSERT(ln_view_equals(ln_text_view(&s.text), LN_V("<a:s> <a:p> \"a\0\0b\" \n")));
  read_clear(&s);
}

/* Lines that are longer than what is read at once, and many of them. */
static void
long_lines(void)
{
  enum { LONG = 700000, MANY = 9 };
  ln_text     text = {0};
  read_sample s    = {.lines = true};
  for (size_t k = 0U; k < MANY; ++k) {
    CU_ASSERT_EQUAL(ln_text_add(&text, LN_V("<a:s> <a:p> \"")), LN_OK);
    CU_ASSERT_EQUAL_FATAL(ln_text_reserve(&text, LONG), LN_OK);
    memset(text.s + text.n, 'x', k * (LONG / MANY));
    text.n += k * (LONG / MANY);
    CU_ASSERT_EQUAL(ln_text_add(&text, LN_V("\" .\n")), LN_OK);
  }
  CU_ASSERT_EQUAL(read_text("ntriples", ln_text_view(&text), &s), LN_OK);
  CU_ASSERT(s.whole);
  CU_ASSERT_EQUAL(s.n, MANY);
  CU_ASSERT_EQUAL(s.text.n, text.n + MANY); // a line number and a blank, no point
  CU_ASSERT(ln_view_ends(ln_text_view(&s.text), LN_V("x\" \n")));
  ln_text_clear(&text);
  read_clear(&s);
}

static void
no_memory(void)
{
  const ln_view TEXT = LN_V("<a:\\u00e9> <a:p> \"\\t\"^^<a:\\u00e9> .");
  read_sample   s    = {0};
  CHECK_ALLOC_FAILURES(read_text("ntriples", TEXT, &s), read_clear(&s));
}

static const unit_test TESTS[] = {{"terms", terms},
                                  {"graphs", graphs},
                                  {"patches", patches},
                                  {"faults", faults},
                                  {"zero byte", zero_byte},
                                  {"long lines", long_lines},
                                  {"no memory", no_memory}};

UNIT_MAIN("graph/read_lines", TESTS)
