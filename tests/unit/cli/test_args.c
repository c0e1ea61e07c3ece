/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Reading the words of a command line. */

#include "cli/args.h"

#include "unit.h"

static const ln_option_id ids[] = {
  LN_OPT_OUTPUT,
  LN_OPT_TO,
  LN_OPT_LAYERS,
  LN_OPT_FRAME,
  LN_OPT_DATES,
  LN_OPT_QUIET,
  LN_OPT_VERBOSE,
  LN_OPT_MAX_ERRORS,
  LN_OPT_HELP,
  LN_OPT_COLOR,
  LN_OPT_BLOCK_SIZE,
  LN_OPT_URL_MAP,
  LN_OPT_REPORT,
  LN_OPT_MEMORY,
};
static const ln_options accepted = {ids, sizeof(ids) / sizeof(ids[0])};

enum { WORDS_MAX = 8, LINE_MAX_SIZE = 64 };

typedef struct {
  char    line[LINE_MAX_SIZE];
  char*   words[WORDS_MAX];
  size_t  n;
  ln_args args;
  ln_text error;
} fixture;

/* Words separated by blanks. */
static ln_status
read_line(fixture* const f, const char* const line)
{
  CU_ASSERT_FATAL(strlen(line) < sizeof(f->line));
  memcpy(f->line, line, strlen(line) + 1U);
  f->n       = 0U;
  char* rest = NULL;
  for (char* word = strtok_r(f->line, " ", &rest); word && f->n < WORDS_MAX;
       word       = strtok_r(NULL, " ", &rest)) {
    f->words[f->n++] = word;
  }
  ln_text_reset(&f->error);
  return ln_args_read(accepted, f->words, f->n, &f->args, &f->error);
}

static void
values_stand_in_three_places(void)
{
  static const char* const lines[] = {
    "--output x.ttl in",
    "--output=x.ttl in",
    "-o x.ttl in",
    "-ox.ttl in",
    "in -qo x.ttl",
    "in --output first --output x.ttl",
  };
  for (size_t i = 0U; i < sizeof(lines) / sizeof(lines[0]); ++i) {
    fixture f = {0};
    CU_ASSERT_EQUAL(read_line(&f, lines[i]), LN_OK);
    CU_ASSERT_STRING_EQUAL(f.args.values[LN_OPT_OUTPUT], "x.ttl");
    CU_ASSERT_EQUAL_FATAL(f.args.n_inputs, 1U);
    CU_ASSERT_STRING_EQUAL(f.args.inputs[0], "in");
    ln_text_clear(&f.error);
  }
}

static void
inputs_and_options_mix(void)
{
  fixture f = {0};
  CU_ASSERT_EQUAL(read_line(&f, "a -qv b --frame - -- --to -q"), LN_OK);
  CU_ASSERT_TRUE(ln_args_has(&f.args, LN_OPT_QUIET));
  CU_ASSERT_TRUE(ln_args_has(&f.args, LN_OPT_VERBOSE));
  CU_ASSERT_TRUE(ln_args_has(&f.args, LN_OPT_FRAME));
  CU_ASSERT_FALSE(ln_args_has(&f.args, LN_OPT_TO));
  CU_ASSERT_EQUAL_FATAL(f.args.n_inputs, 5U);
  CU_ASSERT_STRING_EQUAL(f.args.inputs[0], "a");
  CU_ASSERT_STRING_EQUAL(f.args.inputs[1], "b");
  CU_ASSERT_STRING_EQUAL(f.args.inputs[2], "-");
  CU_ASSERT_STRING_EQUAL(f.args.inputs[3], "--to");
  CU_ASSERT_STRING_EQUAL(f.args.inputs[4], "-q");
}

static void
empty_words(void)
{
  char    empty[] = "";
  char    flag[]  = "--output";
  char*   words[] = {empty, flag, empty};
  ln_args args;
  ln_text error = {0};
  CU_ASSERT_EQUAL(ln_args_read(accepted, words, 1U, &args, &error), LN_OK);
  CU_ASSERT_EQUAL(args.n_inputs, 1U);
  CU_ASSERT_EQUAL(ln_args_read(accepted, words, 0U, &args, &error), LN_OK);
  CU_ASSERT_EQUAL(args.n_inputs, 0U);
  CU_ASSERT_EQUAL(ln_args_read(accepted, words, 3U, &args, &error), LN_USAGE);
  CHECK_VIEW(ln_text_view(&error), "--output needs a value: FILE");
  ln_text_clear(&error);
}

