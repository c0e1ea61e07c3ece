/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How many triples a store will count of what was gathered. Where its kind is known, so is which
   terms it takes for one (store/quirks.def), and what was gathered is gone through once more for
   it; else the number is that of the different triples. */

#include "run/triple_batch.h"
#include "run/upload_inner.h"
#include "store/quirk_triple.h"

typedef struct {
  const ln_store_kind* kind;
  ln_difference*       met;
  ln_text              key;
} expecting;

static ln_status
take_triple(void* const self, const ln_read_triple* const triple)
{
  expecting* const e = self;
  ln_text_reset(&e->key);
  LN_TRY(ln_quirk_triple_key(e->kind, triple, &e->key));
  return ln_difference_add(e->met, LN_SIDE_OLD, ln_text_view(&e->key));
}

static ln_status
go_through(ln_upload_run* const run, expecting* const e)
{
  ln_triple_batch batch = {
    .log = run->log, .take = take_triple, .self = e, .stop = run->upload->job->stop};
  ln_status st = ln_log_source(run->log, LN_V("what is sent"), NULL, NULL, &batch.source);
  st           = st == LN_OK ? ln_triple_batch_spill(&batch, run->gathered.ground) : st;
  st           = st == LN_OK ? ln_triple_batch_spill(&batch, run->gathered.blank) : st;
  ln_triple_batch_clear(&batch);
  return st == LN_OK ? ln_difference_seal(e->met) : st;
}

ln_status
ln_upload_expect(ln_upload_run* const run)
{
  expecting e         = {.kind = run->kind};
  run->done->expected = run->gathered.distinct;
  if (!run->kind || run->upload->verify == LN_VERIFY_NONE) {
    return LN_OK;
  }
  LN_TRY(ln_difference_new(run->upload->job->memory, &e.met));
  const ln_status st = go_through(run, &e);
  if (st == LN_OK) {
    run->done->expected = ln_difference_items(e.met, LN_SIDE_OLD);
  }
  ln_difference_free(e.met);
  ln_text_clear(&e.key);
  return st;
}
