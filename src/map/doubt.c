/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What CSVW has done with a row although its author cannot have meant it. Nothing is lost, so these
   are warnings; the row is one to be mended all the same. Asked only where a template made
   something of a cell that it could not take as it is. */

#include "map/maker.h"

#include "rdf/iri.h"

/* `{+cell}` alone means that the cell is the IRI. What no IRI can hold was percent-encoded, as the
   template demands; the person who wrote it meant something else. A cell that was found wrong
   already is not told of again. */
ln_status
ln_maker_doubt_url(ln_maker* const maker, const ln_iri_plan* const url)
{
  const ln_part* const part = &url->parts[0];
  size_t               n    = 0U;
  if (url->stem != LN_STEM_IRI || url->n != 1U ||
      part->operator!= '+' || part->source != LN_PART_VARIABLE) {
    return LN_OK;
  }
  const ln_item* const items = ln_maker_items(maker, part->variable, &n);
  if (n != 1U || items->state != LN_ITEM_GOOD || items->as_text) {
    return LN_OK;
  }
  ln_text_reset(&maker->folded);
  LN_TRY(ln_iri_mend(items->text, &maker->folded));
  if (maker->folded.n == items->text.n) {
    return LN_OK;
  }
  maker->doubtful = true;
  return maker->log ? ln_report(maker->log,
                                LN_L0220,
                                LN_KEPT,
                                ln_maker_where(maker, &maker->plan->variables[part->variable]),
                                LN_V(""),
                                "%s is no IRI; what cannot stand in one was percent-encoded",
                                ln_shown(maker->log, items->raw))
                    : LN_OK;
}

/* In plain CSVW an empty cell adds nothing to the IRI of the row, which then may be that of other
   rows, too. Told at the cell, unless it is told already that it must not be empty; operators such
   as `?` leave gaps on purpose. */
ln_status
ln_maker_doubt_gap(ln_maker* const maker, const ln_subject* const s)
{
  for (size_t i = 0U; i < s->iri.n; ++i) {
    const ln_part* const     part  = &s->iri.parts[i];
    const ln_variable* const v     = &maker->plan->variables[part->variable];
    const bool               plain = part->operator== ' ' || part->operator== '+';
    if (!plain || part->source != LN_PART_VARIABLE || v->column->required ||
        ln_value_exists(&maker->values[part->variable])) {
      continue;
    }
    maker->doubtful = true;
    return maker->log ? ln_report(maker->log,
                                  LN_L0221,
                                  LN_KEPT,
                                  ln_maker_where(maker, v),
                                  LN_V(""),
                                  "the cell is empty, but the IRI of the row is made of %.*s",
                                  (int)v->column->name.n,
                                  v->column->name.s)
                      : LN_OK;
  }
  return LN_OK;
}
