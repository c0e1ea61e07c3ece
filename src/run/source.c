/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What the user named becomes a mapping and files. A folder is a catalogue and has the built-in
   mapping; a JSON file is CSVW metadata; anything else is a table, whose metadata are looked for
   (discover.c). Where a document or a table has an address, what it refers to is resolved against
   that, and read from where the maps say; else it is a path. */

#include "run/session.h"

#include "base/fold.h"
#include "base/memory.h"
#include "base/text.h"
#include "map/embedded.h"
#include "rdf/iri.h"
#include "run/locate_url.h"
#include "run/unmapped.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_METADATA = 64 << 20 };

static ln_status
keep_text(ln_session* const s, ln_text* const text, ln_view* const out)
{
  *out = ln_arena_copy(&s->arena, ln_text_view(text));
  ln_text_clear(text);
  return out->s ? LN_OK : LN_NO_MEM;
}

ln_status
ln_session_join(ln_session* const s, const ln_view a, const ln_view b, ln_view* const out)
{
  ln_text   text = {0};
  ln_status st   = ln_text_add(&text, a);
  if (st == LN_OK) {
    st = ln_text_add(&text, b);
  }
  const ln_status kept = keep_text(s, &text, out);
  return st == LN_OK ? kept : st;
}

ln_view
ln_session_folder(const ln_view path)
{
  size_t n = path.n;
  while (n > 0U && path.s[n - 1U] != '/') {
    --n;
  }
  return ln_view_first(path, n);
}

/* A folder in the place of a table is there too: that it cannot be read is said when it is opened.
 */
static bool
exists(const ln_view path)
{
  struct stat about;
  return stat(path.s, &about) == 0;
}

ln_status
ln_session_unreadable(ln_session* const s, const ln_view path, const char* const error)
{
  const ln_status st = ln_report(s->log,
                                 LN_L0109,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "%s cannot be read: %s",
                                 ln_shown(s->log, path),
                                 error);
  return st == LN_OK ? LN_IO : st;
}

static ln_status
read_builtin(ln_session* const s)
{
  const ln_embedded* const file = ln_embedded_find(LN_V("catalogue.json"));
  s->builtin                    = true;
  if (!file) {
    return LN_USAGE;
  }
  LN_TRY(ln_log_source(s->log, LN_V("builtin:catalogue.json"), NULL, NULL, &s->mapping_source));
  return ln_mapping_read(
    file->bytes, LN_V("builtin:catalogue.json"), s->log, s->mapping_source, &s->mapping);
}

/* The table of the mapping that a named file is: that of its name, or the only one, be it cut into
   several tables. */
static size_t
table_for(const ln_mapping* const mapping, const ln_view path)
{
  const ln_view name = ln_view_from(path, ln_session_folder(path).n);
  for (size_t i = 0U; i < mapping->n_tables; ++i) {
    const ln_view url = mapping->tables[i].url;
    if (ln_view_equals(ln_view_from(url, ln_session_folder(url).n), name)) {
      return i;
    }
  }
  size_t same = 0U;
  while (same < mapping->n_tables &&
         ln_view_equals(mapping->tables[same].url, mapping->tables[0].url)) {
    ++same;
  }
  return same > 0U && same == mapping->n_tables ? 0U : SIZE_MAX;
}

/* The address of a table, if the document has one, or the table itself; else the empty text. */
static ln_status
address_of(ln_session* const s, const ln_table_map* const map, ln_view* const url)
{
  const ln_view at   = s->mapping->url_base;
  ln_text       base = {0};
  ln_text       text = {0};
  ln_status     st   = LN_OK;
  *url               = (ln_view){0};
  if (s->document.n == 0U && !ln_iri_valid(map->url, NULL) && !ln_iri_valid(at, NULL)) {
    return LN_OK;
  }
  st = at.s ? ln_iri_resolve(s->document, at, &base) : ln_text_add(&base, s->document);
  st = st == LN_OK ? ln_iri_resolve(ln_text_view(&base), map->url, &text) : st;
  ln_text_clear(&base);
  const ln_status kept = keep_text(s, &text, url);
  return st == LN_OK ? kept : st;
}

ln_status
ln_session_table_at(ln_session* const s, const ln_view url, size_t* const at)
{
  *at = SIZE_MAX;
  for (size_t i = 0U; *at == SIZE_MAX && i < s->mapping->n_tables; ++i) {
    ln_view own = {0};
    LN_TRY(address_of(s, &s->mapping->tables[i], &own));
    *at = ln_view_equals(own, url) ? i : SIZE_MAX;
  }
  return LN_OK;
}

