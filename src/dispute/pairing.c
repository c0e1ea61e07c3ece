/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which entities of two rosters are held beside each other. Each card gives keys: its identifiers,
   and its names as they are compared. Sorted by their hashes, the cards with one key come together;
   pairs made of them are sorted by the second card and then by the first, so that whatever else a
   card is paired with is at hand when it is decided. Invariant: a pair is handed on once, with the
   best reason for it. Memory: that of the sorts, and the cards of one name; a name that makes more
   pairs than PAIRS_MOST is told and not paired. Cost: four keys a card as a rule, sorted once. */

#include "dispute/pairing.h"

#include "base/memory.h"
#include "base/sort.h"
#include "dispute/identifier.h"
#include "dispute/name_key.h"
#include "dispute/namesake.h"
#include "dispute/said_values.h"

#include <xxhash.h>

#include <string.h>

enum { KEY_WORDS = 3, PAIR_WORDS = 3, PAIRS_MOST = 64 };

#define NAME_BIT (UINT64_C(1) << 63U)
#define SIDE_BIT (UINT64_C(1) << 62U)
#define PLACE_BITS (SIDE_BIT - 1U)

/* A list of pairs or of cards that have something in common. */
typedef struct {
  uint64_t* v;
  size_t    n;
  size_t    cap;
} numbers;

struct ln_pairing {
  ln_pairing_job job;
  ln_sort*       keys;
  ln_sort*       by_second;
  ln_sort*       by_first;
  numbers        group; ///< of one key: cards of the first side, then of the second
  size_t         n_first;
  numbers        row;   ///< of one card: others and reasons, by turns
  uint64_t       at;    ///< the card
  bool           begun; ///< there is one
  size_t         given; ///< numbers of the row that were handed on
  uint64_t       ahead[PAIR_WORDS];
  ln_arena       arena;
  ln_text        room;
  ln_text        key;
};

static ln_status
add_number(numbers* const list, const uint64_t number)
{
  if (list->n == list->cap) {
    const size_t    cap = list->cap > 0U ? list->cap * 2U : 16U;
    uint64_t* const v   = ln_realloc(list->v, cap, sizeof(uint64_t));
    if (!v) {
      return LN_NO_MEM;
    }
    list->v   = v;
    list->cap = cap;
  }
  list->v[list->n++] = number;
  return LN_OK;
}

/* ---- keys ---- */

static ln_status
add_key(ln_pairing* const p, const uint64_t marks, const uint64_t at)
{
  const XXH128_hash_t hash   = XXH3_128bits(p->key.s, p->key.n);
  const uint64_t      word[] = {hash.high64, hash.low64, marks | at};
  return ln_sort_add(p->keys, word);
}

static ln_status
add_identifier(ln_pairing* const p, const ln_view text, const uint64_t marked)
{
  ln_identifier id = {0};
  if (!ln_identifier_read(p->job.book, p->job.terms, text, &id)) {
    return LN_OK;
  }
  ln_text_reset(&p->key);
  LN_TRY(ln_text_format(&p->key, "i%zu:", id.authority.n));
  LN_TRY(ln_text_add(&p->key, id.authority));
  LN_TRY(ln_text_add(&p->key, id.value));
  return add_key(p, 0U, marked);
}

static ln_status
add_identifiers(ln_pairing* const p, const ln_card* const card, const uint64_t marked)
{
  for (size_t i = 0U; i < p->job.book->n; ++i) {
    const ln_rule* const rule   = &p->job.book->v[i];
    ln_said_values       values = {.card = card};
    if (rule->kind == LN_RULE_identifiers) {
      values.parameter = ln_rule_parameter(rule, "property");
    }
    for (const ln_card_fact* f = ln_said_next(&values); f; f = ln_said_next(&values)) {
      LN_TRY(add_identifier(p, f->text, marked));
    }
  }
  return LN_OK;
}

/* Names are compared among entities of one rule. */
static ln_status
add_name(ln_pairing* const    p,
         const ln_card* const card,
         const ln_view        name,
         const bool           turned,
         const uint64_t       marked)
{
  ln_text_reset(&p->key);
  LN_TRY(ln_text_format(&p->key, "n%zu:", card->entity));
  const size_t empty = p->key.n;
  LN_TRY(ln_name_key(name, turned, &p->room, &p->key));
  return p->key.n > empty ? add_key(p, NAME_BIT, marked) : LN_OK;
}

