/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_SHAPE_VALUE_H
#define LN_RUN_SHAPE_VALUE_H

#include "base/status.h"
#include "check/shape_draft.h"
#include "map/plan.h"

#include <stdbool.h>
#include <stddef.h>

/* What the cells of one output become, as constraints on values. Private to run/. */

/** What the IRIs of a template begin with, whatever the row: a stem, and text behind it. */
typedef struct {
  ln_view stem;
  ln_view rest;
} ln_beginning;

ln_beginning
ln_shape_value_beginning(const ln_plan* plan, const ln_iri_plan* iri);

/** Whether the IRIs of two templates may be the same. */
bool
ln_beginning_meets(ln_beginning a, ln_beginning b);

/** What can be said of the values of an output. Two outputs with the same say the same. */
typedef struct {
  ln_word                  kind;      ///< one of the node kinds
  ln_beginning             beginning; ///< of IRIs; empty: any
  ln_view                  datatype;  ///< of literals; empty: not one
  ln_view                  lang;      ///< of texts; empty: none
  const ln_datatype_spec*  spec;      ///< whose facets hold; NULL: none do
  const ln_reference_plan* words; ///< the value map whose IRIs they are; NULL: of none, or of one
                                  ///< with too many
} ln_shape_value;

/** Add what an output may be: `*n` grows by one for each of several datatypes. There
   is room for `most`; with more of them nothing is said but that they are literals. */
void
ln_shape_value_of(
  const ln_plan* plan, const ln_output* output, ln_shape_value* values, size_t most, size_t* n);

bool
ln_shape_value_same(const ln_shape_value* a, const ln_shape_value* b);

/** Add the constraints to a shape. */
LN_MUST ln_status
ln_shape_value_add(ln_shape_draft* draft, uint32_t shape, const ln_shape_value* value);

#endif
