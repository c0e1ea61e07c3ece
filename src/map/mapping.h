/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_MAPPING_H
#define LN_MAP_MAPPING_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "rdf/check_digit.h"
#include "rdf/datatype.h"
#include "table/array.h"
#include "table/dialect.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What a mapping document says, as data: CSVW ("Metadata Vocabulary for Tabular Data", W3C 2015)
   and liner's extension properties (docs/mapping.md). Nothing is resolved against a table yet.
   Everything lives in the mapping's arena; absent texts are views with `s` NULL, absent lists have
   `n` 0. Inherited properties are already handed down to the columns. */

/** The namespace of the extension properties. */
#define LN_EXTENSION "https://w3id.org/liner/mapping#"

typedef struct {
  const ln_view* v;
  size_t         n;
} ln_views;

/** Layers of output; a mapping without layers has everything in the facts. */
enum {
  LN_LAYER_FACTS     = 1,
  LN_LAYER_EVIDENCE  = 2,
  LN_LAYER_SHORTCUTS = 4,
};

/** `when`: what must hold of a variable. All tests given must hold. */
typedef struct {
  ln_view  variable; ///< column name or accessor such as `property.range`
  ln_views in;       ///< its text is one of these (`equals` gives one); empty: not tested
  ln_views not_in;
  ln_view  other;   ///< `equalsColumn`, `notEqualsColumn`: another column or accessor; absent: none
  bool     differs; ///< their texts must differ, else be equal
  int      present; ///< 1 must have a value, 0 must have none, -1 not tested
  int      many;    ///< 1 must have several items, 0 at most one, -1 not tested
  int      minted;  ///< 1 must have been minted by a lookup or value map, 0 must not, -1 not tested
} ln_when;

/** Where the words or references of a column are looked up. */
typedef struct {
  ln_views tables; ///< URLs of tables of this mapping (`lookup`) or of the code list (`valueMap`),
                   ///< as written
  ln_view value;   ///< valueMap: template of the IRI, over the code list's columns; lookup: absent,
                   ///< the row's own IRI
  ln_view
    under; ///< lookup: only things whose IRI begins with this, relative to the base; absent: all
  ln_views
          paths; ///< lookup: first segments of paths that are accepted without a row, e.g. `result`
  ln_view mint;  ///< template of the IRI of an unknown word, over `{_slug}`; absent: unknown words
                 ///< are errors
  bool may_mint; ///< minting happens only if asked for (--unknown-roles mint)
} ln_reference;

/** Words that the mapping names, or those of a code list. */
typedef struct {
  ln_views words;
  ln_view  table;   ///< URL of the code list; absent: none
  ln_view  instead; ///< `placeholders`: what stands for them; absent: nothing does
} ln_words;

/** `extract`: a regular expression that a whole cell or item must match. */
typedef struct {
  ln_view pattern;
  bool    or_null; ///< what does not match is no value instead of an error
} ln_extract;

/** `members`: what may be asked of an object of JSON in a cell. */
typedef struct {
  ln_view  name; ///< in templates and conditions
  ln_views path; ///< the names that lead to it, one inside the other
} ln_member;

