/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Prefixes and templates of header cells. A prefix is replaced here, because a CSVW document may
   not declare any of its own; a name that might be a misspelt prefix is never taken for the scheme
   of an IRI, but for the few schemes that people write without slashes. */

#include "base/fold.h"
#include "base/text.h"
#include "map/header_inner.h"
#include "rdf/prefix.h"

static ln_view
find_prefix(const ln_header_setting* const setting, const ln_view name)
{
  for (size_t i = setting->n_prefixes; i > 0U; --i) {
    if (ln_view_equals(setting->prefixes[i - 1U].name, name)) {
      return setting->prefixes[i - 1U].iri;
    }
  }
  return (ln_view){NULL, 0U};
}

static bool
is_scheme(const ln_view name)
{
  static const char* const schemes[] = {"urn", "mailto", "tel", "info", "tag", "doi"};
  for (size_t i = 0U; i < sizeof(schemes) / sizeof(schemes[0]); ++i) {
    if (ln_view_equals(name, ln_view_of(schemes[i]))) {
      return true;
    }
  }
  return false;
}

static ln_status
report_prefix(ln_header_reader* const r, const size_t i, const ln_view prefix)
{
  const ln_header_setting* const setting = r->setting;
  ln_text                        hint    = {0};
  ln_nearest                     nearest = {.word = prefix};
  for (size_t k = 0U; k < setting->n_prefixes; ++k) {
    ln_nearest_offer(&nearest, setting->prefixes[k].name, setting->prefixes[k].name);
  }
  for (size_t k = 0U; ln_prefix_at(k).n > 0U; ++k) {
    ln_nearest_offer(&nearest, ln_prefix_at(k), ln_prefix_at(k));
  }
  ln_status st = ln_nearest_text(&nearest, &hint);
  st           = st == LN_OK ? ln_header_report(r,
                                      i,
                                      LN_L0431,
                                      ln_text_view(&hint),
                                      "the prefix %s is not known",
                                      ln_shown(setting->log, prefix))
                             : st;
  ln_text_clear(&hint);
  return st;
}

static ln_status
keep_text(ln_header_reader* const r, ln_text* const text, ln_view* const out)
{
  *out = ln_arena_copy(&r->arena, ln_text_view(text));
  ln_text_clear(text);
  return out->s ? LN_OK : LN_NO_MEM;
}

ln_status
ln_header_expand(ln_header_reader* const r, const size_t i, const ln_view name, ln_view* const out)
{
  const size_t  colon  = ln_view_find(name, ':');
  const ln_view prefix = ln_view_first(name, colon);
  const ln_view local  = ln_view_from(name, colon + 1U);
  const ln_view own    = find_prefix(r->setting, prefix);
  ln_text       text   = {0};
  *out                 = name;
  if (colon == name.n || ln_view_find(name, '{') < colon || ln_view_starts(local, LN_V("//"))) {
    return LN_OK;
  }
  ln_status st = LN_OK;
  if (own.s) {
    st = ln_text_add(&text, own);
    st = st == LN_OK ? ln_text_add(&text, local) : st;
  } else {
    st = ln_prefix_expand(name, &text);
  }
  if (st == LN_OK && text.n == 0U) {
    ln_text_clear(&text);
    *out = is_scheme(prefix) ? name : (ln_view){NULL, 0U};
    return out->s ? LN_OK : report_prefix(r, i, prefix);
  }
  const ln_status kept = keep_text(r, &text, out);
  return st == LN_OK ? kept : st;
}

/* Whether a name between braces is a column, or one of CSVW's own. */
static bool
is_variable(const ln_header_reader* const r, const ln_view name)
{
  static const char* const own[] = {"_row", "_sourceRow", "_column", "_sourceColumn", "_name"};
  for (size_t i = 0U; i < sizeof(own) / sizeof(own[0]); ++i) {
    if (ln_view_equals(name, ln_view_of(own[i]))) {
      return true;
    }
  }
  for (size_t i = 0U; i < r->n; ++i) {
    if (r->columns[i].name.n > 0U && ln_view_equals(name, r->columns[i].name)) {
      return true;
    }
  }
  return false;
}

