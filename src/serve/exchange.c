/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A reply is whole before its first byte is sent, so that its status is always true. */

#include "serve/exchange.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>

ln_status
ln_reply_begin(ln_reply* const reply, const unsigned status, const char* const type)
{
  reply->status = status;
  (void)snprintf(reply->type, sizeof(reply->type), "%s", type);
  if (reply->body) {
    ln_out_rewind(reply->body);
    return LN_OK;
  }
  return ln_out_memory(&reply->body);
}

ln_status
ln_reply_words(ln_reply* const reply, const unsigned status, const char* const format, ...)
{
  ln_text text = {0};
  va_list args;
  LN_TRY(ln_reply_begin(reply, status, "text/plain; charset=utf-8"));
  va_start(args, format);
  const ln_status st = ln_text_vformat(&text, format, args);
  va_end(args);
  ln_out_put_view(reply->body, ln_text_view(&text));
  ln_out_put_byte(reply->body, '\n');
  ln_text_clear(&text);
  return st == LN_OK ? reply->body->status : st;
}

void
ln_reply_clear(ln_reply* const reply)
{
  ln_out_abandon(reply->body);
  *reply = (ln_reply){.body = NULL};
}
