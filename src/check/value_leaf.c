/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Constraints that look at one value node at a time: its type (section 4.1), range (4.3) and text
   (4.4), and what it may be (4.8); and those that count values (4.2). Each is one function from a
   value to yes, no, or "takes too long". */

#include "check/literal.h"
#include "check/validator.h"

static bool
is_instance(const ln_validator* const v, const ln_constraint* const c, const uint32_t value)
{
  const ln_halves types = ln_triple_set_objects(v->data, value, v->shapes->words.term[LN_W_TYPE]);
  for (size_t i = 0U; i < types.n; ++i) {
    const uint32_t type = ln_half_node(types.v[i]);
    if (type == c->value || ln_shapes_has(v->shapes, c->members, type)) {
      return true;
    }
  }
  return false;
}

static bool
has_datatype(const ln_validator* const v, const ln_constraint* const c, const uint32_t value)
{
  return ln_term_table_datatype(v->terms, value) == c->value &&
         (!c->builtin || ln_literal_valid(c->builtin, ln_term_table_text(v->terms, value)));
}

static bool
has_kind(const ln_validator* const v, const ln_constraint* const c, const uint32_t value)
{
  return (c->number & (1U << ln_term_table_kind(v->terms, value))) != 0U;
}

static bool
is_above(const ln_validator* const v, const ln_constraint* const c, const uint32_t value)
{
  const ln_order order = ln_literal_compare(v->terms, value, c->value);
  return order == LN_GREATER || (order == LN_EQUAL && c->component == LN_C_MIN_INCLUSIVE);
}

static bool
is_below(const ln_validator* const v, const ln_constraint* const c, const uint32_t value)
{
  const ln_order order = ln_literal_compare(v->terms, value, c->value);
  return order == LN_LESS || (order == LN_EQUAL && c->component == LN_C_MAX_INCLUSIVE);
}

static bool
is_member(const ln_validator* const v, const ln_constraint* const c, const uint32_t value)
{
  return ln_shapes_has(v->shapes, c->members, value);
}

static bool
has_length(const ln_validator* const v, const ln_constraint* const c, const uint32_t value)
{
  if (ln_term_table_kind(v->terms, value) == LN_BLANK) {
    return false;
  }
  const size_t length = ln_literal_length(ln_term_table_text(v->terms, value));
  return c->component == LN_C_MIN_LENGTH ? length >= c->number : length <= c->number;
}

/* SPARQL's langMatches with a basic range (RFC 4647, section 3.3.1). */
static bool
matches_range(const ln_view tag, const ln_view range)
{
  if (ln_view_equals(range, LN_V("*"))) {
    return tag.n > 0U;
  }
  if (tag.n < range.n || (tag.n > range.n && tag.s[range.n] != '-')) {
    return false;
  }
  for (size_t i = 0U; i < range.n; ++i) {
    const bool upper = range.s[i] >= 'A' && range.s[i] <= 'Z';
    if (tag.s[i] != (upper ? (char)(range.s[i] | 0x20) : range.s[i])) {
      return false;
    }
  }
  return range.n > 0U;
}

static bool
has_language(const ln_validator* const v, const ln_constraint* const c, const uint32_t value)
{
  const ln_view tag = ln_term_table_lang(v->terms, value);
  for (uint32_t i = 0U; tag.n > 0U && i < c->members.n; ++i) {
    const uint32_t range = v->shapes->members[c->members.first + i];
    if (matches_range(tag, ln_term_table_text(v->terms, range))) {
      return true;
    }
  }
  return false;
}

/* Whether one value node is as it should be. */
typedef bool (*value_test)(const ln_validator* v, const ln_constraint* c, uint32_t value);

static const value_test TESTS[LN_COMPONENTS] = {
  [LN_C_CLASS]         = is_instance,
  [LN_C_DATATYPE]      = has_datatype,
  [LN_C_NODE_KIND]     = has_kind,
  [LN_C_MIN_EXCLUSIVE] = is_above,
  [LN_C_MIN_INCLUSIVE] = is_above,
  [LN_C_MAX_EXCLUSIVE] = is_below,
  [LN_C_MAX_INCLUSIVE] = is_below,
  [LN_C_MIN_LENGTH]    = has_length,
  [LN_C_MAX_LENGTH]    = has_length,
  [LN_C_LANGUAGE_IN]   = has_language,
  [LN_C_IN]            = is_member,
};

static ln_status
check_values(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  const value_test test = TESTS[c->component];
  for (uint32_t i = 0U; i < frame->n; ++i) {
    const uint32_t value = ln_frame_values(v, frame)[i];
    LN_TRY(test(v, c, value) ? LN_OK : ln_validator_result(v, frame, c, value, LN_NO_TERM));
  }
  return LN_OK;
}

/* Blank nodes match no pattern. One that takes too long is reported, and the value passes. */
static ln_status
check_pattern(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  for (uint32_t i = 0U; i < frame->n; ++i) {
    const uint32_t  value = ln_frame_values(v, frame)[i];
    const ln_status st    = ln_term_table_kind(v->terms, value) == LN_BLANK
                              ? LN_END
                              : ln_pattern_match(c->pattern, ln_term_table_text(v->terms, value));
    if (st == LN_END) {
      LN_TRY(ln_validator_result(v, frame, c, value, LN_NO_TERM));
    } else if (st == LN_STOP) {
      LN_TRY(ln_validator_refuse(v, frame, c, "its regular expression takes too long"));
    } else {
      LN_TRY(st);
    }
  }
  return LN_OK;
}

static ln_status
check_has_value(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  for (uint32_t i = 0U; i < frame->n; ++i) {
    if (ln_frame_values(v, frame)[i] == c->value) {
      return LN_OK;
    }
  }
  return ln_validator_result(v, frame, c, LN_NO_TERM, LN_NO_TERM);
}

static ln_status
check_count(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  const bool good = c->component == LN_C_MIN_COUNT ? frame->n >= c->number : frame->n <= c->number;
  return good ? LN_OK : ln_validator_result(v, frame, c, LN_NO_TERM, LN_NO_TERM);
}

ln_status
ln_validator_leaf(ln_validator* const v, ln_frame* const frame, const ln_constraint* const c)
{
  typedef ln_status (*check_func)(ln_validator*, ln_frame*, const ln_constraint*);
  static const check_func CHECKS[LN_COMPONENTS] = {
    [LN_C_MIN_COUNT]           = check_count,
    [LN_C_MAX_COUNT]           = check_count,
    [LN_C_PATTERN]             = check_pattern,
    [LN_C_HAS_VALUE]           = check_has_value,
    [LN_C_UNIQUE_LANG]         = ln_validator_unique_lang,
    [LN_C_EQUALS]              = ln_validator_pair,
    [LN_C_DISJOINT]            = ln_validator_pair,
    [LN_C_LESS_THAN]           = ln_validator_pair,
    [LN_C_LESS_THAN_OR_EQUALS] = ln_validator_pair,
    [LN_C_CLOSED]              = ln_validator_closed,
  };
  return TESTS[c->component] ? check_values(v, frame, c) : CHECKS[c->component](v, frame, c);
}
