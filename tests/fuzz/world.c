/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One folder a process below TMPDIR, made when first needed and emptied of what a run wrote before
   the next; its name holds the process, so that several fuzzers do not meet. It is deleted when the
   program ends in peace; what is left when it does not is in TMPDIR, which the scripts delete. */

#include "world.h"

#include "base/diag.h"
#include "base/in.h"
#include "base/memory.h"
#include "map/mapping.h"
#include "run/run.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 200, LIMIT = 1 << 28 };

static const char* const NAMES[] = {"m.json", "t.csv", "u.csv", "out"};

/* Three pieces as one path. */
static void
join(char* const path, const char* const a, const char* const b, const char* const c)
{
  const int n = snprintf(path, PATH_SIZE, "%s%s%s", a, b, c);
  FUZZ_CHECK(n > 0 && n < PATH_SIZE, "TMPDIR is too long");
}

static const char*
folder(void)
{
  static char path[PATH_SIZE];
  if (path[0] == '\0') {
    const char* const root = getenv("TMPDIR"); // NOLINT(concurrency-mt-unsafe): before any thread
    char              own[32];
    (void)snprintf(own, sizeof(own), "/liner-fuzz-%ld", (long)getpid());
    join(path, root ? root : "/tmp", own, "");
    FUZZ_CHECK(mkdir(path, 0700) == 0 || errno == EEXIST, "%s", path);
  }
  return path;
}

static void
path_of(const char* const name, char* const path)
{
  join(path, folder(), "/", name);
}

/* At the end of the program. */
static void
leave(void)
{
  char path[PATH_SIZE];
  for (size_t i = 0U; i < sizeof(NAMES) / sizeof(NAMES[0]); ++i) {
    path_of(NAMES[i], path);
    (void)unlink(path);
  }
  (void)rmdir(folder());
}

void
world_put(const char* const name, const ln_view bytes)
{
  static bool told;
  char        path[PATH_SIZE];
  if (!told) {
    told = true;
    FUZZ_CHECK(atexit(leave) == 0, "no room");
  }
  path_of(name, path);
  FILE* const file = fopen(path, "wb");
  FUZZ_CHECK(file, "%s", path);
  FUZZ_CHECK(bytes.n == 0U || fwrite(bytes.s, bytes.n, 1U, file) == 1U, "%s", path);
  FUZZ_CHECK(fclose(file) == 0, "%s", path);
}

static void
listen(void* const self, const ln_finding* const finding)
{
  world_run* const run = self;
  FUZZ_CHECK(finding->message.n > 0U && fuzz_utf8(finding->message) &&
               ln_view_find(finding->message, '\n') == finding->message.n &&
               ln_view_find(finding->message, '\033') == finding->message.n,
             "message \"%.*s\"",
             (int)finding->message.n,
             finding->message.s);
  run->errors += finding->severity == LN_ERROR ? 1U : 0U;
  FUZZ_CHECK(ln_text_format(&run->findings,
                            "%s %.*s:%" PRIu64 ":%" PRIu64 " row %" PRIu64 ".%u %.*s\n",
                            ln_code_about(finding->code)->code,
                            (int)finding->source.n,
                            finding->source.s ? finding->source.s : "",
                            finding->place.line,
                            finding->place.column,
                            finding->where.row,
                            finding->where.field,
                            (int)finding->message.n,
                            finding->message.s) == LN_OK,
             "no memory");
}

static void
read_output(const char* const path, world_run* const run)
{
  ln_view     bytes = {0};
  const char* error = NULL;
  run->exists       = access(path, F_OK) == 0;
  if (run->exists) {
    FUZZ_CHECK(ln_in_slurp(path, LIMIT, &bytes, &error) == LN_OK, "%s", error);
    fuzz_add(&run->output, bytes);
    ln_free((void*)(uintptr_t)bytes.s);
  }
}

void
world_export(const world_job* const job, world_run* const run)
{
  char        paths[3][PATH_SIZE];
  char        url[PATH_SIZE];
  char        map[PATH_SIZE];
  const char* maps[] = {map};
  ln_summary  sum    = {0};
  *run               = (world_run){0};
  path_of(job->input, paths[0]);
  path_of("out", paths[1]);
  path_of(job->metadata ? job->metadata : "", paths[2]);
  join(url, "http://e/", job->input, "");
  join(map, "http://e/=", folder(), "/");
  (void)unlink(paths[1]);
  const ln_log_policy policy = {0};
  ln_log* const       log    = ln_log_new(&policy);
  const ln_job        whole  = {.input      = paths[0],
                                .metadata   = job->metadata ? paths[2] : NULL,
                                .url        = url,
                                .url_maps   = maps,
                                .n_url_maps = 1U,
                                .to         = job->to,
                                .output     = paths[1],
                                .layers  = LN_LAYER_FACTS | LN_LAYER_EVIDENCE | LN_LAYER_SHORTCUTS,
                                .dry     = job->dry,
                                .general = job->general,
                                .threads = job->threads > 0U ? job->threads : 1U,
                                .block   = job->block};
  FUZZ_CHECK(log, "no memory");
  ln_log_listen(log, listen, run);
  run->status = ln_run_export(&whole, log, &sum);
  run->rows   = sum.rows;
  ln_log_free(log);
  FUZZ_CHECK(run->status == LN_OK || run->status == LN_USAGE || run->status == LN_IO,
             "status %d",
             (int)run->status);
  FUZZ_CHECK(run->status == LN_OK || run->errors > 0U, "status %d in silence", (int)run->status);
  FUZZ_CHECK(sum.errors == run->errors, "%" PRIu64 " errors counted", sum.errors);
  read_output(paths[1], run);
  FUZZ_CHECK(run->exists == (run->status == LN_OK && !job->dry), "status %d", (int)run->status);
}

void
world_clear(world_run* const run)
{
  ln_text_clear(&run->output);
  ln_text_clear(&run->findings);
}
