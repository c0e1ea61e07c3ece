/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The state of an export: what is written is read, and what is not whole is refused. */

#include "run/state_file.h"
#include "run_unit.h"

#include "base/text.h"

#include <inttypes.h>

typedef struct {
  ln_text text;
  bool    graphs;
} taken;

static ln_status
take(void* const self, const uint64_t content, const ln_view name)
{
  taken* const t = (taken*)self;
  LN_TRY(ln_text_format(&t->text, "%" PRIx64 " ", content));
  LN_TRY(ln_text_add(&t->text, name));
  return ln_text_add_byte(&t->text, '\n');
}

static ln_status
write_state(const char* const path, const bool graphs)
{
  ln_state_writer w     = {.graphs = graphs};
  const char*     error = NULL;
  LN_TRY(ln_out_open(path, LN_PACK_NONE, &w.out, &error));
  ln_state_begin(&w);
  ln_state_put(&w, 0xFEDCBA9876543210U, LN_V("<x:a>"));
  ln_state_put(&w, 1U, LN_V("<x:b> <x:g>"));
  const ln_status st = ln_state_end(&w);
  if (st != LN_OK) {
    ln_out_abandon(w.out);
    return st;
  }
  return ln_out_close(w.out);
}

static void
test_there_and_back(void)
{
  folder f;
  char   path[PATH_SIZE];
  set_up(&f);
  (void)path_to(&f, "state", path);
  for (size_t i = 0U; i < 2U; ++i) {
    taken t = {.graphs = i == 0U};
    CU_ASSERT_EQUAL_FATAL(write_state(path, i == 1U), LN_OK);
    CU_ASSERT_EQUAL(ln_state_read(path, f.log, take, &t, &t.graphs), LN_OK);
    CHECK_VIEW(ln_text_view(&t.text), "fedcba9876543210 <x:a>\n1 <x:b> <x:g>\n");
    CU_ASSERT_EQUAL(t.graphs, i == 1U);
    ln_text_clear(&t.text);
  }
  tear_down(&f);
}

/* Every byte of a state that is changed, and every length but its own, is seen. */
static void
test_damage(void)
{
  folder      f;
  char        path[PATH_SIZE];
  ln_view     whole = {0};
  const char* error = NULL;
  set_up(&f);
  (void)path_to(&f, "state", path);
  CU_ASSERT_EQUAL_FATAL(write_state(path, false), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(path, 4096U, &whole, &error), LN_OK);
  char bytes[256] = {0};
  CU_ASSERT_FATAL(whole.n < sizeof(bytes));
  for (size_t i = 0U; i < whole.n; ++i) {
    for (size_t cut = 0U; cut < 2U; ++cut) {
      taken t = {.graphs = false};
      memcpy(bytes, whole.s, whole.n);
      bytes[i]                 = (char)(bytes[i] ^ 1);
      bytes[cut ? i : whole.n] = '\0';
      put_file(&f, "state", bytes, false);
      const bool last = cut && i + 1U == whole.n; // only the end of the last line is missing
      CU_ASSERT_EQUAL(ln_state_read(path, f.log, take, &t, &t.graphs), LN_STOP);
      CU_ASSERT(last || ln_log_count(f.log, LN_ERROR) > 0U);
      ln_text_clear(&t.text);
    }
  }
  taken t = {.graphs = false};
  CU_ASSERT_EQUAL(ln_state_read("/nowhere/state", f.log, take, &t, &t.graphs), LN_STOP);
  ln_free((void*)(uintptr_t)whole.s);
  tear_down(&f);
}

static void
test_no_memory(void)
{
  folder f;
  char   path[PATH_SIZE];
  taken  t = {.graphs = false};
  set_up(&f);
  (void)path_to(&f, "state", path);
  CHECK_ALLOC_FAILURES(write_state(path, false), (void)0);
  CHECK_ALLOC_FAILURES(ln_state_read(path, f.log, take, &t, &t.graphs), ln_text_clear(&t.text));
  tear_down(&f);
}

static const unit_test tests[] = {
  {"there and back", test_there_and_back}, {"damage", test_damage}, {"no memory", test_no_memory}};

UNIT_MAIN("state_file", tests)
