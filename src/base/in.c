/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Where bytes come from. The first read looks at the first bytes: packed data is unpacked, anything
   else is passed through, from then on straight into the caller's buffer; what was only looked at
   is kept in a buffer of its own and read from there. The look is left to the first read so that
   opening stdin does not block. End and failure are sticky; a failure never looks like an end. All
   texts of errors are static. */

#include "base/in.h"

#include "base/device.h"
#include "base/memory.h"
#include "base/unpack.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { RAW_SIZE = 1 << 17 };

struct ln_in {
  int          fd; ///< -1: memory
  bool         is_stdin;
  bool         is_regular;
  bool         looked;  ///< the first bytes have been looked at
  bool         raw_end; ///< nothing more comes from the descriptor
  off_t        size;    ///< of a regular file when it was opened, else 0
  off_t        taken;   ///< bytes that came from the descriptor
  ln_status    status;  ///< LN_END and failures stay
  const char*  error;
  uint64_t     most;   ///< bytes that may still be read
  ln_view      memory; ///< all of it
  ln_view      left;   ///< bytes of `raw`, or of memory, not used yet
  char*        raw;
  ln_unpacker* unpacker;
  ln_digest*   digest;  ///< borrowed; NULL: nobody asks
  char*        head;    ///< bytes looked at but not read yet
  size_t       head_at; ///< first of them
  size_t       head_n;  ///< end of them
};

const char*
ln_in_error(const ln_in* const in)
{
  return in->error;
}

static ln_status
fail(ln_in* const in, const char* const error)
{
  in->error = error;
  return LN_IO;
}

static ln_status
in_new(const int fd, ln_in** const in)
{
  ln_in* const i = ln_alloc_zero(1U, sizeof(*i));
  if (!i) {
    return LN_NO_MEM;
  }
  i->fd    = fd;
  i->most  = UINT64_MAX;
  i->error = "";
  *in      = i;
  return LN_OK;
}

/** Open and look what it is; the descriptor belongs to `in` even on failure. */
static ln_status
open_path(ln_in* const in, const char* const path)
{
  in->is_stdin = strcmp(path, "-") == 0;
  do {
    in->fd = in->is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  } while (in->fd < 0 && errno == EINTR);

  struct stat info;
  if (in->fd < 0 || fstat(in->fd, &info) != 0) {
    return fail(in, ln_errno_text(errno));
  }
  if (S_ISDIR(info.st_mode)) {
    return fail(in, ln_errno_text(EISDIR));
  }
  in->is_regular = S_ISREG(info.st_mode);
  in->size       = in->is_regular && !in->is_stdin ? info.st_size : 0;
  in->raw        = ln_alloc(RAW_SIZE);
  return in->raw ? LN_OK : LN_NO_MEM;
}

ln_status
ln_in_open(const char* const path, ln_in** const in, const char** const error)
{
  *in          = NULL;
  *error       = "";
  ln_in*    i  = NULL;
  ln_status st = in_new(-1, &i);
  if (st == LN_OK) {
    st     = open_path(i, path);
    *error = i->error;
  }
  if (st == LN_OK) {
    *in = i;
    return LN_OK;
  }
  if (st == LN_NO_MEM) {
    *error = ln_status_text(st);
  }
  // A descriptor opened for reading and given up has nothing to report
  const ln_status closed = ln_in_close(i);
  (void)closed;
  return st;
}

ln_status
ln_in_memory(const ln_view bytes, ln_in** const in)
{
  *in = NULL;
  LN_TRY(in_new(-1, in));
  (*in)->memory = bytes;
  (*in)->left   = bytes;
  (*in)->looked = true;
  return LN_OK;
}

/** As ln_device_read. A file that ends before it should has lost rows, and that must not pass for a
    short table; one that grew is read to the end that is seen. */
