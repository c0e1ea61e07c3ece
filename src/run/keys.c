/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Primary, foreign and unique keys of the tables at hand. Each key is one rule (check/key_rule.h);
   every row of a table gives its values to the rules that its table has a part in, as owner or as
   reference, and when all rows have passed the rules tell what is wrong. Tables that others only
   refer to are read for that alone. A run without keys has no rules and pays one comparison a row.
   Memory is shared out among the rules; key_report.c says what they found. */

#include "run/keys.h"

#include "base/memory.h"

/* Faults are few; those of a hopeless table are spilled. */
enum { FAULT_MEMORY = 1 << 20 };

static ln_run_table*
owner_of(const ln_session* const s, const ln_foreign_key* const key)
{
  return &s->tables[key->table];
}

/* A table that is not there has no rows, if it may be missing; else its keys cannot be known. */
static bool
can_be_owner(const ln_run_table* const t)
{
  return t->present || t->map->optional;
}

static bool
is_checked(const ln_run_table* const t)
{
  return t->present && t->wanted;
}

static ln_status
report_absent(ln_session* const s, const ln_foreign_key* const key)
{
  const ln_spot spot = {s->mapping_source, {.name = key->path}};
  return ln_report_at(s->log,
                      LN_L0313,
                      LN_KEPT,
                      &spot,
                      LN_V(""),
                      "%s is not there, so the keys that refer to it cannot be checked",
                      ln_shown(s->log, owner_of(s, key)->path));
}

static ln_status
count_foreign(ln_session* const           s,
              ln_run_table* const         t,
              const ln_foreign_key* const key,
              size_t* const               n)
{
  ln_run_table* const owner = owner_of(s, key);
  if (!can_be_owner(owner)) {
    return report_absent(s, key);
  }
  ++t->n_sets;
  ++owner->n_sets;
  ++*n;
  return LN_OK;
}

/* How many keys there are, and how many sets of columns each table has in them. */
static ln_status
count_checks(ln_session* const s, size_t* const n)
{
  for (size_t i = 0U; i < s->n_tables; ++i) {
    ln_run_table* const t = &s->tables[i];
    if (!is_checked(t)) {
      continue;
    }
    t->n_sets += t->map->primary_key.n > 0U;
    *n += t->map->primary_key.n > 0U;
    for (size_t k = 0U; k < t->map->n_uniques; ++k) {
      t->n_sets += t->map->uniques[k].unless.n > 0U ? 2U : 1U;
      ++*n;
    }
    for (size_t k = 0U; k < t->map->n_foreign_keys; ++k) {
      LN_TRY(count_foreign(s, t, &t->map->foreign_keys[k], n));
    }
  }
  return LN_OK;
}

static size_t
add_set(ln_run_table* const t, const ln_set_names names, const ln_key_use use)
{
  t->sets[t->n_sets] = names;
  t->uses[t->n_sets] = use;
  return t->n_sets++;
}

static ln_status
add_primary(ln_session* const s, ln_run_table* const t, const size_t memory)
{
  const ln_set_names  names = {t->map->primary_key, t->map->path, "primaryKey", true};
  const size_t        at    = s->keys->n++;
  ln_key_check* const check = &s->keys->v[at];
  *check                    = (ln_key_check){.table = t, .owner = t};
  check->set                = add_set(t, names, (ln_key_use){at, LN_KEY_OWNER});
  return ln_key_rule_new(LN_KEY_PRIMARY, memory, &check->rule);
}

static ln_status
add_foreign(ln_session* const           s,
            ln_run_table* const         t,
            const ln_foreign_key* const key,
            const size_t                memory)
{
  ln_run_table* const owner    = owner_of(s, key);
  const ln_set_names  own      = {key->columns, key->path, "foreignKeys", false};
  const ln_set_names  referred = {key->referenced, key->path, "foreignKeys", false};
  const size_t        at       = s->keys->n++;
  ln_key_check* const check    = &s->keys->v[at];
  *check                       = (ln_key_check){.foreign = key, .table = t, .owner = owner};
  check->set                   = add_set(t, own, (ln_key_use){at, LN_KEY_REFERENCE});
  (void)add_set(owner, referred, (ln_key_use){at, LN_KEY_OWNER});
  return ln_key_rule_new(LN_KEY_FOREIGN, memory, &check->rule);
}

