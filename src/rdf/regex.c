/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* PCRE2 behind a small door. All its memory comes through base/memory. Matching is limited in steps
   and in memory, so that no pattern in a mapping can hang or swallow the machine; what exceeds the
   limits is an answer of its own, not a mismatch. Match data are made for each call: sharing them
   would need a lock or a copy a thread, and formats with regular expressions are rare. */

#include "rdf/regex.h"

#include "base/memory.h"
#include "rdf/regex_inner.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
  MOST_STEPS   = 1000000, ///< calls of PCRE2's matcher: some 50 ms
  MOST_DEPTH   = 100000,
  MOST_MEMORY  = 65536, ///< KiB
  MOST_PATTERN = 65536, ///< bytes
};

struct ln_regex {
  ln_regex_code in;
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
say_problem(const int error, const size_t offset, ln_text* const problem)
{
  PCRE2_UCHAR text[160] = {0};
  LN_TRY(ln_text_add(problem, LN_V("the regular expression cannot be read: ")));
  if (pcre2_get_error_message(error, text, sizeof(text)) < 0) {
    return ln_text_add(problem, LN_V("unknown error"));
  }
  return ln_text_format(problem, "%s (at character %zu)", (const char*)text, offset + 1U);
}

ln_status
ln_regex_compile(ln_regex_code* const         made,
                 const ln_view                pattern,
                 const ln_regex_syntax* const syntax,
                 ln_text* const               problem)
{
  int        error  = 0;
  PCRE2_SIZE offset = 0U;
  *made             = (ln_regex_code){0};
  made->general     = pcre2_general_context_create(take_memory, give_memory, NULL);
  made->limits      = made->general ? pcre2_match_context_create(made->general) : NULL;
  pcre2_compile_context* const context =
    made->limits ? pcre2_compile_context_create(made->general) : NULL;
  if (!context) {
    return LN_NO_MEM;
  }
  (void)pcre2_set_match_limit(made->limits, MOST_STEPS);
  (void)pcre2_set_depth_limit(made->limits, MOST_DEPTH);
  (void)pcre2_set_heap_limit(made->limits, MOST_MEMORY);
  (void)pcre2_set_max_pattern_length(context, MOST_PATTERN);
  (void)pcre2_set_compile_extra_options(context, syntax->extra);
  const PCRE2_SPTR bytes = (PCRE2_SPTR)(pattern.s ? pattern.s : "");
  made->code = pcre2_compile(bytes, pattern.n, syntax->options, &error, &offset, context);
  pcre2_compile_context_free(context);
  if (made->code) {
    return LN_OK;
  }
  if (error == PCRE2_ERROR_HEAP_FAILED) {
    return LN_NO_MEM;
  }
  LN_TRY(say_problem(error, offset, problem));
  return LN_USAGE;
}

void
ln_regex_code_clear(ln_regex_code* const code)
{
  pcre2_code_free(code->code);
  pcre2_match_context_free(code->limits);
  pcre2_general_context_free(code->general);
  *code = (ln_regex_code){0};
}

ln_status
ln_regex_found(const int found)
{
  if (found >= 0) {
    return LN_OK;
  }
  if (found == PCRE2_ERROR_NOMATCH) {
    return LN_END;
  }
  return found == PCRE2_ERROR_NOMEMORY ? LN_NO_MEM : LN_STOP;
}

ln_status
ln_regex_new(const ln_view pattern, ln_regex** const regex, ln_text* const problem)
{
  static const ln_regex_syntax ECMASCRIPT = {
    .options = PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_DOLLAR_ENDONLY |
               PCRE2_ALT_BSUX | PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF |
               PCRE2_NEVER_BACKSLASH_C | PCRE2_NEVER_UCP,
    .extra = PCRE2_EXTRA_ALT_BSUX,
  };
  *regex                = NULL;
  ln_regex* const fresh = (ln_regex*)ln_alloc_zero(1U, sizeof(ln_regex));
  if (!fresh) {
    return LN_NO_MEM;
  }
  const ln_status status = ln_regex_compile(&fresh->in, pattern, &ECMASCRIPT, problem);
  if (status != LN_OK) {
    ln_regex_free(fresh);
    return status;
  }
  *regex = fresh;
  return LN_OK;
}

void
ln_regex_free(ln_regex* const regex)
{
  if (regex) {
    ln_regex_code_clear(&regex->in);
    ln_free(regex);
  }
}

size_t
ln_regex_groups(const ln_regex* const regex)
{
  uint32_t n = 0U;
  return pcre2_pattern_info(regex->in.code, PCRE2_INFO_CAPTURECOUNT, &n) == 0 ? n : 0U;
}

size_t
ln_regex_group(const ln_regex* const regex, const ln_view name)
{
  PCRE2_UCHAR text[64] = {0};
  if (name.n == 0U || name.n >= sizeof(text)) {
    return SIZE_MAX;
  }
  memcpy(text, name.s, name.n);
  const int number = pcre2_substring_number_from_name(regex->in.code, text);
  return number > 0 ? (size_t)number - 1U : SIZE_MAX;
}

/* What PCRE2 found, as a status; the caller gives `data` back. */
static ln_status
match(const ln_regex* const regex, const ln_view text, pcre2_match_data* const data)
{
  const PCRE2_SPTR bytes = (PCRE2_SPTR)(text.s ? text.s : "");
  return ln_regex_found(
    pcre2_match(regex->in.code, bytes, text.n, 0U, PCRE2_NO_UTF_CHECK, data, regex->in.limits));
}

ln_status
ln_regex_match(const ln_regex* const regex, const ln_view text)
{
  pcre2_match_data* const data = pcre2_match_data_create(1U, regex->in.general);
  if (!data) {
    return LN_NO_MEM;
  }
  const ln_status st = match(regex, text, data);
  pcre2_match_data_free(data);
  return st;
}

ln_status
ln_regex_extract(const ln_regex* const regex, const ln_view text, ln_view* const groups)
{
  pcre2_match_data* const data =
    pcre2_match_data_create_from_pattern(regex->in.code, regex->in.general);
  if (!data) {
    return LN_NO_MEM;
  }
  const ln_status         st    = match(regex, text, data);
  const PCRE2_SIZE* const found = pcre2_get_ovector_pointer(data);
  const size_t            n     = ln_regex_groups(regex);
  for (size_t i = 0U; st == LN_OK && i < n; ++i) {
    const PCRE2_SIZE start = found[2U * i + 2U];
    const PCRE2_SIZE end   = found[2U * i + 3U];
    const bool       there = start != PCRE2_UNSET;
    groups[i]              = (ln_view){there ? text.s + start : NULL, there ? end - start : 0U};
  }
  pcre2_match_data_free(data);
  return st;
}
