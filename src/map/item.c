/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One value of a cell: is it null or a placeholder, has it the form that its column demands, what
   is its text in RDF, what does it refer to ("Model for Tabular Data", section 6.4, steps 5 to 9;
   docs/mapping.md). A value that fails is reported here, once; whoever needs it later finds it bad.
   The usual value, a text without a datatype, is lent from the cell as it is. */

#include "map/maker.h"

#include "base/fold.h"
#include "rdf/iri.h"

bool
ln_maker_is_null(const ln_column* const column, const ln_view text)
{
  for (size_t i = 0U; i < column->nulls.n; ++i) {
    if (ln_view_equals(text, column->nulls.v[i])) {
      return true;
    }
  }
  return false;
}

/* What the column expects, in words: of several datatypes each. */
static ln_status
expected_text(const ln_variable* const v, const ln_item* const item, ln_text* const out)
{
  if (v->column->n_datatypes == 0U) {
    return ln_datatype_expected(v->n_types > 0U ? v->types[item->type].datatype : v->datatype, out);
  }
  LN_TRY(ln_text_add(out, LN_V("any of: ")));
  for (size_t i = 0U; i < v->n_types; ++i) {
    LN_TRY(ln_text_add(out, i > 0U ? LN_V(", ") : LN_V("")));
    LN_TRY(ln_datatype_expected(v->types[i].datatype, out));
  }
  return LN_OK;
}

static ln_status
report_bad_value(ln_maker* const          maker,
                 const ln_variable* const v,
                 const ln_item* const     item,
                 const ln_view            problem)
{
  ln_text expected = {0};
  maker->doubtful  = maker->doubtful || item->state == LN_ITEM_GOOD;
  ln_status st     = ln_maker_silent(maker) ? LN_OK : expected_text(v, item, &expected);
  if (st == LN_OK && !ln_maker_silent(maker)) {
    const bool kept = item->state == LN_ITEM_GOOD;
    const bool one  = v->column->n_datatypes == 0U; /* of several each has its own problem */
    st              = ln_report(maker->log,
                   kept && !maker->plan->validating ? LN_L0209 : LN_L0201,
                   kept ? LN_KEPT : ln_maker_effect(maker, v),
                   ln_maker_where(maker, v),
                   LN_V(""),
                   "%s is not %.*s%s%.*s",
                   ln_shown(maker->log, item->raw),
                   (int)expected.n,
                   expected.s ? expected.s : "",
                   one ? ": " : "",
                   one ? (int)problem.n : 0,
                   problem.s);
  }
  ln_text_clear(&expected);
  return st;
}

static ln_status
report_mended(ln_maker* const maker, const ln_variable* const v, const ln_item* const item)
{
  ln_text   hint = {0};
  ln_status st   = ln_maker_silent(maker)
                     ? LN_OK
                     : ln_text_format(&hint, "write %.*s", (int)item->lexical.n, item->lexical.s);
  if (st == LN_OK && !ln_maker_silent(maker)) {
    st = ln_report(maker->log,
                   LN_L0202,
                   LN_KEPT,
                   ln_maker_where(maker, v),
                   ln_text_view(&hint),
                   "%s was read as %.*s",
                   ln_shown(maker->log, item->raw),
                   (int)item->lexical.n,
                   item->lexical.s);
  }
  ln_text_clear(&hint);
  return st;
}

/* What came of one datatype. */
typedef struct {
  ln_value_result result;
  ln_view         lexical;
  ln_view         problem;
} parsed;

static ln_status
try_type(ln_maker* const          maker,
         const ln_datatype* const datatype,
         const ln_view            raw,
         parsed* const            out)
{
  ln_text_reset(&maker->scratch);
  out->result = ln_datatype_parse(datatype, raw, &maker->scratch, &out->lexical, &out->problem);
  return out->result == LN_VALUE_NO_MEM ? LN_NO_MEM : LN_OK;
}

