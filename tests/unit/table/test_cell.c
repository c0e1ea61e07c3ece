/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   From raw cells to text, by hand-made flags. */

#include "unit.h"

#include "table/cell.h"

typedef struct {
  ln_dialect    dialect;
  ln_cell_rules rules;
  char          room[64];
  size_t        used;
} fixture;

static fixture
csv(void)
{
  fixture f = {0};
  ln_dialect_default(&f.dialect);
  ln_cell_rules_init(&f.rules, &f.dialect);
  return f;
}

static ln_cell
read_cell(fixture* const f, const ln_view raw, const uint32_t flags)
{
  ln_cell cell = {.s = raw.s, .n = (uint32_t)raw.n, .flags = flags, .offset = 10U};
  ln_cell_rules_init(&f->rules, &f->dialect);
  f->used = ln_cell_read(&f->rules, &cell, f->room);
  return cell;
}

static ln_view
text_of(const ln_cell* const cell)
{
  return (ln_view){cell->s, cell->n};
}

static void
test_rules(void)
{
  fixture f = csv();
  CU_ASSERT_EQUAL(f.rules.escape, '\0');
  CU_ASSERT_FALSE(f.rules.trim_start);
  f.dialect.escape = '\\';
  ln_cell_rules_init(&f.rules, &f.dialect);
  CU_ASSERT_EQUAL(f.rules.escape, '\\');
  f.dialect.quote = '\0';
  ln_cell_rules_init(&f.rules, &f.dialect);
  CU_ASSERT_EQUAL(f.rules.escape, '\0');
  f.dialect.backslash = LN_BACKSLASH_POSTGRESQL;
  f.dialect.trim      = LN_TRIM_END;
  ln_cell_rules_init(&f.rules, &f.dialect);
  CU_ASSERT_EQUAL(f.rules.escape, '\\');
  CU_ASSERT_FALSE(f.rules.trim_start);
  CU_ASSERT(f.rules.trim_end);
}

static void
test_plain(void)
{
  fixture f = csv();
  CU_ASSERT(ln_cell_plain(&f.rules, 0U));
  CU_ASSERT(ln_cell_plain(&f.rules, LN_CELL_CLEAN | LN_SPLIT_ODD | LN_SPLIT_STRAY));
  CU_ASSERT_FALSE(ln_cell_plain(&f.rules, LN_CELL_QUOTED));
  CU_ASSERT_FALSE(ln_cell_plain(&f.rules, LN_SPLIT_ESCAPED));
  f.dialect.trim = LN_TRIM_START;
  ln_cell_rules_init(&f.rules, &f.dialect);
  CU_ASSERT_FALSE(ln_cell_plain(&f.rules, 0U));
}

/* Without doubled quotes nothing is copied. */
static void
test_quoted(void)
{
  fixture       f    = csv();
  const ln_view raw  = LN_V("\"a b\"");
  ln_cell       cell = read_cell(&f, raw, LN_CELL_QUOTED);
  CHECK_VIEW(text_of(&cell), "a b");
  CU_ASSERT_PTR_EQUAL(cell.s, raw.s + 1);
  CU_ASSERT_EQUAL(cell.flags, LN_CELL_QUOTED | LN_CELL_CLEAN);
  CU_ASSERT_EQUAL(cell.offset, 10U);
  CU_ASSERT_EQUAL(f.used, 0U);
  cell = read_cell(&f, LN_V("\"a\"\"b\"\"\""), LN_CELL_QUOTED | LN_SPLIT_DOUBLED);
  CHECK_VIEW(text_of(&cell), "a\"b\"");
  CU_ASSERT_EQUAL(f.used, 4U);
  CU_ASSERT_PTR_EQUAL(cell.s, f.room);
  CU_ASSERT_EQUAL(cell.flags & LN_CELL_CLEAN, 0U);
  cell = read_cell(&f, LN_V("\"a\nb"), LN_CELL_QUOTED | LN_SPLIT_OPEN);
  CHECK_VIEW(text_of(&cell), "a\nb");
  cell = read_cell(&f, LN_V("\"a\"\"b\"c"), LN_CELL_QUOTED | LN_SPLIT_DOUBLED | LN_SPLIT_REST);
  CHECK_VIEW(text_of(&cell), "\"a\"\"b\"c");
  CU_ASSERT_EQUAL(cell.flags & (LN_CELL_QUOTED | LN_CELL_CLEAN), 0U);
}

