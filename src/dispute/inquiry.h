/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_INQUIRY_H
#define LN_DISPUTE_INQUIRY_H

#include "base/dict.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "dispute/bunch.h"
#include "dispute/docket.h"
#include "dispute/fact_store.h"
#include "dispute/rulebook.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What rules ask and how they say what they found. Private to dispute/. Lack of memory is sticky in
   `status` and need not be looked at each time; a function without memory does nothing. */

typedef struct {
  const ln_facts*    facts;
  const ln_rulebook* book;
  const ln_rule*     rule; ///< that is being looked at
  ln_docket*         docket;
  ln_status          status;
  bool               open; ///< a finding is being made
  size_t             opened_side;
  size_t             opened_exhibit;
  uint32_t           subject;
  ln_text            a; ///< room for two texts that are compared
  ln_text            b;
  ln_dict*           names; ///< folded labels, made when one is asked for; NULL: not yet
  ln_bunch           named; ///< per name, the first thing that has it
} ln_inquiry;

/** Look for all that the rules say. */
LN_MUST ln_status
ln_inquire(const ln_facts* facts, const ln_rulebook* book, ln_docket* docket);

/* ---- what is said ---- */

/** A value, the node that says so (a claim, or the thing itself), and the fact with the value. */
typedef struct {
  uint32_t value;
  uint32_t node;
  uint32_t fact;
} ln_said;

/** Caller's struct; zero-initialised is valid and empty. */
typedef struct {
  ln_said* v;
  size_t   n;
  size_t   cap;
} ln_said_list;

void
ln_said_add(ln_inquiry* q, ln_said_list* list, ln_said said);

void
ln_said_clear(ln_said_list* list);

/** Everything that is said of a thing's property, as facts and as claims that are not deprecated.
 */
void
ln_inquire_said(ln_inquiry* q, uint32_t subject, uint32_t predicate, ln_said_list* list);

/** The same, of the end of a way that begins at `node`. */
void
ln_inquire_walk(ln_inquiry* q, uint32_t node, const ln_way* way, ln_said_list* list);

/** All ways of a parameter. Nothing if the rule lacks it. */
void
ln_inquire_ways(ln_inquiry* q, uint32_t node, const char* parameter, ln_said_list* list);

/** The nodes of a class, in order; with LN_NO_FACT every subject. */
void
ln_inquire_class(ln_inquiry* q, uint32_t class_term, ln_bunch* nodes);

/** The things of which one of the properties of a parameter is said. */
void
ln_inquire_subjects(ln_inquiry* q, const char* parameter, ln_bunch* subjects);

/** Hand over what is said of the ways of the parameter `property`, thing by thing. */
void
ln_inquire_each(ln_inquiry* q,
                void (*look)(ln_inquiry* q, uint32_t subject, const ln_said_list* said));

/** The first object as a term, or LN_NO_FACT. */
uint32_t
ln_inquire_object(const ln_inquiry* q, uint32_t node, uint32_t predicate);

/** The fact that names a node in a finding: of a claim its value, else its first. */
uint32_t
ln_inquire_face(const ln_inquiry* q, uint32_t node);

/** What `name=` says in the qualification of a claim, or empty; with an empty name all of it. */
ln_view
ln_inquire_qualifier(const ln_inquiry* q, uint32_t node, ln_view name);

/** The locator of the first citation of a node, or LN_NO_FACT. */
uint32_t
ln_inquire_locator(const ln_inquiry* q, uint32_t node);

/** The thing of the given name, or whose IRI ends with `/` and this path; LN_NO_FACT if none. */
uint32_t
ln_inquire_named(ln_inquiry* q, ln_view name);

/** Whether a thing lies in, or is, another, by going up the ways of a parameter. */
bool
ln_inquire_inside(ln_inquiry* q, uint32_t inner, uint32_t outer, const char* parameter);

/** Whether two claims are declared to be in conflict. */
bool
ln_inquire_conflict(const ln_inquiry* q, uint32_t a, uint32_t b);

/* ---- words ---- */

/** How people call a term: its label, the words of its IRI, its text. Lives with the docket. */
ln_view
ln_inquire_label(ln_inquiry* q, uint32_t term);

/** A text that lives with the docket; empty without memory. */
ln_view
ln_inquire_text(ln_inquiry* q, const char* format, ...) LN_PRINTF(2, 3);

/** Whether two texts are the same once folded (base/fold.h). */
bool
ln_inquire_same(ln_inquiry* q, ln_view a, ln_view b);

/** Whether the folded words of `word` stand in `text` as words. */
bool
ln_inquire_contains(ln_inquiry* q, ln_view text, ln_view word);

/** The labels of numbers, with commas and `and`; at most `most`, the rest is counted. */
ln_view
ln_inquire_list(ln_inquiry* q, const ln_bunch* terms, size_t most);

/* ---- findings ---- */

/** Begin a finding about a thing. */
void
ln_inquire_open(ln_inquiry* q, uint32_t subject);

/** Begin a side of it. */
void
ln_inquire_side(ln_inquiry* q, ln_view says);

/** Back the side: by a fact with the citations of its node, those first that have its value; the
   same exhibit counts once. */
void
ln_inquire_fact(ln_inquiry* q, uint32_t fact);

/** By a node with all its citations, at its face. */
void
ln_inquire_node(ln_inquiry* q, uint32_t node);

/** By a citation, as an exhibit of what it backs first; nothing if it backs nothing. */
void
ln_inquire_citation(ln_inquiry* q, uint32_t citation);

/** By something said. */
void
ln_inquire_show(ln_inquiry* q, const ln_said* said);

/** A word of the sentence: `{name}` stands for it. */
typedef struct {
  const char* name;
  ln_view     text;
} ln_word;

/** End it, with the sentence of the rule, else `says`; both may have {words}, and {subject}. */
void
ln_inquire_close(
  ln_inquiry* q, ln_gravity gravity, const char* says, const ln_word* words, size_t n);

/** Forget the finding that was begun. */
void
ln_inquire_drop(ln_inquiry* q);

/* ---- the kinds, one function each ---- */

#define LN_RULE_KIND(name, word, parameters) void ln_rule_##name(ln_inquiry* q);
#include "dispute/rule_kinds.def"
#undef LN_RULE_KIND

#endif
