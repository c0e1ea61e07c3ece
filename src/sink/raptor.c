/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Any syntax raptor can write. raptor drops the results of its own writes and goes on after
   statements that it cannot say, so both are watched from outside: its device is ours, whose first
   failure stays, and its first error message ends the run. Statements of named graphs are written
   without their graph, which none of these syntaxes has. raptor keeps most graphs whole until the
   end; its own memory does not come from base/memory.h. Not offered: its XMP profile, which drops
   subjects, and its RDF/JSON, which writes characters beyond U+FFFF in a way that is not JSON. */

#include "base/memory.h"
#include "graph/read_raptor_library.h"
#include "sink/writers.h"

typedef struct {
  const ln_names*    names;
  ln_out*            out;
  ln_raptor_library  lib;
  raptor_world*      world;
  raptor_serializer* serializer;
  raptor_iostream*   stream;
  bool               xml;    ///< predicates must be names of XML
  ln_text            iri;    ///< scratch
  ln_text            error;  ///< the first message; empty: none
  ln_where           where;  ///< of the statement at hand, which is that of the error
  bool               failed; ///< there was no memory for the message
} raptor_writer;

typedef struct {
  const char* name;
  const char* label;
  const char* ending;
} syntax;

static const syntax SYNTAXES[] = {
  {"rdfxml", "RDF/XML", ".rdf"},
  {"rdfxml-abbrev", "RDF/XML, abbreviated", ".rdf"},
  {"rss-1.0", "RSS 1.0 (graphs with a channel)", ".rss"},
  {"atom", "Atom 1.0 (graphs with a channel)", ".atom"},
  {"dot", "GraphViz DOT", ".dot"},
  {"html", "HTML table", ".html"},
};

bool
ln_raptor_syntax(const size_t       i,
                 const char** const name,
                 const char** const label,
                 const char** const ending)
{
  if (i >= sizeof(SYNTAXES) / sizeof(SYNTAXES[0])) {
    return false;
  }
  *name   = SYNTAXES[i].name;
  *label  = SYNTAXES[i].label;
  *ending = SYNTAXES[i].ending;
  return true;
}

static bool
is_known(const char* const name)
{
  for (size_t i = 0U; i < sizeof(SYNTAXES) / sizeof(SYNTAXES[0]); ++i) {
    if (strcmp(SYNTAXES[i].name, name) == 0) {
      return true;
    }
  }
  return false;
}

/** Remember the first error. */
static void
on_message(void* const self, raptor_log_message* const message)
{
  raptor_writer* const w = (raptor_writer*)self;
  if (message->level < RAPTOR_LOG_LEVEL_ERROR || w->error.n > 0U) {
    return;
  }
  if (ln_text_add(&w->error, ln_view_of(message->text ? message->text : "error")) != LN_OK) {
    w->failed = true;
  }
}

static int
on_byte(void* const self, const int byte)
{
  const raptor_writer* const w = (const raptor_writer*)self;
  ln_out_put_byte(w->out, (char)byte);
  return w->out->status == LN_OK ? 0 : 1;
}

static int
on_bytes(void* const self, const void* const bytes, const size_t size, const size_t n)
{
  const raptor_writer* const w = (const raptor_writer*)self;
  ln_out_put(w->out, (const char*)bytes, size * n);
  return w->out->status == LN_OK ? 0 : 1;
}

static ln_status
state(const raptor_writer* const w)
{
  LN_TRY(w->out->status);
  if (w->failed) {
    return LN_NO_MEM;
  }
  return w->error.n > 0U ? LN_IO : LN_OK;
}

/** What follows a call of raptor that may have failed without saying why. */
static ln_status
check(raptor_writer* const w, const bool ok)
{
  LN_TRY(state(w));
  if (ok) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(&w->error, LN_V("raptor failed without saying why")));
  return LN_IO;
}

static const unsigned char*
bytes_of(const ln_view v)
{
  return (const unsigned char*)(v.n > 0U ? v.s : "");
}

/** NULL if there is no memory. raptor 2.0.15 copies the byte behind a language too, which has to be
   a NUL, so the tag goes through a scratch text. */
