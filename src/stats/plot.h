/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STATS_PLOT_H
#define LN_STATS_PLOT_H

#include "base/out.h"
#include "base/status.h"
#include "stats/figures.h"

#include <stddef.h>
#include <stdint.h>

/** Plots as SVG within a page of HTML. Colours are those of the classes `bar`, `track` and `axis`
   of the page. Each has a title and a description for those who do not see it; `number` makes their
   ids unique in the page. Failures of the device are sticky there; else LN_NO_MEM. */
typedef struct {
  ln_view  title;       ///< what it shows
  ln_view  description; ///< what is to be seen, in a sentence
  unsigned number;
} ln_plot_words;

/** A bar for each of the first `n` figures, with name and number; with `of`, bars are parts of it
   and shares are said. */
LN_MUST ln_status
ln_plot_bars(
  ln_out* out, const ln_plot_words* words, const ln_figure_list* list, size_t n, uint64_t of);

/** A column for each decade. */
LN_MUST ln_status
ln_plot_columns(ln_out* out, const ln_plot_words* words, const ln_decade_figures* decades);

#endif
