/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner shapes. What an ontology says and what a mapping promises become triples over one table of
   terms, and then go through the writers of export. */

#include "run/run.h"

#include "base/out.h"
#include "check/ontology_shapes.h"
#include "graph/load.h"
#include "graph/triple_writer.h"
#include "map/embedded.h"
#include "run/mapping_shapes.h"
#include "run/output.h"
#include "run/session.h"

typedef struct {
  const ln_job*  job;
  ln_log*        log;
  ln_term_table* terms;
  ln_triple_set* ontology;
  ln_triple_set* made;
  ln_vocabulary  words;
  ln_shape_draft draft;
  ln_text        space; ///< what the IRIs of shapes begin with
  bool           whole;
} shape_run;

static ln_status
load_embedded(shape_run* const r)
{
  for (const ln_embedded* file = ln_embedded_files; file->name; ++file) {
    const ln_reading reading = {
      .path = file->name, .bytes = file->bytes, .base = "https://w3id.org/liner/ontology/"};
    uint32_t source = 0U;
    bool     whole  = false;
    if (ln_view_equals(ln_view_of(file->name), LN_V("core.ttl"))) {
      LN_TRY(ln_log_source(r->log, ln_view_of(file->name), NULL, NULL, &source));
      LN_TRY(ln_load_triples(&reading, source, r->log, r->terms, r->ontology, &whole));
    }
  }
  return LN_OK;
}

static ln_status
load_ontologies(shape_run* const r)
{
  if (r->job->n_ontologies == 0U && !r->job->input) {
    LN_TRY(load_embedded(r));
  }
  for (size_t i = 0U; i < r->job->n_ontologies; ++i) {
    const ln_reading reading = {.path = r->job->ontologies[i], .stop = r->job->stop};
    uint32_t         source  = 0U;
    bool             whole   = false;
    LN_TRY(ln_log_source(r->log, ln_view_of(reading.path), NULL, NULL, &source));
    LN_TRY(ln_load_triples(&reading, source, r->log, r->terms, r->ontology, &whole));
    r->whole = r->whole && whole;
  }
  LN_TRY(ln_triple_set_seal(r->ontology));
  return ln_ontology_shapes(r->ontology, &r->draft);
}

/* Prefixes of the mapping make the shapes readable. */
static ln_status
declare_prefixes(const shape_run* const r, const ln_session* const s, ln_names* const names)
{
  LN_TRY(ln_names_prefix(names, LN_V("shape"), ln_text_view(&r->space)));
  LN_TRY(ln_names_prefix(names, LN_V("sh"), LN_V(LN_SH_NAMESPACE)));
  LN_TRY(ln_names_prefix(names, LN_V("xsd"), LN_V("http://www.w3.org/2001/XMLSchema#")));
  LN_TRY(ln_names_prefix(names, LN_V("rdf"), LN_V("http://www.w3.org/1999/02/22-rdf-syntax-ns#")));
  LN_TRY(ln_names_prefix(names, LN_V("rdfs"), LN_V("http://www.w3.org/2000/01/rdf-schema#")));
  if (!s) {
    LN_TRY(ln_names_prefix(names, LN_V("ln"), LN_V("https://w3id.org/liner/ns#")));
  }
  for (size_t i = 0U; s && i < s->mapping->n_prefixes; ++i) {
    LN_TRY(ln_names_prefix(names, s->mapping->prefixes[i][0], s->mapping->prefixes[i][1]));
  }
  return LN_OK;
}

static ln_status
write_sealed(ln_session* const w, const ln_triple_writer* const triples, ln_out* const out)
{
  ln_sink   sink = {0};
  ln_status st   = ln_session_writer(w, out, &sink);
  st             = st == LN_OK ? ln_triple_writer_write(triples, sink) : st;
  st             = st == LN_OK ? ln_sink_finish(sink) : st;
  ln_sink_free(sink);
  return st;
}

static ln_status
write_out(const shape_run* const r, ln_session* const w, const ln_triple_writer* const triples)
{
  ln_out*   out = NULL;
  ln_status st  = ln_output_open(r->log, w->job->output, &out);
  st            = st == LN_OK ? write_sealed(w, triples, out) : st;
  return ln_output_close(r->log, w->job->output, out, st);
}

/* With names of their own: those of the mapping are of the data. */
static ln_status
write_shapes(shape_run* const r, const ln_session* const s)
{
  ln_session        w       = {.job = r->job, .log = r->log, .names = ln_names_new()};
  ln_triple_writer* triples = NULL;
  ln_status         st      = w.names ? declare_prefixes(r, s, w.names) : LN_NO_MEM;
  st                        = st == LN_OK ? ln_triple_set_seal(r->made) : st;
  st = st == LN_OK ? ln_triple_writer_new(r->made, r->terms, w.names, &triples) : st;
  st = st == LN_OK ? ln_names_seal(w.names) : st;
  st = st == LN_OK ? write_out(r, &w, triples) : st;
  ln_triple_writer_free(triples);
  ln_names_free(w.names);
  return st;
}

/* Shapes are named below the base of the data, which is the user's to name things in. */
static ln_status
begin(shape_run* const r, const ln_view base)
{
  LN_TRY(ln_text_add(&r->space, base.n > 0U ? base : LN_V("https://data.example.org/")));
  LN_TRY(ln_text_add(&r->space, LN_V("shapes#")));
  LN_TRY(ln_vocabulary_add(r->terms, &r->words));
  r->draft = (ln_shape_draft){
    .terms = r->terms, .set = r->made, .words = &r->words, .space = ln_text_view(&r->space)};
  return load_ontologies(r);
}

static ln_status
with_mapping(shape_run* const r)
{
  ln_session s;
  ln_status  st = ln_session_open(&s, r->job, r->log);
  if (st == LN_OK) {
    s.explains = true;
    st         = ln_session_bind(&s);
  }
  st                     = st == LN_OK ? begin(r, s.base) : st;
  st                     = st == LN_OK ? ln_mapping_shapes(&s, &r->draft) : st;
  st                     = st == LN_OK && r->whole ? write_shapes(r, &s) : st;
  const ln_status closed = ln_session_close(&s);
  return st == LN_OK ? closed : st;
}

static ln_status
without_mapping(shape_run* const r)
{
  LN_TRY(begin(r, ln_view_of(r->job->base)));
  return r->whole ? write_shapes(r, NULL) : LN_OK;
}

ln_status
ln_run_shapes(const ln_job* const job, ln_log* const log)
{
  shape_run r  = {.job      = job,
                  .log      = log,
                  .terms    = ln_term_table_new(),
                  .ontology = ln_triple_set_new(),
                  .made     = ln_triple_set_new(),
                  .whole    = true};
  ln_status st = r.terms && r.ontology && r.made ? LN_OK : LN_NO_MEM;
  if (st == LN_OK) {
    st = job->input ? with_mapping(&r) : without_mapping(&r);
  }
  ln_shape_draft_clear(&r.draft);
  ln_text_clear(&r.space);
  ln_triple_set_free(r.made);
  ln_triple_set_free(r.ontology);
  ln_term_table_free(r.terms);
  return st;
}
