/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The journal of a load. It is read whole when it is opened (64 bytes of digest and a number for
   each piece of some megabytes) and appended to afterwards, each line with one write and one wait
   for the disk. Invariant: what stands in it has been confirmed by the store; what the store has
   confirmed may be missing in it, and then is sent again, which does no harm. */

#include "store/journal.h"

#include "base/in.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define TITLE "liner load, journal 1, of "
#define BEFORE ", before it "

enum { DIGITS = 2 * LN_SHA256_SIZE, FILE_MOST = 1 << 30 };

typedef struct {
  uint64_t number;
  char     digest[DIGITS];
} piece;

struct ln_journal {
  int     fd;
  ln_text path;
  piece*  pieces;
  size_t  n;
  size_t  cap;
};

static void
digest_of(const ln_view bytes, char digits[DIGITS])
{
  static const char HEX[] = "0123456789abcdef";
  unsigned char     digest[LN_SHA256_SIZE];
  ln_sha256(bytes, digest);
  for (size_t i = 0U; i < sizeof(digest); ++i) {
    digits[2U * i]      = HEX[digest[i] >> 4U];
    digits[2U * i + 1U] = HEX[digest[i] & 15U];
  }
}

static ln_status
keep(ln_journal* const journal, const uint64_t number, const char* const digest)
{
  if (journal->n == journal->cap) {
    const size_t cap    = journal->cap ? 2U * journal->cap : 64U;
    piece* const longer = ln_realloc(journal->pieces, cap, sizeof(*longer));
    if (!longer) {
      return LN_NO_MEM;
    }
    journal->pieces = longer;
    journal->cap    = cap;
  }
  journal->pieces[journal->n].number = number;
  memcpy(journal->pieces[journal->n++].digest, digest, DIGITS);
  return LN_OK;
}

/* A number and nothing else. */
static bool
read_number(const ln_view digits, uint64_t* const number)
{
  bool good = digits.n > 0U && digits.n < 20U;
  *number   = 0U;
  for (size_t i = 0U; good && i < digits.n; ++i) {
    good    = digits.s[i] >= '0' && digits.s[i] <= '9';
    *number = *number * 10U + (uint64_t)(digits.s[i] - '0');
  }
  return good;
}

/* The first line; `load` is what it begins with if it is of this load. NULL, or what is wrong. */
static const char*
read_first(const ln_view line, const ln_view load, uint64_t* const before)
{
  if (!ln_view_starts(line, load)) {
    return ln_view_starts(line, LN_V(TITLE)) ? "it is the journal of another load"
                                             : "it is no journal of a load";
  }
  return read_number(ln_view_from(line, load.n), before) ? NULL : "it is no journal of a load";
}

/* `NUMBER DIGEST`. False if it is not. */
static ln_status
read_line(ln_journal* const journal, const ln_view line, bool* const good)
{
  const size_t cut    = ln_view_find(line, ' ');
  uint64_t     number = 0U;
  *good = read_number(ln_view_first(line, cut), &number) && line.n == cut + 1U + DIGITS;
  return *good ? keep(journal, number, line.s + cut + 1U) : LN_OK;
}

/* What a journal says. */
typedef struct {
  ln_view     load;    ///< what its first line begins with
  uint64_t    before;  ///< what this ends with
  size_t      end;     ///< of the last whole line
  const char* problem; ///< why it cannot be used
} contents;

/* LN_USAGE if it is the journal of something else. A last line without an end does not count, but
   whatever it is must not be something else's. */
static ln_status
read_lines(ln_journal* const journal, const ln_view bytes, contents* const c)
{
  for (size_t at = 0U; at < bytes.n; at = c->end) {
    const ln_view rest  = ln_view_from(bytes, at);
    const ln_view line  = ln_view_first(rest, ln_view_find(rest, '\n'));
    bool          good  = true;
    const bool    whole = line.n < rest.n;
    if (at == 0U) {
      c->problem = whole || !ln_view_starts(c->load, ln_view_first(line, c->load.n))
                     ? read_first(line, c->load, &c->before)
                     : NULL;
    } else if (whole) {
      LN_TRY(read_line(journal, line, &good));
    }
    c->problem = good ? c->problem : "it is no journal of a load";
    if (c->problem || !whole) {
      return c->problem ? LN_USAGE : LN_OK;
    }
    c->end = at + line.n + 1U;
  }
  return LN_OK;
}

