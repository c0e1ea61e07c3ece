/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The validation report as RDF. Terms of the data stand in it as they are; blank nodes get labels
   made of their numbers, so that those of several files stay apart. A path that is no IRI is a
   blank node of the shapes graph, and what hangs on it is copied, each node once. The stems of
   literals must be known before names are sealed, so results are looked through twice. */

#include "check/result_graph.h"

#include "base/memory.h"
#include "check/number_set.h"
#include "check/phrase.h"
#include "check/validator.h"

#include <stdio.h>

enum { LABEL = 24, LABELS = 6 };

typedef struct {
  const ln_result_graph* report;
  ln_names*              names;  ///< while declaring
  const ln_names*        sealed; ///< while writing
  ln_sink                sink;
  ln_number_set          seen;  ///< nodes of paths
  ln_numbers             nodes; ///< of paths, to be copied
  ln_text                text;  ///< scratch
  ln_pair*               pairs; ///< of the description at hand
  size_t                 n_pairs;
  size_t                 cap_pairs;
} writing;

/* The predicates of a result, in the order of the specification. */
typedef enum {
  P_FOCUS,
  P_PATH,
  P_VALUE,
  P_SHAPE,
  P_COMPONENT,
  P_SEVERITY,
  P_MESSAGE,
  P_CONFORMS,
  P_RESULT,
  P_CELL,
  P_COUNT
} predicate_id;

static const char* const PREDICATES[P_COUNT] = {
  [P_FOCUS]     = LN_SH_NAMESPACE "focusNode",
  [P_PATH]      = LN_SH_NAMESPACE "resultPath",
  [P_VALUE]     = LN_SH_NAMESPACE "value",
  [P_SHAPE]     = LN_SH_NAMESPACE "sourceShape",
  [P_COMPONENT] = LN_SH_NAMESPACE "sourceConstraintComponent",
  [P_SEVERITY]  = LN_SH_NAMESPACE "resultSeverity",
  [P_MESSAGE]   = LN_SH_NAMESPACE "resultMessage",
  [P_CONFORMS]  = LN_SH_NAMESPACE "conforms",
  [P_RESULT]    = LN_SH_NAMESPACE "result",
  [P_CELL]      = "http://www.w3.org/ns/prov#wasDerivedFrom",
};

static uint32_t
path_of(const ln_result_graph* const g, const ln_result* const result)
{
  const uint32_t path = g->shapes->shapes[result->shape].path;
  if (result->predicate != LN_NO_TERM) {
    return result->predicate;
  }
  return path == LN_NO_PATH ? LN_NO_TERM : g->shapes->paths[path].node;
}

static size_t
n_breaches(const writing* const w)
{
  return w->report->breaches ? w->report->breaches->n : 0U;
}

/* Also what was not kept counts. */
static bool
conforms(const writing* const w)
{
  const bool kept = !w->report->breaches || w->report->breaches->total == 0U;
  return kept && w->report->results->total == 0U;
}

static ln_status
declare_literal(const writing* const w, const uint32_t term)
{
  uint16_t stem = 0U;
  if (term == LN_NO_TERM || ln_term_table_kind(w->report->terms, term) != LN_LITERAL) {
    return LN_OK;
  }
  const ln_read_term t = ln_term_table_at(w->report->terms, term);
  return ln_names_literal_stem(w->names, t.datatype, t.lang, &stem);
}

static ln_status
declare_half(const writing* const w, const ln_half half)
{
  const ln_view iri       = ln_term_table_text(w->report->terms, ln_half_predicate(half));
  uint16_t      predicate = 0U;
  LN_TRY(ln_names_predicate(w->names, iri, &predicate));
  return declare_literal(w, ln_half_node(half));
}

/* A blank node of a path is to be copied, once. */
static ln_status
note_node(writing* const w, const uint32_t node)
{
  bool fresh = false;
  if (ln_term_table_kind(w->report->terms, node) != LN_BLANK) {
    return LN_OK;
  }
  LN_TRY(ln_number_set_add(&w->seen, node, false, &fresh));
  return fresh ? ln_numbers_add(&w->nodes, node) : LN_OK;
}

