/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Values of terms. What a literal is depends on its datatype and on whether its lexical form is one
   of that datatype; one that is not can still be compared as a term, and nothing else. Derived
   integers are integers. */

#include "query/value.h"

#include "rdf/duration.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

typedef struct {
  const char*   name;
  ln_value_kind kind;
  unsigned      fields;
} datatype_facts;

static const datatype_facts DATATYPES[] = {
  {"string", LN_VALUE_STRING, 0U},
  {"integer", LN_VALUE_INTEGER, 0U},
  {"boolean", LN_VALUE_BOOLEAN, 0U},
  {"decimal", LN_VALUE_DECIMAL, 0U},
  {"double", LN_VALUE_DOUBLE, 0U},
  {"float", LN_VALUE_FLOAT, 0U},
  {"dateTime", LN_VALUE_DATETIME, LN_HAS_YEAR | LN_HAS_MONTH | LN_HAS_DAY | LN_HAS_TIME},
  {"dateTimeStamp", LN_VALUE_DATETIME, LN_HAS_YEAR | LN_HAS_MONTH | LN_HAS_DAY | LN_HAS_TIME},
  {"date", LN_VALUE_DATE, LN_HAS_YEAR | LN_HAS_MONTH | LN_HAS_DAY},
  {"gYear", LN_VALUE_DATE, LN_HAS_YEAR},
  {"gYearMonth", LN_VALUE_DATE, LN_HAS_YEAR | LN_HAS_MONTH},
  {"gMonthDay", LN_VALUE_DATE, LN_HAS_MONTH | LN_HAS_DAY},
  {"gMonth", LN_VALUE_DATE, LN_HAS_MONTH},
  {"gDay", LN_VALUE_DATE, LN_HAS_DAY},
  {"time", LN_VALUE_DATE, LN_HAS_TIME},
  {"duration", LN_VALUE_DURATION, LN_HAS_MONTHS | LN_HAS_SECONDS},
  {"dayTimeDuration", LN_VALUE_DURATION, LN_HAS_SECONDS},
  {"yearMonthDuration", LN_VALUE_DURATION, LN_HAS_MONTHS},
  {"int", LN_VALUE_INTEGER, 0U},
  {"long", LN_VALUE_INTEGER, 0U},
  {"short", LN_VALUE_INTEGER, 0U},
  {"byte", LN_VALUE_INTEGER, 0U},
  {"nonNegativeInteger", LN_VALUE_INTEGER, 0U},
  {"positiveInteger", LN_VALUE_INTEGER, 0U},
  {"nonPositiveInteger", LN_VALUE_INTEGER, 0U},
  {"negativeInteger", LN_VALUE_INTEGER, 0U},
  {"unsignedInt", LN_VALUE_INTEGER, 0U},
  {"unsignedLong", LN_VALUE_INTEGER, 0U},
  {"unsignedShort", LN_VALUE_INTEGER, 0U},
  {"unsignedByte", LN_VALUE_INTEGER, 0U},
};

static const datatype_facts*
find_datatype(const ln_view datatype)
{
  const ln_view local = ln_view_from(datatype, sizeof(XSD) - 1U);
  for (size_t i = 0U;
       ln_view_starts(datatype, LN_V(XSD)) && i < sizeof(DATATYPES) / sizeof(DATATYPES[0]);
       ++i) {
    if (ln_view_equals(local, ln_view_of(DATATYPES[i].name))) {
      return &DATATYPES[i];
    }
  }
  return NULL;
}

static bool
read_integer(const ln_view text, ln_value* const v)
{
  ln_units units = 0;
  if (ln_view_find(text, '.') < text.n || !ln_value_read_decimal(text, &units)) {
    return false;
  }
  units /= LN_UNITS_ONE;
  if (units > INT64_MAX || units < INT64_MIN) {
    // It is a number all the same, and decimals are wider.
    v->kind    = LN_VALUE_DECIMAL;
    v->decimal = units * LN_UNITS_ONE;
    return true;
  }
  v->integer = (int64_t)units;
  return true;
}

static bool
read_boolean(const ln_view text, ln_value* const v)
{
  v->truth = ln_view_equals(text, LN_V("true")) || ln_view_equals(text, LN_V("1"));
  return v->truth || ln_view_equals(text, LN_V("false")) || ln_view_equals(text, LN_V("0"));
}

static bool
read_time(const ln_view text, const unsigned fields)
{
  ln_datetime t       = {0};
  const char* problem = NULL;
  return ln_datetime_parse(text, fields, &t, &problem);
}

static bool
read_duration(const ln_view text, const unsigned fields)
{
  ln_duration d       = {0};
  const char* problem = NULL;
  return ln_duration_parse(text, fields, &d, &problem);
}

static bool
read_lexical(const datatype_facts* const facts, ln_value* const v)
{
  switch (facts->kind) {
  case LN_VALUE_BOOLEAN:
    return read_boolean(v->text, v);
  case LN_VALUE_INTEGER:
    return read_integer(v->text, v);
  case LN_VALUE_DECIMAL:
    return ln_value_read_decimal(v->text, &v->decimal);
  case LN_VALUE_FLOAT:
  case LN_VALUE_DOUBLE:
    return ln_value_read_double(v->text, &v->number);
  case LN_VALUE_DATETIME:
  case LN_VALUE_DATE:
    return read_time(v->text, facts->fields);
  case LN_VALUE_DURATION:
    return read_duration(v->text, facts->fields);
  case LN_VALUE_ERROR:
  case LN_VALUE_IRI:
  case LN_VALUE_BLANK:
  case LN_VALUE_STRING:
  case LN_VALUE_TAGGED:
  case LN_VALUE_OTHER:
    break;
  }
  return true;
}

