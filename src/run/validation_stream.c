/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* An input held against shapes while its rows are made. What rows give is gathered in a small
   graph; when that is full it is sealed, shapes that look near (check/shape_reach.h) are evaluated
   on it as on any graph, and it goes, with its terms: what stays is the results, and of the triples
   those that the other shapes look at. Invariant: that comes to the same as one large graph,
   because each thing stands in one of the small ones. Whether it does is not believed but found
   out, by a hash of each thing, sorted at the end; if one came twice, or a row makes classes of
   classes, everything is done again on one graph. Memory: the small graph, results, and eight bytes
   a thing, on disk beyond
   --memory. */

#include "base/memory.h"
#include "base/sort.h"
#include "run/validating.h"

#include <stdlib.h>
#include <string.h>

enum {
  ROOM   = 1 << 16, ///< triples of a small graph, or as many as there are terms that stay
  SHARES = 8,       ///< of --memory, one for things
};

/* A triple that stays. */
typedef struct {
  uint32_t subject;
  uint32_t predicate;
  uint32_t object;
} staying;

typedef struct {
  ln_validating* v;
  ln_triple_set* rest; ///< what the other shapes look at
  ln_sort*       things;
  uint32_t*      predicates; ///< that the other shapes look at
  size_t         n_predicates;
  bool           any;      ///< they may look at any
  size_t         terms;    ///< the first terms, which stay
  size_t         n_graphs; ///< small ones
  bool           again;    ///< it does not come to the same
  staying*       triples;  ///< that stay of the graph at hand
  size_t         n_triples;
  size_t         cap_triples;
  uint32_t*      numbers;    ///< of the terms that stay of it, sorted,
  uint32_t*      renumbered; ///< and what they become
  size_t         n_numbers;
  size_t         cap_numbers;
} stream;

static int
compare(const void* const x, const void* const y)
{
  const uint32_t a = *(const uint32_t*)x;
  const uint32_t b = *(const uint32_t*)y;
  return (a > b) - (a < b);
}

static bool
is_kept(const stream* const s, const uint32_t predicate)
{
  return s->any ||
         (s->n_predicates > 0U &&
          bsearch(&predicate, s->predicates, s->n_predicates, sizeof(*s->predicates), compare) !=
            NULL);
}

static ln_status
keep_triple(stream* const s, const uint32_t subject, const ln_half half)
{
  if (s->n_triples == s->cap_triples) {
    const size_t   cap = s->cap_triples > 0U ? s->cap_triples * 2U : 1024U;
    staying* const v   = (staying*)ln_realloc(s->triples, cap, sizeof(staying));
    if (!v) {
      return LN_NO_MEM;
    }
    s->triples     = v;
    s->cap_triples = cap;
  }
  s->triples[s->n_triples++] = (staying){subject, ln_half_predicate(half), ln_half_node(half)};
  return LN_OK;
}

/* A term that stays, unless it is one of those that do anyway. */
static ln_status
keep_term(stream* const s, const uint32_t number)
{
  if (number == LN_NO_TERM || number < s->terms) {
    return LN_OK;
  }
  if (s->n_numbers == s->cap_numbers) {
    const size_t    cap = s->cap_numbers > 0U ? s->cap_numbers * 2U : 1024U;
    uint32_t* const v   = (uint32_t*)ln_realloc(s->numbers, cap, sizeof(uint32_t));
    if (!v) {
      return LN_NO_MEM;
    }
    s->numbers     = v;
    s->cap_numbers = cap;
  }
  s->numbers[s->n_numbers++] = number;
  return LN_OK;
}

/* Note each thing, and its triples that the other shapes look at. */
static ln_status
look_through(stream* const s, const ln_triple_set* const graph, const ln_term_table* const terms)
{
  const uint32_t below = s->v->shapes.words.term[LN_W_SUB_CLASS_OF];
  for (uint32_t subject = 0U; subject < ln_triple_set_terms(graph); ++subject) {
    const ln_halves halves = ln_triple_set_of(graph, subject);
    if (halves.n == 0U) {
      continue;
    }
    const uint64_t hash = ln_term_table_hash(terms, subject);
    LN_TRY(ln_sort_add(s->things, &hash));
    s->again = s->again || ln_triple_set_objects(graph, subject, below).n > 0U;
    for (size_t i = 0U; i < halves.n; ++i) {
      LN_TRY(is_kept(s, ln_half_predicate(halves.v[i])) ? keep_triple(s, subject, halves.v[i])
                                                        : LN_OK);
    }
  }
  return LN_OK;
}

static ln_status
gather_terms(stream* const s, const ln_results* const results, const size_t first)
{
  s->n_numbers = 0U;
  for (size_t i = first; i < results->n; ++i) {
    LN_TRY(keep_term(s, results->v[i].focus));
    LN_TRY(keep_term(s, results->v[i].value));
    LN_TRY(keep_term(s, results->v[i].predicate));
  }
  for (size_t i = 0U; i < s->n_triples; ++i) {
    LN_TRY(keep_term(s, s->triples[i].subject));
    LN_TRY(keep_term(s, s->triples[i].predicate));
    LN_TRY(keep_term(s, s->triples[i].object));
  }
  size_t to = 0U;
  if (s->n_numbers > 0U) {
    qsort(s->numbers, s->n_numbers, sizeof(*s->numbers), compare);
  }
  for (size_t i = 0U; i < s->n_numbers; ++i) {
    if (i == 0U || s->numbers[i] != s->numbers[to - 1U]) {
      s->numbers[to++] = s->numbers[i];
    }
  }
  s->n_numbers = to;
  return LN_OK;
}

