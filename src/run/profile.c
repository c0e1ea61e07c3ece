/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* --profile: the mapping of a layout that others publish, and which of the files named are which of
   its tables. A profile is a folder with the mapping csv-metadata.json, a README.md whose first
   line is its title, and code lists; those of data/profiles are inside the program, so that they
   are there wherever it is. Files are found by name: that of the table's URL, else a pattern of
   the table's `files`, both without folders, and packed or not. Whatever fits two files is an
   error, since the wrong guess would be a graph that looks right. */

#include "run/session.h"

#include "base/memory.h"
#include "base/text.h"
#include "map/embedded.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#define PROFILES "profiles/"
#define MAPPING_FILE "csv-metadata.json"

/* How well a file name fits a table. */
typedef enum { NO_FIT, FITS_PATTERN, FITS_PACKED, FITS } fit;

/* The file of a folder that fits a table best; of several that are as good the first two in the
   order of their names. */
typedef struct {
  fit     rank;
  ln_view first;
  ln_view second; ///< empty: there is no other
} candidate;

bool
ln_run_profile(const size_t i, ln_view* const name, ln_view* const title)
{
  const ln_view end  = LN_V("/README.md");
  size_t        left = i;
  for (const ln_embedded* file = ln_embedded_files; file->name; ++file) {
    const ln_view path = ln_view_of(file->name);
    if (ln_view_starts(path, LN_V(PROFILES)) && ln_view_ends(path, end) && left-- == 0U) {
      *name  = ln_view_from(ln_view_first(path, path.n - end.n), sizeof(PROFILES) - 1U);
      *title = ln_view_first(file->bytes, ln_view_find(file->bytes, '\n'));
      *title = ln_view_starts(*title, LN_V("# ")) ? ln_view_from(*title, 2U) : *title;
      return true;
    }
  }
  return false;
}

bool
ln_run_profile_is_folder(const char* const profile)
{
  return strchr(profile, '/') != NULL;
}

static ln_view
last_step(const ln_view path)
{
  return ln_view_from(path, ln_session_folder(path).n);
}

static bool
is_file(const ln_view path)
{
  struct stat about;
  return stat(path.s, &about) == 0 && !S_ISDIR(about.st_mode);
}

