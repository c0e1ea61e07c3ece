/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What pages need is found once: two numbers a term, and a pass over the triples of a few
   predicates. Labels are kept as the number of the literal. A link is a path only where the path
   leads back to the thing; else the thing is named whole in the query string. */

#include "serve/holdings.h"

#include "base/dict.h"
#include "base/memory.h"
#include "rdf/iri.h"
#include "serve/form.h"

#include <stdlib.h>

struct ln_holdings {
  const ln_dataset* set;
  ln_text           base;
  uint32_t*         labels;    ///< by term; LN_ABSENT: it has none
  bool*             described; ///< by term
  size_t            subjects;
  ln_holding*       classes;
  size_t            n_classes;
};

static const char* const NAMING[] = {
  "http://www.w3.org/2000/01/rdf-schema#label",
  "http://www.w3.org/2004/02/skos/core#prefLabel",
  "https://schema.org/name",
  "http://schema.org/name",
  "http://xmlns.com/foaf/0.1/name",
  "http://purl.org/dc/terms/title",
  "http://purl.org/dc/elements/1.1/title",
};

static uint32_t
find_iri(const ln_dataset* const set, const ln_view iri)
{
  const ln_read_term term = {.kind = LN_IRI, .text = iri};
  return ln_dataset_find(set, &term);
}

/* The default graph is number 0 here, the named ones follow. */
static uint32_t
graph_at(const ln_dataset* const set, const size_t i)
{
  return i == 0U ? LN_ABSENT : ln_dataset_graph(set, i - 1U);
}

/* How welcome a label is by its language; 0: it is no literal. */
static unsigned
welcome(const ln_holdings* const h, const uint32_t label)
{
  const ln_read_term term = ln_dataset_term(h->set, label);
  if (label == LN_ABSENT || term.kind != LN_LITERAL) {
    return 0U;
  }
  if (term.lang.n == 0U || ln_view_equals(term.lang, LN_V("en"))) {
    return 3U;
  }
  return ln_view_starts(term.lang, LN_V("en-")) ? 2U : 1U;
}

static void
take_labels(ln_holdings* const h, const uint32_t predicate, uint32_t* const ranks, const uint32_t r)
{
  const ln_fact_pattern pattern = {LN_ABSENT, predicate, LN_ABSENT};
  for (size_t g = 0U; g <= ln_dataset_graphs(h->set); ++g) {
    const ln_fact_range range = ln_dataset_match(h->set, graph_at(h->set, g), &pattern);
    for (size_t i = 0U; i < range.n; ++i) {
      const ln_fact_pattern fact   = ln_fact_at(&range, i);
      const bool            first  = h->labels[fact.subject] == LN_ABSENT;
      const bool            better = ranks[fact.subject] == r && !first &&
                          welcome(h, fact.object) > welcome(h, h->labels[fact.subject]);
      if (welcome(h, fact.object) > 0U && (first || better)) {
        h->labels[fact.subject] = fact.object;
        ranks[fact.subject]     = r;
      }
    }
  }
}

static ln_status
find_labels(ln_holdings* const h)
{
  const size_t    n     = ln_dataset_terms(h->set);
  uint32_t* const ranks = ln_alloc_zero(n + 1U, sizeof(*ranks));
  h->labels             = ln_alloc(sizeof(*h->labels) * (n + 1U));
  for (size_t i = 0U; h->labels && i < n; ++i) {
    h->labels[i] = LN_ABSENT;
  }
  for (uint32_t i = 0U; h->labels && ranks && i < sizeof(NAMING) / sizeof(NAMING[0]); ++i) {
    const uint32_t predicate = find_iri(h->set, ln_view_of(NAMING[i]));
    if (predicate != LN_ABSENT) {
      take_labels(h, predicate, ranks, i);
    }
  }
  ln_free(ranks);
  return h->labels && ranks ? LN_OK : LN_NO_MEM;
}

