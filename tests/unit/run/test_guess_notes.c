/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The sentences of the notes. */

#include "guess_unit.h"

static ln_status
write_notes(const ln_guess_table* const table, ln_text* const text)
{
  ln_out* out = NULL;
  LN_TRY(ln_out_memory(&out));
  ln_json_writer w  = {.out = out};
  ln_status      st = ln_guess_notes(table, &w);
  st                = st == LN_OK ? out->status : st;
  st                = st == LN_OK ? ln_text_add(text, ln_out_bytes(out)) : st;
  ln_out_abandon(out);
  return st;
}

/* The notes hold the sentence. */
static void
check_note(const char* const cells, const char* const sentence)
{
  guess_fixture f    = {0};
  ln_text       text = {0};
  learn(&f, "t.csv", ln_view_of(cells));
  ln_guess_keys(f.tables, 1U);
  CU_ASSERT_EQUAL(write_notes(&f.tables[0], &text), LN_OK);
  const bool found = text.s && strstr(text.s, sentence);
  if (!found) {
    fprintf(stderr, "not in %s: %s\n", text.s ? text.s : "nothing", sentence);
  }
  CU_ASSERT_TRUE(found);
  ln_text_clear(&text);
  forget(&f);
}

static void
sentences(void)
{
  check_note("n\n1\n2\n", "\"integer: all 2 values are integers\"");
  check_note("n\n1.5\n", "\"decimal: by its only value\"");
  check_note("isX\n1\n0\n", "\"boolean: all 2 values are 0 or 1, and the title asks a question\"");
  check_note("n\n1\n\\N\n", "\"null: 1 cell with \\\"\\\\N\\\" alone\"");
  check_note("n\nNA\nx\nNA\n", "\"\\\"NA\\\" stands in 2 cells and is a value;");
  check_note("n\n01\n2\n", "\"text: all values are integers, but 1 of them begin with 0");
  check_note("n\n1/2/1970\n", "could change places in every one");
  check_note("n\n1\n2\n3\n4\n5\n6\n7\n8\n9\nten\n",
             "\"text, although 9 of 10 values are integers\"");
  check_note("n\n1\n2\n3\n4\n5\n6\n7\n8\n9\nten\n", "\"the other is in row 11: \\\"ten\\\"\"");
  check_note("n\nten\n2\n3\n4\n5\n6\n7\n8\n9\n1\n", "\"the other is in row 2: \\\"ten\\\"\"");
  check_note("n\na|b\nc|d|e\n", "\"separator: 2 of 2 values with \\\"|\\\", one has 3 items\"");
  check_note("id\n1\n2\n", "\"primary key: never empty, and no value twice in 2 rows\"");
  check_note("n_fr\na\na\n", "\"language fr: by the title\"");
  check_note("n,m\na,\na,\n", "\"empty in all 2 rows\"");
  check_note("n\n\" a\"\na\n", "\"1 value with blanks at the ends\"");
  check_note("n\n[{\"a\":1}]\n", "\"1 value in brackets,");
  check_note("n\n[\"a\"]\nb\n", "\"1 value in brackets,");
  check_note("n\n['a']\n[]\n", "\"a list as Python writes it: all 2 values\"");
  check_note("n\n\"a, b\"\n\"a, b, c\"\na\n\"b, a\"\n",
             "\"maybe a list: 3 of 4 values with a comma");
  check_note("a,b\n1\n1,2,3\n", "\"1 row too short,");
  check_note("a,b\n1\n1,2,3\n", "\"1 row damaged");
  check_note("1,2\n3,4\n", "\"no header:");
}

static ln_status
write_again(const ln_guess_table* const table)
{
  ln_text         text = {0};
  const ln_status st   = write_notes(table, &text);
  ln_text_clear(&text);
  return st;
}

static void
failing(void)
{
  guess_fixture f = {0};
  learn(&f, "t.csv", LN_V("id\n1\n2\n"));
  CHECK_ALLOC_FAILURES(write_again(&f.tables[0]), (void)0);
  forget(&f);
}

static const unit_test tests[] = {
  {"sentences", sentences},
  {"failing allocator", failing},
};

UNIT_MAIN("run/guess_notes", tests)