static ln_status
read_file(ln_journal* const journal, contents* const c)
{
  union {
    const char* borrowed;
    char*       owned;
  } slurped     = {NULL};
  ln_view bytes = {NULL, 0U};
  LN_TRY(ln_in_slurp(journal->path.s, FILE_MOST, &bytes, &c->problem));
  const ln_status st = read_lines(journal, bytes, c);
  slurped.borrowed   = bytes.s;
  ln_free(slurped.owned);
  return st;
}

/* All of it, to the disk. */
static bool
append(const ln_journal* const journal, const ln_view line)
{
  size_t at = 0U;
  while (at < line.n) {
    const ssize_t n = write(journal->fd, line.s + at, line.n - at);
    if (n < 0 && errno != EINTR) {
      return false;
    }
    at += n > 0 ? (size_t)n : 0U;
  }
  return fdatasync(journal->fd) == 0;
}

/* What the file is to begin with, and what it holds. A line that was not finished is overwritten.
 */
static ln_status
begin(ln_journal* const journal, const ln_view load, ln_text* const first, contents* const c)
{
  char digest[DIGITS];
  digest_of(load, digest);
  LN_TRY(ln_text_add(first, LN_V(TITLE)));
  LN_TRY(ln_text_add(first, (ln_view){digest, DIGITS}));
  LN_TRY(ln_text_add(first, LN_V(BEFORE)));
  c->load = ln_text_view(first);
  LN_TRY(read_file(journal, c));
  c->problem = "";
  LN_TRY(ln_text_format(first, "%llu\n", (unsigned long long)c->before));
  if (ftruncate(journal->fd, (off_t)c->end) == 0 &&
      (c->end > 0U || append(journal, ln_text_view(first)))) {
    return LN_OK;
  }
  c->problem = ln_errno_text(errno);
  return LN_IO;
}

ln_status
ln_journal_open(const char* const  path,
                const ln_view      load,
                uint64_t* const    before,
                ln_journal** const journal,
                const char** const problem)
{
  ln_journal* const opened = ln_alloc_zero(1U, sizeof(*opened));
  ln_text           first  = {0};
  contents          c      = {.before = *before, .problem = ""};
  *journal                 = NULL;
  if (!opened) {
    return LN_NO_MEM;
  }
  opened->fd   = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
  c.problem    = opened->fd < 0 ? ln_errno_text(errno) : "";
  ln_status st = opened->fd < 0 ? LN_IO : ln_text_add(&opened->path, ln_view_of(path));
  st           = st == LN_OK ? begin(opened, load, &first, &c) : st;
  *before      = c.before;
  *problem     = c.problem;
  ln_text_clear(&first);
  if (st == LN_OK) {
    *journal = opened;
    return LN_OK;
  }
  const ln_status closed = ln_journal_close(opened, false);
  return st == LN_OK ? closed : st;
}

size_t
ln_journal_earlier(const ln_journal* const journal)
{
  return journal->n;
}

/* Pieces are confirmed in their order, so the one that is looked for mostly stands where its number
   says. */
ln_piece
ln_journal_piece(const ln_journal* const journal, const uint64_t number, const ln_view bytes)
{
  size_t at = number < journal->n && journal->pieces[number].number == number ? (size_t)number : 0U;
  while (at < journal->n && journal->pieces[at].number != number) {
    ++at;
  }
  if (at == journal->n) {
    return LN_PIECE_NEW;
  }
  char digest[DIGITS];
  digest_of(bytes, digest);
  return memcmp(digest, journal->pieces[at].digest, DIGITS) == 0 ? LN_PIECE_CONFIRMED
                                                                 : LN_PIECE_OTHER;
}

ln_status
ln_journal_note(ln_journal* const journal, const uint64_t number, const ln_view bytes)
{
  char    digest[DIGITS];
  ln_text line = {0};
  digest_of(bytes, digest);
  ln_status st = ln_text_format(&line, "%llu ", (unsigned long long)number);
  st           = st == LN_OK ? ln_text_add(&line, (ln_view){digest, DIGITS}) : st;
  st           = st == LN_OK ? ln_text_add_byte(&line, '\n') : st;
  if (st == LN_OK && !append(journal, ln_text_view(&line))) {
    st = LN_IO;
  }
  ln_text_clear(&line);
  return st;
}

ln_status
ln_journal_close(ln_journal* const journal, const bool done)
{
  if (!journal) {
    return LN_OK;
  }
  const bool closed  = journal->fd < 0 || close(journal->fd) == 0;
  const bool removed = !done || unlink(journal->path.s) == 0;
  ln_text_clear(&journal->path);
  ln_free(journal->pieces);
  ln_free(journal);
  return closed && removed ? LN_OK : LN_IO;
}
