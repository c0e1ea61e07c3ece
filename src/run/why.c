/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner why. Nothing is kept from an export: the plan runs again (run/trace.h) and what was asked
   for is told as it is made. If a name was typed, a first run looks at the labels; the next takes
   the triples of the subject and the claims about it, and notes the citations and sources that they
   lead to; what of these stood before the note is taken by another run. So there are at most four,
   each as fast as an export, and memory grows with the answer alone. */

#include "run/why.h"

#include "base/memory.h"
#include "graph/read.h"
#include "map/embedded.h"
#include "run/why_inner.h"

#include <string.h>

enum { ROUNDS = 3 }; ///< of evidence: claims, citations, sources

static const char* const LINKS[] = {
  LN_WHY_NS "citation", LN_WHY_NS "source", LN_WHY_NS "conflictsWith"};

/* ---- what is wanted ---- */

/* A thing that evidence leads to. */
static ln_status
want_node(ln_why* const why, const ln_read_term* const term)
{
  uint32_t number = 0U;
  bool     added  = false;
  LN_TRY(ln_dict_add(why->nodes, term->text, &number, &added));
  return added ? ln_wanted_add(why->wanted, term, NULL, NULL, &number) : LN_OK;
}

/* Claims about a subject, and what cites it. */
static ln_status
want_evidence(ln_why* const why, const ln_read_term* const subject)
{
  const ln_read_term citation = {.kind = LN_IRI, .text = LN_V(LN_WHY_NS "citation")};
  uint32_t           number   = 0U;
  LN_TRY(ln_wanted_add_linked(why->wanted, LN_V(LN_WHY_RDF "subject"), subject, &number));
  return ln_wanted_add(why->wanted, subject, &citation, NULL, &number);
}

static ln_status
want_words(ln_why* const why)
{
  const ln_why_things* const things = &why->words[LN_WHY_SUBJECT].things;
  uint32_t                   number = 0U;
  for (size_t i = 0U; i < things->n; ++i) {
    const ln_read_term* const subject = &things->v[i].term;
    for (size_t k = 0U; k < why->n_predicates; ++k) {
      const ln_read_term predicate = {.kind = LN_IRI, .text = why->predicates[k]};
      LN_TRY(ln_wanted_add(why->wanted, subject, &predicate, NULL, &number));
    }
    if (why->n_predicates == 0U) {
      LN_TRY(ln_wanted_add(why->wanted, subject, NULL, NULL, &number));
    }
    LN_TRY(want_evidence(why, subject));
  }
  return LN_OK;
}

static ln_status
want_triples(ln_why* const why)
{
  uint32_t number = 0U;
  for (size_t i = 0U; i < why->n_triples; ++i) {
    const ln_read_triple* const t = &why->triples[i];
    LN_TRY(ln_wanted_add(why->wanted, &t->subject, &t->predicate, &t->object, &number));
    LN_TRY(want_evidence(why, &t->subject));
  }
  return LN_OK;
}

/* ---- runs ---- */

static ln_status
begin(void* const self, ln_session* const session)
{
  ln_why* const why = self;
  if (why->job->why.from) {
    return want_triples(why);
  }
  if (!why->words[LN_WHY_SUBJECT].folded.s) {
    LN_TRY(ln_why_words_settle(why, session));
    why->naming = ln_why_words_open(why);
  }
  return why->naming ? ln_why_words_want(why, session) : want_words(why);
}

/* What a fact of the evidence leads to is wanted, too. */
static ln_status
follow(ln_why* const why, const ln_trace_hit* const hit)
{
  const ln_read_triple* const t = hit->triple;
  for (size_t i = 0U; t->object.kind != LN_LITERAL && i < sizeof(LINKS) / sizeof(LINKS[0]); ++i) {
    if (ln_view_equals(t->predicate.text, ln_view_of(LINKS[i]))) {
      return want_node(why, &t->object);
    }
  }
  return LN_OK;
}

static ln_status
found(void* const self, const ln_trace_hit* const hit)
{
  ln_why* const why    = self;
  uint32_t      number = 0U;
  if (why->naming) {
    return ln_why_words_meet(why, hit);
  }
  LN_TRY(ln_why_facts_add(&why->facts, hit, &number));
  return follow(why, hit);
}

