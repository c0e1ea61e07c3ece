/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The store behind liner why. A triple is known by its three terms; each time it is made again, by
   another row or column, that is put behind what made it before. Facts of one subject, and claims
   about one thing, are chained, so that evidence is found without looking through everything.
   Memory grows with what was asked for, not with the tables. */

#include "run/why_facts.h"

#include "base/memory.h"
#include "base/quote.h"

#define RDF_SUBJECT "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject"
#define XSD_STRING "http://www.w3.org/2001/XMLSchema#string"

ln_status
ln_why_facts_open(ln_why_facts* const facts)
{
  facts->keys            = ln_dict_new();
  facts->by_subject.keys = ln_dict_new();
  facts->claims.keys     = ln_dict_new();
  return facts->keys && facts->by_subject.keys && facts->claims.keys ? LN_OK : LN_NO_MEM;
}

static void
clear_chain(ln_why_chain* const chain)
{
  ln_dict_free(chain->keys);
  ln_free(chain->first);
  ln_free(chain->last);
  ln_free(chain->next);
}

void
ln_why_facts_clear(ln_why_facts* const facts)
{
  ln_dict_free(facts->keys);
  clear_chain(&facts->by_subject);
  clear_chain(&facts->claims);
  ln_free(facts->facts);
  ln_text_clear(&facts->text);
  ln_arena_clear(&facts->arena);
  *facts = (ln_why_facts){0};
}

/* ---- keys ---- */

static ln_view
datatype_of(const ln_read_term* const term)
{
  const bool plain = term->lang.n > 0U || ln_view_equals(term->datatype, LN_V(XSD_STRING));
  return plain ? LN_V("") : term->datatype;
}

static bool
same_tag(const ln_view a, const ln_view b)
{
  bool same = a.n == b.n;
  for (size_t i = 0U; same && i < a.n; ++i) {
    const char x = a.s[i];
    const char y = b.s[i];
    same =
      (x >= 'A' && x <= 'Z' ? x + ('a' - 'A') : x) == (y >= 'A' && y <= 'Z' ? y + ('a' - 'A') : y);
  }
  return same;
}

bool
ln_why_same(const ln_read_term* const a, const ln_read_term* const b)
{
  return a->kind == b->kind && ln_view_equals(a->text, b->text) &&
         ln_view_equals(datatype_of(a), datatype_of(b)) && same_tag(a->lang, b->lang);
}

static ln_status
add_key(const ln_read_term* const term, ln_text* const out)
{
  LN_TRY(ln_text_add_byte(out, (char)('0' + (int)term->kind)));
  LN_TRY(ln_text_add(out, term->text));
  LN_TRY(ln_text_add_byte(out, '\0'));
  LN_TRY(ln_text_add(out, datatype_of(term)));
  for (size_t i = 0U; i < term->lang.n; ++i) {
    const char c = term->lang.s[i];
    LN_TRY(ln_text_add_byte(out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c));
  }
  return ln_text_add_byte(out, '\0');
}

static ln_status
key_of(ln_why_facts* const facts, const ln_read_term* const term)
{
  ln_text_reset(&facts->text);
  return add_key(term, &facts->text);
}

static ln_status
key_of_triple(ln_why_facts* const facts, const ln_read_triple* const triple)
{
  LN_TRY(key_of(facts, &triple->subject));
  LN_TRY(add_key(&triple->predicate, &facts->text));
  return add_key(&triple->object, &facts->text);
}

/* ---- chains ---- */

static ln_status
have_numbers(uint32_t** const list, const size_t cap)
{
  uint32_t* const more = ln_realloc(*list, cap, sizeof(uint32_t));
  *list                = more ? more : *list;
  return more ? LN_OK : LN_NO_MEM;
}

