/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Dialect descriptions ("Metadata Vocabulary for Tabular Data", section 5.9). What is not said
   stays as ln_dialect_default has it. A quote is a single byte in liner; a dialect that needs more
   is refused, since guessing would tear cells. */

#include "map/csvw_reader.h"

#include "table/encoding.h"
#include "table/split.h"

static ln_status
read_encoding(ln_csvw* const r, const ln_json_node* const up, ln_dialect* const dialect)
{
  const ln_json_node node  = ln_json_member(up, "encoding");
  const ln_view      label = ln_json_text(node.value);
  if (!node.value) {
    return LN_OK;
  }
  return label.s && ln_encoding_known(label)
           ? ln_csvw_copy(r, label, &dialect->encoding)
           : ln_csvw_ignored(r, &node, "the name of an encoding that can be read");
}

/* Whether the text could tear what it stands in: a line end cannot be part of it. */
static bool
has_line_end(const ln_view text)
{
  return ln_view_find(text, '\n') < text.n || ln_view_find(text, '\r') < text.n;
}

static ln_status
read_delimiter(ln_csvw* const r, const ln_json_node* const up, ln_dialect* const dialect)
{
  const ln_json_node node = ln_json_member(up, "delimiter");
  const ln_view      text = ln_json_text(node.value);
  ln_view            kept = {0};
  if (!node.value) {
    return LN_OK;
  }
  if (text.n == 0U || has_line_end(text)) {
    return ln_csvw_ignored(r, &node, "one character");
  }
  if (text.n > 1U + (size_t)LN_DIALECT_MOST) {
    return ln_csvw_wrong(r, &node, "at most 16 bytes");
  }
  LN_TRY(ln_csvw_copy(r, text, &kept));
  dialect->delimiter      = kept.s[0];
  dialect->delimiter_rest = ln_view_from(kept, 1U);
  return LN_OK;
}

static ln_status
read_quote_char(ln_csvw* const r, const ln_json_node* const up, char* const out)
{
  const ln_json_node node = ln_json_member(up, "quoteChar");
  const ln_view      text = ln_json_text(node.value);
  if (!node.value) {
    return LN_OK;
  }
  if (json_is_null(node.value)) {
    *out = '\0';
    return LN_OK;
  }
  if (text.n == 0U || has_line_end(text)) {
    return ln_csvw_ignored(r, &node, "one character or null");
  }
  if (text.n > 1U) {
    return ln_csvw_wrong(r, &node, "a single ASCII character");
  }
  *out = text.s[0];
  return LN_OK;
}

static ln_status
read_quote(ln_csvw* const r, const ln_json_node* const node, ln_dialect* const dialect)
{
  bool doubled = true;
  LN_TRY(read_delimiter(r, node, dialect));
  LN_TRY(read_quote_char(r, node, &dialect->quote));
  LN_TRY(ln_csvw_bool(r, node, "doubleQuote", &doubled));
  if (!doubled) {
    dialect->escape = '\\';
  } else if (dialect->quote != '\0') {
    dialect->escape = dialect->quote;
  }
  if (dialect->delimiter == dialect->quote) {
    LN_TRY(ln_csvw_report(
      r, node, LN_L0402, LN_V(""), "delimiter and quoteChar begin with the same character"));
  }
  return LN_OK;
}

/* `headerRowCount` says more than `header`. */
static ln_status
read_header(ln_csvw* const r, const ln_json_node* const node, ln_dialect* const dialect)
{
  bool header = true;
  LN_TRY(ln_csvw_bool(r, node, "header", &header));
  if (!header) {
    dialect->header_rows = 0U;
  }
  return ln_csvw_count(r, node, "headerRowCount", &dialect->header_rows);
}

static ln_status
read_trim(ln_csvw* const r, const ln_json_node* const up, ln_dialect* const dialect)
{
  static const char* const words[] = {"true", "false", "start", "end", NULL};
  static const ln_trim     means[] = {LN_TRIM_BOTH, LN_TRIM_NONE, LN_TRIM_START, LN_TRIM_END};
  const ln_json_node       node    = ln_json_member(up, "trim");
  size_t                   word    = sizeof(means) / sizeof(means[0]);
  if (json_is_boolean(node.value)) {
    dialect->trim = json_is_true(node.value) ? LN_TRIM_BOTH : LN_TRIM_NONE;
    return LN_OK;
  }
  LN_TRY(ln_csvw_word(r, up, "trim", words, &word));
  if (word < sizeof(means) / sizeof(means[0])) {
    dialect->trim = means[word];
  }
  return LN_OK;
}

/* liner's own: how backslashes are meant. */
static ln_status
read_escapes(ln_csvw* const r, const ln_json_node* const up, ln_dialect* const dialect)
{
  static const char* const  words[] = {"mysql", "postgresql", NULL};
  static const ln_backslash means[] = {LN_BACKSLASH_MYSQL, LN_BACKSLASH_POSTGRESQL};
  const ln_json_node        node    = ln_json_member(up, LN_EXTENSION "escapes");
  const ln_view             word    = ln_json_text(node.value);
  if (!node.value) {
    return LN_OK;
  }
  for (size_t i = 0U; words[i]; ++i) {
    if (word.s && ln_view_equals(word, ln_view_of(words[i]))) {
      dialect->backslash = means[i];
      return LN_OK;
    }
  }
  return ln_csvw_wrong(r, &node, "\"mysql\" or \"postgresql\"");
}

