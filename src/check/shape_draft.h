/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_SHAPE_DRAFT_H
#define LN_CHECK_SHAPE_DRAFT_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "check/vocabulary.h"
#include "graph/term_table.h"
#include "graph/triple_set.h"

#include <stddef.h>
#include <stdint.h>

/** Shapes that liner writes, as triples of a set that is not sealed yet. Terms are numbers of
    `terms`, which must have the words already. */
typedef struct {
  ln_term_table*       terms;
  ln_triple_set*       set;
  const ln_vocabulary* words;
  ln_view              space; ///< what the IRIs of shapes begin with
  ln_text              text;  ///< scratch
  uint32_t             blanks;
} ln_shape_draft;

/** A shape `space` `local` of a type (LN_W_NODE_SHAPE or LN_W_PROPERTY_SHAPE); a number is put
    behind a name that is taken. Bytes that a local name cannot have become `-`. */
LN_MUST ln_status
ln_shape_draft_named(ln_shape_draft* draft, ln_view local, ln_word type, uint32_t* node);

/** A node without a name. */
LN_MUST ln_status
ln_shape_draft_blank(ln_shape_draft* draft, uint32_t* node);

LN_MUST ln_status
ln_shape_draft_add(ln_shape_draft* draft, uint32_t subject, ln_word word, uint32_t object);

LN_MUST ln_status
ln_shape_draft_add_iri(ln_shape_draft* draft, uint32_t subject, ln_word word, ln_view iri);

/** A literal; no datatype: a text. */
LN_MUST ln_status
ln_shape_draft_add_text(
  ln_shape_draft* draft, uint32_t subject, ln_word word, ln_view text, ln_view datatype);

LN_MUST ln_status
ln_shape_draft_add_number(ln_shape_draft* draft, uint32_t subject, ln_word word, uint64_t number);

/** `true` */
LN_MUST ln_status
ln_shape_draft_add_true(ln_shape_draft* draft, uint32_t subject, ln_word word);

/** A list of terms. */
LN_MUST ln_status
ln_shape_draft_add_list(
  ln_shape_draft* draft, uint32_t subject, ln_word word, const uint32_t* v, size_t n);

/** What stands behind the last `/`, `#` or `:` of an IRI. */
ln_view
ln_shape_draft_local(ln_view iri);

void
ln_shape_draft_clear(ln_shape_draft* draft);

#endif
