/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_GRAPH_READ_H
#define LN_GRAPH_READ_H

#include "base/diag.h"
#include "base/status.h"
#include "base/view.h"
#include "rdf/term.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A term as it stands in a file (RDF 1.1 Concepts, section 3); views are valid during the call. */
typedef struct {
  ln_kind kind; ///< LN_NONE: the default graph
  ln_view text; ///< the absolute IRI; the lexical form; the label of a blank node, unique in its
                ///< file only
  ln_view datatype; ///< literal: IRI; empty: xsd:string, or rdf:langString where there is `lang`
  ln_view lang;     ///< literal: as it was written
} ln_read_term;

typedef struct {
  ln_read_term subject;
  ln_read_term predicate;
  ln_read_term object;
  ln_read_term graph;
  uint64_t     line;    ///< on which the triple ends; 0 unless `lines` was asked for
  bool         removed; ///< of changes: it is taken away; of a graph: false
} ln_read_triple;

typedef ln_status (*ln_triple_func)(void* self, const ln_read_triple* triple);

/** The syntax of what turns one graph into another, in the order in which it happens. Which one it
    is shows at its beginning: RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html) with all
    IRIs in full, or SPARQL 1.1 Update, of which only INSERT DATA and DELETE DATA are read. A patch
    that ends inside a transaction, or gives one up, is faulty. */
#define LN_READ_CHANGES "changes"

/** What is to be read. Texts are borrowed. */
typedef struct {
  const char* path;   ///< a file, packed or not, or "-": standard input
  ln_view     bytes;  ///< read these instead, if there are any; `path` is their name
  const char* syntax; ///< a name of ln_read_syntax; LN_READ_CHANGES; NULL: by the ending of `path`,
                      ///< else turtle
  const char* base;   ///< what relative IRIs are resolved against; NULL: the file's own address
  bool        lines;  ///< tell lines; slower
  const volatile sig_atomic_t* stop; ///< NULL, or the reading ends with LN_STOP when it is set
} ln_reading;

/** Hand over the triples of a file, one after the other, as they stand there: nothing is kept, and
    repeated ones come repeatedly. Turtle and TriG go through serd, N-Triples and N-Quads are read
    here, the rest goes through raptor. `source` is the number of the file in `log`. What is wrong
   with the syntax is reported with its line; then `*whole` is false, and triples from there on were
   not handed over. LN_IO, reported, if the file cannot be read; LN_USAGE, reported, if there is no
   such syntax; else what `take` returned. */
LN_MUST ln_status
ln_read_triples(const ln_reading* reading,
                uint32_t          source,
                ln_log*           log,
                ln_triple_func    take,
                void*             self,
                bool*             whole);

/** The i-th syntax that can be read, or false; `endings` are separated by blanks. Static texts. */
bool
ln_read_syntax(size_t i, const char** name, const char** label, const char** endings);

#endif
