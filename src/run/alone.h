/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_ALONE_H
#define LN_RUN_ALONE_H

#include "map/plan.h"
#include "run/session.h"

#include <stdbool.h>

/* Whether rows describe things alone. Private to run/. */

/** Whether no two rows of a table describe the same thing: it is named by the primary key, or has
    no name. */
bool
ln_alone_subject(const ln_plan* plan, const ln_subject* subject);

/** Whether each thing is probably described by one row, or what rows say of it is joined. As far as
    keys are kept: values may make the same IRI that do not look like it. NULL if so, else the
    reason as a sentence of a message; static. */
const char*
ln_alone_reason(const ln_session* s);

#endif