static ln_status
read_device(ln_in* const in, char* const buffer, const size_t size, size_t* const got)
{
  const ln_status st = ln_device_read(in->fd, buffer, size, got);
  in->taken += (off_t)*got;
  if (in->digest) {
    ln_digest_add(in->digest, (ln_view){buffer, *got});
  }
  if (st == LN_IO) {
    return fail(in, ln_errno_text(errno));
  }
  return st == LN_END && in->taken < in->size
           ? fail(in, "the file became shorter while it was read")
           : st;
}

/** Append to `left`, which lies at the start of `raw`. LN_OK also at the end. */
static ln_status
fill_raw(ln_in* const in)
{
  size_t          got = 0U;
  const ln_status st  = read_device(in, in->raw + in->left.n, RAW_SIZE - in->left.n, &got);
  if (st == LN_IO) {
    return st;
  }
  in->raw_end = st == LN_END;
  in->left    = (ln_view){in->raw, in->left.n + got};
  return LN_OK;
}

static ln_status
look(ln_in* const in)
{
  in->looked = true;
  while (in->left.n < LN_PACKED_MAGIC && !in->raw_end) {
    LN_TRY(fill_raw(in));
  }
  const ln_packed kind = ln_packed_kind(in->left);
  return kind == LN_PACKED_NOT ? LN_OK : ln_unpacker_new(kind, &in->unpacker);
}

static ln_status
read_packed(ln_in* const in, char* const buffer, const size_t size, size_t* const got)
{
  for (;;) {
    const ln_status st = ln_unpacker_read(in->unpacker, &in->left, in->raw_end, buffer, size, got);
    if (st == LN_IO) {
      return fail(in, ln_unpacker_error(in->unpacker));
    }
    if (st != LN_OK || *got > 0U) {
      return st;
    }
    LN_TRY(fill_raw(in));
  }
}

static ln_status
read_plain(ln_in* const in, char* const buffer, size_t size, size_t* const got)
{
  size = size < in->most ? size : (size_t)in->most;
  if (in->left.n > 0U && size > 0U) {
    *got = in->left.n < size ? in->left.n : size;
    memcpy(buffer, in->left.s, *got);
    in->left = ln_view_from(in->left, *got);
    in->most -= *got;
    return LN_OK;
  }
  if (in->fd < 0 || in->raw_end || size == 0U) {
    return LN_END;
  }
  const ln_status st = read_device(in, buffer, size, got);
  in->most -= *got;
  return st;
}

/* What comes behind the bytes that were looked at. */
static ln_status
read_next(ln_in* const in, char* const buffer, const size_t size, size_t* const got)
{
  *got = 0U;
  if (in->status != LN_OK || size == 0U) {
    return in->status;
  }
  if (!in->looked) {
    in->status = look(in);
  }
  if (in->status == LN_OK) {
    in->status =
      in->unpacker ? read_packed(in, buffer, size, got) : read_plain(in, buffer, size, got);
  }
  if (in->status == LN_NO_MEM) {
    in->error = ln_status_text(LN_NO_MEM);
  }
  if (in->status != LN_OK) {
    *got = 0U;
  }
  return in->status;
}

ln_status
ln_in_read(ln_in* const in, char* const buffer, const size_t size, size_t* const got)
{
  const size_t left = in->head_n - in->head_at;
  if (left == 0U || size == 0U) {
    return read_next(in, buffer, size, got);
  }
  *got = left < size ? left : size;
  memcpy(buffer, in->head + in->head_at, *got);
  in->head_at += *got;
  return LN_OK;
}

ln_status
ln_in_peek(ln_in* const in, const size_t size, ln_view* const bytes)
{
  const size_t left = in->head_n - in->head_at;
  if (left < size) {
    char* const more = ln_realloc(in->head, in->head_n + size, 1U);
    if (!more) {
      *bytes = (ln_view){NULL, 0U};
      return LN_NO_MEM;
    }
    in->head = more;
  }
  for (size_t got = 1U; got > 0U && in->head_n - in->head_at < size;) {
    const ln_status st =
      read_next(in, in->head + in->head_n, size - (in->head_n - in->head_at), &got);
    in->head_n += got;
    if (st == LN_NO_MEM) {
      return st;
    }
  }
  *bytes = ln_view_first((ln_view){in->head + in->head_at, in->head_n - in->head_at}, size);
  return LN_OK;
}

