/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_CONTRAST_INNER_H
#define LN_DISPUTE_CONTRAST_INNER_H

#include "dispute/contrast.h"
#include "dispute/identifier.h"

/* What the steps of a comparison share. Private to dispute/contrast*.c. */

/** The rule of kind `pair` for a case, or NULL if it was taken away. */
const ln_rule*
ln_contrast_rule(const ln_contrast* c, const char* name);

/** The name of an entity: the first of its names, else the last part of its IRI. */
ln_view
ln_contrast_name(const ln_contrast* c, const ln_card* card);

/** A fact as an item of a remark; `fact` NULL: the thing itself, at its name. */
ln_remark_item
ln_contrast_item(const ln_contrast* c, size_t side, const ln_card* card, const ln_card_fact* fact);

/** A word of a sentence: `{name}` stands for it. */
typedef struct {
  const char* name;
  ln_view     text;
} ln_contrast_word;

/** Remark something: the sentence of the rule, else `says`, with its words. */
LN_MUST ln_status
ln_contrast_remark(ln_contrast*            c,
                   const ln_rule*          rule,
                   const char*             says,
                   const ln_contrast_word* words,
                   const ln_remark*        remark);

/** Compare two entities that are taken for one, property by property, identifier by identifier. */
LN_MUST ln_status
ln_contrast_properties(ln_contrast* c, const ln_card* a, const ln_card* b);

/** Whether some name of one is a name of the other; `any`: or they share a word that tells
    something. */
LN_MUST ln_status
ln_contrast_named_alike(ln_contrast* c, const ln_card* a, const ln_card* b, bool* same, bool* any);

/** What both have of one authority: the first identifier that they share, else false. */
bool
ln_contrast_shared(const ln_contrast* c,
                   const ln_card*     a,
                   const ln_card*     b,
                   ln_identifier*     identifier);

#endif
