/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Claims in RDF 1.2 and RDF-star: three pairs become one for each object, whose text is made here.
   A claim is seen whole, so nothing is kept. Invariant: the texts of all triples of a description
   lie one behind the other in `text`, and pairs point into it only when the last is there. Stamps
   go on untouched unless their stencil speaks of triples. */

#include "sink/claim_terms.h"

#include "base/memory.h"
#include "base/text.h"
#include "sink/term_text.h"

typedef struct {
  const ln_testimony_words* words;
  ln_sink                   next;
  bool                      worker;
  ln_text                   text;
  ln_pair*                  pairs;
  size_t                    cap;
} claim_terms;

static size_t
find(const claim_terms* const c, const ln_desc* const desc, const ln_saying word)
{
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    if (desc->pairs[i].predicate == c->words->words[word]) {
      return i;
    }
  }
  return SIZE_MAX;
}

static ln_status
make_room(claim_terms* const c, const size_t n)
{
  if (c->cap >= n) {
    return LN_OK;
  }
  ln_pair* const more = (ln_pair*)ln_realloc(c->pairs, 2U * n, sizeof(ln_pair));
  if (!more) {
    return LN_NO_MEM;
  }
  c->pairs = more;
  c->cap   = 2U * n;
  return LN_OK;
}

/* The triple of one object, behind the others; the pair has its offset for now. */
static ln_status
add_triple(claim_terms* const   c,
           const ln_desc* const desc,
           const size_t         subject,
           const size_t         predicate,
           const size_t         object,
           ln_pair* const       pair)
{
  const ln_names* const names = c->words->names;
  const size_t          begin = c->text.n;
  LN_TRY(ln_term_text(names, desc->pairs[subject].object, &c->text));
  LN_TRY(ln_text_add_byte(&c->text, ' '));
  LN_TRY(ln_term_text(names, desc->pairs[predicate].object, &c->text));
  LN_TRY(ln_text_add_byte(&c->text, ' '));
  LN_TRY(ln_term_text(names, desc->pairs[object].object, &c->text));
  *pair           = desc->pairs[object];
  pair->object    = (ln_term){.n     = (uint32_t)(c->text.n - begin),
                              .stem  = c->words->triple,
                              .kind  = LN_IRI,
                              .flags = LN_CLEAN};
  pair->flags     = 0U;
  pair->predicate = c->words->reifies;
  return LN_OK;
}

static bool
is_part(const claim_terms* const c, const uint16_t predicate)
{
  return predicate == c->words->words[LN_SAYING_SUBJECT] ||
         predicate == c->words->words[LN_SAYING_PREDICATE] ||
         predicate == c->words->words[LN_SAYING_OBJECT];
}

/* The triples of all objects, in the pairs from `*n` on. */
static ln_status
add_triples(claim_terms* const c, const ln_desc* const desc, const size_t parts[3], size_t* const n)
{
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    if (desc->pairs[i].predicate == c->words->words[LN_SAYING_OBJECT]) {
      LN_TRY(add_triple(c, desc, parts[0], parts[1], i, &c->pairs[*n]));
      ++*n;
    }
  }
  return LN_OK;
}

/* Now that the text does not move any more: its triples, in order. */
static void
point_triples(const claim_terms* const c, const size_t n)
{
  const char* at = c->text.s;
  for (size_t i = 0U; i < n; ++i) {
    if (c->pairs[i].predicate == c->words->reifies && c->pairs[i].object.s == NULL) {
      c->pairs[i].object.s = at;
      at += c->pairs[i].object.n;
    }
  }
}

/* The pairs of a claim: what it reifies stands where its first part stood. */
static ln_status
retell(claim_terms* const c, const ln_desc* const desc, const size_t parts[3])
{
  ln_desc out  = *desc;
  bool    told = false;
  ln_text_reset(&c->text);
  LN_TRY(make_room(c, desc->n_pairs));
  out.pairs   = c->pairs;
  out.n_pairs = 0U;
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    if (!is_part(c, desc->pairs[i].predicate)) {
      c->pairs[out.n_pairs++] = desc->pairs[i];
    } else if (!told) {
      LN_TRY(add_triples(c, desc, parts, &out.n_pairs));
      told = true;
    }
  }
  point_triples(c, out.n_pairs);
  return ln_sink_describe(c->next, &out);
}