/* Take note of a path, and of all that hangs on it. */
static ln_status
note_path(writing* const w, const uint32_t path)
{
  const size_t at = w->nodes.n;
  LN_TRY(path == LN_NO_TERM ? LN_OK : note_node(w, path));
  for (size_t i = at; i < w->nodes.n; ++i) {
    const ln_halves halves = ln_triple_set_of(w->report->graph, w->nodes.v[i]);
    for (size_t k = 0U; k < halves.n; ++k) {
      LN_TRY(w->names ? declare_half(w, halves.v[k]) : LN_OK);
      LN_TRY(note_node(w, ln_half_node(halves.v[k])));
    }
  }
  return LN_OK;
}

static ln_status
declare_result(writing* const w, const ln_result* const result)
{
  const ln_result_graph* const g     = w->report;
  const ln_shape* const        shape = &g->shapes->shapes[result->shape];
  LN_TRY(declare_literal(w, result->focus));
  LN_TRY(declare_literal(w, result->value));
  for (uint32_t i = 0U; i < shape->messages.n; ++i) {
    LN_TRY(declare_literal(w, g->shapes->members[shape->messages.first + i]));
  }
  return note_path(w, path_of(g, result));
}

static ln_status
declare_all(writing* const w)
{
  uint16_t number = 0U;
  LN_TRY(ln_names_prefix(w->names, LN_V("sh"), LN_V(LN_SH_NAMESPACE)));
  LN_TRY(ln_names_prefix(w->names, LN_V("xsd"), LN_V("http://www.w3.org/2001/XMLSchema#")));
  LN_TRY(
    ln_names_prefix(w->names, LN_V("rdf"), LN_V("http://www.w3.org/1999/02/22-rdf-syntax-ns#")));
  if (w->report->cells) {
    LN_TRY(ln_names_prefix(w->names, LN_V("prov"), LN_V("http://www.w3.org/ns/prov#")));
  }
  const size_t n = w->report->cells ? P_COUNT : P_CELL;
  for (size_t i = 0U; i < n; ++i) {
    LN_TRY(ln_names_predicate(w->names, ln_view_of(PREDICATES[i]), &number));
  }
  LN_TRY(ln_names_iri_stem(w->names, LN_V(LN_SH_NAMESPACE), &number));
  LN_TRY(ln_names_literal_stem(
    w->names, LN_V("http://www.w3.org/2001/XMLSchema#boolean"), LN_V(""), &number));
  LN_TRY(ln_names_literal_stem(w->names, LN_V(""), LN_V("en"), &number));
  for (size_t i = 0U; i < w->report->results->n; ++i) {
    LN_TRY(declare_result(w, &w->report->results->v[i]));
  }
  for (size_t i = 0U; i < n_breaches(w); ++i) {
    LN_TRY(declare_literal(w, w->report->breaches->v[i].focus));
    LN_TRY(declare_literal(w, w->report->breaches->v[i].value));
  }
  return LN_OK;
}

static void
clear(writing* const w)
{
  ln_number_set_clear(&w->seen);
  ln_free(w->nodes.v);
  ln_free(w->pairs);
  ln_text_clear(&w->text);
}

ln_status
ln_result_graph_declare(const ln_result_graph* const report, ln_names* const names)
{
  writing         w  = {.report = report, .names = names, .sealed = names};
  const ln_status st = declare_all(&w);
  clear(&w);
  return st;
}

/* The stem of a literal, which was declared. There are few, so they are walked through. */
static uint16_t
literal_stem(const ln_names* const names, const ln_view datatype, const ln_view lang)
{
  const size_t n = ln_names_stems(names);
  for (size_t i = 0U; i < n; ++i) {
    const ln_stem* const stem = ln_names_stem_at(names, (uint16_t)i);
    if (stem->kind == LN_LITERAL && ln_view_equals(stem->iri, datatype) &&
        ln_view_equals(stem->lang, lang)) {
      return (uint16_t)i;
    }
  }
  return LN_STEM_STRING;
}

