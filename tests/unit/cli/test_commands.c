/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The list of commands. */

#include "cli/commands.h"

#include "cli/console.h"
#include "unit.h"

static void
commands_have_names_and_aliases(void)
{
  CU_ASSERT_PTR_EQUAL(ln_command_find(LN_V("export")), &ln_cmd_export);
  CU_ASSERT_PTR_EQUAL(ln_command_find(LN_V("--help")), &ln_cmd_help);
  CU_ASSERT_PTR_EQUAL(ln_command_find(LN_V("-h")), &ln_cmd_help);
  CU_ASSERT_PTR_EQUAL(ln_command_find(LN_V("--version")), &ln_cmd_version);
  CU_ASSERT_PTR_NULL(ln_command_find(LN_V("Export")));
  CU_ASSERT_PTR_NULL(ln_command_find(LN_V("")));
  CU_ASSERT_PTR_NULL(ln_command_find(LN_V("exp")));
}

/* No two options that a command takes have one name or letter. */
static void
check_apart(const ln_option* const a, const ln_option* const b)
{
  CU_ASSERT_NOT_EQUAL(strcmp(a->flag, b->flag), 0);
  CU_ASSERT_TRUE(a->letter == '\0' || a->letter != b->letter);
}

enum {
#define LN_COMMAND(name) COMMAND_##name,
#include "cli/commands.def"
#undef LN_COMMAND
  N_COMMANDS
};

/* What every command must have for the help to teach, and no option twice. */
static void
commands_are_complete(void)
{
  const ln_command* command = NULL;
  size_t            n       = 0U;
  for (; (command = ln_command_at(n)) != NULL; ++n) {
    bool has_help = false;
    CU_ASSERT_TRUE(command->summary[0] != '\0' && command->about[0] != '\0');
    CU_ASSERT_PTR_NOT_NULL(command->examples[0].line);
    CU_ASSERT_PTR_NOT_NULL(command->run);
    CU_ASSERT_TRUE(command->least == 0U || command->input != NULL);
    for (size_t i = 0U; i < command->options.n; ++i) {
      has_help = has_help || command->options.ids[i] == LN_OPT_HELP;
      for (size_t other = 0U; other < i; ++other) {
        check_apart(ln_option_about(command->options.ids[i]),
                    ln_option_about(command->options.ids[other]));
      }
    }
    CU_ASSERT_TRUE(has_help);
  }
  CU_ASSERT_EQUAL(n, (size_t)N_COMMANDS);
}

static ln_status
unknown(const ln_view word, ln_text* const error)
{
  const ln_status status = ln_command_unknown("command", word, error);
  return status == LN_USAGE ? LN_OK : status;
}

static void
unknown_commands(void)
{
  ln_text error = {0};
  CU_ASSERT_EQUAL(ln_command_unknown("command", LN_V("--chekc"), &error), LN_USAGE);
  CHECK_VIEW(ln_text_view(&error), "unknown command \"--chekc\"; did you mean \"check\"?");
  ln_text_clear(&error);
  CHECK_ALLOC_FAILURES(unknown(LN_V("chekc"), &error), ln_text_clear(&error));
}

static void
misuse_is_two(void)
{
  char* words[] = {(char[]){"--nothing-like-it"}};
  CU_ASSERT_EQUAL(ln_command_run(&ln_cmd_check, words, 1U), LN_EXIT_USAGE);
  CU_ASSERT_EQUAL(ln_command_run(&ln_cmd_check, words, 0U), LN_EXIT_USAGE);
  CU_ASSERT_EQUAL(ln_command_run(&ln_cmd_init, words, 0U), LN_EXIT_USAGE);
}

static const unit_test tests[] = {
  {"commands have names and aliases", commands_have_names_and_aliases},
  {"commands are complete", commands_are_complete},
  {"unknown commands", unknown_commands},
  {"misuse is two", misuse_is_two},
};

UNIT_MAIN("commands", tests)
