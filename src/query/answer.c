/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Answers in the four formats of the W3C; the table for people is in answer_table.c. Each format is
   written from beginning to end, row by row, with nothing kept. */

#include "query/answer.h"

#include "query/answer_inner.h"
#include "sink/escape.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

static const struct {
  const char* name;
  const char* media_type;
} FORMS[] = {
  {"table", "text/plain; charset=utf-8"},
  {"csv", "text/csv; charset=utf-8"},
  {"tsv", "text/tab-separated-values; charset=utf-8"},
  {"json", "application/sparql-results+json"},
  {"xml", "application/sparql-results+xml"},
};

const char*
ln_answer_name(const size_t form)
{
  return form < sizeof(FORMS) / sizeof(FORMS[0]) ? FORMS[form].name : NULL;
}

const char*
ln_answer_media_type(const ln_answer_form form)
{
  return FORMS[form].media_type;
}

static void
put(ln_out* const out, const char* const text)
{
  ln_out_put_view(out, ln_view_of(text));
}

/* ---- CSV: plain texts, quoted where they must be ---- */

static void
put_csv(ln_out* const out, const ln_view text)
{
  bool quoted = false;
  for (size_t i = 0U; i < text.n && !quoted; ++i) {
    quoted = strchr(",\"\r\n", text.s[i]) && text.s[i] != '\0';
  }
  if (!quoted) {
    ln_out_put_view(out, text);
    return;
  }
  ln_out_put_byte(out, '"');
  for (size_t i = 0U; i < text.n; ++i) {
    if (text.s[i] == '"') {
      ln_out_put_byte(out, '"');
    }
    ln_out_put_byte(out, text.s[i]);
  }
  ln_out_put_byte(out, '"');
}

static void
write_csv(ln_query* const q, ln_out* const out)
{
  const size_t columns = ln_query_columns(q);
  for (size_t c = 0U; c < columns; ++c) {
    put(out, c > 0U ? "," : "");
    put_csv(out, ln_query_column(q, c));
  }
  put(out, "\r\n");
  for (size_t row = 0U; row < ln_query_rows(q); ++row) {
    for (size_t c = 0U; c < columns; ++c) {
      const ln_read_term term = ln_query_cell(q, row, c);
      put(out, c > 0U ? "," : "");
      put(out, term.kind == LN_BLANK ? "_:" : "");
      put_csv(out, term.text);
    }
    put(out, "\r\n");
  }
}

/* ---- TSV: terms as in Turtle ---- */

static bool
is_bare(const ln_read_term* const term)
{
  static const char* const NUMBERS[] = {XSD "integer", XSD "decimal", XSD "double"};
  bool                     bare      = false;
  for (size_t i = 0U; i < sizeof(NUMBERS) / sizeof(NUMBERS[0]); ++i) {
    bare = bare || ln_view_equals(term->datatype, ln_view_of(NUMBERS[i]));
  }
  const size_t point = ln_view_find(term->text, '.');
  const size_t e     = ln_view_find(term->text, 'E');
  for (size_t i = 0U; bare && i < term->text.n; ++i) {
    bare = strchr("+-.0123456789E", term->text.s[i]) && term->text.s[i] != '\0';
  }
  // A number is written so only if it is read as the same number of the same datatype.
  if (ln_view_ends(term->datatype, LN_V("integer"))) {
    return bare && point == term->text.n && e == term->text.n && term->text.n > 0U;
  }
  return bare && point + 1U < term->text.n &&
         (e < term->text.n) == ln_view_ends(term->datatype, LN_V("double"));
}

/* A tab must not stand in a cell. */
static void
put_string(ln_out* const out, const ln_view text)
{
  ln_view rest = text;
  for (size_t tab = ln_view_find(rest, '\t'); tab < rest.n; tab = ln_view_find(rest, '\t')) {
    ln_escape_put(out, ln_view_first(rest, tab), LN_ESCAPE_STRING);
    put(out, "\\t");
    rest = ln_view_from(rest, tab + 1U);
  }
  ln_escape_put(out, rest, LN_ESCAPE_STRING);
}

