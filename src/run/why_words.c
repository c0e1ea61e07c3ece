/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What people type becomes terms: an IRI in angle brackets or with its scheme, a prefixed name, a
   blank node as export labels it; for a predicate also the last step of its IRI or the name of a
   column; for a thing its path below the base, or a name that the graph gives it. Names are
   compared folded, and found by a run of their own that looks at every label, so that nothing has
   to be indexed. A word that fits nothing is answered with the nearest. */

#include "run/why_inner.h"

#include "base/memory.h"
#include "rdf/iri.h"

static ln_status
keep(ln_why* const why, const ln_view text, ln_view* const copy)
{
  *copy = ln_arena_copy(&why->arena, text);
  return copy->s ? LN_OK : LN_NO_MEM;
}

/* The step behind the last slash, hash or colon. */
static ln_view
local_name(const ln_view iri)
{
  size_t at = iri.n;
  while (at > 0U && iri.s[at - 1U] != '/' && iri.s[at - 1U] != '#' && iri.s[at - 1U] != ':') {
    --at;
  }
  return ln_view_from(iri, at);
}

static bool
has_scheme(const ln_view word)
{
  for (size_t i = 0U; i + 2U < word.n; ++i) {
    if (word.s[i] == ':' && word.s[i + 1U] == '/' && word.s[i + 2U] == '/') {
      return true;
    }
  }
  return ln_view_starts(word, LN_V("urn:"));
}

/* Append the IRI of a prefixed name; nothing if the prefix is not known. */
static ln_status
expand(const ln_session* const s, const ln_view word, ln_text* const out)
{
  const size_t           colon    = ln_view_find(word, ':');
  size_t                 n        = 0U;
  const ln_prefix* const prefixes = ln_names_prefixes(s->names, &n);
  for (size_t i = 0U; colon < word.n && i < n; ++i) {
    if (ln_view_equals(prefixes[i].name, ln_view_first(word, colon))) {
      LN_TRY(ln_text_add(out, prefixes[i].iri));
      return ln_text_add(out, ln_view_from(word, colon + 1U));
    }
  }
  return colon < word.n ? ln_mapping_expand(s->mapping, s->base, word, out) : LN_OK;
}

/* The IRI that a word is by its form, in `out`; empty: it is none. */
static ln_status
as_iri(const ln_session* const s, const ln_view word, ln_text* const out)
{
  if (word.n > 2U && word.s[0] == '<' && word.s[word.n - 1U] == '>') {
    return ln_text_add(out, (ln_view){word.s + 1U, word.n - 2U});
  }
  return has_scheme(word) ? ln_text_add(out, word) : expand(s, word, out);
}

static ln_status
add_thing(ln_why* const             why,
          ln_why_things* const      things,
          const ln_read_term* const term,
          const ln_view             shown)
{
  for (size_t i = 0U; i < things->n; ++i) {
    if (ln_why_same(&things->v[i].term, term)) {
      return LN_OK;
    }
  }
  if (things->n == things->cap) {
    const size_t        cap  = things->cap > 0U ? 2U * things->cap : 4U;
    ln_why_thing* const more = ln_realloc(things->v, cap, sizeof(ln_why_thing));
    if (!more) {
      return LN_NO_MEM;
    }
    things->v   = more;
    things->cap = cap;
  }
  ln_why_thing* const thing = &things->v[things->n];
  *thing                    = (ln_why_thing){.term = {.kind = term->kind}};
  LN_TRY(keep(why, term->text, &thing->term.text));
  LN_TRY(keep(why, shown, &thing->shown));
  ++things->n;
  return LN_OK;
}

/* ---- subject and object ---- */

static ln_status
settle_thing(ln_why* const why, const ln_session* const s, ln_why_word* const word)
{
  ln_text      text = {0};
  ln_read_term term = {.kind = LN_IRI};
  ln_status    st   = LN_OK;
  if (!word->text.s) {
    return LN_OK;
  }
  if (ln_view_starts(word->text, LN_V("_:"))) {
    term = (ln_read_term){.kind = LN_BLANK, .text = ln_view_from(word->text, 2U)};
  } else {
    st        = as_iri(s, word->text, &text);
    term.text = ln_text_view(&text);
  }
  if (st == LN_OK && term.text.n > 0U) {
    word->settled = true;
    st            = add_thing(why, &word->things, &term, word->text);
  }
  ln_text_clear(&text);
  return st == LN_OK ? ln_fold(word->text, &word->folded) : st;
}

