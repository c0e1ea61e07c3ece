/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Another engine answers. The data set is written as N-Quads into a folder of its own, `oxigraph
   load` makes a store of it, `oxigraph query` answers from there; then the folder goes. What the
   program says is kept apart and shown only if it fails. Prefixes that need no declaration here are
   declared in front of the query. */

#include "run/oxigraph.h"

#include "base/in.h"
#include "base/memory.h"
#include "query/lexer.h"
#include "query/solutions.h"
#include "run/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

enum { LONGEST_PATH = 1024, LONGEST_FILE = 2048 };

typedef struct {
  const ln_asking* asking;
  ln_log*          log;
  char             folder[LONGEST_PATH];
  char             data[LONGEST_PATH + 16];
  char             store[LONGEST_PATH + 16];
  char             query[LONGEST_PATH + 16];
  char             errors[LONGEST_PATH + 16];
  double           until; ///< 0: no end
} handing;

static ln_status
report(const handing* const h, const ln_code code, const char* const text, const ln_view detail)
{
  const ln_status st  = ln_report(h->log,
                                 code,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "%s%s%.*s",
                                 text,
                                 detail.n > 0U ? ": " : "",
                                 (int)(detail.n < 500U ? detail.n : 500U),
                                 detail.n > 0U ? detail.s : "");
  const ln_status why = code == LN_L1003 ? LN_STOP : LN_USAGE;
  return st == LN_NO_MEM ? st : why;
}

/* ---- the folder ---- */

static ln_status
make_folder(handing* const h)
{
  const char* const root = getenv("TMPDIR"); // NOLINT(concurrency-mt-unsafe): nobody sets it
  const int         n =
    snprintf(h->folder, sizeof(h->folder), "%s/liner-XXXXXX", root && *root ? root : "/tmp");
  if (n < 0 || (size_t)n >= sizeof(h->folder) || !mkdtemp(h->folder)) {
    h->folder[0] = '\0';
    return report(h, LN_L1006, "no temporary folder can be made", ln_view_of(ln_errno_text(errno)));
  }
  (void)snprintf(h->data, sizeof(h->data), "%s/data.nq", h->folder);
  (void)snprintf(h->store, sizeof(h->store), "%s/store", h->folder);
  (void)snprintf(h->query, sizeof(h->query), "%s/query.rq", h->folder);
  (void)snprintf(h->errors, sizeof(h->errors), "%s/errors", h->folder);
  return LN_OK;
}

/* The files of a folder, then the folder. What cannot be removed stays. */
static void
remove_folder(const char* const path)
{
  DIR* const folder = opendir(path);
  char       file[LONGEST_FILE];
  if (folder) {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is this function's own
    for (const struct dirent* entry = readdir(folder); entry; entry = readdir(folder)) {
      const int n = snprintf(file, sizeof(file), "%s/%s", path, entry->d_name);
      if (n > 0 && (size_t)n < sizeof(file) && strcmp(entry->d_name, ".") != 0 &&
          strcmp(entry->d_name, "..") != 0) {
        (void)unlink(file);
      }
    }
    (void)closedir(folder);
  }
  (void)rmdir(path);
}

/* ---- what is handed over ---- */

static void
write_quads(const ln_dataset* const set, const uint32_t graph, ln_out* const out)
{
  const ln_fact_pattern all   = {LN_ABSENT, LN_ABSENT, LN_ABSENT};
  const ln_fact_range   range = ln_dataset_match(set, graph, &all);
  for (size_t i = 0U; i < range.n && out->status == LN_OK; ++i) {
    const ln_fact_pattern fact     = ln_fact_at(&range, i);
    const uint32_t        places[] = {fact.subject, fact.predicate, fact.object, graph};
    for (size_t k = 0U; k < 4U && places[k] != LN_ABSENT; ++k) {
      char         label[16];
      ln_read_term term = ln_dataset_term(set, places[k]);
      if (term.kind == LN_BLANK) {
        const int n = snprintf(label, sizeof(label), "b%lu", (unsigned long)places[k]);
        term.text   = (ln_view){label, n > 0 ? (size_t)n : 0U};
      }
      ln_answer_put_quoted(out, &term);
      ln_out_put_byte(out, ' ');
    }
    ln_out_put_view(out, LN_V(".\n"));
  }
}

