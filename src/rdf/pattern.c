/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* PCRE2 for patterns that are matched very often: compiled to machine code where PCRE2 can, match
   data kept. Steps and memory are limited, so that no pattern can hang the program; where the
   machine code has too little stack, the interpreter takes over, which has its own limits. */

#include "rdf/pattern.h"

#include "base/memory.h"
#include "rdf/regex_inner.h"

#include <stddef.h>
#include <stdint.h>

struct ln_pattern {
  ln_regex_code     in;
  pcre2_match_data* data;
};

static ln_status
read_flags(const ln_view flags, uint32_t* const options, ln_text* const problem)
{
  for (size_t i = 0U; i < flags.n; ++i) {
    switch (flags.s[i]) {
    case 'i':
      *options |= PCRE2_CASELESS;
      break;
    case 'm':
      *options |= PCRE2_MULTILINE;
      break;
    case 's':
      *options |= PCRE2_DOTALL;
      break;
    case 'x':
      *options |= PCRE2_EXTENDED;
      break;
    case 'q':
      *options |= PCRE2_LITERAL;
      break;
    default:
      LN_TRY(ln_text_format(problem, "the flags must be letters of i, m, s, x and q"));
      return LN_USAGE;
    }
  }
  // A literal pattern has no other syntax.
  if ((*options & PCRE2_LITERAL) != 0U) {
    *options &= PCRE2_LITERAL | PCRE2_CASELESS | PCRE2_UTF;
  }
  return LN_OK;
}

static ln_status
compile(ln_pattern* const            p,
        const ln_view                pattern,
        const ln_regex_syntax* const syntax,
        ln_text* const               problem)
{
  LN_TRY(ln_regex_compile(&p->in, pattern, syntax, problem));
  p->data = pcre2_match_data_create_from_pattern(p->in.code, p->in.general);
  if (!p->data) {
    return LN_NO_MEM;
  }
  // Without machine code the interpreter does it.
  (void)pcre2_jit_compile(p->in.code, PCRE2_JIT_COMPLETE);
  return LN_OK;
}

ln_status
ln_pattern_new(const ln_view      pattern,
               const ln_view      flags,
               ln_pattern** const made,
               ln_text* const     problem)
{
  ln_regex_syntax syntax = {.options = PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY |
                                       PCRE2_NEVER_BACKSLASH_C};
  *made                  = NULL;
  LN_TRY(read_flags(flags, &syntax.options, problem));
  ln_pattern* const p = (ln_pattern*)ln_alloc_zero(1U, sizeof(ln_pattern));
  if (!p) {
    return LN_NO_MEM;
  }
  const ln_status st = compile(p, pattern, &syntax, problem);
  if (st != LN_OK) {
    ln_pattern_free(p);
    return st;
  }
  *made = p;
  return LN_OK;
}

void
ln_pattern_free(ln_pattern* const pattern)
{
  if (pattern) {
    pcre2_match_data_free(pattern->data);
    ln_regex_code_clear(&pattern->in);
    ln_free(pattern);
  }
}

static ln_status
match_from(ln_pattern* const p, const ln_view text, const size_t from)
{
  const PCRE2_SPTR bytes = (PCRE2_SPTR)(text.s ? text.s : "");
  pcre2_code*      code  = p->in.code;
  uint32_t         how   = PCRE2_NO_UTF_CHECK;
  int              found = pcre2_match(code, bytes, text.n, from, how, p->data, p->in.limits);
  if (found == PCRE2_ERROR_JIT_STACKLIMIT) {
    how |= PCRE2_NO_JIT;
    found = pcre2_match(code, bytes, text.n, from, how, p->data, p->in.limits);
  }
  return ln_regex_found(found);
}

ln_status
ln_pattern_match(ln_pattern* const p, const ln_view text)
{
  return match_from(p, text, 0U);
}

/* ---- replacing ---- */

static ln_status
add_group(const ln_pattern* const p, const ln_view text, const size_t group, ln_text* const out)
{
  const PCRE2_SIZE* const spans = pcre2_get_ovector_pointer(p->data);
  if (group >= pcre2_get_ovector_count(p->data) || spans[2U * group] == PCRE2_UNSET) {
    return LN_OK;
  }
  const size_t begin = spans[2U * group];
  return ln_text_add(out, (ln_view){text.s + begin, spans[2U * group + 1U] - begin});
}

static ln_status
add_replacement(const ln_pattern* const p, const ln_view text, const ln_view by, ln_text* const out)
{
  for (size_t i = 0U; i < by.n; ++i) {
    const char    c    = by.s[i];
    const ln_view rest = ln_view_from(by, i + 1U);
    const char    next = *(rest.n > 0U ? rest.s : "");
    if (c == '\\' && (next == '\\' || next == '$')) {
      LN_TRY(ln_text_add_byte(out, next));
      ++i;
    } else if (c == '$' && next >= '0' && next <= '9') {
      LN_TRY(add_group(p, text, (size_t)(next - '0'), out));
      ++i;
    } else if (c == '\\' || c == '$') {
      return LN_USAGE;
    } else {
      LN_TRY(ln_text_add_byte(out, c));
    }
  }
  return LN_OK;
}

ln_status
ln_pattern_replace(ln_pattern* const p, const ln_view text, const ln_view by, ln_text* const out)
{
  const PCRE2_SIZE* const spans = pcre2_get_ovector_pointer(p->data);
  size_t                  at    = 0U;
  for (;;) {
    const ln_status st = match_from(p, text, at);
    if (st == LN_END) {
      return ln_text_add(out, ln_view_from(text, at));
    }
    LN_TRY(st);
    if (spans[1] <= spans[0]) {
      return LN_USAGE;
    }
    LN_TRY(ln_text_add(out, (ln_view){text.s + at, spans[0] - at}));
    LN_TRY(add_replacement(p, text, by, out));
    at = spans[1];
  }
}