void
ln_answer_put_quoted(ln_out* const out, const ln_read_term* const term)
{
  if (term->kind == LN_IRI) {
    ln_out_put_byte(out, '<');
    ln_escape_put(out, term->text, LN_ESCAPE_IRI);
    ln_out_put_byte(out, '>');
  } else if (term->kind == LN_BLANK) {
    put(out, "_:");
    ln_out_put_view(out, term->text);
  } else if (term->kind == LN_LITERAL) {
    ln_out_put_byte(out, '"');
    put_string(out, term->text);
    ln_out_put_byte(out, '"');
    if (term->lang.n > 0U) {
      ln_out_put_byte(out, '@');
      ln_out_put_view(out, term->lang);
    } else if (!ln_view_equals(term->datatype, LN_V(XSD "string"))) {
      put(out, "^^<");
      ln_out_put_view(out, term->datatype);
      ln_out_put_byte(out, '>');
    }
  }
}

static void
put_tsv_term(ln_out* const out, const ln_read_term* const term)
{
  if (term->kind == LN_LITERAL && is_bare(term)) {
    ln_out_put_view(out, term->text);
  } else {
    ln_answer_put_quoted(out, term);
  }
}

static void
write_tsv(ln_query* const q, ln_out* const out)
{
  const size_t columns = ln_query_columns(q);
  for (size_t c = 0U; c < columns; ++c) {
    put(out, c > 0U ? "\t?" : "?");
    ln_out_put_view(out, ln_query_column(q, c));
  }
  put(out, "\n");
  for (size_t row = 0U; row < ln_query_rows(q); ++row) {
    for (size_t c = 0U; c < columns; ++c) {
      const ln_read_term term = ln_query_cell(q, row, c);
      put(out, c > 0U ? "\t" : "");
      put_tsv_term(out, &term);
    }
    put(out, "\n");
  }
}

/* ---- JSON ---- */

static void
put_json(ln_out* const out, const ln_view text)
{
  ln_out_put_byte(out, '"');
  ln_escape_put(out, text, LN_ESCAPE_JSON);
  ln_out_put_byte(out, '"');
}

static void
put_json_term(ln_out* const out, const ln_read_term* const term)
{
  static const char* const TYPES[] = {
    [LN_IRI] = "uri", [LN_LITERAL] = "literal", [LN_BLANK] = "bnode"};
  put(out, "{\"type\":\"");
  put(out, TYPES[term->kind]);
  put(out, "\",\"value\":");
  put_json(out, term->text);
  if (term->kind == LN_LITERAL && term->lang.n > 0U) {
    put(out, ",\"xml:lang\":");
    put_json(out, term->lang);
  } else if (term->kind == LN_LITERAL && !ln_view_equals(term->datatype, LN_V(XSD "string"))) {
    put(out, ",\"datatype\":");
    put_json(out, term->datatype);
  }
  put(out, "}");
}

static void
put_json_row(ln_query* const q, const size_t row, ln_out* const out)
{
  bool any = false;
  put(out, "{");
  for (size_t c = 0U; c < ln_query_columns(q); ++c) {
    const ln_read_term term = ln_query_cell(q, row, c);
    if (term.kind != LN_NONE) {
      put(out, any ? "," : "");
      put_json(out, ln_query_column(q, c));
      put(out, ":");
      put_json_term(out, &term);
      any = true;
    }
  }
  put(out, "}");
}

static void
write_json(ln_query* const q, ln_out* const out)
{
  if (ln_query_form_of(q) == LN_QUERY_ASK) {
    put(out,
        ln_query_rows(q) > 0U ? "{\"head\":{},\"boolean\":true}\n"
                              : "{\"head\":{},\"boolean\":false}\n");
    return;
  }
  put(out, "{\"head\":{\"vars\":[");
  for (size_t c = 0U; c < ln_query_columns(q); ++c) {
    put(out, c > 0U ? "," : "");
    put_json(out, ln_query_column(q, c));
  }
  put(out, "]},\"results\":{\"bindings\":[");
  for (size_t row = 0U; row < ln_query_rows(q); ++row) {
    put(out, row > 0U ? ",\n" : "\n");
    put_json_row(q, row, out);
  }
  put(out, "\n]}}\n");
}

