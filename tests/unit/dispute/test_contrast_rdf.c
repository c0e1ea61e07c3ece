/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The report as N-Triples. */

#include "contrast_unit.h"

#define A "ann a Person\nann label \"Ann *Lee*\nann id \"wd:Q1\nann born \"1900\n"
#define B "x a Person\nx label \"Ann Lee\nx id \"wd:Q1\nx born \"1901\n"

typedef ln_status (*report_func)(const ln_contrast_report* report, ln_out* out);

static ln_status
write(const report_func form, ln_text* const text)
{
  contrast_unit u   = {0};
  ln_out*       out = NULL;
  ln_status     st  = contrast_run(&u, A, B);
  st                = st == LN_OK ? ln_out_memory(&out) : st;
  if (st == LN_OK) {
    const ln_contrast_report report = {&u.book, &u.contrast, 1U, u.titles, u.remarks, u.log, true};
    st                              = form(&report, out);
    st                              = st == LN_OK ? out->status : st;
    st                              = st == LN_OK ? ln_text_add(text, ln_out_bytes(out)) : st;
  }
  ln_out_abandon(out);
  contrast_clear(&u);
  return st;
}

#define NAME "<https://example.org/ann#compared-birth--x> "

static void
rdf(void)
{
  ln_text found = {0};
  CU_ASSERT_EQUAL(write(ln_contrast_rdf, &found), LN_OK);
  CHECK_VIEW(
    ln_text_view(&found),
    NAME
    "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/oa#Annotation> "
    ".\n" NAME "<http://www.w3.org/ns/oa#motivatedBy> <http://www.w3.org/ns/oa#assessing> .\n" NAME
    "<http://purl.org/dc/terms/type> \"contradiction\" .\n" NAME
    "<http://www.w3.org/ns/oa#bodyValue> \"Ann *Lee*: birth is 1900 in A and 1901 in B\" .\n" NAME
    "<http://www.w3.org/ns/oa#hasTarget> <https://example.org/ann> .\n" NAME
    "<http://www.w3.org/ns/oa#hasTarget> <https://example.org/x> .\n"
    "<https://example.org/ann> <http://www.w3.org/2004/02/skos/core#closeMatch> "
    "<https://example.org/x> .\n");
  ln_text_clear(&found);
}

static ln_status
once(void)
{
  ln_text         found = {0};
  const ln_status st    = write(ln_contrast_rdf, &found);
  ln_text_clear(&found);
  return st;
}

static void
memory(void)
{
  CHECK_ALLOC_FAILURES(once(), (void)0);
}

static const unit_test tests[] = {{"rdf", rdf}, {"memory", memory}};

UNIT_MAIN("contrast rdf", tests)
