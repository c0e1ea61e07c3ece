/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_QUIRK_H
#define LN_STORE_QUIRK_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "rdf/term.h"

#include <stdbool.h>
#include <stddef.h>

/** What kinds of stores there are, and what each makes of the terms that it is given: data
   (store/kinds.def, store/quirks.def), all of it measured. */

/** What a store can do. Absent means that it cannot, or that it is not known. */
enum {
  LN_TRAIT_GZIP           = 1,    ///< packed bodies are understood
  LN_TRAIT_CHUNKED        = 2,    ///< so are bodies without a length
  LN_TRAIT_BASIC          = 4,    ///< logins by Basic
  LN_TRAIT_DIGEST         = 8,    ///< logins by Digest
  LN_TRAIT_ATOMIC_PUT     = 16,   ///< PUT leaves either the old graph or the new one
  LN_TRAIT_ATOMIC_UPDATE  = 32,   ///< a request of several updates does all or nothing
  LN_TRAIT_INSERTS_BLANKS = 64,   ///< blank nodes may stand in INSERT DATA
  LN_TRAIT_DROPS_MISSING  = 128,  ///< DROP GRAPH of a graph that is not there is no error
  LN_TRAIT_COPIES         = 256,  ///< COPY and MOVE onto a graph with triples lose none
  LN_TRAIT_NEEDS_GRAPH    = 512,  ///< the default graph cannot be written
  LN_TRAIT_LEAVES         = 2048, ///< PUT leaves triples of the old graph that are stuck (ln_fate):
                                  ///< DELETE it first
  LN_TRAIT_SNIFFS = 1024,         ///< the syntax of a body is guessed from its first 64 KiB; where
                                  ///< these are a single line, `@prefix` in front of it helps
};

typedef struct {
  const char* name;   ///< "virtuoso"
  const char* title;  ///< "Virtuoso 7.2"
  const char* server; ///< what its Server header begins with; empty: nothing that tells
  size_t      insert; ///< triples of one INSERT DATA, at most; 0: no limit is known
  unsigned    traits; ///< LN_TRAIT_…
} ln_store_kind;

/** NULL if there is none of that name. */
const ln_store_kind*
ln_store_kind_find(ln_view name);

/** Each in turn, from 0; NULL behind the last. The first is that of a store of which nothing is
   known. */
const ln_store_kind*
ln_store_kind_at(size_t i);

/** The kind whose Server header this is; NULL if that does not tell. */
const ln_store_kind*
ln_store_kind_of_server(ln_view server);

/** What becomes of a term in a store. */
typedef enum {
  LN_FATE_KEPT,    ///< it comes back with the same value and datatype, if not the same spelling
  LN_FATE_RETYPED, ///< the same value comes back with another datatype
  LN_FATE_ALTERED, ///< something else comes back
  LN_FATE_REFUSED, ///< the store takes neither it nor what is sent with it
  LN_FATE_STUCK,   ///< kept, but the store does not find it again where it replaces a graph
} ln_fate;

/** A term by its texts. */
typedef struct {
  ln_kind kind;     ///< LN_IRI or LN_LITERAL; anything else is kept as it is
  ln_view text;     ///< the IRI, or the lexical form
  ln_view datatype; ///< its IRI; empty: xsd:string, or a language
  ln_view lang;
} ln_quirk_term;

/** What a store makes of a term. `*words` (static; NULL if it is kept) goes on behind its name:
    "cuts seconds to 6 digits behind the point". */
ln_fate
ln_quirk_fate(const ln_store_kind* kind, const ln_quirk_term* term, const char** words);

/** Append bytes that are the same for two terms if the store takes them for one, and different if
    it keeps both: so many different triples it will count. Certain of what it keeps or retypes. */
LN_MUST ln_status
ln_quirk_key(const ln_store_kind* kind, const ln_quirk_term* term, ln_text* key);

/** The same of a term and what the store gives back for it, unless it is altered: to compare a
    graph with what is read of it. Terms that are two for ln_quirk_key may be one here. */
LN_MUST ln_status
ln_quirk_shown(const ln_store_kind* kind, const ln_quirk_term* term, ln_text* key);

#endif
