/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_REGISTER_H
#define LN_RUN_REGISTER_H

#include "base/diag.h"
#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>

/** The id register of a catalogue, `ids.csv`: table, id, name. An id once given to a name stays, so
   that a thing keeps its IRI when it is renamed, as long as the old name stands among its aliases.
   Lines are only ever added; one whose thing is gone is a tombstone: its id is not given again. */
typedef struct ln_register ln_register;

/** Read `path` if it is there. Lines that cannot be used are reported; they stay in the file. */
LN_MUST ln_status
ln_register_open(const char* path, ln_log* log, ln_register** out);

/** NULL is allowed. */
void
ln_register_free(ln_register* ids);

/** The id that a name of a table was given, or the empty view. */
LN_MUST ln_status
ln_register_find(ln_register* ids, ln_view table, ln_view name, ln_view* id);

/** Whether some name of the table was given this id. */
LN_MUST ln_status
ln_register_taken(ln_register* ids, ln_view table, ln_view id, bool* yes);

/** Remember; nothing happens if the pair is there already. */
LN_MUST ln_status
ln_register_add(ln_register* ids, ln_view table, ln_view id, ln_view name);

/** Write `path`, if something was added: what it holds now, then what is new. */
LN_MUST ln_status
ln_register_save(const ln_register* ids, const char* path, ln_log* log);

#endif
