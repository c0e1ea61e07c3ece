/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JSON-LD as a stream: the context first, then one node object a description inside `@graph`. A
   comma stands before each node, not behind it, so a worker's bytes can be appended; join drops the
   first comma of the document. Workers share the context, which is immutable, and must be freed
   before the sink they were forked from. */

#include "base/memory.h"
#include "sink/bare_node.h"
#include "sink/context.h"
#include "sink/json_lead.h"
#include "sink/members.h"
#include "sink/node.h"
#include "sink/writers.h"

typedef struct {
  ln_context*    context;
  ln_node        node;
  ln_json_leads* leads;
  bool           worker;  ///< owns its device, not the context
  bool           begun;   ///< the beginning of the document is written
  bool           written; ///< some node is
  ln_out*        spare;   ///< memory for a node that cannot be said under the context, perhaps
} jsonld;

enum { LEVEL = 2 }; ///< of the nodes

static ln_status
begin(jsonld* const w)
{
  if (w->begun || w->worker) {
    return LN_OK;
  }
  ln_out* const out = w->node.out;
  ln_out_put_view(out, LN_V("{\n  \"@context\": "));
  ln_out_put_view(out, ln_context_text(w->context));
  ln_out_put_view(out, LN_V(",\n  \"@graph\": ["));
  w->begun = true;
  return out->status;
}

/* The long way: into memory first, so that a node which turns out not to be said under the context
   leaves nothing behind. */
static ln_status
describe_long(jsonld* const w, const ln_desc* const desc)
{
  ln_out* const out = w->node.out;
  ln_out_rewind(w->spare);
  w->node.out  = w->spare;
  ln_status st = ln_node_describe(&w->node, desc, LEVEL);
  w->node.out  = out;
  if (st == LN_USAGE) {
    ln_out_rewind(w->spare);
    st = ln_bare_node(w->node.names, desc, LEVEL, w->spare);
  }
  LN_TRY(st);
  ln_out_put_view(out, ln_out_bytes(w->spare));
  return out->status;
}

static ln_status
jsonld_describe(void* const self, const ln_desc* const desc)
{
  jsonld* const w   = (jsonld*)self;
  ln_out* const out = w->node.out;
  LN_TRY(begin(w));
  if (desc->n_pairs == 0U) {
    return out->status;
  }
  if (w->written || w->worker) {
    ln_out_put_byte(out, ',');
  }
  w->written = true;
  ln_node_line(out, LEVEL);
  bool led = false;
  LN_TRY(ln_json_leads_describe(w->leads, out, desc, &led));
  return led ? LN_OK : describe_long(w, desc);
}

static ln_status
jsonld_stamp(void* const self, const ln_stamp* const stamp, size_t* const n)
{
  jsonld* const w     = (jsonld*)self;
  const ln_view first = LN_V("\n    ");
  const ln_view other = LN_V(",\n    ");
  LN_TRY(begin(w));
  LN_TRY(
    ln_json_leads_stamp(w->leads, w->node.out, w->written || w->worker ? other : first, stamp, n));
  w->written = w->written || (*n != LN_UNSTAMPED && *n > 0U);
  return LN_OK;
}

static ln_status
jsonld_finish(void* const self)
{
  jsonld* const w   = (jsonld*)self;
  ln_out* const out = w->node.out;
  LN_TRY(begin(w));
  if (w->worker) {
    return out->status;
  }
  ln_out_put_view(out, w->written ? LN_V("\n  ]\n}\n") : LN_V("]\n}\n"));
  return out->status;
}

static bool
jsonld_takes_lists(const void* const self)
{
  (void)self;
  return true;
}

static void
jsonld_free(void* const self)
{
  jsonld* const w = (jsonld*)self;
  if (w->worker) {
    ln_out_abandon(w->node.out);
  } else {
    ln_context_free(w->context);
  }
  ln_out_abandon(w->spare);
  ln_json_leads_free(w->leads);
  ln_planner_free(w->node.planner);
  ln_node_clear(&w->node);
  ln_free(w);
}

static ln_status
jsonld_fork(const void* self, ln_sink* worker);

static ln_status
jsonld_join(void* const self, const ln_sink worker)
{
  jsonld* const w    = (jsonld*)self;
  jsonld* const from = (jsonld*)worker.self;
  LN_TRY(from->node.out->status);
  LN_TRY(begin(w));
  const ln_view bytes = ln_out_bytes(from->node.out);
  if (bytes.n > 0U) {
    ln_out_pass(w->node.out, ln_view_from(bytes, w->written ? 0U : 1U));
    w->written = true;
  }
  ln_out_rewind(from->node.out);
  return w->node.out->status;
}

/** A writer under a context that exists; takes over nothing when it fails. */
static ln_status
new_writer(const ln_names* const names,
           ln_context* const     context,
           ln_out* const         out,
           const bool            worker,
           ln_sink* const        sink)
{
  static const struct ln_sink_ops OPS     = {.describe    = jsonld_describe,
                                             .finish      = jsonld_finish,
                                             .fork        = jsonld_fork,
                                             .join        = jsonld_join,
                                             .free        = jsonld_free,
                                             .stamp       = jsonld_stamp,
                                             .takes_lists = jsonld_takes_lists};
  ln_planner*                     planner = NULL;
  LN_TRY(ln_planner_new(names, context, &planner));
  jsonld* const w = (jsonld*)ln_alloc_zero(1U, sizeof(jsonld));
  if (!w) {
    ln_planner_free(planner);
    return LN_NO_MEM;
  }
  w->context       = context;
  w->worker        = worker;
  w->node          = (ln_node){.names = names, .context = context, .planner = planner, .out = out};
  ln_status status = ln_out_memory(&w->spare);
  status           = status == LN_OK ? ln_json_leads_new(&w->node, &w->leads) : status;
  if (status != LN_OK) {
    ln_out_abandon(w->spare);
    ln_planner_free(planner);
    ln_free(w);
    return status;
  }
  *sink = (ln_sink){&OPS, w};
  return LN_OK;
}

static ln_status
jsonld_fork(const void* const self, ln_sink* const worker)
{
  const jsonld* const w   = (const jsonld*)self;
  ln_out*             out = NULL;
  LN_TRY(ln_out_memory(&out));
  const ln_status status = new_writer(w->node.names, w->context, out, true, worker);
  if (status != LN_OK) {
    ln_out_abandon(out);
  }
  return status;
}

ln_status
ln_jsonld_new(const ln_names* const names,
              const ln_view         context,
              const ln_view         base,
              ln_out* const         out,
              ln_sink* const        sink)
{
  ln_context* made = NULL;
  LN_TRY(ln_context_new(names, context, base, &made));
  const ln_status status = new_writer(names, made, out, false, sink);
  if (status != LN_OK) {
    ln_context_free(made);
  }
  return status;
}

void
ln_jsonld_width(const ln_sink sink, const ln_width width)
{
  ln_json_leads_width(((const jsonld*)sink.self)->leads, width);
}
