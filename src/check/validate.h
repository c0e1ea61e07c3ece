/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_VALIDATE_H
#define LN_CHECK_VALIDATE_H

#include "base/diag.h"
#include "base/status.h"
#include "check/shape_reach.h"
#include "check/shapes.h"
#include "graph/term_table.h"
#include "graph/triple_set.h"

#include <signal.h>
#include <stddef.h>
#include <stdint.h>

/** A validation result (section 3.6.2), as numbers of the term table and of the shapes. */
typedef struct {
  uint32_t focus;
  uint32_t value;      ///< LN_NO_TERM: none
  uint32_t predicate;  ///< sh:resultPath where it is not that of the shape; else LN_NO_TERM
  uint32_t shape;      ///< source shape
  uint32_t constraint; ///< source constraint
} ln_result;

/** What comes of a validation. Zero-initialised but for `most`. */
typedef struct {
  ln_result* v;
  size_t     n;
  size_t     cap;
  size_t     most;    ///< keep no more
  uint64_t   total;   ///< also of those that were not kept
  uint32_t   refused; ///< constraint that was reported last to take too long, plus one
} ln_results;

void
ln_results_clear(ln_results* results);

/** Which shapes are evaluated for their targets. */
typedef enum {
  LN_SHAPES_ALL,
  LN_SHAPES_NEAR, ///< those that can be held against nodes one by one (check/shape_reach.h)
  LN_SHAPES_FAR,  ///< the others
} ln_shape_part;

/** What is held against shapes. Everything is borrowed. */
typedef struct {
  const ln_shapes*             shapes; ///< bound to the data
  const ln_term_table*         terms;
  const ln_triple_set*         data; ///< sealed
  ln_log*                      log;
  ln_shape_part                part;
  const ln_shape_reach*        reaches; ///< if not all are
  const volatile sig_atomic_t* stop;    ///< LN_STOP as soon as it is set; or NULL
} ln_shape_check;

/** Validate a data graph against shapes (section 3.4). Shapes come in the order in which the shapes
   graph first names them, focus nodes likewise in that of the data. What cannot be found out within
   bounds is reported to `log`. Results are added to those that are there. */
LN_MUST ln_status
ln_validate(const ln_shape_check* check, ln_results* results);

#endif
