/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Descriptions become triples of a data set, spelt out one by one. The subject is spelt out once a
   description, a predicate not at all, since names hold its IRI. It cannot be shared out among
   workers, since they would all number terms. */

#include "base/memory.h"
#include "base/text.h"
#include "query/dataset.h"

typedef struct {
  ln_dataset*     set;
  const ln_names* names;
  uint32_t        file;
  ln_text         subject;
  ln_text         object;
  ln_text         graph;
} filling;

static ln_status
spell(const filling* const f, const ln_term term, ln_text* const text, ln_read_term* const read)
{
  *read = (ln_read_term){.kind = (ln_kind)term.kind};
  if (term.kind == LN_NONE) {
    return LN_OK;
  }
  ln_text_reset(text);
  LN_TRY(term.kind == LN_BLANK ? ln_text_add(text, ln_term_bytes(term))
                               : ln_names_expand(f->names, term, text));
  read->text = ln_text_view(text);
  if (term.kind == LN_LITERAL) {
    const ln_stem* const stem = ln_names_stem_at(f->names, term.stem);
    read->datatype            = stem->iri;
    read->lang                = stem->lang;
  }
  return LN_OK;
}

static ln_status
fill_describe(void* const self, const ln_desc* const desc)
{
  filling* const f      = (filling*)self;
  ln_read_triple triple = {.predicate = {.kind = LN_IRI}};
  LN_TRY(spell(f, desc->subject, &f->subject, &triple.subject));
  LN_TRY(spell(f, desc->graph, &f->graph, &triple.graph));
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const uint16_t p      = desc->pairs[i].predicate;
    triple.predicate.text = p >= LN_PREDICATE_CELL ? desc->dynamic[p - LN_PREDICATE_CELL]
                                                   : ln_names_predicate_at(f->names, p)->iri;
    LN_TRY(spell(f, desc->pairs[i].object, &f->object, &triple.object));
    LN_TRY(ln_dataset_add(f->set, &triple, f->file));
  }
  return LN_OK;
}

static ln_status
fill_finish(void* const self)
{
  (void)self;
  return LN_OK;
}

static void
fill_free(void* const self)
{
  filling* const f = (filling*)self;
  ln_text_clear(&f->subject);
  ln_text_clear(&f->object);
  ln_text_clear(&f->graph);
  ln_free(f);
}

ln_status
ln_dataset_sink(ln_dataset* const     set,
                const ln_names* const names,
                const uint32_t        file,
                ln_sink* const        sink)
{
  static const struct ln_sink_ops OPS = {
    .describe = fill_describe, .finish = fill_finish, .free = fill_free};
  filling* const f = (filling*)ln_alloc_zero(1U, sizeof(filling));
  if (!f) {
    return LN_NO_MEM;
  }
  *f    = (filling){.set = set, .names = names, .file = file};
  *sink = (ln_sink){&OPS, f};
  return LN_OK;
}
