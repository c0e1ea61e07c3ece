/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_DICT_H
#define LN_BASE_DICT_H

#include "base/status.h"
#include "base/view.h"

#include <stddef.h>
#include <stdint.h>

/** Byte strings to numbers: each distinct key gets the next number from 0. Keys are copied. Hash:
   XXH3 with a seed drawn per dictionary; nothing that is written ever depends on the order of the
   table, only on the numbers. */
typedef struct ln_dict ln_dict;

#define LN_DICT_NONE UINT32_MAX

/** NULL when out of memory. */
ln_dict*
ln_dict_new(void);

/** NULL is allowed. */
void
ln_dict_free(ln_dict* dict);

/** The number of `key`, adding it if new. `*added` (may be NULL) tells which. At most 2^32 - 2
 * keys, else LN_NO_MEM. */
LN_MUST ln_status
ln_dict_add(ln_dict* dict, ln_view key, uint32_t* number, bool* added);

/** The number of `key` or LN_DICT_NONE. */
uint32_t
ln_dict_find(const ln_dict* dict, ln_view key);

/** The key of a number, borrowed from the dictionary as long as it lives. */
ln_view
ln_dict_key(const ln_dict* dict, uint32_t number);

size_t
ln_dict_size(const ln_dict* dict);

/** Bytes held. */
size_t
ln_dict_memory(const ln_dict* dict);

#endif