static ln_term
blank_term(const char* const letter, const size_t number, char* const label)
{
  const int n = snprintf(label, LABEL, "%s%zu", letter, number);
  return (ln_term){.s = label, .n = n > 0 ? (uint32_t)n : 0U, .kind = LN_BLANK, .flags = LN_CLEAN};
}

static uint16_t
sh_stem(const ln_names* const names)
{
  const size_t n = ln_names_stems(names);
  for (size_t i = 0U; i < n; ++i) {
    const ln_stem* const stem = ln_names_stem_at(names, (uint16_t)i);
    if (stem->kind == LN_IRI && ln_view_equals(stem->iri, LN_V(LN_SH_NAMESPACE))) {
      return (uint16_t)i;
    }
  }
  return LN_STEM_IRI;
}

/* An IRI, cut behind the namespace of SHACL where it has that. */
static ln_term
iri_term(const ln_names* const names, const ln_view iri)
{
  const uint16_t stem = ln_view_starts(iri, LN_V(LN_SH_NAMESPACE)) ? sh_stem(names) : LN_STEM_IRI;
  const ln_view  rest = stem == LN_STEM_IRI ? iri : ln_view_from(iri, sizeof(LN_SH_NAMESPACE) - 1U);
  return (ln_term){.s = rest.s, .n = (uint32_t)rest.n, .stem = stem, .kind = LN_IRI};
}

/* Any term of the table; `label` has room for that of a blank node. */
static ln_term
term_of(const writing* const w, const uint32_t term, char* const label)
{
  const ln_read_term t = ln_term_table_at(w->report->terms, term);
  if (t.kind == LN_BLANK) {
    return blank_term("n", term, label);
  }
  if (t.kind == LN_IRI) {
    return iri_term(w->sealed, t.text);
  }
  return (ln_term){.s    = t.text.s,
                   .n    = (uint32_t)t.text.n,
                   .stem = literal_stem(w->sealed, t.datatype, t.lang),
                   .kind = LN_LITERAL};
}

static uint16_t
number_of(const writing* const w, const ln_view iri)
{
  uint16_t number = LN_PREDICATE_TYPE;
  (void)ln_names_predicate_find(w->sealed, iri, &number);
  return number;
}

static ln_status
add_pair(writing* const w, const uint16_t predicate, const ln_term object)
{
  if (w->n_pairs == w->cap_pairs) {
    const size_t   cap   = w->cap_pairs > 0U ? w->cap_pairs * 2U : 16U;
    ln_pair* const pairs = (ln_pair*)ln_realloc(w->pairs, cap, sizeof(ln_pair));
    if (!pairs) {
      return LN_NO_MEM;
    }
    w->pairs     = pairs;
    w->cap_pairs = cap;
  }
  w->pairs[w->n_pairs++] = (ln_pair){.object = object, .predicate = predicate};
  return LN_OK;
}

static ln_status
add(writing* const w, const predicate_id predicate, const ln_term object)
{
  return add_pair(w, number_of(w, ln_view_of(PREDICATES[predicate])), object);
}

/* Hand over the pairs. */
static ln_status
describe(writing* const w, const ln_term subject)
{
  const ln_desc desc = {.subject = subject, .pairs = w->pairs, .n_pairs = w->n_pairs};
  w->n_pairs         = 0U;
  return ln_sink_describe(w->sink, &desc);
}

static ln_status
add_type(writing* const w, const ln_view type)
{
  return add_pair(w, LN_PREDICATE_TYPE, iri_term(w->sealed, type));
}

