/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Words of SHACL and their places in a table. */

#include "unit.h"

#include "check/vocabulary.h"

static void
words(void)
{
  ln_vocabulary        words = {{0}};
  ln_term_table* const terms = ln_term_table_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(terms);
  CU_ASSERT_EQUAL(ln_vocabulary_add(terms, &words), LN_OK);
  CHECK_VIEW(ln_term_table_text(terms, words.term[LN_W_PATH]), "http://www.w3.org/ns/shacl#path");
  CHECK_VIEW(ln_word_iri(LN_W_NIL), "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil");
  CHECK_VIEW(ln_word_local(LN_W_KIND_IRI), "IRI");
  for (size_t i = 1U; i < LN_WORDS; ++i) {
    CU_ASSERT(words.term[i] > words.term[i - 1U]); // no word twice
  }
  ln_term_table_free(terms);
}

static void
components(void)
{
  CHECK_VIEW(ln_component_iri(LN_C_XONE), "http://www.w3.org/ns/shacl#XoneConstraintComponent");
  CU_ASSERT_EQUAL(ln_component_word(LN_C_QUALIFIED_MAX_COUNT), LN_W_QUALIFIED_MAX_COUNT);
  CU_ASSERT_EQUAL(LN_COMPONENTS, 29);
}

static const unit_test TESTS[] = {{"words", words}, {"components", components}};

UNIT_MAIN("check/vocabulary", TESTS)
