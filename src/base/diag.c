/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The log: counts every finding, shows as many as the policy allows, hands all of them to a
   listener. A finding that will be neither shown nor heard is only counted, so a million faults of
   one kind cost neither formatting nor the search for their physical place. A stream that cannot be
   written does not stop the run; ln_log_finish tells. Not thread-safe: workers report in turn. */

#include "base/diag.h"

#include "base/arena.h"
#include "base/diag_text.h"
#include "base/memory.h"
#include "base/quote.h"

#include <inttypes.h>
#include <stdarg.h>

enum { SEVERITIES = LN_ERROR + 1, SHOWN_SLOTS = 4 };

typedef struct {
  ln_view   path; ///< in the log's arena
  ln_locate locate;
  void*     self;
} log_source;

struct ln_log {
  ln_log_policy   policy;
  ln_arena        paths;
  log_source*     sources; ///< source n is at n - 1
  size_t          n_sources;
  size_t          cap_sources;
  ln_finding_func listen;
  void*           listener;
  uint64_t        count[SEVERITIES];
  uint64_t        hidden[SEVERITIES]; ///< kept back by max_errors
  bool            remedy_given[LN_CODE_COUNT];
  bool            stream_failed;
  ln_text         message;
  ln_text         rendered;
  ln_text         shown[SHOWN_SLOTS];
  unsigned        next_shown;
};

ln_log*
ln_log_new(const ln_log_policy* const policy)
{
  ln_log* const log = ln_alloc_zero(1U, sizeof(*log));
  if (log) {
    log->policy = *policy;
  }
  return log;
}

void
ln_log_free(ln_log* const log)
{
  if (log) {
    ln_arena_clear(&log->paths);
    ln_free(log->sources);
    ln_text_clear(&log->message);
    ln_text_clear(&log->rendered);
    for (size_t i = 0U; i < SHOWN_SLOTS; ++i) {
      ln_text_clear(&log->shown[i]);
    }
    ln_free(log);
  }
}

ln_status
ln_log_source(ln_log* const   log,
              const ln_view   path,
              const ln_locate locate,
              void* const     self,
              uint32_t* const source)
{
  if (log->n_sources == log->cap_sources) {
    const size_t      cap  = (log->cap_sources * 2U) + 8U;
    log_source* const more = ln_realloc(log->sources, cap, sizeof(*more));
    if (!more) {
      return LN_NO_MEM;
    }
    log->sources     = more;
    log->cap_sources = cap;
  }
  const ln_view copy = ln_arena_copy(&log->paths, path);
  if (!copy.s || log->n_sources >= UINT32_MAX - 1U) {
    return LN_NO_MEM;
  }
  log->sources[log->n_sources++] = (log_source){copy, locate, self};
  *source                        = (uint32_t)log->n_sources;
  return LN_OK;
}

static log_source*
source_of(const ln_log* const log, const uint32_t source)
{
  return source > 0U && source <= log->n_sources ? &log->sources[source - 1U] : NULL;
}

void
ln_log_locator(ln_log* const log, const uint32_t source, const ln_locate locate, void* const self)
{
  log_source* const s = source_of(log, source);
  if (s) {
    s->locate = locate;
    s->self   = self;
  }
}

ln_status
ln_log_rename(ln_log* const log, const uint32_t source, const ln_view path)
{
  log_source* const s    = source_of(log, source);
  const ln_view     copy = ln_arena_copy(&log->paths, path);
  if (s && copy.s) {
    s->path = copy;
  }
  return copy.s ? LN_OK : LN_NO_MEM;
}

ln_view
ln_log_path(const ln_log* const log, const uint32_t source)
{
  const log_source* const s = source_of(log, source);
  return s ? s->path : (ln_view){NULL, 0U};
}

