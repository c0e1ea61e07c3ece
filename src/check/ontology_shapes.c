/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* OWL and RDF Schema tell what follows from data; shapes tell what data must have. Read as rules,
   as those who write them mean them: a domain is the class that subjects must have, a range that of
   objects, and a functional property has one value. Every property becomes one property shape whose
   target is what has the property, every class with rules one node shape. Terms are walked through
   in the order of their numbers, so the same ontology gives the same shapes. */

#include "check/ontology_shapes.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define OWL "http://www.w3.org/2002/07/owl#"
#define XSD "http://www.w3.org/2001/XMLSchema#"

/* The words of ontologies. */
typedef enum {
  W_DOMAIN,
  W_RANGE,
  W_LITERAL,
  W_RESOURCE,
  W_THING,
  W_DATATYPE,
  W_DATATYPE_PROPERTY,
  W_OBJECT_PROPERTY,
  W_FUNCTIONAL,
  W_INVERSE_FUNCTIONAL,
  W_DISJOINT_WITH,
  W_HAS_KEY,
  W_UNION_OF,
  W_SUB_CLASS_OF,
  W_ON_PROPERTY,
  W_MIN_CARDINALITY,
  W_MAX_CARDINALITY,
  W_CARDINALITY,
  W_ALL_VALUES_FROM,
  W_HAS_VALUE,
  N_WORDS
} owl_word;

static const char* const WORDS[N_WORDS] = {
  [W_DOMAIN]             = RDFS "domain",
  [W_RANGE]              = RDFS "range",
  [W_LITERAL]            = RDFS "Literal",
  [W_RESOURCE]           = RDFS "Resource",
  [W_THING]              = OWL "Thing",
  [W_DATATYPE]           = RDFS "Datatype",
  [W_DATATYPE_PROPERTY]  = OWL "DatatypeProperty",
  [W_OBJECT_PROPERTY]    = OWL "ObjectProperty",
  [W_FUNCTIONAL]         = OWL "FunctionalProperty",
  [W_INVERSE_FUNCTIONAL] = OWL "InverseFunctionalProperty",
  [W_DISJOINT_WITH]      = OWL "disjointWith",
  [W_HAS_KEY]            = OWL "hasKey",
  [W_UNION_OF]           = OWL "unionOf",
  [W_SUB_CLASS_OF]       = RDFS "subClassOf",
  [W_ON_PROPERTY]        = OWL "onProperty",
  [W_MIN_CARDINALITY]    = OWL "minCardinality",
  [W_MAX_CARDINALITY]    = OWL "maxCardinality",
  [W_CARDINALITY]        = OWL "cardinality",
  [W_ALL_VALUES_FROM]    = OWL "allValuesFrom",
  [W_HAS_VALUE]          = OWL "hasValue",
};

enum { LIST_MOST = 10000 };

typedef struct {
  const ln_triple_set* set;
  ln_shape_draft*      draft;
  uint32_t             words[N_WORDS];
} reader;

static ln_halves
values(const reader* const r, const uint32_t subject, const owl_word word)
{
  return ln_triple_set_objects(r->set, subject, r->words[word]);
}

static bool
is_a(const reader* const r, const uint32_t subject, const owl_word word)
{
  return ln_triple_set_has(r->set, subject, r->draft->words->term[LN_W_TYPE], r->words[word]);
}

static bool
is_iri(const reader* const r, const uint32_t term)
{
  return ln_term_table_kind(r->draft->terms, term) == LN_IRI;
}

/* Everything is of these. */
static bool
is_anything(const reader* const r, const uint32_t term)
{
  return term == r->words[W_RESOURCE] || term == r->words[W_THING];
}

static bool
is_datatype(const reader* const r, const uint32_t term)
{
  const ln_view iri = ln_term_table_text(r->draft->terms, term);
  return is_iri(r, term) && (is_a(r, term, W_DATATYPE) || ln_view_starts(iri, LN_V(XSD)) ||
                             ln_view_equals(iri, LN_V(RDF "langString")));
}

/* What a value must be to be in a range: one class, datatype or literal, or one of a union. */
static ln_status
add_range(const reader* const r, const uint32_t shape, const uint32_t range)
{
  if (range == r->words[W_LITERAL]) {
    const uint32_t literal = r->draft->words->term[LN_W_KIND_LITERAL];
    return ln_shape_draft_add(r->draft, shape, LN_W_NODE_KIND, literal);
  }
  if (!is_iri(r, range) || is_anything(r, range)) {
    return LN_OK;
  }
  return ln_shape_draft_add(
    r->draft, shape, is_datatype(r, range) ? LN_W_DATATYPE : LN_W_CLASS, range);
}

