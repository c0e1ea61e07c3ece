/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How IRIs are written under a context. Each function is the inverse of IRI expansion (JSON-LD 1.1
   API, section 5.2) for the forms it gives: a form is only used when expansion surely gives the
   same IRI back, so what looks doubtful (a colon in a relative id, dot segments, a name that is
   also a term) goes one step longer, to the whole IRI in the end. Prefixes are searched linearly:
   a context has a few dozen terms that are prefixes. No allocation. */

#include "sink/context_inner.h"

bool
ln_context_keyword(const ln_view word)
{
  for (size_t i = 1U; i < word.n; ++i) {
    const char c = word.s[i];
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
      return false;
    }
  }
  return word.n > 1U && word.s[0] == '@';
}

/** Whether a path (up to `?` or `#`) has a segment `.` or `..`, which resolution would remove. */
static bool
has_dots(const ln_view path)
{
  size_t begin = 0U;
  for (size_t i = 0U; i <= path.n; ++i) {
    const bool end = i == path.n || path.s[i] == '?' || path.s[i] == '#';
    if (end || path.s[i] == '/') {
      const ln_view segment = {path.s + begin, i - begin};
      if (ln_view_equals(segment, LN_V(".")) || ln_view_equals(segment, LN_V(".."))) {
        return true;
      }
      begin = i + 1U;
    }
    if (end) {
      break;
    }
  }
  return false;
}

ln_view
ln_context_folder(const ln_view base)
{
  const ln_view none  = {NULL, 0U};
  const size_t  colon = ln_view_find(base, ':');
  // Some readers (PyLD) look for the last slash in the query too.
  if (!ln_view_starts(ln_view_from(base, colon), LN_V("://")) || ln_view_find(base, '?') < base.n ||
      ln_view_find(base, '#') < base.n) {
    return none;
  }
  const size_t host  = colon + 3U;
  const size_t path  = host + ln_view_find(ln_view_from(base, host), '/');
  size_t       slash = 0U;
  for (size_t i = host; i < base.n; ++i) {
    slash = base.s[i] == '/' ? i : slash;
  }
  if (slash == 0U || has_dots(ln_view_from(ln_view_first(base, slash), path))) {
    return none;
  }
  return ln_view_first(base, slash + 1U);
}

ln_view
ln_context_base_folder(const ln_context* const context)
{
  return context->folder;
}

static bool
is_term(const ln_context* const context, const ln_view name)
{
  return ln_dict_find(context->names, name) != LN_DICT_NONE;
}

/** Whether `prefix:rest` written together is the name of a term. */
static bool
is_split_term(const ln_context* const context, const ln_view prefix, const ln_view rest)
{
  const size_t n = ln_context_terms(context);
  for (uint32_t i = 0U; i < n; ++i) {
    const ln_view name = context->terms[i].name;
    if (name.n == prefix.n + 1U + rest.n && ln_view_starts(name, prefix) &&
        name.s[prefix.n] == ':' && ln_view_ends(name, rest)) {
      return true;
    }
  }
  return false;
}

/** The longest prefix of the context that leaves a rest which is safe behind the colon. */
static bool
find_prefix(const ln_context* const context, const ln_view iri, ln_compact* const compact)
{
  const ln_context_term* best = NULL;
  const size_t           n    = ln_context_terms(context);
  for (uint32_t i = 0U; i < n; ++i) {
    const ln_context_term* const t    = &context->terms[i];
    const ln_view                rest = ln_view_from(iri, t->iri.n);
    if (t->prefix && (!best || t->iri.n > best->iri.n) && ln_view_starts(iri, t->iri) &&
        rest.n > 0U && !ln_view_starts(rest, LN_V("//")) &&
        !is_split_term(context, t->name, rest)) {
      best = t;
    }
  }
  if (!best) {
    return false;
  }
  *compact = (ln_compact){best->name, ln_view_from(iri, best->iri.n), false};
  return true;
}

/** The IRI as it is, unless its scheme would be taken for a prefix. */
static bool
whole(const ln_context* const context, const ln_view iri, ln_compact* const compact)
{
  const size_t   colon = ln_view_find(iri, ':');
  const uint32_t term  = ln_dict_find(context->names, ln_view_first(iri, colon));
  *compact             = (ln_compact){{NULL, 0U}, iri, false};
  return ln_view_starts(ln_view_from(iri, colon + 1U), LN_V("//")) || term == LN_DICT_NONE ||
         !context->terms[term].prefix;
}

bool
ln_context_id(const ln_context* const context, const ln_view iri, ln_compact* const compact)
{
  if (context->folder.n > 0U && ln_view_starts(iri, context->folder)) {
    const ln_view rest = ln_view_from(iri, context->folder.n);
    if (rest.n > 0U && strchr("/?#@", rest.s[0]) == NULL && ln_view_find(rest, ':') == rest.n &&
        !has_dots(rest)) {
      *compact = (ln_compact){{NULL, 0U}, rest, false};
      return true;
    }
  }
  return find_prefix(context, iri, compact) || whole(context, iri, compact);
}

/** What stands behind a vocabulary, if it can stand alone. */
static bool
behind(const ln_context* const context,
       const ln_view           vocab,
       const ln_view           iri,
       ln_compact* const       compact)
{
  const ln_view rest = ln_view_from(iri, vocab.n);
  *compact           = (ln_compact){{NULL, 0U}, rest, true};
  return vocab.n > 0U && rest.n > 0U && ln_view_starts(iri, vocab) && rest.s[0] != '@' &&
         ln_view_find(rest, ':') == rest.n && !is_term(context, rest);
}

bool
ln_context_word(const ln_context* const context,
                const ln_view           vocab,
                const ln_view           iri,
                ln_compact* const       compact)
{
  for (uint32_t t = ln_context_find(context, iri); t != LN_CONTEXT_NONE;
       t          = context->terms[t].next) {
    const ln_context_term* const term = &context->terms[t];
    // A term with a context of its own would, as a type, change the meaning of the whole node.
    if (term->scope == LN_SCOPE_NONE && !ln_context_keyword(term->name)) {
      *compact = (ln_compact){{NULL, 0U}, term->name, true};
      return true;
    }
  }
  if (behind(context, vocab, iri, compact) || find_prefix(context, iri, compact)) {
    return true;
  }
  const uint32_t same = ln_dict_find(context->names, iri);
  return whole(context, iri, compact) &&
         (same == LN_DICT_NONE || ln_view_equals(context->terms[same].iri, iri));
}

bool
ln_context_key(const ln_context* const context, const ln_view iri, ln_compact* const compact)
{
  if (behind(context, context->vocab, iri, compact) || find_prefix(context, iri, compact)) {
    return true;
  }
  return whole(context, iri, compact) && !is_term(context, iri);
}
