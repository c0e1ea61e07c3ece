/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One part of several, as a cluster makes them. The bytes of all rows of data, table behind table,
   are one line that is cut into equal pieces; each end moves on to the next row that begins there
   for certain (table/boundary.h), and since every part asks for the same ends, nothing is lost or
   made twice. Rows before a part are not read, unless the output tells their numbers; then they are
   counted. If they are not, lines and rows in messages count from the part's first byte, and the
   name of the table says which that is. Cost: a few reads of some bytes. */

#include "run/shard.h"

#include "base/memory.h"
#include "base/text.h"
#include "table/boundary.h"

/* Tables up to this size are looked through from their beginning, so that messages have the right
   numbers: that takes some hundredths of a second. */
enum { SMALL = 1 << 24 };

/* A table that takes part. */
typedef struct {
  ln_run_table* table;
  ln_in*        in;
  uint64_t      range[2]; ///< of the rows of data, in bytes
  bool          numbered; ///< the output depends on the numbers of rows
  bool          count;    ///< rows before a part are counted
} cut_table;

static ln_status
refuse(ln_session* const s, const uint32_t source, const char* const reason)
{
  const ln_status st = ln_report(s->log,
                                 LN_L0604,
                                 LN_NO_OUTPUT,
                                 (ln_where){source, 0U, 0U},
                                 LN_V(""),
                                 "--shard cannot cut this: %s",
                                 reason);
  return st == LN_NO_MEM ? st : LN_USAGE;
}

/* Whether the first rows of a part would need the last ones of the part before. */
static bool
is_filled_down(const ln_table_map* const map)
{
  bool yes = false;
  for (size_t i = 0U; i < map->n_columns; ++i) {
    yes = yes || map->columns[i].fill_down;
  }
  return yes;
}

/* Why the table cannot be cut, or NULL. */
static const char*
obstacle(const cut_table* const c)
{
  const ln_dialect* const d       = &c->table->dialect;
  const bool              skipped = d->comment_prefix.n > 0U || d->skip_blank_rows;
  if (is_filled_down(c->table->map)) {
    return "empty cells have the text of the row above";
  }
  if (c->numbered && skipped) {
    return "rows have numbers in the output, and some lines do not count as rows";
  }
  return ln_boundary_obstacle(d);
}

static ln_status
look_at(ln_session* const s, cut_table* const c, uint64_t* const total)
{
  const ln_run_table* const t     = c->table;
  const char*               error = NULL;
  ln_status                 st    = ln_in_open(t->path.s, &c->in, &error);
  if (st == LN_IO) {
    return ln_session_unreadable(s, t->path, error);
  }
  st = st == LN_OK ? ln_in_size(c->in, &c->range[1]) : st;
  if (st == LN_USAGE) {
    return refuse(
      s, t->source, "it is packed, or no file, and can only be read from its beginning");
  }
  if (st == LN_IO) {
    return ln_session_unreadable(s, t->path, ln_in_error(c->in));
  }
  LN_TRY(st);
  if (t->dialect.tree) {
    return refuse(s, t->source, "it is XML or JSON, whose rows cannot be found from the middle");
  }
  st = ln_table_offset(t->table, &c->range[0]);
  if (st == LN_USAGE) {
    return refuse(s, t->source, "it is not UTF-8, and bytes are no places in it");
  }
  LN_TRY(st);
  c->numbered              = ln_plan_numbered(t->plan) || s->job->provenance >= LN_PROVENANCE_ROW;
  c->count                 = c->numbered || c->range[1] <= (uint64_t)SMALL;
  const char* const reason = obstacle(c);
  if (reason) {
    return refuse(s, t->source, reason);
  }
  *total += c->range[1] > c->range[0] ? c->range[1] - c->range[0] : 0U;
  return LN_OK;
}

/* Byte `at` of the rows of a table, moved on to where a row begins. */
static ln_status
find(ln_session* const s, const cut_table* const c, const uint64_t at, ln_boundary* const boundary)
{
  const uint64_t  place = c->range[0] + at;
  const ln_status st =
    ln_boundary_find(c->in, &c->table->dialect, c->range, place, c->count, boundary);
  return st == LN_IO ? ln_session_unreadable(s, c->table->path, ln_in_error(c->in)) : st;
}

