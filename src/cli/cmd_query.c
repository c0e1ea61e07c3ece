/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner query: an answer on the spot. */

#include "base/fold.h"
#include "base/in.h"
#include "base/memory.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/page.h"
#include "cli/reporting.h"
#include "cli/settings.h"
#include "map/mapping.h"
#include "run/ask.h"
#include "run/ready.h"

#include <string.h>

static const ln_option_id options[] = {
  LN_OPT_OUTPUT,        LN_OPT_ANSWERS, LN_OPT_QUERY_FILE, LN_OPT_READY,      LN_OPT_WITH,
  LN_OPT_LIST,          LN_OPT_STORE,   LN_OPT_ENGINE,     LN_OPT_TIMEOUT,    LN_OPT_LAYERS,
  LN_OPT_BASE,          LN_OPT_PROFILE, LN_OPT_METADATA,   LN_OPT_URL_MAP,    LN_OPT_DATES,
  LN_OPT_UNKNOWN_ROLES, LN_OPT_MEMORY,  LN_OPT_REPORT,     LN_OPT_MAX_ERRORS, LN_OPT_STRICT,
  LN_OPT_COLOR,         LN_OPT_QUIET,   LN_OPT_HELP,
};

enum { LONGEST_QUERY = 64 << 20 };

/* For what lies between two steps of a query, unless --memory says otherwise. */
#define ROOM ((size_t)4U << 30U)

/* ---- what is asked ---- */

static ln_status
read_file(const char* const file,
          ln_asking* const  asking,
          ln_view* const    bytes,
          ln_text* const    error)
{
  const char*     reason = NULL;
  const ln_status st     = ln_in_slurp(file, LONGEST_QUERY, bytes, &reason);
  if (st == LN_IO) {
    LN_TRY(ln_text_format(error, "%s cannot be read: %s", file, reason));
    return LN_USAGE;
  }
  asking->text = *bytes;
  asking->name = file;
  return st;
}

static ln_status
read_ready(const char* const name, ln_asking* const asking, ln_text* const error)
{
  ln_ready   ready = {.name = {NULL, 0U}};
  ln_nearest near  = {.word = ln_view_of(name)};
  if (ln_ready_find(ln_view_of(name), &ready)) {
    asking->text = ready.text;
    asking->name = name;
    return LN_OK;
  }
  for (size_t i = 0U; ln_ready_at(i, &ready); ++i) {
    ln_nearest_offer(&near, ready.name, ready.name);
  }
  LN_TRY(ln_text_format(error, "there is no ready query \"%s\"; ", name));
  LN_TRY(near.n > 0U ? ln_nearest_text(&near, error)
                     : ln_text_add(error, LN_V("liner query --list names all")));
  return LN_USAGE;
}

/* The query: a word, a file, or one that is inside the program. Making a store needs none. */
static ln_status
read_query(const ln_args* const args,
           ln_asking* const     asking,
           ln_view* const       bytes,
           ln_text* const       error)
{
  const char* const file  = args->values[LN_OPT_QUERY_FILE];
  const char* const ready = args->values[LN_OPT_READY];
  const bool        word  = args->n_inputs > 1U;
  const size_t      given = (size_t)word + (size_t)(file != NULL) + (size_t)(ready != NULL);
  if (given > 1U || (given == 0U && !asking->store)) {
    LN_TRY(ln_text_add(error,
                       given > 1U ? LN_V("one query at a time: a word, --file or --ready")
                                  : LN_V("QUERY is missing: a query in quotes, --file FILE or "
                                         "--ready NAME")));
    return LN_USAGE;
  }
  if (file) {
    return read_file(file, asking, bytes, error);
  }
  if (ready) {
    return read_ready(ready, asking, error);
  }
  asking->name = "QUERY";
  asking->text = ln_view_of(word ? args->inputs[1] : "");
  return LN_OK;
}

