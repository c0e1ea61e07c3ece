/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From arguments to a job: the only place that knows both the options and the fields of ln_job.
   What can be judged without reading a file is judged here, so that it is a fault of usage. */

#include "cli/settings.h"

#include "cli/checks.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/suggest.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "map/mapping.h"
#include "rdf/iri.h"

#include <stdlib.h>
#include <time.h>

/* ln_args_set gives the bits in the order of the words of --layers. */
_Static_assert(LN_LAYER_FACTS == 1 && LN_LAYER_EVIDENCE == 2 && LN_LAYER_SHORTCUTS == 4,
               "layers are numbered as --layers lists them");

enum { THREADS_MOST = 256, PARTS_MOST = 1000000, TOP_MOST = 1000 };

static ln_status
check_base(const char* const base, ln_text* const error)
{
  const char* problem = "";
  if (!base || ln_iri_valid(ln_view_of(base), &problem)) {
    return LN_OK;
  }
  LN_TRY(
    ln_text_add(error, LN_V("--base must be an absolute IRI such as https://example.org/: \"")));
  LN_TRY(ln_suggest_shown(ln_view_of(base), error));
  LN_TRY(ln_text_format(error, "\" will not do, %s", problem));
  return LN_USAGE;
}

/* An address that `--url` or `--url-map` gives. */
static ln_status
check_address(const char* const flag, const ln_view address, ln_text* const error)
{
  const char* problem = "";
  if (ln_iri_valid(address, &problem)) {
    return LN_OK;
  }
  LN_TRY(ln_text_format(error, "%s needs an address such as https://example.org/t.csv: \"", flag));
  LN_TRY(ln_suggest_shown(address, error));
  LN_TRY(ln_text_format(error, "\" will not do, %s", problem));
  return LN_USAGE;
}

static ln_status
check_addresses(const ln_job* const job, ln_text* const error)
{
  if (job->url) {
    LN_TRY(check_address("--url", ln_view_of(job->url), error));
  }
  for (size_t i = 0U; i < job->n_url_maps; ++i) {
    const ln_view map    = ln_view_of(job->url_maps[i]);
    const ln_view prefix = ln_view_first(map, ln_view_find(map, '='));
    if (prefix.n + 1U >= map.n) {
      LN_TRY(ln_text_add(error, LN_V("--url-map needs PREFIX=PATH, not \"")));
      LN_TRY(ln_suggest_shown(map, error));
      LN_TRY(ln_text_add_byte(error, '"'));
      return LN_USAGE;
    }
    LN_TRY(check_address("--url-map", prefix, error));
  }
  return LN_OK;
}

/* A prefix and an IRI that begins what it stands for. */
static ln_status
check_prefixes(const ln_job* const job, ln_text* const error)
{
  for (size_t i = 0U; i < job->n_prefixes; ++i) {
    const ln_view given = ln_view_of(job->prefixes[i]);
    const size_t  cut   = ln_view_find(given, '=');
    if (cut == 0U || cut + 1U >= given.n || !ln_iri_valid(ln_view_from(given, cut + 1U), NULL)) {
      LN_TRY(ln_text_add(error, LN_V("--prefix needs NAME=IRI, not \"")));
      LN_TRY(ln_suggest_shown(given, error));
      LN_TRY(ln_text_add_byte(error, '"'));
      return LN_USAGE;
    }
  }
  if (job->n_prefixes > 0U && !job->header_mapping) {
    LN_TRY(ln_text_add(error, LN_V("--prefix is for --header-mapping")));
    return LN_USAGE;
  }
  if (job->header_mapping && (job->metadata || job->link)) {
    LN_TRY(ln_text_format(error,
                          "--header-mapping and %s exclude each other",
                          job->metadata ? "--metadata" : "--link"));
    return LN_USAGE;
  }
  return LN_OK;
}

static ln_status
check_syntax(const char* const to, ln_text* const error)
{
  const char* name    = NULL;
  const char* label   = NULL;
  const char* endings = NULL;
  ln_suggest  suggest;
  LN_TRY(ln_text_add(error, LN_V("unknown syntax \"")));
  LN_TRY(ln_suggest_shown(ln_view_of(to), error));
  LN_TRY(ln_text_add_byte(error, '"'));
  ln_status status = ln_suggest_init(&suggest, ln_view_of(to));
  for (size_t i = 0U; status == LN_OK && ln_run_syntax(i, &name, &label, &endings); ++i) {
    ln_suggest_offer(&suggest, ln_view_of(name), ln_view_of(name));
    if (ln_view_equals(ln_view_of(name), ln_view_of(to))) {
      ln_text_reset(error);
      ln_suggest_clear(&suggest);
      return LN_OK;
    }
  }
  if (status == LN_OK) {
    status = suggest.nearest.n > 0U ? ln_suggest_text(&suggest, error)
                                    : ln_text_add(error, LN_V("; \"--to help\" lists all"));
  }
  ln_suggest_clear(&suggest);
  return status == LN_OK ? LN_USAGE : status;
}

