/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Outputs: files, packed and plain, memory, nothing; full disks, readers that went away. */

#include "unit.h"

#include "scratch.h"

#include "base/in.h"
#include "base/out.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>

enum { LARGE = 400000 };

static ln_out*
opened(const char* const path, const ln_pack pack)
{
  ln_out*     out   = NULL;
  const char* error = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_open(path, pack, &out, &error), LN_OK);
  CU_ASSERT_STRING_EQUAL(error, "");
  CU_ASSERT(out->cap >= 65536U);
  return out;
}

/** Numbers in lines: `LARGE` bytes and a little more, in small pieces. */
static void
put_large(ln_out* const out)
{
  unsigned long long n = 0U;
  for (unsigned i = 0U; n < LARGE; ++i) {
    char         line[32];
    const size_t length = (size_t)snprintf(line, sizeof(line), "line %u", i);
    ln_out_put(out, line, length);
    ln_out_put_byte(out, '\n');
    n += length + 1U;
  }
}

static void
check_large(const char* const path)
{
  ln_view     bytes = {NULL, 0U};
  const char* error = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(path, 10000000U, &bytes, &error), LN_OK);
  size_t at = 0U;
  for (unsigned i = 0U; at < LARGE; ++i) {
    char         line[32];
    const size_t length = (size_t)snprintf(line, sizeof(line), "line %u\n", i);
    CU_ASSERT_FATAL(ln_view_starts(ln_view_from(bytes, at), (ln_view){line, length}));
    at += length;
  }
  CU_ASSERT_EQUAL(at, bytes.n);
  ln_free((void*)(size_t)bytes.s);
}

static void
files(void)
{
  static const char* const names[] = {"out.nt", "out.nt.gz", "out.nt.zst"};
  scratch                  s;
  scratch_init(&s);
  for (size_t i = 0U; i < 3U; ++i) {
    ln_out* const out = opened(scratch_path(&s, names[i]), LN_PACK_BY_NAME);
    put_large(out);
    CU_ASSERT_EQUAL(out->status, LN_OK);
    CU_ASSERT(ln_out_count(out) >= LARGE);
    CU_ASSERT_FALSE(scratch_exists(scratch_path(&s, names[i])));
    CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
    check_large(scratch_path(&s, names[i]));
  }
  struct stat plain;
  struct stat packed;
  CU_ASSERT_EQUAL(stat(scratch_path(&s, "out.nt"), &plain), 0);
  CU_ASSERT_EQUAL(stat(scratch_path(&s, "out.nt.gz"), &packed), 0);
  CU_ASSERT(packed.st_size < plain.st_size / 2);
  CU_ASSERT_EQUAL(scratch_count(&s), 3U);
  scratch_clear(&s);
}

static void
same_bytes(void)
{
  // Two runs write the same packed bytes, whatever the time
  scratch s;
  scratch_init(&s);
  for (unsigned i = 0U; i < 2U; ++i) {
    ln_out* const out = opened(scratch_path(&s, i ? "b" : "a"), LN_PACK_GZIP);
    put_large(out);
    CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
    if (i == 0U) {
      (void)sleep(1U);
    }
  }
  static char   bytes[LARGE];
  const int     fd = open(scratch_path(&s, "a"), O_RDONLY);
  const ssize_t n  = read(fd, bytes, sizeof(bytes));
  CU_ASSERT_FATAL(n > 0);
  (void)close(fd);
  scratch_check(scratch_path(&s, "b"), (ln_view){bytes, (size_t)n});
  scratch_clear(&s);
}

static void
empty_files(void)
{
  static const char* const names[] = {"e", "e.gz", "e.zst"};
  scratch                  s;
  scratch_init(&s);
  for (size_t i = 0U; i < 3U; ++i) {
    ln_view     bytes = {NULL, 0U};
    const char* error = NULL;
    CU_ASSERT_EQUAL(ln_out_close(opened(scratch_path(&s, names[i]), LN_PACK_BY_NAME)), LN_OK);
    CU_ASSERT_EQUAL_FATAL(ln_in_slurp(scratch_path(&s, names[i]), 10U, &bytes, &error), LN_OK);
    CU_ASSERT_EQUAL(bytes.n, 0U);
    ln_free((void*)(size_t)bytes.s);
    struct stat info;
    CU_ASSERT(stat(s.path, &info) == 0 && (info.st_size > 0) == (i > 0U));
  }
  scratch_clear(&s);
}

