/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Escapes: canonical N-Triples 1.1 escapes four characters, JSON (RFC 8259) also all controls. */

#include "unit.h"

#include "sink/escape.h"

/** Escape at every offset from an eight-byte boundary, in a buffer of exactly the promised size. */
static void
check(const char* const in, const ln_escape_kind kind, const char* const expected)
{
  const size_t n = strlen(in);
  for (size_t pad = 0U; pad < 9U; ++pad) {
    char* to   = (char*)ln_alloc(ln_escape_bound(n + pad));
    char* from = (char*)ln_alloc(n + pad + 1U);
    char  want[1024];
    CU_ASSERT_FATAL(to && from && pad + strlen(expected) < sizeof(want));
    memset(from, 'x', pad);
    memcpy(from + pad, in, n);
    memset(want, 'x', pad);
    memcpy(want + pad, expected, strlen(expected) + 1U);
    const char* const end = ln_escape(to, (ln_view){from, n + pad}, kind);
    CHECK_VIEW(((ln_view){to, (size_t)(end - to)}), want);
    ln_free(to);
    ln_free(from);
  }
}

static void
strings(void)
{
  check("", LN_ESCAPE_STRING, "");
  check("plain", LN_ESCAPE_STRING, "plain");
  check("a\"b\\c\nd\re", LN_ESCAPE_STRING, "a\\\"b\\\\c\\nd\\re");
  check("\"\"\"\"\"\"\"\"\"", LN_ESCAPE_STRING, "\\\"\\\"\\\"\\\"\\\"\\\"\\\"\\\"\\\"");
  check("tab\tstays", LN_ESCAPE_STRING, "tab\tstays");
  check("\x01\x08\x0b\x0c\x1f\x7f", LN_ESCAPE_STRING, "\x01\x08\x0b\x0c\x1f\x7f");
  check("Zoë 日本 😀", LN_ESCAPE_STRING, "Zoë 日本 😀");
  check("a long text without anything in it, but here: \"",
        LN_ESCAPE_STRING,
        "a long text without anything in it, but here: \\\"");
}

static void
json(void)
{
  check("a\"b\\c\nd\re\tf", LN_ESCAPE_JSON, "a\\\"b\\\\c\\nd\\re\\tf");
  check("\x01\x08\x0b\x0c\x1f\x7f", LN_ESCAPE_JSON, "\\u0001\\u0008\\u000B\\u000C\\u001F\x7f");
  check("a/b é", LN_ESCAPE_JSON, "a/b é");
}

/** U+FEFF, U+FFFE, U+FFFF and their neighbours: U+F000, U+FEFE, U+FF00, U+FFFD stay. */
static void
noncharacters(void)
{
  check("\xef\xbb\xbf|\xef\xbf\xbe|\xef\xbf\xbf", LN_ESCAPE_STRING, "\\uFEFF|\\uFFFE|\\uFFFF");
  check("\xef\xbb\xbf|\xef\xbf\xbe|\xef\xbf\xbf", LN_ESCAPE_JSON, "\\uFEFF|\\uFFFE|\\uFFFF");
  check("\xef\xbb\xbf|\xef\xbf\xbe", LN_ESCAPE_IRI, "\\uFEFF|\\uFFFE");
  check("\xef\x80\x80\xef\xbb\xbe\xef\xbc\x80\xef\xbf\xbd",
        LN_ESCAPE_STRING,
        "\xef\x80\x80\xef\xbb\xbe\xef\xbc\x80\xef\xbf\xbd");
}

static void
iris(void)
{
  check("https://example.org/a?b=c&d=\xc3\xa9#%20",
        LN_ESCAPE_IRI,
        "https://example.org/a?b=c&d=\xc3\xa9#%20");
}

/** Pieces never cut a character, however they fall. */
static void
pieces(void)
{
  enum { N = 4096 };
  for (size_t pad = 0U; pad < 4U; ++pad) {
    ln_out*     out  = NULL;
    char* const from = (char*)ln_alloc(pad + 3U * N);
    CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
    CU_ASSERT_PTR_NOT_NULL_FATAL(from);
    memset(from, 'a', pad);
    for (size_t i = 0U; i < N; ++i) {
      memcpy(from + pad + 3U * i, "\xef\xbf\xbf", 3U);
    }
    ln_escape_put(out, (ln_view){from, pad + 3U * N}, LN_ESCAPE_STRING);
    const ln_view written = ln_out_bytes(out);
    CU_ASSERT_EQUAL(written.n, pad + 6U * N);
    for (size_t i = 0U; i < N && written.n == pad + 6U * N; ++i) {
      CU_ASSERT(memcmp(written.s + pad + 6U * i, "\\uFFFF", 6U) == 0);
    }
    ln_free(from);
    CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  }
}

static const unit_test TESTS[] = {{"strings", strings},
                                  {"JSON", json},
                                  {"noncharacters", noncharacters},
                                  {"IRIs", iris},
                                  {"pieces", pieces}};

UNIT_MAIN("sink/escape", TESTS)