static ln_status
find_subjects(ln_holdings* const h)
{
  static const ln_fact_pattern ANY = {LN_ABSENT, LN_ABSENT, LN_ABSENT};
  h->described = ln_alloc_zero((size_t)ln_dataset_terms(h->set) + 1U, sizeof(bool));
  if (!h->described) {
    return LN_NO_MEM;
  }
  for (size_t g = 0U; g <= ln_dataset_graphs(h->set); ++g) {
    const ln_fact_range range = ln_dataset_match(h->set, graph_at(h->set, g), &ANY);
    for (size_t i = 0U; i < range.n; ++i) {
      const uint32_t subject = ln_fact_at(&range, i).subject;
      h->subjects += !h->described[subject] && ln_dataset_kind(h->set, subject) == LN_IRI ? 1U : 0U;
      h->described[subject] = true;
    }
  }
  return LN_OK;
}

static int
compare_holdings(const void* const a, const void* const b)
{
  const ln_holding* const l = a;
  const ln_holding* const r = b;
  const int               n = (l->n < r->n) - (l->n > r->n);
  return n != 0 ? n : (l->term > r->term) - (l->term < r->term);
}

/* Count by class in an array of all terms, then gather what was counted. */
static ln_status
find_classes(ln_holdings* const h)
{
  const uint32_t  type = find_iri(h->set, LN_V("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"));
  const uint32_t  n    = ln_dataset_terms(h->set);
  uint32_t* const counts  = ln_alloc_zero((size_t)n + 1U, sizeof(*counts));
  const ln_fact_pattern p = {LN_ABSENT, type, LN_ABSENT};
  size_t                k = 0U;
  for (size_t g = 0U; counts && type != LN_ABSENT && g <= ln_dataset_graphs(h->set); ++g) {
    const ln_fact_range range = ln_dataset_match(h->set, graph_at(h->set, g), &p);
    for (size_t i = 0U; i < range.n; ++i) {
      k += counts[ln_fact_at(&range, i).object]++ == 0U ? 1U : 0U;
    }
  }
  h->classes = counts ? ln_alloc_zero(k + 1U, sizeof(*h->classes)) : NULL;
  for (uint32_t i = 0U; h->classes && i < n; ++i) {
    if (counts[i] > 0U) {
      h->classes[h->n_classes++] = (ln_holding){i, counts[i]};
    }
  }
  ln_free(counts);
  if (h->classes && k > 1U) {
    qsort(h->classes, k, sizeof(*h->classes), compare_holdings);
  }
  return h->classes ? LN_OK : LN_NO_MEM;
}

/* `https://example.org/` of an IRI; empty if it has no authority. */
static ln_view
origin_of(const ln_view iri)
{
  const size_t scheme = ln_view_find(iri, ':');
  if (!ln_view_starts(ln_view_from(iri, scheme), LN_V("://"))) {
    return LN_V("");
  }
  const ln_view rest = ln_view_from(iri, scheme + 3U);
  const size_t  n    = ln_view_find(rest, '/');
  return n < rest.n ? ln_view_first(iri, scheme + 3U + n + 1U) : LN_V("");
}

/* The first of those that most subjects have. */
static ln_status
count_origins(const ln_holdings* const h, ln_dict* const origins, uint32_t* const best)
{
  enum { MOST = 4096 };
  size_t* const counts = ln_alloc_zero(MOST, sizeof(*counts));
  ln_status     st     = counts ? LN_OK : LN_NO_MEM;
  *best                = 0U;
  for (uint32_t i = 0U; st == LN_OK && i < ln_dataset_terms(h->set); ++i) {
    const bool    page   = h->described[i] && ln_dataset_kind(h->set, i) == LN_IRI;
    const ln_view origin = page ? origin_of(ln_dataset_term(h->set, i).text) : LN_V("");
    uint32_t      number = 0U;
    if (origin.n == 0U ||
        (ln_dict_size(origins) == MOST && ln_dict_find(origins, origin) == LN_DICT_NONE)) {
      continue;
    }
    st = ln_dict_add(origins, origin, &number, NULL);
    if (st == LN_OK && ++counts[number] > counts[*best]) {
      *best = number;
    }
  }
  ln_free(counts);
  return st;
}

