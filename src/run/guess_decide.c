/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From counts to a proposal. A kind is proposed if every value is one; words such as NA become
   nulls only where all the rest is of one kind, because beside other words they are words. Where
   two readings fit alike, the column stays text and the note names both: a wrong guess that nobody
   notices is worse than none. */

#include "run/guess.h"

enum {
  SURE        = 10,  ///< values of one kind, before NA among them is no value
  MANY_ROWS   = 10,  ///< rows, before never empty means anything
  LIST_CELLS  = 2,   ///< cells that hold a separator
  ITEM_BYTES  = 100, ///< of the longest item of a list
  SHORT_BYTES = 60,  ///< and where the separator is also found in prose
  PERCENT     = 100,
};

typedef struct {
  const ln_guess_column* column;
  ln_guess*              guess;
  uint32_t               values; ///< that are no words such as NA
  uint32_t               tokens; ///< that are, but for \N
} decision;

static bool
fits(const decision* const d, const size_t kind)
{
  return d->values > 0U && d->column->trials[kind].hits == d->values;
}

static bool
fits_kind(const decision* const d, const char* const base, const char* const format)
{
  return fits(d, ln_guess_kind_find(base, format));
}

/* Day and month could change places. */
static bool
two_dates(const decision* const d)
{
  return (fits_kind(d, "date", "d/M/yyyy") && fits_kind(d, "date", "M/d/yyyy")) ||
         (fits_kind(d, "date", "dd-MM-yyyy") && fits_kind(d, "date", "MM-dd-yyyy"));
}

/* 1,234 may be more than a thousand, or less than two. */
static bool
two_signs(const decision* const d)
{
  bool point = false;
  bool comma = false;
  for (size_t i = 0U; ln_guess_kind_at(i); ++i) {
    const ln_guess_kind* const kind = ln_guess_kind_at(i);
    if (kind->family == LN_FAMILY_GROUPED && fits(d, i)) {
      point = point || kind->decimal[0] == '.';
      comma = comma || kind->decimal[0] == ',';
    }
  }
  return point && comma;
}

/* Whether the kind that fits is worth proposing; else the reason why it stays text. */
static bool
is_meant(const decision* const d, const ln_guess_kind* const kind, ln_guess_reason* const reason)
{
  const ln_guess_column* const column = d->column;
  switch (kind->family) {
  case LN_FAMILY_INTEGER:
    *reason = column->zeros > 0U ? LN_REASON_ZEROS : LN_REASON_NONE;
    return column->zeros == 0U;
  case LN_FAMILY_BOOLEAN:
    return column->set.n == 2U;
  case LN_FAMILY_NUMBER:
    *reason = column->zeros > 0U ? LN_REASON_ZEROS : LN_REASON_NONE;
    return column->signs == d->values && column->zeros == 0U;
  case LN_FAMILY_GROUPED:
    *reason = two_signs(d) ? LN_REASON_TWO_SIGNS : LN_REASON_NONE;
    return !two_signs(d);
  case LN_FAMILY_DATE:
    *reason = two_dates(d) ? LN_REASON_TWO_DATES : LN_REASON_NONE;
    return !two_dates(d);
  case LN_FAMILY_DATETIME:
  case LN_FAMILY_YEAR:
  case LN_FAMILY_EDTF:
  case LN_FAMILY_URI:
    break;
  }
  return true;
}

/* The first kind that fits and is meant. */
static void
find_kind(const decision* const d)
{
  for (size_t i = 0U; ln_guess_kind_at(i) && !d->guess->kind; ++i) {
    ln_guess_reason reason = LN_REASON_NONE;
    if (!fits(d, i)) {
      continue;
    }
    if (is_meant(d, ln_guess_kind_at(i), &reason)) {
      d->guess->kind = ln_guess_kind_at(i);
    } else if (reason != LN_REASON_NONE) {
      d->guess->reason = reason;
      d->guess->nearly = i;
      return;
    }
  }
}

/* Digits that the title says are years, days or yes and no. */
static void
ask_title(const decision* const d)
{
  const ln_view title = d->column->title;
  const size_t  days  = ln_guess_kind_find("date", "yyyyMMdd");
  if (!d->guess->kind || d->guess->kind->family != LN_FAMILY_INTEGER) {
    return;
  }
  if (d->column->years == d->values &&
      ln_guess_hint(title,
                    "year years since date dates born birth died death begin start end founded "
                    "jahr annee ano anno rok")) {
    d->guess->kind = ln_guess_kind_at(ln_guess_kind_find("gYear", NULL));
  } else if (fits(d, days) && ln_guess_hint(title, "date dates day datum fecha data")) {
    d->guess->kind = ln_guess_kind_at(days);
  } else if (d->column->bits == d->values && d->column->set.n == 2U &&
             ln_guess_hint(title, "is has was can flag")) {
    d->guess->kind = ln_guess_kind_at(ln_guess_kind_find("boolean", NULL));
    d->guess->flag = true;
  }
}

