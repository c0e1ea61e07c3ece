/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_SAID_VALUES_H
#define LN_DISPUTE_SAID_VALUES_H

#include "dispute/card.h"
#include "dispute/rulebook.h"

#include <stddef.h>

/** Goes through what a card says of the properties of a parameter. Caller's struct; set `card` and
    `parameter` (NULL: there is nothing), the rest is zero. */
typedef struct {
  const ln_card*      card;
  const ln_parameter* parameter;
  size_t              way;
  const ln_card_fact* at;
} ln_said_values;

/** The next fact, or NULL behind the last. */
const ln_card_fact*
ln_said_next(ln_said_values* values);

/** The first fact of a parameter of a rule, or NULL. */
const ln_card_fact*
ln_said_first(const ln_card* card, const ln_rule* rule, const char* parameter);

#endif
