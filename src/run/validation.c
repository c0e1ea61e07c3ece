/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner validate. Shapes and data are read into sets of triples over one table of terms, shapes
   first, then what is known beside the data; then shapes become tables, are evaluated, and results
   become findings (validation_text.c) and RDF. Without --shapes the ontology is at hand: its
   shapes, and its terms and schemes beside the data, as shapes.ttl says they must be. What is not
   whole is not validated, since a result might only be that of what is missing. */

#include "run/validation.h"

#include "base/memory.h"
#include "base/out.h"
#include "check/result_graph.h"
#include "map/embedded.h"
#include "run/output.h"
#include "run/session.h"
#include "run/validating.h"

#include <string.h>

/* LN_STOP: somebody has asked to end. Reading and validating look themselves. */
static ln_status
go_on(const ln_validating* const v)
{
  return v->job->stop && *v->job->stop != 0 ? LN_STOP : LN_OK;
}

/* A file that stands in the program. */
static ln_status
load_embedded(ln_validating* const v, const ln_embedded* const file, ln_triple_set* const set)
{
  const ln_reading reading = {
    .path = file->name, .bytes = file->bytes, .base = "https://w3id.org/liner/ontology/"};
  uint32_t source = 0U;
  bool     whole  = false;
  LN_TRY(ln_log_source(v->log, ln_view_of(file->name), NULL, NULL, &source));
  LN_TRY(ln_load_triples(&reading, source, v->log, v->terms, set, &whole));
  v->whole = v->whole && whole;
  return LN_OK;
}

static ln_status
load_file(ln_validating* const v,
          const char* const    path,
          ln_triple_set* const set,
          uint32_t* const      source)
{
  const ln_reading reading = {.path = path, .base = v->job->base, .stop = v->job->stop};
  bool             whole   = false;
  const ln_view    name    = strcmp(path, "-") == 0 ? LN_V("standard input") : ln_view_of(path);
  LN_TRY(ln_log_source(v->log, name, NULL, NULL, source));
  LN_TRY(ln_load_triples(&reading, *source, v->log, v->terms, set, &whole));
  v->whole = v->whole && whole;
  return LN_OK;
}

/* The ontology's shapes are in shapes.ttl; its terms and schemes in the other Turtle files. */
static ln_status
load_ontology(ln_validating* const v, const bool shapes, ln_triple_set* const set)
{
  for (const ln_embedded* file = ln_embedded_files; file->name; ++file) {
    const ln_view name = ln_view_of(file->name);
    const bool    is   = ln_view_equals(name, LN_V("shapes.ttl"));
    if (ln_view_ends(name, LN_V(".ttl")) && is == shapes) {
      LN_TRY(load_embedded(v, file, set));
    }
  }
  return LN_OK;
}

/* Neither shapes nor an ontology were named. */
static bool
is_usual(const ln_validating* const v)
{
  return v->job->n_shapes == 0U && v->job->n_ontologies == 0U;
}

static ln_status
load_shapes(ln_validating* const v)
{
  uint32_t source = 0U;
  if (is_usual(v)) {
    return load_ontology(v, true, v->shapes_graph);
  }
  for (size_t i = 0U; i < v->job->n_shapes; ++i) {
    LN_TRY(load_file(v, v->job->shapes[i], v->shapes_graph, &source));
    v->shapes_source = i == 0U ? source : v->shapes_source;
  }
  return LN_OK;
}

/* What is read beside the data belongs to the graph that is validated. */
static ln_status
load_outside(ln_validating* const v)
{
  uint32_t source = 0U;
  if (is_usual(v)) {
    LN_TRY(load_ontology(v, false, v->outside));
  }
  for (size_t i = 0U; i < v->job->n_ontologies; ++i) {
    LN_TRY(load_file(v, v->job->ontologies[i], v->outside, &source));
  }
  LN_TRY(ln_triple_set_seal(v->outside));
  for (uint32_t subject = 0U; subject < ln_triple_set_terms(v->outside); ++subject) {
    const ln_halves halves = ln_triple_set_of(v->outside, subject);
    for (size_t i = 0U; i < halves.n; ++i) {
      const ln_half half = halves.v[i];
      LN_TRY(ln_triple_set_add(v->data, subject, ln_half_predicate(half), ln_half_node(half)));
    }
  }
  return LN_OK;
}

static ln_status
load_data(ln_validating* const v)
{
  uint32_t source = 0U;
  LN_TRY(load_outside(v));
  v->first_term = (uint32_t)ln_term_table_size(v->terms);
  for (size_t i = 0U; i < v->job->n_graphs; ++i) {
    LN_TRY(load_file(v, v->job->graphs[i], v->data, &source));
    v->first_source = i == 0U ? source : v->first_source;
  }
  return v->job->input ? ln_validation_input(v) : LN_OK;
}

static ln_status
report_import(const ln_validating* const v, const uint32_t imported)
{
  if (ln_triple_set_of(v->shapes_graph, imported).n > 0U) {
    return LN_OK; // its file was given
  }
  return ln_report(v->log,
                   LN_L0714,
                   LN_KEPT,
                   (ln_where){.source = v->shapes_source},
                   LN_V(""),
                   "the import of %s was not followed",
                   ln_shown(v->log, ln_term_table_text(v->terms, imported)));
}

/* owl:imports are not fetched: what is imported must be given, or be what is there already. */
static ln_status
report_imports(const ln_validating* const v)
{
  const uint32_t imports = v->shapes.words.term[LN_W_IMPORTS];
  const uint32_t n       = ln_triple_set_terms(v->shapes_graph);
  for (uint32_t node = 0U; node < n; ++node) {
    const ln_halves found = ln_triple_set_objects(v->shapes_graph, node, imports);
    for (size_t i = 0U; i < found.n; ++i) {
      LN_TRY(report_import(v, ln_half_node(found.v[i])));
    }
  }
  return LN_OK;
}

