/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_PAIRING_H
#define LN_DISPUTE_PAIRING_H

#include "base/status.h"
#include "dispute/fact_store.h"
#include "dispute/roster.h"
#include "dispute/rulebook.h"

#include <stddef.h>
#include <stdint.h>

/** Why two entities are held beside each other. A smaller one counts for more. */
typedef enum {
  LN_MATCH_IDENTIFIER, ///< they share an identifier
  LN_MATCH_PROPOSED,   ///< name and dates fit, and fit no other
  LN_MATCH_AMBIGUOUS,  ///< they fit, and others fit as well
  LN_MATCH_DOUBTFUL,   ///< one name, and dates that are neither near nor far
  LN_MATCH_NAME,       ///< one name, and no dates to tell by
  LN_MATCH_NAMESAKE,   ///< one name, and dates that are far apart
  LN_MATCHES
} ln_match_case;

typedef struct {
  uint64_t      first;  ///< where the card of the first roster lies
  uint64_t      second; ///< and of the second
  ln_match_case by;
} ln_match;

/** What several entities share: an identifier within one side, or a name that too many have. */
typedef struct {
  size_t          side; ///< of those with an identifier
  bool            name; ///< it is a name, of both sides
  const uint64_t* at;   ///< where cards lie; of a name those of the first side, then of the second
  size_t          n;
  size_t          n_first; ///< how many are of the first side
} ln_shared;

typedef ln_status (*ln_shared_func)(void* self, const ln_shared* shared);

typedef struct ln_pairing ln_pairing;

/** All is borrowed; `rosters` are two that are sealed. */
typedef struct {
  const ln_rulebook* book;
  const ln_facts*    terms;
  ln_roster*         rosters[2];
  size_t             memory;
  ln_shared_func     shared; ///< is told what several share
  void*              self;
} ln_pairing_job;

/** Find all pairs. */
LN_MUST ln_status
ln_pairing_new(const ln_pairing_job* job, ln_pairing** pairing);

/** NULL is allowed. */
void
ln_pairing_free(ln_pairing* pairing);

/** The next pair, each once, in the order of the cards of the first roster; LN_END after the last.
 */
LN_MUST ln_status
ln_pairing_next(ln_pairing* pairing, ln_match* match);

/** Why a call gave LN_IO, as a sentence for people; empty if none did. */
const char*
ln_pairing_error(const ln_pairing* pairing);

#endif
