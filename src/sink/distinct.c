/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Repeated triples. What was described is remembered (sink/known.h), on disk where memory ends, and
   what is new goes on at once, the description itself if all of it is. Invariant: nothing waits, so
   order is kept and nothing depends on the memory. Cost: that of sink/known.h. */

#include "sink/distinct.h"

#include "base/memory.h"
#include "sink/known.h"

typedef struct {
  ln_sink   next;
  ln_known* known;
  ln_pair*  pairs; ///< that stay
  size_t    cap;   ///< room for them
} distinct;

/* Keep the pairs that are new. */
static ln_status
take_fresh(distinct* const d, const ln_desc* const desc, ln_desc* const less)
{
  size_t n = 0U;
  if (d->cap < desc->n_pairs) {
    ln_pair* const more = ln_realloc(d->pairs, desc->n_pairs, sizeof(ln_pair));
    if (!more) {
      return LN_NO_MEM;
    }
    d->pairs = more;
    d->cap   = desc->n_pairs;
  }
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    if (!ln_known_has(d->known, i)) {
      d->pairs[n++] = desc->pairs[i];
    }
  }
  *less         = *desc;
  less->pairs   = d->pairs;
  less->n_pairs = n;
  return LN_OK;
}

static ln_status
distinct_describe(void* const self, const ln_desc* const desc)
{
  distinct* const d    = self;
  ln_desc         less = *desc;
  LN_TRY(ln_known_meet(d->known, desc));
  const size_t fresh = ln_known_fresh(d->known);
  if (fresh < desc->n_pairs) {
    LN_TRY(take_fresh(d, desc, &less));
  }
  return fresh > 0U || desc->n_pairs == 0U ? ln_sink_describe(d->next, &less) : LN_OK;
}

static ln_status
distinct_finish(void* const self)
{
  const distinct* const d = self;
  return ln_sink_finish(d->next);
}

static void
distinct_free(void* const self)
{
  distinct* const d = self;
  ln_known_free(d->known);
  ln_free(d->pairs);
  ln_free(d);
}

ln_status
ln_distinct_new(const ln_names* const names,
                const size_t          memory,
                const ln_sink         next,
                ln_sink* const        sink)
{
  static const struct ln_sink_ops OPS = {
    distinct_describe, distinct_finish, NULL, NULL, distinct_free, NULL};
  distinct* const d = ln_alloc_zero(1U, sizeof(distinct));
  if (!d) {
    return LN_NO_MEM;
  }
  d->next            = next;
  const ln_status st = ln_known_new(names, memory, &d->known);
  if (st != LN_OK) {
    ln_free(d);
    return st;
  }
  *sink = (ln_sink){&OPS, d};
  return LN_OK;
}

const char*
ln_distinct_error(const ln_sink sink)
{
  return ln_known_error(((const distinct*)sink.self)->known);
}
