/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Arrays in cells: RFC 8259, sections 6 and 7; the PostgreSQL manual, section 8.15; what
 * Python 3.11 answered to repr(). */

#include "table/array.h"
#include "unit.h"

/* All members as one text: texts in <>, null as -, what is clean with a ! and what is nested with a
   * behind it, names with = in front; then the
   problem and where it is. */
static void
walk(const ln_array_syntax syntax,
     const ln_view         text,
     const bool            nests,
     char* const           out,
     const size_t          size)
{
  ln_array      array = {0};
  ln_array_item item  = {0};
  size_t        n     = 0U;
  out[0]              = '\0';
  ln_array_start(&array, syntax, text);
  array.nests = nests;
  while (ln_array_next(&array, &item)) {
    char    room[64];
    ln_view made = item.text;
    if (item.escaped) {
      CU_ASSERT_FATAL(item.text.n <= sizeof(room));
      made = (ln_view){room, ln_array_decode(syntax, item.text, room)};
    }
    n += item.name.s ? (size_t)snprintf(out + n, size - n, "%.*s=", (int)item.name.n, item.name.s)
                     : 0U;
    n += (size_t)(item.is_null ? snprintf(out + n, size - n, "-")
                               : snprintf(out + n,
                                          size - n,
                                          "<%.*s>%s",
                                          (int)made.n,
                                          made.n > 0U ? made.s : "",
                                          item.nested  ? "*"
                                          : item.clean ? "!"
                                                       : ""));
    CU_ASSERT_FATAL(n < size);
  }
  if (array.problem) {
    snprintf(out + n, size - n, "%zu: %s", array.at, array.problem);
  }
}

static void
check_walk(const ln_array_syntax syntax,
           const char* const     text,
           const bool            nests,
           const char* const     expected)
{
  char out[256];
  walk(syntax, ln_view_of(text), nests, out, sizeof(out));
  CU_ASSERT_STRING_EQUAL(out, expected);
  if (strcmp(out, expected) != 0) {
    fprintf(stderr, "%s gave %s, not %s\n", text, out, expected);
  }
}

static void
check(const ln_array_syntax syntax, const char* const text, const char* const expected)
{
  check_walk(syntax, text, false, expected);
}

static void
test_json(void)
{
  check(LN_ARRAY_JSON, "[]", "");
  check(LN_ARRAY_JSON, " [ ] ", "");
  check(LN_ARRAY_JSON, "[\"a\"]", "<a>!");
  check(LN_ARRAY_JSON, "[\"a, b\" , \"\",\"\xC3\xA9\x7F\"]", "<a, b>!<>!<\xC3\xA9\x7F>");
  check(LN_ARRAY_JSON, "[null,\"null\",true,false]", "-<null>!<true>!<false>!");
  check(LN_ARRAY_JSON,
        "[0,-1,1.50,1e5,-0.1E+2,9007199254740993]",
        "<0>!<-1>!<1.50>!<1e5>!<-0.1E+2>!<9007199254740993>!");
}

static void
test_json_escapes(void)
{
  check(LN_ARRAY_JSON, "[\"\\\"\\\\\\/\"]", "<\"\\/>");
  check(LN_ARRAY_JSON, "[\"\\b\\f\\n\\r\\t\"]", "<\b\f\n\r\t>");
  check(LN_ARRAY_JSON,
        "[\"\\u0041\\u00e9\\u20AC\\ud83c\\uDFB8\"]",
        "<A\xC3\xA9\xE2\x82\xAC\xF0\x9F\x8E\xB8>");
}