/* Where a table with an address is: with its query, as a file may be called, or without. What no
   map has is named by its address, which is no file. */
static ln_status
place_of(ln_session* const s, const ln_view url, ln_view* const path)
{
  const size_t cuts[] = {url.n, ln_view_find(url, '?')};
  *path               = (ln_view){0};
  for (size_t i = 0U; i < 2U && (!path->s || !exists(*path)); ++i) {
    ln_text   text = {0};
    ln_status st   = ln_url_map_path(s->job, ln_view_first(url, cuts[i]), &text);
    st             = st == LN_OK && text.n == 0U ? ln_text_add(&text, url) : st;
    LN_TRY(st == LN_OK ? keep_text(s, &text, path) : st);
  }
  return LN_OK;
}

/* A table without an address, beside the document, by way of the @base of its context. */
static ln_status
path_of(ln_session* const s, const ln_view folder, const ln_view url, ln_view* const path)
{
  const ln_view inner = ln_session_folder(s->mapping->url_base);
  const bool    whole = ln_view_starts(inner, LN_V("/"));
  LN_TRY(ln_session_join(s, whole ? LN_V("") : folder, inner, path));
  return ln_session_join(s, *path, url, path);
}

static ln_status
add_tables(ln_session* const s, const ln_view folder)
{
  s->tables = ln_arena_zero(&s->arena, s->mapping->n_tables, sizeof(ln_run_table));
  if (!s->tables) {
    return LN_NO_MEM;
  }
  s->n_tables = s->mapping->n_tables;
  for (size_t i = 0U; i < s->n_tables; ++i) {
    ln_run_table* const t = &s->tables[i];
    t->map                = &s->mapping->tables[i];
    LN_TRY(address_of(s, t->map, &t->url));
    LN_TRY(t->url.n > 0U ? place_of(s, t->url, &t->path)
                         : path_of(s, folder, t->map->url, &t->path));
    t->present = exists(t->path);
    t->wanted  = true;
  }
  return LN_OK;
}

/* Whether a value map of the table has its words in the file. */
static bool
is_list_of(const ln_table_map* const map, const ln_view name)
{
  for (size_t i = 0U; i < map->n_columns; ++i) {
    const ln_reference* const words = map->columns[i].value_map;
    for (size_t k = 0U; words && k < words->tables.n; ++k) {
      if (ln_view_equals(words->tables.v[k], name)) {
        return true;
      }
    }
  }
  return false;
}

static bool
is_known_file(const ln_session* const s, const ln_view name)
{
  bool known = ln_view_equals(name, LN_V("ids.csv"));
  for (size_t i = 0U; i < s->n_tables; ++i) {
    const ln_table_map* const map = s->tables[i].map;
    known = known || ln_view_equals(map->url, name) || is_list_of(map, name);
  }
  return known || (s->folder_input && ln_embedded_find(name));
}

static ln_status
report_unknown_file(ln_session* const s, const ln_view folder, const ln_view name)
{
  ln_text    hint    = {0};
  ln_nearest nearest = {.word = name};
  ln_view    path    = {0};
  for (size_t i = 0U; i < s->n_tables; ++i) {
    ln_nearest_offer(&nearest, s->tables[i].map->url, s->tables[i].map->url);
  }
  ln_status st = ln_nearest_text(&nearest, &hint);
  if (st == LN_OK) {
    st = ln_session_join(s, folder, name, &path);
  }
  if (st == LN_OK) {
    st = ln_report(s->log,
                   LN_L0504,
                   LN_KEPT,
                   (ln_where){0},
                   ln_text_view(&hint),
                   "the table %s is not known and was ignored",
                   ln_shown(s->log, path));
  }
  ln_text_clear(&hint);
  return st;
}

static int
compare_names(const void* const a, const void* const b)
{
  return strcmp(*(const char* const*)a, *(const char* const*)b);
}

typedef struct {
  const char** names;
  size_t       n;
} name_list;

static ln_status
add_stranger(ln_session* const s, const ln_view name, name_list* const list)
{
  const bool table = ln_view_ends(name, LN_V(".csv")) || ln_view_ends(name, LN_V(".tsv"));
  if (!table || is_known_file(s, name)) {
    return LN_OK;
  }
  const char** const more =
    (const char**)ln_realloc((void*)list->names, list->n + 1U, sizeof(char*));
  if (!more) {
    return LN_NO_MEM;
  }
  const ln_view copy     = ln_arena_copy(&s->arena, name);
  list->names            = more;
  list->names[list->n++] = copy.s;
  return copy.s ? LN_OK : LN_NO_MEM;
}

