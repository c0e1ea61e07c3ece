/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What a query is put to. A file of RDF is read, what export takes is converted on the way with all
   its layers as the job has them; both become the same data set. Prefixes are those that every
   document of CSVW knows, those of liner's own ontology, and those that the mapping declares, which
   come first. */

#include "run/ask.h"

#include "base/memory.h"
#include "query/store_file.h"
#include "rdf/prefix.h"

#include <string.h>

static ln_status
add_prefix(ln_source_data* const d, const ln_view name, const ln_view iri)
{
  for (size_t i = 0U; i < d->n_prefixes; ++i) {
    if (ln_view_equals(d->prefixes[i].name, name)) {
      return LN_OK;
    }
  }
  if (d->n_prefixes == d->cap_prefixes) {
    const size_t     cap = d->cap_prefixes > 0U ? 2U * d->cap_prefixes : 64U;
    ln_prefix* const v   = (ln_prefix*)ln_realloc(d->prefixes, cap, sizeof(ln_prefix));
    if (!v) {
      return LN_NO_MEM;
    }
    d->prefixes     = v;
    d->cap_prefixes = cap;
  }
  const ln_prefix kept = {ln_arena_copy(&d->arena, name), ln_arena_copy(&d->arena, iri)};
  if (!kept.name.s || !kept.iri.s) {
    return LN_NO_MEM;
  }
  d->prefixes[d->n_prefixes++] = kept;
  return LN_OK;
}

static ln_status
add_known_prefixes(ln_source_data* const d)
{
  static const struct {
    const char* name;
    const char* iri;
  } OWN[]        = {{"ln", "https://w3id.org/liner/ns#"},
                    {"lnv", "https://w3id.org/liner/vocab/"},
                    {"role", "https://w3id.org/liner/vocab/role/"},
                    {"result", "https://w3id.org/liner/vocab/result/"}};
  ln_text   text = {0};
  ln_status st   = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < sizeof(OWN) / sizeof(OWN[0]); ++i) {
    st = add_prefix(d, ln_view_of(OWN[i].name), ln_view_of(OWN[i].iri));
  }
  for (size_t i = 0U; st == LN_OK && ln_prefix_at(i).n > 0U; ++i) {
    ln_text_reset(&text);
    st             = ln_text_add(&text, ln_prefix_at(i));
    st             = st == LN_OK ? ln_text_add_byte(&text, ':') : st;
    const size_t n = text.n;
    st = st == LN_OK ? ln_prefix_expand(ln_view_first((ln_view){text.s, n}, n), &text) : st;
    st = st == LN_OK ? add_prefix(d, ln_prefix_at(i), ln_view_from(ln_text_view(&text), n)) : st;
  }
  ln_text_clear(&text);
  return st;
}

/* The run is about to make rows: its prefixes are known now. */
static ln_status
make_sink(void* const self, const ln_names* const names, ln_sink* const sink)
{
  ln_source_data* const  d        = (ln_source_data*)self;
  size_t                 n        = 0U;
  const ln_prefix* const prefixes = ln_names_prefixes(names, &n);
  for (size_t i = 0U; i < n; ++i) {
    LN_TRY(add_prefix(d, prefixes[i].name, prefixes[i].iri));
  }
  return ln_dataset_sink(d->set, names, 0U, sink);
}

static ln_status
load_tables(ln_source_data* const d, const ln_job* const job, ln_log* const log)
{
  ln_job     inner   = *job;
  ln_summary summary = {0};
  inner.tap          = (ln_tap){make_sink, d, false};
  inner.to           = NULL;
  inner.output       = NULL;
  LN_TRY(ln_run_export(&inner, log, &summary));
  d->whole = summary.errors == 0U;
  return LN_OK;
}

static ln_status
load_graph(ln_source_data* const d, const ln_job* const job, ln_log* const log)
{
  uint32_t         source  = 0U;
  const ln_reading reading = {.path = job->input, .base = job->base, .stop = job->stop};
  LN_TRY(ln_log_source(log, ln_view_of(job->input), NULL, NULL, &source));
  return ln_dataset_load(d->set, &reading, source, log, &d->whole);
}

static ln_status
load_store(ln_source_data* const d, const ln_job* const job, ln_log* const log)
{
  ln_text   problem = {0};
  uint32_t  source  = 0U;
  ln_status st      = ln_dataset_open(job->input, &d->set, &problem);
  if (st == LN_IO) {
    st = ln_log_source(log, ln_view_of(job->input), NULL, NULL, &source);
    st = st == LN_OK ? ln_report(log,
                                 LN_L1005,
                                 LN_NO_OUTPUT,
                                 (ln_where){.source = source},
                                 LN_V(""),
                                 "the store cannot be used: %s",
                                 problem.s)
                     : st;
    st = st == LN_OK ? LN_IO : st;
  }
  ln_text_clear(&problem);
  return st == LN_OK ? add_known_prefixes(d) : st;
}

/* Standard input is a graph, unless there is a mapping for it. */
static bool
is_graph(const ln_job* const job)
{
  const bool mapped = job->metadata || job->profile || job->header_mapping;
  return ln_run_is_graph(job->input) || (strcmp(job->input, "-") == 0 && !mapped);
}

static bool
is_store(const char* const path)
{
  return strcmp(path, "-") != 0 && ln_dataset_is_store(path);
}

ln_status
ln_source_load(ln_source_data* const d, const ln_job* const job, ln_log* const log)
{
  *d = (ln_source_data){.whole = true};
  if (is_store(job->input)) {
    return load_store(d, job, log);
  }
  d->set = ln_dataset_new();
  if (!d->set) {
    return LN_NO_MEM;
  }
  LN_TRY(is_graph(job) ? load_graph(d, job, log) : load_tables(d, job, log));
  LN_TRY(add_known_prefixes(d));
  return ln_dataset_seal(d->set);
}

void
ln_source_clear(ln_source_data* const d)
{
  ln_dataset_free(d->set);
  ln_free(d->prefixes);
  ln_arena_clear(&d->arena);
}
