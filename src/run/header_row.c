/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A table whose header row is its mapping (--header-mapping). The first bytes are looked at and
   cut as the table will be, rows that declare prefixes are taken off the top, and the header
   becomes a metadata document, from which everything goes on as if it had been a file. Bytes of
   standard input that were looked at are kept for the reader of the table. */

#include "run/session.h"

#include "base/memory.h"
#include "base/text.h"
#include "map/header_mapping.h"

enum { LONGEST_HEADER = 4 << 20, MOST_PREFIXES = 256 };

typedef struct {
  ln_session*      session;
  ln_table*        table;
  uint32_t         source;
  uint64_t         rows; ///< above the header
  ln_header_prefix prefixes[MOST_PREFIXES];
  size_t           n_prefixes;
} reading;

static bool
locate(void* const self, const ln_where where, ln_place* const place)
{
  const reading* const r = self;
  ln_table_place(r->table, where.field, place);
  return true;
}

/* Keep a prefix; false if the text declares none, or too many are there. */
static ln_status
add_prefix(reading* const r, const ln_view text, bool* const good)
{
  ln_header_prefix prefix = {0};
  *good                   = r->n_prefixes < MOST_PREFIXES && ln_header_prefix_read(text, &prefix);
  if (!*good) {
    return LN_OK;
  }
  prefix.name                  = ln_arena_copy(&r->session->arena, prefix.name);
  prefix.iri                   = ln_arena_copy(&r->session->arena, prefix.iri);
  r->prefixes[r->n_prefixes++] = prefix;
  return prefix.name.s && prefix.iri.s ? LN_OK : LN_NO_MEM;
}

/* Those of --prefix, which were checked when they were read. */
static ln_status
add_given(reading* const r)
{
  const ln_job* const job  = r->session->job;
  bool                good = false;
  for (size_t i = 0U; i < job->n_prefixes; ++i) {
    LN_TRY(add_prefix(r, ln_view_of(job->prefixes[i]), &good));
  }
  return LN_OK;
}

static bool
is_alone(const ln_row* const row)
{
  for (size_t i = 1U; i < row->n; ++i) {
    if (row->cells[i].n > 0U) {
      return false;
    }
  }
  return true;
}

static ln_status
take_prefix_row(reading* const r, const ln_row* const row, const ln_view text)
{
  const ln_where where = {r->source, 1U, row->number};
  bool           good  = false;
  ++r->rows;
  if (is_alone(row)) {
    LN_TRY(add_prefix(r, text, &good));
  }
  if (good) {
    return LN_OK;
  }
  LN_TRY(ln_report(r->session->log,
                   LN_L0433,
                   LN_NO_OUTPUT,
                   where,
                   LN_V(""),
                   "the row declares no prefix: %s",
                   ln_shown(r->session->log, text)));
  return LN_USAGE;
}

/* The first row that declares no prefix. LN_END if there is none. */
static ln_status
find_header(reading* const r, const ln_row** const row)
{
  for (;;) {
    LN_TRY(ln_table_next(r->table, row));
    const ln_cell* const first = (*row)->cells;
    const ln_view text = (*row)->n > 0U ? ln_view_trim((ln_view){first->s, first->n}) : LN_V("");
    if (!ln_view_starts(text, LN_V("@prefix"))) {
      return LN_OK;
    }
    LN_TRY(take_prefix_row(r, *row, text));
  }
}

static ln_status
read_document(ln_session* const s, const ln_view path, const ln_out* const out)
{
  const ln_mapping_options options = {.validating = s->job->dry};
  LN_TRY(ln_log_source(s->log, path, NULL, NULL, &s->mapping_source));
  return ln_mapping_read_with(ln_out_bytes(out),
                              s->url.n > 0U ? s->url : path,
                              &options,
                              s->log,
                              s->mapping_source,
                              &s->mapping);
}

/* From the header row to a mapping; `delimiter` is that of the table. */
static ln_status
write_and_read(reading* const      r,
               const ln_view       path,
               const char          delimiter,
               const ln_row* const header)
{
  ln_session* const s       = r->session;
  const char        sign[]  = {delimiter, '\0'};
  ln_text           url     = {0};
  ln_out*           out     = NULL;
  ln_header_setting setting = {.delimiter  = ln_view_of(sign),
                               .skip_rows  = r->rows,
                               .prefixes   = r->prefixes,
                               .n_prefixes = r->n_prefixes,
                               .log        = s->log,
                               .source     = r->source};
  ln_status         st      = ln_session_table_url(s, path, &url);
  setting.url               = ln_text_view(&url);
  st                        = st == LN_OK ? ln_out_memory(&out) : st;
  st                        = st == LN_OK ? ln_header_mapping_write(&setting, header, out) : st;
  st                        = st == LN_OK ? read_document(s, path, out) : st;
  ln_out_abandon(out);
  ln_text_clear(&url);
  return st;
}

static ln_status
read_rows(reading* const r, const ln_view path, const char delimiter)
{
  const ln_view     shown = ln_view_equals(path, LN_V("-")) ? LN_V("stdin") : path;
  ln_session* const s     = r->session;
  const ln_row*     row   = NULL;
  LN_TRY(ln_log_source(s->log, shown, locate, r, &r->source));
  ln_status st = find_header(r, &row);
  if (st == LN_OK) {
    st = write_and_read(r, path, delimiter, row);
  } else if (st == LN_END) {
    /* Without a header there is nothing to map; the reader of the table will say so. */
    const ln_row none = {.cells = NULL};
    st                = write_and_read(r, path, delimiter, &none);
  }
  ln_log_locator(s->log, r->source, NULL, NULL);
  return st;
}

/* Look at the first bytes, through a table of their own. */
static ln_status
read_head(ln_session* const s, ln_in* const in, const ln_view path)
{
  ln_dialect dialect;
  ln_view    head = {0};
  ln_in*     view = NULL;
  ln_dialect_default(&dialect);
  if (ln_view_ends(path, LN_V(".tsv")) || ln_view_ends(path, LN_V(".tsv.gz"))) {
    ln_dialect_tsv(&dialect);
  }
  LN_TRY(ln_in_peek(in, LONGEST_HEADER, &head));
  LN_TRY(ln_in_memory(head, &view));
  reading* const r = ln_alloc_zero(1U, sizeof(reading));
  if (!r) {
    return ln_in_close(view) == LN_OK ? LN_NO_MEM : LN_IO;
  }
  r->session   = s;
  ln_status st = ln_table_open(view, &dialect, NULL, 0U, 0U, &r->table);
  if (st == LN_OK) {
    st                     = add_given(r);
    st                     = st == LN_OK ? read_rows(r, path, dialect.delimiter) : st;
    const ln_status closed = ln_table_close(r->table);
    st                     = st == LN_OK ? closed : st;
  }
  ln_free(r);
  return st;
}

ln_status
ln_session_header_mapping(ln_session* const s, const ln_view path)
{
  ln_in*      in    = NULL;
  const char* error = NULL;
  ln_status   st    = ln_in_open(path.s, &in, &error);
  if (st == LN_IO) {
    return ln_session_unreadable(s, path, error);
  }
  LN_TRY(st);
  st          = read_head(s, in, path);
  s->folder   = ln_session_folder(path);
  s->document = s->url;
  if (ln_view_equals(path, LN_V("-"))) {
    s->pipe = in;
    return st;
  }
  const ln_status closed = ln_in_close(in);
  return st == LN_OK ? closed : st;
}
