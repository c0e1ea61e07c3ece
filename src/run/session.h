/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_SESSION_H
#define LN_RUN_SESSION_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/out.h"
#include "map/index.h"
#include "map/mapping.h"
#include "map/plan.h"
#include "rdf/names.h"
#include "rdf/sink.h"
#include "run/register.h"
#include "run/run.h"
#include "sink/descent.h"
#include "sink/testimony.h"
#include "store/quirk.h"
#include "table/table.h"

/* What the steps of one run share. Private to run/. */

/** One table of the mapping, and the file it is read from. */
typedef struct {
  const ln_table_map* map;
  ln_view             path;     ///< NUL follows; `-` is stdin
  ln_view             url;      ///< its address; empty: it has none but its path
  bool                present;  ///< the file is there
  bool                wanted;   ///< its rows are made; else it is only looked up in
  bool                referred; ///< other tables look rows up in it
  uint32_t            source;
  ln_dialect          dialect;
  bool                again;    ///< the same rows can be read once more
  ln_table*           table;    ///< open at its first data row
  bool                is_part;  ///< with --shard: not all of its rows
  bool                relative; ///< with --shard: rows and lines count from the part's first byte
  uint64_t            passed;   ///< with --shard: data rows in front of the part, if they count
  ln_plan*            plan;     ///< NULL: the table is left out
  ln_index*           index;
  ln_table_node       node;    ///< in standard mode
  ln_set_names*       sets;    ///< of the columns that keys are made of
  struct ln_key_use*  uses;    ///< what each set is to which key
  size_t              n_sets;  ///< 0: no key has to do with the table
  ln_digest*          digest;  ///< of the file, for the description of the data set; or NULL
  bool                wrapped; ///< some row takes several lines
} ln_run_table;

/** What standard mode says of the group or a table. */
typedef struct {
  ln_term  subject;
  uint16_t predicate;
  ln_term  object;
} ln_statement;

/** A code list as one value map sees it. */
typedef struct {
  ln_view   table;
  ln_view   value;
  ln_index* index; ///< NULL: there is no such list
} ln_code_list;

typedef struct ln_key_checks ln_key_checks;
typedef struct ln_key_use    ln_key_use;

typedef struct {
  const ln_job* job;
  ln_log*       log;
  ln_log*       silent; ///< for the first reading of tables that are read twice
  ln_arena      arena;
  ln_mapping*   mapping;
  uint32_t      mapping_source;
  ln_view       url;          ///< of the input, without a fragment; empty: it has none
  ln_view       document;     ///< address of the mapping document; empty: it has none
  ln_view       folder;       ///< of the mapping's tables, with a slash behind, or empty
  ln_view       lists_inside; ///< of a profile inside the program: where its code lists are, with a
                              ///< slash behind; else empty
  bool builtin;               ///< the mapping is the catalogue's
  bool folder_input; ///< a catalogue folder, whatever mapping, or a profile: the code lists
                     ///< inside the program are at hand
  ln_view       base;
  ln_names*     names;
  ln_run_table* tables;
  size_t        n_tables;
  ln_code_list* lists;
  size_t        n_lists;
  size_t        cap_lists;
  ln_statement* statements; ///< in standard mode
  size_t        n_statements;
  size_t        cap_statements;
  ln_register*  ids;         ///< or NULL
  bool          explains;    ///< nothing is written, so no syntax lacks anything
  ln_status     status;      ///< of what was asked for through a callback
  ln_digest*    pipe_digest; ///< of standard input, until it is that of a table; or NULL
  ln_in*        pipe; ///< standard input whose first bytes were looked at, not read yet; or NULL

  ln_testimony_words     testimony;  ///< of a form of claims other than `claims`
  const ln_descent_plan* provenance; ///< --provenance by a sink; NULL: rows are not told of
  ln_key_checks*         keys;       ///< NULL: no keys are checked
} ln_session;

/** Find the mapping and the files of the job's input. */
LN_MUST ln_status
ln_session_open(ln_session* s, const ln_job* job, ln_log* log);

/** Find and read the metadata of a table that was named itself; without any, make some. */
LN_MUST ln_status
ln_session_discover(ln_session* s, ln_view path);

/** Where something with an address is on this machine, for the reader of mappings; `self` is the
   session. */
LN_MUST ln_status
ln_session_find(void* self, ln_view url, ln_text* path);

/** Read the mapping that the header row of a table holds. */
LN_MUST ln_status
ln_session_header_mapping(ln_session* s, ln_view path);

/** Append the URL of a table that no document names: its address, else its file name. */
LN_MUST ln_status
ln_session_table_url(const ln_session* s, ln_view path, ln_text* url);

/** Read the mapping of the job's profile, and find out which tables of it the inputs are. */
LN_MUST ln_status
ln_session_profile(ln_session* s);

/** Read a mapping document; `url` is its address, or empty. */
LN_MUST ln_status
ln_session_read(ln_session* s, ln_view path, ln_view url);