/** Errors have a limit of their own, so that a flood of warnings cannot hide them. */
static bool
is_shown(const ln_log* const log, const ln_severity severity)
{
  if (!log->policy.stream || (severity == LN_NOTE && log->policy.quiet)) {
    return false;
  }
  const uint64_t limit = log->policy.max_errors;
  const uint64_t notes = log->policy.quiet ? 0U : log->count[LN_NOTE];
  const uint64_t seen =
    severity == LN_ERROR ? log->count[LN_ERROR] : log->count[LN_WARNING] + notes;
  return limit == 0U || seen <= limit;
}

ln_place
ln_log_place(const ln_log* const log, const ln_where where)
{
  ln_place                place = {0};
  const log_source* const s     = source_of(log, where.source);
  if (!s || !s->locate || !s->locate(s->self, where, &place)) {
    return (ln_place){0};
  }
  return place;
}

/** The remedy of a code, once per run. */
static ln_view
remedy_once(ln_log* const log, const ln_code code)
{
  if (log->remedy_given[code]) {
    return (ln_view){NULL, 0U};
  }
  log->remedy_given[code] = true;
  return ln_view_of(ln_code_about(code)->remedy);
}

static ln_status
show(ln_log* const log, const ln_finding* const finding)
{
  ln_text_reset(&log->rendered);
  LN_TRY(ln_finding_render(finding, log->policy.color, &log->rendered));
  const size_t n = log->rendered.n;
  if (fwrite(log->rendered.s, 1U, n, log->policy.stream) != n) {
    log->stream_failed = true;
  }
  return LN_OK;
}

/** Count a finding; tells whether it is to be shown. */
static bool
tally(ln_log* const log, const ln_severity severity)
{
  ++log->count[severity];
  const bool shown = is_shown(log, severity);
  if (!shown && log->policy.stream && !(severity == LN_NOTE && log->policy.quiet)) {
    ++log->hidden[severity];
  }
  return shown;
}

/** Show a finding, its message set, and hand it to the listener; `place` NULL: to be located. */
static ln_status
pass_on(ln_log* const log, ln_finding* const finding, const ln_place* const place, const bool shown)
{
  finding->source = ln_log_path(log, finding->where.source);
  finding->place  = place ? *place : ln_log_place(log, finding->where);
  if (finding->hint.n == 0U) {
    finding->hint = remedy_once(log, finding->code);
  }
  if (shown) {
    LN_TRY(show(log, finding));
  }
  if (log->listen) {
    log->listen(log->listener, finding);
  }
  return LN_OK;
}

static ln_status
verdict(const ln_log* const log, const ln_severity severity)
{
  return log->policy.strict && severity != LN_NOTE ? LN_STOP : LN_OK;
}

/** What both ways of reporting share. */
static ln_status __attribute__((format(printf, 4, 0)))
report(ln_log* const         log,
       ln_finding* const     finding,
       const ln_place* const place,
       const char* const     format,
       va_list               args)
{
  finding->severity = ln_code_about(finding->code)->severity;
  const bool shown  = tally(log, finding->severity);
  if (shown || log->listen) {
    ln_text_reset(&log->message);
    LN_TRY(ln_text_vformat(&log->message, format, args));
    finding->message = ln_text_view(&log->message);
    LN_TRY(pass_on(log, finding, place, shown));
  }
  return verdict(log, finding->severity);
}

ln_status
ln_log_add(ln_log* const log, const ln_finding* const finding)
{
  ln_finding            copy  = *finding;
  const bool            known = copy.place.line > 0U || copy.place.name.n > 0U;
  const ln_place* const place = known ? &finding->place : NULL;
  const bool            shown = tally(log, copy.severity);
  if (shown || log->listen) {
    LN_TRY(pass_on(log, &copy, place, shown));
  }
  return verdict(log, copy.severity);
}

ln_status
ln_log_add_unseen(ln_log* const log, const ln_severity severity, const uint64_t n)
{
  for (uint64_t i = 0U; i < n; ++i) {
    (void)tally(log, severity);
  }
  return n > 0U ? verdict(log, severity) : LN_OK;
}

