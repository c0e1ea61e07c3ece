/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Descriptions become numbers of a term table. The number of a predicate is looked up once for a
   run, that of a subject once for a description; objects are spelt out and looked up one by one.
   What is collected may be taken away between two rows, and then numbers begin anew. It cannot be
   shared out among workers, since they would all number terms. */

#include "sink/collect.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdbool.h>
#include <string.h>

typedef struct {
  const ln_names* names;
  ln_collection   to;
  ln_sink         next;
  uint32_t*       predicates; ///< numbers of those of the names, plus one; 0: not looked up yet
  ln_text         text;
  ln_where        row; ///< that was described last
} collecting;

static ln_status
add_term(collecting* const c, const ln_term term, uint32_t* const number)
{
  const ln_stem* const stem = ln_names_stem_at(c->names, term.stem);
  ln_read_term         read = {.kind = (ln_kind)term.kind};
  ln_text_reset(&c->text);
  LN_TRY(term.kind == LN_BLANK ? ln_text_add(&c->text, ln_term_bytes(term))
                               : ln_names_expand(c->names, term, &c->text));
  read.text = ln_text_view(&c->text);
  if (term.kind == LN_LITERAL) {
    read.datatype = stem->iri;
    read.lang     = stem->lang;
  }
  return ln_term_table_add(c->to.terms, &read, c->to.file, number);
}

static ln_status
add_predicate(collecting* const    c,
              const ln_desc* const desc,
              const uint16_t       predicate,
              uint32_t* const      number)
{
  if (predicate >= LN_PREDICATE_CELL) {
    return ln_term_table_add_iri(c->to.terms, desc->dynamic[predicate - LN_PREDICATE_CELL], number);
  }
  if (c->predicates[predicate] == 0U) {
    const ln_view iri = ln_names_predicate_at(c->names, predicate)->iri;
    LN_TRY(ln_term_table_add_iri(c->to.terms, iri, number));
    c->predicates[predicate] = *number + 1U;
  }
  *number = c->predicates[predicate] - 1U;
  return LN_OK;
}

/* Between two rows: nothing of a row is on both sides. What stands in no row was joined before. */
static bool
is_between(const collecting* const c, const ln_where where)
{
  return where.row == 0U || where.row != c->row.row || where.source != c->row.source;
}

static ln_status
make_room(collecting* const c)
{
  memset(c->predicates, 0, ln_names_predicates(c->names) * sizeof(*c->predicates));
  return c->to.full(c->to.self, &c->to);
}

static ln_status
collect_describe(void* const self, const ln_desc* const desc)
{
  collecting* const c         = (collecting*)self;
  uint32_t          subject   = 0U;
  uint32_t          predicate = 0U;
  uint32_t          object    = 0U;
  if (c->to.room > 0U && ln_triple_set_size(c->to.set) >= c->to.room &&
      is_between(c, desc->where)) {
    LN_TRY(make_room(c));
  }
  c->row = desc->where;
  LN_TRY(desc->n_pairs > 0U ? add_term(c, desc->subject, &subject) : LN_OK);
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    LN_TRY(add_predicate(c, desc, desc->pairs[i].predicate, &predicate));
    LN_TRY(add_term(c, desc->pairs[i].object, &object));
    LN_TRY(ln_triple_set_add(c->to.set, subject, predicate, object));
  }
  return c->next.ops ? ln_sink_describe(c->next, desc) : LN_OK;
}

static ln_status
collect_finish(void* const self)
{
  const collecting* const c = (const collecting*)self;
  return c->next.ops ? ln_sink_finish(c->next) : LN_OK;
}

static void
collect_free(void* const self)
{
  collecting* const c = (collecting*)self;
  ln_text_clear(&c->text);
  ln_free(c->predicates);
  ln_free(c);
}

ln_status
ln_collect_new(const ln_names* const      names,
               const ln_collection* const to,
               const ln_sink              next,
               ln_sink* const             sink)
{
  static const struct ln_sink_ops OPS = {
    .describe = collect_describe, .finish = collect_finish, .free = collect_free};
  collecting* const c = (collecting*)ln_alloc_zero(1U, sizeof(collecting));
  if (!c) {
    return LN_NO_MEM;
  }
  *c            = (collecting){.names = names, .to = *to, .next = next};
  c->predicates = (uint32_t*)ln_alloc_zero(ln_names_predicates(names) + 1U, sizeof(uint32_t));
  if (!c->predicates) {
    ln_free(c);
    return LN_NO_MEM;
  }
  *sink = (ln_sink){&OPS, c};
  return LN_OK;
}
