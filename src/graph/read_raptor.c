/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* RDF/XML and RDFa, by raptor. It may not use the network, nor load what an entity names. raptor
   goes on after some errors; here the first one ends the reading. Its own memory does not come from
   base/memory.h. */

#include "base/memory.h"
#include "base/text.h"
#include "graph/read_inner.h"
#include "graph/read_raptor_library.h"

#include <string.h>

enum { PAGE = 1 << 16 };

typedef struct {
  ln_read_job*      job;
  ln_raptor_library lib;
  raptor_parser*    parser;
} raptor_reading;

static uint64_t
positive(const int n)
{
  return n > 0 ? (uint64_t)n : 0U;
}

static void
on_message(void* const self, raptor_log_message* const message)
{
  const raptor_reading* const r     = (const raptor_reading*)self;
  const raptor_locator*       place = message->locator;
  if (message->level < RAPTOR_LOG_LEVEL_ERROR || r->job->faulty) {
    return;
  }
  if (r->parser && (!place || place->line <= 0)) {
    place = r->lib.raptor_parser_get_locator(r->parser);
  }
  ln_read_fault(r->job,
                place ? positive(place->line) : 0U,
                place ? positive(place->column) : 0U,
                ln_view_of(message->text ? message->text : "it is not well-formed"));
}

static ln_view
uri_text(const ln_raptor_library* const lib, raptor_uri* const uri)
{
  size_t                     n = 0U;
  const unsigned char* const s = uri ? lib->raptor_uri_as_counted_string(uri, &n) : NULL;
  return (ln_view){(const char*)s, n};
}

static ln_read_term
term_of(const ln_raptor_library* const lib, const raptor_term* const term)
{
  ln_read_term out = {LN_NONE, {NULL, 0U}, {NULL, 0U}, {NULL, 0U}};
  if (!term) {
    return out;
  }
  if (term->type == RAPTOR_TERM_TYPE_URI) {
    out.kind = LN_IRI;
    out.text = uri_text(lib, term->value.uri);
  } else if (term->type == RAPTOR_TERM_TYPE_BLANK) {
    out.kind = LN_BLANK;
    out.text = (ln_view){(const char*)term->value.blank.string, term->value.blank.string_len};
  } else {
    const raptor_term_literal_value* const literal = &term->value.literal;

    out.kind     = LN_LITERAL;
    out.text     = (ln_view){(const char*)literal->string, literal->string_len};
    out.datatype = uri_text(lib, literal->datatype);
    out.lang     = (ln_view){(const char*)literal->language, literal->language_len};
  }
  return out;
}

static void
on_statement(void* const self, raptor_statement* const statement)
{
  const raptor_reading* const r     = (const raptor_reading*)self;
  const raptor_locator* const place = r->lib.raptor_parser_get_locator(r->parser);
  const ln_read_triple        t     = {.subject   = term_of(&r->lib, statement->subject),
                                       .predicate = term_of(&r->lib, statement->predicate),
                                       .object    = term_of(&r->lib, statement->object),
                                       .graph     = term_of(&r->lib, statement->graph),
                                       .line = r->job->lines && place ? positive(place->line) : 0U};
  if (!ln_read_take(r->job, &t)) {
    r->lib.raptor_parser_parse_abort(r->parser);
  }
}

static ln_status
feed(const raptor_reading* const r, char* const page)
{
  ln_status st = LN_OK;
  while (st == LN_OK && r->job->status == LN_OK && !r->job->faulty) {
    size_t n        = 0U;
    st              = ln_in_read(r->job->in, page, PAGE, &n);
    const int ended = st == LN_END;
    if ((st == LN_OK || ended) &&
        r->lib.raptor_parser_parse_chunk(r->parser, (const unsigned char*)page, n, ended) != 0 &&
        r->job->status == LN_OK && !r->job->faulty) {
      ln_read_fault(r->job, 0U, 0U, LN_V("it is not well-formed"));
    }
  }
  return st == LN_END ? LN_OK : st;
}

static ln_status
parse(raptor_reading* const r, raptor_world* const world)
{
  raptor_uri* const base = r->lib.raptor_new_uri_from_counted_string(
    world, (const unsigned char*)(r->job->base.n > 0U ? r->job->base.s : ""), r->job->base.n);
  char* const page = (char*)ln_alloc(PAGE);
  ln_status   st   = LN_NO_MEM;
  if (base && page) {
    r->lib.raptor_parser_set_statement_handler(r->parser, r, on_statement);
    (void)r->lib.raptor_parser_set_option(r->parser, RAPTOR_OPTION_NO_NET, NULL, 1);
    (void)r->lib.raptor_parser_set_option(r->parser, RAPTOR_OPTION_NO_FILE, NULL, 1);
    st = r->lib.raptor_parser_parse_start(r->parser, base) == 0 ? feed(r, page) : LN_NO_MEM;
  }
  ln_free(page);
  if (base) {
    r->lib.raptor_free_uri(base);
  }
  return st;
}

static ln_status
read_with(raptor_reading* const r)
{
  raptor_world* const world = r->lib.raptor_new_world_internal(RAPTOR_VERSION);
  ln_status           st    = LN_NO_MEM;
  if (world) {
    r->lib.raptor_world_set_log_handler(world, r, on_message);
    r->parser = r->lib.raptor_new_parser(world, r->job->syntax);
    if (r->parser) {
      st = parse(r, world);
      r->lib.raptor_free_parser(r->parser);
    }
    r->lib.raptor_free_world(world);
  }
  return st;
}

ln_status
ln_read_raptor(ln_read_job* const job)
{
  raptor_reading r       = {.job = job};
  const char*    problem = NULL;
  ln_status      st      = LN_OK;
  if (ln_raptor_library_open(LN_RAPTOR_LIBRARY, &r.lib, &problem) == LN_OK) {
    st = read_with(&r);
  } else {
    ln_read_fault(job, 0U, 0U, ln_view_of(problem));
  }
  return job->status != LN_OK ? job->status : st;
}