static ln_status
find_reaches(ln_validating* const v)
{
  v->reaches = (ln_shape_reach*)ln_alloc_zero(v->shapes.n_shapes + 1U, sizeof(ln_shape_reach));
  if (!v->reaches) {
    return LN_NO_MEM;
  }
  ln_shape_reaches(&v->shapes, v->reaches);
  return LN_OK;
}

static ln_status
load(ln_validating* const v)
{
  LN_TRY(load_shapes(v));
  LN_TRY(ln_vocabulary_add(v->terms, &v->shapes.words));
  LN_TRY(ln_triple_set_seal(v->shapes_graph));
  LN_TRY(ln_shapes_read(v->shapes_graph, v->terms, v->shapes_source, v->log, &v->shapes));
  LN_TRY(report_imports(v));
  LN_TRY(find_reaches(v));
  LN_TRY(load_data(v));
  LN_TRY(ln_triple_set_seal(v->data));
  return ln_shapes_bind(&v->shapes, v->data);
}

static ln_status
write_sealed(ln_session* const s, const ln_result_graph* const report, ln_out* const out)
{
  ln_sink   writer = {0};
  ln_status st     = ln_session_writer(s, out, &writer);
  st               = st == LN_OK ? ln_result_graph_write(report, s->names, writer) : st;
  st               = st == LN_OK ? ln_sink_finish(writer) : st;
  ln_sink_free(writer);
  return st;
}

/* The report as RDF, through the writers of export. */
static ln_status
write_report(ln_validating* const v)
{
  const ln_result_graph report = {.shapes   = &v->shapes,
                                  .graph    = v->shapes_graph,
                                  .terms    = v->terms,
                                  .results  = &v->results,
                                  .breaches = &v->breaches,
                                  .axioms   = &v->axioms,
                                  .lang     = ln_view_of(v->job->lang),
                                  .cells    = v->cells};
  const ln_job          job    = {.to = v->job->to, .output = v->job->output};
  ln_session            s      = {.job = &job, .log = v->log, .names = ln_names_new()};
  ln_out*               out    = NULL;
  ln_status             st     = s.names ? ln_result_graph_declare(&report, s.names) : LN_NO_MEM;
  st                           = st == LN_OK ? ln_names_seal(s.names) : st;
  st                           = st == LN_OK ? ln_output_open(v->log, job.output, &out) : st;
  st                           = st == LN_OK ? write_sealed(&s, &report, out) : st;
  st                           = ln_output_close(v->log, job.output, out, st);
  ln_names_free(s.names);
  return st;
}

static ln_status
validate(ln_validating* const v, ln_validated* const summary)
{
  v->summary = summary;
  LN_TRY(load(v));
  summary->triples = v->streamed ? v->passed : ln_triple_set_size(v->data);
  summary->shapes  = v->shapes.n_shapes;
  if (!v->whole) {
    return LN_OK;
  }
  const ln_shape_check check = {.shapes  = &v->shapes,
                                .terms   = v->terms,
                                .data    = v->data,
                                .log     = v->log,
                                .part    = v->streamed ? LN_SHAPES_FAR : LN_SHAPES_ALL,
                                .reaches = v->reaches,
                                .stop    = v->job->stop};
  LN_TRY(ln_validate(&check, &v->results));
  LN_TRY(ln_validation_ontology(v));
  summary->results = v->results.total + v->breaches.total;
  summary->whole   = ln_log_count(v->log, LN_ERROR) == 0U;
  LN_TRY(ln_validation_tell(v));
  LN_TRY(go_on(v));
  return summary->whole && (v->job->to || v->job->output) ? write_report(v) : LN_OK;
}

ln_status
ln_run_validate(const ln_validation* const job, ln_log* const log, ln_validated* const summary)
{
  ln_validating v      = {.job          = job,
                          .log          = log,
                          .terms        = ln_term_table_new(),
                          .shapes_graph = ln_triple_set_new(),
                          .data         = ln_triple_set_new(),
                          .outside      = ln_triple_set_new(),
                          .axioms       = job->axioms ? *job->axioms : ln_axiom_policy_usual(),
                          .results      = {.most = job->most > 0U ? (size_t)job->most : SIZE_MAX},
                          .whole        = true};
  *summary             = (ln_validated){.whole = false};
  const bool      made = v.terms && v.shapes_graph && v.data && v.outside;
  const ln_status st   = made ? validate(&v, summary) : LN_NO_MEM;
  ln_breaches_clear(&v.breaches);
  ln_ontology_clear(&v.ontology);
  ln_results_clear(&v.results);
  ln_shapes_clear(&v.shapes);
  ln_free(v.reaches);
  ln_free(v.cells);
  ln_arena_clear(&v.arena);
  ln_triple_set_free(v.data);
  ln_triple_set_free(v.outside);
  ln_triple_set_free(v.shapes_graph);
  ln_term_table_free(v.terms);
  return st;
}

ln_status
ln_run_export_validated(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  ln_validation validation = *job->validation;
  ln_validated  done       = {.whole = false};
  validation.input         = job;
  const ln_status st       = ln_run_validate(&validation, log, &done);
  *summary                 = done.made;
  summary->notes           = ln_log_count(log, LN_NOTE);
  summary->warnings        = ln_log_count(log, LN_WARNING);
  summary->errors          = ln_log_count(log, LN_ERROR);
  return st;
}
