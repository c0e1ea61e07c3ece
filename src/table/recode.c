/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The way back from UTF-8 to the encoding of a table, through iconv in small pieces. The two bytes
   that stand for a byte without a meaning (table/encoding.c) are no UTF-8, so iconv stops at them,
   and the byte itself is written. What the encoding cannot say at all does not come from a table of
   that encoding; it is written as it is. */

#include "table/recode.h"

#include "base/memory.h"
#include "table/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>

enum { PIECE = 2048 };

struct ln_recoder {
  iconv_t handle;
};

ln_status
ln_recoder_new(const char* const encoding, ln_recoder** const recoder)
{
  *recoder = NULL;
  if (!encoding) {
    return LN_OK;
  }
  ln_recoder* const made = ln_alloc_zero(1U, sizeof(ln_recoder));
  if (!made) {
    return LN_NO_MEM;
  }
  made->handle = iconv_open(encoding, "UTF-8");
  if (made->handle == (iconv_t)-1) { /* NOLINT(performance-no-int-to-ptr): as POSIX has it */
    ln_free(made);
    return LN_NO_MEM; /* the table was read from this encoding, so it is known */
  }
  *recoder = made;
  return LN_OK;
}

/* The bytes at the front that iconv did not take. */
static size_t
put_strange(const ln_view text, ln_out* const out)
{
  char byte = '\0';
  if (ln_encoding_strange(text, &byte)) {
    ln_out_put_byte(out, byte);
    return 2U;
  }
  ln_out_put_byte(out, text.s[0]);
  return 1U;
}

void
ln_recoder_put(ln_recoder* const recoder, const ln_view text, ln_out* const out)
{
  if (!recoder) {
    ln_out_put_view(out, text);
    return;
  }
  char   piece[PIECE];
  char*  in   = (char*)(uintptr_t)text.s; // NOLINT(performance-no-int-to-ptr): iconv only reads it
  size_t left = text.n;
  while (left > 0U && out->status == LN_OK) {
    char*  to   = piece;
    size_t room = PIECE;
    errno       = 0;
    const bool whole =
      iconv(recoder->handle, &in, &left, &to, &room) != (size_t)-1 || errno == E2BIG;
    ln_out_put(out, piece, PIECE - room);
    if (!whole && left > 0U) {
      const size_t taken = put_strange((ln_view){in, left}, out);
      in += taken;
      left -= taken;
    }
  }
}

void
ln_recoder_free(ln_recoder* const recoder)
{
  if (recoder) {
    (void)iconv_close(recoder->handle);
    ln_free(recoder);
  }
}
