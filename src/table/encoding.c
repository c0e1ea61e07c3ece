/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Everything behind this file is UTF-8. UTF-8 itself passes through without a copy; other encodings
   go through iconv in small pieces, so that lines and rows are counted by the same code for all.
   A byte that has no meaning in the encoding becomes two, the first of them never UTF-8: the check
   of cells then reports it at its cell, no second path of faults is needed, and the byte is not
   forgotten, so that a row can be written as it was read (table/recode.c). */

#include "table/encoding.h"

#include "base/memory.h"
#include "table/proposal.h"

#include <errno.h>
#include <iconv.h>

enum { RAW_SIZE = 8192, TEXT_SIZE = 32768, NAME_SIZE = 40 };

/* A strange byte: its two high bits behind the first mark, its six low ones behind the second. */
enum { STRANGE = 0xFC, STRANGE_REST = 0x80, STRANGE_BITS = 6, STRANGE_MASK = 0x3F };

struct ln_transcoder {
  iconv_t handle;
  size_t  unit;            ///< bytes left out where they mean nothing
  bool    end;             ///< no more raw bytes
  bool    flushed;         ///< nor anything kept back
  char    name[NAME_SIZE]; ///< of the encoding, for iconv
  size_t  raw_n;
  size_t  text_at;
  size_t  text_n;
  char    raw[RAW_SIZE];
  char    text[TEXT_SIZE];
};

typedef struct {
  const char* mark;
  size_t      n;
  const char* name;
} byte_order_mark;

/* UTF-32 first: its mark begins with that of UTF-16. */
static const byte_order_mark marks[] = {
  {"\xEF\xBB\xBF", 3U, "UTF-8"},
  {"\xFF\xFE\0\0", 4U, "UTF-32LE"},
  {"\0\0\xFE\xFF", 4U, "UTF-32BE"},
  {"\xFF\xFE", 2U, "UTF-16LE"},
  {"\xFE\xFF", 2U, "UTF-16BE"},
};

static const byte_order_mark*
find_mark(const ln_view head)
{
  for (size_t i = 0U; i < sizeof(marks) / sizeof(marks[0]); ++i) {
    if (ln_view_starts(head, (ln_view){marks[i].mark, marks[i].n})) {
      return &marks[i];
    }
  }
  return NULL;
}

/* The name in capitals, as iconv has it; empty if it cannot be one. */
static void
upper_name(const ln_view name, char out[NAME_SIZE])
{
  out[0] = '\0';
  for (size_t i = 0U; i < name.n; ++i) {
    const char c     = name.s[i];
    const bool small = c >= 'a' && c <= 'z';
    const bool ok    = small || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                    c == '_' || c == ':' || c == '.';
    if (!ok || name.n >= NAME_SIZE) {
      out[0] = '\0';
      return;
    }
    out[i] = c;
    if (small) {
      out[i] = (char)(c - 'a' + 'A');
    }
    out[i + 1U] = '\0';
  }
}

static bool
is_one_of(const char* const name, const char* const* names)
{
  while (*names && strcmp(name, *names) != 0) {
    ++names;
  }
  return *names != NULL;
}

/* What is read without a coder: US-ASCII is UTF-8, and no declaration means UTF-8. */
static bool
is_utf8(const char* const name)
{
  static const char* const names[] = {"UTF-8", "UTF8", "US-ASCII", "ASCII", "ANSI_X3.4-1968", NULL};
  return is_one_of(name, names);
}

/* The encoding meant by a name. ISO-8859-1 is read as windows-1252, as the Encoding Standard has it
   (CSVW refers to it): the two differ only where ISO-8859-1 has control characters, which no table
   holds. UTF-16 without mark is little-endian, for the same reason. */
static const char*
meant(const char* const name)
{
  static const char* const latin[] = {"ISO-8859-1", "ISO8859-1", "ISO_8859-1", "LATIN1", NULL};
  if (is_one_of(name, latin)) {
    return "WINDOWS-1252";
  }
  if (strcmp(name, "UTF-16") == 0) {
    return "UTF-16LE";
  }
  return strcmp(name, "UTF-32") == 0 ? "UTF-32LE" : name;
}

