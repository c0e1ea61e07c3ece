/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What names have in common, by hand. */

#include "dispute/name_key.h"
#include "unit.h"

static void
check_key(const char* const name, const bool turned, const char* const expected)
{
  ln_text room = {0};
  ln_text key  = {0};
  CU_ASSERT_EQUAL(ln_name_key(ln_view_of(name), turned, &room, &key), LN_OK);
  CHECK_VIEW(ln_text_view(&key), expected);
  ln_text_clear(&room);
  ln_text_clear(&key);
}

static void
keys(void)
{
  check_key("Cozens, John-Robert", true, "johnrobertcozens");
  check_key("John Robert Cozens", true, "johnrobertcozens");
  check_key("Cozens, John-Robert", false, "cozensjohnrobert");
  check_key("Estève, M.", true, "mesteve");
  check_key("Smith, John, Jr.", true, "johnjrsmith");
  check_key("?!", false, "");
}

static void
check_words(
  const char* const a, const char* const b, const bool first, const bool second, const bool any)
{
  ln_text         x      = {0};
  ln_text         y      = {0};
  ln_shared_words shared = {false, false, false};
  CU_ASSERT_EQUAL(ln_words_share(ln_view_of(a), ln_view_of(b), &x, &y, &shared), LN_OK);
  CU_ASSERT_EQUAL(shared.first, first);
  CU_ASSERT_EQUAL(shared.second, second);
  CU_ASSERT_EQUAL(shared.any, any);
  ln_text_clear(&x);
  ln_text_clear(&y);
}

static void
words(void)
{
  check_words("Nagare Masayuki", "Masayuki Nagare", true, true, true);
  check_words("cher-france", "Cher", false, true, true);
  check_words("Paris", "Rome", false, false, false);
  check_words("de B", "A de", false, false, false);
}

static ln_status
once(void)
{
  ln_text         room   = {0};
  ln_text         key    = {0};
  ln_shared_words shared = {false, false, false};
  ln_status       st     = ln_name_key(LN_V("Estève, M."), true, &room, &key);
  st = st == LN_OK ? ln_words_share(LN_V("Estève"), LN_V("Esteve"), &room, &key, &shared) : st;
  ln_text_clear(&room);
  ln_text_clear(&key);
  return st;
}

static void
memory(void)
{
  CHECK_ALLOC_FAILURES(once(), (void)0);
}

static const unit_test tests[] = {{"keys", keys}, {"words", words}, {"memory", memory}};

UNIT_MAIN("name key", tests)
