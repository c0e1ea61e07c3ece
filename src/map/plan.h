/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_PLAN_H
#define LN_MAP_PLAN_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/status.h"
#include "base/view.h"
#include "map/index.h"
#include "map/mapping.h"
#include "map/template.h"
#include "rdf/builtin.h"
#include "rdf/evidence.h"
#include "rdf/names.h"
#include "rdf/regex.h"
#include "rdf/sink.h"
#include "table/table.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A mapping bound to the header of one table: what is done with each row. Immutable once made,
   shared by all threads.

    A row is made in two steps. First every *variable* gets its items: source columns from their
   cells, virtual ones from templates. Then every *subject* gathers the *outputs* that describe it.
   A variable whose items are taken one by one (`each`) has a *group*; a subject that names it is
   made once for each item, and so is an object. */

enum {
  LN_DATE_STEMS = 4, ///< date, dateTime, gYear, gYearMonth
  LN_NO_GROUP   = 0xFF,
  LN_MAX_GROUPS = 16, ///< columns of one table that are taken item by item
};

/** What a condition looks at. */
typedef struct {
  uint16_t variable; ///< whose text or state is tested
  uint8_t  source;   ///< LN_PART_VARIABLE, LN_PART_RAW, LN_PART_CODE or LN_PART_GROUP
  uint16_t column;   ///< of the code list, or the group
} ln_operand;

typedef struct {
  ln_operand     operand;
  ln_operand     other; ///< if `when` names another column
  const ln_when* when;
} ln_test;

typedef struct {
  const ln_test* tests;
  size_t         n;
} ln_tests;

/** A template made ready: the fixed beginning is a stem. */
typedef struct {
  const ln_part* parts; ///< behind the stem
  size_t         n;
  uint16_t       stem;   ///< of names; LN_STEM_IRI if the template begins with an expression
  uint32_t       groups; ///< bit set of the groups it names
  ln_view        text;   ///< as written, for messages and `explain`
  bool           loose;  ///< values may make it no IRI: the whole is looked at, row by row
} ln_iri_plan;

typedef struct {
  const ln_index* const* indexes;
  size_t                 n;
  const ln_reference*    reference;
  ln_iri_plan            mint;   ///< n 0: nothing is minted
  bool                   is_map; ///< valueMap
  ln_view                under;  ///< whole IRI prefix; empty: all
} ln_reference_plan;

/** One of the datatypes that a value may have. */
typedef struct {
  const ln_datatype* datatype;
  const ln_builtin*  builtin; ///< of `datatypeColumn`; NULL: the column's own
  uint16_t           stem;
  bool               edtf;
} ln_value_type;

/** Words in the mapping or in a code list. */
typedef struct {
  const ln_view*  folded;
  size_t          n;
  bool            patterns; ///< a word that ends in `*` is the beginning of words
  const ln_index* list;     ///< or NULL
  ln_view         instead;  ///< placeholders: the text that stands for them; absent: none
} ln_words_plan;

typedef struct {
  const ln_column*   column;
  uint32_t           field;       ///< source field from 1; 0: virtual or missing in the table
  uint8_t            group;       ///< LN_NO_GROUP: not taken item by item
  uint8_t            parent;      ///< its items lie inside those of this group; or LN_NO_GROUP
  bool               aligned;     ///< it stands beside another list: null items keep their places
  bool               used;        ///< something needs its items
  bool               trims;       ///< white space at the ends of cells and items is not data
  bool               blank;       ///< a cell of white space alone is empty, even if it is data
  bool               vital;       ///< without a good value the row is left out
  uint32_t           key_choices; ///< bit set of the alternatives of the key that it is part of
  bool               key_first;   ///< only its first item is part of the key
  uint32_t           groups;      ///< virtual: the groups its templates name
  const ln_datatype* datatype;
  bool               edtf; ///< the datatype is that of EDTF dates
  uint16_t           literal_stem;
  uint16_t           text_stem; ///< of what is no value of the datatype, in plain CSVW
  size_t             lang;      ///< the variable that tells the language, or SIZE_MAX
  const ln_template* values;    ///< virtual: alternatives
  size_t             n_values;
  const ln_reference_plan* reference; ///< lookup or valueMap, or NULL
  const ln_value_type*     types;     ///< `datatypes`, or what `datatypeColumn` may name
  size_t                   n_types;
  size_t                   type_column; ///< the variable that tells the datatype, or SIZE_MAX
  bool                     early;       ///< it tells the datatype of another
  bool                     prepared;    ///< it has one of the next, or a type column
  const ln_words_plan*     placeholders;
  ln_regex*                extract;
  const ln_words_plan*     protect; ///< items that may hold the separator
  ln_tests                 tests;
  uint32_t origin; ///< the source field that messages point at: its own, or that of the first
                   ///< column a virtual one names
} ln_variable;

