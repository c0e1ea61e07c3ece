/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   JSON lines and what is none, in pieces of every size: which lines are refused, where, and which
   are read all the same. */

#include "unit.h"

#include "table/tree_parser.h"

static const ln_tree_spec every_value = {.format = LN_TREE_JSON, .rows = {.n = 0U}, .record = 0U};

typedef struct {
  ln_tree        tree;
  ln_tree_parser parser;
} both;

static ln_status
feed(both* const b, const char* const text, const size_t piece)
{
  const ln_view all = ln_view_of(text);
  ln_tree_init(&b->tree, &every_value, 1U << 20U);
  LN_TRY(ln_tree_lines_open(&b->tree, &b->parser));
  for (size_t at = 0U; at < all.n; at += piece) {
    LN_TRY(b->parser.feed(b->parser.self, ln_view_first(ln_view_from(all, at), piece), false));
  }
  return b->parser.feed(b->parser.self, LN_V(""), true);
}

static void
clear(both* const b)
{
  ln_tree_parser_close(&b->parser);
  ln_tree_clear(&b->tree);
}

/* What was read: lines of values, and of those refused with `!` and the column. */
static void
show(both* const b, ln_text* const out)
{
  for (const ln_tree_record* r = ln_tree_take(&b->tree); r; r = ln_tree_take(&b->tree)) {
    const ln_tree_place* const place = r->root ? &r->root->place : &r->place;
    CU_ASSERT_EQUAL(
      ln_text_format(
        out, r->root ? "%u " : "%u:%u! ", (unsigned)place->line, (unsigned)place->column),
      LN_OK);
  }
}

static void
check_lines(const char* const text,
            const ln_status   status,
            const char* const expected,
            const int         line)
{
  for (size_t piece = 1U; piece <= strlen(text); ++piece) {
    both            b     = {.parser = {.self = NULL}};
    ln_text         shown = {0};
    const ln_status st    = feed(&b, text, piece);
    show(&b, &shown);
    const bool right = st == status && ln_view_equals(ln_text_view(&shown), ln_view_of(expected));
    if (!right) {
      fprintf(stderr, "%s:%d: by %zu: status %d, %s\n", __FILE__, line, piece, (int)st, shown.s);
    }
    CU_assertImplementation(right, (unsigned)line, "lines", __FILE__, "", CU_FALSE);
    ln_text_clear(&shown);
    clear(&b);
  }
}

#define CHECK_LINES(text, expected) check_lines(text, LN_OK, expected, __LINE__)
#define CHECK_DOCUMENT(text, expected) check_lines(text, LN_OK, expected, __LINE__)
#define CHECK_BROKEN(text, expected) check_lines(text, LN_USAGE, expected, __LINE__)

static void
test_lines(void)
{
  CHECK_LINES("{}\n{}\n", "1 2 ");
  CHECK_LINES("\n{}\n\r\n{}", "2 4 ");
  CHECK_LINES("1\n22", "1 2 ");
}

/* A line that is broken costs no other. */
static void
test_refused(void)
{
  CHECK_LINES("{}\n{\"a\" 1}\n{}\n", "1 2:6! 3 ");
  CHECK_LINES("{}\n{\"a\":\n{}\n", "1 2:1! 3 ");
  CHECK_LINES("{}\n[\n{}\n[", "1 2:1! 3 4:1! ");
  CHECK_LINES("{}\n\"x\n{}\n", "1 2:1! 3 "); /* where the string begins */
  CHECK_LINES("{}\n}\n\n{}\n", "1 2:1! 4 ");
  CHECK_LINES("{}\n}", "1 2:1! ");
}

/* So may the first; what stands below tells. */
static void
test_first(void)
{
  CHECK_LINES("{]\n{}\n", "1:2! 2 ");
  CHECK_LINES("{\"a\":1\n{}\n{}", "1:1! 2 3 ");
  CHECK_LINES("\n{\"a\":1\n \n {}\n", "2:1! 4 ");
  CHECK_BROKEN("{]\n\"a\":2}\n", "");
  CHECK_BROKEN("[{},]\n{}", "1 ");
  CHECK_BROKEN("{]", "");
}

static void
test_documents(void)
{
  CHECK_DOCUMENT("{\"a\":\n{}}", "1 ");
  CHECK_DOCUMENT("[{},\n{}\n]", "1 2 ");
  CHECK_DOCUMENT("{\n\"a\":1}\n{\n}\n", "1 3 ");
  CHECK_BROKEN("{\n\"a\":1}\n{]\n{}\n", "1 ");
}

static ln_status
run_all(both* const b)
{
  return feed(b, "{}\n{]\n{}\n", 100U);
}

static void
test_no_memory(void)
{
  both b = {.parser = {.self = NULL}};
  CHECK_ALLOC_FAILURES(run_all(&b), (clear(&b), b = (both){.parser = {.self = NULL}}));
}

static const unit_test tests[] = {
  {"lines", test_lines},
  {"refused", test_refused},
  {"first", test_first},
  {"documents", test_documents},
  {"no memory", test_no_memory},
};

UNIT_MAIN("table/tree_lines", tests)
