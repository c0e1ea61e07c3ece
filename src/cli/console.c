/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What the program says on stderr and how it ends: the one place where statuses become exit
   statuses. Writing to stderr is not checked, as there is nowhere left to complain. */

#include "cli/console.h"

#include "cli/interrupt.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const ln_exit_info exits[] = {
#define LN_EXIT(name, number, meaning) {number, meaning},
#include "cli/exits.def"
#undef LN_EXIT
};

const ln_exit_info*
ln_exit_about(const size_t i)
{
  return i < sizeof(exits) / sizeof(exits[0]) ? &exits[i] : NULL;
}

/* Environment variables are read before any thread starts. */
static bool
set_in_environment(const char* const name)
{
  const char* const value = getenv(name); // NOLINT(concurrency-mt-unsafe)
  return value && value[0] != '\0';
}

static bool
dumb_terminal(void)
{
  const char* const term = getenv("TERM"); // NOLINT(concurrency-mt-unsafe)
  return !term || strcmp(term, "dumb") == 0;
}

bool
ln_console_color(const size_t choice)
{
  enum { AUTO, ALWAYS };
  if (choice == AUTO) {
    return isatty(STDERR_FILENO) && !set_in_environment("NO_COLOR") && !dumb_terminal();
  }
  return choice == ALWAYS;
}

bool
ln_console_progress(const char* const output)
{
  const bool to_stdout = !output || strcmp(output, "-") == 0;
  return isatty(STDERR_FILENO) && !dumb_terminal() && !(to_stdout && isatty(STDOUT_FILENO));
}

void
ln_console_say(const ln_view message)
{
  (void)fputs("liner: ", stderr);
  (void)fwrite(message.s, 1U, message.n, stderr);
  (void)fputc('\n', stderr);
}

int
ln_console_misuse(const ln_status status, const ln_text* const error, const char* const topic)
{
  if (status == LN_NO_MEM) {
    return ln_console_exit(status, NULL);
  }
  ln_console_say(ln_text_view(error));
  (void)fprintf(stderr, "Try: liner help%s%s\n", topic[0] != '\0' ? " " : "", topic);
  return LN_EXIT_USAGE;
}

/* "1,203 rows", "1 row". */
static ln_status
add_count(ln_text* const out, const uint64_t n, const char* const noun)
{
  LN_TRY(ln_text_add_number(out, n));
  return ln_text_format(out, " %s%s", noun, n == 1U ? "" : "s");
}

/* Of tables; a graph that is read has none. */
static ln_status
add_rows(const ln_summary* const summary, ln_text* const out)
{
  LN_TRY(add_count(out, summary->rows, "row"));
  if (summary->rows_reported > 0U) {
    LN_TRY(ln_text_add(out, LN_V(", ")));
    LN_TRY(add_count(out, summary->rows_reported, "row"));
    LN_TRY(ln_text_add(out, LN_V(" reported")));
  }
  if (summary->placeholders > 0U) {
    LN_TRY(ln_text_add(out, LN_V(", ")));
    LN_TRY(add_count(out, summary->placeholders, "placeholder"));
  }
  LN_TRY(ln_text_add(out, LN_V(", ")));
  LN_TRY(add_count(out, summary->descriptions, "description"));
  return ln_text_add(out, LN_V(", "));
}

ln_status
ln_console_summary(const ln_summary* const summary, ln_text* const out)
{
  if (summary->rows > 0U || summary->descriptions > 0U || summary->triples == 0U) {
    LN_TRY(add_rows(summary, out));
  }
  LN_TRY(add_count(out, summary->triples, "triple"));
  LN_TRY(ln_text_add(out, LN_V(", ")));
  LN_TRY(add_count(out, summary->warnings, "warning"));
  LN_TRY(ln_text_add(out, LN_V(", ")));
  LN_TRY(add_count(out, summary->errors, "error"));
  const uint64_t hundredths = (uint64_t)((summary->seconds * 100.0) + 0.5);
  return ln_text_format(out,
                        ", %llu.%02llu s",
                        (unsigned long long)(hundredths / 100U),
                        (unsigned long long)(hundredths % 100U));
}

int
ln_console_exit(const ln_status status, const ln_log* const log)
{
  const int signal_number = (int)*ln_interrupt_flag();
  if (signal_number != 0 && status == LN_STOP) {
    (void)fprintf(stderr, "liner: interrupted by signal %d\n", signal_number);
    return LN_EXIT_SIGNAL + signal_number;
  }
  switch (status) {
  case LN_OK:
    return log && ln_log_count(log, LN_ERROR) > 0U ? LN_EXIT_FAULTS : LN_EXIT_CLEAN;
  case LN_STOP:
    return LN_EXIT_FAULTS;
  case LN_USAGE:
    return LN_EXIT_USAGE;
  case LN_IO:
    return LN_EXIT_FILES;
  case LN_NO_MEM:
    ln_console_say(LN_V("out of memory"));
    return LN_EXIT_INTERNAL;
  case LN_END:
    break;
  }
  ln_console_say(LN_V("internal error: a run ended in the middle; please report it"));
  return LN_EXIT_INTERNAL;
}

ln_status
ln_console_open(const char* const path, ln_out** const out)
{
  const char*     error  = "";
  const ln_status status = ln_out_open(path, LN_PACK_NONE, out, &error);
  if (status == LN_IO) {
    (void)fprintf(stderr, "liner: cannot write to %s: %s\n", path, error);
  }
  return status;
}

ln_status
ln_console_close(ln_out* const out)
{
  /* The reason belongs to the device, which closing gives back: flush first. */
  if (ln_out_room(out, out->cap) != LN_OK) {
    (void)fprintf(stderr, "liner: cannot write: %s\n", ln_out_error(out));
    ln_out_abandon(out);
    return LN_IO;
  }
  const ln_status status = ln_out_close(out);
  if (status == LN_IO) {
    (void)fputs("liner: cannot write to the end of the output\n", stderr);
  }
  return status;
}

int
ln_console_print(const ln_print_func print, const void* const what)
{
  ln_out*   out    = NULL;
  ln_status status = ln_console_open("-", &out);
  if (status == LN_OK) {
    status                 = print(out, what);
    const ln_status closed = ln_console_close(out);
    status                 = status == LN_OK ? closed : status;
  }
  return ln_console_exit(status, NULL);
}
