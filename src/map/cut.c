/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A cell that is a list is cut into its items before any of them is looked at, so that a list that
   cannot be read costs no item a message of its own. The items are lent from the cell; only one
   with escapes is copied, to the row's arena. The list of items grows by doubling there: most cells
   have one item, for which there is room in the value itself. */

#include "map/maker.h"

#include "base/utf8.h"

static ln_status
add_item(ln_maker* const maker, ln_value* const value, size_t* const room, const ln_item item)
{
  if (value->n == *room) {
    const size_t   more = *room == 1U ? 8U : *room * 2U;
    ln_item* const list = ln_arena_zero(&maker->arena, more, sizeof(ln_item));
    if (!list) {
      return LN_NO_MEM;
    }
    memcpy(list, value->items, value->n * sizeof(ln_item));
    value->items = list;
    *room        = more;
  }
  value->items[value->n++] = item;
  return LN_OK;
}

/* An item that `protect` names holds at most so many separators. */
enum { MOST_INSIDE = 15 };

/* A separator in a text. */
typedef struct {
  size_t at; ///< the length of the text: there is none
  size_t n;
} gap;

/* The length of the separator that a text begins with, of several the longest; 0: it does not. */
static size_t
separator_length(const ln_column* const column, const ln_view text)
{
  size_t longest = ln_view_starts(text, column->separator) ? column->separator.n : 0U;
  for (size_t i = 0U; i < column->separators.n; ++i) {
    const ln_view one = column->separators.v[i];
    longest           = one.n > longest && ln_view_starts(text, one) ? one.n : longest;
  }
  return longest;
}

/* Where a separator stands next, from `from` on. A bracket that is never closed holds the rest: to
   look for its end first would take long where there are many. */
static gap
find_gap(const ln_column* const column, const ln_view text, const size_t from)
{
  size_t open = 0U;
  for (size_t i = from; i < text.n; ++i) {
    const size_t n = open == 0U ? separator_length(column, ln_view_from(text, i)) : 0U;
    if (n > 0U) {
      return (gap){i, n};
    }
    const int c = column->brackets ? text.s[i] : 0;
    open += c == '(' || c == '[';
    open -= (c == ')' || c == ']') && open > 0U;
  }
  return (gap){text.n, 0U};
}

/* The separator behind the item that a list begins with. Of texts that end at a separator or with
   the list the longest that is protected, else the first. */
static ln_status
item_end(ln_maker* const maker, const ln_variable* const v, const ln_view rest, gap* const out)
{
  gap    ends[MOST_INSIDE + 1];
  size_t kept = 0U;
  bool   yes  = false;
  *out        = find_gap(v->column, rest, 0U);
  for (gap next = *out; v->protect && next.at < rest.n && kept <= MOST_INSIDE; ++kept) {
    next       = find_gap(v->column, rest, next.at + next.n);
    ends[kept] = next;
  }
  while (kept > 0U && !yes) {
    --kept;
    LN_TRY(ln_maker_is_word(maker, v->protect, ln_view_first(rest, ends[kept].at), &yes));
    *out = yes ? ends[kept] : *out;
  }
  return LN_OK;
}

static ln_status
cut_text(ln_maker* const          maker,
         const ln_variable* const v,
         ln_view                  text,
         bool                     clean,
         ln_value* const          value)
{
  size_t room = 1U;
  for (bool more = true; more;) {
    gap end = {0};
    LN_TRY(item_end(maker, v, text, &end));
    const ln_item item = {
      .state = LN_ITEM_GOOD, .clean = clean, .raw = ln_view_first(text, end.at)};
    more = end.at < text.n;
    text = ln_view_from(text, end.at + end.n);
    LN_TRY(add_item(maker, value, &room, item));
  }
  return LN_OK;
}

static const char*
called(const ln_array_syntax syntax)
{
  if (syntax == LN_ARRAY_JSON) {
    return "a JSON array";
  }
  return syntax == LN_ARRAY_PYTHON ? "a list of Python" : "a PostgreSQL array";
}

/* The cell has no value. Places inside it count characters, from 1. */
static ln_status
report_array(ln_maker* const maker, const ln_variable* const v, const ln_array* const array)
{
  maker->alone = true;
  maker->item  = 0U;
  return ln_maker_silent(maker)
           ? LN_OK
           : ln_report(maker->log,
                       LN_L0211,
                       ln_maker_effect(maker, v),
                       ln_maker_where(maker, v),
                       LN_V(""),
                       "%s is not %s: at character %zu there must be %s",
                       ln_shown(maker->log, array->text),
                       called(array->syntax),
                       ln_utf8_count(ln_view_first(array->text, array->at)) + 1U,
                       array->problem);
}

static ln_status
cut_array(ln_maker* const          maker,
          const ln_variable* const v,
          const ln_view            text,
          ln_value* const          value)
{
  ln_array      array  = {0};
  ln_array_item member = {0};
  size_t        room   = 1U;
  ln_array_start(&array, v->column->array, text);
  array.nests = v->column->n_members > 0U;
  while (ln_array_next(&array, &member)) {
    ln_item item = {.state = member.is_null ? LN_ITEM_NULL : LN_ITEM_GOOD,
                    .clean = member.clean,
                    .raw   = member.text};
    if (member.escaped) {
      char* const bytes = ln_arena_take(&maker->arena, member.text.n);
      if (!bytes) {
        return LN_NO_MEM;
      }
      item.raw   = (ln_view){bytes, ln_array_decode(array.syntax, member.text, bytes)};
      item.clean = false;
    }
    LN_TRY(add_item(maker, value, &room, item));
  }
  value->bad = array.problem != NULL;
  value->n   = value->bad ? 0U : value->n;
  return value->bad ? report_array(maker, v, &array) : LN_OK;
}

ln_status
ln_maker_cut(ln_maker* const          maker,
             const ln_variable* const v,
             const ln_view            text,
             const bool               clean,
             ln_value* const          value)
{
  value->items = &value->one;
  return v->column->array != LN_ARRAY_NONE ? cut_array(maker, v, text, value)
                                           : cut_text(maker, v, text, clean, value);
}
