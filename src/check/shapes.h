/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_SHAPES_H
#define LN_CHECK_SHAPES_H

#include "base/diag.h"
#include "base/status.h"
#include "base/view.h"
#include "check/vocabulary.h"
#include "graph/term_table.h"
#include "graph/triple_set.h"
#include "rdf/builtin.h"
#include "rdf/pattern.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Shapes of SHACL Core (https://www.w3.org/TR/shacl/) as tables: what a shapes graph says, read
    once. Terms are numbers of one table, which is also that of the data graph. */

/** Part of an array of ln_shapes. */
typedef struct {
  uint32_t first;
  uint32_t n;
} ln_span;

/** A step of a path, from one state to another; a path begins in state 0 and ends in state 1. */
typedef enum { LN_STEP_FREE, LN_STEP_FORTH, LN_STEP_BACK } ln_step_kind;

typedef struct {
  ln_step_kind kind;
  uint32_t     from;
  uint32_t     to;
  uint32_t     predicate; ///< not of LN_STEP_FREE
} ln_step;

/** A path (section 2.3.1): a machine that follows triples forth or back. */
typedef struct {
  uint32_t node;   ///< sh:path
  ln_span  steps;  ///< in order of `from`
  uint32_t states; ///< their number
} ln_path;

/** A constraint: a component and the values of its parameters. */
typedef struct {
  ln_sh_component component;
  uint32_t        value;   ///< term; of a shape-expecting parameter the shape
  uint64_t        number;  ///< of a count or length
  ln_span         members; ///< of a list: terms (sorted) or shapes; of sh:class: all classes below;
                           ///< of sh:qualifiedValueShape: sibling shapes
  ln_pattern*       pattern;
  const ln_builtin* builtin; ///< sh:datatype with known lexical forms
} ln_constraint;

typedef enum {
  LN_TARGET_NODE,
  LN_TARGET_CLASS, ///< also implicit
  LN_TARGET_SUBJECTS,
  LN_TARGET_OBJECTS,
} ln_target_kind;

typedef struct {
  ln_target_kind kind;
  uint32_t       term;
  ln_span        classes; ///< of a class: that and all below, sorted
} ln_shape_target;

#define LN_NO_PATH UINT32_MAX

typedef struct {
  uint32_t node;
  uint32_t path;     ///< index, or LN_NO_PATH: a node shape
  uint32_t severity; ///< term
  ln_span  constraints;
  ln_span  targets;
  ln_span  messages; ///< terms, in `members`
  bool     deactivated;
  bool     recursive; ///< refers to itself, directly or not (section 3.4.3)
} ln_shape;

typedef struct {
  ln_vocabulary    words;
  ln_shape*        shapes;
  size_t           n_shapes;
  ln_constraint*   constraints;
  size_t           n_constraints;
  ln_shape_target* targets;
  size_t           n_targets;
  ln_path*         paths;
  size_t           n_paths;
  ln_step*         steps;
  size_t           n_steps;
  uint32_t*        members;
  size_t           n_members;
  size_t           caps[6]; ///< of these arrays
} ln_shapes;

/** Read all shapes of a graph. `source` is where they stand, for messages. Ill-formed shapes are
    reported with the rule of the specification (appendix "Summary of Syntax Rules"); what is
    ill-formed of them is left out. */
LN_MUST ln_status
ln_shapes_read(const ln_triple_set* graph,
               ln_term_table*       terms,
               uint32_t             source,
               ln_log*              log,
               ln_shapes*           shapes);

/** Find out what classes lie below those that shapes name, in the data graph (section 1.1: SHACL
 * subclass). Once, after reading. */
LN_MUST ln_status
ln_shapes_bind(ln_shapes* shapes, const ln_triple_set* data);

void
ln_shapes_clear(ln_shapes* shapes);

/** Whether a sorted span of members holds a number. */
bool
ln_shapes_has(const ln_shapes* shapes, ln_span span, uint32_t member);

#endif