static ln_status
add_unique(ln_session* const      s,
           ln_run_table* const    t,
           const ln_unique* const unique,
           const size_t           memory)
{
  const ln_set_names  own   = {unique->columns, unique->path, LN_EXTENSION "unique", false};
  const ln_set_names  rest  = {unique->unless, unique->path, LN_EXTENSION "unique", false};
  const size_t        at    = s->keys->n++;
  ln_key_check* const check = &s->keys->v[at];
  *check                    = (ln_key_check){.unique = unique, .table = t, .owner = t};
  check->set                = add_set(t, own, (ln_key_use){at, LN_KEY_OWNER});
  if (unique->unless.n > 0U) {
    (void)add_set(t, rest, (ln_key_use){at, LN_KEY_BESIDE});
  }
  return ln_key_rule_new(LN_KEY_UNIQUE, memory, &check->rule);
}

static ln_status
add_checks(ln_session* const s, ln_run_table* const t, const size_t memory)
{
  if (t->map->primary_key.n > 0U) {
    LN_TRY(add_primary(s, t, memory));
  }
  for (size_t k = 0U; k < t->map->n_uniques; ++k) {
    LN_TRY(add_unique(s, t, &t->map->uniques[k], memory));
  }
  for (size_t k = 0U; k < t->map->n_foreign_keys; ++k) {
    const ln_foreign_key* const key = &t->map->foreign_keys[k];
    if (can_be_owner(owner_of(s, key))) {
      LN_TRY(add_foreign(s, t, key, memory));
    }
  }
  return LN_OK;
}

ln_status
ln_session_keys_open(ln_session* const s)
{
  size_t n = 0U;
  if (!s->job->keys) {
    return LN_OK;
  }
  LN_TRY(count_checks(s, &n));
  if (n == 0U) {
    return LN_OK;
  }
  s->keys = ln_arena_zero(&s->arena, 1U, sizeof(ln_key_checks));
  if (!s->keys) {
    return LN_NO_MEM;
  }
  s->keys->v = ln_arena_zero(&s->arena, n, sizeof(ln_key_check));
  for (size_t i = 0U; i < s->n_tables; ++i) {
    ln_run_table* const t = &s->tables[i];
    t->sets               = ln_arena_zero(&s->arena, t->n_sets, sizeof(ln_set_names));
    t->uses               = ln_arena_zero(&s->arena, t->n_sets, sizeof(ln_key_use));
    t->n_sets             = 0U; /* counted again as they are filled */
    if (!s->keys->v || !t->sets || !t->uses) {
      return LN_NO_MEM;
    }
  }
  for (size_t i = 0U; i < s->n_tables; ++i) {
    LN_TRY(is_checked(&s->tables[i]) ? add_checks(s, &s->tables[i], s->job->memory / n) : LN_OK);
  }
  return LN_OK;
}

static ln_status
report_disk(ln_session* const s, const char* const error)
{
  const ln_status st = ln_report(s->log,
                                 LN_L0601,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "keys cannot be sorted: %s",
                                 *error ? error : "unknown reason");
  return st == LN_OK ? LN_IO : st;
}

/* The row at hand has a unique key; what it has beside that is like nothing if it is not good. */
static ln_status
share(ln_session* const         s,
      const ln_maker* const     maker,
      const ln_key_check* const check,
      const uint64_t            row)
{
  ln_text* const rest  = &s->keys->rest;
  ln_set_state   state = LN_SET_UNKNOWN;
  ln_text_reset(rest);
  if (check->unique->unless.n > 0U) {
    LN_TRY(ln_maker_set(maker, check->set + 1U, rest, &state));
  }
  return ln_key_rule_share(check->rule,
                           ln_text_view(&s->keys->value),
                           state == LN_SET_UNKNOWN ? LN_V("") : ln_text_view(rest),
                           row);
}

/* For CSVW a null value is one that must be found, like any other; where liner's extensions are
   used, a row without any value refers to nothing. A unique key that has no value is none. */
static bool
is_nothing(const ln_session* const s, const ln_key_check* const check, const ln_key_side side)
{
  return check->unique || (side == LN_KEY_REFERENCE && s->mapping->extended);
}

