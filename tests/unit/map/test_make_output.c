/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Languages and datatypes of objects, and predicates that are made of cells. */

#include "map/fixture.h"

static void
test_languages(void)
{
  const fix_input input = {
    .json   = PLAIN(MUTE("id") "," MUTE("lang") ",{'name': 'q', 'propertyUrl': 'p', "
                                                "'~langColumn': 'lang'}"),
    .tables = {{"t.csv", "id,lang,q\n1,EN,a\n2,pt-BR,b\n3,,c\n4,no good,d\n5,en,e\n"}}};
  CHECK_MAKE(&input,
             "<r/1> <p> 'a'@en\n<r/2> <p> 'b'@pt-br\n<r/3> <p> 'c'\n<r/4> <p> 'd'\n"
             "<r/5> <p> 'e'@en\n",
             "L0201 value 5:2 \"no good\" is not a language tag such as en or pt-BR\n");
}

/* --dates xsd: what XSD can say is XSD, the rest stays. */
static void
test_xsd_dates(void)
{
  fix_input input = {.json   = PLAIN(MUTE("id") "," COL("d",
                                                      ", 'datatype': {'base': 'string', '@id': "
                                                        "'http://id.loc.gov/datatypes/edtf/EDTF'}")),
                     .tables = {{"t.csv", "id,d\n1,1969-12-31\n2,1969-12\n3,1969\n4,1969~\n"}},
                     .xsd    = true};
  CHECK_MAKE(&input,
             "<r/1> <p/d> '1969-12-31'^^<xsd:date>\n<r/2> <p/d> '1969-12'^^<xsd:gYearMonth>\n"
             "<r/3> <p/d> '1969'^^<xsd:gYear>\n<r/4> <p/d> '1969~'^^<edtf>\n",
             "");
  input.xsd = false;
  CHECK_MAKE(&input,
             "<r/1> <p/d> '1969-12-31'^^<edtf>\n<r/2> <p/d> '1969-12'^^<edtf>\n"
             "<r/3> <p/d> '1969'^^<edtf>\n<r/4> <p/d> '1969~'^^<edtf>\n",
             "");
}

/* A property that the row tells. */
static void
test_dynamic_property(void)
{
  const fix_input input = {
    .json   = KEYED("[['id']]",
                  MUTE("id") "," MUTE("p") ",{'name': 'v', 'propertyUrl': 'q/{p}'},{'name': 'w', "
                                             "'virtual': true, 'propertyUrl': '{+p}', 'valueUrl': "
                                             "'o'}"),
    .tables = {{"t.csv", "id,p,v\nx,one,a\ny,http://o/two,b\nz,,c\nu,http://[/,d\n"}}};
  CHECK_MAKE(&input,
             "<r/x> <q/one> 'a'\n<r/x> <one> <o>\n"
             "<r/y> <q/http%3A%2F%2Fo%2Ftwo> 'b'\n<r/y> <http://o/two> <o>\n"
             "<r/u> <q/http%3A%2F%2F%5B%2F> 'd'\n",
             "L0204 value 5:0 \"http://[/\" cannot be used as an IRI\n");
}

static const unit_test tests[] = {
  {"languages", test_languages},
  {"xsd dates", test_xsd_dates},
  {"dynamic property", test_dynamic_property},
};

UNIT_MAIN("make_output", tests)
