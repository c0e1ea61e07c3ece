/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The head of a table is kept as it was read, so that rows can be written to a file that is read as
   the table is. A `\r` may be the last byte of a read, so what follows it is told later, when the
   next row begins: the head never depends on the size of reads. Its memory is that of the rows in
   front of the data. */

#include "table/head.h"

static void
take_end(ln_head* const head, const ln_view end)
{
  head->end = end.s[0];
  if (end.n <= sizeof(head->named) && (end.n > 1U || (end.s[0] != '\r' && end.s[0] != '\n'))) {
    memcpy(head->named, end.s, end.n);
    head->n_named = end.n;
  }
}

ln_status
ln_head_row(ln_head* const      head,
            const ln_row* const row,
            const ln_view       end,
            const bool          counts,
            const uint32_t      header_rows)
{
  if (head->end == '\0' && end.n > 0U) {
    take_end(head, end);
    head->first = row->number;
  }
  if (head->done || (counts && head->rows++ >= header_rows)) {
    head->done = true;
    return LN_OK;
  }
  LN_TRY(ln_text_add(&head->bytes, row->raw));
  return ln_text_add(&head->bytes, end);
}

ln_status
ln_head_pair(ln_head* const head, const uint64_t number)
{
  head->pair = head->pair || (head->end == '\r' && head->first == number);
  return head->done ? LN_OK : ln_text_add_byte(&head->bytes, '\n');
}

ln_view
ln_head_line_end(const ln_head* const head)
{
  if (head->n_named > 0U) {
    return (ln_view){head->named, head->n_named};
  }
  if (head->end != '\r') {
    return LN_V("\n");
  }
  return head->pair ? LN_V("\r\n") : LN_V("\r");
}

void
ln_head_clear(ln_head* const head)
{
  ln_text_clear(&head->bytes);
}
