/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A temporary file that has no name from the moment it is open, so that nothing stays behind, also
   after a kill. Small puts gather in a buffer; what is larger than it goes straight to the file.
   Invariant: `written + n` bytes were put, the first `written` of them are in the file. Reading is
   by offset and moves nothing, so writing and reading may be mixed. Cost: one copy and one system
   call a buffer. */

#include "base/spill.h"

#include "base/device.h"
#include "base/memory.h"
#include "base/text.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { BUFFER_SIZE = 1 << 16, READ_SIZE = 1 << 18 };

struct ln_spill {
  int         fd;
  uint64_t    written; ///< bytes in the file
  char*       s;
  size_t      n;
  size_t      cap;
  ln_status   status; ///< sticky
  const char* error;
};

static ln_status
fail(ln_spill* const spill, const char* const error)
{
  spill->status = LN_IO;
  spill->error  = error;
  return LN_IO;
}

/* Make a file and take its name away at once. */
static ln_status
make_file(int* const fd, const char** const error)
{
  const char* const folder = getenv("TMPDIR"); // NOLINT(concurrency-mt-unsafe): nobody sets it
  ln_text           path   = {0};
  ln_status         st =
    ln_text_format(&path, "%s/liner.XXXXXX", folder && *folder != '\0' ? folder : "/tmp");
  if (st == LN_OK) {
    *fd = mkstemp(path.s);
    st  = *fd >= 0 && unlink(path.s) == 0 ? LN_OK : LN_IO;
  }
  *error = st == LN_IO ? ln_errno_text(errno) : ln_status_text(st);
  ln_text_clear(&path);
  return st;
}

ln_status
ln_spill_open(const size_t buffer, ln_spill** const spill, const char** const error)
{
  *spill              = NULL;
  *error              = ln_status_text(LN_NO_MEM);
  const size_t    cap = buffer ? buffer : BUFFER_SIZE;
  ln_spill* const s   = ln_alloc_zero(1U, sizeof(*s));
  if (!s) {
    return LN_NO_MEM;
  }
  *s           = (ln_spill){.fd = -1, .s = ln_alloc(cap), .cap = cap, .error = ""};
  ln_status st = s->s ? make_file(&s->fd, error) : LN_NO_MEM;
  if (st != LN_OK) {
    ln_spill_close(s);
    return st;
  }
  *error = "";
  *spill = s;
  return LN_OK;
}

static ln_status
write_out(ln_spill* const spill, const ln_view bytes)
{
  if (ln_device_write(spill->fd, bytes) != LN_OK) {
    return fail(spill, ln_errno_text(errno));
  }
  spill->written += bytes.n;
  return LN_OK;
}

static ln_status
flush(ln_spill* const spill)
{
  const ln_view bytes = {spill->s, spill->n};
  spill->n            = 0U;
  return bytes.n > 0U ? write_out(spill, bytes) : LN_OK;
}

ln_status
ln_spill_put(ln_spill* const spill, const void* const bytes, const size_t n)
{
  LN_TRY(spill->status);
  if (spill->cap - spill->n < n) {
    LN_TRY(flush(spill));
  }
  if (n > spill->cap) {
    return write_out(spill, (ln_view){bytes, n});
  }
  if (n > 0U) {
    memcpy(spill->s + spill->n, bytes, n);
    spill->n += n;
  }
  return LN_OK;
}

uint64_t
ln_spill_size(const ln_spill* const spill)
{
  return spill->written + spill->n;
}

ln_status
ln_spill_get(ln_spill* const spill, const uint64_t offset, void* const bytes, const size_t n)
{
  LN_TRY(spill->status);
  if (offset + n > spill->written) {
    LN_TRY(flush(spill));
  }
  char* const to   = bytes;
  size_t      done = 0U;
  while (done < n) {
    const ssize_t got = pread(spill->fd, to + done, n - done, (off_t)(offset + done));
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got <= 0) {
      return fail(spill,
                  got < 0 ? ln_errno_text(errno) : "the temporary file is shorter than it was");
    }
    done += (size_t)got;
  }
  return LN_OK;
}

const char*
ln_spill_error(const ln_spill* const spill)
{
  return spill->error;
}

void
ln_spill_close(ln_spill* const spill)
{
  if (spill) {
    if (spill->fd >= 0) {
      (void)close(spill->fd); // nobody will read it, so there is nothing to lose
    }
    ln_free(spill->s);
    ln_free(spill);
  }
}

/* Have `n` bytes in memory, which the file has. */
static ln_status
read_ahead(ln_spill_reader* const r, const size_t n)
{
  if (r->at > 0U && r->at < r->n) {
    memmove(r->s, r->s + r->at, r->n - r->at);
  }
  r->n -= r->at;
  r->at = 0U;
  if (r->cap < n) {
    const size_t cap  = n < READ_SIZE ? READ_SIZE : 2U * n;
    char* const  more = ln_realloc(r->s, cap, 1U);
    if (!more) {
      return LN_NO_MEM;
    }
    r->s   = more;
    r->cap = cap;
  }
  const uint64_t left = ln_spill_size(r->spill) - r->offset;
  const size_t   room = r->cap - r->n;
  const size_t   take = left < room ? (size_t)left : room;
  LN_TRY(ln_spill_get(r->spill, r->offset, r->s + r->n, take));
  r->offset += take;
  r->n += take;
  return LN_OK;
}

ln_status
ln_spill_next(ln_spill_reader* const reader, const size_t n, const char** const bytes)
{
  if (reader->n - reader->at < n) {
    if (reader->n == reader->at && reader->offset == ln_spill_size(reader->spill)) {
      return LN_END;
    }
    LN_TRY(read_ahead(reader, n));
    if (reader->n < n) {
      return fail(reader->spill, "the temporary file is shorter than it was");
    }
  }
  *bytes = reader->s + reader->at;
  reader->at += n;
  return LN_OK;
}

void
ln_spill_reader_clear(ln_spill_reader* const reader)
{
  ln_free(reader->s);
  *reader = (ln_spill_reader){0};
}
