/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Words of a query. Each kind has one function that begins at the current byte; a number never
   takes the sign in front of it, so that `7-3` is a difference, as the grammar of expressions has
   it. A word without escapes borrows from the query, others are put together in a buffer. One pass,
   one byte ahead, but for `<`, which begins an IRI only if a `>` follows before anything that no
   IRI has (section 19.8, IRIREF). */

#include "query/lexer.h"

#include "base/utf8.h"

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_letter(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* PN_CHARS_U without the ranges beyond ASCII, of which all letters are taken: the query is valid
   UTF-8, and what is no letter there is no sign of SPARQL either. */
static bool
is_name(const char c)
{
  return is_letter(c) || is_digit(c) || c == '_' || (unsigned char)c >= 0x80U;
}

static char
peek(const ln_lexer* const l, const size_t ahead)
{
  const ln_view rest = ln_view_from(l->query, l->at + ahead);
  return *(rest.n > 0U ? rest.s : "");
}

static ln_status
fail(ln_lexer* const l, const size_t place, const char* const problem)
{
  l->problem = problem;
  l->place   = place;
  return LN_USAGE;
}

static void
skip_blank(ln_lexer* const l)
{
  for (; l->at < l->query.n; ++l->at) {
    const char c = l->query.s[l->at];
    if (c == '#') {
      while (l->at < l->query.n && l->query.s[l->at] != '\n' && l->query.s[l->at] != '\r') {
        ++l->at;
      }
    } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      return;
    }
  }
}

/* ---- escapes ---- */

