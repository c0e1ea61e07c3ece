/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STATS_FIGURES_H
#define LN_STATS_FIGURES_H

#include "base/arena.h"
#include "base/status.h"
#include "base/view.h"
#include "stats/tally.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What was counted, in the order in which it is shown: the most first, equal ones by name. */

typedef struct {
  ln_view  name; ///< short: `ln:Person`, a word
  ln_view  iri;  ///< the whole IRI; empty: there is none
  uint64_t n;
} ln_figure;

typedef struct {
  ln_figure* v;
  size_t     n;
} ln_figure_list;

/** A class, or all things without one, and how many of its things have each property. */
typedef struct {
  ln_figure      things;
  bool           classless;
  ln_figure_list properties;
} ln_class_figures;

typedef struct {
  ln_figure      triples;
  uint64_t       things; ///< different subjects
  uint64_t       iris;   ///< triples with such a value
  uint64_t       literals;
  uint64_t       blanks;
  uint64_t       distinct; ///< different values known; blank nodes are not among them
  bool           all;      ///< that are all there are
  uint64_t       cut;      ///< what counts of values may be too low by
  ln_figure_list values;   ///< the most frequent, as far as it is certain that no other is before
                           ///< them; empty if values do not recur
} ln_property_figures;

typedef struct {
  ln_figure      dates; ///< property and its dates with a decade
  uint64_t       open;
  int64_t        first; ///< first year of the first decade
  uint64_t*      counts;
  size_t         n;
  ln_figure_list list; ///< the same as `1990s`; if there are many, without those that have no dates
} ln_decade_figures;

typedef struct {
  ln_view              title;
  uint64_t             triples;
  uint64_t             things;
  size_t               n_classes;
  size_t               n_properties;
  size_t               n_decades;
  ln_class_figures*    classes; ///< those without a class last, if there are any; not in n_classes
  size_t               n_shown; ///< n_classes, and one for those
  ln_property_figures* properties;
  ln_decade_figures*   decades;       ///< of each property with dates
  ln_figure_list       class_list;    ///< the classes alone
  ln_figure_list       property_list; ///< the properties alone
  ln_figure_list       datatypes;
  ln_figure_list       languages;
  ln_figure_list       graphs;
  ln_prefix*           made; ///< prefixes that were made from IRIs that have none
  size_t               n_made;
  ln_arena             arena;
} ln_figures;

/** Values of a property that are listed at most; prefixes that are made. */
enum { LN_FIGURES_MOST = 1000, LN_FIGURES_MADE = 64 };

/** Put a finished tally in order, with at most `top` values of each property. The tally must stay.
   Caller's struct. */
LN_MUST ln_status
ln_figures_init(ln_figures* figures, const ln_tally* tally, ln_view title, size_t top);

void
ln_figures_clear(ln_figures* figures);

#endif
