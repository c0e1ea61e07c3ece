/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A data set as a file. The parts are flat arrays without pointers, so writing is copying, and
   opening is mapping and looking whether all is there: the sum over the file, then every place and
   number, since a file may have a right sum and wrong numbers. That is one walk over the file at
   the speed of memory. */

#include "query/store_file.h"

#include "base/memory.h"
#include "query/dataset_inner.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { VERSION = 1, PARTS = 7, ALIGNED = 16 };

static const char MAGIC[16] = "liner store\r\n\x1A\n";

typedef struct {
  char     magic[16];
  uint32_t version;
  uint32_t order; ///< 0x01020304
  uint64_t n_terms;
  uint64_t n_graphs;
  uint64_t n_facts;
  uint64_t n_slots;
  uint64_t n_bytes;
  uint64_t sum; ///< XXH3 of all that follows the head
  uint64_t spare[7];
} store_head;

_Static_assert(sizeof(store_head) == 128, "the head is read as it is");

/** A part: where it lies in memory, and its size. */
typedef struct {
  const void* s;
  uint64_t    n;
} store_part;

static void
list_parts(const ln_dataset_parts* const p, store_part parts[PARTS])
{
  const store_part all[PARTS] = {
    {p->terms, p->n_terms * sizeof(ln_term_record)},
    {p->graphs, p->n_graphs * sizeof(ln_graph_record)},
    {p->facts[0], p->n_facts * sizeof(ln_fact3)},
    {p->facts[1], p->n_facts * sizeof(ln_fact3)},
    {p->facts[2], p->n_facts * sizeof(ln_fact3)},
    {p->slots, p->n_slots * sizeof(uint32_t)},
    {p->bytes, p->n_bytes},
  };
  memcpy(parts, all, sizeof(all));
}

static uint64_t
padding(const uint64_t n)
{
  return ((uint64_t)ALIGNED - n % (uint64_t)ALIGNED) % (uint64_t)ALIGNED;
}

/* ---- writing ---- */

static const char ZEROES[ALIGNED] = {0};

static ln_status
sum_parts(const store_part parts[PARTS], uint64_t* const sum)
{
  XXH3_state_t state;
  XXH3_INITSTATE(&state);
  bool fine = XXH3_64bits_reset(&state) == XXH_OK;
  for (size_t i = 0U; i < (size_t)PARTS; ++i) {
    fine = fine &&
           (parts[i].n == 0U || XXH3_64bits_update(&state, parts[i].s, parts[i].n) == XXH_OK) &&
           XXH3_64bits_update(&state, ZEROES, padding(parts[i].n)) == XXH_OK;
  }
  *sum = XXH3_64bits_digest(&state);
  return fine ? LN_OK : LN_IO;
}

ln_status
ln_dataset_write(const ln_dataset* const set, ln_out* const out)
{
  const ln_dataset_parts* const p    = &set->parts;
  store_head                    head = {.version  = (uint32_t)VERSION,
                                        .order    = 0x01020304U,
                                        .n_terms  = p->n_terms,
                                        .n_graphs = p->n_graphs,
                                        .n_facts  = p->n_facts,
                                        .n_slots  = p->n_slots,
                                        .n_bytes  = p->n_bytes};
  store_part                    parts[PARTS];
  list_parts(p, parts);
  memcpy(head.magic, MAGIC, sizeof(MAGIC));
  LN_TRY(sum_parts(parts, &head.sum));
  ln_out_put(out, (const char*)&head, sizeof(head));
  for (size_t i = 0U; i < (size_t)PARTS; ++i) {
    ln_out_pass(out, (ln_view){(const char*)parts[i].s, (size_t)parts[i].n});
    ln_out_put(out, ZEROES, (size_t)padding(parts[i].n));
  }
  return out->status;
}

/* ---- opening ---- */

static ln_status
fail(ln_text* const problem, const char* const text)
{
  ln_text_reset(problem);
  LN_TRY(ln_text_add(problem, ln_view_of(text)));
  return LN_IO;
}

void
ln_dataset_unmap(ln_dataset* const set)
{
  (void)munmap(set->map, set->mapped);
}

static ln_status
map_file(const char* const path, ln_dataset* const set, ln_text* const problem)
{
  struct stat about;
  const int   file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return fail(problem, ln_errno_text(errno));
  }
  if (fstat(file, &about) != 0 || (size_t)about.st_size < sizeof(store_head)) {
    (void)close(file);
    return fail(problem, "it is too short for a store");
  }
  void* const map = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  const int   end = close(file);
  if (map == MAP_FAILED) {
    return fail(problem, ln_errno_text(errno));
  }
  set->map    = map;
  set->mapped = (size_t)about.st_size;
  return end == 0 ? LN_OK : fail(problem, ln_errno_text(errno));
}

/* Take a part from what is left of the file; false if it is not all there. */
static bool
take(const char** const at,
     uint64_t* const    left,
     const uint64_t     n,
     const uint64_t     size,
     const void**       part)
{
  const uint64_t bytes = n * size;
  *part                = *at;
  if (n > UINT32_MAX * (uint64_t)64U || bytes > *left || padding(bytes) > *left - bytes) {
    return false;
  }
  *at += bytes + padding(bytes);
  *left -= bytes + padding(bytes);
  return true;
}

