/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_RUN_H
#define LN_RUN_RUN_H

#include "base/diag.h"
#include "base/out.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include "dispute/fact_store.h"
#include "dispute/on_conflict.h"
#include "rdf/evidence.h"
#include "rdf/names.h"
#include "rdf/sink.h"
#include "sink/collect.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What liner stats is told beside the rest. */
typedef struct {
  const char* page;  ///< --html FILE: a page goes there; NULL: none
  size_t      top;   ///< --top N: lines of a list
  size_t      width; ///< letters of a line
  bool        json;  ///< --to json
  bool        ascii; ///< letters and bars of ASCII alone
  bool        bold;  ///< headings stand out
} ln_stats_job;

/** What liner why is told beside the rest. */
typedef struct {
  const char* from; ///< --from GRAPH: a file of triples; NULL: `inputs` has words behind the input
  bool        json; ///< --to json
} ln_why_job;

/** What liner watch is told beside the rest. */
typedef struct {
  const char* patch;          ///< --patch FILE: what changed is appended to it; NULL: to none
  uint64_t    most;           ///< --max-changes: triples of each side that are shown; 0: all
  bool        despite_errors; ///< --despite-errors
} ln_follow_job;

/** What liner serve is told beside the rest. */
typedef struct {
  const char* address;     ///< --bind ADDRESS
  uint64_t    port;        ///< --port N; 0: one that is free
  uint64_t    seconds;     ///< --timeout, for one query
  size_t      answer;      ///< --max-answer: bytes
  size_t      connections; ///< --connections: at once
} ln_serve_job;

/** Makes the sink that takes descriptions instead of a writer, once names are sealed. The run frees
    it. */
typedef struct {
  ln_status (*make)(void* self, const ln_names* names, ln_sink* sink); ///< NULL: there is none
  void* self;
  bool  scattered; ///< as rows make them, with their cells: nothing is gathered by subject first
} ln_tap;

/** Makes a sink that all descriptions go through on their way, as rows make them, and that hands on
   to `next`. The run frees it. */
typedef struct {
  ln_status (*make)(void* self, const ln_names* names, ln_sink next, ln_sink* sink); ///< NULL: none
  void* self;
} ln_gate;

/** What is watched on the way of descriptions, and who is called once all rows are made, while
   places can still be found. */
typedef struct {
  ln_facts* facts;
  ln_status (*judge)(void* self, ln_log* log);
  void* self;
  bool  grouped; ///< only where the mapping joins descriptions, so that the graph is small
} ln_watch;

/** The forms of the reports of disagreements and comparisons. */
typedef enum {
  LN_FORM_TEXT,
  LN_FORM_MARKDOWN,
  LN_FORM_JSON,
  LN_FORM_HTML,
  LN_FORM_RDF,
  LN_FORM_CSV ///< of comparisons
} ln_report_form;

/** Everything a run is told, in one struct; zeroes are the defaults except `layers`. Texts are
   borrowed until the run returns. */
typedef struct {
  const char*  input;  ///< catalogue folder, CSVW metadata file, table, or "-" (stdin)
  char* const* inputs; ///< all that was named; the first is `input`
  size_t       n_inputs;
  const char*  profile;        ///< --profile: a name of ln_run_profile, or a folder, whose tables
                               ///< `inputs` are; or NULL
  const char*        metadata; ///< --metadata FILE: mapping for the table; NULL: found beside it
  const char*        url;      ///< --url URL: what `input` stands for; NULL: by the maps, else none
  const char* const* url_maps; ///< --url-map PREFIX=PATH: where things with addresses are
  size_t             n_url_maps;
  const char* const* prefixes; ///< --prefix NAME=IRI: for header rows
  size_t             n_prefixes;
  const char*        link;       ///< --link: value of a Link header, or NULL
  const char* const* ontologies; ///< --ontology FILE, for liner shapes
  size_t             n_ontologies;
  const char*   base;   ///< --base IRI; NULL: that of the mapping, else https://data.example.org/
  const char*   to;     ///< --to SYNTAX; NULL: by the ending of `output`, else turtle
  const char*   output; ///< -o FILE; NULL or "-": stdout
  unsigned      layers; ///< LN_LAYER_FACTS | LN_LAYER_EVIDENCE | LN_LAYER_SHORTCUTS
  int           verbosity;      ///< -1 quiet, 0, 1 verbose
  bool          standard;       ///< --mode standard
  bool          frame;          ///< --frame
  bool          mint_roles;     ///< --unknown-roles mint
  bool          xsd_dates;      ///< --dates xsd
  bool          register_ids;   ///< --register
  bool          header_mapping; ///< --header-mapping: the header row is the mapping
  bool          csvw;           ///< explain --to csvw
  bool          keys;           ///< --keys: check primary and foreign keys
  bool          distinct;       ///< --distinct: drop repeated triples
  bool          progress;       ///< show a progress line on stderr
  bool          dry;            ///< check: write nothing
  bool          general;        ///< --general-way: no row goes the straight way, for tests
  ln_provenance provenance;
  ln_evidence   evidence;
  size_t        threads;     ///< --threads N; 0: as many as there are processors, at most 8
  size_t        memory;      ///< --memory BYTES: that sorting may take
  uint64_t      shard;       ///< --shard I/N: I, from 1
  uint64_t      shards;      ///< N; 0: the whole
  size_t        block;       ///< --block-size BYTES (0: default), for tests
  const char*   description; ///< --dataset-description FILE or NULL
  int64_t       moment;  ///< what it tells of the time, in seconds since 1970; negative: nothing
  const char*   version; ///< of the program
  const char*   store;   ///< --target-kind: a name of ln_store_kind_find; NULL: none
  const char*   reject;  ///< --reject FILE or NULL
  const char*   since;   ///< --since STATE or NULL
  const char*   state;   ///< --state FILE or NULL
  const char*   cleared; ///< --cleared FILE or NULL
  ln_stats_job  stats;
  ln_why_job    why;
  ln_follow_job follow;
  ln_serve_job  serve;
  ln_tap        tap;                      ///< where descriptions go instead of a writer
  const struct ln_validation* validation; ///< what is made is held against this (run/validation.h);
                                          ///< NULL: against nothing
  const ln_collection*         collection; ///< keep what is made here, too; NULL: no
  const char* const*           rules;      ///< --rules FILE: rules beside those inside the program
  size_t                       n_rules;
  ln_report_form               form;        ///< --to, of disagreements
  const ln_watch*              watch;       ///< or NULL
  ln_on_conflict               on_conflict; ///< --on-conflict
  ln_gate                      gate;
  const volatile sig_atomic_t* stop; ///< not 0 once a signal asked for a clean end; may be NULL
} ln_job;