static ln_status
write_data(const handing* const h, const ln_dataset* const set)
{
  ln_out* out = NULL;
  LN_TRY(ln_output_open(h->log, h->data, &out));
  write_quads(set, LN_ABSENT, out);
  for (size_t i = 0U; i < ln_dataset_graphs(set); ++i) {
    write_quads(set, ln_dataset_graph(set, i), out);
  }
  return ln_output_close(h->log, h->data, out, out->status);
}

/* What the query declares itself comes later, and counts. All on the first line, so that the lines
   of the query keep their numbers. */
static ln_status
write_query(const handing* const h, const ln_source_data* const data)
{
  ln_out* out = NULL;
  LN_TRY(ln_output_open(h->log, h->query, &out));
  for (size_t i = 0U; i < data->n_prefixes; ++i) {
    ln_out_put_view(out, LN_V("PREFIX "));
    ln_out_put_view(out, data->prefixes[i].name);
    ln_out_put_view(out, LN_V(": <"));
    ln_out_put_view(out, data->prefixes[i].iri);
    ln_out_put_view(out, LN_V("> "));
  }
  ln_out_put_view(out, h->asking->text);
  return ln_output_close(h->log, h->query, out, out->status);
}

/* ---- the program ---- */

static ln_status
spawn(const handing* const h, const char* const words[], const int output, pid_t* const child)
{
  posix_spawn_file_actions_t actions;
  union {
    const char* const* lent;
    char* const*       own;
  } argv = {words};
  if (posix_spawn_file_actions_init(&actions) != 0) {
    return LN_NO_MEM;
  }
  int failed = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  failed     = failed != 0 ? failed : posix_spawn_file_actions_adddup2(&actions, output, 1);
  failed     = failed != 0 ? failed
                           : posix_spawn_file_actions_addopen(
                           &actions, 2, h->errors, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  failed = failed != 0 ? failed : posix_spawnp(child, words[0], &actions, NULL, argv.own, environ);
  (void)posix_spawn_file_actions_destroy(&actions);
  if (failed == ENOENT) {
    return report(h, LN_L1006, "there is no program `oxigraph` on the PATH", (ln_view){NULL, 0U});
  }
  return failed == 0
           ? LN_OK
           : report(h, LN_L1006, "`oxigraph` cannot be started", ln_view_of(ln_errno_text(failed)));
}

/* Pass on what comes through a pipe until it ends or time is over; false: time is over. */
static bool
pass_on(const handing* const h, const int from, ln_out* const out)
{
  enum { PIECE = 65536, TENTH = 100 };
  char* const   piece = (char*)ln_alloc(PIECE);
  struct pollfd wait  = {.fd = from, .events = POLLIN};
  bool          open  = piece != NULL;
  bool          late  = false;
  while (open && !late) {
    const int ready = poll(&wait, 1U, TENTH);
    late            = h->until > 0.0 && ln_budget_now() > h->until;
    late            = late || (h->asking->job->stop && *h->asking->job->stop != 0);
    if (ready > 0) {
      const ssize_t n = read(from, piece, PIECE);
      open            = n > 0;
      ln_out_put(out, piece, n > 0 ? (size_t)n : 0U);
    }
  }
  ln_free(piece);
  return !late;
}

static ln_status
explain_failure(const handing* const h)
{
  const char* reason = NULL;
  ln_view     said   = {NULL, 0U};
  union {
    const char* lent;
    void*       own;
  } text;
  ln_status st = ln_in_slurp(h->errors, 1U << 20U, &said, &reason);
  st           = st == LN_NO_MEM
                   ? st
                   : report(h, LN_L1006, "`oxigraph` failed", ln_view_first(said, ln_view_find(said, '\n')));
  text.lent    = said.s;
  ln_free(text.own);
  return st;
}

/* Run it to its end, what it writes going to `out`. */
static ln_status
run_program(const handing* const h, const char* const words[], ln_out* const out)
{
  int   ends[2];
  pid_t child  = 0;
  int   status = 0;
  if (pipe(ends) != 0) {
    return report(h, LN_L1006, "no pipe can be made", ln_view_of(ln_errno_text(errno)));
  }
  (void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  (void)fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  const ln_status st = spawn(h, words, ends[1], &child);
  (void)close(ends[1]);
  const bool ended = st != LN_OK || pass_on(h, ends[0], out);
  (void)close(ends[0]);
  if (st != LN_OK) {
    return st;
  }
  if (!ended) {
    (void)kill(child, SIGKILL);
  }
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!ended) {
    return report(h, LN_L1003, "`oxigraph` took too long", (ln_view){NULL, 0U});
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? out->status : explain_failure(h);
}

/* ---- the form of the answer ---- */

static bool
makes_graph(const ln_view text)
{
  ln_lexer lexer = {.query = text};
  ln_word  word  = {.kind = LN_WORD_END};
  bool     graph = false;
  bool     known = false;
  while (!known && ln_lexer_next(&lexer, &word) == LN_OK && word.kind != LN_WORD_END) {
    graph = ln_word_says(&word, LN_V("CONSTRUCT")) || ln_word_says(&word, LN_V("DESCRIBE"));
    known = graph || ln_word_says(&word, LN_V("SELECT")) || ln_word_says(&word, LN_V("ASK"));
  }
  ln_lexer_clear(&lexer);
  return graph;
}

/* By its names of formats; a table is not one of them, and CSV is the nearest. */
static const char*
format_of(const ln_asking* const asking)
{
  static const char* const FORMATS[][2] = {{"ntriples", "nt"},
                                           {"nquads", "nq"},
                                           {"trig", "trig"},
                                           {"rdfxml", "rdf"},
                                           {"jsonld", "jsonld"}};
  const char* const        to           = asking->job->to ? asking->job->to : "turtle";
  if (!makes_graph(asking->text)) {
    return asking->form == LN_ANSWER_TABLE ? "csv" : ln_answer_name((size_t)asking->form);
  }
  for (size_t i = 0U; i < sizeof(FORMATS) / sizeof(FORMATS[0]); ++i) {
    if (strcmp(to, FORMATS[i][0]) == 0) {
      return FORMATS[i][1];
    }
  }
  return "ttl";
}

static ln_status
hand_over(handing* const h, const ln_source_data* const data)
{
  ln_out*           out     = NULL;
  const char* const path    = h->asking->job->output;
  const char* const load[]  = {"oxigraph", "load", "--location", h->store, "--file", h->data, NULL};
  const char* const query[] = {"oxigraph",
                               "query",
                               "--location",
                               h->store,
                               "--query-file",
                               h->query,
                               "--results-format",
                               format_of(h->asking),
                               NULL};
  LN_TRY(write_data(h, data->set));
  LN_TRY(write_query(h, data));
  LN_TRY(ln_out_null(&out));
  const ln_status loaded = run_program(h, load, out);
  LN_TRY(ln_out_close(out));
  LN_TRY(loaded);
  LN_TRY(ln_output_open(h->log, path, &out));
  return ln_output_close(h->log, path, out, run_program(h, query, out));
}

ln_status
ln_oxigraph_ask(const ln_asking* const asking, ln_log* const log, const ln_source_data* const data)
{
  handing* const h = (handing*)ln_alloc_zero(1U, sizeof(handing));
  if (!h) {
    return LN_NO_MEM;
  }
  *h           = (handing){.asking = asking, .log = log};
  h->until     = asking->seconds > 0.0 ? ln_budget_now() + asking->seconds : 0.0;
  ln_status st = make_folder(h);
  st           = st == LN_OK ? hand_over(h, data) : st;
  if (h->folder[0] != '\0') {
    remove_folder(h->store);
    remove_folder(h->folder);
  }
  ln_free(h);
  return st;
}
