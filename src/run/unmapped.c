/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Files of XML and JSON that were named where a table of lines or a mapping is expected. Read as
   one, they would give nonsense or nothing; so they are told by their first bytes, before a row is
   read, and what to do is said. A pipe can be read only once, so it is looked at only by whoever
   goes on with it. */

#include "run/unmapped.h"

#include "table/tree_guess.h"

#include <string.h>
#include <sys/stat.h>

/* A mapping has one of its own properties so far from its beginning. */
enum { LONGEST_BEGINNING = 64 * 1024 };

static ln_status
report(const ln_view path, const ln_tree_format format, ln_log* const log)
{
  const ln_view shown  = ln_view_equals(path, LN_V("-")) ? LN_V("stdin") : path;
  uint32_t      source = 0U;
  LN_TRY(ln_log_source(log, shown, NULL, NULL, &source));
  LN_TRY(ln_report(log,
                   LN_L0130,
                   LN_NO_OUTPUT,
                   (ln_where){.source = source},
                   (ln_view){NULL, 0U},
                   "the file is %s, and nothing says where its rows are",
                   format == LN_TREE_XML ? "XML" : "JSON"));
  return LN_USAGE;
}

ln_status
ln_unmapped_look(ln_in* const in, const ln_view path, ln_log* const log)
{
  ln_tree_format format = LN_TREE_XML;
  ln_view        head   = {0};
  LN_TRY(ln_in_peek(in, LN_TREE_HEAD, &head));
  return ln_tree_guess(head, &format) ? report(path, format, log) : LN_OK;
}

/* NULL where it cannot be opened, or not again. */
static ln_status
open_file(const ln_view path, ln_in** const in)
{
  struct stat about;
  const char* error = NULL;
  *in               = NULL;
  if (stat(path.s, &about) != 0 || !S_ISREG(about.st_mode)) {
    return LN_OK;
  }
  const ln_status st = ln_in_open(path.s, in, &error);
  return st == LN_IO ? LN_OK : st;
}

ln_status
ln_unmapped_refuse(const ln_view path, ln_log* const log)
{
  ln_in* in = NULL;
  LN_TRY(open_file(path, &in));
  if (!in) {
    return LN_OK;
  }
  const ln_status st     = ln_unmapped_look(in, path, log);
  const ln_status closed = ln_in_close(in);
  return st == LN_OK ? closed : st;
}

static bool
holds(ln_view text, const ln_view word)
{
  while (text.n >= word.n && !ln_view_starts(text, word)) {
    text = ln_view_from(text, ln_view_find(ln_view_from(text, 1U), word.s[0]) + 1U);
  }
  return text.n >= word.n;
}

/* Whether a text that begins like JSON has nothing of a mapping. */
static bool
is_data(const ln_view head)
{
  ln_tree_format format = LN_TREE_XML;
  if (!ln_tree_guess(head, &format) || format != LN_TREE_JSON) {
    return false;
  }
  const size_t object = ln_view_find(head, '{');
  return ln_view_find(head, '[') < object ||
         !(holds(head, LN_V("\"@context\"")) || holds(head, LN_V("\"url\"")) ||
           holds(head, LN_V("\"tables\"")) || holds(head, LN_V("\"tableSchema\"")));
}

ln_status
ln_unmapped_data(const ln_view path, ln_log* const log)
{
  ln_in*  in   = NULL;
  ln_view head = {0};
  LN_TRY(open_file(path, &in));
  if (!in) {
    return LN_OK;
  }
  ln_status st           = ln_in_peek(in, LONGEST_BEGINNING, &head);
  st                     = st == LN_OK && is_data(head) ? report(path, LN_TREE_JSON, log) : st;
  const ln_status closed = ln_in_close(in);
  return st == LN_OK ? closed : st;
}