/* What is wrong with rows is not what was asked. But why a run fails must be told, so it is told
   what to do again, aloud. */
static ln_status
run_once(ln_why* const why, const bool asks)
{
  const ln_trace  trace = {.job    = why->job,
                           .wanted = why->wanted,
                           .begin  = asks ? begin : NULL,
                           .found  = found,
                           .self   = why};
  const ln_status st    = ln_run_trace(&trace, why->silent);
  if ((st != LN_IO && st != LN_USAGE) || ln_log_count(why->log, LN_ERROR) > 0U) {
    return st;
  }
  const ln_status again = ln_run_trace(&trace, why->log);
  return again == LN_OK ? st : again;
}

static ln_status
want_anew(ln_why* const why)
{
  ln_wanted_free(why->wanted);
  why->wanted = ln_wanted_new();
  return why->wanted ? LN_OK : LN_NO_MEM;
}

/* What stood in front of the place that led to it is still missing. */
static ln_status
want_missing(ln_why* const why, size_t* const n)
{
  const size_t all = ln_dict_size(why->nodes);
  *n               = 0U;
  for (size_t i = 0U; i < all; ++i) {
    const ln_read_term term  = {.kind = LN_IRI, .text = ln_dict_key(why->nodes, (uint32_t)i)};
    uint32_t           first = LN_WHY_NONE;
    LN_TRY(ln_why_facts_about(&why->facts, &term, &first));
    if (first == LN_WHY_NONE) {
      uint32_t number = 0U;
      LN_TRY(ln_wanted_add(why->wanted, &term, NULL, NULL, &number));
      ++*n;
    }
  }
  return LN_OK;
}

/* Standard input can be read once only. */
static bool
can_repeat(const ln_why* const why)
{
  return strcmp(why->job->input, "-") != 0;
}

static ln_status
gather_evidence(ln_why* const why)
{
  size_t found_so_far = SIZE_MAX;
  size_t missing      = 0U;
  for (int i = 0; i < ROUNDS && can_repeat(why); ++i) {
    LN_TRY(want_anew(why));
    LN_TRY(want_missing(why, &missing));
    if (missing == 0U || why->facts.n == found_so_far) {
      return LN_OK; // the last round has found nothing of what is missing
    }
    found_so_far = why->facts.n;
    LN_TRY(run_once(why, false));
  }
  return LN_OK;
}

static ln_status
report_once(ln_why* const why)
{
  const ln_status st = ln_report(why->log,
                                 LN_L0109,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V("save it as a file, or write the IRI"),
                                 "names have to be looked for first, and standard input can be "
                                 "read only once");
  return st == LN_OK ? LN_USAGE : st;
}

static ln_status
run_all(ln_why* const why)
{
  LN_TRY(run_once(why, true));
  if (why->naming) {
    LN_TRY(ln_why_words_choose(why));
    LN_TRY(can_repeat(why) ? LN_OK : report_once(why));
    why->naming = false;
    LN_TRY(want_anew(why));
    LN_TRY(run_once(why, true));
  }
  return gather_evidence(why);
}

/* ---- properties with one value at most ---- */

static ln_status
take_functional(void* const self, const ln_read_triple* const t)
{
  ln_why* const why    = self;
  uint32_t      number = 0U;
  const bool    is =
    ln_view_equals(t->predicate.text, LN_V(LN_WHY_RDF "type")) &&
    ln_view_equals(t->object.text, LN_V("http://www.w3.org/2002/07/owl#FunctionalProperty"));
  return is ? ln_dict_add(why->functional, t->subject.text, &number, NULL) : LN_OK;
}

static ln_status
read_ontology(ln_why* const why)
{
  const ln_embedded* const file   = ln_embedded_find(LN_V("core.ttl"));
  uint32_t                 source = 0U;
  bool                     whole  = false;
  if (!file) {
    return LN_OK;
  }
  const ln_reading reading = {.path = file->name, .bytes = file->bytes, .base = LN_WHY_NS};
  LN_TRY(ln_log_source(why->silent, ln_view_of(file->name), NULL, NULL, &source));
  return ln_read_triples(&reading, source, why->silent, take_functional, why, &whole);
}

