/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* An ontology as tables: which classes and properties are declared, and what each demands. All of
   it is found from the declarations by following triples, so the cost is that of the ontology, not
   of the graph beside it. */

#include "check/ontology.h"

#include "base/memory.h"
#include "check/ontology_inner.h"

#include <stdlib.h>

enum { NUMBERS, PROPERTIES, USES, DISJOINT, KEYS }; ///< in `caps`

static uint32_t
word(const ln_ontology_reader* const r, const ln_word w)
{
  return r->out->words.term[w];
}

ln_status
ln_ontology_add_number(ln_ontology* const o, const uint32_t number)
{
  if (o->n_numbers == o->caps[NUMBERS]) {
    const size_t    cap = o->n_numbers > 0U ? o->n_numbers * 2U : 256U;
    uint32_t* const v   = (uint32_t*)ln_realloc(o->numbers, cap, sizeof(*v));
    if (!v) {
      return LN_NO_MEM;
    }
    o->numbers       = v;
    o->caps[NUMBERS] = cap;
  }
  o->numbers[o->n_numbers++] = number;
  return LN_OK;
}

static int
compare(const void* const x, const void* const y)
{
  const uint32_t a = *(const uint32_t*)x;
  const uint32_t b = *(const uint32_t*)y;
  return (a > b) - (a < b);
}

ln_span
ln_ontology_sort(ln_ontology* const o, const size_t first)
{
  size_t to = first;
  if (o->n_numbers > first) {
    qsort(o->numbers + first, o->n_numbers - first, sizeof(*o->numbers), compare);
  }
  for (size_t i = first; i < o->n_numbers; ++i) {
    if (i == first || o->numbers[i] != o->numbers[to - 1U]) {
      o->numbers[to++] = o->numbers[i];
    }
  }
  o->n_numbers = to;
  return (ln_span){(uint32_t)first, (uint32_t)(to - first)};
}

bool
ln_ontology_has(const ln_ontology* const o, const ln_span part, const uint32_t number)
{
  return part.n > 0U &&
         bsearch(&number, o->numbers + part.first, part.n, sizeof(number), compare) != NULL;
}

/* All instances of a class, unsorted. */
static ln_status
add_instances(ln_ontology_reader* const r, const ln_word of)
{
  const ln_halves found = ln_triple_set_subjects(r->graph, word(r, LN_W_TYPE), word(r, of));
  for (size_t i = 0U; i < found.n; ++i) {
    const uint32_t node = ln_half_node(found.v[i]);
    LN_TRY(ln_term_table_kind(r->terms, node) == LN_IRI ? ln_ontology_add_number(r->out, node)
                                                        : LN_OK);
  }
  return LN_OK;
}

static ln_status
read_classes(ln_ontology_reader* const r)
{
  static const ln_word CLASSES[] = {
    LN_W_RDFS_CLASS, LN_W_OWL_CLASS, LN_W_DEPRECATED_CLASS, LN_W_RDFS_DATATYPE};
  const size_t first = r->out->n_numbers;
  for (size_t i = 0U; i < sizeof(CLASSES) / sizeof(CLASSES[0]); ++i) {
    LN_TRY(add_instances(r, CLASSES[i]));
  }
  r->out->classes = ln_ontology_sort(r->out, first);
  return LN_OK;
}

/* Terms that are marked, whatever they are: classes, properties, words of a list. */
static ln_status
read_deprecated(ln_ontology_reader* const r)
{
  const size_t   first = r->out->n_numbers;
  const uint32_t mark  = word(r, LN_W_DEPRECATED);
  LN_TRY(add_instances(r, LN_W_DEPRECATED_CLASS));
  LN_TRY(add_instances(r, LN_W_DEPRECATED_PROPERTY));
  for (uint32_t node = 0U; node < ln_triple_set_terms(r->graph); ++node) {
    const ln_halves found = ln_triple_set_objects(r->graph, node, mark);
    const ln_view   text =
      found.n == 1U ? ln_term_table_text(r->terms, ln_half_node(found.v[0])) : LN_V("");
    const bool marked = ln_view_equals(text, LN_V("true")) || ln_view_equals(text, LN_V("1"));
    LN_TRY(marked ? ln_ontology_add_number(r->out, node) : LN_OK);
  }
  r->out->deprecated = ln_ontology_sort(r->out, first);
  return LN_OK;
}

