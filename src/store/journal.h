/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_JOURNAL_H
#define LN_STORE_JOURNAL_H

#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What of a load the store has confirmed, piece by piece, in a file that outlives a crash: a line
    that says which load it is and how many triples the store had before it, then a line for each
    piece with its number and the SHA-256 of its bytes, written to disk before the next piece
   counts. A last line that was not finished is as if it were not there. */
typedef struct ln_journal ln_journal;

/** Open the journal of a load at `path`, or begin one. `load` says all that makes this load what it
    is; `*before` is noted in a new one, and taken from one that is there. LN_USAGE if the file is
   of another load or is no journal, LN_IO if it cannot be read or written; then `*problem` (static)
   says so. */
LN_MUST ln_status
ln_journal_open(
  const char* path, ln_view load, uint64_t* before, ln_journal** journal, const char** problem);

/** Pieces confirmed in earlier runs. */
size_t
ln_journal_earlier(const ln_journal* journal);

typedef enum {
  LN_PIECE_NEW,
  LN_PIECE_CONFIRMED, ///< in an earlier run
  LN_PIECE_OTHER,     ///< another one was confirmed under this number: the input has changed
} ln_piece;

/** What an earlier run says of piece number `number`. */
ln_piece
ln_journal_piece(const ln_journal* journal, uint64_t number, ln_view bytes);

/** Note a piece, on disk. */
LN_MUST ln_status
ln_journal_note(ln_journal* journal, uint64_t number, ln_view bytes);

/** Close; if all is `done`, the file is removed, for there is nothing to go on with. NULL is
    allowed. */
LN_MUST ln_status
ln_journal_close(ln_journal* journal, bool done);

#endif
