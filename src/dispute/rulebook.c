/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Rules files are tables: name, kind, severity, parameters, sentence. What a parameter names with a
   prefix is a term, or a way of terms with slashes between (`ln:edition/ln:year`, `^` goes back);
   everything else is a word. All terms are asked of the store of facts before the first fact comes,
   so that it knows what to keep. Cost: nothing beside the reading of a short table. */

#include "dispute/rulebook.h"

#include "base/memory.h"
#include "base/text.h"
#include "table/table.h"

#include <string.h>

static const struct {
  const char* word;
  const char* parameters;
} kinds[] = {
#define LN_RULE_KIND(name, word, parameters) {word, parameters},
#include "dispute/rule_kinds.def"
// those of liner compare come behind them
#include "dispute/compare_kinds.def"
#undef LN_RULE_KIND
};

static const char* const gravities[] = {
  "contradiction", "implausible", "tension", "variance", "incomplete", "information"};

static const char* const columns[] = {"rule", "kind", "severity", "parameters", "says"};

enum { NAME, KIND, SEVERITY, PARAMETERS, SAYS, COLUMNS };

typedef struct {
  ln_rulebook*  book;
  ln_facts*     facts;
  ln_log*       log;
  ln_table*     table;
  const ln_row* row;
  uint32_t      source;
  size_t        fields[COLUMNS];
} reading;

const char*
ln_gravity_name(const ln_gravity gravity)
{
  return gravities[gravity];
}

void
ln_rulebook_clear(ln_rulebook* const book)
{
  ln_free(book->v);
  ln_arena_clear(&book->arena);
  *book = (ln_rulebook){0};
}

static ln_view
cell_of(const reading* const r, const size_t column)
{
  const size_t at = r->fields[column];
  return at < r->row->n ? ln_view_trim((ln_view){r->row->cells[at].s, r->row->cells[at].n})
                        : LN_V("");
}

static ln_where
place_of(const reading* const r, const size_t column)
{
  return (ln_where){r->source, (uint32_t)r->fields[column] + 1U, r->row->number};
}

/* Report what is wrong with the rule at hand; LN_END: leave it out. */
static ln_status
fault(const reading* const r, const size_t column, const char* const what, const ln_view value)
{
  const ln_status st = ln_report(r->log,
                                 LN_L0910,
                                 LN_NO_ROW,
                                 place_of(r, column),
                                 LN_V(""),
                                 "%s: %s",
                                 ln_shown(r->log, value),
                                 what);
  return st == LN_OK ? LN_END : st;
}

/* Whether a word stands in a list between blanks; one that is marked there has `!` behind it. */
static bool
is_listed(const char* const list, const ln_view word, const bool marked)
{
  for (ln_view rest = ln_view_of(list); rest.n > 0U;) {
    const size_t blank = ln_view_find(rest, ' ');
    ln_view      item  = ln_view_first(rest, blank);
    const bool   mark  = ln_view_ends(item, LN_V("!"));
    item               = ln_view_first(item, item.n - (mark ? 1U : 0U));
    if (ln_view_equals(item, word) && (mark || !marked)) {
      return true;
    }
    rest = ln_view_from(rest, blank + 1U);
  }
  return false;
}

/* A name with a prefix, or an IRI in angle brackets, as a term. */
static ln_status
read_term(reading* const r, const ln_view name, uint32_t* const term)
{
  const size_t colon = ln_view_find(name, ':');
  ln_text      iri   = {0};
  ln_status    st    = LN_OK;
  if (name.n > 2U && name.s[0] == '<' && name.s[name.n - 1U] == '>') {
    return ln_facts_iri(r->facts, ln_view_first(ln_view_from(name, 1U), name.n - 2U), term);
  }
  for (size_t i = 0U; i < r->book->n_prefixes; ++i) {
    if (ln_view_equals(r->book->prefixes[i].name, ln_view_first(name, colon))) {
      st = ln_text_add(&iri, r->book->prefixes[i].iri);
      st = st == LN_OK ? ln_text_add(&iri, ln_view_from(name, colon + 1U)) : st;
      st = st == LN_OK ? ln_facts_iri(r->facts, ln_text_view(&iri), term) : st;
      ln_text_clear(&iri);
      return st;
    }
  }
  return fault(r, PARAMETERS, "the prefix is not known", name);
}

