/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Queries inside the program, read off the embedded files. Nothing is kept: there are few, and each
   is a walk over its first lines. */

#include "run/ready.h"

#include "map/embedded.h"

static bool
is_query(const ln_view file)
{
  return ln_view_starts(file, LN_V("queries/")) && ln_view_ends(file, LN_V(".rq"));
}

/* The next line, without its end; false behind the last comment. */
static bool
next_comment(ln_view* const rest, ln_view* const line)
{
  const size_t end = ln_view_find(*rest, '\n');
  *line            = ln_view_first(*rest, end);
  *rest            = ln_view_from(*rest, end + 1U);
  return ln_view_starts(*line, LN_V("#"));
}

static ln_ready
read_file(const ln_embedded* const file)
{
  const ln_view name = ln_view_of(file->name);
  ln_view       rest = file->bytes;
  ln_view       line = {NULL, 0U};
  ln_ready      made = {.text = file->bytes};
  made.name          = ln_view_from(name, sizeof("queries/") - 1U);
  made.name.n -= sizeof(".rq") - 1U;
  if (next_comment(&rest, &line)) {
    made.title = ln_view_trim(ln_view_from(line, 1U));
  }
  return made;
}

bool
ln_ready_at(const size_t i, ln_ready* const ready)
{
  size_t n = 0U;
  for (const ln_embedded* file = ln_embedded_files; file->name; ++file) {
    if (is_query(ln_view_of(file->name)) && n++ == i) {
      *ready = read_file(file);
      return true;
    }
  }
  return false;
}

bool
ln_ready_find(const ln_view name, ln_ready* const ready)
{
  for (size_t i = 0U; ln_ready_at(i, ready); ++i) {
    if (ln_view_equals(ready->name, name)) {
      return true;
    }
  }
  return false;
}

bool
ln_ready_needs(const ln_ready* const ready,
               const size_t          i,
               ln_view* const        variable,
               ln_view* const        what)
{
  const ln_view with = LN_V("# with: ");
  ln_view       rest = ready->text;
  ln_view       line = {NULL, 0U};
  size_t        n    = 0U;
  while (next_comment(&rest, &line)) {
    if (ln_view_starts(line, with) && n++ == i) {
      const ln_view said  = ln_view_from(line, with.n);
      const size_t  colon = ln_view_find(said, ':');
      *variable           = ln_view_first(said, colon);
      *what               = ln_view_trim(ln_view_from(said, colon + 1U));
      return true;
    }
  }
  return false;
}