/* False if iconv does not know the name. */
static bool
open_handle(const char* const name, iconv_t* const handle)
{
  if (name[0] == '\0') {
    return false;
  }
  *handle = iconv_open("UTF-8", meant(name));
  return *handle != (iconv_t)-1; /* NOLINT(performance-no-int-to-ptr): as POSIX has it */
}

bool
ln_encoding_known(const ln_view name)
{
  char upper[NAME_SIZE];
  upper_name(name, upper);
  if (name.n == 0U || is_utf8(upper)) {
    return true;
  }
  iconv_t handle = NULL;
  return open_handle(upper, &handle) && iconv_close(handle) == 0;
}

/* Bytes of the smallest thing that can be wrong. */
static size_t
unit_of(const char* const name)
{
  if (strncmp(name, "UTF-32", 6U) == 0) {
    return 4U;
  }
  return strncmp(name, "UTF-16", 6U) == 0 ? 2U : 1U;
}

static ln_status
open_coder(ln_encoding* const encoding, const char* const name, const char** const problem)
{
  iconv_t handle = NULL;
  if (!open_handle(name, &handle)) {
    *problem = "no encoding of this name is known";
    return LN_OK;
  }
  struct ln_transcoder* const coder = ln_alloc_zero(1U, sizeof(struct ln_transcoder));
  if (!coder) {
    (void)iconv_close(handle);
    return LN_NO_MEM;
  }
  coder->handle = handle;
  coder->unit   = unit_of(name);
  memcpy(coder->name, meant(name), strlen(meant(name)) + 1U);
  coder->raw_n = encoding->n - encoding->at;
  memcpy(coder->raw, encoding->head + encoding->at, coder->raw_n);
  encoding->at    = encoding->n;
  encoding->coder = coder;
  return LN_OK;
}

static ln_status
read_head(ln_encoding* const encoding)
{
  while (encoding->n < sizeof(encoding->head)) {
    size_t          got = 0U;
    const ln_status st  = ln_in_read(
      encoding->in, encoding->head + encoding->n, sizeof(encoding->head) - encoding->n, &got);
    if (st == LN_END) {
      return LN_OK;
    }
    LN_TRY(st);
    encoding->n += got;
    encoding->taken += got;
  }
  return LN_OK;
}

/* Whether a mark of UTF-16 or UTF-32 is one of the encoding declared. */
static bool
fits(const char* const declared, const char* const marked)
{
  return strncmp(declared, marked, sizeof("UTF-16") - 1U) == 0;
}

/* Zeros between letters are no text in UTF-8. */
static const char*
looks_wide(const ln_view head)
{
  const char* const name = ln_proposal_wide(head);
  if (!name) {
    return NULL;
  }
  return strcmp(name, "utf-16le") == 0
           ? "it looks like utf-16le; declare that encoding if it is so"
           : "it looks like utf-16be; declare that encoding if it is so";
}

ln_status
ln_encoding_open(ln_encoding* const encoding,
                 ln_in* const       in,
                 const ln_view      name,
                 const char** const problem)
{
  *encoding = (ln_encoding){.in = in};
  *problem  = NULL;
  LN_TRY(read_head(encoding));
  char declared[NAME_SIZE];
  upper_name(name, declared);
  const byte_order_mark* const mark = find_mark((ln_view){encoding->head, encoding->n});
  if (mark && strcmp(mark->name, "UTF-8") == 0) {
    encoding->at   = mark->n;
    encoding->mark = (ln_view){mark->mark, mark->n};
    return LN_OK;
  }
  const bool utf8 = name.n == 0U || is_utf8(declared);
  if (mark && (utf8 || !fits(declared, mark->name))) {
    *problem = mark->n == 4U ? "it begins with the byte order mark of UTF-32"
                             : "it begins with the byte order mark of UTF-16";
    return LN_OK;
  }
  if (mark) {
    encoding->at   = mark->n;
    encoding->mark = (ln_view){mark->mark, mark->n};
    return open_coder(encoding, mark->name, problem);
  }
  if (utf8) {
    *problem = looks_wide((ln_view){encoding->head, encoding->n});
    return LN_OK;
  }
  return open_coder(encoding, declared, problem);
}

