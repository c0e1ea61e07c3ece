/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is done for a test of each kind, and what must come of it.

   conversion   `liner export` to N-Triples; the graph is the expected one, the exit status 0
   … with warnings   and there is a warning
   failing      the exit status tells of faults, an error says which, and no triple is written
   validation   `liner check`: exit status 0; and a warning; or faults and an error
   shapes       `liner validate`: the report is the expected one; the exit status is 1 if nothing
   conforms, else 0 … in SPARQL  an error says that it is refused: nothing may be passed over in
   silence
   graphs       the readers of graphs (tests/suites/quads) make the expected graph of a file; or
   find that it is wrong; or that nothing is, whatever it says

   The suite's files stand for addresses on the web: --url-map says so, --url is the address of the
   input. Options of the index become options of liner: `metadata` --metadata, `link` --link,
   `minimal` --mode; `wellknown` is a file that stands for the address of the site-wide
   configuration ("Model for Tabular Data", section 5.3). */

#include "suite_judge.h"

#include "suite_match.h"
#include "suite_program.h"
#include "suite_read.h"
#include "suite_shacl.h"

#include <stdio.h>
#include <string.h>

typedef enum { PASS, WARN, FAIL, SYNTAX } expectation;

typedef enum { CHECK, EXPORT, VALIDATE, READ } action;

typedef struct {
  const char* name;
  action      does;
  expectation expected;
} rule;

static const rule kinds[] = {
  {"csv2rdf", EXPORT, PASS},
  {"csv2rdf-warn", EXPORT, WARN},
  {"csv2rdf-fail", EXPORT, FAIL},
  {"validate-pass", CHECK, PASS},
  {"validate-warn", CHECK, WARN},
  {"validate-fail", CHECK, FAIL},
  {"core", VALIDATE, PASS},
  {"sparql", VALIDATE, FAIL},
  {"sparql-fail", VALIDATE, FAIL},
  {"toRdf", READ, PASS},
  {"toRdf-fail", READ, FAIL},
  {"toRdf-syntax", READ, SYNTAX},
};

enum {
  CLEAN  = 0, ///< exit status
  FAULTS = 1, ///< of a run that met faults in the data
  MISUSE = 2, ///< of one that could not begin, for want of usable metadata
};

static const rule*
find_kind(const char* const name)
{
  for (size_t i = 0U; i < sizeof(kinds) / sizeof(kinds[0]); ++i) {
    if (strcmp(kinds[i].name, name) == 0) {
      return &kinds[i];
    }
  }
  return NULL;
}

bool
suite_kind_known(const char* const kind)
{
  return find_kind(kind) != NULL;
}

ln_status
suite_kinds(ln_text* const out)
{
  for (size_t i = 0U; i < sizeof(kinds) / sizeof(kinds[0]); ++i) {
    LN_TRY(ln_text_format(out, "%s%s", i > 0U ? " " : "", kinds[i].name));
  }
  return LN_OK;
}

/* How the addresses of the suite's files begin: the base without the path of the input. Empty if
   they have nothing in common. */
static ln_view
prefix_of(const suite_test* const test)
{
  const ln_view address = ln_view_first(test->base, ln_view_find(test->base, '?'));
  return ln_view_ends(address, test->input) ? ln_view_first(address, address.n - test->input.n)
                                            : LN_V("");
}

/* `http://host` of an address. */
static ln_view
site_of(const ln_view address)
{
  size_t slashes = 0U;
  size_t n       = 0U;
  while (n < address.n && (address.s[n] != '/' || ++slashes < 3U)) {
    ++n;
  }
  return ln_view_first(address, n);
}

/* --url-map PREFIX=PATH */
static ln_status
add_map(suite_command* const command,
        const ln_view        prefix,
        const char* const    folder,
        const char*          path)
{
  const ln_view copy = ln_arena_copy(command->arena, prefix);
  ln_text       to   = {0};
  ln_status     st   = ln_text_format(&to, "=%s/%s", folder, path);
  if (st == LN_OK) {
    st = copy.s ? suite_command_add(command, "--url-map", NULL, NULL) : LN_NO_MEM;
  }
  st = st == LN_OK ? suite_command_add(command, copy.s, to.s, NULL) : st;
  ln_text_clear(&to);
  return st;
}

