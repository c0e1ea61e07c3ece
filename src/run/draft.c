/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `liner init TABLE…`: from tables to a metadata document that works at once. Each table is read
   once, so far as was asked, with nothing kept of it but counts; the sets that tell keys share one
   budget, so that memory does not follow the number of rows. A file that is there is never touched.
 */

#include "run/guess.h"

#include "base/memory.h"
#include "rdf/iri.h"
#include "run/run.h"
#include "table/tree_guess.h"

#include <sys/stat.h>

enum { SET_BYTES = 16 << 20 };

static ln_view
folder_of(const ln_view path)
{
  size_t n = path.n;
  while (n > 0U && path.s[n - 1U] != '/') {
    --n;
  }
  return ln_view_first(path, n);
}

static bool
is_stdin(const char* const path)
{
  return ln_view_equals(ln_view_of(path), LN_V("-"));
}

/* Where the document goes; nothing for standard output. */
static ln_status
find_output(const ln_draft* const draft, ln_text* const path)
{
  const ln_view first = ln_view_of(draft->tables[0]);
  ln_text_reset(path);
  if (draft->output) {
    return is_stdin(draft->output) ? LN_OK : ln_text_add(path, ln_view_of(draft->output));
  }
  if (draft->n == 1U) {
    LN_TRY(is_stdin(draft->tables[0]) ? LN_OK : ln_text_add(path, first));
    return path->n > 0U ? ln_text_add(path, LN_V("-metadata.json")) : LN_OK;
  }
  LN_TRY(ln_text_add(path, folder_of(first)));
  return ln_text_add(path, LN_V("csv-metadata.json"));
}

static ln_status
report(ln_log* const     log,
       const ln_code     code,
       const ln_view     path,
       const ln_view     hint,
       const char* const problem)
{
  uint32_t source = 0U;
  LN_TRY(ln_log_source(log, path, NULL, NULL, &source));
  const ln_where where = {source, 0U, 0U};
  return ln_report(log, code, LN_NO_OUTPUT, where, hint, "%s", problem);
}

static ln_status
refuse_overwriting(const ln_text* const path, ln_log* const log)
{
  struct stat about;
  if (path->n == 0U || stat(path->s, &about) != 0 || !S_ISREG(about.st_mode)) {
    return LN_OK;
  }
  const ln_status st = report(log,
                              LN_L0601,
                              ln_text_view(path),
                              LN_V("Choose another file with -o, or move this one away."),
                              "there is such a file already");
  return st == LN_OK ? LN_USAGE : st;
}

/* Of what is packed, `.csv` is still there. */
static void
cut_ending(ln_view* const stem)
{
  static const char* const endings[] = {".csv", ".tsv", ".xml", ".json", ".jsonl", ".ndjson"};
  for (size_t i = 0U; i < sizeof(endings) / sizeof(endings[0]); ++i) {
    const ln_view ending = ln_view_of(endings[i]);
    if (ln_view_ends(*stem, ending)) {
      *stem = ln_view_first(*stem, stem->n - ending.n);
      return;
    }
  }
}

/* The table as the document names it: by the path from the folder of the document, if it lies
   there, else by its name alone. */
static ln_status
name_table(ln_guesser* const g, const ln_view document, ln_guess_table* const table)
{
  const ln_view path   = is_stdin(table->path) ? LN_V("stdin") : ln_view_of(table->path);
  const ln_view folder = folder_of(document);
  const ln_view name   = ln_view_from(path, folder_of(path).n);
  const bool    below  = folder.n > 0U && ln_view_starts(path, folder);
  const bool    beside = folder.n == 0U && document.n > 0U && !ln_view_starts(path, LN_V("/"));
  ln_text       url    = {0};
  ln_status     st     = LN_OK;
  if (below) {
    st = ln_iri_mend(ln_view_from(path, folder.n), &url);
  } else {
    st = ln_iri_mend(beside ? path : name, &url);
  }
  table->url  = ln_arena_copy(&g->arena, ln_text_view(&url));
  size_t stem = name.n;
  while (stem > 1U && name.s[stem - 1U] != '.') {
    --stem;
  }
  table->stem = ln_view_first(name, stem > 1U ? stem - 1U : name.n);
  cut_ending(&table->stem);
  ln_text_clear(&url);
  return st == LN_OK && !table->url.s ? LN_NO_MEM : st;
}

