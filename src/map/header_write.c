/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The columns of a header row as a CSVW document. Only prefixes that people declared themselves are
   handed on, for those who read Turtle; names are written out. */

#include "map/header_inner.h"
#include "map/mapping.h"
#include "sink/json_writer.h"

#define EDTF "http://id.loc.gov/datatypes/edtf/EDTF"

static void
write_datatype(const ln_datatype_spec* const type, ln_json_writer* const w)
{
  const bool    edtf = ln_view_equals(type->base, LN_V("edtf"));
  const ln_view id   = edtf ? LN_V(EDTF) : type->id;
  if (id.n == 0U && type->format.n == 0U) {
    ln_json_writer_text(w, "datatype", type->base);
    return;
  }
  ln_json_writer_open(w, "datatype", '{', LN_JSON_FLAT);
  if (id.n > 0U) {
    ln_json_writer_text(w, "@id", id);
  }
  ln_json_writer_text(w, "base", edtf ? LN_V("string") : type->base);
  if (type->format.n > 0U) {
    ln_json_writer_text(w, "format", type->format);
  }
  ln_json_writer_close(w, '}');
}

/* The empty cell is always one. */
static void
write_nulls(const ln_view nulls, ln_json_writer* const w)
{
  ln_view rest = nulls;
  ln_json_writer_open(w, "null", '[', LN_JSON_FLAT);
  ln_json_writer_text(w, NULL, LN_V(""));
  while (rest.n > 0U) {
    const size_t end = ln_view_find(rest, '|');
    ln_json_writer_text(w, NULL, ln_view_first(rest, end));
    rest = ln_view_from(rest, end + 1U);
  }
  ln_json_writer_close(w, ']');
}

static void
write_values(const ln_header_column* const column, ln_json_writer* const w)
{
  const ln_header_cell* const cell = &column->cell;
  if (cell->kind == LN_HEADER_TYPE) {
    ln_json_writer_text(w, "propertyUrl", LN_V("rdf:type"));
  } else {
    ln_json_writer_text(w, "propertyUrl", column->property);
  }
  if (cell->lang.n > 0U) {
    ln_json_writer_text(w, "lang", cell->lang);
  }
  if (column->typed) {
    write_datatype(&column->datatype, w);
  }
  if (cell->separator.n > 0U) {
    ln_json_writer_text(w, "separator", cell->separator);
  }
  if (cell->nulls.s) {
    write_nulls(cell->nulls, w);
  }
  if (column->template.n > 0U) {
    ln_json_writer_text(w, "valueUrl", column->template);
  }
  if (column->template.n > 0U && cell->separator.n > 0U) {
    ln_json_writer_raw(w, LN_EXTENSION "each", "true");
  }
}

static void
write_column(const ln_header_column* const column, ln_json_writer* const w)
{
  const ln_header_kind kind = column->cell.kind;
  ln_json_writer_open(w, NULL, '{', LN_JSON_FLAT);
  if (column->name.n > 0U) {
    ln_json_writer_text(w, "name", column->name);
  }
  if (column->title.n > 0U) {
    ln_json_writer_text(w, "titles", column->title);
  }
  if (kind == LN_HEADER_PROPERTY || kind == LN_HEADER_TYPE) {
    write_values(column, w);
  } else {
    ln_json_writer_raw(w, "suppressOutput", "true");
  }
  if (column->cell.required || kind == LN_HEADER_ID) {
    ln_json_writer_raw(w, "required", "true");
  }
  ln_json_writer_close(w, '}');
}

/* What the rows are, if `@id` says it. */
static void
write_class(const ln_header_reader* const r, ln_json_writer* const w)
{
  const ln_view class_of =
    r->subject != SIZE_MAX ? r->columns[r->subject].class_of : (ln_view){NULL, 0U};
  if (class_of.n > 0U) {
    ln_json_writer_open(w, NULL, '{', LN_JSON_FLAT);
    ln_json_writer_raw(w, "virtual", "true");
    ln_json_writer_text(w, "propertyUrl", LN_V("rdf:type"));
    ln_json_writer_text(w, "valueUrl", class_of);
    ln_json_writer_close(w, '}');
  }
}

static void
write_schema(const ln_header_reader* const r, ln_json_writer* const w)
{
  ln_json_writer_open(w, "tableSchema", '{', LN_JSON_LINES);
  if (r->subject != SIZE_MAX) {
    ln_json_writer_text(w, "aboutUrl", r->columns[r->subject].template);
  }
  ln_json_writer_open(w, "columns", '[', LN_JSON_LINES);
  for (size_t i = 0U; i < r->n; ++i) {
    write_column(&r->columns[i], w);
  }
  write_class(r, w);
  ln_json_writer_close(w, ']');
  ln_json_writer_close(w, '}');
}

static ln_status
write_dialect(const ln_header_reader* const r, ln_json_writer* const w)
{
  const ln_header_setting* const setting = r->setting;
  if (ln_view_equals(setting->delimiter, LN_V(",")) && setting->skip_rows == 0U) {
    return LN_OK;
  }
  ln_text rows = {0};
  LN_TRY(ln_text_format(&rows, "%llu", (unsigned long long)setting->skip_rows));
  ln_json_writer_open(w, "dialect", '{', LN_JSON_FLAT);
  ln_json_writer_text(w, "delimiter", setting->delimiter);
  if (setting->skip_rows > 0U) {
    ln_json_writer_raw(w, "skipRows", rows.s);
  }
  ln_json_writer_close(w, '}');
  ln_text_clear(&rows);
  return LN_OK;
}

/* The last of several with one name counts. Even without any the property stands there: with it the
   document is one of liner's own, in which a bad cell is an error and left out. */
static void
write_prefixes(const ln_header_setting* const setting, ln_json_writer* const w)
{
  ln_json_writer_open(w, LN_EXTENSION "prefixes", '{', LN_JSON_FLAT);
  for (size_t i = 0U; i < setting->n_prefixes; ++i) {
    bool last = true;
    for (size_t k = i + 1U; k < setting->n_prefixes; ++k) {
      last = last && !ln_view_equals(setting->prefixes[i].name, setting->prefixes[k].name);
    }
    if (last) {
      ln_json_writer_text(w, setting->prefixes[i].name.s, setting->prefixes[i].iri);
    }
  }
  ln_json_writer_close(w, '}');
}

ln_status
ln_header_write(const ln_header_reader* const r, ln_out* const out)
{
  ln_json_writer w = {.out = out};
  ln_json_writer_open(&w, NULL, '{', LN_JSON_LINES);
  ln_json_writer_text(&w, "@context", LN_V("http://www.w3.org/ns/csvw"));
  write_prefixes(r->setting, &w);
  ln_json_writer_text(&w, "url", r->setting->url);
  LN_TRY(write_dialect(r, &w));
  write_schema(r, &w);
  ln_json_writer_close(&w, '}');
  return out->status;
}
