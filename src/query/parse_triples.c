/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triples of patterns and of templates (section 4.2). Points that wait for what is said of them lie
   on a stack, and so do verbs; a node in brackets puts itself there twice, as the node that it is
   and as the subject of what the brackets hold. Blank nodes of a pattern are variables without
   names (section 4.1.4), those of a template stand for new blank nodes. */

#include "query/parser.h"

#include "base/memory.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

static ln_status
push_point(ln_parser* const p, const ln_point point)
{
  if (p->n_points == p->cap_points) {
    const size_t    cap    = p->cap_points > 0U ? 2U * p->cap_points : 16U;
    ln_point* const points = (ln_point*)ln_realloc(p->points, cap, sizeof(ln_point));
    if (!points) {
      return LN_NO_MEM;
    }
    p->points     = points;
    p->cap_points = cap;
  }
  p->points[p->n_points++] = point;
  return LN_OK;
}

static ln_point
pop_point(ln_parser* const p)
{
  return p->points[--p->n_points];
}

static ln_status
push_verb(ln_parser* const p, const ln_verb verb)
{
  if (p->n_verbs == p->cap_verbs) {
    const size_t   cap   = p->cap_verbs > 0U ? 2U * p->cap_verbs : 8U;
    ln_verb* const verbs = (ln_verb*)ln_realloc(p->verbs, cap, sizeof(ln_verb));
    if (!verbs) {
      return LN_NO_MEM;
    }
    p->verbs     = verbs;
    p->cap_verbs = cap;
  }
  p->verbs[p->n_verbs++] = verb;
  return LN_OK;
}

/* ---- what is said ---- */

static ln_status
add_template(ln_parser* const p, const ln_point s, const ln_point predicate, const ln_point o)
{
  ln_pattern3* const pattern = (ln_pattern3*)ln_parse_new(p, sizeof(ln_pattern3));
  if (!pattern) {
    return LN_NO_MEM;
  }
  *pattern = (ln_pattern3){.subject = s, .predicate = predicate, .object = o};
  if (p->last_pattern) {
    p->last_pattern->next = pattern;
  } else {
    p->q->pattern = pattern;
  }
  p->last_pattern = pattern;
  return LN_OK;
}

static ln_status
add_variable_triple(ln_parser* const p, const ln_point s, const ln_variable verb, const ln_point o)
{
  ln_part* const     part    = p->group->last && p->group->last->kind == LN_PART_TRIPLES
                                 ? p->group->last
                                 : ln_parse_part(p, p->group, LN_PART_TRIPLES);
  ln_pattern3* const pattern = (ln_pattern3*)ln_parse_new(p, sizeof(ln_pattern3));
  if (!part || !pattern) {
    return LN_NO_MEM;
  }
  *pattern = (ln_pattern3){.subject = s, .predicate = {LN_AT_VARIABLE, verb}, .object = o};
  const ln_point points[] = {s, pattern->predicate, o};
  for (size_t i = 0U; i < sizeof(points) / sizeof(points[0]); ++i) {
    if (points[i].kind == LN_AT_VARIABLE) {
      ln_variables_add(&p->group->mentioned, points[i].n);
      ln_variables_add(&p->group->possible, points[i].n);
    }
  }
  if (part->last) {
    part->last->next = pattern;
  } else {
    part->patterns = pattern;
  }
  part->last = pattern;
  return LN_OK;
}

static ln_status
add_triple(ln_parser* const p, const ln_point s, const ln_verb verb, const ln_point o)
{
  if (p->templating) {
    const ln_point predicate = verb.path ? (ln_point){LN_AT_TERM, verb.path->predicate}
                                         : (ln_point){LN_AT_VARIABLE, verb.variable};
    return add_template(p, s, predicate, o);
  }
  return verb.path ? ln_parse_add_path(p, s, verb.path, o)
                   : add_variable_triple(p, s, verb.variable, o);
}

static ln_status
add_known(ln_parser* const p, const ln_point s, const ln_view predicate, const ln_point o)
{
  ln_path path = {.kind = LN_PATH_IRI};
  LN_TRY(ln_parse_known(p, predicate, &path.predicate));
  return add_triple(p, s, (ln_verb){&path, 0U}, o);
}

/* ---- nodes ---- */

static ln_status
new_blank(ln_parser* const p, ln_point* const point)
{
  if (p->templating) {
    *point = (ln_point){LN_AT_BLANK, p->q->n_blanks++};
    return LN_OK;
  }
  point->kind = LN_AT_VARIABLE;
  return ln_parse_hidden(p, &point->n);
}

