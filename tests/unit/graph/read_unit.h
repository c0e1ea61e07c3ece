/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_READ_UNIT_H
#define LN_TESTS_READ_UNIT_H

/* Reads a text as a graph, and what is said about it: triples a line each, much as N-Quads has
   them, with the line they end on in front if lines are asked for,
   and a sign before those that are removed. */

#include "unit.h"

#include "base/diag.h"
#include "base/text.h"
#include "graph/read.h"

#include <inttypes.h>

typedef struct {
  ln_text  text;
  ln_text  message; ///< of the last finding
  uint64_t line;    ///< of the last finding
  ln_code  code;    ///< of the last finding
  bool     whole;
  bool     lines;
  size_t   stop_at; ///< a status other than LN_OK at this triple, from 1
  size_t   n;
} read_sample;

static inline ln_status
read_add_term(ln_text* const out, const ln_read_term* const term)
{
  static const char* const open[]  = {"", "<", "\"", "_:"};
  static const char* const close[] = {"", ">", "\"", ""};
  if (term->kind == LN_NONE) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(out, ln_view_of(open[term->kind])));
  LN_TRY(ln_text_add(out, term->text));
  LN_TRY(ln_text_add(out, ln_view_of(close[term->kind])));
  if (term->datatype.n > 0U) {
    LN_TRY(ln_text_add(out, LN_V("^^")));
    LN_TRY(ln_text_add(out, term->datatype));
  }
  if (term->lang.n > 0U) {
    LN_TRY(ln_text_add(out, LN_V("@")));
    LN_TRY(ln_text_add(out, term->lang));
  }
  return ln_text_add(out, LN_V(" "));
}

static inline ln_status
read_take(void* const self, const ln_read_triple* const t)
{
  read_sample* const s = (read_sample*)self;
  if (++s->n == s->stop_at) {
    return LN_STOP;
  }
  if (s->lines) {
    LN_TRY(ln_text_format(&s->text, "%" PRIu64 " ", t->line));
  }
  LN_TRY(t->removed ? ln_text_add(&s->text, LN_V("- ")) : LN_OK);
  LN_TRY(read_add_term(&s->text, &t->subject));
  LN_TRY(read_add_term(&s->text, &t->predicate));
  LN_TRY(read_add_term(&s->text, &t->object));
  LN_TRY(read_add_term(&s->text, &t->graph));
  return ln_text_add(&s->text, LN_V("\n"));
}

static inline void
read_listen(void* const self, const ln_finding* const finding)
{
  read_sample* const s = (read_sample*)self;
  ln_text_reset(&s->message);
  s->line = finding->place.line;
  s->code = finding->code;
  CU_ASSERT_EQUAL(ln_text_add(&s->message, finding->message), LN_OK);
}

static inline ln_status
read_text(const char* const syntax, const ln_view text, read_sample* const s)
{
  const ln_reading    reading = {.path   = "a.graph",
                                 .bytes  = text,
                                 .syntax = syntax,
                                 .base   = "http://example.org/d/a",
                                 .lines  = s->lines};
  const ln_log_policy policy  = {0};
  ln_log* const       log     = ln_log_new(&policy);
  uint32_t            source  = 0U;
  if (!log) {
    return LN_NO_MEM;
  }
  ln_log_listen(log, read_listen, s);
  ln_status st = ln_log_source(log, LN_V("a.graph"), NULL, NULL, &source);
  st           = st == LN_OK ? ln_read_triples(&reading, source, log, read_take, s, &s->whole) : st;
  ln_log_free(log);
  return st;
}

static inline void
read_clear(read_sample* const s)
{
  ln_text_clear(&s->text);
  ln_text_clear(&s->message);
  *s = (read_sample){.lines = s->lines};
}

#endif
