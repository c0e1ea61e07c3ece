/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How findings come to their words and exhibits. A finding is begun, gets its sides, and is closed
   with a sentence; until then it can be dropped, since it stands at the end of the docket. The
   citations of a thing back everything that is said of it in one row, so those whose quotation has
   the value in it are taken before the others. */

#include "dispute/inquiry.h"

#include "base/fold.h"
#include "base/memory.h"

#include <stdarg.h>

static ln_view
keep(ln_inquiry* const q, const ln_view text)
{
  const ln_view copy = ln_arena_copy(&q->docket->arena, text);
  if (!copy.s) {
    q->status = LN_NO_MEM;
    return LN_V("");
  }
  return copy;
}

ln_view
ln_inquire_text(ln_inquiry* const q, const char* const format, ...)
{
  ln_text text = {0};
  va_list args;
  va_start(args, format);
  const ln_status st = ln_text_vformat(&text, format, args);
  va_end(args);
  q->status          = st == LN_OK ? q->status : st;
  const ln_view view = st == LN_OK ? keep(q, ln_text_view(&text)) : LN_V("");
  ln_text_clear(&text);
  return view;
}

static bool
is_upper(const char c)
{
  return c >= 'A' && c <= 'Z';
}

/* The last part of an IRI as words: birthDate and birth-date are birth date. */
static ln_status
add_name(const ln_view iri, ln_text* const out)
{
  size_t from = iri.n;
  while (from > 0U && iri.s[from - 1U] != '/' && iri.s[from - 1U] != '#') {
    --from;
  }
  for (size_t i = from; i < iri.n; ++i) {
    const char c = iri.s[i];
    if (is_upper(c) && i > from && !is_upper(iri.s[i - 1U])) {
      LN_TRY(ln_text_add_byte(out, ' '));
    }
    if (c == '-' || c == '_') {
      LN_TRY(ln_text_add_byte(out, ' '));
    } else {
      LN_TRY(ln_text_add_byte(out, (char)(is_upper(c) ? c - 'A' + 'a' : c)));
    }
  }
  return LN_OK;
}

ln_view
ln_inquire_label(ln_inquiry* const q, const uint32_t term)
{
  const uint32_t label = ln_inquire_object(q, term, LN_TERM_LABEL);
  ln_text        text  = {0};
  if (label != LN_NO_FACT) {
    return ln_facts_text(q->facts, label);
  }
  if (ln_facts_kind(q->facts, term) != LN_IRI) {
    return ln_facts_text(q->facts, term);
  }
  const ln_status st = add_name(ln_facts_text(q->facts, term), &text);
  q->status          = st == LN_OK ? q->status : st;
  const ln_view view = keep(q, ln_text_view(&text));
  ln_text_clear(&text);
  return view;
}

static void
fold(ln_inquiry* const q, const ln_view text, ln_text* const out)
{
  ln_text_reset(out);
  const ln_status st = ln_fold(text, out);
  q->status          = st == LN_OK ? q->status : st;
}

bool
ln_inquire_same(ln_inquiry* const q, const ln_view a, const ln_view b)
{
  if (ln_view_equals(a, b)) {
    return true;
  }
  fold(q, a, &q->a);
  fold(q, b, &q->b);
  return ln_view_equals(ln_text_view(&q->a), ln_text_view(&q->b));
}

static bool
is_wordly(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80U;
}

/* Whether a word ends here; a genitive (`Gray's`, which folds to `grays`) ends it as well. */
static bool
ends_word(const ln_view text, const size_t at)
{
  const bool   genitive = at < text.n && text.s[at] == 's';
  const size_t end      = genitive ? at + 1U : at;
  return at == text.n || !is_wordly(text.s[at]) ||
         (genitive && (end == text.n || !is_wordly(text.s[end])));
}

bool
ln_inquire_contains(ln_inquiry* const q, const ln_view text, const ln_view word)
{
  fold(q, text, &q->a);
  fold(q, word, &q->b);
  const ln_view a = ln_text_view(&q->a);
  const ln_view b = ln_text_view(&q->b);
  for (size_t i = 0U; b.n > 0U && i + b.n <= a.n; ++i) {
    if (memcmp(a.s + i, b.s, b.n) == 0 && (i == 0U || !is_wordly(a.s[i - 1U])) &&
        ends_word(a, i + b.n)) {
      return true;
    }
  }
  return false;
}

