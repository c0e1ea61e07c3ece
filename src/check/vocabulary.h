/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_VOCABULARY_H
#define LN_CHECK_VOCABULARY_H

#include "base/status.h"
#include "base/view.h"
#include "graph/term_table.h"

#include <stdint.h>

#define LN_SH_NAMESPACE "http://www.w3.org/ns/shacl#"

/** The terms of vocabulary.def: LN_W_PATH is sh:path. */
typedef enum {
#define LN_WORD(id, space, local) LN_W_##id,
#include "check/vocabulary.def"
#undef LN_WORD
  LN_WORDS
} ln_word;

/** The constraint components of component.def. */
typedef enum {
#define LN_COMPONENT(id, name, parameter) LN_C_##id,
#include "check/component.def"
#undef LN_COMPONENT
  LN_COMPONENTS
} ln_sh_component;

/** Their numbers in a term table. */
typedef struct {
  uint32_t term[LN_WORDS];
} ln_vocabulary;

LN_MUST ln_status
ln_vocabulary_add(ln_term_table* terms, ln_vocabulary* vocabulary);

/** The IRI of a term. Static. */
ln_view
ln_word_iri(ln_word word);

/** `path` of sh:path. Static. */
ln_view
ln_word_local(ln_word word);

/** The IRI of a component. Static. */
ln_view
ln_component_iri(ln_sh_component component);

/** The parameter that a component is named by. */
ln_word
ln_component_word(ln_sh_component component);

#endif
