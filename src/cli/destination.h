/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_DESTINATION_H
#define LN_CLI_DESTINATION_H

#include "base/status.h"
#include "base/text.h"
#include "cli/args.h"
#include "store/endpoint.h"
#include "store/login.h"
#include "store/store.h"
#include "store/targets.h"

#include <stdbool.h>
#include <stddef.h>

/** The store that a command line names, and how to talk to it. Caller's struct; not to be moved
   once filled, since its parts point at each other. */
typedef struct {
  ln_endpoint       endpoint;
  ln_login          login;
  ln_targets*       targets; ///< what `endpoint` may point into
  ln_store_settings settings;
  size_t            words; ///< inputs that named it: 0 or 1
} ln_destination;

/** From the options and, unless one of --graph-store and --update is given, the first input: the
   URL of a graph store, or the name of a saved target; options count more than what was saved.
   LN_USAGE with a sentence if there is none, or it cannot be used. */
LN_MUST ln_status
ln_destination_read(const ln_args* args, ln_destination* destination, ln_text* error);

/** Whether a word that may be an input names a store: a URL, or the name of a saved target, if it
   has no point and there is no file of that name. */
bool
ln_destination_named(const char* word);

/** What options alone say of an endpoint. */
void
ln_destination_options(const ln_args* args, ln_endpoint* endpoint);

void
ln_destination_clear(ln_destination* destination);

#endif
