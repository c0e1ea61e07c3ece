/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* IRIs as bytes: RFC 3987 well-formedness, RFC 3986 resolution, RFC 6570 encoding. What
   ln_iri_valid accepts, every strict RDF parser accepts between `<` and `>` (raptor and serd look
   at less, oxigraph at about as much). One switch gives each ASCII byte the places where it may
   stand, so that each check is one look per byte; bytes from 0x80 on are decoded, because RFC 3987
   leaves out non-characters and keeps private use for queries. Only resolution and encoding
   allocate, in the text they append to. */

#include "rdf/iri.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

enum {
  UNRESERVED = 1,  ///< A-Z a-z 0-9 - . _ ~
  SUB_DELIM  = 2,  ///< ! $ & ' ( ) * + , ; =
  GEN_DELIM  = 4,  ///< : / ? # [ ] @
  AT_COLON   = 8,  ///< : @
  SLASH      = 16, ///< /
  QUESTION   = 32, ///< ?
  REFUSED    = 64, ///< what an IRIREF cannot hold: blank, < > " { } | ^ ` \ and controls
  PERCENT    = 128,
  BEYOND     = 256, ///< not ASCII
};

static bool
is_alnum(const char c)
{
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

enum {
  U = UNRESERVED,
  S = SUB_DELIM,
  G = GEN_DELIM,
  A = GEN_DELIM | AT_COLON,
  L = GEN_DELIM | SLASH,
  Q = GEN_DELIM | QUESTION,
  P = PERCENT,
  X = REFUSED,
};

// clang-format off
static const uint16_t CLASSES[128] = {
  X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, // 0x00
  X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, // 0x10
  X, S, X, G, S, P, S, S, S, S, S, S, S, U, U, L, // 0x20
  U, U, U, U, U, U, U, U, U, U, A, S, X, S, X, Q, // 0x30
  A, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, // 0x40
  U, U, U, U, U, U, U, U, U, U, U, G, X, G, X, U, // 0x50
  X, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, // 0x60
  U, U, U, U, U, U, U, U, U, U, U, X, X, X, U, X, // 0x70
};
// clang-format on

static unsigned
class_of(const char c)
{
  return (unsigned char)c < 0x80U ? CLASSES[(unsigned char)c] : BEYOND;
}

static bool
is_hex(const char c)
{
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

static bool
is_triplet(const ln_view v, const size_t at)
{
  return v.s[at] == '%' && at + 2U < v.n && is_hex(v.s[at + 1U]) && is_hex(v.s[at + 2U]);
}

/** The five parts of a reference (RFC 3986, appendix B). A part that is absent has s NULL. */
typedef struct {
  ln_view scheme, authority, path, query, fragment;
} parts;

/** Length of the scheme in front of a colon, 0 if there is none. */
static size_t
scheme_length(const ln_view v)
{
  const size_t n = ln_view_find(v, ':');
  if (n == v.n || n == 0U || !is_alnum(v.s[0]) || (v.s[0] >= '0' && v.s[0] <= '9')) {
    return 0U;
  }
  for (size_t i = 1U; i < n; ++i) {
    if (!is_alnum(v.s[i]) && v.s[i] != '+' && v.s[i] != '-' && v.s[i] != '.') {
      return 0U;
    }
  }
  return n;
}

/** Cut `*v` at the first byte `c`: what follows it is returned (s NULL: there is none). */
static ln_view
cut(ln_view* const v, const char c)
{
  const size_t  n    = ln_view_find(*v, c);
  const ln_view tail = n < v->n ? (ln_view){v->s + n + 1U, v->n - n - 1U} : (ln_view){NULL, 0U};
  v->n               = n;
  return tail;
}

static parts
split(ln_view v)
{
  if (!v.s) {
    v.s = ""; // an empty reference still has a path
  }
  parts        p = {{NULL, 0U}, {NULL, 0U}, {NULL, 0U}, {NULL, 0U}, {NULL, 0U}};
  const size_t n = scheme_length(v);
  if (n > 0U) {
    p.scheme = ln_view_first(v, n);
    v        = (ln_view){v.s + n + 1U, v.n - n - 1U};
  }
  p.fragment = cut(&v, '#');
  p.query    = cut(&v, '?');
  if (ln_view_starts(v, LN_V("//"))) {
    v           = ln_view_from(v, 2U);
    p.authority = ln_view_first(v, ln_view_find(v, '/'));
    v           = (ln_view){v.s + p.authority.n, v.n - p.authority.n};
  }
  p.path = v;
  return p;
}

static bool
is_ucschar(const uint32_t c)
{
  if (c < 0x10000U) {
    return (c >= 0xA0U && c <= 0xD7FFU) || (c >= 0xF900U && c <= 0xFDCFU) ||
           (c >= 0xFDF0U && c <= 0xFFEFU);
  }
  return c < 0xF0000U && (c & 0xFFFFU) <= 0xFFFDU && (c < 0xE0000U || c >= 0xE1000U);
}

static bool
is_private(const uint32_t c)
{
  return (c >= 0xE000U && c <= 0xF8FFU) || (c >= 0xF0000U && (c & 0xFFFFU) <= 0xFFFDU);
}

static const char*
refused_problem(const char c)
{
  switch (c) {
  case ' ':
    return "it contains a blank";
  case '<':
    return "it contains <";
  case '>':
    return "it contains >";
  case '"':
    return "it contains a double quote";
  case '{':
  case '}':
    return "it contains a brace";
  case '|':
    return "it contains |";
  case '^':
    return "it contains ^";
  case '`':
    return "it contains a backquote";
  case '\\':
    return "it contains a backslash";
  case '[':
  case ']':
    return "it contains a bracket";
  case '#':
    return "it contains # twice";
  default:
    return "it contains a control character";
  }
}

/** Look at one part: bytes of the classes `allowed`, percent triplets, and characters beyond ASCII.
   NULL if nothing is wrong. */
static const char*
part_problem(const ln_view v, const unsigned allowed, const bool private_use)
{
  for (size_t i = 0U; i < v.n;) {
    const char c = v.s[i];
    if ((unsigned char)c >= 0x80U) {
      const uint32_t code = ln_utf8_next(v, &i);
      if (!is_ucschar(code) && !(private_use && is_private(code))) {
        return "it contains a character that no IRI may hold";
      }
    } else if (c == '%') {
      if (!is_triplet(v, i)) {
        return "it contains % without two hexadecimal digits behind it";
      }
      i += 3U;
    } else if ((class_of(c) & allowed) != 0U) {
      ++i;
    } else {
      return refused_problem(c);
    }
  }
  return NULL;
}

/** `[v6]` or `[v1.x]`: only the characters are looked at, as RDF parsers do. */
static const char*
literal_host_problem(const ln_view host)
{
  for (size_t i = 1U; i + 1U < host.n; ++i) {
    const char c = host.s[i];
    if (!is_hex(c) && c != ':' && c != '.' && !(host.s[1] == 'v' && is_alnum(c))) {
      return "its host between brackets is not an IP address";
    }
  }
  return host.n > 2U && ln_view_ends(host, LN_V("]")) ? NULL : "its host has one bracket only";
}

static const char*
authority_problem(ln_view v)
{
  const size_t at = ln_view_find(v, '@');
  if (at < v.n) {
    const char* const problem =
      part_problem(ln_view_first(v, at), UNRESERVED | SUB_DELIM | AT_COLON, false);
    if (problem) {
      return problem;
    }
    v = (ln_view){v.s + at + 1U, v.n - at - 1U};
  }
  size_t colon = v.n; // the port follows the last colon that is not inside brackets
  while (colon > 0U && v.s[colon - 1U] >= '0' && v.s[colon - 1U] <= '9') {
    --colon;
  }
  if (colon > 0U && v.s[colon - 1U] == ':') {
    v.n = colon - 1U;
  }
  if (ln_view_starts(v, LN_V("["))) {
    return literal_host_problem(v);
  }
  return ln_view_find(v, ':') < v.n ? "its port is not a number"
                                    : part_problem(v, UNRESERVED | SUB_DELIM, false);
}

static const char*
iri_problem(const ln_view iri)
{
  if (iri.n == 0U) {
    return "it is empty";
  }
  if (ln_utf8_valid(iri) != iri.n) {
    return "it is not UTF-8";
  }
  const parts p = split(iri);
  if (p.scheme.n == 0U) {
    return "it has no scheme such as https:";
  }
  enum { PCHAR = UNRESERVED | SUB_DELIM | AT_COLON };
  const char* problem = authority_problem(p.authority);
  if (!problem) {
    problem = part_problem(p.path, PCHAR | SLASH, false);
  }
  if (!problem) {
    problem = part_problem(p.query, PCHAR | SLASH | QUESTION, true);
  }
  return problem ? problem : part_problem(p.fragment, PCHAR | SLASH | QUESTION, false);
}

bool
ln_iri_valid(const ln_view iri, const char** const problem)
{
  const char* const found = iri_problem(iri);
  if (problem) {
    *problem = found;
  }
  return !found;
}

/** Take the last segment and the slash before it from the first `n` bytes; the new length. */
static size_t
drop_segment(const char* const s, size_t n)
{
  while (n > 0U && s[n - 1U] != '/') {
    --n;
  }
  return n > 0U ? n - 1U : 0U;
}

/** RFC 3986, section 5.2.4, in place: what is written never overtakes what is read. The new length.
 */
static size_t
remove_dots(char* const s, const size_t n)
{
  size_t in  = 0U;
  size_t out = 0U;
  while (in < n) {
    const ln_view rest = {s + in, n - in};
    if (ln_view_starts(rest, LN_V("../"))) {
      in += 3U;
    } else if (ln_view_starts(rest, LN_V("./")) || ln_view_starts(rest, LN_V("/./"))) {
      in += 2U;
    } else if (ln_view_equals(rest, LN_V("/."))) {
      s[++in] = '/';
    } else if (ln_view_starts(rest, LN_V("/../"))) {
      in += 3U;
      out = drop_segment(s, out);
    } else if (ln_view_equals(rest, LN_V("/.."))) {
      in += 2U;
      s[in] = '/';
      out   = drop_segment(s, out);
    } else if (ln_view_equals(rest, LN_V(".")) || ln_view_equals(rest, LN_V(".."))) {
      in = n;
    } else {
      do {
        s[out++] = s[in++];
      } while (in < n && s[in] != '/');
    }
  }
  return out;
}

/** Append the path of the target: that of the reference, merged with the base unless `whole`. */
static ln_status
add_path(const parts* const base, const ln_view path, const bool whole, ln_text* const out)
{
  const size_t start = out->n;
  if (!whole && base->authority.s && base->path.n == 0U) {
    LN_TRY(ln_text_add(out, LN_V("/")));
  } else if (!whole) {
    size_t n = base->path.n;
    while (n > 0U && base->path.s[n - 1U] != '/') {
      --n;
    }
    LN_TRY(ln_text_add(out, ln_view_first(base->path, n)));
  }
  LN_TRY(ln_text_add(out, path));
  if (out->n > start) {
    out->n         = start + remove_dots(out->s + start, out->n - start);
    out->s[out->n] = '\0';
  }
  return LN_OK;
}

/** A path that begins with two slashes would be read as an authority where there is none. */
static ln_status
guard_path(const size_t start, ln_text* const out)
{
  const ln_view path = ln_view_from(ln_text_view(out), start);
  if (!ln_view_starts(path, LN_V("//"))) {
    return LN_OK;
  }
  const size_t n = path.n;
  LN_TRY(ln_text_add(out, LN_V("/.")));
  memmove(out->s + start + 2U, out->s + start, n);
  memcpy(out->s + start, "/.", 2U);
  return LN_OK;
}

static ln_status
add_part(const char* const mark, const ln_view part, ln_text* const out)
{
  if (!part.s) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(out, ln_view_of(mark)));
  return ln_text_add(out, part);
}

ln_status
ln_iri_resolve(const ln_view base, const ln_view reference, ln_text* const out)
{
  const parts b = split(base);
  const parts r = split(reference);
  if (!r.scheme.s && !b.scheme.s) {
    return LN_USAGE;
  }
  const bool own_authority = r.scheme.s || r.authority.s;
  const bool same_document = !own_authority && r.path.n == 0U;

  LN_TRY(ln_text_add(out, r.scheme.s ? r.scheme : b.scheme));
  LN_TRY(ln_text_add(out, LN_V(":")));
  const ln_view authority = own_authority ? r.authority : b.authority;
  LN_TRY(add_part("//", authority, out));
  const size_t start = out->n;
  if (same_document) {
    LN_TRY(ln_text_add(out, b.path));
  } else {
    LN_TRY(add_path(&b, r.path, own_authority || r.path.s[0] == '/', out));
  }
  if (!authority.s) {
    LN_TRY(guard_path(start, out));
  }
  LN_TRY(add_part("?", same_document && !r.query.s ? b.query : r.query, out));
  return add_part("#", r.fragment, out);
}

static ln_status
add_triplet(const char c, ln_text* const out)
{
  static const char HEX[]     = "0123456789ABCDEF";
  const unsigned    byte      = (unsigned char)c;
  const char        triplet[] = {'%', HEX[byte >> 4U], HEX[byte & 15U]};
  return ln_text_add(out, (ln_view){triplet, sizeof(triplet)});
}

/** Append bytes of the classes `stays` as they are, all others as triplets; triplets that are there
   already stay if PERCENT does. Runs are appended whole: most cells are one run. */
static ln_status
encode(const ln_view value, const unsigned stays, ln_text* const out)
{
  size_t done = 0U;
  for (size_t i = 0U; i < value.n; ++i) {
    const unsigned found = class_of(value.s[i]);
    if ((found & stays) != 0U && (found != PERCENT || is_triplet(value, i))) {
      continue;
    }
    LN_TRY(ln_text_add(out, (ln_view){value.s + done, i - done}));
    LN_TRY(add_triplet(value.s[i], out));
    done = i + 1U;
  }
  return ln_text_add(out, ln_view_from(value, done));
}

ln_status
ln_iri_encode(const ln_view value, ln_text* const out)
{
  return encode(value, UNRESERVED, out);
}

ln_status
ln_iri_encode_reserved(const ln_view value, ln_text* const out)
{
  return encode(value, UNRESERVED | SUB_DELIM | GEN_DELIM | PERCENT, out);
}

ln_status
ln_iri_mend(const ln_view iri, ln_text* const out)
{
  size_t done = 0U;
  for (size_t i = 0U; i < iri.n; ++i) {
    if (class_of(iri.s[i]) == REFUSED) {
      LN_TRY(ln_text_add(out, (ln_view){iri.s + done, i - done}));
      LN_TRY(add_triplet(iri.s[i], out));
      done = i + 1U;
    }
  }
  return ln_text_add(out, ln_view_from(iri, done));
}

bool
ln_iri_clean(const ln_view local)
{
  if (local.n == 0U || !is_alnum(local.s[0])) {
    return false;
  }
  for (size_t i = 1U; i < local.n; ++i) {
    if (!is_alnum(local.s[i]) && local.s[i] != '-' && local.s[i] != '_') {
      return false;
    }
  }
  return true;
}
