/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A header row as a mapping: cells are cut, named, and each mark is given its meaning; what is left
   is an ordinary CSVW document. Everything that could be wrong with that document is found here,
   where the cell to blame is known. All faults of a row are reported before it is given up. */

#include "map/header_mapping.h"

#include "base/dict.h"
#include "base/fold.h"
#include "base/text.h"
#include "map/csvw_reader.h"
#include "map/header_inner.h"
#include "rdf/builtin.h"
#include "rdf/iri.h"

#include <stdarg.h>

ln_status
ln_header_report(ln_header_reader* const r,
                 const size_t            i,
                 const ln_code           code,
                 const ln_view           hint,
                 const char* const       format,
                 ...)
{
  const ln_where where = {r->setting->source, (uint32_t)i + 1U, r->row->number};
  ln_text        text  = {0};
  va_list        args;
  va_start(args, format);
  ln_status st = ln_text_vformat(&text, format, args);
  va_end(args);
  r->failed = true;
  if (st == LN_OK) {
    st = ln_report(r->setting->log, code, LN_NO_OUTPUT, where, hint, "%.*s", (int)text.n, text.s);
  }
  ln_text_clear(&text);
  return st;
}

static ln_status
keep(ln_header_reader* const r, const ln_view text, ln_view* const out)
{
  *out = ln_arena_copy(&r->arena, text);
  return out->s ? LN_OK : LN_NO_MEM;
}

static ln_status
parse_cell(ln_header_reader* const r, const size_t i)
{
  const ln_cell* const    cell    = &r->row->cells[i];
  ln_header_column* const column  = &r->columns[i];
  const char*             problem = NULL;
  size_t                  at      = 0U;
  LN_TRY(keep(r, ln_view_trim((ln_view){cell->s, cell->n}), &column->title));
  if (!ln_header_cell_parse(column->title, &column->cell, &problem, &at)) {
    return ln_header_report(r,
                            i,
                            LN_L0430,
                            LN_V(""),
                            "in the header cell %s, character %zu: %s",
                            ln_shown(r->setting->log, column->title),
                            at + 1U,
                            problem);
  }
  return LN_OK;
}

/* The last part of an IRI or prefixed name; of a word, all of it. */
static ln_view
local_part(const ln_view property)
{
  size_t n = property.n;
  while (n > 0U && property.s[n - 1U] != '#' && property.s[n - 1U] != '/' &&
         property.s[n - 1U] != ':') {
    --n;
  }
  return ln_view_from(property, n);
}

/* Append what a column would like to be called. */
static ln_status
add_name(const ln_header_column* const column, ln_text* const out)
{
  switch (column->cell.kind) {
  case LN_HEADER_ID:
    return ln_text_add(out, LN_V("id"));
  case LN_HEADER_TYPE:
    return ln_text_add(out, LN_V("type"));
  case LN_HEADER_PROPERTY:
    return ln_csvw_encode_name(local_part(column->cell.property), out);
  case LN_HEADER_NOTHING:
    break;
  }
  return LN_OK;
}

static ln_status
name_column(ln_header_reader* const r, const size_t i, ln_dict* const names)
{
  ln_text   name   = {0};
  uint32_t  number = 0U;
  bool      added  = false;
  ln_status st     = add_name(&r->columns[i], &name);
  if (name.n == 0U && r->columns[i].cell.kind == LN_HEADER_PROPERTY && st == LN_OK) {
    st = ln_text_format(&name, "column%zu", i + 1U);
  }
  const size_t bare = name.n;
  for (unsigned k = 2U; st == LN_OK && bare > 0U && !added; ++k) {
    st = ln_dict_add(names, ln_text_view(&name), &number, &added);
    if (st == LN_OK && !added) {
      name.n = bare;
      st     = ln_text_format(&name, "_%u", k);
    }
  }
  st = st == LN_OK ? keep(r, ln_text_view(&name), &r->columns[i].name) : st;
  ln_text_clear(&name);
  return st;
}

