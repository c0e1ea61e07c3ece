/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_OPTION_H
#define LN_CLI_OPTION_H

#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>

/** What the value of an option may be; it is checked when arguments are read. */
typedef enum {
  LN_OPTION_FLAG,
  LN_OPTION_TEXT,
  LN_OPTION_FILE,
  LN_OPTION_SYNTAX, ///< of ln_run_syntax, or "help"
  LN_OPTION_CHOICE, ///< one of the words
  LN_OPTION_LIST,   ///< some of the words, separated by commas
  LN_OPTION_NUMBER, ///< digits
  LN_OPTION_SIZE,   ///< digits, and K, M or G behind them: 1024, 1024 * 1024 …
  LN_OPTION_MANY,   ///< a text; may be given several times
} ln_option_kind;

/** A line of options.def. Texts that do not apply are empty. */
typedef struct {
  const char*    flag; ///< with its hyphens: "--output"
  char           letter;
  ln_option_kind kind;
  const char*    value;    ///< "FILE"
  const char*    words;    ///< "edtf,xsd"
  const char*    fallback; ///< as shown; of numbers, choices and lists also as read
  const char*    help;
} ln_option;

typedef enum {
#define LN_OPTION(id, name, letter, kind, value, words, fallback, help) LN_OPT_##id,
#include "cli/options.def"
#undef LN_OPTION
  LN_OPT_COUNT
} ln_option_id;

const ln_option*
ln_option_about(ln_option_id id);

/** The i-th word of a comma-separated list, or false. */
bool
ln_option_word(const char* words, size_t i, ln_view* word);

/** Position of a word in a list, or false. */
bool
ln_option_find(const char* words, ln_view word, size_t* i);

#endif
