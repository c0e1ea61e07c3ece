/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_MEMBERS_H
#define LN_SINK_MEMBERS_H

#include "base/status.h"
#include "rdf/desc.h"
#include "rdf/names.h"
#include "sink/context.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** How one value is written in JSON-LD. */
typedef enum {
  LN_FORM_STRING, ///< the lexical form; the key says the rest
  LN_FORM_NATIVE, ///< a number or true or false
  LN_FORM_ID,     ///< an id as a string
  LN_FORM_WORD,   ///< a word of a vocabulary as a string
  LN_FORM_NODE,   ///< `{"id": …}`
  LN_FORM_VALUE,  ///< `{"@value": …}` with its datatype or language
  LN_FORM_ENTRY,  ///< an entry of a language map
  LN_FORM_LIST,   ///< `{"@list": […]}`, whose items say all there is to say of them
} ln_form;

typedef struct {
  ln_term  object;
  ln_form  form;
  uint32_t flags; ///< those of the pair
  uint32_t next;  ///< next value of the member, or LN_CONTEXT_NONE
} ln_member_value;

/** One key of a node object and its values. */
typedef struct {
  const ln_context_term* term; ///< NULL: the key is the IRI, or that of the types
  ln_view                iri;  ///< of the predicate; empty: types
  uint32_t               first;
  uint32_t               last;
  size_t                 n;
} ln_member;

/** The members of one node object, in order of first appearance. Zero-initialised is valid and
 * empty; memory is kept from one node to the next. */
typedef struct {
  ln_member*       members;
  size_t           n;
  size_t           cap;
  ln_member_value* values;
  size_t           n_values;
  size_t           cap_values;
} ln_members;

void
ln_members_clear(ln_members* members);

/** Chooses keys and forms. Borrows names and context. */
typedef struct ln_planner ln_planner;

LN_MUST ln_status
ln_planner_new(const ln_names* names, const ln_context* context, ln_planner** planner);

/** NULL is allowed. */
void
ln_planner_free(ln_planner* planner);

/** Plan a description. LN_USAGE if a predicate cannot be written under the context at all. What
   `members` holds then borrows from the description's bytes, not from its arrays. */
LN_MUST ln_status
ln_planner_plan(ln_planner* planner, const ln_desc* desc, ln_members* members);

/** Whether a literal of such a datatype can be a JSON number, true or false and be read back as it
 * is. */
bool
ln_member_native(ln_bare bare, ln_view lexical);

#endif
