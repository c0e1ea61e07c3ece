/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_CONTEXT_INNER_H
#define LN_SINK_CONTEXT_INNER_H

#include "base/arena.h"
#include "base/dict.h"
#include "base/text.h"
#include "sink/context.h"

/** What context.c makes and context_iri.c reads. */
struct ln_context {
  ln_arena         arena;
  ln_dict*         names; ///< of terms; numbers index `terms`
  ln_dict*         iris;  ///< of terms that are not reverse; numbers index `heads`
  ln_context_term* terms;
  size_t           cap_terms;
  uint32_t*        heads; ///< first term of each IRI
  ln_view          vocab;
  ln_view          language;
  ln_view          base;
  ln_view          folder; ///< the part of the base that relative ids are appended to; may be empty
  ln_view          id_key;
  ln_view          type_key;
  bool             type_set;
  ln_text          text;
};

/** Whether a word has the form of a keyword: `@` and letters. */
bool
ln_context_keyword(ln_view word);

/** The part of an absolute base up to the last `/` of its path; empty if ids cannot safely be
 * relative to it. */
ln_view
ln_context_folder(ln_view base);

/** Fill terms, chains, vocabulary and language from the value of an `@context` (jansson). LN_USAGE
 * if it is wrong or refers to another document. */
LN_MUST ln_status
ln_context_read(ln_context* context, void* value);

/** Whether an IRI ends in a delimiter, so that a plain string defines a prefix (RFC 3986,
 * gen-delims).
 */
bool
ln_context_delimited(ln_view iri);

/** `[ {…}, {"@base": …} ]` for ln_context_text; `made` is the value of `@context`, a jansson object
 * or array. */
LN_MUST ln_status
ln_context_print(void* made, ln_view base, ln_text* text);

#endif