/* Messages about a part whose rows have no known numbers name the byte from which they count. */
static ln_status
name_part(const ln_session* const s, const ln_run_table* const t, const uint64_t from)
{
  ln_text   name = {0};
  ln_status st =
    ln_text_format(&name, "%.*s+%llu", (int)t->path.n, t->path.s, (unsigned long long)from);
  st = st == LN_OK ? ln_log_rename(s->log, t->source, ln_text_view(&name)) : st;
  ln_text_clear(&name);
  return st;
}

/* Leave of the table what lies between `low` and `high`, bytes of its rows. */
static ln_status
limit(ln_session* const s, cut_table* const c, const uint64_t low, const uint64_t high)
{
  ln_run_table* const t     = c->table;
  ln_boundary         begin = {.at = c->range[1]};
  ln_boundary         end   = {.at = c->range[1]};
  const uint64_t      n     = c->range[1] - c->range[0];
  LN_TRY(low < n ? find(s, c, low, &begin) : LN_OK);
  LN_TRY(high < n ? find(s, c, high, &end) : LN_OK);
  if (begin.at == c->range[0] && end.at == c->range[1]) {
    return LN_OK;
  }
  const uint64_t range[2] = {begin.at, end.at};
  LN_TRY(ln_table_range(t->table, range, begin.rows, begin.lines));
  t->is_part = true;
  t->passed  = begin.rows;
  if (c->count || begin.at == c->range[0]) {
    return LN_OK;
  }
  /* What was counted is not all that stands before: count from here. */
  t->passed   = 0U;
  t->relative = true;
  ln_table_count_anew(t->table);
  return name_part(s, t, begin.at);
}

static uint64_t
within(const uint64_t at, const uint64_t from, const uint64_t n)
{
  const uint64_t behind = at > from ? at - from : 0U;
  return behind < n ? behind : n;
}

/* Part `i` of `n` begins at this byte of `total`, without overflow. */
static uint64_t
begin_of(const uint64_t i, const uint64_t n, const uint64_t total)
{
  return ((total / n) * i) + (((total % n) * i) / n);
}

static ln_status
cut(ln_session* const s, cut_table* const tables, const size_t n, const uint64_t total)
{
  const uint64_t parts  = s->job->shards;
  const uint64_t low    = begin_of(s->job->shard - 1U, parts, total);
  const uint64_t high   = begin_of(s->job->shard, parts, total);
  uint64_t       before = 0U;
  for (size_t i = 0U; i < n; ++i) {
    cut_table* const c = &tables[i];
    const uint64_t   m = c->range[1] > c->range[0] ? c->range[1] - c->range[0] : 0U;
    if (m > 0U) {
      LN_TRY(limit(s, c, within(low, before, m), within(high, before, m)));
    }
    before += m;
  }
  return LN_OK;
}

ln_status
ln_shard_take(ln_session* const s)
{
  if (s->job->shards == 0U) {
    return LN_OK;
  }
  if (s->mapping->group || s->job->frame) {
    return refuse(s, 0U, "rows of one thing are joined, wherever in the tables they stand");
  }
  cut_table* const tables = ln_alloc_zero(s->n_tables + 1U, sizeof(cut_table));
  size_t           n      = 0U;
  uint64_t         total  = 0U;
  ln_status        st     = tables ? LN_OK : LN_NO_MEM;
  for (size_t i = 0U; st == LN_OK && i < s->n_tables; ++i) {
    if (s->tables[i].present && s->tables[i].wanted && s->tables[i].plan) {
      tables[n].table = &s->tables[i];
      st              = look_at(s, &tables[n++], &total);
    }
  }
  st = st == LN_OK ? cut(s, tables, n, total) : st;
  for (size_t i = 0U; i < n; ++i) {
    const ln_status closed = ln_in_close(tables[i].in);
    st                     = st == LN_OK ? closed : st;
  }
  ln_free(tables);
  return st;
}
