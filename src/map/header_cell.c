/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The grammar of a header cell. Every mark begins with a sign of its own, so that one look at a
   character tells what comes; nothing is allocated, and what the parts mean is not asked here. */

#include "map/header_cell.h"

typedef struct {
  ln_view         cell;
  size_t          at;
  ln_header_cell* out;
  const char*     problem;
} reader;

static bool
fail(reader* const r, const char* const problem)
{
  r->problem = problem;
  return false;
}

static ln_view
rest_of(const reader* const r)
{
  return ln_view_from(r->cell, r->at);
}

static bool
is_blank(const char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Whether a mark begins here. */
static bool
is_mark(const ln_view rest)
{
  static const char single[] = {'[', '<', '@', '!'};
  for (size_t i = 0U; i < sizeof(single); ++i) {
    if (rest.s[0] == single[i]) {
      return true;
    }
  }
  return ln_view_starts(rest, LN_V("^^")) || ln_view_starts(rest, LN_V("?("));
}

static void
skip_blanks(reader* const r)
{
  while (r->at < r->cell.n && is_blank(r->cell.s[r->at])) {
    ++r->at;
  }
}

/* Up to a mark or the end, without blanks behind. */
static ln_view
take_word(reader* const r)
{
  const size_t start = r->at;
  while (r->at < r->cell.n && !is_mark(rest_of(r)) && r->cell.s[r->at] != '(') {
    ++r->at;
  }
  return ln_view_trim(ln_view_first(ln_view_from(r->cell, start), r->at - start));
}

/* What stands between brackets; the cursor is on the opening one, goes behind the closing one, and
   the same pair may stand inside. */
static bool
take_between(reader* const r, const char open, const char close, ln_view* const inside)
{
  const size_t start = r->at + 1U;
  size_t       depth = 0U;
  for (size_t i = r->at; i < r->cell.n; ++i) {
    depth += r->cell.s[i] == open ? 1U : 0U;
    if (r->cell.s[i] == close && --depth == 0U) {
      *inside = ln_view_first(ln_view_from(r->cell, start), i - start);
      r->at   = i + 1U;
      return true;
    }
  }
  return false;
}

static bool
take_separator(reader* const r)
{
  if (r->out->separator.s) {
    return fail(r, "a second [separator]");
  }
  if (!take_between(r, '[', ']', &r->out->separator)) {
    return fail(r, "a [separator] that is not closed");
  }
  return r->out->separator.n > 0U || fail(r, "an empty [separator]; write [;] or [|]");
}

static bool
take_template(reader* const r)
{
  if (r->out->template.s) {
    return fail(r, "a second <template>");
  }
  if (!take_between(r, '<', '>', &r->out->template)) {
    return fail(r, "a <template> that is not closed");
  }
  return r->out->template.n > 0U || fail(r, "an empty <template>; write <{+}> if cells are IRIs");
}

static bool
take_lang(reader* const r)
{
  if (r->out->lang.s) {
    return fail(r, "a second @language");
  }
  ++r->at;
  r->out->lang = take_word(r);
  return r->out->lang.n > 0U || fail(r, "@ without a language; write @en");
}

static bool
take_nulls(reader* const r)
{
  if (r->out->nulls.s) {
    return fail(r, "a second ?(null); write ?(NA|-)");
  }
  ++r->at;
  return take_between(r, '(', ')', &r->out->nulls) || fail(r, "a ?(null) that is not closed");
}

static bool
take_datatype(reader* const r)
{
  if (r->out->datatype.s) {
    return fail(r, "a second ^^datatype");
  }
  r->at += 2U;
  skip_blanks(r);
  if (r->at < r->cell.n && r->cell.s[r->at] == '<') {
    r->out->datatype_is_iri = true;
    if (!take_between(r, '<', '>', &r->out->datatype)) {
      return fail(r, "an <IRI> that is not closed");
    }
  } else {
    r->out->datatype = take_word(r);
  }
  if (r->out->datatype.n == 0U) {
    return fail(r, "^^ without a datatype; write ^^date");
  }
  if (r->at < r->cell.n && r->cell.s[r->at] == '(') {
    return take_between(r, '(', ')', &r->out->format) || fail(r, "a (format) that is not closed");
  }
  return true;
}

static bool
take_required(reader* const r)
{
  if (r->out->required) {
    return fail(r, "a second !");
  }
  ++r->at;
  r->out->required = true;
  return true;
}

static bool
take_mark(reader* const r)
{
  const ln_view rest = rest_of(r);
  if (ln_view_starts(rest, LN_V("^^"))) {
    return take_datatype(r);
  }
  if (ln_view_starts(rest, LN_V("?("))) {
    return take_nulls(r);
  }
  switch (rest.s[0]) {
  case '[':
    return take_separator(r);
  case '<':
    return take_template(r);
  case '@':
    return take_lang(r);
  case '!':
    return take_required(r);
  default:
    return fail(
      r, "a sign that means nothing here; a format stands behind a ^^datatype, a null as ?(null)");
  }
}

/* A keyword that ends where a mark or nothing follows. */
static bool
take_keyword(reader* const r, const ln_view keyword)
{
  const ln_view after = ln_view_from(r->cell, keyword.n);
  if (!ln_view_starts(r->cell, keyword) ||
      (after.n > 0U && !is_mark(after) && !is_blank(after.s[0]))) {
    return false;
  }
  r->at = keyword.n;
  return true;
}

static bool
take_what(reader* const r)
{
  if (r->cell.n == 0U) {
    r->out->kind = LN_HEADER_NOTHING;
  } else if (take_keyword(r, LN_V("@id"))) {
    r->out->kind = LN_HEADER_ID;
  } else if (take_keyword(r, LN_V("@type"))) {
    r->out->kind = LN_HEADER_TYPE;
  } else if (r->cell.s[0] == '<') {
    r->out->kind   = LN_HEADER_PROPERTY;
    r->out->is_iri = true;
    return take_between(r, '<', '>', &r->out->property) || fail(r, "an <IRI> that is not closed");
  } else {
    r->out->kind     = LN_HEADER_PROPERTY;
    r->out->property = take_word(r);
    return r->out->property.n > 0U ||
           fail(r, "a mark without a property in front; write a name, @id or @type first");
  }
  return true;
}

bool
ln_header_cell_parse(const ln_view         cell,
                     ln_header_cell* const out,
                     const char** const    problem,
                     size_t* const         at)
{
  reader r  = {.cell = cell, .out = out};
  *out      = (ln_header_cell){0};
  bool good = take_what(&r);
  for (skip_blanks(&r); good && r.at < cell.n; skip_blanks(&r)) {
    good = take_mark(&r);
  }
  *problem = r.problem;
  *at      = r.at;
  return good;
}
