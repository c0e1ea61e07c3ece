/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_SHAPES_UNIT_H
#define LN_TESTS_SHAPES_UNIT_H

/* Validates a text of data against a text of shapes. Rows are `focus path value component`, words
   of the namespace of the tests as they are, what is absent as `-`; faults are the rules that
   ill-formed shapes break, or the code of another finding. */

#include "unit.h"

#include "base/text.h"
#include "check/phrase.h"
#include "check/shapes.h"
#include "check/validate.h"
#include "graph/load.h"

#define SHAPES_PREFIXES                                                                            \
  "@prefix : <https://e.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> . "                      \
  "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "                                  \
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "                                       \
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"

typedef struct {
  ln_log*        log;
  ln_term_table* terms;
  ln_triple_set* graph;
  ln_triple_set* data;
  ln_shapes      shapes;
  ln_results     results;
  ln_text        faults;
} shapes_sample;

static inline void
shapes_listen(void* const self, const ln_finding* const finding)
{
  ln_text* const faults = (ln_text*)self;
  const char*    word   = ln_code_about(finding->code)->code;
  size_t         n      = strlen(word);
  if (finding->code == LN_L0710) { // "… (rule minCount-datatype)"
    n    = 0U;
    word = finding->message.s + finding->message.n - 1U;
    while (word[-1] != ' ') {
      --word;
      ++n;
    }
  }
  CU_ASSERT_EQUAL(ln_text_format(faults, "%.*s\n", (int)n, word), LN_OK);
}

static inline ln_status
shapes_load(shapes_sample* const s, const char* const text, ln_triple_set* const set)
{
  ln_text   whole  = {0};
  uint32_t  source = 0U;
  bool      good   = false;
  ln_status st     = ln_text_format(&whole, "%s%s", SHAPES_PREFIXES, text);
  st               = st == LN_OK ? ln_log_source(s->log, LN_V("t.ttl"), NULL, NULL, &source) : st;
  const ln_reading reading = {
    .path = "t.ttl", .bytes = ln_text_view(&whole), .base = "https://e.org/"};
  st = st == LN_OK ? ln_load_triples(&reading, source, s->log, s->terms, set, &good) : st;
  st = st == LN_OK ? ln_triple_set_seal(set) : st;
  ln_text_clear(&whole);
  return st;
}

static inline ln_status
shapes_run(shapes_sample* const s, const char* const shapes, const char* const data)
{
  const ln_log_policy policy = {0};
  *s                         = (shapes_sample){.log = ln_log_new(&policy), .results.most = 1000U};
  s->terms                   = ln_term_table_new();
  s->graph                   = ln_triple_set_new();
  s->data                    = ln_triple_set_new();
  if (!s->log || !s->terms || !s->graph || !s->data) {
    return LN_NO_MEM;
  }
  ln_log_listen(s->log, shapes_listen, &s->faults);
  LN_TRY(ln_vocabulary_add(s->terms, &s->shapes.words));
  LN_TRY(shapes_load(s, shapes, s->graph));
  LN_TRY(ln_shapes_read(s->graph, s->terms, 1U, s->log, &s->shapes));
  LN_TRY(shapes_load(s, data, s->data));
  LN_TRY(ln_shapes_bind(&s->shapes, s->data));
  const ln_shape_check check = {
    .shapes = &s->shapes, .terms = s->terms, .data = s->data, .log = s->log};
  return ln_validate(&check, &s->results);
}

static inline void
shapes_clear(shapes_sample* const s)
{
  ln_results_clear(&s->results);
  ln_shapes_clear(&s->shapes);
  ln_triple_set_free(s->data);
  ln_triple_set_free(s->graph);
  ln_term_table_free(s->terms);
  ln_log_free(s->log);
  ln_text_clear(&s->faults);
}

/* The local name, the lexical form, or `[]`. */
static inline ln_view
shapes_word(const shapes_sample* const s, const uint32_t term)
{
  ln_view text = LN_V("-");
  if (term != LN_NO_TERM) {
    text             = ln_term_table_text(s->terms, term);
    const ln_kind is = ln_term_table_kind(s->terms, term);
    for (size_t i = text.n; is == LN_IRI && i > 0U; --i) {
      if (text.s[i - 1U] == '/' || text.s[i - 1U] == '#') {
        return ln_view_from(text, i);
      }
    }
    text = is == LN_BLANK ? LN_V("[]") : text;
  }
  return text;
}

static inline void
shapes_add_row(const shapes_sample* const s, const ln_result* const r, ln_text* const out)
{
  const uint32_t        shape   = s->shapes.shapes[r->shape].path;
  const uint32_t        path    = r->predicate != LN_NO_TERM ? r->predicate
                                  : shape == LN_NO_PATH      ? LN_NO_TERM
                                                             : s->shapes.paths[shape].node;
  const ln_sh_component c       = s->shapes.constraints[r->constraint].component;
  const ln_view         words[] = {shapes_word(s, r->focus),
                                   shapes_word(s, path),
                                   shapes_word(s, r->value),
                                   ln_word_local(ln_component_word(c))};
  for (size_t i = 0U; i < 4U; ++i) {
    CU_ASSERT_EQUAL(ln_text_add(out, words[i]), LN_OK);
    CU_ASSERT_EQUAL(ln_text_add_byte(out, i < 3U ? ' ' : '\n'), LN_OK);
  }
}

/* `faults` NULL: there are none. */
#define CHECK_ROWS(shapes, data, rows) check_rows((shapes), (data), (rows), "", __LINE__)
#define CHECK_FAULTS(shapes, faults) check_rows((shapes), "", NULL, (faults), __LINE__)

static inline void
check_text(const ln_text* const text,
           const char* const    expected,
           const char* const    what,
           const int            line)
{
  const char* const found = text->s ? text->s : "";
  const bool        same  = strcmp(found, expected) == 0;
  if (!same) {
    fprintf(stderr, "line %d: %s\n%sexpected\n%s", line, what, found, expected);
  }
  CU_ASSERT(same);
}

static inline void
check_rows(const char* const shapes,
           const char* const data,
           const char* const rows,
           const char* const faults,
           const int         line)
{
  shapes_sample s;
  ln_text       out = {0};
  CU_ASSERT_EQUAL_FATAL(shapes_run(&s, shapes, data), LN_OK);
  for (size_t i = 0U; i < s.results.n; ++i) {
    shapes_add_row(&s, &s.results.v[i], &out);
  }
  if (rows) {
    check_text(&out, rows, "rows", line);
  }
  check_text(&s.faults, faults, "faults", line);
  ln_text_clear(&out);
  shapes_clear(&s);
}

#endif
