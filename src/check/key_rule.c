/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A key is kept as 128 bits of XXH3 and the number of its row: three words. Sorted, all rows with
   one value stand together, owners in front of references, each in the order of rows; one pass over
   them finds every fault. Two different values of one table have the same 128 bits with a
   probability of n * n / 2^129: for 100 million keys 1.5e-23, far below that of a disk that lies.
   So values are not kept to be compared. A unique key has a fourth word, 64 bits of what its row
   has beside it: that only tells two kinds of finding apart. No seed: the faults are the same in
   every run. Cost: 24 bytes a key, in memory or on disk, and one sort. */

#include "check/key_rule.h"

#include "base/memory.h"
#include "base/sort.h"

#include <stdbool.h>
#include <xxhash.h>

enum { WORDS = 3, UNIQUE_WORDS = 4 };

static const uint64_t REFERENCE = UINT64_C(1) << 63U; ///< marks the row of a reference

struct ln_key_rule {
  ln_sort*     sort;
  ln_key_kind  kind;
  uint64_t     hash[2]; ///< of the rows at hand
  uint64_t     first;   ///< their first owner
  uint64_t     owners;
  uint64_t     rest;  ///< of a unique key: hash of what the first owner has beside it
  ln_key_fault later; ///< of a unique key: what comes behind the first owner's fault
  bool         has_later;
};

ln_status
ln_key_rule_new(const ln_key_kind kind, const size_t memory, ln_key_rule** const rule)
{
  *rule = ln_alloc_zero(1U, sizeof(ln_key_rule));
  if (!*rule) {
    return LN_NO_MEM;
  }
  (*rule)->kind = kind;
  const ln_status st =
    ln_sort_new(kind == LN_KEY_UNIQUE ? UNIQUE_WORDS : WORDS, memory, &(*rule)->sort);
  if (st != LN_OK) {
    ln_key_rule_free(*rule);
    *rule = NULL;
  }
  return st;
}

ln_status
ln_key_rule_add(ln_key_rule* const rule,
                const ln_key_side  side,
                const ln_view      value,
                const uint64_t     row)
{
  const XXH128_hash_t hash          = XXH3_128bits(value.n > 0U ? value.s : "", value.n);
  const uint64_t      marked        = side == LN_KEY_REFERENCE ? row | REFERENCE : row;
  const uint64_t      record[WORDS] = {hash.high64, hash.low64, marked};
  return ln_sort_add(rule->sort, record);
}

ln_status
ln_key_rule_share(ln_key_rule* const rule,
                  const ln_view      value,
                  const ln_view      rest,
                  const uint64_t     row)
{
  const XXH128_hash_t hash                 = XXH3_128bits(value.n > 0U ? value.s : "", value.n);
  const uint64_t      beside               = rest.n > 0U ? XXH3_64bits(rest.s, rest.n) : row;
  const uint64_t      record[UNIQUE_WORDS] = {hash.high64, hash.low64, row, beside};
  return ln_sort_add(rule->sort, record);
}

/* The rows of one value follow those of another; before the first there is none. */
static void
enter(ln_key_rule* const rule, const uint64_t* const record)
{
  if (rule->hash[0] != record[0] || rule->hash[1] != record[1]) {
    rule->hash[0] = record[0];
    rule->hash[1] = record[1];
    rule->first   = 0U;
    rule->owners  = 0U;
  }
}

/* Whether this row is wrong. */
static bool
judge(ln_key_rule* const rule, const uint64_t marked, ln_key_fault* const fault)
{
  const bool owner = (marked & REFERENCE) == 0U;
  *fault           = (ln_key_fault){.row = marked & ~REFERENCE, .first = rule->first};
  if (owner) {
    rule->first = rule->owners == 0U ? marked : rule->first;
    fault->kind = LN_KEY_TWICE;
    return rule->owners++ > 0U && rule->kind == LN_KEY_PRIMARY;
  }
  fault->kind = rule->owners == 0U ? LN_KEY_MISSING : LN_KEY_SEVERAL;
  return rule->owners != 1U && rule->kind == LN_KEY_FOREIGN;
}

/* Whether an owner of a unique key is not the first: then it is wrong, and the second makes the
   first wrong as well. */
static bool
judge_unique(ln_key_rule* const rule, const uint64_t* const record, ln_key_fault* const fault)
{
  const uint64_t          row  = record[2];
  const ln_key_fault_kind kind = record[3] == rule->rest ? LN_KEY_ALIKE : LN_KEY_SHARED;
  if (rule->owners++ == 0U) {
    rule->first = row;
    rule->rest  = record[3];
    return false;
  }
  *fault = (ln_key_fault){row, rule->first, kind};
  if (rule->owners == 2U) {
    rule->later     = *fault;
    rule->has_later = true;
    *fault          = (ln_key_fault){rule->first, row, kind};
  }
  return true;
}

static ln_status
next_shared(ln_key_rule* const rule, ln_key_fault* const fault)
{
  const uint64_t* record = NULL;
  if (rule->has_later) {
    rule->has_later = false;
    *fault          = rule->later;
    return LN_OK;
  }
  do {
    LN_TRY(ln_sort_next(rule->sort, &record));
    enter(rule, record);
  } while (!judge_unique(rule, record, fault));
  return LN_OK;
}

ln_status
ln_key_rule_next(ln_key_rule* const rule, ln_key_fault* const fault)
{
  const uint64_t* record = NULL;
  if (rule->kind == LN_KEY_UNIQUE) {
    return next_shared(rule, fault);
  }
  do {
    LN_TRY(ln_sort_next(rule->sort, &record));
    enter(rule, record);
  } while (!judge(rule, record[2], fault));
  return LN_OK;
}

const char*
ln_key_rule_error(const ln_key_rule* const rule)
{
  return ln_sort_error(rule->sort);
}

void
ln_key_rule_free(ln_key_rule* const rule)
{
  if (rule) {
    ln_sort_free(rule->sort);
    ln_free(rule);
  }
}