/* liner's own: the longest row, in bytes. The length of a cell has 32 bits. */
static ln_status
read_max_row(ln_csvw* const r, const ln_json_node* const up, ln_dialect* const dialect)
{
  const ln_json_node node = ln_json_member(up, LN_EXTENSION "maxRow");
  if (!node.value) {
    return LN_OK;
  }
  const json_int_t bytes = json_integer_value(node.value);
  if (!json_is_integer(node.value) || bytes < 1 || bytes >= (json_int_t)UINT32_MAX) {
    return ln_csvw_wrong(r, &node, "a number of bytes, 1 to 4294967294");
  }
  dialect->max_row = (uint64_t)bytes;
  return LN_OK;
}

static bool
names(const ln_views* const ends, const ln_view end)
{
  size_t i = 0U;
  while (i < ends->n && !ln_view_equals(ends->v[i], end)) {
    ++i;
  }
  return i < ends->n;
}

/* Longer ones first, since what they begin with may be one, too. */
static void
sort_longest(ln_view* const ends, const size_t n)
{
  for (size_t i = 1U; i < n; ++i) {
    const ln_view one = ends[i];
    size_t        at  = i;
    for (; at > 0U && ends[at - 1U].n < one.n; --at) {
      ends[at] = ends[at - 1U];
    }
    ends[at] = one;
  }
}

/* A list that names LF and CRLF, as the default of the specification does, is what the reader takes
   by itself; with any other list, exactly what it names ends a line. */
static ln_status
read_line_ends(ln_csvw* const r, const ln_json_node* const up, ln_dialect* const dialect)
{
  const ln_json_node node = ln_json_member(up, "lineTerminators");
  ln_views           ends = {0};
  LN_TRY(ln_csvw_texts(r, up, "lineTerminators", &ends));
  if (ends.n == 0U || (names(&ends, LN_V("\n")) && names(&ends, LN_V("\r\n")) && ends.n <= 3U)) {
    return LN_OK;
  }
  for (size_t i = 0U; i < ends.n; ++i) {
    if (ends.v[i].n == 0U || ends.v[i].n > (size_t)LN_DIALECT_MOST) {
      return ln_csvw_wrong(r, &node, "line ends of 1 to 15 bytes");
    }
  }
  if (ends.n > (size_t)LN_SPLIT_LINE_ENDS) {
    return ln_csvw_wrong(r, &node, "at most 8 line ends");
  }
  ln_view* const sorted = ln_arena_zero(r->arena, ends.n, sizeof(ln_view));
  if (!sorted) {
    return LN_NO_MEM;
  }
  memcpy(sorted, ends.v, ends.n * sizeof(ln_view));
  sort_longest(sorted, ends.n);
  dialect->line_ends   = sorted;
  dialect->n_line_ends = ends.n;
  return LN_OK;
}

/* A string; null for none. */
static ln_status
read_comment(ln_csvw* const r, const ln_json_node* const up, ln_dialect* const dialect)
{
  const ln_json_node node = ln_json_member(up, "commentPrefix");
  if (json_is_null(node.value)) {
    dialect->comment_prefix = LN_V("");
    return LN_OK;
  }
  return ln_csvw_text(r, up, "commentPrefix", &dialect->comment_prefix);
}

ln_status
ln_csvw_dialect(ln_csvw* const r, const ln_json_node* const node, ln_dialect* const dialect)
{
  const unsigned top = node->up ? 0U : (unsigned)LN_IN_FILE;
  ln_dialect_default(dialect);
  LN_TRY(ln_csvw_object(r, node, LN_IN_DIALECT | top, "Dialect"));
  LN_TRY(read_encoding(r, node, dialect));
  LN_TRY(read_quote(r, node, dialect));
  LN_TRY(read_header(r, node, dialect));
  LN_TRY(read_comment(r, node, dialect));
  LN_TRY(read_trim(r, node, dialect));
  LN_TRY(read_line_ends(r, node, dialect));
  LN_TRY(read_escapes(r, node, dialect));
  LN_TRY(read_max_row(r, node, dialect));
  LN_TRY(ln_csvw_bool(r, node, LN_EXTENSION "shortRows", &dialect->short_rows));
  LN_TRY(ln_csvw_count(r, node, "skipRows", &dialect->skip_rows));
  LN_TRY(ln_csvw_count(r, node, "skipColumns", &dialect->skip_columns));
  LN_TRY(ln_csvw_bool(r, node, "skipBlankRows", &dialect->skip_blank_rows));
  return ln_csvw_bool(r, node, "skipInitialSpace", &dialect->skip_initial_space);
}
