/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Arrays in cells: what databases, programs and dumps write where a table has no room for a list. A
   member is found in one pass over its bytes, which also checks its escapes, so that decoding
   cannot fail later; a member without escapes is lent as it stands in the cell. What is nested is
   one member, whose brackets are kept in a stack of a fixed size, and nothing is allocated. The
   text is valid UTF-8: the table saw to that. */

#include "table/array_inner.h"

void
ln_array_start(ln_array* const array, const ln_array_syntax syntax, const ln_view text)
{
  *array = (ln_array){.text = text, .syntax = syntax};
}

/* The quote that begins a string at hand; 0: none does. Python 2 wrote a u in front. */
static char
open_quote(const ln_array* const array)
{
  const bool   python = ln_array_is_python(array->syntax);
  const size_t before = python && ln_array_peek(array) == 'u' ? 1U : 0U;
  const char   c      = ln_array_ahead(array, before);
  if (c == '"' || (python && c == '\'')) {
    return c;
  }
  return '\0';
}

static bool
take_string(ln_array* const array, ln_array_item* const item)
{
  const char quote = open_quote(array);
  array->at += ln_array_peek(array) == quote ? 1U : 2U;
  const size_t start = array->at;
  item->clean        = true;
  while (array->at < array->text.n && array->text.s[array->at] != quote) {
    const unsigned char c = (unsigned char)array->text.s[array->at];
    if (c == '\\') {
      item->escaped = true;
      item->clean   = false;
      if (!ln_array_skip_escape(array)) {
        return false;
      }
      continue;
    }
    if (c < 0x20U) {
      return ln_array_fail(array, "an escape such as \\n instead of a control character");
    }
    item->clean = item->clean && c != '"' && c != 0x7FU && c != 0xEFU; /* perhaps U+FEFF */
    ++array->at;
  }
  if (array->at == array->text.n) {
    return ln_array_fail(array, "the closing quote");
  }
  item->text = (ln_view){array->text.s + start, array->at - start};
  ++array->at;
  return true;
}

/* The digits from `at` on. */
static size_t
count_digits(const ln_view text, const size_t at)
{
  size_t n = 0U;
  while (at + n < text.n && text.s[at + n] >= '0' && text.s[at + n] <= '9') {
    ++n;
  }
  return n;
}

/* RFC 8259, section 6. */
static bool
is_json_number(const ln_view text)
{
  size_t       at      = ln_view_starts(text, LN_V("-")) ? 1U : 0U;
  const size_t integer = count_digits(text, at);
  if (integer == 0U || (integer > 1U && text.s[at] == '0')) {
    return false;
  }
  at += integer;
  if (at < text.n && text.s[at] == '.') {
    const size_t fraction = count_digits(text, at + 1U);
    if (fraction == 0U) {
      return false;
    }
    at += 1U + fraction;
  }
  if (at < text.n && (text.s[at] == 'e' || text.s[at] == 'E')) {
    const bool   sign     = at + 1U < text.n && (text.s[at + 1U] == '+' || text.s[at + 1U] == '-');
    const size_t exponent = count_digits(text, at + 1U + sign);
    if (exponent == 0U) {
      return false;
    }
    at += 1U + sign + exponent;
  }
  return at == text.n;
}

static bool
ends_word(const char c)
{
  return ln_array_is_space(c) || (c != '\0' && strchr(",:]}\")[{('", c));
}

/* null and None; nan, which pandas writes where nothing is. */
static bool
is_null(const bool python, const ln_view word)
{
  return python ? ln_view_equals(word, LN_V("None")) || ln_view_equals(word, LN_V("nan"))
                : ln_view_equals(word, LN_V("null"));
}

/* true and false, as JSON writes them; absent if the word is neither. */
static ln_view
truth(const bool python, const ln_view word)
{
  if (ln_view_equals(word, python ? LN_V("True") : LN_V("true"))) {
    return LN_V("true");
  }
  if (ln_view_equals(word, python ? LN_V("False") : LN_V("false"))) {
    return LN_V("false");
  }
  return (ln_view){NULL, 0U};
}

/* A number, true, false or null. */
static bool
take_word(ln_array* const array, ln_array_item* const item)
{
  const bool   python = ln_array_is_python(array->syntax);
  const size_t start  = array->at;
  while (array->at < array->text.n && !ends_word(ln_array_peek(array))) {
    ++array->at;
  }
  item->text       = (ln_view){array->text.s + start, array->at - start};
  item->clean      = true;
  item->is_null    = is_null(python, item->text);
  const ln_view is = truth(python, item->text);
  if (is.s) {
    item->text = is;
    return true;
  }
  if (item->is_null || is_json_number(item->text)) {
    return true;
  }
  array->at = start;
  return ln_array_fail(array,
                       python ? "a string in quotes, a number, True, False or None"
                              : "a string in double quotes, a number, true, false or null");
}

/* The bracket that closes this one; 0: it opens nothing. */
static char
closer_of(const ln_array_syntax syntax, const char c)
{
  if (c == '[') {
    return ']';
  }
  if (c == '{') {
    return '}';
  }
  if (c == '(' && ln_array_is_python(syntax)) {
    return ')';
  }
  return '\0';
}

/* What is to be said where this bracket is missing. */
typedef struct {
  char        bracket;
  const char* alone;
  const char* closing;
  const char* comma;
} wording;

