/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Parsing cells. Each family of datatypes has one function that gives the lexical form and, where
   there are facets, hands the value to them. Invariant: a cell that is its lexical form already is
   borrowed, never copied, so that well-kept tables cost no memory at all; only formats, guesses
   and messages write to scratch. Views into scratch are kept as offsets while it may still grow,
   or room is made before. */

#include "rdf/datatype.h"

#include "base/utf8.h"
#include "rdf/datatype_inner.h"
#include "rdf/edtf.h"
#include "rdf/lexical.h"

static const size_t ROOM = 256U; ///< more than any date, time or guess takes

/** One cell on its way. */
typedef struct {
  const ln_datatype* datatype;
  ln_view            cell;
  ln_text*           scratch;
  ln_view*           lexical;
  ln_view*           problem;
} job;

static ln_value_result
bad(const job* const j, const char* const problem)
{
  *j->problem = ln_view_of(problem);
  return LN_VALUE_BAD;
}

static ln_value_result
good(const job* const j, const ln_view lexical)
{
  *j->lexical = lexical;
  return LN_VALUE_OK;
}

/** What a function that appends a problem to scratch from `start` on has found. */
static ln_value_result
settle(const job* const j, const ln_status status, const size_t start)
{
  if (status == LN_END) {
    *j->problem = ln_view_from(ln_text_view(j->scratch), start);
    return LN_VALUE_BAD;
  }
  return status == LN_OK ? LN_VALUE_OK : LN_VALUE_NO_MEM;
}

/** The lexical form stands in scratch from `start` on; if it is the cell, that is borrowed. */
static ln_view
written(const job* const j, const size_t start)
{
  const ln_view form = ln_view_from(ln_text_view(j->scratch), start);
  if (!ln_view_equals(form, j->cell)) {
    return form;
  }
  j->scratch->n = start;
  return j->cell;
}

static ln_value_result
check_value(const job* const j, const ln_value* const value)
{
  const size_t start = j->scratch->n;
  return settle(
    j,
    ln_facets_check_value(&j->datatype->facets, j->datatype->builtin->kind, value, j->scratch),
    start);
}

static ln_value_result
parse_number(const job* const j)
{
  ln_view  form  = j->cell;
  ln_value value = {0};
  if (j->datatype->form == LN_AS_NUMBER) {
    const size_t start = j->scratch->n;
    const char*  found = NULL;
    if (ln_text_reserve(j->scratch, j->cell.n + ROOM) != LN_OK) {
      return LN_VALUE_NO_MEM;
    }
    const ln_status status =
      ln_number_format_read(&j->datatype->as.number, j->cell, j->scratch, &found);
    if (status != LN_OK) {
      return status == LN_END ? bad(j, found) : LN_VALUE_NO_MEM;
    }
    form = written(j, start);
  }
  const char* const found = ln_facet_value(j->datatype->builtin, form, &value);
  if (found) {
    return bad(j, found);
  }
  *j->lexical = form;
  return check_value(j, &value);
}

/** The day is not in the month: say so with figures. */
static ln_value_result
bad_day(const job* const j, const ln_datetime* const datetime, const unsigned fields)
{
  const size_t    start  = j->scratch->n;
  const ln_status status = ln_datetime_day_problem(datetime, fields, j->scratch);
  return settle(j, status == LN_OK ? LN_END : status, start);
}

static ln_value_result
parse_datetime(const job* const j)
{
  const unsigned fields = j->datatype->builtin->flags;
  const char*    found  = NULL;
  ln_value       value  = {0};
  const bool     read =
    j->datatype->form == LN_AS_DATETIME
          ? ln_datetime_format_read(&j->datatype->as.datetime, j->cell, fields, &value.datetime, &found)
          : ln_datetime_parse(j->cell, fields, &value.datetime, &found);
  if (!read) {
    return found == LN_NO_SUCH_DAY ? bad_day(j, &value.datetime, fields) : bad(j, found);
  }
  *j->lexical = j->cell;
  if (j->datatype->form == LN_AS_DATETIME) {
    const size_t start = j->scratch->n;
    if (ln_text_reserve(j->scratch, j->cell.n + ROOM) != LN_OK ||
        ln_datetime_write(&value.datetime, fields, j->scratch) != LN_OK) {
      return LN_VALUE_NO_MEM;
    }
    *j->lexical = written(j, start);
  }
  return check_value(j, &value);
}