/* ---- the graph that was given ---- */

static ln_status
keep_term(ln_why* const why, const ln_read_term* const term, ln_read_term* const copy)
{
  copy->kind     = term->kind;
  copy->text     = ln_arena_copy(&why->arena, term->text);
  copy->datatype = ln_arena_copy(&why->arena, term->datatype);
  copy->lang     = ln_arena_copy(&why->arena, term->lang);
  return copy->text.s && copy->datatype.s && copy->lang.s ? LN_OK : LN_NO_MEM;
}

static ln_status
take_triple(void* const self, const ln_read_triple* const triple)
{
  ln_why* const why = self;
  if (why->n_triples == why->cap_triples) {
    const size_t          cap  = why->cap_triples > 0U ? 2U * why->cap_triples : 64U;
    ln_read_triple* const more = ln_realloc(why->triples, cap, sizeof(ln_read_triple));
    if (!more) {
      return LN_NO_MEM;
    }
    why->triples     = more;
    why->cap_triples = cap;
  }
  ln_read_triple* const to = &why->triples[why->n_triples];
  *to                      = (ln_read_triple){.line = triple->line};
  LN_TRY(keep_term(why, &triple->subject, &to->subject));
  LN_TRY(keep_term(why, &triple->predicate, &to->predicate));
  LN_TRY(keep_term(why, &triple->object, &to->object));
  ++why->n_triples;
  return LN_OK;
}

static ln_status
read_graph(ln_why* const why, uint32_t* const source)
{
  const ln_reading reading = {
    .path = why->job->why.from, .base = why->job->base, .lines = true, .stop = why->job->stop};
  bool whole = false;
  LN_TRY(ln_log_source(why->log, ln_view_of(reading.path), NULL, NULL, source));
  return ln_read_triples(&reading, *source, why->log, take_triple, why, &whole);
}

/* ---- answers ---- */

static ln_status
add_answer(ln_why* const why, const uint32_t number)
{
  if (why->n_answers == why->cap_answers) {
    const size_t    cap  = why->cap_answers > 0U ? 2U * why->cap_answers : 64U;
    uint32_t* const more = ln_realloc(why->answers, cap, sizeof(uint32_t));
    if (!more) {
      return LN_NO_MEM;
    }
    why->answers     = more;
    why->cap_answers = cap;
  }
  why->answers[why->n_answers++] = number;
  return LN_OK;
}

/* Whether some column of these layers made the fact. What no column made is a fact. */
static bool
in_layers(const ln_why_fact* const fact, const unsigned layers)
{
  bool is = false;
  for (const ln_why_making* m = fact->first; m && !is; m = m->next) {
    is = ((m->layer != 0U ? m->layer : (unsigned)LN_LAYER_FACTS) & layers) != 0U;
  }
  return is;
}

static ln_status
answer_thing(ln_why* const why, const ln_read_term* const subject, const unsigned layers)
{
  uint32_t number = LN_WHY_NONE;
  LN_TRY(ln_why_facts_about(&why->facts, subject, &number));
  for (; number != LN_WHY_NONE; number = ln_why_facts_next(&why->facts, number)) {
    const ln_why_fact* const fact = &why->facts.facts[number];
    if (ln_why_words_fit(why, fact) && in_layers(fact, layers)) {
      LN_TRY(add_answer(why, number));
    }
  }
  return LN_OK;
}

static ln_status
answer_words(ln_why* const why, const unsigned layers)
{
  const ln_why_things* const things = &why->words[LN_WHY_SUBJECT].things;
  for (size_t i = 0U; i < things->n; ++i) {
    LN_TRY(answer_thing(why, &things->v[i].term, layers));
  }
  return LN_OK;
}