/* The members of a list, each as a shape of its own; several are alternatives. */
static ln_status
add_union(const reader* const r, const uint32_t shape, uint32_t list)
{
  const ln_vocabulary* const words   = r->draft->words;
  uint32_t                   node    = shape;
  ln_word                    link    = LN_W_OR;
  size_t                     members = 0U;
  while (list != LN_NO_TERM && list != words->term[LN_W_NIL] && members++ < LIST_MOST) {
    const uint32_t member = ln_triple_set_object(r->set, list, words->term[LN_W_FIRST]);
    uint32_t       next   = 0U;
    uint32_t       choice = 0U;
    list                  = ln_triple_set_object(r->set, list, words->term[LN_W_REST]);
    if (member == LN_NO_TERM || !is_iri(r, member)) {
      continue;
    }
    LN_TRY(ln_shape_draft_blank(r->draft, &next));
    LN_TRY(ln_shape_draft_blank(r->draft, &choice));
    LN_TRY(ln_shape_draft_add(r->draft, node, link, next));
    LN_TRY(ln_shape_draft_add(r->draft, next, LN_W_FIRST, choice));
    LN_TRY(add_range(r, choice, member));
    node = next;
    link = LN_W_REST;
  }
  return node == shape ? LN_OK : ln_shape_draft_add(r->draft, node, link, words->term[LN_W_NIL]);
}

/* A class expression that a value must be of. */
static ln_status
add_class(const reader* const r, const uint32_t shape, const uint32_t class)
{
  const uint32_t list = ln_triple_set_object(r->set, class, r->words[W_UNION_OF]);
  return list != LN_NO_TERM ? add_union(r, shape, list) : add_range(r, shape, class);
}

/* Whether a class expression says something here. */
static bool
says(const reader* const r, const uint32_t class)
{
  return !is_anything(r, class) && (is_iri(r, class) || values(r, class, W_UNION_OF).n == 1U);
}

/* A property shape for all that has the property. */
static ln_status
start_property(const reader* const r,
               const uint32_t      property,
               const ln_word       target,
               uint32_t* const     shape)
{
  const ln_view local = ln_shape_draft_local(ln_term_table_text(r->draft->terms, property));
  LN_TRY(ln_shape_draft_named(r->draft, local, LN_W_PROPERTY_SHAPE, shape));
  return ln_shape_draft_add(r->draft, *shape, target, property);
}

static ln_status
write_property(const reader* const r, const uint32_t property)
{
  const ln_halves ranges  = values(r, property, W_RANGE);
  const bool      literal = is_a(r, property, W_DATATYPE_PROPERTY);
  const bool      object  = is_a(r, property, W_OBJECT_PROPERTY);
  const bool      one     = is_a(r, property, W_FUNCTIONAL);
  uint32_t        shape   = 0U;
  if (ranges.n == 0U && !literal && !object && !one) {
    return LN_OK;
  }
  LN_TRY(start_property(r, property, LN_W_TARGET_SUBJECTS_OF, &shape));
  LN_TRY(ln_shape_draft_add(r->draft, shape, LN_W_PATH, property));
  for (size_t i = 0U; i < ranges.n; ++i) {
    LN_TRY(add_class(r, shape, ln_half_node(ranges.v[i])));
  }
  if (literal || object) {
    const ln_word kind = literal ? LN_W_KIND_LITERAL : LN_W_KIND_BLANK_NODE_OR_IRI;
    LN_TRY(ln_shape_draft_add(r->draft, shape, LN_W_NODE_KIND, r->draft->words->term[kind]));
  }
  return one ? ln_shape_draft_add_number(r->draft, shape, LN_W_MAX_COUNT, 1U) : LN_OK;
}

