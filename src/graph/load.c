/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From a file into numbers, and back to lines. The subject and the predicate of the triple before
   are kept, since mostly they come again. A line is not kept for any triple: whoever wants some
   asks for them, and the file is read again. */

#include "graph/load.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>

enum { AS_SUBJECT = 1, AS_OBJECT = 2 };

typedef struct {
  ln_text  text;
  ln_kind  kind;
  uint32_t number;
} last_term;

typedef struct {
  ln_term_table* terms;
  ln_triple_set* set;
  uint32_t       source;
  last_term      subject;
  last_term      predicate;
  ln_traced*     traced;
  size_t         n_traced;
  uint8_t*       marks; ///< by term: as what it is wanted
  size_t         n_marks;
  bool           objects; ///< some is wanted as an object
} loading;

static ln_status
add_again(loading* const l, last_term* const last, const ln_read_term* const term)
{
  if (last->kind == term->kind && ln_view_equals(term->text, ln_text_view(&last->text))) {
    return LN_OK;
  }
  last->kind = LN_NONE;
  LN_TRY(ln_term_table_add(l->terms, term, l->source, &last->number));
  ln_text_reset(&last->text);
  LN_TRY(ln_text_add(&last->text, term->text));
  last->kind = term->kind;
  return LN_OK;
}

static ln_status
take(void* const self, const ln_read_triple* const t)
{
  loading* const l      = (loading*)self;
  uint32_t       object = 0U;
  LN_TRY(add_again(l, &l->subject, &t->subject));
  LN_TRY(add_again(l, &l->predicate, &t->predicate));
  LN_TRY(ln_term_table_add(l->terms, &t->object, l->source, &object));
  return ln_triple_set_add(l->set, l->subject.number, l->predicate.number, object);
}

ln_status
ln_load_triples(const ln_reading* const reading,
                const uint32_t          source,
                ln_log* const           log,
                ln_term_table* const    terms,
                ln_triple_set* const    set,
                bool* const             whole)
{
  loading         l  = {.terms = terms, .set = set, .source = source};
  const ln_status st = ln_read_triples(reading, source, log, take, &l, whole);
  ln_text_clear(&l.subject.text);
  ln_text_clear(&l.predicate.text);
  return st;
}

static int
compare_numbers(const uint32_t a, const uint32_t b)
{
  return (a > b) - (a < b);
}

static int
compare(const void* const x, const void* const y)
{
  const ln_traced* const a     = (const ln_traced*)x;
  const ln_traced* const b     = (const ln_traced*)y;
  int                    order = compare_numbers(a->subject, b->subject);
  order                        = order == 0 ? compare_numbers(a->predicate, b->predicate) : order;
  return order == 0 ? compare_numbers(a->object, b->object) : order;
}

size_t
ln_traced_sort(ln_traced* const traced, const size_t n)
{
  size_t to = 0U;
  if (n > 0U) {
    qsort(traced, n, sizeof(*traced), compare);
  }
  for (size_t i = 0U; i < n; ++i) {
    if (i == 0U || compare(&traced[i], &traced[to - 1U]) != 0) {
      traced[to++] = traced[i];
    }
  }
  return to;
}

static ln_traced*
find(ln_traced* const traced, const size_t n, const ln_traced* const wanted)
{
  return n > 0U ? (ln_traced*)bsearch(wanted, traced, n, sizeof(*traced), compare) : NULL;
}

const ln_traced*
ln_traced_find(const ln_traced* const traced,
               const size_t           n,
               const uint32_t         subject,
               const uint32_t         predicate,
               const uint32_t         object)
{
  const ln_traced wanted = {subject, predicate, object, 0U, 0U};
  return n > 0U ? (const ln_traced*)bsearch(&wanted, traced, n, sizeof(*traced), compare) : NULL;
}

static void
note(const loading* const l, const ln_traced wanted, const uint64_t line)
{
  ln_traced* const found = find(l->traced, l->n_traced, &wanted);
  if (found && found->source == 0U) {
    found->source = l->source;
    found->line   = line;
  }
}

/* Terms of which a triple is wanted; most triples have none. The file may have got new ones. */
static ln_status
mark_wanted(loading* const l)
{
  l->n_marks = ln_term_table_size(l->terms);
  l->marks   = (uint8_t*)ln_alloc_zero(l->n_marks + 1U, 1U);
  for (size_t i = 0U; l->marks && i < l->n_traced; ++i) {
    const ln_traced* const t = &l->traced[i];
    if (t->subject == LN_NO_TERM) {
      l->marks[t->object] |= AS_OBJECT;
      l->objects = true;
    } else {
      l->marks[t->subject] |= AS_SUBJECT;
    }
  }
  return l->marks ? LN_OK : LN_NO_MEM;
}

static bool
is_wanted(const loading* const l, const uint32_t term, const uint8_t mark)
{
  return term < l->n_marks && (l->marks[term] & mark) != 0U;
}

/* The same as before, mostly. */
static ln_status
find_again(loading* const l, last_term* const last, const ln_read_term* const term)
{
  if (last->kind == term->kind && ln_view_equals(term->text, ln_text_view(&last->text))) {
    return LN_OK;
  }
  last->kind = LN_NONE;
  LN_TRY(ln_term_table_find(l->terms, term, l->source, &last->number));
  ln_text_reset(&last->text);
  LN_TRY(ln_text_add(&last->text, term->text));
  last->kind = term->kind;
  return LN_OK;
}

static ln_status
trace(void* const self, const ln_read_triple* const t)
{
  loading* const l      = (loading*)self;
  ln_traced      wanted = {LN_NO_TERM, LN_NO_TERM, LN_NO_TERM, 0U, 0U};
  LN_TRY(find_again(l, &l->subject, &t->subject));
  const bool has = is_wanted(l, l->subject.number, AS_SUBJECT);
  if (!has && !l->objects) {
    return LN_OK;
  }
  LN_TRY(ln_term_table_find(l->terms, &t->object, l->source, &wanted.object));
  if (is_wanted(l, wanted.object, AS_OBJECT)) {
    note(l, wanted, t->line);
  }
  if (has) {
    const uint32_t object = wanted.object;
    wanted.subject        = l->subject.number;
    wanted.object         = LN_NO_TERM;
    note(l, wanted, t->line);
    wanted.object = object;
    LN_TRY(ln_term_table_find(l->terms, &t->predicate, l->source, &wanted.predicate));
    note(l, wanted, t->line);
  }
  return LN_OK;
}

ln_status
ln_load_trace(const ln_reading* const reading,
              const uint32_t          source,
              ln_log* const           log,
              ln_term_table* const    terms,
              ln_traced* const        traced,
              const size_t            n)
{
  loading    l     = {.terms = terms, .source = source, .traced = traced, .n_traced = n};
  ln_reading again = *reading;
  bool       whole = false;
  again.lines      = true;
  ln_status st     = mark_wanted(&l);
  st               = st == LN_OK ? ln_read_triples(&again, source, log, trace, &l, &whole) : st;
  ln_free(l.marks);
  ln_text_clear(&l.subject.text);
  return st;
}