ln_status
ln_session_keys_row(ln_session* const     s,
                    ln_run_table* const   t,
                    const ln_maker* const maker,
                    const ln_row* const   row)
{
  ln_text* const value = &s->keys->value;
  t->wrapped           = t->wrapped || row->line != row->number;
  for (size_t i = 0U; i < t->n_sets; ++i) {
    const ln_key_use          use   = t->uses[i];
    const ln_key_check* const check = &s->keys->v[use.check];
    ln_set_state              state = LN_SET_UNKNOWN;
    if (use.side == LN_KEY_BESIDE) {
      continue; /* taken with the set in front of it */
    }
    ln_text_reset(value);
    LN_TRY(ln_maker_set(maker, i, value, &state));
    if (state == LN_SET_UNKNOWN || (state == LN_SET_NULL && is_nothing(s, check, use.side))) {
      continue;
    }
    const ln_status st =
      check->unique ? share(s, maker, check, row->number)
                    : ln_key_rule_add(check->rule, use.side, ln_text_view(value), row->number);
    LN_TRY(st == LN_IO ? report_disk(s, ln_key_rule_error(check->rule)) : st);
  }
  return LN_OK;
}

/* A table that is only referred to stands open at its first data row. */
static ln_status
read_rows(ln_session* const s, ln_run_table* const t, ln_maker* const maker)
{
  const ln_row* row    = NULL;
  uint64_t      number = 0U;
  ln_status     st     = LN_OK;
  while (st == LN_OK) {
    st = ln_session_stopped(s) ? LN_STOP : ln_table_next(t->table, &row);
    if (st == LN_OK && !row->comment) {
      LN_TRY(ln_maker_read(maker, row, number++));
      st = ln_session_keys_row(s, t, maker, row);
    }
  }
  return st == LN_END ? LN_OK : st;
}

static ln_status
read_owner(ln_session* const s, ln_run_table* const t)
{
  ln_maker* const maker = ln_maker_new(t->plan, NULL);
  if (!maker) {
    return LN_NO_MEM;
  }
  const ln_status st = read_rows(s, t, maker);
  ln_maker_free(maker);
  return st;
}

/* Gather what the keys of a table found; the rules are done with then. */
static ln_status
drain(ln_session* const s, const ln_run_table* const t, ln_sort* const faults)
{
  for (size_t i = 0U; i < s->keys->n; ++i) {
    ln_key_check* const check = &s->keys->v[i];
    ln_key_fault        fault = {0};
    ln_status           st    = LN_OK;
    if (check->table != t || (check->owner->present && !check->owner->plan)) {
      continue; /* why the other table cannot be read was said */
    }
    while ((st = ln_key_rule_next(check->rule, &fault)) == LN_OK) {
      const uint64_t what = (uint64_t)i << LN_KEY_KIND_BITS | (uint64_t)fault.kind;
      const uint64_t record[LN_KEY_FAULT_WORDS] = {fault.row, what, fault.first};
      st                                        = ln_sort_add(faults, record);
      LN_TRY(st == LN_IO ? report_disk(s, ln_sort_error(faults)) : st);
    }
    LN_TRY(st == LN_IO ? report_disk(s, ln_key_rule_error(check->rule)) : LN_OK);
    LN_TRY(st == LN_END ? LN_OK : st);
    ln_key_rule_free(check->rule);
    check->rule = NULL;
  }
  return LN_OK;
}

static ln_status
finish_table(ln_session* const s, ln_run_table* const t)
{
  ln_sort*  faults = NULL;
  ln_status st     = ln_sort_new(LN_KEY_FAULT_WORDS, FAULT_MEMORY, &faults);
  st               = st == LN_OK ? drain(s, t, faults) : st;
  if (st == LN_OK && ln_sort_count(faults) > 0U) {
    st = ln_session_key_faults(s, t, faults);
  }
  if (st == LN_IO && *ln_sort_error(faults)) {
    st = report_disk(s, ln_sort_error(faults));
  }
  ln_sort_free(faults);
  return st;
}

ln_status
ln_session_keys_finish(ln_session* const s)
{
  if (!s->keys) {
    return LN_OK;
  }
  for (size_t i = 0U; i < s->n_tables; ++i) {
    ln_run_table* const t = &s->tables[i];
    LN_TRY(t->n_sets > 0U && !t->wanted && t->plan ? read_owner(s, t) : LN_OK);
  }
  for (size_t i = 0U; i < s->n_tables; ++i) {
    ln_run_table* const t = &s->tables[i];
    LN_TRY(t->n_sets > 0U && t->wanted && t->plan ? finish_table(s, t) : LN_OK);
  }
  return LN_OK;
}

void
ln_session_keys_free(ln_session* const s)
{
  for (size_t i = 0U; s->keys && i < s->keys->n; ++i) {
    ln_key_rule_free(s->keys->v[i].rule);
  }
  if (s->keys) {
    ln_text_clear(&s->keys->value);
    ln_text_clear(&s->keys->rest);
  }
}
