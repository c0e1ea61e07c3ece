/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Every reply forbids what it does not need: to be taken for another type, to run or fetch
   anything, to be shown inside a page of others, to be read by scripts of other sites. Nothing that
   a client sent becomes part of a header. */

#include "serve/send.h"

#include "base/sha256.h"
#include "serve/sheet.h"

#include <stdint.h>
#include <stdio.h>

enum { TAG = 29 }; /* 26 letters, two quotes, NUL */

/* 32 bytes in base64 (RFC 4648, section 4): 43 digits and a sign. */
static void
to_base64(const unsigned char hash[LN_SHA256_SIZE + 1], char text[48])
{
  static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  size_t            n        = 0U;
  for (size_t i = 0U; i < LN_SHA256_SIZE; i += 3U) {
    const uint32_t three =
      ((uint32_t)hash[i] << 16U) | ((uint32_t)hash[i + 1U] << 8U) | hash[i + 2U];
    for (unsigned shift = 24U; shift > 0U;) {
      shift -= 6U;
      text[n++] = DIGITS[(three >> shift) & 63U];
    }
  }
  text[n - 1U] = '=';
  text[n]      = '\0';
}

void
ln_sender_init(ln_sender* const sender, const ln_microhttpd* const http)
{
  unsigned char hash[LN_SHA256_SIZE + 1] = {0};
  char          text[48];
  sender->http = http;
  ln_sha256(ln_sheet_style(), hash);
  to_base64(hash, text);
  (void)snprintf(sender->policy,
                 sizeof(sender->policy),
                 "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; "
                 "frame-ancestors 'none'",
                 text);
}

ln_view
ln_sender_header(const ln_sender* const       sender,
                 struct MHD_Connection* const connection,
                 const char* const            name)
{
  return ln_view_of(sender->http->MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name));
}

static bool
add(const ln_sender* const     s,
    struct MHD_Response* const r,
    const char* const          name,
    const char* const          value)
{
  return s->http->MHD_add_response_header(r, name, value) == MHD_YES;
}

static bool
add_headers(const ln_sender* const     s,
            struct MHD_Response* const r,
            const ln_reply* const      reply,
            const char* const          tag)
{
  const bool retry = reply->status == LN_HTTP_UNAVAILABLE;
  const bool last  = retry || reply->status == LN_HTTP_TOO_LARGE;
  return add(s, r, "Content-Type", reply->type) && add(s, r, "X-Content-Type-Options", "nosniff") &&
         add(s, r, "Content-Security-Policy", s->policy) &&
         add(s, r, "Referrer-Policy", "no-referrer") &&
         add(s, r, "Cross-Origin-Resource-Policy", "same-origin") &&
         add(s, r, "Cache-Control", "no-cache") && add(s, r, "Vary", "Accept") &&
         (!*tag || add(s, r, "ETag", tag)) && (!reply->allow || add(s, r, "Allow", reply->allow)) &&
         (!retry || add(s, r, "Retry-After", "5")) && (!last || add(s, r, "Connection", "close"));
}

bool
ln_sender_has_tag(ln_view header, const ln_view tag)
{
  while (header.n > 0U) {
    ln_view part = ln_view_trim(ln_view_first(header, ln_view_find(header, ',')));
    header       = ln_view_from(header, ln_view_find(header, ',') + 1U);
    part         = ln_view_starts(part, LN_V("W/")) ? ln_view_from(part, 2U) : part;
    if (ln_view_equals(part, tag) || ln_view_equals(part, LN_V("*"))) {
      return true;
    }
  }
  return false;
}

/* A tag of what is sent, so that what a client has already is not sent again. */
static void
make_tag(const ln_reply* const reply, char tag[TAG])
{
  tag[0] = '\0';
  if (reply->status == LN_HTTP_OK) {
    tag[0] = '"';
    ln_sha256_base32(ln_out_bytes(reply->body), tag + 1, (size_t)TAG - 3U);
    tag[TAG - 2] = '"';
    tag[TAG - 1] = '\0';
  }
}

enum MHD_Result
ln_sender_send(const ln_sender* const       sender,
               struct MHD_Connection* const connection,
               const ln_request* const      request,
               ln_reply* const              reply)
{
  char          tag[TAG];
  ln_view       body  = ln_out_bytes(reply->body);
  const ln_view known = ln_sender_header(sender, connection, "If-None-Match");
  make_tag(reply, tag);
  if (*tag && ln_sender_has_tag(known, ln_view_of(tag)) &&
      !ln_view_equals(request->method, LN_V("POST"))) {
    reply->status = LN_HTTP_NOT_MODIFIED;
    body          = ln_view_first(body, 0U);
  }
  union {
    const char* lent;
    void*       bytes;
  } whole                         = {.lent = body.s};
  enum MHD_Result            sent = MHD_NO;
  struct MHD_Response* const r =
    sender->http->MHD_create_response_from_buffer(body.n, whole.bytes, MHD_RESPMEM_PERSISTENT);
  if (r && add_headers(sender, r, reply, tag)) {
    sent = sender->http->MHD_queue_response(connection, reply->status, r);
  }
  if (r) {
    sender->http->MHD_destroy_response(r);
  }
  return sent;
}