static ln_status
report_none(ln_why* const why)
{
  const ln_view subject   = why->words[LN_WHY_SUBJECT].text;
  const ln_view predicate = why->words[LN_WHY_PREDICATE].text;
  const ln_view object    = why->words[LN_WHY_OBJECT].text;
  return ln_report(why->log,
                   LN_L0882,
                   LN_KEPT,
                   (ln_where){0},
                   LN_V(""),
                   "no triple has the subject %s%s%s%s%s",
                   ln_shown(why->log, subject),
                   predicate.s ? ", the predicate " : "",
                   predicate.s ? ln_shown(why->log, predicate) : "",
                   object.s ? ", the object " : "",
                   object.s ? ln_shown(why->log, object) : "");
}

/* Those of the layers that were asked for; if there are none, of any. */
static ln_status
answer_asked(ln_why* const why)
{
  LN_TRY(answer_words(why, why->asked->layers));
  if (why->n_answers == 0U) {
    LN_TRY(answer_words(why, LN_LAYER_FACTS | LN_LAYER_EVIDENCE | LN_LAYER_SHORTCUTS));
  }
  return why->n_answers == 0U ? report_none(why) : LN_OK;
}

static ln_status
answer_graph(ln_why* const why, const uint32_t source)
{
  for (size_t i = 0U; i < why->n_triples; ++i) {
    const ln_read_triple* const t      = &why->triples[i];
    uint32_t                    number = LN_WHY_NONE;
    LN_TRY(ln_why_facts_find(&why->facts, t, &number));
    if (number != LN_WHY_NONE) {
      LN_TRY(add_answer(why, number));
      continue;
    }
    const ln_spot spot = {.source = source, .place = {.line = t->line}};
    LN_TRY(ln_report_at(why->log,
                        LN_L0883,
                        LN_KEPT,
                        &spot,
                        LN_V(""),
                        "the input does not make this triple: %s, %s, %s",
                        ln_shown(why->log, t->subject.text),
                        ln_shown(why->log, t->predicate.text),
                        ln_shown(why->log, t->object.text)));
  }
  return LN_OK;
}

/* ---- the whole ---- */

static ln_status
tell(ln_why* const why, ln_out* const out)
{
  uint32_t source = 0U;
  LN_TRY(why->job->why.from ? read_graph(why, &source) : LN_OK);
  LN_TRY(read_ontology(why));
  LN_TRY(want_anew(why));
  LN_TRY(run_all(why));
  LN_TRY(why->job->why.from ? answer_graph(why, source) : answer_asked(why));
  return why->job->why.json ? ln_why_json(why, out) : ln_why_text(why, out);
}

static ln_status
open(ln_why* const why)
{
  const ln_log_policy nothing = {.stream = NULL};
  why->silent                 = ln_log_new(&nothing);
  why->nodes                  = ln_dict_new();
  why->functional             = ln_dict_new();
  for (size_t i = 0U; i < LN_WHY_WORDS && i + 1U < why->asked->n_inputs; ++i) {
    why->words[i].text = ln_view_of(why->asked->inputs[i + 1U]);
  }
  return why->silent && why->nodes && why->functional ? ln_why_facts_open(&why->facts) : LN_NO_MEM;
}

static void
clear(ln_why* const why)
{
  for (size_t i = 0U; i < LN_WHY_WORDS; ++i) {
    ln_text_clear(&why->words[i].folded);
    ln_free(why->words[i].things.v);
  }
  ln_why_facts_clear(&why->facts);
  ln_wanted_free(why->wanted);
  ln_dict_free(why->nodes);
  ln_dict_free(why->functional);
  ln_free(why->triples);
  ln_free(why->answers);
  ln_log_free(why->silent);
  ln_arena_clear(&why->arena);
}

ln_status
ln_run_why(const ln_job* const job, ln_log* const log, ln_out* const out)
{
  ln_job all   = *job;
  ln_why why   = {.job = &all, .asked = job, .log = log};
  all.n_inputs = 1U;
  all.layers   = LN_LAYER_FACTS | LN_LAYER_EVIDENCE | LN_LAYER_SHORTCUTS;
  ln_status st = open(&why);
  st           = st == LN_OK ? tell(&why, out) : st;
  clear(&why);
  return st;
}