static ln_status
check_profile_name(const char* const profile, ln_text* const error)
{
  ln_view    name  = {0};
  ln_view    title = {0};
  ln_suggest suggest;
  ln_status  status = ln_suggest_init(&suggest, ln_view_of(profile));
  for (size_t i = 0U; status == LN_OK && ln_run_profile(i, &name, &title); ++i) {
    if (ln_view_equals(name, ln_view_of(profile))) {
      ln_suggest_clear(&suggest);
      return LN_OK;
    }
    ln_suggest_offer(&suggest, name, name);
  }
  status = status == LN_OK ? ln_text_add(error, LN_V("unknown profile \"")) : status;
  status = status == LN_OK ? ln_suggest_shown(ln_view_of(profile), error) : status;
  status = status == LN_OK ? ln_text_add_byte(error, '"') : status;
  if (status == LN_OK) {
    status = suggest.nearest.n > 0U
               ? ln_suggest_text(&suggest, error)
               : ln_text_add(
                   error, LN_V("; \"--profile list\" lists all, and a folder is written ./NAME"));
  }
  ln_suggest_clear(&suggest);
  return status == LN_OK ? LN_USAGE : status;
}

/* A profile is the whole mapping, and says by itself which table is which. */
static ln_status
check_profile(const ln_job* const job, ln_text* const error)
{
  const struct {
    const char* flag;
    bool        given;
  } others[] = {{"--metadata", job->metadata != NULL},
                {"--header-mapping", job->header_mapping},
                {"--link", job->link != NULL},
                {"--url", job->url != NULL}};
  if (!job->profile) {
    return LN_OK;
  }
  for (size_t i = 0U; i < sizeof(others) / sizeof(others[0]); ++i) {
    if (others[i].given) {
      LN_TRY(ln_text_format(error, "--profile and %s exclude each other", others[i].flag));
      return LN_USAGE;
    }
  }
  return ln_run_profile_is_folder(job->profile) ? LN_OK : check_profile_name(job->profile, error);
}

/* Digits up to `end`; 0 if there are none or too many. */
static uint64_t
number_before(const char** const text, const char end)
{
  const char* c = *text;
  uint64_t    n = 0U;
  while (*c >= '0' && *c <= '9' && n < PARTS_MOST) {
    n = (n * 10U) + (uint64_t)(*c++ - '0');
  }
  *text = c + 1;
  return *c == end ? n : 0U;
}

static ln_status
read_shard(const char* const value, ln_job* const job, ln_text* const error)
{
  const char* text = value;
  if (!value) {
    return LN_OK;
  }
  job->shard  = number_before(&text, '/');
  job->shards = job->shard > 0U ? number_before(&text, '\0') : 0U;
  if (job->shard > 0U && job->shard <= job->shards && job->shards <= PARTS_MOST) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(error, LN_V("--shard needs a part and their number, such as 2/7, not \"")));
  LN_TRY(ln_suggest_shown(ln_view_of(value), error));
  LN_TRY(ln_text_add_byte(error, '"'));
  return LN_USAGE;
}

static ln_status
read_stats(const ln_args* const args, ln_stats_job* const stats, ln_text* const error)
{
  const uint64_t top = ln_args_number(args, LN_OPT_TOP);
  if (top < 1U || top > TOP_MOST) {
    LN_TRY(ln_text_format(error, "--top takes 1 to %d", TOP_MOST));
    return LN_USAGE;
  }
  const char* const output = args->values[LN_OPT_OUTPUT];
  *stats                   = (ln_stats_job){.page  = args->values[LN_OPT_PAGE],
                                            .top   = (size_t)top,
                                            .json  = ln_args_choice(args, LN_OPT_FIGURES) == 1U,
                                            .ascii = ln_args_has(args, LN_OPT_ASCII) || !ln_terminal_utf8(),
                                            .width = ln_terminal_width(output),
                                            .bold  = ln_terminal_bold(output, ln_args_choice(args, LN_OPT_COLOR))};
  return LN_OK;
}

/* That of the environment (reproducible-builds.org, SOURCE_DATE_EPOCH), else the clock's if it is
   asked for; else none. */
