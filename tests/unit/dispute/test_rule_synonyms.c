/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Several words for one kind of thing. */

#include "dispute_unit.h"

static void
words(void)
{
  CHECK_RULE("r,synonyms,variance,property=x:word; type=x:kind,{words}: {type}\n",
             "w kind film\n"
             "w word \"movie\n"
             "v kind film\n"
             "v word \"Films\n"
             "u kind film\n"
             "u word \"short film\n",
             LN_VARIANCE,
             1U,
             "movie, Film: film");
  CHECK_RULE("r,synonyms,variance,property=x:word; type=x:kind,\n",
             "w kind album\n"
             "w word \"debut album\n"
             "v kind album\n"
             "v word \"albums\n",
             LN_VARIANCE,
             0U,
             "");
}

static const unit_test tests[] = {{"words", words}};

UNIT_MAIN("rule_synonyms", tests)