static ln_status
read_folder(ln_session* const s, DIR* const dir, const ln_view folder, name_list* const list)
{
  for (;;) {
    errno = 0;
    /* Only this thread has the stream. */
    const struct dirent* const e = readdir(dir); // NOLINT(concurrency-mt-unsafe)
    if (!e) {
      return errno == 0 ? LN_OK : ln_session_unreadable(s, folder, ln_errno_text(errno));
    }
    LN_TRY(add_stranger(s, ln_view_of(e->d_name), list));
  }
}

/* Tables in the folder that the mapping does not know, in the order of their names. */
static ln_status
look_for_strangers(ln_session* const s, const ln_view folder)
{
  name_list  list = {0};
  DIR* const dir  = opendir(folder.s);
  if (!dir) {
    return ln_session_unreadable(s, folder, ln_errno_text(errno));
  }
  ln_status st = read_folder(s, dir, folder, &list);
  (void)closedir(dir);
  if (list.n > 1U && st == LN_OK) {
    qsort((void*)list.names, list.n, sizeof(char*), compare_names);
  }
  for (size_t i = 0U; st == LN_OK && i < list.n; ++i) {
    st = report_unknown_file(s, folder, ln_view_of(list.names[i]));
  }
  ln_free((void*)list.names);
  return st;
}

static ln_status
require_files(ln_session* const s, const ln_view folder)
{
  size_t present = 0U;
  for (size_t i = 0U; i < s->n_tables; ++i) {
    const ln_run_table* const t = &s->tables[i];
    present += t->present;
    if (!t->present && !t->map->optional) {
      return ln_session_unreadable(s, t->path, ln_errno_text(ENOENT));
    }
  }
  if (present == 0U) {
    const ln_status st = ln_report(s->log,
                                   LN_L0505,
                                   LN_NO_OUTPUT,
                                   (ln_where){0},
                                   LN_V(""),
                                   "%s holds none of the tables of a catalogue",
                                   ln_shown(s->log, folder));
    return st == LN_OK ? LN_USAGE : st;
  }
  return LN_OK;
}

static ln_status
open_folder(ln_session* const s, const ln_view path)
{
  ln_view folder = path;
  if (!ln_view_ends(path, LN_V("/"))) {
    LN_TRY(ln_session_join(s, path, LN_V("/"), &folder));
  }
  s->folder_input = true;
  LN_TRY(s->job->metadata ? ln_session_read(s, ln_view_of(s->job->metadata), (ln_view){0})
                          : read_builtin(s));
  LN_TRY(add_tables(s, folder));
  LN_TRY(look_for_strangers(s, folder));
  LN_TRY(require_files(s, folder));
  ln_view register_path = {0};
  LN_TRY(ln_session_join(s, folder, LN_V("ids.csv"), &register_path));
  s->folder = folder;
  return s->builtin ? ln_register_open(register_path.s, s->log, &s->ids) : LN_OK;
}

static ln_status
report_undescribed(ln_session* const s, const ln_view path)
{
  const ln_status st = ln_report(s->log,
                                 LN_L0402,
                                 LN_NO_OUTPUT,
                                 (ln_where){s->mapping_source, 0U, 0U},
                                 LN_V(""),
                                 "the metadata describe no table %s",
                                 ln_shown(s->log, path));
  return st == LN_OK ? LN_USAGE : st;
}

/* A table that has an address: metadata that name it are taken as a whole, as if they had been
   named. Metadata that were given and do not name it are about their own tables; but if they have
   one table only and it is not there, people mean this one. */
static ln_status
open_address(ln_session* const s, const ln_view path)
{
  size_t at    = 0U;
  bool   there = false;
  LN_TRY(ln_session_table_at(s, s->url, &at));
  for (size_t i = 0U; i < s->n_tables; ++i) {
    there = there || s->tables[i].present;
  }
  if (at == SIZE_MAX && there) {
    LN_TRY(ln_report(s->log,
                     LN_L0410,
                     LN_KEPT,
                     (ln_where){s->mapping_source, 0U, 0U},
                     LN_V(""),
                     "the metadata describe other tables, which were taken instead of %s",
                     ln_shown(s->log, path)));
    return require_files(s, path);
  }
  at = at == SIZE_MAX && s->n_tables == 1U ? 0U : at;
  if (at == SIZE_MAX) {
    return report_undescribed(s, path);
  }
  s->tables[at].path    = path;
  s->tables[at].present = true;
  return require_files(s, path);
}