static ln_status
report_unreadable(const ln_guess_table* const table, const char* const error, ln_log* const log)
{
  const ln_view path = is_stdin(table->path) ? LN_V("stdin") : ln_view_of(table->path);
  LN_TRY(report(log,
                LN_L0109,
                path,
                (ln_view){NULL, 0U},
                error[0] != '\0' ? error : "it cannot be read to its end"));
  return LN_IO;
}

static ln_status
report_empty(const ln_guess_table* const table, ln_log* const log)
{
  if (table->n > 0U) {
    return LN_OK;
  }
  LN_TRY(report(log,
                LN_L0506,
                ln_view_of(table->path),
                (ln_view){NULL, 0U},
                table->format ? "nothing was found in the file that could be a row"
                              : "the table is empty: it has not even a header"));
  return LN_USAGE;
}

/* One table of lines, or those of a file of XML or JSON. */
static ln_status
read_file(ln_guesser* const     g,
          ln_in* const          in,
          ln_guess_table* const table,
          ln_log* const         log,
          size_t* const         n)
{
  ln_tree_format format = LN_TREE_XML;
  ln_view        head   = {0};
  *n                    = 1U;
  const ln_status st    = ln_in_peek(in, LN_TREE_HEAD, &head);
  if (st != LN_OK) {
    const ln_status closed = ln_in_close(in);
    (void)closed; /* the first fault counts */
    return st;
  }
  if (ln_tree_guess(head, &format)) {
    LN_TRY(ln_guess_trees(g, in, table, n));
    return report_empty(table, log);
  }
  LN_TRY(ln_guess_read(g, in, table));
  return report_empty(table, log);
}

static ln_status
read_tables(ln_guesser* const     g,
            const ln_draft* const draft,
            const ln_view         document,
            ln_guess_table* const tables,
            size_t* const         n,
            ln_log* const         log)
{
  LN_TRY(ln_guess_kinds_new(&g->arena, &g->kinds));
  for (size_t i = 0U; i < draft->n; ++i) {
    ln_guess_table* const table = &tables[*n];
    const char*           error = "it cannot be read to its end";
    ln_in*                in    = NULL;
    size_t                found = 0U;
    table->path                 = draft->tables[i];
    LN_TRY(name_table(g, document, table));
    ln_status st = ln_in_open(table->path, &in, &error);
    st           = st == LN_OK ? read_file(g, in, table, log, &found) : st;
    LN_TRY(st == LN_IO ? report_unreadable(table, error, log) : st);
    *n += found;
  }
  ln_guess_keys(tables, *n);
  return LN_OK;
}

static ln_status
write_document(const ln_guess_table* const tables,
               const size_t                n,
               const ln_text* const        path,
               ln_log* const               log)
{
  ln_out*     out    = NULL;
  const char* error  = "";
  ln_status   status = ln_out_open(path->n > 0U ? path->s : "-", LN_PACK_NONE, &out, &error);
  if (status == LN_OK) {
    status = ln_guess_write(tables, n, out);
    status = status == LN_OK ? ln_out_finish(out) : status;
    error  = status == LN_IO ? ln_out_error(out) : "";
  }
  if (status == LN_IO) {
    const ln_view   where    = path->n > 0U ? ln_text_view(path) : LN_V("standard output");
    const ln_status reported = report(log, LN_L0601, where, (ln_view){NULL, 0U}, error);
    status                   = reported == LN_OK ? LN_IO : reported;
  }
  if (status != LN_OK) {
    ln_out_abandon(out);
    return status;
  }
  return ln_out_close(out);
}

static void
clear_sets(ln_guesser* const g, ln_guess_table* const tables, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    ln_guess_sets_clear(&tables[i], &g->budget);
  }
}

ln_status
ln_run_draft(const ln_draft* const draft, ln_log* const log, ln_text* const path)
{
  ln_guesser            g      = {.budget = SET_BYTES, .rows = draft->rows};
  const size_t          most   = draft->n * (size_t)LN_GUESS_TREES;
  ln_guess_table* const tables = ln_alloc_zero(most, sizeof(ln_guess_table));
  size_t                n      = 0U;
  ln_status             st     = tables ? find_output(draft, path) : LN_NO_MEM;
  st                           = st == LN_OK ? refuse_overwriting(path, log) : st;
  if (st == LN_OK) {
    st = read_tables(&g, draft, ln_text_view(path), tables, &n, log);
  }
  if (st == LN_OK) {
    st = write_document(tables, n, path, log);
  }
  if (tables) {
    clear_sets(&g, tables, most);
  }
  ln_free(tables);
  ln_text_clear(&g.scratch);
  ln_arena_clear(&g.arena);
  return st;
}