static int
hex_digit(const char c)
{
  if (is_digit(c)) {
    return c - '0';
  }
  const char small = (char)(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/* `\u00e9` or `\U0001f600` at `*at`, behind the backslash. */
static ln_status
add_code(ln_lexer* const l, size_t* const at, const size_t digits)
{
  uint32_t code     = 0U;
  char     bytes[4] = {0};
  for (size_t i = 0U; i < digits; ++i) {
    const int digit = *at + 1U + i < l->query.n ? hex_digit(l->query.s[*at + 1U + i]) : -1;
    if (digit < 0) {
      return fail(l, *at, "an escape \\u needs four hexadecimal digits, \\U eight");
    }
    code = code * 16U + (uint32_t)digit;
  }
  if (code > 0x10FFFFU || (code >= 0xD800U && code <= 0xDFFFU) || code == 0U) {
    return fail(l, *at, "an escape stands for no character");
  }
  *at += digits;
  const size_t n = ln_utf8_put(code, bytes);
  return ln_text_add(&l->text, (ln_view){bytes, n});
}

/* What stands behind a backslash of a string, at `*at`. */
static ln_status
add_escape(ln_lexer* const l, size_t* const at)
{
  static const char FROM[] = "tbnrf\"'\\";
  static const char TO[]   = "\t\b\n\r\f\"'\\";
  const char        c      = *(*at < l->query.n ? l->query.s + *at : "");
  if (c == 'u' || c == 'U') {
    return add_code(l, at, c == 'u' ? 4U : 8U);
  }
  for (size_t i = 0U; c != '\0' && FROM[i] != '\0'; ++i) {
    if (FROM[i] == c) {
      return ln_text_add_byte(&l->text, TO[i]);
    }
  }
  return fail(l, *at, "there is no such escape");
}

/* ---- words ---- */

/* The escape of an IRI whose backslash is at `*at`, which is moved to its last byte. */
static ln_status
add_iri_escape(ln_lexer* const l, size_t* const at)
{
  ++*at;
  const char c = l->query.s[*at];
  if (c != 'u' && c != 'U') {
    return fail(l, *at, "an IRI has no escapes but \\u and \\U");
  }
  return add_code(l, at, c == 'u' ? 4U : 8U);
}

static ln_status
read_iri(ln_lexer* const l, ln_word* const word, const size_t end)
{
  const ln_view raw = {l->query.s + l->at + 1U, end - l->at - 1U};
  word->kind        = LN_WORD_IRI;
  word->text        = raw;
  if (ln_view_find(raw, '\\') < raw.n) {
    ln_text_reset(&l->text);
    for (size_t i = l->at + 1U; i < end; ++i) {
      const bool escape = l->query.s[i] == '\\';
      LN_TRY(escape ? add_iri_escape(l, &i) : ln_text_add_byte(&l->text, l->query.s[i]));
    }
    word->text = ln_text_view(&l->text);
  }
  l->at = end + 1U;
  return LN_OK;
}

/* Where the IRI that begins here ends; 0 if none does. */
static size_t
iri_end(const ln_lexer* const l)
{
  for (size_t i = l->at + 1U; i < l->query.n; ++i) {
    const char c = l->query.s[i];
    if (c == '>') {
      return i;
    }
    if ((unsigned char)c <= 0x20U || c == '<' || c == '"' || c == '{' || c == '}' || c == '|' ||
        c == '^' || c == '`') {
      return 0U;
    }
  }
  return 0U;
}

static ln_status
read_string(ln_lexer* const l, ln_word* const word)
{
  const char   quote = peek(l, 0U);
  const bool   large = peek(l, 1U) == quote && peek(l, 2U) == quote;
  const size_t begin = l->at;
  ln_text_reset(&l->text);
  l->at += large ? 3U : 1U;
  for (; l->at < l->query.n; ++l->at) {
    const char c = l->query.s[l->at];
    if (c == quote && (!large || (peek(l, 1U) == quote && peek(l, 2U) == quote))) {
      l->at += large ? 3U : 1U;
      word->kind = LN_WORD_STRING;
      word->text = ln_text_view(&l->text);
      return LN_OK;
    }
    if (c == '\\') {
      ++l->at;
      LN_TRY(add_escape(l, &l->at));
    } else if (!large && (c == '\n' || c == '\r')) {
      break;
    } else {
      LN_TRY(ln_text_add_byte(&l->text, c));
    }
  }
  return fail(l, begin, "a string is not closed");
}

static void
skip_digits(ln_lexer* const l)
{
  while (is_digit(peek(l, 0U))) {
    ++l->at;
  }
}

static void
read_number(ln_lexer* const l, ln_word* const word)
{
  word->kind = LN_WORD_INTEGER;
  skip_digits(l);
  // `1.` ends a triple, and `1.e5` is a number all the same.
  const char   after = peek(l, 1U);
  const size_t sign  = peek(l, 2U) == '+' || peek(l, 2U) == '-' ? 3U : 2U;
  if (peek(l, 0U) == '.' &&
      (is_digit(after) || ((after == 'e' || after == 'E') && is_digit(peek(l, sign))))) {
    word->kind = LN_WORD_DECIMAL;
    ++l->at;
    skip_digits(l);
  }
  const size_t more = peek(l, 1U) == '+' || peek(l, 1U) == '-' ? 2U : 1U;
  if ((peek(l, 0U) == 'e' || peek(l, 0U) == 'E') && is_digit(peek(l, more))) {
    word->kind = LN_WORD_DOUBLE;
    l->at += more;
    skip_digits(l);
  }
}

/* The local part of a prefixed name: escapes lose their backslash, `%` needs two digits, a point
   does not stand at the end (PN_LOCAL). */
static ln_status
read_local(ln_lexer* const l)
{
  static const char ESCAPED[] = "_~.-!$&'()*+,;=/?#@%";
  size_t            points    = 0U;
  for (;; ++l->at) {
    const char c = peek(l, 0U);
    if (c == '.') {
      ++points;
      continue;
    }
    const bool escaped = c == '\\' && peek(l, 1U) != '\0' && strchr(ESCAPED, peek(l, 1U));
    if (!is_name(c) && c != '-' && c != ':' && c != '%' && !escaped) {
      break;
    }
    for (; points > 0U; --points) {
      LN_TRY(ln_text_add_byte(&l->text, '.'));
    }
    if (c == '%' && (hex_digit(peek(l, 1U)) < 0 || hex_digit(peek(l, 2U)) < 0)) {
      return fail(l, l->at, "two hexadecimal digits stand behind % in a name");
    }
    l->at += escaped ? 1U : 0U;
    LN_TRY(ln_text_add_byte(&l->text, l->query.s[l->at]));
  }
  l->at -= points;
  return LN_OK;
}

/* A keyword, the name of a function, or a prefixed name; `_:x` is a blank node. */
static ln_status
read_name(ln_lexer* const l, ln_word* const word)
{
  const size_t begin = l->at;
  size_t       end   = begin;
  while (end < l->query.n &&
         (is_name(l->query.s[end]) || l->query.s[end] == '-' || l->query.s[end] == '.')) {
    ++end;
  }
  const bool prefixed = end < l->query.n && l->query.s[end] == ':';
  if (!prefixed) {
    // Keywords have neither hyphens nor points: `a-b` are three words.
    while (is_name(peek(l, 0U))) {
      ++l->at;
    }
    word->kind = LN_WORD_NAME;
    word->text = (ln_view){l->query.s + begin, l->at - begin};
    return LN_OK;
  }
  const ln_view prefix = {l->query.s + begin, end - begin};
  ln_text_reset(&l->text);
  LN_TRY(ln_text_add(&l->text, prefix));
  LN_TRY(ln_text_add_byte(&l->text, ':'));
  l->at = end + 1U;
  LN_TRY(read_local(l));
  word->kind  = LN_WORD_PNAME;
  word->text  = ln_text_view(&l->text);
  word->colon = prefix.n;
  if (ln_view_equals(prefix, LN_V("_"))) {
    word->kind = LN_WORD_BLANK;
    word->text = ln_view_from(word->text, 2U);
  }
  return LN_OK;
}

static ln_status
read_variable(ln_lexer* const l, ln_word* const word)
{
  const size_t begin = ++l->at;
  while (is_name(peek(l, 0U))) {
    ++l->at;
  }
  word->kind = LN_WORD_VAR;
  word->text = (ln_view){l->query.s + begin, l->at - begin};
  return LN_OK;
}

static ln_status
read_lang(ln_lexer* const l, ln_word* const word)
{
  const size_t begin = ++l->at;
  while (is_letter(peek(l, 0U)) ||
         (l->at > begin && (is_digit(peek(l, 0U)) || peek(l, 0U) == '-'))) {
    ++l->at;
  }
  word->kind = LN_WORD_LANG;
  word->text = (ln_view){l->query.s + begin, l->at - begin};
  return word->text.n > 0U ? LN_OK : fail(l, begin, "a language tag is missing behind @");
}

static ln_status
read_sign(ln_lexer* const l, ln_word* const word)
{
  static const char* const PAIRS[] = {"||", "&&", "<=", ">=", "!=", "^^"};
  const ln_view            rest    = ln_view_from(l->query, l->at);
  word->kind                       = LN_WORD_SIGN;
  word->text                       = ln_view_first(rest, 1U);
  for (size_t i = 0U; i < sizeof(PAIRS) / sizeof(PAIRS[0]); ++i) {
    if (ln_view_starts(rest, ln_view_of(PAIRS[i]))) {
      word->text = ln_view_first(rest, 2U);
    }
  }
  if (!strchr("{}()[].;,|/^*?+!=<>-&", rest.s[0])) {
    return fail(l, l->at, "SPARQL has no such character");
  }
  l->at += word->text.n;
  return LN_OK;
}

ln_status
ln_lexer_next(ln_lexer* const l, ln_word* const word)
{
  skip_blank(l);
  *word = (ln_word){.at = l->at};
  if (l->at >= l->query.n) {
    return LN_OK;
  }
  const char   c   = l->query.s[l->at];
  const size_t end = c == '<' ? iri_end(l) : 0U;
  if (end > 0U) {
    return read_iri(l, word, end);
  }
  if (c == '"' || c == '\'') {
    return read_string(l, word);
  }
  if (is_digit(c) || (c == '.' && is_digit(peek(l, 1U)))) {
    read_number(l, word);
    word->text = (ln_view){l->query.s + word->at, l->at - word->at};
    return LN_OK;
  }
  if ((c == '?' || c == '$') && is_name(peek(l, 1U))) {
    return read_variable(l, word);
  }
  if (c == '@') {
    return read_lang(l, word);
  }
  return (is_name(c) && c != '\0') || c == ':' ? read_name(l, word) : read_sign(l, word);
}

void
ln_lexer_clear(ln_lexer* const l)
{
  ln_text_clear(&l->text);
}

bool
ln_word_says(const ln_word* const word, const ln_view keyword)
{
  bool same = word->kind == LN_WORD_NAME && word->text.n == keyword.n;
  for (size_t i = 0U; same && i < keyword.n; ++i) {
    const char c = word->text.s[i];
    same         = (c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c) == keyword.s[i];
  }
  return same;
}
