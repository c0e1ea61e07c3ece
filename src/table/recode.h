/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_RECODE_H
#define LN_TABLE_RECODE_H

#include "base/out.h"
#include "base/status.h"
#include "base/view.h"

/** Writes what was read through table/encoding.h as it stood in the table, byte for byte, bytes
   that mean nothing in its encoding included. */
typedef struct ln_recoder ln_recoder;

/** `encoding` is iconv's name; NULL: the table is UTF-8, and there is nothing to do: `*recoder` is
 * NULL. */
LN_MUST ln_status
ln_recoder_new(const char* encoding, ln_recoder** recoder);

/** Put text of the table; as it is if `recoder` is NULL. Faults stay in the device. */
void
ln_recoder_put(ln_recoder* recoder, ln_view text, ln_out* out);

/** NULL is allowed. */
void
ln_recoder_free(ln_recoder* recoder);

#endif