static ln_status
add_pair(suite_command* const command, const char* const option, const char* const a, const char* b)
{
  LN_TRY(suite_command_add(command, option, NULL, NULL));
  return suite_command_add(command, a, b, NULL);
}

static ln_status
add_locating(suite_command* const     command,
             const suite_place* const place,
             const suite_test* const  test)
{
  const ln_view prefix = prefix_of(test);
  ln_view       value  = {0};
  if (prefix.n > 0U) {
    LN_TRY(add_map(command, prefix, place->root, ""));
    LN_TRY(add_pair(command, "--url", test->base.s, NULL));
  }
  if (suite_test_option(test, "wellknown", &value)) {
    const ln_view path = ln_arena_copy(command->arena, value);
    ln_text       url  = {0};
    ln_status     st   = path.s ? ln_text_add(&url, site_of(test->base)) : LN_NO_MEM;
    st                 = st == LN_OK ? ln_text_add(&url, LN_V("/.well-known/csvm")) : st;
    st = st == LN_OK ? add_map(command, ln_text_view(&url), place->root, path.s) : st;
    ln_text_clear(&url);
    LN_TRY(st);
  }
  if (suite_test_option(test, "link", &value)) {
    const ln_view link = ln_arena_copy(command->arena, value);
    LN_TRY(link.s ? add_pair(command, "--link", link.s, NULL) : LN_NO_MEM);
  }
  if (suite_test_option(test, "metadata", &value)) {
    const ln_view file = ln_arena_copy(command->arena, value);
    ln_text       path = {0};
    ln_status     st   = file.s ? ln_text_format(&path, "%s/%s", place->root, file.s) : LN_NO_MEM;
    st                 = st == LN_OK ? add_pair(command, "--metadata", path.s, NULL) : st;
    ln_text_clear(&path);
    LN_TRY(st);
  }
  return LN_OK;
}

static ln_status
build_validation(suite_command* const     command,
                 const suite_place* const place,
                 const suite_test* const  test)
{
  ln_view value = {0};
  LN_TRY(suite_command_add(command, place->liner, NULL, NULL));
  LN_TRY(suite_command_add(command, "validate", NULL, NULL));
  LN_TRY(add_pair(command, "--color", "never", NULL));
  LN_TRY(add_pair(command, "--to", "ntriples", NULL));
  LN_TRY(add_pair(command, "--base", test->base.s, NULL));
  if (suite_test_option(test, "shapes", &value)) {
    const ln_view file = ln_arena_copy(command->arena, value);
    ln_text       path = {0};
    ln_status     st   = file.s ? ln_text_format(&path, "%s/%s", place->root, file.s) : LN_NO_MEM;
    st                 = st == LN_OK ? add_pair(command, "--shapes", path.s, NULL) : st;
    ln_text_clear(&path);
    LN_TRY(st);
  }
  return suite_command_add(command, place->root, "/", test->input.s);
}

static ln_status
build_command(suite_command* const     command,
              const rule* const        k,
              const suite_place* const place,
              const suite_test* const  test)
{
  ln_view    value   = {0};
  const bool minimal = suite_test_option(test, "minimal", &value);
  if (k->does == VALIDATE) {
    return build_validation(command, place, test);
  }
  if (k->does == READ) {
    LN_TRY(suite_command_add(command, place->quads, NULL, NULL));
    LN_TRY(suite_command_add(command, test->base.s, NULL, NULL));
    return suite_command_add(command, place->root, "/", test->input.s);
  }
  LN_TRY(suite_command_add(command, place->liner, NULL, NULL));
  LN_TRY(suite_command_add(command, k->does == EXPORT ? "export" : "check", NULL, NULL));
  if (k->does == EXPORT && !minimal) {
    LN_TRY(add_pair(command, "--mode", "standard", NULL));
  }
  LN_TRY(add_pair(command, "--color", "never", NULL));
  LN_TRY(add_pair(command, "--max-errors", "0", NULL));
  if (k->does == EXPORT) {
    LN_TRY(add_pair(command, "--to", "ntriples", NULL));
  }
  LN_TRY(add_locating(command, place, test));
  return suite_command_add(command, place->root, "/", test->input.s);
}

