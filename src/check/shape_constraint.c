/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The parameters of the constraint components (section 4) as constraints. A table says what the
   value of each parameter must be; a value that is not so is reported by the rule it breaks, and
   makes no constraint. */

#include "check/literal.h"
#include "check/shapes_inner.h"

#include <stdlib.h>

/* What the value of a parameter is. */
typedef enum {
  VALUE_IRI,      ///< an IRI; each is a constraint
  VALUE_TERM,     ///< any term; each is a constraint
  VALUE_DATATYPE, ///< one IRI
  VALUE_KIND,     ///< one of the node kinds
  VALUE_BOUND,    ///< one literal
  VALUE_COUNT,    ///< one integer
  VALUE_PATTERN,
  VALUE_LANGUAGES,
  VALUE_FLAG,
  VALUE_SHAPE,  ///< a shape; each is a constraint
  VALUE_SHAPES, ///< a list of shapes; each is a constraint
  VALUE_QUALIFIED,
  VALUE_CLOSED,
  VALUE_TERMS, ///< one list
} value_kind;

typedef struct {
  value_kind kind;
  bool       scoped; ///< of property shapes only
} parameter;

static const parameter PARAMETERS[LN_COMPONENTS] = {
  [LN_C_NODE_KIND]           = {VALUE_KIND, false},
  [LN_C_DATATYPE]            = {VALUE_DATATYPE, false},
  [LN_C_CLASS]               = {VALUE_IRI, false},
  [LN_C_MIN_COUNT]           = {VALUE_COUNT, true},
  [LN_C_MAX_COUNT]           = {VALUE_COUNT, true},
  [LN_C_MIN_EXCLUSIVE]       = {VALUE_BOUND, false},
  [LN_C_MIN_INCLUSIVE]       = {VALUE_BOUND, false},
  [LN_C_MAX_EXCLUSIVE]       = {VALUE_BOUND, false},
  [LN_C_MAX_INCLUSIVE]       = {VALUE_BOUND, false},
  [LN_C_MIN_LENGTH]          = {VALUE_COUNT, false},
  [LN_C_MAX_LENGTH]          = {VALUE_COUNT, false},
  [LN_C_PATTERN]             = {VALUE_PATTERN, false},
  [LN_C_LANGUAGE_IN]         = {VALUE_LANGUAGES, false},
  [LN_C_UNIQUE_LANG]         = {VALUE_FLAG, true},
  [LN_C_EQUALS]              = {VALUE_IRI, false},
  [LN_C_DISJOINT]            = {VALUE_IRI, false},
  [LN_C_LESS_THAN]           = {VALUE_IRI, true},
  [LN_C_LESS_THAN_OR_EQUALS] = {VALUE_IRI, true},
  [LN_C_NOT]                 = {VALUE_SHAPE, false},
  [LN_C_AND]                 = {VALUE_SHAPES, false},
  [LN_C_OR]                  = {VALUE_SHAPES, false},
  [LN_C_XONE]                = {VALUE_SHAPES, false},
  [LN_C_NODE]                = {VALUE_SHAPE, false},
  [LN_C_PROPERTY]            = {VALUE_SHAPE, false},
  [LN_C_QUALIFIED_MIN_COUNT] = {VALUE_QUALIFIED, false},
  [LN_C_QUALIFIED_MAX_COUNT] = {VALUE_QUALIFIED, false},
  [LN_C_CLOSED]              = {VALUE_CLOSED, false},
  [LN_C_HAS_VALUE]           = {VALUE_TERM, false},
  [LN_C_IN]                  = {VALUE_TERMS, false},
};

static ln_status
add(const ln_shape_reader* const r, const ln_constraint* const constraint)
{
  return ln_shapes_add_constraint(r->out, constraint);
}

/* An integer of at least 0; one beyond what can be counted is the greatest that can. */
static bool
read_count(const ln_shape_reader* const r, const uint32_t term, uint64_t* const count)
{
  ln_view text = ln_term_table_text(r->terms, term);
  *count       = 0U;
  if (ln_term_table_datatype(r->terms, term) != r->out->words.term[LN_W_XSD_INTEGER]) {
    return false;
  }
  text = ln_view_starts(text, LN_V("+")) ? ln_view_from(text, 1U) : text;
  for (size_t i = 0U; i < text.n; ++i) {
    if (text.s[i] < '0' || text.s[i] > '9') {
      return false;
    }
    *count = *count > UINT32_MAX ? *count : *count * 10U + (uint64_t)(text.s[i] - '0');
  }
  return text.n > 0U;
}

