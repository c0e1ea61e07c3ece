/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A description of the data set that is made, as a small graph with names of its own. Files are
   hashed while their rows are made; only one of which some part was passed over, or that was read
   as something else, such as a mapping, is read again. Nothing in it depends on the time, unless
   that was asked for, nor on threads. */

#include "run/void_description.h"

#include "base/in.h"
#include "base/memory.h"
#include "base/pack.h"
#include "base/text.h"
#include "graph/graph.h"
#include "map/embedded.h"
#include "rdf/iri.h"
#include "run/output.h"
#include "sink/testimony.h"

#include <sys/stat.h>
#include <time.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define XSD "http://www.w3.org/2001/XMLSchema#"
#define VOID "http://rdfs.org/ns/void#"
#define PROV "http://www.w3.org/ns/prov#"
#define DCAT "http://www.w3.org/ns/dcat#"
#define SPDX "http://spdx.org/rdf/terms#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define DCTERMS "http://purl.org/dc/terms/"
#define BUILTIN "builtin:"

enum { PIECE = 1 << 16 };

typedef struct {
  ln_session* session;
  ln_names*   names;
  ln_graph*   out;
  ln_arena    arena; ///< of IRIs and digits
  uint16_t    integer;
  uint16_t    count; ///< xsd:nonNegativeInteger
  uint16_t    hex;
  uint16_t    moment; ///< xsd:dateTime
  ln_term     set;
  ln_term     run;
} describing;

ln_status
ln_void_watch(ln_session* const s, ln_run_table* const t, ln_in* const in)
{
  if (!s->job->description || t->digest) {
    return LN_OK;
  }
  t->digest = ln_digest_new();
  if (!t->digest) {
    return LN_NO_MEM;
  }
  ln_in_digest(in, t->digest);
  return LN_OK;
}

/* ---- words ---- */

static ln_status
say(describing* const d, const ln_term subject, const ln_view predicate, const ln_term object)
{
  const ln_term about[2] = {subject, {.kind = LN_NONE}};
  return ln_say(d->out, d->names, about, predicate, object);
}

static ln_status
say_iri(describing* const d, const ln_term subject, const ln_view predicate, const ln_view iri)
{
  return say(d, subject, predicate, ln_say_iri(iri));
}

static ln_status
say_text(describing* const d,
         const ln_term     subject,
         const ln_view     predicate,
         const ln_view     text,
         const uint16_t    stem)
{
  const ln_term literal = {.s = text.s, .n = (uint32_t)text.n, .stem = stem, .kind = LN_LITERAL};
  return say(d, subject, predicate, literal);
}

static ln_status
say_number(describing* const d,
           const ln_term     subject,
           const ln_view     predicate,
           const uint64_t    n,
           const uint16_t    stem)
{
  ln_text   digits = {0};
  ln_status st     = ln_text_format(&digits, "%llu", (unsigned long long)n);
  st = st == LN_OK ? say_text(d, subject, predicate, ln_text_view(&digits), stem) : st;
  ln_text_clear(&digits);
  return st;
}

static ln_status
keep_term(describing* const d, ln_text* const iri, ln_term* const term)
{
  const ln_view kept = ln_arena_copy(&d->arena, ln_text_view(iri));
  *term              = ln_say_iri(kept);
  return kept.s ? LN_OK : LN_NO_MEM;
}

/* An IRI and a fragment, or a number behind it. */
static ln_status
name_part(
  describing* const d, const ln_term of, const char* const part, const size_t n, ln_term* out)
{
  ln_text   iri = {0};
  ln_status st  = ln_text_add(&iri, ln_term_bytes(of));
  st            = st == LN_OK ? ln_text_format(&iri, "#%s", part) : st;
  st            = st == LN_OK && n > 0U ? ln_text_format(&iri, "-%zu", n) : st;
  st            = st == LN_OK ? keep_term(d, &iri, out) : st;
  ln_text_clear(&iri);
  return st;
}

/* ---- files ---- */

