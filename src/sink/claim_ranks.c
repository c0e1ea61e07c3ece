/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Ranks as Wikidata has them. Two rounds: the first finds the best rank that each property of each
   thing has, the second says everything, gathered by subject. A claim without rank is of normal
   rank, and a deprecated one is never the best. Names of properties are the last steps of their
   IRIs; where two are the same, the later one gets a number. */

#include "sink/claim_ranks.h"

#include "base/dict.h"
#include "base/memory.h"
#include "base/text.h"

#define WIKIBASE "http://wikiba.se/ontology#"
#define PROV "http://www.w3.org/ns/prov#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RANKS "https://w3id.org/liner/vocab/rank/"

typedef enum { DEPRECATED, NORMAL, PREFERRED } rank;

typedef struct {
  const ln_testimony_words* words;
  const ln_graph*           said;
  ln_graph*                 out;
  ln_term                   graph;
  ln_dict*                  asked; ///< subject and predicate, as numbers of terms
  unsigned char*            best;  ///< of each
  size_t                    cap;
  ln_dict*                  properties; ///< numbers of terms
  ln_dict*                  names;      ///< theirs, in the same order
  ln_text                   text;
  ln_text                   more;
} ranking;

ln_status
ln_claim_ranks_declare(ln_names* const names, const ln_view base)
{
  ln_text  text = {0};
  uint16_t stem = 0U;
  LN_TRY(ln_names_prefix(names, LN_V("wikibase"), LN_V(WIKIBASE)));
  LN_TRY(ln_names_iri_stem(names, LN_V(WIKIBASE), &stem));
  LN_TRY(ln_names_prefix(names, LN_V("prov"), LN_V(PROV)));
  LN_TRY(ln_names_iri_stem(names, LN_V(PROV), &stem));
  ln_status st = ln_text_add(&text, base);
  st           = st == LN_OK ? ln_text_add(&text, LN_V("prop/")) : st;
  st           = st == LN_OK ? ln_names_iri_stem(names, ln_text_view(&text), &stem) : st;
  st           = st == LN_OK ? ln_text_add(&text, LN_V("statement/")) : st;
  st           = st == LN_OK ? ln_names_iri_stem(names, ln_text_view(&text), &stem) : st;
  ln_text_clear(&text);
  return st;
}

/* ---- the first round ---- */

static ln_status
spell(ranking* const r, const uint32_t term, ln_text* const out)
{
  ln_text_reset(out);
  return ln_names_expand(r->words->names, ln_graph_term(r->said, term), out);
}

static ln_status
rank_of(ranking* const r, const size_t node, rank* const out)
{
  size_t         at     = 0U;
  const uint32_t number = ln_said(r->said, r->words, node, LN_SAYING_RANK, &at);
  *out                  = NORMAL;
  if (number == LN_GRAPH_NONE) {
    return LN_OK;
  }
  LN_TRY(spell(r, number, &r->text));
  if (ln_view_equals(ln_text_view(&r->text), LN_V(RANKS "preferred"))) {
    *out = PREFERRED;
  } else if (ln_view_equals(ln_text_view(&r->text), LN_V(RANKS "deprecated"))) {
    *out = DEPRECATED;
  }
  return LN_OK;
}

/* The number of what a claim is about: one property of one thing. */
static ln_status
number_of(ranking* const          r,
          const ln_claimed* const claim,
          uint32_t* const         number,
          bool* const             added)
{
  const uint32_t key[2] = {claim->subject, claim->predicate};
  return ln_dict_add(r->asked, (ln_view){(const char*)key, sizeof(key)}, number, added);
}

static ln_status
compare_claim(ranking* const r, const size_t node)
{
  ln_claimed claim  = {0};
  uint32_t   number = 0U;
  bool       added  = false;
  rank       own    = NORMAL;
  if (!ln_said_claim(r->said, r->words, node, &claim)) {
    return LN_OK;
  }
  LN_TRY(number_of(r, &claim, &number, &added));
  LN_TRY(rank_of(r, node, &own));
  if (number >= r->cap) {
    const size_t         cap  = r->cap > 0U ? 2U * r->cap : 64U;
    unsigned char* const more = (unsigned char*)ln_realloc(r->best, cap, 1U);
    if (!more) {
      return LN_NO_MEM;
    }
    r->best = more;
    r->cap  = cap;
  }
  if (added || r->best[number] < own) {
    r->best[number] = (unsigned char)own;
  }
  return LN_OK;
}

/* ---- properties ---- */

static ln_view
last_step(const ln_view iri)
{
  size_t at = iri.n;
  while (at > 0U && iri.s[at - 1U] != '/' && iri.s[at - 1U] != '#' && iri.s[at - 1U] != ':') {
    --at;
  }
  return ln_view_from(iri, at < iri.n ? at : 0U);
}

/* `prop/NAME` in `text`, `prop/statement/NAME` in `more`. */
static ln_status
name_property(ranking* const r, const ln_view name)
{
  ln_text_reset(&r->text);
  ln_text_reset(&r->more);
  LN_TRY(ln_text_add(&r->text, r->words->base));
  LN_TRY(ln_text_add(&r->text, LN_V("prop/")));
  LN_TRY(ln_text_add(&r->more, ln_text_view(&r->text)));
  LN_TRY(ln_text_add(&r->more, LN_V("statement/")));
  LN_TRY(ln_text_add(&r->text, name));
  return ln_text_add(&r->more, name);
}

