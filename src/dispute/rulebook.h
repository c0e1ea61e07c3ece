/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_RULEBOOK_H
#define LN_DISPUTE_RULEBOOK_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/in.h"
#include "base/status.h"
#include "base/view.h"
#include "dispute/fact_store.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** How grave a finding is, the gravest first. */
typedef enum {
  LN_CONTRADICTION, ///< both cannot be true
  LN_IMPLAUSIBLE,   ///< true only under unusual circumstances
  LN_TENSION,       ///< hard to reconcile, and worth a look
  LN_VARIANCE,      ///< other words for what may be one thing
  LN_INCOMPLETE,    ///< something is missing
  LN_INFORMATION,   ///< to be seen side by side; all may be true
  LN_GRAVITIES
} ln_gravity;

/** `contradiction`, `implausible` …; static. */
const char*
ln_gravity_name(ln_gravity gravity);

typedef enum {
#define LN_RULE_KIND(name, word, parameters) LN_RULE_##name,
#include "dispute/rule_kinds.def"
// those of liner compare come behind them
#include "dispute/compare_kinds.def"
#undef LN_RULE_KIND
  LN_RULE_KINDS
} ln_rule_kind;

/** Along a predicate, from subject to object or back. */
typedef struct {
  uint32_t predicate;
  bool     back;
} ln_step;

/** One word of a parameter; if it names terms, also the way they lead. */
typedef struct {
  ln_view  text;
  ln_step* steps;
  size_t   n; ///< 0: it is only a word
} ln_way;

typedef struct {
  ln_view name;
  ln_way* ways;
  size_t  n;
} ln_parameter;

/** One row of a rules file. */
typedef struct {
  ln_view       name;
  ln_rule_kind  kind;
  ln_gravity    gravity;
  ln_view       says; ///< the sentence, with {words} in the place of what is found; may be empty
  ln_parameter* parameters;
  size_t        n;
  ln_where      where;
} ln_rule;

/** Rules in the order of their files. Caller's struct; zero-initialised is valid and empty. */
typedef struct {
  ln_rule* v;
  size_t   n;
  size_t   cap;
  ln_arena arena;
  struct {
    ln_view name;
    ln_view iri;
  } prefixes[32];
  size_t n_prefixes;
} ln_rulebook;

/** Read a rules file, of which `in` is taken and `name` is told to the log; terms that it names are
   asked of `facts`. A rule with the name of an earlier one takes its place; one of kind `off` takes
   it away. What is wrong is reported (L0910) and the rule left out. */
LN_MUST ln_status
ln_rulebook_read(ln_rulebook* book, ln_in* in, ln_view name, ln_facts* facts, ln_log* log);

void
ln_rulebook_clear(ln_rulebook* book);

/** The parameter of that name, or NULL. */
const ln_parameter*
ln_rule_parameter(const ln_rule* rule, const char* name);

/** The first term that a parameter names, or LN_NO_FACT. */
uint32_t
ln_rule_term(const ln_rule* rule, const char* name);

/** The first word of a parameter, or the empty view. */
ln_view
ln_rule_word(const ln_rule* rule, const char* name);

/** The first word as a number, or `otherwise`. */
int64_t
ln_rule_number(const ln_rule* rule, const char* name, int64_t otherwise);

#endif