/* A table of the terms that stay, instead of the one at hand. */
static ln_status
renumber(stream* const s, ln_collection* const to)
{
  ln_term_table* const terms = ln_term_table_first(to->terms, s->terms);
  ln_status            st    = terms ? LN_OK : LN_NO_MEM;
  ln_free(s->renumbered);
  s->renumbered = (uint32_t*)ln_alloc_zero(s->n_numbers + 1U, sizeof(uint32_t));
  st            = s->renumbered ? st : LN_NO_MEM;
  for (size_t i = 0U; st == LN_OK && i < s->n_numbers; ++i) {
    const ln_read_term term = ln_term_table_at(to->terms, s->numbers[i]);
    st                      = ln_term_table_add(terms, &term, LN_INPUT_FILE, &s->renumbered[i]);
  }
  if (st != LN_OK) {
    ln_term_table_free(terms);
    return st;
  }
  ln_term_table_free(to->terms);
  to->terms   = terms;
  s->v->terms = terms;
  return LN_OK;
}

static uint32_t
renumbered(const stream* const s, const uint32_t number)
{
  if (number == LN_NO_TERM || number < s->terms) {
    return number;
  }
  const uint32_t* const found =
    (const uint32_t*)bsearch(&number, s->numbers, s->n_numbers, sizeof(*s->numbers), compare);
  return found ? s->renumbered[found - s->numbers] : LN_NO_TERM;
}

/* What stays takes its new numbers. */
static ln_status
take_over(stream* const s, const size_t first)
{
  ln_results* const results = &s->v->results;
  for (size_t i = first; i < results->n; ++i) {
    ln_result* const result = &results->v[i];
    result->focus           = renumbered(s, result->focus);
    result->value           = renumbered(s, result->value);
    result->predicate       = renumbered(s, result->predicate);
  }
  for (size_t i = 0U; i < s->n_triples; ++i) {
    const staying* const t = &s->triples[i];
    LN_TRY(ln_triple_set_add(
      s->rest, renumbered(s, t->subject), renumbered(s, t->predicate), renumbered(s, t->object)));
  }
  s->n_triples = 0U;
  s->terms     = ln_term_table_size(s->v->terms);
  return LN_OK;
}

/* For tests every row has a graph of its own. */
static size_t
room_of(const stream* const s)
{
  const size_t room = ROOM > s->terms ? ROOM : s->terms;
  return s->v->job->input->general ? 1U : room;
}

static ln_status
start_graph(stream* const s, ln_collection* const to)
{
  ln_triple_set_free(to->set);
  to->set    = ln_triple_set_new();
  s->v->data = to->set;
  to->room   = room_of(s);
  return to->set ? LN_OK : LN_NO_MEM;
}

/* Classes below others stand in no row, or it is done again. */
static ln_status
begin(stream* const s)
{
  ln_triple_set* const none = ln_triple_set_new();
  ln_status            st   = none ? ln_triple_set_seal(none) : LN_NO_MEM;
  st                        = st == LN_OK ? ln_shapes_bind(&s->v->shapes, none) : st;
  ln_triple_set_free(none);
  return st;
}

static ln_status
take_graph(void* const self, ln_collection* const to)
{
  stream* const        s     = (stream*)self;
  ln_validating* const v     = s->v;
  const size_t         first = v->results.n;
  LN_TRY(s->n_graphs++ == 0U ? begin(s) : LN_OK);
  LN_TRY(ln_triple_set_seal(to->set));
  const ln_shape_check check = {.shapes  = &v->shapes,
                                .terms   = to->terms,
                                .data    = to->set,
                                .log     = v->log,
                                .part    = LN_SHAPES_NEAR,
                                .reaches = v->reaches,
                                .stop    = v->job->stop};
  LN_TRY(ln_validate(&check, &v->results));
  v->passed += ln_triple_set_size(to->set);
  LN_TRY(look_through(s, to->set, to->terms));
  LN_TRY(gather_terms(s, &v->results, first));
  LN_TRY(renumber(s, to));
  LN_TRY(take_over(s, first));
  return start_graph(s, to);
}

/* Whether some thing stood in two graphs. */
static ln_status
find_repeated(stream* const s)
{
  const uint64_t* hash   = NULL;
  uint64_t        before = 0U;
  bool            first  = true;
  ln_status       st     = LN_OK;
  while (st == LN_OK && !s->again) {
    st = ln_sort_next(s->things, &hash);
    if (st == LN_OK) {
      s->again = !first && *hash == before;
      before   = *hash;
      first    = false;
    }
  }
  return st == LN_END ? LN_OK : st;
}