/* --with NAME=VALUE */
static ln_status
read_values(const ln_args* const args,
            ln_asking_value      values[LN_MANY_MAX],
            ln_asking* const     asking,
            ln_text* const       error)
{
  const char* const* const words = ln_args_many(args, LN_OPT_WITH, &asking->n_values);
  for (size_t i = 0U; i < asking->n_values; ++i) {
    const ln_view word  = ln_view_of(words[i]);
    const size_t  equal = ln_view_find(word, '=');
    values[i] = (ln_asking_value){ln_view_first(word, equal), ln_view_from(word, equal + 1U)};
    if (equal == word.n || equal == 0U) {
      LN_TRY(ln_text_format(error, "--with takes NAME=VALUE, not \"%s\"", words[i]));
      return LN_USAGE;
    }
  }
  asking->values = values;
  return LN_OK;
}

/* A ready query says what it needs. */
static ln_status
check_needs(const ln_args* const args, const ln_asking* const asking, ln_text* const error)
{
  ln_ready ready    = {.name = {NULL, 0U}};
  ln_view  variable = {NULL, 0U};
  ln_view  what     = {NULL, 0U};
  if (!args->values[LN_OPT_READY] ||
      !ln_ready_find(ln_view_of(args->values[LN_OPT_READY]), &ready)) {
    return LN_OK;
  }
  for (size_t i = 0U; ln_ready_needs(&ready, i, &variable, &what); ++i) {
    bool given = false;
    for (size_t k = 0U; k < asking->n_values; ++k) {
      given = given || ln_view_equals(asking->values[k].name, variable);
    }
    if (!given) {
      LN_TRY(ln_text_format(error,
                            "--ready %s needs --with %.*s=VALUE: %.*s",
                            asking->name,
                            (int)variable.n,
                            variable.s,
                            (int)what.n,
                            what.s));
      return LN_USAGE;
    }
  }
  return LN_OK;
}

/* --list */
static ln_status
print_ready(ln_out* const out, const void* const what)
{
  enum { INDENT = 14 };
  ln_ready  ready = {.name = {NULL, 0U}};
  ln_text   text  = {0};
  ln_status st    = LN_OK;
  (void)what;
  for (size_t i = 0U; st == LN_OK && ln_ready_at(i, &ready); ++i) {
    ln_view variable = {NULL, 0U};
    ln_view meaning  = {NULL, 0U};
    ln_text_reset(&text);
    st = ln_text_add(&text, ready.title);
    for (size_t k = 0U; st == LN_OK && ln_ready_needs(&ready, k, &variable, &meaning); ++k) {
      st = ln_text_format(&text,
                          " Needs --with %.*s=VALUE, %.*s.",
                          (int)variable.n,
                          variable.s,
                          (int)meaning.n,
                          meaning.s);
    }
    if (st == LN_OK) {
      ln_page_item(out, ready.name, text.s, INDENT);
    }
  }
  ln_text_clear(&text);
  return st;
}

/* --to: a form of answers, or a syntax of graphs. */
static void
read_form(const ln_args* const args, ln_asking* const asking, ln_job* const job)
{
  const char* const to = args->values[LN_OPT_ANSWERS];
  asking->form         = LN_ANSWER_TABLE;
  job->to              = to;
  for (size_t i = 0U; to && ln_answer_name(i); ++i) {
    if (strcmp(to, ln_answer_name(i)) == 0) {
      asking->form       = (ln_answer_form)i;
      asking->form_given = true;
      job->to            = NULL;
    }
  }
}

static int
work(const ln_args* const args, const ln_asking* const asking, ln_log* const log)
{
  ln_reports reports       = {0};
  ln_asked   asked         = {0};
  ln_status  st            = ln_reporting_open(args, log, &reports);
  st                       = st == LN_OK ? ln_run_ask(asking, log, &asked) : st;
  int                 code = ln_console_exit(st, log);
  const ln_report_end end  = {.triples = asked.rows, .exit = code};
  code                     = ln_reporting_finish(&reports, log, st, &end);
  return code;
}

