/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The log: counting, limits, places, hints, stopping, listening; what is written is read back from
   a stream in memory. L0201 is an error, L0111 and L0207 are warnings, L0202 is a note. */

#include "unit.h"

#include "base/diag.h"

#include <inttypes.h>

/** A log and the stream it writes to. */
typedef struct {
  ln_log* log;
  FILE*   stream;
  char*   text;
  size_t  n;
} fixture;

static const ln_where nowhere = {0U, 0U, 0U};
static const ln_view  no_hint = {NULL, 0U};

static void
init(fixture* const f, const ln_log_policy policy)
{
  *f        = (fixture){NULL, NULL, NULL, 0U};
  f->stream = open_memstream(&f->text, &f->n);
  CU_ASSERT_PTR_NOT_NULL_FATAL(f->stream);
  ln_log_policy p = policy;
  p.stream        = f->stream;
  f->log          = ln_log_new(&p);
  CU_ASSERT_PTR_NOT_NULL_FATAL(f->log);
}

/** Compare all that was written so far; the next check begins anew. */
static void
check(fixture* const f, const char* const expected)
{
  (void)fflush(f->stream);
  CHECK_VIEW(((ln_view){f->text, f->n}), expected);
  rewind(f->stream);
}

static void
clear(fixture* const f)
{
  ln_log_free(f->log);
  (void)fclose(f->stream);
  free(f->text);
}

static ln_status
error_at(const fixture* const f, const ln_where where)
{
  return ln_report(f->log, LN_L0201, LN_KEPT, where, no_hint, "m");
}

typedef struct {
  unsigned calls;
} locator;

static bool
locate(void* const self, const ln_where where, ln_place* const place)
{
  locator* const l = self;
  ++l->calls;
  place->line   = where.row + 1U;
  place->column = 4U;
  place->name   = LN_V("born");
  return where.row != 99U;
}

static void
places(void)
{
  fixture  f;
  locator  l      = {0U};
  uint32_t people = 0U;
  uint32_t works  = 0U;
  init(&f, (ln_log_policy){0});
  CU_ASSERT_EQUAL(ln_log_source(f.log, LN_V("people.csv"), locate, &l, &people), LN_OK);
  CU_ASSERT_EQUAL(ln_log_source(f.log, LN_V("works.csv"), NULL, NULL, &works), LN_OK);
  CU_ASSERT_EQUAL(people, 1U);
  CU_ASSERT_EQUAL(works, 2U);
  CHECK_VIEW(ln_log_path(f.log, people), "people.csv");
  CHECK_VIEW(ln_log_path(f.log, 0U), "");
  CHECK_VIEW(ln_log_path(f.log, 3U), "");

  CU_ASSERT_EQUAL(ln_report(f.log,
                            LN_L0201,
                            LN_NO_VALUE,
                            (ln_where){people, 3U, 17U},
                            LN_V("Try 12."),
                            "%s is not a date: the month must be 01 to 12",
                            ln_shown(f.log, LN_V("1964-13-01"))),
                  LN_OK);
  check(&f,
        "people.csv:18:4: error: \"1964-13-01\" is not a date: the month must be 01 to 12; the "
        "value was left out [L0201 born, row 17]\n    hint: Try 12.\n");
  // Not found; no locator; a place known already
  CU_ASSERT_EQUAL(ln_report(f.log, LN_L0201, LN_KEPT, (ln_where){people, 3U, 99U}, LN_V("h"), "m"),
                  LN_OK);
  check(&f, "people.csv: error: m [L0201, row 99]\n    hint: h\n");
  CU_ASSERT_EQUAL(ln_report(f.log, LN_L0201, LN_KEPT, (ln_where){works, 1U, 2U}, LN_V("h"), "m"),
                  LN_OK);
  check(&f, "works.csv: error: m [L0201, row 2]\n    hint: h\n");
  CU_ASSERT_EQUAL(l.calls, 2U);
  const ln_spot known = {people, {7U, 0U, LN_V("$.tables[0]"), 0U}};
  CU_ASSERT_EQUAL(ln_report_at(f.log, LN_L0402, LN_NO_OUTPUT, &known, LN_V("h"), "m %d", 5), LN_OK);
  check(&f, "people.csv:7: error: m 5; nothing was written [L0402 $.tables[0]]\n    hint: h\n");
  CU_ASSERT_EQUAL(l.calls, 2U);
  ln_log_locator(f.log, people, NULL, NULL);
  ln_log_locator(f.log, 9U, locate, &l);
  CU_ASSERT_EQUAL(ln_report(f.log, LN_L0201, LN_KEPT, (ln_where){people, 3U, 17U}, LN_V("h"), "m"),
                  LN_OK);
  check(&f, "people.csv: error: m [L0201, row 17]\n    hint: h\n");
  clear(&f);
}

