/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From an input to a server: the address is taken first, since that fails at once; then the graph
   is read, which may take long; then requests are let in. */

#include "serve/serve.h"

#include "run/ask.h"
#include "serve/listener.h"
#include "serve/server.h"

enum { REQUEST = 1 << 20 };

typedef struct {
  const ln_job*  job;
  ln_log*        log;
  ln_source_data data;
  ln_holdings*   holdings;
  ln_listener    listener;
} serving;

static ln_status
report(const serving* const s, const char* const what, const char* const error)
{
  const ln_status st =
    ln_report(s->log, LN_L1090, LN_NO_OUTPUT, (ln_where){0}, LN_V(""), "%s: %s", what, error);
  return st == LN_OK ? LN_IO : st;
}

static ln_status
listen_for(serving* const s)
{
  const char*     error = "";
  const ln_status st =
    ln_listener_open(&s->listener, s->job->serve.address, (uint16_t)s->job->serve.port, &error);
  if (st != LN_IO && st != LN_USAGE) {
    return st;
  }
  const ln_status reported = ln_report(s->log,
                                       LN_L1090,
                                       LN_NO_OUTPUT,
                                       (ln_where){0},
                                       LN_V(""),
                                       "port %u of %s cannot be listened at: %s",
                                       (unsigned)s->job->serve.port,
                                       s->job->serve.address,
                                       error);
  return reported == LN_OK ? st : reported;
}

static ln_status
run(serving* const s, void (*const tell)(uint64_t triples, ln_view url))
{
  const char* error = "";
  LN_TRY(listen_for(s));
  LN_TRY(ln_source_load(&s->data, s->job, s->log));
  LN_TRY(ln_holdings_new(s->data.set, ln_view_of(s->job->base), &s->holdings));
  const ln_server_settings settings = {.holdings    = s->holdings,
                                       .listener    = &s->listener,
                                       .prefixes    = s->data.prefixes,
                                       .n_prefixes  = s->data.n_prefixes,
                                       .seconds     = (double)s->job->serve.seconds,
                                       .memory      = s->job->memory,
                                       .answer      = s->job->serve.answer,
                                       .request     = REQUEST,
                                       .connections = s->job->serve.connections,
                                       .stop        = s->job->stop};
  tell(ln_dataset_size(s->data.set), ln_text_view(&s->listener.url));
  const ln_status st = ln_server_run(&settings, &error);
  return st == LN_IO ? report(s, "nothing can be served", error) : st;
}

ln_status
ln_serve_run(const ln_job* const job,
             ln_log* const       log,
             void (*const tell)(uint64_t triples, ln_view url))
{
  serving         s  = {.job = job, .log = log, .listener = {.fd = -1}};
  const ln_status st = run(&s, tell);
  ln_listener_close(&s.listener);
  ln_holdings_free(s.holdings);
  ln_source_clear(&s.data);
  return st;
}