/* Room for one more key and one more fact. */
static ln_status
have_room(ln_why_chain* const chain, const size_t facts)
{
  if (chain->cap <= ln_dict_size(chain->keys)) {
    const size_t cap = chain->cap > 0U ? 2U * chain->cap : 64U;
    LN_TRY(have_numbers(&chain->first, cap));
    LN_TRY(have_numbers(&chain->last, cap));
    chain->cap = cap;
  }
  if (chain->cap_next <= facts) {
    const size_t cap = facts + 64U + (facts / 2U);
    LN_TRY(have_numbers(&chain->next, cap));
    chain->cap_next = cap;
  }
  return LN_OK;
}

static ln_status
enchain(ln_why_chain* const chain, const ln_view key, const uint32_t fact)
{
  uint32_t number = 0U;
  bool     added  = false;
  LN_TRY(have_room(chain, fact));
  LN_TRY(ln_dict_add(chain->keys, key, &number, &added));
  chain->next[fact] = LN_WHY_NONE;
  if (added) {
    chain->first[number] = fact;
  } else {
    chain->next[chain->last[number]] = fact;
  }
  chain->last[number] = fact;
  return LN_OK;
}

static ln_status
find_first(ln_why_facts* const       facts,
           const ln_why_chain* const chain,
           const ln_read_term* const term,
           uint32_t* const           number)
{
  LN_TRY(key_of(facts, term));
  const uint32_t key = ln_dict_find(chain->keys, ln_text_view(&facts->text));
  *number            = key == LN_DICT_NONE ? LN_WHY_NONE : chain->first[key];
  return LN_OK;
}

ln_status
ln_why_facts_about(ln_why_facts* const       facts,
                   const ln_read_term* const subject,
                   uint32_t* const           number)
{
  return find_first(facts, &facts->by_subject, subject, number);
}

uint32_t
ln_why_facts_next(const ln_why_facts* const facts, const uint32_t number)
{
  return facts->by_subject.next[number];
}

ln_status
ln_why_claims_about(ln_why_facts* const       facts,
                    const ln_read_term* const subject,
                    uint32_t* const           number)
{
  return find_first(facts, &facts->claims, subject, number);
}

uint32_t
ln_why_claims_next(const ln_why_facts* const facts, const uint32_t number)
{
  return facts->claims.next[number];
}

ln_status
ln_why_facts_get(ln_why_facts* const       facts,
                 const ln_read_term* const subject,
                 const ln_view             predicate,
                 const ln_why_fact** const fact)
{
  uint32_t number = 0U;
  *fact           = NULL;
  LN_TRY(ln_why_facts_about(facts, subject, &number));
  while (number != LN_WHY_NONE && !*fact) {
    const bool fits = ln_view_equals(facts->facts[number].predicate.text, predicate);
    *fact           = fits ? &facts->facts[number] : NULL;
    number          = ln_why_facts_next(facts, number);
  }
  return LN_OK;
}

const ln_why_fact*
ln_why_facts_more(const ln_why_facts* const facts, const ln_why_fact* const fact)
{
  uint32_t number = ln_why_facts_next(facts, (uint32_t)(fact - facts->facts));
  while (number != LN_WHY_NONE &&
         !ln_view_equals(facts->facts[number].predicate.text, fact->predicate.text)) {
    number = ln_why_facts_next(facts, number);
  }
  return number == LN_WHY_NONE ? NULL : &facts->facts[number];
}

/* ---- facts ---- */

static ln_status
keep(ln_why_facts* const facts, const ln_view text, ln_view* const copy)
{
  *copy = ln_arena_copy(&facts->arena, text);
  return copy->s ? LN_OK : LN_NO_MEM;
}

static ln_status
keep_term(ln_why_facts* const facts, const ln_read_term* const term, ln_read_term* const copy)
{
  copy->kind = term->kind;
  LN_TRY(keep(facts, term->text, &copy->text));
  LN_TRY(keep(facts, term->datatype, &copy->datatype));
  return keep(facts, term->lang, &copy->lang);
}

