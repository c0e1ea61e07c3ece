/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Why each guess was made, in sentences for the one who will confirm or correct it. Notes stand in
   `notes` of the table, as labels and comments, so that every CSVW tool lets them pass. */

#include "run/guess.h"

#include <stdarg.h>
#include <stdio.h>

typedef struct {
  ln_json_writer* w;
  ln_text         text;
  ln_view         label; ///< empty: of the table itself
  bool            open;  ///< a note stands before
} notebook;

/* One sentence; the first opens the note. */
static ln_status
note(notebook* book, const char* format, ...) LN_PRINTF(2, 3);

static ln_status
note(notebook* const book, const char* const format, ...)
{
  va_list args;
  ln_text_reset(&book->text);
  va_start(args, format);
  const ln_status st = ln_text_vformat(&book->text, format, args);
  va_end(args);
  LN_TRY(st);
  if (!book->open) {
    ln_json_writer_open(book->w, NULL, '{', LN_JSON_LINES);
    if (book->label.n > 0U) {
      ln_json_writer_text(book->w, "rdfs:label", book->label);
    }
    ln_json_writer_open(book->w, "rdfs:comment", '[', LN_JSON_LINES);
    book->open = true;
  }
  ln_json_writer_text(book->w, NULL, ln_text_view(&book->text));
  return LN_OK;
}

static void
end_note(notebook* const book)
{
  if (book->open) {
    ln_json_writer_close(book->w, ']');
    ln_json_writer_close(book->w, '}');
  }
  book->open = false;
}

/* "1,234 values", "1 value", or "1,234" if there is no noun. */
typedef struct {
  char s[48];
} figure;

static figure
count_of(const uint64_t n, const char* const noun)
{
  figure   f = {{0}};
  char     back[32];
  size_t   m    = 0U;
  size_t   done = 0U;
  uint64_t rest = n;
  do {
    if (done > 0U && done % 3U == 0U) {
      back[m++] = ',';
    }
    back[m++] = (char)('0' + (int)(rest % 10U));
    rest /= 10U;
    ++done;
  } while (rest > 0U);
  for (size_t i = 0U; i < m; ++i) {
    f.s[i] = back[m - 1U - i];
  }
  if (noun[0] != '\0') {
    (void)snprintf(f.s + m, sizeof(f.s) - m, " %s%s", noun, n == 1U ? "" : "s");
  }
  return f;
}

static uint32_t
count_words(const ln_guess_column* const column)
{
  uint32_t words = 0U;
  for (size_t i = 0U; ln_guess_token(i); ++i) {
    words += column->tokens[i];
  }
  return words;
}

/* "all 10,000 values are integers" */
static ln_status
note_kind(notebook* const book, const ln_guess_column* const column, const ln_guess* const guess)
{
  const uint32_t values = column->values - count_words(column);
  const bool     year   = guess->kind->family == LN_FAMILY_YEAR && column->years == values;
  if (guess->flag) {
    return note(book,
                "boolean: all %s are 0 or 1, and the title asks a question",
                count_of(values, "value").s);
  }
  const char* const name = guess->kind->family == LN_FAMILY_EDTF ? "EDTF" : guess->kind->base;
  if (values == 1U) {
    return note(book, "%s: by its only value", name);
  }
  return note(book,
              "%s: all %s are %s%s",
              name,
              count_of(values, "value").s,
              guess->kind->noun,
              year ? ", by the title; their digits alone would be integers" : "");
}

static ln_status
note_nearly(notebook* const book, const ln_guess_column* const column, const ln_guess* const guess)
{
  const ln_guess_trial* const trial  = &column->trials[guess->nearly];
  const uint32_t              values = column->values - count_words(column);
  const char* const           noun   = ln_guess_kind_at(guess->nearly)->noun;
  const bool                  first  = trial->misses > 0U && trial->rows[0] == column->row;
  const ln_view               shown  = first ? column->first : trial->example;
  LN_TRY(note(book,
              "text, although %s of %s are %s",
              count_of(trial->hits, "").s,
              count_of(values, "value").s,
              noun));
  if (trial->misses == 1U) {
    return note(book, "the other is in row %u: \"%.*s\"", trial->rows[0], (int)shown.n, shown.s);
  }
  return note(book,
              "the others are in rows %u and %u%s: \"%.*s\"",
              trial->rows[0],
              trial->rows[1],
              trial->misses > 2U ? " and more, such as" : ", the first",
              (int)shown.n,
              shown.s);
}

