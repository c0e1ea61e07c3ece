/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Documents made whole: what is put in, what is left alone. */

#include "map/mapping_write.h"

#include "csvw_unit.h"

static const ln_mapping_options none = {0};

static ln_status
write_text(const ln_mapping* const     mapping,
           const ln_table_found* const found,
           ln_log* const               log,
           ln_text* const              text)
{
  ln_out* out = NULL;
  LN_TRY(ln_out_memory(&out));
  ln_status st = ln_mapping_write(mapping, &none, found, log, out);
  st           = st == LN_OK ? ln_text_add(text, ln_out_bytes(out)) : st;
  ln_out_abandon(out);
  return st;
}

static void
check_written(const char* const json, const ln_table_found* const found, const char* const expected)
{
  reading r;
  ln_text text = {0};
  CU_ASSERT_EQUAL_FATAL(read_bytes(&r, ln_view_of(json), "t.json"), LN_OK);
  CU_ASSERT_EQUAL(write_text(r.mapping, found, r.log, &text), LN_OK);
  CHECK_VIEW(ln_text_view(&text), expected);
  ln_text_clear(&text);
  ln_mapping_free(r.mapping);
  ln_log_free(r.log);
}

#define CONTEXT "\"@context\": \"http://www.w3.org/ns/csvw\""

static void
left_alone(void)
{
  const ln_table_found found = {0};
  check_written("{" CONTEXT
                ",\"url\":\"t.csv\",\"tableSchema\":{\"columns\":[{\"titles\":\"a\"}]}}",
                &found,
                "{\n  " CONTEXT ",\n  \"url\": \"t.csv\",\n"
                "  \"tableSchema\": {\"columns\": [{\"titles\": \"a\"}]}\n}\n");
}

static void
header_alone(void)
{
  ln_dialect           dialect;
  const ln_view        titles[] = {LN_V("a b"), LN_V(""), LN_V("a b"), LN_V("c")};
  const ln_view        names[]  = {LN_V("a%20b"), LN_V("_col.2"), LN_V("a%20b"), LN_V("c")};
  const ln_table_found found    = {&dialect, titles, names, 4U};
  ln_dialect_tsv(&dialect);
  check_written("{" CONTEXT ",\"url\":\"t.csv\"}",
                &found,
                "{\n  " CONTEXT ",\n  \"url\": \"t.csv\",\n"
                "  \"dialect\": {\"delimiter\": \"\\t\"},\n"
                "  \"tableSchema\": {\"columns\": [{\"name\": \"a%20b\", \"titles\": \"a b\"}, {}, "
                "{\"titles\": \"a b\"}, {\"name\": \"c\", \"titles\": \"c\"}]}\n}\n");
}

static void
blank_rows_of_a_group(void)
{
  ln_dialect dialect;
  ln_dialect_default(&dialect);
  dialect.skip_blank_rows       = true;
  const ln_table_found found[2] = {{&dialect, NULL, NULL, 0U}, {0}};
  check_written("{" CONTEXT ",\"tables\":[{\"url\":\"t.csv\"},{\"url\":\"u.csv\"}]}",
                found,
                "{\n  " CONTEXT ",\n"
                "  \"tables\": [{\"url\": \"t.csv\", \"dialect\": {\"delimiter\": \",\", "
                "\"skipBlankRows\": true}}, {\"url\": \"u.csv\"}]\n}\n");
}

static ln_status
write_again(const ln_mapping* const mapping, const ln_table_found* const found, ln_log* const log)
{
  ln_text         text = {0};
  const ln_status st   = write_text(mapping, found, log, &text);
  ln_text_clear(&text);
  return st;
}

static void
failing(void)
{
  reading              r;
  const ln_view        title = LN_V("a");
  const ln_table_found found = {NULL, &title, &title, 1U};
  CU_ASSERT_EQUAL_FATAL(read_bytes(&r, LN_V("{" CONTEXT ",\"url\":\"t.csv\"}"), "t.json"), LN_OK);
  CHECK_ALLOC_FAILURES(write_again(r.mapping, &found, r.log), (void)0);
  ln_mapping_free(r.mapping);
  ln_log_free(r.log);
}

static const unit_test tests[] = {
  {"left alone", left_alone},
  {"header alone", header_alone},
  {"blank rows of a group", blank_rows_of_a_group},
  {"failing allocator", failing},
};

UNIT_MAIN("map/mapping_write", tests)