/* Transcode what is in `raw`; what is left of it moves to the front. */
static void
convert(struct ln_transcoder* const coder)
{
  char*  in       = coder->raw;
  size_t in_left  = coder->raw_n;
  char*  out      = coder->text;
  size_t out_left = TEXT_SIZE;
  while (in_left > 0U && out_left > 0U) {
    errno = 0;
    if (iconv(coder->handle, &in, &in_left, &out, &out_left) != (size_t)-1 || errno == E2BIG) {
      break;
    }
    if (errno == EINVAL && !coder->end) {
      break; /* the character goes on in the bytes to be read next */
    }
    const size_t skipped = coder->unit < in_left ? coder->unit : in_left;
    if (out_left < 2U * skipped) {
      break;
    }
    for (size_t i = 0U; i < skipped; ++i) {
      const unsigned char byte = (unsigned char)*in++;
      *out++                   = (char)(STRANGE | (byte >> STRANGE_BITS));
      *out++                   = (char)(STRANGE_REST | (byte & STRANGE_MASK));
    }
    in_left -= skipped;
    out_left -= 2U * skipped;
  }
  if (coder->end && in_left == 0U && out_left == TEXT_SIZE) {
    /* Some encodings keep a character back until they see the next one. */
    (void)iconv(coder->handle, NULL, NULL, &out, &out_left);
    coder->flushed = true;
  }
  memmove(coder->raw, in, in_left);
  coder->raw_n   = in_left;
  coder->text_at = 0U;
  coder->text_n  = TEXT_SIZE - out_left;
}

static ln_status
refill(ln_encoding* const encoding)
{
  struct ln_transcoder* const coder = encoding->coder;
  while (coder->text_at == coder->text_n) {
    if (!coder->end && coder->raw_n < RAW_SIZE) {
      size_t          got = 0U;
      const ln_status st =
        ln_in_read(encoding->in, coder->raw + coder->raw_n, RAW_SIZE - coder->raw_n, &got);
      coder->end = st == LN_END;
      if (st != LN_OK && st != LN_END) {
        return st;
      }
      coder->raw_n += got;
      encoding->taken += got;
    }
    if (coder->flushed) {
      return LN_END;
    }
    convert(coder);
  }
  return LN_OK;
}

static size_t
give(char* const buffer, const size_t size, const ln_view bytes)
{
  const ln_view some = ln_view_first(bytes, size);
  memcpy(buffer, some.s, some.n);
  return some.n;
}

ln_status
ln_encoding_read(ln_encoding* const encoding,
                 char* const        buffer,
                 const size_t       size,
                 size_t* const      got)
{
  *got = 0U;
  if (encoding->at < encoding->n) {
    *got = give(buffer, size, (ln_view){encoding->head + encoding->at, encoding->n - encoding->at});
    encoding->at += *got;
    return LN_OK;
  }
  struct ln_transcoder* const coder = encoding->coder;
  if (!coder) {
    const ln_status st = ln_in_read(encoding->in, buffer, size, got);
    encoding->taken += *got;
    return st;
  }
  LN_TRY(refill(encoding));
  *got =
    give(buffer, size, (ln_view){coder->text + coder->text_at, coder->text_n - coder->text_at});
  coder->text_at += *got;
  return LN_OK;
}

bool
ln_encoding_strange(const ln_view text, char* const byte)
{
  if (text.n < 2U || (unsigned char)text.s[0] < STRANGE) {
    return false;
  }
  const unsigned high = (unsigned char)text.s[0] & ~(unsigned)STRANGE;
  const unsigned low  = (unsigned char)text.s[1] & (unsigned)STRANGE_MASK;
  *byte               = (char)((high << STRANGE_BITS) | low);
  return true;
}

ln_encoding_form
ln_encoding_form_of(const ln_encoding* const encoding)
{
  return (ln_encoding_form){encoding->coder ? encoding->coder->name : NULL, encoding->mark};
}

void
ln_encoding_close(ln_encoding* const encoding)
{
  if (encoding->coder) {
    (void)iconv_close(encoding->coder->handle);
    ln_free(encoding->coder);
  }
  *encoding = (ln_encoding){0};
}