static void
test_json_problems(void)
{
  static const char* const bad[][2] = {
    {"", "0: ["},
    {"a", "0: ["},
    {"{\"a\":1}", "0: ["},
    {"[", "1: a string in double quotes, a number, true, false or null"},
    {"[1", "2: a comma or ]"},
    {"[1 2]", "3: a comma or ]"},
    {"[1,]", "3: a string in double quotes, a number, true, false or null"},
    {"[,1]", "1: a string in double quotes, a number, true, false or null"},
    {"['a']", "1: a string in double quotes, a number, true, false or null"},
    {"[True]", "1: a string in double quotes, a number, true, false or null"},
    {"[01]", "1: a string in double quotes, a number, true, false or null"},
    {"[1.]", "1: a string in double quotes, a number, true, false or null"},
    {"[.5]", "1: a string in double quotes, a number, true, false or null"},
    {"[1e]", "1: a string in double quotes, a number, true, false or null"},
    {"[-]", "1: a string in double quotes, a number, true, false or null"},
    {"[[1]]", "1: a string or number, not an array or object inside"},
    {"[{\"a\":1}]", "1: a string or number, not an array or object inside"},
    {"[\"a]", "4: the closing quote"},
    {"[\"a\\", "3: an escape such as \\n or \\u00E9"},
    {"[\"\\x41\"]", "2: an escape such as \\n or \\u00E9"},
    {"[\"\\u00g1\"]", "2: four hexadecimal digits, surrogates in pairs"},
    {"[\"\\u00", "2: four hexadecimal digits, surrogates in pairs"},
    {"[\"\\ud800\"]", "2: four hexadecimal digits, surrogates in pairs"},
    {"[\"\\ud800\\u0041\"]", "2: four hexadecimal digits, surrogates in pairs"},
    {"[\"\\udc00\\udc00\"]", "2: four hexadecimal digits, surrogates in pairs"},
    {"[\"\\u0000\"]", "2: a character that can be written (not U+0000, U+FFFE, U+FFFF)"},
    {"[\"\\uFFFE\"]", "2: a character that can be written (not U+0000, U+FFFE, U+FFFF)"},
    {"[\"a\tb\"]", "3: an escape such as \\n instead of a control character"},
    {"[] x", "3: nothing more"},
  };
  for (size_t i = 0U; i < sizeof(bad) / sizeof(bad[0]); ++i) {
    ln_array      array = {0};
    ln_array_item item  = {0};
    char          found[128];
    ln_array_start(&array, LN_ARRAY_JSON, ln_view_of(bad[i][0]));
    while (ln_array_next(&array, &item)) {
    }
    snprintf(found, sizeof(found), "%zu: %s", array.at, array.problem ? array.problem : "none");
    CU_ASSERT_STRING_EQUAL(found, bad[i][1]);
    if (strcmp(found, bad[i][1]) != 0) {
      fprintf(stderr, "%s gave %s\n", bad[i][0], found);
    }
  }
}

static void
test_postgresql(void)
{
  check(LN_ARRAY_POSTGRESQL, "{}", "");
  check(LN_ARRAY_POSTGRESQL, "{a,\"b c\",NULL}", "<a>!<b c>!-");
  check(LN_ARRAY_POSTGRESQL, "{null,\"NULL\",nulls}", "-<NULL>!<nulls>!");
  check(LN_ARRAY_POSTGRESQL, "{ a b , \"\" }", "<a b>!<>!");
  check(LN_ARRAY_POSTGRESQL, "{\"a,b}\",\"a\\\"b\\\\\"}", "<a,b}>!<a\"b\\>");
  check(LN_ARRAY_POSTGRESQL, "{a\\,b,c\\ }", "<a,b><c >");
  check(LN_ARRAY_POSTGRESQL, "{\"a\nb\"}", "<a\nb>");
}

static void
test_postgresql_problems(void)
{
  check(LN_ARRAY_POSTGRESQL, "", "0: {");
  check(LN_ARRAY_POSTGRESQL, "[1:2]={1,2}", "0: {");
  check(LN_ARRAY_POSTGRESQL, "{a", "2: a comma or }");
  check(LN_ARRAY_POSTGRESQL, "{a,}", "<a>!3: an item (an empty text is written \"\")");
  check(LN_ARRAY_POSTGRESQL, "{,a}", "1: an item (an empty text is written \"\")");
  check(LN_ARRAY_POSTGRESQL, "{\"a}", "4: the closing quote");
  check(LN_ARRAY_POSTGRESQL, "{\"a\\", "4: the closing quote");
  check(LN_ARRAY_POSTGRESQL, "{\"a\"b}", "<a>!4: a comma or }");
  check(LN_ARRAY_POSTGRESQL, "{a\"b\"}", "2: quotes around all of the item, no array inside");
  check(LN_ARRAY_POSTGRESQL, "{{a},{b}}", "1: quotes around all of the item, no array inside");
  check(LN_ARRAY_POSTGRESQL, "{a} b", "<a>!4: nothing more");
}

