/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_ANSWER_H
#define LN_QUERY_ANSWER_H

#include "base/out.h"
#include "base/status.h"
#include "query/query.h"
#include "rdf/names.h"
#include "rdf/sink.h"

/** Answers in writing. */
typedef enum {
  LN_ANSWER_TABLE, ///< aligned columns for people; IRIs shortened by prefixes
  LN_ANSWER_CSV,   ///< SPARQL 1.1 Query Results CSV and TSV Formats, section 3
  LN_ANSWER_TSV,   ///< section 4
  LN_ANSWER_JSON,  ///< SPARQL 1.1 Query Results JSON Format
  LN_ANSWER_XML,   ///< SPARQL Query Results XML Format (Second Edition)
} ln_answer_form;

/** The name of a form, as it is given to --to, or NULL behind the last. */
const char*
ln_answer_name(size_t form);

/** The media type of a form: `text/csv; charset=utf-8`. */
const char*
ln_answer_media_type(ln_answer_form form);

/** Write the answer of a query that was run: of SELECT its rows, of ASK yes or no, of the other
   forms their triples as rows. `prefixes` shorten IRIs in tables; there may be none. Does not
   finish `out`. LN_IO if `out` failed. */
LN_MUST ln_status
ln_answer_write(
  ln_query* query, ln_answer_form form, const ln_prefix* prefixes, size_t n_prefixes, ln_out* out);

/** A term as in N-Triples, but with tabs escaped; of a blank node the text is the label. */
void
ln_answer_put_quoted(ln_out* out, const ln_read_term* term);

/** The triples of CONSTRUCT or DESCRIBE as descriptions: declared before names are sealed, then
   written to a writer. */
typedef struct ln_answer_graph ln_answer_graph;

LN_MUST ln_status
ln_answer_graph_new(ln_query* query, ln_names* names, ln_answer_graph** graph);

/** Describe every subject, in the order of the answer. Does not finish `sink`. */
LN_MUST ln_status
ln_answer_graph_write(const ln_answer_graph* graph, ln_sink sink);

/** NULL is allowed. */
void
ln_answer_graph_free(ln_answer_graph* graph);

#endif