/* The subject first: `{id}` is always what the row is named by. */
static ln_status
name_columns(ln_header_reader* const r)
{
  ln_dict* const names = ln_dict_new();
  ln_status      st    = names ? LN_OK : LN_NO_MEM;
  if (st == LN_OK && r->subject != SIZE_MAX) {
    st = name_column(r, r->subject, names);
  }
  for (size_t i = 0U; st == LN_OK && i < r->n; ++i) {
    st = i == r->subject ? LN_OK : name_column(r, i, names);
  }
  ln_dict_free(names);
  return st;
}

static ln_status
find_subject(ln_header_reader* const r)
{
  r->subject = SIZE_MAX;
  for (size_t i = 0U; i < r->n; ++i) {
    if (r->columns[i].cell.kind == LN_HEADER_ID && r->subject != SIZE_MAX) {
      LN_TRY(ln_header_report(
        r, i, LN_L0430, LN_V(""), "a second @id; column %zu is the first", r->subject + 1U));
    } else if (r->columns[i].cell.kind == LN_HEADER_ID) {
      r->subject = i;
    }
  }
  return LN_OK;
}

/* A property is an IRI, a name with a prefix, or a word, which CSVW resolves against the table. */
static ln_status
resolve_property(ln_header_reader* const r, const size_t i)
{
  ln_header_column* const column  = &r->columns[i];
  const ln_view           written = column->cell.property;
  const char*             problem = NULL;
  if (!column->cell.is_iri && ln_view_find(written, ':') == written.n) {
    ln_text   word = {0};
    ln_status st   = ln_text_add_byte(&word, '#');
    st             = st == LN_OK ? ln_csvw_encode_name(written, &word) : st;
    st             = st == LN_OK ? keep(r, ln_text_view(&word), &column->property) : st;
    ln_text_clear(&word);
    return st;
  }
  LN_TRY(ln_header_expand(r, i, written, &column->property));
  if (column->property.n > 0U && !ln_iri_valid(column->property, &problem)) {
    return ln_header_report(r,
                            i,
                            LN_L0430,
                            LN_V(""),
                            "the property %s is no IRI: %s",
                            ln_shown(r->setting->log, column->property),
                            problem);
  }
  return LN_OK;
}

static ln_status
report_datatype(ln_header_reader* const r, const size_t i, const ln_view name)
{
  static const char* const common[] = {"anyURI",
                                       "boolean",
                                       "date",
                                       "dateTime",
                                       "decimal",
                                       "double",
                                       "edtf",
                                       "float",
                                       "gYear",
                                       "integer",
                                       "number",
                                       "string",
                                       "time",
                                       "gYearMonth"};
  ln_text                  hint     = {0};
  ln_nearest               nearest  = {.word = name};
  for (size_t k = 0U; k < sizeof(common) / sizeof(common[0]); ++k) {
    ln_nearest_offer(&nearest, ln_view_of(common[k]), ln_view_of(common[k]));
  }
  ln_status st = ln_nearest_text(&nearest, &hint);
  st           = st == LN_OK ? ln_header_report(r,
                                      i,
                                      LN_L0408,
                                      ln_text_view(&hint),
                                      "%s is not a datatype; write one of CSVW, or an IRI",
                                      ln_shown(r->setting->log, name))
                             : st;
  ln_text_clear(&hint);
  return st;
}

/* A name of CSVW, or an IRI, which may be that of one of them. */
static ln_status
find_datatype(ln_header_reader* const r, const size_t i)
{
  ln_header_column* const column = &r->columns[i];
  const ln_view           name   = column->cell.datatype;
  ln_view                 iri    = {0};
  if (!column->cell.datatype_is_iri && ln_view_find(name, ':') == name.n) {
    column->datatype.base = name;
    return ln_datatype_builtin(name, NULL) ? LN_OK : report_datatype(r, i, name);
  }
  LN_TRY(ln_header_expand(r, i, name, &iri));
  const ln_builtin* const known = ln_builtin_of(iri);
  if (iri.n > 0U && known) {
    column->datatype.base = ln_view_of(known->name);
  } else if (ln_view_starts(iri, LN_V("http://www.w3.org/2001/XMLSchema#"))) {
    return report_datatype(r, i, local_part(iri));
  } else {
    column->datatype.base = LN_V("string");
    column->datatype.id   = iri;
  }
  return LN_OK;
}