/* Read a file as it stands for its digest. */
static ln_status
read_again(const describing* const d, const ln_view path, ln_digest* const digest)
{
  char* const piece = ln_alloc(PIECE);
  const char* error = NULL;
  ln_in*      in    = NULL;
  size_t      got   = 0U;
  ln_status   st    = piece ? ln_in_open(path.s, &in, &error) : LN_NO_MEM;
  if (st == LN_OK) {
    ln_in_digest(in, digest);
  }
  while (st == LN_OK) {
    st = ln_in_read(in, piece, PIECE, &got);
  }
  const ln_status closed = ln_in_close(in);
  ln_free(piece);
  if (st == LN_IO || (st == LN_END && closed != LN_OK)) {
    return ln_session_unreadable(d->session, path, error ? error : "");
  }
  return st == LN_END ? LN_OK : st;
}

/* Whether the digest is that of the whole file; of standard input there is no more to be had. */
static bool
is_whole(const ln_view path, const ln_digest* const digest)
{
  struct stat info;
  return ln_view_equals(path, LN_V("-")) ||
         (stat(path.s, &info) == 0 && (uint64_t)info.st_size == ln_digest_size(digest));
}

static ln_status
say_digest(describing* const d, const ln_term file, ln_digest* const digest)
{
  unsigned char sum[LN_SHA256_SIZE];
  char          hex[2U * LN_SHA256_SIZE];
  ln_term       checksum = {0};
  LN_TRY(say_number(d, file, LN_V(DCAT "byteSize"), ln_digest_size(digest), d->count));
  ln_digest_take(digest, sum);
  for (size_t i = 0U; i < LN_SHA256_SIZE; ++i) {
    hex[2U * i]        = "0123456789abcdef"[sum[i] >> 4U];
    hex[(2U * i) + 1U] = "0123456789abcdef"[sum[i] & 15U];
  }
  LN_TRY(name_part(d, file, "sha256", 0U, &checksum));
  LN_TRY(say(d, file, LN_V(SPDX "checksum"), checksum));
  LN_TRY(say_iri(d, checksum, LN_V(RDF "type"), LN_V(SPDX "Checksum")));
  LN_TRY(say_iri(d, checksum, LN_V(SPDX "algorithm"), LN_V(SPDX "checksumAlgorithm_sha256")));
  return say_text(d, checksum, LN_V(SPDX "checksumValue"), (ln_view){hex, sizeof(hex)}, d->hex);
}

static ln_status
say_file(describing* const d, const ln_term file, const ln_view path)
{
  const ln_view folder = ln_session_folder(path);
  LN_TRY(say_iri(d, file, LN_V(RDF "type"), LN_V(PROV "Entity")));
  LN_TRY(
    say_text(d, file, LN_V(RDFS "label"), ln_view_from(path, folder.n), (uint16_t)LN_STEM_STRING));
  LN_TRY(say(d, d->run, LN_V(PROV "used"), file));
  return LN_OK;
}

/* Whether an earlier table was read from the same file. */
static bool
is_told(const ln_session* const s, const size_t table)
{
  for (size_t i = 0U; i < table; ++i) {
    if (s->tables[i].present && ln_view_equals(s->tables[i].path, s->tables[table].path)) {
      return true;
    }
  }
  return false;
}

static ln_status
say_table(describing* const d, ln_run_table* const t)
{
  ln_view address = {0};
  LN_TRY(ln_session_whence(d->session, t, &address));
  const ln_term file = ln_say_iri(address);
  LN_TRY(say_file(d, file, ln_view_equals(t->path, LN_V("-")) ? LN_V("stdin") : t->path));
  LN_TRY(say(d, d->set, LN_V(PROV "wasDerivedFrom"), file));
  if (!is_whole(t->path, t->digest)) {
    unsigned char dropped[LN_SHA256_SIZE];
    ln_digest_take(t->digest, dropped);
    LN_TRY(read_again(d, t->path, t->digest));
  }
  return say_digest(d, file, t->digest);
}