/* The report itself: whether the data conforms, and its results. */
static ln_status
write_head(writing* const w, char* const labels)
{
  const ln_view boolean = LN_V("http://www.w3.org/2001/XMLSchema#boolean");
  const ln_view word    = conforms(w) ? LN_V("true") : LN_V("false");
  const ln_term truth   = {.s    = word.s,
                           .n    = (uint32_t)word.n,
                           .stem = literal_stem(w->sealed, boolean, LN_V("")),
                           .kind = LN_LITERAL};
  const ln_term self    = {.s = "report", .n = 6U, .kind = LN_BLANK, .flags = LN_CLEAN};
  LN_TRY(add_type(w, LN_V(LN_SH_NAMESPACE "ValidationReport")));
  LN_TRY(add(w, P_CONFORMS, truth));
  for (size_t i = 0U; i < w->report->results->n + n_breaches(w); ++i) {
    LN_TRY(add(w, P_RESULT, blank_term("r", i + 1U, labels + i * LABEL)));
  }
  return describe(w, self);
}

/* The messages of the shape; without any, what was expected, in English. */
static ln_status
add_messages(writing* const w, const ln_result* const result)
{
  const ln_result_graph* const g     = w->report;
  const ln_shape* const        shape = &g->shapes->shapes[result->shape];
  char                         label[LABEL];
  const uint32_t               chosen =
    g->lang.n > 0U ? ln_phrase_message(g->shapes, g->terms, shape, g->lang) : LN_NO_TERM;
  for (uint32_t i = 0U; i < shape->messages.n; ++i) {
    const uint32_t message = g->shapes->members[shape->messages.first + i];
    if (chosen == LN_NO_TERM || chosen == message) {
      LN_TRY(add(w, P_MESSAGE, term_of(w, message, label)));
    }
  }
  if (shape->messages.n > 0U) {
    return LN_OK;
  }
  ln_text_reset(&w->text);
  LN_TRY(ln_text_add(&w->text, LN_V("expected ")));
  LN_TRY(
    ln_phrase_expected(g->shapes, g->terms, &g->shapes->constraints[result->constraint], &w->text));
  return add(w,
             P_MESSAGE,
             (ln_term){.s    = w->text.s,
                       .n    = (uint32_t)w->text.n,
                       .stem = literal_stem(w->sealed, LN_V(""), LN_V("en")),
                       .kind = LN_LITERAL});
}

/* The cell that a result or breach comes from. */
static ln_status
add_cell(writing* const w, const size_t number)
{
  const ln_view cell = w->report->cells ? w->report->cells[number] : LN_V("");
  return cell.n > 0U ? add(w, P_CELL, iri_term(w->sealed, cell)) : LN_OK;
}

static ln_status
write_result(writing* const w, const size_t i)
{
  const ln_result_graph* const g      = w->report;
  const ln_result* const       result = &g->results->v[i];
  const ln_shape* const        shape  = &g->shapes->shapes[result->shape];
  const ln_constraint* const   c      = &g->shapes->constraints[result->constraint];
  const uint32_t               path   = path_of(g, result);
  char                         labels[LABELS][LABEL];
  LN_TRY(add_type(w, LN_V(LN_SH_NAMESPACE "ValidationResult")));
  LN_TRY(add(w, P_FOCUS, term_of(w, result->focus, labels[1])));
  if (path != LN_NO_TERM) {
    LN_TRY(add(w, P_PATH, term_of(w, path, labels[2])));
  }
  if (result->value != LN_NO_TERM) {
    LN_TRY(add(w, P_VALUE, term_of(w, result->value, labels[3])));
  }
  LN_TRY(add(w, P_SHAPE, term_of(w, shape->node, labels[4])));
  LN_TRY(add(w, P_COMPONENT, iri_term(w->sealed, ln_component_iri(c->component))));
  LN_TRY(add(w, P_SEVERITY, term_of(w, shape->severity, labels[5])));
  LN_TRY(add_messages(w, result));
  LN_TRY(add_cell(w, i));
  return describe(w, blank_term("r", i + 1U, labels[0]));
}

