/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Inputs: files, memory, stdin in single bytes, packed and plain, folders, what is missing. */

#include "unit.h"

#include "packed.h"
#include "scratch.h"

#include "base/in.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/wait.h>

/** Read to the end in pieces of `size`; at most what `buffer` of 64 bytes holds. */
static ln_status
read_to_end(ln_in* const in, const size_t size, char* const buffer, ln_view* const text)
{
  size_t    n  = 0U;
  ln_status st = LN_OK;
  while (st == LN_OK && n + size <= 64U) {
    size_t got = 77U;
    st         = ln_in_read(in, buffer + n, size, &got);
    CU_ASSERT(st == LN_OK ? got > 0U && got <= size : got == 0U);
    n += got;
  }
  *text = (ln_view){buffer, n};
  return st;
}

static void
check_file(const char* const path, const ln_view bytes, const char* const expected)
{
  scratch_write(path, bytes);
  for (size_t size = 1U; size < 20U; ++size) {
    ln_in*      in    = NULL;
    const char* error = NULL;
    ln_view     text  = {NULL, 0U};
    char        buffer[64];
    CU_ASSERT_EQUAL_FATAL(ln_in_open(path, &in, &error), LN_OK);
    CU_ASSERT_TRUE(ln_in_again(in));
    CU_ASSERT_EQUAL(read_to_end(in, size, buffer, &text), LN_END);
    CHECK_VIEW(text, expected);
    size_t got = 1U;
    CU_ASSERT_EQUAL(ln_in_read(in, buffer, size, &got), LN_END); // and again
    CU_ASSERT_EQUAL(got, 0U);
    CU_ASSERT_STRING_EQUAL(ln_in_error(in), "");
    CU_ASSERT_EQUAL(ln_in_close(in), LN_OK);
  }
}

static void
files(void)
{
  scratch s;
  scratch_init(&s);
  const char* const path = scratch_path(&s, "table.csv");
  check_file(path, LN_V("name,born\nThom,1968\n"), "name,born\nThom,1968\n");
  check_file(path, LN_V(""), "");
  check_file(path, LN_V("a"), "a");
  check_file(path, LN_V("\x1f"), "\x1f");
  check_file(path, LN_V(GZIP_HELLO GZIP_WORLD), "hello\nworld\n");
  check_file(path, LN_V(ZSTD_HELLO ZSTD_WORLD), "hello\nworld\n");
  check_file(path, LN_V(GZIP_NOTHING), "");
  scratch_clear(&s);
}

static void
truncated_gzip(void)
{
  scratch s;
  scratch_init(&s);
  const char* const path = scratch_path(&s, "cut.gz");
  scratch_write(path, (ln_view){GZIP_HELLO, sizeof(GZIP_HELLO) - 3U});
  ln_in*      in    = NULL;
  const char* error = NULL;
  ln_view     text  = {NULL, 0U};
  char        buffer[64];
  size_t      got = 0U;
  CU_ASSERT_EQUAL_FATAL(ln_in_open(path, &in, &error), LN_OK);
  CU_ASSERT_EQUAL(read_to_end(in, 16U, buffer, &text), LN_IO);
  CHECK_VIEW(text, "hello\n");
  CU_ASSERT_PTR_NOT_NULL(strstr(ln_in_error(in), "truncated"));
  CU_ASSERT_EQUAL(ln_in_read(in, buffer, 1U, &got), LN_IO); // sticky
  CU_ASSERT_EQUAL(ln_in_close(in), LN_OK);

  ln_view bytes = {NULL, 0U};
  CU_ASSERT_EQUAL(ln_in_slurp(path, 1000U, &bytes, &error), LN_IO);
  CU_ASSERT_PTR_NULL(bytes.s);
  CU_ASSERT_PTR_NOT_NULL(strstr(error, "truncated"));
  scratch_clear(&s);
}

