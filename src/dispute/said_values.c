/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The properties of a parameter in their order, and of each what the card says. */

#include "dispute/said_values.h"

const ln_card_fact*
ln_said_next(ln_said_values* const values)
{
  values->at = values->at ? ln_card_more(values->card, values->at) : NULL;
  while (!values->at && values->parameter && values->way < values->parameter->n) {
    const ln_way* const way = &values->parameter->ways[values->way++];
    values->at = way->n > 0U ? ln_card_find(values->card, way->steps[0].predicate) : NULL;
  }
  return values->at;
}

const ln_card_fact*
ln_said_first(const ln_card* const card, const ln_rule* const rule, const char* const parameter)
{
  ln_said_values values = {.card = card, .parameter = ln_rule_parameter(rule, parameter)};
  return ln_said_next(&values);
}