static bool
is_folder(const ln_view path)
{
  struct stat about;
  return stat(path.s, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Whether a name is of a pattern, in which `*` stands for any characters: what fails behind a star
   is tried again one character further on. */
static bool
is_of(const ln_view pattern, const ln_view name)
{
  size_t p    = 0U;
  size_t n    = 0U;
  size_t star = SIZE_MAX;
  size_t mark = 0U;
  while (n < name.n) {
    if (p < pattern.n && pattern.s[p] == '*') {
      star = p++;
      mark = n;
    } else if (p < pattern.n && pattern.s[p] == name.s[n]) {
      ++p;
      ++n;
    } else if (star != SIZE_MAX) {
      p = star + 1U;
      n = ++mark;
    } else {
      return false;
    }
  }
  while (p < pattern.n && pattern.s[p] == '*') {
    ++p;
  }
  return p == pattern.n;
}

/* Without the ending of a packed file. */
static ln_view
unpacked(const ln_view name)
{
  static const char* const endings[] = {".gz", ".zst"};
  for (size_t i = 0U; i < sizeof(endings) / sizeof(endings[0]); ++i) {
    const ln_view ending = ln_view_of(endings[i]);
    if (ln_view_ends(name, ending)) {
      return ln_view_first(name, name.n - ending.n);
    }
  }
  return name;
}

static fit
fit_of(const ln_table_map* const map, const ln_view name)
{
  const ln_view own  = last_step(map->url);
  const ln_view bare = unpacked(name);
  if (ln_view_equals(own, name)) {
    return FITS;
  }
  if (ln_view_equals(own, bare)) {
    return FITS_PACKED;
  }
  for (size_t i = 0U; i < map->files.n; ++i) {
    if (is_of(map->files.v[i], name) || is_of(map->files.v[i], bare)) {
      return FITS_PATTERN;
    }
  }
  return NO_FIT;
}

/* ---- faults ---- */

static ln_status
fault(ln_session* const s, const ln_code code, const ln_view hint, const ln_view message)
{
  const ln_status st =
    ln_report(s->log, code, LN_NO_OUTPUT, (ln_where){0}, hint, "%.*s", (int)message.n, message.s);
  return st == LN_OK ? LN_USAGE : st;
}

static ln_status
report_two(ln_session* const s, const ln_run_table* const t, const ln_view a, const ln_view b)
{
  ln_text   text = {0};
  ln_status st   = ln_text_format(&text,
                                "%s and %s both fit the table %.*s of the profile",
                                ln_shown(s->log, a),
                                ln_shown(s->log, b),
                                (int)t->map->url.n,
                                t->map->url.s);
  st             = st == LN_OK
                     ? fault(s, LN_L0521, LN_V("name the one that is meant as TABLE=FILE"), ln_text_view(&text))
                     : st;
  ln_text_clear(&text);
  return st;
}

/* The tables of the profile, those of one file once. */
static ln_status
list_tables(const ln_session* const s, const bool absent_only, ln_text* const out)
{
  size_t n = 0U;
  for (size_t i = 0U; i < s->n_tables; ++i) {
    const ln_view url  = s->tables[i].map->url;
    bool          seen = absent_only && s->tables[i].present;
    for (size_t k = 0U; k < i; ++k) {
      seen = seen || ln_view_equals(s->tables[k].map->url, url);
    }
    if (!seen) {
      LN_TRY(ln_text_add(out, n++ > 0U ? LN_V(", ") : LN_V("")));
      LN_TRY(ln_text_add(out, url));
    }
  }
  return LN_OK;
}

static ln_status
report_no_table(ln_session* const s, const ln_view input)
{
  ln_text   text = {0};
  ln_text   hint = {0};
  ln_status st   = ln_text_format(&text, "%s is no table of the profile", ln_shown(s->log, input));
  st             = st == LN_OK ? ln_text_add(&hint, LN_V("write TABLE=FILE; the tables are ")) : st;
  st             = st == LN_OK ? list_tables(s, false, &hint) : st;
  st             = st == LN_OK ? fault(s, LN_L0522, ln_text_view(&hint), ln_text_view(&text)) : st;
  ln_text_clear(&text);
  ln_text_clear(&hint);
  return st;
}

static ln_status
report_none(ln_session* const s)
{
  ln_text   hint = {0};
  ln_status st   = ln_text_add(&hint, LN_V("the tables are "));
  st             = st == LN_OK ? list_tables(s, false, &hint) : st;
  st             = st == LN_OK
                     ? fault(s, LN_L0523, ln_text_view(&hint), LN_V("none of the profile's tables is there"))
                     : st;
  ln_text_clear(&hint);
  return st;
}

/* Said only of folders: who names files knows which are left out. */
static ln_status
note_absent(ln_session* const s)
{
  ln_text   text = {0};
  ln_status st   = list_tables(s, true, &text);
  if (st == LN_OK && text.n > 0U) {
    st = ln_report(s->log,
                   LN_L0520,
                   LN_KEPT,
                   (ln_where){0},
                   LN_V(""),
                   "tables of the profile that are not there: %s",
                   text.s);
  }
  ln_text_clear(&text);
  return st;
}

/* ---- which file is which table ---- */

static ln_status
take_file(ln_session* const s, ln_run_table* const t, const ln_view path)
{
  if (t->present) {
    return report_two(s, t, t->path, path);
  }
  t->path    = path;
  t->present = true;
  return LN_OK;
}

/* The name of a table as it may stand in front of `=`: its URL, or only the end of it, with or
   without what stands behind its first dot. */
static bool
is_called(const ln_table_map* const map, const ln_view word)
{
  const ln_view own = last_step(map->url);
  return ln_view_equals(map->url, word) || ln_view_equals(own, word) ||
         ln_view_equals(ln_view_first(own, ln_view_find(own, '.')), word);
}

/* TABLE=FILE. Tables of one file all take it. */
static ln_status
take_named(ln_session* const s, const ln_view input)
{
  const size_t  cut   = ln_view_find(input, '=');
  const ln_view path  = ln_view_from(input, cut + 1U);
  size_t        taken = 0U;
  for (size_t i = 0U; i < s->n_tables; ++i) {
    if (is_called(s->tables[i].map, ln_view_first(input, cut))) {
      LN_TRY(take_file(s, &s->tables[i], path));
      ++taken;
    }
  }
  if (taken == 0U) {
    return report_no_table(s, ln_view_first(input, cut));
  }
  return ln_view_equals(path, LN_V("-")) || is_file(path)
           ? LN_OK
           : ln_session_unreadable(s, path, ln_errno_text(is_folder(path) ? EISDIR : ENOENT));
}

/* A file takes the place of the tables that it fits best; of a profile with one file, of all. */
static ln_status
take_fitting(ln_session* const s, const ln_view path)
{
  const ln_view name = last_step(path);
  fit           best = NO_FIT;
  bool          one  = true;
  for (size_t i = 0U; i < s->n_tables; ++i) {
    const fit rank = fit_of(s->tables[i].map, name);
    best           = rank > best ? rank : best;
    one            = one && ln_view_equals(s->tables[i].map->url, s->tables[0].map->url);
  }
  if (best == NO_FIT && !one) {
    return report_no_table(s, path);
  }
  for (size_t i = 0U; i < s->n_tables; ++i) {
    if (fit_of(s->tables[i].map, name) == best) {
      LN_TRY(take_file(s, &s->tables[i], path));
    }
  }
  return LN_OK;
}

static ln_status
offer(ln_session* const s, candidate* const c, const fit rank, const ln_view name)
{
  ln_view kept = {0};
  if (rank == NO_FIT || rank < c->rank) {
    return LN_OK;
  }
  LN_TRY(ln_session_join(s, name, LN_V(""), &kept));
  if (rank > c->rank) {
    *c = (candidate){rank, kept, {0}};
  } else if (strcmp(kept.s, c->first.s) < 0) {
    c->second = c->first;
    c->first  = kept;
  } else if (c->second.n == 0U || strcmp(kept.s, c->second.s) < 0) {
    c->second = kept;
  }
  return LN_OK;
}

static ln_status
read_entries(ln_session* const         s,
             DIR* const                dir,
             const ln_view             folder,
             const ln_table_map* const map,
             candidate* const          c)
{
  for (;;) {
    ln_view path = {0};
    errno        = 0;
    /* Only this thread has the stream. */
    const struct dirent* const e = readdir(dir); // NOLINT(concurrency-mt-unsafe)
    if (!e) {
      return errno == 0 ? LN_OK : ln_session_unreadable(s, folder, ln_errno_text(errno));
    }
    const ln_view name = ln_view_of(e->d_name);
    const fit     rank = fit_of(map, name);
    if (rank != NO_FIT) {
      LN_TRY(ln_session_join(s, folder, name, &path));
      LN_TRY(is_file(path) ? offer(s, c, rank, path) : LN_OK);
    }
  }
}

/* A table's file in a folder, or in the folder below it that the table's URL names. */
static ln_status
search(ln_session* const s, const ln_view folder, ln_run_table* const t)
{
  candidate found = {0};
  ln_view   place = {0};
  LN_TRY(ln_session_join(s, folder, ln_session_folder(t->map->url), &place));
  place          = is_folder(place) ? place : folder;
  DIR* const dir = opendir(place.s);
  if (!dir) {
    return ln_session_unreadable(s, place, ln_errno_text(errno));
  }
  const ln_status st = read_entries(s, dir, place, t->map, &found);
  (void)closedir(dir);
  LN_TRY(st);
  if (found.second.n > 0U) {
    return report_two(s, t, found.first, found.second);
  }
  return found.rank == NO_FIT ? LN_OK : take_file(s, t, found.first);
}

/* What was named as a file goes before what is found in a folder. */
static ln_status
take_files(ln_session* const s)
{
  const ln_job* const job = s->job;
  for (size_t i = 0U; i < job->n_inputs; ++i) {
    const ln_view input = ln_view_of(job->inputs[i]);
    const bool    there = ln_view_equals(input, LN_V("-")) || is_file(input);
    if (is_folder(input)) {
      continue;
    }
    if (!there && ln_view_find(input, '=') == input.n) {
      return ln_session_unreadable(s, input, ln_errno_text(ENOENT));
    }
    LN_TRY(there ? take_fitting(s, input) : take_named(s, input));
  }
  return LN_OK;
}

static ln_status
search_folders(ln_session* const s, size_t* const n)
{
  for (size_t i = 0U; i < s->job->n_inputs; ++i) {
    const ln_view input  = ln_view_of(s->job->inputs[i]);
    ln_view       folder = {0};
    if (!is_folder(input)) {
      continue;
    }
    ++*n;
    LN_TRY(
      ln_session_join(s, input, ln_view_ends(input, LN_V("/")) ? LN_V("") : LN_V("/"), &folder));
    for (size_t k = 0U; k < s->n_tables; ++k) {
      LN_TRY(s->tables[k].present ? LN_OK : search(s, folder, &s->tables[k]));
    }
  }
  return LN_OK;
}

/* ---- the mapping ---- */

static ln_status
read_embedded(ln_session* const s)
{
  ln_view   name = {0};
  ln_text   text = {0};
  ln_status st   = ln_text_format(&text, PROFILES "%s/" MAPPING_FILE, s->job->profile);
  st             = st == LN_OK ? ln_session_join(s, ln_text_view(&text), LN_V(""), &name) : st;
  ln_text_clear(&text);
  LN_TRY(st);
  const ln_embedded* const file = ln_embedded_find(name);
  if (!file) {
    ln_text message = {0};
    st              = ln_text_format(
      &message, "there is no profile %s", ln_shown(s->log, ln_view_of(s->job->profile)));
    st = st == LN_OK ? fault(s, LN_L0523, LN_V(""), ln_text_view(&message)) : st;
    ln_text_clear(&message);
    return st;
  }
  s->lists_inside = ln_session_folder(name);
  LN_TRY(ln_session_join(s, LN_V("builtin:"), name, &name));
  LN_TRY(ln_log_source(s->log, name, NULL, NULL, &s->mapping_source));
  return ln_mapping_read(file->bytes, name, s->log, s->mapping_source, &s->mapping);
}

static ln_status
read_own(ln_session* const s)
{
  ln_view       path    = {0};
  const ln_view profile = ln_view_of(s->job->profile);
  const bool    slash   = ln_view_ends(profile, LN_V("/"));
  LN_TRY(ln_session_join(s, profile, slash ? LN_V(MAPPING_FILE) : LN_V("/" MAPPING_FILE), &path));
  return ln_session_read(s, path, (ln_view){0});
}

static ln_status
add_tables(ln_session* const s)
{
  s->n_tables = s->mapping->n_tables;
  s->tables   = ln_arena_zero(&s->arena, s->n_tables, sizeof(ln_run_table));
  for (size_t i = 0U; s->tables && i < s->n_tables; ++i) {
    s->tables[i].map    = &s->mapping->tables[i];
    s->tables[i].path   = s->mapping->tables[i].url;
    s->tables[i].wanted = true;
  }
  return s->tables ? LN_OK : LN_NO_MEM;
}

ln_status
ln_session_profile(ln_session* const s)
{
  size_t folders  = 0U;
  size_t present  = 0U;
  s->folder_input = true;
  LN_TRY(ln_run_profile_is_folder(s->job->profile) ? read_own(s) : read_embedded(s));
  LN_TRY(add_tables(s));
  LN_TRY(take_files(s));
  LN_TRY(search_folders(s, &folders));
  for (size_t i = 0U; i < s->n_tables; ++i) {
    present += s->tables[i].present;
  }
  if (present == 0U) {
    return report_none(s);
  }
  return folders > 0U ? note_absent(s) : LN_OK;
}
