/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Standard mode: "Generating RDF from Tabular Data", section 4.2. */

#include "map/mapping.h"
#include "run/run.h"
#include "run_unit.h"

#define SITE "http://a.example/"
#define CSVW "<http://www.w3.org/ns/csvw#"
#define RDF "<http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "<http://www.w3.org/2000/01/rdf-schema#"
#define INTEGER "^^<http://www.w3.org/2001/XMLSchema#integer>"

typedef struct {
  folder     f;
  char       input[PATH_SIZE];
  char       output[PATH_SIZE];
  ln_job     job;
  ln_summary summary;
} running;

static void
prepare(running* const r, const char* const json, const char* const table)
{
  *r = (running){0};
  set_up(&r->f);
  put_file(&r->f, "m.json", json, true);
  put_file(&r->f, "t.csv", table, false);
  r->job = (ln_job){.input    = path_to(&r->f, "m.json", r->input),
                    .output   = path_to(&r->f, "out.nt", r->output),
                    .base     = SITE,
                    .standard = true,
                    .layers   = LN_LAYER_FACTS};
}

static ln_status
start(running* const r)
{
  return ln_run_export(&r->job, r->f.log, &r->summary);
}

/* Rows have numbers, addresses and titles, and describe subjects without a triple too. */
static void
rows_are_described(void)
{
  running r;
  prepare(
    &r,
    "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'tableSchema': {"
    "'rowTitles': 'a', 'columns': [{'name': 'a', 'titles': 'a', 'lang': 'en', 'suppressOutput':"
    " true}, {'titles': 'b', 'aboutUrl': '#b{a}', 'propertyUrl': 'schema:name'}]}}",
    "a,b\nx,1\n,\n");
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f, "");
  CHECK_FILE(&r.f,
             "out.nt",
             "_:g " RDF "type> " CSVW "TableGroup> .\n"
             "_:g " CSVW "table> _:t1 .\n"
             "_:t1 " RDF "type> " CSVW "Table> .\n"
             "_:t1 " CSVW "url> <" SITE "t.csv> .\n"
             "<" SITE "t.csv#bx> <http://schema.org/name> \"1\" .\n"
             "_:t1 " CSVW "row> _:t1r2row .\n"
             "_:t1r2row " RDF "type> " CSVW "Row> .\n"
             "_:t1r2row " CSVW "rownum> \"1\"" INTEGER " .\n"
             "_:t1r2row " CSVW "url> <" SITE "t.csv#row=2> .\n"
             "_:t1r2row " CSVW "title> \"x\"@en .\n"
             "_:t1r2row " CSVW "describes> <" SITE "t.csv#bx> .\n"
             "_:t1 " CSVW "row> _:t1r3row .\n"
             "_:t1r3row " RDF "type> " CSVW "Row> .\n"
             "_:t1r3row " CSVW "rownum> \"2\"" INTEGER " .\n"
             "_:t1r3row " CSVW "url> <" SITE "t.csv#row=3> .\n"
             "_:t1r3row " CSVW "describes> <" SITE "t.csv#b> .\n");
  tear_down(&r.f);
}

/* Annotations of the group and its tables; a suppressed table is not spoken of. */
static const char annotated[] =
  "{'@context': ['http://www.w3.org/ns/csvw', {'@language': 'en'}], '@id': 'set', 'dc:title': 'T',"
  " 'notes': [{'@type': 'schema:Note', 'http://p.example/n': [1, true, {'@value': 'x', '@type':"
  " 'date'}]}], 'tables': [{'url': 't.csv', 'suppressOutput': true}]}";

static void
annotations_are_said(void)
{
  running r;
  prepare(&r, annotated, "a\n1\n");
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f, "");
  CHECK_FILE(&r.f,
             "out.nt",
             "<" SITE "set> " RDF "type> " CSVW "TableGroup> .\n"
             "<" SITE "set> <http://purl.org/dc/terms/title> \"T\"@en .\n"
             "<" SITE "set> " CSVW "note> _:a1 .\n"
             "_:a1 " RDF "type> <http://schema.org/Note> .\n"
             "_:a1 <http://p.example/n> \"1\"" INTEGER " .\n"
             "_:a1 <http://p.example/n> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean> .\n"
             "_:a1 <http://p.example/n> \"x\"^^<http://www.w3.org/2001/XMLSchema#date> .\n");
  tear_down(&r.f);
}

/* Comments and rows that are passed over are said of the table ("Model for Tabular Data", section
   8), wherever they stand. */
static void
comments_are_said(void)
{
  running r;
  prepare(&r,
          "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'dialect': {'skipRows': 2,"
          " 'commentPrefix': '#'}, 'tableSchema': {'columns': [{'titles': 'a', 'suppressOutput':"
          " true}]}}",
          "passed, over\n\n# one\na\n#two \n1\n#\n#three\n");
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f, "");
  CHECK_FILE(&r.f,
             "out.nt",
             "_:g " RDF "type> " CSVW "TableGroup> .\n"
             "_:g " CSVW "table> _:t1 .\n"
             "_:t1 " RDF "type> " CSVW "Table> .\n"
             "_:t1 " CSVW "url> <" SITE "t.csv> .\n"
             "_:t1 " RDFS "comment> \"passed, over\" .\n"
             "_:t1 " RDFS "comment> \"one\" .\n"
             "_:t1 " RDFS "comment> \"two\" .\n"
             "_:t1 " CSVW "row> _:t1r6row .\n"
             "_:t1r6row " RDF "type> " CSVW "Row> .\n"
             "_:t1r6row " CSVW "rownum> \"1\"" INTEGER " .\n"
             "_:t1r6row " CSVW "url> <" SITE "t.csv#row=6> .\n"
             "_:t1 " RDFS "comment> \"three\" .\n");
  tear_down(&r.f);
}

static void
memory_may_end(void)
{
  running r;
  prepare(&r, annotated, "a\n1\n");
  CHECK_ALLOC_FAILURES(start(&r), new_log(&r.f));
  put_file(&r.f, "m.json", "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv'}", true);
  CHECK_ALLOC_FAILURES(start(&r), new_log(&r.f));
  tear_down(&r.f);
}

static const unit_test tests[] = {
  {"rows are described", rows_are_described},
  {"annotations are said", annotations_are_said},
  {"comments are said", comments_are_said},
  {"memory may end", memory_may_end},
};

UNIT_MAIN("standard", tests)