static void
faults_name_the_word(void)
{
  static const struct {
    const char* line;
    const char* error;
  } cases[] = {
    {"--outptu x", "unknown option --outptu; did you mean \"--output\"?"},
    {"--OUTPUT x", "unknown option --OUTPUT; did you mean \"--output\"?"},
    {"--zzzzzz=3", "unknown option --zzzzzz"},
    {"--register x", "unknown option --register"},
    {"-Z", "unknown option -Z"},
    {"-qZv", "unknown option -Z"},
    {"-frame", "unknown option -frame; did you mean \"--frame\"?"},
    {"--frame=yes", "--frame takes no value"},
    {"in -o", "--output needs a value: FILE"},
    {"--to=", "--to needs a value: SYNTAX"},
    {"--dates xds", "--dates cannot be \"xds\"; it can be edtf, xsd; did you mean \"xsd\"?"},
    {"--dates edtf,xsd", "--dates cannot be \"edtf,xsd\"; it can be edtf, xsd"},
    {"--layers facts,", "--layers cannot be \"\"; it can be facts, evidence, shortcuts"},
    {"--max-errors -1", "--max-errors must be a whole number, not \"-1\""},
    {"--max-errors 1e3", "--max-errors must be a whole number, not \"1e3\""},
    {"--max-errors 1234567890123456789",
     "--max-errors must be a whole number, not \"1234567890123456789\""},
    {"--memory much", "--memory must be a whole number of bytes such as 64M, not \"much\""},
    {"--memory M", "--memory must be a whole number of bytes such as 64M, not \"M\""},
    {"--memory 1Mb", "--memory must be a whole number of bytes such as 64M, not \"1Mb\""},
    {"--memory 1k", "--memory must be a whole number of bytes such as 64M, not \"1k\""},
    {"--memory 1234567890G",
     "--memory must be a whole number of bytes such as 64M, not \"1234567890G\""},
    {"--max-errors 1K", "--max-errors must be a whole number, not \"1K\""},
    {"--block-siz 3", "unknown option --block-siz"},
    {"--a\033[2J", "unknown option --a\\x1B[2J"},
  };
  for (size_t i = 0U; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    fixture f = {0};
    CU_ASSERT_EQUAL(read_line(&f, cases[i].line), LN_USAGE);
    const ln_view error = ln_text_view(&f.error);
    /* Suggestions may come behind; the sentence itself is exact. */
    if (!ln_view_starts(error, ln_view_of(cases[i].error))) {
      CHECK_VIEW(error, cases[i].error);
    }
    ln_text_clear(&f.error);
  }
}

static void
values_become_numbers(void)
{
  fixture f = {0};
  CU_ASSERT_EQUAL(read_line(&f, "in"), LN_OK);
  CU_ASSERT_EQUAL(ln_args_number(&f.args, LN_OPT_MAX_ERRORS), 100U);
  CU_ASSERT_EQUAL(ln_args_choice(&f.args, LN_OPT_DATES), 0U);
  CU_ASSERT_EQUAL(ln_args_set(&f.args, LN_OPT_LAYERS), 1U);
  CU_ASSERT_EQUAL(read_line(&f, "--max-errors 0 --dates xsd --layers shortcuts,facts in"), LN_OK);
  CU_ASSERT_EQUAL(ln_args_number(&f.args, LN_OPT_MAX_ERRORS), 0U);
  CU_ASSERT_EQUAL(ln_args_choice(&f.args, LN_OPT_DATES), 1U);
  CU_ASSERT_EQUAL(ln_args_set(&f.args, LN_OPT_LAYERS), 5U);
  CU_ASSERT_EQUAL(read_line(&f, "--max-errors=999999999999999999"), LN_OK);
  CU_ASSERT_EQUAL(ln_args_number(&f.args, LN_OPT_MAX_ERRORS), 999999999999999999ULL);
  CU_ASSERT_EQUAL(ln_args_number(&f.args, LN_OPT_MEMORY), 256U << 20U);
  CU_ASSERT_EQUAL(read_line(&f, "--memory 3K"), LN_OK);
  CU_ASSERT_EQUAL(ln_args_number(&f.args, LN_OPT_MEMORY), 3072U);
  CU_ASSERT_EQUAL(read_line(&f, "--memory 999999999G"), LN_OK);
  CU_ASSERT_EQUAL(ln_args_number(&f.args, LN_OPT_MEMORY), 999999999ULL << 30U);
  CU_ASSERT_EQUAL(read_line(&f, "--memory 12345678901"), LN_OK);
  CU_ASSERT_EQUAL(ln_args_number(&f.args, LN_OPT_MEMORY), 12345678901ULL);
}

