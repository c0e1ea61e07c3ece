/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A device keeps its first failure, so it is asked once, at the end: whoever writes need only stop.
   A failure of the world stays one with --strict, too: the status is that of files, not of data. */

#include "run/output.h"

#include <string.h>

ln_status
ln_output_unwritable(ln_log* const log, const char* const path, const char* const error)
{
  const ln_status st = ln_report(log,
                                 LN_L0601,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "%s cannot be written: %s",
                                 path && strcmp(path, "-") != 0 ? path : "standard output",
                                 error && *error ? error : "unknown reason");
  return st == LN_NO_MEM ? st : LN_IO;
}

ln_status
ln_output_open(ln_log* const log, const char* const path, ln_out** const out)
{
  const char*     error = NULL;
  const ln_status st    = ln_out_open(path ? path : "-", LN_PACK_BY_NAME, out, &error);
  return st == LN_IO ? ln_output_unwritable(log, path, error) : st;
}

ln_status
ln_output_close(ln_log* const log, const char* const path, ln_out* const out, const ln_status st)
{
  ln_status end = st;
  if (!out) {
    return st;
  }
  if (end == LN_OK) {
    end = ln_out_finish(out);
  }
  if (end == LN_IO && out->status == LN_IO) {
    end = ln_output_unwritable(log, path, ln_out_error(out));
  }
  if (end != LN_OK) {
    ln_out_abandon(out);
    return end;
  }
  return ln_out_close(out);
}