/* A name that no property has yet. */
static ln_status
invent_name(ranking* const r, const uint32_t property)
{
  uint32_t number = 0U;
  bool     added  = false;
  LN_TRY(spell(r, property, &r->text));
  const ln_view name = last_step(ln_text_view(&r->text));
  LN_TRY(ln_dict_add(r->names, name, &number, &added));
  for (unsigned i = 2U; !added; ++i) {
    ln_text_reset(&r->more);
    LN_TRY(ln_text_format(&r->more, "%.*s-%u", (int)name.n, name.s, i));
    LN_TRY(ln_dict_add(r->names, ln_text_view(&r->more), &number, &added));
  }
  return LN_OK;
}

static ln_status
say(ranking* const r, const ln_term subject, const ln_view predicate, const ln_term object)
{
  const ln_term about[2] = {subject, r->graph};
  return ln_say(r->out, r->words->names, about, predicate, object);
}

static ln_status
describe_property(ranking* const r, const ln_term property)
{
  LN_TRY(say(r, property, LN_V(RDF "type"), ln_say_iri(LN_V(WIKIBASE "Property"))));
  LN_TRY(say(r, property, LN_V(WIKIBASE "claim"), ln_say_iri(ln_text_view(&r->text))));
  LN_TRY(say(r, property, LN_V(WIKIBASE "statementProperty"), ln_say_iri(ln_text_view(&r->more))));
  return say(r, property, LN_V(WIKIBASE "directClaim"), property);
}

/* Its two IRIs in `text` and `more`; it is described where it is met first. */
static ln_status
find_property(ranking* const r, const uint32_t property)
{
  uint32_t number = 0U;
  bool     added  = false;
  LN_TRY(ln_dict_add(
    r->properties, (ln_view){(const char*)&property, sizeof(property)}, &number, &added));
  LN_TRY(added ? invent_name(r, property) : LN_OK);
  LN_TRY(name_property(r, ln_dict_key(r->names, number)));
  return added ? describe_property(r, ln_graph_term(r->said, property)) : LN_OK;
}

/* ---- the second round ---- */

/* The values and citations of a claim. */
static ln_status
say_values(ranking* const r, const size_t node, const ln_term claim)
{
  size_t               n     = 0U;
  const ln_edge* const edges = ln_graph_edges(r->said, node, &n);
  for (size_t i = 0U; i < n; ++i) {
    const ln_term object = ln_graph_term(r->said, edges[i].object);
    if (edges[i].predicate == r->words->words[LN_SAYING_OBJECT]) {
      LN_TRY(say(r, claim, ln_text_view(&r->more), object));
    } else if (edges[i].predicate == r->words->words[LN_SAYING_CITATION]) {
      LN_TRY(say(r, claim, LN_V(PROV "wasDerivedFrom"), object));
    }
  }
  return LN_OK;
}

static ln_status
say_claim(ranking* const r, const size_t node)
{
  static const ln_view NAMES[] = {
    {WIKIBASE "DeprecatedRank", sizeof(WIKIBASE "DeprecatedRank") - 1U},
    {WIKIBASE "NormalRank", sizeof(WIKIBASE "NormalRank") - 1U},
    {WIKIBASE "PreferredRank", sizeof(WIKIBASE "PreferredRank") - 1U}};
  ln_claimed claim  = {0};
  uint32_t   number = 0U;
  rank       own    = NORMAL;
  if (!ln_said_claim(r->said, r->words, node, &claim)) {
    return LN_OK;
  }
  const ln_term self = ln_graph_term(r->said, ln_graph_subject(r->said, node));
  LN_TRY(number_of(r, &claim, &number, NULL));
  LN_TRY(rank_of(r, node, &own));
  LN_TRY(find_property(r, claim.predicate));
  LN_TRY(say(r, ln_graph_term(r->said, claim.subject), ln_text_view(&r->text), self));
  LN_TRY(say(r, self, LN_V(RDF "type"), ln_say_iri(LN_V(WIKIBASE "Statement"))));
  if (own != DEPRECATED && r->best[number] == (unsigned char)own) {
    LN_TRY(say(r, self, LN_V(RDF "type"), ln_say_iri(LN_V(WIKIBASE "BestRank"))));
  }
  LN_TRY(say(r, self, LN_V(WIKIBASE "rank"), ln_say_iri(NAMES[own])));
  return say_values(r, node, self);
}

static ln_status
rank_all(ranking* const r, const ln_sink next)
{
  for (size_t i = 0U; i < ln_graph_nodes(r->said); ++i) {
    LN_TRY(compare_claim(r, i));
  }
  for (size_t i = 0U; i < ln_graph_nodes(r->said); ++i) {
    LN_TRY(say_claim(r, i));
  }
  return ln_say_all(r->out, next);
}

static ln_status
tell(const void* const self, ln_graph* const said, const ln_term graph, const ln_sink next)
{
  const ln_testimony_words* const words = (const ln_testimony_words*)self;
  ranking r    = {.words = words, .said = said, .graph = graph, .out = ln_graph_new(words->names)};
  r.asked      = ln_dict_new();
  r.properties = ln_dict_new();
  r.names      = ln_dict_new();
  const bool      is = r.out && r.asked && r.properties && r.names;
  const ln_status st = is ? rank_all(&r, next) : LN_NO_MEM;
  ln_graph_free(r.out);
  ln_dict_free(r.asked);
  ln_dict_free(r.properties);
  ln_dict_free(r.names);
  ln_free(r.best);
  ln_text_clear(&r.text);
  ln_text_clear(&r.more);
  return st;
}

ln_teller
ln_claim_ranks(const ln_testimony_words* const words)
{
  return (ln_teller){tell, words};
}
