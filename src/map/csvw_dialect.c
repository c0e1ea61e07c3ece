/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Dialect descriptions ("Metadata Vocabulary for Tabular Data", section 5.9). What is not said
   stays as ln_dialect_default has it. Delimiter and quote are single bytes in liner; a dialect that
   needs more is refused, since guessing would tear cells. */

#include "map/csvw_reader.h"

#include "table/encoding.h"

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

/* One byte. `none` tells that null stands for no such character. */
static ln_status
read_byte(ln_csvw* const            r,
          const ln_json_node* const up,
          const char* const         key,
          const bool                none,
          char* const               out)
{
  const ln_json_node node = ln_json_member(up, key);
  const ln_view      text = ln_json_text(node.value);
  if (!node.value) {
    return LN_OK;
  }
  if (none && json_is_null(node.value)) {
    *out = '\0';
    return LN_OK;
  }
  if (text.n == 0U || text.s[0] == '\n' || text.s[0] == '\r') {
    return ln_csvw_ignored(r, &node, none ? "one character or null" : "one character");
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
  LN_TRY(read_byte(r, node, "delimiter", false, &dialect->delimiter));
  LN_TRY(read_byte(r, node, "quoteChar", true, &dialect->quote));
  LN_TRY(ln_csvw_bool(r, node, "doubleQuote", &doubled));
  if (!doubled) {
    dialect->escape = '\\';
  } else if (dialect->quote != '\0') {
    dialect->escape = dialect->quote;
  }
  if (dialect->delimiter == dialect->quote) {
    LN_TRY(ln_csvw_report(
      r, node, LN_L0402, LN_V(""), "delimiter and quoteChar are the same character"));
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

/* The reader takes every usual line end as it comes; others cannot be had. */
static ln_status
check_line_ends(ln_csvw* const r, const ln_json_node* const up)
{
  const ln_json_node node = ln_json_member(up, "lineTerminators");
  ln_views           ends = {0};
  LN_TRY(ln_csvw_texts(r, up, "lineTerminators", &ends));
  for (size_t i = 0U; i < ends.n; ++i) {
    if (!ln_view_equals(ends.v[i], LN_V("\n")) && !ln_view_equals(ends.v[i], LN_V("\r\n")) &&
        !ln_view_equals(ends.v[i], LN_V("\r"))) {
      LN_TRY(ln_csvw_report(r,
                            &node,
                            LN_L0402,
                            LN_V(""),
                            "lines that end in %s cannot be read",
                            ln_shown(r->log, ends.v[i])));
    }
  }
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
  LN_TRY(check_line_ends(r, node));
  LN_TRY(ln_csvw_count(r, node, "skipRows", &dialect->skip_rows));
  LN_TRY(ln_csvw_count(r, node, "skipColumns", &dialect->skip_columns));
  LN_TRY(ln_csvw_bool(r, node, "skipBlankRows", &dialect->skip_blank_rows));
  return ln_csvw_bool(r, node, "skipInitialSpace", &dialect->skip_initial_space);
}
