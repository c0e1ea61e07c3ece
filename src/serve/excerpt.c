/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A small graph is written by the same writers as any export, with names of its own. */

#include "serve/excerpt.h"

#include "base/text.h"
#include "graph/triple_writer.h"
#include "rdf/prefix.h"
#include "sink/writers.h"

/* Only prefixes that are used are written. */
static ln_status
declare_prefixes(ln_names* const names)
{
  ln_text   name = {0};
  ln_text   iri  = {0};
  ln_status st   = ln_names_prefix(names, LN_V("ln"), LN_V("https://w3id.org/liner/ns#"));
  for (size_t i = 0U; st == LN_OK && ln_prefix_at(i).n > 0U; ++i) {
    ln_text_reset(&name);
    ln_text_reset(&iri);
    st = ln_text_format(&name, "%.*s:", (int)ln_prefix_at(i).n, ln_prefix_at(i).s);
    st = st == LN_OK ? ln_prefix_expand(ln_text_view(&name), &iri) : st;
    st =
      st == LN_OK && iri.n > 0U ? ln_names_prefix(names, ln_prefix_at(i), ln_text_view(&iri)) : st;
  }
  ln_text_clear(&name);
  ln_text_clear(&iri);
  return st;
}

static ln_status
new_writer(const ln_names* const   names,
           const ln_excerpt_syntax syntax,
           ln_out* const           out,
           ln_sink* const          sink)
{
  switch (syntax) {
  case LN_EXCERPT_TURTLE:
    return ln_turtle_new(names, out, false, sink);
  case LN_EXCERPT_NTRIPLES:
    return ln_ntriples_new(names, out, false, sink);
  case LN_EXCERPT_JSONLD:
    break;
  }
  return ln_jsonld_new(names, LN_V(""), LN_V(""), out, sink);
}

ln_status
ln_excerpt_write(const ln_triple_set* const set,
                 const ln_term_table* const terms,
                 const ln_excerpt_syntax    syntax,
                 ln_out* const              out)
{
  ln_names* const   names  = ln_names_new();
  ln_triple_writer* writer = NULL;
  ln_sink           sink   = {NULL, NULL};
  ln_status         st     = names ? declare_prefixes(names) : LN_NO_MEM;
  st                       = st == LN_OK ? ln_triple_writer_new(set, terms, names, &writer) : st;
  st                       = st == LN_OK ? ln_names_seal(names) : st;
  st                       = st == LN_OK ? new_writer(names, syntax, out, &sink) : st;
  st                       = st == LN_OK ? ln_triple_writer_write(writer, sink) : st;
  st                       = st == LN_OK ? ln_sink_finish(sink) : st;
  ln_sink_free(sink);
  ln_triple_writer_free(writer);
  ln_names_free(names);
  return st;
}