/* ---- predicates ---- */

static ln_status
same_folded(const ln_view name, const ln_text* const folded, ln_text* const room, bool* const same)
{
  ln_text_reset(room);
  LN_TRY(ln_fold(name, room));
  *same = ln_view_equals(ln_text_view(room), ln_text_view(folded));
  return LN_OK;
}

static void
take_predicate(ln_view* const list, size_t* const n, const ln_view iri)
{
  for (size_t i = 0U; i < *n; ++i) {
    if (ln_view_equals(list[i], iri)) {
      return;
    }
  }
  list[(*n)++] = iri;
}

static ln_status
offer(ln_why* const why, ln_nearest* const nearest, const ln_view folded, const ln_view name)
{
  const size_t before = nearest->n;
  ln_nearest_offer(nearest, folded, name);
  for (size_t i = 0U; i < nearest->n; ++i) {
    if (nearest->name[i].s == name.s) {
      return keep(why, name, &nearest->name[i]);
    }
  }
  return before <= nearest->n ? LN_OK : LN_USAGE;
}

/* Predicates that end in the word. */
static ln_status
find_by_local(ln_why* const           why,
              const ln_session* const s,
              ln_view* const          list,
              size_t* const           n,
              ln_text* const          room)
{
  ln_why_word* const word = &why->words[LN_WHY_PREDICATE];
  for (size_t i = 0U; i < ln_names_predicates(s->names); ++i) {
    const ln_view iri  = ln_names_predicate_at(s->names, (uint16_t)i)->iri;
    bool          same = false;
    LN_TRY(same_folded(local_name(iri), &word->folded, room, &same));
    if (same) {
      take_predicate(list, n, iri);
    }
    LN_TRY(offer(why, &word->nearest, ln_text_view(room), local_name(iri)));
  }
  return LN_OK;
}

/* Predicates of columns that are called so. */
static ln_status
find_by_column(ln_why* const           why,
               const ln_session* const s,
               const ln_plan* const    plan,
               ln_view* const          list,
               size_t* const           n)
{
  ln_why_word* const word = &why->words[LN_WHY_PREDICATE];
  ln_text            room = {0};
  ln_status          st   = LN_OK;
  for (size_t i = 0U; st == LN_OK && plan && i < plan->n_variables; ++i) {
    const ln_column* const c    = plan->variables[i].column;
    uint16_t               at   = 0U;
    bool                   same = false;
    if (!c->is_virtual && ln_plan_predicate(plan, i, &at)) {
      st = same_folded(c->name, &word->folded, &room, &same);
      st = st == LN_OK ? offer(why, &word->nearest, ln_text_view(&room), c->name) : st;
    }
    if (same) {
      take_predicate(list, n, ln_names_predicate_at(s->names, at)->iri);
    }
  }
  ln_text_clear(&room);
  return st;
}

static ln_status
report_unknown(ln_why* const why, const ln_why_word* const word, const char* const what)
{
  ln_text   hint = {0};
  ln_status st   = ln_nearest_text(&word->nearest, &hint);
  if (st == LN_OK) {
    st = ln_report(why->log,
                   LN_L0880,
                   LN_KEPT,
                   (ln_where){0},
                   ln_text_view(&hint),
                   "%s %s",
                   what,
                   ln_shown(why->log, word->text));
  }
  ln_text_clear(&hint);
  return st;
}

