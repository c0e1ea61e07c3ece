/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What all parts of the reader of queries share: taking words, telling what is wrong and where, and
   the terms and variables that words name. Columns are counted in characters, as editors do. A
   variable is found by its name among those of the query, of which there are few. */

#include "query/parser.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "rdf/iri.h"

static void
find_place(const ln_view query, const size_t at, ln_query_problem* const problem)
{
  size_t begin  = 0U;
  problem->line = 1U;
  for (size_t i = 0U; i < at && i < query.n; ++i) {
    if (query.s[i] == '\n') {
      ++problem->line;
      begin = i + 1U;
    }
  }
  problem->column = ln_utf8_count((ln_view){query.s + begin, at - begin}) + 1U;
}

ln_status
ln_parse_fail(ln_parser* const  p,
              const ln_code     code,
              const size_t      at,
              const ln_view     hint,
              const char* const format,
              ...)
{
  va_list args;
  p->problem->code = code;
  find_place(p->lexer.query, at, p->problem);
  ln_text_reset(&p->problem->message);
  ln_text_reset(&p->problem->hint);
  va_start(args, format);
  const ln_status st = ln_text_vformat(&p->problem->message, format, args);
  va_end(args);
  LN_TRY(st);
  LN_TRY(ln_text_add(&p->problem->hint, hint));
  return LN_USAGE;
}

ln_status
ln_parse_expected(ln_parser* const p, const char* const expected)
{
  const ln_view none = {NULL, 0U};
  const size_t  at   = p->word.at;
  if (p->word.kind == LN_WORD_END) {
    return ln_parse_fail(p, LN_L1000, at, none, "the query ends where %s is expected", expected);
  }
  const size_t  end   = p->lexer.at > at ? p->lexer.at : at + 1U;
  const ln_view raw   = ln_view_from(ln_view_first(p->lexer.query, end), at);
  const int     shown = raw.n > 40U ? 40 : (int)raw.n;
  return ln_parse_fail(
    p, LN_L1000, at, none, "`%.*s` stands where %s is expected", shown, raw.s, expected);
}

ln_status
ln_parse_next(ln_parser* const p)
{
  const ln_status st = ln_lexer_next(&p->lexer, &p->word);
  if (st == LN_USAGE) {
    const ln_view none = {NULL, 0U};
    return ln_parse_fail(p, LN_L1000, p->lexer.place, none, "%s", p->lexer.problem);
  }
  return st;
}

ln_status
ln_parse_sign(ln_parser* const p, const ln_view sign)
{
  char expected[8];
  if (ln_word_is(&p->word, sign)) {
    return ln_parse_next(p);
  }
  expected[0] = '`';
  memcpy(expected + 1, sign.s, sign.n);
  memcpy(expected + 1 + sign.n, "`", 2U);
  return ln_parse_expected(p, expected);
}

ln_status
ln_parse_maybe(ln_parser* const p, const ln_view keyword, bool* const there)
{
  *there = ln_word_is(&p->word, keyword) || ln_word_says(&p->word, keyword);
  return *there ? ln_parse_next(p) : LN_OK;
}

ln_status
ln_parse_push(ln_parser* const p, const ln_reading_step run, const uint32_t arg)
{
  if (p->n_steps == p->cap_steps) {
    const size_t cap   = p->cap_steps > 0U ? 2U * p->cap_steps : 64U;
    void* const  steps = ln_realloc(p->steps, cap, sizeof(p->steps[0]));
    if (!steps) {
      return LN_NO_MEM;
    }
    p->steps     = steps;
    p->cap_steps = cap;
  }
  p->steps[p->n_steps].run   = run;
  p->steps[p->n_steps++].arg = arg;
  return LN_OK;
}

ln_status
ln_parse_deeper(ln_parser* const p)
{
  enum { DEEPEST = 500 };
  if (++p->depth > (size_t)DEEPEST) {
    return ln_parse_fail(p,
                         LN_L1001,
                         p->word.at,
                         LN_V("write it with fewer brackets in each other"),
                         "more than %d brackets are open here",
                         DEEPEST);
  }
  return LN_OK;
}

