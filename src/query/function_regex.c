/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* REGEX and REPLACE (section 17.4.3.14 and 15). The pattern that was compiled last is kept, since
   as a rule it is the same for all rows. One that runs on too long ends the query: whether it would
   match is not known, and a row less would be a wrong answer. */

#include "query/value.h"

/* The pattern and its flags, compiled; `*wrong`: it is none. */
static ln_status
prepare(ln_evaluator* const e, const ln_view pattern, const ln_view flags, bool* const wrong)
{
  ln_text problem = {0};
  ln_text_reset(&e->text);
  LN_TRY(ln_text_add(&e->text, flags));
  LN_TRY(ln_text_add_byte(&e->text, '/'));
  LN_TRY(ln_text_add(&e->text, pattern));
  *wrong = false;
  if (e->pattern && ln_view_equals(ln_text_view(&e->text), ln_text_view(&e->pattern_text))) {
    return LN_OK;
  }
  ln_pattern_free(e->pattern);
  e->pattern = NULL;
  ln_text_reset(&e->pattern_text);
  LN_TRY(ln_text_add(&e->pattern_text, ln_text_view(&e->text)));
  const ln_status st = ln_pattern_new(pattern, flags, &e->pattern, &problem);
  ln_text_clear(&problem);
  *wrong = st == LN_USAGE;
  return *wrong ? LN_OK : st;
}

static bool
is_string(const ln_value* const v)
{
  return v->kind == LN_VALUE_STRING || v->kind == LN_VALUE_TAGGED;
}

static ln_status
too_long(ln_evaluator* const e, const ln_status st)
{
  e->budget->late = e->budget->late || st == LN_STOP;
  return st;
}

static ln_status
do_match(ln_evaluator* const e, const ln_view text, ln_value* const value)
{
  const ln_status st = ln_pattern_match(e->pattern, text);
  if (st == LN_OK || st == LN_END) {
    *value = ln_value_boolean(st == LN_OK);
    return LN_OK;
  }
  return too_long(e, st);
}

static ln_status
do_replace(ln_evaluator* const e, const ln_value* const args, ln_value* const value)
{
  ln_text_reset(&e->text);
  const ln_status st = ln_pattern_replace(e->pattern, args[0].text, args[2].text, &e->text);
  if (st == LN_USAGE) {
    return LN_OK;
  }
  if (st != LN_OK) {
    return too_long(e, st);
  }
  *value = (ln_value){.kind = args[0].kind,
                      .term = LN_ABSENT,
                      .text = ln_arena_copy(&e->arena, ln_text_view(&e->text)),
                      .lang = args[0].lang};
  return value->text.s ? LN_OK : LN_NO_MEM;
}

ln_status
ln_function_regex(ln_evaluator* const   e,
                  const ln_function_id  id,
                  const ln_value* const args,
                  const size_t          n,
                  ln_value* const       value)
{
  const size_t most  = id == LN_F_REGEX ? 2U : 3U;
  bool         wrong = !is_string(&args[0]);
  for (size_t i = 1U; i < n; ++i) {
    wrong = wrong || args[i].kind != LN_VALUE_STRING;
  }
  if (wrong) {
    return LN_OK;
  }
  LN_TRY(prepare(e, args[1].text, n > most ? args[most].text : LN_V(""), &wrong));
  if (wrong) {
    return LN_OK;
  }
  return id == LN_F_REGEX ? do_match(e, args[0].text, value) : do_replace(e, args, value);
}
