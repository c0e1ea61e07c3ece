/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The table of options, made of options.def, and its comma-separated lists of words. */

#include "cli/option.h"

static const ln_option options[] = {
#define LN_OPTION(id, name, letter, kind, value, words, fallback, help)                            \
  {"--" name, letter, kind, value, words, fallback, help},
#include "cli/options.def"
#undef LN_OPTION
};

_Static_assert(sizeof(options) / sizeof(options[0]) == LN_OPT_COUNT, "one row an option");

const ln_option*
ln_option_about(const ln_option_id id)
{
  return &options[id];
}

bool
ln_option_word(const char* const words, const size_t i, ln_view* const word)
{
  ln_view rest = ln_view_of(words);
  for (size_t skip = i; skip > 0U; --skip) {
    const size_t comma = ln_view_find(rest, ',');
    if (comma == rest.n) {
      return false;
    }
    rest = ln_view_from(rest, comma + 1U);
  }
  *word = ln_view_first(rest, ln_view_find(rest, ','));
  return words[0] != '\0';
}

bool
ln_option_find(const char* const words, const ln_view word, size_t* const i)
{
  ln_view candidate = {NULL, 0U};
  for (*i = 0U; ln_option_word(words, *i, &candidate); ++*i) {
    if (ln_view_equals(candidate, word)) {
      return true;
    }
  }
  return false;
}
