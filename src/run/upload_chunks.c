/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Adding in pieces. A piece is whole lines of what was gathered, as many as the way takes well;
   several are under way, each over a connection of its own, and they are noted as confirmed in
   their order (base/worker.h). Invariant: lines without blank nodes may be sent twice, so any piece
   can be repeated; what has blank nodes goes last, in one request, which is never repeated unless
   the store has surely not done it. The same input has the same pieces, so that a journal can name
   them by number. */

#include "run/upload_inner.h"

#include "base/memory.h"
#include "base/worker.h"

enum {
  POSTED_TRIPLES   = 20000,
  POSTED_BYTES     = 4 << 20,
  INSERTED_TRIPLES = 2000,
  INSERTED_BYTES   = 1 << 20,
};

#define ADDING "add triples"

/* One piece on its way, and the connection it goes over. */
typedef struct {
  ln_store*       store;
  ln_text         lines;
  uint64_t        number;
  uint64_t        end; ///< offset behind it
  bool            confirmed;
  bool            known; ///< the store knows us
  ln_store_result result;
} lane;

typedef struct {
  ln_upload_run* run;
  lane*          lanes;
  size_t         n;
  uint64_t       offset; ///< of the next piece
  uint64_t       number;
  uint64_t       triples; ///< of a piece at most
  size_t         bytes;
} chunking;

/* Where the last line ends that still belongs to the piece. */
static size_t
lines_end(const ln_view bytes, const uint64_t triples)
{
  size_t end = 0U;
  for (uint64_t i = 0U; i < triples && end < bytes.n; ++i) {
    const size_t n = ln_view_find(ln_view_from(bytes, end), '\n');
    if (end + n >= bytes.n) {
      break;
    }
    end += n + 1U;
  }
  return end;
}

/* Fill `lines` with the next piece: longer than usual if a single line is. */
static ln_status
read_piece(const chunking* const c, ln_text* const lines)
{
  ln_spill* const spill = c->run->gathered.ground;
  const uint64_t  left  = ln_spill_size(spill) - c->offset;
  size_t          end   = 0U;
  for (size_t most = c->bytes; end == 0U; most *= 2U) {
    const size_t n = left < most ? (size_t)left : most;
    ln_text_reset(lines);
    LN_TRY(ln_text_reserve(lines, n));
    LN_TRY(ln_spill_get(spill, c->offset, lines->s, n));
    end = lines_end((ln_view){lines->s, n}, c->triples);
  }
  lines->n = end;
  return LN_OK;
}

static ln_status
report_changed(const ln_upload_run* const run)
{
  const ln_status st = ln_report(run->log,
                                 LN_L1042,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "%s tells of other triples than the inputs have now",
                                 run->upload->journal);
  return st == LN_OK ? LN_STOP : st;
}

/* Whether an earlier run has sent it. */
static ln_status
look_up(ln_upload_run* const run, const uint64_t number, const ln_view lines, bool* const confirmed)
{
  const ln_piece piece =
    run->journal ? ln_journal_piece(run->journal, number, lines) : LN_PIECE_NEW;
  *confirmed = piece == LN_PIECE_CONFIRMED;
  run->done->earlier += *confirmed ? 1U : 0U;
  return piece == LN_PIECE_OTHER ? report_changed(run) : LN_OK;
}

static ln_status
take_piece(void* const self, const size_t worker)
{
  chunking* const                    c    = self;
  lane* const                        l    = &c->lanes[worker];
  const volatile sig_atomic_t* const stop = c->run->upload->job->stop;
  if (c->offset == ln_spill_size(c->run->gathered.ground)) {
    return LN_END;
  }
  if (stop && *stop != 0) {
    return LN_STOP;
  }
  LN_TRY(read_piece(c, &l->lines));
  c->offset += l->lines.n;
  l->end    = c->offset;
  l->number = c->number++;
  return look_up(c->run, l->number, ln_text_view(&l->lines), &l->confirmed);
}

/* A connection of its own must make itself known, too. */
static ln_status
send_lines(lane* const l, const bool ground)
{
  if (!l->known) {
    LN_TRY(ln_store_greet(l->store, &l->result));
    l->known = l->result.end == LN_STORE_DONE;
  }
  return l->known ? ln_store_add(l->store, ln_text_view(&l->lines), ground, &l->result) : LN_OK;
}

static ln_status
send_piece(void* const self, const size_t worker)
{
  const chunking* const c = self;
  lane* const           l = &c->lanes[worker];
  return l->confirmed ? LN_OK : send_lines(l, true);
}

static ln_status
note(const ln_upload_run* const run, const uint64_t number, const ln_view lines)
{
  const ln_status st = run->journal ? ln_journal_note(run->journal, number, lines) : LN_OK;
  if (st != LN_IO) {
    return st;
  }
  const ln_status reported = ln_report(run->log,
                                       LN_L1039,
                                       LN_NO_OUTPUT,
                                       (ln_where){0},
                                       LN_V(""),
                                       "%s cannot be written",
                                       run->upload->journal);
  return reported == LN_OK ? LN_IO : reported;
}