/* Everything on one graph, as if nothing had been done. What cannot be made was told of before. */
static ln_status
start_again(const stream* const s)
{
  const ln_log_policy  silent = {.quiet = true};
  ln_validating* const v      = s->v;
  ln_summary           made   = {0};
  ln_job               job    = *v->job->input;
  ln_log* const        log    = ln_log_new(&silent);
  ln_term_table* const terms  = ln_term_table_first(v->terms, v->first_term);
  ln_triple_set_free(v->data);
  v->data = ln_triple_set_new();
  ln_results_clear(&v->results);
  v->passed = 0U;
  if (terms) {
    ln_term_table_free(v->terms);
    v->terms = terms;
  }
  const ln_collection collection = {.terms = v->terms, .set = v->data, .file = LN_INPUT_FILE};
  job.collection                 = &collection;
  job.dry                        = true;
  job.keys                       = false;
  job.reject                     = NULL;
  job.watch                      = NULL;
  const ln_status st = log && terms && v->data ? ln_run_export(&job, log, &made) : LN_NO_MEM;
  ln_log_free(log);
  return st;
}

/* The last graph, and what comes of it all. */
static ln_status
finish(stream* const s, ln_collection* const to)
{
  ln_validating* const v = s->v;
  LN_TRY(take_graph(s, to));
  LN_TRY(find_repeated(s));
  if (s->again) {
    LN_TRY(
      ln_report(v->log,
                LN_L0770,
                LN_KEPT,
                (ln_where){0},
                LN_V(""),
                "several rows speak of one thing, so all rows were held against shapes at once"));
    return start_again(s);
  }
  ln_triple_set_free(v->data);
  v->data     = s->rest;
  s->rest     = NULL;
  v->streamed = true;
  return LN_OK;
}

/* What the sink has put in the places of terms and set stands in `v`. */
static ln_status
run(stream* const s)
{
  ln_validating* const v          = s->v;
  ln_job               job        = *v->job->input;
  const ln_collection  collection = {.terms = v->terms,
                                     .set   = v->data,
                                     .file  = LN_INPUT_FILE,
                                     .room  = s->things ? room_of(s) : 0U,
                                     .full  = take_graph,
                                     .self  = s};
  job.collection                  = &collection;
  LN_TRY(ln_run_export(&job, v->log, &v->summary->made));
  if (s->n_graphs == 0U) {
    return LN_OK;
  }
  ln_collection last = collection;
  last.terms         = v->terms;
  last.set           = v->data;
  return finish(s, &last);
}

static bool
is_piped(const ln_job* const input)
{
  for (size_t i = 0U; i < input->n_inputs; ++i) {
    if (strcmp(input->inputs[i], "-") == 0) {
      return true;
    }
  }
  return strcmp(input->input, "-") == 0;
}

/* Whether shapes are to be held against rows at all: some look near, nothing else belongs to the
   graph, and the input can be read again if it must be. */
static bool
is_possible(const ln_validating* const v)
{
  bool near = false;
  for (uint32_t i = 0U; i < v->shapes.n_shapes; ++i) {
    const ln_shape* const shape = &v->shapes.shapes[i];
    near = near || (shape->targets.n > 0U && ln_shape_far(&v->shapes, v->reaches, i) == LN_FAR_NOT);
  }
  return near && v->whole && v->job->n_graphs == 0U && ln_triple_set_size(v->outside) == 0U &&
         !is_piped(v->job->input);
}

static ln_status
prepare(stream* const s)
{
  const ln_shapes* const shapes = &s->v->shapes;
  const size_t           room   = shapes->n_constraints + shapes->n_steps + shapes->n_targets + 2U;
  bool                   far    = false;
  for (size_t i = 0U; i < shapes->n_shapes; ++i) {
    far = far || s->v->reaches[i].whole;
  }
  s->terms      = ln_term_table_size(s->v->terms);
  s->rest       = ln_triple_set_new();
  s->predicates = (uint32_t*)ln_alloc_zero(room, sizeof(uint32_t));
  if (!s->rest || !s->predicates) {
    return LN_NO_MEM;
  }
  s->any = far && !ln_shape_far_predicates(shapes, s->v->reaches, s->predicates, &s->n_predicates);
  return ln_sort_new(1U, s->v->job->input->memory / SHARES, &s->things);
}

ln_status
ln_validation_input(ln_validating* const v)
{
  stream    s  = {.v = v};
  ln_status st = is_possible(v) ? prepare(&s) : LN_OK;
  st           = st == LN_OK ? run(&s) : st;
  if (st == LN_IO && s.things && *ln_sort_error(s.things)) {
    st = ln_report(v->log,
                   LN_L0605,
                   LN_NO_OUTPUT,
                   (ln_where){0},
                   LN_V(""),
                   "--validate needs a temporary file: %s",
                   ln_sort_error(s.things));
    st = st == LN_OK ? LN_IO : st;
  }
  ln_triple_set_free(s.rest);
  ln_sort_free(s.things);
  ln_free(s.predicates);
  ln_free(s.triples);
  ln_free(s.numbers);
  ln_free(s.renumbered);
  return st;
}
