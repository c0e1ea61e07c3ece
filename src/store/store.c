/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A store and the talk with it: one request, repeated as store/retry.h judges, and told in words.
   Invariant: what is told never holds who we are, since neither URLs nor what is sent is in it. */

#include "store/store.h"

#include "base/memory.h"
#include "base/random.h"
#include "store/store_inner.h"

#include <time.h>

enum { SAID_MOST = 300, SLICE_MS = 50 };

void
ln_store_result_clear(ln_store_result* const result)
{
  ln_text_clear(&result->said);
  ln_text_clear(&result->server);
  *result = (ln_store_result){0};
}

ln_status
ln_store_open(const ln_store_settings* const settings,
              ln_store** const               store,
              const char** const             problem)
{
  ln_store* const opened = ln_alloc_zero(1U, sizeof(*opened));
  *store                 = NULL;
  *problem               = "";
  if (!opened) {
    return LN_NO_MEM;
  }
  opened->settings = *settings;
  ln_status st     = ln_http_new(&settings->http, &opened->http, problem);
  if (st == LN_OK && settings->endpoint->graph_store) {
    st = ln_endpoint_graph_url(settings->endpoint, &opened->url);
  }
  if (st != LN_OK) {
    ln_store_close(opened);
    return st;
  }
  *store = opened;
  return LN_OK;
}

void
ln_store_close(ln_store* const store)
{
  if (store) {
    ln_http_free(store->http);
    ln_http_answer_clear(&store->answer);
    ln_text_clear(&store->url);
    ln_text_clear(&store->body);
    ln_text_clear(&store->packed);
    ln_free(store);
  }
}

/* Wait, but not longer than until the user asks to stop. */
static void
wait_for(const ln_store* const store, uint64_t milliseconds)
{
  const volatile sig_atomic_t* const stop = store->settings.http.stop;
  while (milliseconds > 0U && !(stop && *stop != 0)) {
    const uint64_t        slice = milliseconds < SLICE_MS ? milliseconds : (uint64_t)SLICE_MS;
    const struct timespec pause = {0, (long)slice * 1000000L};
    (void)nanosleep(&pause, NULL);
    milliseconds -= slice;
  }
}

/* The beginning of what was said, on one line. */
static ln_status
keep_said(const ln_view text, ln_text* const said)
{
  const ln_view trimmed = ln_view_trim(text);
  bool          blank   = false;
  for (size_t i = 0U; i < trimmed.n && said->n < SAID_MOST; ++i) {
    const char c  = trimmed.s[i];
    const bool is = c == ' ' || (c >= '\t' && c <= '\r');
    if (!is || !blank) {
      LN_TRY(ln_text_add_byte(said, is ? ' ' : c));
    }
    blank = is;
  }
  return LN_OK;
}

static ln_status
tell(const ln_http_answer* const answer, ln_store_result* const result)
{
  const bool answered = answer->end == LN_HTTP_ANSWERED;
  const bool moved    = answered && answer->location.n > 0U;
  result->status      = answer->status;
  result->failure     = answer->failure;
  ln_text_reset(&result->said);
  if (moved) {
    return ln_text_format(
      &result->said, "it is elsewhere, at %s, and redirects are not followed", answer->location.s);
  }
  LN_TRY(keep_said(ln_text_view(answered ? &answer->body : &answer->problem), &result->said));
  if (answer->server.n > 0U) {
    ln_text_reset(&result->server);
    LN_TRY(ln_text_add(&result->server, ln_text_view(&answer->server)));
  }
  return LN_OK;
}

ln_status
ln_store_send(ln_store* const              store,
              const ln_http_request* const request,
              const ln_repeat              repeat,
              ln_store_result* const       result,
              ln_next* const               next)
{
  const ln_retry* const retry = &store->settings.retry;
  for (unsigned tried = 0U;; ++tried) {
    LN_TRY(ln_http_send(store->http, request, &store->answer));
    ++result->requests;
    *next = ln_retry_next(&store->answer, repeat);
    if (*next != LN_NEXT_AGAIN || tried >= retry->most) {
      break;
    }
    ++result->repeated;
    wait_for(store, ln_retry_wait(retry, tried, store->answer.retry_after, ln_random()));
  }
  return tell(&store->answer, result);
}

static ln_store_end
end_of(const ln_http_answer* const answer, const ln_next next)
{
  if (next == LN_NEXT_DONE || next == LN_NEXT_LOOK) {
    return next == LN_NEXT_DONE ? LN_STORE_DONE : LN_STORE_UNSURE;
  }
  if (next == LN_NEXT_SMALLER) {
    return LN_STORE_TOO_LARGE;
  }
  if (answer->end == LN_HTTP_UNREACHED || answer->end == LN_HTTP_STOPPED) {
    return answer->end == LN_HTTP_STOPPED ? LN_STORE_STOPPED : LN_STORE_UNREACHED;
  }
  if (answer->status == 401 || answer->status == 403) {
    return LN_STORE_DENIED;
  }
  return next == LN_NEXT_AGAIN ? LN_STORE_UNSURE : LN_STORE_FAILED;
}

ln_status
ln_store_finish(ln_store* const              store,
                const ln_http_request* const request,
                const ln_repeat              repeat,
                ln_store_result* const       result)
{
  ln_next next = LN_NEXT_STOP;
  LN_TRY(ln_store_send(store, request, repeat, result, &next));
  result->end = end_of(&store->answer, next);
  return LN_OK;
}

static ln_status
take_none(void* const self, const ln_view bytes)
{
  (void)self;
  (void)bytes;
  return LN_END;
}

ln_status
ln_store_greet(ln_store* const store, ln_store_result* const result)
{
  static const char* const HEADERS[] = {"Accept: application/n-triples, */*;q=0.1"};
  const bool               graph     = store->url.n > 0U;
  const ln_http_request    request   = {.method = "GET",
                                        .url = graph ? store->url.s : store->settings.endpoint->update,
                                        .headers   = HEADERS,
                                        .n_headers = 1U,
                                        .take      = take_none};
  LN_TRY(ln_store_finish(store, &request, LN_REPEAT_HARMLESS, result));
  /* Whether there is such a graph, or a use for a GET, does not matter here. */
  if (result->end == LN_STORE_FAILED && result->status >= 400) {
    result->end = LN_STORE_DONE;
  }
  return LN_OK;
}

ln_status
ln_store_add_graph(const ln_store* const store, const ln_view inner, ln_text* const text)
{
  const char* const graph = store->settings.endpoint->graph;
  LN_TRY(graph ? ln_text_format(text, "GRAPH <%s> {\n", graph) : LN_OK);
  LN_TRY(ln_text_add(text, inner));
  return graph ? ln_text_add(text, LN_V("}")) : LN_OK;
}