static void
whole_or_not_at_all(void)
{
  scratch s;
  scratch_init(&s);
  const char* const path = scratch_path(&s, "out");
  scratch_write(path, LN_V("old"));
  ln_out* out = opened(path, LN_PACK_NONE);
  put_large(out);
  scratch_check(path, LN_V("old"));
  ln_out_abandon(out);
  scratch_check(path, LN_V("old"));
  CU_ASSERT_EQUAL(scratch_count(&s), 1U);
  ln_out_abandon(NULL);

  // Finished first, then closed: the error can be asked for between
  out = opened(path, LN_PACK_NONE);
  ln_out_put_view(out, LN_V("new"));
  CU_ASSERT_EQUAL(ln_out_finish(out), LN_OK);
  scratch_check(path, LN_V("new"));
  CU_ASSERT_STRING_EQUAL(ln_out_error(out), "");
  CU_ASSERT_EQUAL(ln_out_count(out), 3U);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  CU_ASSERT_EQUAL(ln_out_close(NULL), LN_OK);
  scratch_clear(&s);
}

static void
pieces_larger_than_the_buffer(void)
{
  scratch s;
  scratch_init(&s);
  char* const bytes = malloc(LARGE);
  CU_ASSERT_PTR_NOT_NULL_FATAL(bytes);
  memset(bytes, 'p', LARGE);
  ln_out* const out = opened(scratch_path(&s, "out"), LN_PACK_NONE);
  ln_out_put_byte(out, 'p');
  ln_out_put(out, bytes, LARGE - 1U);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  scratch_check(scratch_path(&s, "out"), (ln_view){bytes, LARGE});
  free(bytes);
  scratch_clear(&s);
}

/* Bytes that pass by the buffer come behind those in it. */
static void
passing(void)
{
  enum { MANY = 1 << 18 };
  char* const bytes = malloc(MANY);
  CU_ASSERT_PTR_NOT_NULL_FATAL(bytes);
  memset(bytes, 'y', MANY);
  char        path[] = "/tmp/liner-out.XXXXXX";
  const int   fd     = mkstemp(path);
  ln_out*     out    = NULL;
  const char* error  = NULL;
  CU_ASSERT_FATAL(fd >= 0);
  CU_ASSERT_EQUAL_FATAL(ln_out_open(path, LN_PACK_NONE, &out, &error), LN_OK);
  ln_out_put_view(out, LN_V("x"));
  ln_out_pass(out, (ln_view){bytes, MANY});
  ln_out_pass(out, LN_V("z"));
  CU_ASSERT_EQUAL(ln_out_count(out), MANY + 2U);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  FILE* const file = fopen(path, "rb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT_EQUAL(fgetc(file), 'x');
  CU_ASSERT_EQUAL(fread(bytes, 1U, MANY, file), MANY);
  CU_ASSERT_EQUAL(bytes[MANY - 1], 'y');
  CU_ASSERT_EQUAL(fgetc(file), 'z');
  CU_ASSERT_EQUAL(fgetc(file), EOF);
  CU_ASSERT_EQUAL(fclose(file), 0);
  CU_ASSERT_EQUAL(close(fd), 0);
  CU_ASSERT_EQUAL(remove(path), 0);
  CU_ASSERT_EQUAL_FATAL(ln_out_open("/dev/full", LN_PACK_NONE, &out, &error), LN_OK);
  ln_out_pass(out, (ln_view){bytes, MANY});
  CU_ASSERT_EQUAL(out->status, LN_IO);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_IO);
  free(bytes);
}

