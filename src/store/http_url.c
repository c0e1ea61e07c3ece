/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What can be said of an URL without asking anybody. It is only cut at its outer borders (RFC 3986,
   section 3.2); libcurl takes it apart properly. */

#include "store/http.h"

/* Behind `http://` or `https://`; NULL if it begins otherwise. */
static const char*
behind_scheme(const ln_view url)
{
  static const ln_view SCHEMES[] = {{"http://", 7U}, {"https://", 8U}};
  for (size_t i = 0U; i < 2U; ++i) {
    if (ln_view_starts(url, SCHEMES[i])) {
      return url.s + SCHEMES[i].n;
    }
  }
  return NULL;
}

/* What stands between the scheme and the path. */
static ln_view
authority(const ln_view url)
{
  const char* const from = behind_scheme(url);
  ln_view           rest = {from, from ? (size_t)(url.s + url.n - from) : 0U};
  rest                   = ln_view_first(rest, ln_view_find(rest, '/'));
  rest                   = ln_view_first(rest, ln_view_find(rest, '?'));
  return ln_view_first(rest, ln_view_find(rest, '#'));
}

static bool
has_odd_byte(const ln_view url)
{
  for (size_t i = 0U; i < url.n; ++i) {
    const unsigned char c = (unsigned char)url.s[i];
    if (c <= ' ' || c == 0x7FU || c == '"' || c == '<' || c == '>' || c == '\\') {
      return true;
    }
  }
  return false;
}

bool
ln_http_check(const ln_view url, const char** const problem)
{
  const ln_view host = authority(url);
  *problem           = "";
  if (!behind_scheme(url)) {
    *problem = "it does not begin with http:// or https://";
  } else if (ln_view_find(host, '@') < host.n) {
    *problem = "it holds a name or password; they belong into a file of --login or ~/.netrc";
  } else if (host.n == 0U || host.s[0] == ':') {
    *problem = "it names no host";
  } else if (has_odd_byte(url)) {
    *problem = "it holds a blank or another character that no URL has";
  } else if (ln_view_find(url, '#') < url.n) {
    *problem = "it has a fragment";
  }
  return **problem == '\0';
}

bool
ln_http_is_local(const ln_view url)
{
  ln_view host = authority(url);
  if (ln_view_starts(host, LN_V("[::1]"))) {
    return true;
  }
  host = ln_view_first(host, ln_view_find(host, ':'));
  if (ln_view_equals(host, LN_V("localhost"))) {
    return true;
  }
  bool digits = ln_view_starts(host, LN_V("127."));
  for (size_t i = 0U; digits && i < host.n; ++i) {
    digits = host.s[i] == '.' || (host.s[i] >= '0' && host.s[i] <= '9');
  }
  return digits;
}
