/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner completion: what bash completes, from the same tables as the help. The script only looks
   words up in lists; files are left to bash. */

#include "base/diag.h"
#include "base/out.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/page.h"
#include "run/run.h"

static const ln_option_id options[] = {LN_OPT_HELP};

static void
put_commands(ln_out* const out)
{
  const ln_command* command = NULL;
  for (size_t i = 0U; (command = ln_command_at(i)) != NULL; ++i) {
    ln_page_put(out, i == 0U ? "" : " ");
    ln_page_put(out, command->name);
  }
}

static void
put_flags(ln_out* const out, const ln_options of)
{
  for (size_t i = 0U; i < of.n; ++i) {
    const ln_option* const option = ln_option_about(of.ids[i]);
    if (option->help[0] != '\0') {
      ln_page_put(out, i == 0U ? "" : " ");
      ln_page_put(out, option->flag);
    }
  }
}

static void
put_syntaxes(ln_out* const out)
{
  const char* name    = NULL;
  const char* label   = NULL;
  const char* endings = NULL;
  for (size_t i = 0U; ln_run_syntax(i, &name, &label, &endings); ++i) {
    ln_page_put(out, name);
    ln_page_put(out, " ");
  }
  ln_page_put(out, "help");
}

/* A branch for the option in front of the word: what its value may be. */
static void
put_values(ln_out* const out, const ln_option* const option)
{
  ln_page_put(out, "    ");
  if (option->letter != '\0') {
    ln_page_put(out, "-");
    ln_out_put_byte(out, option->letter);
    ln_page_put(out, "|");
  }
  ln_page_put(out, option->flag);
  if (option->kind == LN_OPTION_FILE) {
    ln_page_put(out, ") compopt -o default; return;;\n");
    return;
  }
  ln_page_put(out, ") words=\"");
  if (option->kind == LN_OPTION_SYNTAX) {
    put_syntaxes(out);
  }
  ln_view word = {NULL, 0U};
  for (size_t i = 0U; ln_option_word(option->words, i, &word); ++i) {
    ln_page_put(out, i == 0U ? "" : " ");
    ln_out_put_view(out, word);
  }
  ln_page_put(out, "\";;\n");
}

static void
put_command(ln_out* const out, const ln_command* const command)
{
  ln_page_put(out, "    ");
  ln_page_put(out, command->name);
  ln_page_put(out, ") flags=\"");
  put_flags(out, command->options);
  ln_page_put(out, "\"");
  if (command == &ln_cmd_help) {
    ln_page_put(out, "; words=\"codes ");
    put_commands(out);
    for (int i = 0; i < LN_CODE_COUNT; ++i) {
      ln_page_put(out, " ");
      ln_page_put(out, ln_code_about((ln_code)i)->code);
    }
    ln_page_put(out, "\"");
  }
  ln_page_put(out, ";;\n");
}

static ln_status
print_completion(ln_out* const out, const void* const what)
{
  (void)what;
  ln_page_put(out,
              "# bash completion for liner; written by \"liner completion\".\n"
              "_liner()\n"
              "{\n"
              "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
              "  if [[ $word == = ]]; then\n"
              "    word=\n"
              "  elif [[ $before == = ]]; then\n"
              "    before=${COMP_WORDS[COMP_CWORD-2]}\n"
              "  fi\n"
              "  local words= flags=\n"
              "  COMPREPLY=()\n"
              "  if ((COMP_CWORD == 1)); then\n"
              "    COMPREPLY=($(compgen -W \"");
  put_commands(out);
  ln_page_put(out,
              " --help --version\" -- \"$word\"))\n"
              "    return\n"
              "  fi\n"
              "  case $before in\n");
  for (int i = 0; i < LN_OPT_COUNT; ++i) {
    const ln_option* const option = ln_option_about((ln_option_id)i);
    if (option->kind != LN_OPTION_FLAG && option->help[0] != '\0') {
      put_values(out, option);
    }
  }
  ln_page_put(out,
              "    *) before=;;\n"
              "  esac\n"
              "  if [[ -n $before ]]; then\n"
              "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
              "    return\n"
              "  fi\n"
              "  case ${COMP_WORDS[1]} in\n");
  const ln_command* command = NULL;
  for (size_t i = 0U; (command = ln_command_at(i)) != NULL; ++i) {
    put_command(out, command);
  }
  ln_page_put(out,
              "  esac\n"
              "  if [[ $word == -* ]]; then\n"
              "    COMPREPLY=($(compgen -W \"$flags\" -- \"$word\"))\n"
              "  elif [[ -n $words ]]; then\n"
              "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
              "  else\n"
              "    compopt -o default\n"
              "  fi\n"
              "}\n"
              "complete -F _liner liner\n");
  return LN_OK;
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  (void)self;
  (void)args;
  return ln_console_print(print_completion, NULL);
}

const ln_command ln_cmd_completion = {
  .name    = "completion",
  .summary = "print the completion script for bash",
  .usage   = "",
  .about   = "Prints the script that completes commands, options and their words in bash.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .examples =
    {
      {"complete in this shell", "source <(liner completion)"},
      {"complete in every new shell",
       "liner completion > ~/.local/share/bash-completion/completions/liner"},
    },
  .run = run,
};
