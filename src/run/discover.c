/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which metadata describe a table that was named itself ("Model for Tabular Data", section 5): what
   the user gave, what a Link header names, what the site-wide list or its default places hold, else
   nothing but the header. A document that was found, not given, must name the table; if it does
   not, it is passed over. A table without an address has only the default places beside its file.
 */

#include "run/session.h"

#include "base/memory.h"
#include "rdf/iri.h"
#include "run/locate_url.h"
#include "run/unmapped.h"

#include <sys/stat.h>

enum { MAX_METADATA = 64 << 20, MAX_LIST = 1 << 20 };

ln_status
ln_session_find(void* const self, const ln_view url, ln_text* const path)
{
  const ln_session* const s = self;
  return ln_url_map_path(s->job, url, path);
}

ln_status
ln_session_read(ln_session* const s, const ln_view path, const ln_view url)
{
  const ln_mapping_options options = {
    .find = ln_session_find, .self = s, .validating = s->job->dry};
  ln_view     bytes = {0};
  const char* error = NULL;
  ln_status   st    = ln_in_slurp(path.s, MAX_METADATA, &bytes, &error);
  if (st != LN_OK) {
    return st == LN_IO ? ln_session_unreadable(s, path, error) : st;
  }
  st = ln_log_source(s->log, path, NULL, NULL, &s->mapping_source);
  if (st == LN_OK) {
    st = ln_mapping_read_with(
      bytes, url.n > 0U ? url : path, &options, s->log, s->mapping_source, &s->mapping);
  }
  ln_free((void*)(uintptr_t)bytes.s); // NOLINT(performance-no-int-to-ptr): the block is ours
  s->folder   = ln_session_folder(path);
  s->document = url;
  return st;
}

ln_status
ln_session_table_url(const ln_session* const s, const ln_view path, ln_text* const url)
{
  if (s->url.n > 0U) {
    return ln_text_add(url, s->url);
  }
  return ln_view_equals(path, LN_V("-"))
           ? ln_text_add(url, LN_V("stdin"))
           : ln_iri_encode(ln_view_from(path, ln_session_folder(path).n), url);
}

/* XML and JSON are nothing without metadata. What was read from standard input is kept. */
static ln_status
refuse_tree(ln_session* const s, const ln_view path)
{
  const char* error = NULL;
  if (!ln_view_equals(path, LN_V("-"))) {
    return ln_unmapped_refuse(path, s->log);
  }
  const ln_status st = ln_in_open(path.s, &s->pipe, &error);
  if (st == LN_IO) {
    return ln_session_unreadable(s, path, error);
  }
  if (st == LN_OK && s->job->description) {
    s->pipe_digest = ln_digest_new();
    LN_TRY(s->pipe_digest ? LN_OK : LN_NO_MEM);
    ln_in_digest(s->pipe, s->pipe_digest);
  }
  return st == LN_OK ? ln_unmapped_look(s->pipe, path, s->log) : st;
}

/* A table without metadata: one table description that says nothing. */
static ln_status
make_mapping(ln_session* const s, const ln_view path)
{
  ln_text   json = {0};
  ln_text   url  = {0};
  ln_status st   = ln_session_table_url(s, path, &url);
  if (st == LN_OK) {
    st = ln_text_format(
      &json, "{\"@context\":\"http://www.w3.org/ns/csvw\",\"url\":\"%.*s\"}", (int)url.n, url.s);
  }
  if (st == LN_OK) {
    st = ln_mapping_read(ln_text_view(&json), path, s->log, 0U, &s->mapping);
  }
  ln_text_clear(&json);
  ln_text_clear(&url);
  s->folder   = ln_session_folder(path);
  s->document = s->url;
  return st;
}

static bool
is_file(const ln_view path)
{
  struct stat about;
  return path.n > 0U && stat(path.s, &about) == 0 && !S_ISDIR(about.st_mode);
}

/* The path of `reference` as seen from the table's address; empty if it is not on this machine. */
static ln_status
place_of(ln_session* const s, const ln_view reference, ln_view* const url, ln_view* const path)
{
  ln_text   whole = {0};
  ln_text   place = {0};
  ln_status st    = ln_iri_resolve(s->url, reference, &whole);
  st              = st == LN_OK ? ln_url_map_path(s->job, ln_text_view(&whole), &place) : st;
  *url            = ln_arena_copy(&s->arena, ln_text_view(&whole));
  *path           = ln_arena_copy(&s->arena, ln_text_view(&place));
  ln_text_clear(&whole);
  ln_text_clear(&place);
  return st != LN_OK || (url->s && path->s) ? st : LN_NO_MEM;
}

static ln_status
report_passed_over(ln_session* const s, const ln_view document, const char* const why)
{
  return ln_report(s->log,
                   LN_L0410,
                   LN_KEPT,
                   (ln_where){0},
                   LN_V(""),
                   "the metadata %s %s and were passed over",
                   ln_shown(s->log, document),
                   why);
}

/* Read a document that was found; `s->mapping` stays NULL if it does not name the table. */
static ln_status
try_document(ln_session* const s, const ln_view path, const ln_view url)
{
  size_t at = 0U;
  LN_TRY(ln_session_read(s, path, url));
  LN_TRY(ln_session_table_at(s, s->url, &at));
  if (at != SIZE_MAX) {
    return LN_OK;
  }
  ln_mapping_free(s->mapping);
  s->mapping = NULL;
  return report_passed_over(s, path, "do not describe this table");
}

