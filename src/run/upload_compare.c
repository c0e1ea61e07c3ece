/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triple by triple. Both sides are read as N-Triples, the store's as they come; of each triple only
   a hash of its values is kept (base/difference.h). Where the sides differ, both are read once
   more, to show the first triples that do. Blank nodes have no names that last, so triples with
   them are left to the count. */

#include "run/upload_inner.h"

#include "graph/read.h"
#include "run/triple_batch.h"
#include "sink/quad.h"
#include "store/quirk_triple.h"
#include "store/value_key.h"

enum { SHOWN = 10 };

typedef struct {
  ln_upload_run*  run;
  ln_difference*  difference;
  ln_value_keys   keys;
  ln_text         key;
  ln_quad_text    quad;
  ln_side         side;
  ln_triple_batch batch;
  uint64_t        number; ///< of the next triple
  uint64_t        wanted; ///< number of the next one that the other side lacks
  ln_side         wanted_side;
  bool            telling; ///< the second time
  bool            ended;   ///< nothing more is to be told
  unsigned        shown;
} comparing;

static ln_status
next_wanted(comparing* const c)
{
  const ln_status st = ln_difference_next(c->difference, &c->wanted_side, &c->wanted);
  c->ended           = st == LN_END;
  return st == LN_END ? LN_OK : st;
}

static ln_status
tell(comparing* const c, const ln_read_triple* const triple)
{
  ln_quad quad;
  if (c->ended || c->side != c->wanted_side || c->number - 1U != c->wanted) {
    return LN_OK;
  }
  LN_TRY(ln_quad_of(triple, c->batch.source, &c->quad, &quad));
  LN_TRY(ln_report(c->run->log,
                   LN_L1045,
                   LN_KEPT,
                   (ln_where){0},
                   LN_V(""),
                   "the store %s %.*s .",
                   c->side == LN_SIDE_OLD ? "lacks" : "has, and should not have,",
                   (int)(quad.triple.n < 2000U ? quad.triple.n : 2000U),
                   quad.triple.s));
  ++c->shown;
  LN_TRY(next_wanted(c));
  c->ended = c->ended || c->shown == SHOWN;
  return LN_OK;
}

static ln_status
take_triple(void* const self, const ln_read_triple* const triple)
{
  comparing* const c = self;
  if (triple->subject.kind == LN_BLANK || triple->object.kind == LN_BLANK) {
    return LN_OK;
  }
  ++c->number;
  if (c->telling) {
    return tell(c, triple);
  }
  ln_text_reset(&c->key);
  LN_TRY(c->run->kind ? ln_quirk_triple_shown(c->run->kind, triple, &c->key)
                      : ln_value_key_add(&c->keys, triple, &c->key));
  return ln_difference_add(c->difference, c->side, ln_text_view(&c->key));
}

static ln_status
take_bytes(void* const self, const ln_view bytes)
{
  comparing* const c = self;
  return ln_triple_batch_add(&c->batch, bytes);
}

static ln_status
read_theirs(comparing* const c)
{
  ln_upload_run* const run = c->run;
  LN_TRY(ln_store_fetch(run->store, take_bytes, c, &run->result));
  LN_TRY(ln_upload_judge(run, "read the graph back", &run->result));
  return ln_triple_batch_end(&c->batch);
}

static ln_status
go_through(comparing* const c, const ln_side side)
{
  c->side   = side;
  c->number = 0U;
  return side == LN_SIDE_OLD ? ln_triple_batch_spill(&c->batch, c->run->gathered.ground)
                             : read_theirs(c);
}

static ln_status
report_sum(const comparing* const c, const bool only)
{
  const ln_status st =
    ln_report(c->run->log,
              LN_L1046,
              LN_KEPT,
              (ln_where){0},
              LN_V(""),
              "the store lacks %llu triples, and has %llu others%s",
              (unsigned long long)ln_difference_lacking(c->difference, LN_SIDE_OLD),
              (unsigned long long)ln_difference_lacking(c->difference, LN_SIDE_NEW),
              only ? ", some of which it may have had before" : "");
  return st == LN_OK ? LN_IO : st;
}

static ln_status
compare(comparing* const c, const bool only)
{
  LN_TRY(ln_log_source(c->run->log, LN_V("what the store has"), NULL, NULL, &c->batch.source));
  LN_TRY(go_through(c, LN_SIDE_OLD));
  LN_TRY(go_through(c, LN_SIDE_NEW));
  LN_TRY(ln_difference_seal(c->difference));
  const uint64_t lacks  = ln_difference_lacking(c->difference, LN_SIDE_OLD);
  const uint64_t others = ln_difference_lacking(c->difference, LN_SIDE_NEW);
  if (lacks == 0U && (only || others == 0U)) {
    return LN_OK;
  }
  c->telling = true;
  LN_TRY(next_wanted(c));
  LN_TRY(lacks > 0U ? go_through(c, LN_SIDE_OLD) : LN_OK);
  LN_TRY(!only && others > 0U ? go_through(c, LN_SIDE_NEW) : LN_OK);
  return report_sum(c, only);
}

ln_status
ln_upload_compare(ln_upload_run* const run, const bool only)
{
  comparing c = {.run = run};
  c.batch     = (ln_triple_batch){
        .log = run->log, .take = take_triple, .self = &c, .stop = run->upload->job->stop};
  ln_status st = ln_difference_new(run->upload->job->memory, &c.difference);
  st           = st == LN_OK ? compare(&c, only) : st;
  ln_difference_free(c.difference);
  ln_value_keys_clear(&c.keys);
  ln_text_clear(&c.key);
  ln_triple_batch_clear(&c.batch);
  ln_quad_text_clear(&c.quad);
  return st;
}