typedef struct {
  ln_view          name; ///< never empty: given, or made from the first title, or `_col.N`
  ln_views         titles;
  ln_views         title_langs; ///< of each title; absent: none is known
  bool             is_virtual;
  bool             suppress; ///< suppressOutput
  bool             required;
  bool             ordered;
  ln_view          about_url;
  ln_view          property_url;
  ln_view          value_url;
  ln_view          lang; ///< "und" is absent
  ln_view          separator;
  ln_views         nulls;    ///< default: the empty string
  ln_view          fallback; ///< `default`
  ln_datatype_spec datatype;
  /* extensions */
  ln_views values; ///< `value`: alternatives of a text template; the first whose variables all have
                   ///< values is taken
  const ln_reference*     lookup;    ///< or NULL
  const ln_reference*     value_map; ///< or NULL
  const ln_when*          whens;
  size_t                  n_whens;
  ln_view                 lang_column; ///< `langColumn`: the column whose text is the language tag
  const ln_datatype_spec* datatypes;   ///< the first that a value fits is its own
  size_t                  n_datatypes;
  ln_view                 datatype_column; ///< `datatypeColumn`: the column that names the datatype
  const ln_words*         placeholders;    ///< or NULL
  const ln_words*         protect;         ///< items that may hold the separator, or NULL
  ln_views                separators;      ///< further texts that separate items
  bool                    brackets;        ///< nothing separates between brackets
  ln_check_digit          check_digit;     ///< the rule that the last character of a value keeps
  size_t                  pad;             ///< characters that a value has at least
  ln_view                 warning;         ///< `warn`: what is wrong with a row that has a value
  const ln_extract*       extract;         ///< or NULL
  const ln_member*        members;         ///< `members`: what is asked of an object of JSON
  size_t                  n_members;
  ln_array_syntax         array;     ///< `array`: the cell is an array of this kind
  bool                    fill_down; ///< an empty cell has the text of the one above it
  bool                    each;      ///< one IRI or subject an item
  bool                    agree;     ///< rows that speak of one thing should say the same
  bool                    once;      ///< a thing has the value of the first row that gives one
  bool                    slug;      ///< in templates the text stands as a slug
  bool                    is_iri;    ///< `iri`: the cell must be an absolute IRI
  bool                    is_id;     ///< `id`: the cell must have the form of an id
  ln_view  tree; ///< `path`: where the cell stands in XML or JSON, as written; absent: at its name
  ln_view  beside; ///< `each`: the list that this one goes with, item by item
  ln_view  graph;  ///< template of the named graph of its triples
  ln_view  source; ///< template of what backs its triples
  unsigned layer;  ///< LN_LAYER_…
  ln_view
    path; ///< where it stands in the document, for messages: `tables[2].tableSchema.columns[4]`
} ln_column;

/** Whether a cell of this column is a list of items. */
static inline bool
ln_column_is_list(const ln_column* const column)
{
  return column->separator.n > 0U || column->array != LN_ARRAY_NONE;
}

/** One alternative of a `key`: components joined by `--`. */
typedef struct {
  ln_views components; ///< `name`, `name?` (may be absent), `a|b` (the first that has a value)
} ln_key_choice;

/** `require`: at least one of these columns must have a value, if the conditions hold. */
typedef struct {
  ln_views       any_of;
  const ln_when* whens;
  size_t         n_whens;
} ln_requirement;

/** `compare`: the value of one column must not come before that of another one, if the conditions
    hold. */
typedef struct {
  ln_view        column;
  ln_view        other;
  bool           after;   ///< nor be the same
  ln_view        warning; ///< `warn`: what is wrong then, and the row stays; absent: an error
  const ln_when* whens;
  size_t         n_whens;
} ln_comparison;

/** `unique`: no two rows should have the same values here. */
typedef struct {
  ln_views columns;
  ln_views unless; ///< rows that also agree here may be one thing; empty: not asked
  ln_view  path;
} ln_unique;

/** Cells of `columns` must be found in a row of another table. */
typedef struct {
  ln_views columns;
  size_t   table;      ///< number of the other table
  ln_views referenced; ///< columns there, as many
  ln_view  path;
} ln_foreign_key;

/** A thing that annotations speak of: by IRI, as written; by number, if it has none; neither: the
    group or table itself. */
typedef struct {
  ln_view  iri;
  uint32_t number;
} ln_node;

/** One statement of a document about a group or table ("Metadata Vocabulary", section 5.8). */
typedef struct {
  ln_node about;
  ln_view predicate;
  bool    literal;
  ln_node object; ///< if it is no literal
  ln_view text;
  ln_view datatype;
  ln_view lang;
} ln_annotation;

typedef struct {
  const ln_annotation* v;
  size_t               n;
} ln_annotations;

/** How others may make something else of a table ("Metadata Vocabulary", section 5.10). */
typedef struct {
  ln_view  url;    ///< of the script or template, as written
  ln_view  script; ///< `scriptFormat`: the IRI of its kind
  ln_view  target; ///< `targetFormat`: the IRI of what it makes
  ln_view  source; ///< `json` or `rdf`: what it wants; absent: the table
  ln_views titles;
} ln_transformation;

typedef struct {
  const ln_transformation* v;
  size_t                   n;
} ln_transformations;

