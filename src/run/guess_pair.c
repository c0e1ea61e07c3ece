/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Keys of two columns, as the rows of lists have them that stand in tables of their own: the thing
   that has the list, and the place in it or the other thing. Two columns are tried only if their
   titles sound like that, since of many columns some two are always different in all rows. Cost: a
   set of hashes for each pair that is tried. */

#include "run/guess.h"

enum { MANY_ROWS = 10 }; ///< before rows that are all different mean anything

static bool
sounds_like_place(const ln_view title)
{
  return ln_guess_hint(title,
                       "order ordering position index rank sequence place line nr no number track "
                       "season episode year edition language");
}

static bool
sounds_like_pair(const ln_view a, const ln_view b)
{
  const bool first  = ln_guess_key_rank(a) > 0U;
  const bool second = ln_guess_key_rank(b) > 0U;
  return (first && (second || sounds_like_place(b))) || (second && sounds_like_place(a));
}

void
ln_guess_pairs_begin(ln_guess_table* const table)
{
  for (size_t j = 1U; j < table->n; ++j) {
    for (size_t i = 0U; i < j && table->n_pairs < LN_GUESS_PAIRS; ++i) {
      if (sounds_like_pair(table->columns[i].title, table->columns[j].title)) {
        table->pairs[table->n_pairs++] = (ln_guess_pair){.first = i, .second = j};
      }
    }
  }
}

static ln_view
cell_text(const ln_row* const row, const size_t i)
{
  return i < row->n && (row->cells[i].flags & LN_CELL_BAD) == 0U
           ? ln_view_trim((ln_view){row->cells[i].s, row->cells[i].n})
           : LN_V("");
}

ln_status
ln_guess_pairs_take(ln_guesser* const g, ln_guess_table* const table, const ln_row* const row)
{
  for (size_t i = 0U; i < table->n_pairs; ++i) {
    ln_guess_pair* const pair  = &table->pairs[i];
    bool                 fresh = false;
    if (pair->repeats) {
      continue;
    }
    ln_text_reset(&g->scratch);
    LN_TRY(ln_text_add(&g->scratch, cell_text(row, pair->first)));
    LN_TRY(ln_text_add_byte(&g->scratch, '\x1F'));
    LN_TRY(ln_text_add(&g->scratch, cell_text(row, pair->second)));
    LN_TRY(ln_guess_set_add(&pair->set, ln_text_view(&g->scratch), &g->budget, &fresh));
    pair->repeats = !fresh;
    if (!fresh) {
      ln_guess_set_clear(&pair->set, &g->budget);
    }
  }
  return LN_OK;
}

void
ln_guess_find_pair(ln_guess_table* const table)
{
  const bool wanted = table->key == SIZE_MAX && !table->headless;
  for (size_t i = 0U; i < table->n_pairs && wanted && !table->pair; ++i) {
    const ln_guess_pair* const pair = &table->pairs[i];
    if (!pair->repeats && table->rows >= MANY_ROWS && table->guesses[pair->first].required &&
        table->guesses[pair->second].required) {
      table->pair = pair;
    }
  }
}