/* The first finding or complaint on standard error. */
static ln_status
add_complaint(const char* const err, ln_text* const reason)
{
  char        line[512];
  FILE* const file = fopen(err, "rb");
  ln_status   st   = LN_OK;
  if (file) {
    if (fgets(line, sizeof(line), file)) {
      line[strcspn(line, "\n")] = '\0';
      st                        = ln_text_format(reason, ": %s", line);
    }
    st = fclose(file) == 0 || st != LN_OK ? st : LN_IO;
  }
  return st;
}

/* Whether nothing was passed over: a line of standard error has the code of what is refused. */
static ln_status
judge_refusal(const char* const err, ln_text* const reason)
{
  char        line[2048];
  bool        refused = false;
  FILE* const file    = fopen(err, "rb");
  if (!file) {
    return LN_IO;
  }
  while (!refused && fgets(line, sizeof(line), file)) {
    refused = strstr(line, "[L0711") != NULL;
  }
  LN_TRY(fclose(file) == 0 ? LN_OK : LN_IO);
  return refused ? LN_OK : ln_text_add(reason, LN_V("it was not refused"));
}

/* Of shapes, an exit status of 1 may also mean that the data does not conform. */
static bool
is_status(const rule* const k, const suite_test* const test, const int status)
{
  ln_view conforms = {0};
  if (k->expected == FAIL) {
    return status == FAULTS || (status == MISUSE && k->does != VALIDATE);
  }
  if (k->does == VALIDATE && suite_test_option(test, "conforms", &conforms) &&
      ln_view_equals(conforms, LN_V("false"))) {
    return status == FAULTS;
  }
  return status == CLEAN;
}

static ln_status
judge_status(const rule* const          k,
             const suite_test* const    test,
             const suite_outcome* const outcome,
             const char* const          err,
             ln_text* const             reason)
{
  if (!is_status(k, test, outcome->status)) {
    LN_TRY(ln_text_format(reason, "exit status %d", outcome->status));
    return add_complaint(err, reason);
  }
  if (k->expected == FAIL && outcome->errors == 0U) {
    LN_TRY(ln_text_add(reason, LN_V("there is no error")));
    return add_complaint(err, reason);
  }
  if (k->expected == WARN && outcome->warnings == 0U) {
    return ln_text_add(reason, LN_V("there is no warning"));
  }
  return LN_OK;
}

static ln_status
explain(const suite_verdict      verdict,
        const suite_graph* const expected,
        const suite_graph* const found,
        ln_text* const           reason)
{
  if (verdict == SUITE_SAME) {
    return LN_OK;
  }
  LN_TRY(ln_text_format(reason,
                        verdict == SUITE_UNDECIDED
                          ? "too symmetric to compare: %zu triples, %zu expected"
                          : "another graph: %zu triples, %zu expected",
                        found->n,
                        expected->n));
  return suite_difference(expected, found, reason);
}

static bool
has_shapes(const suite_test* const test)
{
  const rule* const k = find_kind(test->kind.s);
  return k && k->does == VALIDATE;
}

