/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The words of SHACL, RDF Schema and OWL, written once in two tables and numbered once for a run,
   so that shapes are read by comparing numbers. */

#include "check/vocabulary.h"

#define SPACE_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define SPACE_RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define SPACE_OWL "http://www.w3.org/2002/07/owl#"
#define SPACE_XSD "http://www.w3.org/2001/XMLSchema#"
#define SPACE_DCTERMS "http://purl.org/dc/terms/"
#define SPACE_SH LN_SH_NAMESPACE

typedef struct {
  ln_view iri;
  size_t  space; ///< bytes of the namespace
} word_info;

#define VIEW(literal) {"" literal, sizeof(literal) - 1U}

static const word_info WORDS[] = {
#define LN_WORD(id, space, local) {VIEW(SPACE_##space local), sizeof(SPACE_##space) - 1U},
#include "check/vocabulary.def"
#undef LN_WORD
};

typedef struct {
  ln_view iri;
  ln_word parameter;
} component_info;

static const component_info COMPONENTS[] = {
#define LN_COMPONENT(id, name, parameter) {VIEW(SPACE_SH name), LN_W_##parameter},
#include "check/component.def"
#undef LN_COMPONENT
};

ln_status
ln_vocabulary_add(ln_term_table* const terms, ln_vocabulary* const vocabulary)
{
  for (size_t i = 0U; i < LN_WORDS; ++i) {
    LN_TRY(ln_term_table_add_iri(terms, WORDS[i].iri, &vocabulary->term[i]));
  }
  return LN_OK;
}

ln_view
ln_word_iri(const ln_word word)
{
  return WORDS[word].iri;
}

ln_view
ln_word_local(const ln_word word)
{
  return ln_view_from(WORDS[word].iri, WORDS[word].space);
}

ln_view
ln_component_iri(const ln_sh_component component)
{
  return COMPONENTS[component].iri;
}

ln_word
ln_component_word(const ln_sh_component component)
{
  return COMPONENTS[component].parameter;
}
