/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What will suffer in a store, told at its cell before anything is sent. Every term passes the
   table of quirks; predicates that the plan names, and objects that are always the same, are looked
   at each time as well, since where nobody asks for a store this sink is not there at all, and
   where somebody does, the store is what takes the time. */

#include "store/quirk_sink.h"

#include "base/memory.h"

enum { TOLD_MOST = 16 };

typedef struct {
  const ln_names*      names;
  const ln_store_kind* kind;
  ln_log*              log;
  ln_sink              next;
  ln_text              iri;             ///< of the term that is looked at
  const char*          told[TOLD_MOST]; ///< words of notes, each given once
  size_t               n_told;
} quirk_sink;

/* Whether a note was given before; from now on it was. */
static bool
was_told(quirk_sink* const q, const char* const words)
{
  for (size_t i = 0U; i < q->n_told; ++i) {
    if (q->told[i] == words) {
      return true;
    }
  }
  if (q->n_told < (size_t)TOLD_MOST) {
    q->told[q->n_told++] = words;
  }
  return false;
}

static ln_status
look_at(quirk_sink* const q, const ln_quirk_term* const term, const ln_where where)
{
  static const ln_code CODES[] = {[LN_FATE_RETYPED] = LN_L1062,
                                  [LN_FATE_ALTERED] = LN_L1060,
                                  [LN_FATE_REFUSED] = LN_L1061,
                                  [LN_FATE_STUCK]   = LN_L1063};
  const char*          words   = NULL;
  const ln_fate        fate    = ln_quirk_fate(q->kind, term, &words);
  const bool           once    = fate == LN_FATE_RETYPED || fate == LN_FATE_STUCK;
  if (fate == LN_FATE_KEPT || (once && was_told(q, words))) {
    return LN_OK;
  }
  return ln_report(q->log,
                   CODES[fate],
                   LN_KEPT,
                   where,
                   LN_V(""),
                   "%s %s: %s",
                   q->kind->title,
                   words,
                   ln_shown(q->log, term->text));
}

static ln_status
look_at_term(quirk_sink* const q, const ln_term term, const ln_where where)
{
  ln_quirk_term t = {.kind = (ln_kind)term.kind, .text = ln_term_bytes(term)};
  if (term.kind == LN_IRI) {
    ln_text_reset(&q->iri);
    LN_TRY(ln_names_expand(q->names, term, &q->iri));
    t.text = ln_text_view(&q->iri);
  } else if (term.kind == LN_LITERAL) {
    const ln_stem* const stem = ln_names_stem_at(q->names, term.stem);
    t.datatype                = stem->iri;
    t.lang                    = stem->lang;
  }
  return look_at(q, &t, where);
}

static ln_status
look_at_predicate(quirk_sink* const q, const ln_desc* const desc, const size_t i)
{
  const uint16_t number = desc->pairs[i].predicate;
  if (i > 0U && desc->pairs[i - 1U].predicate == number) {
    return LN_OK;
  }
  const ln_quirk_term t = {.kind = LN_IRI,
                           .text = number >= LN_PREDICATE_CELL
                                     ? desc->dynamic[number - LN_PREDICATE_CELL]
                                     : ln_names_predicate_at(q->names, number)->iri};
  return look_at(q, &t, ln_desc_where(desc, i));
}

static ln_status
quirk_describe(void* const self, const ln_desc* const desc)
{
  quirk_sink* const q = (quirk_sink*)self;
  if (desc->n_pairs > 0U) {
    LN_TRY(look_at_term(q, desc->subject, desc->where));
    LN_TRY(look_at_term(q, desc->graph, desc->where));
  }
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    LN_TRY(look_at_predicate(q, desc, i));
    LN_TRY(look_at_term(q, desc->pairs[i].object, ln_desc_where(desc, i)));
  }
  for (size_t i = 0U; i < desc->n_links; ++i) {
    LN_TRY(look_at_term(q, desc->links[i], desc->where));
  }
  return q->next.ops ? ln_sink_describe(q->next, desc) : LN_OK;
}

static ln_status
quirk_finish(void* const self)
{
  const quirk_sink* const q = (const quirk_sink*)self;
  return q->next.ops ? ln_sink_finish(q->next) : LN_OK;
}

static bool
quirk_takes_lists(const void* const self)
{
  const quirk_sink* const q = (const quirk_sink*)self;
  return q->next.ops && ln_sink_takes_lists(q->next);
}

static void
quirk_free(void* const self)
{
  quirk_sink* const q = (quirk_sink*)self;
  ln_text_clear(&q->iri);
  ln_free(q);
}

ln_status
ln_quirk_sink_new(const ln_names* const      names,
                  const ln_store_kind* const kind,
                  ln_log* const              log,
                  const ln_sink              next,
                  ln_sink* const             sink)
{
  static const struct ln_sink_ops OPS = {.describe    = quirk_describe,
                                         .finish      = quirk_finish,
                                         .free        = quirk_free,
                                         .takes_lists = quirk_takes_lists};
  quirk_sink* const               q   = (quirk_sink*)ln_alloc_zero(1U, sizeof(quirk_sink));
  if (!q) {
    return LN_NO_MEM;
  }
  q->names = names;
  q->kind  = kind;
  q->log   = log;
  q->next  = next;
  *sink    = (ln_sink){&OPS, q};
  return LN_OK;
}