static ln_status
try_link(ln_session* const s, const ln_view path)
{
  const ln_view target = ln_link_target(ln_view_of(s->job->link));
  ln_view       url    = {0};
  ln_view       file   = {0};
  if (!target.s) {
    return LN_OK;
  }
  if (s->url.n > 0U) {
    LN_TRY(place_of(s, target, &url, &file));
    return is_file(file) ? try_document(s, file, url)
                         : report_passed_over(s, target, "are not there");
  }
  LN_TRY(ln_session_join(s, ln_session_folder(path), target, &file));
  return is_file(file) ? ln_session_read(s, file, (ln_view){0})
                       : report_passed_over(s, target, "are not there");
}

/* One line of the list, a URI template over `url` ("Model for Tabular Data", section 5.3). */
static ln_status
expand(const ln_view line, const ln_view url, ln_text* const out)
{
  ln_view rest = line;
  while (rest.n > 0U) {
    const size_t open = ln_view_find(rest, '{');
    LN_TRY(ln_text_add(out, ln_view_first(rest, open)));
    rest                = ln_view_from(rest, open);
    const size_t  close = ln_view_find(rest, '}');
    const ln_view name  = ln_view_from(ln_view_first(rest, close), 1U);
    if (ln_view_equals(name, LN_V("+url"))) {
      LN_TRY(ln_text_add(out, url));
    } else if (ln_view_equals(name, LN_V("url"))) {
      LN_TRY(ln_iri_encode(url, out));
    }
    rest = ln_view_from(rest, close + 1U);
  }
  return LN_OK;
}

static ln_status
try_template(ln_session* const s, const ln_view line)
{
  ln_view   url       = {0};
  ln_view   path      = {0};
  ln_text   reference = {0};
  ln_status st        = expand(line, s->url, &reference);
  st                  = st == LN_OK ? place_of(s, ln_text_view(&reference), &url, &path) : st;
  ln_text_clear(&reference);
  LN_TRY(st);
  return is_file(path) ? try_document(s, path, url) : LN_OK;
}

/* The site's own list if there is one, else the two places that everyone has. */
static ln_status
try_site(ln_session* const s)
{
  ln_view     url   = {0};
  ln_view     path  = {0};
  ln_view     bytes = {0};
  ln_view     list  = LN_V("{+url}-metadata.json\ncsv-metadata.json");
  const char* error = NULL;
  LN_TRY(place_of(s, LN_V("/.well-known/csvm"), &url, &path));
  if (is_file(path)) {
    const ln_status st = ln_in_slurp(path.s, MAX_LIST, &bytes, &error);
    LN_TRY(st == LN_IO ? ln_session_unreadable(s, path, error) : st);
    list = bytes;
  }
  ln_status st = LN_OK;
  while (st == LN_OK && !s->mapping && list.n > 0U) {
    const size_t  end  = ln_view_find(list, '\n');
    const ln_view line = ln_view_trim(ln_view_first(list, end));
    st                 = line.n > 0U ? try_template(s, line) : LN_OK;
    list               = ln_view_from(list, end + 1U);
  }
  ln_free((void*)(uintptr_t)bytes.s); // NOLINT(performance-no-int-to-ptr): the block is ours
  return st;
}

/* Whether a document names the file as one of its tables: by the last part of a URL. */
static ln_status
names_file(const ln_mapping* const mapping, const ln_view path, bool* const yes)
{
  const ln_view name    = ln_view_from(path, ln_session_folder(path).n);
  ln_text       encoded = {0};
  ln_status     st      = ln_iri_encode(name, &encoded);
  *yes                  = false;
  for (size_t i = 0U; i < mapping->n_tables && st == LN_OK; ++i) {
    const ln_view url   = mapping->tables[i].url;
    const ln_view plain = ln_view_first(url, ln_view_find(url, '?'));
    const ln_view local = ln_view_from(plain, ln_session_folder(plain).n);
    *yes = *yes || ln_view_equals(local, name) || ln_view_equals(local, ln_text_view(&encoded));
  }
  ln_text_clear(&encoded);
  return st;
}

/* One of the default places; what does not name the table is passed over (section 5.3). */
static ln_status
try_neighbour(ln_session* const s, const ln_view path, const ln_view a, const ln_view b)
{
  ln_view found = {0};
  bool    yes   = false;
  if (s->mapping) {
    return LN_OK;
  }
  LN_TRY(ln_session_join(s, a, b, &found));
  if (!is_file(found)) {
    return LN_OK;
  }
  LN_TRY(ln_session_read(s, found, (ln_view){0}));
  LN_TRY(names_file(s->mapping, path, &yes));
  if (yes) {
    return LN_OK;
  }
  ln_mapping_free(s->mapping);
  s->mapping = NULL;
  return report_passed_over(s, found, "do not describe this table");
}

/* Beside a file that has no address. */
static ln_status
try_neighbours(ln_session* const s, const ln_view path)
{
  if (ln_view_equals(path, LN_V("-"))) {
    return LN_OK;
  }
  LN_TRY(try_neighbour(s, path, path, LN_V("-metadata.json")));
  return try_neighbour(s, path, ln_session_folder(path), LN_V("csv-metadata.json"));
}

ln_status
ln_session_discover(ln_session* const s, const ln_view path)
{
  if (s->job->header_mapping) {
    return ln_session_header_mapping(s, path);
  }
  if (s->job->metadata) {
    ln_view url = {0};
    LN_TRY(ln_session_address(s, ln_view_of(s->job->metadata), &url));
    return ln_session_read(s, ln_view_of(s->job->metadata), url.n > 0U ? url : s->url);
  }
  if (s->job->link) {
    LN_TRY(try_link(s, path));
  }
  if (!s->mapping) {
    LN_TRY(s->url.n > 0U ? try_site(s) : try_neighbours(s, path));
  }
  if (s->mapping) {
    return LN_OK;
  }
  LN_TRY(refuse_tree(s, path));
  return make_mapping(s, path);
}
