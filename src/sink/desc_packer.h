/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_DESC_PACKER_H
#define LN_SINK_DESC_PACKER_H

#include "base/status.h"
#include "base/text.h"
#include "rdf/desc.h"
#include "rdf/names.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Where a packed pair lies among those of its description. */
typedef struct {
  size_t   at;
  uint32_t n;
  bool     known; ///< it was described before: set by who looks it up
} ln_packed;

/** Puts descriptions into as few bytes as it takes: subjects with their graphs, or pairs, are equal
   bytes exactly if they are the same to RDF, by whatever stems they are said. Caller's struct. */
typedef struct {
  const ln_names* names;
  bool*           extended; ///< IRI stems that begin another stem
  size_t          n_stems;
  ln_text         subject; ///< subject and graph of the description at hand
  ln_text         bytes;   ///< its pairs, one behind the other
  ln_packed*      pairs;
  size_t          n;
  size_t          cap;
  ln_text         one; ///< a pair by itself
} ln_desc_packer;

/** `names` are sealed and outlive it. */
LN_MUST ln_status
ln_desc_packer_init(ln_desc_packer* packer, const ln_names* names);

void
ln_desc_packer_clear(ln_desc_packer* packer);

/** Set `subject`. */
LN_MUST ln_status
ln_desc_packer_subject(ln_desc_packer* packer, const ln_term* subject, const ln_term* graph);

/** Set `bytes` and `pairs`. */
LN_MUST ln_status
ln_desc_packer_pairs(ln_desc_packer* packer, const ln_desc* desc);

/** Set `one`: a pair whose predicate has a number. */
LN_MUST ln_status
ln_desc_packer_one(ln_desc_packer* packer, const ln_pair* pair);

/** One of the pairs. */
static inline ln_view
ln_desc_packer_pair(const ln_desc_packer* const packer, const size_t i)
{
  return (ln_view){packer->bytes.s + packer->pairs[i].at, packer->pairs[i].n};
}

/** Write a number, seven bits a byte, the lowest first, and return its end: at most ten bytes. */
static inline char*
ln_packed_put(char* to, uint64_t number)
{
  for (; number >= 0x80U; number >>= 7U) {
    *to++ = (char)(number | 0x80U);
  }
  *to++ = (char)number;
  return to;
}

/** Read a number and go behind it. */
static inline uint64_t
ln_packed_number(const char** const at)
{
  const char* s      = *at;
  uint64_t    number = 0U;
  unsigned    shift  = 0U;
  for (; (*s & 0x80) != 0; shift += 7U) {
    number |= (uint64_t)(*s++ & 0x7F) << shift;
  }
  number |= (uint64_t)*s++ << shift;
  *at = s;
  return number;
}

/** The length of the packed pair that begins here. */
size_t
ln_packed_size(const char* pair);

#endif
