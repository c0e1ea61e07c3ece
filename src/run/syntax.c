/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The syntaxes: liner's own five, then what raptor writes. One table tells names, endings and what
 * each can hold. */

#include "run/session.h"

#include "base/fold.h"
#include "base/pack.h"
#include "base/text.h"
#include "graph/read.h"
#include "map/embedded.h"
#include "sink/writers.h"

typedef struct {
  const char* name;
  const char* label;
  const char* endings;
  bool        graphs;
} own_syntax;

static const own_syntax own[] = {
  {"turtle", "Turtle 1.1", ".ttl", false},
  {"trig", "TriG 1.1: Turtle with named graphs", ".trig", true},
  {"ntriples", "N-Triples 1.1", ".nt", false},
  {"nquads", "N-Quads 1.1: N-Triples with named graphs", ".nq", true},
  {"jsonld", "JSON-LD 1.1", ".jsonld", false},
};

enum { N_OWN = sizeof(own) / sizeof(own[0]) };

bool
ln_run_syntax(const size_t       i,
              const char** const name,
              const char** const label,
              const char** const endings)
{
  if (i < N_OWN) {
    *name    = own[i].name;
    *label   = own[i].label;
    *endings = own[i].endings;
    return true;
  }
  return ln_raptor_syntax(i - N_OWN, name, label, endings);
}

bool
ln_run_is_graph(const char* const path)
{
  const ln_view file    = ln_view_of(path);
  const char*   name    = NULL;
  const char*   label   = NULL;
  const char*   endings = NULL;
  for (size_t i = 0U; ln_read_syntax(i, &name, &label, &endings); ++i) {
    if (ln_pack_ends(file, ln_view_of(endings))) {
      return !ln_pack_ends(file, LN_V(".xml"));
    }
  }
  return false;
}

static const char*
by_ending(const ln_job* const job)
{
  const ln_view path    = ln_view_of(job->output);
  const char*   name    = NULL;
  const char*   label   = NULL;
  const char*   endings = NULL;
  for (size_t i = 0U; job->output && ln_run_syntax(i, &name, &label, &endings); ++i) {
    if (ln_pack_ends(path, ln_view_of(endings))) {
      return name;
    }
  }
  return "turtle";
}

static ln_status
report_unknown(ln_session* const s, const char* const word)
{
  ln_text     hint    = {0};
  ln_nearest  nearest = {.word = ln_view_of(word)};
  const char* name    = NULL;
  const char* label   = NULL;
  const char* endings = NULL;
  for (size_t i = 0U; ln_run_syntax(i, &name, &label, &endings); ++i) {
    ln_nearest_offer(&nearest, ln_view_of(name), ln_view_of(name));
  }
  ln_status st = ln_nearest_text(&nearest, &hint);
  if (st == LN_OK) {
    st = ln_report(s->log,
                   LN_L0603,
                   LN_NO_OUTPUT,
                   (ln_where){0},
                   ln_text_view(&hint),
                   "%s is not a syntax",
                   ln_shown(s->log, ln_view_of(word)));
  }
  ln_text_clear(&hint);
  return st == LN_OK ? LN_USAGE : st;
}

ln_status
ln_session_syntax(ln_session* const s, const char** const syntax, bool* const graphs)
{
  const char* const wanted  = s->job->to ? s->job->to : by_ending(s->job);
  const char*       label   = NULL;
  const char*       endings = NULL;
  for (size_t i = 0U; ln_run_syntax(i, syntax, &label, &endings); ++i) {
    if (strcmp(*syntax, wanted) == 0) {
      *graphs = i < N_OWN && own[i].graphs;
      return LN_OK;
    }
  }
  return report_unknown(s, wanted);
}

bool
ln_session_names_graphs(ln_session* const s)
{
  const char* syntax = NULL;
  bool        graphs = false;
  return s->job->dry || s->job->tap.make || s->explains ||
         (ln_session_syntax(s, &syntax, &graphs) == LN_OK &&
          (graphs || strcmp(syntax, "jsonld") == 0));
}

/* The context that says the mapping's terms in plain words: the catalogue's is built in. */
static ln_view
context_of(const ln_session* const s)
{
  const ln_embedded* const file = s->builtin ? ln_embedded_find(LN_V("context.jsonld")) : NULL;
  return file ? file->bytes : LN_V("");
}

ln_status
ln_session_writer(ln_session* const s, ln_out* const out, ln_sink* const writer)
{
  const char* syntax = NULL;
  bool        graphs = false;
  LN_TRY(ln_session_syntax(s, &syntax, &graphs));
  if (strcmp(syntax, "turtle") == 0 || strcmp(syntax, "trig") == 0) {
    return ln_turtle_new(s->names, out, graphs, writer);
  }
  if (strcmp(syntax, "ntriples") == 0 || strcmp(syntax, "nquads") == 0) {
    return ln_ntriples_new(s->names, out, graphs, writer);
  }
  if (strcmp(syntax, "jsonld") == 0) {
    return s->job->frame ? ln_frame_new(s->names, context_of(s), s->base, out, writer)
                         : ln_jsonld_new(s->names, context_of(s), s->base, out, writer);
  }
  return ln_raptor_new(s->names, syntax, out, writer);
}

const char*
ln_session_writer_error(ln_session* const s, const ln_sink writer, ln_where* const where)
{
  *where             = (ln_where){0};
  const char* syntax = NULL;
  bool        graphs = false;
  if (!writer.ops || ln_session_syntax(s, &syntax, &graphs) != LN_OK) {
    return "";
  }
  for (size_t i = 0U; i < N_OWN; ++i) {
    if (strcmp(syntax, own[i].name) == 0) {
      return "";
    }
  }
  *where = ln_raptor_where(writer);
  return ln_raptor_error(writer);
}
