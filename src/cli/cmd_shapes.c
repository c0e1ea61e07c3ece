/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner shapes: what an ontology and a mapping promise, as SHACL. */

#include "cli/commands.h"
#include "cli/work.h"
#include "run/run.h"

static const ln_option_id options[] = {
  LN_OPT_SAYS,
  LN_OPT_OUTPUT,
  LN_OPT_TO,
  LN_OPT_LAYERS,
  LN_OPT_BASE,
  LN_OPT_PROFILE,
  LN_OPT_METADATA,
  LN_OPT_LINK,
  LN_OPT_URL,
  LN_OPT_URL_MAP,
  LN_OPT_DATES,
  LN_OPT_HEADER_MAPPING,
  LN_OPT_PREFIX,
  LN_OPT_UNKNOWN_ROLES,
  LN_OPT_REPORT,
  LN_OPT_COLOR,
  LN_OPT_QUIET,
  LN_OPT_HELP,
};

static ln_status
shapes(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  (void)summary;
  return ln_run_shapes(job, log);
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  return ln_work(self, args, shapes, LN_WORK_QUIETLY);
}

const ln_command ln_cmd_shapes = {
  .name    = "shapes",
  .summary = "write shapes (SHACL) of a mapping or an ontology",
  .usage   = "[OPTION]... [INPUT]",
  .about =
    "Binds the mapping of INPUT to the headers of its tables and writes what every row promises as "
    "shapes: how many values a property has, of which datatype, pattern, length and range, and "
    "what IRIs begin with. With --ontology what an ontology says is written as well: domains, "
    "ranges, functional properties, disjoint classes, keys of one property, cardinalities. Without "
    "either it is liner's own ontology. No row is read.\n"
    "\n"
    "What liner exports conforms to these shapes, by liner validate and by any other validator; "
    "what is said of a thing is what all tables that may speak of it have in common.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = LN_WORK_INPUTS,
  .free    = true,
  .examples =
    {
      {"shapes of a catalogue", "liner shapes data/thom-russo -o shapes.ttl"},
      {"what an ontology says", "liner shapes --ontology ontology/core.ttl"},
    },
  .run = run,
};
