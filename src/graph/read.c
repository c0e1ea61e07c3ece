/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Reads graphs from files. Here the file is opened, its syntax and address are found, and
   complaints are made into findings; the grammars are those of serd (read_serd.c), raptor
   (read_raptor.c) and, for a triple a line and for JSON-LD, liner's own (read_lines.c,
   read_jsonld.c). Nothing is kept, so a file of any size takes the same memory. */

#include "graph/read.h"

#include "base/memory.h"
#include "base/pack.h"
#include "base/text.h"
#include "graph/read_inner.h"
#include "rdf/iri.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  const char* name;
  const char* label;
  const char* endings;
  ln_status (*read)(ln_read_job* job);
} syntax;

static const syntax SYNTAXES[] = {
  {"turtle", "Turtle 1.1", ".ttl .turtle .n3", ln_read_serd},
  {"trig", "TriG 1.1", ".trig", ln_read_serd},
  {"ntriples", "N-Triples 1.1", ".nt", ln_read_lines},
  {"nquads", "N-Quads 1.1", ".nq", ln_read_lines},
  {"rdfxml", "RDF/XML 1.1", ".rdf .owl .xml", ln_read_raptor},
  {"jsonld", "JSON-LD 1.1", ".jsonld", ln_read_jsonld},
  {"rdfa", "RDFa 1.1 in HTML", ".html .xhtml .htm", ln_read_raptor},
};

static const syntax CHANGES = {LN_READ_CHANGES, "", "", ln_read_changes};

enum { N_SYNTAXES = sizeof(SYNTAXES) / sizeof(SYNTAXES[0]) };

bool
ln_read_syntax(const size_t       i,
               const char** const name,
               const char** const label,
               const char** const endings)
{
  if (i >= N_SYNTAXES) {
    return false;
  }
  *name    = SYNTAXES[i].name;
  *label   = SYNTAXES[i].label;
  *endings = SYNTAXES[i].endings;
  return true;
}

/* NULL: there is no such syntax. A path without a known ending is taken for Turtle, which also is
   N-Triples. */
static const syntax*
find_syntax(const ln_reading* const reading)
{
  const ln_view path = ln_view_of(reading->path);
  if (reading->syntax && strcmp(reading->syntax, CHANGES.name) == 0) {
    return &CHANGES;
  }
  for (size_t i = 0U; i < N_SYNTAXES; ++i) {
    if (reading->syntax ? strcmp(reading->syntax, SYNTAXES[i].name) == 0
                        : ln_pack_ends(path, ln_view_of(SYNTAXES[i].endings))) {
      return &SYNTAXES[i];
    }
  }
  return reading->syntax ? NULL : &SYNTAXES[0];
}

/* Bytes that no IRI has are percent-encoded (RFC 8089, section 2). */
static ln_status
add_encoded(const char* const path, ln_text* const out)
{
  static const char HEX[] = "0123456789ABCDEF";
  for (const char* c = path; *c; ++c) {
    const unsigned char byte = (unsigned char)*c;
    if (byte <= ' ' || byte == 0x7FU || strchr("<>\"{}|^`%?#\\", *c)) {
      const char encoded[3] = {'%', HEX[byte >> 4U], HEX[byte & 15U]};
      LN_TRY(ln_text_add(out, (ln_view){encoded, sizeof(encoded)}));
    } else {
      LN_TRY(ln_text_add_byte(out, *c));
    }
  }
  return LN_OK;
}

/* Append the address of the folder that relative paths are meant in. */
static ln_status
add_folder(ln_text* const out)
{
  char* const folder = (char*)ln_alloc(PATH_MAX);
  if (!folder) {
    return LN_NO_MEM;
  }
  ln_status st = ln_text_add(out, LN_V("file://"));
  if (st == LN_OK && getcwd(folder, PATH_MAX)) {
    st = add_encoded(folder, out);
  }
  ln_free(folder);
  return st == LN_OK ? ln_text_add_byte(out, '/') : st;
}

/* The address of a file; that of the root for standard input. */
static ln_status
add_address(const char* const path, ln_text* const out)
{
  ln_text   folder = {0};
  ln_text   name   = {0};
  ln_status st     = add_folder(&folder);
  st               = st == LN_OK ? add_encoded(strcmp(path, "-") == 0 ? "/" : path, &name) : st;
  if (st == LN_OK) {
    st = ln_iri_resolve(ln_text_view(&folder), ln_text_view(&name), out);
  }
  ln_text_clear(&folder);
  ln_text_clear(&name);
  return st;
}

