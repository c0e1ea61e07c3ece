/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_DIFF_TEXT_H
#define LN_RUN_DIFF_TEXT_H

#include "base/arena.h"
#include "base/out.h"
#include "base/status.h"
#include "base/view.h"
#include "rdf/names.h"
#include "sink/quad.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Changes for people: what happened to a subject stands together, the old value above the new one.
   Private to run/. */

/** One change; texts are in the arena of its ln_diff_text. */
typedef struct {
  ln_view  graph;
  ln_view  subject;
  ln_view  predicate;
  ln_view  object;
  ln_view  place; ///< `people.csv:4:3`
  uint64_t number;
  bool     added;
} ln_diff_line;

/** Caller's struct. Set `most`, and `name` if there are names; the rest is zero. */
typedef struct {
  uint64_t most; ///< changes of a side that are kept; 0: all
  /** What a subject is called, shown behind it; may be empty. NULL: nothing is known. */
  ln_view (*name)(const void* self, ln_view subject);
  const void*   self;
  uint64_t      n_side[2];
  ln_arena      arena;
  ln_diff_line* lines;
  size_t        n;
  size_t        cap;
} ln_diff_text;

/** Whether another change of that side would be kept. */
bool
ln_diff_text_wants(const ln_diff_text* text, bool added);

/** Keep a change, if it is wanted; all are counted. */
LN_MUST ln_status
ln_diff_text_add(ln_diff_text* text, bool added, const ln_quad* quad, ln_view place);

/** Write what was kept, in short names, and how much was not. */
LN_MUST ln_status
ln_diff_text_write(ln_diff_text* text, ln_out* out);

void
ln_diff_text_clear(ln_diff_text* text);

#endif