/* What has the property must be of its domain. */
static ln_status
write_domain(const reader* const r, const uint32_t property)
{
  const ln_halves domains = values(r, property, W_DOMAIN);
  ln_text         name    = {0};
  uint32_t        shape   = 0U;
  bool            any     = false;
  for (size_t i = 0U; i < domains.n; ++i) {
    any = any || says(r, ln_half_node(domains.v[i]));
  }
  if (!any) {
    return LN_OK;
  }
  const ln_view iri = ln_term_table_text(r->draft->terms, property);
  ln_status     st  = ln_text_add(&name, ln_shape_draft_local(iri));
  st                = st == LN_OK ? ln_text_add(&name, LN_V("-domain")) : st;
  st =
    st == LN_OK ? ln_shape_draft_named(r->draft, ln_text_view(&name), LN_W_NODE_SHAPE, &shape) : st;
  ln_text_clear(&name);
  LN_TRY(st);
  LN_TRY(ln_shape_draft_add(r->draft, shape, LN_W_TARGET_SUBJECTS_OF, property));
  for (size_t i = 0U; i < domains.n; ++i) {
    LN_TRY(add_class(r, shape, ln_half_node(domains.v[i])));
  }
  return LN_OK;
}

/* No two things have the same value. */
static ln_status
write_inverse(const reader* const r, const uint32_t property)
{
  uint32_t shape = 0U;
  uint32_t path  = 0U;
  if (!is_a(r, property, W_INVERSE_FUNCTIONAL)) {
    return LN_OK;
  }
  LN_TRY(start_property(r, property, LN_W_TARGET_OBJECTS_OF, &shape));
  LN_TRY(ln_shape_draft_blank(r->draft, &path));
  LN_TRY(ln_shape_draft_add(r->draft, shape, LN_W_PATH, path));
  LN_TRY(ln_shape_draft_add(r->draft, path, LN_W_INVERSE_PATH, property));
  return ln_shape_draft_add_number(r->draft, shape, LN_W_MAX_COUNT, 1U);
}

/* The shape of a class, made when it first has a rule. */
static ln_status
need_class(const reader* const r, const uint32_t class, uint32_t* const shape)
{
  if (*shape != LN_NO_TERM) {
    return LN_OK;
  }
  const ln_view local = ln_shape_draft_local(ln_term_table_text(r->draft->terms, class));
  LN_TRY(ln_shape_draft_named(r->draft, local, LN_W_NODE_SHAPE, shape));
  return ln_shape_draft_add(r->draft, *shape, LN_W_TARGET_CLASS, class);
}

/* A thing of one class is of no class that is disjoint with it. */
static ln_status
write_disjoint(const reader* const r, const uint32_t class, uint32_t* const shape)
{
  const ln_halves others = values(r, class, W_DISJOINT_WITH);
  for (size_t i = 0U; i < others.n; ++i) {
    uint32_t not_other = 0U;
    if (is_iri(r, ln_half_node(others.v[i]))) {
      LN_TRY(need_class(r, class, shape));
      LN_TRY(ln_shape_draft_blank(r->draft, &not_other));
      LN_TRY(ln_shape_draft_add(r->draft, *shape, LN_W_NOT, not_other));
      LN_TRY(ln_shape_draft_add(r->draft, not_other, LN_W_CLASS, ln_half_node(others.v[i])));
    }
  }
  return LN_OK;
}

/* A property shape inside that of a class. */
static ln_status
add_property(const reader* const r, const uint32_t shape, uint32_t* const property)
{
  LN_TRY(ln_shape_draft_blank(r->draft, property));
  return ln_shape_draft_add(r->draft, shape, LN_W_PROPERTY, *property);
}

/* A key of one property: among what has a value of a thing of the class, only one is of the class.
   SHACL Core has no way to say a key of several. */
static ln_status
write_key(const reader* const r, const uint32_t class, const uint32_t list, uint32_t* const shape)
{
  const ln_vocabulary* const words = r->draft->words;
  const uint32_t             key   = ln_triple_set_object(r->set, list, words->term[LN_W_FIRST]);
  const uint32_t             rest  = ln_triple_set_object(r->set, list, words->term[LN_W_REST]);
  uint32_t                   at    = 0U;
  uint32_t                   back  = 0U;
  uint32_t                   same  = 0U;
  if (key == LN_NO_TERM || !is_iri(r, key) || rest != words->term[LN_W_NIL]) {
    return LN_OK;
  }
  LN_TRY(need_class(r, class, shape));
  LN_TRY(add_property(r, *shape, &at));
  LN_TRY(ln_shape_draft_blank(r->draft, &back));
  LN_TRY(ln_shape_draft_add(r->draft, back, LN_W_INVERSE_PATH, key));
  const uint32_t path[2] = {key, back};
  LN_TRY(ln_shape_draft_add_list(r->draft, at, LN_W_PATH, path, 2U));
  LN_TRY(ln_shape_draft_blank(r->draft, &same));
  LN_TRY(ln_shape_draft_add(r->draft, same, LN_W_CLASS, class));
  LN_TRY(ln_shape_draft_add(r->draft, at, LN_W_QUALIFIED_VALUE_SHAPE, same));
  return ln_shape_draft_add_number(r->draft, at, LN_W_QUALIFIED_MAX_COUNT, 1U);
}

