/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   First bytes of documents, and of header rows that look a little like them. */

#include "unit.h"

#include "table/tree_guess.h"

static void
check(const char* const head, const bool yes, const ln_tree_format expected)
{
  ln_tree_format format = LN_TREE_XML;
  CU_ASSERT_EQUAL(ln_tree_guess(ln_view_of(head), &format), yes);
  CU_ASSERT(!yes || format == expected);
}

static void
test_xml(void)
{
  check("<?xml version=\"1.0\"?>", true, LN_TREE_XML);
  check("\xEF\xBB\xBF<?xml version='1.0'?>", true, LN_TREE_XML);
  check("\n<!DOCTYPE a>", true, LN_TREE_XML);
  check("<!-- made by hand -->", true, LN_TREE_XML);
  check("<shop>\n  <disc", true, LN_TREE_XML);
  check("<a:b-c.1\n xmlns:a='http://a.example/'>", true, LN_TREE_XML);
  check("<a/>", true, LN_TREE_XML);
}

static void
test_json(void)
{
  check("{\"a\":1}\n{\"a\":2}\n", true, LN_TREE_JSON);
  check(" \n{ }", true, LN_TREE_JSON);
  check("[\n  {\"a\"", true, LN_TREE_JSON);
  check("[[1,2]]", true, LN_TREE_JSON);
  check("\xEF\xBB\xBF[\"a\"]", true, LN_TREE_JSON);
}

static void
test_tables(void)
{
  check("", false, LN_TREE_XML);
  check("<", false, LN_TREE_XML);
  check("{", false, LN_TREE_XML);
  check("id,name\n", false, LN_TREE_XML);
  check("<id>,<name>\n", false, LN_TREE_XML);
  check("<first name>;<last name>\n", false, LN_TREE_XML);
  check("<5 years,<10 years\n", false, LN_TREE_XML);
  check("{id}\t{name}\n", false, LN_TREE_XML);
  check("[m],[kg]\n", false, LN_TREE_XML);
  check("[1],[2]\n", false, LN_TREE_XML);
  check("\"{\"\n", false, LN_TREE_XML);
}

static const unit_test tests[] = {
  {"xml", test_xml},
  {"json", test_json},
  {"tables", test_tables},
};

UNIT_MAIN("tree_guess", tests)
