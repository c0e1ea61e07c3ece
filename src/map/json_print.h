/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_JSON_PRINT_H
#define LN_MAP_JSON_PRINT_H

#include "base/out.h"
#include "base/status.h"

#include <jansson.h>

/** Write a JSON tree for people: what fits stands on one line. Members keep their order; numbers
   have no more digits than they need to be the same. */
LN_MUST ln_status
ln_json_print(json_t* tree, ln_out* out);

#endif