typedef enum {
  LN_OBJECT_LITERAL,
  LN_OBJECT_REFERENCE,
  LN_OBJECT_URL,
} ln_object_kind;

typedef struct {
  uint16_t           variable;
  uint16_t           predicate; ///< number in names, when `property` is NULL
  const ln_iri_plan* property;  ///< dynamic
  const ln_iri_plan* url;       ///< LN_OBJECT_URL
  ln_object_kind     kind;
  const ln_iri_plan* source; ///< `source`: what backs the triples, or NULL
  bool               list;   ///< `ordered`: the items are one rdf:List
  uint32_t           lead;   ///< for objects of this stem; 0: none
  uint16_t           stem;
} ln_output;

/** The vocabulary of claims. */
typedef struct {
  ln_term  type;
  uint16_t subject;
  uint16_t predicate;
  uint16_t object;
  uint16_t citation;
  uint16_t stem; ///< of their IRIs
  ln_term  graph;
} ln_claim_plan;

typedef struct {
  ln_iri_plan        iri; ///< n 0 and stem LN_STEM_IRI: a blank node a row
  unsigned           layer;
  ln_term            graph;
  const ln_iri_plan* graph_url; ///< `graph`: instead of the graph of its layer; or NULL
  const ln_output*   outputs;
  size_t             n_outputs;
  uint32_t           groups; ///< taken item by item for this subject
  bool               main;   ///< the row itself: without it nothing of the row is made
  bool               once;   ///< only the first row that speaks of a thing counts
  const ln_column*   column; ///< the first that speaks of it, for `{_name}`
} ln_subject;

typedef struct {
  uint16_t choices[4]; ///< variables: the first that has a value
  uint8_t  n;
  bool     optional;
  bool     spread; ///< one subject an item
  bool     first;  ///< only the first item counts
} ln_component;

typedef struct {
  const ln_component* components;
  size_t              n;
} ln_key_plan;

typedef struct {
  const uint16_t* variables; ///< one of these must have a value
  size_t          n;
  ln_tests        tests; ///< if these hold
} ln_requirement_plan;

/** `compare`: two columns whose values have an order. */
typedef struct {
  uint16_t             column;
  uint16_t             other;
  uint32_t             groups; ///< of both: they are compared item by item
  ln_tests             tests;
  const ln_comparison* rule;
} ln_comparison_plan;

/** Columns whose cells together are a primary key, refer to one, or are referred to. */
typedef struct {
  ln_views    names;
  ln_view     path;     ///< of the table or key, for messages
  const char* property; ///< that names the columns
  bool        optional; ///< without one of the columns there is no key, and that is worth a warning
} ln_set_names;

typedef struct {
  const uint16_t* variables;
  size_t          n; ///< 0: some column is not there
} ln_set_plan;

/** How the places that triples come from are called, and what is said of them (`--provenance`). */
typedef struct {
  ln_provenance   level;
  ln_evidence     form;
  bool            lines;    ///< a row is known by its line alone
  uint16_t        stem;     ///< of cells
  uint16_t        row_stem; ///< of rows, or the whole address of the table
  ln_view         before;   ///< in front of the number of a row
  const ln_view*  behind;   ///< and behind it, by field; [0]: the row itself
  ln_view         between;  ///< several cells
  ln_view         after;    ///< the last of them
  const uint32_t* only; ///< by variable, from 1: the field that makes its triples; 0: see the row
  uint32_t        lead; ///< of `derived` and cells
  uint32_t        lead_row; ///< of `derived` and rows
  uint32_t        lead_object;
  uint16_t        derived;   ///< prov:wasDerivedFrom
  uint16_t        statement; ///< stem of what triples are called
  uint16_t        triple;    ///< stem of triples that are terms
  uint16_t        subject;   ///< rdf:subject
  uint16_t        predicate; ///< rdf:predicate
  uint16_t        object;    ///< rdf:object, or rdf:reifies
  ln_term         type;      ///< rdf:Statement
  ln_term         graph;     ///< that all this stands in
} ln_cell_plan;

/** The vocabulary of ordered lists. */
typedef struct {
  uint16_t first;
  uint16_t rest;
  ln_term  nil;
} ln_list_plan;

