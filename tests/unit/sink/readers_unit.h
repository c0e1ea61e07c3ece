/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_READERS_UNIT_H
#define LN_TESTS_READERS_UNIT_H

/* What serd and raptor understand of what we wrote: one line a triple, the parts between bars,
   sorted. Both libraries are independent of ours, so equal lines mean that we said what we meant.
 */

#include "unit.h"

#include "base/text.h"

#include <raptor2.h>
#include <serd-0/serd/serd.h>

/** raptor 2.0.15 loses the IRIs of Turtle prefixes; the leak checker shall not lay that to us. */
__attribute__((visibility("default"))) const char*
__lsan_default_suppressions(void);

const char*
__lsan_default_suppressions(void)
{
  return "leak:libraptor2\n";
}

typedef struct {
  ln_text  lines;
  SerdEnv* env;
  unsigned faults;
} reading;

static inline void
reading_add(ln_text* const text, const char* const s, const size_t n)
{
  CU_ASSERT_EQUAL(ln_text_add(text, (ln_view){s, n}), LN_OK);
  CU_ASSERT_EQUAL(ln_text_add_byte(text, '|'), LN_OK);
}

static inline void
reading_serd_node(reading* const r, const SerdNode* const node)
{
  SerdNode whole = SERD_NODE_NULL;
  if (node && (node->type == SERD_CURIE || node->type == SERD_URI)) {
    whole = serd_env_expand_node(r->env, node);
  }
  if (whole.buf) {
    reading_add(&r->lines, (const char*)whole.buf, whole.n_bytes);
  } else {
    reading_add(&r->lines, node ? (const char*)node->buf : "", node ? node->n_bytes : 0U);
  }
  serd_node_free(&whole);
}

static inline SerdStatus
reading_serd_prefix(void* const self, const SerdNode* const name, const SerdNode* const iri)
{
  return serd_env_set_prefix(((reading*)self)->env, name, iri);
}

static inline SerdStatus
reading_serd_statement(void* const              self,
                       const SerdStatementFlags flags,
                       const SerdNode* const    graph,
                       const SerdNode* const    subject,
                       const SerdNode* const    predicate,
                       const SerdNode* const    object,
                       const SerdNode* const    datatype,
                       const SerdNode* const    lang)
{
  reading* const  r       = (reading*)self;
  const SerdNode* parts[] = {subject, predicate, object, datatype, lang, graph};
  (void)flags;
  for (size_t i = 0U; i < sizeof(parts) / sizeof(parts[0]); ++i) {
    reading_serd_node(r, parts[i]);
  }
  CU_ASSERT_EQUAL(ln_text_add_byte(&r->lines, '\x1e'), LN_OK);
  return SERD_SUCCESS;
}

static inline SerdStatus
reading_serd_error(void* const self, const SerdError* const error)
{
  (void)error;
  ++((reading*)self)->faults;
  return SERD_SUCCESS;
}

static inline int
reading_compare(const void* const a, const void* const b)
{
  return strcmp(*(char* const*)a, *(char* const*)b);
}

/** Sort the records and give them back as one string, to be freed with ln_free. */
static inline char*
reading_sorted(ln_text* const lines)
{
  size_t n = 0U;
  for (size_t i = 0U; i < lines->n; ++i) {
    n += lines->s[i] == '\x1e' ? 1U : 0U;
  }
  char** const records = (char**)ln_alloc((n + 1U) * sizeof(char*));
  char* const  sorted  = (char*)ln_alloc(lines->n + 1U);
  CU_ASSERT_PTR_NOT_NULL_FATAL(records);
  CU_ASSERT_PTR_NOT_NULL_FATAL(sorted);
  char*  at   = lines->s;
  size_t used = 0U;
  for (size_t i = 0U; i < n; ++i) {
    records[i] = at;
    at         = strchr(at, '\x1e');
    *at++      = '\0';
  }
  qsort(records, n, sizeof(char*), reading_compare);
  for (size_t i = 0U; i < n; ++i) {
    if (i > 0U && strcmp(records[i], records[i - 1U]) == 0) {
      continue; // graphs are sets
    }
    const size_t length = strlen(records[i]);
    memcpy(sorted + used, records[i], length);
    used += length;
    sorted[used++] = '\n';
  }
  sorted[used] = '\0';
  ln_free(records);
  ln_text_clear(lines);
  return sorted;
}

