/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From a mapping to a file of shapes, whatever runs out on the way. */

#include "map/mapping.h"
#include "run/run.h"
#include "run_unit.h"

static ln_status
shapes(folder* const f)
{
  char         path[PATH_SIZE];
  char         out[PATH_SIZE];
  const ln_job job = {.input  = path_to(f, "map.json", path),
                      .output = path_to(f, "out.nt", out),
                      .layers = LN_LAYER_FACTS};
  return ln_run_shapes(&job, f->log);
}

static void
put_map(const folder* const f)
{
  put_file(f,
           "map.json",
           "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'tableSchema': {'aboutUrl': "
           "'http://e/{a}', 'columns': [{'name': 'a', 'required': true, 'propertyUrl': "
           "'http://e/p', 'datatype': {'base': 'string', 'format': 'x|y'}}]}}",
           true);
  put_file(f, "t.csv", "a\n", false);
}

#define SH "<http://www.w3.org/ns/shacl#"
#define RDF "<http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define SHAPE "<https://data.example.org/shapes#t"

static void
written(void)
{
  folder f;
  set_up(&f);
  put_map(&f);
  CU_ASSERT_EQUAL(shapes(&f), LN_OK);
  CHECK_FILE(&f,
             "out.nt",
             SHAPE "> " RDF "type> " SH "NodeShape> .\n" SHAPE "> " SH
                   "targetSubjectsOf> <http://e/p> .\n" SHAPE "> " SH "nodeKind> " SH
                   "IRI> .\n" SHAPE "> " SH "property> " SHAPE "-p> .\n" SHAPE "-p> " RDF
                   "type> " SH "PropertyShape> .\n" SHAPE "-p> " SH "path> <http://e/p> .\n" SHAPE
                   "-p> " SH "datatype> <http://www.w3.org/2001/XMLSchema#string> .\n" SHAPE
                   "-p> " SH "minCount> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n" SHAPE
                   "-p> " SH "in> _:b1 .\n_:b1 " RDF "first> \"x\" .\n_:b1 " RDF
                   "rest> _:b2 .\n_:b2 " RDF "first> \"y\" .\n_:b2 " RDF "rest> " RDF "nil> .\n");
  CHECK_FINDINGS(&f, "");
  tear_down(&f);
}

static void
no_memory(void)
{
  folder f;
  set_up(&f);
  put_map(&f);
  CHECK_ALLOC_FAILURES(shapes(&f), new_log(&f));
  tear_down(&f);
}

static const unit_test TESTS[] = {{"written", written}, {"no memory", no_memory}};

UNIT_MAIN("run/shape_run", TESTS)
