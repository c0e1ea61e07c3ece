/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Values of one property of one thing come from any table, as facts and as claims. Each is laid
   away as it comes, and the hash of thing and property is sorted (base/sort.h); read in that order,
   they come together, and those that do not agree are known. What is to be left out is kept as
   hashes of whole triples: memory grows with what does not agree, and with nothing else. */

#include "dispute/settled.h"

#include "base/arena.h"
#include "base/dict.h"
#include "base/memory.h"
#include "base/sort.h"
#include "base/spill.h"
#include "base/text.h"
#include "dispute/accord.h"

#include <xxhash.h>

#include <string.h>

enum { SORT_WORDS = 3 };

/* A value as it lies in the file; its text stands behind it. */
typedef struct {
  ln_view       text;
  XXH128_hash_t triple;
  bool          plain;     ///< said as a fact
  bool          preferred; ///< claimed, with that rank
} laid_value;

struct ln_settled {
  ln_facts*   terms;
  bool*       single; ///< by number of the term: the property can have one value
  ln_spill*   spill;
  ln_sort*    order;
  ln_dict*    left_out; ///< hashes of triples
  laid_value* v;        ///< of the thing and property at hand
  size_t      n;
  size_t      cap;
  ln_arena    arena;
  ln_text     key;
  ln_text     x;
  ln_text     y;
  const char* error;
};

static void
mark_single(const ln_settled* const s, const ln_rule* const rule)
{
  const ln_parameter* const p = ln_rule_parameter(rule, "property");
  for (size_t i = 0U; p && i < p->n; ++i) {
    if (p->ways[i].n == 1U && !p->ways[i].steps[0].back) {
      s->single[p->ways[i].steps[0].predicate] = true;
    }
  }
}

ln_status
ln_settled_new(const ln_rulebook* const book,
               ln_facts* const          terms,
               const size_t             memory,
               ln_settled** const       settled)
{
  ln_settled* const s = ln_alloc_zero(1U, sizeof(ln_settled));
  *settled            = s;
  if (!s) {
    return LN_NO_MEM;
  }
  s->terms    = terms;
  s->error    = "";
  s->single   = ln_alloc_zero(ln_facts_terms(terms) + 1U, sizeof(bool));
  s->left_out = ln_dict_new();
  if (!s->single || !s->left_out) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < book->n; ++i) {
    if (book->v[i].kind == LN_RULE_values && !ln_rule_parameter(&book->v[i], "per")) {
      mark_single(s, &book->v[i]);
    }
  }
  LN_TRY(ln_sort_new(SORT_WORDS, memory, &s->order));
  return ln_spill_open(0U, &s->spill, &s->error);
}

void
ln_settled_free(ln_settled* const settled)
{
  if (settled) {
    ln_sort_free(settled->order);
    ln_spill_close(settled->spill);
    ln_dict_free(settled->left_out);
    ln_free(settled->single);
    ln_free(settled->v);
    ln_arena_clear(&settled->arena);
    ln_text_clear(&settled->key);
    ln_text_clear(&settled->x);
    ln_text_clear(&settled->y);
    ln_free(settled);
  }
}

/* The hash of thing and property, and with a value that of the whole triple. */
static ln_status
hash_key(ln_settled* const    s,
         const ln_view        subject,
         const uint32_t       predicate,
         const ln_view* const value,
         XXH128_hash_t* const hash)
{
  ln_text_reset(&s->key);
  LN_TRY(ln_text_format(&s->key, "%zu:%u:", subject.n, predicate));
  LN_TRY(ln_text_add(&s->key, subject));
  LN_TRY(value ? ln_text_add(&s->key, *value) : LN_OK);
  *hash = XXH3_128bits(s->key.s, s->key.n);
  return LN_OK;
}

/* ---- hearing ---- */

/* What a sink or gate has at hand. */
typedef struct {
  ln_settled*     settled;
  const ln_names* names;
  ln_log*         log;
  ln_sink         next;
  uint32_t*       terms; ///< of the predicates of the names
  ln_text         subject;
  ln_text         object;
  ln_text         about; ///< of a claim: the thing
  ln_pair*        pairs; ///< of a description that lacks some
  size_t          cap;
} settled_sink;

