/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What was read from an encoding is written as it stood, byte for byte. */

#include "unit.h"

#include "base/text.h"
#include "table/encoding.h"
#include "table/recode.h"

/* Read `bytes` from their encoding and write them back. */
static ln_status
there_and_back(const ln_view bytes, const ln_view name, ln_text* const text, ln_out* const out)
{
  ln_in*      in       = NULL;
  ln_encoding encoding = {0};
  ln_recoder* recoder  = NULL;
  const char* problem  = NULL;
  char        piece[5];
  size_t      got = 0U;
  LN_TRY(ln_in_memory(bytes, &in));
  ln_status st = ln_encoding_open(&encoding, in, name, &problem);
  while (st == LN_OK && (st = ln_encoding_read(&encoding, piece, sizeof(piece), &got)) == LN_OK) {
    st = ln_text_add(text, (ln_view){piece, got});
  }
  const ln_encoding_form form = ln_encoding_form_of(&encoding);
  st                          = st == LN_END ? ln_recoder_new(form.name, &recoder) : st;
  if (st == LN_OK) {
    ln_out_put_view(out, form.mark);
    ln_recoder_put(recoder, ln_text_view(text), out);
  }
  ln_recoder_free(recoder);
  ln_encoding_close(&encoding);
  const ln_status closed = ln_in_close(in);
  return st == LN_OK ? closed : st;
}

static void
check_same(const ln_view bytes, const ln_view name)
{
  ln_text text = {0};
  ln_out* out  = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(there_and_back(bytes, name, &text, out), LN_OK);
  CU_ASSERT(ln_view_equals(ln_out_bytes(out), bytes));
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_text_clear(&text);
}

static void
test_same(void)
{
  check_same(LN_V(""), LN_V("utf-8"));
  check_same(LN_V("\xC3\xA9,\xFF,\xE2"), LN_V("utf-8")); // not touched, whatever it is
  check_same(LN_V("\xEF\xBB\xBF\xC3\xA9"), LN_V("windows-1252"));
  check_same(LN_V("Blach\xE9,\x93q\x94\n\x80"), LN_V("iso-8859-1"));
  check_same(LN_V("\xFF\xFE"
                  "a\0\xE9\0\x3D\xD8\x00\xDE"),
             LN_V("utf-16"));
  check_same(LN_V("\0a\0\xE9"), LN_V("UTF-16BE"));
  check_same(LN_V("\xFF\xFE\0\0a\0\0\0"), LN_V("utf-32"));
}

/* Bytes that windows-1252 does not have, half a pair, half a character at the end. */
static void
test_strange(void)
{
  check_same(LN_V("a\x81\x8D\x8F\x90\x9D\xFF"), LN_V("windows-1252"));
  check_same(LN_V("\xFF\xFE"
                  "a\0\x3D\xD8,\0b\0c"),
             LN_V("utf-16"));
  char byte = '\0';
  CU_ASSERT(ln_encoding_strange(LN_V("\xFE\x81x"), &byte));
  CU_ASSERT_EQUAL((unsigned char)byte, 0x81U);
  CU_ASSERT_FALSE(ln_encoding_strange(LN_V("\xFE"), &byte));
  CU_ASSERT_FALSE(ln_encoding_strange(LN_V("\xC3\xA9"), &byte));
  CU_ASSERT_FALSE(ln_encoding_strange(LN_V(""), &byte));
}

/* Longer than the pieces on both ways, with a strange byte at every distance from their ends. */
static void
test_long(void)
{
  enum { LONG = 70001 };
  char* const bytes = malloc(LONG);
  CU_ASSERT_PTR_NOT_NULL_FATAL(bytes);
  for (size_t i = 0U; i < LONG; ++i) {
    bytes[i] = i % 97U == 0U ? '\x81' : i % 3U == 0U ? '\xE9' : 'a';
  }
  check_same((ln_view){bytes, LONG}, LN_V("windows-1252"));
  free(bytes);
}

static void
test_no_memory(void)
{
  ln_text text = {0};
  ln_out* out  = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CHECK_ALLOC_FAILURES(there_and_back(LN_V("\xE9"), LN_V("latin1"), &text, out),
                       ln_text_clear(&text));
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_recoder_free(NULL);
}

static const unit_test tests[] = {
  {"same", test_same},
  {"strange", test_strange},
  {"long", test_long},
  {"no memory", test_no_memory},
};

UNIT_MAIN("recode", tests)