static void
memory(void)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_out_bytes(out).n, 0U);
  ln_out_put_view(out, LN_V("hello "));
  ln_out_put_view(out, (ln_view){NULL, 0U});
  ln_out_put(out, "world", 5U);
  CHECK_VIEW(ln_out_bytes(out), "hello world");
  CU_ASSERT_EQUAL(ln_out_count(out), 11U);
  ln_out_rewind(out);
  CU_ASSERT_EQUAL(ln_out_bytes(out).n, 0U);
  CU_ASSERT_EQUAL(ln_out_count(out), 11U);
  put_large(out);
  CU_ASSERT(ln_out_bytes(out).n >= LARGE);
  CU_ASSERT(ln_view_starts(ln_out_bytes(out), LN_V("line 0\nline 1\n")));
  CU_ASSERT_EQUAL(ln_out_room(out, 1000000U), LN_OK);
  memset(out->s + out->n, 'x', 1000000U);
  CU_ASSERT_EQUAL(ln_out_finish(out), LN_OK);
  CU_ASSERT(ln_view_starts(ln_out_bytes(out), LN_V("line 0\nline 1\n")));
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

static void
nothing(void)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_null(&out), LN_OK);
  put_large(out);
  CU_ASSERT(ln_out_count(out) >= LARGE && ln_out_count(out) < LARGE + 100U);
  CU_ASSERT_EQUAL(ln_out_bytes(out).n, 0U);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

static void
full_disk(void)
{
  // Noticed only at the end
  ln_out* out = opened("/dev/full", LN_PACK_NONE);
  ln_out_put(out, "x", 1U);
  CU_ASSERT_EQUAL(out->status, LN_OK);
  CU_ASSERT_EQUAL(ln_out_finish(out), LN_IO);
  CU_ASSERT_STRING_EQUAL(ln_out_error(out), strerror(ENOSPC));
  CU_ASSERT_EQUAL(ln_out_finish(out), LN_IO);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_IO);

  // Noticed while putting; later puts are dropped
  const ln_pack hows[] = {LN_PACK_NONE, LN_PACK_GZIP, LN_PACK_ZSTD};
  for (size_t i = 0U; i < 3U; ++i) {
    out = opened("/dev/full", hows[i]);
    for (unsigned k = 0U; k < 20U; ++k) {
      put_large(out);
    }
    CU_ASSERT_EQUAL(out->status, LN_IO);
    CU_ASSERT_EQUAL(ln_out_room(out, 1U), LN_IO);
    CU_ASSERT_STRING_EQUAL(ln_out_error(out), strerror(ENOSPC));
    CU_ASSERT_EQUAL(ln_out_close(out), LN_IO);
  }
}

static void
file_too_large(void)
{
  scratch s;
  scratch_init(&s);
  const char* const path = scratch_path(&s, "out");
  scratch_write(path, LN_V("old"));
  struct rlimit old;
  CU_ASSERT_EQUAL(getrlimit(RLIMIT_FSIZE, &old), 0);
  (void)signal(SIGXFSZ, SIG_IGN);
  const struct rlimit small = {1000U, old.rlim_max};
  ln_out* const       out   = opened(path, LN_PACK_NONE);
  put_large(out);
  CU_ASSERT_EQUAL(setrlimit(RLIMIT_FSIZE, &small), 0);
  const ln_status st = ln_out_finish(out);
  CU_ASSERT_EQUAL(setrlimit(RLIMIT_FSIZE, &old), 0);
  CU_ASSERT_EQUAL(st, LN_IO);
  CU_ASSERT_STRING_EQUAL(ln_out_error(out), strerror(EFBIG));
  CU_ASSERT_EQUAL(ln_out_close(out), LN_IO);
  scratch_check(path, LN_V("old"));
  CU_ASSERT_EQUAL(scratch_count(&s), 1U);
  scratch_clear(&s);
}

static void
not_opened(void)
{
  scratch s;
  scratch_init(&s);
  ln_out*     out   = NULL;
  const char* error = NULL;
  CU_ASSERT_EQUAL(ln_out_open(s.folder, LN_PACK_BY_NAME, &out, &error), LN_IO);
  CU_ASSERT_STRING_EQUAL(error, strerror(EISDIR));
  CU_ASSERT_PTR_NULL(out);
  CU_ASSERT_EQUAL(ln_out_open(scratch_path(&s, "no/such.gz"), LN_PACK_BY_NAME, &out, &error),
                  LN_IO);
  CU_ASSERT_STRING_EQUAL(error, strerror(ENOENT));
  scratch_clear(&s);
}