ln_view
ln_inquire_list(ln_inquiry* const q, const ln_bunch* const terms, const size_t most)
{
  ln_text      text  = {0};
  ln_status    st    = LN_OK;
  const size_t shown = terms->n <= most ? terms->n : most;
  for (size_t i = 0U; i < shown && st == LN_OK; ++i) {
    const bool last = i + 1U == terms->n;
    if (i > 0U) {
      st = ln_text_add(&text, last ? LN_V(" and ") : LN_V(", "));
    }
    st = st == LN_OK ? ln_text_add(&text, ln_inquire_label(q, terms->v[i])) : st;
  }
  if (st == LN_OK && shown < terms->n) {
    st = ln_text_format(&text, " and %zu more", terms->n - shown);
  }
  q->status          = st == LN_OK ? q->status : st;
  const ln_view view = keep(q, ln_text_view(&text));
  ln_text_clear(&text);
  return view;
}

/* ---- findings ---- */

static bool
ready(ln_inquiry* const q)
{
  const ln_status st = q->status == LN_OK ? ln_docket_grow(q->docket) : q->status;
  q->status          = st;
  return st == LN_OK;
}

void
ln_inquire_open(ln_inquiry* const q, const uint32_t subject)
{
  q->open           = true;
  q->subject        = subject;
  q->opened_side    = q->docket->n_sides;
  q->opened_exhibit = q->docket->n_exhibits;
}

void
ln_inquire_drop(ln_inquiry* const q)
{
  q->open               = false;
  q->docket->n_sides    = q->opened_side;
  q->docket->n_exhibits = q->opened_exhibit;
}

void
ln_inquire_side(ln_inquiry* const q, const ln_view says)
{
  if (ready(q)) {
    ln_docket* const d     = q->docket;
    const ln_view    kept  = keep(q, says);
    d->sides[d->n_sides++] = (ln_side){kept, d->n_exhibits, 0U};
  }
}

static void
add_exhibit(ln_inquiry* const q, const uint32_t fact, const uint32_t citation)
{
  ln_docket* const d    = q->docket;
  ln_side* const   side = d->n_sides > q->opened_side ? &d->sides[d->n_sides - 1U] : NULL;
  for (size_t i = side ? side->first : 0U; side && i < side->first + side->n; ++i) {
    const ln_exhibit* const e = &d->exhibits[i];
    if (e->citation == citation && (citation != LN_NO_FACT || e->fact == fact)) {
      return;
    }
  }
  if (side && ready(q)) {
    d->exhibits[d->n_exhibits++] = (ln_exhibit){fact, citation};
    ++d->sides[d->n_sides - 1U].n;
  }
}

/* Whether the words that a citation quotes hold a value: of a date, its first four digits. */
static bool
quotes(ln_inquiry* const q, const uint32_t citation, const uint32_t value)
{
  const uint32_t quote = ln_inquire_object(q, citation, LN_TERM_QUOTE);
  const ln_view  label = ln_inquire_label(q, value);
  const bool     date  = label.n >= 4U && label.s[0] >= '0' && label.s[0] <= '9';
  return quote != LN_NO_FACT && ln_inquire_contains(q,
                                                    ln_facts_text(q->facts, quote),
                                                    date ? ln_view_first(label, 4U) : label);
}

static size_t
add_citations(ln_inquiry* const q, const uint32_t fact, const bool all)
{
  const ln_fact* const at    = ln_facts_at(q->facts, fact);
  size_t               first = 0U;
  const size_t         n     = ln_facts_about(q->facts, at->s, &first);
  size_t               added = 0U;
  for (size_t i = first; i < first + n; ++i) {
    const ln_fact* const f = ln_facts_at(q->facts, i);
    if (f->p == LN_TERM_CITATION && (all || quotes(q, f->o, at->o))) {
      add_exhibit(q, fact, f->o);
      ++added;
    }
  }
  return added;
}