void*
ln_parse_new(ln_parser* const p, const size_t size)
{
  return ln_arena_zero(&p->q->arena, 1U, size);
}

/* ---- variables ---- */

static ln_status
add_variable(ln_parser* const p, const ln_view name, ln_variable* const variable)
{
  if (p->q->n_variables == (uint32_t)LN_VARIABLES) {
    return ln_parse_fail(p,
                         LN_L1001,
                         p->word.at,
                         LN_V("ask for less at once"),
                         "a query may have %d variables, blank nodes and steps of paths",
                         LN_VARIABLES);
  }
  *variable = p->q->n_variables;
  if (name.n > 0U) {
    p->q->names[*variable] = ln_arena_copy(&p->q->arena, name);
    if (!p->q->names[*variable].s) {
      return LN_NO_MEM;
    }
  }
  ++p->q->n_variables;
  return LN_OK;
}

ln_status
ln_parse_variable(ln_parser* const p, ln_variable* const variable)
{
  const ln_view name = p->word.text;
  if (p->word.kind != LN_WORD_VAR) {
    return ln_parse_expected(p, "a variable");
  }
  for (*variable = 0U; *variable < p->q->n_variables; ++*variable) {
    if (ln_view_equals(p->q->names[*variable], name)) {
      return ln_parse_next(p);
    }
  }
  LN_TRY(add_variable(p, name, variable));
  return ln_parse_next(p);
}

ln_status
ln_parse_hidden(ln_parser* const p, ln_variable* const variable)
{
  return add_variable(p, (ln_view){NULL, 0U}, variable);
}

/* ---- terms ---- */

bool
ln_parse_is_iri(const ln_parser* const p)
{
  return p->word.kind == LN_WORD_IRI || p->word.kind == LN_WORD_PNAME;
}

static ln_status
expand(ln_parser* const p, ln_view* const iri)
{
  const ln_view prefix = ln_view_first(p->word.text, p->word.colon);
  ln_view       begin  = {NULL, 0U};
  for (size_t i = p->n_prefixes; i > 0U && !begin.s; --i) {
    if (ln_view_equals(p->prefixes[i - 1U].name, prefix)) {
      begin = p->prefixes[i - 1U].iri;
    }
  }
  for (size_t i = 0U; i < p->settings->n_prefixes && !begin.s; ++i) {
    if (ln_view_equals(p->settings->prefixes[i].name, prefix)) {
      begin = p->settings->prefixes[i].iri;
    }
  }
  if (!begin.s) {
    return ln_parse_fail(p,
                         LN_L1002,
                         p->word.at,
                         LN_V("declare it in front of the query: PREFIX name: <https://…>"),
                         "the prefix `%.*s:` is not declared",
                         (int)(prefix.n < 60U ? prefix.n : 60U),
                         prefix.s);
  }
  ln_text_reset(&p->scratch);
  LN_TRY(ln_text_add(&p->scratch, begin));
  LN_TRY(ln_text_add(&p->scratch, ln_view_from(p->word.text, p->word.colon + 1U)));
  *iri = ln_text_view(&p->scratch);
  return LN_OK;
}

ln_status
ln_parse_iri(ln_parser* const p, ln_view* const iri)
{
  const char* problem = NULL;
  if (p->word.kind == LN_WORD_PNAME) {
    LN_TRY(expand(p, iri));
    return ln_parse_next(p);
  }
  if (p->word.kind != LN_WORD_IRI) {
    return ln_parse_expected(p, "an IRI");
  }
  ln_text_reset(&p->scratch);
  LN_TRY(p->base.n > 0U ? ln_iri_resolve(p->base, p->word.text, &p->scratch)
                        : ln_text_add(&p->scratch, p->word.text));
  *iri = ln_text_view(&p->scratch);
  if (!ln_iri_valid(*iri, &problem)) {
    return ln_parse_fail(p,
                         LN_L1000,
                         p->word.at,
                         LN_V("write it whole, or give what it is relative to: BASE <https://…>"),
                         "`<%.*s>` is no absolute IRI: %s",
                         (int)(iri->n < 80U ? iri->n : 80U),
                         iri->s ? iri->s : "",
                         problem);
  }
  return ln_parse_next(p);
}

