/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_SHAPES_INNER_H
#define LN_CHECK_SHAPES_INNER_H

#include "base/text.h"
#include "check/shapes.h"

/* What the readers of shapes share. Private to check/. */

typedef struct {
  ln_shapes*           out;
  const ln_triple_set* graph;
  ln_term_table*       terms;
  uint32_t             source;
  ln_log*              log;
  uint32_t*            shape_of; ///< by term: its shape, plus one
  size_t               n_shape_of;
  uint32_t             node;    ///< of the shape at hand
  ln_span              classes; ///< rdfs:Class and all below, in the shapes graph
  ln_text              scratch;
} ln_shape_reader;

/** The arrays of ln_shapes, as `caps` counts them. */
enum {
  LN_SHAPE_ARRAY_SHAPES,
  LN_SHAPE_ARRAY_CONSTRAINTS,
  LN_SHAPE_ARRAY_TARGETS,
  LN_SHAPE_ARRAY_PATHS,
  LN_SHAPE_ARRAY_STEPS,
  LN_SHAPE_ARRAY_MEMBERS
};

LN_MUST ln_status
ln_shapes_add_shape(ln_shapes* shapes, const ln_shape* shape);

LN_MUST ln_status
ln_shapes_add_constraint(ln_shapes* shapes, const ln_constraint* constraint);

LN_MUST ln_status
ln_shapes_add_target(ln_shapes* shapes, const ln_shape_target* target);

LN_MUST ln_status
ln_shapes_add_path(ln_shapes* shapes, const ln_path* path);

LN_MUST ln_status
ln_shapes_add_step(ln_shapes* shapes, const ln_step* step);

LN_MUST ln_status
ln_shapes_add_member(ln_shapes* shapes, uint32_t member);

/** Order members from `first` on, and drop repeated ones. */
ln_span
ln_shapes_sort_members(ln_shapes* shapes, size_t first);

/** The values of a property of the shape at hand. */
ln_halves
ln_shape_values(const ln_shape_reader* r, ln_word property);

/** The only value, LN_NO_TERM if there is none or, which is reported, several. */
LN_MUST ln_status
ln_shape_value(ln_shape_reader* r, ln_word property, uint32_t* value);

/** A value that is true or false; another is reported. */
LN_MUST ln_status
ln_shape_flag(ln_shape_reader* r, ln_word property, bool* value);

/** The shape of a node, made when first asked for and read later. */
LN_MUST ln_status
ln_shape_reference(ln_shape_reader* r, uint32_t node, uint32_t* shape);

/** Report that the shape at hand breaks a rule: `path-maxCount` is the word `path` and the end
    `maxCount`. `value` is the term at fault, or LN_NO_TERM; `why` says what was expected. */
LN_MUST ln_status
ln_shape_fault(ln_shape_reader* r, ln_word word, const char* rule, uint32_t value, const char* why);

/** A term as messages show it. */
LN_MUST ln_status
ln_shape_shown(const ln_term_table* terms, uint32_t term, ln_text* out);

/** The members of a list, behind those that are there. `*good` is false if it is no well-formed
 * list, which is reported. */
LN_MUST ln_status
ln_shape_list(ln_shape_reader* r, ln_word property, uint32_t list, ln_span* span, bool* good);

/** The constraints of the shape at hand. */
LN_MUST ln_status
ln_shape_constraints(ln_shape_reader* r, uint32_t shape);

/** The path of the shape at hand. */
LN_MUST ln_status
ln_shape_path(ln_shape_reader* r, uint32_t shape);

/** Find the classes of classes; before any targets. */
LN_MUST ln_status
ln_shape_classes(ln_shape_reader* r);

/** The targets of the shape at hand. */
LN_MUST ln_status
ln_shape_targets(ln_shape_reader* r, uint32_t shape);

/** Mark and report shapes that refer to themselves. */
LN_MUST ln_status
ln_shape_recursion(ln_shape_reader* r);

#endif