static void
test_nested(void)
{
  check_walk(
    LN_ARRAY_JSON, "[[1,\"]\"], {\"a\": [{}]} ,2]", true, "<[1,\"]\"]>*<{\"a\": [{}]}>*<2>!");
  check_walk(LN_ARRAY_JSON, "[[1}]", true, "3: ]");
  check_walk(LN_ARRAY_JSON, "[{\"a\": [1}]", true, "9: ]");
  check_walk(LN_ARRAY_JSON, "[{]", true, "2: }");
  check_walk(LN_ARRAY_JSON, "[{\"a", true, "4: the closing quote");
  check_walk(LN_ARRAY_JSON, "[{\"a\": 1", true, "8: the closing }");
  check_walk(LN_ARRAY_JSON, "[[[", true, "3: the closing ]");
}

/* As deep as it may be, and deeper. */
static void
test_depth(void)
{
  char  text[2 * LN_ARRAY_DEPTH + 5];
  char* at = text;
  *at++    = '[';
  memset(at, '[', LN_ARRAY_DEPTH);
  memset(at + LN_ARRAY_DEPTH, ']', LN_ARRAY_DEPTH + 1);
  at[2 * LN_ARRAY_DEPTH + 1] = '\0';
  ln_array      array        = {0};
  ln_array_item item         = {0};
  ln_array_start(&array, LN_ARRAY_JSON, ln_view_of(text));
  array.nests = true;
  CU_ASSERT(ln_array_next(&array, &item));
  CU_ASSERT_EQUAL(item.text.n, 2U * LN_ARRAY_DEPTH);
  CU_ASSERT(!ln_array_next(&array, &item));
  CU_ASSERT_PTR_NULL(array.problem);
  memset(text, '[', 2 * LN_ARRAY_DEPTH);
  ln_array_start(&array, LN_ARRAY_JSON, ln_view_of(text));
  array.nests = true;
  CU_ASSERT(!ln_array_next(&array, &item));
  CU_ASSERT_STRING_EQUAL(array.problem, "fewer arrays and objects inside each other");
}

static void
test_object(void)
{
  check_walk(LN_ARRAY_OBJECT, "{}", false, "");
  check_walk(LN_ARRAY_OBJECT, " { \"a\" : \"b\" ,\"c\":null, \"\": 1} ", false, "a=<b>!c=-=<1>!");
  check_walk(LN_ARRAY_OBJECT, "{\"a\\n\":\"b\\n\"}", false, "a\\n=<b\n>");
  check_walk(LN_ARRAY_OBJECT, "{\"a\":[1]}", true, "a=<[1]>*");
  check_walk(LN_ARRAY_OBJECT, "{\"a\":true}", false, "a=<true>!");
  check_walk(LN_ARRAY_OBJECT, "[]", false, "0: {");
  check_walk(LN_ARRAY_OBJECT, "{a:1}", false, "1: the name of a member in double quotes");
  check_walk(LN_ARRAY_OBJECT, "{\"a\" 1}", false, "5: a colon");
  check_walk(LN_ARRAY_OBJECT, "{\"a\":1 \"b\":2}", false, "a=<1>!7: a comma or }");
  check_walk(
    LN_ARRAY_OBJECT, "{\"a\":1,}", false, "a=<1>!7: the name of a member in double quotes");
  check_walk(
    LN_ARRAY_OBJECT, "{\"a\":[1]}", false, "5: a string or number, not an array or object inside");
}

