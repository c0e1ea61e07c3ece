/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Where bytes go. Every kind of device is the same open buffer with another way to empty it: write
   to a target, pack and write, count and drop, or keep and grow. Invariant: `passed + n` bytes have
   been accepted. After a failure the buffer is emptied and its bytes are dropped, so that writers
   need not look at each put; nothing of a failed file ever appears. Cost: one copy into the buffer,
   one system call per 128 KiB. */

#include "base/out.h"

#include "base/device.h"
#include "base/memory.h"
#include "base/pack.h"
#include "base/target.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>

enum { BUFFER_SIZE = 1 << 17, MEMORY_SIZE = 1 << 16 };

typedef enum { TO_TARGET, TO_MEMORY, TO_NULL } destination;

/** `open` comes first: an ln_out* is a pointer to it. */
typedef struct {
  ln_out             open;
  destination        to;
  ln_target          target;
  ln_packer*         packer;
  unsigned long long passed; ///< bytes that have left the buffer
  bool               finished;
  const char*        error;
} device;

static device*
device_of(ln_out* const out)
{
  return (device*)out;
}

static const device*
device_of_const(const ln_out* const out)
{
  return (const device*)out;
}

static ln_status
device_new(const destination to, const size_t size, device** const made)
{
  device* const d = ln_alloc_zero(1U, sizeof(*d));
  char* const   s = ln_alloc(size);
  if (!d || !s) {
    ln_free(s);
    ln_free(d);
    return LN_NO_MEM;
  }
  d->open      = (ln_out){s, 0U, size, LN_OK};
  d->to        = to;
  d->target.fd = -1;
  d->error     = "";
  *made        = d;
  return LN_OK;
}

static void
device_free(device* const d)
{
  ln_packer_free(d->packer);
  ln_free(d->open.s);
  ln_free(d);
}

ln_status
ln_out_open(const char* const  path,
            const ln_pack      pack,
            ln_out** const     out,
            const char** const error)
{
  *out      = NULL;
  device* d = NULL;

  const ln_pack how = ln_pack_of(path, pack);
  ln_status     st  = device_new(TO_TARGET, BUFFER_SIZE, &d);
  if (st == LN_OK && how != LN_PACK_NONE) {
    st = ln_packer_new(how, &d->packer);
  }
  *error = st == LN_OK ? "" : ln_status_text(st);
  if (st == LN_OK) {
    st = ln_target_open(path, &d->target, error); // last, for it leaves a trace on disk
  }
  if (st == LN_OK) {
    *out = &d->open;
  } else if (d) {
    device_free(d);
  }
  return st;
}

static ln_status
open_plain(const destination to, ln_out** const out)
{
  *out      = NULL;
  device* d = NULL;
  LN_TRY(device_new(to, MEMORY_SIZE, &d));
  *out = &d->open;
  return LN_OK;
}

ln_status
ln_out_memory(ln_out** const out)
{
  return open_plain(TO_MEMORY, out);
}

ln_status
ln_out_null(ln_out** const out)
{
  return open_plain(TO_NULL, out);
}

ln_view
ln_out_bytes(const ln_out* const out)
{
  return device_of_const(out)->to == TO_MEMORY ? (ln_view){out->s, out->n} : (ln_view){NULL, 0U};
}

void
ln_out_rewind(ln_out* const out)
{
  device_of(out)->passed += out->n;
  out->n = 0U;
}

unsigned long long
ln_out_count(const ln_out* const out)
{
  return device_of_const(out)->passed + out->n;
}

const char*
ln_out_error(const ln_out* const out)
{
  return device_of_const(out)->error;
}

/** Keep the first failure; what is in the buffer is lost, and not counted as accepted. */
static ln_status
fail(device* const d, const ln_status status, const char* const error)
{
  d->open.status = status;
  d->error       = error;
  d->open.n      = 0U;
  return status;
}

static ln_status
write_packed(void* const self, const ln_view bytes)
{
  device* const d = self;
  return ln_device_write(d->target.fd, bytes) == LN_OK ? LN_OK
                                                       : fail(d, LN_IO, ln_errno_text(errno));
}

/** Let bytes leave a device that is no memory. */
static ln_status
send(device* const d, const ln_view bytes, const bool last)
{
  ln_status st = d->open.status;
  if (st == LN_OK && d->to == TO_TARGET) {
    st =
      d->packer ? ln_packer_add(d->packer, bytes, last, write_packed, d) : write_packed(d, bytes);
  }
  if (st != LN_OK) {
    return d->open.status != LN_OK ? st : fail(d, st, "packing failed");
  }
  d->passed += bytes.n;
  return LN_OK;
}

/** Empty the buffer of a device that is no memory. */
static ln_status
flush(device* const d, const bool last)
{
  LN_TRY(send(d, (ln_view){d->open.s, d->open.n}, last));
  d->open.n = 0U;
  return LN_OK;
}

/** A buffer that holds `n` bytes behind those it has. */
static ln_status
grow(device* const d, const size_t n)
{
  ln_out* const out = &d->open;
  if (n > (size_t)PTRDIFF_MAX / 2U - out->n) {
    return fail(d, LN_NO_MEM, ln_status_text(LN_NO_MEM));
  }
  const size_t needed = out->n + n;
  const size_t cap    = needed > out->cap * 2U ? needed : out->cap * 2U;
  char* const  s      = ln_realloc(out->s, cap, 1U);
  if (!s) {
    return fail(d, LN_NO_MEM, ln_status_text(LN_NO_MEM));
  }
  out->s   = s;
  out->cap = cap;
  return LN_OK;
}

ln_status
ln_out_room(ln_out* const out, const size_t n)
{
  device* const d = device_of(out);
  if (out->status != LN_OK) {
    out->n = 0U; // dropped
    return out->status;
  }
  if (out->cap - out->n >= n) {
    return LN_OK;
  }
  if (d->to != TO_MEMORY) {
    LN_TRY(flush(d, false));
  }
  return out->cap - out->n >= n ? LN_OK : grow(d, n);
}

void
ln_out_pass(ln_out* const out, const ln_view bytes)
{
  device* const d = device_of(out);
  if (d->to == TO_MEMORY || bytes.n < out->cap) {
    ln_out_put_view(out, bytes);
  } else if (out->status == LN_OK && flush(d, false) == LN_OK) {
    // A failure is sticky in the device
    const ln_status sent = send(d, bytes, false);
    (void)sent;
  }
}

ln_status
ln_out_finish(ln_out* const out)
{
  device* const d  = device_of(out);
  ln_status     st = out->status;
  if (d->finished || d->to != TO_TARGET) {
    return st;
  }
  d->finished = true;
  if (st == LN_OK) {
    st = flush(d, true);
  }
  if (st != LN_OK) {
    ln_target_abandon(&d->target);
    return st;
  }
  const char* error = "";
  st                = ln_target_commit(&d->target, &error);
  return st == LN_OK ? LN_OK : fail(d, st, error);
}

ln_status
ln_out_close(ln_out* const out)
{
  if (!out) {
    return LN_OK;
  }
  const ln_status st = ln_out_finish(out);
  device_free(device_of(out));
  return st;
}

void
ln_out_abandon(ln_out* const out)
{
  if (out) {
    device* const d = device_of(out);
    ln_target_abandon(&d->target);
    device_free(d);
  }
}
