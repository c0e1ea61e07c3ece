/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Casts (section 17.5): from a string by its lexical form, else by value. */

#include "query/value.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

static ln_view
target_of(const ln_function_id id)
{
  switch ((int)id) {
  case LN_F_TO_BOOLEAN:
    return LN_V(XSD "boolean");
  case LN_F_TO_DATETIME:
    return LN_V(XSD "dateTime");
  case LN_F_TO_DATE:
    return LN_V(XSD "date");
  case LN_F_TO_DECIMAL:
    return LN_V(XSD "decimal");
  case LN_F_TO_DOUBLE:
    return LN_V(XSD "double");
  case LN_F_TO_FLOAT:
    return LN_V(XSD "float");
  default:
    return LN_V(XSD "integer");
  }
}

/* By the lexical form, in the form that the value has. */
static ln_value
from_string(const ln_view text, const ln_function_id id)
{
  ln_value v = ln_value_literal(ln_view_trim(text), target_of(id));
  if (v.kind == LN_VALUE_OTHER) {
    return ln_value_error();
  }
  if (ln_value_is_numeric(&v) || v.kind == LN_VALUE_BOOLEAN) {
    v.text = (ln_view){NULL, 0U};
  }
  // An integer that is too large for one is read as a decimal.
  return id == LN_F_TO_INTEGER && v.kind != LN_VALUE_INTEGER ? ln_value_error() : v;
}

static ln_value
to_number(const ln_value* const arg, const ln_function_id id)
{
  ln_value_kind kind = LN_VALUE_DOUBLE;
  if (id == LN_F_TO_INTEGER) {
    kind = LN_VALUE_INTEGER;
  } else if (id == LN_F_TO_DECIMAL) {
    kind = LN_VALUE_DECIMAL;
  } else if (id == LN_F_TO_FLOAT) {
    kind = LN_VALUE_FLOAT;
  }
  if (arg->kind == LN_VALUE_BOOLEAN) {
    const ln_value number = ln_value_integer(arg->truth ? 1 : 0);
    return ln_value_convert(&number, kind);
  }
  return ln_value_convert(arg, kind);
}

static ln_value
to_time(const ln_value* const arg, const ln_function_id id)
{
  const bool whole = arg->kind == LN_VALUE_DATETIME;
  if (whole == (id == LN_F_TO_DATETIME) &&
      (whole || ln_view_equals(arg->datatype, LN_V(XSD "date")))) {
    return *arg;
  }
  return ln_value_error();
}

static ln_status
to_string(ln_evaluator* const e, const ln_value* const arg, ln_value* const value)
{
  ln_view text = {NULL, 0U};
  if (arg->kind == LN_VALUE_BLANK) {
    return LN_OK;
  }
  LN_TRY(ln_value_lexical(arg, &e->text, &text));
  *value = ln_value_string(ln_arena_copy(&e->arena, text));
  return value->text.s ? LN_OK : LN_NO_MEM;
}

ln_status
ln_function_cast(ln_evaluator* const   e,
                 const ln_function_id  id,
                 const ln_value* const arg,
                 ln_value* const       value)
{
  if (id == LN_F_TO_STRING) {
    return to_string(e, arg, value);
  }
  if (arg->kind == LN_VALUE_STRING) {
    *value = from_string(arg->text, id);
  } else if (id == LN_F_TO_BOOLEAN) {
    const bool fits = ln_value_is_numeric(arg) || arg->kind == LN_VALUE_BOOLEAN;
    *value          = fits ? ln_value_boolean(ln_value_truth(arg) == 1) : ln_value_error();
  } else if (id == LN_F_TO_DATETIME || id == LN_F_TO_DATE) {
    *value = to_time(arg, id);
  } else {
    *value = to_number(arg, id);
  }
  return LN_OK;
}