/* A comma may part a name to be turned, or a name and what it is more. */
static ln_status
add_names(ln_pairing* const p, const ln_card* const card, const uint64_t side, const uint64_t at)
{
  const ln_rule* const rule   = &p->job.book->v[card->entity];
  ln_said_values       values = {.card = card, .parameter = ln_rule_parameter(rule, "name")};
  for (const ln_card_fact* f = ln_said_next(&values); f; f = ln_said_next(&values)) {
    const bool comma = ln_view_find(f->text, ',') < f->text.n;
    LN_TRY(add_name(p, card, f->text, false, side | at));
    LN_TRY(comma ? add_name(p, card, f->text, true, side | at) : LN_OK);
  }
  return LN_OK;
}

static ln_status
take_keys(ln_pairing* const p, const size_t number)
{
  const uint64_t side = number == 0U ? 0U : SIDE_BIT;
  uint64_t       at   = 0U;
  uint64_t       next = 0U;
  ln_card        card = {0};
  ln_status      st   = LN_OK;
  while (st == LN_OK) {
    at = next;
    st = ln_roster_next(p->job.rosters[number], &next, &p->arena, &card);
    if (st == LN_OK) {
      LN_TRY(add_identifiers(p, &card, side | at));
      LN_TRY(add_names(p, &card, side, at));
      ln_arena_reset(&p->arena);
    }
  }
  return st == LN_END ? LN_OK : st;
}

/* ---- groups ---- */

static ln_status
add_pair(ln_pairing* const p, const uint64_t first, const uint64_t second, const ln_match_case by)
{
  const uint64_t word[] = {second, first, (uint64_t)by};
  return ln_sort_add(p->by_second, word);
}

static ln_status
tell_shared(const ln_pairing* const p, const size_t side, const bool name)
{
  const size_t    from   = side == 0U || name ? 0U : p->n_first;
  const size_t    to     = side == 0U && !name ? p->n_first : p->group.n;
  const ln_shared shared = {side, name, p->group.v + from, to - from, side == 0U ? p->n_first : 0U};
  return p->job.shared(p->job.self, &shared);
}

/* What has one identifier is one thing, or the identifier is wrong. */
static ln_status
pair_by_identifier(ln_pairing* const p)
{
  const size_t n_second = p->group.n - p->n_first;
  LN_TRY(p->n_first > 1U ? tell_shared(p, 0U, false) : LN_OK);
  LN_TRY(n_second > 1U ? tell_shared(p, 1U, false) : LN_OK);
  for (size_t i = 0U; i < p->n_first; ++i) {
    for (size_t k = p->n_first; k < p->group.n && p->n_first * n_second <= PAIRS_MOST; ++k) {
      LN_TRY(add_pair(p, p->group.v[i], p->group.v[k], LN_MATCH_IDENTIFIER));
    }
  }
  return LN_OK;
}

/* How the cards of one name stand to each other: a table with a row for each of the first side. */
typedef struct {
  ln_card     cards[PAIRS_MOST + 1];
  ln_likeness likeness[PAIRS_MOST];
} likenesses;

static ln_status
judge_group(ln_pairing* const p, likenesses* const l)
{
  const size_t n_second = p->group.n - p->n_first;
  for (size_t i = 0U; i < p->group.n; ++i) {
    const size_t side = i < p->n_first ? 0U : 1U;
    LN_TRY(ln_roster_card(p->job.rosters[side], p->group.v[i], &p->arena, &l->cards[i]));
  }
  for (size_t i = 0U; i < p->n_first; ++i) {
    const ln_rule* const rule = &p->job.book->v[l->cards[i].entity];
    for (size_t k = 0U; k < n_second; ++k) {
      l->likeness[(i * n_second) + k] =
        ln_namesake_judge(rule, &l->cards[i], &l->cards[p->n_first + k]);
    }
  }
  return LN_OK;
}

