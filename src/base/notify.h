/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_NOTIFY_H
#define LN_BASE_NOTIFY_H

#include "base/status.h"
#include "base/view.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

/** Folders whose files are watched: the system tells what happens in them (Linux inotify), so that
    waiting takes no time. Changes made on another machine to a folder of the network are not told.
 */
typedef struct ln_notify ln_notify;

/** Something happened to `name` in `folder`, both borrowed; an empty name: to the folder itself, or
    more than the system could remember. `done`: what is there now can be read; else it is still
    being written. */
typedef ln_status (*ln_notify_func)(void* self, ln_view folder, ln_view name, bool done);

/** LN_IO: the system gives none; errno says why. */
LN_MUST ln_status
ln_notify_new(ln_notify** notify);

/** NULL is allowed. */
void
ln_notify_free(ln_notify* notify);

/** Watch a folder; one that is watched already stays so, under its first path. LN_IO: it cannot be,
    errno says why. */
LN_MUST ln_status
ln_notify_folder(ln_notify* notify, const char* path);

/** Watch a folder and those inside it, at most `most` in all; those whose names begin with a point
    are left out, and symbolic links are not followed. `*all`: there were no more. */
LN_MUST ln_status
ln_notify_tree(ln_notify* notify, const char* path, size_t most, bool* all);

/** Wait until something happens, and hand it over: LN_OK, or what `take` returned. LN_END: nothing
    happened for so many milliseconds (-1: wait for ever). LN_STOP: `stop` was set by a signal. */
LN_MUST ln_status
ln_notify_wait(ln_notify*                   notify,
               int                          milliseconds,
               const volatile sig_atomic_t* stop,
               ln_notify_func               take,
               void*                        self);

#endif
