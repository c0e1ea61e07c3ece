/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The Turtle family: names spelt out, lines, faults and their places. */

#include "read_unit.h"

static void
names(void)
{
  const ln_view TEXT = LN_V("@prefix e: <x/> .\n@base <http://b.org/> .\n"
                            "e:s a <t> , _:n ; e:p \"v\"@en-GB , 1.5 , '7'^^e:d .\n[] e:q () .\n");
  read_sample   s    = {0};
  CU_ASSERT_EQUAL(read_text("turtle", TEXT, &s), LN_OK);
  CU_ASSERT(s.whole);
  CHECK_VIEW(ln_text_view(&s.text),
             "<http://example.org/d/x/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
             "<http://b.org/t> \n"
             "<http://example.org/d/x/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> _:n \n"
             "<http://example.org/d/x/s> <http://example.org/d/x/p> \"v\"@en-GB \n"
             "<http://example.org/d/x/s> <http://example.org/d/x/p> "
             "\"1.5\"^^http://www.w3.org/2001/XMLSchema#decimal \n"
             "<http://example.org/d/x/s> <http://example.org/d/x/p> "
             "\"7\"^^http://example.org/d/x/d \n"
             "_:b1 <http://example.org/d/x/q> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> \n");
  read_clear(&s);
}

static void
graphs(void)
{
  read_sample s = {0};
  CU_ASSERT_EQUAL(read_text("trig", LN_V("<a> <b> <c> . <g> { <a> <b> \"\" }"), &s), LN_OK);
  CU_ASSERT(s.whole);
  CHECK_VIEW(ln_text_view(&s.text),
             "<http://example.org/d/a> <http://example.org/d/b> <http://example.org/d/c> \n"
             "<http://example.org/d/a> <http://example.org/d/b> \"\" <http://example.org/d/g> \n");
  read_clear(&s);
}

/* The line on which the object ends. */
static void
lines(void)
{
  const ln_view TEXT = LN_V("# one\n<a> <b> \"two\" ,\n  \"\"\"three\nfour\"\"\" ; <c>\n"
                            "  5\n.\n<a>\n<b>\n<nine> .");
  read_sample   s    = {.lines = true};
  CU_ASSERT_EQUAL(read_text("turtle", TEXT, &s), LN_OK);
  CU_ASSERT(s.whole);
  CHECK_VIEW(ln_text_view(&s.text),
             "2 <http://example.org/d/a> <http://example.org/d/b> \"two\" \n"
             "4 <http://example.org/d/a> <http://example.org/d/b> \"three\nfour\" \n"
             "5 <http://example.org/d/a> <http://example.org/d/c> "
             "\"5\"^^http://www.w3.org/2001/XMLSchema#integer \n"
             "9 <http://example.org/d/a> <http://example.org/d/b> <http://example.org/d/nine> \n");
  read_clear(&s);
  s.lines = true;
  CU_ASSERT_EQUAL(read_text("ntriples", LN_V("<a:a> <a:b> \"1\" .\n<a:a> <a:b> \"2\" .\n"), &s),
                  LN_OK);
  CHECK_VIEW(ln_text_view(&s.text), "1 <a:a> <a:b> \"1\" \n2 <a:a> <a:b> \"2\" \n");
  read_clear(&s);
}

static void
faults(void)
{
  static const struct {
    const char* syntax;
    const char* text;
    uint64_t    line;
    size_t      triples;
  } CASES[] = {
    {"turtle", "<a> <b> <c> .\n<a> <b> .\n", 2U, 1U},
    {"turtle", "<a> <b> <c> .\n<a> <b> \"open", 2U, 1U},
    {"turtle",
     "<a> <b> <c> .\n\n<a> x:b <c> .\n<a> <b> <d> .",
     3U,
     1U}, // a prefix without a declaration
    {"turtle", "<a> <b> \"\xff\" .", 1U, 0U},
    {"turtle", "<a> <b c> <d> .", 1U, 0U},
    {"ntriples", "<a:a> <a:b> <a:c> .\n<a:a> <a:b> 5 .\n", 2U, 1U},
    {"nquads", "<a:a> <a:b> <a:c> \"g\" .\n", 1U, 0U},
  };
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    read_sample s = {0};
    CU_ASSERT_EQUAL(read_text(CASES[i].syntax, ln_view_of(CASES[i].text), &s), LN_OK);
    CU_ASSERT_FALSE(s.whole);
    CU_ASSERT_EQUAL(s.n, CASES[i].triples);
    CU_ASSERT(s.message.n > 0U);
    CU_ASSERT_EQUAL(s.line, CASES[i].line);
    read_clear(&s);
  }
}

static void
zero_byte(void)
{
  read_sample s = {0};
  CU_ASSERT_EQUAL(read_text("turtle", LN_V("<a> <b> <c> .\n\0"), &s), LN_OK);
  CU_ASSERT_FALSE(s.whole);
  CU_ASSERT_EQUAL(s.line, 2U);
  read_clear(&s);
}

/* Ten thousand open brackets must not reach a reader that calls itself for each. */
static void
deep(void)
{
  enum { DEEP = 100000 };
  ln_text     text = {0};
  read_sample s    = {0};
  CU_ASSERT_EQUAL(ln_text_add(&text, LN_V("<a> <b> ")), LN_OK);
  for (size_t i = 0U; i < DEEP; ++i) {
    CU_ASSERT_EQUAL(ln_text_add(&text, LN_V("[ <b> ")), LN_OK);
  }
  CU_ASSERT_EQUAL(read_text("turtle", ln_text_view(&text), &s), LN_OK);
  CU_ASSERT_FALSE(s.whole);
  CHECK_VIEW(ln_text_view(&s.message),
             "more than 1000 brackets are open one in another; the file was read up to here");
  ln_text_clear(&text);
  read_clear(&s);
}

static void
no_memory(void)
{
  const ln_view TEXT = LN_V("@prefix e: <x/> . e:s <p> \"o\"^^e:d .");
  read_sample   s    = {.lines = true};
  CHECK_ALLOC_FAILURES(read_text("turtle", TEXT, &s), read_clear(&s));
}

static const unit_test TESTS[] = {{"names", names},
                                  {"graphs", graphs},
                                  {"lines", lines},
                                  {"faults", faults},
                                  {"zero byte", zero_byte},
                                  {"deep", deep},
                                  {"no memory", no_memory}};

UNIT_MAIN("graph/read_serd", TESTS)