static ln_status
find_term(const settled_sink* const s,
          const ln_desc* const      desc,
          const ln_pair* const      pair,
          uint32_t* const           term)
{
  if (pair->predicate >= LN_PREDICATE_CELL) {
    const ln_view iri = desc->dynamic[pair->predicate - LN_PREDICATE_CELL];
    return ln_facts_find(s->settled->terms, iri, term);
  }
  *term = s->terms[pair->predicate];
  return LN_OK;
}

static bool
is_single(const settled_sink* const s, const uint32_t term)
{
  return term != LN_NO_FACT && s->settled->single[term];
}

static ln_status
expand(const settled_sink* const s, const ln_term term, ln_text* const text)
{
  ln_text_reset(text);
  return ln_names_expand(s->names, term, text);
}

static ln_status
lay(ln_settled* const s, const ln_view subject, const uint32_t predicate, laid_value* const value)
{
  const uint64_t at = ln_spill_size(s->spill);
  XXH128_hash_t  hash;
  LN_TRY(hash_key(s, subject, predicate, &value->text, &value->triple));
  LN_TRY(hash_key(s, subject, predicate, NULL, &hash));
  const uint64_t word[] = {hash.high64, hash.low64, at};
  LN_TRY(ln_spill_put(s->spill, value, sizeof(*value)));
  LN_TRY(value->text.n > 0U ? ln_spill_put(s->spill, value->text.s, value->text.n) : LN_OK);
  return ln_sort_add(s->order, word);
}

/* What a description says of claims: the property and the rank, and its subject in `about`. */
typedef struct {
  uint32_t predicate;
  bool     about;
  bool     preferred;
  bool     deprecated;
} claim;

static ln_status
read_claim_pair(settled_sink* const  s,
                const ln_pair* const pair,
                const uint32_t       term,
                claim* const         c)
{
  if (term == LN_TERM_SUBJECT) {
    c->about = true;
    return expand(s, pair->object, &s->about);
  }
  if (term == LN_TERM_PREDICATE || term == LN_TERM_RANK) {
    uint32_t object = LN_NO_FACT;
    LN_TRY(expand(s, pair->object, &s->object));
    LN_TRY(ln_facts_find(s->settled->terms, ln_text_view(&s->object), &object));
    c->predicate  = term == LN_TERM_PREDICATE ? object : c->predicate;
    c->preferred  = c->preferred || (term == LN_TERM_RANK && object == LN_TERM_PREFERRED);
    c->deprecated = c->deprecated || (term == LN_TERM_RANK && object == LN_TERM_DEPRECATED);
  }
  return LN_OK;
}

static ln_status
hear_claim(settled_sink* const s, const ln_desc* const desc, const claim* const c)
{
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    uint32_t term = LN_NO_FACT;
    LN_TRY(find_term(s, desc, &desc->pairs[i], &term));
    if (term == LN_TERM_OBJECT && desc->pairs[i].object.kind == LN_LITERAL) {
      LN_TRY(expand(s, desc->pairs[i].object, &s->object));
      laid_value value = {.text = ln_text_view(&s->object), .preferred = c->preferred};
      LN_TRY(lay(s->settled, ln_text_view(&s->about), c->predicate, &value));
    }
  }
  return LN_OK;
}

static ln_status
hear_fact(settled_sink* const s, const ln_desc* const desc, const size_t i, const uint32_t term)
{
  LN_TRY(expand(s, desc->subject, &s->subject));
  LN_TRY(expand(s, desc->pairs[i].object, &s->object));
  laid_value value = {.text = ln_text_view(&s->object), .plain = true};
  return lay(s->settled, ln_text_view(&s->subject), term, &value);
}

static ln_status
hear(void* const self, const ln_desc* const desc)
{
  settled_sink* const s = self;
  claim               c = {.predicate = LN_NO_FACT};
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    uint32_t term = LN_NO_FACT;
    LN_TRY(find_term(s, desc, &desc->pairs[i], &term));
    LN_TRY(read_claim_pair(s, &desc->pairs[i], term, &c));
    if (is_single(s, term) && desc->pairs[i].object.kind == LN_LITERAL) {
      LN_TRY(hear_fact(s, desc, i, term));
    }
  }
  return c.about && !c.deprecated && is_single(s, c.predicate) ? hear_claim(s, desc, &c) : LN_OK;
}

