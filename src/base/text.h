/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_TEXT_H
#define LN_BASE_TEXT_H

#include "base/status.h"
#include "base/view.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/** A growing byte string. Caller's struct; zero-initialised is valid and empty. A NUL follows the
 * bytes (not counted). */
typedef struct {
  char*  s;
  size_t n;
  size_t cap;
} ln_text;

LN_MUST ln_status
ln_text_add(ln_text* text, ln_view v);

LN_MUST ln_status
ln_text_add_byte(ln_text* text, char c);

LN_MUST ln_status
ln_text_format(ln_text* text, const char* format, ...) LN_PRINTF(2, 3);

LN_MUST ln_status
ln_text_vformat(ln_text* text, const char* format, va_list args) LN_PRINTF(2, 0);

/** Append a number with its digits in groups: 1,203. */
LN_MUST ln_status
ln_text_add_number(ln_text* text, uint64_t n);

/** Room for `n` more bytes without reallocation. */
LN_MUST ln_status
ln_text_reserve(ln_text* text, size_t n);

/** Empty, memory kept. */
void
ln_text_reset(ln_text* text);

/** Empty, memory given back. */
void
ln_text_clear(ln_text* text);

static inline ln_view
ln_text_view(const ln_text* const text)
{
  return (ln_view){text->s, text->n};
}

#endif