/* Of several datatypes the first that takes the value. */
static ln_status
try_types(ln_maker* const maker, const ln_variable* const v, ln_item* const item, parsed* const out)
{
  if (v->column->n_datatypes == 0U) {
    return try_type(
      maker, v->n_types > 0U ? v->types[item->type].datatype : v->datatype, item->raw, out);
  }
  for (size_t i = 0U; i < v->n_types; ++i) {
    item->type = (uint8_t)i;
    LN_TRY(try_type(maker, v->types[i].datatype, item->raw, out));
    if (out->result != LN_VALUE_BAD) {
      return LN_OK;
    }
  }
  return LN_OK;
}

static ln_status
parse_value(ln_maker* const maker, const ln_variable* const v, ln_item* const item)
{
  parsed p = {0};
  LN_TRY(try_types(maker, v, item, &p));
  if (p.result == LN_VALUE_BAD) {
    item->state   = maker->plan->plain ? LN_ITEM_GOOD : LN_ITEM_BAD;
    item->as_text = maker->plan->plain;
    return report_bad_value(maker, v, item, p.problem);
  }
  if (p.lexical.s != item->raw.s) {
    item->clean = false;
    LN_TRY(ln_maker_keep(maker, p.lexical, &p.lexical));
  }
  item->lexical = p.lexical;
  item->text    = p.lexical;
  return p.result == LN_VALUE_MENDED ? report_mended(maker, v, item) : LN_OK;
}

/* `datatypeColumn`: the datatype that a word means, as a name, behind `xsd:`, or as an IRI. */
static const ln_builtin*
find_builtin(const ln_view word)
{
  const ln_view     prefix  = LN_V("xsd:");
  const ln_view     name    = ln_view_starts(word, prefix) ? ln_view_from(word, prefix.n) : word;
  const ln_builtin* builtin = ln_builtin_find(name);
  return builtin ? builtin : ln_builtin_of(word);
}

/* What the other column says is the datatype now; nothing: the column's own, which is the first. */
static ln_status
choose_type(ln_maker* const maker, const ln_variable* const v, ln_item* const item)
{
  size_t                   n     = 0U;
  const ln_variable* const other = &maker->plan->variables[v->type_column];
  const ln_item* const     word  = ln_maker_items(maker, v->type_column, &n);
  if (n == 0U || word->state == LN_ITEM_NULL) {
    return LN_OK;
  }
  const ln_builtin* const builtin =
    word->state == LN_ITEM_GOOD ? find_builtin(ln_view_trim(word->text)) : NULL;
  for (size_t i = 1U; builtin && i < v->n_types; ++i) {
    if (v->types[i].builtin == builtin) {
      item->type = (uint8_t)i;
      item->raw =
        ln_datatype_keeps_space(v->types[i].datatype) ? item->raw : ln_view_trim(item->raw);
      item->lexical = item->raw;
      item->text    = item->raw;
      return LN_OK;
    }
  }
  item->state = LN_ITEM_BAD;
  return ln_maker_silent(maker) || word->state == LN_ITEM_BAD
           ? LN_OK
           : ln_report(maker->log,
                       LN_L0213,
                       ln_maker_effect(maker, v),
                       ln_maker_where(maker, other),
                       LN_V(""),
                       "%s is not the name of a datatype, so the value %s cannot be read",
                       ln_shown(maker->log, word->raw),
                       ln_shown(maker->log, item->raw));
}

/* Why a text has not the form of an id; NULL if it has. */
static const char*
id_problem(const ln_view text)
{
  if (ln_is_id(text)) {
    return NULL;
  }
  const int first = text.n > 0U ? text.s[0] : ' ';
  if (!((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))) {
    return "it must begin with a letter";
  }
  for (size_t i = 0U; i + 1U < text.n; ++i) {
    if (text.s[i] == '-' && text.s[i + 1U] == '-') {
      return "it must not contain --";
    }
  }
  return "only letters, digits, - and _ can stand in it";
}