/* A breach has no shape; its component is made of the name of its check. */
static ln_status
write_breach(writing* const w, const size_t i)
{
  static const char* const SEVERITIES[] = {[LN_NOTE]    = LN_SH_NAMESPACE "Info",
                                           [LN_WARNING] = LN_SH_NAMESPACE "Warning",
                                           [LN_ERROR]   = LN_SH_NAMESPACE "Violation"};
  const ln_breach* const   b            = &w->report->breaches->v[i];
  const ln_severity        severity     = ln_axiom_severity(w->report->axioms->level[b->axiom]);
  const ln_view            words        = ln_axiom_words(b->axiom);
  const ln_term            message      = {.s    = words.s,
                                           .n    = (uint32_t)words.n,
                                           .stem = literal_stem(w->sealed, LN_V(""), LN_V("en")),
                                           .kind = LN_LITERAL};
  char                     labels[LABELS][LABEL];
  ln_text_reset(&w->text);
  LN_TRY(ln_text_add(&w->text, LN_V(LN_BREACH_NAMESPACE)));
  LN_TRY(ln_text_add(&w->text, ln_axiom_name(b->axiom)));
  LN_TRY(add_type(w, LN_V(LN_SH_NAMESPACE "ValidationResult")));
  LN_TRY(add(w, P_FOCUS, term_of(w, b->focus, labels[1])));
  LN_TRY(add(w, P_PATH, term_of(w, b->predicate, labels[2])));
  LN_TRY(add(w, P_VALUE, term_of(w, b->value, labels[3])));
  LN_TRY(add(w, P_COMPONENT, iri_term(w->sealed, ln_text_view(&w->text))));
  LN_TRY(add(w, P_SEVERITY, iri_term(w->sealed, ln_view_of(SEVERITIES[severity]))));
  LN_TRY(add(w, P_MESSAGE, message));
  LN_TRY(add_cell(w, w->report->results->n + i));
  return describe(w, blank_term("r", w->report->results->n + i + 1U, labels[0]));
}

/* A predicate with several objects comes once for each; halves are in order of predicate. */
static ln_status
write_path(writing* const w, const uint32_t node)
{
  const ln_halves halves = ln_triple_set_of(w->report->graph, node);
  char            label[LABEL];
  char* const     labels = (char*)ln_alloc_zero(halves.n + 1U, LABEL);
  ln_status       st     = labels ? LN_OK : LN_NO_MEM;
  for (size_t i = 0U; st == LN_OK && i < halves.n; ++i) {
    const ln_view predicate = ln_term_table_text(w->report->terms, ln_half_predicate(halves.v[i]));
    st                      = add_pair(
      w, number_of(w, predicate), term_of(w, ln_half_node(halves.v[i]), labels + i * LABEL));
  }
  st = st == LN_OK ? describe(w, blank_term("n", node, label)) : st;
  ln_free(labels);
  return st;
}

static ln_status
write_all(writing* const w)
{
  char* const labels = (char*)ln_alloc_zero(w->report->results->n + n_breaches(w) + 1U, LABEL);
  ln_status   st     = labels ? write_head(w, labels) : LN_NO_MEM;
  ln_free(labels);
  for (size_t i = 0U; st == LN_OK && i < w->report->results->n; ++i) {
    st = write_result(w, i);
    st = st == LN_OK ? note_path(w, path_of(w->report, &w->report->results->v[i])) : st;
  }
  for (size_t i = 0U; st == LN_OK && i < n_breaches(w); ++i) {
    st = write_breach(w, i);
  }
  for (size_t i = 0U; st == LN_OK && i < w->nodes.n; ++i) {
    st = write_path(w, w->nodes.v[i]);
  }
  return st;
}

ln_status
ln_result_graph_write(const ln_result_graph* const report,
                      const ln_names* const        names,
                      const ln_sink                sink)
{
  writing         w  = {.report = report, .sealed = names, .sink = sink};
  const ln_status st = write_all(&w);
  clear(&w);
  return st;
}