ln_status
ln_parse_known(ln_parser* const p, const ln_view iri, uint32_t* const term)
{
  const ln_read_term read = {.kind = LN_IRI, .text = iri};
  return ln_pool_add(p->q->pool, &read, term);
}

ln_status
ln_parse_iri_term(ln_parser* const p, uint32_t* const term)
{
  ln_view iri = {NULL, 0U};
  LN_TRY(ln_parse_iri(p, &iri));
  return ln_parse_known(p, iri, term);
}

#define XSD "http://www.w3.org/2001/XMLSchema#"

static bool
is_number(const ln_word* const word)
{
  return word->kind == LN_WORD_INTEGER || word->kind == LN_WORD_DECIMAL ||
         word->kind == LN_WORD_DOUBLE;
}

bool
ln_parse_is_literal(const ln_parser* const p)
{
  return p->word.kind == LN_WORD_STRING || is_number(&p->word) ||
         ln_word_says(&p->word, LN_V("TRUE")) || ln_word_says(&p->word, LN_V("FALSE")) ||
         ln_word_is(&p->word, LN_V("+")) || ln_word_is(&p->word, LN_V("-"));
}

static ln_status
read_string(ln_parser* const p, uint32_t* const term)
{
  ln_view      iri  = {NULL, 0U};
  ln_read_term read = {.kind = LN_LITERAL, .text = ln_arena_copy(&p->q->arena, p->word.text)};
  if (!read.text.s) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_parse_next(p));
  if (p->word.kind == LN_WORD_LANG) {
    read.lang = p->word.text;
    if (!ln_lang_valid(read.lang)) {
      return ln_parse_expected(p, "a language tag");
    }
    LN_TRY(ln_pool_add(p->q->pool, &read, term));
    return ln_parse_next(p);
  }
  if (ln_word_is(&p->word, LN_V("^^"))) {
    LN_TRY(ln_parse_next(p));
    LN_TRY(ln_parse_iri(p, &iri));
    read.datatype = iri;
  }
  return ln_pool_add(p->q->pool, &read, term);
}

/* The datatype of a number without quotes (SPARQL 1.1, section 4.1.2). */
static ln_view
number_type(const ln_parser* const p)
{
  if (p->word.kind == LN_WORD_INTEGER) {
    return LN_V(XSD "integer");
  }
  return p->word.kind == LN_WORD_DECIMAL ? LN_V(XSD "decimal") : LN_V(XSD "double");
}

static ln_status
read_number(ln_parser* const p, const char sign, uint32_t* const term)
{
  ln_read_term read = {.kind = LN_LITERAL, .datatype = number_type(p)};
  ln_text_reset(&p->scratch);
  LN_TRY(sign != '\0' ? ln_text_add_byte(&p->scratch, sign) : LN_OK);
  LN_TRY(ln_text_add(&p->scratch, p->word.text));
  read.text = ln_text_view(&p->scratch);
  LN_TRY(ln_pool_add(p->q->pool, &read, term));
  return ln_parse_next(p);
}

ln_status
ln_parse_literal(ln_parser* const p, uint32_t* const term)
{
  char sign = '\0';
  if (p->word.kind == LN_WORD_STRING) {
    return read_string(p, term);
  }
  if (p->word.kind == LN_WORD_NAME) {
    const ln_read_term read = {.kind     = LN_LITERAL,
                               .text     = ln_word_says(&p->word, LN_V("TRUE")) ? LN_V("true")
                                                                                : LN_V("false"),
                               .datatype = LN_V(XSD "boolean")};
    LN_TRY(ln_pool_add(p->q->pool, &read, term));
    return ln_parse_next(p);
  }
  if (p->word.kind == LN_WORD_SIGN) {
    sign = p->word.text.s[0];
    LN_TRY(ln_parse_next(p));
  }
  return is_number(&p->word) ? read_number(p, sign, term) : ln_parse_expected(p, "a number");
}
