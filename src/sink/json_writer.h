/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_JSON_WRITER_H
#define LN_SINK_JSON_WRITER_H

#include "base/out.h"
#include "base/view.h"

#include <stdbool.h>

/** Writes JSON that people will edit: a member a line, two blanks a level; what is small stands on
   one line, with everything in it. Failures are those of the device, sticky there. Caller's struct;
   set `out`, the rest zero. */
typedef struct {
  ln_out*  out;
  unsigned level;
  unsigned flat; ///< the level from which on all is on one line; 0: none
  bool     more; ///< something stands before on this level
} ln_json_writer;

typedef enum { LN_JSON_LINES, LN_JSON_FLAT } ln_json_layout;

/** Open an object (`{`) or a list (`[`), as member `key`, or without one (NULL) in a list or at the
   top. */
void
ln_json_writer_open(ln_json_writer* w, const char* key, char bracket, ln_json_layout layout);

/** Close what was opened last; the bracket is the closing one. At the top a line ends. */
void
ln_json_writer_close(ln_json_writer* w, char bracket);

/** A string of valid UTF-8. */
void
ln_json_writer_text(ln_json_writer* w, const char* key, ln_view text);

/** A value as it stands: a number, true, false or null. */
void
ln_json_writer_raw(ln_json_writer* w, const char* key, const char* value);

#endif