static ln_status
settle_predicate(ln_why* const why, const ln_session* const s)
{
  ln_why_word* const word = &why->words[LN_WHY_PREDICATE];
  ln_view* const     list =
    ln_arena_zero(&why->arena, ln_names_predicates(s->names) + 1U, sizeof(ln_view));
  ln_text   text = {0};
  size_t    n    = 0U;
  ln_status st   = list ? LN_OK : LN_NO_MEM;
  if (st != LN_OK || !word->text.s) {
    return st;
  }
  st = as_iri(
    s, ln_view_equals(word->text, LN_V("a")) ? LN_V("<" LN_WHY_RDF "type>") : word->text, &text);
  if (st == LN_OK && text.n > 0U) {
    list[n++] = ln_text_view(&text);
  } else if (st == LN_OK) {
    st            = ln_fold(word->text, &word->folded);
    word->nearest = (ln_nearest){.word = ln_text_view(&word->folded)};
    st            = st == LN_OK ? find_by_local(why, s, list, &n, &text) : st;
    for (size_t i = 0U; st == LN_OK && i < s->n_tables; ++i) {
      st = find_by_column(why, s, s->tables[i].plan, list, &n);
    }
  }
  for (size_t i = 0U; st == LN_OK && i < n; ++i) {
    st = keep(why, list[i], &list[i]);
  }
  ln_text_clear(&text);
  why->predicates   = list;
  why->n_predicates = n;
  LN_TRY(st);
  if (n == 0U) {
    LN_TRY(report_unknown(why, word, "no property is called"));
    return LN_USAGE;
  }
  return LN_OK;
}

ln_status
ln_why_words_settle(ln_why* const why, const ln_session* const session)
{
  LN_TRY(settle_thing(why, session, &why->words[LN_WHY_SUBJECT]));
  LN_TRY(settle_thing(why, session, &why->words[LN_WHY_OBJECT]));
  return settle_predicate(why, session);
}

bool
ln_why_words_open(const ln_why* const why)
{
  const ln_why_word* const object = &why->words[LN_WHY_OBJECT];
  return !why->words[LN_WHY_SUBJECT].settled || (object->text.s && !object->settled);
}

/* ---- names ---- */

static bool
gives_name(const ln_view predicate)
{
  static const char* const NAMES[] = {
    "label", "name", "title", "prefLabel", "altLabel", "alternateName", "sortName", "alias"};
  const ln_view local = local_name(predicate);
  for (size_t i = 0U; i < sizeof(NAMES) / sizeof(NAMES[0]); ++i) {
    if (ln_view_equals(local, ln_view_of(NAMES[i]))) {
      return true;
    }
  }
  return false;
}

/* A word with a slash may be a path below the base. */
static ln_status
want_path(ln_why* const why, const ln_session* const s, const ln_why_word* const word)
{
  ln_text   iri    = {0};
  uint32_t  number = 0U;
  ln_status st     = LN_OK;
  if (!word->text.s || word->settled || ln_view_find(word->text, '/') == word->text.n) {
    return LN_OK;
  }
  st = ln_iri_resolve(s->base, word->text, &iri);
  if (st == LN_OK) {
    const ln_read_term term = {.kind = LN_IRI, .text = ln_text_view(&iri)};
    st                      = ln_wanted_add(why->wanted, &term, NULL, NULL, &number);
  }
  ln_text_clear(&iri);
  return st;
}

ln_status
ln_why_words_want(ln_why* const why, const ln_session* const session)
{
  uint32_t number = 0U;
  for (size_t i = 0U; i < ln_names_predicates(session->names); ++i) {
    const ln_view iri = ln_names_predicate_at(session->names, (uint16_t)i)->iri;
    if (gives_name(iri)) {
      LN_TRY(ln_wanted_add_predicate(why->wanted, iri, &number));
    }
  }
  for (size_t i = 0U; i < LN_WHY_WORDS; ++i) {
    why->words[i].nearest = (ln_nearest){.word = ln_text_view(&why->words[i].folded)};
  }
  LN_TRY(want_path(why, session, &why->words[LN_WHY_SUBJECT]));
  return want_path(why, session, &why->words[LN_WHY_OBJECT]);
}

/* A thing with its place, for those who must choose. */
static ln_status
add_found(ln_why* const why, ln_why_word* const word, const ln_trace_hit* const hit)
{
  const ln_names* const names  = hit->session->names;
  const ln_view         iri    = hit->triple->subject.text;
  ln_prefix             prefix = {0};
  ln_view               local  = {0};
  ln_place              place  = {0};
  ln_text               shown  = {0};
  ln_status             st     = LN_OK;
  if (hit->triple->subject.kind == LN_BLANK) {
    st = ln_text_format(&shown, "_:%.*s", (int)iri.n, iri.s);
  } else if (ln_names_shorten(names, iri, &prefix, &local)) {
    st =
      ln_text_format(&shown, "%.*s:%.*s", (int)prefix.name.n, prefix.name.s, (int)local.n, local.s);
  } else {
    st = ln_text_format(&shown, "<%.*s>", (int)iri.n, iri.s);
  }
  if (st == LN_OK && hit->table) {
    ln_trace_place(hit, 0U, &place);
    st = ln_text_format(&shown,
                        " (%.*s:%llu)",
                        (int)hit->table->path.n,
                        hit->table->path.s,
                        (unsigned long long)place.line);
  }
  st =
    st == LN_OK ? add_thing(why, &word->things, &hit->triple->subject, ln_text_view(&shown)) : st;
  ln_text_clear(&shown);
  return st;
}

