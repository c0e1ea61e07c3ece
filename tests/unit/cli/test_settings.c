/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From arguments to a job. */

#include "cli/settings.h"

#include "map/mapping.h"
#include "unit.h"

static char* const inputs[] = {(char[]){"in"}};

static ln_args
no_options(void)
{
  return (ln_args){.inputs = inputs, .n_inputs = 1U};
}

static void
defaults(void)
{
  const ln_args args  = no_options();
  ln_text       error = {0};
  ln_job        job;
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_OK);
  CU_ASSERT_STRING_EQUAL(job.input, "in");
  CU_ASSERT_EQUAL(job.layers, LN_LAYER_FACTS);
  CU_ASSERT_EQUAL(job.verbosity, 0);
  CU_ASSERT_EQUAL(job.block, 0U);
  CU_ASSERT_PTR_NULL(job.to);
  CU_ASSERT_PTR_NULL(job.output);
  CU_ASSERT_PTR_NULL(job.base);
  CU_ASSERT_PTR_NULL(job.metadata);
  CU_ASSERT_PTR_NULL(job.reject);
  CU_ASSERT_PTR_NOT_NULL(job.stop);
  CU_ASSERT_FALSE(job.frame || job.mint_roles || job.xsd_dates);
  CU_ASSERT_FALSE(job.register_ids || job.dry);
  const ln_log_policy policy = ln_settings_policy(&args);
  CU_ASSERT_EQUAL(policy.max_errors, 100U);
  CU_ASSERT_FALSE(policy.quiet || policy.strict);
  CU_ASSERT_PTR_EQUAL(policy.stream, stderr);
}

static void
every_option_arrives(void)
{
  ln_args args                      = no_options();
  args.values[LN_OPT_OUTPUT]        = "o.nt";
  args.values[LN_OPT_TO]            = "ntriples";
  args.values[LN_OPT_LAYERS]        = "evidence,shortcuts";
  args.values[LN_OPT_FRAME]         = "";
  args.values[LN_OPT_BASE]          = "https://example.org/";
  args.values[LN_OPT_METADATA]      = "m.json";
  args.values[LN_OPT_DATES]         = "xsd";
  args.values[LN_OPT_UNKNOWN_ROLES] = "mint";
  args.values[LN_OPT_REGISTER]      = "";
  args.values[LN_OPT_REJECT]        = "r.csv";
  args.values[LN_OPT_MAX_ERRORS]    = "7";
  args.values[LN_OPT_STRICT]        = "";
  args.values[LN_OPT_COLOR]         = "always";
  args.values[LN_OPT_VERBOSE]       = "";
  args.values[LN_OPT_BLOCK_SIZE]    = "17";
  ln_text error                     = {0};
  ln_job  job;
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_OK);
  CU_ASSERT_STRING_EQUAL(job.output, "o.nt");
  CU_ASSERT_STRING_EQUAL(job.to, "ntriples");
  CU_ASSERT_STRING_EQUAL(job.base, "https://example.org/");
  CU_ASSERT_STRING_EQUAL(job.metadata, "m.json");
  CU_ASSERT_STRING_EQUAL(job.reject, "r.csv");
  CU_ASSERT_EQUAL(job.layers, LN_LAYER_EVIDENCE | LN_LAYER_SHORTCUTS);
  CU_ASSERT_TRUE(job.frame && job.mint_roles && job.xsd_dates && job.register_ids);
  CU_ASSERT_EQUAL(job.block, 17U);
  CU_ASSERT_EQUAL(job.verbosity, 1);
  const ln_log_policy policy = ln_settings_policy(&args);
  CU_ASSERT_EQUAL(policy.max_errors, 7U);
  CU_ASSERT_TRUE(policy.strict && policy.color);
  args.values[LN_OPT_QUIET] = "";
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_OK);
  CU_ASSERT_EQUAL(job.verbosity, -1);
  CU_ASSERT_FALSE(job.progress);
  CU_ASSERT_TRUE(ln_settings_policy(&args).quiet);
  ln_text_clear(&error);
}

