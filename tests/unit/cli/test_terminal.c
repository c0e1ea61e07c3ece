/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What the environment says of the terminal; the tests have none, their output is a file. */

#include "cli/terminal.h"
#include "unit.h"

static void
set(const char* const name, const char* const value)
{
  CU_ASSERT_EQUAL(value ? setenv(name, value, 1) : unsetenv(name), 0);
}

static void
utf8(void)
{
  set("LC_ALL", NULL);
  set("LC_CTYPE", NULL);
  set("LANG", NULL);
  CU_ASSERT(!ln_terminal_utf8());
  set("LANG", "en_GB.UTF-8");
  CU_ASSERT(ln_terminal_utf8());
  set("LC_CTYPE", "de_DE.ISO-8859-1");
  CU_ASSERT(!ln_terminal_utf8());
  set("LC_ALL", "C.utf8");
  CU_ASSERT(ln_terminal_utf8());
  set("LC_ALL", "");
  CU_ASSERT(!ln_terminal_utf8());
}

static void
width(void)
{
  set("COLUMNS", "100");
  CU_ASSERT_EQUAL(ln_terminal_width(NULL), 100U);
  set("COLUMNS", "7");
  CU_ASSERT_EQUAL(ln_terminal_width("-"), 40U);
  set("COLUMNS", "99999999999999999999999");
  CU_ASSERT_EQUAL(ln_terminal_width(NULL), 200U);
  set("COLUMNS", NULL);
  CU_ASSERT_EQUAL(ln_terminal_width("file"), 80U);
}

static void
bold(void)
{
  enum { AUTO, ALWAYS, NEVER };
  CU_ASSERT(ln_terminal_bold(NULL, ALWAYS));
  CU_ASSERT(!ln_terminal_bold(NULL, NEVER));
  CU_ASSERT(!ln_terminal_bold("file", AUTO));
}

static const unit_test tests[] = {{"utf8", utf8}, {"width", width}, {"bold", bold}};

UNIT_MAIN("terminal", tests)