void
ln_read_fault(ln_read_job* const job,
              const uint64_t     line,
              const uint64_t     column,
              const ln_view      message)
{
  const ln_spot spot = {.source = job->source, .place = {.line = line, .column = column}};
  job->faulty        = true;
  if (job->status == LN_OK) {
    job->status = ln_report_at(job->log,
                               LN_L0702,
                               LN_KEPT,
                               &spot,
                               LN_V(""),
                               "%.*s; the file was read up to here",
                               (int)(message.n < INT_MAX ? message.n : INT_MAX),
                               message.s ? message.s : "");
  }
}

void
ln_read_refuse(ln_read_job* const job, const uint64_t line, const ln_view message)
{
  const ln_spot spot = {.source = job->source, .place = {.line = line}};
  job->faulty        = true;
  if (job->status == LN_OK) {
    job->status = ln_report_at(job->log,
                               LN_L0771,
                               LN_KEPT,
                               &spot,
                               LN_V(""),
                               "%.*s; the file was read up to here",
                               (int)(message.n < INT_MAX ? message.n : INT_MAX),
                               message.s ? message.s : "");
  }
}

void
ln_read_fault_here(ln_read_job* const job, const uint64_t line, const ln_view message)
{
  if (line > 0U || !job->repeatable) {
    ln_read_fault(job, line, 0U, message);
    return;
  }
  job->faulty = true;
  job->again  = true;
}

bool
ln_read_take(ln_read_job* const job, const ln_read_triple* const triple)
{
  if (job->status == LN_OK && !job->faulty) {
    const bool stopped = job->stop && *job->stop != 0;
    job->status        = stopped ? LN_STOP : job->take(job->self, triple);
  }
  return job->status == LN_OK && !job->faulty;
}

static ln_status
report_unreadable(ln_log* const log, const uint32_t source, const char* const error)
{
  const ln_where  where = {.source = source};
  const ln_status st =
    ln_report(log, LN_L0701, LN_KEPT, where, LN_V(""), "this graph cannot be read: %s", error);
  return st == LN_NO_MEM ? st : LN_IO;
}

static ln_status
read_open(const syntax* const s, const ln_reading* const reading, ln_read_job* const job)
{
  ln_text   base = {0};
  ln_status st   = reading->base ? ln_text_add(&base, ln_view_of(reading->base))
                                 : add_address(reading->path, &base);
  if (st == LN_OK) {
    job->base = ln_text_view(&base);
    st        = s->read(job);
    st        = job->status != LN_OK ? job->status : st;
  }
  if (st == LN_IO && job->status == LN_OK) {
    st = report_unreadable(job->log, job->source, ln_in_error(job->in));
  }
  ln_text_clear(&base);
  return st;
}

/* Open, read, close. */
static ln_status
read_once(const syntax* const s, const ln_reading* const reading, ln_read_job* const job)
{
  const char*     error = "";
  const ln_status st    = reading->bytes.s ? ln_in_memory(reading->bytes, &job->in)
                                           : ln_in_open(reading->path, &job->in, &error);
  if (st != LN_OK) {
    return st == LN_IO ? report_unreadable(job->log, job->source, error) : st;
  }
  job->repeatable        = reading->bytes.s || ln_in_again(job->in);
  const ln_status done   = read_open(s, reading, job);
  const ln_status closed = ln_in_close(job->in);
  if (done == LN_OK && closed == LN_IO) {
    return report_unreadable(job->log, job->source, "closing it failed");
  }
  return done != LN_OK ? done : closed;
}

static ln_status
take_nothing(void* const self, const ln_read_triple* const triple)
{
  (void)self;
  (void)triple;
  return LN_OK;
}

ln_status
ln_read_triples(const ln_reading* const reading,
                const uint32_t          source,
                ln_log* const           log,
                const ln_triple_func    take,
                void* const             self,
                bool* const             whole)
{
  const syntax* const s   = find_syntax(reading);
  ln_read_job         job = {.lines  = reading->lines,
                             .stop   = reading->stop,
                             .source = source,
                             .log    = log,
                             .take   = take,
                             .self   = self};
  *whole                  = false;
  if (!s) {
    LN_TRY(ln_report(log,
                     LN_L0703,
                     LN_KEPT,
                     (ln_where){.source = source},
                     LN_V(""),
                     "%s is not a syntax that can be read",
                     ln_shown(log, ln_view_of(reading->syntax))));
    return LN_USAGE;
  }
  job.syntax   = s->name;
  ln_status st = read_once(s, reading, &job);
  if (st == LN_OK && job.again) {
    job.lines  = true;
    job.take   = take_nothing;
    job.faulty = false;
    st         = read_once(s, reading, &job);
  }
  *whole = st == LN_OK && !job.faulty;
  return st;
}