static void
impossible_values(void)
{
  ln_text error = {0};
  ln_job  job;
  ln_args args           = no_options();
  args.values[LN_OPT_TO] = "turtel";
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_USAGE);
  CHECK_VIEW(ln_text_view(&error), "unknown syntax \"turtel\"; did you mean \"turtle\"?");
  ln_text_reset(&error);
  args.values[LN_OPT_TO] = "qqqqqqqqqq";
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_USAGE);
  CHECK_VIEW(ln_text_view(&error), "unknown syntax \"qqqqqqqqqq\"; \"--to help\" lists all");
  ln_text_reset(&error);
  args                        = no_options();
  args.values[LN_OPT_PROFILE] = "taet";
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_USAGE);
  CHECK_VIEW(ln_text_view(&error), "unknown profile \"taet\"; did you mean \"tate\"?");
  ln_text_reset(&error);
  args.values[LN_OPT_PROFILE] = "./taet";
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_OK);
  args.values[LN_OPT_LINK] = "l";
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_USAGE);
  CHECK_VIEW(ln_text_view(&error), "--profile and --link exclude each other");
  ln_text_reset(&error);
  args                     = no_options();
  args.values[LN_OPT_BASE] = "people/";
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_USAGE);
  CU_ASSERT_TRUE(ln_view_starts(
    ln_text_view(&error),
    LN_V(
      "--base must be an absolute IRI such as https://example.org/: \"people/\" will not do, ")));
  ln_text_clear(&error);
}

static void
addresses_are_checked(void)
{
  static const char* const maps[][2] = {
    {"http://a.example/=x", ""},
    {"http://a.example/", "--url-map needs PREFIX=PATH, not \"http://a.example/\""},
    {"http://a.example/=", "--url-map needs PREFIX=PATH, not \"http://a.example/=\""},
    {"a=x",
     "--url-map needs an address such as https://example.org/t.csv: \"a\" will not do, it has no "
     "scheme such as https:"},
  };
  ln_text error = {0};
  ln_job  job;
  for (size_t i = 0U; i < sizeof(maps) / sizeof(maps[0]); ++i) {
    ln_args args    = no_options();
    args.many[0]    = maps[i][0];
    args.many_of[0] = LN_OPT_URL_MAP;
    args.n_many     = 1U;
    ln_text_reset(&error);
    CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), *maps[i][1] ? LN_USAGE : LN_OK);
    CHECK_VIEW(ln_text_view(&error), maps[i][1]);
    CU_ASSERT_EQUAL(job.n_url_maps, 1U);
  }
  ln_args args             = no_options();
  args.values[LN_OPT_LINK] = "m.json";
  args.values[LN_OPT_URL]  = "http://a.example/t.csv";
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_OK);
  CU_ASSERT_STRING_EQUAL(job.link, "m.json");
  CU_ASSERT_STRING_EQUAL(job.url, "http://a.example/t.csv");
  args.values[LN_OPT_URL] = "t.csv";
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_USAGE);
  ln_text_clear(&error);
}

static void
standard_mode_has_no_frame(void)
{
  ln_args args             = no_options();
  ln_text error            = {0};
  ln_job  job              = {0};
  args.values[LN_OPT_MODE] = "standard";
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_OK);
  CU_ASSERT_TRUE(job.standard);
  args.values[LN_OPT_FRAME] = "";
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_USAGE);
  CHECK_VIEW(ln_text_view(&error), "--frame and --mode standard exclude each other");
  args.values[LN_OPT_MODE] = "minimal";
  CU_ASSERT_EQUAL(ln_settings_job(&args, &job, &error), LN_OK);
  CU_ASSERT_FALSE(job.standard);
  ln_text_clear(&error);
}

static ln_status
set_base(const char* const base, ln_text* const error)
{
  ln_job  job;
  ln_args args             = no_options();
  args.values[LN_OPT_BASE] = base;
  const ln_status status   = ln_settings_job(&args, &job, error);
  return status == LN_USAGE ? LN_OK : status;
}

static ln_status
set_syntax(const char* const syntax, ln_text* const error)
{
  ln_job  job;
  ln_args args           = no_options();
  args.values[LN_OPT_TO] = syntax;
  const ln_status status = ln_settings_job(&args, &job, error);
  return status == LN_USAGE ? LN_OK : status;
}

static void
memory_may_end(void)
{
  ln_text error = {0};
  CHECK_ALLOC_FAILURES(set_base("people/", &error), ln_text_clear(&error));
  CHECK_ALLOC_FAILURES(set_syntax("turtel", &error), ln_text_clear(&error));
  CHECK_ALLOC_FAILURES(set_syntax("turtle", &error), ln_text_clear(&error));
}

static const unit_test tests[] = {
  {"defaults", defaults},
  {"every option arrives", every_option_arrives},
  {"impossible values", impossible_values},
  {"addresses are checked", addresses_are_checked},
  {"standard mode has no frame", standard_mode_has_no_frame},
  {"memory may end", memory_may_end},
};

UNIT_MAIN("settings", tests)
