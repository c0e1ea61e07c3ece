/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_NODE_H
#define LN_SINK_NODE_H

#include "base/out.h"
#include "base/status.h"
#include "base/text.h"
#include "rdf/desc.h"
#include "rdf/names.h"
#include "sink/context.h"
#include "sink/members.h"

#include <stdbool.h>
#include <stddef.h>

/** Writes node objects of JSON-LD, indented by two blanks a level, into `out`. All but the scratch
   texts is borrowed. Functions return the device's status, or LN_USAGE if an IRI cannot be written
   under the context. */
typedef struct {
  const ln_names*   names;
  const ln_context* context;
  ln_planner*       planner;
  ln_out*           out;
  const ln_desc*    desc;    ///< at hand, for its lists
  ln_text           iri;     ///< scratch
  ln_members        members; ///< scratch of ln_node_describe
} ln_node;

/** Give back the scratch. */
void
ln_node_clear(ln_node* node);

/** A line end and the indentation of a level. */
void
ln_node_line(ln_out* out, size_t level);

/** A key in quotes, a colon and a blank. */
void
ln_node_key(ln_out* out, ln_view key);

/** `{`, and on a line of its own at `level` + 1 the id. */
LN_MUST ln_status
ln_node_open(ln_node* node, ln_term subject, size_t level);

/** The key of a member. */
LN_MUST ln_status
ln_node_member_key(ln_node* node, const ln_member* member);

/** Whether a member's values stand in an array. */
bool
ln_node_is_array(const ln_node* node, const ln_member* member);

/** One value, on one line. */
LN_MUST ln_status
ln_node_value(ln_node* node, const ln_member* member, const ln_member_value* value);

/** A whole member with its key, on lines of `level`: a single value on one line, several one a
 * line. */
LN_MUST ln_status
ln_node_member(ln_node* node, const ln_members* members, const ln_member* member, size_t level);

/** A description as a whole node object; one of a named graph stands inside the object of its
   graph. Without a line end. */
LN_MUST ln_status
ln_node_describe(ln_node* node, const ln_desc* desc, size_t level);

#endif