static ln_status
find_base(ln_holdings* const h, ln_view base)
{
  if (base.n > 0U) {
    while (base.n > 0U && base.s[base.n - 1U] != '/') {
      --base.n;
    }
    return ln_text_add(&h->base, base);
  }
  uint32_t       best    = 0U;
  ln_dict* const origins = ln_dict_new();
  ln_status      st      = origins ? count_origins(h, origins, &best) : LN_NO_MEM;
  if (st == LN_OK && ln_dict_size(origins) > 0U) {
    st = ln_text_add(&h->base, ln_dict_key(origins, best));
  }
  ln_dict_free(origins);
  return st;
}

ln_status
ln_holdings_new(const ln_dataset* const set, const ln_view base, ln_holdings** const holdings)
{
  ln_holdings* const h = ln_alloc_zero(1U, sizeof(*h));
  *holdings            = h;
  if (!h) {
    return LN_NO_MEM;
  }
  h->set       = set;
  ln_status st = find_labels(h);
  st           = st == LN_OK ? find_subjects(h) : st;
  st           = st == LN_OK ? find_classes(h) : st;
  st           = st == LN_OK ? find_base(h, base) : st;
  if (st != LN_OK) {
    ln_holdings_free(h);
    *holdings = NULL;
  }
  return st;
}

void
ln_holdings_free(ln_holdings* const holdings)
{
  if (holdings) {
    ln_text_clear(&holdings->base);
    ln_free(holdings->labels);
    ln_free(holdings->described);
    ln_free(holdings->classes);
    ln_free(holdings);
  }
}

const ln_dataset*
ln_holdings_set(const ln_holdings* const holdings)
{
  return holdings->set;
}

ln_view
ln_holdings_base(const ln_holdings* const holdings)
{
  return ln_text_view(&holdings->base);
}

size_t
ln_holdings_subjects(const ln_holdings* const holdings)
{
  return holdings->subjects;
}

const ln_holding*
ln_holdings_classes(const ln_holdings* const holdings, size_t* const n)
{
  *n = holdings->n_classes;
  return holdings->classes;
}

/* What stands behind the last sign that may end a namespace; all of it if that is nothing. */
static ln_view
local_name(const ln_view iri)
{
  size_t at = iri.n;
  while (at > 0U && iri.s[at - 1U] != '/' && iri.s[at - 1U] != '#' && iri.s[at - 1U] != ':') {
    --at;
  }
  return at < iri.n ? ln_view_from(iri, at) : iri;
}

ln_view
ln_holdings_name(const ln_holdings* const holdings, const uint32_t term)
{
  const ln_read_term t = ln_dataset_term(holdings->set, term);
  if (holdings->labels[term] != LN_ABSENT) {
    return ln_dataset_term(holdings->set, holdings->labels[term]).text;
  }
  return t.kind == LN_IRI ? local_name(t.text) : t.text;
}

bool
ln_holdings_has_label(const ln_holdings* const holdings, const uint32_t term)
{
  return holdings->labels[term] != LN_ABSENT;
}

bool
ln_holdings_describes(const ln_holdings* const holdings, const uint32_t term)
{
  return holdings->described[term];
}

static int
compare_facts(const void* const a, const void* const b)
{
  const ln_fact_pattern* const l       = a;
  const ln_fact_pattern* const r       = b;
  const uint32_t               x[3][2] = {
    {l->predicate, r->predicate}, {l->subject, r->subject}, {l->object, r->object}};
  for (size_t i = 0U; i < 3U; ++i) {
    if (x[i][0] != x[i][1]) {
      return x[i][0] < x[i][1] ? -1 : 1;
    }
  }
  return 0;
}

static size_t
drop_repeated(ln_fact_pattern* const v, const size_t n)
{
  size_t kept = 0U;
  for (size_t i = 0U; i < n; ++i) {
    if (kept == 0U || compare_facts(&v[kept - 1U], &v[i]) != 0) {
      v[kept++] = v[i];
    }
  }
  return kept;
}

