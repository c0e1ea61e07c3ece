/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Figures for programs. */

#include "stats/show.h"
#include "stats_unit.h"

static void
whole(void)
{
  ln_tally*  t   = NULL;
  ln_figures f   = {0};
  ln_out*    out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_tally_new(1U << 20U, &t), LN_OK);
  CU_ASSERT_EQUAL(ln_tally_prefix(t, LN_V("ex"), LN_V(EX)), LN_OK);
  CU_ASSERT_EQUAL(add_triple(t, iri_of(EX "a"), TYPE, iri_of(EX "T")), LN_OK);
  CU_ASSERT_EQUAL(add_triple(t, iri_of(EX "a"), EX "year", text_of("1999", XSD "integer", "")),
                  LN_OK);
  CU_ASSERT_EQUAL(add_triple(t, iri_of(EX "b"), EX "year", text_of("1999", XSD "integer", "")),
                  LN_OK);
  CU_ASSERT_EQUAL(ln_tally_finish(t), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_figures_init(&f, t, LN_V("a \"b\""), 10U), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_show_json(&f, out), LN_OK);
  CHECK_VIEW(
    ln_out_bytes(out),
    "{\n"
    "  \"input\": \"a \\\"b\\\"\",\n"
    "  \"triples\": 3,\n"
    "  \"things\": 2,\n"
    "  \"classes\": [\n"
    "    {\n"
    "      \"name\": \"ex:T\",\n"
    "      \"iri\": \"https://example.org/T\",\n"
    "      \"things\": 1,\n"
    "      \"properties\": [\n"
    "        {\"name\": \"ex:year\", \"iri\": \"https://example.org/year\", \"things\": 1}\n"
    "      ]\n"
    "    },\n"
    "    {\n"
    "      \"name\": \"without a class\",\n"
    "      \"things\": 1,\n"
    "      \"properties\": [\n"
    "        {\"name\": \"ex:year\", \"iri\": \"https://example.org/year\", \"things\": 1}\n"
    "      ]\n"
    "    }\n"
    "  ],\n"
    "  \"properties\": [\n"
    "    {\n"
    "      \"name\": \"ex:year\",\n"
    "      \"iri\": \"https://example.org/year\",\n"
    "      \"triples\": 2,\n"
    "      \"things\": 2,\n"
    "      \"iris\": 0,\n"
    "      \"literals\": 2,\n"
    "      \"blanks\": 0,\n"
    "      \"values\": 1,\n"
    "      \"top\": [\n"
    "        {\"name\": \"1999\", \"triples\": 2}\n"
    "      ],\n"
    "      \"topMayBeTooLowBy\": 0\n"
    "    },\n"
    "    {\n"
    "      \"name\": \"rdf-syntax-ns:type\",\n"
    "      \"iri\": \"" TYPE "\",\n"
    "      \"triples\": 1,\n"
    "      \"things\": 1,\n"
    "      \"iris\": 1,\n"
    "      \"literals\": 0,\n"
    "      \"blanks\": 0,\n"
    "      \"values\": 1\n"
    "    }\n"
    "  ],\n"
    "  \"dates\": [\n"
    "    {\n"
    "      \"name\": \"ex:year\",\n"
    "      \"iri\": \"https://example.org/year\",\n"
    "      \"dates\": 2,\n"
    "      \"open\": 0,\n"
    "      \"decades\": [\n"
    "        {\"from\": 1990, \"dates\": 2}\n"
    "      ]\n"
    "    }\n"
    "  ],\n"
    "  \"languages\": [],\n"
    "  \"datatypes\": [\n"
    "    {\"name\": \"XMLSchema:integer\", \"iri\": \"" XSD "integer\", \"literals\": 2}\n"
    "  ],\n"
    "  \"graphs\": []\n"
    "}\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_figures_clear(&f);
  ln_tally_free(t);
}

static const unit_test tests[] = {{"whole", whole}};

UNIT_MAIN("stats_json", tests)