/* The end of the step that begins the way: a slash outside of angle brackets. */
static size_t
step_length(const ln_view way)
{
  const size_t open = way.n > 0U && way.s[0] == '<' ? ln_view_find(way, '>') : 0U;
  return open + ln_view_find(ln_view_from(way, open), '/');
}

static ln_status
read_way(reading* const r, const ln_view word, ln_way* const way)
{
  enum { STEPS_MOST = 8 };
  ln_view rest = word;
  way->text    = ln_arena_copy(&r->book->arena, word);
  way->steps   = ln_arena_zero(&r->book->arena, STEPS_MOST, sizeof(ln_step));
  if (!way->text.s || !way->steps) {
    return LN_NO_MEM;
  }
  if (ln_view_find(word, ':') == word.n) {
    return LN_OK;
  }
  while (rest.n > 0U) {
    if (way->n == STEPS_MOST) {
      return fault(r, PARAMETERS, "a way has 8 steps at most", word);
    }
    const bool   back   = rest.s[0] == '^';
    const size_t begins = back ? 1U : 0U;
    const size_t length = step_length(ln_view_from(rest, begins));
    ln_step*     step   = &way->steps[way->n++];
    step->back          = back;
    LN_TRY(read_term(r, ln_view_first(ln_view_from(rest, begins), length), &step->predicate));
    rest = ln_view_from(rest, begins + length + 1U);
  }
  return LN_OK;
}

static size_t
count_words(const ln_view text)
{
  size_t n = 0U;
  for (size_t i = 0U; i < text.n; ++i) {
    n += text.s[i] != ' ' && (i == 0U || text.s[i - 1U] == ' ') ? 1U : 0U;
  }
  return n;
}

/* One `name=words`. */
static ln_status
read_parameter(reading* const r, ln_rule* const rule, const ln_view text)
{
  const size_t        equals = ln_view_find(text, '=');
  const ln_view       name   = ln_view_trim(ln_view_first(text, equals));
  ln_view             rest   = ln_view_trim(ln_view_from(text, equals + 1U));
  ln_parameter* const p      = &rule->parameters[rule->n];
  if (!is_listed(kinds[rule->kind].parameters, name, false)) {
    return fault(r, PARAMETERS, "the kind of rule has no such parameter", name);
  }
  p->name = ln_arena_copy(&r->book->arena, name);
  p->ways = ln_arena_zero(&r->book->arena, count_words(rest) + 1U, sizeof(ln_way));
  if (!p->name.s || !p->ways) {
    return LN_NO_MEM;
  }
  while (rest.n > 0U) {
    const size_t blank = ln_view_find(rest, ' ');
    LN_TRY(read_way(r, ln_view_first(rest, blank), &p->ways[p->n++]));
    rest = ln_view_trim(ln_view_from(rest, blank + 1U));
  }
  ++rule->n;
  return LN_OK;
}

static ln_status
read_parameters(reading* const r, ln_rule* const rule)
{
  const ln_view text = cell_of(r, PARAMETERS);
  size_t        most = 1U;
  for (size_t i = 0U; i < text.n; ++i) {
    most += text.s[i] == ';' ? 1U : 0U;
  }
  rule->parameters = ln_arena_zero(&r->book->arena, most, sizeof(ln_parameter));
  if (!rule->parameters) {
    return LN_NO_MEM;
  }
  for (ln_view rest = text; rest.n > 0U;) {
    const size_t  end  = ln_view_find(rest, ';');
    const ln_view part = ln_view_trim(ln_view_first(rest, end));
    LN_TRY(part.n > 0U ? read_parameter(r, rule, part) : LN_OK);
    rest = ln_view_from(rest, end + 1U);
  }
  return LN_OK;
}

