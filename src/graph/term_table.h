/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_GRAPH_TERM_TABLE_H
#define LN_GRAPH_TERM_TABLE_H

#include "base/status.h"
#include "base/view.h"
#include "graph/read.h"
#include "rdf/term.h"

#include <stddef.h>
#include <stdint.h>

/** The terms of one or more graphs, each once, as numbers in the order they came. Two terms have
   the same number if they are equal (RDF 1.1 Concepts, sections 3.2 to 3.4): literals by datatype
   and lexical form, language tags whatever the case of their letters; blank nodes of two files are
    never equal. */
typedef struct ln_term_table ln_term_table;

#define LN_NO_TERM UINT32_MAX

/** Numbers that every table has. */
enum { LN_TERM_XSD_STRING = 0, LN_TERM_RDF_LANG_STRING = 1 };

/** NULL when out of memory. */
ln_term_table*
ln_term_table_new(void);

/** NULL is allowed. */
void
ln_term_table_free(ln_term_table* table);

/** The number of a term, a new one or that of before. `file` tells blank nodes of one file from
    those of another. Bytes are copied. */
LN_MUST ln_status
ln_term_table_add(ln_term_table* table, const ln_read_term* term, uint32_t file, uint32_t* number);

LN_MUST ln_status
ln_term_table_add_iri(ln_term_table* table, ln_view iri, uint32_t* number);

/** The number of a term that is there already, else LN_NO_TERM. LN_NO_MEM if it cannot be looked
 * up. */
LN_MUST ln_status
ln_term_table_find(ln_term_table* table, const ln_read_term* term, uint32_t file, uint32_t* number);

/** The term of a number; borrowed from the table. Tags are in lower case. */
ln_read_term
ln_term_table_at(const ln_term_table* table, uint32_t number);

ln_kind
ln_term_table_kind(const ln_term_table* table, uint32_t number);

/** The IRI, lexical form or label. */
ln_view
ln_term_table_text(const ln_term_table* table, uint32_t number);

/** The number of a literal's datatype; LN_NO_TERM if it is no literal. */
uint32_t
ln_term_table_datatype(const ln_term_table* table, uint32_t number);

/** The language of a literal; empty if there is none. */
ln_view
ln_term_table_lang(const ln_term_table* table, uint32_t number);

/** The file of a blank node. */
uint32_t
ln_term_table_file(const ln_term_table* table, uint32_t number);

/** A number that is the same for equal terms, and hardly ever for others, in every table that gave
    the same numbers to datatypes. */
uint64_t
ln_term_table_hash(const ln_term_table* table, uint32_t number);

size_t
ln_term_table_size(const ln_term_table* table);

/** A table of the first `n` terms of another, with the same numbers. NULL when out of memory. */
ln_term_table*
ln_term_table_first(const ln_term_table* table, size_t n);

#endif