/* A label belongs to one group (section 5.1.1). */
static ln_status
labelled(ln_parser* const p, ln_point* const point)
{
  const ln_group* const group = p->templating ? NULL : p->group;
  for (const ln_label* l = p->labels; l; l = l->next) {
    if (ln_view_equals(l->label, p->word.text)) {
      if (l->group != group && l->group && group) {
        return ln_parse_fail(p,
                             LN_L1002,
                             p->word.at,
                             LN_V("write a variable instead"),
                             "the blank node `_:%.*s` stands in two groups",
                             (int)p->word.text.n,
                             p->word.text.s);
      }
      if (l->group == group) {
        *point = (ln_point){p->templating ? LN_AT_BLANK : LN_AT_VARIABLE, l->variable};
        return ln_parse_next(p);
      }
    }
  }
  ln_label* const label = (ln_label*)ln_parse_new(p, sizeof(ln_label));
  if (!label) {
    return LN_NO_MEM;
  }
  LN_TRY(new_blank(p, point));
  *label    = (ln_label){p->labels, ln_arena_copy(&p->q->arena, p->word.text), group, point->n};
  p->labels = label;
  return label->label.s ? ln_parse_next(p) : LN_NO_MEM;
}

static ln_status
step_properties(ln_parser* p, uint32_t needed);

static ln_status
step_node(ln_parser* p, uint32_t arg);

static ln_status
step_bracket(ln_parser* const p, const uint32_t arg)
{
  (void)arg;
  --p->depth;
  return ln_parse_sign(p, LN_V("]"));
}

/* `[ … ]` */
static ln_status
open_bracket(ln_parser* const p)
{
  ln_point node = {0};
  LN_TRY(new_blank(p, &node));
  LN_TRY(ln_parse_next(p));
  LN_TRY(push_point(p, node));
  if (ln_word_is(&p->word, LN_V("]"))) {
    return ln_parse_next(p);
  }
  LN_TRY(push_point(p, node));
  LN_TRY(ln_parse_deeper(p));
  LN_TRY(ln_parse_push(p, step_bracket, 0U));
  return ln_parse_push(p, step_properties, 1U);
}

/* An item of a list is on top, the node of the list that holds it below. */
static ln_status
step_item(ln_parser* const p, const uint32_t arg)
{
  const ln_point item = pop_point(p);
  const ln_point cell = pop_point(p);
  ln_point       rest = {LN_AT_TERM, 0U};
  (void)arg;
  LN_TRY(add_known(p, cell, LN_V(RDF "first"), item));
  if (ln_word_is(&p->word, LN_V(")"))) {
    --p->depth;
    LN_TRY(ln_parse_known(p, LN_V(RDF "nil"), &rest.n));
    LN_TRY(add_known(p, cell, LN_V(RDF "rest"), rest));
    return ln_parse_next(p);
  }
  LN_TRY(new_blank(p, &rest));
  LN_TRY(add_known(p, cell, LN_V(RDF "rest"), rest));
  LN_TRY(push_point(p, rest));
  LN_TRY(ln_parse_push(p, step_item, 0U));
  return ln_parse_push(p, step_node, 0U);
}

/* `( … )` */
static ln_status
open_list(ln_parser* const p)
{
  ln_point node = {LN_AT_TERM, 0U};
  LN_TRY(ln_parse_next(p));
  if (ln_word_is(&p->word, LN_V(")"))) {
    LN_TRY(ln_parse_known(p, LN_V(RDF "nil"), &node.n));
    LN_TRY(push_point(p, node));
    return ln_parse_next(p);
  }
  LN_TRY(ln_parse_deeper(p));
  LN_TRY(new_blank(p, &node));
  LN_TRY(push_point(p, node));
  LN_TRY(push_point(p, node));
  LN_TRY(ln_parse_push(p, step_item, 0U));
  return ln_parse_push(p, step_node, 0U);
}

bool
ln_parse_is_node(const ln_parser* const p)
{
  return p->word.kind == LN_WORD_VAR || p->word.kind == LN_WORD_BLANK || ln_parse_is_iri(p) ||
         ln_parse_is_literal(p) || ln_word_is(&p->word, LN_V("[")) ||
         ln_word_is(&p->word, LN_V("("));
}