static ln_status
say_tables(describing* const d)
{
  ln_session* const s = d->session;
  for (size_t i = 0U; i < s->n_tables; ++i) {
    if (s->tables[i].digest && !is_told(s, i)) {
      LN_TRY(say_table(d, &s->tables[i]));
    }
  }
  return LN_OK;
}

/* A mapping inside the program is named after it, a document by its address or file name. */
static ln_status
name_mapping(describing* const d, const ln_view name, const bool inside, ln_term* const term)
{
  ln_text   iri = {0};
  ln_status st  = LN_OK;
  if (inside) {
    st = ln_text_add(&iri, LN_V("https://w3id.org/liner/builtin/"));
    st = st == LN_OK ? ln_text_add(&iri, ln_view_from(name, sizeof(BUILTIN) - 1U)) : st;
  } else if (d->session->document.n > 0U) {
    st = ln_text_add(&iri, d->session->document);
  } else {
    st = ln_iri_resolve(d->session->base, LN_V("input/"), &iri);
    st = st == LN_OK ? ln_iri_encode(ln_view_from(name, ln_session_folder(name).n), &iri) : st;
  }
  st = st == LN_OK ? keep_term(d, &iri, term) : st;
  ln_text_clear(&iri);
  return st;
}

static ln_status
digest_mapping(const describing* const d, const ln_view name, const bool inside, ln_digest* digest)
{
  const ln_view            file  = ln_view_from(name, inside ? sizeof(BUILTIN) - 1U : 0U);
  const ln_embedded* const found = inside ? ln_embedded_find(file) : NULL;
  if (found) {
    ln_digest_add(digest, found->bytes);
  }
  return inside ? LN_OK : read_again(d, name, digest);
}

static ln_status
say_mapping(describing* const d)
{
  const ln_view name   = ln_log_path(d->session->log, d->session->mapping_source);
  const bool    inside = ln_view_starts(name, LN_V(BUILTIN));
  ln_digest*    digest = NULL;
  ln_term       term   = {0};
  if (d->session->mapping_source == 0U || name.n == 0U) {
    return LN_OK; // it was made of a header
  }
  LN_TRY(name_mapping(d, name, inside, &term));
  LN_TRY(say_file(d, term, inside ? ln_view_from(name, sizeof(BUILTIN) - 1U) : name));
  LN_TRY(say_iri(d, term, LN_V(RDF "type"), LN_V(PROV "Plan")));
  digest = ln_digest_new();
  LN_TRY(digest ? LN_OK : LN_NO_MEM);
  ln_status st = digest_mapping(d, name, inside, digest);
  st           = st == LN_OK && ln_digest_size(digest) > 0U ? say_digest(d, term, digest) : st;
  ln_digest_free(digest);
  return st;
}

/* ---- counts ---- */

static ln_status
say_partitions(describing* const               d,
               const ln_headcount_entry* const list,
               const size_t                    n,
               const bool                      classes)
{
  for (size_t i = 0U; i < n; ++i) {
    ln_term part = {0};
    LN_TRY(name_part(d, d->set, classes ? "class" : "property", i + 1U, &part));
    LN_TRY(
      say(d, d->set, classes ? LN_V(VOID "classPartition") : LN_V(VOID "propertyPartition"), part));
    LN_TRY(say_iri(d, part, classes ? LN_V(VOID "class") : LN_V(VOID "property"), list[i].iri));
    LN_TRY(say_number(
      d, part, classes ? LN_V(VOID "entities") : LN_V(VOID "triples"), list[i].n, d->integer));
  }
  return LN_OK;
}