static ln_status
add_count(ln_shape_reader* const r, ln_constraint* const c)
{
  const ln_word word = ln_component_word(c->component);
  LN_TRY(ln_shape_value(r, word, &c->value));
  if (c->value == LN_NO_TERM) {
    return LN_OK;
  }
  if (!read_count(r, c->value, &c->number)) {
    return ln_shape_fault(r, word, "datatype", c->value, "must be an xsd:integer, 0 or more");
  }
  return add(r, c);
}

static ln_status
add_each(ln_shape_reader* const r, ln_constraint* const c, const value_kind kind)
{
  const ln_word   word   = ln_component_word(c->component);
  const ln_halves values = ln_shape_values(r, word);
  for (size_t i = 0U; i < values.n; ++i) {
    c->value = ln_half_node(values.v[i]);
    if (kind == VALUE_IRI && ln_term_table_kind(r->terms, c->value) != LN_IRI) {
      LN_TRY(ln_shape_fault(r, word, "nodeKind", c->value, "must be an IRI"));
    } else {
      LN_TRY(add(r, c));
    }
  }
  return LN_OK;
}

static ln_status
add_datatype(ln_shape_reader* const r, ln_constraint* const c)
{
  const ln_word word = ln_component_word(c->component);
  LN_TRY(ln_shape_value(r, word, &c->value));
  if (c->value == LN_NO_TERM) {
    return LN_OK;
  }
  if (ln_term_table_kind(r->terms, c->value) != LN_IRI) {
    return ln_shape_fault(r, word, "nodeKind", c->value, "must be an IRI");
  }
  c->builtin = ln_literal_builtin(ln_term_table_text(r->terms, c->value));
  return add(r, c);
}

/* The kind as a set of bits, one for each ln_kind. */
static ln_status
add_kind(ln_shape_reader* const r, ln_constraint* const c)
{
  enum { IRI = 1 << LN_IRI, LITERAL = 1 << LN_LITERAL, BLANK = 1 << LN_BLANK };
  static const struct {
    ln_word  word;
    unsigned bits;
  } KINDS[] = {{LN_W_KIND_IRI, IRI},
               {LN_W_KIND_LITERAL, LITERAL},
               {LN_W_KIND_BLANK_NODE, BLANK},
               {LN_W_KIND_BLANK_NODE_OR_IRI, BLANK | IRI},
               {LN_W_KIND_BLANK_NODE_OR_LITERAL, BLANK | LITERAL},
               {LN_W_KIND_IRI_OR_LITERAL, IRI | LITERAL}};
  LN_TRY(ln_shape_value(r, LN_W_NODE_KIND, &c->value));
  if (c->value == LN_NO_TERM) {
    return LN_OK;
  }
  for (size_t i = 0U; i < sizeof(KINDS) / sizeof(KINDS[0]); ++i) {
    if (c->value == r->out->words.term[KINDS[i].word]) {
      c->number = KINDS[i].bits;
      return add(r, c);
    }
  }
  return ln_shape_fault(r, LN_W_NODE_KIND, "in", c->value, "must be one of the six node kinds");
}

static ln_status
add_bound(ln_shape_reader* const r, ln_constraint* const c)
{
  const ln_word word = ln_component_word(c->component);
  LN_TRY(ln_shape_value(r, word, &c->value));
  if (c->value == LN_NO_TERM) {
    return LN_OK;
  }
  if (ln_term_table_kind(r->terms, c->value) != LN_LITERAL) {
    return ln_shape_fault(r, word, "nodeKind", c->value, "must be a literal");
  }
  return add(r, c);
}

