/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The document that a header row becomes, and that the reader of documents takes it. */

#include "header_unit.h"

#include "map/mapping.h"

static void
whole_document(void)
{
  header_result r = map_header("@id<ex:{}>^^ex:P\n\nex:a[;]<ex:{}>\nex:b@en!\nn?(NA|-)");
  CU_ASSERT_EQUAL(r.status, LN_OK);
  CHECK_VIEW(ln_text_view(&r.document),
             "{\n"
             "  \"@context\": \"http://www.w3.org/ns/csvw\",\n"
             "  \"https://w3id.org/liner/mapping#prefixes\": {\"ex\": \"https://example.org/\"},\n"
             "  \"url\": \"t.csv\",\n"
             "  \"tableSchema\": {\n"
             "    \"aboutUrl\": \"https://example.org/{id}\",\n"
             "    \"columns\": [\n"
             "      {\"name\": \"id\", \"titles\": \"@id<ex:{}>^^ex:P\", \"suppressOutput\": true, "
             "\"required\": true},\n"
             "      {\"suppressOutput\": true},\n"
             "      {\"name\": \"a\", \"titles\": \"ex:a[;]<ex:{}>\", \"propertyUrl\": "
             "\"https://example.org/a\", \"separator\": \";\", \"valueUrl\": "
             "\"https://example.org/{a}\", \"https://w3id.org/liner/mapping#each\": true},\n"
             "      {\"name\": \"b\", \"titles\": \"ex:b@en!\", \"propertyUrl\": "
             "\"https://example.org/b\", \"lang\": \"en\", \"required\": true},\n"
             "      {\"name\": \"n\", \"titles\": \"n?(NA|-)\", \"propertyUrl\": \"#n\", \"null\": "
             "[\"\", \"NA\", \"-\"]},\n"
             "      {\"virtual\": true, \"propertyUrl\": \"rdf:type\", \"valueUrl\": "
             "\"https://example.org/P\"}\n"
             "    ]\n"
             "  }\n"
             "}\n");
  const ln_log_policy policy  = {.stream = NULL};
  ln_log* const       log     = ln_log_new(&policy);
  ln_mapping*         mapping = NULL;
  CU_ASSERT_PTR_NOT_NULL_FATAL(log);
  CU_ASSERT_EQUAL(ln_mapping_read(ln_text_view(&r.document), LN_V("t"), log, 0U, &mapping), LN_OK);
  CU_ASSERT_EQUAL(ln_log_count(log, LN_WARNING) + ln_log_count(log, LN_ERROR), 0U);
  ln_mapping_free(mapping);
  ln_log_free(log);
  forget(&r);
}

/* Bad cells are errors, whatever the header: the document has an extension property. */
static void
always_extended(void)
{
  const ln_log_policy policy  = {.stream = NULL};
  ln_log* const       log     = ln_log_new(&policy);
  ln_mapping*         mapping = NULL;
  header_result       r       = map_header("n");
  CU_ASSERT_PTR_NOT_NULL_FATAL(log);
  CU_ASSERT_EQUAL_FATAL(ln_mapping_read(ln_text_view(&r.document), LN_V("t"), log, 0U, &mapping),
                        LN_OK);
  CU_ASSERT_TRUE(mapping->extended);
  ln_mapping_free(mapping);
  ln_log_free(log);
  forget(&r);
}

static const unit_test tests[] = {
  {"whole document", whole_document},
  {"always extended", always_extended},
};

UNIT_MAIN("map/header_write", tests)