/** The number of the table with this address, or SIZE_MAX. */
LN_MUST ln_status
ln_session_table_at(ln_session* s, ln_view url, size_t* at);

/** The address that the maps give a file; empty if they give none. */
LN_MUST ln_status
ln_session_address(ln_session* s, ln_view path, ln_view* url);

/** Two texts in one, kept, with a NUL behind. */
LN_MUST ln_status
ln_session_join(ln_session* s, ln_view a, ln_view b, ln_view* out);

/** The folder part of a path, with its slash. */
ln_view
ln_session_folder(ln_view path);

/** Report that a file cannot be read; LN_IO. */
LN_MUST ln_status
ln_session_unreadable(ln_session* s, ln_view path, const char* error);

/** Read code lists, open tables, bind plans, index what is referred to, seal the names. */
LN_MUST ln_status
ln_session_bind(ln_session* s);

/** Give everything back. LN_IO if an input could not be closed. */
LN_MUST ln_status
ln_session_close(ln_session* s);

/** The code list of a value map, read when first asked for; NULL in `*index` if it cannot be had
 * (reported). */
LN_MUST ln_status
ln_session_list(ln_session* s, ln_view table, const ln_reference* reference, ln_index** index);

/** Open a table at its first row. */
LN_MUST ln_status
ln_session_table(ln_session* s, ln_run_table* t, ln_log* log, ln_table** table);

/** The name of the column that stands in a field; empty if there is none. */
ln_view
ln_session_column(const ln_run_table* t, uint32_t field);

/** What relative IRIs of a table are resolved against: as a rule its address. */
LN_MUST ln_status
ln_session_base(ln_session* s, const ln_run_table* t, ln_view* base);

/** Standard mode: gather what is said of the group and its tables, before names are sealed. */
LN_MUST ln_status
ln_session_standard(ln_session* s);

/** Standard mode: a comment in front of the data is said of the table, before names are sealed. */
LN_MUST ln_status
ln_session_comment(ln_session* s, const ln_run_table* t, const ln_row* row);

/** Standard mode: say it. */
LN_MUST ln_status
ln_session_describe(const ln_session* s, ln_sink sink);

/** Prepare to check primary and foreign keys, if the job wants it, before tables are bound. */
LN_MUST ln_status
ln_session_keys_open(ln_session* s);

/** Take the keys of the row that `maker` has made, of a table with sets. */
LN_MUST ln_status
ln_session_keys_row(ln_session* s, ln_run_table* t, const ln_maker* maker, const ln_row* row);

/** Once all rows of the wanted tables have been taken: report what is wrong with keys. */
LN_MUST ln_status
ln_session_keys_finish(ln_session* s);

void
ln_session_keys_free(ln_session* s);

/** --provenance: where a table is, as its rows and cells are addressed; kept. */
LN_MUST ln_status
ln_session_whence(ln_session* s, const ln_run_table* t, ln_view* address);

/** Whether the syntax and the layers can have the form of evidence that is asked for; LN_USAGE with
    a report if not. */
LN_MUST ln_status
ln_session_evidence(ln_session* s);

/** The kind of store that the graph is for; NULL: none, or one of which nothing is known. */
static inline const ln_store_kind*
ln_session_store(const ln_session* const s)
{
  const ln_store_kind* const kind =
    s->job->store ? ln_store_kind_find(ln_view_of(s->job->store)) : NULL;
  return kind != ln_store_kind_at(0U) ? kind : NULL;
}

/** Whether claims are told of in another form than they are made in. */
static inline bool
ln_session_retells(const ln_session* const s)
{
  return s->job->evidence != LN_EVIDENCE_CLAIMS && (s->job->layers & LN_LAYER_EVIDENCE) != 0U;
}

/** --evidence: what its form needs of names, before they are sealed. */
LN_MUST ln_status
ln_session_testimony(ln_session* s);

/** --provenance: settle what is said of rows, before names are sealed. */
LN_MUST ln_status
ln_session_provenance(ln_session* s);

/** Whether a signal asked for an end. */
static inline bool
ln_session_stopped(const ln_session* const s)
{
  return s->job->stop && *s->job->stop != 0;
}

/** The writer for the job's syntax. */
LN_MUST ln_status
ln_session_writer(ln_session* s, ln_out* out, ln_sink* writer);

/** Why the writer failed, if not because of its device, and at which cell; else the empty text. */
const char*
ln_session_writer_error(ln_session* s, ln_sink writer, ln_where* where);

/** Whether what is written can say in which graph a triple stands; a check alone loses none. */
bool
ln_session_names_graphs(ln_session* s);

/** Whether the syntax of the job has named graphs; LN_USAGE with a report if there is no such
 * syntax. */
LN_MUST ln_status
ln_session_syntax(ln_session* s, const char** syntax, bool* graphs);

#endif
