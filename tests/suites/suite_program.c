/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The program under test, run as a user runs it. Findings are counted in what it prints on standard
   error: lines of the form `path:line:column: warning: … [L0409 …]` (docs/diagnostics.md), so that
   a message about a wrong command line, a sanitizer's report or a crash is not taken for one. */

#include "suite_program.h"

#include "base/memory.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
  SECONDS    = 60,  ///< a program may run
  NO_PROGRAM = 127, ///< exit status if it cannot be run
};

ln_status
suite_command_add(suite_command* const command,
                  const char* const    a,
                  const char* const    b,
                  const char* const    c)
{
  ln_text   text = {0};
  ln_status st   = ln_text_add(&text, ln_view_of(a ? a : ""));
  st             = st == LN_OK ? ln_text_add(&text, ln_view_of(b ? b : "")) : st;
  st             = st == LN_OK ? ln_text_add(&text, ln_view_of(c ? c : "")) : st;
  if (st == LN_OK) {
    char* const word = ln_arena_take(command->arena, text.n + 1U);
    st               = word && command->n < SUITE_MAX_WORDS ? LN_OK : LN_NO_MEM;
    if (st == LN_OK) {
      memcpy(word, text.n > 0U ? text.s : "", text.n + 1U);
      command->words[command->n++] = word;
      command->words[command->n]   = NULL;
    }
  }
  ln_text_clear(&text);
  return st;
}

static bool
redirect(const char* const path, const int flags, const int to)
{
  const int fd = open(path, flags | O_CLOEXEC, 0666);
  return fd >= 0 && dup2(fd, to) == to;
}

/* In the child: become the program. The alarm stays set and ends it. */
static void
become(suite_command* const command, const char* const out, const char* const err)
{
  enum { WRITE = O_WRONLY | O_CREAT | O_TRUNC };
  (void)alarm(SECONDS);
  if (redirect("/dev/null", O_RDONLY, STDIN_FILENO) && redirect(out, WRITE, STDOUT_FILENO) &&
      redirect(err, WRITE, STDERR_FILENO)) {
    (void)execv(command->words[0], command->words);
  }
  _exit(NO_PROGRAM);
}

static bool
has_code(const char* const line)
{
  const char* const bracket = strstr(line, " [L0");
  return bracket && strchr(bracket, ']');
}

typedef enum { ERROR, WARNING, NOTE, NOTHING } severity;

/* Which severity the line names first; NOTHING if it is no finding. */
static severity
severity_of(const char* const line)
{
  static const char* const words[] = {": error: ", ": warning: ", ": note: "};
  const char*              first   = NULL;
  severity                 found   = NOTHING;
  for (size_t i = 0U; i < NOTHING && has_code(line); ++i) {
    const char* const at = strstr(line, words[i]);
    if (at && (!first || at < first)) {
      first = at;
      found = (severity)i;
    }
  }
  return found;
}

static ln_status
count_findings(const char* const path, suite_outcome* const outcome)
{
  char*       line = NULL;
  size_t      room = 0U;
  FILE* const file = fopen(path, "rb");
  if (!file) {
    return LN_IO;
  }
  while (getline(&line, &room, file) >= 0) {
    const severity found = severity_of(line);
    outcome->errors += found == ERROR;
    outcome->warnings += found == WARNING;
  }
  ln_free(line); /* getline's blocks are malloc's, as ours are */
  return fclose(file) == 0 ? LN_OK : LN_IO;
}

ln_status
suite_run(suite_command* const command,
          const char* const    out,
          const char* const    err,
          suite_outcome* const outcome)
{
  int status = 0;
  *outcome   = (suite_outcome){0};
  (void)fflush(stdout);
  const pid_t child = fork();
  if (child < 0) {
    return LN_IO;
  }
  if (child == 0) {
    become(command, out, err);
  }
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) {
      return LN_IO;
    }
  }
  outcome->status = WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
  return outcome->status == NO_PROGRAM ? LN_IO : count_findings(err, outcome);
}
