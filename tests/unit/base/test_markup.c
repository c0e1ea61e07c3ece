/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Any bytes become well-formed text of JSON (RFC 8259), XML 1.0 and URIs (RFC 3986). */

#include "unit.h"

#include "base/markup.h"

typedef void (*put_func)(ln_out* out, ln_view text);

static void
check(const put_func put, const ln_view text, const char* const expected)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  put(out, text);
  CHECK_VIEW(ln_out_bytes(out), expected);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

static void
json(void)
{
  check(ln_markup_json, LN_V(""), "");
  check(ln_markup_json,
        LN_V("Guy-Blach\xC3\xA9 \xF0\x9F\x98\x80 <&>'/"),
        "Guy-Blach\xC3\xA9 \xF0\x9F\x98\x80 <&>'/");
  check(ln_markup_json, LN_V("\"\\\b\t\n\f\r"), "\\\"\\\\\\b\\t\\n\\f\\r");
  check(ln_markup_json, LN_V("\0\x1B\x1F\x7F"), "\\u0000\\u001B\\u001F\\u007F");
}

static void
xml(void)
{
  check(ln_markup_xml, LN_V("<a b=\"c\">&amp;'"), "&lt;a b=&quot;c&quot;&gt;&amp;amp;'");
  check(ln_markup_xml, LN_V("\t\n\r"), "&#9;&#10;&#13;");
  check(ln_markup_xml, LN_V("]]>"), "]]&gt;");
  // Controls and noncharacters are no Char (section 2.2)
  check(ln_markup_xml,
        LN_V("a\0\x1B"
             "b\x7F"),
        "a\xEF\xBF\xBD\xEF\xBF\xBD"
        "b\x7F");
  check(ln_markup_xml,
        LN_V("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBC"),
        "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBC");
}

/* Not UTF-8: cut off, overlong, a surrogate, beyond the end, a continuation alone. */
static void
not_utf8(void)
{
#define BAD "\xEF\xBF\xBD"
  check(ln_markup_json, LN_V("\xC3"), BAD);
  check(ln_markup_json, LN_V("\xC3(\xE2\x82"), BAD "(" BAD BAD);
  check(ln_markup_xml, LN_V("\xC0\x80"), BAD BAD);
  check(ln_markup_xml, LN_V("\xED\xA0\x80"), BAD BAD BAD);
  check(ln_markup_xml, LN_V("\xF4\x90\x80\x80"), BAD BAD BAD BAD);
  check(ln_markup_json, LN_V("a\xA9\xA9\xA9\xA9\xA9z\xFF"), "a" BAD BAD BAD BAD BAD "z" BAD);
  check(ln_markup_json, LN_V("\xC3\xA9\xA9"), "\xC3\xA9" BAD);
#undef BAD
}

static void
paths(void)
{
  check(ln_markup_path, LN_V("data/a-b_c.~1.csv"), "data/a-b_c.~1.csv");
  check(ln_markup_path, LN_V("a b#c%\xC3\xA9?.csv"), "a%20b%23c%25%C3%A9%3F.csv");
  check(ln_markup_path, LN_V("/tmp/x.csv"), "file:///tmp/x.csv");
  check(ln_markup_path, LN_V("a\xFF\n"), "a%FF%0A");
}

static const unit_test tests[] = {
  {"JSON", json},
  {"XML", xml},
  {"not UTF-8", not_utf8},
  {"paths", paths},
};

UNIT_MAIN("markup", tests)
