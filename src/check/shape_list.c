/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* SHACL lists (section 1.1): well-formed, that is every node has one rdf:first and one rdf:rest,
   none has more, and it ends in rdf:nil, which a list that comes back to itself never does. */

#include "check/shapes_inner.h"

/* Lists longer than the graph has triples come back to themselves. */
static ln_status
walk(ln_shape_reader* const r, uint32_t node, bool* const good)
{
  const ln_vocabulary* const words = &r->out->words;
  size_t                     left  = ln_triple_set_size(r->graph);
  *good                            = true;
  while (*good && node != words->term[LN_W_NIL]) {
    const uint32_t first = ln_triple_set_object(r->graph, node, words->term[LN_W_FIRST]);
    node                 = ln_triple_set_object(r->graph, node, words->term[LN_W_REST]);
    *good                = first != LN_NO_TERM && node != LN_NO_TERM && left-- > 0U;
    if (*good) {
      LN_TRY(ln_shapes_add_member(r->out, first));
    }
  }
  return LN_OK;
}

ln_status
ln_shape_list(ln_shape_reader* const r,
              const ln_word          property,
              const uint32_t         list,
              ln_span* const         span,
              bool* const            good)
{
  const size_t first = r->out->n_members;
  LN_TRY(walk(r, list, good));
  const uint32_t nil = r->out->words.term[LN_W_NIL];
  *good              = *good && (list != nil || ln_triple_set_of(r->graph, nil).n == 0U);
  *span              = (ln_span){(uint32_t)first, (uint32_t)(r->out->n_members - first)};
  if (*good) {
    return LN_OK;
  }
  r->out->n_members = first;
  return ln_shape_fault(r, property, "node", list, "must be a well-formed list that ends");
}
