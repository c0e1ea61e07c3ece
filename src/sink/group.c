/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Gathers what many rows say of one subject: everything goes into a graph in memory, and at the end
   the graph's nodes go on as descriptions. The order is that of graph/graph.h and so depends on
   nothing but the input. Cannot be shared out among workers: the order of first appearance is known
   to one only. */

#include "base/memory.h"
#include "graph/graph.h"
#include "sink/writers.h"

typedef struct {
  ln_graph* graph;
  ln_sink   next;
} group;

static ln_status
group_describe(void* const self, const ln_desc* const desc)
{
  const group* const g = (const group*)self;
  return ln_graph_add(g->graph, desc);
}

static ln_status
group_finish(void* const self)
{
  const group* const g = (const group*)self;
  LN_TRY(ln_graph_seal(g->graph));
  const size_t n = ln_graph_nodes(g->graph);
  for (size_t i = 0U; i < n; ++i) {
    ln_desc desc;
    LN_TRY(ln_graph_desc(g->graph, i, &desc));
    LN_TRY(ln_sink_describe(g->next, &desc));
  }
  return ln_sink_finish(g->next);
}

static void
group_free(void* const self)
{
  group* const g = (group*)self;
  ln_graph_free(g->graph);
  ln_free(g);
}

ln_status
ln_group_new(const ln_names* const names, const ln_sink next, ln_sink* const sink)
{
  static const struct ln_sink_ops OPS = {
    .describe = group_describe, .finish = group_finish, .free = group_free};
  group* const g = (group*)ln_alloc_zero(1U, sizeof(group));
  if (!g) {
    return LN_NO_MEM;
  }
  g->graph = ln_graph_new(names);
  g->next  = next;
  if (!g->graph) {
    ln_free(g);
    return LN_NO_MEM;
  }
  *sink = (ln_sink){&OPS, g};
  return LN_OK;
}
