/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From numbers back to descriptions. Terms are made ready before the names are sealed, since stems
   can be declared only then; what is written is a look into one array. For graphs that liner makes
   itself: 16 bytes a term of the table. */

#include "graph/triple_writer.h"

#include "base/memory.h"

struct ln_triple_writer {
  const ln_triple_set* set;
  ln_term*             terms; ///< by number; LN_NONE: it is in no triple
  size_t               n_terms;
  const ln_term_table* table;
  const ln_names*      names;
};

void
ln_triple_writer_free(ln_triple_writer* const writer)
{
  if (writer) {
    ln_free(writer->terms);
    ln_free(writer);
  }
}

static ln_status
declare(ln_triple_writer* const w, ln_names* const names, const uint32_t number)
{
  ln_term* const term = &w->terms[number];
  if (term->kind != LN_NONE) {
    return LN_OK;
  }
  const ln_read_term t = ln_term_table_at(w->table, number);
  if (t.kind == LN_IRI) {
    return ln_names_term(names, t.text, term);
  }
  *term = (ln_term){.s = t.text.s, .n = (uint32_t)t.text.n, .kind = (uint8_t)t.kind};
  if (t.kind == LN_BLANK) {
    term->flags = LN_CLEAN;
    return LN_OK;
  }
  return ln_names_literal_stem(names, t.datatype, t.lang, &term->stem);
}

static ln_status
declare_all(ln_triple_writer* const w, ln_names* const names)
{
  const uint32_t n = ln_triple_set_terms(w->set);
  for (uint32_t subject = 0U; subject < n; ++subject) {
    const ln_halves halves = ln_triple_set_of(w->set, subject);
    for (size_t i = 0U; i < halves.n; ++i) {
      uint16_t      number = 0U;
      const ln_view iri    = ln_term_table_text(w->table, ln_half_predicate(halves.v[i]));
      LN_TRY(ln_names_predicate(names, iri, &number));
      LN_TRY(declare(w, names, subject));
      LN_TRY(declare(w, names, ln_half_node(halves.v[i])));
    }
  }
  return LN_OK;
}

ln_status
ln_triple_writer_new(const ln_triple_set* const set,
                     const ln_term_table* const terms,
                     ln_names* const            names,
                     ln_triple_writer** const   writer)
{
  ln_triple_writer* const w = (ln_triple_writer*)ln_alloc_zero(1U, sizeof(ln_triple_writer));
  if (!w) {
    return LN_NO_MEM;
  }
  *w                 = (ln_triple_writer){.set = set, .table = terms, .names = names};
  w->terms           = (ln_term*)ln_alloc_zero(ln_term_table_size(terms) + 1U, sizeof(ln_term));
  const ln_status st = w->terms ? declare_all(w, names) : LN_NO_MEM;
  if (st != LN_OK) {
    ln_triple_writer_free(w);
    return st;
  }
  *writer = w;
  return LN_OK;
}

static ln_status
describe(const ln_triple_writer* const w, const ln_sink sink, const uint32_t subject)
{
  const ln_halves halves = ln_triple_set_of(w->set, subject);
  ln_pair* const  pairs  = (ln_pair*)ln_alloc_zero(halves.n + 1U, sizeof(ln_pair));
  if (!pairs) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < halves.n; ++i) {
    const ln_view iri = ln_term_table_text(w->table, ln_half_predicate(halves.v[i]));
    pairs[i].object   = w->terms[ln_half_node(halves.v[i])];
    (void)ln_names_predicate_find(w->names, iri, &pairs[i].predicate); // it was declared
  }
  const ln_desc   desc = {.subject = w->terms[subject], .pairs = pairs, .n_pairs = halves.n};
  const ln_status st   = ln_sink_describe(sink, &desc);
  ln_free(pairs);
  return st;
}

ln_status
ln_triple_writer_write(const ln_triple_writer* const writer, const ln_sink sink)
{
  const uint32_t n = ln_triple_set_terms(writer->set);
  for (uint32_t subject = 0U; subject < n; ++subject) {
    if (ln_triple_set_of(writer->set, subject).n > 0U) {
      LN_TRY(describe(writer, sink, subject));
    }
  }
  return LN_OK;
}