/** What standard mode says of each row; `table` is what has the rows. */
typedef struct {
  ln_term         table;
  ln_term         type;    ///< csvw:Row
  uint16_t        address; ///< stem of the rows' IRIs
  uint16_t        integer;
  uint16_t        row;
  uint16_t        rownum;
  uint16_t        url;
  uint16_t        title;
  uint16_t        describes;
  uint16_t        comment; ///< rdfs:comment
  uint16_t        text;    ///< stem of plain strings
  const uint16_t* titles;  ///< variables
  size_t          n_titles;
} ln_row_plan;

/** A table as standard mode names it. */
typedef struct {
  ln_term table;
  ln_view url;
} ln_table_node;

/** What most rows need (map/straight.h). */
typedef struct ln_straight ln_straight;

typedef struct {
  const ln_table_map* map;
  const ln_mapping*   mapping;
  ln_names*           names;
  ln_view             base;
  uint32_t            source; ///< in the log
  uint32_t            number; ///< of the table, in the labels of blank nodes
  ln_variable*        variables;
  size_t              n_variables;
  const uint32_t*     fields; ///< the source field that messages about a variable point at, by its
                              ///< number from 1; [0] is 0
  bool               has_early; ///< some variable is evaluated before the others
  const ln_key_plan* keys;
  size_t             n_keys;
  ln_key_plan        alike;      ///< what rows that may be one thing have in common; n 0: not asked
  uint32_t           key_groups; ///< of spread components
  size_t             leaders[LN_MAX_GROUPS]; ///< the column of each group
  uint8_t            parents[LN_MAX_GROUPS]; ///< the group that it lies inside, or LN_NO_GROUP
  const uint16_t*    labels;                 ///< variables by which other tables refer to a row
  size_t             n_labels;
  const uint16_t*    exposed; ///< variables that they may ask of it
  size_t             n_exposed;
  const ln_requirement_plan* requirements;
  size_t                     n_requirements;
  const ln_comparison_plan*  comparisons;
  size_t                     n_comparisons;
  const ln_subject*          subjects;
  size_t                     n_subjects;
  ln_iri_plan                about;    ///< of the row itself (aboutUrl of the schema)
  size_t                     n_fields; ///< of the header; 0: unknown
  ln_index*                  index;    ///< of this table's own rows, or NULL
  bool                       mint;     ///< words are minted where the mapping leaves it to the user
  const ln_claim_plan*       claims;   ///< NULL: no column has a source
  const ln_cell_plan*        cells;    ///< NULL: nobody asks for cells
  const ln_set_plan*         sets;     ///< as many as the binding names
  size_t                     n_sets;
  const ln_list_plan*        lists;      ///< NULL: no column is ordered
  const ln_row_plan*         rows;       ///< standard mode; NULL: minimal mode
  bool                       plain;      ///< the mapping has no extensions: bad cells stay text
  bool                       validating; ///< and are errors
  bool                       agrees;     ///< some output has `agree`
  bool                       numbered;   ///< some template names `_row` or `_sourceRow`
  bool                       xsd_dates;  ///< EDTF dates that XSD can say are written as XSD
  uint16_t                   date_stems[LN_DATE_STEMS];
  const ln_straight*         straight; ///< NULL: every row goes the general way
} ln_plan;

typedef struct {
  const ln_mapping* mapping;
  ln_names*         names;
  ln_arena*         arena;
  ln_log*           log;
  uint32_t          source;          ///< of the mapping document, in the log
  uint32_t          number;          ///< of the table in the mapping, from 1, however many files
                                     ///< were read before it: blank nodes are labelled with it
  ln_view              base;         ///< what relative templates are resolved against
  unsigned             layers;       ///< wanted
  bool                 named_layers; ///< layers become named graphs
  bool                 graphs;       ///< the syntax can name graphs: `graph` counts
  bool                 mint;         ///< --unknown-roles mint
  bool                 xsd_dates;    ///< --dates xsd
  const ln_table_node* standard;     ///< standard mode, and the table is not suppressed
  bool                 validating;   ///< what CSVW has validators refuse is an error
  bool                 general;      ///< every row goes the general way: for tests
  const ln_row*        more_headers; ///< header rows below the first; their cells are titles, too
  size_t               n_more_headers;
  const ln_set_names*  sets; ///< of the columns that keys are made of, or NULL
  size_t               n_sets;
  ln_provenance        provenance;
  ln_evidence          evidence;
  ln_view              address; ///< of the table, where provenance is wanted
  /** The index of a table of the mapping (`reference` NULL) or of the code list of a value map;
   * NULL: there is none. */
  ln_index* (*find_index)(void* self, ln_view table, const ln_reference* reference);
  void* self;
} ln_binding;

