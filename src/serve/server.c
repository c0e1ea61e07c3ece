/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One thread and no locks: the library reads and writes HTTP when it is called, pages are made on
   the spot, queries by processes of their own (serve/errand.h), and poll waits for all of them. A
   connection that is slow to ask is cut off after a while, sooner if others want its place: so one
   that never asks costs nobody else anything. */

#include "serve/server.h"

#include "serve/router.h"
#include "serve/send.h"
#include "serve/visit.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

enum {
  RUNNING = 4,  ///< queries at once; the others wait
  SPARE   = 32, ///< connections that are told that there are too many
};

typedef struct {
  const ln_server_settings* settings;
  ln_router                 router;
  ln_microhttpd             http;
  struct MHD_Daemon*        daemon;
  int                       epoll;
  ln_sender                 sender;
  ln_guests                 guests;
  ln_visit*                 waiting; ///< for an errand to begin or to end; the oldest last
  size_t                    running;
  ln_visit*                 child; ///< in an errand: the one it is made for
} server;

/* ---- connections ---- */

static void
greet(server* const s, struct MHD_Connection* const connection, void** const context)
{
  const union MHD_ConnectionInfo* const info =
    s->http.MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  *context = info ? ln_guest_greet(&s->guests, info->connect_fd, ln_errand_clock()) : NULL;
}

static void
notice(void* const                               self,
       struct MHD_Connection* const              connection,
       void** const                              context,
       const enum MHD_ConnectionNotificationCode code)
{
  server* const s = self;
  if (code == MHD_CONNECTION_NOTIFY_STARTED) {
    greet(s, connection, context);
  } else if (*context) {
    ln_guest_part(&s->guests, *context);
    *context = NULL;
  }
}

/* ---- errands ---- */

static void
join_queue(server* const s, ln_visit* const v)
{
  v->next   = s->waiting;
  v->before = NULL;
  if (s->waiting) {
    s->waiting->before = v;
  }
  s->waiting = v;
  v->waiting = true;
}

static void
leave_queue(server* const s, ln_visit* const v)
{
  if (!v->waiting) {
    return;
  }
  if (v->next) {
    v->next->before = v->before;
  }
  if (v->before) {
    v->before->next = v->next;
  } else {
    s->waiting = v->next;
  }
  v->waiting = false;
  s->running -= v->errand ? 1U : 0U;
}

/* In the errand's process: connections are the server's alone, which else could not end them. */
static void
close_all(void* const self)
{
  const server* const s = self;
  (void)close(s->epoll);
  (void)close(s->settings->listener->fd);
  ln_guest_close_all(&s->guests);
  for (const ln_visit* v = s->waiting; v; v = v->next) {
    if (v->errand && ln_errand_fd(v->errand) >= 0) {
      (void)close(ln_errand_fd(v->errand));
    }
  }
}

static ln_status
answer(void* const self, ln_reply* const reply)
{
  const server* const s = self;
  return ln_question_answer(&s->child->question, reply);
}

static ln_status
begin_errand(server* const s, ln_visit* const v)
{
  const ln_errand_limits limits = {s->settings->seconds + 1.0, s->settings->answer};
  s->child                      = v;
  v->question.prefixes          = s->settings->prefixes;
  v->question.n_prefixes        = s->settings->n_prefixes;
  v->question.seconds           = s->settings->seconds;
  v->question.memory            = s->settings->memory;
  const ln_status st            = ln_errand_begin(&limits, answer, close_all, s, &v->errand);
  s->running += st == LN_OK ? 1U : 0U;
  return st;
}

static void
release(server* const s, ln_visit* const v)
{
  leave_queue(s, v);
  v->replied = true;
  s->http.MHD_resume_connection(v->connection);
}

/* The oldest that waits, or NULL. */
static ln_visit*
next_in_queue(const server* const s)
{
  ln_visit* oldest = NULL;
  for (ln_visit* v = s->waiting; v; v = v->next) {
    oldest = v->errand ? oldest : v;
  }
  return oldest;
}

static ln_status
begin_errands(server* const s)
{
  ln_visit* v = NULL;
  while (s->running < RUNNING && (v = next_in_queue(s)) != NULL) {
    const ln_status st = begin_errand(s, v);
    if (st == LN_IO) {
      LN_TRY(ln_reply_words(&v->reply, LN_HTTP_UNAVAILABLE, "there is no process left for this"));
      release(s, v);
    } else {
      LN_TRY(st);
    }
  }
  return LN_OK;
}

