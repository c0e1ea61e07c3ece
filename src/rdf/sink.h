/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_SINK_H
#define LN_RDF_SINK_H

#include "base/status.h"
#include "rdf/desc.h"
#include "rdf/stencil.h"

/** The one interface descriptions flow through: writers (descriptions to bytes) and tallies
   (counts, checks). Two words, by value. Who creates a sink frees it; a sink that passes on to
   another does not own it unless its header says so. */
typedef struct {
  const struct ln_sink_ops* ops;
  void*                     self;
} ln_sink;

struct ln_sink_ops {
  /** Once a description; borrowed until return. */
  ln_status (*describe)(void* self, const ln_desc* desc);
  /** Once, at the end: epilogue, and what was deferred. */
  ln_status (*finish)(void* self);
  /** A worker's private copy, before work starts. NULL: the sink cannot be shared out. */
  ln_status (*fork)(const void* self, ln_sink* worker);
  /** Called in chunk order: bytes are appended, counts added. The worker stays usable for its next
   * chunk. */
  ln_status (*join)(void* self, ln_sink worker);
  void (*free)(void* self);
  /** As describe, with a stamp; `*n` pairs were made of it, or LN_UNSTAMPED: nothing was done, and
     the same must be described. NULL: always so. */
  ln_status (*stamp)(void* self, const ln_stamp* stamp, size_t* n);
  /** Whether lists are taken with the description that they belong to (`links`). NULL: they are
     not, and each of their nodes is described behind it. */
  bool (*takes_lists)(const void* self);
};

static inline ln_status
ln_sink_describe(const ln_sink sink, const ln_desc* const desc)
{
  return sink.ops->describe(sink.self, desc);
}

static inline ln_status
ln_sink_stamp(const ln_sink sink, const ln_stamp* const stamp, size_t* const n)
{
  *n = LN_UNSTAMPED;
  return sink.ops->stamp ? sink.ops->stamp(sink.self, stamp, n) : LN_OK;
}

static inline bool
ln_sink_takes_lists(const ln_sink sink)
{
  return sink.ops->takes_lists && sink.ops->takes_lists(sink.self);
}

static inline ln_status
ln_sink_finish(const ln_sink sink)
{
  return sink.ops->finish(sink.self);
}

/** A sink of zeroes is allowed. */
static inline void
ln_sink_free(const ln_sink sink)
{
  if (sink.ops) {
    sink.ops->free(sink.self);
  }
}

#endif