static raptor_term*
new_literal(raptor_writer* const w, const ln_term term)
{
  const ln_stem* const stem     = ln_names_stem_at(w->names, term.stem);
  raptor_uri*          datatype = NULL;
  if (stem->iri.n > 0U) {
    datatype =
      w->lib.raptor_new_uri_from_counted_string(w->world, bytes_of(stem->iri), stem->iri.n);
    if (!datatype) {
      return NULL;
    }
  }
  ln_text_reset(&w->iri);
  if (stem->lang.n > UINT8_MAX || ln_text_add(&w->iri, stem->lang) != LN_OK) {
    w->lib.raptor_free_uri(datatype);
    return NULL;
  }
  raptor_term* const made = w->lib.raptor_new_term_from_counted_literal(
    w->world,
    bytes_of(ln_term_bytes(term)),
    term.n,
    datatype,
    stem->lang.n > 0U ? bytes_of(ln_text_view(&w->iri)) : NULL,
    (unsigned char)stem->lang.n);
  if (datatype) {
    w->lib.raptor_free_uri(datatype);
  }
  return made;
}

/** NULL if there is no memory. */
static raptor_term*
new_term(raptor_writer* const w, const ln_term term)
{
  if (term.kind == LN_LITERAL) {
    return new_literal(w, term);
  }
  if (term.kind == LN_BLANK) {
    return w->lib.raptor_new_term_from_counted_blank(
      w->world, bytes_of(ln_term_bytes(term)), term.n);
  }
  ln_text_reset(&w->iri);
  if (ln_names_expand(w->names, term, &w->iri) != LN_OK) {
    return NULL;
  }
  const ln_view iri = ln_text_view(&w->iri);
  return w->lib.raptor_new_term_from_counted_uri_string(w->world, bytes_of(iri), iri.n);
}

/** Whether the IRI ends in a name of XML. Asked before raptor is, since the abbreviating serializer
   (2.0.15) writes to freed memory when it finds out by itself. Bytes above 0x7F are taken as
   letters here and left to raptor. */
static bool
has_xml_name(const ln_view iri)
{
  for (size_t i = iri.n; i > 0U; --i) {
    const unsigned char c      = (unsigned char)iri.s[i - 1U];
    const bool          letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (letter || c >= 0x80U) {
      return true;
    }
    if (!((c >= '0' && c <= '9') || c == '-' || c == '.')) {
      return false;
    }
  }
  return false;
}

static ln_status
write_pair(raptor_writer* const w, const ln_desc* const desc, const ln_pair* const pair)
{
  const ln_view iri = pair->predicate < LN_PREDICATE_CELL
                        ? ln_names_predicate_at(w->names, pair->predicate)->iri
                        : desc->dynamic[pair->predicate - LN_PREDICATE_CELL];
  if (w->xml && !has_xml_name(iri)) {
    LN_TRY(ln_text_add(&w->error, LN_V("RDF/XML cannot name the predicate <")));
    LN_TRY(ln_text_add(&w->error, iri));
    LN_TRY(ln_text_add(&w->error, LN_V(">")));
    return LN_IO;
  }
  raptor_term* const subject = new_term(w, desc->subject);
  raptor_term* const object  = new_term(w, pair->object);
  raptor_term* const predicate =
    w->lib.raptor_new_term_from_counted_uri_string(w->world, bytes_of(iri), iri.n);
  // Takes the terms over, even when it fails.
  raptor_statement* const statement =
    w->lib.raptor_new_statement_from_nodes(w->world, subject, predicate, object, NULL);
  const bool whole = statement && subject && predicate && object;
  w->failed        = w->failed || !whole;
  const bool ok =
    whole && w->lib.raptor_serializer_serialize_statement(w->serializer, statement) == 0;
  if (statement) {
    w->lib.raptor_free_statement(statement);
  }
  return check(w, ok);
}

static ln_status
raptor_describe(void* const self, const ln_desc* const desc)
{
  raptor_writer* const w = (raptor_writer*)self;
  LN_TRY(state(w));
  w->where = desc->where;
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    w->where = ln_desc_where(desc, i);
    LN_TRY(write_pair(w, desc, &desc->pairs[i]));
  }
  return LN_OK;
}