/** Bind one table of a mapping to its header row (NULL: the table has none; a row of empty cells
   tells how many columns there are). Everything lives in
   the binding's arena, terms in its names, which must not be sealed yet. Faults are reported
   against `source`; LN_USAGE if the table cannot be made (already reported). */
LN_MUST ln_status
ln_plan_bind(const ln_binding*   binding,
             const ln_table_map* map,
             const ln_row*       header,
             uint32_t            source,
             ln_plan**           plan);

/** Whether every row is made from itself and from what does not change any more, so that several
   makers may work on rows of the table at the same time. Not if subjects are watched for repeats
   (rows that a key names), if cells tell languages, or if placeholders are told of or values taken,
   the first of each. */
bool
ln_plan_row_local(const ln_plan* plan);

/** Whether what is made of a row depends on its number: templates name it, things without a name of
   their own are told apart by it, or other tables refer to the row. */
bool
ln_plan_numbered(const ln_plan* plan);

/** Give back what the arena does not hold (compiled patterns). NULL is allowed. */
void
ln_plan_clear(ln_plan* plan);

/** Makes rows of one plan into descriptions. One a thread; holds the row's memory. */
typedef struct ln_maker ln_maker;

/** NULL when out of memory. `log` NULL: nothing is reported. */
ln_maker*
ln_maker_new(const ln_plan* plan, ln_log* log);

void
ln_maker_free(ln_maker* maker);

/** Rows on the straight way (map/straight.h). */
typedef struct {
  uint64_t      number; ///< of the next data row, from 0
  uint64_t      most;   ///< rows at once
  uint64_t      n;      ///< were described
  const ln_row* row;    ///< was read behind them and is left to the caller; or NULL
} ln_ahead;

/** Read rows of a table and describe them as long as they go straight and have no faults. */
LN_MUST ln_status
ln_maker_ahead(ln_maker* maker, ln_table* table, ln_sink sink, ln_ahead* ahead);

/** Describe one data row; `number` counts data rows from 0. Faults of cells are reported; the row
   is left out or a value is.
    `*made` tells whether anything was described. */
LN_MUST ln_status
ln_maker_row(ln_maker* maker, const ln_row* row, uint64_t number, ln_sink sink, bool* made);

/** Give the row's variables their values without making anything of it: enough for ln_maker_set. */
LN_MUST ln_status
ln_maker_read(ln_maker* maker, const ln_row* row, uint64_t number);

typedef enum {
  LN_SET_GOOD,
  LN_SET_NULL,    ///< none of the cells has a value
  LN_SET_UNKNOWN, ///< some cell could not be read; reported already
} ln_set_state;

/** Append the values of a set of columns in the row that was made or read last: the same bytes for
    the same values ("Model for Tabular Data", section 6.6), whatever they are written like. */
LN_MUST ln_status
ln_maker_set(const ln_maker* maker, size_t set, ln_text* out, ln_set_state* state);

/** Append them as people read them, `year "1969", month "7"`, under these names. */
LN_MUST ln_status
ln_maker_set_shown(const ln_maker* maker, size_t set, ln_views names, ln_text* out);

/** The first column of a set as a field of the table, for messages. */
uint32_t
ln_plan_set_field(const ln_plan* plan, size_t set);

/** Standard mode: a comment line is said of the table. */
LN_MUST ln_status
ln_maker_comment(const ln_maker* maker, const ln_row* row, ln_sink sink);

/** Whether the last row is to be mended: it was left out, for a reason that was reported then or
 * when the table was indexed, or something of it was kept only because CSVW has it so. */
bool
ln_maker_faulty(const ln_maker* maker);

/** How many cells and items named nobody (`placeholders`) since this was last asked. */
uint64_t
ln_maker_take_placeholders(ln_maker* maker);

/** Ids given in earlier runs. */
typedef struct {
  /** The id that a name was given; the empty view: none. */
  ln_status (*find)(void* self, ln_view name, ln_view* id);
  /** Whether some name was given this id. */
  ln_status (*taken)(void* self, ln_view id, bool* yes);
  void* self;
} ln_id_book;

/** Add one data row to the plan's index: its id, its IRI, its names. Reports what is wrong with ids
   only. `book` may be NULL. */
LN_MUST ln_status
ln_maker_index(ln_maker* maker, const ln_row* row, ln_names* names, const ln_id_book* book);

#endif