/* The kind that nearly fits, if at least nine of ten values do. */
static void
find_nearly(const decision* const d)
{
  uint32_t best = 0U;
  for (size_t i = 0U; ln_guess_kind_at(i); ++i) {
    const ln_guess_trial* const trial  = &d->column->trials[i];
    const ln_guess_family       family = ln_guess_kind_at(i)->family;
    if (!trial->dead && trial->hits > best && trial->hits < d->values &&
        trial->hits >= d->values - (d->values / 10U) && trial->hits > 1U &&
        family != LN_FAMILY_BOOLEAN) {
      best             = trial->hits;
      d->guess->nearly = i;
      d->guess->reason = LN_REASON_NEARLY;
    }
  }
}

/* Words such as NA: no values beside many of one kind, words beside words. */
static void
decide_nulls(const decision* const d)
{
  const bool sure = d->guess->kind && d->values >= SURE;
  if (d->tokens > 0U && d->guess->kind && !sure) {
    d->guess->reason = LN_REASON_TOKENS;
    for (size_t i = 0U; ln_guess_kind_at(i); ++i) {
      d->guess->nearly = ln_guess_kind_at(i) == d->guess->kind ? i : d->guess->nearly;
    }
    d->guess->kind = NULL;
    d->guess->flag = false;
  }
  for (size_t i = 0U; ln_guess_token(i); ++i) {
    d->guess->nulls[i] = d->column->tokens[i] > 0U && (i == 0U || sure);
  }
}

/* Items that are repeated: at most half as many different ones as there are. */
static bool
are_repeated(const ln_guess_column* const column)
{
  const ln_guess_list* const list = &column->lists[2];
  return !column->items.given_up && column->items.n * 2U <= list->items;
}

/* Where a separator may cut: all lists of items that have text and are short. */
static bool
is_list(const decision* const d, const size_t i)
{
  const ln_guess_list* const list       = &d->column->lists[i];
  const bool                 consistent = list->spaced == 0U || list->bare == 0U;
  if (list->cells < LIST_CELLS || list->empty > 0U || !consistent) {
    return false;
  }
  if (i == 0U) {
    return list->bytes <= ITEM_BYTES;
  }
  const bool often = (uint64_t)list->cells * PERCENT >= d->values && list->bytes <= SHORT_BYTES;
  if (i == 1U) {
    return often;
  }
  /* Behind a comma and a blank a name or a place goes on as often as a list: a person decides. */
  return often && list->spaced == 0U && list->most > 2U && list->cells < d->values &&
         are_repeated(d->column);
}

/* A list that a program wrote; of several ways that fit, the first. */
static void
decide_array(const decision* const d)
{
  for (size_t i = 0U; i < LN_GUESS_ARRAYS && !d->guess->array && !d->guess->kind; ++i) {
    if (d->values > 0U && d->column->syntaxes[i] == d->values) {
      d->guess->array = ln_guess_array_at(i);
    }
  }
}

static void
decide_separator(const decision* const d)
{
  static const char* const bare[]   = {"|", ";", ","};
  static const char* const spaced[] = {"| ", "; ", ", "};
  if (d->guess->kind || d->guess->reason != LN_REASON_NONE || d->column->arrays > 0U) {
    return;
  }
  for (size_t i = 0U; i < LN_GUESS_SEPARATORS && !d->guess->separator; ++i) {
    if (is_list(d, i)) {
      d->guess->separator = d->column->lists[i].spaced > 0U ? spaced[i] : bare[i];
    }
  }
}

void
ln_guess_decide(const ln_guess_column* const column,
                const ln_guess_table* const  table,
                ln_guess* const              guess)
{
  decision d = {.column = column, .guess = guess, .values = column->values};
  *guess     = (ln_guess){0};
  for (size_t i = 0U; ln_guess_token(i); ++i) {
    d.values -= column->tokens[i];
    d.tokens += i > 0U ? column->tokens[i] : 0U;
  }
  find_kind(&d);
  ask_title(&d);
  decide_nulls(&d);
  if (!guess->kind && guess->reason == LN_REASON_NONE) {
    find_nearly(&d);
  }
  decide_array(&d);
  decide_separator(&d);
  guess->lang      = guess->kind || d.values == 0U ? NULL : ln_guess_lang(column->title);
  uint32_t present = column->values;
  for (size_t i = 0U; ln_guess_token(i); ++i) {
    present -= guess->nulls[i] ? column->tokens[i] : 0U;
  }
  guess->required = present == table->rows && table->rows >= MANY_ROWS;
  guess->unique   = d.values == table->rows && d.values > 0U && column->repeats == 0U &&
                  !column->set.given_up && !guess->separator;
}