static void
inputs_are_counted(void)
{
  fixture f = {0};
  CU_ASSERT_EQUAL(read_line(&f, "a b"), LN_OK);
  CU_ASSERT_EQUAL(ln_args_inputs(&f.args, 1U, 2U, "X", &f.error), LN_OK);
  CU_ASSERT_EQUAL(ln_args_inputs(&f.args, 3U, 3U, "X", &f.error), LN_USAGE);
  CHECK_VIEW(ln_text_view(&f.error), "X is missing");
  ln_text_reset(&f.error);
  CU_ASSERT_EQUAL(ln_args_inputs(&f.args, 0U, 1U, "X", &f.error), LN_USAGE);
  CHECK_VIEW(ln_text_view(&f.error), "one argument too many: \"b\"");
  ln_text_clear(&f.error);
}

static ln_status
read_fault(char* const flag, ln_text* const error)
{
  char*           words[] = {flag};
  ln_args         args;
  const ln_status status = ln_args_read(accepted, words, 1U, &args, error);
  return status == LN_USAGE ? LN_OK : status;
}

static void
memory_may_end(void)
{
  char* const flags[] = {(char[]){"--outptu"}, (char[]){"--dates=xds"}, (char[]){"--max-errors=x"}};
  for (size_t i = 0U; i < sizeof(flags) / sizeof(flags[0]); ++i) {
    ln_text error = {0};
    CHECK_ALLOC_FAILURES(read_fault(flags[i], &error), ln_text_clear(&error));
  }
}

static void
an_option_may_be_given_several_times(void)
{
  fixture f = {0};
  size_t  n = 0U;
  CU_ASSERT_EQUAL(read_line(&f, "--report r --url-map a=b x --report=s --url-map=c=d"), LN_OK);
  const char* const* const maps = ln_args_many(&f.args, LN_OPT_URL_MAP, &n);
  CU_ASSERT_EQUAL_FATAL(n, 2U);
  CU_ASSERT_STRING_EQUAL(maps[0], "a=b");
  CU_ASSERT_STRING_EQUAL(maps[1], "c=d");
  const char* const* const reports = ln_args_many(&f.args, LN_OPT_REPORT, &n);
  CU_ASSERT_EQUAL_FATAL(n, 2U);
  CU_ASSERT_STRING_EQUAL(reports[0], "r");
  CU_ASSERT_STRING_EQUAL(reports[1], "s");
  (void)ln_args_many(&f.args, LN_OPT_LINK, &n);
  CU_ASSERT_EQUAL(n, 0U);
  ln_text_clear(&f.error);
  char*   words[LN_MANY_MAX + 1];
  ln_args args;
  char    word[] = "--url-map=a=b";
  for (size_t i = 0U; i <= LN_MANY_MAX; ++i) {
    words[i] = word;
  }
  CU_ASSERT_EQUAL(ln_args_read(accepted, words, LN_MANY_MAX, &args, &f.error), LN_OK);
  CU_ASSERT_EQUAL(ln_args_read(accepted, words, LN_MANY_MAX + 1U, &args, &f.error), LN_USAGE);
  CHECK_VIEW(ln_text_view(&f.error),
             "--url-map is one too many: there is room for 32 options of its kind");
  ln_text_clear(&f.error);
}

static const unit_test tests[] = {
  {"values stand in three places", values_stand_in_three_places},
  {"inputs and options mix", inputs_and_options_mix},
  {"empty words", empty_words},
  {"faults name the word", faults_name_the_word},
  {"values become numbers", values_become_numbers},
  {"inputs are counted", inputs_are_counted},
  {"an option may be given several times", an_option_may_be_given_several_times},
  {"memory may end", memory_may_end},
};

UNIT_MAIN("args", tests)