static void
not_opened(void)
{
  scratch s;
  scratch_init(&s);
  ln_in*      in    = NULL;
  const char* error = NULL;
  CU_ASSERT_EQUAL(ln_in_open(s.folder, &in, &error), LN_IO);
  CU_ASSERT_STRING_EQUAL(error, strerror(EISDIR));
  CU_ASSERT_PTR_NULL(in);
  CU_ASSERT_EQUAL(ln_in_open(scratch_path(&s, "missing"), &in, &error), LN_IO);
  CU_ASSERT_STRING_EQUAL(error, strerror(ENOENT));
  ln_view bytes = {NULL, 0U};
  CU_ASSERT_EQUAL(ln_in_slurp(scratch_path(&s, "missing"), 10U, &bytes, &error), LN_IO);
  CU_ASSERT_STRING_EQUAL(error, strerror(ENOENT));
  CU_ASSERT_EQUAL(ln_in_close(NULL), LN_OK);
  scratch_clear(&s);
}

static void
memory(void)
{
  ln_in*  in   = NULL;
  ln_view text = {NULL, 0U};
  char    buffer[64];
  CU_ASSERT_EQUAL_FATAL(ln_in_memory(LN_V(GZIP_HELLO), &in), LN_OK);
  CU_ASSERT_EQUAL(read_to_end(in, 5U, buffer, &text), LN_END);
  CU_ASSERT_EQUAL(text.n, sizeof(GZIP_HELLO) - 1U); // nothing is unpacked
  CU_ASSERT_EQUAL(memcmp(text.s, GZIP_HELLO, text.n), 0);
  CU_ASSERT_FALSE(ln_in_again(in));
  CU_ASSERT_EQUAL(ln_in_close(in), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_in_memory((ln_view){NULL, 0U}, &in), LN_OK);
  CU_ASSERT_EQUAL(read_to_end(in, 5U, buffer, &text), LN_END);
  CU_ASSERT_EQUAL(ln_in_close(in), LN_OK);
}

/** Let stdin be a socket on which a child sends `bytes` one by one: every read is as short as can
 * be. */
static void
check_stdin(const ln_view bytes, const ln_status expected_status, const char* const expected)
{
  int       ends[2];
  const int saved = dup(STDIN_FILENO);
  CU_ASSERT_FATAL(saved >= 0 && socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) == 0);
  const pid_t child = fork();
  if (child == 0) {
    (void)close(ends[0]);
    for (size_t i = 0U; i < bytes.n; ++i) {
      if (write(ends[1], bytes.s + i, 1U) != 1) {
        _exit(1);
      }
    }
    _exit(0);
  }
  (void)close(ends[1]);
  CU_ASSERT_EQUAL(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
  (void)close(ends[0]);

  ln_in*      in    = NULL;
  const char* error = NULL;
  ln_view     text  = {NULL, 0U};
  char        buffer[64];
  CU_ASSERT_EQUAL_FATAL(ln_in_open("-", &in, &error), LN_OK);
  CU_ASSERT_FALSE(ln_in_again(in));
  CU_ASSERT_EQUAL(read_to_end(in, 10U, buffer, &text), expected_status);
  CHECK_VIEW(text, expected);
  CU_ASSERT_EQUAL(ln_in_close(in), LN_OK);
  CU_ASSERT_EQUAL(dup2(saved, STDIN_FILENO), STDIN_FILENO); // it was left open
  (void)close(saved);
  CU_ASSERT_EQUAL(waitpid(child, NULL, 0), child);
}

static void
short_reads(void)
{
  check_stdin(LN_V("abc"), LN_END, "abc");
  check_stdin(LN_V("name,born\nThom,1968\n"), LN_END, "name,born\nThom,1968\n");
  check_stdin(LN_V(GZIP_HELLO GZIP_WORLD), LN_END, "hello\nworld\n");
  check_stdin(LN_V(ZSTD_HELLO ZSTD_WORLD), LN_END, "hello\nworld\n");
  check_stdin((ln_view){GZIP_HELLO, sizeof(GZIP_HELLO) - 2U}, LN_IO, "hello\n");
  check_stdin((ln_view){ZSTD_HELLO, sizeof(ZSTD_HELLO) - 2U}, LN_IO, "hello\n");
}

