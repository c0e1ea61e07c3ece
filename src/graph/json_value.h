/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_GRAPH_JSON_VALUE_H
#define LN_GRAPH_JSON_VALUE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A document of JSON (RFC 8259) in memory, each value with its line. */

typedef enum {
  LN_VALUE_NULL,
  LN_VALUE_FALSE,
  LN_VALUE_TRUE,
  LN_VALUE_NUMBER,
  LN_VALUE_STRING,
  LN_VALUE_ARRAY,
  LN_VALUE_OBJECT,
} ln_value_kind;

typedef struct ln_json_value ln_json_value;

struct ln_json_value {
  ln_json_value* up;    ///< the array or object that it stands in
  ln_json_value* first; ///< of an array or object: what stands in it
  ln_json_value* last;
  ln_json_value* next;
  ln_view        name; ///< of a member, as it is meant; else `s` is NULL
  ln_view        text; ///< of a string as it is meant, of a number as it is written
  uint64_t       line; ///< where it begins
  ln_value_kind  kind;
};

/** Where and why a text is no JSON. */
typedef struct {
  const char* problem; ///< static
  uint64_t    line;
  uint64_t    column; ///< in bytes; both count from 1
} ln_json_fault;

/** Arrays and objects may stand in each other so deep. */
enum { LN_VALUE_DEPTH = 1000 };

/** Read a whole text. What is made lives in the arena; strings without escapes are parts of the
    text. LN_USAGE, with the fault, if it is not well-formed. Of two members of one name the later
    one counts, and stands in the place of the earlier one. */
LN_MUST ln_status
ln_json_value_read(ln_view text, ln_arena* arena, ln_json_value** value, ln_json_fault* fault);

/** The member of an object with this name; NULL if there is none or the value is no object. */
const ln_json_value*
ln_json_value_member(const ln_json_value* object, ln_view name);

#endif
