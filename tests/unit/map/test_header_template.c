/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Prefixes and templates of header cells. */

#include "header_unit.h"

static void
templates(void)
{
  check_holds("ex:a<ex:b/{}>", "\"valueUrl\": \"https://example.org/b/{a}\"");
  check_holds("ex:a<{+}>", "\"valueUrl\": \"{+a}\"");
  check_holds("ex:a<b/{#}/{}>", "\"valueUrl\": \"b/{#a}/{a}\"");
  check_holds("ex:a<urn:isbn:{}>", "\"valueUrl\": \"urn:isbn:{a}\"");
  check_holds("ex:a<http://e/{}>", "\"valueUrl\": \"http://e/{a}\"");
  check_holds("ex:a<{b,_row}:x>\nb", "\"valueUrl\": \"{b,_row}:x\"");
  check_holds("ex:a<{b:3}{/b*}>\nb", "\"valueUrl\": \"{b:3}{/b*}\"");
  check_holds("@id<ex:{}>", "\"aboutUrl\": \"https://example.org/{id}\"");
  check_holds("@id", "\"aboutUrl\": \"{+id}\"");
  check_holds("@type", "\"propertyUrl\": \"rdf:type\", \"valueUrl\": \"{+type}\"");
}

static void
faults(void)
{
  check_faults("name<{nam}>", "L0432 1 no column is called \"nam\" did you mean \"name\"?\n");
  check_faults("ab<{}{x}{y}>",
               "L0432 1 no column is called \"x\" \nL0432 1 no column is called \"y\" \n");
  check_faults("a<{>", "L0430 1 a brace of the <template> is not closed \n");
  check_faults("a<exx:{}>", "L0431 1 the prefix \"exx\" is not known did you mean \"ex\"?\n");
}

static void
check_prefix(const char* const text, const char* const name, const char* const iri)
{
  ln_header_prefix prefix = {0};
  CU_ASSERT_TRUE(ln_header_prefix_read(ln_view_of(text), &prefix));
  CHECK_VIEW(prefix.name, name);
  CHECK_VIEW(prefix.iri, iri);
}

static void
declarations(void)
{
  ln_header_prefix prefix = {0};
  check_prefix("ex=https://example.org/?a=b", "ex", "https://example.org/?a=b");
  check_prefix("@prefix ex: <https://example.org/>", "ex", "https://example.org/");
  check_prefix("@prefix  ex : <https://example.org/> .", "ex", "https://example.org/");
  CU_ASSERT_FALSE(ln_header_prefix_read(LN_V("@prefix ex: https://example.org/"), &prefix));
  CU_ASSERT_FALSE(ln_header_prefix_read(LN_V("@prefix : <https://example.org/>"), &prefix));
  CU_ASSERT_FALSE(ln_header_prefix_read(LN_V("@prefix ex <https>"), &prefix));
  CU_ASSERT_FALSE(ln_header_prefix_read(LN_V("@prefix ex: <>"), &prefix));
  CU_ASSERT_FALSE(ln_header_prefix_read(LN_V("ex="), &prefix));
  CU_ASSERT_FALSE(ln_header_prefix_read(LN_V("ex"), &prefix));
}

static const unit_test tests[] = {
  {"templates", templates},
  {"faults", faults},
  {"declarations", declarations},
};

UNIT_MAIN("map/header_template", tests)
