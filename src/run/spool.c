/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The copy stands in a folder of its own, which nobody else can look into, and is taken away with
   it. It is packed, so that it takes about a tenth of the bytes that were read. */

#include "run/spool.h"

#include "base/in.h"
#include "base/memory.h"
#include "run/output.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { PAGE = 1 << 16 };

static ln_status
report_copy(ln_log* const log, const char* const error)
{
  const ln_status st = ln_report(log,
                                 LN_L0605,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "what is read twice needs a temporary file: %s",
                                 error && *error ? error : "unknown reason");
  return st == LN_NO_MEM ? st : LN_IO;
}

static ln_status
begin(ln_spool* const s, ln_log* const log)
{
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody changes the environment
  const char* const in    = getenv("TMPDIR");
  const char*       error = NULL;
  LN_TRY(ln_text_format(&s->folder, "%s/liner-XXXXXX", in && *in ? in : "/tmp"));
  if (!mkdtemp(s->folder.s)) {
    ln_text_clear(&s->folder);
    return report_copy(log, ln_errno_text(errno));
  }
  LN_TRY(ln_text_format(&s->path, "%s/graph", s->folder.s));
  const ln_status st = ln_out_open(s->path.s, LN_PACK_ZSTD, &s->out, &error);
  return st == LN_IO ? report_copy(log, error) : st;
}

static ln_status
end(ln_spool* const s, ln_log* const log)
{
  const ln_status st = ln_out_finish(s->out);
  LN_TRY(st == LN_IO ? report_copy(log, ln_out_error(s->out)) : st);
  ln_out* const out = s->out;
  s->out            = NULL;
  return ln_out_close(out);
}

static ln_status
take(void* const self, const ln_view bytes)
{
  ln_spool* const s = (ln_spool*)self;
  ln_out_put_view(s->out, bytes);
  return s->out->status;
}

static ln_status
copy_pages(ln_spool* const s, ln_in* const in)
{
  char* const page = (char*)ln_alloc(PAGE);
  ln_status   st   = page ? LN_OK : LN_NO_MEM;
  while (st == LN_OK) {
    size_t got = 0U;
    st         = ln_in_read(in, page, PAGE, &got);
    st         = st == LN_OK ? take(s, (ln_view){page, got}) : st;
  }
  ln_free(page);
  return st == LN_END ? LN_OK : st;
}

ln_status
ln_spool_input(ln_spool* const spool, ln_log* const log)
{
  ln_in*      in    = NULL;
  const char* error = NULL;
  LN_TRY(begin(spool, log));
  ln_status st = ln_in_open("-", &in, &error);
  st           = st == LN_OK ? copy_pages(spool, in) : st;
  if (st == LN_IO) {
    const bool full = spool->out->status == LN_IO;
    error           = in && !full ? ln_in_error(in) : error;
    st              = report_copy(log, full ? ln_out_error(spool->out) : error);
  }
  const ln_status closed = ln_in_close(in);
  LN_TRY(st);
  LN_TRY(closed);
  return end(spool, log);
}

static ln_status
report_store(ln_log* const log, const char* const what, const ln_store_result* const result)
{
  const ln_status st =
    ln_report(log,
              LN_L0764,
              LN_NO_OUTPUT,
              (ln_where){0},
              LN_V(""),
              "the graph of the store cannot be read: %s%s",
              what,
              result && result->said.n > 0U ? ln_shown(log, ln_text_view(&result->said)) : "");
  return st == LN_NO_MEM ? st : LN_IO;
}

static ln_status
fetch(ln_spool* const spool, ln_store* const store, ln_log* const log)
{
  ln_store_result result = {.end = LN_STORE_DONE};
  if (!ln_store_can_read(store)) {
    return report_store(log, "there is no URL of a graph store or for queries", NULL);
  }
  ln_status st = begin(spool, log);
  st           = st == LN_OK ? ln_store_fetch(store, take, spool, &result) : st;
  if (st == LN_OK && result.end == LN_STORE_STOPPED) {
    st = LN_STOP;
  } else if (st == LN_OK && spool->out->status == LN_IO) {
    st = report_copy(log, ln_out_error(spool->out));
  } else if (st == LN_OK && result.end != LN_STORE_DONE) {
    st = report_store(log, "it says ", &result);
  }
  ln_store_result_clear(&result);
  LN_TRY(st);
  return end(spool, log);
}

ln_status
ln_spool_store(ln_spool* const spool, const ln_store_settings* const settings, ln_log* const log)
{
  ln_store*   store   = NULL;
  const char* problem = "";
  ln_status   st      = ln_store_open(settings, &store, &problem);
  if (st == LN_IO) {
    return report_store(log, problem, NULL);
  }
  st = st == LN_OK ? fetch(spool, store, log) : st;
  ln_store_close(store);
  return st;
}

void
ln_spool_clear(ln_spool* const spool)
{
  ln_out_abandon(spool->out);
  if (spool->path.n > 0U) {
    (void)unlink(spool->path.s);
  }
  if (spool->folder.n > 0U) {
    (void)rmdir(spool->folder.s);
  }
  ln_text_clear(&spool->path);
  ln_text_clear(&spool->folder);
  spool->out = NULL;
}