static ln_status
give_piece(void* const self, const size_t worker)
{
  chunking* const c = self;
  lane* const     l = &c->lanes[worker];
  if (!l->confirmed) {
    LN_TRY(ln_upload_judge(c->run, ADDING, &l->result));
    LN_TRY(note(c->run, l->number, ln_text_view(&l->lines)));
  }
  ln_upload_progress(c->run, l->end);
  return LN_OK;
}

static ln_status
report_begun(const ln_upload_run* const run)
{
  const ln_status st = ln_report(run->log,
                                 LN_L1043,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "the triples with blank nodes may be in the store already");
  return st == LN_OK ? LN_STOP : st;
}

/* Before they are sent it is noted that they will be: a run that was cut off in between cannot know
   whether the store has them. */
static ln_status
send_blanks(chunking* const c)
{
  ln_upload_run* const run   = c->run;
  lane* const          l     = &c->lanes[0];
  const uint64_t       size  = ln_spill_size(run->gathered.blank);
  bool                 begun = false;
  if (size == 0U) {
    return LN_OK;
  }
  ln_text_reset(&l->lines);
  LN_TRY(ln_text_reserve(&l->lines, (size_t)size));
  LN_TRY(ln_spill_get(run->gathered.blank, 0U, l->lines.s, (size_t)size));
  l->lines.n = (size_t)size;
  LN_TRY(look_up(run, c->number + 1U, ln_text_view(&l->lines), &l->confirmed));
  if (l->confirmed) {
    return LN_OK;
  }
  LN_TRY(look_up(run, c->number, LN_V("begun"), &begun));
  if (begun) {
    return report_begun(run);
  }
  LN_TRY(note(run, c->number, LN_V("begun")));
  LN_TRY(send_lines(l, false));
  LN_TRY(ln_upload_judge(run, "add the triples with blank nodes", &l->result));
  return note(run, c->number + 1U, ln_text_view(&l->lines));
}

/* Packed only if the store is known to understand it. */
static ln_status
ask_for_gzip(ln_upload_run* const run, ln_store_settings* const settings)
{
  bool takes     = false;
  settings->gzip = false;
  if (!run->upload->store.gzip) {
    return LN_OK;
  }
  LN_TRY(ln_store_takes_gzip(run->store, &takes, &run->result));
  run->done->requests += run->result.requests;
  run->result.requests = 0U;
  settings->gzip       = takes;
  return takes ? LN_OK
               : ln_report(run->log,
                           LN_L1044,
                           LN_KEPT,
                           (ln_where){0},
                           LN_V(""),
                           "the store does not understand gzip: triples are sent as they are");
}

static ln_status
open_lanes(chunking* const c, const ln_store_settings* const settings)
{
  const size_t wanted = c->run->upload->parallel > 0U ? c->run->upload->parallel : 1U;
  c->lanes            = ln_alloc_zero(wanted, sizeof(*c->lanes));
  if (!c->lanes) {
    return LN_NO_MEM;
  }
  for (; c->n < wanted; ++c->n) {
    const char* problem = "";
    LN_TRY(ln_store_open(settings, &c->lanes[c->n].store, &problem));
  }
  return LN_OK;
}

static void
close_lanes(chunking* const c)
{
  for (size_t i = 0U; i < c->n; ++i) {
    ln_store_close(c->lanes[i].store);
    ln_text_clear(&c->lanes[i].lines);
    ln_store_result_clear(&c->lanes[i].result);
  }
  ln_free(c->lanes);
}

ln_status
ln_upload_chunks(ln_upload_run* const run)
{
  static const ln_work PIECES   = {take_piece, send_piece, give_piece};
  const bool           posted   = ln_store_can_put(run->store);
  const bool           limited  = run->kind && run->kind->insert > 0U;
  const uint64_t       inserted = limited ? run->kind->insert : (uint64_t)INSERTED_TRIPLES;
  const uint64_t       usual    = posted ? (uint64_t)POSTED_TRIPLES : inserted;
  ln_store_settings    settings = run->upload->store;
  chunking             c        = {.run     = run,
                                   .triples = run->upload->chunk ? run->upload->chunk : usual,
                                   .bytes   = posted ? POSTED_BYTES : INSERTED_BYTES};
  ln_status            st       = ask_for_gzip(run, &settings);
  st                            = st == LN_OK ? open_lanes(&c, &settings) : st;
  st                            = st == LN_OK ? ln_work_share(&PIECES, &c, c.n) : st;
  st                            = st == LN_OK ? send_blanks(&c) : st;
  close_lanes(&c);
  return st;
}
