/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What some stores want of an IRI and RDF syntaxes do not: escapes that are whole, brackets around
   addresses of hosts only, one `#`, a port of digits, and no characters without a place in RFC
   3987. Two passes over the text, no memory. */

#include "store/quirk_inner.h"

#include "base/utf8.h"

#include <stdint.h>

static bool
is_hex(const char c)
{
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* `iprivate`, which only a query may have. */
static bool
is_private(const uint32_t c)
{
  return (c >= 0xE000U && c <= 0xF8FFU) || c >= 0xF0000U;
}

/* Neither ASCII nor `ucschar`. */
static bool
is_foreign(const uint32_t c)
{
  const bool below    = c > 0x7FU && c < 0xA0U;
  const bool bmp      = (c >= 0xFDD0U && c <= 0xFDEFU) || (c >= 0xFFF0U && c <= 0xFFFFU);
  const bool last_two = c > 0xFFFFU && (c & 0xFFFEU) == 0xFFFEU;
  return below || bmp || last_two || (c >= 0xE0000U && c < 0xE1000U);
}

/* Between `//` and the next `/`: nobody or somebody, `@`, a host, and behind a colon a port. */
static bool
authority_valid(const ln_view authority)
{
  const size_t  at   = ln_view_find(authority, '@');
  const ln_view host = at < authority.n ? ln_view_from(authority, at + 1U) : authority;
  size_t        port = host.n;
  if (ln_view_find(host, '@') < host.n) {
    return false;
  }
  while (port > 0U && host.s[port - 1U] >= '0' && host.s[port - 1U] <= '9') {
    --port;
  }
  const bool address = ln_view_starts(host, LN_V("[")) || ln_view_find(host, ':') == host.n;
  return address || (port > 0U && ln_view_find(host, ':') == port - 1U);
}

static bool
escape_valid(const ln_view from)
{
  return from.n > 2U && is_hex(from.s[1]) && is_hex(from.s[2]);
}

/* Behind the authority. */
static bool
rest_valid(const ln_view rest)
{
  bool query    = false;
  bool fragment = false;
  for (size_t i = 0U; i < rest.n;) {
    const ln_view  from = ln_view_from(rest, i);
    const uint32_t c    = ln_utf8_next(rest, &i);
    if (c == '[' || c == ']' || is_foreign(c) || (is_private(c) && (!query || fragment)) ||
        (c == '#' && fragment) || (c == '%' && !escape_valid(from))) {
      return false;
    }
    query    = query || c == '?';
    fragment = fragment || c == '#';
  }
  return true;
}

bool
ln_quirk_iri(const ln_view iri)
{
  ln_view rest = ln_view_from(iri, ln_view_find(iri, ':') + 1U);
  if (!ln_view_starts(rest, LN_V("//"))) {
    return rest_valid(rest);
  }
  rest            = ln_view_from(rest, 2U);
  size_t end      = ln_view_find(rest, '/');
  end             = ln_view_find(ln_view_first(rest, end), '?');
  end             = ln_view_find(ln_view_first(rest, end), '#');
  const ln_view a = ln_view_first(rest, end);
  for (size_t i = ln_view_find(a, '%'); i < a.n; ++i) {
    if (a.s[i] == '%' && !escape_valid(ln_view_from(a, i))) {
      return false;
    }
  }
  return authority_valid(a) && rest_valid(ln_view_from(rest, end));
}