ln_value
ln_value_literal(const ln_view text, const ln_view datatype)
{
  const datatype_facts* const facts = find_datatype(datatype);
  ln_value v = {.kind = LN_VALUE_OTHER, .term = LN_ABSENT, .text = text, .datatype = datatype};
  if (facts) {
    v.kind   = facts->kind;
    v.fields = facts->fields;
    if (!read_lexical(facts, &v)) {
      v.kind = LN_VALUE_OTHER;
    }
  }
  return v;
}

ln_value
ln_value_of(const ln_pool* const pool, const uint32_t term)
{
  if (term == LN_ABSENT) {
    return ln_value_error();
  }
  const ln_read_term read = ln_pool_term(pool, term);
  ln_value           v    = {.term = term, .text = read.text, .lang = read.lang};
  if (read.kind == LN_IRI) {
    v.kind = LN_VALUE_IRI;
  } else if (read.kind == LN_BLANK) {
    v.kind = LN_VALUE_BLANK;
  } else if (read.lang.n > 0U) {
    v.kind     = LN_VALUE_TAGGED;
    v.datatype = read.datatype;
  } else {
    v      = ln_value_literal(read.text, read.datatype);
    v.term = term;
  }
  return v;
}

/* ---- back to terms ---- */

ln_status
ln_value_lexical(const ln_value* const value, ln_text* const to, ln_view* const lexical)
{
  *lexical = value->text;
  if (value->text.s) {
    return LN_OK;
  }
  ln_text_reset(to);
  if (value->kind == LN_VALUE_BOOLEAN) {
    LN_TRY(ln_text_add(to, value->truth ? LN_V("true") : LN_V("false")));
  } else if (ln_value_is_numeric(value)) {
    LN_TRY(ln_value_write_number(value, to));
  }
  *lexical = ln_text_view(to);
  return LN_OK;
}

static ln_view
datatype_of(const ln_value* const v)
{
  switch (v->kind) {
  case LN_VALUE_BOOLEAN:
    return LN_V(XSD "boolean");
  case LN_VALUE_INTEGER:
    return LN_V(XSD "integer");
  case LN_VALUE_DECIMAL:
    return LN_V(XSD "decimal");
  case LN_VALUE_FLOAT:
    return LN_V(XSD "float");
  case LN_VALUE_DOUBLE:
    return LN_V(XSD "double");
  case LN_VALUE_STRING:
    return LN_V(XSD "string");
  case LN_VALUE_DATETIME:
  case LN_VALUE_DATE:
  case LN_VALUE_DURATION:
  case LN_VALUE_OTHER:
  case LN_VALUE_ERROR:
  case LN_VALUE_IRI:
  case LN_VALUE_BLANK:
  case LN_VALUE_TAGGED:
    break;
  }
  return v->datatype;
}

ln_status
ln_value_term(ln_pool* const pool, const ln_value* const v, uint32_t* const term)
{
  ln_read_term read = {.kind = LN_LITERAL, .lang = v->lang};
  ln_text      text = {0};
  *term             = v->term;
  if (v->kind == LN_VALUE_ERROR || v->term != LN_ABSENT) {
    return LN_OK;
  }
  ln_status st = ln_value_lexical(v, &text, &read.text);
  if (v->kind == LN_VALUE_IRI) {
    read.kind = LN_IRI;
  } else if (v->kind != LN_VALUE_TAGGED) {
    read.datatype = datatype_of(v);
  }
  st = st == LN_OK ? ln_pool_add(pool, &read, term) : st;
  ln_text_clear(&text);
  return st;
}

int
ln_value_truth(const ln_value* const v)
{
  switch (v->kind) {
  case LN_VALUE_BOOLEAN:
    return v->truth ? 1 : 0;
  case LN_VALUE_STRING:
  case LN_VALUE_TAGGED:
    return v->text.n > 0U ? 1 : 0;
  case LN_VALUE_INTEGER:
    return v->integer != 0 ? 1 : 0;
  case LN_VALUE_DECIMAL:
    return v->decimal != 0 ? 1 : 0;
  case LN_VALUE_FLOAT:
  case LN_VALUE_DOUBLE:
    // Neither zero nor NaN.
    return v->number < 0.0 || v->number > 0.0 ? 1 : 0;
  case LN_VALUE_ERROR:
  case LN_VALUE_IRI:
  case LN_VALUE_BLANK:
  case LN_VALUE_DATETIME:
  case LN_VALUE_DATE:
  case LN_VALUE_DURATION:
  case LN_VALUE_OTHER:
    break;
  }
  // An ill-typed boolean or number is false (section 17.2.2).
  const datatype_facts* const facts = v->kind == LN_VALUE_OTHER ? find_datatype(v->datatype) : NULL;
  const bool typed = facts && facts->kind >= LN_VALUE_BOOLEAN && facts->kind <= LN_VALUE_DOUBLE;
  return typed ? 0 : -1;
}
