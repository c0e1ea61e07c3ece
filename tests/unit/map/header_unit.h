/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_HEADER_UNIT_H
#define LN_TESTS_HEADER_UNIT_H

/* What the tests of mappings in header rows share: cells separated by line ends become a row, the
   document and the findings are kept as text. */

#include "map/header_mapping.h"

#include "base/text.h"
#include "unit.h"

enum { MOST_CELLS = 8 };

typedef struct {
  ln_status status;
  ln_text   document;
  ln_text   findings; ///< one a line: code, field, message, nearest word
} header_result;

static inline void
keep_finding(void* const self, const ln_finding* const finding)
{
  header_result* const      r    = self;
  const ln_code_info* const info = ln_code_about(finding->code);
  const ln_view             hint =
    ln_view_equals(finding->hint, ln_view_of(info->remedy)) ? LN_V("") : finding->hint;
  /* What cannot be kept is missed by the check. */
  (void)!ln_text_format(&r->findings,
                        "%s %u %.*s %.*s\n",
                        info->code,
                        finding->where.field,
                        (int)finding->message.n,
                        finding->message.s,
                        (int)hint.n,
                        hint.s);
}

static inline ln_status
map_row(header_result* const r, const char* const cells, ln_log* const log)
{
  static const ln_header_prefix prefixes[] = {{{"ex", 2U}, {"https://example.org/", 20U}}};
  ln_cell                       row_cells[MOST_CELLS];
  ln_row                        row  = {.cells = row_cells, .number = 1U};
  ln_out*                       out  = NULL;
  ln_view                       rest = ln_view_of(cells);
  for (size_t end = 0U; row.n < MOST_CELLS; rest = ln_view_from(rest, end + 1U)) {
    end              = ln_view_find(rest, '\n');
    row_cells[row.n] = (ln_cell){.s = rest.s, .n = (uint32_t)end};
    ++row.n;
    if (end == rest.n) {
      break;
    }
  }
  const ln_header_setting setting = {.url        = LN_V("t.csv"),
                                     .delimiter  = LN_V(","),
                                     .prefixes   = prefixes,
                                     .n_prefixes = 1U,
                                     .log        = log,
                                     .source     = 1U};
  LN_TRY(ln_out_memory(&out));
  ln_status st = ln_header_mapping_write(&setting, &row, out);
  if (st == LN_OK) {
    st = ln_text_add(&r->document, ln_out_bytes(out));
  }
  ln_out_abandon(out);
  return st;
}

static inline header_result
map_header(const char* const cells)
{
  header_result       r      = {0};
  const ln_log_policy policy = {.stream = NULL};
  ln_log* const       log    = ln_log_new(&policy);
  uint32_t            source = 0U;
  CU_ASSERT_PTR_NOT_NULL_FATAL(log);
  CU_ASSERT_EQUAL(ln_log_source(log, LN_V("t.csv"), NULL, NULL, &source), LN_OK);
  ln_log_listen(log, keep_finding, &r);
  r.status = map_row(&r, cells, log);
  ln_log_free(log);
  return r;
}

static inline void
forget(header_result* const r)
{
  ln_text_clear(&r->document);
  ln_text_clear(&r->findings);
}

/** The document holds the text. */
static inline void
check_holds(const char* const cells, const char* const expected)
{
  header_result r = map_header(cells);
  CU_ASSERT_EQUAL(r.status, LN_OK);
  const bool found = r.document.s && strstr(r.document.s, expected);
  if (!found) {
    fprintf(stderr, "%s\nis not in\n%s\n", expected, r.document.s ? r.document.s : "nothing");
  }
  CU_ASSERT_TRUE(found);
  forget(&r);
}

/** The row is refused with these findings. */
static inline void
check_faults(const char* const cells, const char* const expected)
{
  header_result r = map_header(cells);
  CU_ASSERT_EQUAL(r.status, LN_USAGE);
  CHECK_VIEW(ln_text_view(&r.findings), expected);
  forget(&r);
}

#endif