/* A property and all above it (RDF Schema, section 3.5), sorted. */
static ln_status
add_above(ln_ontology_reader* const r, const uint32_t property)
{
  const size_t first = r->out->n_numbers;
  bool         fresh = false;
  ln_number_set_reset(&r->seen);
  LN_TRY(ln_number_set_add(&r->seen, property, false, &fresh));
  LN_TRY(ln_ontology_add_number(r->out, property));
  for (size_t at = first; at < r->out->n_numbers; ++at) {
    const ln_halves found =
      ln_triple_set_objects(r->graph, r->out->numbers[at], word(r, LN_W_SUB_PROPERTY_OF));
    for (size_t i = 0U; i < found.n; ++i) {
      const uint32_t node = ln_half_node(found.v[i]);
      LN_TRY(ln_number_set_add(&r->seen, node, false, &fresh));
      LN_TRY(fresh ? ln_ontology_add_number(r->out, node) : LN_OK);
    }
  }
  return LN_OK;
}

static bool
is_a(const ln_ontology_reader* const r, const uint32_t property, const ln_word type)
{
  return ln_triple_set_has(r->graph, property, word(r, LN_W_TYPE), word(r, type));
}

static unsigned
flags_of(const ln_ontology_reader* const r, const uint32_t property)
{
  unsigned flags = 0U;
  flags |= is_a(r, property, LN_W_DATATYPE_PROPERTY) ? (unsigned)LN_PROPERTY_OF_DATA : 0U;
  flags |= is_a(r, property, LN_W_OBJECT_PROPERTY) ? (unsigned)LN_PROPERTY_OF_NODES : 0U;
  flags |= is_a(r, property, LN_W_FUNCTIONAL_PROPERTY) ? (unsigned)LN_PROPERTY_SINGLE : 0U;
  return flags;
}

/* Look up the classes that the properties at `above` name; with `adding`, append the numbers of
   their uses, which are there then. */
static ln_status
visit_classes_of(ln_ontology_reader* const r,
                 const ln_span             above,
                 const ln_word             property,
                 const bool                adding)
{
  for (uint32_t i = 0U; i < above.n; ++i) {
    const uint32_t  node  = r->out->numbers[above.first + i];
    const ln_halves found = ln_triple_set_objects(r->graph, node, word(r, property));
    for (size_t k = 0U; k < found.n; ++k) {
      uint32_t use = LN_NO_TERM;
      LN_TRY(ln_ontology_use(r, ln_half_node(found.v[k]), &use));
      LN_TRY(adding && use != LN_NO_TERM ? ln_ontology_add_number(r->out, use) : LN_OK);
    }
  }
  return LN_OK;
}

/* Looking up appends numbers of its own, so it comes first. */
static ln_status
read_classes_of(ln_ontology_reader* const r,
                const ln_span             above,
                const ln_word             property,
                ln_span* const            span)
{
  LN_TRY(visit_classes_of(r, above, property, false));
  const size_t first = r->out->n_numbers;
  LN_TRY(visit_classes_of(r, above, property, true));
  *span = ln_ontology_sort(r->out, first);
  return LN_OK;
}

static ln_status
read_property(ln_ontology_reader* const r, ln_property_use* const p)
{
  const size_t first = r->out->n_numbers;
  LN_TRY(add_above(r, p->term));
  const ln_span above = {(uint32_t)first, (uint32_t)(r->out->n_numbers - first)};
  p->flags            = is_a(r, p->term, LN_W_SYMMETRIC_PROPERTY) ? (unsigned)LN_PROPERTY_BOTH : 0U;
  for (uint32_t i = 0U; i < above.n; ++i) {
    p->flags |= flags_of(r, r->out->numbers[above.first + i]);
  }
  LN_TRY(read_classes_of(r, above, LN_W_DOMAIN, &p->domains));
  LN_TRY(read_classes_of(r, above, LN_W_RANGE, &p->ranges));
  for (uint32_t i = 0U; i < p->ranges.n; ++i) {
    const bool data = r->out->uses[r->out->numbers[p->ranges.first + i]].datatype;
    p->flags |= data ? (unsigned)LN_PROPERTY_OF_DATA : (unsigned)LN_PROPERTY_OF_NODES;
  }
  return LN_OK;
}

/* What is said to have literals and things both, as a property under two others may be, is not
   held to either. */