static inline char*
read_with_serd(const ln_view document, const SerdSyntax syntax)
{
  reading           r = {{NULL, 0U, 0U}, serd_env_new(NULL), 0U};
  SerdReader* const reader =
    serd_reader_new(syntax, &r, NULL, NULL, reading_serd_prefix, reading_serd_statement, NULL);
  ln_text text = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_text_add(&text, document), LN_OK); // for the NUL at the end
  serd_reader_set_strict(reader, true);
  serd_reader_set_error_sink(reader, reading_serd_error, &r);
  CU_ASSERT_EQUAL(serd_reader_read_string(reader, (const uint8_t*)text.s), SERD_SUCCESS);
  CU_ASSERT_EQUAL(r.faults, 0U);
  serd_reader_free(reader);
  serd_env_free(r.env);
  ln_text_clear(&text);
  return reading_sorted(&r.lines);
}

static inline void
reading_raptor_term(ln_text* const lines, const raptor_term* const term)
{
  if (!term) {
    reading_add(lines, "", 0U);
  } else if (term->type == RAPTOR_TERM_TYPE_URI) {
    size_t            n = 0U;
    const char* const s = (const char*)raptor_uri_as_counted_string(term->value.uri, &n);
    reading_add(lines, s, n);
  } else if (term->type == RAPTOR_TERM_TYPE_BLANK) {
    reading_add(lines, (const char*)term->value.blank.string, term->value.blank.string_len);
  } else {
    reading_add(lines, (const char*)term->value.literal.string, term->value.literal.string_len);
  }
}

static inline void
reading_raptor_statement(void* const self, raptor_statement* const statement)
{
  reading* const           r      = (reading*)self;
  const raptor_term* const object = statement->object;
  reading_raptor_term(&r->lines, statement->subject);
  reading_raptor_term(&r->lines, statement->predicate);
  reading_raptor_term(&r->lines, object);
  const bool        literal  = object->type == RAPTOR_TERM_TYPE_LITERAL;
  raptor_uri* const datatype = literal ? object->value.literal.datatype : NULL;
  const char* const lang     = literal ? (const char*)object->value.literal.language : NULL;
  const char* const type     = datatype ? (const char*)raptor_uri_as_string(datatype) : "";
  reading_add(&r->lines, type, strlen(type));
  reading_add(&r->lines, lang ? lang : "", lang ? strlen(lang) : 0U);
  reading_raptor_term(&r->lines, statement->graph);
  CU_ASSERT_EQUAL(ln_text_add_byte(&r->lines, '\x1e'), LN_OK);
}

static inline void
reading_raptor_log(void* const self, raptor_log_message* const message)
{
  ((reading*)self)->faults += message->level >= RAPTOR_LOG_LEVEL_ERROR ? 1U : 0U;
}

static inline char*
read_with_raptor(const ln_view document, const char* const syntax)
{
  reading             r     = {{NULL, 0U, 0U}, NULL, 0U};
  raptor_world* const world = raptor_new_world();
  CU_ASSERT_EQUAL(raptor_world_set_log_handler(world, &r, reading_raptor_log), 0);
  raptor_parser* const parser = raptor_new_parser(world, syntax);
  raptor_uri* const    base   = raptor_new_uri(world, (const unsigned char*)"http://base.example/");
  raptor_parser_set_statement_handler(parser, &r, reading_raptor_statement);
  CU_ASSERT_EQUAL(raptor_parser_parse_start(parser, base), 0);
  CU_ASSERT_EQUAL(
    raptor_parser_parse_chunk(parser, (const unsigned char*)document.s, document.n, 1), 0);
  CU_ASSERT_EQUAL(r.faults, 0U);
  raptor_free_uri(base);
  raptor_free_parser(parser);
  raptor_free_world(world);
  return reading_sorted(&r.lines);
}

/** Compare two readings and give them back. */
static inline void
check_same_reading(char* const a, char* const b)
{
  CU_ASSERT(strlen(a) > 0U);
  CHECK_VIEW(ln_view_of(a), b);
  ln_free(a);
  ln_free(b);
}

#endif
