/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What a curator reads of a result. The shape's own message says what is wrong; here stands what
   would be right, one half sentence for each constraint component. */

#include "check/phrase.h"

#include <inttypes.h>

enum { TEXT_MOST = 120, LIST_MOST = 8 };

/* A text, cut in the middle between characters if it is long. */
static ln_status
add_text(const ln_view text, ln_text* const out)
{
  size_t head = TEXT_MOST / 2U;
  size_t tail = text.n - head;
  if (text.n <= TEXT_MOST) {
    return ln_text_add(out, text);
  }
  while (head > 0U && ((unsigned char)text.s[head] & 0xC0U) == 0x80U) {
    --head;
  }
  while (tail < text.n && ((unsigned char)text.s[tail] & 0xC0U) == 0x80U) {
    ++tail;
  }
  LN_TRY(ln_text_add(out, ln_view_first(text, head)));
  LN_TRY(ln_text_format(out, " … %zu bytes … ", tail - head));
  return ln_text_add(out, ln_view_from(text, tail));
}

/* An IRI, short in the namespaces that everybody knows. */
static ln_status
add_iri(const ln_view iri, ln_text* const out)
{
  static const struct {
    ln_view space;
    ln_view prefix;
  } SPACES[] = {{{"http://www.w3.org/2001/XMLSchema#", 33U}, {"xsd:", 4U}},
                {{LN_SH_NAMESPACE, sizeof(LN_SH_NAMESPACE) - 1U}, {"sh:", 3U}}};
  for (size_t i = 0U; i < sizeof(SPACES) / sizeof(SPACES[0]); ++i) {
    if (ln_view_starts(iri, SPACES[i].space)) {
      LN_TRY(ln_text_add(out, SPACES[i].prefix));
      return ln_text_add(out, ln_view_from(iri, SPACES[i].space.n));
    }
  }
  LN_TRY(ln_text_add_byte(out, '<'));
  LN_TRY(ln_text_add(out, iri));
  return ln_text_add_byte(out, '>');
}

static ln_status
add_literal(const ln_term_table* const terms, const uint32_t term, ln_text* const out)
{
  const ln_view  lang     = ln_term_table_lang(terms, term);
  const uint32_t datatype = ln_term_table_datatype(terms, term);
  LN_TRY(ln_text_add_byte(out, '"'));
  LN_TRY(add_text(ln_term_table_text(terms, term), out));
  LN_TRY(ln_text_add_byte(out, '"'));
  if (lang.n > 0U) {
    LN_TRY(ln_text_add_byte(out, '@'));
    return ln_text_add(out, lang);
  }
  if (datatype == LN_TERM_XSD_STRING) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(out, LN_V("^^")));
  return add_iri(ln_term_table_text(terms, datatype), out);
}

ln_status
ln_phrase_term(const ln_term_table* const terms, const uint32_t term, ln_text* const out)
{
  const ln_kind kind = ln_term_table_kind(terms, term);
  if (kind == LN_LITERAL) {
    return add_literal(terms, term, out);
  }
  if (kind == LN_IRI) {
    return add_iri(ln_term_table_text(terms, term), out);
  }
  LN_TRY(ln_text_add(out, LN_V("_:")));
  return ln_text_add(out, ln_term_table_text(terms, term));
}

/* What stands before and behind the value of the parameter. */
typedef struct {
  const char* before;
  const char* behind;
} phrase;

static const phrase PHRASES[LN_COMPONENTS] = {
  [LN_C_NODE_KIND]           = {"a node of the kind ", ""},
  [LN_C_DATATYPE]            = {"a well-formed literal of ", ""},
  [LN_C_CLASS]               = {"an instance of ", ""},
  [LN_C_MIN_COUNT]           = {"at least ", " values"},
  [LN_C_MAX_COUNT]           = {"at most ", " values"},
  [LN_C_MIN_EXCLUSIVE]       = {"more than ", ""},
  [LN_C_MIN_INCLUSIVE]       = {"at least ", ""},
  [LN_C_MAX_EXCLUSIVE]       = {"less than ", ""},
  [LN_C_MAX_INCLUSIVE]       = {"at most ", ""},
  [LN_C_MIN_LENGTH]          = {"at least ", " characters"},
  [LN_C_MAX_LENGTH]          = {"at most ", " characters"},
  [LN_C_PATTERN]             = {"a text that matches ", ""},
  [LN_C_LANGUAGE_IN]         = {"a text in one of the languages ", ""},
  [LN_C_UNIQUE_LANG]         = {"one value only in each language", ""},
  [LN_C_EQUALS]              = {"the same values as those of ", ""},
  [LN_C_DISJOINT]            = {"no value that is one of ", " too"},
  [LN_C_LESS_THAN]           = {"a value less than each of ", ""},
  [LN_C_LESS_THAN_OR_EQUALS] = {"a value not greater than any of ", ""},
  [LN_C_NOT]                 = {"nothing that conforms to ", ""},
  [LN_C_AND]                 = {"what conforms to all of ", ""},
  [LN_C_OR]                  = {"what conforms to one of ", ""},
  [LN_C_XONE]                = {"what conforms to exactly one of ", ""},
  [LN_C_NODE]                = {"what conforms to ", ""},
  [LN_C_PROPERTY]            = {"what conforms to ", ""},
  [LN_C_QUALIFIED_MIN_COUNT] = {"at least ", " values that conform to "},
  [LN_C_QUALIFIED_MAX_COUNT] = {"at most ", " values that conform to "},
  [LN_C_CLOSED]              = {"no other properties than those of the shape", ""},
  [LN_C_HAS_VALUE]           = {"the value ", " among the values"},
  [LN_C_IN]                  = {"one of ", ""},
};

