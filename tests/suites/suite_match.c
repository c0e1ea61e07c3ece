/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Graph isomorphism. Blank nodes are coloured by what is around them: a colour is a hash of the
   quads a node stands in, with the colours of the other nodes there, and this is repeated in both
   graphs at once until no more colours appear. Equal graphs then have the same colours equally
   often. Where several nodes still share a colour, one of the first graph is picked, and each of
   that colour in the second is tried as its partner: both get a colour of their own, and colouring
   goes on. Colours only guide: what is accepted in the end is compared quad by quad.

   Trying all partners of *one* picked node is enough, since in an isomorphism it has some partner.
   The number of tries is bounded; ordinary graphs need none or find the first one right. */

#include "suite_match.h"

#include "base/memory.h"

#include <xxhash.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const suite_graph* graph;
  size_t             n; ///< blank nodes
  uint64_t*          colors;
  uint64_t*          sums;   ///< while colouring
  uint64_t*          sorted; ///< the colours in order
} side;

/* A guess: which node was picked, and how things stood before. */
typedef struct {
  uint64_t* before[2]; ///< colours
  size_t    pick;      ///< node of the first graph
  size_t    next;      ///< node of the second that is tried next
} guess;

typedef struct {
  side   sides[2];
  size_t n; ///< blank nodes of each
  guess* guesses;
  size_t depth;
  size_t cap;
  size_t budget;
} search;

static int
compare_colors(const void* const a, const void* const b)
{
  const uint64_t x = *(const uint64_t*)a;
  const uint64_t y = *(const uint64_t*)b;
  return (x > y) - (x < y);
}

static bool
is_blank(const suite_node node)
{
  return node >= SUITE_BLANK;
}

static size_t
index_of(const suite_node node)
{
  return node & ~SUITE_BLANK;
}

/* What a quad says of the node at `place`: the colours of all its nodes, itself being marked
   wherever it stands, so that a loop is not taken for a pair. */
static uint64_t
quad_hash(const side* const s, const suite_quad* const quad, const size_t place)
{
  enum { SELF = 1, OTHER = 2, GROUND = 3 };
  struct {
    uint64_t kinds[SUITE_PLACES];
    uint64_t colors[SUITE_PLACES];
  } seen = {{0}, {0}};
  for (size_t i = 0U; i < SUITE_PLACES; ++i) {
    const suite_node node = quad->nodes[i];
    if (node == quad->nodes[place]) {
      seen.kinds[i] = SELF;
    } else if (is_blank(node)) {
      seen.kinds[i]  = OTHER;
      seen.colors[i] = s->colors[index_of(node)];
    } else {
      seen.kinds[i]  = GROUND;
      seen.colors[i] = node;
    }
  }
  return XXH3_64bits(&seen, sizeof(seen));
}

/* One round. Hashes of quads are added, so that their order does not matter. */
static void
color_round(side* const s)
{
  memset(s->sums, 0, s->n * sizeof(uint64_t));
  for (size_t i = 0U; i < s->graph->n; ++i) {
    const suite_quad* const quad = &s->graph->quads[i];
    for (size_t place = 0U; place < SUITE_PLACES; ++place) {
      if (is_blank(quad->nodes[place])) {
        s->sums[index_of(quad->nodes[place])] += quad_hash(s, quad, place);
      }
    }
  }
  for (size_t i = 0U; i < s->n; ++i) {
    const uint64_t words[2] = {s->colors[i], s->sums[i]};
    s->colors[i]            = XXH3_64bits(words, sizeof(words));
  }
}

/* Sort the colours; how many different ones there are. */
static size_t
count_colors(const side* const s)
{
  size_t n = 0U;
  memcpy(s->sorted, s->colors, s->n * sizeof(uint64_t));
  qsort(s->sorted, s->n, sizeof(uint64_t), compare_colors);
  for (size_t i = 0U; i < s->n; ++i) {
    n += i == 0U || s->sorted[i] != s->sorted[i - 1U];
  }
  return n;
}

/* Colour both until nothing new appears; false if they turn out to be different. */
static bool
color(search* const s, size_t* const colors)
{
  size_t before = 0U;
  do {
    before = *colors;
    color_round(&s->sides[0]);
    color_round(&s->sides[1]);
    *colors = count_colors(&s->sides[0]);
    if (count_colors(&s->sides[1]) != *colors ||
        memcmp(s->sides[0].sorted, s->sides[1].sorted, s->n * sizeof(uint64_t)) != 0) {
      return false;
    }
  } while (*colors > before);
  return true;
}