static ln_status
resolve_datatype(ln_header_reader* const r, const size_t i)
{
  ln_header_column* const column   = &r->columns[i];
  const ln_datatype*      datatype = NULL;
  ln_text                 problem  = {0};
  LN_TRY(find_datatype(r, i));
  if (r->failed) {
    return LN_OK;
  }
  column->typed           = true;
  column->datatype.format = column->cell.format;
  ln_status st            = ln_datatype_new(&r->arena, &column->datatype, &datatype, &problem);
  if (st == LN_USAGE) {
    st = ln_header_report(
      r, i, LN_L0408, LN_V(""), "%.*s", (int)problem.n, problem.s ? problem.s : "");
  } else {
    ln_datatype_clear(datatype);
  }
  ln_text_clear(&problem);
  return st;
}

/* Marks that mean nothing where they stand; NULL: all of them do. */
static const char*
misplaced(const ln_header_cell* const cell)
{
  const bool id = cell->kind == LN_HEADER_ID;
  if (id && (cell->separator.s || cell->nulls.s || cell->format.s)) {
    return "@id has no [separator], (format) or ?(null): a row is about one thing";
  }
  if (cell->lang.s && cell->kind != LN_HEADER_PROPERTY) {
    return "a @language is for text, not for IRIs";
  }
  if (cell->lang.s && cell->template.s) {
    return "a @language is for text, not for IRIs of a <template>";
  }
  if (cell->lang.s && cell->datatype.s) {
    return "a @language is for text, not for a ^^datatype";
  }
  if (cell->lang.s && !ln_lang_valid(cell->lang)) {
    return "the @language is not a language tag such as en or pt-BR";
  }
  return cell->kind == LN_HEADER_TYPE && cell->datatype.s ? "@type has no ^^datatype" : NULL;
}

static ln_status
resolve_column(ln_header_reader* const r, const size_t i)
{
  ln_header_column* const     column  = &r->columns[i];
  const ln_header_cell* const cell    = &column->cell;
  const char* const           problem = misplaced(cell);
  if (problem) {
    return ln_header_report(r, i, LN_L0430, LN_V(""), "%s", problem);
  }
  if (cell->kind == LN_HEADER_PROPERTY) {
    LN_TRY(resolve_property(r, i));
  }
  if (cell->datatype.s && cell->kind == LN_HEADER_ID) {
    LN_TRY(ln_header_expand(r, i, cell->datatype, &column->class_of));
  } else if (cell->datatype.s) {
    LN_TRY(resolve_datatype(r, i));
  }
  return cell->kind == LN_HEADER_NOTHING ? LN_OK : ln_header_template(r, i);
}

static ln_status
read_columns(ln_header_reader* const r)
{
  for (size_t i = 0U; i < r->n; ++i) {
    LN_TRY(parse_cell(r, i));
  }
  LN_TRY(find_subject(r));
  LN_TRY(name_columns(r));
  bool failed = r->failed;
  for (size_t i = 0U; i < r->n; ++i) {
    r->failed = false; /* of this column */
    LN_TRY(resolve_column(r, i));
    failed = failed || r->failed;
  }
  return failed ? LN_USAGE : LN_OK;
}

ln_status
ln_header_mapping_write(const ln_header_setting* const setting,
                        const ln_row* const            header,
                        ln_out* const                  out)
{
  ln_header_reader r  = {.setting = setting, .row = header, .n = header->n};
  ln_status        st = LN_OK;
  r.columns           = ln_arena_zero(&r.arena, r.n, sizeof(ln_header_column));
  st                  = r.columns ? read_columns(&r) : LN_NO_MEM;
  st                  = st == LN_OK ? ln_header_write(&r, out) : st;
  ln_arena_clear(&r.arena);
  return st;
}
