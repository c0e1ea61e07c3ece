/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JSON-LD as a graph: lines, faults of the text, an early end, depth, and no memory at any point.
 */

#include "jsonld_unit.h"

static void
lines(void)
{
  read_sample s = {.lines = true};
  CU_ASSERT_EQUAL(ld_read("{'@id': 'x',\n'http://e/p': [1,\n'b']}", &s), LN_OK);
  CHECK_VIEW(ln_text_view(&s.text),
             "2 <http://example.org/d/x> <http://e/p> \"1\"^^" LD_XSD "integer \n"
             "3 <http://example.org/d/x> <http://e/p> \"b\" \n");
  read_clear(&s);
}

/* What no triple can have makes none. */
static void
dropped(void)
{
  CHECK_LD("{'@id': 'http://e/ x', 'http://e/p': 'a'}", "");
  CHECK_LD("{'http://e/ p': 'a', 'http://e/q': {'@id': 'http://e/<y>'}}", "");
  CHECK_LD("{'@id': 'http://e/ g', '@graph': {'http://e/p': 'a'}}", "");
  CHECK_LD("['a', 1, null, {'@value': 'b'}, {'@list': ['c']}]", "");
}

static void
faults(void)
{
  CHECK_LD_WRONG("{\n'@id': }", 2U, "this is no value");
  CHECK_LD_WRONG(" ", 1U, "this is no value");
}

static void
stopped(void)
{
  read_sample s = {.stop_at = 2U};
  CU_ASSERT_EQUAL(ld_read("{'http://e/p': [1, 2, 3]}", &s), LN_STOP);
  CU_ASSERT_EQUAL(s.n, 2U);
  read_clear(&s);
}

static void
deep(void)
{
  enum { DEEP = 990 };
  ln_text     text = {0};
  read_sample s    = {0};
  CU_ASSERT_EQUAL(
    ln_text_add(&text,
                LN_V("{'@context': {'p': {'@id': 'http://e/p', '@container': '@list'}}, 'p': ")),
    LN_OK);
  for (int i = 0; i < 2 * DEEP; ++i) {
    CU_ASSERT_EQUAL(ln_text_add_byte(&text, i < DEEP ? '[' : ']'), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_text_add_byte(&text, '}'), LN_OK);
  CU_ASSERT_EQUAL(ld_read(text.s, &s), LN_OK);
  CU_ASSERT(s.whole);
  CU_ASSERT_EQUAL(s.n,
                  (DEEP - 1U) * 2U + 1U); // a cell for each list but the innermost, which is empty
  read_clear(&s);
  ln_text_clear(&text);
}

static void
no_memory(void)
{
  static const char TEXT[] =
    "{'@context': {'@base': 'http://b/', 'a': 'b:a', 'b': 'http://b/', 'l': {'@id': 'a:l', "
    "'@container': "
    "'@list'}, 'm': {'@id': 'a:m', '@container': '@id', '@context': {'c': 'b:c'}}, 'j': {'@id': "
    "'b:j', "
    "'@type': '@json'}}, '@id': 'x', 'l': [1.5, 'gen'], 'm': {'y': {'c': 1}}, 'j': {'z': [1]}}";
  read_sample s = {0};
  CHECK_ALLOC_FAILURES(ld_read(TEXT, &s), read_clear(&s));
}

static const unit_test TESTS[] = {{"lines", lines},
                                  {"dropped", dropped},
                                  {"faults", faults},
                                  {"stopped", stopped},
                                  {"deep", deep},
                                  {"no memory", no_memory}};

UNIT_MAIN("graph/read_jsonld", TESTS)
