/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The guesses as a CSVW metadata document ("Metadata Vocabulary for Tabular Data"), laid out for a
   person who will correct it. What is as everybody expects it is left out. */

#include "run/guess.h"

#include "map/mapping.h"
#include "rdf/iri.h"

#define EDTF "http://id.loc.gov/datatypes/edtf/EDTF"

static void
write_dialect(const ln_guess_table* const table, ln_json_writer* const w)
{
  const ln_dialect* const d       = &table->dialect;
  char                    lines[] = {(char)('0' + (d->skip_rows % 10U)), '\0'};
  const char              sign[]  = {d->delimiter, '\0'};
  const char* const       skip    = d->skip_rows == 10U ? "10" : lines;
  if (table->format) {
    return;
  }
  if (d->delimiter == ',' && d->quote != '\0' && !table->headless && d->skip_rows == 0U &&
      table->blank_rows == 0U && !table->encoding_reason) {
    return;
  }
  ln_json_writer_open(w, "dialect", '{', LN_JSON_FLAT);
  if (table->encoding_reason) {
    ln_json_writer_text(w, "encoding", d->encoding);
  }
  ln_json_writer_text(w, "delimiter", ln_view_of(sign));
  if (d->quote == '\0') {
    ln_json_writer_raw(w, "quoteChar", "null");
  }
  if (table->headless) {
    ln_json_writer_raw(w, "header", "false");
  }
  if (d->skip_rows > 0U) {
    ln_json_writer_raw(w, "skipRows", skip);
  }
  if (table->blank_rows > 0U) {
    ln_json_writer_raw(w, "skipBlankRows", "true");
  }
  ln_json_writer_close(w, '}');
}

static void
write_format(const ln_guess_kind* const kind, ln_json_writer* const w)
{
  if (!kind->decimal) {
    ln_json_writer_text(w, "format", ln_view_of(kind->format));
    return;
  }
  ln_json_writer_open(w, "format", '{', LN_JSON_FLAT);
  if (kind->format) {
    ln_json_writer_text(w, "pattern", ln_view_of(kind->format));
  }
  ln_json_writer_text(w, "decimalChar", ln_view_of(kind->decimal));
  if (kind->group) {
    ln_json_writer_text(w, "groupChar", ln_view_of(kind->group));
  }
  ln_json_writer_close(w, '}');
}

static void
write_datatype(const ln_guess_kind* const kind, ln_json_writer* const w)
{
  if (!kind) {
    return;
  }
  if (kind->family == LN_FAMILY_EDTF) {
    ln_json_writer_open(w, "datatype", '{', LN_JSON_FLAT);
    ln_json_writer_text(w, "@id", LN_V(EDTF));
    ln_json_writer_text(w, "base", LN_V("string"));
    ln_json_writer_close(w, '}');
  } else if (!kind->format && !kind->decimal) {
    ln_json_writer_text(w, "datatype", ln_view_of(kind->base));
  } else {
    ln_json_writer_open(w, "datatype", '{', LN_JSON_FLAT);
    ln_json_writer_text(w, "base", ln_view_of(kind->base));
    write_format(kind, w);
    ln_json_writer_close(w, '}');
  }
}

static bool
is_null_anywhere(const ln_guess_table* const table)
{
  for (size_t i = 0U; i < table->n; ++i) {
    if (table->guesses[i].nulls[0]) {
      return true;
    }
  }
  return false;
}

/* The words that are no values in this column, if they are more than the table says. */
static void
write_nulls(const ln_guess_table* const table, const ln_guess* const guess, ln_json_writer* const w)
{
  bool more = false;
  for (size_t i = 1U; ln_guess_token(i); ++i) {
    more = more || guess->nulls[i];
  }
  if (!more) {
    return;
  }
  ln_json_writer_open(w, "null", '[', LN_JSON_FLAT);
  ln_json_writer_text(w, NULL, LN_V(""));
  for (size_t i = 0U; ln_guess_token(i); ++i) {
    if (guess->nulls[i] || (i == 0U && is_null_anywhere(table))) {
      ln_json_writer_text(w, NULL, ln_view_of(ln_guess_token(i)));
    }
  }
  ln_json_writer_close(w, ']');
}

/* `artists/{id}`: what rows, and cells that name them, stand for; `casts/{film}--{place}` of two
   columns. */
static ln_status
write_template(const char* const           key,
               const ln_guess_table* const table,
               const ln_view               name,
               const ln_view               second,
               ln_json_writer* const       w)
{
  ln_text template = {0};
  ln_status st     = ln_iri_encode(table->stem, &template);
  if (st == LN_OK) {
    st = ln_text_format(&template, "/{%.*s}", (int)name.n, name.s);
  }
  if (st == LN_OK && second.s) {
    st = ln_text_format(&template, "--{%.*s}", (int)second.n, second.s);
  }
  if (st == LN_OK) {
    ln_json_writer_text(w, key, ln_text_view(&template));
  }
  ln_text_clear(&template);
  return st;
}