static void
test_escaped(void)
{
  fixture f        = csv();
  f.dialect.escape = '\\';
  ln_cell cell     = read_cell(&f, LN_V("\"\\\"\\n\\\\\""), LN_CELL_QUOTED | LN_SPLIT_ESCAPED);
  CHECK_VIEW(text_of(&cell), "\"n\\");
  f.dialect.backslash = LN_BACKSLASH_POSTGRESQL;
  f.dialect.quote     = '\0';
  cell                = read_cell(&f, LN_V("\\b\\f\\n\\r\\t\\v\\\\\\x\\"), LN_SPLIT_ESCAPED);
  CHECK_VIEW(text_of(&cell), "\b\f\n\r\t\v\\x\\");
  cell = read_cell(&f, LN_V("\\N"), LN_SPLIT_ESCAPED);
  CHECK_VIEW(text_of(&cell), "\\N");
  cell = read_cell(&f, LN_V("\\NN"), LN_SPLIT_ESCAPED);
  CHECK_VIEW(text_of(&cell), "NN");
  CU_ASSERT_EQUAL(cell.flags & LN_CELL_CLEAN, LN_CELL_CLEAN);
}

static void
test_trimmed(void)
{
  fixture f      = csv();
  f.dialect.trim = LN_TRIM_BOTH;
  ln_cell cell   = read_cell(&f, LN_V(" \ta \t"), 0U);
  CHECK_VIEW(text_of(&cell), "a");
  CU_ASSERT_EQUAL(cell.offset, 12U);
  CU_ASSERT_EQUAL(cell.flags, LN_CELL_CLEAN);
  cell = read_cell(&f, LN_V("\"\n a \""), LN_CELL_QUOTED);
  CHECK_VIEW(text_of(&cell), "a");
  CU_ASSERT_EQUAL(cell.offset, 10U);
  cell = read_cell(&f, LN_V("   "), 0U);
  CHECK_VIEW(text_of(&cell), "");
  CU_ASSERT_EQUAL(cell.offset, 10U);
  f.dialect.trim = LN_TRIM_START;
  cell           = read_cell(&f, LN_V(" a "), 0U);
  CHECK_VIEW(text_of(&cell), "a ");
  f.dialect.trim = LN_TRIM_END;
  cell           = read_cell(&f, LN_V(" a "), 0U);
  CHECK_VIEW(text_of(&cell), " a");
}

static void
test_clean(void)
{
  CU_ASSERT(ln_cell_clean(LN_V("")));
  CU_ASSERT(ln_cell_clean(LN_V(" az'\xC3\xA9~")));
  CU_ASSERT_FALSE(ln_cell_clean(LN_V("a\"")));
  CU_ASSERT_FALSE(ln_cell_clean(LN_V("\\a")));
  CU_ASSERT_FALSE(ln_cell_clean(LN_V("a\tb")));
  CU_ASSERT_FALSE(ln_cell_clean(LN_V("\x1F")));
  CU_ASSERT_FALSE(ln_cell_clean(LN_V("\x7F")));
  CU_ASSERT_FALSE(ln_cell_clean(LN_V("a\0")));
}

static const unit_test tests[] = {
  {"rules", test_rules},
  {"plain", test_plain},
  {"quoted", test_quoted},
  {"escaped", test_escaped},
  {"trimmed", test_trimmed},
  {"clean", test_clean},
};

UNIT_MAIN("cell", tests)
