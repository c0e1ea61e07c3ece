/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What a context cannot say is said without it. Invariant: no key stands twice in an object, since
   each run of pairs of one predicate is an object of its own. Few descriptions come here, so each
   IRI is put together anew. */

#include "sink/bare_node.h"

#include "base/text.h"
#include "sink/escape.h"
#include "sink/node.h"

#define XSD_STRING LN_V("http://www.w3.org/2001/XMLSchema#string")

typedef struct {
  const ln_names* names;
  ln_out*         out;
  ln_text         iri; ///< scratch
} writer;

static void
put_text(const writer* const w, const ln_view text)
{
  ln_out_put_byte(w->out, '"');
  ln_escape_put(w->out, text, LN_ESCAPE_JSON);
  ln_out_put_byte(w->out, '"');
}

/* `"@id": "…"` */
static ln_status
put_id(writer* const w, const ln_term term)
{
  ln_text_reset(&w->iri);
  LN_TRY(ln_names_expand(w->names, term, &w->iri));
  ln_node_key(w->out, LN_V("@id"));
  put_text(w, ln_text_view(&w->iri));
  return w->out->status;
}

static ln_status
put_object(writer* const w, const ln_term term)
{
  const ln_stem* const stem = ln_names_stem_at(w->names, term.stem);
  ln_out_put_byte(w->out, '{');
  if (term.kind != LN_LITERAL) {
    LN_TRY(put_id(w, term));
  } else {
    ln_node_key(w->out, LN_V("@value"));
    put_text(w, ln_term_bytes(term));
    if (stem->lang.n > 0U) {
      ln_out_put_view(w->out, LN_V(", \"@language\": "));
      put_text(w, stem->lang);
    } else if (stem->iri.n > 0U && !ln_view_equals(stem->iri, XSD_STRING)) {
      ln_out_put_view(w->out, LN_V(", \"@type\": "));
      put_text(w, stem->iri);
    }
  }
  ln_out_put_byte(w->out, '}');
  return w->out->status;
}

/* `{"@list": […]}` */
static ln_status
put_list(writer* const w, const ln_desc* const desc, const ln_term head)
{
  const size_t first = ln_desc_list(desc, head);
  ln_out_put_view(w->out, LN_V("{\"@list\": ["));
  for (size_t at = first; at < desc->n_links; at = ln_desc_rest(desc, at)) {
    ln_out_put_view(w->out, at > first ? LN_V(", ") : LN_V(""));
    LN_TRY(put_object(w, desc->links[at + 1U]));
  }
  ln_out_put_view(w->out, LN_V("]}"));
  return w->out->status;
}

static ln_view
predicate_of(const writer* const w, const ln_desc* const desc, const ln_pair* const pair)
{
  return pair->predicate >= LN_PREDICATE_CELL
           ? desc->dynamic[pair->predicate - LN_PREDICATE_CELL]
           : ln_names_predicate_at(w->names, pair->predicate)->iri;
}

/* One object: the subject and what pairs `from` to `end`, all of one predicate, say. */
static ln_status
put_run(writer* const        w,
        const ln_desc* const desc,
        const size_t         from,
        const size_t         end,
        const size_t         level)
{
  ln_out_put_byte(w->out, '{');
  ln_node_line(w->out, level + 1U);
  ln_out_put_view(w->out, LN_V("\"@context\": null,"));
  ln_node_line(w->out, level + 1U);
  LN_TRY(put_id(w, desc->subject));
  ln_out_put_byte(w->out, ',');
  ln_node_line(w->out, level + 1U);
  ln_node_key(w->out, predicate_of(w, desc, &desc->pairs[from]));
  ln_out_put_byte(w->out, '[');
  for (size_t i = from; i < end; ++i) {
    ln_out_put_view(w->out, i > from ? LN_V(",") : LN_V(""));
    ln_node_line(w->out, level + 2U);
    const bool list = (desc->pairs[i].flags & LN_PAIR_LIST) != 0U && desc->links;
    LN_TRY(list ? put_list(w, desc, desc->pairs[i].object) : put_object(w, desc->pairs[i].object));
  }
  ln_node_line(w->out, level + 1U);
  ln_out_put_byte(w->out, ']');
  ln_node_line(w->out, level);
  ln_out_put_byte(w->out, '}');
  return w->out->status;
}

static ln_status
put_runs(writer* const w, const ln_desc* const desc, const size_t level)
{
  for (size_t i = 0U; i < desc->n_pairs;) {
    const ln_view predicate = predicate_of(w, desc, &desc->pairs[i]);
    size_t        end       = i + 1U;
    while (end < desc->n_pairs &&
           ln_view_equals(predicate_of(w, desc, &desc->pairs[end]), predicate)) {
      ++end;
    }
    if (i > 0U) {
      ln_out_put_byte(w->out, ',');
      ln_node_line(w->out, level);
    }
    LN_TRY(put_run(w, desc, i, end, level));
    i = end;
  }
  return LN_OK;
}

/* The object of the graph, and the others inside. */
static ln_status
put_graph(writer* const w, const ln_desc* const desc, const size_t level)
{
  ln_out_put_byte(w->out, '{');
  ln_node_line(w->out, level + 1U);
  ln_out_put_view(w->out, LN_V("\"@context\": null,"));
  ln_node_line(w->out, level + 1U);
  LN_TRY(put_id(w, desc->graph));
  ln_out_put_byte(w->out, ',');
  ln_node_line(w->out, level + 1U);
  ln_node_key(w->out, LN_V("@graph"));
  ln_out_put_byte(w->out, '[');
  ln_node_line(w->out, level + 2U);
  LN_TRY(put_runs(w, desc, level + 2U));
  ln_node_line(w->out, level + 1U);
  ln_out_put_byte(w->out, ']');
  ln_node_line(w->out, level);
  ln_out_put_byte(w->out, '}');
  return w->out->status;
}

ln_status
ln_bare_node(const ln_names* const names,
             const ln_desc* const  desc,
             const size_t          level,
             ln_out* const         out)
{
  writer          w = {.names = names, .out = out};
  const ln_status st =
    desc->graph.kind == LN_NONE ? put_runs(&w, desc, level) : put_graph(&w, desc, level);
  ln_text_clear(&w.iri);
  return st;
}