static ln_status
note_reason(notebook* const book, const ln_guess_column* const column, const ln_guess* const guess)
{
  switch (guess->reason) {
  case LN_REASON_NONE:
    break;
  case LN_REASON_ZEROS:
    return note(book,
                "text: all values are %s, but %s of them begin with 0, as identifiers do",
                ln_guess_kind_at(guess->nearly)->noun,
                count_of(column->zeros, "").s);
  case LN_REASON_TWO_DATES:
    return note(book,
                "text: all values are %s, but day and month could change places in every one; if "
                "they are dates, give the datatype date and the format that is meant",
                ln_guess_kind_at(guess->nearly)->noun);
  case LN_REASON_TWO_SIGNS:
    return note(book,
                "text: all values are numbers, but the sign within them may stand between "
                "thousands or before a fraction; give the format that is meant");
  case LN_REASON_TOKENS:
    return note(book,
                "text: all other values are %s, but there are too few of them to be sure",
                ln_guess_kind_at(guess->nearly)->noun);
  case LN_REASON_NEARLY:
    return note_nearly(book, column, guess);
  }
  return LN_OK;
}

static ln_status
note_words(notebook* const book, const ln_guess_column* const column, const ln_guess* const guess)
{
  for (size_t i = 0U; ln_guess_token(i); ++i) {
    if (column->tokens[i] > 0U && guess->nulls[i]) {
      LN_TRY(note(book,
                  "null: %s with \"%s\" alone",
                  count_of(column->tokens[i], "cell").s,
                  ln_guess_token(i)));
    } else if (column->tokens[i] > 0U) {
      LN_TRY(note(book,
                  "\"%s\" stands in %s and is a value; if it means that there is none, add it "
                  "to \"null\"",
                  ln_guess_token(i),
                  count_of(column->tokens[i], "cell").s));
    }
  }
  return LN_OK;
}

/* Commas with blanks behind, in places such as lists have them. */
static bool
may_be_list(const ln_guess_column* const column)
{
  const ln_guess_list* const list = &column->lists[2];
  return list->cells * 20U > column->values && list->cells < column->values && list->most > 2U &&
         list->empty == 0U && !column->items.given_up && column->items.n * 2U <= list->items;
}

static ln_status
note_list(notebook* const book, const ln_guess_column* const column, const ln_guess* const guess)
{
  if (guess->array) {
    LN_TRY(note(book,
                "a list as %s writes it: all %s",
                guess->array->owner,
                count_of(column->arrays, "value").s));
  } else if (column->arrays > 0U) {
    LN_TRY(note(book,
                "%s in brackets, as programs write lists and objects; they are text as they are: "
                "see array and members in docs/mapping.md",
                count_of(column->arrays, "value").s));
  }
  for (size_t i = 0U; i < LN_GUESS_SEPARATORS; ++i) {
    const ln_guess_list* const list = &column->lists[i];
    if (guess->separator && guess->separator[0] == "|;,"[i]) {
      return note(book,
                  "separator: %s of %s with \"%s\", one has %u items",
                  count_of(list->cells, "").s,
                  count_of(column->values, "value").s,
                  guess->separator,
                  list->most);
    }
  }
  if (!guess->separator && !guess->kind && may_be_list(column)) {
    return note(book,
                "maybe a list: %s of %s with a comma, and words between commas come again; if it "
                "is one, add a separator",
                count_of(column->lists[2].cells, "").s,
                count_of(column->values, "value").s);
  }
  return LN_OK;
}

static ln_status
note_key(notebook* const book, const ln_guess_table* const table, const size_t i)
{
  const ln_guess* const guess = &table->guesses[i];
  if (table->key == i) {
    LN_TRY(note(
      book, "primary key: never empty, and no value twice in %s", count_of(table->rows, "row").s));
  } else if (table->pair && (table->pair->first == i || table->pair->second == i)) {
    const size_t  with = table->pair->first == i ? table->pair->second : table->pair->first;
    const ln_view name = table->columns[with].name;
    LN_TRY(note(book,
                "primary key together with %.*s: never empty, and no two rows alike in %s",
                (int)name.n,
                name.s,
                count_of(table->rows, "row").s));
  } else if (table->key != SIZE_MAX && ln_guess_may_be_key(table, i)) {
    LN_TRY(note(book, "could be a key, too: never empty, and no value twice"));
  } else if (guess->required) {
    LN_TRY(note(book, "required: not empty in any of %s", count_of(table->rows, "row").s));
  }
  if (guess->other && guess->other == table->parent && i == 0U) {
    return note(book,
                "names the %.*s that the row stands in",
                (int)table->parent->stem.n,
                table->parent->stem.s);
  }
  if (guess->other) {
    const ln_view name = guess->other->columns[guess->other_column].name;
    return note(book,
                "%s%s of %s are in %.*s, column %.*s%s",
                guess->refers ? "foreign key: all " : "",
                count_of(guess->found, "").s,
                count_of(table->columns[i].set.n, "different value").s,
                (int)guess->other->url.n,
                guess->other->url.s,
                (int)name.n,
                name.s,
                guess->refers ? "" : "; not proposed as a foreign key");
  }
  return LN_OK;
}