/* ---- XML ---- */

/* Characters that XML 1.0 does not have become U+FFFD. */
static void
put_xml(ln_out* const out, const ln_view text)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const char c = text.s[i];
    if (c == '<') {
      put(out, "&lt;");
    } else if (c == '>') {
      put(out, "&gt;");
    } else if (c == '&') {
      put(out, "&amp;");
    } else if (c == '"') {
      put(out, "&quot;");
    } else if (c == '\r') {
      put(out, "&#13;");
    } else if ((unsigned char)c < 0x20U && c != '\t' && c != '\n') {
      put(out, "\xEF\xBF\xBD");
    } else {
      ln_out_put_byte(out, c);
    }
  }
}

static void
put_xml_term(ln_out* const out, const ln_read_term* const term)
{
  static const char* const NAMES[] = {
    [LN_IRI] = "uri", [LN_LITERAL] = "literal", [LN_BLANK] = "bnode"};
  put(out, "<");
  put(out, NAMES[term->kind]);
  if (term->kind == LN_LITERAL && term->lang.n > 0U) {
    put(out, " xml:lang=\"");
    put_xml(out, term->lang);
    put(out, "\"");
  } else if (term->kind == LN_LITERAL && !ln_view_equals(term->datatype, LN_V(XSD "string"))) {
    put(out, " datatype=\"");
    put_xml(out, term->datatype);
    put(out, "\"");
  }
  put(out, ">");
  put_xml(out, term->text);
  put(out, "</");
  put(out, NAMES[term->kind]);
  put(out, ">");
}

static void
put_xml_row(ln_query* const q, const size_t row, ln_out* const out)
{
  put(out, "<result>");
  for (size_t c = 0U; c < ln_query_columns(q); ++c) {
    const ln_read_term term = ln_query_cell(q, row, c);
    if (term.kind != LN_NONE) {
      put(out, "<binding name=\"");
      put_xml(out, ln_query_column(q, c));
      put(out, "\">");
      put_xml_term(out, &term);
      put(out, "</binding>");
    }
  }
  put(out, "</result>\n");
}

static void
write_xml(ln_query* const q, ln_out* const out)
{
  put(out,
      "<?xml version=\"1.0\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n<head>");
  for (size_t c = 0U; c < ln_query_columns(q); ++c) {
    put(out, "<variable name=\"");
    put_xml(out, ln_query_column(q, c));
    put(out, "\"/>");
  }
  put(out, "</head>\n");
  if (ln_query_form_of(q) == LN_QUERY_ASK) {
    put(out, ln_query_rows(q) > 0U ? "<boolean>true</boolean>\n" : "<boolean>false</boolean>\n");
  } else {
    put(out, "<results>\n");
    for (size_t row = 0U; row < ln_query_rows(q); ++row) {
      put_xml_row(q, row, out);
    }
    put(out, "</results>\n");
  }
  put(out, "</sparql>\n");
}

ln_status
ln_answer_write(ln_query* const        q,
                const ln_answer_form   form,
                const ln_prefix* const prefixes,
                const size_t           n_prefixes,
                ln_out* const          out)
{
  const bool boolean = ln_query_form_of(q) == LN_QUERY_ASK;
  if (form == LN_ANSWER_JSON) {
    write_json(q, out);
  } else if (form == LN_ANSWER_XML) {
    write_xml(q, out);
  } else if (boolean) {
    put(out, ln_query_rows(q) > 0U ? "true\n" : "false\n");
  } else if (form == LN_ANSWER_CSV) {
    write_csv(q, out);
  } else if (form == LN_ANSWER_TSV) {
    write_tsv(q, out);
  } else {
    const ln_answer_table table = {q, prefixes, n_prefixes, out};
    return ln_answer_write_table(&table);
  }
  return out->status;
}