static void
test_python(void)
{
  check(LN_ARRAY_PYTHON, "[]", "");
  check(LN_ARRAY_PYTHON, "['a', 'b\"c', \"it's\"]", "<a>!<b\"c><it's>!");
  check(LN_ARRAY_PYTHON,
        "['\xC3\xA9\\n\\x7f\\u200b\\U000e0001\\\\\\'\\\"']",
        "<\xC3\xA9\n\x7F\xE2\x80\x8B\xF3\xA0\x80\x81\\'\">");
  check(LN_ARRAY_PYTHON,
        "[1, -2.5, 1e-05, None, nan, True, False]",
        "<1>!<-2.5>!<1e-05>!--<true>!<false>!");
  check(LN_ARRAY_PYTHON, "('a',)", "<a>!");
  check(LN_ARRAY_PYTHON, "('a', 'b')", "<a>!<b>!");
  check(LN_ARRAY_PYTHON, "()", "");
  check(LN_ARRAY_PYTHON, "[u'a', u\"b\"]", "<a>!<b>!");
  check_walk(LN_ARRAY_PYTHON,
             "[{'id': 18, 'name': '}'}, ('x', ['y'])]",
             true,
             "<{'id': 18, 'name': '}'}>*<('x', ['y'])>*");
  check_walk(LN_ARRAY_PYTHON, " {'id': 18} ", true, "<{'id': 18}>*");
  check_walk(LN_ARRAY_DICTIONARY,
             "{'id': 18, \"it's\": 'x', 'n': None, 't': True,}",
             true,
             "id=<18>!it's=<x>!n=-t=<true>!");
}

static void
test_python_problems(void)
{
  static const char        word[] = "a string in quotes, a number, True, False or None";
  char                     text[128];
  static const char* const words[][2] = {
    {"[a]", "1"}, {"[null]", "1"}, {"[true]", "1"}, {"[,]", "1"}};
  for (size_t i = 0U; i < sizeof(words) / sizeof(words[0]); ++i) {
    snprintf(text, sizeof(text), "%s: %s", words[i][1], word);
    check(LN_ARRAY_PYTHON, words[i][0], text);
  }
  check(LN_ARRAY_PYTHON, "", "0: [ or (");
  check(LN_ARRAY_PYTHON, "{'a': 1}", "0: [ or (");
  check(LN_ARRAY_PYTHON, "['a' 'b']", "<a>!5: a comma or ]");
  check(LN_ARRAY_PYTHON, "('a']", "<a>!4: a comma or )");
  check(LN_ARRAY_PYTHON, "['a", "3: the closing quote");
  check(LN_ARRAY_PYTHON, "['a\"]", "5: the closing quote");
  check(LN_ARRAY_PYTHON, "['\\d']", "2: an escape such as \\n or \\u00E9");
  check(LN_ARRAY_PYTHON, "['\\/']", "2: an escape such as \\n or \\u00E9");
  check(LN_ARRAY_PYTHON,
        "['\\ud83d\\udc4d']",
        "2: two hexadecimal digits behind \\x, four behind \\u, eight behind \\U, no surrogates");
  check(LN_ARRAY_PYTHON,
        "['\\x00']",
        "2: a character that can be written (not U+0000, U+FFFE, U+FFFF)");
  check(LN_ARRAY_PYTHON, "[['a']]", "1: a string or number, not an array or object inside");
  check_walk(LN_ARRAY_PYTHON, "[('a']]", true, "5: )");
  check_walk(LN_ARRAY_PYTHON, "{'a': 1} x", true, "<{'a': 1}>*9: nothing more");
  check_walk(LN_ARRAY_DICTIONARY, "{1: 2}", true, "1: the name of a member in quotes");
  check(LN_ARRAY_JSON, "[\"\\'\"]", "2: an escape such as \\n or \\u00E9");
  check_walk(
    LN_ARRAY_JSON, "[(1)]", true, "1: a string in double quotes, a number, true, false or null");
}

static const unit_test tests[] = {
  {"python", test_python},
  {"python problems", test_python_problems},
  {"json", test_json},
  {"json escapes", test_json_escapes},
  {"json problems", test_json_problems},
  {"nested", test_nested},
  {"depth", test_depth},
  {"object", test_object},
  {"postgresql", test_postgresql},
  {"postgresql problems", test_postgresql_problems},
};

UNIT_MAIN("table/array", tests)
