/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The metadata document: what is written for what was guessed, and that it can be read. */

#include "guess_unit.h"

#include "map/mapping.h"

static ln_status
write_all(guess_fixture* const f, ln_text* const text)
{
  ln_out* out = NULL;
  LN_TRY(ln_out_memory(&out));
  ln_status st = ln_guess_write(f->tables, f->n, out);
  st           = st == LN_OK ? ln_text_add(text, ln_out_bytes(out)) : st;
  ln_out_abandon(out);
  return st;
}

/* Without the notes, whose sentences have their own tests. */
static void
check_document(guess_fixture* const f, const char* const expected)
{
  ln_text text = {0};
  ln_guess_keys(f->tables, f->n);
  CU_ASSERT_EQUAL_FATAL(write_all(f, &text), LN_OK);
  const char* const notes = strstr(text.s, "  \"notes\"");
  CU_ASSERT_PTR_NOT_NULL_FATAL(notes);
  CHECK_VIEW(ln_view_first(ln_text_view(&text), (size_t)(notes - text.s)), expected);
  const ln_log_policy policy  = {.stream = NULL};
  ln_log* const       log     = ln_log_new(&policy);
  ln_mapping*         mapping = NULL;
  CU_ASSERT_PTR_NOT_NULL_FATAL(log);
  CU_ASSERT_EQUAL(ln_mapping_read(ln_text_view(&text), LN_V("t.json"), log, 0U, &mapping), LN_OK);
  CU_ASSERT_EQUAL(ln_log_count(log, LN_WARNING) + ln_log_count(log, LN_ERROR), 0U);
  ln_mapping_free(mapping);
  ln_log_free(log);
  ln_text_clear(&text);
}

static void
one_table(void)
{
  guess_fixture f = {0};
  learn(&f,
        "t.csv",
        LN_V("id;born;price;list;;last_fr;d\n"
             "a;31.12.1968;1.000,5;x|y;;z;1968~\n"
             "b;1.2.1970;2,5;x|y|z;;z;1970\n"
             "b c;1.2.1970;\\N;z;;z;1970-01\n"));
  check_document(
    &f,
    "{\n"
    "  \"@context\": \"http://www.w3.org/ns/csvw\",\n"
    "  \"url\": \"t.csv\",\n"
    "  \"dialect\": {\"delimiter\": \";\"},\n"
    "  \"tableSchema\": {\n"
    "    \"aboutUrl\": \"t/{id}\",\n"
    "    \"primaryKey\": \"id\",\n"
    "    \"null\": [\"\", \"\\\\N\"],\n"
    "    \"columns\": [\n"
    "      {\"name\": \"id\", \"titles\": \"id\"},\n"
    "      {\"name\": \"born\", \"titles\": \"born\", \"datatype\": {\"base\": \"date\", "
    "\"format\": \"d.M.yyyy\"}},\n"
    "      {\"name\": \"price\", \"titles\": \"price\", \"datatype\": {\"base\": \"decimal\", "
    "\"format\": {\"pattern\": \"#.##0,#########\", \"decimalChar\": \",\", \"groupChar\": "
    "\".\"}}},\n"
    "      {\"name\": \"list\", \"titles\": \"list\", \"separator\": \"|\"},\n"
    "      {},\n"
    "      {\"name\": \"last_fr\", \"titles\": \"last_fr\", \"lang\": \"fr\"},\n"
    "      {\"name\": \"d\", \"titles\": \"d\", \"datatype\": {\"@id\": "
    "\"http://id.loc.gov/datatypes/edtf/EDTF\", \"base\": \"string\"}}\n"
    "    ]\n"
    "  },\n");
  forget(&f);
}

static void
two_tables(void)
{
  guess_fixture f = {0};
  learn(&f, "people.csv", LN_V("id,name\n1,Ada\n2,Ben\n"));
  f.tables[0].stem = LN_V("p p");
  learn(&f, "credits.csv", LN_V("people,p p id\nx,1\ny,2\n"));
  ln_guess_keys(f.tables, f.n);
  ln_text text = {0};
  CU_ASSERT_EQUAL(write_all(&f, &text), LN_OK);
  CU_ASSERT_PTR_NOT_NULL(strstr(text.s,
                                "{\"name\": \"p_p_id\", \"titles\": \"p p id\", \"datatype\": "
                                "\"integer\", \"valueUrl\": \"p%20p/{p_p_id}\"}"));
  CU_ASSERT_PTR_NOT_NULL(strstr(text.s,
                                "{\"columnReference\": \"p_p_id\", \"reference\": {\"resource\": "
                                "\"people.csv\", \"columnReference\": \"id\"}}"));
  ln_text_clear(&text);
  forget(&f);
}

static void
dialects(void)
{
  guess_fixture f = {0};
  learn(&f, "t.tsv", LN_V("List\t\t\n1 \"x\"\tb\tc\n\t\t\n\xE9\t1\t2\n"));
  ln_text text = {0};
  CU_ASSERT_EQUAL(write_all(&f, &text), LN_OK);
  CU_ASSERT_PTR_NOT_NULL(
    strstr(text.s,
           "\"dialect\": {\"encoding\": \"iso-8859-1\", \"delimiter\": \"\\t\", "
           "\"quoteChar\": null, \"skipRows\": 1, \"skipBlankRows\": true},"));
  ln_text_clear(&text);
  forget(&f);
}

static ln_status
write_again(guess_fixture* const f)
{
  ln_text         text = {0};
  const ln_status st   = write_all(f, &text);
  ln_text_clear(&text);
  return st;
}

static void
failing(void)
{
  guess_fixture f = {0};
  learn(&f, "t.csv", LN_V("id\n1\n2\n"));
  ln_guess_keys(f.tables, 1U);
  CHECK_ALLOC_FAILURES(write_again(&f), (void)0);
  forget(&f);
}

static const unit_test tests[] = {
  {"one table", one_table},
  {"two tables", two_tables},
  {"dialects", dialects},
  {"failing allocator", failing},
};

UNIT_MAIN("run/guess_write", tests)
