/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Where triples come from, told for people and for programs. Places are counted by hand in the
   tables below. */

#include "run/why.h"

#include "map/mapping.h"
#include "run_unit.h"

static void
put_tables(const folder* const f)
{
  put_file(f, "people.csv", "name,born,quotes\nAda,1990,q1\nBob,1991,\nAda B.,,\n", false);
  put_file(f,
           "claims.csv",
           "id,subject,property,value,quotes\nc1,Ada,birth date,1990,q1\nc2,Ada,birth date,1989,\n"
           "c3,Ada,occupation,singer,\n",
           false);
  put_file(f, "sources.csv", "id,title\ns,A book\n", false);
  put_file(f, "quotes.csv", "id,source,locator,quote\nq1,s,p. 1,born 1990\n", false);
}

static ln_status
ask(const folder* const f,
    const char* const*  words,
    const size_t        n,
    const char* const   table,
    ln_out** const      out)
{
  static char copies[4][PATH_SIZE];
  char*       inputs[4] = {copies[0], copies[1], copies[2], copies[3]};
  CU_ASSERT_FATAL(n < 4U);
  if (table) {
    (void)path_to(f, table, copies[0]);
  } else {
    CU_ASSERT_FATAL(snprintf(copies[0], PATH_SIZE, "%s", f->path) < PATH_SIZE);
  }
  for (size_t i = 0U; i < n; ++i) {
    CU_ASSERT_FATAL(snprintf(copies[i + 1U], PATH_SIZE, "%s", words[i]) < PATH_SIZE);
  }
  const ln_job job = {.input    = copies[0],
                      .inputs   = inputs,
                      .n_inputs = n + 1U,
                      .layers   = LN_LAYER_FACTS,
                      .why      = {.json = table != NULL}};
  LN_TRY(ln_out_memory(out));
  return ln_run_why(&job, f->log, *out);
}

static void
check(const folder* const f,
      const char* const*  words,
      const size_t        n,
      const ln_status     status,
      const char* const   expected)
{
  ln_out* out   = NULL;
  ln_text shown = {0};
  CU_ASSERT_EQUAL(ask(f, words, n, NULL, &out), status);
  add_replaced(&shown, f->path, ln_out_bytes(out));
  CHECK_VIEW(ln_text_view(&shown), expected);
  ln_text_clear(&shown);
  ln_out_abandon(out);
}

#define CHECK_WHY(f, status, expected, ...)                                                        \
  do {                                                                                             \
    const char* const words_[] = {__VA_ARGS__};                                                    \
    check((f), words_, sizeof(words_) / sizeof(words_[0]), (status), (expected));                  \
  } while (0)

#define BORN                                                                                       \
  "person:ada ln:birthDate \"1990\"^^edtf:EDTF\n"                                                  \
  "  DIR/people.csv:2:1: name \"Ada\" (subject)\n"                                                 \
  "  DIR/people.csv:2:5: born \"1990\"\n"                                                          \
  "  by builtin:catalogue.json:79:11: column born\n"                                               \
  "  claimed: claim:c1 says \"1990\"^^edtf:EDTF, rank normal, DIR/claims.csv:2\n"                  \
  "    cited: A book, p. 1: \"born 1990\"\n"                                                       \
  "  otherwise: claim:c2 says \"1989\"^^edtf:EDTF, rank normal, DIR/claims.csv:3\n"

/* The same triple, however it is asked for. */
static void
words(void)
{
  folder f;
  set_up(&f);
  put_tables(&f);
  CHECK_WHY(&f, LN_OK, BORN, "Ada", "born");
  CHECK_WHY(&f, LN_OK, BORN, "person/ada", "birthDATE");
  CHECK_WHY(&f, LN_OK, BORN, "person:ada", "ln:birthDate", "1990");
  CHECK_WHY(&f,
            LN_OK,
            BORN,
            "<https://data.example.org/person/ada>",
            "https://w3id.org/liner/ns#birthDate",
            "\"1990\"");
  CHECK_FINDINGS(&f, "");
  tear_down(&f);
}

static void
nothing(void)
{
  folder f;
  set_up(&f);
  put_tables(&f);
  CHECK_WHY(&f, LN_USAGE, "", "Bab");
  CHECK_WHY(&f, LN_USAGE, "", "Ada", "bern");
  CHECK_WHY(&f, LN_OK, "", "Ada", "born", "1989");
  CHECK_WHY(&f, LN_OK, "", "person:bab");
  CHECK_FINDINGS(&f,
                 "L0880 kept 0:0 nothing is called \"Bab\"\n"
                 "L0880 kept 0:0 no property is called \"bern\"\n"
                 "L0882 kept 0:0 no triple has the subject \"Ada\", the predicate \"born\", the "
                 "object \"1989\"\n"
                 "L0882 kept 0:0 no triple has the subject \"person:bab\"\n");
  tear_down(&f);
}

/* A fault of the world is told once. */
static void
no_input(void)
{
  folder f;
  set_up(&f);
  CHECK_WHY(&f, LN_USAGE, "", "Ada");
  CHECK_FINDINGS(&f, "L0505 output 0:0 \"DIR/\" holds none of the tables of a catalogue\n");
  tear_down(&f);
}

static ln_status
all(const folder* const f, ln_out** const out)
{
  static const char* const ADA[] = {"Ada"};
  return ask(f, ADA, 1U, "t.csv", out);
}

static void
start_over(folder* const f, ln_out** const out)
{
  ln_out_abandon(*out);
  *out = NULL;
  new_log(f);
}

static void
no_memory(void)
{
  folder  f;
  ln_out* out = NULL;
  set_up(&f);
  put_file(&f, "t.csv", "id,name\n1,Ada\n", false);
  put_file(&f,
           "t.csv-metadata.json",
           "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'tableSchema': {'aboutUrl': "
           "'http://e/{id}', 'columns': [{'name': 'id', 'propertyUrl': "
           "'https://w3id.org/liner/ns#citation', 'valueUrl': 'http://e/c'}, {'name': 'name', "
           "'propertyUrl': 'rdfs:label'}]}}",
           true);
  CHECK_ALLOC_FAILURES(all(&f, &out), start_over(&f, &out));
  tear_down(&f);
}

static const unit_test TESTS[] = {
  {"words", words}, {"nothing", nothing}, {"no input", no_input}, {"no memory", no_memory}};

UNIT_MAIN("run/why", TESTS)
