/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What store/quirk.h says of terms, for tests/stores/quirks.py: `quirk KIND` reads terms from
   standard input, four fields each, a NUL behind every one: `i` or `l`, text, datatype, language;
   and writes a line for each: its fate, and its two keys in hexadecimal digits. */

#include "store/quirk.h"

#include <stdio.h>
#include <stdlib.h>

enum { FIELDS = 4 };

static void
print(const ln_text* const key)
{
  putchar(' ');
  for (size_t i = 0U; i < key->n; ++i) {
    printf("%02x", (unsigned char)key->s[i]);
  }
}

static int
tell(const ln_store_kind* const kind, ln_text* const fields)
{
  const ln_quirk_term term = {fields[0].s[0] == 'i' ? LN_IRI : LN_LITERAL,
                              ln_text_view(&fields[1]),
                              ln_text_view(&fields[2]),
                              ln_text_view(&fields[3])};
  const char*   words = NULL;
  ln_text       key   = {0};
  ln_text       shown = {0};
  const ln_fate fate  = ln_quirk_fate(kind, &term, &words);
  if (ln_quirk_key(kind, &term, &key) != LN_OK || ln_quirk_shown(kind, &term, &shown) != LN_OK) {
    return EXIT_FAILURE;
  }
  printf("%d", (int)fate);
  print(&key);
  print(&shown);
  putchar('\n');
  ln_text_clear(&key);
  ln_text_clear(&shown);
  return EXIT_SUCCESS;
}

int
main(const int argc, char** const argv)
{
  const ln_store_kind* const kind = argc == 2 ? ln_store_kind_find(ln_view_of(argv[1])) : NULL;
  ln_text                    fields[FIELDS] = {{0}};
  size_t                     at             = 0U;
  int                        status         = kind ? EXIT_SUCCESS : EXIT_FAILURE;
  for (int c = getchar(); c != EOF && status == EXIT_SUCCESS; c = getchar()) {
    if (c != '\0') {
      status = ln_text_add_byte(&fields[at], (char)c) == LN_OK ? EXIT_SUCCESS : EXIT_FAILURE;
    } else if (++at == (size_t)FIELDS) {
      status = tell(kind, fields);
      for (at = FIELDS; at > 0U;) {
        ln_text_reset(&fields[--at]);
      }
    }
  }
  for (size_t i = 0U; i < (size_t)FIELDS; ++i) {
    ln_text_clear(&fields[i]);
  }
  return status;
}
