/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Several workers on one table give what one gives: output, findings with their places as they are
   shown, rejected rows, counts; for sound and faulty rows, small reads and large, with limits. */

#include "map/mapping.h"
#include "run/run.h"
#include "run_unit.h"

enum { ROWS = 400, SHOWN = 1 << 16 };

static const char METADATA[] =
  "{'@context': 'http://www.w3.org/ns/csvw', '~prefixes': {}, 'url': 't.csv',"
  " 'tableSchema': {'aboutUrl': 'http://e/{a}', 'columns': ["
  "{'name': 'a', 'required': true, 'propertyUrl': 'http://e/a'},"
  "{'name': 'b', 'datatype': 'integer', 'propertyUrl': 'http://e/b'},"
  "{'name': 'row', 'virtual': true, 'propertyUrl': 'http://e/row',"
  " 'valueUrl': 'http://e/{_row}/{_sourceRow}'}]}}";

typedef struct {
  folder     f;
  char       input[PATH_SIZE];
  char       output[PATH_SIZE];
  char       reject[PATH_SIZE];
  ln_job     job;
  ln_summary summary;
  FILE*      stream; ///< messages
  char*      shown;
  size_t     n_shown;
  ln_status  status;
} running;

/* Rows of which some are wrong: too short, too long, no number, bytes that are no text, quotes that
   stand astray, line ends in quotes; % is the number of the row. */
