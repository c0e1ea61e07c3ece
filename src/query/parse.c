/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A query from its text (section 19.8, rules 1 to 16): declarations, then one of four forms. The
   reader is a loop that takes the topmost thing that is to be read from a stack; whoever reads
   something puts what comes behind it there first. */

#include "base/memory.h"
#include "base/utf8.h"
#include "query/parser.h"
#include "rdf/iri.h"

/* ---- declarations ---- */

static ln_status
declare(ln_parser* const p, const ln_view name, const ln_view iri)
{
  if (p->n_prefixes == p->cap_prefixes) {
    const size_t       cap = p->cap_prefixes > 0U ? 2U * p->cap_prefixes : 8U;
    ln_declared* const v   = (ln_declared*)ln_realloc(p->prefixes, cap, sizeof(ln_declared));
    if (!v) {
      return LN_NO_MEM;
    }
    p->prefixes     = v;
    p->cap_prefixes = cap;
  }
  p->prefixes[p->n_prefixes++] = (ln_declared){name, iri};
  return LN_OK;
}

static ln_status
read_declared_iri(ln_parser* const p, ln_view* const kept)
{
  ln_view iri = {NULL, 0U};
  if (p->word.kind != LN_WORD_IRI) {
    return ln_parse_expected(p, "an IRI in < and >");
  }
  LN_TRY(ln_parse_iri(p, &iri));
  *kept = ln_arena_copy(&p->q->arena, iri);
  return kept->s ? LN_OK : LN_NO_MEM;
}

static ln_status
read_prefix(ln_parser* const p)
{
  ln_view iri = {NULL, 0U};
  if (p->word.kind != LN_WORD_PNAME || p->word.colon + 1U != p->word.text.n) {
    return ln_parse_expected(p, "a prefix such as `schema:`");
  }
  const ln_view name = ln_arena_copy(&p->q->arena, ln_view_first(p->word.text, p->word.colon));
  if (!name.s) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_parse_next(p));
  LN_TRY(read_declared_iri(p, &iri));
  return declare(p, name, iri);
}

static ln_status
read_declarations(ln_parser* const p)
{
  for (;;) {
    bool prefix = false;
    bool base   = false;
    LN_TRY(ln_parse_maybe(p, LN_V("PREFIX"), &prefix));
    LN_TRY(prefix ? read_prefix(p) : ln_parse_maybe(p, LN_V("BASE"), &base));
    LN_TRY(base ? read_declared_iri(p, &p->base) : LN_OK);
    if (!prefix && !base) {
      return LN_OK;
    }
  }
}

/* ---- forms ---- */

static ln_status
step_finish(ln_parser* const p, const uint32_t arg)
{
  ln_query* const q = p->q;
  (void)arg;
  if (p->word.kind != LN_WORD_END) {
    return ln_parse_expected(p, "the end of the query");
  }
  LN_TRY(ln_plan_select(p, p->select));
  q->ops   = p->select->where->ops;
  q->base  = p->base;
  size_t n = 0U;
  for (const ln_column* c = p->select->columns; c; c = c->next) {
    ++n;
  }
  ln_variable* const columns = (ln_variable*)ln_arena_zero(&q->arena, n + 1U, sizeof(ln_variable));
  if (!columns) {
    return LN_NO_MEM;
  }
  q->columns = columns;
  for (const ln_column* c = p->select->columns; c; c = c->next) {
    if (p->describe_all) {
      p->described[q->n_described++] = (ln_point){LN_AT_VARIABLE, c->variable};
    }
    columns[q->n_columns++] = c->variable;
  }
  return LN_OK;
}

/* All forms but SELECT need all variables of the pattern. */
static ln_status
read_where(ln_parser* const p)
{
  bool where      = false;
  p->select->star = true;
  LN_TRY(ln_parse_modifiers(p));
  if (ln_word_says(&p->word, LN_V("FROM"))) {
    return ln_parse_fail(
      p,
      LN_L1001,
      p->word.at,
      LN_V("name what is to be asked on the command line; GRAPH <…> { … } asks one "
           "graph of it"),
      "FROM chooses other data, which is not done here");
  }
  LN_TRY(ln_parse_maybe(p, LN_V("WHERE"), &where));
  return ln_parse_group(p, LN_PART_WHERE);
}