static void
settle(ln_property_use* const p)
{
  const unsigned both = LN_PROPERTY_OF_DATA | LN_PROPERTY_OF_NODES;
  if ((p->flags & both) == both) {
    p->flags &= ~both;
  }
}

static ln_status
read_properties(ln_ontology_reader* const r)
{
  static const ln_word PROPERTIES_ARE[] = {LN_W_PROPERTY_OF_RDF,
                                           LN_W_OBJECT_PROPERTY,
                                           LN_W_DATATYPE_PROPERTY,
                                           LN_W_ANNOTATION_PROPERTY,
                                           LN_W_ONTOLOGY_PROPERTY,
                                           LN_W_FUNCTIONAL_PROPERTY,
                                           LN_W_INVERSE_FUNCTIONAL_PROPERTY,
                                           LN_W_SYMMETRIC_PROPERTY,
                                           LN_W_TRANSITIVE_PROPERTY,
                                           LN_W_ASYMMETRIC_PROPERTY,
                                           LN_W_REFLEXIVE_PROPERTY,
                                           LN_W_IRREFLEXIVE_PROPERTY,
                                           LN_W_DEPRECATED_PROPERTY};
  ln_ontology* const   o                = r->out;
  const size_t         first            = o->n_numbers;
  for (size_t i = 0U; i < sizeof(PROPERTIES_ARE) / sizeof(PROPERTIES_ARE[0]); ++i) {
    LN_TRY(add_instances(r, PROPERTIES_ARE[i]));
  }
  const ln_span all = ln_ontology_sort(o, first);
  o->properties     = (ln_property_use*)ln_alloc_zero(all.n + 1U, sizeof(ln_property_use));
  if (!o->properties) {
    return LN_NO_MEM;
  }
  for (uint32_t i = 0U; i < all.n; ++i) {
    ln_property_use* const p = &o->properties[o->n_properties++];
    p->term                  = o->numbers[all.first + i];
    LN_TRY(read_property(r, p));
    settle(p);
  }
  return LN_OK;
}

static ln_status
add_disjoint(ln_ontology_reader* const r, const uint32_t a, const uint32_t b)
{
  ln_ontology* const o    = r->out;
  ln_disjoint_pair   pair = {LN_NO_TERM, LN_NO_TERM};
  if (o->n_disjoint == o->caps[DISJOINT]) {
    const size_t            cap = o->n_disjoint > 0U ? o->n_disjoint * 2U : 64U;
    ln_disjoint_pair* const v   = (ln_disjoint_pair*)ln_realloc(o->disjoint, cap, sizeof(*v));
    if (!v) {
      return LN_NO_MEM;
    }
    o->disjoint       = v;
    o->caps[DISJOINT] = cap;
  }
  LN_TRY(ln_ontology_use(r, a, &pair.a));
  LN_TRY(ln_ontology_use(r, b, &pair.b));
  if (pair.a == LN_NO_TERM || pair.b == LN_NO_TERM || pair.a == pair.b) {
    return LN_OK;
  }
  for (size_t i = 0U; i < o->n_disjoint; ++i) {
    const ln_disjoint_pair* const known = &o->disjoint[i];
    if ((known->a == pair.a && known->b == pair.b) || (known->a == pair.b && known->b == pair.a)) {
      return LN_OK;
    }
  }
  o->disjoint[o->n_disjoint++] = pair;
  return LN_OK;
}

/* owl:AllDisjointClasses: each with each. */
static ln_status
read_all_disjoint(ln_ontology_reader* const r, const uint32_t node)
{
  const size_t first = r->out->n_numbers;
  LN_TRY(ln_ontology_list(r, ln_triple_set_object(r->graph, node, word(r, LN_W_MEMBERS))));
  const size_t n = r->out->n_numbers - first;
  for (size_t i = 0U; i < n; ++i) {
    for (size_t k = i + 1U; k < n; ++k) {
      LN_TRY(add_disjoint(r, r->out->numbers[first + i], r->out->numbers[first + k]));
    }
  }
  return LN_OK;
}

