/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Constraints that ask whether value nodes conform to other shapes (sections 4.6 and 4.7). Such a
   constraint goes on step by step: each step takes the verdict of the shape it asked for last, and
   either asks for the next or is done. Where it is stands in its frame, so nothing calls itself. */

#include "check/validator.h"

bool
ln_component_nested(const ln_sh_component component)
{
  return component >= LN_C_NOT && component <= LN_C_QUALIFIED_MAX_COUNT;
}

static bool
is_qualified(const ln_sh_component component)
{
  return component == LN_C_QUALIFIED_MIN_COUNT || component == LN_C_QUALIFIED_MAX_COUNT;
}

static ln_frame*
top(const ln_validator* const v)
{
  return &v->frames[v->n_frames - 1U];
}

static void
next_value(ln_frame* const frame)
{
  ++frame->value;
  frame->member = 0U;
}

static ln_status
fail_value(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  const uint32_t value = ln_frame_values(v, frame)[frame->value];
  next_value(frame);
  return ln_validator_result(v, frame, c, value, LN_NO_TERM);
}

/* sh:not, sh:node, sh:property: one shape a value. */
static ln_status
take_single(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  const bool conforms = v->verdict == LN_VERDICT_CONFORMS;
  if (c->component == LN_C_PROPERTY) { // its results are there already
    frame->failed = frame->failed || !conforms;
    next_value(frame);
    return LN_OK;
  }
  if (conforms == (c->component == LN_C_NOT)) {
    return fail_value(v, frame, c);
  }
  next_value(frame);
  return LN_OK;
}

/* sh:and, sh:or, sh:xone: a list of shapes a value. */
static ln_status
take_member(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  const bool conforms = v->verdict == LN_VERDICT_CONFORMS;
  ++frame->member;
  frame->count += conforms;
  if (c->component == LN_C_AND && !conforms) {
    return fail_value(v, frame, c);
  }
  if (c->component == LN_C_OR && conforms) {
    next_value(frame);
  }
  return LN_OK;
}

/* The qualified shape first, then its siblings, to none of which the value may conform. */
static void
take_qualified(const ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  const bool conforms = v->verdict == LN_VERDICT_CONFORMS;
  if (conforms != (frame->member == 0U)) {
    next_value(frame);
    return;
  }
  ++frame->member;
  if (frame->member > c->members.n) {
    ++frame->count;
    next_value(frame);
  }
}

static ln_status
take_verdict(ln_validator* const v, const ln_constraint* const c)
{
  ln_frame* const frame = top(v);
  if (v->verdict == LN_VERDICT_NONE) {
    return LN_OK;
  }
  if (is_qualified(c->component)) {
    take_qualified(v, frame, c);
    return LN_OK;
  }
  if (c->component == LN_C_AND || c->component == LN_C_OR || c->component == LN_C_XONE) {
    return take_member(v, frame, c);
  }
  return take_single(v, frame, c);
}

/* All members of a list were asked about a value. */
static ln_status
end_members(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  const bool good = c->component == LN_C_AND || (c->component == LN_C_XONE && frame->count == 1U);
  frame->count    = 0U;
  if (!good) {
    return fail_value(v, frame, c);
  }
  next_value(frame);
  return LN_OK;
}

static ln_status
end_values(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  const bool few  = c->component == LN_C_QUALIFIED_MIN_COUNT && frame->count < c->number;
  const bool many = c->component == LN_C_QUALIFIED_MAX_COUNT && frame->count > c->number;
  return few || many ? ln_validator_result(v, frame, c, LN_NO_TERM, LN_NO_TERM) : LN_OK;
}

static uint32_t
shape_wanted(const ln_validator* const v, const ln_frame* const frame, const ln_constraint* const c)
{
  if (is_qualified(c->component)) {
    return frame->member == 0U ? c->value
                               : v->shapes->members[c->members.first + frame->member - 1U];
  }
  return c->component == LN_C_AND || c->component == LN_C_OR || c->component == LN_C_XONE
           ? v->shapes->members[c->members.first + frame->member]
           : c->value;
}

ln_status
ln_validator_step(ln_validator* const v, const ln_constraint* const c, bool* const done)
{
  LN_TRY(take_verdict(v, c));
  ln_frame* const frame = top(v);
  const bool      lists =
    c->component == LN_C_AND || c->component == LN_C_OR || c->component == LN_C_XONE;
  v->verdict = LN_VERDICT_NONE;
  *done      = false;
  // A list of which no member is left settles its value.
  while (lists && frame->value < frame->n && frame->member == c->members.n) {
    LN_TRY(end_members(v, frame, c));
  }
  if (frame->value == frame->n) {
    *done = true;
    return end_values(v, frame, c);
  }
  if (frame->member == 0U && !is_qualified(c->component)) {
    frame->count = 0U;
  }
  const bool quiet = frame->quiet || c->component != LN_C_PROPERTY;
  return ln_validator_enter(
    v, shape_wanted(v, frame, c), ln_frame_values(v, frame)[frame->value], quiet);
}
