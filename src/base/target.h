/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_TARGET_H
#define LN_BASE_TARGET_H

#include "base/status.h"

#include <stdbool.h>

/** The descriptor behind an output path, and how its bytes come to stand there. Zero-initialised
   with `fd` -1 is closed. */
typedef struct {
  int   fd;
  bool  is_stdout;
  char* temporary; ///< written instead of `path`; NULL: written directly
  char* path;      ///< final place, symbolic links followed
} ln_target;

/** Open for writing. LN_IO with a static text in `*error`. */
LN_MUST ln_status
ln_target_open(const char* path, ln_target* target, const char** error);

/** All bytes are written: to disk, then under the final name. Closes in any case; on LN_IO nothing
   appears and `*error` says why. */
LN_MUST ln_status
ln_target_commit(ln_target* target, const char** error);

/** Close, and remove what was written beside. */
void
ln_target_abandon(ln_target* target);

#endif