/* A template: triples until the bracket closes; `arg`: a point is missing in front. */
static ln_status
step_template(ln_parser* const p, const uint32_t arg)
{
  bool end   = false;
  bool point = false;
  LN_TRY(ln_parse_maybe(p, LN_V("."), &point));
  LN_TRY(ln_parse_maybe(p, LN_V("}"), &end));
  if (end) {
    p->templating = false;
    return read_where(p);
  }
  if (!ln_parse_is_node(p) || (arg != 0U && !point)) {
    return ln_parse_expected(p, arg != 0U && !point ? "a point or `}`" : "a triple or `}`");
  }
  LN_TRY(ln_parse_push(p, step_template, 1U));
  return ln_parse_triples(p);
}

/* CONSTRUCT WHERE { … }: the pattern is the template, too, which only triples can be. */
ln_status
ln_parse_template_of(ln_parser* const p, const ln_group* const where)
{
  const ln_part* const part  = where->parts;
  bool                 plain = !part || (part->kind == LN_PART_TRIPLES && !part->next);
  for (const ln_pattern3* t = part ? part->patterns : NULL; plain && t; t = t->next) {
    plain = !t->forward && !t->except;
  }
  if (!plain || where->filters) {
    return ln_parse_fail(p,
                         LN_L1000,
                         p->select->at,
                         LN_V("write CONSTRUCT { … } WHERE { … }"),
                         "CONSTRUCT WHERE takes triples alone");
  }
  for (const ln_pattern3* t = part ? part->patterns : NULL; t; t = t->next) {
    ln_pattern3* const copy = (ln_pattern3*)ln_parse_new(p, sizeof(ln_pattern3));
    if (!copy) {
      return LN_NO_MEM;
    }
    *copy      = *t;
    copy->next = NULL;
    if (p->last_pattern) {
      p->last_pattern->next = copy;
    } else {
      p->q->pattern = copy;
    }
    p->last_pattern = copy;
  }
  return LN_OK;
}

static ln_status
read_construct(ln_parser* const p)
{
  p->q->form = LN_QUERY_CONSTRUCT;
  if (ln_word_is(&p->word, LN_V("{"))) {
    p->templating = true;
    LN_TRY(ln_parse_next(p));
    return step_template(p, 0U);
  }
  p->short_form = true;
  return read_where(p);
}

static ln_status
read_described(ln_parser* const p)
{
  ln_point* const points = (ln_point*)ln_arena_zero(&p->q->arena, LN_VARIABLES, sizeof(ln_point));
  bool            all    = false;
  if (!points) {
    return LN_NO_MEM;
  }
  p->q->form      = LN_QUERY_DESCRIBE;
  p->q->described = points;
  p->described    = points;
  LN_TRY(ln_parse_maybe(p, LN_V("*"), &all));
  p->describe_all = all;
  while (!all && p->q->n_described < (size_t)LN_VARIABLES &&
         (p->word.kind == LN_WORD_VAR || ln_parse_is_iri(p))) {
    ln_point* const point = &points[p->q->n_described++];
    point->kind           = p->word.kind == LN_WORD_VAR ? LN_AT_VARIABLE : LN_AT_TERM;
    LN_TRY(point->kind == LN_AT_VARIABLE ? ln_parse_variable(p, &point->n)
                                         : ln_parse_iri_term(p, &point->n));
  }
  if (!all && p->q->n_described == 0U) {
    return ln_parse_expected(p, "what to describe");
  }
  if (ln_word_is(&p->word, LN_V("{")) || ln_word_says(&p->word, LN_V("WHERE")) ||
      ln_word_says(&p->word, LN_V("FROM"))) {
    return read_where(p);
  }
  // Without a pattern there is one solution, which has no values.
  LN_TRY(ln_parse_modifiers(p));
  p->select->star = true;
  LN_TRY(ln_parse_open(p, LN_PART_WHERE));
  return ln_parse_close(p);
}

