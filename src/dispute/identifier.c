/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The same authority is written in many ways: `http://www.wikidata.org/entity/Q5`,
   `https://www.wikidata.org/wiki/Q5`, `wikidata:Q5`. Rules list what may stand in front of the
   value; what no rule knows still has an authority, all that stands in front of its last part. */

#include "dispute/identifier.h"

static ln_view
without_slash(const ln_view text)
{
  return ln_view_first(text, text.n - (ln_view_ends(text, LN_V("/")) ? 1U : 0U));
}

/* What stands behind one of the forms of a rule, or the empty view. */
static ln_view
behind_form(const ln_rule* const rule, const ln_facts* const terms, const ln_view text)
{
  const ln_parameter* const forms = ln_rule_parameter(rule, "forms");
  for (size_t i = 0U; forms && i < forms->n; ++i) {
    const ln_way* const way = &forms->ways[i];
    const ln_view form = way->n > 0U ? ln_facts_text(terms, way->steps[0].predicate) : way->text;
    if (ln_view_starts(text, form)) {
      return ln_view_from(text, form.n);
    }
  }
  return LN_V("");
}

bool
ln_identifier_read(const ln_rulebook* const book,
                   const ln_facts* const    terms,
                   const ln_view            text,
                   ln_identifier* const     identifier)
{
  const ln_view whole = without_slash(text);
  for (size_t i = 0U; i < book->n; ++i) {
    const ln_view value =
      book->v[i].kind == LN_RULE_authority ? behind_form(&book->v[i], terms, whole) : LN_V("");
    if (value.n > 0U) {
      *identifier = (ln_identifier){book->v[i].name, value, true};
      return true;
    }
  }
  size_t at = whole.n;
  while (at > 0U && whole.s[at - 1U] != '/' && whole.s[at - 1U] != '#' && whole.s[at - 1U] != ':') {
    --at;
  }
  *identifier = (ln_identifier){ln_view_first(whole, at), ln_view_from(whole, at), false};
  return at > 0U && at < whole.n;
}
