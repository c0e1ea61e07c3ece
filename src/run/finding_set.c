/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Each finding has a key of what makes it the same, a number by that key, and is kept as text. That
   one is there twice as often as before counts, too: the later ones are the new ones. */

#include "run/finding_set.h"

#include "base/arena.h"
#include "base/dict.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdio.h>

typedef struct {
  uint32_t key;
  uint32_t nth; ///< of those with the same key, from 1
  ln_view  text;
} kept;

struct ln_finding_set {
  ln_dict*  keys;
  uint32_t* counts; ///< by the number of the key
  size_t    cap_counts;
  kept*     v;
  size_t    n;
  size_t    cap;
  ln_arena  texts;
  ln_text   text;
  ln_status status;
};

ln_finding_set*
ln_finding_set_new(void)
{
  ln_finding_set* const set = ln_alloc_zero(1U, sizeof(*set));
  if (set) {
    set->keys = ln_dict_new();
  }
  if (set && set->keys) {
    return set;
  }
  ln_free(set);
  return NULL;
}

void
ln_finding_set_free(ln_finding_set* const set)
{
  if (set) {
    ln_dict_free(set->keys);
    ln_free(set->counts);
    ln_free(set->v);
    ln_arena_clear(&set->texts);
    ln_text_clear(&set->text);
    ln_free(set);
  }
}

static ln_status
add_part(ln_text* const text, const ln_view part)
{
  LN_TRY(ln_text_add(text, part));
  return ln_text_add_byte(text, '\n');
}

static ln_status
find_key(ln_finding_set* const set, const ln_finding* const finding, uint32_t* const key)
{
  bool added = false;
  ln_text_reset(&set->text);
  LN_TRY(add_part(&set->text, ln_view_of(ln_code_about(finding->code)->code)));
  LN_TRY(add_part(&set->text, finding->source));
  LN_TRY(add_part(&set->text, finding->place.name));
  LN_TRY(ln_text_add(&set->text, finding->message));
  if (ln_dict_size(set->keys) == set->cap_counts) {
    const size_t    cap    = set->cap_counts > 0U ? 2U * set->cap_counts : 16U;
    uint32_t* const counts = ln_realloc(set->counts, cap, sizeof(*counts));
    if (!counts) {
      return LN_NO_MEM;
    }
    set->counts     = counts;
    set->cap_counts = cap;
  }
  LN_TRY(ln_dict_add(set->keys, ln_text_view(&set->text), key, &added));
  set->counts[*key] = added ? 0U : set->counts[*key];
  return LN_OK;
}

static ln_status
keep(ln_finding_set* const set, const ln_finding* const finding)
{
  uint32_t key = 0U;
  LN_TRY(find_key(set, finding, &key));
  if (set->n == set->cap) {
    const size_t cap = set->cap > 0U ? 2U * set->cap : 16U;
    kept* const  v   = ln_realloc(set->v, cap, sizeof(*v));
    if (!v) {
      return LN_NO_MEM;
    }
    set->v   = v;
    set->cap = cap;
  }
  ln_text_reset(&set->text);
  LN_TRY(ln_finding_text(finding, &set->text));
  const ln_view copy = ln_arena_copy(&set->texts, ln_text_view(&set->text));
  if (!copy.s) {
    return LN_NO_MEM;
  }
  set->v[set->n++] = (kept){key, ++set->counts[key], copy};
  return LN_OK;
}

void
ln_finding_set_take(void* const self, const ln_finding* const finding)
{
  ln_finding_set* const set = self;
  if (set->status == LN_OK) {
    set->status = keep(set, finding);
  }
}

ln_status
ln_finding_set_status(const ln_finding_set* const set)
{
  return set->status;
}

/* How often a set has what another one calls by this key. */
static uint32_t
count_of(const ln_finding_set* const set, const ln_view key)
{
  const uint32_t number = set ? ln_dict_find(set->keys, key) : LN_DICT_NONE;
  return number == LN_DICT_NONE ? 0U : set->counts[number];
}

static void
put(const kept* const k, const ln_view lead, ln_out* const out)
{
  const size_t line = ln_view_find(k->text, '\n') + 1U;
  ln_out_put_view(out, lead);
  ln_out_put_view(out, lead.n > 0U ? ln_view_first(k->text, line) : k->text);
}

static void
put_rest(const size_t n, const ln_view lead, ln_out* const out)
{
  char      line[64];
  const int length = snprintf(line, sizeof(line), "… and %zu more\n", n);
  ln_out_put_view(out, lead);
  ln_out_put(out, line, length > 0 ? (size_t)length : 0U);
}

size_t
ln_finding_set_lacking(const ln_finding_set* const set,
                       const ln_finding_set* const other,
                       const ln_view               lead,
                       const size_t                most,
                       ln_out* const               out)
{
  size_t n = 0U;
  for (size_t i = 0U; i < set->n; ++i) {
    const kept* const k = &set->v[i];
    if (k->nth <= count_of(other, ln_dict_key(set->keys, k->key))) {
      continue;
    }
    if (out && n < most) {
      put(k, lead, out);
    }
    ++n;
  }
  if (out && n > most) {
    put_rest(n - most, lead, out);
  }
  return n;
}
