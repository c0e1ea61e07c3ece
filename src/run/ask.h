/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_ASK_H
#define LN_RUN_ASK_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/status.h"
#include "query/answer.h"
#include "query/query.h"
#include "run/run.h"

/** A value for a variable of a query. */
typedef struct {
  ln_view name;
  ln_view value; ///< an IRI, a prefixed name, or any text
} ln_asking_value;

/** Who answers. */
typedef enum {
  LN_ENGINE_LINER,
  LN_ENGINE_OXIGRAPH, ///< the program of that name
} ln_engine;

/** What liner query is told. Texts are borrowed. */
typedef struct {
  const ln_job*  job;        ///< `input`: what is asked; `output` and `to` as in export, for graphs
  ln_view        text;       ///< the query; empty: nothing is asked, the store is made alone
  const char*    name;       ///< of its file, for messages
  bool           form_given; ///< --to names a form of ln_answer_form
  ln_answer_form form;
  const ln_asking_value* values; ///< --with
  size_t                 n_values;
  ln_engine              engine;
  const char*            store;   ///< --store FILE: what is asked is kept there; NULL: nowhere
  size_t                 memory;  ///< for what lies between two steps of a query; 0: no bound
  double                 seconds; ///< --timeout; 0: no end
} ln_asking;

typedef struct {
  size_t rows;
  bool   yes; ///< of ASK
} ln_asked;

/** What can be asked: loaded once, for any number of queries. */
typedef struct {
  ln_dataset* set;
  ln_prefix*  prefixes; ///< that the input uses, and those that are always known
  size_t      n_prefixes;
  size_t      cap_prefixes;
  ln_arena    arena;
  bool        whole; ///< false: some of the input could not be read, and was reported
} ln_source_data;

/** Load a file of RDF, a store, or, converted on the way, what export takes. LN_IO, reported, if it
    cannot be read. To be cleared in any case. */
LN_MUST ln_status
ln_source_load(ln_source_data* data, const ln_job* job, ln_log* log);

void
ln_source_clear(ln_source_data* data);

/** Ask and write the answer. LN_USAGE, reported (L1000 to L1002), if the query cannot be answered;
    LN_STOP, reported (L1003, L1004), if it came to no end. */
LN_MUST ln_status
ln_run_ask(const ln_asking* asking, ln_log* log, ln_asked* asked);

#endif