static ln_status
read_form(ln_parser* const p)
{
  static const char* const FORMS[] = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"};
  int                      form    = 0;
  while (form < 4 && !ln_word_says(&p->word, ln_view_of(FORMS[form]))) {
    ++form;
  }
  if (form == 4) {
    return ln_word_says(&p->word, LN_V("INSERT")) || ln_word_says(&p->word, LN_V("DELETE"))
             ? ln_parse_fail(p,
                             LN_L1001,
                             p->word.at,
                             LN_V("liner load and liner patch change stores"),
                             "a query changes nothing")
             : ln_parse_expected(p, "SELECT, ASK, CONSTRUCT or DESCRIBE");
  }
  LN_TRY(ln_parse_open_select(p));
  LN_TRY(ln_parse_push(p, step_finish, 0U));
  LN_TRY(ln_parse_next(p));
  p->q->form = (ln_query_form)form;
  switch (p->q->form) {
  case LN_QUERY_SELECT:
    return ln_parse_select(p);
  case LN_QUERY_CONSTRUCT:
    return read_construct(p);
  case LN_QUERY_DESCRIBE:
    return read_described(p);
  case LN_QUERY_ASK:
    break;
  }
  return read_where(p);
}

/* ---- the loop ---- */

static ln_status
read_all(ln_parser* const p)
{
  LN_TRY(ln_parse_next(p));
  LN_TRY(read_declarations(p));
  LN_TRY(read_form(p));
  while (p->n_steps > 0U) {
    --p->n_steps;
    LN_TRY(p->steps[p->n_steps].run(p, p->steps[p->n_steps].arg));
  }
  return LN_OK;
}

static ln_status
check_text(ln_parser* const p)
{
  const ln_view none  = {NULL, 0U};
  const size_t  valid = ln_utf8_valid(p->lexer.query);
  if (valid < p->lexer.query.n) {
    return ln_parse_fail(p, LN_L1000, valid, LN_V("save it as UTF-8"), "the query is not UTF-8");
  }
  const size_t nul = ln_view_find(p->lexer.query, '\0');
  return nul < p->lexer.query.n ? ln_parse_fail(p, LN_L1000, nul, none, "the query holds U+0000")
                                : LN_OK;
}

static ln_status
name_given(ln_parser* const p)
{
  ln_query* const q = p->q;
  for (size_t i = 0U; i < p->settings->n_variables && i < (size_t)LN_VARIABLES; ++i) {
    q->names[i] = ln_arena_copy(&q->arena, p->settings->variables[i]);
    q->given[i] = LN_ABSENT;
    if (!q->names[i].s) {
      return LN_NO_MEM;
    }
    ++q->n_variables;
  }
  q->n_given = q->n_variables;
  return LN_OK;
}

static void
clear(ln_parser* const p)
{
  ln_lexer_clear(&p->lexer);
  ln_text_clear(&p->scratch);
  ln_free(p->steps);
  ln_free(p->prefixes);
  ln_free(p->points);
  ln_free(p->verbs);
  ln_free((void*)p->paths);
}

ln_status
ln_parse_query(ln_query* const                q,
               const ln_view                  text,
               const ln_query_settings* const settings,
               ln_query_problem* const        problem)
{
  const ln_query_settings none = {0};
  ln_parser               p    = {
                     .q = q, .settings = settings ? settings : &none, .problem = problem, .lexer = {.query = text}};
  p.base       = p.settings->base;
  ln_status st = check_text(&p);
  st           = st == LN_OK ? name_given(&p) : st;
  st           = st == LN_OK ? read_all(&p) : st;
  clear(&p);
  return st;
}