static ln_status
read_disjoint(ln_ontology_reader* const r)
{
  const ln_span   classes = r->out->classes;
  const ln_halves all =
    ln_triple_set_subjects(r->graph, word(r, LN_W_TYPE), word(r, LN_W_ALL_DISJOINT_CLASSES));
  for (uint32_t i = 0U; i < classes.n; ++i) {
    const uint32_t  a     = r->out->numbers[classes.first + i];
    const ln_halves found = ln_triple_set_objects(r->graph, a, word(r, LN_W_DISJOINT_WITH));
    for (size_t k = 0U; k < found.n; ++k) {
      LN_TRY(add_disjoint(r, a, ln_half_node(found.v[k])));
    }
  }
  for (size_t i = 0U; i < all.n; ++i) {
    LN_TRY(read_all_disjoint(r, ln_half_node(all.v[i])));
  }
  return LN_OK;
}

static ln_status
add_key(ln_ontology* const o, const ln_class_key* const key)
{
  if (o->n_keys == o->caps[KEYS]) {
    const size_t        cap = o->n_keys > 0U ? o->n_keys * 2U : 16U;
    ln_class_key* const v   = (ln_class_key*)ln_realloc(o->keys, cap, sizeof(*v));
    if (!v) {
      return LN_NO_MEM;
    }
    o->keys       = v;
    o->caps[KEYS] = cap;
  }
  o->keys[o->n_keys++] = *key;
  return LN_OK;
}

/* owl:hasKey (OWL 2, section 9.5). */
static ln_status
read_class_keys(ln_ontology_reader* const r, const uint32_t class_term)
{
  const ln_halves found = ln_triple_set_objects(r->graph, class_term, word(r, LN_W_HAS_KEY));
  for (size_t i = 0U; i < found.n; ++i) {
    ln_class_key key = {.of = LN_NO_TERM};
    LN_TRY(ln_ontology_use(r, class_term, &key.of));
    const size_t first = r->out->n_numbers;
    LN_TRY(ln_ontology_list(r, ln_half_node(found.v[i])));
    key.properties = (ln_span){(uint32_t)first, (uint32_t)(r->out->n_numbers - first)};
    LN_TRY(key.properties.n > 0U && key.of != LN_NO_TERM ? add_key(r->out, &key) : LN_OK);
  }
  return LN_OK;
}

/* Keys of classes, and properties of which a value belongs to one thing (OWL 2, section 9.2.8). */
static ln_status
read_keys(ln_ontology_reader* const r)
{
  const ln_span   classes = r->out->classes;
  const ln_halves inverse =
    ln_triple_set_subjects(r->graph, word(r, LN_W_TYPE), word(r, LN_W_INVERSE_FUNCTIONAL_PROPERTY));
  for (uint32_t i = 0U; i < classes.n; ++i) {
    LN_TRY(read_class_keys(r, r->out->numbers[classes.first + i]));
  }
  for (size_t i = 0U; i < inverse.n; ++i) {
    const ln_class_key key = {LN_NO_TERM, {(uint32_t)r->out->n_numbers, 1U}};
    LN_TRY(ln_ontology_add_number(r->out, ln_half_node(inverse.v[i])));
    LN_TRY(add_key(r->out, &key));
  }
  return LN_OK;
}

ln_status
ln_ontology_read(const ln_triple_set* const graph,
                 ln_term_table* const       terms,
                 ln_ontology* const         ontology)
{
  ln_ontology_reader r  = {.out = ontology, .graph = graph, .terms = terms};
  ln_status          st = ln_vocabulary_add(terms, &ontology->words);
  st                    = st == LN_OK ? read_classes(&r) : st;
  st                    = st == LN_OK ? read_properties(&r) : st;
  st                    = st == LN_OK ? read_disjoint(&r) : st;
  st                    = st == LN_OK ? read_keys(&r) : st;
  st                    = st == LN_OK ? read_deprecated(&r) : st;
  ln_number_set_clear(&r.seen);
  return st;
}

void
ln_ontology_clear(ln_ontology* const o)
{
  ln_free(o->numbers);
  ln_free(o->properties);
  ln_free(o->uses);
  ln_free(o->disjoint);
  ln_free(o->keys);
  *o = (ln_ontology){.n_numbers = 0U};
}

const ln_property_use*
ln_ontology_property(const ln_ontology* const o, const uint32_t term)
{
  size_t low  = 0U;
  size_t high = o->n_properties;
  while (low < high) {
    const size_t middle = low + (high - low) / 2U;
    if (o->properties[middle].term < term) {
      low = middle + 1U;
    } else {
      high = middle;
    }
  }
  return low < o->n_properties && o->properties[low].term == term ? &o->properties[low] : NULL;
}
