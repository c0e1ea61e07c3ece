/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_JSON_LEAD_INNER_H
#define LN_SINK_JSON_LEAD_INNER_H

#include "base/arena.h"
#include "sink/json_lead.h"

/* What leads are made of: rendered in json_lead.c, put in json_lead_put.c. */

/** What stands around bytes. */
typedef struct {
  ln_view open;
  ln_view close;
} ln_json_frame;

typedef struct {
  ln_view       key;    ///< with the comma and the line before it, and the colon
  ln_json_frame value;  ///< all of it if the object is always the same
  ln_bare       native; ///< written without quotes, if the bytes allow it
  uint32_t      member; ///< the first lead of the same key
  bool          good;   ///< says all there is to say
  bool          set;    ///< always an array
  bool          whole;  ///< holds the object
} ln_json_lead;

typedef enum { LN_JSON_UNKNOWN, LN_JSON_GOOD, LN_JSON_DEPENDS } ln_json_state;

/** An object's beginning and its id, and what follows the bytes of that. */
typedef struct {
  ln_json_frame id;
  ln_json_state state;
} ln_json_stem;

typedef void (*ln_json_put_way)(const ln_json_leads* leads, ln_out* out, const ln_desc* desc);

typedef char* (*ln_json_stamp_way)(const ln_json_leads* l,
                                   const ln_stamp*      stamp,
                                   char*                to,
                                   size_t*              n);

struct ln_json_leads {
  ln_arena          arena;
  ln_node           probe; ///< writes into memory
  ln_json_lead*     leads; ///< by number; the first is not used
  ln_json_stem*     stems; ///< by number, grown when asked for
  size_t            n_stems;
  size_t            most; ///< bytes that a lead puts around those of an object at most
  ln_json_put_way   put;
  ln_json_stamp_way stamp;
};

/** Bytes between two values and around them, at most. */
enum { LN_JSON_JOINTS = 32 };

/** How a node of this subject begins; NULL if its bytes decide. */
LN_MUST ln_status
ln_json_leads_stem(ln_json_leads* leads, ln_term subject, const ln_json_frame** id);

#endif
