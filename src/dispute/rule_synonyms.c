/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `synonyms`: several words for one kind of thing. Things are of one kind if `type` leads them to
   one term; of what is said of their property only the last word counts, in the singular, so that a
   debut album is an album. Cost: as many steps as there are words times kinds, both few. */

#include "dispute/inquiry.h"

#include "base/memory.h"

typedef struct {
  uint32_t type;
  ln_view  word;
  ln_said  said;
} naming;

typedef struct {
  naming* v;
  size_t  n;
  size_t  cap;
} namings;

static ln_view
head_word(const ln_view text)
{
  size_t from = text.n;
  while (from > 0U && text.s[from - 1U] != ' ') {
    --from;
  }
  const ln_view word   = ln_view_from(text, from);
  const bool    plural = word.n > 3U && ln_view_ends(word, LN_V("s")) &&
                      !ln_view_ends(word, LN_V("ss")) && !ln_view_ends(word, LN_V("ies"));
  return ln_view_first(word, word.n - (plural ? 1U : 0U));
}

static void
add_naming(ln_inquiry* const q, namings* const list, const naming n)
{
  if (list->n == list->cap) {
    const size_t  cap = list->cap > 0U ? list->cap * 2U : 16U;
    naming* const v   = ln_realloc(list->v, cap, sizeof(naming));
    if (!v) {
      q->status = LN_NO_MEM;
      return;
    }
    list->v   = v;
    list->cap = cap;
  }
  list->v[list->n++] = n;
}

static void
find_namings(ln_inquiry* const q, const uint32_t subject, namings* const list)
{
  ln_said_list types = {0};
  ln_said_list words = {0};
  ln_inquire_ways(q, subject, "type", &types);
  ln_inquire_ways(q, subject, "property", &words);
  for (size_t i = 0U; i < words.n && types.n == 1U && q->status == LN_OK; ++i) {
    const ln_view word = head_word(ln_facts_text(q->facts, words.v[i].value));
    add_naming(q, list, (naming){types.v[0].value, word, words.v[i]});
  }
  ln_said_clear(&types);
  ln_said_clear(&words);
}

/* Whether an earlier naming has this type and, if it is asked for, this word. */
static bool
is_new(ln_inquiry* const q, const namings* const list, const size_t at, const bool word)
{
  for (size_t i = 0U; i < at; ++i) {
    if (list->v[i].type == list->v[at].type &&
        (!word || ln_inquire_same(q, list->v[i].word, list->v[at].word))) {
      return false;
    }
  }
  return true;
}

static void
look_at_type(ln_inquiry* const q, const namings* const list, const size_t at)
{
  ln_text   words = {0};
  size_t    n     = 0U;
  ln_status st    = LN_OK;
  ln_inquire_open(q, LN_NO_FACT);
  for (size_t i = at; i < list->n && q->status == LN_OK && st == LN_OK; ++i) {
    if (list->v[i].type != list->v[at].type || !is_new(q, list, i, true)) {
      continue;
    }
    st = n++ > 0U ? ln_text_add(&words, LN_V(", ")) : LN_OK;
    st = st == LN_OK ? ln_text_add(&words, list->v[i].word) : st;
    ln_inquire_side(q, list->v[i].word);
    for (size_t k = i; k < list->n; ++k) {
      if (list->v[k].type == list->v[i].type &&
          ln_inquire_same(q, list->v[k].word, list->v[i].word)) {
        ln_inquire_node(q, list->v[k].said.node);
      }
    }
  }
  q->status             = st == LN_OK ? q->status : st;
  const ln_word names[] = {{"words", ln_text_view(&words)},
                           {"type", ln_inquire_label(q, list->v[at].type)}};
  if (n > 1U) {
    ln_inquire_close(q, q->rule->gravity, "{words} are said of one kind of thing", names, 2U);
  } else {
    ln_inquire_drop(q);
  }
  ln_text_clear(&words);
}

void
ln_rule_synonyms(ln_inquiry* const q)
{
  ln_bunch subjects = {0};
  namings  list     = {0};
  ln_inquire_subjects(q, "property", &subjects);
  for (size_t s = 0U; s < subjects.n && q->status == LN_OK; ++s) {
    find_namings(q, subjects.v[s], &list);
  }
  for (size_t i = 0U; i < list.n && q->status == LN_OK; ++i) {
    if (is_new(q, &list, i, false)) {
      look_at_type(q, &list, i);
    }
  }
  ln_free(list.v);
  ln_bunch_clear(&subjects);
}
