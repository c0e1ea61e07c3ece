/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_VALIDATOR_H
#define LN_CHECK_VALIDATOR_H

#include "check/number_set.h"
#include "check/validate.h"

/* What the parts of the validator share. Private to check/. */

/** A shape that is being evaluated for one focus node. */
typedef struct {
  uint32_t shape;
  uint32_t focus;
  size_t   first;      ///< of its value nodes, in the validator's values
  uint32_t n;          ///< of them; sorted
  uint32_t constraint; ///< the one at hand, counted from the shape's first
  uint32_t value;      ///< of a constraint that asks for shapes: the value node at hand,
  uint32_t member;     ///< the shape at hand of its list,
  uint32_t count;      ///< and how often a node conformed
  bool     quiet;      ///< only whether it conforms is asked
  bool     failed;     ///< there is a result
} ln_frame;

/** Numbers, growing. */
typedef struct {
  uint32_t* v;
  size_t    n;
  size_t    cap;
} ln_numbers;

typedef enum { LN_VERDICT_NONE, LN_VERDICT_CONFORMS, LN_VERDICT_FAILS } ln_verdict;

typedef struct {
  const ln_shapes*     shapes;
  const ln_term_table* terms;
  const ln_triple_set* data;
  ln_log*              log;
  ln_results*          results;
  ln_frame*            frames;
  size_t               n_frames;
  size_t               cap_frames;
  ln_numbers           values;  ///< value nodes of all frames
  ln_numbers           queue;   ///< of a path: nodes and states, in turn
  ln_number_set        visited; ///< of a path
  ln_number_set        known;   ///< shapes and nodes whose verdict is known
  ln_verdict           verdict; ///< of the frame that was left last
} ln_validator;

LN_MUST ln_status
ln_numbers_add(ln_numbers* numbers, uint32_t number);

/** Order those from `first` on, and drop repeated ones. */
void
ln_numbers_sort(ln_numbers* numbers, size_t first);

/** A result of the constraint at hand; `value` and `predicate` may be LN_NO_TERM. */
LN_MUST ln_status
ln_validator_result(
  ln_validator* v, ln_frame* frame, const ln_constraint* c, uint32_t value, uint32_t predicate);

/** Report that a constraint cannot be decided, once. */
LN_MUST ln_status
ln_validator_refuse(ln_validator*        v,
                    const ln_frame*      frame,
                    const ln_constraint* c,
                    const char*          why);

/** Begin to evaluate a shape for a focus node; without a frame where the verdict is known. */
LN_MUST ln_status
ln_validator_enter(ln_validator* v, uint32_t shape, uint32_t focus, bool quiet);

/** Append the value nodes of a path. */
LN_MUST ln_status
ln_validator_walk(ln_validator* v, const ln_path* path, uint32_t focus);

/** Append the focus nodes of a shape. */
LN_MUST ln_status
ln_validator_targets(ln_validator* v, const ln_shape* shape, ln_numbers* out);

/** One step of a constraint that asks for shapes: enters another frame, or sets `*done`. */
LN_MUST ln_status
ln_validator_step(ln_validator* v, const ln_constraint* c, bool* done);

/** Whether a component asks for shapes. */
bool
ln_component_nested(ln_sh_component component);

/** Evaluate a constraint that asks for no shapes. */
LN_MUST ln_status
ln_validator_leaf(ln_validator* v, ln_frame* frame, const ln_constraint* c);

/** Constraints on pairs of properties and on sets of values (sections 4.3 and 4.5). */
LN_MUST ln_status
ln_validator_pair(ln_validator* v, ln_frame* frame, const ln_constraint* c);

LN_MUST ln_status
ln_validator_unique_lang(ln_validator* v, ln_frame* frame, const ln_constraint* c);

LN_MUST ln_status
ln_validator_closed(ln_validator* v, ln_frame* frame, const ln_constraint* c);

/** The value nodes of a frame. */
static inline const uint32_t*
ln_frame_values(const ln_validator* const v, const ln_frame* const frame)
{
  return v->values.v ? v->values.v + frame->first : NULL;
}

#endif
