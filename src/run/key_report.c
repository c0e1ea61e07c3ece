/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What keys found, at the cells it was found in. Rules know only the numbers of rows; so a table
   with faults is read once more, in step with its faults, which are sorted by row: then values can
   be shown, and places are at hand instead of being looked for one by one. What cannot be read
   twice is reported by the numbers of its rows. */

#include "run/keys.h"

#include "base/text.h"

/* The fault at hand, and where the table stands. */
typedef struct {
  ln_session*     s;
  ln_run_table*   t;
  ln_sort*        faults;
  ln_maker*       maker; ///< NULL: the table cannot be read again
  const uint64_t* fault; ///< NULL: there are no more
  ln_text         text;
} reporting;

static ln_status
next_fault(reporting* const r)
{
  const ln_status st = ln_sort_next(r->faults, &r->fault);
  r->fault           = st == LN_OK ? r->fault : NULL;
  return st == LN_END ? LN_OK : st;
}

/* The columns and values of the key, or its columns alone. */
static ln_status
show_values(reporting* const r, const ln_key_check* const check, const ln_views names)
{
  ln_text_reset(&r->text);
  if (r->maker) {
    return ln_maker_set_shown(r->maker, check->set, names, &r->text);
  }
  for (size_t i = 0U; i < names.n; ++i) {
    LN_TRY(
      ln_text_format(&r->text, "%s%.*s", i > 0U ? ", " : "this ", (int)names.v[i].n, names.v[i].s));
  }
  return LN_OK;
}

/* `line 7`; a table with cells of several lines is counted in rows. */
static ln_status
show_first(reporting* const r, const ln_run_table* const owner)
{
  return ln_text_format(
    &r->text, "%s %llu", owner->wrapped ? "row" : "line", (unsigned long long)r->fault[2]);
}

static ln_status
report_twice(reporting* const r, const ln_key_check* const check, const ln_where where)
{
  LN_TRY(show_values(r, check, r->t->map->primary_key));
  LN_TRY(ln_text_add(&r->text, LN_V(" is the primary key of ")));
  LN_TRY(show_first(r, r->t));
  return ln_report(
    r->s->log, LN_L0310, LN_KEPT, where, LN_V(""), "%s already", r->text.s ? r->text.s : "");
}

/* Both rows of a pair are told, each with the other. */
static ln_status
report_shared(reporting* const          r,
              const ln_key_check* const check,
              const bool                alike,
              const ln_where            where)
{
  LN_TRY(show_values(r, check, check->unique->columns));
  LN_TRY(ln_text_add(&r->text, LN_V(" stands in ")));
  LN_TRY(show_first(r, r->t));
  LN_TRY(ln_text_add(&r->text, LN_V(", too")));
  for (size_t i = 0U; alike && i < check->unique->unless.n; ++i) {
    const ln_view more = i + 1U == check->unique->unless.n ? LN_V(" and ") : LN_V(", ");
    LN_TRY(ln_text_add(&r->text, i == 0U ? LN_V("; both agree in ") : more));
    LN_TRY(ln_text_add(&r->text, check->unique->unless.v[i]));
  }
  return ln_report(r->s->log,
                   alike ? LN_L0525 : LN_L0524,
                   LN_KEPT,
                   where,
                   LN_V(""),
                   "%s",
                   r->text.s ? r->text.s : "");
}

/* How to mend a reference of plain CSVW that is null, which people do not expect to be one. */
static ln_status
find_hint(const reporting* const r, const ln_key_check* const check, ln_view* const hint)
{
  ln_text* const value = &r->s->keys->value;
  ln_set_state   state = LN_SET_UNKNOWN;
  ln_text_reset(value);
  LN_TRY(r->maker ? ln_maker_set(r->maker, check->set, value, &state) : LN_OK);
  *hint = state == LN_SET_NULL
            ? LN_V("fill the cell, or drop the foreign key: for CSVW an empty cell refers, too")
            : LN_V("");
  return LN_OK;
}

