/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_SHAPE_REACH_H
#define LN_CHECK_SHAPE_REACH_H

#include "base/status.h"
#include "check/shapes.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** How far a shape looks from a node that it is evaluated for. */
typedef enum {
  LN_REACH_TERM,  ///< at the term alone
  LN_REACH_NODE,  ///< at what the node has, the triples that it is the subject of
  LN_REACH_GRAPH, ///< further
} ln_reach;

/** Why a shape cannot be held against nodes one by one, each with what it has. */
typedef enum {
  LN_FAR_NOT,       ///< it can
  LN_FAR_TARGETS,   ///< its targets are single nodes, or objects
  LN_FAR_RECURSIVE, ///< it refers to itself
  LN_FAR_PATH,      ///< its path goes on to other nodes, or comes from them
  LN_FAR_CLASS,     ///< it asks of what class other nodes are, or what they have
  LN_FAR_SHAPE,     ///< a shape that it asks for looks too far
} ln_far;

/** What is known of one shape. */
typedef struct {
  ln_reach reach;
  ln_far   why;
  uint32_t other; ///< of LN_FAR_SHAPE: the shape that is asked for
  bool     whole; ///< it is evaluated on the whole graph, for targets of its own or of others
} ln_shape_reach;

/** Find out of all shapes; there is room for as many as there are. */
void
ln_shape_reaches(const ln_shapes* shapes, ln_shape_reach* reaches);

/** Whether a shape with targets can be held against nodes one by one; else why not. */
ln_far
ln_shape_far(const ln_shapes* shapes, const ln_shape_reach* reaches, uint32_t shape);

/** The predicates that are looked at on the whole graph, sorted, each once. False: any may be.
   There is room for as many as there are constraints, steps and targets, and two more. */
bool
ln_shape_far_predicates(const ln_shapes*      shapes,
                        const ln_shape_reach* reaches,
                        uint32_t*             predicates,
                        size_t*               n);

#endif
