/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Queries and the forms of their answers. */

#include "serve/question.h"
#include "serve_unit.h"

static void
check(const stock* const s,
      const char* const  query,
      const char* const  format,
      const unsigned     status,
      const char* const  part)
{
  const ln_question q     = {.holdings = s->holdings,
                             .query    = ln_view_of(query),
                             .format   = ln_view_of(format),
                             .seconds  = 9.0};
  ln_reply          reply = {.body = NULL};
  CU_ASSERT_EQUAL(ln_question_answer(&q, &reply), LN_OK);
  CU_ASSERT_EQUAL(reply.status, status);
  CHECK_HAS(&reply, part);
  ln_reply_clear(&reply);
}

#define NUMBER "SELECT ?n WHERE { <http://t.example/c> <http://v.example/#q> ?n }"

static void
test_forms(void)
{
  stock s;
  set_up(&s, STOCK_SMALL);
  check(&s, NUMBER, "", 200U, "\"value\"");
  check(&s, NUMBER, "csv", 200U, "n\r\n1\r\n");
  check(&s, NUMBER, "tsv", 200U, "?n\n1\n");
  check(&s, NUMBER, "xml", 200U, "<sparql");
  check(&s, NUMBER, "html", 200U, "<td><span>1</span> <small>integer</small></td>");
  check(&s, NUMBER, "turtle", 406U, "solutions can be had as");
  check(&s, "ASK { ?s ?p 1 }", "html", 200U, "<h2>Yes</h2>");
  check(&s, "ASK { ?s ?p 2 }", "html", 200U, "<h2>No</h2>");
  check(&s,
        "CONSTRUCT WHERE { ?s <http://v.example/#q> 1 }",
        "ntriples",
        200U,
        "<http://t.example/c> <http://v.example/#q> \"1\"");
  check(&s, "CONSTRUCT WHERE { ?s <http://v.example/#q> 1 }", "csv", 406U, "triples can be had as");
  check(&s, "SELECT", "csv", 400U, "line 1, column");
  check(&s, "SELECT <x>", "html", 400U, "&lt;x&gt;</textarea>");
  tear_down(&s);
}

static const unit_test tests[] = {{"forms", test_forms}};

UNIT_MAIN("serve/question", tests)
