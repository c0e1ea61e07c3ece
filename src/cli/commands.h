/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_COMMANDS_H
#define LN_CLI_COMMANDS_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "cli/args.h"

#include <stdbool.h>
#include <stddef.h>

/** An example of the help: what it does, and the line to type. */
typedef struct {
  const char* what;
  const char* line;
} ln_example;

enum { LN_EXAMPLES_MAX = 4 };

/** A command, as one constant in its file. */
typedef struct ln_command ln_command;

struct ln_command {
  const char* name;
  const char* alias[2]; ///< other words for it: "--version"; may be NULL
  const char* summary;  ///< one line
  const char* usage;    ///< what stands behind the name: "[OPTION]... INPUT"
  const char* about;    ///< paragraphs
  ln_options  options;
  size_t      most;                      ///< inputs it takes
  size_t      least;                     ///< inputs it cannot do without
  const char* input;                     ///< what is missing then
  bool        free;                      ///< of those that read a catalogue: it can do without any
  ln_example  examples[LN_EXAMPLES_MAX]; ///< up to the first without a line
  /** Do it; returns the exit status. */
  int (*run)(const ln_command* self, const ln_args* args);
};

#define LN_COMMAND(name) extern const ln_command ln_cmd_##name;
#include "cli/commands.def"
#undef LN_COMMAND

/** The i-th command, or NULL. */
const ln_command*
ln_command_at(size_t i);

/** The command of this name or alias, or NULL. */
const ln_command*
ln_command_find(ln_view name);

/** Read the arguments of a command and run it; returns the exit status. */
int
ln_command_run(const ln_command* command, char** words, size_t n_words);

/** Append `unknown WHAT "WORD"; did you mean …`: LN_USAGE. */
LN_MUST ln_status
ln_command_unknown(const char* what, ln_view word, ln_text* error);

#endif
