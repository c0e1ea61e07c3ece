/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Addresses and where they are on this machine. A map says that what begins with a prefix is read
   from a path; it works on text, so that a single file can be mapped as well as a folder. What no
   map has is not there: nothing is fetched. */

#include "run/locate_url.h"

/* One --url-map, cut at its first equals sign (a prefix that holds one would have it as %3D). */
static ln_view
prefix_of(const char* const map)
{
  const ln_view whole = ln_view_of(map);
  return ln_view_first(whole, ln_view_find(whole, '='));
}

static ln_view
target_of(const char* const map)
{
  return ln_view_from(ln_view_of(map), prefix_of(map).n + 1U);
}

ln_status
ln_url_map_path(const ln_job* const job, const ln_view url, ln_text* const path)
{
  const ln_view plain = ln_view_first(url, ln_view_find(url, '#'));
  const char*   best  = NULL;
  for (size_t i = 0U; i < job->n_url_maps; ++i) {
    const char* const map = job->url_maps[i];
    if (ln_view_starts(plain, prefix_of(map)) && (!best || prefix_of(map).n > prefix_of(best).n)) {
      best = map;
    }
  }
  if (!best) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(path, target_of(best)));
  return ln_text_add(path, ln_view_from(plain, prefix_of(best).n));
}

ln_status
ln_url_map_url(const ln_job* const job, const ln_view path, ln_text* const url)
{
  const char* best = NULL;
  for (size_t i = 0U; i < job->n_url_maps; ++i) {
    const char* const map = job->url_maps[i];
    if (ln_view_starts(path, target_of(map)) && (!best || target_of(map).n > target_of(best).n)) {
      best = map;
    }
  }
  if (!best) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(url, prefix_of(best)));
  return ln_text_add(url, ln_view_from(path, target_of(best).n));
}

static bool
is_blank(const char c)
{
  return c == ' ' || c == '\t';
}

static ln_view
skip_blanks(ln_view v)
{
  while (v.n > 0U && is_blank(v.s[0])) {
    v = ln_view_from(v, 1U);
  }
  return v;
}

/* The end of a parameter or of a link: `;` or `,` outside of quotes. */
static size_t
parameter_end(const ln_view v)
{
  bool   quoted = false;
  size_t n      = 0U;
  while (n < v.n && (quoted || (v.s[n] != ';' && v.s[n] != ','))) {
    quoted = quoted != (v.s[n] == '"');
    ++n;
  }
  return n;
}

static char
lower(const char c)
{
  static const char small[] = "abcdefghijklmnopqrstuvwxyz";
  if (c < 'A' || c > 'Z') {
    return c;
  }
  return small[c - 'A'];
}

static bool
same_word(const ln_view a, const ln_view b)
{
  bool same = a.n == b.n;
  for (size_t i = 0U; same && i < a.n; ++i) {
    same = lower(a.s[i]) == lower(b.s[i]);
  }
  return same;
}

/* Whether one of the words of a value, which may be quoted, is `word`. */
static bool
has_word(ln_view value, const ln_view word)
{
  if (value.n > 1U && value.s[0] == '"' && value.s[value.n - 1U] == '"') {
    value = ln_view_first(ln_view_from(value, 1U), value.n - 2U);
  }
  for (value = skip_blanks(value); value.n > 0U; value = skip_blanks(value)) {
    const size_t end = ln_view_find(value, ' ');
    if (same_word(ln_view_first(value, end), word)) {
      return true;
    }
    value = ln_view_from(value, end);
  }
  return false;
}

static bool
is_metadata_type(const ln_view value)
{
  return has_word(value, LN_V("application/csvm+json")) ||
         has_word(value, LN_V("application/ld+json")) || has_word(value, LN_V("application/json"));
}

/* Read the parameters of one link; `*rest` moves to the comma behind it. */
static bool
leads_to_metadata(ln_view* const rest)
{
  bool describes = false;
  bool typed     = false;
  while (rest->n > 0U && rest->s[0] != ',') {
    *rest                = skip_blanks(ln_view_from(*rest, rest->s[0] == ';' ? 1U : 0U));
    const size_t  end    = parameter_end(*rest);
    const ln_view whole  = ln_view_trim(ln_view_first(*rest, end));
    const size_t  equals = ln_view_find(whole, '=');
    const ln_view name   = ln_view_trim(ln_view_first(whole, equals));
    const ln_view value  = ln_view_trim(ln_view_from(whole, equals + 1U));
    describes = describes || (same_word(name, LN_V("rel")) && has_word(value, LN_V("describedby")));
    typed     = typed || (same_word(name, LN_V("type")) && is_metadata_type(value));
    *rest     = ln_view_from(*rest, end);
  }
  return describes && typed;
}

ln_view
ln_link_target(const ln_view header)
{
  ln_view found = {0};
  ln_view rest  = ln_view_trim(header);
  if (ln_view_find(rest, '<') == rest.n) {
    return rest.n > 0U ? rest : found;
  }
  while (rest.n > 0U) {
    rest               = ln_view_from(rest, ln_view_find(rest, '<') + 1U);
    const size_t  end  = ln_view_find(rest, '>');
    const ln_view link = ln_view_first(rest, end);
    rest               = ln_view_from(rest, end + 1U);
    if (end > 0U && leads_to_metadata(&rest)) {
      found = link;
    }
  }
  return found;
}
