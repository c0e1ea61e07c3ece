/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_FUZZ_WORLD_H
#define LN_TESTS_FUZZ_WORLD_H

/* A folder of its own in which a whole run of the program takes place: files are laid, exported as
   the command line would, and read back. Everything in it has an address below http://e/, so that
   no input can name a file outside. */

#include "fuzz.h"

#include <stdint.h>

typedef struct {
  const char* input;    ///< name of a file that was laid
  const char* metadata; ///< the same, or NULL
  const char* to;       ///< syntax
  size_t      block;    ///< size of reads; 0: as the program likes
  size_t      threads;  ///< workers that make rows; 0: one
  bool        general;  ///< no row goes the straight way
  bool        dry;      ///< only check
} world_job;

/** What a run said and wrote. Caller's struct, to be given back with world_clear. */
typedef struct {
  ln_status status;
  bool      exists;   ///< there is an output
  ln_text   output;   ///< with a NUL behind
  ln_text   findings; ///< one a line: code, place, message
  uint64_t  errors;
  uint64_t  rows;
} world_run;

/** Lay a file. */
void
world_put(const char* name, ln_view bytes);

/** Run the job. Checked here already: the status is one that data can cause, none but LN_OK leaves
    an output, no failure is silent, and every message is one line of text. */
void
world_export(const world_job* job, world_run* run);

void
world_clear(world_run* run);

#endif
