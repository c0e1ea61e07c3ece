/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_TREE_GUESS_H
#define LN_TABLE_TREE_GUESS_H

#include "base/view.h"
#include "table/tree_path.h"

#include <stdbool.h>

/** So many first bytes of a file tell. */
enum { LN_TREE_HEAD = 512 };

/** Whether a file that begins so is XML or JSON, and which; false where it may be a table of lines.
 */
bool
ln_tree_guess(ln_view head, ln_tree_format* format);

#endif
