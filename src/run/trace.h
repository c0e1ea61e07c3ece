/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_TRACE_H
#define LN_RUN_TRACE_H

#include "graph/read.h"
#include "map/origin.h"
#include "run/session.h"
#include "sink/match.h"

/** Where triples come from: a run that writes nothing and tells of the wanted triples as it makes
    them again, with the cells they were made of. Nothing is indexed for it and nothing kept, so it
    takes no longer than an export in one thread, and no more memory. Private to run/. */

/** A triple that was found, in the moment in which it is made. Borrowed for the call. */
typedef struct {
  const ln_session*     session;
  const ln_run_table*   table;
  const ln_read_triple* triple; ///< its graph, too; a blank node has the label that export gives it
  uint32_t              number; ///< of the pattern that it fits
  ln_where         where;  ///< source and row; the field is that of the object, 0 if it has none
  const ln_origin* origin; ///< mapping column and cells; a triple that no column made has none
} ln_trace_hit;

typedef struct {
  const ln_job*    job;
  const ln_wanted* wanted;
  /** Names are bound and nothing is made yet: what is wanted may be added now. May be NULL. */
  ln_status (*begin)(void* self, ln_session* session);
  /** Is given each wanted triple, as often as it is made: rows may repeat it. */
  ln_status (*found)(void* self, const ln_trace_hit* hit);
  void* self;
} ln_trace;

/** Make everything that the job's layers have. Findings go to `log`, as with export. */
LN_MUST ln_status
ln_run_trace(const ln_trace* trace, ln_log* log);

/** The physical place of a field of the row at hand (0: the row). Only while `found` is called. */
void
ln_trace_place(const ln_trace_hit* hit, uint32_t field, ln_place* place);

/** Where the column of the triple stands in the mapping; its `name` is the JSON path. */
void
ln_trace_mapping_place(const ln_trace_hit* hit, ln_place* place);

#endif
