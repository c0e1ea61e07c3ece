/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_FUZZ_H
#define LN_TESTS_FUZZ_H

/* What the targets share: taking an input apart, and saying what is wrong with what came of it. A
   target is one function of the bytes; it asserts what must hold for every input, and stops the
   program where something does not. It keeps nothing from one input to the next. */

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The one function of a target, as libFuzzer, AFL++ and replay.c call it. Always 0. */
int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

/** Stop unless the condition holds; the rest is a message as for printf. */
#define FUZZ_CHECK(condition, ...)                                                                 \
  do {                                                                                             \
    if (!(condition)) {                                                                            \
      fuzz_fail(__FILE__, __LINE__, #condition, __VA_ARGS__);                                      \
    }                                                                                              \
  } while (0)

/** Stop unless the texts are the same; both are shown. */
#define FUZZ_SAME(what, got, expected) fuzz_same(__FILE__, __LINE__, what, got, expected)

_Noreturn void
fuzz_fail(const char* file, int line, const char* condition, const char* format, ...)
  LN_PRINTF(4, 5);

void
fuzz_same(const char* file, int line, const char* what, ln_view got, ln_view expected);

/** The first byte of the input, which moves on; 0 at the end. */
unsigned
fuzz_byte(ln_view* input);

/** The input up to the next line feed, which is dropped. */
ln_view
fuzz_line(ln_view* input);

/** Whether the bytes are UTF-8 as table 3-7 of Unicode has it, without U+0000. Shares no code with
 * the program. */
bool
fuzz_utf8(ln_view v);

/** Append; without memory the program stops. */
void
fuzz_add(ln_text* text, ln_view v);

void
fuzz_add_byte(ln_text* text, char c);

#endif
