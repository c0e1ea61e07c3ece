/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The head of a table and its line ends are the bytes of the table, whatever the size of reads. */

#include "unit.h"

#include "table/head.h"

/* Read to the end; what the table says of itself is then the form. */
static void
check_form(const ln_view           bytes,
           const ln_dialect* const dialect,
           const char* const       head,
           const char* const       line_end)
{
  const size_t blocks[] = {1U, 2U, 3U, 7U, 4096U};
  for (size_t i = 0U; i < sizeof(blocks) / sizeof(blocks[0]); ++i) {
    ln_in*        in    = NULL;
    ln_table*     table = NULL;
    const ln_row* row   = NULL;
    CU_ASSERT_EQUAL_FATAL(ln_in_memory(bytes, &in), LN_OK);
    CU_ASSERT_EQUAL_FATAL(ln_table_open(in, dialect, NULL, 0U, blocks[i], &table), LN_OK);
    while (ln_table_next(table, &row) == LN_OK) {
    }
    const ln_table_form form = ln_table_form_of(table);
    CHECK_VIEW(form.head, head);
    CHECK_VIEW(form.line_end, line_end);
    CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
  }
}

static void
test_line_ends(void)
{
  ln_dialect dialect;
  ln_dialect_default(&dialect);
  check_form(LN_V("a,b\n1,2\n"), &dialect, "a,b\n", "\n");
  check_form(LN_V("a,b\r\n1,2\r\n"), &dialect, "a,b\r\n", "\r\n");
  check_form(LN_V("a,b\r1,2\r"), &dialect, "a,b\r", "\r");
  check_form(LN_V("a,b"), &dialect, "a,b", "\n");
  check_form(LN_V(""), &dialect, "", "\n");
  // The first one counts; a CRLF further down is another matter
  check_form(LN_V("a\r1\r\n2\n"), &dialect, "a\r", "\r");
  check_form(LN_V("a\n1\r\n2\n"), &dialect, "a\n", "\n");
  dialect.header_rows = 0U;
  check_form(LN_V("1,2\r\n3,4\r\n"), &dialect, "", "\r\n");
}

static void
test_heads(void)
{
  ln_dialect dialect;
  ln_dialect_default(&dialect);
  dialect.header_rows    = 2U;
  dialect.skip_rows      = 1U;
  dialect.comment_prefix = LN_V("#");
  check_form(LN_V("about\r\n#c\r\na,\"x\r\ny\"\r\nA,B\r\n#d\r\n1,2\r\n#e\r\n3,4\r\n"),
             &dialect,
             "about\r\n#c\r\na,\"x\r\ny\"\r\nA,B\r\n#d\r\n",
             "\r\n");
  ln_dialect_default(&dialect);
  dialect.skip_blank_rows = true;
  check_form(LN_V("\n,\na,b\n\n1,2\n"), &dialect, "\n,\na,b\n\n", "\n");
  // The byte order mark is not part of it
  check_form(LN_V("\xEF\xBB\xBF"
                  "a\n1\n"),
             &dialect,
             "a\n",
             "\n");
}

static void
test_no_memory(void)
{
  ln_head      head = {0};
  const ln_row row  = {.number = 1U, .raw = LN_V("a,b")};
  CHECK_ALLOC_FAILURES(ln_head_row(&head, &row, LN_V("\r"), true, 1U), ln_head_clear(&head);
                       head = (ln_head){0});
}

static const unit_test tests[] = {
  {"line ends", test_line_ends},
  {"heads", test_heads},
  {"no memory", test_no_memory},
};

UNIT_MAIN("head", tests)