static int64_t
read_moment(const bool wanted)
{
  const char* const epoch =
    getenv("SOURCE_DATE_EPOCH"); // NOLINT(concurrency-mt-unsafe): one thread
  int64_t at = epoch && *epoch != '\0' ? 0 : -1;
  for (const char* c = epoch; at >= 0 && *c != '\0'; ++c) {
    at = *c >= '0' && *c <= '9' && at < INT64_MAX / 100 ? (at * 10) + (*c - '0') : -1;
  }
  return at < 0 && wanted ? (int64_t)time(NULL) : at;
}

/* Whoever asks for a form of claims wants claims, unless it is cells that he asks for. */
static void
read_evidence(const ln_args* const args, ln_job* const job)
{
  const size_t level = ln_args_choice(args, LN_OPT_PROVENANCE);
  const size_t told  = ln_args_choice(args, LN_OPT_EVIDENCE);
  job->provenance    = (ln_provenance)level;
  job->evidence      = (ln_evidence)told;
  job->description   = args->values[LN_OPT_DESCRIPTION];
  job->version       = LN_VERSION;
  job->moment        = read_moment(ln_args_has(args, LN_OPT_TIME));
  if (ln_args_has(args, LN_OPT_EVIDENCE) && job->provenance == LN_PROVENANCE_NONE) {
    job->layers |= LN_LAYER_EVIDENCE;
  }
}

/* What goes on from another export is read twice, and all of it. */
static ln_status
read_since(const ln_args* const args, ln_job* const job, ln_text* const error)
{
  job->since              = args->values[LN_OPT_SINCE];
  job->state              = args->values[LN_OPT_STATE];
  job->cleared            = args->values[LN_OPT_CLEARED];
  const char* const flag  = job->since ? "--since" : "--state";
  const char*       other = job->since && ln_checks_wanted(args) ? "--validate" : NULL;
  if (job->cleared && !job->since) {
    LN_TRY(ln_text_add(error, LN_V("--cleared is for --since")));
    return LN_USAGE;
  }
  if (!job->since && !job->state) {
    return LN_OK;
  }
  for (size_t i = 0U; i < job->n_inputs; ++i) {
    if (ln_view_equals(ln_view_of(job->inputs[i]), LN_V("-"))) {
      LN_TRY(
        ln_text_format(error, "%s reads its input twice, which standard input cannot be", flag));
      return LN_USAGE;
    }
  }
  other = job->shards > 0U ? "--shard" : other;
  other = job->frame ? "--frame" : other;
  if (other) {
    LN_TRY(ln_text_format(error, "%s and %s exclude each other", flag, other));
    return LN_USAGE;
  }
  return LN_OK;
}

/* How much of the graph is written. */
static ln_status
read_extent(const ln_args* const args, ln_job* const job, ln_text* const error)
{
  LN_TRY(read_shard(args->values[LN_OPT_SHARD], job, error));
  return read_since(args, job, error);
}

/* --to of the two commands that write reports. */
static ln_report_form
report_form(const ln_args* const args)
{
  static const ln_report_form compared[] = {
    LN_FORM_TEXT, LN_FORM_MARKDOWN, LN_FORM_JSON, LN_FORM_CSV, LN_FORM_RDF};
  static const ln_report_form brief[] = {
    LN_FORM_TEXT, LN_FORM_MARKDOWN, LN_FORM_JSON, LN_FORM_HTML, LN_FORM_RDF};
  const size_t form = ln_args_choice(args, LN_OPT_COMPARED);
  return form > 0U ? compared[form] : brief[ln_args_choice(args, LN_OPT_BRIEF)];
}

/* What is reported of what does not agree, and what is asserted of it. */
static ln_status
read_disputes(const ln_args* const args, ln_job* const job, ln_text* const error)
{
  static const ln_on_conflict choices[] = {
    LN_CONFLICT_ALL, LN_CONFLICT_PREFERRED, LN_CONFLICT_NONE};
  job->form        = report_form(args);
  job->on_conflict = choices[ln_args_choice(args, LN_OPT_ON_CONFLICT)];
  for (size_t i = 0U; i < job->n_inputs && job->on_conflict != LN_CONFLICT_ALL; ++i) {
    if (ln_view_equals(ln_view_of(job->inputs[i]), LN_V("-"))) {
      LN_TRY(ln_text_add(
        error, LN_V("--on-conflict reads its input twice, which standard input cannot be")));
      return LN_USAGE;
    }
  }
  return LN_OK;
}

/* What the commands are told that stay until Ctrl-C. */
static void
read_stay(const ln_args* const args, ln_job* const job)
{
  const char* const address = args->values[LN_OPT_BIND];
  job->follow               = (ln_follow_job){.patch          = args->values[LN_OPT_PATCH],
                                              .most           = ln_args_number(args, LN_OPT_MAX_CHANGES),
                                              .despite_errors = ln_args_has(args, LN_OPT_DESPITE_ERRORS)};
  job->serve                = (ln_serve_job){.address     = address ? address : "127.0.0.1",
                                             .port        = ln_args_number(args, LN_OPT_PORT),
                                             .seconds     = ln_args_number(args, LN_OPT_SECONDS),
                                             .answer      = (size_t)ln_args_number(args, LN_OPT_MAX_ANSWER),
                                             .connections = (size_t)ln_args_number(args, LN_OPT_CONNECTIONS)};
}

