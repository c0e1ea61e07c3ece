/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JSON for people: lines and indents, what stands on one line, escapes (RFC 8259). */

#include "unit.h"

#include "sink/json_writer.h"

static void
lines_and_flat(void)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  ln_json_writer w = {.out = out};
  ln_json_writer_open(&w, NULL, '{', LN_JSON_LINES);
  ln_json_writer_text(&w, "a", LN_V("x"));
  ln_json_writer_open(&w, "list", '[', LN_JSON_LINES);
  ln_json_writer_open(&w, NULL, '{', LN_JSON_FLAT);
  ln_json_writer_raw(&w, "n", "1");
  ln_json_writer_open(&w, "in", '[', LN_JSON_LINES);
  ln_json_writer_text(&w, NULL, LN_V("p"));
  ln_json_writer_text(&w, NULL, LN_V("q"));
  ln_json_writer_close(&w, ']');
  ln_json_writer_raw(&w, "t", "true");
  ln_json_writer_close(&w, '}');
  ln_json_writer_open(&w, NULL, '{', LN_JSON_FLAT);
  ln_json_writer_close(&w, '}');
  ln_json_writer_close(&w, ']');
  ln_json_writer_open(&w, "none", '[', LN_JSON_LINES);
  ln_json_writer_close(&w, ']');
  ln_json_writer_close(&w, '}');
  CHECK_VIEW(ln_out_bytes(out),
             "{\n"
             "  \"a\": \"x\",\n"
             "  \"list\": [\n"
             "    {\"n\": 1, \"in\": [\"p\", \"q\"], \"t\": true},\n"
             "    {}\n"
             "  ],\n"
             "  \"none\": []\n"
             "}\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

static void
escapes(void)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  ln_json_writer w = {.out = out};
  ln_json_writer_open(&w, NULL, '{', LN_JSON_FLAT);
  ln_json_writer_text(&w, "a\"b", LN_V("\\N \t \xC3\xA9"));
  ln_json_writer_close(&w, '}');
  CHECK_VIEW(ln_out_bytes(out), "{\"a\\\"b\": \"\\\\N \\t \xC3\xA9\"}\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

static const unit_test tests[] = {
  {"lines and flat", lines_and_flat},
  {"escapes", escapes},
};

UNIT_MAIN("sink/json_writer", tests)