static ln_status
add_shape(const ln_shapes* const     shapes,
          const ln_term_table* const terms,
          const uint32_t             shape,
          ln_text* const             out)
{
  return ln_phrase_term(terms, shapes->shapes[shape].node, out);
}

static ln_status
add_members(const ln_shapes* const     shapes,
            const ln_term_table* const terms,
            const ln_constraint* const c,
            ln_text* const             out)
{
  const bool nested =
    c->component == LN_C_AND || c->component == LN_C_OR || c->component == LN_C_XONE;
  for (uint32_t i = 0U; i < c->members.n && i < LIST_MOST; ++i) {
    const uint32_t member = shapes->members[c->members.first + i];
    LN_TRY(i > 0U ? ln_text_add(out, LN_V(", ")) : LN_OK);
    LN_TRY(nested ? add_shape(shapes, terms, member, out) : ln_phrase_term(terms, member, out));
  }
  return c->members.n > LIST_MOST
           ? ln_text_format(out, " and %" PRIu32 " more", c->members.n - LIST_MOST)
           : LN_OK;
}

static ln_status
add_count(const ln_constraint* const c, const phrase* const p, ln_text* const out)
{
  const ln_view behind = ln_view_of(p->behind);
  LN_TRY(ln_text_format(out, "%" PRIu64, c->number));
  // "1 values" is no English
  if (c->number == 1U && ln_view_ends(behind, LN_V("s"))) {
    return ln_text_add(out, ln_view_first(behind, behind.n - 1U));
  }
  return ln_text_add(out, behind);
}

ln_status
ln_phrase_expected(const ln_shapes* const     shapes,
                   const ln_term_table* const terms,
                   const ln_constraint* const c,
                   ln_text* const             out)
{
  const phrase* const p = &PHRASES[c->component];
  LN_TRY(ln_text_add(out, ln_view_of(p->before)));
  switch (c->component) {
  case LN_C_MIN_COUNT:
  case LN_C_MAX_COUNT:
  case LN_C_MIN_LENGTH:
  case LN_C_MAX_LENGTH:
    return add_count(c, p, out);
  case LN_C_QUALIFIED_MIN_COUNT:
  case LN_C_QUALIFIED_MAX_COUNT:
    LN_TRY(add_count(c, p, out));
    return add_shape(shapes, terms, c->value, out);
  case LN_C_NOT:
  case LN_C_NODE:
  case LN_C_PROPERTY:
    return add_shape(shapes, terms, c->value, out);
  case LN_C_AND:
  case LN_C_OR:
  case LN_C_XONE:
  case LN_C_IN:
  case LN_C_LANGUAGE_IN:
    return add_members(shapes, terms, c, out);
  case LN_C_UNIQUE_LANG:
  case LN_C_CLOSED:
    return LN_OK;
  case LN_C_NODE_KIND:
  case LN_C_DATATYPE:
  case LN_C_CLASS:
  case LN_C_MIN_EXCLUSIVE:
  case LN_C_MIN_INCLUSIVE:
  case LN_C_MAX_EXCLUSIVE:
  case LN_C_MAX_INCLUSIVE:
  case LN_C_PATTERN:
  case LN_C_EQUALS:
  case LN_C_DISJOINT:
  case LN_C_LESS_THAN:
  case LN_C_LESS_THAN_OR_EQUALS:
  case LN_C_HAS_VALUE:
  case LN_COMPONENTS:
  default:
    LN_TRY(ln_phrase_term(terms, c->value, out));
    return ln_text_add(out, ln_view_of(p->behind));
  }
}

static uint32_t
message_in(const ln_shapes* const     shapes,
           const ln_term_table* const terms,
           const ln_span              messages,
           const ln_view              lang)
{
  for (uint32_t i = 0U; i < messages.n; ++i) {
    const uint32_t message = shapes->members[messages.first + i];
    if (ln_view_equals(ln_term_table_lang(terms, message), lang)) {
      return message;
    }
  }
  return LN_NO_TERM;
}

uint32_t
ln_phrase_message(const ln_shapes* const     shapes,
                  const ln_term_table* const terms,
                  const ln_shape* const      shape,
                  const ln_view              lang)
{
  const ln_view wanted[] = {lang, LN_V(""), LN_V("en")};
  uint32_t      found    = LN_NO_TERM;
  for (size_t i = 0U; i < sizeof(wanted) / sizeof(wanted[0]) && found == LN_NO_TERM; ++i) {
    found = message_in(shapes, terms, shape->messages, wanted[i]);
  }
  return found == LN_NO_TERM && shape->messages.n > 0U ? shapes->members[shape->messages.first]
                                                       : found;
}