ln_status
ln_settings_job(const ln_args* const args, ln_job* const job, ln_text* const error)
{
  const bool quiet   = ln_args_has(args, LN_OPT_QUIET);
  const bool verbose = ln_args_has(args, LN_OPT_VERBOSE);
  *job               = (ln_job){
                  .input          = args->n_inputs > 0U ? args->inputs[0] : NULL,
                  .inputs         = args->inputs,
                  .n_inputs       = args->n_inputs,
                  .profile        = args->values[LN_OPT_PROFILE],
                  .metadata       = args->values[LN_OPT_METADATA],
                  .url            = args->values[LN_OPT_URL],
                  .link           = args->values[LN_OPT_LINK],
                  .header_mapping = ln_args_has(args, LN_OPT_HEADER_MAPPING),
                  .csvw           = ln_args_choice(args, LN_OPT_FORM) == 1U,
                  .base           = args->values[LN_OPT_BASE],
                  .to             = args->values[LN_OPT_TO],
                  .output         = args->values[LN_OPT_OUTPUT],
                  .standard       = ln_args_choice(args, LN_OPT_MODE) == 1U,
                  .layers         = ln_args_set(args, LN_OPT_LAYERS),
                  .frame          = ln_args_has(args, LN_OPT_FRAME),
                  .mint_roles     = ln_args_choice(args, LN_OPT_UNKNOWN_ROLES) == 1U,
                  .xsd_dates      = ln_args_choice(args, LN_OPT_DATES) == 1U,
                  .register_ids   = ln_args_has(args, LN_OPT_REGISTER),
                  .general        = ln_args_has(args, LN_OPT_GENERAL_WAY),
                  .distinct       = ln_args_has(args, LN_OPT_DISTINCT),
                  .threads        = (size_t)ln_args_number(args, LN_OPT_THREADS),
                  .block          = (size_t)ln_args_number(args, LN_OPT_BLOCK_SIZE),
                  .keys           = ln_args_has(args, LN_OPT_KEYS),
                  .memory         = (size_t)ln_args_number(args, LN_OPT_MEMORY),
                  .store          = args->values[LN_OPT_TARGET_KIND],
                  .reject         = args->values[LN_OPT_REJECT],
                  .progress       = !quiet && ln_console_progress(args->values[LN_OPT_OUTPUT]),
                  .verbosity      = quiet ? -1 : (int)verbose,
                  .stop           = ln_interrupt_flag(),
  };
  LN_TRY(read_stats(args, &job->stats, error));
  read_evidence(args, job);
  job->why = (ln_why_job){.from = args->values[LN_OPT_FROM],
                          .json = ln_args_choice(args, LN_OPT_ANSWER) == 1U};
  read_stay(args, job);
  job->url_maps = ln_args_many(args, LN_OPT_URL_MAP, &job->n_url_maps);
  job->prefixes = ln_args_many(args, LN_OPT_PREFIX, &job->n_prefixes);
  job->rules    = ln_args_many(args, LN_OPT_RULES, &job->n_rules);
  LN_TRY(read_disputes(args, job, error));
  LN_TRY(check_prefixes(job, error));
  LN_TRY(check_profile(job, error));
  LN_TRY(check_base(job->base, error));
  LN_TRY(check_addresses(job, error));
  job->ontologies = ln_args_many(args, LN_OPT_SAYS, &job->n_ontologies);
  LN_TRY(read_extent(args, job, error));
  if (job->threads > THREADS_MOST) {
    LN_TRY(ln_text_format(error, "--threads takes at most %d", THREADS_MOST));
    return LN_USAGE;
  }
  if (job->standard && job->frame) {
    LN_TRY(ln_text_add(error, LN_V("--frame and --mode standard exclude each other")));
    return LN_USAGE;
  }
  return job->to ? check_syntax(job->to, error) : LN_OK;
}

ln_log_policy
ln_settings_policy(const ln_args* const args)
{
  return (ln_log_policy){
    .stream     = stderr,
    .color      = ln_console_color(ln_args_choice(args, LN_OPT_COLOR)),
    .quiet      = ln_args_has(args, LN_OPT_QUIET),
    .strict     = ln_args_has(args, LN_OPT_STRICT),
    .max_errors = ln_args_number(args, LN_OPT_MAX_ERRORS),
  };
}
