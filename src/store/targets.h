/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_TARGETS_H
#define LN_STORE_TARGETS_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "store/endpoint.h"

#include <stdbool.h>
#include <stddef.h>

/** Endpoints by names, as they are kept in a file: `[NAME]` on a line of its own, below it a line
    for each member, its name, a blank and its value (`graph-store http://localhost:3030/ds/data`);
    lines that begin with `#` say nothing. No secret is in it, only the name of a file that has one.
 */
typedef struct ln_targets ln_targets;

/** Where the file is: `liner/targets` in XDG_CONFIG_HOME, else in .config of HOME. LN_USAGE with a
    sentence in `error` if neither is set. */
LN_MUST ln_status
ln_targets_path(ln_text* path, ln_text* error);

/** None if there is no such file. LN_USAGE with a sentence if it cannot be read or understood. */
LN_MUST ln_status
ln_targets_read(const char* path, ln_targets** targets, ln_text* error);

/** The i-th in the order of the file, or NULL. */
const ln_endpoint*
ln_targets_at(const ln_targets* targets, size_t i, const char** name);

/** NULL if there is none. */
const ln_endpoint*
ln_targets_find(const ln_targets* targets, ln_view name);

/** Whether a word can be a name: letters, digits, `-`, `_` and `.` of ASCII, 64 at most. */
bool
ln_targets_name_valid(ln_view name);

/** Keep a copy, behind the others or in the place of the one of that name. */
LN_MUST ln_status
ln_targets_put(ln_targets* targets, ln_view name, const ln_endpoint* endpoint);

/** False if there was none. */
bool
ln_targets_remove(ln_targets* targets, ln_view name);

/** Write the file whole, readable by its owner alone; makes its folder. LN_IO with a sentence. */
LN_MUST ln_status
ln_targets_write(const ln_targets* targets, const char* path, ln_text* error);

/** NULL is allowed. */
void
ln_targets_free(ln_targets* targets);

#endif