/* What a column promises beyond its datatype: an absolute IRI, an id. */
static ln_status
check_form(ln_maker* const maker, const ln_variable* const v, ln_item* const item)
{
  const char*   problem = NULL;
  const bool    iri     = v->column->is_iri && !ln_iri_valid(item->lexical, &problem);
  const ln_code code    = iri ? LN_L0204 : LN_L0305;
  if (!iri) {
    problem = v->column->is_id ? id_problem(item->lexical) : NULL;
  }
  if (!problem) {
    return LN_OK;
  }
  item->state = LN_ITEM_BAD;
  return ln_maker_silent(maker) ? LN_OK
                                : ln_report(maker->log,
                                            code,
                                            ln_maker_effect(maker, v),
                                            ln_maker_where(maker, v),
                                            LN_V(""),
                                            "%s %s: %s",
                                            ln_shown(maker->log, item->raw),
                                            iri ? "cannot be used as an IRI" : "is not an id",
                                            problem);
}

/* A text that names nobody stands for none, or for what the mapping gives. */
static ln_status
replace_placeholder(ln_maker* const maker, const ln_variable* const v, ln_item* const item)
{
  bool yes = false;
  LN_TRY(ln_maker_is_word(maker, v->placeholders, item->raw, &yes));
  if (!yes) {
    return LN_OK;
  }
  LN_TRY(ln_maker_note_placeholder(maker, v, item->raw));
  const ln_view instead = v->placeholders->instead;
  item->state           = instead.s ? LN_ITEM_GOOD : LN_ITEM_NULL;
  item->clean           = item->clean && !instead.s;
  item->raw             = instead.s ? instead : item->raw;
  item->lexical         = item->raw;
  item->text            = item->raw;
  return LN_OK;
}

static ln_status
report_extract(ln_maker* const          maker,
               const ln_variable* const v,
               const ln_item* const     item,
               bool                     hard)
{
  return ln_maker_silent(maker)
           ? LN_OK
           : ln_report(maker->log,
                       LN_L0214,
                       ln_maker_effect(maker, v),
                       ln_maker_where(maker, v),
                       LN_V(""),
                       hard ? "%s takes too long to be matched with %s" : "%s does not match %s",
                       ln_shown(maker->log, item->raw),
                       ln_shown(maker->log, v->column->extract->pattern));
}

/* `extract`: the groups become what `{column.group}` means. */
static ln_status
extract_groups(ln_maker* const maker, const ln_variable* const v, ln_item* const item)
{
  ln_view* const groups =
    ln_arena_zero(&maker->arena, ln_regex_groups(v->extract), sizeof(ln_view));
  if (!groups) {
    return LN_NO_MEM;
  }
  const ln_status st = ln_regex_extract(v->extract, item->raw, groups);
  if (st == LN_OK) {
    item->groups = groups;
    return LN_OK;
  }
  if (st == LN_END && v->column->extract->or_null) {
    item->state = LN_ITEM_NULL;
    return LN_OK;
  }
  if (st != LN_END && st != LN_STOP) {
    return st;
  }
  item->state = LN_ITEM_BAD;
  return report_extract(maker, v, item, st == LN_STOP);
}

/* Digits that a program has dropped at the front, behind a sign: `7` as `007`. */
static ln_status
pad_item(ln_maker* const maker, const ln_variable* const v, ln_item* const item)
{
  static const char zeros[] = "0000000000000000000000000000000000000000000000000000000000000000";
  const size_t      sign    = item->raw.n > 0U && item->raw.s[0] == '-' ? 1U : 0U;
  const size_t      digits  = item->raw.n - sign;
  if (digits == 0U || digits >= v->column->pad) {
    return LN_OK;
  }
  ln_text_reset(&maker->scratch);
  LN_TRY(ln_text_add(&maker->scratch, ln_view_first(item->raw, sign)));
  LN_TRY(ln_text_add(&maker->scratch, (ln_view){zeros, v->column->pad - digits}));
  LN_TRY(ln_text_add(&maker->scratch, ln_view_from(item->raw, sign)));
  LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->scratch), &item->raw));
  item->lexical = item->raw;
  item->text    = item->raw;
  return LN_OK;
}

