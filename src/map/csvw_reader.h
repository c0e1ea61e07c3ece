/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_CSVW_READER_H
#define LN_MAP_CSVW_READER_H

#include "map/mapping.h"

#include <jansson.h>

/* What the files that read a mapping document share: values with their place in the document, typed
   getters, and where to report. Private to map/. */

/** One JSON text: the mapping document, or a schema or dialect it refers to. */
typedef struct {
  ln_view  text;
  ln_view  url; ///< its address, or else its path
  uint32_t source;
  bool     main; ///< the mapping document itself
  ln_view  lang; ///< @language of its context
} ln_json_document;

/** A JSON value and the way to it: nodes live on the stack of those who descend, so that a path
   costs nothing until something is reported. */
typedef struct ln_json_node ln_json_node;

struct ln_json_node {
  const ln_json_document* document;
  const ln_json_node*     up;    ///< NULL for the root
  const char*             key;   ///< name of the property; NULL for an item of an array
  size_t                  index; ///< number of the item
  json_t*                 value; ///< NULL: absent
};

ln_json_node
ln_json_root(const ln_json_document* document, json_t* value);

/** Property `key` of an object; absent if `up` is no object. */
ln_json_node
ln_json_member(const ln_json_node* up, const char* key);

/** Item of an array, from 0. */
ln_json_node
ln_json_item(const ln_json_node* up, size_t index);

/** The text of a string value, borrowed from the tree. */
ln_view
ln_json_text(const json_t* value);

/** Append the path: `tables[2].tableSchema.columns[4].datatype`. Empty for the root. */
LN_MUST ln_status
ln_json_path(const ln_json_node* node, ln_text* out);

/** Fill in line and column of the property or item, by reading the text again; they stay 0 if it is
   not found. Of what is absent, the place of the object that lacks it. */
void
ln_json_place(const ln_json_node* node, ln_place* place);

/** Line and column of a property in a JSON text by the path of the object that has it, or of the
    nearest one around it that hands it down (also from a tableSchema); an empty property means the
    place of the path itself. */
void
ln_json_locate(ln_view text, ln_view path, ln_view property, ln_place* place);

/** The value as it is written in the text; empty if it is not found. */
ln_view
ln_json_written(const ln_json_node* node);

/** The inherited properties, on their way down. */
typedef struct {
  ln_view          about_url;
  ln_view          property_url;
  ln_view          value_url;
  ln_view          lang;
  ln_view          separator;
  ln_view          fallback;
  ln_views         nulls;
  ln_datatype_spec datatype;
  bool             ordered;
  bool             required;
} ln_inherited;

/** What a foreign key refers to, until all tables are known. */
typedef struct ln_key_link ln_key_link;

typedef struct {
  ln_mapping*               mapping;
  ln_arena*                 arena; ///< of the mapping
  ln_log*                   log;
  ln_key_link*              links;   ///< last one first
  size_t                    slurped; ///< bytes of other files read so far
  size_t                    reports; ///< made so far
  bool                      failed;  ///< the document cannot be used
  const ln_mapping_options* options;
} ln_csvw;

/** Where properties may stand; several bits where one object is several things. */
enum {
  LN_IN_FILE         = 1U << 0U, ///< the top of any JSON file
  LN_IN_DOCUMENT     = 1U << 1U, ///< the top of the mapping document
  LN_IN_GROUP        = 1U << 2U,
  LN_IN_TABLE        = 1U << 3U,
  LN_IN_SCHEMA       = 1U << 4U,
  LN_IN_COLUMN       = 1U << 5U,
  LN_IN_DIALECT      = 1U << 6U,
  LN_IN_DATATYPE     = 1U << 7U,
  LN_IN_FORMAT       = 1U << 8U,
  LN_IN_TRANSFORM    = 1U << 9U,
  LN_IN_FOREIGN_KEY  = 1U << 10U,
  LN_IN_REFERENCE    = 1U << 11U,
  LN_IN_WHEN         = 1U << 13U,
  LN_IN_REQUIRE      = 1U << 14U,
  LN_IN_UNIQUE       = 1U << 20U,
  LN_IN_LOOKUP       = 1U << 15U,
  LN_IN_VALUE_MAP    = 1U << 16U,
  LN_IN_PLACEHOLDERS = 1U << 17U,
  LN_IN_PROTECT      = 1U << 18U,
  LN_IN_EXTRACT      = 1U << 19U,
  LN_IN_COMPARE      = 1U << 21U,
};

/** Report a fault of the document at a node. Errors make the document unusable. */
LN_MUST ln_status
ln_csvw_report(
  ln_csvw* r, const ln_json_node* node, ln_code code, ln_view hint, const char* format, ...)
  LN_PRINTF(5, 6);

/** L0409: the value is not what it must be ("a string"), so the default stands. */
LN_MUST ln_status
ln_csvw_ignored(ln_csvw* r, const ln_json_node* node, const char* expected);

/** L0402: the value is absent, or not what it must be. */
LN_MUST ln_status
ln_csvw_wrong(ln_csvw* r, const ln_json_node* node, const char* expected);

/** Report the properties of an object that may not stand there; check `@id` and `@type` (`type` is
   the only one allowed, NULL: any) and common properties. */
LN_MUST ln_status
ln_csvw_object(ln_csvw* r, const ln_json_node* node, unsigned where, const char* type);

/** The restrictions on the values of common properties (section 5.8 of the specification). */
LN_MUST ln_status
ln_csvw_common(ln_csvw* r, const ln_json_node* node);

