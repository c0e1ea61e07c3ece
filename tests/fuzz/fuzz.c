/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Taking inputs apart and stopping. What is printed before the stop is meant to be read beside the
   input, so texts are shown with every byte that is not plain ASCII as \xHH. */

#include "fuzz.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { SHOWN = 4000 };

_Noreturn void
fuzz_fail(const char* const file,
          const int         line,
          const char* const condition,
          const char* const format,
          ...)
{
  va_list args;
  va_start(args, format);
  (void)fprintf(stderr, "\n%s:%d: does not hold: %s: ", file, line, condition);
  (void)vfprintf(stderr, format, args);
  (void)fputc('\n', stderr);
  va_end(args);
  abort();
}

static void
show(const char* const title, const ln_view v)
{
  (void)fprintf(stderr, "\n--- %s, %zu bytes\n", title, v.n);
  for (size_t i = 0U; i < v.n && i < SHOWN; ++i) {
    const unsigned char c = (unsigned char)v.s[i];
    if (c == '\n' || (c >= ' ' && c < 0x7FU)) {
      (void)fputc(c, stderr);
    } else {
      (void)fprintf(stderr, "\\x%02X", c);
    }
  }
}

void
fuzz_same(const char* const file,
          const int         line,
          const char* const what,
          const ln_view     got,
          const ln_view     expected)
{
  if (!ln_view_equals(got, expected)) {
    show("got", got);
    show("expected", expected);
    fuzz_fail(file, line, "the two are the same", "%s", what);
  }
}

unsigned
fuzz_byte(ln_view* const input)
{
  const unsigned c = input->n > 0U ? (unsigned char)input->s[0] : 0U;
  *input           = ln_view_from(*input, 1U);
  return c;
}

ln_view
fuzz_line(ln_view* const input)
{
  const ln_view line = ln_view_first(*input, ln_view_find(*input, '\n'));
  *input             = ln_view_from(*input, line.n + 1U);
  return line;
}

/* How many bytes follow a first byte, and the bounds of the second: table 3-7, row by row. */
static bool
row_of(const unsigned char first, size_t* const more, unsigned* const low, unsigned* const high)
{
  *low  = first == 0xE0U ? 0xA0U : (first == 0xF0U ? 0x90U : 0x80U);
  *high = first == 0xEDU ? 0x9FU : (first == 0xF4U ? 0x8FU : 0xBFU);
  *more = first < 0x80U ? 0U : (first < 0xE0U ? 1U : (first < 0xF0U ? 2U : 3U));
  return first < 0x80U || (first >= 0xC2U && first <= 0xF4U);
}

bool
fuzz_utf8(const ln_view v)
{
  for (size_t i = 0U; i < v.n; ++i) {
    size_t   more = 0U;
    unsigned low  = 0U;
    unsigned high = 0U;
    if (v.s[i] == '\0' || !row_of((unsigned char)v.s[i], &more, &low, &high) || v.n - i <= more) {
      return false;
    }
    for (; more > 0U; --more) {
      const unsigned char c = (unsigned char)v.s[++i];
      if (c < low || c > high) {
        return false;
      }
      low  = 0x80U;
      high = 0xBFU;
    }
  }
  return true;
}

void
fuzz_add(ln_text* const text, const ln_view v)
{
  FUZZ_CHECK(ln_text_add(text, v) == LN_OK, "no memory for %zu bytes", v.n);
}

void
fuzz_add_byte(ln_text* const text, const char c)
{
  fuzz_add(text, (ln_view){&c, 1U});
}
