/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Pairs: what is taken for one, what is not, and what identifiers cannot be right. */

#include "contrast_unit.h"

static void
identifiers(void)
{
  CHECK_CONTRAST("ann a Person\nann label \"Ann Lee\nann id \"wd:Q1\n",
                 "x a Person\nx label \"Ann Lee\nx id wd/Q1\n",
                 "same-identifier");
  // Neither names nor dates agree: somebody wrote the wrong identifier.
  CHECK_CONTRAST("ann a Person\nann label \"Ann Lee\nann id \"wd:Q1\nann born \"1900\n",
                 "x a Person\nx label \"Bob Ray\nx id \"wd:Q1\nx born \"1950\n",
                 "not-the-same");
  // A name of its own is no stranger if the dates agree.
  CHECK_CONTRAST("ann a Person\nann label \"Ann Lee\nann id \"wd:Q1\nann born \"1900\n",
                 "x a Person\nx label \"Bob Ray\nx id \"wd:Q1\nx born \"1900-05\n",
                 "name same-identifier");
  CHECK_CONTRAST("ann a Person\nann label \"Ann Lee\nann id \"wd:Q1\nann id \"ulan:5\n",
                 "x a Person\nx label \"Ann Lee\nx id \"wd:Q1\nx id \"ulan:6\n",
                 "other same-identifier");
  CHECK_CONTRAST("ann a Person\nann label \"Ann Lee\nann id \"wd:Q1\n"
                 "bob a Person\nbob label \"Bob Ray\nbob id \"wd:Q1\n",
                 "x a Person\nx label \"Cyd Fox\n",
                 "one");
}

static void
names(void)
{
  CHECK_CONTRAST("ann a Person\nann label \"Lee, Ann\nann born \"1900\n",
                 "x a Person\nx label \"Ann Lee\nx born \"1900-05-01\n",
                 "proposed");
  CHECK_CONTRAST("ann a Person\nann label \"Ann Lee\nann born \"1900\n",
                 "x a Person\nx label \"Ann Lee\nx born \"1902\n",
                 "birth proposed");
  CHECK_CONTRAST("ann a Person\nann label \"Ann Lee\nann born \"1900\n",
                 "x a Person\nx label \"Ann Lee\nx born \"1912\n",
                 "doubtful");
  CHECK_CONTRAST("ann a Person\nann label \"Ann Lee\nann born \"1900\n",
                 "x a Person\nx label \"Ann Lee\nx born \"1950\n",
                 "namesake");
  CHECK_CONTRAST("ann a Person\nann label \"Ann Lee\n",
                 "x a Person\nx label \"Ann Lee\nx born \"1950\n",
                 "alone");
  CHECK_CONTRAST("ann a Thing\nann label \"Ann Lee\nann born \"1950\n",
                 "x a Person\nx label \"Ann Lee\nx born \"1950\n",
                 "");
}

/* Of several things that fit, none is chosen; what shares an identifier is not proposed for
 * another. */
static void
homonyms(void)
{
  CHECK_CONTRAST("ann a Person\nann label \"Ann Lee\nann born \"1900\n",
                 "x a Person\nx label \"Ann Lee\nx born \"1900\n"
                 "y a Person\ny label \"Ann Lee\ny born \"1900\n",
                 "ambiguous ambiguous");
  CHECK_CONTRAST("ann a Person\nann label \"Ann Lee\nann born \"1900\nann id \"wd:Q1\n",
                 "x a Person\nx label \"Ann Lee\nx born \"1900\nx id \"wd:Q1\n"
                 "y a Person\ny label \"Ann Lee\ny born \"1900\n",
                 "ambiguous same-identifier");
}

static ln_status
once(void)
{
  ln_text         rules = {0};
  const ln_status st =
    contrast_rules("ann a Person\nann label \"Ann Lee\nann id \"wd:Q1\nann born \"1900\n",
                   "x a Person\nx label \"Ann Lee\nx id \"wd:Q1\nx born \"1901\n",
                   &rules);
  ln_text_clear(&rules);
  return st;
}

static void
memory(void)
{
  CHECK_ALLOC_FAILURES(once(), (void)0);
}

static const unit_test tests[] = {
  {"identifiers", identifiers}, {"names", names}, {"homonyms", homonyms}, {"memory", memory}};

UNIT_MAIN("contrast", tests)