static ln_status
step_node(ln_parser* const p, const uint32_t arg)
{
  ln_point point = {LN_AT_TERM, 0U};
  (void)arg;
  if (ln_word_is(&p->word, LN_V("["))) {
    return open_bracket(p);
  }
  if (ln_word_is(&p->word, LN_V("("))) {
    return open_list(p);
  }
  if (p->word.kind == LN_WORD_VAR) {
    point.kind = LN_AT_VARIABLE;
    LN_TRY(ln_parse_variable(p, &point.n));
  } else if (p->word.kind == LN_WORD_BLANK) {
    LN_TRY(labelled(p, &point));
  } else if (ln_parse_is_iri(p)) {
    LN_TRY(ln_parse_iri_term(p, &point.n));
  } else {
    LN_TRY(ln_parse_is_literal(p) ? ln_parse_literal(p, &point.n)
                                  : ln_parse_expected(p, "a variable or a term"));
  }
  return push_point(p, point);
}

/* ---- properties ---- */

static bool
is_verb(const ln_parser* const p)
{
  return p->word.kind == LN_WORD_VAR || ln_parse_is_iri(p) || ln_word_says(&p->word, LN_V("A")) ||
         ln_word_is(&p->word, LN_V("^")) || ln_word_is(&p->word, LN_V("!")) ||
         ln_word_is(&p->word, LN_V("("));
}

static ln_status
step_path_verb(ln_parser* const p, const uint32_t arg)
{
  const ln_path* const path = p->paths[--p->n_paths];
  (void)arg;
  if (p->templating && path->kind != LN_PATH_IRI) {
    return ln_parse_fail(
      p, LN_L1000, p->word.at, (ln_view){NULL, 0U}, "a path cannot stand in what is constructed");
  }
  return push_verb(p, (ln_verb){path, 0U});
}

static ln_status
read_verb(ln_parser* const p)
{
  ln_verb verb = {NULL, 0U};
  if (p->word.kind == LN_WORD_VAR) {
    LN_TRY(ln_parse_variable(p, &verb.variable));
    return push_verb(p, verb);
  }
  LN_TRY(ln_parse_push(p, step_path_verb, 0U));
  return ln_parse_path(p);
}

/* The object is on top, its subject below. */
static ln_status
step_object(ln_parser* const p, const uint32_t arg)
{
  const ln_point object = pop_point(p);
  bool           more   = false;
  (void)arg;
  LN_TRY(add_triple(p, p->points[p->n_points - 1U], p->verbs[p->n_verbs - 1U], object));
  LN_TRY(ln_parse_maybe(p, LN_V(","), &more));
  if (!more) {
    --p->n_verbs;
    return LN_OK;
  }
  LN_TRY(ln_parse_push(p, step_object, 0U));
  return ln_parse_push(p, step_node, 0U);
}

static ln_status
step_objects(ln_parser* const p, const uint32_t arg)
{
  (void)arg;
  LN_TRY(ln_parse_push(p, step_object, 0U));
  return ln_parse_push(p, step_node, 0U);
}

static ln_status
read_properties(ln_parser* p);

static ln_status
step_more_properties(ln_parser* const p, const uint32_t arg)
{
  (void)arg;
  bool more = false;
  bool any  = false;
  do {
    LN_TRY(ln_parse_maybe(p, LN_V(";"), &more));
    any = any || more;
  } while (more);
  if (any && is_verb(p)) {
    return read_properties(p);
  }
  (void)pop_point(p);
  return LN_OK;
}

static ln_status
read_properties(ln_parser* const p)
{
  LN_TRY(ln_parse_push(p, step_more_properties, 0U));
  LN_TRY(ln_parse_push(p, step_objects, 0U));
  return read_verb(p);
}

/* What is said of the subject on top; `needed`: something must be. */
static ln_status
step_properties(ln_parser* const p, const uint32_t needed)
{
  if (is_verb(p)) {
    return read_properties(p);
  }
  if (needed != 0U) {
    return ln_parse_expected(p, "a predicate");
  }
  (void)pop_point(p);
  return LN_OK;
}

ln_status
ln_parse_triples(ln_parser* const p)
{
  // Brackets say something by themselves.
  const bool whole = ln_word_is(&p->word, LN_V("[")) || ln_word_is(&p->word, LN_V("("));
  LN_TRY(ln_parse_push(p, step_properties, whole ? 0U : 1U));
  return ln_parse_push(p, step_node, 0U);
}