/* ---- settling ---- */

static ln_status
fetch(ln_settled* const s, const uint64_t at)
{
  laid_value value;
  if (s->n == s->cap) {
    const size_t      cap = s->cap > 0U ? s->cap * 2U : 8U;
    laid_value* const v   = ln_realloc(s->v, cap, sizeof(laid_value));
    if (!v) {
      return LN_NO_MEM;
    }
    s->v   = v;
    s->cap = cap;
  }
  LN_TRY(ln_spill_get(s->spill, at, &value, sizeof(value)));
  char* const bytes = ln_arena_take(&s->arena, value.text.n);
  if (!bytes) {
    return LN_NO_MEM;
  }
  LN_TRY(value.text.n > 0U ? ln_spill_get(s->spill, at + sizeof(value), bytes, value.text.n)
                           : LN_OK);
  value.text.s = bytes;
  s->v[s->n++] = value;
  return LN_OK;
}

static ln_status
all_agree(ln_settled* const s, bool* const agree)
{
  *agree = true;
  for (size_t i = 0U; i < s->n && *agree; ++i) {
    for (size_t k = i + 1U; k < s->n && *agree; ++k) {
      LN_TRY(ln_accord(s->v[i].text, s->v[k].text, &s->x, &s->y, agree));
    }
  }
  return LN_OK;
}

/* Whether a claim that is preferred says what a value says. */
static ln_status
is_preferred(ln_settled* const s, const laid_value* const value, bool* const yes)
{
  *yes = false;
  for (size_t i = 0U; i < s->n && !*yes; ++i) {
    if (s->v[i].preferred) {
      LN_TRY(ln_accord(s->v[i].text, value->text, &s->x, &s->y, yes));
    }
  }
  return LN_OK;
}

static ln_status
settle(ln_settled* const s, const ln_on_conflict choice)
{
  bool agree = true;
  LN_TRY(all_agree(s, &agree));
  for (size_t i = 0U; i < s->n && !agree; ++i) {
    const laid_value* const value  = &s->v[i];
    const ln_view           hash   = {(const char*)&value->triple, sizeof(value->triple)};
    bool                    stays  = false;
    uint32_t                number = 0U;
    LN_TRY(choice == LN_CONFLICT_PREFERRED ? is_preferred(s, value, &stays) : LN_OK);
    LN_TRY(value->plain && !stays ? ln_dict_add(s->left_out, hash, &number, NULL) : LN_OK);
  }
  s->n = 0U;
  ln_arena_reset(&s->arena);
  return LN_OK;
}

ln_status
ln_settled_seal(ln_settled* const settled, const ln_on_conflict choice)
{
  const uint64_t* word    = NULL;
  uint64_t        last[2] = {0U, 0U};
  ln_status       st      = ln_sort_next(settled->order, &word);
  while (st == LN_OK) {
    if (word[0] != last[0] || word[1] != last[1]) {
      LN_TRY(settle(settled, choice));
      last[0] = word[0];
      last[1] = word[1];
    }
    LN_TRY(fetch(settled, word[2]));
    st = ln_sort_next(settled->order, &word);
  }
  return st == LN_END ? settle(settled, choice) : st;
}

/* ---- the gate ---- */

static ln_status
report(const settled_sink* const s, const ln_desc* const desc, const size_t i)
{
  return ln_report(s->log,
                   LN_L0931,
                   LN_NO_VALUE,
                   ln_desc_where(desc, i),
                   LN_V(""),
                   "%s is not asserted, since what is said of it does not agree",
                   ln_shown(s->log, ln_text_view(&s->object)));
}