/* Read and compare; unreadable files are a reason, not an end. */
static ln_status
compare(const suite_test* const test,
        const char* const       expected_path,
        const char* const       out,
        suite_graph             graphs[2],
        ln_text* const          reason)
{
  suite_verdict verdict = SUITE_DIFFERENT;
  ln_text       problem = {0};
  ln_status     st      = suite_read(expected_path, test->base.s, &graphs[0], &problem);
  const char*   what    = "the expected graph cannot be read";
  if (st == LN_OK) {
    what = "the output cannot be read";
    st   = suite_read(out, NULL, &graphs[1], &problem);
  }
  if (st == LN_IO) {
    st = ln_text_format(reason, "%s: %s", what, problem.n > 0U ? problem.s : "unknown reason");
  } else if (st == LN_OK && has_shapes(test)) {
    st = suite_shacl_compare(&graphs[0], &graphs[1], reason);
  } else if (st == LN_OK) {
    st = suite_match(&graphs[0], &graphs[1], SUITE_BUDGET, &verdict);
    st = st == LN_OK ? explain(verdict, &graphs[0], &graphs[1], reason) : st;
  }
  ln_text_clear(&problem);
  return st;
}

static ln_status
judge_graph(const suite_place* const place,
            const suite_test* const  test,
            const char* const        out,
            ln_text* const           reason)
{
  suite_graph    graphs[2] = {{0}, {0}};
  ln_text        path      = {0};
  ln_dict* const terms     = suite_terms_new();
  ln_status      st        = terms ? suite_graph_init(&graphs[0], terms) : LN_NO_MEM;
  st                       = st == LN_OK ? suite_graph_init(&graphs[1], terms) : st;
  st = st == LN_OK ? ln_text_format(&path, "%s/%s", place->root, test->expected.s) : st;
  st = st == LN_OK ? compare(test, path.s, out, graphs, reason) : st;
  ln_text_clear(&path);
  suite_graph_clear(&graphs[0]);
  suite_graph_clear(&graphs[1]);
  ln_dict_free(terms);
  return st;
}

static ln_status
judge_silence(const char* const out, ln_text* const reason)
{
  FILE* const file = fopen(out, "rb");
  if (!file) {
    return LN_IO;
  }
  const bool silent = fgetc(file) == EOF;
  LN_TRY(fclose(file) == 0 ? LN_OK : LN_IO);
  return silent ? LN_OK : ln_text_add(reason, LN_V("a graph was written"));
}

static void
show_command(const suite_command* const command)
{
  for (size_t i = 0U; i < command->n; ++i) {
    printf("%s'%s'", i > 0U ? " " : "", command->words[i]);
  }
  printf("\n");
}

static ln_status
run_and_judge(const suite_place* const place,
              const suite_test* const  test,
              suite_command* const     command,
              ln_text* const           reason)
{
  const rule* const k       = find_kind(test->kind.s);
  suite_outcome     outcome = {0};
  ln_text           out     = {0};
  ln_text           err     = {0};
  ln_status         st      = k ? build_command(command, k, place, test) : LN_USAGE;
  st                        = st == LN_OK
                                ? ln_text_format(&out, "%s/out.%s", place->scratch, k->does == READ ? "nq" : "nt")
                                : st;
  st                        = st == LN_OK ? ln_text_format(&err, "%s/err", place->scratch) : st;
  if (st == LN_OK && place->show) {
    show_command(command);
  }
  st = st == LN_OK ? suite_run(command, out.s, err.s, &outcome) : st;
  st = st == LN_OK ? judge_status(k, test, &outcome, err.s, reason) : st;
  if (st == LN_OK && reason->n == 0U && k->does == VALIDATE && k->expected == FAIL) {
    st = judge_refusal(err.s, reason);
  } else if (st == LN_OK && reason->n == 0U && k->does != CHECK && k->expected != SYNTAX) {
    st =
      k->expected == FAIL ? judge_silence(out.s, reason) : judge_graph(place, test, out.s, reason);
  }
  ln_text_clear(&out);
  ln_text_clear(&err);
  return st;
}

ln_status
suite_judge(const suite_place* const place, const suite_test* const test, ln_text* const reason)
{
  ln_arena        arena   = {0};
  suite_command   command = {.arena = &arena};
  const ln_status st      = run_and_judge(place, test, &command, reason);
  ln_arena_clear(&arena);
  return st;
}
