/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Ordered cells: their items are one rdf:List ("Generating RDF from Tabular Data", section 4.2,
   step 4.6.8.5). The nodes of a list are described after the thing that the list belongs to, or
   given along with it where a syntax has a form for lists; they are kept until then. They are
   blank, since the specification gives them no names; their labels are made of table, row and
   number, so that every run writes the same. */

#include "map/maker.h"

#include "base/memory.h"

#include <inttypes.h>

enum { FIRST_LINKS = 48 };

static ln_status
make_node(ln_maker* const maker, ln_term* const node)
{
  ln_view label = {0};
  ln_text_reset(&maker->text);
  LN_TRY(ln_text_format(&maker->text,
                        "t%ur%" PRIu64 "l%zu",
                        maker->plan->number,
                        maker->row->number,
                        ++maker->list_nodes));
  LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->text), &label));
  *node = (ln_term){.s = label.s, .n = (uint32_t)label.n, .kind = LN_BLANK, .flags = LN_CLEAN};
  return LN_OK;
}

static ln_status
add_link(ln_maker* const maker, const ln_term node, const ln_term item)
{
  if (maker->n_links + (size_t)LN_LINK > maker->cap_links) {
    const size_t   cap  = maker->cap_links ? maker->cap_links * 2U : FIRST_LINKS;
    ln_term* const more = ln_realloc(maker->links, cap, sizeof(ln_term));
    if (!more) {
      return LN_NO_MEM;
    }
    maker->links     = more;
    maker->cap_links = cap;
  }
  maker->links[maker->n_links++] = node;
  maker->links[maker->n_links++] = item;
  maker->links[maker->n_links++] = maker->plan->lists->nil;
  return LN_OK;
}

ln_status
ln_maker_list(ln_maker* const        maker,
              const ln_output* const output,
              const ln_item* const   items,
              const size_t           n,
              ln_term* const         head)
{
  const ln_variable* const v     = &maker->plan->variables[output->variable];
  bool                     first = true;
  *head                          = maker->plan->lists->nil;
  for (size_t i = 0U; i < n; ++i) {
    ln_term node   = {0};
    ln_term object = {0};
    if (items[i].state != LN_ITEM_GOOD || items[i].lexical.n > UINT32_MAX) {
      continue;
    }
    LN_TRY(ln_maker_object(maker, output, v, &items[i], &object));
    LN_TRY(make_node(maker, &node));
    *(first ? head : &maker->links[maker->n_links - 1U]) = node;
    LN_TRY(add_link(maker, node, object));
    first = false;
  }
  return LN_OK;
}

void
ln_maker_lend_lists(const ln_maker* const maker, const ln_sink sink, ln_desc* const desc)
{
  if (maker->n_backed == 0U && !maker->plan->cells && ln_sink_takes_lists(sink)) {
    desc->links   = maker->links ? maker->links : &maker->plan->lists->nil; /* all are empty */
    desc->n_links = maker->n_links;
  }
}

ln_status
ln_maker_links(ln_maker* const maker, const ln_term graph, const ln_sink sink)
{
  const ln_list_plan* const plan = maker->plan->lists;
  for (size_t i = 0U; i + (size_t)LN_LINK <= maker->n_links; i += (size_t)LN_LINK) {
    const ln_pair pairs[] = {{.object = maker->links[i + 1U], .predicate = plan->first},
                             {.object = maker->links[i + 2U], .predicate = plan->rest}};
    const ln_desc desc    = {.subject = maker->links[i],
                             .graph   = graph,
                             .pairs   = pairs,
                             .n_pairs = 2U,
                             .where   = {maker->plan->source, 0U, maker->row->number}};
    LN_TRY(ln_sink_describe(sink, &desc));
    LN_TRY(maker->plan->cells ? ln_maker_cells(maker, &desc, sink) : LN_OK);
  }
  return LN_OK;
}
