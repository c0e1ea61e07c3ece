/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Leads say what predicate and stem say one after the other. */

#include "unit.h"

#include "base/wide.h"
#include "rdf/names.h"

#define RDF_TYPE "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
#define XSD "http://www.w3.org/2001/XMLSchema#"

typedef struct {
  ln_names* names;
  uint16_t  knows;
} world;

static world
new_world(void)
{
  world w = {.names = ln_names_new()};
  CU_ASSERT_PTR_NOT_NULL_FATAL(w.names);
  CU_ASSERT_EQUAL(ln_names_prefix(w.names, LN_V("e"), LN_V("http://e/")), LN_OK);
  CU_ASSERT_EQUAL(ln_names_predicate(w.names, LN_V("http://e/knows"), &w.knows), LN_OK);
  return w;
}

static uint32_t
lead_of(const world* const w, const uint16_t predicate, const uint16_t stem)
{
  uint32_t lead = 0U;
  CU_ASSERT_EQUAL(ln_names_lead(w->names, predicate, stem, &lead), LN_OK);
  return lead;
}

static uint32_t
whole_of(const world* const w, const char* const iri)
{
  uint32_t lead = 0U;
  ln_term  term = {0};
  CU_ASSERT_EQUAL(ln_names_term(w->names, ln_view_of(iri), &term), LN_OK);
  CU_ASSERT_EQUAL(ln_names_lead_whole(w->names, LN_PREDICATE_TYPE, term, &lead), LN_OK);
  return lead;
}

static void
check_lead(const world* const w,
           const uint32_t     number,
           const char* const  nt,
           const char* const  close)
{
  const ln_lead* const lead = ln_names_lead_at(w->names, number);
  CHECK_VIEW(lead->nt, nt);
  CHECK_VIEW(lead->nt_close, close);
}

static void
check_turtle(const world* const w,
             const uint32_t     number,
             const char* const  first,
             const char* const  more,
             const char* const  close)
{
  const ln_lead* const lead = ln_names_lead_at(w->names, number);
  CHECK_VIEW(lead->ttl, first);
  CHECK_VIEW(lead->ttl_more, more);
  CHECK_VIEW(lead->ttl_close, close);
}

static void
stems(void)
{
  const world w       = new_world();
  uint16_t    person  = 0U;
  uint16_t    query   = 0U;
  uint16_t    integer = 0U;
  uint16_t    german  = 0U;
  CU_ASSERT_EQUAL(ln_names_iri_stem(w.names, LN_V("http://e/person/"), &person), LN_OK);
  CU_ASSERT_EQUAL(ln_names_iri_stem(w.names, LN_V("http://o/x?y="), &query), LN_OK);
  CU_ASSERT_EQUAL(ln_names_literal_stem(w.names, LN_V(XSD "integer"), LN_V(""), &integer), LN_OK);
  CU_ASSERT_EQUAL(ln_names_literal_stem(w.names, LN_V(""), LN_V("de"), &german), LN_OK);
  CU_ASSERT_EQUAL(lead_of(&w, w.knows, person), 1U);
  CU_ASSERT_EQUAL(lead_of(&w, w.knows, query), 2U);
  CU_ASSERT_EQUAL(lead_of(&w, w.knows, integer), 3U);
  CU_ASSERT_EQUAL(lead_of(&w, LN_PREDICATE_TYPE, german), 4U);
  CU_ASSERT_EQUAL(lead_of(&w, w.knows, LN_STEM_IRI), 5U);
  CU_ASSERT_EQUAL(ln_names_leads(w.names), 5U);
  CU_ASSERT_EQUAL_FATAL(ln_names_seal(w.names), LN_OK);
  check_lead(&w, 1U, "<http://e/knows> <http://e/person/", ">");
  check_turtle(&w, 1U, " ;\n  e:knows person:", ", person:", "");
  check_lead(&w, 2U, "<http://e/knows> <http://o/x?y=", ">");
  check_turtle(&w, 2U, " ;\n  e:knows <http://o/x?y=", ", <http://o/x?y=", ">");
  check_lead(&w, 3U, "<http://e/knows> \"", "\"^^<" XSD "integer>");
  check_turtle(&w, 3U, " ;\n  e:knows \"", ", \"", "\"^^xsd:integer");
  CU_ASSERT_EQUAL(ln_names_lead_at(w.names, 3U)->bare, LN_BARE_INTEGER);
  check_lead(&w, 4U, RDF_TYPE " \"", "\"@de");
  check_turtle(&w, 4U, " ;\n  a \"", ", \"", "\"@de");
  check_lead(&w, 5U, "<http://e/knows> <", ">"); // shortened or not: the bytes decide
  check_turtle(&w, 5U, "", "", "");
  ln_names_free(w.names);
}

static void
whole(void)
{
  const world    w     = new_world();
  const uint32_t work  = whole_of(&w, "http://e/Work");
  const uint32_t far   = whole_of(&w, "http://o.org/a.b");
  const uint32_t again = whole_of(&w, "http://e/x.y");
  CU_ASSERT_EQUAL(whole_of(&w, "http://e/\xEF\xBB\xBF"), 0U); // escaped by the writer
  CU_ASSERT_EQUAL_FATAL(ln_names_seal(w.names), LN_OK);
  check_lead(&w, work, RDF_TYPE " <http://e/Work", ">");
  check_turtle(&w, work, " ;\n  a e:Work", ", e:Work", "");
  CHECK_VIEW(ln_names_lead_at(w.names, work)->whole, "Work");
  check_lead(&w, far, RDF_TYPE " <http://o.org/a.b", ">");
  check_turtle(&w, far, " ;\n  a <http://o.org/a.b", ", <http://o.org/a.b", ">");
  check_turtle(&w, again, " ;\n  a <http://e/x.y", ", <http://e/x.y", ">");
  ln_names_free(w.names);
}

/* The bytes behind a text are there, and cleared. */
static void
slack(void)
{
  const world    w    = new_world();
  const uint32_t lead = whole_of(&w, "http://e/Work");
  CU_ASSERT_EQUAL_FATAL(ln_names_seal(w.names), LN_OK);
  const ln_view texts[] = {ln_names_lead_at(w.names, lead)->nt,
                           ln_names_lead_at(w.names, lead)->nt_close,
                           ln_names_lead_at(w.names, lead)->ttl_close};
  size_t        cleared = 0U;
  for (size_t i = 0U; i < sizeof(texts) / sizeof(texts[0]); ++i) {
    for (size_t k = 0U; k < LN_SLACK; ++k) {
      cleared += texts[i].s[texts[i].n + k] == '\0';
    }
  }
  CU_ASSERT_EQUAL(cleared, 3U * LN_SLACK);
  ln_names_free(w.names);
}

static ln_status
build(ln_names** const names)
{
  uint32_t lead = 0U;
  *names        = ln_names_new();
  if (!*names) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < 40U; ++i) {
    LN_TRY(ln_names_lead(*names, LN_PREDICATE_TYPE, LN_STEM_STRING, &lead));
  }
  return ln_names_seal(*names);
}

static void
no_memory(void)
{
  ln_names* names = NULL;
  CHECK_ALLOC_FAILURES(build(&names), ln_names_free(names));
}

static const unit_test TESTS[] = {
  {"stems", stems},
  {"whole", whole},
  {"slack", slack},
  {"no memory", no_memory},
};

UNIT_MAIN("names_lead", TESTS)