static ln_status
add_pattern(ln_shape_reader* const r, ln_constraint* const c)
{
  ln_text         problem = {0};
  uint32_t        flags   = LN_NO_TERM;
  const ln_halves values  = ln_shape_values(r, LN_W_PATTERN);
  LN_TRY(ln_shape_value(r, LN_W_FLAGS, &flags));
  for (size_t i = 0U; i < values.n; ++i) {
    c->value = ln_half_node(values.v[i]);
    if (ln_term_table_datatype(r->terms, c->value) != LN_TERM_XSD_STRING) {
      LN_TRY(ln_shape_fault(r, LN_W_PATTERN, "datatype", c->value, "must be an xsd:string"));
      continue;
    }
    const ln_view letters =
      flags == LN_NO_TERM ? (ln_view){NULL, 0U} : ln_term_table_text(r->terms, flags);
    LN_TRY(ln_text_add(&problem, LN_V("is wrong: ")));
    ln_status st =
      ln_pattern_new(ln_term_table_text(r->terms, c->value), letters, &c->pattern, &problem);
    if (st == LN_USAGE) {
      st = ln_shape_fault(r, LN_W_PATTERN, "regex", LN_NO_TERM, problem.s ? problem.s : "");
    } else if (st == LN_OK) {
      st = add(r, c);
      if (st != LN_OK) {
        ln_pattern_free(c->pattern);
      }
    }
    ln_text_clear(&problem);
    LN_TRY(st);
  }
  return LN_OK;
}

static ln_status
add_languages(ln_shape_reader* const r, ln_constraint* const c)
{
  bool good = false;
  LN_TRY(ln_shape_value(r, LN_W_LANGUAGE_IN, &c->value));
  if (c->value == LN_NO_TERM) {
    return LN_OK;
  }
  LN_TRY(ln_shape_list(r, LN_W_LANGUAGE_IN, c->value, &c->members, &good));
  for (uint32_t i = 0U; good && i < c->members.n; ++i) {
    const uint32_t member = r->out->members[c->members.first + i];
    if (ln_term_table_datatype(r->terms, member) != LN_TERM_XSD_STRING) {
      good = false;
      LN_TRY(ln_shape_fault(
        r, LN_W_LANGUAGE_IN, "members-datatype", member, "must have members that are texts"));
    }
  }
  return good ? add(r, c) : LN_OK;
}

static ln_status
add_terms(ln_shape_reader* const r, ln_constraint* const c)
{
  bool good = false;
  LN_TRY(ln_shape_value(r, LN_W_IN, &c->value));
  if (c->value == LN_NO_TERM) {
    return LN_OK;
  }
  LN_TRY(ln_shape_list(r, LN_W_IN, c->value, &c->members, &good));
  c->members = good ? ln_shapes_sort_members(r->out, c->members.first) : c->members;
  return good ? add(r, c) : LN_OK;
}

static ln_status
add_flag(ln_shape_reader* const r, ln_constraint* const c)
{
  bool wanted = false;
  LN_TRY(ln_shape_flag(r, LN_W_UNIQUE_LANG, &wanted));
  LN_TRY(ln_shape_value(r, LN_W_UNIQUE_LANG, &c->value));
  return wanted ? add(r, c) : LN_OK;
}

/* A node that is a shape; a literal never is. */
static ln_status
reference(ln_shape_reader* const r,
          const ln_word          word,
          const uint32_t         node,
          uint32_t* const        shape,
          bool* const            good)
{
  *good = ln_term_table_kind(r->terms, node) != LN_LITERAL;
  return *good ? ln_shape_reference(r, node, shape)
               : ln_shape_fault(r, word, "node", node, "must be a shape");
}

static ln_status
add_shapes_of(ln_shape_reader* const r, ln_constraint* const c)
{
  const ln_word   word   = ln_component_word(c->component);
  const ln_halves values = ln_shape_values(r, word);
  for (size_t i = 0U; i < values.n; ++i) {
    bool good = false;
    LN_TRY(reference(r, word, ln_half_node(values.v[i]), &c->value, &good));
    if (good && c->component == LN_C_PROPERTY &&
        ln_triple_set_objects(r->graph, ln_half_node(values.v[i]), r->out->words.term[LN_W_PATH])
            .n == 0U) {
      good = false;
      LN_TRY(ln_shape_fault(
        r, word, "node", ln_half_node(values.v[i]), "must be a shape that has a path"));
    }
    LN_TRY(good ? add(r, c) : LN_OK);
  }
  return LN_OK;
}

