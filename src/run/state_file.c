/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Names stand in the order of the export, where neighbours are alike, so that zstd leaves a few
   bytes of each beside its hash. Invariant: nothing of a file is believed before its last line was
   seen; whoever takes things from it does nothing until then. */

#include "run/state_file.h"

#include "base/in.h"
#include "base/memory.h"
#include "base/text.h"

#include <xxhash.h>

#include <inttypes.h>
#include <stdbool.h>

#define FIRST_LINE LN_V("liner state 1")
#define FIRST_GRAPHS LN_V("liner state 1 graphs")
#define LAST_WORD LN_V("end ")

enum { PAGE = 1 << 16, HASH_DIGITS = 16, LINE_MOST = 1 << 20 };

static void
add_hex(char* const to, const uint64_t number)
{
  static const char DIGITS[] = "0123456789abcdef";
  for (size_t i = 0U; i < HASH_DIGITS; ++i) {
    to[i] = DIGITS[(number >> (60U - (4U * i))) & 15U];
  }
}

/* A checksum that each thing changes. */
static uint64_t
add_to_sum(const uint64_t sum, const uint64_t content, const ln_view name)
{
  return XXH3_64bits_withSeed(name.n > 0U ? name.s : "", name.n, sum ^ content);
}

void
ln_state_begin(ln_state_writer* const w)
{
  w->n   = 0U;
  w->sum = 0U;
  ln_out_put_view(w->out, w->graphs ? FIRST_GRAPHS : FIRST_LINE);
  ln_out_put_byte(w->out, '\n');
}

void
ln_state_put(ln_state_writer* const w, const uint64_t content, const ln_view name)
{
  char hash[HASH_DIGITS + 1];
  add_hex(hash, content);
  hash[HASH_DIGITS] = ' ';
  ln_out_put(w->out, hash, sizeof(hash));
  ln_out_put_view(w->out, name);
  ln_out_put_byte(w->out, '\n');
  w->sum = add_to_sum(w->sum, content, name);
  ++w->n;
}

/* `end 1234 0123…`: the last line. */
static ln_status
make_end(const uint64_t sum, const uint64_t n, ln_text* const line)
{
  char digits[HASH_DIGITS];
  add_hex(digits, sum);
  LN_TRY(ln_text_format(line, "end %" PRIu64 " ", n));
  return ln_text_add(line, (ln_view){digits, sizeof(digits)});
}

ln_status
ln_state_end(ln_state_writer* const w)
{
  ln_text         line = {0};
  const ln_status st   = make_end(w->sum, w->n, &line);
  if (st == LN_OK) {
    ln_out_put_view(w->out, ln_text_view(&line));
    ln_out_put_byte(w->out, '\n');
  }
  ln_text_clear(&line);
  return st;
}

typedef struct {
  ln_state_func take;
  void*         self;
  uint64_t      sum;
  uint64_t      n;
  bool*         graphs;
  bool          begun;
  bool          ended;
  const char*   fault; ///< NULL: none so far
  char*         page;
  ln_text       rest; ///< of a line that goes on
} state_reading;

/* False if these are not 16 digits and a blank. */
static bool
read_hash(const ln_view line, uint64_t* const content)
{
  *content = 0U;
  for (size_t i = 0U; i < HASH_DIGITS && i < line.n; ++i) {
    const char c = line.s[i];
    if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
      return false;
    }
    *content = (*content << 4U) | (uint64_t)(c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return line.n > HASH_DIGITS + 1U && line.s[HASH_DIGITS] == ' ';
}

static ln_status
check_end(state_reading* const r, const ln_view line)
{
  ln_text wanted = {0};
  LN_TRY(make_end(r->sum, r->n, &wanted));
  r->ended = ln_view_equals(line, ln_text_view(&wanted));
  r->fault = r->ended ? NULL : "its checksum is wrong: it was changed or damaged";
  ln_text_clear(&wanted);
  return LN_OK;
}

/* A line without its end. */
static ln_status
take_line(state_reading* const r, const ln_view line)
{
  uint64_t content = 0U;
  if (r->ended) {
    r->fault = "something stands behind its end";
  } else if (!r->begun) {
    *r->graphs = ln_view_equals(line, FIRST_GRAPHS);
    r->begun   = *r->graphs || ln_view_equals(line, FIRST_LINE);
    r->fault   = r->begun ? NULL : "it does not begin with \"liner state 1\"";
  } else if (ln_view_starts(line, LAST_WORD)) {
    return check_end(r, line);
  } else if (!read_hash(line, &content)) {
    r->fault = "a line of it is no hash and name";
  } else {
    const ln_view name = ln_view_from(line, HASH_DIGITS + 1U);
    r->sum             = add_to_sum(r->sum, content, name);
    ++r->n;
    return r->take(r->self, content, name);
  }
  return LN_OK;
}

static ln_status
take_page(state_reading* const r, ln_view page)
{
  while (page.n > 0U && !r->fault) {
    const size_t end = ln_view_find(page, '\n');
    LN_TRY(ln_text_add(&r->rest, ln_view_first(page, end)));
    if (r->rest.n > LINE_MOST) {
      r->fault = "a line of it is no hash and name";
    } else if (end < page.n) {
      LN_TRY(take_line(r, ln_text_view(&r->rest)));
      ln_text_reset(&r->rest);
    }
    page = ln_view_from(page, end + 1U);
  }
  return LN_OK;
}

static ln_status
read_pages(state_reading* const r, ln_in* const in)
{
  ln_status st = LN_OK;
  while (st == LN_OK && !r->fault) {
    ln_view page = {0};
    st           = ln_in_read(in, r->page, PAGE, &page.n);
    page.s       = r->page;
    LN_TRY(st == LN_OK ? take_page(r, page) : LN_OK);
  }
  if (st == LN_IO) {
    r->fault = ln_in_error(in);
  } else if (!r->fault && !r->ended) {
    r->fault = "it is cut off";
  }
  return st == LN_IO || st == LN_END ? LN_OK : st;
}

static ln_status
read_open(state_reading* const r, ln_in* const in)
{
  r->page            = (char*)ln_alloc(PAGE);
  const ln_status st = r->page ? read_pages(r, in) : LN_NO_MEM;
  ln_free(r->page);
  return st;
}

ln_status
ln_state_read(const char* const   path,
              ln_log* const       log,
              const ln_state_func take,
              void* const         self,
              bool* const         graphs)
{
  state_reading r  = {.take = take, .self = self, .graphs = graphs};
  ln_in*        in = NULL;
  ln_status     st = ln_in_open(path, &in, &r.fault);
  if (st == LN_OK) {
    r.fault = NULL;
    st      = read_open(&r, in);
  }
  if ((st == LN_OK || st == LN_IO) && r.fault) {
    st = ln_report(log,
                   LN_L1086,
                   LN_NO_OUTPUT,
                   (ln_where){0},
                   LN_V(""),
                   "%s is no state of an export that can be used: %s",
                   ln_shown(log, ln_view_of(path)),
                   r.fault);
    st = st == LN_OK ? LN_STOP : st;
  }
  const ln_status closed = ln_in_close(in);
  ln_text_clear(&r.rest);
  return st != LN_OK ? st : closed;
}