/* Which node of the second graph has the colour of node `i` of the first; all are different. */
static size_t
partner(const search* const s, const size_t i)
{
  size_t k = 0U;
  while (s->sides[1].colors[k] != s->sides[0].colors[i]) {
    ++k;
  }
  return k;
}

/* Rename the blank nodes of the first graph and compare quad by quad. */
static ln_status
verify(const search* const s, bool* const same)
{
  const suite_graph* const a      = s->sides[0].graph;
  const suite_graph* const b      = s->sides[1].graph;
  suite_quad* const        quads  = ln_alloc_zero(a->n + 1U, sizeof(suite_quad));
  size_t* const            become = ln_alloc_zero(s->n + 1U, sizeof(size_t));
  const bool               ready  = quads && become;
  for (size_t i = 0U; ready && i < s->n; ++i) {
    become[i] = partner(s, i);
  }
  for (size_t i = 0U; ready && i < a->n; ++i) {
    for (size_t place = 0U; place < SUITE_PLACES; ++place) {
      const suite_node node = a->quads[i].nodes[place];
      quads[i].nodes[place] =
        is_blank(node) ? (suite_node)become[index_of(node)] | SUITE_BLANK : node;
    }
  }
  if (ready && a->n > 0U) {
    qsort(quads, a->n, sizeof(suite_quad), suite_quad_compare);
    *same = memcmp(quads, b->quads, a->n * sizeof(suite_quad)) == 0;
  }
  ln_free(become);
  ln_free(quads);
  return ready ? LN_OK : LN_NO_MEM;
}

/* The first node of the smallest class of more than one; colours were sorted last by `color`. */
static size_t
pick_node(const search* const s)
{
  const side* const a     = &s->sides[0];
  uint64_t          best  = 0U;
  size_t            least = SIZE_MAX;
  size_t            pick  = 0U;
  for (size_t begin = 0U, end = 0U; begin < s->n; begin = end) {
    while (end < s->n && a->sorted[end] == a->sorted[begin]) {
      ++end;
    }
    if (end - begin > 1U && end - begin < least) {
      least = end - begin;
      best  = a->sorted[begin];
    }
  }
  while (a->colors[pick] != best) {
    ++pick;
  }
  return pick;
}

/* Note how things stand before the next guess. */
static ln_status
begin_guess(search* const s)
{
  if (s->depth == s->cap) {
    const size_t cap  = s->cap + 16U;
    guess* const more = ln_realloc(s->guesses, cap, sizeof(guess));
    if (!more) {
      return LN_NO_MEM;
    }
    s->guesses = more;
    s->cap     = cap;
  }
  guess* const g = &s->guesses[s->depth++];
  *g             = (guess){.pick = pick_node(s)};
  for (size_t k = 0U; k < 2U; ++k) {
    g->before[k] = ln_alloc_zero(s->n, sizeof(uint64_t));
    if (!g->before[k]) {
      return LN_NO_MEM;
    }
    memcpy(g->before[k], s->sides[k].colors, s->n * sizeof(uint64_t));
  }
  return LN_OK;
}

static void
end_guess(search* const s)
{
  const guess* const g = &s->guesses[--s->depth];
  ln_free(g->before[0]);
  ln_free(g->before[1]);
}

/* Try the next partner of the last guess, or of one before it if there is none left. False: all
   have been tried. */
static bool
advance(search* const s, size_t* const colors)
{
  while (s->depth > 0U && s->budget > 0U) {
    guess* const g = &s->guesses[s->depth - 1U];
    while (g->next < s->n && g->before[1][g->next] != g->before[0][g->pick]) {
      ++g->next;
    }
    if (g->next == s->n) {
      end_guess(s);
      continue;
    }
    const uint64_t words[2] = {g->before[0][g->pick], s->depth};
    const uint64_t own      = XXH3_64bits(words, sizeof(words));
    for (size_t k = 0U; k < 2U; ++k) {
      memcpy(s->sides[k].colors, g->before[k], s->n * sizeof(uint64_t));
    }
    s->sides[0].colors[g->pick] = own;
    s->sides[1].colors[g->next] = own;
    ++g->next;
    --s->budget;
    *colors = 0U;
    if (color(s, colors)) {
      return true;
    }
  }
  return false;
}