static ln_status
add_shape_lists(ln_shape_reader* const r, ln_constraint* const c)
{
  const ln_word   word   = ln_component_word(c->component);
  const ln_halves values = ln_shape_values(r, word);
  for (size_t i = 0U; i < values.n; ++i) {
    bool good = false;
    c->value  = ln_half_node(values.v[i]);
    LN_TRY(ln_shape_list(r, word, c->value, &c->members, &good));
    for (uint32_t k = 0U; good && k < c->members.n; ++k) {
      uint32_t shape = 0U;
      LN_TRY(reference(r, word, r->out->members[c->members.first + k], &shape, &good));
      r->out->members[c->members.first + k] = shape;
    }
    LN_TRY(good ? add(r, c) : LN_OK);
  }
  return LN_OK;
}

/* The qualified shapes of a property shape as members, but for one. */
static ln_status
add_qualified_of(ln_shape_reader* const r, const uint32_t property, const uint32_t own)
{
  const ln_word   word   = LN_W_QUALIFIED_VALUE_SHAPE;
  const ln_halves shapes = ln_triple_set_objects(r->graph, property, r->out->words.term[word]);
  for (size_t i = 0U; i < shapes.n; ++i) {
    uint32_t shape = 0U;
    bool     good  = ln_half_node(shapes.v[i]) != own;
    LN_TRY(good ? reference(r, word, ln_half_node(shapes.v[i]), &shape, &good) : LN_OK);
    LN_TRY(good ? ln_shapes_add_member(r->out, shape) : LN_OK);
  }
  return LN_OK;
}

/* The sibling shapes (section 4.7.3): those that are qualified beside this one, itself aside. */
static ln_status
add_siblings(ln_shape_reader* const r, ln_constraint* const c, const uint32_t own)
{
  const uint32_t  property = r->out->words.term[LN_W_PROPERTY];
  const size_t    first    = r->out->n_members;
  const ln_halves parents  = ln_triple_set_subjects(r->graph, property, r->node);
  for (size_t i = 0U; i < parents.n; ++i) {
    const ln_halves beside = ln_triple_set_objects(r->graph, ln_half_node(parents.v[i]), property);
    for (size_t k = 0U; k < beside.n; ++k) {
      LN_TRY(add_qualified_of(r, ln_half_node(beside.v[k]), own));
    }
  }
  c->members = ln_shapes_sort_members(r->out, first);
  return LN_OK;
}

static ln_status
add_qualified(ln_shape_reader* const r, ln_constraint* const c)
{
  const ln_word   word     = ln_component_word(c->component);
  const ln_halves values   = ln_shape_values(r, LN_W_QUALIFIED_VALUE_SHAPE);
  uint32_t        count    = LN_NO_TERM;
  bool            disjoint = false;
  bool            good     = false;
  if (values.n == 0U || ln_shape_values(r, LN_W_PATH).n == 0U) {
    return LN_OK; // counts alone mean nothing; of a node shape they were reported
  }
  LN_TRY(ln_shape_value(r, word, &count));
  if (count == LN_NO_TERM) {
    return LN_OK;
  }
  if (values.n > 1U) {
    return ln_shape_fault(r,
                          LN_W_QUALIFIED_VALUE_SHAPE,
                          "maxCount",
                          LN_NO_TERM,
                          "must have one value (rule multiple-parameters)");
  }
  if (!read_count(r, count, &c->number)) {
    return ln_shape_fault(r, word, "datatype", count, "must be an xsd:integer, 0 or more");
  }
  LN_TRY(ln_shape_flag(r, LN_W_QUALIFIED_VALUE_SHAPES_DISJOINT, &disjoint));
  LN_TRY(reference(r, LN_W_QUALIFIED_VALUE_SHAPE, ln_half_node(values.v[0]), &c->value, &good));
  LN_TRY(good && disjoint ? add_siblings(r, c, ln_half_node(values.v[0])) : LN_OK);
  return good ? add(r, c) : LN_OK;
}