static void
remedies_once(void)
{
  fixture f;
  init(&f, (ln_log_policy){0});
  for (unsigned i = 0U; i < 2U; ++i) {
    CU_ASSERT_EQUAL(error_at(&f, nowhere), LN_OK);
  }
  check(&f,
        "liner: error: m [L0201]\n"
        "    hint: Write the value in the form named in the message.\n"
        "liner: error: m [L0201]\n");
  CU_ASSERT_EQUAL(ln_report(f.log, LN_L0201, LN_KEPT, nowhere, LN_V("own"), "m"), LN_OK);
  check(&f, "liner: error: m [L0201]\n    hint: own\n"); // always
  CU_ASSERT_EQUAL(ln_report(f.log, LN_L0111, LN_KEPT, nowhere, no_hint, "m"), LN_OK);
  check(&f, "liner: warning: m [L0111]\n    hint: Fill it, or delete the file.\n");
  clear(&f);
}

static void
counts(void)
{
  fixture f;
  init(&f, (ln_log_policy){.quiet = true});
  const ln_where wheres[] = {
    {1U, 1U, 5U}, {1U, 2U, 5U}, {1U, 0U, 6U}, {2U, 1U, 6U}, {2U, 1U, 0U}, {2U, 3U, 6U}};
  for (size_t i = 0U; i < 6U; ++i) {
    CU_ASSERT_EQUAL(error_at(&f, wheres[i]), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_report(f.log, LN_L0111, LN_KEPT, (ln_where){1U, 1U, 9U}, no_hint, "m"), LN_OK);
  CU_ASSERT_EQUAL(ln_report(f.log, LN_L0202, LN_KEPT, nowhere, no_hint, "m"), LN_OK);
  CU_ASSERT_EQUAL(ln_log_count(f.log, LN_ERROR), 6U);
  CU_ASSERT_EQUAL(ln_log_count(f.log, LN_WARNING), 1U);
  CU_ASSERT_EQUAL(ln_log_count(f.log, LN_NOTE), 1U);
  (void)fflush(f.stream);
  CU_ASSERT_PTR_NULL(strstr(f.text, "note")); // quiet
  CU_ASSERT_EQUAL(ln_log_finish(f.log), LN_OK);
  CU_ASSERT_PTR_NULL(strstr(f.text, "more"));
  clear(&f);
}

static void
limits(void)
{
  fixture f;
  init(&f, (ln_log_policy){.max_errors = 2U});
  locator  l      = {0U};
  uint32_t source = 0U;
  CU_ASSERT_EQUAL(ln_log_source(f.log, LN_V("a.csv"), locate, &l, &source), LN_OK);
  for (unsigned i = 0U; i < 39U; ++i) {
    CU_ASSERT_EQUAL(ln_report(f.log, LN_L0201, LN_KEPT, (ln_where){source, 1U, 1U}, LN_V("h"), "m"),
                    LN_OK);
  }
  check(&f,
        "a.csv:2:4: error: m [L0201 born, row 1]\n    hint: h\n"
        "a.csv:2:4: error: m [L0201 born, row 1]\n    hint: h\n");
  CU_ASSERT_EQUAL(l.calls, 2U); // the place of what is not shown is not looked for
  // Warnings have a limit of their own, shared with notes
  for (unsigned i = 0U; i < 3U; ++i) {
    CU_ASSERT_EQUAL(ln_report(f.log, LN_L0111, LN_KEPT, nowhere, LN_V("h"), "w"), LN_OK);
    CU_ASSERT_EQUAL(ln_report(f.log, LN_L0202, LN_KEPT, nowhere, LN_V("h"), "n"), LN_OK);
  }
  check(&f, "liner: warning: w [L0111]\n    hint: h\nliner: note: n [L0202]\n    hint: h\n");
  CU_ASSERT_EQUAL(ln_log_count(f.log, LN_ERROR), 39U);
  CU_ASSERT_EQUAL(ln_log_finish(f.log), LN_OK);
  check(
    &f,
    "liner: 37 more errors, 2 more warnings and 2 more notes were not shown (--max-errors 2)\n");
  clear(&f);
}

/** What is said after so many errors, warnings and notes when one of each kind may be shown. */
static void
check_hidden(const unsigned    errors,
             const unsigned    warnings,
             const unsigned    notes,
             const char* const expected)
{
  fixture f;
  init(&f, (ln_log_policy){.max_errors = 1U});
  for (unsigned i = 0U; i < errors; ++i) {
    CU_ASSERT_EQUAL(error_at(&f, nowhere), LN_OK);
  }
  for (unsigned i = 0U; i < warnings; ++i) {
    CU_ASSERT_EQUAL(ln_report(f.log, LN_L0111, LN_KEPT, nowhere, no_hint, "m"), LN_OK);
  }
  for (unsigned i = 0U; i < notes; ++i) {
    CU_ASSERT_EQUAL(ln_report(f.log, LN_L0202, LN_KEPT, nowhere, no_hint, "m"), LN_OK);
  }
  (void)fflush(f.stream);
  const size_t before = f.n;
  CU_ASSERT_EQUAL(ln_log_finish(f.log), LN_OK);
  CU_ASSERT_EQUAL(ln_log_finish(f.log), LN_OK); // says it once
  CHECK_VIEW(((ln_view){f.text + before, f.n - before}), expected);
  clear(&f);
}

static void
hidden(void)
{
  check_hidden(1U, 1U, 0U, "");
  check_hidden(2U, 0U, 0U, "liner: 1 more error was not shown (--max-errors 1)\n");
  check_hidden(0U, 3U, 0U, "liner: 2 more warnings were not shown (--max-errors 1)\n");
  check_hidden(
    38U, 3U, 0U, "liner: 37 more errors and 2 more warnings were not shown (--max-errors 1)\n");
  check_hidden(2U, 0U, 2U, "liner: 1 more error and 1 more note were not shown (--max-errors 1)\n");
}

static void
strict(void)
{
  fixture f;
  init(&f, (ln_log_policy){.strict = true});
  CU_ASSERT_EQUAL(ln_report(f.log, LN_L0202, LN_KEPT, nowhere, LN_V("h"), "m"), LN_OK);
  CU_ASSERT_EQUAL(ln_report(f.log, LN_L0111, LN_KEPT, nowhere, LN_V("h"), "m"), LN_STOP);
  CU_ASSERT_EQUAL(error_at(&f, nowhere), LN_STOP);
  (void)fflush(f.stream);
  CU_ASSERT_PTR_NOT_NULL(strstr(f.text, "error: m")); // shown before stopping
  clear(&f);
}

static void
listen(void* const self, const ln_finding* const finding)
{
  ln_text* const out = self;
  CU_ASSERT_EQUAL(ln_finding_text(finding, out), LN_OK);
}

static void
listeners(void)
{
  fixture f;
  ln_text heard = {NULL, 0U, 0U};
  init(&f, (ln_log_policy){.max_errors = 1U, .quiet = true, .color = true});
  ln_log_listen(f.log, listen, &heard);
  for (int i = 0; i < 2; ++i) {
    CU_ASSERT_EQUAL(ln_report(f.log, LN_L0201, LN_KEPT, nowhere, LN_V("h"), "m%d", i), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_report(f.log, LN_L0202, LN_KEPT, nowhere, LN_V("h"), "n"), LN_OK);
  ln_log_listen(f.log, NULL, NULL);
  CU_ASSERT_EQUAL(error_at(&f, nowhere), LN_OK);
  CHECK_VIEW(ln_text_view(&heard),
             "liner: error: m0 [L0201]\n    hint: h\n"
             "liner: error: m1 [L0201]\n    hint: h\n"
             "liner: note: n [L0202]\n    hint: h\n");
  check(&f, "\033[1mliner:\033[0m \033[1;31merror:\033[0m m0 [L0201]\n    hint: h\n");
  ln_text_clear(&heard);
  clear(&f);
}

static void
without_stream(void)
{
  ln_log* const log = ln_log_new(&(ln_log_policy){.max_errors = 1U});
  CU_ASSERT_PTR_NOT_NULL_FATAL(log);
  CU_ASSERT_EQUAL(ln_report(log, LN_L0201, LN_KEPT, nowhere, no_hint, "m"), LN_OK);
  CU_ASSERT_EQUAL(ln_log_count(log, LN_ERROR), 1U);
  CU_ASSERT_EQUAL(ln_log_finish(log), LN_OK);
  ln_log_free(log);
  ln_log_free(NULL);
}

static void
full_stream(void)
{
  FILE* const   full = fopen("/dev/full", "w");
  ln_log* const log  = ln_log_new(&(ln_log_policy){.stream = full});
  CU_ASSERT_FATAL(full && log);
  CU_ASSERT_EQUAL(ln_report(log, LN_L0201, LN_KEPT, nowhere, no_hint, "m"), LN_OK);
  CU_ASSERT_EQUAL(ln_log_finish(log), LN_IO);
  ln_log_free(log);
  (void)fclose(full);
}

static void
shown(void)
{
  ln_log* const log = ln_log_new(&(ln_log_policy){0});
  CU_ASSERT_PTR_NOT_NULL_FATAL(log);
  const char* const a = ln_shown(log, LN_V("a"));
  const char* const b = ln_shown(log, LN_V("b\n"));
  const char* const c = ln_shown(log, LN_V("c"));
  const char* const d = ln_shown(log, LN_V("d\xFF"));
  CU_ASSERT_STRING_EQUAL(a, "\"a\"");
  CU_ASSERT_STRING_EQUAL(b, "\"b\\n\"");
  CU_ASSERT_STRING_EQUAL(c, "\"c\"");
  CU_ASSERT_STRING_EQUAL(d, "\"d\\xFF\"");
  ln_alloc_fail_at(1U);
  char long_value[200];
  memset(long_value, 'x', sizeof(long_value));
  CU_ASSERT_STRING_EQUAL(ln_shown(log, (ln_view){long_value, 200U}), "\"…\"");
  ln_alloc_fail_at(0U);
  CU_ASSERT_STRING_EQUAL(b, "\"b\\n\"");
  ln_log_free(log);
}

static void
long_messages(void)
{
  fixture f;
  init(&f, (ln_log_policy){0});
  static char long_message[5001];
  memset(long_message, 'x', 5000U);
  long_message[5000] = '\0';
  CU_ASSERT_EQUAL(ln_report(f.log, LN_L0201, LN_KEPT, nowhere, LN_V("h"), "%s", long_message),
                  LN_OK);
  (void)fflush(f.stream);
  CU_ASSERT_PTR_NOT_NULL(strstr(f.text, long_message));
  clear(&f);
}

static ln_status
use(ln_log** const log)
{
  *log = ln_log_new(&(ln_log_policy){.max_errors = 5U});
  if (!*log) {
    return LN_NO_MEM;
  }
  ln_text heard = {NULL, 0U, 0U};
  ln_log_listen(*log, NULL, &heard);
  for (unsigned i = 0U; i < 20U; ++i) {
    uint32_t source = 0U;
    LN_TRY(ln_log_source(*log, LN_V("a path of some length.csv"), NULL, NULL, &source));
  }
  return LN_OK;
}

static ln_status
report_one(FILE* const stream, ln_log** const log)
{
  *log = ln_log_new(&(ln_log_policy){.stream = stream, .max_errors = 1U});
  if (!*log) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_report(*log, LN_L0201, LN_KEPT, nowhere, no_hint, "a message of some length: %d", 5));
  LN_TRY(ln_report(*log, LN_L0201, LN_KEPT, nowhere, no_hint, "another"));
  return ln_log_finish(*log);
}

static void
failing(void)
{
  ln_log* log = NULL;
  CHECK_ALLOC_FAILURES(use(&log), ln_log_free(log));
  FILE* const stream = fopen("/dev/null", "w");
  CU_ASSERT_PTR_NOT_NULL_FATAL(stream);
  CHECK_ALLOC_FAILURES(report_one(stream, &log), ln_log_free(log));
  (void)fclose(stream);
}

static const unit_test tests[] = {
  {"places", places},
  {"remedies once", remedies_once},
  {"counts", counts},
  {"limits", limits},
  {"hidden", hidden},
  {"strict", strict},
  {"listeners", listeners},
  {"without stream", without_stream},
  {"full stream", full_stream},
  {"shown", shown},
  {"long messages", long_messages},
  {"failing allocator", failing},
};

UNIT_MAIN("base/diag", tests)