static ln_status
find(search* const s, suite_verdict* const verdict)
{
  size_t colors = 0U;
  bool   going  = color(s, &colors);
  *verdict      = SUITE_DIFFERENT;
  while (going) {
    if (colors < s->n) {
      LN_TRY(begin_guess(s));
    } else {
      bool same = s->sides[0].graph->n == 0U;
      LN_TRY(verify(s, &same));
      if (same) {
        *verdict = SUITE_SAME;
        return LN_OK;
      }
    }
    going = advance(s, &colors);
  }
  if (s->depth > 0U) {
    *verdict = SUITE_UNDECIDED; /* advance gave up before all was tried */
  }
  return LN_OK;
}

/* Blank nodes are numbered as labels appear; all are used, since labels are met in quads only. */
static ln_status
open_side(side* const s, const suite_graph* const g)
{
  *s        = (side){.graph = g, .n = ln_dict_size(g->blanks)};
  s->colors = ln_alloc_zero(s->n + 1U, sizeof(uint64_t));
  s->sums   = ln_alloc_zero(s->n + 1U, sizeof(uint64_t));
  s->sorted = ln_alloc_zero(s->n + 1U, sizeof(uint64_t));
  return s->colors && s->sums && s->sorted ? LN_OK : LN_NO_MEM;
}

static void
close_search(search* const s)
{
  while (s->depth > 0U) {
    end_guess(s);
  }
  ln_free(s->guesses);
  for (size_t k = 0U; k < 2U; ++k) {
    ln_free(s->sides[k].colors);
    ln_free(s->sides[k].sums);
    ln_free(s->sides[k].sorted);
  }
}

ln_status
suite_match(suite_graph* const   a,
            suite_graph* const   b,
            const size_t         budget,
            suite_verdict* const verdict)
{
  search s = {.n = ln_dict_size(a->blanks), .budget = budget};
  suite_graph_sort(a);
  suite_graph_sort(b);
  *verdict = SUITE_DIFFERENT;
  if (a->n != b->n || s.n != ln_dict_size(b->blanks)) {
    return LN_OK;
  }
  ln_status st = open_side(&s.sides[0], a);
  st           = st == LN_OK ? open_side(&s.sides[1], b) : st;
  st           = st == LN_OK ? find(&s, verdict) : st;
  close_search(&s);
  return st;
}

/* The quads with all blank nodes made one, in order. NULL when out of memory. */
static suite_quad*
flatten(const suite_graph* const g)
{
  suite_quad* const quads = ln_alloc_zero(g->n + 1U, sizeof(suite_quad));
  for (size_t i = 0U; quads && i < g->n; ++i) {
    for (size_t place = 0U; place < SUITE_PLACES; ++place) {
      const suite_node node = g->quads[i].nodes[place];
      quads[i].nodes[place] = is_blank(node) ? SUITE_BLANK : node;
    }
  }
  if (quads && g->n > 0U) {
    qsort(quads, g->n, sizeof(suite_quad), suite_quad_compare);
  }
  return quads;
}

static ln_status
add_line(const suite_graph* const g,
         const suite_quad* const  quad,
         const char               sign,
         size_t* const            shown,
         ln_text* const           out)
{
  enum { MOST = 4 };
  if (++*shown > MOST) {
    return LN_OK;
  }
  LN_TRY(ln_text_format(out, "\n    %c ", sign));
  return suite_quad_text(g, quad, out);
}

typedef struct {
  const suite_quad* quads;
  size_t            n;
} rest;

/* Which of two ordered lists has the smaller quad next; one that is at its end has none. */
static int
compare_next(const rest a, const rest b)
{
  if (a.n > 0U && b.n > 0U) {
    return suite_quad_compare(a.quads, b.quads);
  }
  return a.n == 0U ? 1 : -1;
}

ln_status
suite_difference(const suite_graph* const expected,
                 const suite_graph* const found,
                 ln_text* const           out)
{
  suite_quad* const a        = flatten(expected);
  suite_quad* const b        = flatten(found);
  ln_status         st       = a && b ? LN_OK : LN_NO_MEM;
  size_t            shown[2] = {0};
  size_t            i        = 0U;
  size_t            k        = 0U;
  while (st == LN_OK && (i < expected->n || k < found->n)) {
    const int order = compare_next((rest){&a[i], expected->n - i}, (rest){&b[k], found->n - k});
    if (order < 0) {
      st = add_line(expected, &a[i], '-', &shown[0], out);
    } else if (order > 0) {
      st = add_line(found, &b[k], '+', &shown[1], out);
    }
    i += order <= 0;
    k += order >= 0;
  }
  ln_free(b);
  ln_free(a);
  return st;
}
