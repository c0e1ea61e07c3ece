/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* canon SYNTAX <FILE: reads turtle, ntriples, nquads or trig with serd and prints N-Triples or
   N-Quads in one form: characters as they are, with the four escapes that N-Triples demands and no
   other, language tags in lower case. What serd finds wrong is an error. */

#include <serd/serd.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  SerdEnv* env;
  bool     failed;
} reading;

static SerdStatus
take_base(void* const self, const SerdNode* const uri)
{
  return serd_env_set_base_uri(((reading*)self)->env, uri);
}

static SerdStatus
take_prefix(void* const self, const SerdNode* const name, const SerdNode* const uri)
{
  return serd_env_set_prefix(((reading*)self)->env, name, uri);
}

static void
put_text(const SerdNode* const node)
{
  for (size_t i = 0U; i < node->n_bytes; ++i) {
    const char c = (char)node->buf[i];
    if (c == '"' || c == '\\') {
      (void)printf("\\%c", c);
    } else if (c == '\n' || c == '\r') {
      (void)fputs(c == '\n' ? "\\n" : "\\r", stdout);
    } else {
      (void)putchar(c);
    }
  }
}

static void
put_node(const reading* const r, const SerdNode* const node)
{
  if (node->type == SERD_BLANK) {
    (void)printf("_:%s", (const char*)node->buf);
    return;
  }
  SerdNode whole = serd_env_expand_node(r->env, node);
  (void)printf("<%s>", (const char*)(whole.buf ? whole.buf : node->buf));
  serd_node_free(&whole);
}

static void
put_object(const reading* const  r,
           const SerdNode* const object,
           const SerdNode* const datatype,
           const SerdNode* const lang)
{
  if (object->type != SERD_LITERAL) {
    put_node(r, object);
    return;
  }
  (void)putchar('"');
  put_text(object);
  (void)putchar('"');
  if (lang && lang->buf) {
    (void)putchar('@');
    for (size_t i = 0U; i < lang->n_bytes; ++i) {
      const char c = (char)lang->buf[i];
      (void)putchar(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
  } else if (datatype && datatype->buf) {
    (void)fputs("^^", stdout);
    put_node(r, datatype);
  }
}

static SerdStatus
take_statement(void* const              self,
               const SerdStatementFlags flags,
               const SerdNode* const    graph,
               const SerdNode* const    subject,
               const SerdNode* const    predicate,
               const SerdNode* const    object,
               const SerdNode* const    datatype,
               const SerdNode* const    lang)
{
  const reading* const r = self;
  (void)flags;
  put_node(r, subject);
  (void)putchar(' ');
  put_node(r, predicate);
  (void)putchar(' ');
  put_object(r, object, datatype, lang);
  if (graph && graph->buf) {
    (void)putchar(' ');
    put_node(r, graph);
  }
  (void)fputs(" .\n", stdout);
  return SERD_SUCCESS;
}

static SerdStatus
take_error(void* const self, const SerdError* const error)
{
  ((reading*)self)->failed = true;
  (void)fprintf(stderr, "canon: line %u, column %u: ", error->line, error->col);
  (void)vfprintf(stderr, error->fmt, *error->args);
  return SERD_SUCCESS;
}

int
main(const int argc, char** const argv)
{
  static const struct {
    const char* name;
    SerdSyntax  syntax;
  } syntaxes[] = {{"turtle", SERD_TURTLE},
                  {"ntriples", SERD_NTRIPLES},
                  {"nquads", SERD_NQUADS},
                  {"trig", SERD_TRIG}};
  size_t i     = 0U;
  while (i < 4U && (argc != 2 || strcmp(argv[1], syntaxes[i].name) != 0)) {
    ++i;
  }
  if (i == 4U) {
    (void)fputs("usage: canon turtle|ntriples|nquads|trig <FILE\n", stderr);
    return 2;
  }
  reading           r = {.env = serd_env_new(NULL)};
  SerdReader* const reader =
    serd_reader_new(syntaxes[i].syntax, &r, NULL, take_base, take_prefix, take_statement, NULL);
  serd_reader_set_strict(reader, true);
  serd_reader_set_error_sink(reader, take_error, &r);
  const SerdStatus status =
    serd_reader_read_file_handle(reader, stdin, (const uint8_t*)"standard input");
  serd_reader_free(reader);
  serd_env_free(r.env);
  const bool written = fflush(stdout) == 0;
  return (status <= SERD_FAILURE && !r.failed && written) ? EXIT_SUCCESS : EXIT_FAILURE;
}