static ln_status
claim_terms_describe(void* const self, const ln_desc* const desc)
{
  claim_terms* const c        = (claim_terms*)self;
  const size_t       parts[3] = {find(c, desc, LN_SAYING_SUBJECT),
                                 find(c, desc, LN_SAYING_PREDICATE),
                                 find(c, desc, LN_SAYING_OBJECT)};
  const bool         claim = parts[0] != SIZE_MAX && parts[1] != SIZE_MAX && parts[2] != SIZE_MAX &&
                     desc->pairs[parts[1]].object.kind == LN_IRI &&
                     desc->pairs[parts[0]].object.kind != LN_LITERAL;
  return claim ? retell(c, desc, parts) : ln_sink_describe(c->next, desc);
}

static ln_status
claim_terms_stamp(void* const self, const ln_stamp* const stamp, size_t* const n)
{
  const claim_terms* const c = (const claim_terms*)self;
  for (size_t i = 0U; i < stamp->stencil->n; ++i) {
    if (is_part(c, stamp->stencil->slots[i].pair.predicate)) {
      *n = LN_UNSTAMPED;
      return LN_OK;
    }
  }
  return ln_sink_stamp(c->next, stamp, n);
}

static ln_status
claim_terms_finish(void* const self)
{
  return ln_sink_finish(((const claim_terms*)self)->next);
}

static bool
claim_terms_takes_lists(const void* const self)
{
  return ln_sink_takes_lists(((const claim_terms*)self)->next);
}

static void
claim_terms_free(void* const self)
{
  claim_terms* const c = (claim_terms*)self;
  if (c->worker) {
    ln_sink_free(c->next);
  }
  ln_text_clear(&c->text);
  ln_free(c->pairs);
  ln_free(c);
}

static ln_status
claim_terms_fork(const void* const self, ln_sink* const worker)
{
  const claim_terms* const c    = (const claim_terms*)self;
  ln_sink                  next = {NULL, NULL};
  LN_TRY(c->next.ops->fork(c->next.self, &next));
  const ln_status st = ln_claim_terms_new(c->words, next, worker);
  if (st != LN_OK) {
    ln_sink_free(next);
    return st;
  }
  ((claim_terms*)worker->self)->worker = true;
  return LN_OK;
}

static ln_status
claim_terms_join(void* const self, const ln_sink worker)
{
  const claim_terms* const c = (const claim_terms*)self;
  return c->next.ops->join(c->next.self, ((const claim_terms*)worker.self)->next);
}

ln_status
ln_claim_terms_new(const ln_testimony_words* const words, const ln_sink next, ln_sink* const sink)
{
  static const struct ln_sink_ops SHARED = {.describe    = claim_terms_describe,
                                            .finish      = claim_terms_finish,
                                            .fork        = claim_terms_fork,
                                            .join        = claim_terms_join,
                                            .free        = claim_terms_free,
                                            .stamp       = claim_terms_stamp,
                                            .takes_lists = claim_terms_takes_lists};
  static const struct ln_sink_ops ALONE  = {.describe    = claim_terms_describe,
                                            .finish      = claim_terms_finish,
                                            .free        = claim_terms_free,
                                            .stamp       = claim_terms_stamp,
                                            .takes_lists = claim_terms_takes_lists};
  claim_terms* const              c      = (claim_terms*)ln_alloc_zero(1U, sizeof(claim_terms));
  if (!c) {
    return LN_NO_MEM;
  }
  c->words = words;
  c->next  = next;
  *sink    = (ln_sink){next.ops->fork ? &SHARED : &ALONE, c};
  return LN_OK;
}