/* A count, as it was written, if it is a whole number. */
static ln_status
add_count(const reader* const r, const uint32_t at, const ln_word word, const uint32_t count)
{
  const ln_view text = count == LN_NO_TERM ? LN_V("") : ln_term_table_text(r->draft->terms, count);
  uint64_t      number = 0U;
  for (size_t i = 0U; i < text.n; ++i) {
    if (text.s[i] < '0' || text.s[i] > '9' || number > UINT32_MAX) {
      return LN_OK;
    }
    number = number * 10U + (uint64_t)(text.s[i] - '0');
  }
  return text.n > 0U ? ln_shape_draft_add_number(r->draft, at, word, number) : LN_OK;
}

/* owl:Restriction (OWL 2, section 8). */
static ln_status
write_restriction(const reader* const r,
                  const uint32_t class,
                  const uint32_t  restriction,
                  uint32_t* const shape)
{
  const ln_triple_set* const set = r->set;
  const uint32_t property        = ln_triple_set_object(set, restriction, r->words[W_ON_PROPERTY]);
  uint32_t       at              = 0U;
  if (property == LN_NO_TERM || !is_iri(r, property)) {
    return LN_OK;
  }
  const uint32_t exact = ln_triple_set_object(set, restriction, r->words[W_CARDINALITY]);
  const uint32_t least = ln_triple_set_object(set, restriction, r->words[W_MIN_CARDINALITY]);
  const uint32_t most  = ln_triple_set_object(set, restriction, r->words[W_MAX_CARDINALITY]);
  const uint32_t all   = ln_triple_set_object(set, restriction, r->words[W_ALL_VALUES_FROM]);
  const uint32_t value = ln_triple_set_object(set, restriction, r->words[W_HAS_VALUE]);
  LN_TRY(need_class(r, class, shape));
  LN_TRY(add_property(r, *shape, &at));
  LN_TRY(ln_shape_draft_add(r->draft, at, LN_W_PATH, property));
  LN_TRY(add_count(r, at, LN_W_MIN_COUNT, exact != LN_NO_TERM ? exact : least));
  LN_TRY(add_count(r, at, LN_W_MAX_COUNT, exact != LN_NO_TERM ? exact : most));
  LN_TRY(all == LN_NO_TERM ? LN_OK : add_class(r, at, all));
  return value == LN_NO_TERM ? LN_OK : ln_shape_draft_add(r->draft, at, LN_W_HAS_VALUE, value);
}

static ln_status
write_class(const reader* const r, const uint32_t class)
{
  const ln_halves keys   = values(r, class, W_HAS_KEY);
  const ln_halves supers = values(r, class, W_SUB_CLASS_OF);
  uint32_t        shape  = LN_NO_TERM;
  LN_TRY(write_disjoint(r, class, &shape));
  for (size_t i = 0U; i < keys.n; ++i) {
    LN_TRY(write_key(r, class, ln_half_node(keys.v[i]), &shape));
  }
  for (size_t i = 0U; i < supers.n; ++i) {
    LN_TRY(write_restriction(r, class, ln_half_node(supers.v[i]), &shape));
  }
  return LN_OK;
}

ln_status
ln_ontology_shapes(const ln_triple_set* const ontology, ln_shape_draft* const draft)
{
  reader         r = {.set = ontology, .draft = draft};
  const uint32_t n = ln_triple_set_terms(ontology); // more come while shapes are written
  for (size_t i = 0U; i < N_WORDS; ++i) {
    LN_TRY(ln_term_table_add_iri(draft->terms, ln_view_of(WORDS[i]), &r.words[i]));
  }
  for (uint32_t term = 0U; term < n; ++term) {
    if (ln_triple_set_of(ontology, term).n > 0U && is_iri(&r, term)) {
      LN_TRY(write_class(&r, term));
      LN_TRY(write_property(&r, term));
      LN_TRY(write_domain(&r, term));
      LN_TRY(write_inverse(&r, term));
    }
  }
  return LN_OK;
}