static ln_status
note_column(notebook* const book, const ln_guess_table* const table, const size_t i)
{
  const ln_guess_column* const column = &table->columns[i];
  const ln_guess* const        guess  = &table->guesses[i];
  book->label                         = column->name;
  if (guess->kind) {
    LN_TRY(note_kind(book, column, guess));
  }
  LN_TRY(note_reason(book, column, guess));
  LN_TRY(note_words(book, column, guess));
  LN_TRY(note_list(book, column, guess));
  if (column->list) {
    LN_TRY(note(book, "a list: several stand in one row"));
  }
  if (guess->lang) {
    LN_TRY(note(book, "language %s: by the title", guess->lang));
  }
  LN_TRY(note_key(book, table, i));
  if (column->values == 0U && table->rows > 0U) {
    LN_TRY(note(book, "empty in all %s", count_of(table->rows, "row").s));
  }
  if (column->padded > 0U) {
    LN_TRY(note(book, "%s with blanks at the ends", count_of(column->padded, "value").s));
  }
  end_note(book);
  return LN_OK;
}

static ln_status
note_dialect(notebook* const book, const ln_guess_table* const table)
{
  const ln_dialect* const d = &table->dialect;
  if (table->encoding_reason) {
    LN_TRY(
      note(book, "encoding %.*s: %s", (int)d->encoding.n, d->encoding.s, table->encoding_reason));
  }
  if (table->quoteless) {
    LN_TRY(note(book, "quotes do not enclose cells here; they are data"));
  }
  if (table->headless) {
    LN_TRY(note(book,
                "no header: the first row holds values like those below; give the columns "
                "their names"));
  }
  if (d->skip_rows > 0U) {
    LN_TRY(note(book, "%u lines stand above the header and are skipped", d->skip_rows));
  }
  if (table->blank_rows > 0U) {
    LN_TRY(note(book, "%s skipped", count_of(table->blank_rows, "blank row").s));
  }
  return LN_OK;
}

static ln_status
note_table(notebook* const book, const ln_guess_table* const table)
{
  LN_TRY(note(book,
              "guessed by liner init from %s %s; look at each guess, then delete these notes",
              table->whole ? "all" : "the first",
              count_of(table->rows, "row").s));
  if (table->format) {
    LN_TRY(note(book,
                "rows: %.*s, the outermost that are repeated%s",
                (int)table->rows_path.n,
                table->rows_path.s,
                table->parent ? " inside a row of the table above" : ""));
  }
  LN_TRY(note_dialect(book, table));
  if (table->short_rows > 0U) {
    LN_TRY(note(book,
                "%s too short, as if empty cells were missing at the end; liner check names them",
                count_of(table->short_rows, "row").s));
  }
  if (table->bad_rows > 0U) {
    LN_TRY(note(book,
                "%s damaged or with too many cells, not looked at; liner check names them",
                count_of(table->bad_rows, "row").s));
  }
  if (table->key == SIZE_MAX && !table->pair && table->rows > 0U) {
    LN_TRY(
      note(book, "no column is a key: name the rows with aboutUrl, or they become blank nodes"));
  }
  end_note(book);
  return LN_OK;
}

ln_status
ln_guess_notes(const ln_guess_table* const table, ln_json_writer* const w)
{
  notebook  book = {.w = w};
  ln_status st   = LN_OK;
  ln_json_writer_open(w, "notes", '[', LN_JSON_LINES);
  st = note_table(&book, table);
  for (size_t i = 0U; st == LN_OK && i < table->n; ++i) {
    st = note_column(&book, table, i);
  }
  ln_json_writer_close(w, ']');
  ln_text_clear(&book.text);
  return st;
}
