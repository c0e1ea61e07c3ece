/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The words for what a round found, behind the time of day. */

#include "run/round.h"
#include "unit.h"

typedef struct {
  ln_job    job;
  ln_rounds rounds;
  ln_round  round;
} state;

static void
add(ln_snapshot* const s, const char* const triple)
{
  const ln_quad quad  = {.triple = ln_view_of(triple), .key = ln_view_of(triple)};
  bool          added = false;
  CU_ASSERT_EQUAL(ln_snapshot_add(s, &quad, &added), LN_OK);
}

static ln_view
name_of(const void* const self, const ln_view subject)
{
  return ln_snapshot_name(((const ln_round_names*)self)->now, subject);
}

#define LABEL "<x:a> <http://www.w3.org/2000/01/rdf-schema#label> \"A\""

static void
begin(state* const s)
{
  *s            = (state){.job = {.output = NULL}};
  s->rounds.job = &s->job;
  s->round      = (ln_round){.now   = ln_snapshot_new(),
                             .found = ln_finding_set_new(),
                             .lines = {.name = name_of},
                             .first = true,
                             .ended = true};
  CU_ASSERT_FATAL(s->round.now && s->round.found);
  s->round.summary.rows = 1U;
  add(s->round.now, LABEL);
}

static void
check_told(state* const s, const char* const changed, const char* const expected)
{
  ln_out* out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_round_tell(&s->rounds, &s->round, ln_view_of(changed), out), LN_OK);
  const ln_view text = ln_out_bytes(out);
  if (expected[0] != '\0') { /* "hh:mm:ss " */
    CU_ASSERT_FATAL(text.n > 9U);
    CU_ASSERT_EQUAL(text.s[2], ':');
    CU_ASSERT_EQUAL(text.s[8], ' ');
  }
  CHECK_VIEW(ln_view_from(text, expected[0] != '\0' ? 9U : 0U), expected);
  ln_out_abandon(out);
}

static void
end(state* const s)
{
  ln_round_clear(&s->round);
  ln_rounds_clear(&s->rounds);
}

static void
test_first(void)
{
  state s;
  begin(&s);
  check_told(&s, "", "1 row, 1 triple, 0 warnings, 0 errors\n");
  s.job.output    = "o.nt";
  s.round.written = true;
  check_told(&s, "t.csv", "t.csv: 1 row, 1 triple, 0 warnings, 0 errors; o.nt is written\n");
  s.round.written = false;
  s.round.ended   = false;
  check_told(&s, "t.csv", "t.csv: cannot be read; o.nt stays as it was\n");
  end(&s);
}

static void
test_later(void)
{
  state         s;
  const ln_quad gone = {.triple = LN_V("<x:a> <x:p> \"1\"")};
  const ln_quad come = {.triple = LN_V("<x:a> <x:p> \"2\"")};
  begin(&s);
  s.rounds.known  = ln_finding_set_new();
  s.rounds.before = ln_snapshot_new();
  s.rounds.rows   = 3U;
  s.round.first   = false;
  CU_ASSERT_FATAL(s.rounds.known && s.rounds.before);
  check_told(&s, "", "");
  check_told(&s, "t.csv", "t.csv: 1 row (-2), 1 triple as before, 0 warnings, 0 errors\n");
  add(s.round.now, "<x:a> <x:p> \"2\"");
  CU_ASSERT_EQUAL(ln_diff_text_add(&s.round.lines, true, &come, LN_V("t.csv:2:1")), LN_OK);
  CU_ASSERT_EQUAL(ln_diff_text_add(&s.round.lines, false, &gone, LN_V("")), LN_OK);
  s.rounds.rows = 0U;
  check_told(&s,
             "",
             "1 row (+1), 1 triple removed, 1 added, 1 the same, 0 warnings, 0 errors\n"
             "<x:a> \"A\"\n  - <x:p> \"1\"\n  + <x:p> \"2\"  [t.csv:2:1]\n");
  end(&s);
}

static void
test_findings(void)
{
  state            s;
  const ln_finding old = {
    .severity = LN_WARNING, .code = LN_L0111, .message = LN_V("old"), .hint = LN_V("h")};
  const ln_finding later = {
    .severity = LN_ERROR, .code = LN_L0203, .message = LN_V("new"), .hint = LN_V("h")};
  begin(&s);
  s.rounds.known         = ln_finding_set_new();
  s.rounds.before        = ln_snapshot_new();
  s.round.first          = false;
  s.rounds.rows          = 1U;
  s.round.summary.errors = 1U;
  CU_ASSERT_FATAL(s.rounds.known && s.rounds.before);
  ln_finding_set_take(s.rounds.known, &old);
  ln_finding_set_take(s.round.found, &later);
  check_told(&s,
             "",
             "1 row, 1 triple as before, 0 warnings, 1 error\n"
             "liner: error: new [L0203]\n    hint: h\n"
             "mended: liner: warning: old [L0111]\n");
  end(&s);
}

static const unit_test tests[] = {
  {"first", test_first}, {"later", test_later}, {"findings", test_findings}};

UNIT_MAIN("run/round_text", tests)
