/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The names of what an ontology says, and how grave each is: as its code has it, unless a setting
   says otherwise. Later settings count. */

#include "check/axiom.h"

#include "base/fold.h"

typedef struct {
  const char* name;
  ln_code     code;
  const char* words;
} axiom_info;

static const axiom_info AXIOMS[] = {
#define LN_AXIOM(id, name, code, words) {name, LN_##code, words},
#include "check/axiom.def"
#undef LN_AXIOM
};

static const char* const LEVELS[] = {
  [LN_LEVEL_OFF]     = "off",
  [LN_LEVEL_INFO]    = "info",
  [LN_LEVEL_WARNING] = "warning",
  [LN_LEVEL_ERROR]   = "error",
};

enum { N_LEVELS = LN_LEVEL_ERROR + 1 };

ln_view
ln_axiom_name(const ln_axiom axiom)
{
  return ln_view_of(AXIOMS[axiom].name);
}

ln_code
ln_axiom_code(const ln_axiom axiom)
{
  return AXIOMS[axiom].code;
}

ln_view
ln_axiom_words(const ln_axiom axiom)
{
  return ln_view_of(AXIOMS[axiom].words);
}

ln_severity
ln_axiom_severity(const ln_axiom_level level)
{
  if (level == LN_LEVEL_ERROR) {
    return LN_ERROR;
  }
  return level == LN_LEVEL_WARNING ? LN_WARNING : LN_NOTE;
}

static ln_axiom_level
usual_level(const ln_severity severity)
{
  if (severity == LN_ERROR) {
    return LN_LEVEL_ERROR;
  }
  return severity == LN_WARNING ? LN_LEVEL_WARNING : LN_LEVEL_INFO;
}

ln_axiom_policy
ln_axiom_policy_usual(void)
{
  ln_axiom_policy policy = {{LN_LEVEL_OFF}};
  for (size_t i = 0U; i < LN_AXIOMS; ++i) {
    policy.level[i] = usual_level(ln_code_about(AXIOMS[i].code)->severity);
  }
  return policy;
}

/* The level of a word; N_LEVELS if it is none. */
static size_t
level_of(const ln_view word)
{
  size_t level = 0U;
  while (level < N_LEVELS && !ln_view_equals(word, ln_view_of(LEVELS[level]))) {
    ++level;
  }
  return level;
}

static ln_status
complain_of_name(const ln_view name, ln_text* const error)
{
  ln_nearest nearest = {.word = name};
  ln_text    hint    = {0};
  ln_status  st      = LN_OK;
  ln_nearest_offer(&nearest, LN_V("all"), LN_V("all"));
  for (size_t i = 0U; i < LN_AXIOMS; ++i) {
    ln_nearest_offer(&nearest, ln_view_of(AXIOMS[i].name), ln_view_of(AXIOMS[i].name));
  }
  st = ln_nearest_text(&nearest, &hint);
  st = st == LN_OK ? ln_text_format(error,
                                    "--check has no check \"%.*s\"%s%.*s",
                                    (int)name.n,
                                    name.s,
                                    hint.n > 0U ? "; " : "",
                                    (int)hint.n,
                                    hint.n > 0U ? hint.s : "")
                   : st;
  ln_text_clear(&hint);
  return st == LN_OK ? LN_USAGE : st;
}

ln_status
ln_axiom_policy_set(ln_axiom_policy* const policy, const ln_view setting, ln_text* const error)
{
  const size_t  at    = ln_view_find(setting, '=');
  const ln_view name  = ln_view_first(setting, at);
  const size_t  level = level_of(ln_view_from(setting, at + 1U));
  const bool    all   = ln_view_equals(name, LN_V("all"));
  bool          found = all;
  if (level == N_LEVELS) {
    LN_TRY(ln_text_format(error,
                          "--check needs NAME=off, info, warning or error, not \"%.*s\"",
                          (int)setting.n,
                          setting.s));
    return LN_USAGE;
  }
  for (size_t i = 0U; i < LN_AXIOMS; ++i) {
    if (all || ln_view_equals(name, ln_view_of(AXIOMS[i].name))) {
      policy->level[i] = (ln_axiom_level)level;
      found            = true;
    }
  }
  return found ? LN_OK : complain_of_name(name, error);
}