static ln_status
check_parameters(const reading* const r, const ln_rule* const rule)
{
  for (ln_view rest = ln_view_of(kinds[rule->kind].parameters); rest.n > 0U;) {
    const size_t  blank = ln_view_find(rest, ' ');
    const ln_view item  = ln_view_first(rest, blank);
    bool          given = !ln_view_ends(item, LN_V("!"));
    for (size_t i = 0U; i < rule->n; ++i) {
      given = given || (rule->parameters[i].n > 0U &&
                        ln_view_equals(rule->parameters[i].name, ln_view_first(item, item.n - 1U)));
    }
    if (!given) {
      return fault(
        r, PARAMETERS, "the kind of rule needs this parameter", ln_view_first(item, item.n - 1U));
    }
    rest = ln_view_from(rest, blank + 1U);
  }
  return LN_OK;
}

static ln_status
read_prefix(reading* const r)
{
  ln_rulebook* const book = r->book;
  const size_t       most = sizeof(book->prefixes) / sizeof(book->prefixes[0]);
  if (book->n_prefixes == most) {
    return fault(r, NAME, "there are too many prefixes", cell_of(r, NAME));
  }
  const ln_view name = ln_arena_copy(&book->arena, cell_of(r, NAME));
  const ln_view iri  = ln_arena_copy(&book->arena, cell_of(r, PARAMETERS));
  if (!name.s || !iri.s) {
    return LN_NO_MEM;
  }
  book->prefixes[book->n_prefixes].name  = name;
  book->prefixes[book->n_prefixes++].iri = iri;
  return LN_OK;
}

static void
take_away(ln_rulebook* const book, const ln_view name)
{
  size_t kept = 0U;
  for (size_t i = 0U; i < book->n; ++i) {
    if (!ln_view_equals(book->v[i].name, name)) {
      book->v[kept++] = book->v[i];
    }
  }
  book->n = kept;
}

static ln_status
add_rule(ln_rulebook* const book, const ln_rule* const rule)
{
  for (size_t i = 0U; i < book->n; ++i) {
    if (ln_view_equals(book->v[i].name, rule->name)) {
      book->v[i] = *rule;
      return LN_OK;
    }
  }
  if (book->n == book->cap) {
    const size_t   cap = book->cap > 0U ? book->cap * 2U : 32U;
    ln_rule* const v   = ln_realloc(book->v, cap, sizeof(ln_rule));
    if (!v) {
      return LN_NO_MEM;
    }
    book->v   = v;
    book->cap = cap;
  }
  book->v[book->n++] = *rule;
  return LN_OK;
}

static ln_status
read_words(reading* const r, ln_rule* const rule)
{
  size_t kind    = 0U;
  size_t gravity = 0U;
  while (kind < LN_RULE_KINDS && !ln_view_equals(ln_view_of(kinds[kind].word), cell_of(r, KIND))) {
    ++kind;
  }
  while (gravity < LN_GRAVITIES &&
         !ln_view_equals(ln_view_of(gravities[gravity]), cell_of(r, SEVERITY))) {
    ++gravity;
  }
  if (kind == LN_RULE_KINDS) {
    return fault(r, KIND, "there is no such kind of rule", cell_of(r, KIND));
  }
  if (gravity == LN_GRAVITIES) {
    return fault(r, SEVERITY, "there is no such severity", cell_of(r, SEVERITY));
  }
  rule->kind    = (ln_rule_kind)kind;
  rule->gravity = (ln_gravity)gravity;
  rule->name    = ln_arena_copy(&r->book->arena, cell_of(r, NAME));
  rule->says    = ln_arena_copy(&r->book->arena, cell_of(r, SAYS));
  rule->where   = place_of(r, NAME);
  return rule->name.s && rule->says.s ? LN_OK : LN_NO_MEM;
}

static ln_status
read_rule(reading* const r)
{
  ln_rule rule = {0};
  if (cell_of(r, NAME).n == 0U) {
    return LN_OK;
  }
  if (ln_view_equals(cell_of(r, KIND), LN_V("prefix"))) {
    return read_prefix(r);
  }
  if (ln_view_equals(cell_of(r, KIND), LN_V("off"))) {
    take_away(r->book, cell_of(r, NAME));
    return LN_OK;
  }
  LN_TRY(read_words(r, &rule));
  LN_TRY(read_parameters(r, &rule));
  LN_TRY(check_parameters(r, &rule));
  return add_rule(r->book, &rule);
}

