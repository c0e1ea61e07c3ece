/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Terms as numbers. A term is a key of one dictionary, and the key says all of it, so that asking
   for the kind or the datatype of a term is a look at its first bytes:

     <IRI        _FFFFlabel        "DDDDlexical form        @Ltag lexical form

   FFFF is the number of the file, DDDD that of the datatype's term, L the length of the tag. Cost:
   what base/dict.h takes, and one to five bytes a term. */

#include "graph/term_table.h"

#include "base/dict.h"
#include "base/memory.h"
#include "base/text.h"

#include <xxhash.h>

#include <string.h>

enum {
  MARK_IRI     = '<',
  MARK_BLANK   = '_',
  MARK_LITERAL = '"',
  MARK_TAGGED  = '@',
  HEAD         = 1 + (int)sizeof(uint32_t), ///< of blank nodes and literals
  TAG_MOST     = 255,
};

struct ln_term_table {
  ln_dict* dict;
  ln_text  key;      ///< scratch
  ln_text  datatype; ///< the one met last, and its number
  uint32_t datatype_number;
};

void
ln_term_table_free(ln_term_table* const table)
{
  if (table) {
    ln_dict_free(table->dict);
    ln_text_clear(&table->key);
    ln_text_clear(&table->datatype);
    ln_free(table);
  }
}

static ln_status
start(ln_term_table* const table)
{
  uint32_t number = 0U;
  table->dict     = ln_dict_new();
  if (!table->dict) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_term_table_add_iri(table, LN_V("http://www.w3.org/2001/XMLSchema#string"), &number));
  return ln_term_table_add_iri(
    table, LN_V("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"), &number);
}

ln_term_table*
ln_term_table_new(void)
{
  ln_term_table* const table = (ln_term_table*)ln_alloc_zero(1U, sizeof(ln_term_table));
  if (table && start(table) != LN_OK) {
    ln_term_table_free(table);
    return NULL;
  }
  return table;
}

static ln_status
set_key(ln_term_table* const table, const char mark, const ln_view rest)
{
  ln_text_reset(&table->key);
  LN_TRY(ln_text_add_byte(&table->key, mark));
  return ln_text_add(&table->key, rest);
}

static ln_status
set_numbered_key(ln_term_table* const table,
                 const char           mark,
                 const uint32_t       number,
                 const ln_view        rest)
{
  char head[HEAD] = {mark};
  memcpy(head + 1, &number, sizeof(number));
  ln_text_reset(&table->key);
  LN_TRY(ln_text_add(&table->key, (ln_view){head, sizeof(head)}));
  return ln_text_add(&table->key, rest);
}

static ln_status
set_tagged_key(ln_term_table* const table, const ln_read_term* const term)
{
  if (term->lang.n > TAG_MOST) {
    return LN_NO_MEM;
  }
  ln_text_reset(&table->key);
  LN_TRY(ln_text_add_byte(&table->key, MARK_TAGGED));
  LN_TRY(ln_text_add_byte(&table->key, (char)term->lang.n));
  for (size_t i = 0U; i < term->lang.n; ++i) {
    const char c = term->lang.s[i];
    LN_TRY(ln_text_add_byte(&table->key, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c));
  }
  return ln_text_add(&table->key, term->text);
}

/* Literals of one datatype mostly come one after the other. */
static ln_status
add_datatype(ln_term_table* const table, const ln_view iri, uint32_t* const number)
{
  *number = LN_TERM_XSD_STRING;
  if (iri.n == 0U) {
    return LN_OK;
  }
  if (!ln_view_equals(iri, ln_text_view(&table->datatype))) {
    ln_text_reset(&table->datatype);
    LN_TRY(ln_term_table_add_iri(table, iri, &table->datatype_number));
    LN_TRY(ln_text_add(&table->datatype, iri));
  }
  *number = table->datatype_number;
  return LN_OK;
}

/* The key of any term. Looking up a literal adds its datatype, which does no harm. */
static ln_status
set_term_key(ln_term_table* const table, const ln_read_term* const term, const uint32_t file)
{
  uint32_t datatype = 0U;
  if (term->kind == LN_IRI) {
    return set_key(table, MARK_IRI, term->text);
  }
  if (term->kind == LN_BLANK) {
    return set_numbered_key(table, MARK_BLANK, file, term->text);
  }
  if (term->lang.n > 0U) {
    return set_tagged_key(table, term);
  }
  LN_TRY(add_datatype(table, term->datatype, &datatype));
  return set_numbered_key(table, MARK_LITERAL, datatype, term->text);
}

