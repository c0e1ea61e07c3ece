/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* --provenance: what is said of rows, settled while names may still be added. A row has the address
   of its table, or of `input/FILE` below the base, with its number as a fragment (RFC 7111), as the
   catalogue's own evidence has it. */

#include "base/text.h"
#include "rdf/iri.h"
#include "run/annotations.h"
#include "run/session.h"
#include "sink/claim_ranks.h"

#include <string.h>

#define PROV "http://www.w3.org/ns/prov#"

static ln_status
add_address(const ln_session* const s, const ln_run_table* const t, ln_text* const out)
{
  if (t->url.n > 0U) {
    return ln_text_add(out, ln_view_first(t->url, ln_view_find(t->url, '#')));
  }
  const bool    piped = ln_view_equals(t->path, LN_V("-"));
  const ln_view name  = ln_view_from(t->path, ln_session_folder(t->path).n);
  LN_TRY(ln_iri_resolve(s->base, LN_V("input/"), out));
  return ln_iri_encode(piped ? LN_V("stdin") : name, out);
}

ln_status
ln_session_whence(ln_session* const s, const ln_run_table* const t, ln_view* const address)
{
  ln_text   iri = {0};
  ln_status st  = add_address(s, t, &iri);
  *address      = st == LN_OK ? ln_arena_copy(&s->arena, ln_text_view(&iri)) : (ln_view){0};
  ln_text_clear(&iri);
  LN_TRY(st);
  return address->s ? LN_OK : LN_NO_MEM;
}

ln_status
ln_session_evidence(ln_session* const s)
{
  const ln_evidence form   = s->job->evidence;
  const char*       syntax = NULL;
  const char*       fault  = NULL;
  bool              graphs = false;
  LN_TRY(ln_session_syntax(s, &syntax, &graphs));
  const bool lines = strcmp(syntax, "ntriples") == 0 || strcmp(syntax, "nquads") == 0;
  const bool texts = strcmp(syntax, "turtle") == 0 || strcmp(syntax, "trig") == 0;
  if (form == LN_EVIDENCE_GRAPHS && !graphs) {
    fault = "has no named graphs: say --to trig or --to nquads";
  } else if ((form == LN_EVIDENCE_REIFIERS || form == LN_EVIDENCE_STAR) && !lines && !texts) {
    fault = "cannot speak of triples: say --to turtle, trig, ntriples or nquads";
  }
  if (!fault || s->job->dry || s->job->tap.make) {
    return LN_OK;
  }
  const ln_status st =
    ln_report(s->log, LN_L0950, LN_NO_OUTPUT, (ln_where){0}, LN_V(""), "%s %s", syntax, fault);
  return st == LN_OK ? LN_USAGE : st;
}

ln_status
ln_session_testimony(ln_session* const s)
{
  if (!ln_session_retells(s)) {
    return LN_OK;
  }
  LN_TRY(ln_testimony_declare(&s->testimony, s->names, s->job->evidence, s->base));
  if (s->job->evidence == LN_EVIDENCE_RANKS) {
    return ln_claim_ranks_declare(s->names, s->base);
  }
  return s->job->evidence == LN_EVIDENCE_ANNOTATIONS ? ln_annotations_declare(s->names) : LN_OK;
}

static ln_status
add_stem(ln_session* const         s,
         const ln_run_table* const t,
         const uint16_t            predicate,
         uint16_t* const           stems,
         uint32_t* const           leads)
{
  ln_text   iri = {0};
  ln_status st  = add_address(s, t, &iri);
  if (s->job->provenance == LN_PROVENANCE_ROW) {
    st = st == LN_OK ? ln_text_add(&iri, LN_V("#row=")) : st;
  }
  st = st == LN_OK ? ln_names_iri_stem(s->names, ln_text_view(&iri), &stems[t->source]) : st;
  st = st == LN_OK ? ln_names_lead(s->names, predicate, stems[t->source], &leads[t->source]) : st;
  ln_text_clear(&iri);
  return st;
}

/* Graphs and cells are told by who makes the triples (map/make_cells.c), and so are the rows of
   documents. */
static bool
is_told_here(const ln_job* const job, const ln_run_table* const t)
{
  const bool table = job->provenance == LN_PROVENANCE_TABLE;
  return (table || !t->map->dialect.tree) && t->plan && t->wanted && t->source > 0U;
}

/* The evidence has a graph of its own where layers have. */
static ln_status
find_graph(ln_session* const s, ln_term* const graph)
{
  const char* syntax = NULL;
  bool        graphs = false;
  LN_TRY(ln_session_syntax(s, &syntax, &graphs));
  if (!graphs || !s->mapping->layered) {
    return LN_OK;
  }
  ln_text       iri  = {0};
  ln_status     st   = ln_iri_resolve(s->base, LN_V("graph/evidence"), &iri);
  const ln_view copy = ln_arena_copy(&s->arena, ln_text_view(&iri));
  ln_text_clear(&iri);
  LN_TRY(st);
  return copy.s ? ln_names_term(s->names, copy, graph) : LN_NO_MEM;
}

ln_status
ln_session_provenance(ln_session* const s)
{
  uint32_t last = 0U;
  if (s->job->evidence == LN_EVIDENCE_GRAPHS || s->job->provenance == LN_PROVENANCE_NONE ||
      s->job->provenance == LN_PROVENANCE_CELL) {
    return LN_OK;
  }
  for (size_t i = 0U; i < s->n_tables; ++i) {
    last = s->tables[i].source > last ? s->tables[i].source : last;
  }
  const size_t           n     = (size_t)last + 1U;
  ln_descent_plan* const plan  = ln_arena_zero(&s->arena, 1U, sizeof(ln_descent_plan));
  uint16_t* const        stems = ln_arena_zero(&s->arena, n, sizeof(uint16_t));
  uint32_t* const        leads = ln_arena_zero(&s->arena, n, sizeof(uint32_t));
  if (!plan || !stems || !leads) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_names_prefix(s->names, LN_V("prov"), LN_V(PROV)));
  LN_TRY(ln_names_predicate(s->names, LN_V(PROV "wasDerivedFrom"), &plan->predicate));
  LN_TRY(find_graph(s, &plan->graph));
  for (size_t i = 0U; i < s->n_tables; ++i) {
    const ln_run_table* const t = &s->tables[i];
    if (is_told_here(s->job, t)) {
      LN_TRY(add_stem(s, t, plan->predicate, stems, leads));
    }
  }
  plan->whole   = s->job->provenance == LN_PROVENANCE_TABLE;
  plan->stems   = stems;
  plan->leads   = leads;
  plan->n       = n;
  s->provenance = plan;
  return LN_OK;
}
