/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_WHY_INNER_H
#define LN_RUN_WHY_INNER_H

#include "base/dict.h"
#include "base/fold.h"
#include "run/why_facts.h"

/* What the steps of liner why share. Private to run/. */

#define LN_WHY_NS "https://w3id.org/liner/ns#"
#define LN_WHY_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define LN_WHY_LABEL "http://www.w3.org/2000/01/rdf-schema#label"

enum { LN_WHY_SUBJECT, LN_WHY_PREDICATE, LN_WHY_OBJECT, LN_WHY_WORDS };

/** A thing that may be meant by a name. */
typedef struct {
  ln_read_term term;
  ln_view      shown; ///< with its place
} ln_why_thing;

typedef struct {
  ln_why_thing* v;
  size_t        n;
  size_t        cap;
} ln_why_things;

/** A word that was typed. */
typedef struct {
  ln_view       text; ///< absent: it was not
  ln_text       folded;
  ln_why_things things;  ///< that it may mean
  bool          settled; ///< it is an IRI or a blank node, and no name
  ln_nearest    nearest;
} ln_why_word;

typedef struct {
  const ln_job*   job;   ///< of the runs
  const ln_job*   asked; ///< of the user
  ln_log*         log;
  ln_log*         silent; ///< of all runs but the first
  ln_wanted*      wanted; ///< in the run at hand
  ln_why_facts    facts;
  ln_arena        arena;
  ln_why_word     words[LN_WHY_WORDS];
  const ln_view*  predicates; ///< that the word means
  size_t          n_predicates;
  bool            naming;     ///< the run at hand looks for names
  ln_dict*        nodes;      ///< things of the evidence that are wanted: kind and text
  ln_dict*        functional; ///< properties that have one value at most
  ln_read_triple* triples;    ///< with --from: those of the graph
  size_t          n_triples;
  size_t          cap_triples;
  uint32_t*       answers; ///< facts that were asked for, in the order of showing
  size_t          n_answers;
  size_t          cap_answers;
} ln_why;

/** What is said of a fact: claims by the numbers of the facts that tell what they are about. */
typedef struct {
  uint32_t* v;
  size_t    n;
  size_t    cap;
} ln_why_numbers;

LN_MUST ln_status
ln_why_numbers_add(ln_why_numbers* list, uint32_t number);

/** Take the words: what is plainly an IRI becomes one, predicates are found among those that the
    plan makes. A word that means no predicate is reported, LN_USAGE. */
LN_MUST ln_status
ln_why_words_settle(ln_why* why, const ln_session* session);

/** Whether a run has to look for names first. */
bool
ln_why_words_open(const ln_why* why);

/** Want what gives things names, and the paths that words may be. */
LN_MUST ln_status
ln_why_words_want(ln_why* why, const ln_session* session);

/** Look whether a triple gives a thing a name that was typed. */
LN_MUST ln_status
ln_why_words_meet(ln_why* why, const ln_trace_hit* hit);

/** After the run: the subject must be one thing; else that is reported, LN_USAGE. */
LN_MUST ln_status
ln_why_words_choose(ln_why* why);

/** Whether a fact is one that the words ask for; layers are not looked at. */
bool
ln_why_words_fit(const ln_why* why, const ln_why_fact* fact);

/** Claims that say the same as a fact, and those that say otherwise: another value of a property
    that has one at most, or what is said to conflict with a claim that says the same. */
LN_MUST ln_status
ln_why_claims(ln_why* why, const ln_why_fact* fact, ln_why_numbers* same, ln_why_numbers* other);

/** Write the answers. */
LN_MUST ln_status
ln_why_text(ln_why* why, ln_out* out);

LN_MUST ln_status
ln_why_json(ln_why* why, ln_out* out);

#endif