static ln_status
read_all(const ln_args* const args,
         ln_asking* const     asking,
         ln_asking_value      values[LN_MANY_MAX],
         ln_job* const        job,
         ln_view* const       bytes,
         ln_text* const       error)
{
  asking->store  = args->values[LN_OPT_STORE];
  asking->engine = ln_args_choice(args, LN_OPT_ENGINE) == 0U ? LN_ENGINE_LINER : LN_ENGINE_OXIGRAPH;
  LN_TRY(ln_args_inputs(args, 1U, 2U, "SOURCE (what is asked)", error));
  LN_TRY(read_query(args, asking, bytes, error));
  LN_TRY(read_values(args, values, asking, error));
  LN_TRY(check_needs(args, asking, error));
  LN_TRY(ln_settings_job(args, job, error));
  // What is ready may ask for anything that the tables say.
  if (args->values[LN_OPT_READY] && !ln_args_has(args, LN_OPT_LAYERS)) {
    job->layers = LN_LAYER_FACTS | LN_LAYER_EVIDENCE | LN_LAYER_SHORTCUTS;
  }
  const uint64_t seconds = ln_args_number(args, LN_OPT_TIMEOUT);
  asking->seconds        = (double)seconds;
  asking->memory         = ln_args_has(args, LN_OPT_MEMORY) ? job->memory : ROOM;
  read_form(args, asking, job);
  return LN_OK;
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  ln_job          job    = {0};
  ln_asking       asking = {.job = &job};
  ln_asking_value values[LN_MANY_MAX];
  ln_text         error = {0};
  // What was read belongs to the heap.
  union {
    ln_view lent;
    void*   own;
  } bytes  = {{NULL, 0U}};
  int code = LN_EXIT_INTERNAL;
  if (ln_args_has(args, LN_OPT_LIST)) {
    return ln_console_print(print_ready, NULL);
  }
  ln_status status = read_all(args, &asking, values, &job, &bytes.lent, &error);
  status           = status == LN_OK ? ln_reporting_check(args, self->options, &error) : status;
  if (status != LN_OK) {
    code = ln_console_misuse(status, &error, self->name);
  } else {
    const ln_log_policy policy = ln_settings_policy(args);
    ln_log* const       log    = ln_log_new(&policy);
    code                       = log ? work(args, &asking, log) : ln_console_exit(LN_NO_MEM, NULL);
    ln_log_free(log);
  }
  ln_free(bytes.own);
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_query = {
  .name    = "query",
  .summary = "answer a question in SPARQL",
  .usage   = "[OPTION]... SOURCE [QUERY]",
  .about =
    "SOURCE is a file of RDF, packed or not, - for Turtle from standard input, what export takes, "
    "converted on the way, or a store that --store made. QUERY is a query of SPARQL 1.1; the "
    "prefixes of the ontology and of the mapping need no declaration.\n"
    "\n"
    "Rows come as a table, or as --to says; graphs (CONSTRUCT, DESCRIBE) in any syntax that export "
    "writes. What cannot be answered is refused and told at its place, never answered otherwise. "
    "The "
    "exit status is 0 if the query was answered, whatever the answer.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = 2U,
  .least   = 0U,
  .input   = "SOURCE (what is asked)",
  .examples =
    {
      {"how many things of each class there are",
       "liner query data/thom-russo 'SELECT ?class (COUNT(?x) AS ?n) WHERE { ?x a ?class } GROUP "
       "BY "
       "?class ORDER BY DESC(?n)'"},
      {"the works of a person, with roles",
       "liner query data/thom-russo --ready works --with person='Thom Russo'"},
      {"keep what is asked, so that it need not be read again",
       "liner query data/thom-russo --store thom.store && liner query thom.store 'ASK { ?x a "
       "ln:Work }'"},
    },
  .run = run,
};
