/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Rules come from a table inside the program and from those that the user names, in this order: a
   later rule takes the place of an earlier one of its name. */

#include "run/rules.h"

#include "base/in.h"
#include "base/text.h"
#include "map/embedded.h"

static ln_status
read_builtin(const char* const  name,
             ln_facts* const    facts,
             ln_log* const      log,
             ln_rulebook* const book)
{
  const ln_embedded* const file  = ln_embedded_find(ln_view_of(name));
  ln_in*                   in    = NULL;
  ln_text                  shown = {0};
  ln_status                st    = ln_text_format(&shown, "builtin:%s", name);
  st = st == LN_OK ? ln_in_memory(file ? file->bytes : LN_V(""), &in) : st;
  st = st == LN_OK ? ln_rulebook_read(book, in, ln_text_view(&shown), facts, log) : st;
  ln_text_clear(&shown);
  return st;
}

static ln_status
read_file(const char* const path, ln_facts* const facts, ln_log* const log, ln_rulebook* const book)
{
  ln_in*          in    = NULL;
  const char*     error = NULL;
  const ln_status st    = ln_in_open(path, &in, &error);
  if (st == LN_IO) {
    const ln_status reported = ln_report(log,
                                         LN_L0109,
                                         LN_NO_OUTPUT,
                                         (ln_where){0},
                                         LN_V(""),
                                         "%s cannot be read: %s",
                                         path,
                                         error ? error : "unknown reason");
    return reported == LN_OK ? LN_IO : reported;
  }
  LN_TRY(st);
  return ln_rulebook_read(book, in, ln_view_of(path), facts, log);
}

ln_status
ln_rules_read(const ln_job* const job,
              const char* const   builtin,
              ln_facts* const     facts,
              ln_log* const       log,
              ln_rulebook* const  book)
{
  LN_TRY(read_builtin(builtin, facts, log, book));
  for (size_t i = 0U; i < job->n_rules; ++i) {
    LN_TRY(read_file(job->rules[i], facts, log, book));
  }
  return LN_OK;
}
