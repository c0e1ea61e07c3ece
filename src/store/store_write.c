/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Writing to a store. Triples go as N-Triples, which are also the triples of INSERT DATA, but for
   what SPARQL reads before its grammar: \u escapes. The writers here escape with them no character
   that means anything in a literal or IRI, so they say the same in both. Never MOVE or COPY: there
   is a store that loses triples by them and answers 204. Invariant: what has blank nodes goes in
   one request, for each request has blank nodes of its own. */

#include "base/pack.h"
#include "store/store_inner.h"

/* There are servers that take an update for Latin-1 unless they are told. */
#define UPDATE_TYPE "Content-Type: application/sparql-update; charset=utf-8"

static ln_status
put_packed(void* const self, const ln_view bytes)
{
  return ln_text_add(self, bytes);
}

static ln_status
pack(const ln_view bytes, ln_text* const packed)
{
  ln_packer* packer = NULL;
  ln_text_reset(packed);
  LN_TRY(ln_packer_new(LN_PACK_GZIP, &packer));
  const ln_status st = ln_packer_add(packer, bytes, true, put_packed, packed);
  ln_packer_free(packer);
  return st;
}

bool
ln_store_can_put(const ln_store* const store)
{
  return store->url.n > 0U;
}

ln_status
ln_store_put(ln_store* const             store,
             const ln_http_source* const triples,
             ln_store_result* const      result)
{
  static const char* const HEADERS[] = {"Content-Type: application/n-triples"};
  const ln_http_request    request   = {
         .method = "PUT", .url = store->url.s, .headers = HEADERS, .n_headers = 1U, .source = triples};
  return ln_store_finish(store, &request, LN_REPEAT_COSTLY, result);
}

ln_status
ln_store_update(ln_store* const        store,
                const ln_view          update,
                const ln_repeat        repeat,
                ln_store_result* const result)
{
  static const char* const HEADERS[] = {UPDATE_TYPE};
  const ln_http_request    request   = {.method    = "POST",
                                        .url       = store->settings.endpoint->update,
                                        .headers   = HEADERS,
                                        .n_headers = 1U,
                                        .body      = update,
                                        .once      = repeat == LN_REPEAT_HARMFUL};
  return ln_store_finish(store, &request, repeat, result);
}

ln_status
ln_store_empty(ln_store* const store, ln_store_result* const result)
{
  const char* const graph = store->settings.endpoint->graph;
  if (store->url.n == 0U) {
    ln_text_reset(&store->body);
    LN_TRY(graph ? ln_text_format(&store->body, "CLEAR SILENT GRAPH <%s>", graph)
                 : ln_text_add(&store->body, LN_V("CLEAR SILENT DEFAULT")));
    return ln_store_update(store, ln_text_view(&store->body), LN_REPEAT_HARMLESS, result);
  }
  const ln_http_request request = {.method = "DELETE", .url = store->url.s};
  LN_TRY(ln_store_finish(store, &request, LN_REPEAT_HARMLESS, result));
  result->end = result->status == 404 ? LN_STORE_DONE : result->end;
  return LN_OK;
}

/* One request with some triples. */
static ln_status
post(ln_store* const store, const ln_view triples, const bool ground, ln_store_result* const result)
{
  const char* const headers[] = {store->url.n > 0U ? "Content-Type: application/n-triples"
                                                   : UPDATE_TYPE,
                                 "Content-Encoding: gzip"};
  ln_http_request request = {.method    = "POST",
                             .url       = store->url.s,
                             .headers   = headers,
                             .n_headers = store->settings.gzip ? 2U : 1U,
                             .body      = triples,
                             .once      = !ground};
  if (store->url.n == 0U) {
    request.url = store->settings.endpoint->update;
    ln_text_reset(&store->body);
    LN_TRY(ln_text_add(&store->body, LN_V("INSERT DATA {\n")));
    LN_TRY(ln_store_add_graph(store, triples, &store->body));
    LN_TRY(ln_text_add(&store->body, LN_V("}\n")));
    request.body = ln_text_view(&store->body);
  }
  if (store->settings.gzip) {
    LN_TRY(pack(request.body, &store->packed));
    request.body = ln_text_view(&store->packed);
  }
  return ln_store_finish(store, &request, ground ? LN_REPEAT_HARMLESS : LN_REPEAT_HARMFUL, result);
}

/* Whole lines of at most `most` bytes, but at least one. */
static ln_view
first_lines(const ln_view text, const size_t most)
{
  size_t end = most < text.n ? most : text.n;
  while (end > 0U && end < text.n && text.s[end - 1U] != '\n') {
    --end;
  }
  return ln_view_first(text, end > 0U ? end : ln_view_find(text, '\n') + 1U);
}

ln_status
ln_store_add(ln_store* const        store,
             const ln_view          triples,
             const bool             ground,
             ln_store_result* const result)
{
  ln_view rest = triples;
  result->end  = LN_STORE_DONE;
  while (rest.n > 0U && result->end == LN_STORE_DONE) {
    const bool    whole = !ground || store->most == 0U;
    const ln_view piece = whole ? rest : first_lines(rest, store->most);
    LN_TRY(post(store, piece, ground, result));
    if (result->end == LN_STORE_DONE) {
      rest = ln_view_from(rest, piece.n);
    } else if (result->end == LN_STORE_TOO_LARGE && ground &&
               ln_view_find(piece, '\n') + 1U < piece.n) {
      store->most = piece.n / 2U;
      result->end = LN_STORE_DONE;
    }
  }
  return LN_OK;
}

/* A comment is no triple, so nothing changes if it is understood; if not, packed bytes are no
   N-Triples. */
ln_status
ln_store_takes_gzip(ln_store* const store, bool* const takes, ln_store_result* const result)
{
  const bool gzip      = store->settings.gzip;
  store->settings.gzip = true;
  const ln_status st   = post(store, LN_V("# is this understood?\n"), true, result);
  store->settings.gzip = gzip;
  *takes               = st == LN_OK && result->end == LN_STORE_DONE;
  return st;
}
