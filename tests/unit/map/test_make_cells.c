/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The forms in which triples are told of: RDF 1.1 Schema, section 5.3 (rdf:Statement), RDF 1.2
   N-Triples (triple terms, `<<( … )>>`, only as objects), RDF-star (`<< … >>`), named graphs. The
   hashes were computed by hand: SHA-256 in base32 of the triple as N-Triples has it. */

#include "map/fixture.h"

#define RDF "<http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define FROM " <http://www.w3.org/ns/prov#wasDerivedFrom> "
#define NAME "<statement/xavcr5gaqytog4ppqezlqughjmw>"
#define TRIPLE "<r/1> <p/a> 'x\\'y'"

static void
check(const ln_evidence   form,
      const ln_provenance level,
      const bool          named,
      const char* const   triples)
{
  const fix_input input = {.json       = PLAIN(MUTE("id") "," COL("a", "")),
                           .tables     = {{"t.csv", "id,a\n1,\"x\"\"y\"\n"}},
                           .named      = named,
                           .provenance = level,
                           .evidence   = form};
  fix_check(&input, triples, "", __FILE__, __LINE__);
}

static void
test_forms(void)
{
  check(LN_EVIDENCE_CLAIMS,
        LN_PROVENANCE_CELL,
        false,
        TRIPLE "\n" NAME " a " RDF "Statement>\n" NAME " " RDF "subject> <r/1>\n" NAME " " RDF
               "predicate> <p/a>\n" NAME " " RDF "object> 'x\\'y'\n" NAME FROM "<t#cell=2,2>\n");
  check(LN_EVIDENCE_REIFIERS,
        LN_PROVENANCE_CELL,
        false,
        TRIPLE "\n" NAME " " RDF "reifies> <<( " TRIPLE " )>>\n" NAME FROM "<t#cell=2,2>\n");
  check(
    LN_EVIDENCE_STAR, LN_PROVENANCE_CELL, false, TRIPLE "\n<< " TRIPLE " >>" FROM "<t#cell=2,2>\n");
  check(LN_EVIDENCE_GRAPHS, LN_PROVENANCE_CELL, true, TRIPLE "\n" TRIPLE " <t#cell=2,2>\n");
}

/* A row or the table as a graph; without graphs, a sink tells of them (sink/descent.h). */
static void
test_levels(void)
{
  check(LN_EVIDENCE_GRAPHS, LN_PROVENANCE_ROW, true, TRIPLE "\n" TRIPLE " <t#row=2>\n");
  check(LN_EVIDENCE_GRAPHS, LN_PROVENANCE_TABLE, true, TRIPLE "\n" TRIPLE " <t>\n");
  check(LN_EVIDENCE_GRAPHS, LN_PROVENANCE_NONE, true, TRIPLE "\n");
  check(LN_EVIDENCE_CLAIMS, LN_PROVENANCE_ROW, false, TRIPLE "\n");
}

/* A predicate that a cell tells comes from there, too. */
static void
test_predicates(void)
{
  const fix_input input = {.json   = PLAIN(MUTE("id") ",{'name': 'a', 'propertyUrl': 'p/{id}'}"),
                           .tables = {{"t.csv", "id,a\n1,x\n"}},
                           .provenance = LN_PROVENANCE_CELL,
                           .evidence   = LN_EVIDENCE_STAR};
  fix_check(&input,
            "<r/1> <p/1> 'x'\n<< <r/1> <p/1> 'x' >>" FROM "<t#cell=2,1;2,2>\n",
            "",
            __FILE__,
            __LINE__);
}

static ln_status
run_form(fixture* const f, const ln_evidence form)
{
  const fix_input input = {.json       = PLAIN(MUTE("id") "," COL("a", "")),
                           .tables     = {{"t.csv", "id,a\n1,x\n"}},
                           .named      = form == LN_EVIDENCE_GRAPHS,
                           .provenance = LN_PROVENANCE_CELL,
                           .evidence   = form};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_form(&f, LN_EVIDENCE_CLAIMS), fix_clear(&f));
  CHECK_ALLOC_FAILURES(run_form(&f, LN_EVIDENCE_GRAPHS), fix_clear(&f));
}

static const unit_test tests[] = {
  {"forms", test_forms},
  {"levels", test_levels},
  {"predicates", test_predicates},
  {"no memory", test_no_memory},
};

UNIT_MAIN("map/make_cells", tests)
