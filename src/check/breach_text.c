/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What a curator reads of a breach: the few words of axiom.def and the triple; then what would be
   right. Declared names that are spelt like one that is not are looked for once for each such name,
   and not without end: a graph may hold a million names that nobody knows. */

#include "check/breach_text.h"

#include "base/fold.h"
#include "check/ontology_inner.h"
#include "check/phrase.h"

enum { LOOKED_MOST = 10000, SIDES_MOST = 8 };

void
ln_breach_wording_clear(ln_breach_wording* const w)
{
  for (size_t i = 0U; i < LN_SPELLINGS; ++i) {
    ln_text_clear(&w->spellings[i].text);
    w->spellings[i].term = 0U;
  }
  w->looked = 0U;
}

static ln_status
add_term(const ln_breach_wording* const w,
         const char* const              before,
         const uint32_t                 term,
         ln_text* const                 out)
{
  LN_TRY(ln_text_add(out, ln_view_of(before)));
  return ln_phrase_term(w->terms, term, out);
}

ln_status
ln_breach_message(const ln_breach_wording* const w, const ln_breach* const b, ln_text* const out)
{
  LN_TRY(ln_text_add(out, ln_axiom_words(b->axiom)));
  LN_TRY(add_term(w, ": ", b->focus, out));
  LN_TRY(add_term(w, ", ", b->predicate, out));
  return add_term(w, ", ", b->value, out);
}

/* What stands behind the last `/`, `#` or `:`. */
static ln_view
local_name(const ln_view iri)
{
  size_t at = iri.n;
  while (at > 0U && iri.s[at - 1U] != '/' && iri.s[at - 1U] != '#' && iri.s[at - 1U] != ':') {
    --at;
  }
  return ln_view_from(iri, at);
}

static ln_status
offer(ln_nearest* const nearest, const ln_view iri, ln_text* const scratch)
{
  ln_text_reset(scratch);
  LN_TRY(ln_fold(local_name(iri), scratch));
  ln_nearest_offer(nearest, ln_text_view(scratch), iri);
  return LN_OK;
}

/* Classes for a class, properties for a property; those of one namespace first, so that of names
   spelt as much alike they come first, and then all. */
static ln_status
offer_all(const ln_breach_wording* const w,
          const bool                     classes,
          const ln_view                  space,
          ln_nearest* const              nearest,
          ln_text* const                 scratch)
{
  const ln_ontology* const o = w->ontology;
  const size_t             n = classes ? o->classes.n : o->n_properties;
  for (size_t i = 0U; i < 2U * n; ++i) {
    const size_t   k    = i % n;
    const uint32_t term = classes ? o->numbers[o->classes.first + k] : o->properties[k].term;
    const ln_view  iri  = ln_term_table_text(w->terms, term);
    const ln_view  own  = ln_view_first(iri, iri.n - local_name(iri).n);
    LN_TRY(i >= n || ln_view_equals(own, space) ? offer(nearest, iri, scratch) : LN_OK);
  }
  return LN_OK;
}

static ln_status
look_for(const ln_breach_wording* const w,
         const bool                     classes,
         const uint32_t                 term,
         ln_text* const                 out)
{
  ln_text       folded  = {0};
  ln_text       scratch = {0};
  ln_nearest    nearest = {.n = 0U};
  const ln_view iri     = ln_term_table_text(w->terms, term);
  const ln_view local   = local_name(iri);
  const ln_view space   = ln_view_first(iri, iri.n - local.n);
  ln_status     st      = ln_fold(local, &folded);
  nearest.word          = ln_text_view(&folded);
  st                    = st == LN_OK ? offer_all(w, classes, space, &nearest, &scratch) : st;
  st                    = st == LN_OK ? ln_nearest_text(&nearest, out) : st;
  ln_text_clear(&folded);
  ln_text_clear(&scratch);
  return st;
}

/* Declared names like this one, from those that were looked for before if it is among them. */
static ln_status
add_nearest(ln_breach_wording* const w, const bool classes, const uint32_t term, ln_text* const out)
{
  const size_t   slot = term % LN_SPELLINGS;
  ln_text* const text = &w->spellings[slot].text;
  if (w->spellings[slot].term != term + 1U) {
    if (w->looked >= LOOKED_MOST) {
      return LN_OK;
    }
    ++w->looked;
    ln_text_reset(text);
    w->spellings[slot].term = 0U;
    LN_TRY(look_for(w, classes, term, text));
    w->spellings[slot].term = term + 1U;
  }
  return text->n > 0U ? ln_text_add(out, ln_text_view(text)) : LN_OK;
}

/* A class, or those of a union. */
static ln_status
add_class(const ln_breach_wording* const w, const uint32_t term, ln_text* const out)
{
  const uint32_t* const words = w->ontology->words.term;
  uint32_t              list  = ln_triple_set_object(w->data, term, words[LN_W_UNION_OF]);
  if (list == LN_NO_TERM) {
    return ln_phrase_term(w->terms, term, out);
  }
  for (size_t i = 0U; i < SIDES_MOST && list != LN_NO_TERM && list != words[LN_W_NIL]; ++i) {
    const uint32_t side = ln_triple_set_object(w->data, list, words[LN_W_FIRST]);
    LN_TRY(side != LN_NO_TERM ? add_term(w, i > 0U ? " or " : "", side, out) : LN_OK);
    list = ln_triple_set_object(w->data, list, words[LN_W_REST]);
  }
  return LN_OK;
}