typedef struct {
  uint64_t rows;
  uint64_t rows_reported;
  uint64_t descriptions;
  uint64_t triples;
  uint64_t notes;
  uint64_t warnings;
  uint64_t errors;
  double   seconds;
  uint64_t placeholders; ///< cells and items that name nobody
} ln_summary;

/** Turn the input into a graph and write it. LN_OK also if data was faulty (see `errors`); LN_STOP
   if policy or a signal ended the run; else what went wrong, already reported. `summary` is filled
   in any case. */
LN_MUST ln_status
ln_run_export(const ln_job* job, ln_log* log, ln_summary* summary);

/** Count what export would write, and show what was counted. As ln_run_export otherwise. */
LN_MUST ln_status
ln_run_stats(const ln_job* job, ln_log* log, ln_summary* summary);

/** Look for disagreements in what export would write, in all layers, and report them in the form of
    the job. As ln_run_export otherwise. */
LN_MUST ln_status
ln_run_disagreements(const ln_job* job, ln_log* log, ln_summary* summary);

typedef ln_status (*ln_run_func)(const ln_job* job, ln_log* log, ln_summary* summary);

/** Run, without the values that `job->on_conflict` leaves out where values do not agree: for that
   the input is read once more, before. */
LN_MUST ln_status
ln_run_settled(const ln_job* job, ln_log* log, ln_summary* summary, ln_run_func run);

/** Inputs that liner compare takes. */
enum { LN_COMPARE_INPUTS = 8 };

/** Compare what each two inputs of the job say of the same things, and report it in the form of the
    job. An input is a path, or PROFILE=PATH. As ln_run_export otherwise. */
LN_MUST ln_status
ln_run_compare(const ln_job* job, ln_log* log, ln_summary* summary);

/** ln_run_export, or with `job->validation` ln_run_export_validated, and a note (L0911) about
    disagreements that it would have written, if there are grave ones. */
LN_MUST ln_status
ln_run_watched(const ln_job* job, ln_log* log, ln_summary* summary);

/** The bound plan in words: which column becomes which property of which node; or, if `job->csvw`,
   the mapping in force as a CSVW metadata document that says all by itself. */
LN_MUST ln_status
ln_run_explain(const ln_job* job, ln_log* log, ln_out* out);

/** Write shapes (https://www.w3.org/TR/shacl/) that say what the ontologies and the mapping of the
    input say; without either, what the ontology inside the program says. Nothing is written if a
    file could not be read to its end. */
LN_MUST ln_status
ln_run_shapes(const ln_job* job, ln_log* log);

/** Lay a starter catalogue: each table with one example row, and a README. Makes the folder if
   need be. LN_USAGE, with nothing written, if one of the files is there already. */
LN_MUST ln_status
ln_run_init(const char* folder, ln_log* log);

typedef struct {
  char* const* tables; ///< paths, or "-" once
  size_t       n;
  const char*  output; ///< "-": standard output; NULL: beside the tables
  uint64_t     rows;   ///< to look at in each table
} ln_draft;

/** Write CSVW metadata for tables, guessed from their headers and first rows. The document goes to
    `output`, else of one table to TABLE-metadata.json, of several to csv-metadata.json in the
    folder of the first, else (the one table is standard input) to standard output; `path` gets
    where, empty for standard output. LN_USAGE, with nothing written, if the file is there already.
 */
LN_MUST ln_status
ln_run_draft(const ln_draft* draft, ln_log* log, ln_text* path);

/** The i-th syntax that can be written, or false; `endings` are separated by blanks (".ttl"), empty
   if there are none. Texts are static. */
bool
ln_run_syntax(size_t i, const char** name, const char** label, const char** endings);

/** Whether an input is a file of RDF, which is read and not converted: by its ending. XML may be a
    table as well, and is taken for one. */
bool
ln_run_is_graph(const char* path);

/** The i-th profile inside the program, or false; `title` is one line. Both are static. */
bool
ln_run_profile(size_t i, ln_view* name, ln_view* title);

/** Whether what --profile was given is a folder of the user: it has a slash. */
bool
ln_run_profile_is_folder(const char* profile);

#endif