typedef struct {
  ln_view          url; ///< as written in the document
  ln_view          id;  ///< `@id`, as written; absent: none
  ln_annotations   annotations;
  ln_dialect       dialect;
  bool             has_dialect;
  const ln_column* columns;
  size_t           n_columns;
  ln_column        undescribed; ///< what a column has that the document does not describe: only the
                                ///< inherited properties, no name
  ln_views              primary_key;
  ln_views              row_titles;
  const ln_foreign_key* foreign_keys;
  size_t                n_foreign_keys;
  ln_transformations    transformations; ///< its own, or those of the group
  ln_view               about_url;
  bool                  suppress;
  bool                  no_schema; ///< what was given as schema or columns was none: the header
                                   ///< does not name the columns either
  /* extensions */
  ln_views              files;    ///< with --profile: patterns of file names beside that of `url`
  bool                  optional; ///< a missing file is fine
  bool                  merge;    ///< rows that make the same subject are joined without a warning
  ln_view               graph;    ///< template of the named graph of all triples
  ln_view               source;   ///< template of what backs all triples
  ln_views              names;    ///< columns by which other tables may refer to a row
  ln_views              expose;   ///< columns whose text other tables may ask of a row they found
  ln_view               gather;   ///< what stands between the texts of rows that have one key
  ln_views              alike;    ///< components that tell rows which may be one thing
  const ln_key_choice*  keys;
  size_t                n_keys;
  const ln_requirement* requirements;
  size_t                n_requirements;
  const ln_comparison*  comparisons;
  size_t                n_comparisons;
  const ln_unique*      uniques;
  size_t                n_uniques;
  ln_view               path;
} ln_table_map;

typedef struct {
  ln_arena arena;
  ln_view  url;  ///< of the document: a path, or the name of a built-in one
  ln_view  json; ///< the document itself, for messages
  ln_view  base; ///< `base` extension: what relative IRIs of things are resolved against; absent:
                 ///< the table's URL as CSVW says
  ln_view lang;  ///< @language of the context
  ln_view url_base; ///< @base of the context, as written: what URLs of tables are
                    ///< resolved against, itself relative to `url`; absent: `url`
  const ln_table_map* tables;
  size_t              n_tables;
  ln_view             id; ///< of the group
  ln_annotations      annotations;
  uint32_t            n_nodes; ///< things without IRIs in annotations
  /* extensions */
  bool flawed;   ///< something is wrong that was reported, and nothing must be made with it
  bool extended; ///< the document has an extension property; else it is plain CSVW
  bool by_name;  ///< `headers`: "byName": columns in any order, found by folded header words; else
                 ///< by position as CSVW says
  bool group;    ///< `group`: all descriptions of one subject are joined
  bool layered;  ///< `layers`: layers are named graphs in N-Quads and TriG
  const ln_view (*prefixes)[2];
  size_t n_prefixes;
} ln_mapping;

/** Read a mapping document. Faults are reported to `log` under `source` with the JSON path (and
   line and column where JSON itself is broken); LN_USAGE if it cannot be used. `url` is copied.
   `columns` without names get them as the specification says. */
LN_MUST ln_status
ln_mapping_read(ln_view json, ln_view url, ln_log* log, uint32_t source, ln_mapping** mapping);

/** How a document is read that is not alone on a disk. Zeroes are the defaults. */
typedef struct {
  /** Append the path of what a URL names; nothing if it is not on this machine. NULL: a document
      has no address but its path, and what has one is never there. */
  ln_status (*find)(void* self, ln_view url, ln_text* path);
  void* self;
  bool  validating; ///< what CSVW has validators refuse is an error
} ln_mapping_options;

/** The same for a document with an address: `url` may be absolute, and what the document refers to
    is then found by `options->find`. */
LN_MUST ln_status
ln_mapping_read_with(ln_view                   json,
                     ln_view                   url,
                     const ln_mapping_options* options,
                     ln_log*                   log,
                     uint32_t                  source,
                     ln_mapping**              mapping);

/** Line and column of a property in the document, by the path of a table or column. */
void
ln_mapping_locate(const ln_mapping* mapping, ln_view path, ln_view property, ln_place* place);

/** Append a prefixed name as a whole IRI, if its prefix is declared by the mapping (the IRI of the
    prefix is relative to `base`) or known in all CSVW documents; else append nothing. */
LN_MUST ln_status
ln_mapping_expand(const ln_mapping* mapping, ln_view base, ln_view name, ln_text* out);

/** NULL is allowed. */
void
ln_mapping_free(ln_mapping* mapping);

#endif