ln_status
ln_term_table_add(ln_term_table* const      table,
                  const ln_read_term* const term,
                  const uint32_t            file,
                  uint32_t* const           number)
{
  LN_TRY(set_term_key(table, term, file));
  return ln_dict_add(table->dict, ln_text_view(&table->key), number, NULL);
}

ln_status
ln_term_table_add_iri(ln_term_table* const table, const ln_view iri, uint32_t* const number)
{
  LN_TRY(set_key(table, MARK_IRI, iri));
  return ln_dict_add(table->dict, ln_text_view(&table->key), number, NULL);
}

ln_status
ln_term_table_find(ln_term_table* const      table,
                   const ln_read_term* const term,
                   const uint32_t            file,
                   uint32_t* const           number)
{
  LN_TRY(set_term_key(table, term, file));
  *number = ln_dict_find(table->dict, ln_text_view(&table->key));
  return LN_OK;
}

static uint32_t
number_in(const ln_view key)
{
  uint32_t number = 0U;
  memcpy(&number, key.s + 1, sizeof(number));
  return number;
}

ln_kind
ln_term_table_kind(const ln_term_table* const table, const uint32_t number)
{
  const char mark = ln_dict_key(table->dict, number).s[0];
  if (mark == MARK_IRI) {
    return LN_IRI;
  }
  return mark == MARK_BLANK ? LN_BLANK : LN_LITERAL;
}

ln_view
ln_term_table_text(const ln_term_table* const table, const uint32_t number)
{
  const ln_view key = ln_dict_key(table->dict, number);
  if (key.s[0] == MARK_IRI) {
    return ln_view_from(key, 1U);
  }
  return ln_view_from(key, key.s[0] == MARK_TAGGED ? 2U + (unsigned char)key.s[1] : HEAD);
}

uint32_t
ln_term_table_datatype(const ln_term_table* const table, const uint32_t number)
{
  const ln_view key = ln_dict_key(table->dict, number);
  if (key.s[0] == MARK_TAGGED) {
    return LN_TERM_RDF_LANG_STRING;
  }
  return key.s[0] == MARK_LITERAL ? number_in(key) : LN_NO_TERM;
}

ln_view
ln_term_table_lang(const ln_term_table* const table, const uint32_t number)
{
  const ln_view key = ln_dict_key(table->dict, number);
  return key.s[0] == MARK_TAGGED ? (ln_view){key.s + 2, (unsigned char)key.s[1]}
                                 : (ln_view){NULL, 0U};
}

uint32_t
ln_term_table_file(const ln_term_table* const table, const uint32_t number)
{
  return number_in(ln_dict_key(table->dict, number));
}

ln_read_term
ln_term_table_at(const ln_term_table* const table, const uint32_t number)
{
  const uint32_t datatype = ln_term_table_datatype(table, number);
  const bool     typed =
    datatype != LN_NO_TERM && datatype != LN_TERM_XSD_STRING && datatype != LN_TERM_RDF_LANG_STRING;
  return (ln_read_term){
    .kind     = ln_term_table_kind(table, number),
    .text     = ln_term_table_text(table, number),
    .datatype = typed ? ln_term_table_text(table, datatype) : (ln_view){NULL, 0U},
    .lang     = ln_term_table_lang(table, number),
  };
}

uint64_t
ln_term_table_hash(const ln_term_table* const table, const uint32_t number)
{
  const ln_view key = ln_dict_key(table->dict, number);
  return XXH3_64bits(key.s, key.n);
}

size_t
ln_term_table_size(const ln_term_table* const table)
{
  return ln_dict_size(table->dict);
}

ln_term_table*
ln_term_table_first(const ln_term_table* const table, const size_t n)
{
  ln_term_table* const first = ln_term_table_new();
  ln_status            st    = first ? LN_OK : LN_NO_MEM;
  for (size_t i = 0U; st == LN_OK && i < n; ++i) {
    uint32_t number = 0U;
    st = ln_dict_add(first->dict, ln_dict_key(table->dict, (uint32_t)i), &number, NULL);
  }
  if (st != LN_OK) {
    ln_term_table_free(first);
    return NULL;
  }
  return first;
}