static void
slurps(void)
{
  scratch s;
  scratch_init(&s);
  const char* const path  = scratch_path(&s, "text");
  ln_view           bytes = {NULL, 0U};
  const char*       error = NULL;
  scratch_write(path, LN_V("twelve bytes"));
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(path, 12U, &bytes, &error), LN_OK);
  CHECK_VIEW(bytes, "twelve bytes");
  CU_ASSERT_EQUAL(bytes.s[12], '\0');
  ln_free((void*)(size_t)bytes.s);
  CU_ASSERT_EQUAL(ln_in_slurp(path, 11U, &bytes, &error), LN_IO);
  CU_ASSERT_STRING_EQUAL(error, "the file is too large");
  CU_ASSERT_PTR_NULL(bytes.s);
  CU_ASSERT_EQUAL(ln_in_slurp(path, 0U, &bytes, &error), LN_IO);
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(path, (size_t)-1, &bytes, &error), LN_OK);
  CU_ASSERT_EQUAL(bytes.n, 12U);
  ln_free((void*)(size_t)bytes.s);

  // Larger than the first block
  static char large[300000];
  memset(large, 'l', sizeof(large));
  scratch_write(path, (ln_view){large, sizeof(large)});
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(path, sizeof(large), &bytes, &error), LN_OK);
  CU_ASSERT_EQUAL(bytes.n, sizeof(large));
  CU_ASSERT_EQUAL(memcmp(bytes.s, large, sizeof(large)), 0);
  ln_free((void*)(size_t)bytes.s);
  CU_ASSERT_EQUAL(ln_in_slurp(path, sizeof(large) - 1U, &bytes, &error), LN_IO);
  scratch_clear(&s);
}

/** What was looked at is read all the same, from files, packed ones too, and from memory. */
static void
check_peek(ln_in* const in, const size_t size)
{
  ln_view text = {NULL, 0U};
  char    buffer[64];
  CU_ASSERT_EQUAL(ln_in_peek(in, 3U, &text), LN_OK);
  CHECK_VIEW(text, "hel");
  CU_ASSERT_EQUAL(ln_in_peek(in, 2U, &text), LN_OK);
  CHECK_VIEW(text, "he");
  size_t got = 0U;
  CU_ASSERT_EQUAL(ln_in_read(in, buffer, 1U, &got), LN_OK);
  CU_ASSERT_EQUAL(got, 1U);
  CU_ASSERT_EQUAL(ln_in_peek(in, 5U, &text), LN_OK);
  CHECK_VIEW(text, "ello\n");
  CU_ASSERT_EQUAL(ln_in_peek(in, 60U, &text), LN_OK);
  CHECK_VIEW(text, "ello\nworld\n");
  CU_ASSERT_EQUAL(read_to_end(in, size, buffer, &text), LN_END);
  CHECK_VIEW(text, "ello\nworld\n");
  CU_ASSERT_EQUAL(ln_in_peek(in, 1U, &text), LN_OK);
  CU_ASSERT_EQUAL(text.n, 0U);
  CU_ASSERT_EQUAL(ln_in_close(in), LN_OK);
}

static void
peeks(void)
{
  scratch s;
  scratch_init(&s);
  const char* const path  = scratch_path(&s, "some.gz");
  const char*       error = NULL;
  for (size_t size = 1U; size < 12U; ++size) {
    ln_in* in = NULL;
    scratch_write(path, LN_V(GZIP_HELLO GZIP_WORLD));
    CU_ASSERT_EQUAL_FATAL(ln_in_open(path, &in, &error), LN_OK);
    check_peek(in, size);
    scratch_write(path, LN_V("hello\nworld\n"));
    CU_ASSERT_EQUAL_FATAL(ln_in_open(path, &in, &error), LN_OK);
    check_peek(in, size);
    CU_ASSERT_EQUAL_FATAL(ln_in_memory(LN_V("hello\nworld\n"), &in), LN_OK);
    check_peek(in, size);
  }
  scratch_clear(&s);
}