static ln_value_result
parse_duration(const job* const j)
{
  ln_value          value = {0};
  const char* const found = ln_facet_value(j->datatype->builtin, j->cell, &value);
  if (found) {
    return bad(j, found);
  }
  *j->lexical = j->cell;
  return check_value(j, &value);
}

static ln_value_result
parse_boolean(const job* const j)
{
  const ln_datatype* const d = j->datatype;
  if (d->form == LN_AS_WORDS) {
    if (ln_view_equals(j->cell, d->as.words[0])) {
      return good(j, LN_V("true"));
    }
    return ln_view_equals(j->cell, d->as.words[1]) ? good(j, LN_V("false"))
                                                   : bad(j, "it is neither of the two words");
  }
  if (ln_view_equals(j->cell, LN_V("true")) || ln_view_equals(j->cell, LN_V("false"))) {
    return good(j, j->cell);
  }
  if (ln_view_equals(j->cell, LN_V("1"))) {
    return good(j, LN_V("true"));
  }
  return ln_view_equals(j->cell, LN_V("0")) ? good(j, LN_V("false"))
                                            : bad(j, "it is neither true nor false");
}

/** Why a cell is no EDTF: with figures where the day is the reason. */
static ln_value_result
bad_edtf(const job* const j, const char* const problem)
{
  enum { DATE = LN_HAS_YEAR | LN_HAS_MONTH | LN_HAS_DAY };
  ln_datetime datetime = {0};
  const char* found    = NULL;
  return !ln_datetime_parse(j->cell, DATE, &datetime, &found) && found == LN_NO_SUCH_DAY
           ? bad_day(j, &datetime, DATE)
           : bad(j, problem);
}

static ln_value_result
parse_edtf(const job* const j)
{
  ln_edtf     edtf  = {0};
  const char* found = NULL;
  if (ln_edtf_parse(j->cell, &edtf, &found)) {
    return good(j, j->cell);
  }
  // Room first, so that a guess that fails was no lack of memory.
  const size_t start = j->scratch->n;
  if (ln_text_reserve(j->scratch, ROOM) != LN_OK) {
    return LN_VALUE_NO_MEM;
  }
  if (!ln_edtf_guess(j->cell, j->scratch)) {
    return bad_edtf(j, found);
  }
  *j->lexical = ln_view_from(ln_text_view(j->scratch), start);
  return LN_VALUE_MENDED;
}

/** Texts and binary data: the lexical form is the cell; the length is counted. */
static ln_value_result
parse_text(const job* const j)
{
  const ln_builtin_kind kind   = j->datatype->builtin->kind;
  const ln_view         cell   = j->cell;
  const bool            binary = kind == LN_DT_HEX || kind == LN_DT_BASE64;
  const char*           found  = NULL;
  size_t                length = 0U;
  if (kind == LN_DT_HEX) {
    found = ln_lexical_hex(cell, &length);
  } else if (kind == LN_DT_BASE64) {
    found = ln_lexical_base64(cell, &length);
  } else if (kind == LN_DT_LANGUAGE) {
    found = ln_lexical_language(cell);
  } else if (kind == LN_DT_NAME) {
    found = ln_lexical_name(cell);
  } else if (kind == LN_DT_NMTOKEN) {
    found = ln_lexical_nmtoken(cell);
  } else if (kind == LN_DT_QNAME) {
    found = ln_lexical_qname(cell);
  } else if (kind == LN_DT_URI) {
    found = ln_lexical_uri(cell);
  }
  if (found) {
    return bad(j, found);
  }
  *j->lexical = cell;
  if (!j->datatype->facets.has_length) {
    return LN_VALUE_OK;
  }
  const size_t start = j->scratch->n;
  length             = binary ? length : ln_utf8_count(cell);
  return settle(j,
                ln_facets_check_length(
                  &j->datatype->facets, length, binary ? "octets" : "characters", j->scratch),
                start);
}