/** Write to stdout while it is something else. */
static ln_status
to_stdout(const int fd, const char** const error)
{
  (void)fflush(stdout);
  const int saved = dup(STDOUT_FILENO);
  CU_ASSERT_FATAL(saved >= 0 && dup2(fd, STDOUT_FILENO) == STDOUT_FILENO);
  ln_out*   out = NULL;
  ln_status st  = ln_out_open("-", LN_PACK_BY_NAME, &out, error);
  if (st == LN_OK) {
    ln_out_put(out, "to stdout", 9U);
    st                     = ln_out_finish(out);
    *error                 = ln_out_error(out);
    const ln_status closed = ln_out_close(out);
    st                     = closed == st ? st : LN_USAGE;
  }
  const int open_still = fcntl(STDOUT_FILENO, F_GETFD);
  (void)dup2(saved, STDOUT_FILENO);
  (void)close(saved);
  CU_ASSERT(open_still >= 0);
  return st;
}

static void
standard_output(void)
{
  int         ends[2];
  const char* error = NULL;
  char        buffer[16];
  (void)signal(SIGPIPE, SIG_IGN);
  CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
  CU_ASSERT_EQUAL(to_stdout(ends[1], &error), LN_OK);
  CU_ASSERT_EQUAL(read(ends[0], buffer, sizeof(buffer)), 9);
  CU_ASSERT_EQUAL(memcmp(buffer, "to stdout", 9U), 0);
  (void)close(ends[0]); // the reader goes away
  CU_ASSERT_EQUAL(to_stdout(ends[1], &error), LN_IO);
  CU_ASSERT_STRING_EQUAL(error, "broken pipe");
  (void)close(ends[1]);

  const int full = open("/dev/full", O_WRONLY);
  CU_ASSERT_EQUAL(to_stdout(full, &error), LN_IO);
  CU_ASSERT_STRING_EQUAL(error, strerror(ENOSPC));
  (void)close(full);

  scratch s;
  scratch_init(&s);
  const int file = open(scratch_path(&s, "file"), O_WRONLY | O_CREAT, 0644);
  CU_ASSERT_EQUAL(to_stdout(file, &error), LN_OK);
  (void)close(file);
  scratch_check(scratch_path(&s, "file"), LN_V("to stdout"));
  scratch_clear(&s);
}

static ln_status
write_some(const char* const path)
{
  ln_out*     out   = NULL;
  const char* error = NULL;
  LN_TRY(ln_out_open(path, LN_PACK_BY_NAME, &out, &error));
  static char bytes[LARGE];
  ln_out_put(out, bytes, sizeof(bytes)); // the buffer must grow
  return ln_out_close(out);
}

static ln_status
remember_some(void)
{
  ln_out* out = NULL;
  LN_TRY(ln_out_memory(&out));
  put_large(out);
  return ln_out_close(out);
}

static void
failing(void)
{
  scratch s;
  scratch_init(&s);
  CHECK_ALLOC_FAILURES(write_some(scratch_path(&s, "out")),
                       CU_ASSERT_EQUAL(scratch_count(&s), st_ == LN_OK ? 1U : 0U));
  CU_ASSERT_EQUAL(unlink(scratch_path(&s, "out")), 0);
  CHECK_ALLOC_FAILURES(write_some(scratch_path(&s, "out.gz")),
                       CU_ASSERT_EQUAL(scratch_count(&s), st_ == LN_OK ? 1U : 0U));
  CHECK_ALLOC_FAILURES(remember_some(), (void)0);
  ln_out* out = NULL;
  CHECK_ALLOC_FAILURES(ln_out_null(&out), CU_ASSERT_EQUAL(ln_out_close(out), LN_OK));
  scratch_clear(&s);
}

static const unit_test tests[] = {
  {"files", files},
  {"same bytes", same_bytes},
  {"empty files", empty_files},
  {"whole or not at all", whole_or_not_at_all},
  {"pieces larger than the buffer", pieces_larger_than_the_buffer},
  {"passing", passing},
  {"memory", memory},
  {"nothing", nothing},
  {"full disk", full_disk},
  {"file too large", file_too_large},
  {"not opened", not_opened},
  {"standard output", standard_output},
  {"failing allocator", failing},
};

UNIT_MAIN("base/out", tests)
