/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_GRAPH_READ_INNER_H
#define LN_GRAPH_READ_INNER_H

#include "base/diag.h"
#include "base/in.h"
#include "base/status.h"
#include "base/view.h"
#include "graph/read.h"

#include <stdbool.h>
#include <stdint.h>

/* What the readers of graphs share. Private to graph/. */

/** SPARQL Update, cut into pieces that are TriG. Private to read_update.c. */
typedef struct ln_update_text ln_update_text;

/** One reading: where bytes come from, and where triples and complaints go. */
typedef struct {
  ln_in*                       in;
  ln_update_text*              update; ///< what `in` holds is cut up by this; NULL: it is not
  const char*                  syntax; ///< one of ln_read_syntax, or as ln_read_changes has set it
  ln_view                      base;   ///< absolute; a NUL follows
  bool                         lines;
  uint32_t                     source;
  ln_log*                      log;
  const volatile sig_atomic_t* stop;
  ln_triple_func               take;
  void*                        self;
  ln_status                    status;     ///< the first that was not LN_OK
  bool                         faulty;     ///< something was wrong with the syntax
  bool                         repeatable; ///< the same bytes can be read once more
  bool again; ///< it is to be read once more, for the line of a fault; nothing was said
} ln_read_job;

/** Turtle and TriG. */
LN_MUST ln_status
ln_read_serd(ln_read_job* job);

/** N-Triples and N-Quads. */
LN_MUST ln_status
ln_read_lines(ln_read_job* job);

/** RDF Patch or SPARQL Update, as the first word tells. */
LN_MUST ln_status
ln_read_changes(ln_read_job* job);

/** Go on to the next INSERT DATA or DELETE DATA; `*removed` tells which. LN_END if there is none;
    what else stands there is a fault of the job, and the end as well. */
LN_MUST ln_status
ln_update_next(ln_update_text* update, bool* removed);

/** As ln_in_read: declarations and data of one operation, as TriG with every line end of the
    update. LN_END at the end of the operation. */
LN_MUST ln_status
ln_update_read(ln_update_text* update, char* buffer, size_t size, size_t* got);

/** Lines before the operation at hand. */
uint64_t
ln_update_line(const ln_update_text* update);

/** What raptor reads: RDF/XML and RDFa. */
LN_MUST ln_status
ln_read_raptor(ln_read_job* job);

/** JSON-LD. */
LN_MUST ln_status
ln_read_jsonld(ln_read_job* job);

/** Report what stands at a line and is not read; the job is faulty then. */
void
ln_read_refuse(ln_read_job* job, uint64_t line, ln_view message);

/** Report that the text is wrong at a place (0: unknown); the job is faulty then. */
void
ln_read_fault(ln_read_job* job, uint64_t line, uint64_t column, ln_view message);

/** As ln_read_fault, where the reader does not know the place: the job is faulty, and is done again
   with lines, if it can be. */
void
ln_read_fault_here(ln_read_job* job, uint64_t line, ln_view message);

/** Hand over a triple, unless something has happened already. False: go no further. */
bool
ln_read_take(ln_read_job* job, const ln_read_triple* triple);

#endif