static void
put_table(const folder* const f, const bool faulty)
{
  static const char* const rows[] = {"%,%\n",
                                     "\"%\",\"%\"\r\n",
                                     "\"a\nb%\",%\n",
                                     "%,\"x%\"\n",
                                     "%\n",
                                     "x%,1,%\n",
                                     "\xFF%,%\n",
                                     "q\"%,%\n",
                                     "\"%\"z,%\n",
                                     ",%\n"};
  char                     path[PATH_SIZE];
  FILE* const              file = fopen(path_to(f, "t.csv", path), "wb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT(fputs("a,b\n", file) >= 0);
  uint32_t seed = 7U;
  for (unsigned i = 0U; i < ROWS; ++i) {
    seed              = (seed * 1664525U) + 1013904223U;
    const size_t kind = (seed >> 16U) % (faulty ? sizeof(rows) / sizeof(rows[0]) : 3U);
    for (const char* c = rows[kind]; *c != '\0'; ++c) {
      CU_ASSERT(*c == '%' ? fprintf(file, "%u", i) > 0 : fputc(*c, file) != EOF);
    }
  }
  CU_ASSERT_EQUAL(fclose(file), 0);
}

static void
run(running* const r, const ln_job how, ln_log_policy policy, const bool faulty)
{
  *r = (running){.job = how};
  set_up(&r->f);
  put_file(&r->f, "t.csv-metadata.json", METADATA, true);
  put_table(&r->f, faulty);
  r->stream     = open_memstream(&r->shown, &r->n_shown);
  policy.stream = r->stream;
  ln_log_free(r->f.log);
  r->f.log = ln_log_new(&policy);
  CU_ASSERT_PTR_NOT_NULL_FATAL(r->f.log);
  r->job.input  = path_to(&r->f, "t.csv", r->input);
  r->job.output = path_to(&r->f, "out.ttl", r->output);
  r->job.reject = path_to(&r->f, "bad.csv", r->reject);
  r->job.layers = LN_LAYER_FACTS;
  r->status     = ln_run_export(&r->job, r->f.log, &r->summary);
  CU_ASSERT_EQUAL(ln_log_finish(r->f.log), LN_OK);
  CU_ASSERT_EQUAL(fclose(r->stream), 0);
}

static void
finish(running* const r)
{
  tear_down(&r->f);
  free(r->shown);
}

/* What was shown, without the names of the folders. */
static void
check_shown(const running* const a, const running* const b)
{
  ln_text x = {0};
  ln_text y = {0};
  add_replaced(&x, a->f.path, (ln_view){a->shown, a->n_shown});
  add_replaced(&y, b->f.path, (ln_view){b->shown, b->n_shown});
  CHECK_VIEW(ln_text_view(&x), y.s ? y.s : "");
  ln_text_clear(&x);
  ln_text_clear(&y);
}

static void
check_same_file(const running* const a, const running* const b, const char* const name)
{
  char        path[PATH_SIZE];
  const char* error = NULL;
  ln_view     bytes = {0};
  CU_ASSERT_EQUAL(has_file(&a->f, name), has_file(&b->f, name));
  if (has_file(&a->f, name)) {
    CU_ASSERT_EQUAL(ln_in_slurp(path_to(&a->f, name, path), 1U << 22U, &bytes, &error), LN_OK);
    check_file(&b->f, name, bytes.s, __FILE__, __LINE__);
    ln_free((void*)(uintptr_t)bytes.s);
  }
}

static void
compare(const ln_log_policy policy, const bool faulty)
{
  static const size_t threads[] = {2U, 3U, 8U};
  static const size_t blocks[]  = {1U, 40U, 500U, 0U};
  running             one;
  run(&one, (ln_job){.threads = 1U}, policy, faulty);
  CU_ASSERT(policy.strict || one.summary.rows == ROWS);
  CU_ASSERT_EQUAL(one.summary.errors > 0U, faulty);
  for (size_t i = 0U; i < 3U; ++i) {
    for (size_t k = 0U; k < 4U; ++k) {
      running many;
      run(&many, (ln_job){.threads = threads[i], .block = blocks[k]}, policy, faulty);
      CU_ASSERT_EQUAL(many.status, one.status);
      check_shown(&many, &one);
      check_same_file(&one, &many, "out.ttl");
      check_same_file(&one, &many, "bad.csv");
      CU_ASSERT(policy.strict || many.summary.rows == one.summary.rows);
      CU_ASSERT(policy.strict || many.summary.rows_reported == one.summary.rows_reported);
      CU_ASSERT(policy.strict || many.summary.triples == one.summary.triples);
      CU_ASSERT_EQUAL(many.summary.errors, one.summary.errors);
      CU_ASSERT_EQUAL(many.summary.warnings, one.summary.warnings);
      finish(&many);
    }
  }
  finish(&one);
}

static void
sound(void)
{
  compare((ln_log_policy){0}, false);
}

static void
faulty(void)
{
  compare((ln_log_policy){0}, true);
  compare((ln_log_policy){.max_errors = 20U}, true);
  compare((ln_log_policy){.strict = true}, true);
}

/* A signal ends the run: nothing appears. */
static void
stopped(void)
{
  const volatile sig_atomic_t stop = 1;
  running                     r;
  run(&r, (ln_job){.threads = 2U, .block = 100U, .stop = &stop}, (ln_log_policy){0}, false);
  CU_ASSERT_EQUAL(r.status, LN_STOP);
  CU_ASSERT_FALSE(has_file(&r.f, "out.ttl"));
  finish(&r);
}

/* Every allocation fails once. With one worker more the order of allocations would not be certain,
   so they are let fail one after the other until the run succeeds. */
static void
no_memory(void)
{
  running r = {.job = {.threads = 2U, .block = 500U, .layers = LN_LAYER_FACTS}};
  set_up(&r.f);
  put_file(&r.f, "t.csv-metadata.json", METADATA, true);
  put_table(&r.f, true);
  r.job.input  = path_to(&r.f, "t.csv", r.input);
  r.job.output = path_to(&r.f, "out.ttl", r.output);
  CHECK_ALLOC_FAILURES(ln_run_export(&r.job, r.f.log, &r.summary), new_log(&r.f));
  CU_ASSERT(has_file(&r.f, "out.ttl"));
  tear_down(&r.f);
}

static const unit_test tests[] = {
  {"sound", sound},
  {"faulty", faulty},
  {"stopped", stopped},
  {"no memory", no_memory},
};

UNIT_MAIN("run/crew", tests)