static ln_status
say_counts(describing* const d, const ln_headcount* const headcount, const ln_counts* const counts)
{
  ln_headcount_entry* predicates   = NULL;
  ln_headcount_entry* classes      = NULL;
  size_t              n_predicates = 0U;
  size_t              n_classes    = 0U;
  ln_status           st           = ln_headcount_predicates(headcount, &predicates, &n_predicates);
  st = st == LN_OK ? ln_headcount_classes(headcount, &classes, &n_classes) : st;
  st = st == LN_OK ? say_number(d, d->set, LN_V(VOID "triples"), counts->triples, d->integer) : st;
  if (st == LN_OK && d->session->mapping->group && !ln_session_retells(d->session)) {
    st = say_number(d, d->set, LN_V(VOID "entities"), counts->descriptions, d->integer);
  }
  st = st == LN_OK ? say_number(d, d->set, LN_V(VOID "properties"), n_predicates, d->integer) : st;
  st = st == LN_OK ? say_number(d, d->set, LN_V(VOID "classes"), n_classes, d->integer) : st;
  st = st == LN_OK ? say_partitions(d, predicates, n_predicates, false) : st;
  st = st == LN_OK ? say_partitions(d, classes, n_classes, true) : st;
  ln_free(predicates);
  ln_free(classes);
  return st;
}

/* ---- the whole ---- */

/* What the mapping says of the tables together, as `dc:license`: of what has no nodes of its own.
 */
static ln_status
say_annotations(describing* const d)
{
  const ln_annotations* const all = &d->session->mapping->annotations;
  for (size_t i = 0U; i < all->n; ++i) {
    const ln_annotation* const a    = &all->v[i];
    const bool                 self = !a->about.iri.s && a->about.number == 0U;
    if (self && a->literal) {
      uint16_t stem = 0U;
      LN_TRY(
        ln_names_literal_stem(d->names, a->lang.n > 0U ? LN_V("") : a->datatype, a->lang, &stem));
      LN_TRY(say_text(d, d->set, a->predicate, a->text, stem));
    } else if (self && a->object.iri.s) {
      LN_TRY(say_iri(d, d->set, a->predicate, a->object.iri));
    }
  }
  return LN_OK;
}

static ln_status
say_time(describing* const d)
{
  const time_t at  = (time_t)d->session->job->moment;
  struct tm    utc = {0};
  char         text[sizeof("2026-11-22T05:00:00Z") + 8U];
  if (d->session->job->moment < 0 || !gmtime_r(&at, &utc)) {
    return LN_OK;
  }
  const size_t n = strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return say_text(d, d->run, LN_V(PROV "endedAtTime"), (ln_view){text, n}, d->moment);
}

static ln_status
say_run(describing* const d)
{
  const ln_view agent   = LN_V("https://w3id.org/liner");
  const ln_view version = ln_view_of(d->session->job->version ? d->session->job->version : "");
  LN_TRY(say_iri(d, d->set, LN_V(RDF "type"), LN_V(VOID "Dataset")));
  LN_TRY(say_iri(d, d->set, LN_V(RDF "type"), LN_V(PROV "Entity")));
  LN_TRY(say_text(d, d->set, LN_V(VOID "uriSpace"), d->session->base, (uint16_t)LN_STEM_STRING));
  LN_TRY(say_annotations(d));
  LN_TRY(say(d, d->set, LN_V(PROV "wasGeneratedBy"), d->run));
  LN_TRY(say_iri(d, d->run, LN_V(RDF "type"), LN_V(PROV "Activity")));
  LN_TRY(say_iri(d, d->run, LN_V(PROV "wasAssociatedWith"), agent));
  LN_TRY(say_time(d));
  LN_TRY(say_iri(d, ln_say_iri(agent), LN_V(RDF "type"), LN_V(PROV "SoftwareAgent")));
  LN_TRY(
    say_text(d, ln_say_iri(agent), LN_V(RDFS "label"), LN_V("liner"), (uint16_t)LN_STEM_STRING));
  return say_text(
    d, ln_say_iri(agent), LN_V(DCTERMS "hasVersion"), version, (uint16_t)LN_STEM_STRING);
}