/** The common properties and notes of a group or table as statements. */
LN_MUST ln_status
ln_csvw_annotations(ln_csvw* r, const ln_json_node* node, ln_annotations* out);

/* Typed getters. An absent property leaves `*out` as it is; so does one of the wrong kind, which is
   reported as L0409. Texts are copied to the arena. */

LN_MUST ln_status
ln_csvw_text(ln_csvw* r, const ln_json_node* up, const char* key, ln_view* out);

LN_MUST ln_status
ln_csvw_bool(ln_csvw* r, const ln_json_node* up, const char* key, bool* out);

LN_MUST ln_status
ln_csvw_count(ln_csvw* r, const ln_json_node* up, const char* key, uint32_t* out);

/** A string, or an array of strings; other items are reported and skipped. */
LN_MUST ln_status
ln_csvw_texts(ln_csvw* r, const ln_json_node* up, const char* key, ln_views* out);

/** The same for a value at hand. */
LN_MUST ln_status
ln_csvw_texts_of(ln_csvw* r, const ln_json_node* node, ln_views* out);

/** A link or template: anything but a string stands for the empty string. */
LN_MUST ln_status
ln_csvw_url(ln_csvw* r, const ln_json_node* up, const char* key, ln_view* out);

/** One of the words, by its number. */
LN_MUST ln_status
ln_csvw_word(
  ln_csvw* r, const ln_json_node* up, const char* key, const char* const* words, size_t* out);

/** Copy to the arena; the copy of an empty text is not absent. */
LN_MUST ln_status
ln_csvw_copy(ln_csvw* r, ln_view text, ln_view* out);

/** The path of a node, kept; in another file than the mapping document, behind its URL and `#`. */
LN_MUST ln_status
ln_csvw_path(ln_csvw* r, const ln_json_node* node, ln_view* out);

/* Parts of a document, each in a file of its own. */

LN_MUST ln_status
ln_csvw_context(ln_csvw* r, const ln_json_node* root, ln_json_document* document);

/** Read what `node` (a property whose value is a URL) points to; `*tree` is given back with
   json_decref, `*document` lives in the arena but for its text, given back with ln_csvw_close. NULL
   if it cannot be read, which is reported. */
LN_MUST ln_status
ln_csvw_open(ln_csvw* r, const ln_json_node* node, ln_json_document* document, json_t** tree);

/** Append what `url`, written in `document`, means in the end. Paths are taken for file URLs. */
LN_MUST ln_status
ln_csvw_resolve(const ln_csvw* r, const ln_json_document* document, ln_view url, ln_text* out);

/** Parse a text; a fault is reported as L0401, and `*tree` is NULL. */
LN_MUST ln_status
ln_csvw_parse(ln_csvw* r, const ln_json_document* document, json_t** tree);

void
ln_csvw_close(ln_json_document* document, json_t* tree);

LN_MUST ln_status
ln_csvw_dialect(ln_csvw* r, const ln_json_node* node, ln_dialect* dialect);

LN_MUST ln_status
ln_csvw_datatype(ln_csvw* r, const ln_json_node* node, ln_datatype_spec* datatype);

LN_MUST ln_status
ln_csvw_inherited(ln_csvw* r, const ln_json_node* node, ln_inherited* inherited);

/** Append the name that a title gives a column: what a variable of a template cannot have stands as
    %XX. */
LN_MUST ln_status
ln_csvw_encode_name(ln_view title, ln_text* out);

/** A column with nothing but what it inherits. */
void
ln_csvw_inherit(const ln_inherited* from, ln_column* column);

/** The natural-language property `titles` (section 5.1.6): a string, a list of strings, or an
   object from languages to these; all titles with their languages, absent where none is known. */
LN_MUST ln_status
ln_csvw_titles(ln_csvw* r, const ln_json_node* up, ln_views* titles, ln_views* langs);

/** The columns of a schema. */
LN_MUST ln_status
ln_csvw_columns(ln_csvw*            r,
                const ln_json_node* schema,
                const ln_inherited* inherited,
                ln_table_map*       table);

/** Let foreign keys name the schema of `table` by this URL, as written in `document`. */
LN_MUST ln_status
ln_csvw_name_schema(ln_csvw*                r,
                    const ln_json_document* document,
                    ln_view                 url,
                    const ln_table_map*     table);

/** Primary key, foreign keys and row titles of a schema; its columns are known. */
LN_MUST ln_status
ln_csvw_keys(ln_csvw* r, const ln_json_node* schema, ln_table_map* table);

/** Once all tables are known: the tables and columns that foreign keys refer to must be there. */
LN_MUST ln_status
ln_csvw_bind_keys(ln_csvw* r, const ln_json_document* document);

/* Extension properties. */

LN_MUST ln_status
ln_csvw_document_extensions(ln_csvw* r, const ln_json_node* root);

/** `path` of a column. */
LN_MUST ln_status
ln_csvw_column_path(ln_csvw* r, const ln_json_node* node, ln_column* column);

/** `format` and `rows` of a table whose columns are known. */
LN_MUST ln_status
ln_csvw_tree(ln_csvw* r, const ln_json_node* node, ln_table_map* table);

/** From a table, or from its schema. */
LN_MUST ln_status
ln_csvw_table_extensions(ln_csvw* r, const ln_json_node* node, ln_table_map* table);

LN_MUST ln_status
ln_csvw_column_extensions(ln_csvw* r, const ln_json_node* node, ln_column* column);

#endif
