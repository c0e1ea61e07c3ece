/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Tables that are not UTF-8, and byte order marks. Code points are from the Unicode mapping tables
   of windows-1252 and Shift_JIS. */

#include "table_unit.h"

#include "table/encoding.h"

static ln_dialect
in_encoding(const ln_view name)
{
  ln_dialect dialect;
  ln_dialect_default(&dialect);
  dialect.encoding = name;
  return dialect;
}

static void
test_known(void)
{
  CU_ASSERT(ln_encoding_known(LN_V("")));
  CU_ASSERT(ln_encoding_known(LN_V("utf-8")));
  CU_ASSERT(ln_encoding_known(LN_V("UTF8")));
  CU_ASSERT(ln_encoding_known(LN_V("us-ascii")));
  CU_ASSERT(ln_encoding_known(LN_V("utf-16")));
  CU_ASSERT(ln_encoding_known(LN_V("iso-8859-1")));
  CU_ASSERT(ln_encoding_known(LN_V("windows-1252")));
  CU_ASSERT(ln_encoding_known(LN_V("ISO-8859-15")));
  CU_ASSERT_FALSE(ln_encoding_known(LN_V("foo")));
  CU_ASSERT_FALSE(ln_encoding_known(LN_V("latin1//TRANSLIT")));
  CU_ASSERT_FALSE(ln_encoding_known(LN_V("a name much longer than the name of any encoding")));
}

static void
test_single_bytes(void)
{
  const ln_dialect windows = in_encoding(LN_V("windows-1252"));
  CHECK_TABLE(LN_V("Blach\xE9,\x93q\x94\n\x80,x"),
              &windows,
              "[1 1] Blach\xC3\xA9|\xE2\x80\x9Cq\xE2\x80\x9D\n[2 2] \xE2\x82\xAC|x\n");
  /* 0x81 is no character of windows-1252; columns count bytes of the UTF-8 form. */
  CHECK_TABLE(LN_V("\xE9,a\x81\nb\n"),
              &windows,
              "!L0101 1.2 1:4 the character at position 2 of the cell is not windows-1252\n"
              "[1 1] \xC3\xA9|\n[2 2] b\n");
  const ln_dialect latin = in_encoding(LN_V("ISO-8859-1"));
  CHECK_TABLE(LN_V("\"\xE0\n\xE9\"\r\n\xFF"), &latin, "[1 1] \xC3\xA0\n\xC3\xA9\n[2 3] \xC3\xBF\n");
  const ln_dialect ascii = in_encoding(LN_V("US-ASCII"));
  CHECK_TABLE(LN_V("\xC3\xA9"), &ascii, "[1 1] \xC3\xA9\n");
}

static void
test_utf16(void)
{
  const ln_dialect utf16 = in_encoding(LN_V("utf-16"));
  CHECK_TABLE(LN_V("\xFF\xFE"
                   "a\0,\0\xE9\0\n\0\x3D\xD8\x00\xDE"),
              &utf16,
              "[1 1] a|\xC3\xA9\n[2 2] \xF0\x9F\x98\x80\n");
  CHECK_TABLE(LN_V("\xFE\xFF\0a\0,\0\xE9\0\r\0\n\xD8\x3D\xDE\0"),
              &utf16,
              "[1 1] a|\xC3\xA9\n[2 2] \xF0\x9F\x98\x80\n");
  CHECK_TABLE(LN_V("a\0,\0b\0"), &utf16, "[1 1] a|b\n");
  const ln_dialect big = in_encoding(LN_V("UTF-16BE"));
  CHECK_TABLE(LN_V("\0a\0,\0b"), &big, "[1 1] a|b\n");
  const ln_dialect utf32 = in_encoding(LN_V("utf-32"));
  CHECK_TABLE(LN_V("\xFF\xFE\0\0a\0\0\0,\0\0\0b\0\0\0"), &utf32, "[1 1] a|b\n");
  /* Half a pair, and half a character at the end. */
  CHECK_TABLE(LN_V("\xFF\xFE"
                   "a\0\x3D\xD8,\0b\0c"),
              &utf16,
              "!L0101 1.1 1:1 the character at position 2 of the cell is not utf-16\n"
              "!L0101 1.2 1:7 the character at position 2 of the cell is not utf-16\n"
              "[1 1] |\n");
}

