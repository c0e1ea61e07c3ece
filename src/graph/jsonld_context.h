/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_GRAPH_JSONLD_CONTEXT_H
#define LN_GRAPH_JSONLD_CONTEXT_H

#include "base/arena.h"
#include "base/dict.h"
#include "base/status.h"
#include "base/view.h"
#include "graph/json_value.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Contexts of JSON-LD 1.1 (https://www.w3.org/TR/json-ld11-api/), as far as a document holds them
   itself: what stands at an address is not fetched. Private to graph/. */

/** Bits of a container mapping. */
enum {
  LN_LD_GRAPH    = 1,
  LN_LD_ID       = 2,
  LN_LD_INDEX    = 4,
  LN_LD_LANGUAGE = 8,
  LN_LD_LIST     = 16,
  LN_LD_SET      = 32,
  LN_LD_TYPE     = 64,
};

/** A term definition (section 4.2). Texts with `s` NULL are absent. */
typedef struct {
  ln_view              iri;  ///< absent: the term means nothing
  ln_view              type; ///< IRI or keyword
  ln_view              lang; ///< if it has one: absent is none
  ln_view              index;
  ln_view              nest;
  const ln_json_value* context; ///< of its scope, or NULL
  unsigned             container;
  bool                 has_lang;
  bool                 prefix;
  bool                 reverse;
  bool                 guarded; ///< @protected
} ln_ld_term;

typedef struct ln_ld_context ln_ld_context;

/** An active context. Terms that are not here are those of the one below. */
struct ln_ld_context {
  const ln_ld_context* below;
  const ln_ld_context* previous; ///< to go back to behind one that is not propagated, or NULL
  ln_ld_context*       next;     ///< of all
  ln_dict*             names;    ///< NULL: no terms here
  ln_ld_term*          terms;
  ln_view              base; ///< absent: IRIs stay relative
  ln_view              vocab;
  ln_view              lang;
  bool                 guards; ///< some term is protected
};

/** All contexts of a document. Caller's struct: set the arena, the rest is zero. */
typedef struct {
  ln_arena*      arena;
  ln_ld_context* all;
  ln_view        base;    ///< of the document
  const char*    problem; ///< of what gave LN_USAGE: static
  uint64_t       line;
  bool           refused; ///< it may be right, but is not read
} ln_ld_contexts;

void
ln_ld_contexts_clear(ln_ld_contexts* all);

/** The context before any other. */
LN_MUST ln_status
ln_ld_context_first(ln_ld_contexts* all, const ln_ld_context** context);

typedef struct {
  bool propagate; ///< unless it says otherwise itself
  bool override;  ///< protected terms may be defined anew
} ln_ld_scope;

/** Process a local context (section 4.1.2). LN_USAGE with `problem` if it is wrong or refused. */
LN_MUST ln_status
ln_ld_context_add(ln_ld_contexts*       all,
                  const ln_ld_context*  active,
                  const ln_json_value*  local,
                  ln_ld_scope           scope,
                  const ln_ld_context** context);

/** The definition of a term, or NULL. */
const ln_ld_term*
ln_ld_term_find(const ln_ld_context* context, ln_view name);

enum {
  LN_LD_VOCAB    = 1, ///< terms count, and the vocabulary
  LN_LD_RELATIVE = 2, ///< to the base
};

/** Expand an IRI (section 5.2): a keyword, an IRI, `_:label`, perhaps still relative; absent: null.
 */
LN_MUST ln_status
ln_ld_expand(
  ln_ld_contexts* all, const ln_ld_context* context, ln_view text, unsigned how, ln_view* iri);

/** Whether a text is a keyword. */
bool
ln_ld_is_keyword(ln_view text);

/** Whether an expanded text begins with a scheme, or is a blank node. */
bool
ln_ld_is_absolute(ln_view text);

/** Note what is wrong; LN_USAGE. */
ln_status
ln_ld_wrong(ln_ld_contexts* all, uint64_t line, const char* problem);

/** Note what is not read; LN_USAGE. */
ln_status
ln_ld_refuse(ln_ld_contexts* all, uint64_t line, const char* problem);

/** A text of the arena that is made of two. */
LN_MUST ln_status
ln_ld_join(ln_ld_contexts* all, ln_view a, ln_view b, ln_view* out);

#endif