static ln_status
is_left_out(settled_sink* const s, const ln_desc* const desc, const size_t i, bool* const yes)
{
  const ln_pair* const pair = &desc->pairs[i];
  uint32_t             term = LN_NO_FACT;
  XXH128_hash_t        hash;
  *yes = false;
  LN_TRY(find_term(s, desc, pair, &term));
  if (!is_single(s, term) || pair->object.kind != LN_LITERAL) {
    return LN_OK;
  }
  LN_TRY(expand(s, desc->subject, &s->subject));
  LN_TRY(expand(s, pair->object, &s->object));
  const ln_view value = ln_text_view(&s->object);
  LN_TRY(hash_key(s->settled, ln_text_view(&s->subject), term, &value, &hash));
  const ln_view key = {(const char*)&hash, sizeof(hash)};
  *yes              = ln_dict_find(s->settled->left_out, key) != LN_DICT_NONE;
  return *yes ? report(s, desc, i) : LN_OK;
}

static ln_status
make_room(settled_sink* const s, const size_t n)
{
  if (n <= s->cap) {
    return LN_OK;
  }
  ln_pair* const pairs = ln_realloc(s->pairs, n, sizeof(ln_pair));
  if (!pairs) {
    return LN_NO_MEM;
  }
  s->pairs = pairs;
  s->cap   = n;
  return LN_OK;
}

static ln_status
pass(void* const self, const ln_desc* const desc)
{
  settled_sink* const s    = self;
  ln_desc             rest = *desc;
  size_t              n    = 0U;
  LN_TRY(make_room(s, desc->n_pairs));
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    bool out = false;
    LN_TRY(is_left_out(s, desc, i, &out));
    s->pairs[n] = desc->pairs[i];
    n += out ? 0U : 1U;
  }
  rest.pairs   = s->pairs;
  rest.n_pairs = n;
  return n > 0U || desc->n_pairs == 0U ? ln_sink_describe(s->next, &rest) : LN_OK;
}

static ln_status
finish(void* const self)
{
  const settled_sink* const s = self;
  return s->next.ops ? ln_sink_finish(s->next) : LN_OK;
}

static bool
takes_lists(const void* const self)
{
  const settled_sink* const s = self;
  return s->next.ops && ln_sink_takes_lists(s->next);
}

static void
free_sink(void* const self)
{
  settled_sink* const s = self;
  if (s) {
    ln_free(s->terms);
    ln_free(s->pairs);
    ln_text_clear(&s->subject);
    ln_text_clear(&s->object);
    ln_text_clear(&s->about);
    ln_free(s);
  }
}

static ln_status
map_predicates(settled_sink* const s)
{
  const size_t n = ln_names_predicates(s->names);
  s->terms       = ln_alloc_zero(n + 1U, sizeof(uint32_t));
  if (!s->terms) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_view iri = ln_names_predicate_at(s->names, (uint16_t)i)->iri;
    LN_TRY(ln_facts_find(s->settled->terms, iri, &s->terms[i]));
  }
  return LN_OK;
}

static ln_status
make_sink(const settled_sink* const set, const struct ln_sink_ops* const ops, ln_sink* const sink)
{
  settled_sink* const s = ln_alloc_zero(1U, sizeof(settled_sink));
  if (!s) {
    return LN_NO_MEM;
  }
  *s                 = *set;
  const ln_status st = map_predicates(s);
  if (st != LN_OK) {
    free_sink(s);
    return st;
  }
  *sink = (ln_sink){ops, s};
  return LN_OK;
}

ln_status
ln_settled_sink(ln_settled* const settled, const ln_names* const names, ln_sink* const sink)
{
  static const struct ln_sink_ops ops = {.describe = hear, .finish = finish, .free = free_sink};
  const settled_sink              set = {.settled = settled, .names = names};
  return make_sink(&set, &ops, sink);
}

ln_status
ln_settled_gate(ln_settled* const     settled,
                const ln_names* const names,
                ln_log* const         log,
                const ln_sink         next,
                ln_sink* const        gate)
{
  static const struct ln_sink_ops ops = {
    .describe = pass, .finish = finish, .free = free_sink, .takes_lists = takes_lists};
  const settled_sink set = {.settled = settled, .names = names, .log = log, .next = next};
  return make_sink(&set, &ops, gate);
}

const char*
ln_settled_error(const ln_settled* const settled)
{
  const char* const spilled = settled->spill ? ln_spill_error(settled->spill) : "";
  const char* const sorted  = settled->order ? ln_sort_error(settled->order) : "";
  const char* const first   = *spilled ? spilled : sorted;
  return *first ? first : settled->error;
}
