/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_ENCODING_H
#define LN_TABLE_ENCODING_H

#include "base/in.h"
#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Whether tables in the encoding of this name can be read. */
bool
ln_encoding_known(ln_view name);

/** Reads a table as UTF-8, whatever it is written in, without byte order mark. Caller's struct. */
typedef struct {
  ln_in*                in;      ///< borrowed
  struct ln_transcoder* coder;   ///< NULL: the bytes are UTF-8 (or are taken for it)
  uint64_t              taken;   ///< bytes read from `in`
  size_t                at;      ///< first byte of `head` not given yet
  size_t                n;       ///< bytes in `head`
  char                  head[4]; ///< first bytes of the input
  ln_view               mark;    ///< the byte order mark that was skipped; static
} ln_encoding;

/** What it takes to write as the table is written. */
typedef struct {
  const char* name; ///< of the encoding, for iconv; NULL: UTF-8
  ln_view     mark; ///< the byte order mark, or the empty view
} ln_encoding_form;

/** Look at the first bytes and prepare for `name`. A byte order mark is skipped; that of UTF-8 goes
   before the name. `*problem` is NULL, or why the table cannot be read (static storage). */
LN_MUST ln_status
ln_encoding_open(ln_encoding* encoding, ln_in* in, ln_view name, const char** problem);

/** As ln_in_read. A byte that means nothing in the encoding becomes two bytes that are never UTF-8
 * and tell which it was: see ln_encoding_strange. */
LN_MUST ln_status
ln_encoding_read(ln_encoding* encoding, char* buffer, size_t size, size_t* got);

/** Whether text begins with what stands for a byte without a meaning. */
bool
ln_encoding_strange(ln_view text, char* byte);

/** How the table is written. Valid until closed. */
ln_encoding_form
ln_encoding_form_of(const ln_encoding* encoding);

/** Gives back the coder, not the device. */
void
ln_encoding_close(ln_encoding* encoding);

#endif