static ln_status
report_variable(ln_header_reader* const r, const size_t i, const ln_view name)
{
  ln_text    hint    = {0};
  ln_nearest nearest = {.word = name};
  for (size_t k = 0U; k < r->n; ++k) {
    if (r->columns[k].name.n > 0U) {
      ln_nearest_offer(&nearest, r->columns[k].name, r->columns[k].name);
    }
  }
  ln_status st = ln_nearest_text(&nearest, &hint);
  st           = st == LN_OK ? ln_header_report(r,
                                      i,
                                      LN_L0432,
                                      ln_text_view(&hint),
                                      "no column is called %s",
                                      ln_shown(r->setting->log, name))
                             : st;
  ln_text_clear(&hint);
  return st;
}

/* RFC 6570: a level-4 modifier behind a name. */
static ln_view
without_modifier(const ln_view name)
{
  const ln_view bare = ln_view_first(name, ln_view_find(name, ':'));
  return ln_view_ends(bare, LN_V("*")) ? ln_view_first(bare, bare.n - 1U) : bare;
}

static bool
is_operator(const char c)
{
  return c == '+' || c == '#' || c == '.' || c == '/' || c == ';' || c == '?' || c == '&';
}

/* One expression, between its braces: the names in it; none means the cell itself. */
static ln_status
add_expression(ln_header_reader* const r, const size_t i, const ln_view inside, ln_text* const out)
{
  const size_t sign  = inside.n > 0U && is_operator(inside.s[0]) ? 1U : 0U;
  ln_view      names = ln_view_from(inside, sign);
  LN_TRY(ln_text_add_byte(out, '{'));
  LN_TRY(ln_text_add(out, ln_view_first(inside, sign)));
  LN_TRY(ln_text_add(out, names.n > 0U ? names : r->columns[i].name));
  LN_TRY(ln_text_add_byte(out, '}'));
  while (names.n > 0U) {
    const size_t  end  = ln_view_find(names, ',');
    const ln_view name = without_modifier(ln_view_first(names, end));
    if (!is_variable(r, name)) {
      LN_TRY(report_variable(r, i, name));
    }
    names = ln_view_from(names, end + 1U);
  }
  return LN_OK;
}

static ln_status
fill(ln_header_reader* const r, const size_t i, const ln_view template, ln_text* const out)
{
  ln_view rest = template;
  while (rest.n > 0U) {
    const size_t open = ln_view_find(rest, '{');
    LN_TRY(ln_text_add(out, ln_view_first(rest, open)));
    if (open == rest.n) {
      break;
    }
    rest               = ln_view_from(rest, open + 1U);
    const size_t close = ln_view_find(rest, '}');
    if (close == rest.n) {
      return ln_header_report(r, i, LN_L0430, LN_V(""), "a brace of the <template> is not closed");
    }
    LN_TRY(add_expression(r, i, ln_view_first(rest, close), out));
    rest = ln_view_from(rest, close + 1U);
  }
  return LN_OK;
}

ln_status
ln_header_template(ln_header_reader* const r, const size_t i)
{
  ln_header_column* const column = &r->columns[i];
  const bool              iri    = column->cell.kind != LN_HEADER_PROPERTY;
  ln_view template               = column->cell.template;
  ln_text text                   = {0};
  if (!template.s && !iri) {
    return LN_OK;
  }
  LN_TRY(ln_header_expand(r, i, template.s ? template : LN_V("{+}"), &template));
  const ln_status st   = fill(r, i, template, &text);
  const ln_status kept = keep_text(r, &text, &column->template);
  return st == LN_OK ? kept : st;
}

bool
ln_header_prefix_read(const ln_view text, ln_header_prefix* const prefix)
{
  const ln_view word = LN_V("@prefix ");
  const bool    row  = ln_view_starts(text, word);
  const ln_view rest = ln_view_trim(row ? ln_view_from(text, word.n) : text);
  const size_t  cut  = ln_view_find(rest, row ? ':' : '=');
  ln_view       iri  = ln_view_trim(ln_view_from(rest, cut + 1U));
  prefix->name       = ln_view_trim(ln_view_first(rest, cut));
  if (row && ln_view_ends(iri, LN_V("."))) {
    iri = ln_view_trim(ln_view_first(iri, iri.n - 1U));
  }
  if (ln_view_starts(iri, LN_V("<")) && ln_view_ends(iri, LN_V(">"))) {
    iri = ln_view_first(ln_view_from(iri, 1U), iri.n - 2U);
  } else if (row) {
    return false;
  }
  prefix->iri = iri;
  return cut < rest.n && prefix->name.n > 0U && iri.n > 0U;
}