static ln_status
end_errands(server* const s, const int64_t now)
{
  ln_visit* next = NULL;
  for (ln_visit* v = s->waiting; v; v = next) {
    bool done = false;
    next      = v->next;
    LN_TRY(v->errand ? ln_errand_take(v->errand, now, &done) : LN_OK);
    if (done) {
      release(s, v);
    }
  }
  return LN_OK;
}

/* ---- requests ---- */

static void*
arrive(void* const self, const char* const uri, struct MHD_Connection* const connection)
{
  ln_visit* const v = ln_visit_new(uri);
  (void)self;
  if (v) {
    v->connection = connection;
  }
  return v;
}

static enum MHD_Result
send_words(const server* const s, ln_visit* const v, const unsigned status, const char* const words)
{
  return ln_reply_words(&v->reply, status, "%s", words) == LN_OK
           ? ln_sender_send(&s->sender, v->connection, &v->request, &v->reply)
           : MHD_NO;
}

static bool
read_length(ln_view text, size_t* const length)
{
  *length = 0U;
  for (; text.n > 0U; text = ln_view_from(text, 1U)) {
    if (text.s[0] < '0' || text.s[0] > '9' || *length > SIZE_MAX / 16U) {
      return false;
    }
    *length = (*length * 10U) + (size_t)(text.s[0] - '0');
  }
  return true;
}

static ln_status
copy(ln_visit* const v, const ln_view text, ln_view* const out)
{
  *out = ln_arena_copy(&v->arena, text);
  return out->s ? LN_OK : LN_NO_MEM;
}

/* All headers are there. The body of a request that is too large is not waited for. */
static enum MHD_Result
begin_visit(server* const s, ln_visit* const v, const char* const method)
{
  const union MHD_ConnectionInfo* const info =
    s->http.MHD_get_connection_info(v->connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  size_t length = 0U;
  v->begun      = true;
  v->guest      = info ? info->socket_context : NULL;
  ln_visit_cut(v);
  if (copy(v, ln_view_of(method), &v->request.method) != LN_OK ||
      copy(v, ln_sender_header(&s->sender, v->connection, "Accept"), &v->request.accept) != LN_OK ||
      copy(v, ln_sender_header(&s->sender, v->connection, "Content-Type"), &v->request.type) !=
        LN_OK ||
      copy(v,
           ln_sender_header(&s->sender, v->connection, "Content-Encoding"),
           &v->request.encoding) != LN_OK ||
      copy(v, ln_sender_header(&s->sender, v->connection, "Host"), &v->request.host) != LN_OK) {
    return MHD_NO;
  }
  if (v->guest && v->guest->surplus) {
    return send_words(s, v, LN_HTTP_UNAVAILABLE, "there are too many connections: come back later");
  }
  if (!read_length(ln_sender_header(&s->sender, v->connection, "Content-Length"), &length) ||
      length > s->settings->request) {
    return send_words(s, v, LN_HTTP_TOO_LARGE, "the request is larger than this server reads");
  }
  return MHD_YES;
}

/* The request is whole. */
static enum MHD_Result
end_visit(server* const s, ln_visit* const v)
{
  bool asked      = false;
  v->request.body = ln_text_view(&v->body);
  if (v->guest) {
    v->guest->asking = true;
    v->guest->since  = ln_errand_clock();
  }
  if (v->too_large) {
    return send_words(s, v, LN_HTTP_TOO_LARGE, "the request is larger than this server reads");
  }
  if (ln_router_reply(&s->router, &v->request, &v->question, &asked, &v->reply) != LN_OK) {
    return MHD_NO;
  }
  if (!asked) {
    return ln_sender_send(&s->sender, v->connection, &v->request, &v->reply);
  }
  join_queue(s, v);
  s->http.MHD_suspend_connection(v->connection);
  return MHD_YES;
}

static enum MHD_Result
// NOLINTNEXTLINE(readability-function-size): the library says what it is told
handle(void* const                  self,
       struct MHD_Connection* const connection,
       const char* const            url,
       const char* const            method,
       const char* const            version,
       const char* const            data,
       size_t* const                size,
       void** const                 context)
{
  server* const   s = self;
  ln_visit* const v = *context;
  (void)connection;
  (void)url;
  (void)version;
  if (!v) {
    return MHD_NO;
  }
  if (!v->begun) {
    return begin_visit(s, v, method);
  }
  if (*size > 0U) {
    const ln_status st = ln_visit_add(v, (ln_view){data, *size}, s->settings->request);
    *size              = 0U;
    return st == LN_OK ? MHD_YES : MHD_NO;
  }
  if (v->replied) {
    ln_reply* const reply = v->errand ? ln_errand_reply(v->errand) : &v->reply;
    return ln_sender_send(&s->sender, v->connection, &v->request, reply);
  }
  return v->waiting ? MHD_YES : end_visit(s, v);
}

static void
leave(void* const                           self,
      struct MHD_Connection* const          connection,
      void** const                          context,
      const enum MHD_RequestTerminationCode code)
{
  server* const   s = self;
  ln_visit* const v = *context;
  (void)connection;
  (void)code;
  if (!v) {
    return;
  }
  leave_queue(s, v);
  if (v->guest) {
    v->guest->asking = false;
    v->guest->since  = ln_errand_clock();
  }
  ln_visit_free(v);
  *context = NULL;
}

/* ---- the whole ---- */

static bool
start(server* const s)
{
  const unsigned flags = (unsigned)MHD_USE_EPOLL | (unsigned)MHD_ALLOW_SUSPEND_RESUME;
  s->daemon            = s->http.MHD_start_daemon(flags,
                                       0U,
                                       NULL,
                                       NULL,
                                       handle,
                                       s,
                                       MHD_OPTION_LISTEN_SOCKET,
                                       s->settings->listener->fd,
                                       MHD_OPTION_CONNECTION_LIMIT,
                                       (unsigned)s->settings->connections + (unsigned)SPARE,
                                       MHD_OPTION_URI_LOG_CALLBACK,
                                       arrive,
                                       s,
                                       MHD_OPTION_NOTIFY_COMPLETED,
                                       leave,
                                       s,
                                       MHD_OPTION_NOTIFY_CONNECTION,
                                       notice,
                                       s,
                                       MHD_OPTION_STRICT_FOR_CLIENT,
                                       1,
                                       MHD_OPTION_END);
  const union MHD_DaemonInfo* const info =
    s->daemon ? s->http.MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_EPOLL_FD) : NULL;
  s->epoll = info ? info->epoll_fd : -1;
  return info != NULL;
}

