/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_ARGS_H
#define LN_CLI_ARGS_H

#include "base/status.h"
#include "base/text.h"
#include "cli/option.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The options a command takes, in the order of its help. */
typedef struct {
  const ln_option_id* ids;
  size_t              n;
} ln_options;

enum { LN_MANY_MAX = 32 }; ///< values of options that may be given several times

/** The arguments of a command, as read. Everything points into argv. */
typedef struct {
  const char*  values[LN_OPT_COUNT]; ///< NULL: not given; a flag that was given: empty
  char* const* inputs;               ///< what is not an option
  size_t       n_inputs;
  const char*  many[LN_MANY_MAX];    ///< values of options of kind LN_OPTION_MANY; see ln_args_many
  ln_option_id many_of[LN_MANY_MAX]; ///< the option of each; one option's are together
  size_t       n_many;
} ln_args;

/** Read the words behind the command. Inputs and options may be mixed; `--` ends the options; a
   value stands behind `=`, in the next word, or right behind the letter; of an option given twice
   the last counts, unless it is one that may be. Words are reordered in place: inputs first.
   LN_USAGE with a sentence in `error` if something is wrong. */
LN_MUST ln_status
ln_args_read(ln_options accepted, char** words, size_t n_words, ln_args* args, ln_text* error);

/** LN_USAGE with a sentence unless there are `least` to `most` inputs; `what` names the one that
 * is missing. */
LN_MUST ln_status
ln_args_inputs(const ln_args* args, size_t least, size_t most, const char* what, ln_text* error);

static inline bool
ln_args_has(const ln_args* const args, const ln_option_id id)
{
  return args->values[id] != NULL;
}

/** Every value of an option of kind LN_OPTION_MANY, in the order given. */
const char* const*
ln_args_many(const ln_args* args, ln_option_id id, size_t* n);

/** The number or size given, else the default. */
uint64_t
ln_args_number(const ln_args* args, ln_option_id id);

/** Position of the word chosen, else 0. */
size_t
ln_args_choice(const ln_args* args, ln_option_id id);

/** A bit for each word of a list that was given, else for those of the default. */
unsigned
ln_args_set(const ln_args* args, ln_option_id id);

#endif