/* The first class that a node is said to be of. */
static ln_status
add_found(const ln_breach_wording* const w, const uint32_t node, ln_text* const out)
{
  const ln_halves types = ln_triple_set_objects(w->data, node, w->ontology->words.term[LN_W_TYPE]);
  return types.n > 0U ? add_term(w, "; it is an instance of ", ln_half_node(types.v[0]), out)
                      : LN_OK;
}

static ln_status
add_elsewhere(const ln_view elsewhere, ln_text* const out)
{
  return elsewhere.n > 0U ? ln_text_format(out, " (%.*s)", (int)elsewhere.n, elsewhere.s) : LN_OK;
}

/* What range and kind of value ask for. */
static ln_status
hint_value(const ln_breach_wording* const w, const ln_breach* const b, ln_text* const out)
{
  const bool described = ln_triple_set_of(w->data, b->value).n > 0U;
  if (b->other == LN_NO_TERM) {
    return ln_text_add(
      out, b->axiom == LN_A_IRI_FOR_LITERAL ? LN_V("expected a literal") : LN_V("expected an IRI"));
  }
  if (b->axiom == LN_A_DATATYPE || b->axiom == LN_A_IRI_FOR_LITERAL) {
    LN_TRY(ln_text_add(out, LN_V("expected a literal of ")));
    return add_class(w, b->other, out);
  }
  LN_TRY(ln_text_add(out, LN_V("expected an instance of ")));
  LN_TRY(add_class(w, b->other, out));
  if (b->axiom != LN_A_RANGE_UNTYPED) {
    return b->axiom == LN_A_RANGE ? add_found(w, b->value, out) : LN_OK;
  }
  return ln_text_add(out,
                     described ? LN_V("; it is described, but no class is stated")
                               : LN_V("; it is described nowhere: add it, or correct its name"));
}

static ln_status
hint_lexical(const ln_breach_wording* const w, const ln_breach* const b, ln_text* const out)
{
  ln_view expected = LN_V("");
  if (ln_datatype_holds(w->terms, b->value, &expected) || expected.n == 0U) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(out, LN_V("expected ")));
  return ln_text_add(out, expected);
}

static ln_status
hint_deprecated(const ln_breach_wording* const w, const ln_breach* const b, ln_text* const out)
{
  const uint32_t by =
    ln_triple_set_object(w->data, b->other, w->ontology->words.term[LN_W_REPLACED_BY]);
  LN_TRY(ln_phrase_term(w->terms, b->other, out));
  LN_TRY(ln_text_add(out, LN_V(" is deprecated")));
  return by != LN_NO_TERM ? add_term(w, "; instead there is ", by, out) : LN_OK;
}

ln_status
ln_breach_hint(ln_breach_wording* const w,
               const ln_breach* const   b,
               const ln_view            elsewhere,
               ln_text* const           out)
{
  switch (b->axiom) {
  case LN_A_UNDECLARED_CLASS:
    return add_nearest(w, true, b->value, out);
  case LN_A_UNDECLARED_PROPERTY:
    return add_nearest(w, false, b->predicate, out);
  case LN_A_DOMAIN:
  case LN_A_DOMAIN_UNTYPED:
    LN_TRY(ln_text_add(out, LN_V("expected the property at an instance of ")));
    LN_TRY(add_class(w, b->other, out));
    return add_found(w, b->focus, out);
  case LN_A_RANGE:
  case LN_A_RANGE_UNTYPED:
  case LN_A_LITERAL_FOR_OBJECT:
  case LN_A_IRI_FOR_LITERAL:
  case LN_A_DATATYPE:
    return hint_value(w, b, out);
  case LN_A_LEXICAL:
    return hint_lexical(w, b, out);
  case LN_A_DISJOINT:
    LN_TRY(add_term(w, "it is an instance of ", b->other, out));
    LN_TRY(ln_text_add(out, LN_V(" too")));
    return add_elsewhere(elsewhere, out);
  case LN_A_FUNCTIONAL:
    LN_TRY(add_term(w, "the other is ", b->other, out));
    LN_TRY(add_elsewhere(elsewhere, out));
    return ln_text_add(out, LN_V("; keep the right one, or record both as claims"));
  case LN_A_KEY:
    LN_TRY(add_term(w, "the other is ", b->other, out));
    LN_TRY(add_elsewhere(elsewhere, out));
    return ln_text_add(out, LN_V("; one thing entered twice, or a key that is wrong"));
  case LN_A_SYMMETRIC:
    LN_TRY(add_term(w, "expected also: ", b->value, out));
    LN_TRY(add_term(w, ", ", b->predicate, out));
    return add_term(w, ", ", b->focus, out);
  case LN_A_DEPRECATED:
    return hint_deprecated(w, b, out);
  case LN_AXIOMS:
  default:
    return LN_OK;
  }
}
