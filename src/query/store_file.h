/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_STORE_FILE_H
#define LN_QUERY_STORE_FILE_H

#include "base/out.h"
#include "base/status.h"
#include "base/text.h"
#include "query/dataset.h"

#include <stdbool.h>

/** A sealed data set in a file, which is mapped and not read when it is opened. Its layout:
   a head of 128 bytes (magic, version, order of bytes, sizes of the parts, XXH3 of all that
   follows), then the parts of the data set as they are in memory, each beginning at a multiple of
   16 bytes. Numbers are in the order of bytes of the machine that wrote it; one of the other order
   refuses it. */

/** Whether a file begins as a store does. False also if it cannot be read. */
bool
ln_dataset_is_store(const char* path);

/** Write a sealed data set. Does not finish `out`, which must not pack. LN_IO if `out` failed. */
LN_MUST ln_status
ln_dataset_write(const ln_dataset* set, ln_out* out);

/** Open a store. LN_IO with a sentence in `problem` if it cannot be read, is no store, is of
   another version, cut off or damaged: its sum and every number in it are checked, so that nothing
   that is asked of it later can go wrong. The file must not be written to while it is open; one
   that is replaced as a whole stays as it was. */
LN_MUST ln_status
ln_dataset_open(const char* path, ln_dataset** set, ln_text* problem);

#endif
