/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Classes of an ontology. A class that an axiom names is looked up once, with all classes below it
   by rdfs:subClassOf and owl:equivalentClass, so that whether a node is one of its instances is a
   search among sorted numbers. A union stands for its members. Other expressions of classes, such
   as restrictions, are no use: nothing is said of them, rather than something wrong. */

#include "base/memory.h"
#include "check/ontology_inner.h"

#include <stdlib.h>

enum { USES = 2 }; ///< in `caps`

static uint32_t
word(const ln_ontology_reader* const r, const ln_word w)
{
  return r->out->words.term[w];
}

ln_status
ln_ontology_list(ln_ontology_reader* const r, const uint32_t list)
{
  const uint32_t nil  = word(r, LN_W_NIL);
  uint32_t       node = list;
  bool           more = true;
  ln_number_set_reset(&r->seen);
  while (more && node != LN_NO_TERM && node != nil) {
    const uint32_t first = ln_triple_set_object(r->graph, node, word(r, LN_W_FIRST));
    LN_TRY(ln_number_set_add(&r->seen, node, false, &more));
    LN_TRY(more && first != LN_NO_TERM ? ln_ontology_add_number(r->out, first) : LN_OK);
    node = ln_triple_set_object(r->graph, node, word(r, LN_W_REST));
  }
  return LN_OK;
}

bool
ln_ontology_is_datatype(const ln_ontology_reader* const r, const uint32_t term)
{
  return term == LN_TERM_RDF_LANG_STRING || term == word(r, LN_W_RDFS_LITERAL) ||
         term == word(r, LN_W_PLAIN_LITERAL) ||
         ln_view_starts(ln_term_table_text(r->terms, term),
                        LN_V("http://www.w3.org/2001/XMLSchema#")) ||
         ln_triple_set_has(r->graph, term, word(r, LN_W_TYPE), word(r, LN_W_RDFS_DATATYPE));
}

static ln_status
add_new(ln_ontology_reader* const r, const ln_halves found)
{
  for (size_t i = 0U; i < found.n; ++i) {
    const uint32_t node  = ln_half_node(found.v[i]);
    bool           fresh = false;
    LN_TRY(ln_number_set_add(&r->seen, node, false, &fresh));
    LN_TRY(fresh ? ln_ontology_add_number(r->out, node) : LN_OK);
  }
  return LN_OK;
}

/* Numbers from `first` on, and all classes below them, breadth first, each once. */
static ln_status
add_below(ln_ontology_reader* const r, const size_t first)
{
  const uint32_t same  = word(r, LN_W_EQUIVALENT_CLASS);
  bool           fresh = false;
  ln_number_set_reset(&r->seen);
  for (size_t i = first; i < r->out->n_numbers; ++i) {
    LN_TRY(ln_number_set_add(&r->seen, r->out->numbers[i], false, &fresh));
  }
  for (size_t i = first; i < r->out->n_numbers; ++i) {
    const uint32_t at = r->out->numbers[i];
    LN_TRY(add_new(r, ln_triple_set_subjects(r->graph, word(r, LN_W_SUB_CLASS_OF), at)));
    LN_TRY(add_new(r, ln_triple_set_subjects(r->graph, same, at)));
    LN_TRY(add_new(r, ln_triple_set_objects(r->graph, at, same)));
  }
  return LN_OK;
}

/* A class, or the members of a union. */
static ln_status
add_sides(ln_ontology_reader* const r, const uint32_t class_term)
{
  const uint32_t list = ln_triple_set_object(r->graph, class_term, word(r, LN_W_UNION_OF));
  if (list != LN_NO_TERM) {
    return ln_ontology_list(r, list);
  }
  return ln_term_table_kind(r->terms, class_term) == LN_IRI
           ? ln_ontology_add_number(r->out, class_term)
           : LN_OK;
}

/* Members that are all datatypes, or none. A union of both cannot be checked. */
static bool
is_mixed(const ln_ontology_reader* const r, const size_t first, bool* const datatype)
{
  size_t n = 0U;
  for (size_t i = first; i < r->out->n_numbers; ++i) {
    n += ln_ontology_is_datatype(r, r->out->numbers[i]) ? 1U : 0U;
  }
  *datatype = n > 0U;
  return n > 0U && n < r->out->n_numbers - first;
}

static ln_status
add_use(ln_ontology* const o, const ln_class_use* const use)
{
  if (o->n_uses == o->caps[USES]) {
    const size_t        cap = o->n_uses > 0U ? o->n_uses * 2U : 64U;
    ln_class_use* const v   = (ln_class_use*)ln_realloc(o->uses, cap, sizeof(*v));
    if (!v) {
      return LN_NO_MEM;
    }
    o->uses       = v;
    o->caps[USES] = cap;
  }
  o->uses[o->n_uses++] = *use;
  return LN_OK;
}

static uint32_t
find_use(const ln_ontology* const o, const uint32_t class_term)
{
  for (size_t i = 0U; i < o->n_uses; ++i) {
    if (o->uses[i].term == class_term) {
      return (uint32_t)i;
    }
  }
  return LN_NO_TERM;
}

ln_status
ln_ontology_use(ln_ontology_reader* const r, const uint32_t class_term, uint32_t* const use)
{
  const size_t first = r->out->n_numbers;
  ln_class_use made  = {.term = class_term};
  *use               = find_use(r->out, class_term);
  if (*use != LN_NO_TERM || class_term == word(r, LN_W_RESOURCE) ||
      class_term == word(r, LN_W_THING)) {
    return LN_OK;
  }
  LN_TRY(add_sides(r, class_term));
  if (r->out->n_numbers == first || is_mixed(r, first, &made.datatype)) {
    r->out->n_numbers = first;
    return LN_OK;
  }
  LN_TRY(made.datatype ? LN_OK : add_below(r, first));
  made.below = ln_ontology_sort(r->out, first);
  *use       = (uint32_t)r->out->n_uses;
  return add_use(r->out, &made);
}
