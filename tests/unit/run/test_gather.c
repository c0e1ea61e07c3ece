/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What inputs become before they are sent: lines, apart from those with blank nodes, counted. */

#include "map/mapping.h"
#include "run/gather.h"
#include "run_unit.h"

typedef struct {
  folder      f;
  char        a[PATH_SIZE];
  char        b[PATH_SIZE];
  char*       inputs[2];
  ln_job      job;
  ln_gathered gathered;
  bool        whole;
} setting;

static void
begin(setting* const s, const char* const a, const char* const b)
{
  set_up(&s->f);
  s->inputs[0] = s->a;
  s->inputs[1] = s->b;
  (void)path_to(&s->f, "a.nt", s->a);
  (void)path_to(&s->f, "b.nq", s->b);
  s->job      = (ln_job){.inputs = s->inputs, .n_inputs = 2U, .layers = LN_LAYER_FACTS};
  s->gathered = (ln_gathered){0};
  put_file(&s->f, "a.nt", a, false);
  put_file(&s->f, "b.nq", b, false);
}

static void
end(setting* const s)
{
  ln_gathered_clear(&s->gathered);
  tear_down(&s->f);
}

static void
check_spill(ln_spill* const spill, const char* const expected)
{
  char         text[512] = "";
  const size_t n         = (size_t)ln_spill_size(spill);
  CU_ASSERT_FATAL(n < sizeof(text));
  CU_ASSERT_EQUAL(ln_spill_get(spill, 0U, text, n), LN_OK);
  CHECK_VIEW(((ln_view){text, n}), expected);
}

/* Labels are of their file; a triple told twice is one, whatever the case of its tag. */
static void
gathered(void)
{
  setting s;
  begin(&s,
        "<a:s> <a:p> \"x\"@en .\n_:n <a:p> \"a b\" .\n<a:s> <a:p> \"x\"@EN .\n",
        "<a:s> <a:p> <a:o> <a:g> .\n<a:t> <a:p> _:n .\n<a:s> <a:p> <a:o> .\n");
  CU_ASSERT_EQUAL(ln_gather(&s.job, NULL, s.f.log, &s.gathered, &s.whole), LN_OK);
  CU_ASSERT(s.whole);
  CU_ASSERT(s.gathered.named);
  CU_ASSERT_EQUAL(s.gathered.triples, 6U);
  CU_ASSERT_EQUAL(s.gathered.distinct, 4U);
  CU_ASSERT_EQUAL(s.gathered.blanks, 2U);
  check_spill(s.gathered.ground,
              "<a:s> <a:p> \"x\"@en .\n<a:s> <a:p> \"x\"@EN .\n<a:s> <a:p> <a:o> .\n"
              "<a:s> <a:p> <a:o> .\n");
  check_spill(s.gathered.blank, "_:i1-n <a:p> \"a b\" .\n<a:t> <a:p> _:i2-n .\n");
  end(&s);
}

static void
with_names(void)
{
  setting s;
  begin(&s, "_:n <a:p> _:m .\n", "<a:s> <a:p> \"_:n\" .\n");
  CU_ASSERT_EQUAL(ln_gather(&s.job, "g:", s.f.log, &s.gathered, &s.whole), LN_OK);
  CU_ASSERT_EQUAL(s.gathered.blanks, 0U);
  CU_ASSERT(!s.gathered.named);
  check_spill(s.gathered.ground, "<g:i1-n> <a:p> <g:i1-m> .\n<a:s> <a:p> \"_:n\" .\n");
  end(&s);
}

/* A table among files of RDF, and what is wrong in one of them. */
static void
faulty(void)
{
  setting s;
  begin(&s, "<a:s> <a:p> .\n", "");
  put_file(&s.f, "t.csv", "name\nAda\n", false);
  (void)path_to(&s.f, "t.csv", s.b);
  CU_ASSERT_EQUAL(ln_gather(&s.job, NULL, s.f.log, &s.gathered, &s.whole), LN_OK);
  CU_ASSERT(!s.whole);
  CU_ASSERT_EQUAL(s.gathered.triples, 1U);
  ln_gathered_clear(&s.gathered);
  (void)path_to(&s.f, "none.nt", s.a);
  CU_ASSERT_EQUAL(ln_gather(&s.job, NULL, s.f.log, &s.gathered, &s.whole), LN_IO);
  end(&s);
}

static void
no_memory(void)
{
  setting s;
  begin(&s, "<a:s> <a:p> \"x\"@EN .\n_:n <a:p> <a:o> .\n", "");
  s.job.n_inputs = 1U;
  CHECK_ALLOC_FAILURES(ln_gather(&s.job, NULL, s.f.log, &s.gathered, &s.whole), {
    ln_gathered_clear(&s.gathered);
    new_log(&s.f);
  });
  end(&s);
}

static const unit_test TESTS[] = {
  {"gathered", gathered}, {"with names", with_names}, {"faulty", faulty}, {"no memory", no_memory}};

UNIT_MAIN("run/gather", TESTS)
