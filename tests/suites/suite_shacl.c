/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Validation reports, row by row. A result is a row of six nodes and a message; rows are sorted and
   walked side by side. The manifest that holds the expected report also holds shapes and data, so
   only what hangs on sh:result counts. */

#include "suite_shacl.h"

#include "base/memory.h"

#include <stdlib.h>

#define SH "http://www.w3.org/ns/shacl#"

enum { COLUMNS = 6 };

static const char* const COLUMN_NAMES[COLUMNS] = {
  "focusNode", "resultPath", "value", "resultSeverity", "sourceConstraintComponent", "sourceShape"};

/* Nodes of no graph: absent; any blank node. */
static const suite_node ABSENT = UINT32_C(0x7FFFFFFF);
static const suite_node BLANK  = UINT32_C(0x7FFFFFFE);

typedef struct {
  suite_node nodes[COLUMNS];
  suite_node result;
} row;

typedef struct {
  suite_graph* graph;
  suite_node   names[COLUMNS];
  suite_node   result;
  suite_node   conforms;
  suite_node   message;
  row*         rows;
  size_t       n;
} report;

static ln_status
add_name(suite_graph* const g, const char* const local, suite_node* const node)
{
  ln_text   iri = {0};
  ln_status st  = ln_text_format(&iri, SH "%s", local);
  st            = st == LN_OK ? suite_graph_iri(g, ln_text_view(&iri), node) : st;
  ln_text_clear(&iri);
  return st;
}

/* The object of a property that a node has once. */
static suite_node
object_of(const suite_graph* const g, const suite_node subject, const suite_node predicate)
{
  for (size_t i = 0U; i < g->n; ++i) {
    if (g->quads[i].nodes[0] == subject && g->quads[i].nodes[1] == predicate) {
      return g->quads[i].nodes[2];
    }
  }
  return ABSENT;
}

static int
compare_rows(const void* const x, const void* const y)
{
  const row* const a = (const row*)x;
  const row* const b = (const row*)y;
  for (size_t i = 0U; i < COLUMNS; ++i) {
    if (a->nodes[i] != b->nodes[i]) {
      return a->nodes[i] < b->nodes[i] ? -1 : 1;
    }
  }
  return 0;
}

static ln_status
gather(report* const r)
{
  for (size_t i = 0U; i < COLUMNS; ++i) {
    LN_TRY(add_name(r->graph, COLUMN_NAMES[i], &r->names[i]));
  }
  LN_TRY(add_name(r->graph, "result", &r->result));
  LN_TRY(add_name(r->graph, "conforms", &r->conforms));
  LN_TRY(add_name(r->graph, "resultMessage", &r->message));
  r->rows = (row*)ln_alloc_zero(r->graph->n + 1U, sizeof(row));
  if (!r->rows) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < r->graph->n; ++i) {
    if (r->graph->quads[i].nodes[1] == r->result) {
      row* const to = &r->rows[r->n++];
      to->result    = r->graph->quads[i].nodes[2];
      for (size_t k = 0U; k < COLUMNS; ++k) {
        const suite_node node = object_of(r->graph, to->result, r->names[k]);
        to->nodes[k]          = (node & SUITE_BLANK) != 0U ? BLANK : node;
      }
    }
  }
  qsort(r->rows, r->n, sizeof(row), compare_rows);
  return LN_OK;
}

static suite_node
conforms_of(const report* const r)
{
  for (size_t i = 0U; i < r->graph->n; ++i) {
    if (r->graph->quads[i].nodes[1] == r->conforms) {
      return r->graph->quads[i].nodes[2];
    }
  }
  return ABSENT;
}

static ln_status
say_row(const report* const r, const row* const which, const char* const sign, ln_text* const out)
{
  LN_TRY(ln_text_format(out, "\n    %s", sign));
  for (size_t i = 0U; i < COLUMNS; ++i) {
    const suite_node node = which->nodes[i];
    LN_TRY(ln_text_add_byte(out, ' '));
    LN_TRY(ln_text_add(out,
                       node == ABSENT  ? LN_V("-")
                       : node == BLANK ? LN_V("_:")
                                       : ln_dict_key(r->graph->terms, node)));
  }
  return LN_OK;
}

/* Whether a found result of this row has the message. */
static bool
has_message(const report* const found, const row* const which, const suite_node message)
{
  for (size_t i = 0U; i < found->n; ++i) {
    if (compare_rows(&found->rows[i], which) != 0) {
      continue;
    }
    for (size_t k = 0U; k < found->graph->n; ++k) {
      const suite_quad* const quad = &found->graph->quads[k];
      if (quad->nodes[0] == found->rows[i].result && quad->nodes[1] == found->message &&
          quad->nodes[2] == message) {
        return true;
      }
    }
  }
  return false;
}

static ln_status
compare_messages(const report* const expected, const report* const found, ln_text* const reason)
{
  for (size_t i = 0U; i < expected->n; ++i) {
    const row* const which = &expected->rows[i];
    for (size_t k = 0U; k < expected->graph->n; ++k) {
      const suite_quad* const quad = &expected->graph->quads[k];
      if (quad->nodes[0] == which->result && quad->nodes[1] == expected->message &&
          !has_message(found, which, quad->nodes[2])) {
        LN_TRY(ln_text_add(reason, LN_V("a message is missing")));
        LN_TRY(say_row(expected, which, "-", reason));
      }
    }
  }
  return LN_OK;
}

static ln_status
compare_reports(const report* const expected, const report* const found, ln_text* const reason)
{
  size_t a = 0U;
  size_t b = 0U;
  if (conforms_of(expected) != conforms_of(found)) {
    LN_TRY(ln_text_add(reason, LN_V("another sh:conforms; ")));
  }
  if (expected->n != found->n) {
    LN_TRY(ln_text_format(reason, "%zu results, %zu expected", found->n, expected->n));
  }
  while (a < expected->n || b < found->n) {
    const int order = a == expected->n ? 1
                      : b == found->n  ? -1
                                       : compare_rows(&expected->rows[a], &found->rows[b]);
    LN_TRY(order < 0 ? say_row(expected, &expected->rows[a], "-", reason) : LN_OK);
    LN_TRY(order > 0 ? say_row(found, &found->rows[b], "+", reason) : LN_OK);
    a += order <= 0;
    b += order >= 0;
  }
  return reason->n == 0U ? compare_messages(expected, found, reason) : LN_OK;
}

ln_status
suite_shacl_compare(suite_graph* const expected, suite_graph* const found, ln_text* const reason)
{
  report    a  = {.graph = expected};
  report    b  = {.graph = found};
  ln_status st = gather(&a);
  st           = st == LN_OK ? gather(&b) : st;
  st           = st == LN_OK ? compare_reports(&a, &b, reason) : st;
  ln_free(a.rows);
  ln_free(b.rows);
  return st;
}