static bool
is_space(const char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/** Whether steps 1 and 2 of section 6.4 change anything. */
static bool
has_loose_space(const ln_view v, const bool collapse)
{
  for (size_t i = 0U; i < v.n; ++i) {
    if (!is_space(v.s[i])) {
      continue;
    }
    const bool outer = i == 0U || i + 1U == v.n;
    if (v.s[i] != ' ' || (collapse && (outer || is_space(v.s[i + 1U])))) {
      return true;
    }
  }
  return false;
}

/** Append the cell with its white space as blanks, or runs of it as one blank and none outside. */
static ln_status
add_normalised(const ln_view v, const bool collapse, ln_text* const out)
{
  const size_t start = out->n;
  LN_TRY(ln_text_reserve(out, 3U * v.n + 2U * ROOM)); // the forms that follow need no more
  for (size_t i = 0U; i < v.n; ++i) {
    const bool space = is_space(v.s[i]);
    const bool again = space && (out->n == start || out->s[out->n - 1U] == ' ');
    if (!collapse || !again) {
      LN_TRY(ln_text_add_byte(out, space ? ' ' : v.s[i]));
    }
  }
  if (collapse && out->n > start && out->s[out->n - 1U] == ' ') {
    --out->n;
    out->s[out->n] = '\0';
  }
  return LN_OK;
}

static ln_value_result
parse_prepared(const job* const j)
{
  if (j->datatype->form == LN_AS_REGEX) {
    const ln_status status = ln_regex_match(j->datatype->as.regex, j->cell);
    if (status == LN_NO_MEM) {
      return LN_VALUE_NO_MEM;
    }
    if (status != LN_OK) {
      return bad(j,
                 status == LN_END ? "it does not match"
                                  : "matching it with the regular expression takes too long");
    }
  }
  switch (j->datatype->builtin->kind) {
  case LN_DT_INTEGER:
  case LN_DT_DECIMAL:
  case LN_DT_FLOAT:
    return parse_number(j);
  case LN_DT_DATETIME:
    return parse_datetime(j);
  case LN_DT_DURATION:
    return parse_duration(j);
  case LN_DT_BOOLEAN:
    return parse_boolean(j);
  case LN_DT_EDTF:
    return parse_edtf(j);
  case LN_DT_RAW:
  case LN_DT_NORMALIZED:
  case LN_DT_TOKEN:
  case LN_DT_LANGUAGE:
  case LN_DT_NAME:
  case LN_DT_NMTOKEN:
  case LN_DT_QNAME:
  case LN_DT_URI:
  case LN_DT_HEX:
  case LN_DT_BASE64:
  default:
    return parse_text(j);
  }
}

ln_value_result
ln_datatype_parse(const ln_datatype* const datatype,
                  const ln_view            cell,
                  ln_text* const           scratch,
                  ln_view* const           lexical,
                  ln_view* const           problem)
{
  const ln_builtin_kind kind = datatype->builtin->kind;
  job                   j    = {datatype, cell, scratch, lexical, problem};
  *lexical                   = cell;
  *problem                   = (ln_view){NULL, 0U};
  if (datatype->trivial) {
    return LN_VALUE_OK;
  }
  const bool collapse = kind != LN_DT_NORMALIZED;
  if (kind != LN_DT_RAW && has_loose_space(cell, collapse)) {
    const size_t start = scratch->n;
    if (add_normalised(cell, collapse, scratch) != LN_OK) {
      return LN_VALUE_NO_MEM;
    }
    j.cell = ln_view_from(ln_text_view(scratch), start);
  }
  return parse_prepared(&j);
}