/* How many others a card is as like as it is to this one, or more. */
static size_t
count_rivals(const likenesses* const l,
             const size_t            from,
             const size_t            step,
             const size_t            n,
             const ln_likeness       at)
{
  size_t rivals = 0U;
  for (size_t i = 0U; i < n; ++i) {
    rivals += l->likeness[from + (i * step)] <= at ? 1U : 0U;
  }
  return rivals - 1U;
}

static ln_match_case
decide(const ln_pairing* const p, const likenesses* const l, const size_t i, const size_t k)
{
  static const ln_match_case cases[] = {[LN_LIKE_EXACTLY]  = LN_MATCH_PROPOSED,
                                        [LN_LIKE_CLOSELY]  = LN_MATCH_PROPOSED,
                                        [LN_LIKE_DOUBTFUL] = LN_MATCH_DOUBTFUL,
                                        [LN_LIKE_UNTOLD]   = LN_MATCH_NAME,
                                        [LN_LIKE_OTHER]    = LN_MATCH_NAMESAKE};
  const size_t               n       = p->group.n - p->n_first;
  const ln_likeness          is      = l->likeness[(i * n) + k];
  const size_t rivals = count_rivals(l, i * n, 1U, n, is) + count_rivals(l, k, n, p->n_first, is);
  return cases[is] == LN_MATCH_PROPOSED && rivals > 0U ? LN_MATCH_AMBIGUOUS : cases[is];
}

static ln_status
pair_by_name(ln_pairing* const p)
{
  likenesses   l;
  const size_t n_second = p->group.n - p->n_first;
  if (p->n_first == 0U || n_second == 0U) {
    return LN_OK;
  }
  if (p->n_first * n_second > PAIRS_MOST) {
    return tell_shared(p, 0U, true);
  }
  LN_TRY(judge_group(p, &l));
  for (size_t i = 0U; i < p->n_first; ++i) {
    for (size_t k = 0U; k < n_second; ++k) {
      LN_TRY(add_pair(p, p->group.v[i], p->group.v[p->n_first + k], decide(p, &l, i, k)));
    }
  }
  ln_arena_reset(&p->arena);
  return LN_OK;
}

static ln_status
end_group(ln_pairing* const p, const bool name)
{
  LN_TRY(name ? pair_by_name(p) : pair_by_identifier(p));
  p->group.n = 0U;
  p->n_first = 0U;
  return LN_OK;
}

/* Records of one key: first those of the first side, by where they lie; the same may come twice. */
static ln_status
add_member(ln_pairing* const p, const uint64_t word)
{
  const uint64_t at     = word & PLACE_BITS;
  const bool     second = (word & SIDE_BIT) != 0U;
  const size_t   from   = second ? p->n_first : 0U;
  if (p->group.n > from && p->group.v[p->group.n - 1U] == at) {
    return LN_OK;
  }
  p->n_first += second ? 0U : 1U;
  return add_number(&p->group, at);
}

static ln_status
group_keys(ln_pairing* const p)
{
  const uint64_t* word    = NULL;
  uint64_t        last[2] = {0U, 0U};
  bool            name    = false;
  ln_status       st      = ln_sort_next(p->keys, &word);
  while (st == LN_OK) {
    if (word[0] != last[0] || word[1] != last[1]) {
      LN_TRY(end_group(p, name));
      last[0] = word[0];
      last[1] = word[1];
    }
    name = (word[2] & NAME_BIT) != 0U;
    LN_TRY(add_member(p, word[2]));
    st = ln_sort_next(p->keys, &word);
  }
  return st == LN_END ? end_group(p, name) : st;
}

/* ---- pairs ---- */

/* The best reason for each pair of one card; what has an identifier in common with one is not
   proposed for another. */
static void
settle_row(numbers* const row)
{
  size_t kept = 0U;
  bool   sure = false;
  for (size_t i = 0U; i < row->n; i += 2U) {
    const bool again = kept > 0U && row->v[kept - 2U] == row->v[i];
    sure             = sure || row->v[i + 1U] == LN_MATCH_IDENTIFIER;
    if (!again) {
      row->v[kept]      = row->v[i];
      row->v[kept + 1U] = row->v[i + 1U];
      kept += 2U;
    }
  }
  row->n = kept;
  for (size_t i = 0U; sure && i < row->n; i += 2U) {
    row->v[i + 1U] =
      row->v[i + 1U] == LN_MATCH_PROPOSED ? (uint64_t)LN_MATCH_AMBIGUOUS : row->v[i + 1U];
  }
}