/* How long nothing need be done. */
static int
patience(const server* const s)
{
  unsigned long long most  = 0U;
  const int          usual = 1000;
  if (s->http.MHD_get_timeout(s->daemon, &most) == MHD_YES && most < (unsigned)usual) {
    return (int)most;
  }
  return usual;
}

static ln_status
wait_for_work(const server* const s)
{
  struct pollfd devices[RUNNING + 1] = {{.fd = s->epoll, .events = POLLIN}};
  nfds_t        n                    = 1U;
  for (const ln_visit* v = s->waiting; v && n <= RUNNING; v = v->next) {
    if (v->errand) {
      devices[n++] = (struct pollfd){.fd = ln_errand_fd(v->errand), .events = POLLIN};
    }
  }
  return poll(devices, n, patience(s)) < 0 && errno != EINTR ? LN_IO : LN_OK;
}

static ln_status
serve(server* const s)
{
  while (*s->settings->stop == 0) {
    LN_TRY(wait_for_work(s));
    const int64_t now = ln_errand_clock();
    LN_TRY(end_errands(s, now));
    if (s->http.MHD_run(s->daemon) != MHD_YES) {
      return LN_IO;
    }
    LN_TRY(begin_errands(s));
    ln_guest_cut_slow(&s->guests, now);
  }
  return LN_STOP;
}

/* Connections that are suspended cannot be ended. */
static void
stop(server* const s)
{
  while (s->waiting) {
    ln_visit* const v = s->waiting;
    leave_queue(s, v);
    ln_errand_free(v->errand);
    v->errand = NULL;
    if (ln_reply_words(&v->reply, LN_HTTP_UNAVAILABLE, "the server ends") == LN_OK) {
      v->replied = true;
    }
    s->http.MHD_resume_connection(v->connection);
  }
  s->http.MHD_stop_daemon(s->daemon);
}

ln_status
ln_server_run(const ln_server_settings* const settings, const char** const error)
{
  server s = {.settings = settings,
              .router   = {.holdings = settings->holdings, .listener = settings->listener}};
  LN_TRY(ln_microhttpd_open(LN_MICROHTTPD, &s.http, error));
  ln_sender_init(&s.sender, &s.http);
  s.guests.most = settings->connections;
  if (!start(&s)) {
    *error = "libmicrohttpd could not begin";
    return LN_IO;
  }
  const ln_status st = serve(&s);
  *error             = st == LN_IO ? "the connections could not be waited for" : "";
  stop(&s);
  return st;
}
