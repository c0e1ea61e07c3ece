/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What templates make of cells that do not fit is kept in plain CSVW, and told once. */

#include "map/fixture.h"

static void
check(const char* const about,
      const char* const url,
      const char* const row,
      const char* const triples,
      const char* const findings)
{
  char json[1200];
  char text[200];
  (void)snprintf(json,
                 sizeof(json),
                 CSVW "'url': 't.csv', 'tableSchema': {'aboutUrl': '%s', 'columns': [{'name': 'v', "
                      "'propertyUrl': 'http://o/p', 'valueUrl': '%s'}, {'name': 'w', "
                      "'suppressOutput': true}]}}",
                 about,
                 url);
  (void)snprintf(text, sizeof(text), "v,w\n%s\n", row);
  const fix_input input = {.json = json, .tables = {{"t.csv", text}}};
  fix_check(&input, triples, findings, __FILE__, __LINE__);
}

/* A cell that is the whole IRI, and is none: encoded, and told of. */
static void
test_url(void)
{
  check("http://o/s", "{+v}", "http://o/a,", "<http://o/s> <http://o/p> <http://o/a>\n", "");
  check("http://o/s",
        "{+v}",
        "http://o/\xC3\xA9%20,",
        "<http://o/s> <http://o/p> <http://o/%C3%A9%20>\n",
        "");
  check("http://o/s",
        "{+v}",
        "http://o/a b,",
        "<http://o/s> <http://o/p> <http://o/a%20b>\n",
        "L0220 kept 2:1 \"http://o/a b\" is no IRI; what cannot stand in one was "
        "percent-encoded\n");
  // Part of an IRI: encoding is what the template is for
  check("http://o/s", "http://o/{+v}", "a b,", "<http://o/s> <http://o/p> <http://o/a%20b>\n", "");
  check("http://o/s", "http://o/{v}", "a b,", "<http://o/s> <http://o/p> <http://o/a%20b>\n", "");
}

static void
test_gap(void)
{
  check("http://o/{w}", "http://o/{v}", "a,b", "<http://o/b> <http://o/p> <http://o/a>\n", "");
  check("http://o/{w}",
        "http://o/{v}",
        "a,",
        "<http://o/> <http://o/p> <http://o/a>\n",
        "L0221 kept 2:2 the cell is empty, but the IRI of the row is made of w\n");
  // Operators that leave out what is not there
  check("http://o/{?w}", "http://o/{v}", "a,", "<http://o/> <http://o/p> <http://o/a>\n", "");
}

static const unit_test tests[] = {
  {"URL", test_url},
  {"gap", test_gap},
};

UNIT_MAIN("doubt", tests)
