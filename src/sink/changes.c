/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One line a quad. A patch names the graph in the line; SPARQL Update wants it around the lines, so
   a block stays open as long as quads of one graph follow each other. Nothing is kept but the name
   of that graph. */

#include "sink/changes.h"

static void
put_line(ln_out* const out, const ln_view before, const ln_view triple, const ln_view behind)
{
  ln_out_put_view(out, before);
  ln_out_put_view(out, triple);
  ln_out_put_view(out, behind);
}

static void
patch_put(ln_changes* const c, const bool added, const ln_quad* const quad)
{
  if (!c->begun) {
    ln_out_put_view(c->out, LN_V("TX .\n"));
    c->begun = true;
  }
  put_line(c->out, added ? LN_V("A ") : LN_V("D "), quad->triple, LN_V(""));
  if (quad->graph.n > 0U) {
    put_line(c->out, LN_V(" "), quad->graph, LN_V(""));
  }
  ln_out_put_view(c->out, LN_V(" .\n"));
}

static void
close_graph(ln_changes* const c)
{
  if (c->graph.n > 0U) {
    ln_out_put_view(c->out, LN_V("  }\n"));
    ln_text_reset(&c->graph);
  }
}

static void
close_operation(ln_changes* const c)
{
  if (c->n > 0U) {
    close_graph(c);
    ln_out_put_view(c->out, LN_V("} ;\n"));
    c->n = 0U;
  }
}

static ln_status
update_put(ln_changes* const c, const bool added, const ln_quad* const quad)
{
  if (c->n == LN_CHANGES_OPERATION || c->added != added) {
    close_operation(c);
  }
  if (c->n == 0U) {
    ln_out_put_view(c->out, added ? LN_V("INSERT DATA {\n") : LN_V("DELETE DATA {\n"));
    c->added = added;
  }
  if (!ln_view_equals(ln_text_view(&c->graph), quad->graph)) {
    close_graph(c);
    LN_TRY(ln_text_add(&c->graph, quad->graph));
    if (quad->graph.n > 0U) {
      put_line(c->out, LN_V("  GRAPH "), quad->graph, LN_V(" {\n"));
    }
  }
  put_line(c->out, quad->graph.n > 0U ? LN_V("    ") : LN_V("  "), quad->triple, LN_V(" .\n"));
  ++c->n;
  return LN_OK;
}

ln_status
ln_changes_put(ln_changes* const changes, const bool added, const ln_quad* const quad)
{
  if (changes->form == LN_CHANGES_UPDATE) {
    return update_put(changes, added, quad);
  }
  patch_put(changes, added, quad);
  return LN_OK;
}

void
ln_changes_end(ln_changes* const changes)
{
  if (changes->form == LN_CHANGES_UPDATE) {
    close_operation(changes);
  } else {
    ln_out_put_view(changes->out, changes->begun ? LN_V("TC .\n") : LN_V("TX .\nTC .\n"));
  }
}

void
ln_changes_clear(ln_changes* const changes)
{
  ln_text_clear(&changes->graph);
}
