/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_WHY_FACTS_H
#define LN_RUN_WHY_FACTS_H

#include "base/arena.h"
#include "base/dict.h"
#include "base/text.h"
#include "run/trace.h"

/** Triples that were found, each once, with everything that made them. Private to run/. */

typedef struct {
  unsigned parts;  ///< LN_ORIGIN_…
  ln_view  column; ///< its name, as the table has it
  ln_view  text;
  uint64_t line;
  uint64_t letter; ///< column in characters, from 1
} ln_why_cell;

/** One time that a triple was made. */
typedef struct ln_why_making {
  struct ln_why_making* next;
  ln_view               file;
  uint64_t              row;  ///< as CSVW counts source rows; 0: no row made it
  uint64_t              line; ///< on which it begins
  const ln_why_cell*    cells;
  size_t                n_cells;
  ln_view               mapping;      ///< the document; empty: no column made the triple
  ln_view               mapping_path; ///< of the column in it; empty: the header alone told of it
  ln_view               column;       ///< name of the column
  uint64_t              mapping_line; ///< 0: the column does not stand there
  uint64_t              mapping_column;
  unsigned              layer;       ///< LN_LAYER_…
  ln_view               refers_file; ///< the object is the thing of another row; empty: it is not
  uint64_t              refers_row;
} ln_why_making;

typedef struct {
  ln_read_term   subject;
  ln_read_term   predicate;
  ln_read_term   object;
  ln_view        shown[3]; ///< the terms as people write them
  ln_why_making* first;
  ln_why_making* last;
} ln_why_fact;

/** Facts that have something in common, found by that; numbers of facts are in the order of adding.
 */
typedef struct {
  ln_dict*  keys;
  uint32_t* first; ///< by number of the key
  uint32_t* last;
  size_t    cap;
  uint32_t* next; ///< by number of the fact
  size_t    cap_next;
} ln_why_chain;

typedef struct {
  ln_arena     arena;
  ln_dict*     keys; ///< triples
  ln_why_chain by_subject;
  ln_why_chain claims; ///< facts that say what a claim is about, by that
  ln_why_fact* facts;
  size_t       n;
  size_t       cap;
  ln_text      text;
} ln_why_facts;

#define LN_WHY_NONE LN_DICT_NONE

/** Zero-initialise first. LN_NO_MEM. */
LN_MUST ln_status
ln_why_facts_open(ln_why_facts* facts);

void
ln_why_facts_clear(ln_why_facts* facts);

/** Add what was found; everything is copied. `*number` is that of the triple. */
LN_MUST ln_status
ln_why_facts_add(ln_why_facts* facts, const ln_trace_hit* hit, uint32_t* number);

/** The number of a triple, or LN_WHY_NONE. LN_NO_MEM if it cannot be looked up. */
LN_MUST ln_status
ln_why_facts_find(ln_why_facts* facts, const ln_read_triple* triple, uint32_t* number);

/** The first fact about a thing, and the one behind another; LN_WHY_NONE: there is none. */
LN_MUST ln_status
ln_why_facts_about(ln_why_facts* facts, const ln_read_term* subject, uint32_t* number);

uint32_t
ln_why_facts_next(const ln_why_facts* facts, uint32_t number);

/** The same of the facts that say that a claim is about the thing: their subjects are claims. */
LN_MUST ln_status
ln_why_claims_about(ln_why_facts* facts, const ln_read_term* subject, uint32_t* number);

uint32_t
ln_why_claims_next(const ln_why_facts* facts, uint32_t number);

/** The first fact that a thing has with a predicate, or NULL. LN_NO_MEM as above. */
LN_MUST ln_status
ln_why_facts_get(ln_why_facts*       facts,
                 const ln_read_term* subject,
                 ln_view             predicate,
                 const ln_why_fact** fact);

/** The next fact of the same subject and predicate, or NULL. */
const ln_why_fact*
ln_why_facts_more(const ln_why_facts* facts, const ln_why_fact* fact);

/** Whether two terms are the same. */
bool
ln_why_same(const ln_read_term* a, const ln_read_term* b);

#endif