static ln_status
report_reference(reporting* const          r,
                 const ln_key_check* const check,
                 const ln_key_fault_kind   kind,
                 const ln_where            where)
{
  const ln_view url  = check->owner->map->url;
  ln_view       hint = {0};
  LN_TRY(show_values(r, check, check->foreign->referenced));
  if (kind == LN_KEY_MISSING) {
    LN_TRY(find_hint(r, check, &hint));
    return ln_report(r->s->log,
                     LN_L0311,
                     LN_KEPT,
                     where,
                     hint,
                     "no row of %.*s has %s",
                     (int)url.n,
                     url.s,
                     r->text.s ? r->text.s : "");
  }
  LN_TRY(ln_text_add(&r->text, LN_V(", the first in ")));
  LN_TRY(show_first(r, check->owner));
  return ln_report(r->s->log,
                   LN_L0312,
                   LN_KEPT,
                   where,
                   LN_V(""),
                   "several rows of %.*s have %s",
                   (int)url.n,
                   url.s,
                   r->text.s ? r->text.s : "");
}

static ln_status
report_fault(reporting* const r)
{
  const uint64_t            what  = r->fault[1];
  const ln_key_check* const check = &r->s->keys->v[what >> LN_KEY_KIND_BITS];
  const ln_key_fault_kind   kind  = (ln_key_fault_kind)(what & ((1U << LN_KEY_KIND_BITS) - 1U));
  const ln_where where = {r->t->source, ln_plan_set_field(r->t->plan, check->set), r->fault[0]};
  if (check->unique) {
    return report_shared(r, check, kind == LN_KEY_ALIKE, where);
  }
  return kind == LN_KEY_TWICE ? report_twice(r, check, where)
                              : report_reference(r, check, kind, where);
}

/* The faults of the row at hand. */
static ln_status
report_row(reporting* const r, const ln_row* const row, const uint64_t number)
{
  if (!r->fault || r->fault[0] != row->number) {
    return LN_OK;
  }
  LN_TRY(ln_maker_read(r->maker, row, number));
  while (r->fault && r->fault[0] == row->number) {
    LN_TRY(report_fault(r));
    LN_TRY(next_fault(r));
  }
  return LN_OK;
}

static ln_status
read_again(reporting* const r)
{
  const ln_row* row  = NULL;
  uint64_t      rows = 0U;
  ln_status     st   = LN_OK;
  while (st == LN_OK && r->fault) {
    st = ln_session_stopped(r->s) ? LN_STOP : ln_table_next(r->t->table, &row);
    if (st == LN_OK && !row->comment && ++rows > r->t->dialect.header_rows) {
      st = report_row(r, row, rows - 1U - r->t->dialect.header_rows);
    }
  }
  return st == LN_END ? LN_OK : st;
}

static ln_status
report_with_values(reporting* const r)
{
  ln_table* table = NULL;
  r->maker        = ln_maker_new(r->t->plan, NULL);
  if (!r->maker) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_session_table(r->s, r->t, r->s->silent, &table));
  r->t->table            = table;
  const ln_status st     = read_again(r);
  r->t->table            = NULL;
  const ln_status closed = ln_table_close(table);
  return st == LN_OK ? closed : st;
}

ln_status
ln_session_key_faults(ln_session* const s, ln_run_table* const t, ln_sort* const faults)
{
  reporting r  = {.s = s, .t = t, .faults = faults};
  ln_status st = next_fault(&r);
  if (st == LN_OK && t->again) {
    st = report_with_values(&r);
    ln_maker_free(r.maker);
    r.maker = NULL;
  }
  while (st == LN_OK && r.fault) { /* of what cannot be read twice, or changed meanwhile */
    st = report_fault(&r);
    st = st == LN_OK ? next_fault(&r) : st;
  }
  ln_text_clear(&r.text);
  return st;
}
