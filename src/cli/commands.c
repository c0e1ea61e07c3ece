/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The list of commands, and the steps all share: read the arguments, answer --help, run. */

#include "cli/commands.h"

#include "base/out.h"
#include "cli/console.h"
#include "cli/page.h"
#include "cli/suggest.h"

static const ln_command* const commands[] = {
#define LN_COMMAND(name) &ln_cmd_##name,
#include "cli/commands.def"
#undef LN_COMMAND
};

const ln_command*
ln_command_at(const size_t i)
{
  return i < sizeof(commands) / sizeof(commands[0]) ? commands[i] : NULL;
}

const ln_command*
ln_command_find(const ln_view name)
{
  const ln_command* command = NULL;
  for (size_t i = 0U; (command = ln_command_at(i)) != NULL; ++i) {
    if (ln_view_equals(name, ln_view_of(command->name)) ||
        (command->alias[0] && ln_view_equals(name, ln_view_of(command->alias[0]))) ||
        (command->alias[1] && ln_view_equals(name, ln_view_of(command->alias[1])))) {
      return command;
    }
  }
  return NULL;
}

static ln_status
print_help(ln_out* const out, const void* const command)
{
  return ln_page_command(out, command);
}

int
ln_command_run(const ln_command* const command, char** const words, const size_t n_words)
{
  ln_args   args   = {0};
  ln_text   error  = {0};
  ln_status status = ln_args_read(command->options, words, n_words, &args, &error);
  if (status == LN_OK && ln_args_has(&args, LN_OPT_HELP)) {
    ln_text_clear(&error);
    return ln_console_print(print_help, command);
  }
  if (status == LN_OK) {
    status = ln_args_inputs(&args, command->least, command->most, command->input, &error);
  }
  const int code = status == LN_OK ? command->run(command, &args)
                                   : ln_console_misuse(status, &error, command->name);
  ln_text_clear(&error);
  return code;
}

ln_status
ln_command_unknown(const char* const what, const ln_view word, ln_text* const error)
{
  size_t hyphens = 0U;
  while (hyphens < word.n && word.s[hyphens] == '-') {
    ++hyphens;
  }
  LN_TRY(ln_text_format(error, "unknown %s \"", what));
  LN_TRY(ln_suggest_shown(word, error));
  LN_TRY(ln_text_add_byte(error, '"'));
  ln_suggest        suggest;
  ln_status         status  = ln_suggest_init(&suggest, ln_view_from(word, hyphens));
  const ln_command* command = NULL;
  for (size_t i = 0U; status == LN_OK && (command = ln_command_at(i)) != NULL; ++i) {
    const ln_view name = ln_view_of(command->name);
    ln_suggest_offer(&suggest, name, name);
  }
  if (status == LN_OK) {
    status = ln_suggest_text(&suggest, error);
  }
  ln_suggest_clear(&suggest);
  return status == LN_OK ? LN_USAGE : status;
}
