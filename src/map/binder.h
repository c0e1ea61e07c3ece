/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_BINDER_H
#define LN_MAP_BINDER_H

#include "base/dict.h"
#include "map/plan.h"

/* What the files that bind a plan share: the plan in the making, and where to report. Private to
 * map/. */

typedef struct {
  const ln_binding*   binding;
  const ln_table_map* map;
  ln_plan*            plan;
  ln_names*           names;
  ln_arena*           arena;
  ln_log*             log;
  ln_where            where;     ///< the header row
  size_t              described; ///< columns that the mapping describes and that are not virtual
  size_t              limit;     ///< templates may name only columns in front of this one
  uint8_t             n_groups;
  bool                minting;  ///< `{_slug}` has a meaning
  bool                failed;   ///< the table cannot be made
  ln_dict*            terms;    ///< of the ontology, once one is named; or NULL
  ln_dict*            told;     ///< faults reported so far, with their places; or NULL
  const char*         property; ///< of the mapping, which is being bound; NULL: none
} ln_binder;

/** Match the header with the columns of the mapping: sets each variable's field. */
LN_MUST ln_status
ln_bind_header(ln_binder* b, const ln_row* header);

/** Make the columns of a table that has no schema from its header. */
LN_MUST ln_status
ln_bind_columns_of_header(ln_binder* b, const ln_row* header, const ln_column** columns, size_t* n);

/** Put columns behind the described ones for those that the header has more, named by number. */
LN_MUST ln_status
ln_bind_more_columns(ln_binder* b, const ln_row* header, const ln_column** columns, size_t* n);

/** Report a fault of the mapping at a property of a column; the table is not made. */
LN_MUST ln_status
ln_bind_fault(ln_binder* b, ln_code code, ln_view path, const char* format, ...) LN_PRINTF(4, 5);

/** The same with a hint; only an error makes the table fail. */
LN_MUST ln_status
ln_bind_remark(ln_binder* b, ln_code code, ln_view path, ln_view hint, const char* format, ...)
  LN_PRINTF(5, 6);

/** Report an IRI in the namespace of liner's ontology that is no term of it. */
LN_MUST ln_status
ln_bind_term(ln_binder* b, ln_view iri, ln_view path);

/** Report at the property that is being bound, or at `path` where none is. After an error the table
    is not made. */
LN_MUST ln_status
ln_bind_report(ln_binder* b, ln_code code, ln_view path, ln_view hint, ln_view message);

/** Report a name that no column has, with the nearest ones. */
LN_MUST ln_status
ln_bind_unknown(ln_binder* b, ln_code code, ln_view path, ln_view name);

/** The number of a column by name, or SIZE_MAX. */
size_t
ln_bind_find(const ln_binder* b, ln_view name);

/** Resolve the names in a template; `path` is for messages. */
LN_MUST ln_status
ln_bind_parts(ln_binder* b, ln_view text, ln_view path, ln_template* out);

/** The groups that the expressions of a template name. */
uint32_t
ln_bind_groups(const ln_plan* plan, const ln_part* parts, size_t n);

/** A URI template ready for rows. */
LN_MUST ln_status
ln_bind_iri(ln_binder* b, ln_view text, ln_view path, ln_iri_plan* out);

/** Tests of `when`. */
LN_MUST ln_status
ln_bind_tests(ln_binder* b, const ln_when* whens, size_t n, ln_view path, ln_tests* out);

/** Datatype, templates and references of every variable. */
LN_MUST ln_status
ln_bind_variables(ln_binder* b);

/** How the cells of a column are read, beyond CSVW: `datatypes`, `datatypeColumn`, `placeholders`,
   `protect`, `extract`. */
LN_MUST ln_status
ln_bind_cell(ln_binder* b, ln_variable* variable);

/** The template of the named graph that a column's triples stand in; absent: none, or graphs are
   not wanted. */
ln_view
ln_bind_graph_text(const ln_binder* b, const ln_column* column);

/** The same, bound. */
LN_MUST ln_status
ln_bind_graph(ln_binder* b, const ln_column* column, ln_subject* subject);

/** The named graph of a layer, if layers are graphs. */
LN_MUST ln_status
ln_bind_layer_graph(ln_binder* b, unsigned layer, ln_term* graph);

/** What backs the triples of an output, if the layer of evidence is wanted. */
LN_MUST ln_status
ln_bind_source(ln_binder* b, const ln_column* column, ln_output* out);

/** What is said of rows and cells, if it is asked for; after the subjects. */
LN_MUST ln_status
ln_bind_cells(ln_binder* b);

/** The groups: which columns are taken item by item, alone or beside another one. */
LN_MUST ln_status
ln_bind_groups_of_columns(ln_binder* b);

/** Whether the key makes one thing for each item of a column. */
bool
ln_bind_is_spread(const ln_plan* plan, size_t variable);

/** The group of a virtual column, once its templates are bound: that of the list it stands beside,
   or one of its own inside that. */
LN_MUST ln_status
ln_bind_virtual_group(ln_binder* b, ln_variable* variable);

/** What standard mode says of each row. */
LN_MUST ln_status
ln_bind_standard(ln_binder* b);

/** `compare`: columns that there are, and whose values have an order. */
LN_MUST ln_status
ln_bind_comparisons(ln_binder* b);

/** Alternatives of the key. */
LN_MUST ln_status
ln_bind_keys(ln_binder* b);

/** The sets of columns that keys are made of. */
LN_MUST ln_status
ln_bind_sets(ln_binder* b);

/** Subjects and their outputs. */
LN_MUST ln_status
ln_bind_subjects(ln_binder* b);

/** Lay out the straight way if the table has one; after the subjects. */
LN_MUST ln_status
ln_bind_straight(ln_binder* b);

#endif