ln_status
ln_in_size(ln_in* const in, uint64_t* const size)
{
  struct stat info;
  *size = in->memory.n;
  if (in->fd < 0) {
    return LN_OK;
  }
  if (!in->looked && in->status == LN_OK) {
    in->status = look(in);
  }
  if (in->unpacker || in->is_stdin || !in->is_regular) {
    return LN_USAGE;
  }
  if (fstat(in->fd, &info) != 0) {
    return fail(in, ln_errno_text(errno));
  }
  *size = (uint64_t)info.st_size;
  return LN_OK;
}

ln_status
ln_in_range(ln_in* const in, const uint64_t from, const uint64_t to)
{
  if (in->fd >= 0 && lseek(in->fd, (off_t)from, SEEK_SET) < 0) {
    in->status = fail(in, ln_errno_text(errno));
    return in->status;
  }
  in->left    = ln_view_from(in->memory, from < in->memory.n ? (size_t)from : in->memory.n);
  in->taken   = (off_t)from;
  in->most    = to > from ? to - from : 0U;
  in->raw_end = false;
  in->head_at = 0U;
  in->head_n  = 0U;
  in->digest  = NULL;
  in->status  = LN_OK;
  return LN_OK;
}

void
ln_in_digest(ln_in* const in, ln_digest* const digest)
{
  in->digest = digest;
}

bool
ln_in_again(const ln_in* const in)
{
  return in->is_regular && !in->is_stdin;
}

ln_status
ln_in_close(ln_in* const in)
{
  if (!in) {
    return LN_OK;
  }
  ln_status st = LN_OK;
  if (in->fd >= 0 && !in->is_stdin && close(in->fd) != 0 && errno != EINTR) {
    st = LN_IO;
  }
  ln_unpacker_free(in->unpacker);
  ln_free(in->raw);
  ln_free(in->head);
  ln_free(in);
  return st;
}

/** Read to the end, at most `limit` bytes; `*bytes` is the caller's in any case. */
static ln_status
read_all(ln_in* const in, const size_t limit, ln_view* const bytes, char** const block)
{
  size_t cap = 0U;
  for (;;) {
    // One byte more than allowed shows that there is too much; another one is the final NUL
    if (cap - bytes->n < 2U || cap == 0U) {
      const size_t wanted = cap == 0U ? RAW_SIZE : cap * 2U;
      const size_t most   = limit < (size_t)-1 / 4U ? limit + 2U : (size_t)-1 / 4U;
      cap                 = wanted < most ? wanted : most;
      char* const more    = ln_realloc(*block, cap, 1U);
      if (!more) {
        return LN_NO_MEM;
      }
      *block   = more;
      bytes->s = more;
    }
    size_t          got = 0U;
    const ln_status st  = ln_in_read(in, *block + bytes->n, cap - bytes->n - 1U, &got);
    bytes->n += got;
    (*block)[bytes->n] = '\0';
    if (st == LN_END) {
      return LN_OK;
    }
    LN_TRY(st);
    if (bytes->n > limit) {
      return fail(in, "the file is too large");
    }
  }
}

ln_status
ln_in_slurp(const char* const  path,
            const size_t       limit,
            ln_view* const     bytes,
            const char** const error)
{
  *bytes    = (ln_view){NULL, 0U};
  ln_in* in = NULL;
  LN_TRY(ln_in_open(path, &in, error));

  char*     block = NULL;
  ln_status st    = read_all(in, limit, bytes, &block);
  if (st != LN_OK) {
    *error = st == LN_NO_MEM ? ln_status_text(st) : ln_in_error(in);
  }
  const ln_status closed = ln_in_close(in);
  if (st == LN_OK && closed != LN_OK) {
    *error = "closing failed";
    st     = closed;
  }
  if (st != LN_OK) {
    ln_free(block);
    *bytes = (ln_view){NULL, 0U};
  }
  return st;
}