ln_status
ln_holdings_match(const ln_holdings* const     holdings,
                  const ln_fact_pattern* const pattern,
                  const size_t                 most,
                  ln_arena* const              arena,
                  ln_fact_list* const          found)
{
  const size_t graphs = ln_dataset_graphs(holdings->set) + 1U;
  *found              = (ln_fact_list){.n = 0U};
  for (size_t g = 0U; g < graphs; ++g) {
    found->all += ln_dataset_match(holdings->set, graph_at(holdings->set, g), pattern).n;
  }
  const size_t room = found->all < most ? found->all : most;
  found->v          = ln_arena_zero(arena, room + 1U, sizeof(*found->v));
  if (!found->v) {
    return LN_NO_MEM;
  }
  for (size_t g = 0U; g < graphs && found->n < room; ++g) {
    const ln_fact_range range =
      ln_dataset_match(holdings->set, graph_at(holdings->set, g), pattern);
    for (size_t i = 0U; i < range.n && found->n < room; ++i) {
      found->v[found->n++] = ln_fact_at(&range, i);
    }
  }
  if (found->n > 1U) {
    qsort(found->v, found->n, sizeof(*found->v), compare_facts);
  }
  const size_t kept = drop_repeated(found->v, found->n);
  found->all -= found->n - kept;
  found->n = kept;
  return LN_OK;
}

ln_status
ln_holdings_at(const ln_holdings* const holdings, const ln_view path, uint32_t* const term)
{
  static const ln_unescape_kind KINDS[] = {LN_UNESCAPE_HIGH, LN_UNESCAPE_ALL};
  const ln_view                 rest    = ln_view_from(path, 1U);
  ln_text                       iri     = {0};
  ln_status                     st      = ln_text_add(&iri, ln_holdings_base(holdings));
  st                                    = st == LN_OK ? ln_text_add(&iri, rest) : st;
  *term = st == LN_OK && rest.n > 0U ? find_iri(holdings->set, ln_text_view(&iri)) : LN_ABSENT;
  for (size_t i = 0U; st == LN_OK && *term == LN_ABSENT && i < 2U && rest.n > 0U; ++i) {
    const size_t base = ln_holdings_base(holdings).n;
    const size_t n    = ln_form_unescape(rest, KINDS[i], iri.s + base);
    *term = n != SIZE_MAX ? find_iri(holdings->set, (ln_view){iri.s, base + n}) : LN_ABSENT;
  }
  if (*term != LN_ABSENT && st == LN_OK && !holdings->described[*term]) {
    *term = LN_ABSENT;
  }
  ln_text_clear(&iri);
  return st;
}

/* Whether the rest of an IRI can be a path that leads to it: nothing in it would be read as
   something else, as a query, a fragment, another server or a step upwards. */
static bool
can_be_path(const ln_view rest)
{
  static const char* const TAKEN[] = {"sparql", "describe"};
  for (size_t i = 0U; i < sizeof(TAKEN) / sizeof(TAKEN[0]); ++i) {
    if (ln_view_equals(rest, ln_view_of(TAKEN[i]))) {
      return false;
    }
  }
  bool segment = true; /* at the beginning of one */
  for (size_t i = 0U; i < rest.n; ++i) {
    const char c = rest.s[i];
    if (c == '?' || c == '#' || c == '\\' || (segment && (c == '.' || c == '/'))) {
      return false;
    }
    segment = c == '/';
  }
  return rest.n > 0U;
}

static ln_status
add_path(const ln_view rest, ln_text* const link)
{
  for (size_t i = 0U; i < rest.n; ++i) {
    const unsigned char c = (unsigned char)rest.s[i];
    LN_TRY(c < 0x80U ? ln_text_add_byte(link, rest.s[i]) : ln_text_format(link, "%%%02X", c));
  }
  return LN_OK;
}

ln_status
ln_holdings_link(const ln_holdings* const holdings, const uint32_t term, ln_text* const link)
{
  const ln_view iri  = ln_dataset_term(holdings->set, term).text;
  const ln_view base = ln_holdings_base(holdings);
  const ln_view rest = ln_view_from(iri, base.n);
  if (base.n > 0U && ln_view_starts(iri, base) && can_be_path(rest)) {
    LN_TRY(ln_text_add_byte(link, '/'));
    return add_path(rest, link);
  }
  LN_TRY(ln_text_add(link, LN_V("/describe?iri=")));
  return ln_iri_encode(iri, link);
}