static ln_status
raptor_finish(void* const self)
{
  raptor_writer* const w = (raptor_writer*)self;
  LN_TRY(state(w));
  w->where = (ln_where){0}; /* what fails now is the graph as a whole */
  return check(w, w->lib.raptor_serializer_serialize_end(w->serializer) == 0);
}

static void
raptor_free(void* const self)
{
  raptor_writer* const w = (raptor_writer*)self;
  if (w->serializer) {
    w->lib.raptor_free_serializer(w->serializer);
  }
  if (w->stream) {
    w->lib.raptor_free_iostream(w->stream);
  }
  if (w->world) {
    w->lib.raptor_free_world(w->world);
  }
  ln_text_clear(&w->iri);
  ln_text_clear(&w->error);
  ln_free(w);
}

/** raptor's answer says little: most serializers know no prefixes, others refuse their own. */
static ln_status
declare_prefixes(raptor_writer* const w)
{
  size_t                 n        = 0U;
  const ln_prefix* const prefixes = ln_names_prefixes(w->names, &n);
  for (size_t i = 0U; i < n; ++i) {
    ln_text_reset(&w->iri);
    LN_TRY(ln_text_add(&w->iri, prefixes[i].name)); // for the NUL at the end
    const ln_view     name = ln_text_view(&w->iri);
    raptor_uri* const iri  = w->lib.raptor_new_uri_from_counted_string(
      w->world, bytes_of(prefixes[i].iri), prefixes[i].iri.n);
    if (!iri) {
      return LN_NO_MEM;
    }
    (void)w->lib.raptor_serializer_set_namespace(
      w->serializer, iri, name.n > 0U ? bytes_of(name) : NULL);
    w->lib.raptor_free_uri(iri);
  }
  return LN_OK;
}

static ln_status
start(raptor_writer* const w, const char* const name)
{
  static const raptor_iostream_handler DEVICE = {
    2, NULL, NULL, on_byte, on_bytes, NULL, NULL, NULL};
  const char* problem = NULL;
  if (ln_raptor_library_open(LN_RAPTOR_LIBRARY, &w->lib, &problem) != LN_OK) {
    return ln_text_add(&w->error, ln_view_of(problem)); // the first description fails
  }
  w->world = w->lib.raptor_new_world_internal(RAPTOR_VERSION);
  if (!w->world || w->lib.raptor_world_set_log_handler(w->world, w, on_message) != 0 ||
      w->lib.raptor_world_open(w->world) != 0) {
    return LN_NO_MEM;
  }
  w->serializer = w->lib.raptor_new_serializer(w->world, name);
  w->stream     = w->lib.raptor_new_iostream_from_handler(w->world, w, &DEVICE);
  if (!w->serializer || !w->stream) {
    return LN_NO_MEM;
  }
  LN_TRY(declare_prefixes(w));
  return check(w, w->lib.raptor_serializer_start_to_iostream(w->serializer, NULL, w->stream) == 0);
}

ln_status
ln_raptor_new(const ln_names* const names,
              const char* const     name,
              ln_out* const         out,
              ln_sink* const        sink)
{
  static const struct ln_sink_ops OPS = {
    .describe = raptor_describe, .finish = raptor_finish, .free = raptor_free};
  if (!is_known(name)) {
    return LN_USAGE;
  }
  raptor_writer* const w = (raptor_writer*)ln_alloc_zero(1U, sizeof(raptor_writer));
  if (!w) {
    return LN_NO_MEM;
  }
  w->names               = names;
  w->out                 = out;
  w->xml                 = strncmp(name, "rdfxml", 6U) == 0;
  const ln_status status = start(w, name);
  if (status != LN_OK) {
    raptor_free(w);
    return status;
  }
  *sink = (ln_sink){&OPS, w};
  return LN_OK;
}

ln_where
ln_raptor_where(const ln_sink sink)
{
  return ((const raptor_writer*)sink.self)->where;
}

const char*
ln_raptor_error(const ln_sink sink)
{
  const raptor_writer* const w = (const raptor_writer*)sink.self;
  return w->error.n > 0U ? w->error.s : "";
}
