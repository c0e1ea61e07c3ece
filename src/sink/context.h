/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_CONTEXT_H
#define LN_SINK_CONTEXT_H

#include "base/status.h"
#include "base/view.h"
#include "rdf/names.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A JSON-LD 1.1 context as a table of terms, and how IRIs are written under it. Immutable once
   made. */
typedef struct ln_context ln_context;

#define LN_CONTEXT_NONE UINT32_MAX

/** What a term's own context does. */
typedef enum {
  LN_SCOPE_NONE,  ///< it has none
  LN_SCOPE_VOCAB, ///< it sets `@vocab` and nothing else
  LN_SCOPE_OTHER, ///< anything else: such a term is not used
} ln_scope;

/** One term definition (JSON-LD 1.1, section 9.15.1). */
typedef struct {
  ln_view  name;
  ln_view  iri;      ///< IRI mapping, or a keyword; empty: the term means nothing
  ln_view  type;     ///< `@id`, `@vocab`, a datatype IRI; empty: no coercion
  ln_view  language; ///< of plain strings, its own or the context's; empty: none
  ln_view  vocab;    ///< for its values of type `@vocab`; empty: none
  ln_scope scope;
  bool     set;     ///< container `@set`: always an array
  bool     map;     ///< container `@language`
  bool     reverse; ///< iri is the property to be read backwards
  bool     prefix;  ///< may begin a compact IRI
  bool     usable;  ///< as a key, with values of the kinds above
  bool     odd;     ///< has a container or coercion that is not understood
  uint32_t next;    ///< next term of the same IRI, in the order of the context
} ln_context_term;

/** An IRI as written: `prefix:rest`, or `rest` alone if there is no prefix. */
typedef struct {
  ln_view prefix;
  ln_view rest;
  bool    word; ///< a term's name, or relative to a vocabulary
} ln_compact;

/** Read a context: `json` is a JSON document with an `@context` (an object or an array of objects);
   empty makes one of the prefixes. `base` (may be empty) is what ids are written relative to.
   LN_USAGE if it is not JSON, refers to another document, or is wrong. All is copied. */
LN_MUST ln_status
ln_context_new(const ln_names* names, ln_view json, ln_view base, ln_context** context);

/** Let an IRI be said that could not be, since its scheme has the name of a prefix: that prefix
    means nothing any more, which the text says as well (JSON-LD 1.1, section 9.15.1: null decouples
    a term). What the context defined by way of it stays. `*changed` tells whether there was one. */
LN_MUST ln_status
ln_context_yield(ln_context* context, ln_view iri, bool* changed);

/** NULL is allowed. */
void
ln_context_free(ln_context* context);

/** The contexts as JSON, one term a line, to stand between `"@context": ` and what follows,
 * indented as the first member of the outermost object; with the base as last element. */
ln_view
ln_context_text(const ln_context* context);

size_t
ln_context_terms(const ln_context* context);

const ln_context_term*
ln_context_term_at(const ln_context* context, uint32_t term);

/** The first term that means `iri`, or LN_CONTEXT_NONE; the others follow by `next`. */
uint32_t
ln_context_find(const ln_context* context, ln_view iri);

/** Keys of `@id` and `@type`: aliases if there are. `*set`: types are always an array. */
ln_view
ln_context_id_key(const ln_context* context);

ln_view
ln_context_type_key(const ln_context* context, bool* set);

/** Whether a plain string is a literal without language where no term says otherwise. */
bool
ln_context_plain(const ln_context* context);

/** The `@vocab` of the whole context; empty: none. */
ln_view
ln_context_vocab(const ln_context* context);

/** What ids may be written behind, so that they are relative to the base; empty: nothing. */
ln_view
ln_context_base_folder(const ln_context* context);

/** An IRI where a document-relative one is read (`@id`). False if no form would be read back as it
   is: a prefix of the context has the name of its scheme. */
bool
ln_context_id(const ln_context* context, ln_view iri, ln_compact* compact);

/** An IRI where a vocabulary-relative one is read (types, datatypes, values of type `@vocab`): a
   term's name, what stands behind `vocab` (may be empty), or as above. */
bool
ln_context_word(const ln_context* context, ln_view vocab, ln_view iri, ln_compact* compact);

/** An IRI as a key that no term defines. False if there is none. */
bool
ln_context_key(const ln_context* context, ln_view iri, ln_compact* compact);

#endif
