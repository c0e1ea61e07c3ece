/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JSON lines, member by member; what is not known is not there. */

#include "report_unit.h"

#define LINK "https://w3id.org/liner/diagnostics#"

static void
lines(void)
{
  check_report(
    "jsonl",
    true,
    "{\"type\":\"finding\",\"code\":\"L0201\",\"title\":\"not a value of the "
    "datatype\",\"severity\":\"error\","
    "\"effect\":\"value left out\",\"file\":\"data/my "
    "people.csv\",\"line\":18,\"column\":5,\"character\":4,"
    "\"row\":17,\"name\":\"born\",\"message\":\"\\\"19\\t64\\\" is bad\",\"hint\":\"Try 12.\","
    "\"documentation\":\"" LINK "L0201\"}\n"
    "{\"type\":\"finding\",\"code\":\"L0504\",\"title\":\"unknown "
    "file\",\"severity\":\"warning\",\"effect\":\"kept\","
    "\"message\":\"a <b> & \\\"c\\\"\",\"hint\":\"Correct the file name, or move the file "
    "elsewhere.\","
    "\"documentation\":\"" LINK "L0504\"}\n"
    "{\"type\":\"finding\",\"code\":\"L0106\",\"title\":\"row too short\",\"severity\":\"error\","
    "\"effect\":\"row left "
    "out\",\"file\":\"/w.csv\",\"row\":2,\"message\":\"short\",\"hint\":\"Add the missing "
    "delimiters; an empty cell is fine, a missing one may have shifted the "
    "others.\",\"documentation\":\"" LINK "L0106\"}\n"
    "{\"type\":\"finding\",\"code\":\"L0202\",\"title\":\"value "
    "rewritten\",\"severity\":\"note\",\"effect\":\"kept\","
    "\"file\":\"data/my "
    "people.csv\",\"line\":19,\"column\":5,\"character\":4,\"row\":18,\"name\":\"born\","
    "\"message\":\"read\",\"hint\":\"h\",\"documentation\":\"" LINK "L0202\"}\n"
    "{\"type\":\"summary\",\"rows\":9,\"rowsReported\":2,\"descriptions\":7,\"triples\":21,"
    "\"notes\":1,"
    "\"warnings\":1,\"errors\":2,\"exit\":1}\n");
}

static void
nothing_found(void)
{
  check_report(
    "jsonl",
    false,
    "{\"type\":\"summary\",\"rows\":9,\"rowsReported\":2,\"descriptions\":7,\"triples\":21,"
    "\"notes\":0,\"warnings\":0,\"errors\":0,\"exit\":0}\n");
}

static void
failures(void)
{
  check_report_failures("jsonl");
}

static const unit_test tests[] = {
  {"lines", lines},
  {"nothing found", nothing_found},
  {"failures", failures},
};

UNIT_MAIN("report_jsonl", tests)
