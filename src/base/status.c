/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Names for the reasons of unwinding. One table indexed by the enumeration; nothing is allocated,
   so it can be used when memory is gone. */

#include "base/status.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

const char*
ln_status_text(const ln_status status)
{
  static const char* const texts[] = {
    [LN_OK]     = "done",
    [LN_END]    = "nothing more to read",
    [LN_STOP]   = "stopped",
    [LN_NO_MEM] = "out of memory",
    [LN_IO]     = "input or output failed",
    [LN_USAGE]  = "the request makes no sense",
  };
  const size_t n = sizeof(texts) / sizeof(texts[0]);
  return (size_t)status < n ? texts[(size_t)status] : "unknown status";
}

const char*
ln_errno_text(const int code)
{
  // The reader went away: common behind `head`, and worth a stable wording
  if (code == EPIPE) {
    return "broken pipe";
  }
  // The texts of known numbers are constants of the C library; nothing here makes up numbers
  return strerror(code); // NOLINT(concurrency-mt-unsafe)
}