bool
ln_log_wants(const ln_log* const log)
{
  const uint64_t limit  = log->policy.max_errors;
  const uint64_t notes  = log->policy.quiet ? 0U : log->count[LN_NOTE];
  const uint64_t others = log->count[LN_WARNING] + notes;
  const bool     full   = limit > 0U && log->count[LN_ERROR] >= limit && others >= limit;
  return log->listen || log->policy.strict || (log->policy.stream && !full);
}

bool
ln_log_strict(const ln_log* const log)
{
  return log->policy.strict;
}

ln_status
ln_report(ln_log* const     log,
          const ln_code     code,
          const ln_effect   effect,
          const ln_where    where,
          const ln_view     hint,
          const char* const format,
          ...)
{
  ln_finding finding = {.code = code, .effect = effect, .where = where, .hint = hint};
  va_list    args;
  va_start(args, format);
  const ln_status st = report(log, &finding, NULL, format, args);
  va_end(args);
  return st;
}

ln_status
ln_report_at(ln_log* const        log,
             const ln_code        code,
             const ln_effect      effect,
             const ln_spot* const spot,
             const ln_view        hint,
             const char* const    format,
             ...)
{
  ln_finding finding = {
    .code = code, .effect = effect, .where = {.source = spot->source}, .hint = hint};
  va_list args;
  va_start(args, format);
  const ln_status st = report(log, &finding, &spot->place, format, args);
  va_end(args);
  return st;
}

void
ln_log_listen(ln_log* const log, const ln_finding_func listen, void* const self)
{
  log->listen   = listen;
  log->listener = self;
}

uint64_t
ln_log_count(const ln_log* const log, const ln_severity severity)
{
  return log->count[severity];
}

/** `37 more errors, 2 more warnings and 1 more note`: one part, with what joins it to those before.
 */
static ln_status
add_hidden(
  const uint64_t n, const char* what, const bool last, uint64_t* const before, ln_text* const out)
{
  if (n == 0U) {
    return LN_OK;
  }
  if (*before > 0U) {
    LN_TRY(ln_text_add(out, last ? LN_V(" and ") : LN_V(", ")));
  }
  *before += n;
  return ln_text_format(out, "%" PRIu64 " more %s%s", n, what, n == 1U ? "" : "s");
}

static ln_status
hidden_text(const ln_log* const log, ln_text* const out)
{
  const uint64_t* const hidden = log->hidden;
  uint64_t              before = 0U;
  LN_TRY(ln_text_add(out, LN_V("liner: ")));
  LN_TRY(add_hidden(hidden[LN_ERROR], "error", false, &before, out));
  LN_TRY(add_hidden(hidden[LN_WARNING], "warning", hidden[LN_NOTE] == 0U, &before, out));
  LN_TRY(add_hidden(hidden[LN_NOTE], "note", true, &before, out));
  return ln_text_format(out,
                        " %s not shown (--max-errors %" PRIu64 ")\n",
                        before == 1U ? "was" : "were",
                        log->policy.max_errors);
}

ln_status
ln_log_finish(ln_log* const log)
{
  FILE* const stream = log->policy.stream;
  if (!stream) {
    return LN_OK;
  }
  if (log->hidden[LN_ERROR] + log->hidden[LN_WARNING] + log->hidden[LN_NOTE] > 0U) {
    ln_text_reset(&log->rendered);
    LN_TRY(hidden_text(log, &log->rendered));
    const size_t n = log->rendered.n;
    if (fwrite(log->rendered.s, 1U, n, stream) != n) {
      log->stream_failed = true;
    }
    // Said once, even if finish is called again
    memset(log->hidden, 0, sizeof(log->hidden));
  }
  if (fflush(stream) != 0) {
    log->stream_failed = true;
  }
  return log->stream_failed ? LN_IO : LN_OK;
}

const char*
ln_shown(ln_log* const log, const ln_view value)
{
  ln_text* const slot = &log->shown[log->next_shown];
  log->next_shown     = (log->next_shown + 1U) % SHOWN_SLOTS;
  ln_text_reset(slot);
  return ln_quote(value, slot) == LN_OK ? slot->s : "\"…\"";
}