/* Predicates, so that they have prefixes; a graph knows only those that were declared before it. */
static ln_status
declare(describing* const d)
{
  static const char* const WORDS[] = {
    VOID "uriSpace",       VOID "triples",           VOID "entities",
    VOID "properties",     VOID "classes",           VOID "propertyPartition",
    VOID "property",       VOID "classPartition",    VOID "class",
    PROV "wasGeneratedBy", PROV "wasAssociatedWith", PROV "endedAtTime",
    PROV "used",           PROV "wasDerivedFrom",    DCAT "byteSize",
    SPDX "checksum",       SPDX "algorithm",         SPDX "checksumValue",
    RDFS "label",          DCTERMS "hasVersion"};
  const ln_annotations* const all    = &d->session->mapping->annotations;
  uint16_t                    number = 0U;
  for (size_t i = 0U; i < sizeof(WORDS) / sizeof(WORDS[0]); ++i) {
    LN_TRY(ln_names_predicate(d->names, ln_view_of(WORDS[i]), &number));
  }
  for (size_t i = 0U; i < all->n; ++i) {
    LN_TRY(ln_names_predicate(d->names, all->v[i].predicate, &number));
  }
  return LN_OK;
}

static ln_status
begin(describing* const d)
{
  ln_session* const s   = d->session;
  ln_text           iri = {0};
  d->names              = ln_names_new();
  LN_TRY(d->names ? declare(d) : LN_NO_MEM);
  d->out = ln_graph_new(d->names);
  LN_TRY(d->out ? LN_OK : LN_NO_MEM);
  LN_TRY(ln_names_prefix(d->names, LN_V("void"), LN_V(VOID)));
  LN_TRY(ln_names_prefix(d->names, LN_V("dcat"), LN_V(DCAT)));
  LN_TRY(ln_names_prefix(d->names, LN_V("spdx"), LN_V(SPDX)));
  LN_TRY(ln_names_literal_stem(d->names, LN_V(XSD "integer"), (ln_view){0}, &d->integer));
  LN_TRY(ln_names_literal_stem(d->names, LN_V(XSD "nonNegativeInteger"), (ln_view){0}, &d->count));
  LN_TRY(ln_names_literal_stem(d->names, LN_V(XSD "hexBinary"), (ln_view){0}, &d->hex));
  LN_TRY(ln_names_literal_stem(d->names, LN_V(XSD "dateTime"), (ln_view){0}, &d->moment));
  ln_status st = ln_iri_resolve(s->base, LN_V("dataset"), &iri);
  st           = st == LN_OK ? keep_term(d, &iri, &d->set) : st;
  ln_text_clear(&iri);
  LN_TRY(st);
  return name_part(d, d->set, "export", 0U, &d->run);
}

static ln_status
describe(describing* const d, const ln_headcount* const headcount, const ln_counts* const counts)
{
  LN_TRY(begin(d));
  LN_TRY(say_run(d));
  LN_TRY(say_tables(d));
  LN_TRY(say_mapping(d));
  LN_TRY(say_counts(d, headcount, counts));
  return ln_names_seal(d->names);
}

/* N-Triples by its ending, else Turtle. */
static ln_status
put(describing* const d, const char* const path, ln_out* const out)
{
  ln_sink    writer = {NULL, NULL};
  const bool lines  = ln_pack_ends(ln_view_of(path), LN_V(".nt"));
  ln_status  st     = lines ? ln_ntriples_new(d->names, out, false, &writer)
                            : ln_turtle_new(d->names, out, false, &writer);
  st                = st == LN_OK ? ln_say_all(d->out, writer) : st;
  st                = st == LN_OK ? ln_sink_finish(writer) : st;
  ln_sink_free(writer);
  return st;
}

static ln_status
write_out(describing* const d)
{
  const char* const path = d->session->job->description;
  ln_out*           out  = NULL;
  LN_TRY(ln_output_open(d->session->log, path, &out));
  return ln_output_close(d->session->log, path, out, put(d, path, out));
}

ln_status
ln_void_write(ln_session* const         s,
              const ln_headcount* const headcount,
              const ln_counts* const    counts)
{
  describing d  = {.session = s};
  ln_status  st = describe(&d, headcount, counts);
  st            = st == LN_OK ? write_out(&d) : st;
  ln_graph_free(d.out);
  ln_names_free(d.names);
  ln_arena_clear(&d.arena);
  return st;
}