/* With a prefix where there is one. */
static ln_status
show_iri(const ln_names* const names, const ln_view iri, ln_text* const out)
{
  ln_prefix prefix = {0};
  ln_view   local  = {0};
  if (!ln_names_shorten(names, iri, &prefix, &local)) {
    LN_TRY(ln_text_add_byte(out, '<'));
    LN_TRY(ln_text_add(out, iri));
    return ln_text_add_byte(out, '>');
  }
  LN_TRY(ln_text_add(out, prefix.name));
  LN_TRY(ln_text_add_byte(out, ':'));
  return ln_text_add(out, local);
}

static ln_status
show_literal(const ln_names* const names, const ln_read_term* const term, ln_text* const out)
{
  LN_TRY(ln_quote(term->text, out));
  if (term->lang.n > 0U) {
    LN_TRY(ln_text_add_byte(out, '@'));
    return ln_text_add(out, term->lang);
  }
  if (datatype_of(term).n == 0U) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(out, LN_V("^^")));
  return show_iri(names, term->datatype, out);
}

static ln_status
show_term(ln_why_facts* const       facts,
          const ln_names* const     names,
          const ln_read_term* const term,
          ln_view* const            shown)
{
  ln_text* const out = &facts->text;
  ln_text_reset(out);
  if (term->kind == LN_LITERAL) {
    LN_TRY(show_literal(names, term, out));
  } else if (term->kind == LN_BLANK) {
    LN_TRY(ln_text_format(out, "_:%.*s", (int)term->text.n, term->text.s));
  } else {
    LN_TRY(show_iri(names, term->text, out));
  }
  return keep(facts, ln_text_view(out), shown);
}

static ln_status
fill_fact(ln_why_facts* const facts, const ln_trace_hit* const hit, ln_why_fact* const fact)
{
  const ln_names* const names = hit->session->names;
  *fact                       = (ln_why_fact){.first = NULL};
  LN_TRY(keep_term(facts, &hit->triple->subject, &fact->subject));
  LN_TRY(keep_term(facts, &hit->triple->predicate, &fact->predicate));
  LN_TRY(keep_term(facts, &hit->triple->object, &fact->object));
  LN_TRY(show_term(facts, names, &fact->subject, &fact->shown[0]));
  LN_TRY(show_term(facts, names, &fact->predicate, &fact->shown[1]));
  return show_term(facts, names, &fact->object, &fact->shown[2]);
}

static ln_status
add_fact(ln_why_facts* const facts, const ln_trace_hit* const hit, const uint32_t number)
{
  if (facts->n == facts->cap) {
    const size_t       cap  = facts->cap > 0U ? 2U * facts->cap : 64U;
    ln_why_fact* const more = ln_realloc(facts->facts, cap, sizeof(ln_why_fact));
    if (!more) {
      return LN_NO_MEM;
    }
    facts->facts = more;
    facts->cap   = cap;
  }
  LN_TRY(fill_fact(facts, hit, &facts->facts[facts->n]));
  ++facts->n;
  LN_TRY(key_of(facts, &hit->triple->subject));
  LN_TRY(enchain(&facts->by_subject, ln_text_view(&facts->text), number));
  if (!ln_view_equals(hit->triple->predicate.text, LN_V(RDF_SUBJECT))) {
    return LN_OK;
  }
  LN_TRY(key_of(facts, &hit->triple->object));
  return enchain(&facts->claims, ln_text_view(&facts->text), number);
}

/* ---- what made them ---- */

static ln_status
keep_cells(ln_why_facts* const facts, const ln_trace_hit* const hit, ln_why_making* const making)
{
  const ln_origin* const o    = hit->origin;
  ln_why_cell* const     list = ln_arena_zero(&facts->arena, o->n, sizeof(ln_why_cell));
  if (!list) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < o->n; ++i) {
    ln_place place = {0};
    ln_trace_place(hit, o->cells[i].field, &place);
    list[i].parts  = o->cells[i].parts;
    list[i].line   = place.line;
    list[i].letter = place.letter > 0U ? place.letter : place.column;
    LN_TRY(keep(facts, place.name.n > 0U ? place.name : o->cells[i].name, &list[i].column));
    LN_TRY(keep(facts, o->cells[i].text, &list[i].text));
  }
  making->cells   = list;
  making->n_cells = o->n;
  return LN_OK;
}