static bool
is_path(const ln_why_word* const word, const ln_trace_hit* const hit)
{
  const ln_view iri  = hit->triple->subject.text;
  const ln_view base = hit->session->base;
  return ln_view_starts(iri, base) && ln_view_equals(ln_view_from(iri, base.n), word->text);
}

static ln_status
meet(ln_why* const             why,
     ln_why_word* const        word,
     const ln_trace_hit* const hit,
     const ln_view             folded)
{
  if (!word->text.s || word->settled) {
    return LN_OK;
  }
  const bool named = gives_name(hit->triple->predicate.text);
  if (is_path(word, hit) || (named && ln_view_equals(folded, ln_text_view(&word->folded)))) {
    return add_found(why, word, hit);
  }
  return named ? offer(why, &word->nearest, folded, hit->triple->object.text) : LN_OK;
}

ln_status
ln_why_words_meet(ln_why* const why, const ln_trace_hit* const hit)
{
  ln_text   folded = {0};
  ln_status st     = ln_fold(hit->triple->object.text, &folded);
  st = st == LN_OK ? meet(why, &why->words[LN_WHY_SUBJECT], hit, ln_text_view(&folded)) : st;
  st = st == LN_OK ? meet(why, &why->words[LN_WHY_OBJECT], hit, ln_text_view(&folded)) : st;
  ln_text_clear(&folded);
  return st;
}

static ln_status
report_several(ln_why* const why, const ln_why_word* const word)
{
  ln_text   hint = {0};
  ln_status st   = ln_text_add(&hint, LN_V("write "));
  for (size_t i = 0U; st == LN_OK && i < word->things.n; ++i) {
    const char* const joint = i + 1U == word->things.n ? " or " : ", ";
    st                      = ln_text_add(&hint, i == 0U ? LN_V("") : ln_view_of(joint));
    st                      = st == LN_OK ? ln_text_add(&hint, word->things.v[i].shown) : st;
  }
  if (st == LN_OK) {
    st = ln_report(why->log,
                   LN_L0881,
                   LN_KEPT,
                   (ln_where){0},
                   ln_text_view(&hint),
                   "%s is the name of %zu things",
                   ln_shown(why->log, word->text),
                   word->things.n);
  }
  ln_text_clear(&hint);
  return st;
}

ln_status
ln_why_words_choose(ln_why* const why)
{
  const ln_why_word* const word = &why->words[LN_WHY_SUBJECT];
  if (word->things.n == 1U) {
    return LN_OK;
  }
  LN_TRY(word->things.n == 0U ? report_unknown(why, word, "nothing is called")
                              : report_several(why, word));
  return LN_USAGE;
}

/* ---- facts ---- */

static bool
fits_object(const ln_why_word* const word, const ln_read_term* const object)
{
  if (!word->text.s) {
    return true;
  }
  for (size_t i = 0U; i < word->things.n; ++i) {
    if (ln_why_same(&word->things.v[i].term, object)) {
      return true;
    }
  }
  const bool quoted =
    word->text.n > 1U && word->text.s[0] == '"' && word->text.s[word->text.n - 1U] == '"';
  const ln_view bare = quoted ? (ln_view){word->text.s + 1U, word->text.n - 2U} : word->text;
  return object->kind == LN_LITERAL && ln_view_equals(object->text, bare);
}

bool
ln_why_words_fit(const ln_why* const why, const ln_why_fact* const fact)
{
  bool fits = !why->words[LN_WHY_PREDICATE].text.s;
  for (size_t i = 0U; !fits && i < why->n_predicates; ++i) {
    fits = ln_view_equals(why->predicates[i], fact->predicate.text);
  }
  return fits && fits_object(&why->words[LN_WHY_OBJECT], &fact->object);
}