/* Open a file of 11 bytes, read the first of them, let it become `later`, read to the end. */
static ln_status
read_changing(const char* const path, const ln_view later, ln_view* const text, char* const buffer)
{
  ln_in*      in    = NULL;
  const char* error = NULL;
  size_t      got   = 0U;
  scratch_write(path, LN_V("hello\nworld"));
  CU_ASSERT_EQUAL_FATAL(ln_in_open(path, &in, &error), LN_OK);
  CU_ASSERT_EQUAL(ln_in_read(in, buffer, 1U, &got), LN_OK);
  CU_ASSERT_EQUAL(got, 1U);
  scratch_write(path, later);
  ln_status st = LN_OK;
  *text        = (ln_view){buffer, got};
  while (st == LN_OK) {
    st = ln_in_read(in, buffer + text->n, 8U, &got);
    text->n += got;
  }
  CU_ASSERT_EQUAL(ln_in_read(in, buffer + text->n, 8U, &got), st);
  if (st == LN_IO) {
    CHECK_VIEW(ln_view_of(ln_in_error(in)), "the file became shorter while it was read");
  }
  CU_ASSERT_EQUAL(ln_in_close(in), LN_OK);
  return st;
}

static void
changing(void)
{
  scratch s;
  scratch_init(&s);
  const char* const path = scratch_path(&s, "changing");
  char              buffer[64];
  ln_view           text = {NULL, 0U};
  CU_ASSERT_EQUAL(read_changing(path, LN_V("hello\nworld\nand more"), &text, buffer), LN_END);
  CHECK_VIEW(text, "hello\nworld\nand more");
  CU_ASSERT_EQUAL(read_changing(path, LN_V("hello\nworld"), &text, buffer), LN_END);
  CHECK_VIEW(text, "hello\nworld");
  scratch_clear(&s);
}

/* A file larger than what the first read takes loses its end. */
static void
shrinking(void)
{
  scratch s;
  scratch_init(&s);
  const char* const path = scratch_path(&s, "shrinking");
  static char       large[400000];
  static char       buffer[400000];
  ln_in*            in    = NULL;
  const char*       error = NULL;
  size_t            got   = 0U;
  ln_status         st    = LN_OK;
  memset(large, 'x', sizeof(large));
  scratch_write(path, (ln_view){large, sizeof(large)});
  CU_ASSERT_EQUAL_FATAL(ln_in_open(path, &in, &error), LN_OK);
  CU_ASSERT_EQUAL(ln_in_read(in, buffer, 1U, &got), LN_OK);
  scratch_write(path, (ln_view){large, sizeof(large) - 100U});
  while (st == LN_OK) {
    st = ln_in_read(in, buffer, sizeof(buffer), &got);
  }
  CU_ASSERT_EQUAL(st, LN_IO);
  CHECK_VIEW(ln_view_of(ln_in_error(in)), "the file became shorter while it was read");
  CU_ASSERT_EQUAL(ln_in_close(in), LN_OK);
  scratch_clear(&s);
}

static ln_status
peek_and_close(const char* const path)
{
  ln_in*      in    = NULL;
  const char* error = NULL;
  ln_view     text  = {NULL, 0U};
  LN_TRY(ln_in_open(path, &in, &error));
  ln_status       st     = ln_in_peek(in, 7U, &text);
  const ln_status closed = ln_in_close(in);
  return st == LN_OK ? closed : st;
}

static ln_status
slurp_and_free(const char* const path)
{
  ln_view     bytes = {NULL, 0U};
  const char* error = NULL;
  LN_TRY(ln_in_slurp(path, 1000000U, &bytes, &error));
  ln_free((void*)(size_t)bytes.s);
  return LN_OK;
}

static void
failing(void)
{
  scratch s;
  scratch_init(&s);
  const char* const path = scratch_path(&s, "some.gz");
  scratch_write(path, LN_V(GZIP_HELLO GZIP_WORLD));
  CHECK_ALLOC_FAILURES(slurp_and_free(path), (void)0);
  CHECK_ALLOC_FAILURES(peek_and_close(path), (void)0);
  ln_in* in = NULL;
  CHECK_ALLOC_FAILURES(ln_in_memory(LN_V("x"), &in), CU_ASSERT_EQUAL(ln_in_close(in), LN_OK));
  scratch_clear(&s);
}

static const unit_test tests[] = {
  {"files", files},
  {"truncated gzip", truncated_gzip},
  {"not opened", not_opened},
  {"memory", memory},
  {"short reads", short_reads},
  {"slurps", slurps},
  {"peeks", peeks},
  {"changing", changing},
  {"shrinking", shrinking},
  {"failing allocator", failing},
};

UNIT_MAIN("base/in", tests)