/* Several tables that are cut from one file read it one after the other. */
static ln_status
report_once(ln_session* const s, const size_t n)
{
  const ln_status st = ln_report(s->log,
                                 LN_L0109,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V("save it as a file"),
                                 "%zu tables are cut from standard input, which can be read only "
                                 "once",
                                 n);
  return st == LN_OK ? LN_USAGE : st;
}

static ln_status
open_table(ln_session* const s, const ln_view path)
{
  LN_TRY(ln_session_discover(s, path));
  LN_TRY(add_tables(s, s->folder));
  if (s->url.n > 0U) {
    return open_address(s, path);
  }
  const size_t at = table_for(s->mapping, path);
  if (at == SIZE_MAX) {
    return report_undescribed(s, path);
  }
  size_t same = 0U;
  for (size_t i = 0U; i < s->n_tables; ++i) {
    ln_run_table* const t = &s->tables[i];
    t->wanted             = ln_view_equals(t->map->url, s->tables[at].map->url);
    t->path               = t->wanted ? path : t->path;
    t->present            = t->wanted || t->present;
    same += t->wanted;
  }
  return same > 1U && ln_view_equals(path, LN_V("-")) ? report_once(s, same) : LN_OK;
}

static ln_status
open_metadata(ln_session* const s, const ln_view path)
{
  LN_TRY(ln_unmapped_data(path, s->log));
  LN_TRY(ln_session_read(s, path, s->url));
  LN_TRY(add_tables(s, s->folder));
  return require_files(s, path);
}

ln_status
ln_session_address(ln_session* const s, const ln_view path, ln_view* const url)
{
  ln_text         text = {0};
  const ln_status st   = ln_url_map_url(s->job, path, &text);
  const ln_status kept = keep_text(s, &text, url);
  return st == LN_OK ? kept : st;
}

/* The address of the input, without a fragment. */
static ln_status
find_address(ln_session* const s, const ln_view input)
{
  s->url = ln_view_of(s->job->url);
  if (!s->url.s) {
    LN_TRY(ln_session_address(s, input, &s->url));
  }
  s->url = ln_view_first(s->url, ln_view_find(s->url, '#'));
  return LN_OK;
}

/* JSON is a table if it has metadata of its own beside it, else a mapping. */
static ln_status
is_mapping(const ln_view path, bool* const yes)
{
  struct stat about;
  ln_text     beside = {0};
  ln_status   st     = ln_text_add(&beside, path);
  st                 = st == LN_OK ? ln_text_add(&beside, LN_V("-metadata.json")) : st;
  *yes               = st == LN_OK && stat(beside.s, &about) != 0;
  ln_text_clear(&beside);
  return st;
}

ln_status
ln_session_open(ln_session* const s, const ln_job* const job, ln_log* const log)
{
  struct stat about;
  *s                          = (ln_session){.job = job, .log = log};
  const ln_log_policy nothing = {.stream = NULL};
  const ln_view       input   = ln_view_of(job->input);
  s->silent                   = ln_log_new(&nothing);
  if (!s->silent) {
    return LN_NO_MEM;
  }
  LN_TRY(find_address(s, input));
  if (job->profile) {
    LN_TRY(ln_session_profile(s));
  } else if (ln_view_equals(input, LN_V("-"))) {
    LN_TRY(open_table(s, input));
  } else if (stat(job->input, &about) != 0) {
    return ln_session_unreadable(s, input, ln_errno_text(errno));
  } else if (S_ISDIR(about.st_mode) && !job->header_mapping) {
    LN_TRY(open_folder(s, input));
  } else if (job->header_mapping) {
    LN_TRY(open_table(s, input));
  } else {
    bool mapping = ln_view_ends(input, LN_V(".json")) && !job->metadata;
    LN_TRY(mapping ? is_mapping(input, &mapping) : LN_OK);
    LN_TRY(mapping ? open_metadata(s, input) : open_table(s, input));
  }
  const char* problem = NULL;
  s->base             = s->mapping->base.s ? s->mapping->base : LN_V("https://data.example.org/");
  s->base             = job->base ? ln_view_of(job->base) : s->base;
  if (!ln_iri_valid(s->base, &problem)) {
    const ln_status st = ln_report(log,
                                   LN_L0204,
                                   LN_NO_OUTPUT,
                                   (ln_where){0},
                                   LN_V("write an absolute IRI such as https://example.org/data/"),
                                   "the base %s is not an IRI: %s",
                                   ln_shown(log, s->base),
                                   problem);
    return st == LN_OK ? LN_USAGE : st;
  }
  return LN_OK;
}