static void
test_marks(void)
{
  const ln_dialect utf8 = in_encoding(LN_V("utf-8"));
  CHECK_TABLE(LN_V("\xFF\xFE"
                   "a\0,\0b\0"),
              &utf8,
              "!L0108 0.0 0:0 the table cannot be read as utf-8: it begins with the byte order "
              "mark of UTF-16\n");
  CHECK_TABLE(LN_V("\0\0\xFE\xFF\0\0\0a"),
              &utf8,
              "!L0108 0.0 0:0 the table cannot be read as utf-8: it begins with the byte order "
              "mark of UTF-32\n");
  const ln_dialect windows = in_encoding(LN_V("windows-1252"));
  CHECK_TABLE(LN_V("\xEF\xBB\xBF\xC3\xA9"), &windows, "[1 1] \xC3\xA9\n");
  CHECK_TABLE(LN_V("\xFE\xFF\0a"),
              &windows,
              "!L0108 0.0 0:0 the table cannot be read as windows-1252: it begins with the byte "
              "order mark of UTF-16\n");
  const ln_dialect none = in_encoding(LN_V(""));
  CHECK_TABLE(LN_V("\xFF\xFE"),
              &none,
              "!L0108 0.0 0:0 the table cannot be read as UTF-8: it begins with the byte order "
              "mark of UTF-16\n");
  CHECK_TABLE(LN_V("\xEF\xBB"),
              &none,
              "!L0101 1.1 1:1 byte 0xEF at position 1 of the cell is not UTF-8\n[1 1] \n");
}

static void
test_unknown(void)
{
  const ln_dialect foo = in_encoding(LN_V("foo"));
  CHECK_TABLE(
    LN_V("a,b\n"),
    &foo,
    "!L0108 0.0 0:0 the table cannot be read as foo: no encoding of this name is known\n");
}

/* A character of two bytes on either side of every boundary near the size of the pieces. */
static void
test_pieces(void)
{
  static char      bytes[8300];
  const ln_dialect japanese = in_encoding(LN_V("shift_jis"));
  for (size_t at = 8185U; at <= 8200U; ++at) {
    memset(bytes, 'x', sizeof(bytes));
    bytes[at - 1U]  = '\n';
    bytes[at]       = '\x83'; /* U+30C6 */
    bytes[at + 1U]  = '\x65';
    bytes[at + 2U]  = '\n';
    table_dump dump = {0};
    CU_ASSERT_EQUAL(dump_bytes(&dump, (ln_view){bytes, at + 3U}, &japanese, 100U), LN_OK);
    const ln_view text = ln_text_view(&dump.text);
    CHECK_VIEW(ln_view_from(text, text.n - 10U), "[2 2] \xE3\x83\x86\n");
    ln_text_clear(&dump.text);
  }
}

static void
test_growing(void)
{
  /* One byte becomes three: 100,000 euro signs. */
  static char      bytes[100000];
  const ln_dialect windows = in_encoding(LN_V("windows-1252"));
  memset(bytes, '\x80', sizeof(bytes));
  table_dump dump = {0};
  CU_ASSERT_EQUAL(dump_bytes(&dump, (ln_view){bytes, sizeof(bytes)}, &windows, 0U), LN_OK);
  CU_ASSERT_EQUAL_FATAL(dump.text.n, 6U + 300000U + 1U);
  size_t wrong = 0U;
  for (size_t i = 6U; i + 1U < dump.text.n; i += 3U) {
    wrong += memcmp(dump.text.s + i, "\xE2\x82\xAC", 3U) == 0 ? 0U : 1U;
  }
  CU_ASSERT_EQUAL(wrong, 0U);
  ln_text_clear(&dump.text);
}

static void
test_no_memory(void)
{
  const ln_dialect windows = in_encoding(LN_V("windows-1252"));
  table_dump       dump    = {0};
  CHECK_ALLOC_FAILURES(dump_bytes(&dump, LN_V("a\xE9,b\n"), &windows, 0U), {
    ln_text_clear(&dump.text);
    dump = (table_dump){0};
  });
}

static const unit_test tests[] = {
  {"names", test_known},
  {"one byte a character", test_single_bytes},
  {"UTF-16 and UTF-32", test_utf16},
  {"byte order marks", test_marks},
  {"unknown encoding", test_unknown},
  {"characters across pieces", test_pieces},
  {"text longer than bytes", test_growing},
  {"out of memory", test_no_memory},
};

UNIT_MAIN("encoding", tests)
