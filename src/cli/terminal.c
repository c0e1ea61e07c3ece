/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The environment and the terminal are asked, never the C library's locale, so that no other output
   can depend on it. A file gets what a terminal of 80 letters would. Variables are read before any
   thread starts. */

#include "cli/terminal.h"

#include "base/view.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { LEAST_WIDTH = 40, USUAL_WIDTH = 80, MOST_WIDTH = 200 };

/* NULL if it is not set, or empty. */
static const char*
variable(const char* const name)
{
  const char* const value = getenv(name); // NOLINT(concurrency-mt-unsafe)
  return value && value[0] != '\0' ? value : NULL;
}

static bool
is_terminal(const char* const output)
{
  return (!output || strcmp(output, "-") == 0) && isatty(STDOUT_FILENO);
}

bool
ln_terminal_utf8(void)
{
  const char* value       = variable("LC_ALL");
  value                   = value ? value : variable("LC_CTYPE");
  value                   = value ? value : variable("LANG");
  const char* const codes = value ? strchr(value, '.') : NULL;
  const ln_view     v     = ln_view_of(codes);
  return ln_view_starts(v, LN_V(".UTF-8")) || ln_view_starts(v, LN_V(".utf8")) ||
         ln_view_starts(v, LN_V(".UTF8")) || ln_view_starts(v, LN_V(".utf-8"));
}

static size_t
bounded(const size_t width)
{
  const size_t most = width < MOST_WIDTH ? width : MOST_WIDTH;
  return most > LEAST_WIDTH ? most : LEAST_WIDTH;
}

size_t
ln_terminal_width(const char* const output)
{
  const char* const columns = variable("COLUMNS");
  struct winsize    size    = {0};
  size_t            width   = 0U;
  for (const char* c = columns; c && *c >= '0' && *c <= '9' && width < MOST_WIDTH; ++c) {
    width = (width * 10U) + (size_t)(*c - '0');
  }
  if (width > 0U) {
    return bounded(width);
  }
  if (is_terminal(output) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0U) {
    return bounded(size.ws_col);
  }
  return USUAL_WIDTH;
}

bool
ln_terminal_bold(const char* const output, const size_t choice)
{
  enum { AUTO, ALWAYS };
  const char* const term = variable("TERM");
  if (choice != AUTO) {
    return choice == ALWAYS;
  }
  return is_terminal(output) && !variable("NO_COLOR") && term && strcmp(term, "dumb") != 0;
}
