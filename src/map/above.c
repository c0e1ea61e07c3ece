/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `fillDown`: tables that were printed have one cell for several rows, and when they are copied,
   the rows below have an empty one. Such a cell has the text of the one above it. A maker remembers
   one text for each column that asks for it, so its rows must come in order and be all there are
   (ln_plan_row_local). The memory is that of the longest such cell. */

#include "map/maker.h"

#include "base/memory.h"

/* Empty is what has no text but blanks; a null that the mapping names is a text like others. */
ln_status
ln_maker_above(ln_maker* const          maker,
               const ln_variable* const v,
               ln_view* const           text,
               bool* const              clean)
{
  const size_t n = maker->plan->n_variables;
  if (!maker->above) {
    maker->above = ln_alloc_zero(n, sizeof(ln_text));
    if (!maker->above) {
      return LN_NO_MEM;
    }
  }
  ln_text* const above = &maker->above[v - maker->plan->variables];
  if (maker->number == 0U) { /* a table that is read again begins anew */
    ln_text_reset(above);
  }
  if (ln_view_trim(*text).n > 0U) {
    ln_text_reset(above);
    return ln_text_add(above, *text);
  }
  if (above->n > 0U) {
    *text  = ln_text_view(above);
    *clean = false;
  }
  return LN_OK;
}

void
ln_maker_forget_above(ln_maker* const maker)
{
  for (size_t i = 0U; maker->above && i < maker->plan->n_variables; ++i) {
    ln_text_clear(&maker->above[i]);
  }
  ln_free(maker->above);
  maker->above = NULL;
}