/* The row of the thing that the object is, if some table was indexed that has it. */
static ln_status
find_referred(ln_why_facts* const facts, const ln_trace_hit* const hit, ln_why_making* const making)
{
  const ln_session* const s = hit->session;
  for (size_t i = 0U; hit->triple->object.kind == LN_IRI && i < s->n_tables; ++i) {
    const ln_index* const index = s->tables[i].index;
    const uint32_t at = index ? ln_index_by_iri(index, hit->triple->object.text) : LN_ENTRY_NONE;
    if (at != LN_ENTRY_NONE) {
      const ln_where where = ln_index_entry(index, at)->where;
      making->refers_row   = where.row;
      return keep(facts, ln_log_path(s->log, s->tables[i].source), &making->refers_file);
    }
  }
  return LN_OK;
}

/* A mapping that was made of the header of the table has no document of its own. */
static bool
is_header(const ln_trace_hit* const hit, const ln_view document)
{
  const ln_session* const s = hit->session;
  return hit->table && ln_view_equals(ln_log_path(s->log, hit->table->source), document);
}

static ln_status
keep_mapping(ln_why_facts* const facts, const ln_trace_hit* const hit, ln_why_making* const making)
{
  const ln_column* const column = hit->origin->column;
  ln_place               place  = {0};
  if (!column) {
    return LN_OK;
  }
  const ln_view document = ln_log_path(hit->session->log, hit->session->mapping_source);
  making->layer          = column->layer;
  LN_TRY(keep(facts, column->name, &making->column));
  LN_TRY(keep(facts, document, &making->mapping));
  LN_TRY(keep(facts, column->path, &making->mapping_path));
  if (column->path.n > 0U && !is_header(hit, document)) {
    ln_trace_mapping_place(hit, &place);
    making->mapping_line   = place.line;
    making->mapping_column = place.column;
  }
  return LN_OK;
}

static ln_status
add_making(ln_why_facts* const facts, const ln_trace_hit* const hit, ln_why_fact* const fact)
{
  ln_why_making* const making = ln_arena_zero(&facts->arena, 1U, sizeof(ln_why_making));
  ln_place             place  = {0};
  if (!making) {
    return LN_NO_MEM;
  }
  if (hit->table) {
    ln_trace_place(hit, 0U, &place);
    making->row  = hit->where.row;
    making->line = place.line;
    LN_TRY(keep(facts, ln_log_path(hit->session->log, hit->table->source), &making->file));
  }
  LN_TRY(keep_mapping(facts, hit, making));
  LN_TRY(keep_cells(facts, hit, making));
  LN_TRY(find_referred(facts, hit, making));
  if (fact->last) {
    fact->last->next = making;
  } else {
    fact->first = making;
  }
  fact->last = making;
  return LN_OK;
}

ln_status
ln_why_facts_add(ln_why_facts* const facts, const ln_trace_hit* const hit, uint32_t* const number)
{
  bool added = false;
  LN_TRY(key_of_triple(facts, hit->triple));
  LN_TRY(ln_dict_add(facts->keys, ln_text_view(&facts->text), number, &added));
  LN_TRY(added ? add_fact(facts, hit, *number) : LN_OK);
  return add_making(facts, hit, &facts->facts[*number]);
}

ln_status
ln_why_facts_find(ln_why_facts* const         facts,
                  const ln_read_triple* const triple,
                  uint32_t* const             number)
{
  LN_TRY(key_of_triple(facts, triple));
  *number = ln_dict_find(facts->keys, ln_text_view(&facts->text));
  return LN_OK;
}
