/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The triples of shapes, one by one. Shapes have IRIs, so that a result can name its shape; what
   only others refer to is a blank node. Names are told apart by asking the table of terms, so every
   shape of a run has another one. */

#include "check/shape_draft.h"

#include <inttypes.h>
#include <stdio.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

void
ln_shape_draft_clear(ln_shape_draft* const draft)
{
  ln_text_clear(&draft->text);
}

ln_view
ln_shape_draft_local(const ln_view iri)
{
  size_t at = iri.n;
  while (at > 0U && iri.s[at - 1U] != '/' && iri.s[at - 1U] != '#' && iri.s[at - 1U] != ':') {
    --at;
  }
  return ln_view_from(iri, at);
}

static bool
is_plain(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* The IRI of a shape, in the scratch text. */
static ln_status
set_name(ln_shape_draft* const draft, const ln_view local, const unsigned copy)
{
  ln_text_reset(&draft->text);
  LN_TRY(ln_text_add(&draft->text, draft->space));
  for (size_t i = 0U; i < local.n; ++i) {
    LN_TRY(ln_text_add_byte(&draft->text, is_plain(local.s[i]) ? local.s[i] : '-'));
  }
  return copy > 1U ? ln_text_format(&draft->text, "-%u", copy) : LN_OK;
}

ln_status
ln_shape_draft_named(ln_shape_draft* const draft,
                     const ln_view         local,
                     const ln_word         type,
                     uint32_t* const       node)
{
  *node = 0U;
  for (unsigned copy = 1U; *node != LN_NO_TERM; ++copy) {
    LN_TRY(set_name(draft, local, copy));
    const ln_read_term term = {.kind = LN_IRI, .text = ln_text_view(&draft->text)};
    LN_TRY(ln_term_table_find(draft->terms, &term, 0U, node));
  }
  LN_TRY(ln_term_table_add_iri(draft->terms, ln_text_view(&draft->text), node));
  return ln_shape_draft_add(draft, *node, LN_W_TYPE, draft->words->term[type]);
}

ln_status
ln_shape_draft_blank(ln_shape_draft* const draft, uint32_t* const node)
{
  char      label[16] = {0};
  const int n         = snprintf(label, sizeof(label), "b%" PRIu32, ++draft->blanks);
  if (n < 0) {
    return LN_NO_MEM;
  }
  const ln_read_term term = {.kind = LN_BLANK, .text = {label, (size_t)n}};
  return ln_term_table_add(draft->terms, &term, 0U, node);
}

ln_status
ln_shape_draft_add(ln_shape_draft* const draft,
                   const uint32_t        subject,
                   const ln_word         word,
                   const uint32_t        object)
{
  return ln_triple_set_add(draft->set, subject, draft->words->term[word], object);
}

ln_status
ln_shape_draft_add_iri(ln_shape_draft* const draft,
                       const uint32_t        subject,
                       const ln_word         word,
                       const ln_view         iri)
{
  uint32_t object = 0U;
  LN_TRY(ln_term_table_add_iri(draft->terms, iri, &object));
  return ln_shape_draft_add(draft, subject, word, object);
}

ln_status
ln_shape_draft_add_text(ln_shape_draft* const draft,
                        const uint32_t        subject,
                        const ln_word         word,
                        const ln_view         text,
                        const ln_view         datatype)
{
  const ln_read_term term   = {.kind = LN_LITERAL, .text = text, .datatype = datatype};
  uint32_t           object = 0U;
  LN_TRY(ln_term_table_add(draft->terms, &term, 0U, &object));
  return ln_shape_draft_add(draft, subject, word, object);
}

ln_status
ln_shape_draft_add_number(ln_shape_draft* const draft,
                          const uint32_t        subject,
                          const ln_word         word,
                          const uint64_t        number)
{
  char      digits[24] = {0};
  const int n          = snprintf(digits, sizeof(digits), "%" PRIu64, number);
  if (n < 0) {
    return LN_NO_MEM;
  }
  return ln_shape_draft_add_text(
    draft, subject, word, (ln_view){digits, (size_t)n}, LN_V(XSD "integer"));
}

ln_status
ln_shape_draft_add_true(ln_shape_draft* const draft, const uint32_t subject, const ln_word word)
{
  return ln_shape_draft_add_text(draft, subject, word, LN_V("true"), LN_V(XSD "boolean"));
}

ln_status
ln_shape_draft_add_list(ln_shape_draft* const draft,
                        const uint32_t        subject,
                        const ln_word         word,
                        const uint32_t* const v,
                        const size_t          n)
{
  uint32_t node = subject;
  ln_word  link = word;
  for (size_t i = 0U; i < n; ++i) {
    uint32_t next = 0U;
    LN_TRY(ln_shape_draft_blank(draft, &next));
    LN_TRY(ln_shape_draft_add(draft, node, link, next));
    LN_TRY(ln_shape_draft_add(draft, next, LN_W_FIRST, v[i]));
    node = next;
    link = LN_W_REST;
  }
  return ln_shape_draft_add(draft, node, link, draft->words->term[LN_W_NIL]);
}