static const wording*
words_of(const char bracket)
{
  static const wording words[] = {
    {']', "]", "the closing ]", "a comma or ]"},
    {'}', "}", "the closing }", "a comma or }"},
    {')', ")", "the closing )", "a comma or )"},
  };
  size_t i = 0U;
  while (words[i].bracket != bracket && i + 1U < sizeof(words) / sizeof(words[0])) {
    ++i;
  }
  return &words[i];
}

/* The brackets that are open: what closes each. */
typedef struct {
  char   closers[LN_ARRAY_DEPTH];
  size_t depth;
} brackets;

/* Step over a byte of what is nested, outside of its strings. */
static bool
step_nested(ln_array* const array, brackets* const open)
{
  const char c     = ln_array_peek(array);
  const char close = closer_of(array->syntax, c);
  const bool ends  = c == ']' || c == '}' || (c == ')' && ln_array_is_python(array->syntax));
  if (close != '\0') {
    if (open->depth == LN_ARRAY_DEPTH) {
      return ln_array_fail(array, "fewer arrays and objects inside each other");
    }
    open->closers[open->depth++] = close;
  } else if (ends) {
    const char wanted = open->closers[open->depth - 1U];
    if (wanted != c) {
      return ln_array_fail(array, words_of(wanted)->alone);
    }
    --open->depth;
  }
  ++array->at;
  return true;
}

/* An array or object inside, up to the bracket that closes it. Strings are looked at, for a bracket
   in them is none. */
static bool
take_nested(ln_array* const array, ln_array_item* const item)
{
  brackets     open  = {.depth = 0U};
  const size_t start = array->at;
  do {
    ln_array_item string = {0};
    if (!(open_quote(array) != '\0' ? take_string(array, &string) : step_nested(array, &open))) {
      return false;
    }
  } while (open.depth > 0U && array->at < array->text.n);
  if (open.depth > 0U) {
    return ln_array_fail(array, words_of(open.closers[open.depth - 1U])->closing);
  }
  item->text   = (ln_view){array->text.s + start, array->at - start};
  item->nested = true;
  return true;
}

static bool
take_value(ln_array* const array, ln_array_item* const item)
{
  if (closer_of(array->syntax, ln_array_peek(array)) != '\0') {
    return array->nests ? take_nested(array, item)
                        : ln_array_fail(array, "a string or number, not an array or object inside");
  }
  return open_quote(array) != '\0' ? take_string(array, item) : take_word(array, item);
}

/* A member of an object: its name, a colon and its value. */
static bool
take_member(ln_array* const array, ln_array_item* const item)
{
  ln_array_item name = {0};
  if (open_quote(array) == '\0') {
    return ln_array_fail(array,
                         ln_array_is_python(array->syntax)
                           ? "the name of a member in quotes"
                           : "the name of a member in double quotes");
  }
  if (!take_string(array, &name)) {
    return false;
  }
  ln_array_skip_space(array);
  if (ln_array_peek(array) != ':') {
    return ln_array_fail(array, "a colon");
  }
  ++array->at;
  ln_array_skip_space(array);
  item->name = name.text;
  return take_value(array, item);
}

/* The member that begins here. */
static bool
take(ln_array* const array, ln_array_item* const item)
{
  if (array->syntax == LN_ARRAY_POSTGRESQL) {
    return ln_array_take_postgresql(array, item);
  }
  return array->syntax == LN_ARRAY_JSON || array->syntax == LN_ARRAY_PYTHON
           ? take_value(array, item)
           : take_member(array, item);
}

/* Behind what closes it there is nothing but white space. */
static bool
end(ln_array* const array)
{
  array->at += array->close != '\0' ? 1U : 0U;
  ln_array_skip_space(array);
  return array->at < array->text.n ? ln_array_fail(array, "nothing more") : false;
}

static const char*
opening(const ln_array_syntax syntax)
{
  if (syntax == LN_ARRAY_JSON) {
    return "[";
  }
  return syntax == LN_ARRAY_PYTHON ? "[ or (" : "{";
}

/* The bracket at the beginning. Nothing closes a dictionary that stands instead of a list. */
static bool
begin(ln_array* const array, ln_array_item* const item)
{
  const char c   = ln_array_peek(array);
  array->started = true;
  if (array->syntax == LN_ARRAY_PYTHON && c == '{' && array->nests) {
    return take_nested(array, item);
  }
  array->close = closer_of(array->syntax, c);
  if (array->close == '\0' || !strchr(opening(array->syntax), c)) {
    return ln_array_fail(array, opening(array->syntax));
  }
  ++array->at;
  ln_array_skip_space(array);
  return ln_array_peek(array) == array->close ? end(array) : take(array, item);
}

bool
ln_array_next(ln_array* const array, ln_array_item* const item)
{
  *item = (ln_array_item){0};
  ln_array_skip_space(array);
  if (!array->started) {
    return begin(array, item);
  }
  if (array->close == '\0' || ln_array_peek(array) == array->close) {
    return end(array);
  }
  if (ln_array_peek(array) != ',') {
    return ln_array_fail(array, words_of(array->close)->comma);
  }
  ++array->at;
  ln_array_skip_space(array);
  /* Python's lists of one have a comma in the end, and others may */
  return ln_array_is_python(array->syntax) && ln_array_peek(array) == array->close
           ? end(array)
           : take(array, item);
}