void
ln_inquire_fact(ln_inquiry* const q, const uint32_t fact)
{
  if (fact != LN_NO_FACT && add_citations(q, fact, false) == 0U &&
      add_citations(q, fact, true) == 0U) {
    add_exhibit(q, fact, LN_NO_FACT);
  }
}

void
ln_inquire_node(ln_inquiry* const q, const uint32_t node)
{
  const uint32_t fact = ln_inquire_face(q, node);
  if (fact != LN_NO_FACT && add_citations(q, fact, true) == 0U) {
    add_exhibit(q, fact, LN_NO_FACT);
  }
}

/* A claim stands for its value as a whole, and so does what led to something that cites nothing; of
   a thing, only what has to do with the value. */
void
ln_inquire_citation(ln_inquiry* const q, const uint32_t citation)
{
  size_t                n  = 0U;
  const uint32_t* const to = ln_facts_to(q->facts, citation, &n);
  ln_docket* const      d  = q->docket;
  for (size_t i = 0U; i < n; ++i) {
    const ln_fact* const f = ln_facts_at(q->facts, to[i]);
    if (f->p == LN_TERM_CITATION && d->n_sides > q->opened_side && q->status == LN_OK) {
      q->status = ln_docket_grow(d);
      if (q->status == LN_OK) {
        d->exhibits[d->n_exhibits++] = (ln_exhibit){ln_inquire_face(q, f->s), citation};
        ++d->sides[d->n_sides - 1U].n;
      }
      return;
    }
  }
}

void
ln_inquire_show(ln_inquiry* const q, const ln_said* const said)
{
  const ln_fact* const fact = said->fact == LN_NO_FACT ? NULL : ln_facts_at(q->facts, said->fact);
  if (!fact || fact->p == LN_TERM_OBJECT || fact->s != said->node) {
    ln_inquire_node(q, said->node);
  } else {
    ln_inquire_fact(q, said->fact);
  }
}

/* What a word between braces stands for. */
static ln_view
word_of(ln_inquiry* const q, const ln_view name, const ln_word* const words, const size_t n)
{
  for (size_t w = 0U; w < n; ++w) {
    if (ln_view_equals(ln_view_of(words[w].name), name)) {
      return words[w].text;
    }
  }
  const bool subject = ln_view_equals(name, LN_V("subject")) && q->subject != LN_NO_FACT;
  return subject ? ln_inquire_label(q, q->subject) : LN_V("");
}

static ln_status
fill(ln_inquiry* const    q,
     const ln_view        pattern,
     const ln_word* const words,
     const size_t         n,
     ln_text* const       out)
{
  for (ln_view rest = pattern; rest.n > 0U;) {
    const size_t  open = ln_view_find(rest, '{');
    const ln_view tail = ln_view_from(rest, open + 1U);
    const size_t  end  = ln_view_find(tail, '}');
    LN_TRY(ln_text_add(out, ln_view_first(rest, open)));
    LN_TRY(ln_text_add(out, word_of(q, ln_view_first(tail, end), words, n)));
    rest = ln_view_from(tail, end + 1U);
  }
  return LN_OK;
}

void
ln_inquire_close(ln_inquiry* const    q,
                 const ln_gravity     gravity,
                 const char* const    says,
                 const ln_word* const words,
                 const size_t         n)
{
  const bool own     = q->rule->says.n > 0U && gravity == q->rule->gravity;
  ln_text    text    = {0};
  ln_status  st      = fill(q, own ? q->rule->says : ln_view_of(says), words, n, &text);
  q->status          = st == LN_OK ? q->status : st;
  const ln_view line = keep(q, ln_text_view(&text));
  ln_text_clear(&text);
  if (!q->open || !ready(q)) {
    return;
  }
  ln_docket* const d  = q->docket;
  d->disputes[d->n++] = (ln_dispute){.rule    = q->rule,
                                     .gravity = gravity,
                                     .subject = q->subject,
                                     .says    = line,
                                     .first   = q->opened_side,
                                     .n       = d->n_sides - q->opened_side};
  q->open             = false;
}
