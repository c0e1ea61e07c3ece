/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_QUOTES_H
#define LN_RUN_QUOTES_H

#include "rdf/sink.h"
#include "run/session.h"

/** Whether the plan makes both quotations and files to look them up in. */
bool
ln_quotes_possible(const ln_session* s);

/** A sink that passes everything on to `next` (not owned) and remembers quotations: the words of a
    citation (ln:quote), its source, its position (ln:startOffset, ln:endOffset, in code points from
    0), all in one description, and the files of sources (ln:file, relative to the folder of the
    tables). At the end, behind that of `next`, each is looked up in the file of its source, and
   what does not stand there, or stands elsewhere, is reported at its cell (base/passage.h says how
    words are compared). A source without a file is not looked at. Memory grows with the
    quotations and with the largest file. */
LN_MUST ln_status
ln_quotes_new(const ln_session* s, ln_sink next, ln_sink* sink);

#endif
