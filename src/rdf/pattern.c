/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* PCRE2 for patterns that are matched very often: compiled to machine code where PCRE2 can, match
   data kept. Steps and memory are limited, so that no pattern can hang the program; where the
   machine code has too little stack, the interpreter takes over, which has its own limits. */

#include "rdf/pattern.h"

#include "base/memory.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdbool.h>
#include <stdint.h>

enum {
  MOST_STEPS   = 1000000, ///< calls of PCRE2's matcher: some 50 ms
  MOST_DEPTH   = 100000,
  MOST_MEMORY  = 65536, ///< KiB
  MOST_PATTERN = 65536, ///< bytes
};

struct ln_pattern {
  pcre2_general_context* general;
  pcre2_match_context*   limits;
  pcre2_match_data*      data;
  pcre2_code*            code;
};

static void*
take_memory(const size_t size, void* const nothing)
{
  (void)nothing;
  return ln_alloc(size);
}

static void
give_memory(void* const block, void* const nothing)
{
  (void)nothing;
  ln_free(block);
}

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
say_problem(const int error, const size_t offset, ln_text* const problem)
{
  PCRE2_UCHAR text[160] = {0};
  LN_TRY(ln_text_add(problem, LN_V("the regular expression cannot be read: ")));
  if (pcre2_get_error_message(error, text, sizeof(text)) < 0) {
    return ln_text_add(problem, LN_V("unknown error"));
  }
  return ln_text_format(problem, "%s (at character %zu)", (const char*)text, offset + 1U);
}

static ln_status
compile(ln_pattern* const p, const ln_view pattern, const uint32_t options, ln_text* const problem)
{
  int        error  = 0;
  PCRE2_SIZE offset = 0U;
  p->general        = pcre2_general_context_create(take_memory, give_memory, NULL);
  if (!p->general) {
    return LN_NO_MEM;
  }
  p->limits                            = pcre2_match_context_create(p->general);
  p->data                              = pcre2_match_data_create(1U, p->general);
  pcre2_compile_context* const context = pcre2_compile_context_create(p->general);
  if (!p->limits || !p->data || !context) {
    pcre2_compile_context_free(context);
    return LN_NO_MEM;
  }
  (void)pcre2_set_match_limit(p->limits, MOST_STEPS);
  (void)pcre2_set_depth_limit(p->limits, MOST_DEPTH);
  (void)pcre2_set_heap_limit(p->limits, MOST_MEMORY);
  (void)pcre2_set_max_pattern_length(context, MOST_PATTERN);
  const PCRE2_SPTR bytes = (PCRE2_SPTR)(pattern.s ? pattern.s : "");
  p->code                = pcre2_compile(bytes, pattern.n, options, &error, &offset, context);
  pcre2_compile_context_free(context);
  if (p->code) {
    // Without machine code the interpreter does it.
    (void)pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE);
    return LN_OK;
  }
  if (error == PCRE2_ERROR_HEAP_FAILED) {
    return LN_NO_MEM;
  }
  LN_TRY(say_problem(error, offset, problem));
  return LN_USAGE;
}

ln_status
ln_pattern_new(const ln_view      pattern,
               const ln_view      flags,
               ln_pattern** const made,
               ln_text* const     problem)
{
  uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C;
  *made            = NULL;
  LN_TRY(read_flags(flags, &options, problem));
  ln_pattern* const p = (ln_pattern*)ln_alloc_zero(1U, sizeof(ln_pattern));
  if (!p) {
    return LN_NO_MEM;
  }
  const ln_status st = compile(p, pattern, options, problem);
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
    pcre2_code_free(pattern->code);
    pcre2_match_data_free(pattern->data);
    pcre2_match_context_free(pattern->limits);
    pcre2_general_context_free(pattern->general);
    ln_free(pattern);
  }
}

ln_status
ln_pattern_match(ln_pattern* const p, const ln_view text)
{
  const PCRE2_SPTR bytes = (PCRE2_SPTR)(text.s ? text.s : "");
  int found = pcre2_match(p->code, bytes, text.n, 0U, PCRE2_NO_UTF_CHECK, p->data, p->limits);
  if (found == PCRE2_ERROR_JIT_STACKLIMIT) {
    found = pcre2_match(
      p->code, bytes, text.n, 0U, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, p->data, p->limits);
  }
  if (found >= 0) {
    return LN_OK;
  }
  if (found == PCRE2_ERROR_NOMATCH) {
    return LN_END;
  }
  return found == PCRE2_ERROR_NOMEMORY ? LN_NO_MEM : LN_STOP;
}
