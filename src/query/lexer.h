/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_LEXER_H
#define LN_QUERY_LEXER_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>

/** Cuts a query into its words (SPARQL 1.1 Query Language, section 19.8, terminals). */

typedef enum {
  LN_WORD_END,
  LN_WORD_NAME,    ///< a keyword or the name of a function: letters, digits, `_`; also `a`
  LN_WORD_VAR,     ///< `?x` or `$x`; the text is the name
  LN_WORD_IRI,     ///< the text is what stands between `<` and `>`, escapes resolved
  LN_WORD_PNAME,   ///< `prefix:local`; the text is all of it, escapes of the local part resolved
  LN_WORD_BLANK,   ///< `_:label`; the text is the label
  LN_WORD_STRING,  ///< the text is the value
  LN_WORD_LANG,    ///< `@en`; the text is the tag
  LN_WORD_INTEGER, ///< without a sign
  LN_WORD_DECIMAL,
  LN_WORD_DOUBLE,
  LN_WORD_SIGN, ///< one of the characters and pairs of characters that stand for themselves
} ln_word_kind;

typedef struct {
  ln_word_kind kind;
  ln_view      text;  ///< borrowed from the query, or from the lexer until the next word
  size_t       at;    ///< byte of the query where it begins
  size_t       colon; ///< LN_WORD_PNAME: where in the text the colon is
} ln_word;

/** Caller's struct. `at` is where the next word is looked for. */
typedef struct {
  ln_view     query;
  size_t      at;
  ln_text     text;    ///< of a word that had escapes
  const char* problem; ///< why LN_USAGE was given; static
  size_t      place;   ///< and where
} ln_lexer;

/** The next word. LN_USAGE if there is none that SPARQL knows; then see `problem`. */
LN_MUST ln_status
ln_lexer_next(ln_lexer* lexer, ln_word* word);

void
ln_lexer_clear(ln_lexer* lexer);

/** Whether it is this sign. */
static inline bool
ln_word_is(const ln_word* const word, const ln_view sign)
{
  return word->kind == LN_WORD_SIGN && ln_view_equals(word->text, sign);
}

/** Whether it is this keyword, which is given in capitals; case counts not (section 19.8, note 1).
 */
bool
ln_word_says(const ln_word* word, ln_view keyword);

#endif