static bool
lay_out(ln_dataset* const set, const store_head* const h)
{
  ln_dataset_parts* const p    = &set->parts;
  const char*             at   = (const char*)set->map + sizeof(*h);
  uint64_t                left = set->mapped - sizeof(*h);
  const void*             parts[PARTS];
  const uint64_t          counts[PARTS] = {
    h->n_terms, h->n_graphs, h->n_facts, h->n_facts, h->n_facts, h->n_slots, h->n_bytes};
  static const uint64_t SIZES[PARTS] = {sizeof(ln_term_record),
                                        sizeof(ln_graph_record),
                                        sizeof(ln_fact3),
                                        sizeof(ln_fact3),
                                        sizeof(ln_fact3),
                                        sizeof(uint32_t),
                                        1U};
  for (size_t i = 0U; i < (size_t)PARTS; ++i) {
    if (!take(&at, &left, counts[i], SIZES[i], &parts[i])) {
      return false;
    }
  }
  *p = (ln_dataset_parts){.terms    = parts[0],
                          .graphs   = parts[1],
                          .facts    = {parts[2], parts[3], parts[4]},
                          .slots    = parts[5],
                          .bytes    = parts[6],
                          .n_terms  = h->n_terms,
                          .n_graphs = h->n_graphs,
                          .n_facts  = h->n_facts,
                          .n_slots  = h->n_slots,
                          .n_bytes  = h->n_bytes};
  return left == 0U;
}

static bool
terms_are_sound(const ln_dataset_parts* const p)
{
  bool sound = p->n_terms < LN_ABSENT && p->n_terms > (uint64_t)LN_TERM_RDF_LANG_STRING;
  for (uint64_t i = 0U; sound && i < p->n_terms; ++i) {
    const ln_term_record* const r       = &p->terms[i];
    const bool                  literal = r->kind == LN_LITERAL;
    sound = r->at <= p->n_bytes && (uint64_t)r->n + r->lang <= p->n_bytes - r->at &&
            (literal || r->kind == LN_IRI || r->kind == LN_BLANK) &&
            (literal ? r->datatype < p->n_terms && p->terms[r->datatype].kind == LN_IRI
                     : r->datatype == LN_ABSENT);
  }
  return sound;
}

/* A table that is never full ends every search. */
static bool
slots_are_sound(const ln_dataset_parts* const p)
{
  bool empty = false;
  if (p->n_slots == 0U || (p->n_slots & (p->n_slots - 1U)) != 0U) {
    return false;
  }
  for (uint64_t i = 0U; i < p->n_slots; ++i) {
    empty = empty || p->slots[i] == 0U;
    if (p->slots[i] > p->n_terms) {
      return false;
    }
  }
  return empty;
}

static bool
graphs_are_sound(const ln_dataset_parts* const p)
{
  uint64_t first = 0U;
  bool     sound = p->n_graphs > 0U && p->graphs[0].name == LN_ABSENT;
  for (uint64_t i = 0U; sound && i < p->n_graphs; ++i) {
    const ln_graph_record* const g = &p->graphs[i];
    sound                          = g->first == first && (i == 0U || g->name < p->n_terms);
    first += g->n;
  }
  return sound && first == p->n_facts;
}

static bool
facts_are_sound(const ln_dataset_parts* const p)
{
  uint32_t greatest = 0U;
  for (size_t order = 0U; order < 3U; ++order) {
    for (uint64_t i = 0U; i < p->n_facts; ++i) {
      const uint32_t* const v = p->facts[order][i].v;
      greatest                = v[0] > greatest ? v[0] : greatest;
      greatest                = v[1] > greatest ? v[1] : greatest;
      greatest                = v[2] > greatest ? v[2] : greatest;
    }
  }
  return p->n_facts == 0U || greatest < p->n_terms;
}

static ln_status
check(ln_dataset* const set, ln_text* const problem)
{
  store_head head;
  memcpy(&head, set->map, sizeof(head));
  if (memcmp(head.magic, MAGIC, sizeof(MAGIC)) != 0) {
    return fail(problem, "it is no store");
  }
  if (head.order != 0x01020304U) {
    return fail(problem, "it was written by a machine with another order of bytes");
  }
  if (head.version != (uint32_t)VERSION) {
    return fail(problem, "it was written by another version of liner; make it anew");
  }
  if (!lay_out(set, &head)) {
    return fail(problem, "it is cut off, or something is behind its end");
  }
  const char* const body = (const char*)set->map + sizeof(head);
  if (XXH3_64bits(body, set->mapped - sizeof(head)) != head.sum) {
    return fail(problem, "it is damaged: its sum is wrong");
  }
  const ln_dataset_parts* const p = &set->parts;
  return terms_are_sound(p) && slots_are_sound(p) && graphs_are_sound(p) && facts_are_sound(p)
           ? LN_OK
           : fail(problem, "it is damaged: a number in it is wrong");
}

ln_status
ln_dataset_open(const char* const path, ln_dataset** const set, ln_text* const problem)
{
  ln_dataset* const s = (ln_dataset*)ln_alloc_zero(1U, sizeof(ln_dataset));
  *set                = NULL;
  if (!s) {
    return LN_NO_MEM;
  }
  ln_status st = map_file(path, s, problem);
  st           = st == LN_OK ? check(s, problem) : st;
  if (st != LN_OK) {
    ln_dataset_free(s);
    return st;
  }
  *set = s;
  return LN_OK;
}

bool
ln_dataset_is_store(const char* const path)
{
  char      head[sizeof(MAGIC)];
  const int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) {
    return false;
  }
  const ssize_t n = read(file, head, sizeof(head));
  return close(file) == 0 && n == (ssize_t)sizeof(head) && memcmp(head, MAGIC, sizeof(head)) == 0;
}
