/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_GRAPH_JSONLD_WALK_H
#define LN_GRAPH_JSONLD_WALK_H

#include "base/arena.h"
#include "base/text.h"
#include "graph/json_value.h"
#include "graph/jsonld_context.h"
#include "graph/read_inner.h"

/* What the parts of the reader of JSON-LD share. Private to graph/. */

typedef enum {
  LN_LD_TO_NOWHERE,  ///< a node that nothing leads to
  LN_LD_TO_PROPERTY, ///< value of a property
  LN_LD_TO_LIST,     ///< item of a list
} ln_ld_target;

/** How a value is to be taken: what it is of, and what is known of it from outside. */
typedef struct {
  const ln_ld_context* context;
  const ln_ld_term*    term; ///< of the active property; or NULL
  ln_read_term         graph;
  ln_ld_target         target;
  bool                 reverse;   ///< of a property: the value is the subject
  ln_read_term         subject;   ///< of a property
  ln_view              predicate; ///< of a property
  size_t               list;      ///< number of the frame of a list
  bool                 from_map;  ///< the value stands in a map of ids, types or indexes
  ln_view              id;        ///< of a node that has none, from a map; or absent
  ln_view              type;      ///< of the node, from a map; or absent
  ln_view              index;     ///< property of the node, from a map, with this value; or absent
  ln_read_term         index_value;
} ln_ld_way;

typedef enum {
  LN_LD_VALUES,  ///< of an array, one by one
  LN_LD_ITEMS,   ///< of a list
  LN_LD_MEMBERS, ///< of a node
  LN_LD_REVERSE, ///< of the value of @reverse
  LN_LD_MAP,     ///< of a map of ids, types, indexes or languages
} ln_ld_frame_kind;

/** Something whose parts are taken one by one. */
typedef struct {
  ln_ld_frame_kind     kind;
  const ln_json_value* at;     ///< the next part
  bool                 single; ///< it is the only one
  ln_ld_way            way;    ///< of values and items; of members: context and graph
  ln_read_term         node;   ///< whose members they are
  const ln_ld_context* typing; ///< of members: the context that types are expanded in
  bool                 open;   ///< of members: what is in @graph belongs to the graph at hand
  ln_read_term         cell;   ///< of a list: the last one; LN_NONE: there is none yet
} ln_ld_frame;

typedef struct {
  ln_read_job*         job;
  ln_ld_contexts       contexts;
  ln_arena             arena;
  const ln_json_value* root;
  ln_ld_frame*         frames;
  size_t               n_frames;
  size_t               cap_frames;
  uint64_t             blanks; ///< that were made up
} ln_ld_walk;

LN_MUST ln_status
ln_ld_push(ln_ld_walk* walk, const ln_ld_frame* frame);

/** A blank node of its own. */
LN_MUST ln_status
ln_ld_blank(ln_ld_walk* walk, ln_read_term* term);

/** The node of an expanded IRI; LN_NONE if it is none that a triple can have. */
LN_MUST ln_status
ln_ld_node(ln_ld_walk* walk, ln_view iri, ln_read_term* term);

/** Hand over a triple, unless some part of it is LN_NONE. */
LN_MUST ln_status
ln_ld_triple(ln_ld_walk*         walk,
             const ln_read_term* subject,
             ln_view             predicate,
             const ln_read_term* object,
             const ln_read_term* graph,
             uint64_t            line);

/** A value was taken: say what it is of. `line` is where it stands. */
LN_MUST ln_status
ln_ld_deliver(ln_ld_walk* walk, const ln_ld_way* way, const ln_read_term* value, uint64_t line);

/** Take a value of any kind (section 5.1.2). */
LN_MUST ln_status
ln_ld_take(ln_ld_walk* walk, const ln_ld_way* way, const ln_json_value* value);

/** Take an object (jsonld_object.c). */
LN_MUST ln_status
ln_ld_take_object(ln_ld_walk* walk, const ln_ld_way* way, const ln_json_value* object);

/** Take one member of a node, of @reverse or of a map; `frame` is a copy of the frame
    (jsonld_member.c). */
LN_MUST ln_status
ln_ld_take_member(ln_ld_walk* walk, const ln_ld_frame* frame, const ln_json_value* member);

LN_MUST ln_status
ln_ld_take_reverse(ln_ld_walk* walk, const ln_ld_frame* frame, const ln_json_value* member);

LN_MUST ln_status
ln_ld_take_entry(ln_ld_walk* walk, const ln_ld_frame* frame, const ln_json_value* member);

/** The value of a scalar, as the term at hand has it (section 5.3). LN_NONE: none. */
LN_MUST ln_status
ln_ld_scalar(ln_ld_walk*          walk,
             const ln_ld_way*     way,
             const ln_json_value* value,
             ln_read_term*        term);

/** A scalar as a literal of a datatype; absent: that of its kind (section 8.2.2). */
LN_MUST ln_status
ln_ld_literal(ln_ld_walk* walk, const ln_json_value* value, ln_view datatype, ln_read_term* term);

/** Any value as a literal of rdf:JSON (section 8.2.2; RFC 8785). */
LN_MUST ln_status
ln_ld_json(ln_ld_walk* walk, const ln_json_value* value, ln_read_term* term);

/** What a name stands for. */
LN_MUST ln_status
ln_ld_name(ln_ld_walk* walk, const ln_ld_context* context, ln_view name, ln_view* iri);

/** The first part of a value that may be an array. */
const ln_json_value*
ln_ld_parts(const ln_json_value* value, bool* single);

#endif