static ln_status
write_column(const ln_guess_table* const table, const size_t i, ln_json_writer* const w)
{
  const ln_guess_column* const column = &table->columns[i];
  const ln_guess* const        guess  = &table->guesses[i];
  ln_json_writer_open(w, NULL, '{', LN_JSON_FLAT);
  if (column->title.n > 0U || table->headless) {
    ln_json_writer_text(w, "name", column->name);
  }
  if (table->format) {
    ln_json_writer_text(w, LN_EXTENSION "path", column->path);
  } else if (column->title.n > 0U) {
    ln_json_writer_text(w, "titles", column->title);
  }
  if (guess->lang) {
    ln_json_writer_text(w, "lang", ln_view_of(guess->lang));
  }
  write_datatype(guess->flag ? ln_guess_kind_at(ln_guess_kind_find("boolean", NULL)) : guess->kind,
                 w);
  if (column->list || guess->array) {
    ln_json_writer_text(
      w, LN_EXTENSION "array", column->list ? LN_V("json") : ln_view_of(guess->array->word));
  }
  if (guess->separator) {
    ln_json_writer_text(w, "separator", ln_view_of(guess->separator));
  }
  write_nulls(table, guess, w);
  if (guess->required) {
    ln_json_writer_raw(w, "required", "true");
  }
  if (guess->refers) {
    LN_TRY(write_template("valueUrl", guess->other, column->name, (ln_view){0}, w));
  }
  ln_json_writer_close(w, '}');
  return LN_OK;
}

static void
write_foreign_key(const ln_guess_table* const table, const size_t i, ln_json_writer* const w)
{
  const ln_guess_table* const other = table->guesses[i].other;
  ln_json_writer_open(w, NULL, '{', LN_JSON_FLAT);
  ln_json_writer_text(w, "columnReference", table->columns[i].name);
  ln_json_writer_open(w, "reference", '{', LN_JSON_FLAT);
  ln_json_writer_text(w, "resource", other->url);
  ln_json_writer_text(w, "columnReference", other->columns[other->key].name);
  ln_json_writer_close(w, '}');
  ln_json_writer_close(w, '}');
}

static void
write_foreign_keys(const ln_guess_table* const table, ln_json_writer* const w)
{
  bool any = false;
  for (size_t i = 0U; i < table->n; ++i) {
    const ln_guess* const guess = &table->guesses[i];
    if (guess->refers && !(table->format && ln_view_equals(guess->other->url, table->url))) {
      if (!any) {
        ln_json_writer_open(w, "foreignKeys", '[', LN_JSON_LINES);
      }
      any = true;
      write_foreign_key(table, i, w);
    }
  }
  if (any) {
    ln_json_writer_close(w, ']');
  }
}

static ln_status
write_key(const ln_guess_table* const table, ln_json_writer* const w)
{
  const bool    two   = table->pair != NULL;
  const ln_view first = table->columns[two ? table->pair->first : table->key].name;
  const ln_view other = two ? table->columns[table->pair->second].name : (ln_view){0};
  LN_TRY(write_template("aboutUrl", table, first, other, w));
  if (two) {
    ln_json_writer_open(w, "primaryKey", '[', LN_JSON_FLAT);
    ln_json_writer_text(w, NULL, first);
    ln_json_writer_text(w, NULL, other);
    ln_json_writer_close(w, ']');
  } else {
    ln_json_writer_text(w, "primaryKey", first);
  }
  return LN_OK;
}

static ln_status
write_schema(const ln_guess_table* const table, ln_json_writer* const w)
{
  ln_json_writer_open(w, "tableSchema", '{', LN_JSON_LINES);
  if (table->key != SIZE_MAX || table->pair) {
    LN_TRY(write_key(table, w));
  }
  if (is_null_anywhere(table)) {
    ln_json_writer_open(w, "null", '[', LN_JSON_FLAT);
    ln_json_writer_text(w, NULL, LN_V(""));
    ln_json_writer_text(w, NULL, LN_V("\\N"));
    ln_json_writer_close(w, ']');
  }
  ln_json_writer_open(w, "columns", '[', LN_JSON_LINES);
  for (size_t i = 0U; i < table->n; ++i) {
    LN_TRY(write_column(table, i, w));
  }
  ln_json_writer_close(w, ']');
  write_foreign_keys(table, w);
  ln_json_writer_close(w, '}');
  return LN_OK;
}

static ln_status
write_table(const ln_guess_table* const table, ln_json_writer* const w)
{
  ln_json_writer_text(w, "url", table->url);
  if (table->format) {
    ln_json_writer_text(w, LN_EXTENSION "format", ln_view_of(table->format));
    ln_json_writer_text(w, LN_EXTENSION "rows", table->rows_path);
  }
  write_dialect(table, w);
  LN_TRY(write_schema(table, w));
  return ln_guess_notes(table, w);
}

ln_status
ln_guess_write(const ln_guess_table* const tables, const size_t n, ln_out* const out)
{
  ln_json_writer w = {.out = out};
  ln_json_writer_open(&w, NULL, '{', LN_JSON_LINES);
  ln_json_writer_text(&w, "@context", LN_V("http://www.w3.org/ns/csvw"));
  if (n == 1U) {
    LN_TRY(write_table(&tables[0], &w));
  } else {
    ln_json_writer_open(&w, "tables", '[', LN_JSON_LINES);
    for (size_t i = 0U; i < n; ++i) {
      ln_json_writer_open(&w, NULL, '{', LN_JSON_LINES);
      LN_TRY(write_table(&tables[i], &w));
      ln_json_writer_close(&w, '}');
    }
    ln_json_writer_close(&w, ']');
  }
  ln_json_writer_close(&w, '}');
  return out->status;
}