/* A number whose last character does not fit the others is kept, for nobody knows what is meant. */
static ln_status
check_digit(ln_maker* const maker, const ln_variable* const v, const ln_item* const item)
{
  static const char* const names[] = {"", "EAN", "ISBN", "ISNI", "ISSN"};
  if (ln_maker_silent(maker) || ln_check_digit_right(v->column->check_digit, item->raw)) {
    return LN_OK;
  }
  return ln_report(maker->log,
                   LN_L0531,
                   LN_KEPT,
                   ln_maker_where(maker, v),
                   LN_V(""),
                   "%s is no %s: its check digit is wrong, or it is too long or too short",
                   ln_shown(maker->log, item->raw),
                   names[v->column->check_digit]);
}

/* `warn`: where there is a value, something is wrong with the row. */
static ln_status
report_warned(ln_maker* const maker, const ln_variable* const v, const ln_item* const item)
{
  return ln_maker_silent(maker) ? LN_OK
                                : ln_report(maker->log,
                                            LN_L0530,
                                            LN_KEPT,
                                            ln_maker_where(maker, v),
                                            LN_V(""),
                                            "%s: %.*s",
                                            ln_shown(maker->log, item->raw),
                                            (int)v->column->warning.n,
                                            v->column->warning.s);
}

/* What only some columns ask for, before the datatype is looked at. */
static ln_status
prepare_item(ln_maker* const maker, const ln_variable* const v, ln_item* const item)
{
  if (v->placeholders) {
    LN_TRY(replace_placeholder(maker, v, item));
  }
  if (v->extract && item->state == LN_ITEM_GOOD) {
    LN_TRY(extract_groups(maker, v, item));
  }
  if (v->column->n_members > 0U && item->state == LN_ITEM_GOOD) {
    LN_TRY(ln_maker_members(maker, v, item));
  }
  if (v->column->pad > 0U && item->state == LN_ITEM_GOOD) {
    LN_TRY(pad_item(maker, v, item));
  }
  if (v->column->check_digit != LN_CHECK_NONE && item->state == LN_ITEM_GOOD) {
    LN_TRY(check_digit(maker, v, item));
  }
  if (v->column->warning.s && item->state == LN_ITEM_GOOD) {
    LN_TRY(report_warned(maker, v, item));
  }
  return v->type_column != SIZE_MAX && item->state == LN_ITEM_GOOD ? choose_type(maker, v, item)
                                                                   : LN_OK;
}

ln_status
ln_maker_item(ln_maker* const          maker,
              const ln_variable* const v,
              const ln_view            raw,
              const bool               clean,
              ln_item* const           item)
{
  *item = (ln_item){.state = LN_ITEM_GOOD, .clean = clean, .raw = raw, .lexical = raw, .text = raw};
  if (ln_maker_is_null(v->column, raw)) {
    item->state = LN_ITEM_NULL;
    return LN_OK;
  }
  if (v->prepared) {
    LN_TRY(prepare_item(maker, v, item));
  }
  if (item->state == LN_ITEM_GOOD && (v->n_types > 0U || !ln_datatype_trivial(v->datatype))) {
    LN_TRY(parse_value(maker, v, item));
  }
  if (item->state == LN_ITEM_GOOD && (v->column->is_iri || v->column->is_id)) {
    LN_TRY(check_form(maker, v, item));
  }
  return item->state == LN_ITEM_GOOD && v->reference ? ln_maker_resolve(maker, v, item) : LN_OK;
}