static ln_status
add_ignored(ln_shape_reader* const r, bool* const good)
{
  ln_span  span = {0U, 0U};
  uint32_t list = LN_NO_TERM;
  *good         = true;
  LN_TRY(ln_shape_value(r, LN_W_IGNORED_PROPERTIES, &list));
  if (list == LN_NO_TERM) {
    return LN_OK;
  }
  LN_TRY(ln_shape_list(r, LN_W_IGNORED_PROPERTIES, list, &span, good));
  for (uint32_t i = 0U; i < span.n && *good; ++i) {
    const uint32_t member = r->out->members[span.first + i];
    if (ln_term_table_kind(r->terms, member) != LN_IRI) {
      LN_TRY(ln_shape_fault(
        r, LN_W_IGNORED_PROPERTIES, "members-nodeKind", member, "must have members that are IRIs"));
    }
  }
  return LN_OK;
}

/* Properties that a closed shape lets through: those of its property shapes whose path is an IRI,
   and the ignored ones. */
static ln_status
add_closed(ln_shape_reader* const r, ln_constraint* const c)
{
  const size_t first  = r->out->n_members;
  bool         closed = false;
  bool         good   = true;
  LN_TRY(ln_shape_flag(r, LN_W_CLOSED, &closed));
  LN_TRY(ln_shape_value(r, LN_W_CLOSED, &c->value));
  LN_TRY(add_ignored(r, &good));
  const ln_halves properties = ln_shape_values(r, LN_W_PROPERTY);
  for (size_t i = 0U; i < properties.n; ++i) {
    const uint32_t path =
      ln_triple_set_object(r->graph, ln_half_node(properties.v[i]), r->out->words.term[LN_W_PATH]);
    if (path != LN_NO_TERM && ln_term_table_kind(r->terms, path) == LN_IRI) {
      LN_TRY(ln_shapes_add_member(r->out, path));
    }
  }
  c->members = ln_shapes_sort_members(r->out, first);
  return closed && good ? add(r, c) : LN_OK;
}

static ln_status
add_component(ln_shape_reader* const r, const ln_sh_component component)
{
  ln_constraint    c    = {.component = component, .value = LN_NO_TERM};
  const value_kind kind = PARAMETERS[component].kind;
  switch (kind) {
  case VALUE_IRI:
  case VALUE_TERM:
    return add_each(r, &c, kind);
  case VALUE_DATATYPE:
    return add_datatype(r, &c);
  case VALUE_KIND:
    return add_kind(r, &c);
  case VALUE_BOUND:
    return add_bound(r, &c);
  case VALUE_COUNT:
    return add_count(r, &c);
  case VALUE_PATTERN:
    return add_pattern(r, &c);
  case VALUE_LANGUAGES:
    return add_languages(r, &c);
  case VALUE_FLAG:
    return add_flag(r, &c);
  case VALUE_SHAPE:
    return add_shapes_of(r, &c);
  case VALUE_SHAPES:
    return add_shape_lists(r, &c);
  case VALUE_QUALIFIED:
    return add_qualified(r, &c);
  case VALUE_CLOSED:
    return add_closed(r, &c);
  case VALUE_TERMS:
  default:
    return add_terms(r, &c);
  }
}

ln_status
ln_shape_constraints(ln_shape_reader* const r, const uint32_t shape)
{
  const size_t first = r->out->n_constraints;
  const bool   node  = ln_shape_values(r, LN_W_PATH).n == 0U;
  if (node && ln_shape_values(r, LN_W_QUALIFIED_VALUE_SHAPE).n > 0U) {
    LN_TRY(ln_shape_fault(
      r, LN_W_QUALIFIED_VALUE_SHAPE, "scope", LN_NO_TERM, "is for property shapes only"));
  }
  for (int i = 0; i < LN_COMPONENTS; ++i) {
    const ln_sh_component component = (ln_sh_component)i;
    const ln_word         word      = ln_component_word(component);
    if (ln_shape_values(r, word).n == 0U) {
      continue;
    }
    if (node && PARAMETERS[component].scoped) {
      LN_TRY(ln_shape_fault(r, word, "scope", LN_NO_TERM, "is for property shapes only"));
    } else {
      LN_TRY(add_component(r, component));
    }
  }
  r->out->shapes[shape].constraints =
    (ln_span){(uint32_t)first, (uint32_t)(r->out->n_constraints - first)};
  return LN_OK;
}
