/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner serve: a graph to be looked at and asked, over HTTP. */

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/work.h"
#include "run/run.h"
#include "serve/serve.h"

#include <stdio.h>

static const ln_option_id options[] = {
  LN_OPT_PORT,       LN_OPT_BIND,    LN_OPT_SECONDS, LN_OPT_MAX_ANSWER, LN_OPT_CONNECTIONS,
  LN_OPT_LAYERS,     LN_OPT_BASE,    LN_OPT_PROFILE, LN_OPT_METADATA,   LN_OPT_HEADER_MAPPING,
  LN_OPT_PREFIX,     LN_OPT_URL_MAP, LN_OPT_DATES,   LN_OPT_MEMORY,     LN_OPT_UNKNOWN_ROLES,
  LN_OPT_MAX_ERRORS, LN_OPT_STRICT,  LN_OPT_COLOR,   LN_OPT_QUIET,      LN_OPT_HELP,
};

static void
tell(const uint64_t triples, const ln_view url)
{
  (void)fprintf(stderr,
                "liner: %llu triples at %.*s and to be asked at %.*ssparql; Ctrl-C ends it\n",
                (unsigned long long)triples,
                (int)url.n,
                url.s,
                (int)url.n,
                url.s);
}

static ln_status
serve(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  (void)summary;
  return ln_serve_run(job, log, tell);
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  enum { PORTS = 65535 };
  ln_text         error = {0};
  const uint64_t  port  = ln_args_number(args, LN_OPT_PORT);
  const ln_status st =
    port > PORTS ? ln_text_add(&error, LN_V("--port takes at most 65535")) : LN_END;
  const int code = st == LN_END ? ln_work(self, args, serve, LN_WORK_QUIETLY)
                                : ln_console_misuse(LN_USAGE, &error, self->name);
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_serve = {
  .name    = "serve",
  .summary = "let a graph be looked at and asked with a browser and by SPARQL",
  .usage   = "[OPTION]... INPUT",
  .about =
    "INPUT is a file of RDF, or what export takes. It is read once and served until Ctrl-C: a page "
    "for each thing under its own address, in HTML, Turtle, N-Triples or JSON-LD; a form for "
    "queries; and an endpoint of the SPARQL 1.1 Protocol, /sparql. Nothing can be changed through "
    "it.\n"
    "\n"
    "Unless --bind says otherwise, only programs on this machine can reach it, and only under its "
    "own names. It has no passwords: whoever reaches it reads all.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = LN_WORK_INPUTS,
  .examples =
    {
      {"look at a catalogue, with its evidence",
       "liner serve data/thom-russo --layers facts,evidence,shortcuts --port 0"},
      {"serve a file at any port that is free", "liner serve ontology/core.ttl --port 0"},
    },
  .run = run,
};
