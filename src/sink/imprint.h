/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_IMPRINT_H
#define LN_SINK_IMPRINT_H

#include "base/text.h"
#include "base/view.h"
#include "rdf/stencil.h"
#include "sink/press.h"

#include <stdbool.h>
#include <stddef.h>

/** What a stamp leaves: its subject and the texts of its slots, in few bytes of its own. From it
   the stamp can be made again. */

/** An imprint has at most so many pairs. */
enum { LN_IMPRINT_PAIRS = 32 };

/** Caller's struct, of zeroes at first. */
typedef struct {
  const ln_press* press;
  ln_term         subject;
  ln_where        where;
  size_t          n; ///< pairs; all are different
  ln_text         texts;
  size_t          slots; ///< where the slots begin in `texts`; the subject is in front of them
} ln_imprint;

/** Take what a stamp has; `n` is 0 if it has nothing, too much, or says something twice. */
LN_MUST ln_status
ln_imprint_take(ln_imprint* imprint, const ln_press* press, const ln_stamp* stamp);

void
ln_imprint_clear(ln_imprint* imprint);

/** All slots. Equal bytes of a press say the same. */
static inline ln_view
ln_imprint_slots(const ln_imprint* const imprint)
{
  return ln_view_from(ln_text_view(&imprint->texts), imprint->slots);
}

/** Goes through the pairs of the slots of a press. Set `stencil` and `at`, the rest is zero. */
typedef struct {
  const ln_stencil* stencil;
  const char*       at;
  size_t            slot;  ///< the next one
  size_t            items; ///< left of the one before
} ln_imprint_reader;

/** The next pair, or false; its bytes are borrowed from the imprint. */
bool
ln_imprint_next(ln_imprint_reader* reader, ln_pair* pair);

/** Room for the texts of one imprint. Caller's struct, of zeroes at first. */
typedef struct {
  ln_slot_text* texts;
  ln_slot_list* lists;
  size_t        cap;
  ln_slot_text  items[LN_IMPRINT_PAIRS];
} ln_imprint_room;

/** Make the stamp again, of the press's stencil; borrowed from both. */
LN_MUST ln_status
ln_imprint_stamp(const ln_imprint* imprint, ln_imprint_room* room, ln_stamp* stamp);

void
ln_imprint_room_clear(ln_imprint_room* room);

#endif