static ln_status
read_header(reading* const r)
{
  for (size_t c = 0U; c < COLUMNS; ++c) {
    r->fields[c] = SIZE_MAX;
    for (size_t i = 0U; i < r->row->n; ++i) {
      const ln_view title = ln_view_trim((ln_view){r->row->cells[i].s, r->row->cells[i].n});
      r->fields[c]        = ln_view_equals(title, ln_view_of(columns[c])) ? i : r->fields[c];
    }
    if (r->fields[c] == SIZE_MAX && c != SAYS) {
      return fault(r, 0U, "the rules file has no such column", ln_view_of(columns[c]));
    }
  }
  return LN_OK;
}

static ln_status
read_rows(reading* const r)
{
  ln_status st = ln_table_next(r->table, &r->row);
  LN_TRY(st == LN_OK ? read_header(r) : st);
  while (st == LN_OK) {
    st = ln_table_next(r->table, &r->row);
    if (st == LN_OK && !r->row->bad && !r->row->comment) {
      st = read_rule(r);
      st = st == LN_END ? LN_OK : st;
    }
  }
  return st;
}

static bool
locate(void* const self, const ln_where where, ln_place* const place)
{
  const ln_table* const table = self;
  if (ln_table_row_number(table) != where.row) {
    return false;
  }
  ln_table_place(table, where.field, place);
  return true;
}

ln_status
ln_rulebook_read(ln_rulebook* const book,
                 ln_in* const       in,
                 const ln_view      name,
                 ln_facts* const    facts,
                 ln_log* const      log)
{
  reading         r     = {.book = book, .facts = facts, .log = log};
  const ln_status named = ln_log_source(log, name, NULL, NULL, &r.source);
  ln_dialect      dialect;
  if (named != LN_OK) {
    const ln_status closed = ln_in_close(in);
    return closed == LN_NO_MEM ? closed : named;
  }
  ln_dialect_default(&dialect);
  LN_TRY(ln_table_open(in, &dialect, log, r.source, 0U, &r.table));
  ln_log_locator(log, r.source, locate, r.table);
  const ln_status st = read_rows(&r);
  ln_log_locator(log, r.source, NULL, NULL);
  const ln_status closed = ln_table_close(r.table);
  return st == LN_OK || st == LN_END ? closed : st;
}

const ln_parameter*
ln_rule_parameter(const ln_rule* const rule, const char* const name)
{
  for (size_t i = 0U; i < rule->n; ++i) {
    if (ln_view_equals(rule->parameters[i].name, ln_view_of(name))) {
      return &rule->parameters[i];
    }
  }
  return NULL;
}

uint32_t
ln_rule_term(const ln_rule* const rule, const char* const name)
{
  const ln_parameter* const p = ln_rule_parameter(rule, name);
  return p && p->n > 0U && p->ways[0].n > 0U ? p->ways[0].steps[0].predicate : LN_NO_FACT;
}

ln_view
ln_rule_word(const ln_rule* const rule, const char* const name)
{
  const ln_parameter* const p = ln_rule_parameter(rule, name);
  return p && p->n > 0U ? p->ways[0].text : LN_V("");
}

int64_t
ln_rule_number(const ln_rule* const rule, const char* const name, const int64_t otherwise)
{
  const ln_view word     = ln_rule_word(rule, name);
  const bool    negative = word.n > 0U && word.s[0] == '-';
  int64_t       number   = 0;
  for (size_t i = negative ? 1U : 0U; i < word.n && i < 8U; ++i) {
    if (word.s[i] < '0' || word.s[i] > '9') {
      return otherwise;
    }
    number = (number * 10) + (word.s[i] - '0');
  }
  const int64_t sign = negative ? -1 : 1;
  return word.n > 0U ? sign * number : otherwise;
}
