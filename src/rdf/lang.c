/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Language tags: well-formed in the sense of BCP 47 (RFC 5646, section 2.2.9), that is, as the
   grammar of section 2.1 says; whether subtags are registered is not looked at. The subtags of a
   tag are told apart by length and kind alone, so one walk from left to right without stepping back
   decides. Allocates nothing. */

#include "rdf/iri.h"

/** One subtag: its length, and of which characters it consists. */
typedef struct {
  ln_view text;
  bool    alpha;
  bool    digit;
  bool    alnum;
} subtag;

/** What is left of the tag; `now` is the subtag in front of it. */
typedef struct {
  ln_view rest;
  subtag  now;
  bool    more; ///< `now` holds a subtag
} walker;

static bool
is_alpha(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

static void
step(walker* const w)
{
  w->more = w->rest.s != NULL;
  if (!w->more) {
    return;
  }
  const size_t end = ln_view_find(w->rest, '-');
  w->now           = (subtag){ln_view_first(w->rest, end), true, true, true};
  for (size_t i = 0U; i < end; ++i) {
    const char c = w->rest.s[i];
    w->now.alpha = w->now.alpha && is_alpha(c);
    w->now.digit = w->now.digit && is_digit(c);
    w->now.alnum = w->now.alnum && (is_alpha(c) || is_digit(c));
  }
  // A trailing hyphen leaves an empty subtag to come; NULL says that there is none.
  w->rest =
    end < w->rest.n ? (ln_view){w->rest.s + end + 1U, w->rest.n - end - 1U} : (ln_view){NULL, 0U};
}

static bool
has_length(const walker* const w, const size_t least, const size_t most)
{
  return w->more && w->now.alnum && w->now.text.n >= least && w->now.text.n <= most;
}

static bool
is_x(const walker* const w)
{
  return has_length(w, 1U, 1U) && (w->now.text.s[0] == 'x' || w->now.text.s[0] == 'X');
}

/** Subtags of `least` to 8 letters or digits, at least one. */
static bool
step_some(walker* const w, const size_t least)
{
  step(w);
  if (!has_length(w, least, 8U)) {
    return false;
  }
  while (has_length(w, least, 8U)) {
    step(w);
  }
  return true;
}

static bool
is_variant(const walker* const w)
{
  return has_length(w, 5U, 8U) || (has_length(w, 4U, 4U) && is_digit(w->now.text.s[0]));
}

/** language, with up to three extended language subtags behind a short one. */
static bool
step_language(walker* const w)
{
  if (!has_length(w, 2U, 8U) || !w->now.alpha) {
    return false;
  }
  const bool may_extend = w->now.text.n <= 3U;
  step(w);
  for (int i = 0; may_extend && i < 3 && has_length(w, 3U, 3U) && w->now.alpha; ++i) {
    step(w);
  }
  return true;
}

static bool
is_langtag(walker* const w)
{
  if (!step_language(w)) {
    return false;
  }
  if (has_length(w, 4U, 4U) && w->now.alpha) { // script
    step(w);
  }
  if ((has_length(w, 2U, 2U) && w->now.alpha) ||
      (has_length(w, 3U, 3U) && w->now.digit)) { // region
    step(w);
  }
  while (is_variant(w)) {
    step(w);
  }
  while (has_length(w, 1U, 1U) && !is_x(w)) { // extension
    if (!step_some(w, 2U)) {
      return false;
    }
  }
  if (is_x(w) && !step_some(w, 1U)) {
    return false;
  }
  return !w->more;
}

/** The tags of RFC 5646 that do not follow the grammar ("irregular"). */
static const char* const IRREGULAR[] = {
  "en-gb-oed",
  "i-ami",
  "i-bnn",
  "i-default",
  "i-enochian",
  "i-hak",
  "i-klingon",
  "i-lux",
  "i-mingo",
  "i-navajo",
  "i-pwn",
  "i-tao",
  "i-tay",
  "i-tsu",
  "sgn-be-fr",
  "sgn-be-nl",
  "sgn-ch-de",
};

static bool
is_irregular(const ln_view tag)
{
  for (size_t i = 0U; i < sizeof(IRREGULAR) / sizeof(IRREGULAR[0]); ++i) {
    const ln_view known = ln_view_of(IRREGULAR[i]);
    size_t        same  = 0U;
    while (known.n == tag.n && same < tag.n &&
           (is_alpha(tag.s[same]) ? (tag.s[same] | 0x20) : tag.s[same]) == known.s[same]) {
      ++same;
    }
    if (tag.n > 0U && same == tag.n) {
      return true;
    }
  }
  return false;
}

bool
ln_lang_valid(const ln_view tag)
{
  if (tag.n == 0U) {
    return false;
  }
  walker w = {tag, {{NULL, 0U}, false, false, false}, false};
  step(&w);
  if (is_x(&w)) {
    return step_some(&w, 1U) && !w.more;
  }
  return is_langtag(&w) || is_irregular(tag);
}
