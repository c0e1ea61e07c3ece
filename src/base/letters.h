/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_LETTERS_H
#define LN_BASE_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

/** How letters that no normal form takes apart are spelt with ASCII. Asked with lower-case letters;
   NULL if there is no spelling, empty if the letter is left out. Static storage. */

/** Latin letters only: `ø` o, `æ` ae, `ß` ss. */
const char*
ln_letter_latin(uint32_t code);

/** Latin, Greek and Cyrillic letters. */
const char*
ln_letter_ascii(uint32_t code);

/** Apostrophes, and the many signs typed or transliterated in their place. */
bool
ln_is_apostrophe(uint32_t code);

/** Quotation marks that are no apostrophes. */
bool
ln_is_quote(uint32_t code);

#endif