/* All pairs of the next card that a sort has, each with the others in order; LN_END: there is none.
 */
static ln_status
next_row(ln_pairing* const p, ln_sort* const sort)
{
  const uint64_t* word = NULL;
  ln_status       st   = LN_OK;
  p->row.n             = 0U;
  if (!p->begun) {
    st       = ln_sort_next(sort, &word);
    p->begun = true;
    if (st == LN_OK) {
      memcpy(p->ahead, word, sizeof(p->ahead));
    }
  }
  if (st != LN_OK || p->ahead[0] == UINT64_MAX) {
    p->ahead[0] = UINT64_MAX;
    return st == LN_OK ? LN_END : st;
  }
  p->at = p->ahead[0];
  while (st == LN_OK && p->ahead[0] == p->at) {
    LN_TRY(add_number(&p->row, p->ahead[1]));
    LN_TRY(add_number(&p->row, p->ahead[2]));
    st = ln_sort_next(sort, &word);
    if (st == LN_OK) {
      memcpy(p->ahead, word, sizeof(p->ahead));
    }
  }
  p->ahead[0] = st == LN_END ? UINT64_MAX : p->ahead[0];
  settle_row(&p->row);
  return st == LN_END ? LN_OK : st;
}

static ln_status
turn_pairs(ln_pairing* const p)
{
  ln_status st = next_row(p, p->by_second);
  while (st == LN_OK) {
    for (size_t i = 0U; i < p->row.n; i += 2U) {
      const uint64_t word[] = {p->row.v[i], p->at, p->row.v[i + 1U]};
      LN_TRY(ln_sort_add(p->by_first, word));
    }
    st = next_row(p, p->by_second);
  }
  p->begun    = false;
  p->ahead[0] = 0U;
  p->row.n    = 0U;
  return st == LN_END ? LN_OK : st;
}

ln_status
ln_pairing_next(ln_pairing* const pairing, ln_match* const match)
{
  if (pairing->given == pairing->row.n) {
    LN_TRY(next_row(pairing, pairing->by_first));
    pairing->given = 0U;
  }
  const uint64_t* const v = pairing->row.v + pairing->given;
  pairing->given += 2U;
  *match = (ln_match){pairing->at, v[0], (ln_match_case)v[1]};
  return LN_OK;
}

ln_status
ln_pairing_new(const ln_pairing_job* const job, ln_pairing** const pairing)
{
  ln_pairing* const p = ln_alloc_zero(1U, sizeof(ln_pairing));
  *pairing            = p;
  if (!p) {
    return LN_NO_MEM;
  }
  p->job = *job;
  LN_TRY(ln_sort_new(KEY_WORDS, job->memory / 2U, &p->keys));
  LN_TRY(ln_sort_new(PAIR_WORDS, job->memory / 4U, &p->by_second));
  LN_TRY(ln_sort_new(PAIR_WORDS, job->memory / 4U, &p->by_first));
  LN_TRY(take_keys(p, 0U));
  LN_TRY(take_keys(p, 1U));
  LN_TRY(group_keys(p));
  return turn_pairs(p);
}

void
ln_pairing_free(ln_pairing* const pairing)
{
  if (pairing) {
    ln_sort_free(pairing->keys);
    ln_sort_free(pairing->by_second);
    ln_sort_free(pairing->by_first);
    ln_free(pairing->group.v);
    ln_free(pairing->row.v);
    ln_arena_clear(&pairing->arena);
    ln_text_clear(&pairing->room);
    ln_text_clear(&pairing->key);
    ln_free(pairing);
  }
}

const char*
ln_pairing_error(const ln_pairing* const pairing)
{
  const char* const keys   = pairing->keys ? ln_sort_error(pairing->keys) : "";
  const char* const second = pairing->by_second ? ln_sort_error(pairing->by_second) : "";
  const char* const first  = pairing->by_first ? ln_sort_error(pairing->by_first) : "";
  const char* const some   = *keys ? keys : second;
  return *some ? some : first;
}
