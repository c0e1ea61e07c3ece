/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Saved targets: what is put comes back, in a file that is its owner's alone. */

#include "store/targets.h"

#include "unit.h"

#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/liner-test.XXXXXX";

static void
paths(void)
{
  ln_text path  = {0};
  ln_text error = {0};
  CU_ASSERT_EQUAL(setenv("XDG_CONFIG_HOME", "/c", 1), 0);
  CU_ASSERT_EQUAL(setenv("HOME", "/h", 1), 0);
  CU_ASSERT_EQUAL(ln_targets_path(&path, &error), LN_OK);
  CHECK_VIEW(ln_text_view(&path), "/c/liner/targets");
  CU_ASSERT_EQUAL(unsetenv("XDG_CONFIG_HOME"), 0);
  ln_text_reset(&path);
  CU_ASSERT_EQUAL(ln_targets_path(&path, &error), LN_OK);
  CHECK_VIEW(ln_text_view(&path), "/h/.config/liner/targets");
  CU_ASSERT_EQUAL(unsetenv("HOME"), 0);
  CU_ASSERT_EQUAL(ln_targets_path(&path, &error), LN_USAGE);
  CU_ASSERT(error.n > 0U);
  ln_text_clear(&path);
  ln_text_clear(&error);
}

static void
names(void)
{
  CU_ASSERT(ln_targets_name_valid(LN_V("museum-2.a_B")));
  CU_ASSERT(!ln_targets_name_valid(LN_V("")));
  CU_ASSERT(!ln_targets_name_valid(LN_V("-x")));
  CU_ASSERT(!ln_targets_name_valid(LN_V("a]b")));
  CU_ASSERT(!ln_targets_name_valid(LN_V("a b")));
  CU_ASSERT(!ln_targets_name_valid(LN_V("http://a/")));
}

/* Put, write, read again. */
static void
round_trip(void)
{
  char              path[64];
  struct stat       about;
  ln_text           error   = {0};
  ln_targets*       targets = NULL;
  const char*       name    = NULL;
  const ln_endpoint first   = {.graph_store = "http://a/d", .graph = "b:c", .kind = "fuseki"};
  const ln_endpoint second  = {.update = "http://a/u", .login = "/a file"};
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
  snprintf(path, sizeof(path), "%s/new/liner/targets", folder);
  CU_ASSERT_EQUAL_FATAL(ln_targets_read(path, &targets, &error), LN_OK);
  CU_ASSERT_PTR_NULL(ln_targets_at(targets, 0U, &name));
  CU_ASSERT_EQUAL(ln_targets_put(targets, LN_V("one"), &second), LN_OK);
  CU_ASSERT_EQUAL(ln_targets_put(targets, LN_V("two"), &second), LN_OK);
  CU_ASSERT_EQUAL(ln_targets_put(targets, LN_V("three"), &second), LN_OK);
  CU_ASSERT_EQUAL(ln_targets_put(targets, LN_V("one"), &first), LN_OK);
  CU_ASSERT(ln_targets_remove(targets, LN_V("two")));
  CU_ASSERT(!ln_targets_remove(targets, LN_V("two")));
  CU_ASSERT_EQUAL(ln_targets_write(targets, path, &error), LN_OK);
  ln_targets_free(targets);
  CU_ASSERT_EQUAL_FATAL(stat(path, &about), 0);
  CU_ASSERT_EQUAL(about.st_mode & 0777U, 0600U);
  CHECK_ALLOC_FAILURES(ln_targets_read(path, &targets, &error), ln_text_reset(&error));
  CU_ASSERT_PTR_NOT_NULL_FATAL(targets);
  const ln_endpoint* const one = ln_targets_at(targets, 0U, &name);
  CU_ASSERT_PTR_NOT_NULL_FATAL(one);
  CU_ASSERT_STRING_EQUAL(name, "one");
  CU_ASSERT_STRING_EQUAL(one->graph_store, "http://a/d");
  CU_ASSERT_STRING_EQUAL(one->graph, "b:c");
  CU_ASSERT_STRING_EQUAL(one->kind, "fuseki");
  CU_ASSERT_PTR_NULL(one->update);
  const ln_endpoint* const three = ln_targets_find(targets, LN_V("three"));
  CU_ASSERT_PTR_NOT_NULL_FATAL(three);
  CU_ASSERT_STRING_EQUAL(three->login, "/a file");
  CU_ASSERT_PTR_NULL(ln_targets_find(targets, LN_V("two")));
  CU_ASSERT_PTR_NULL(ln_targets_at(targets, 2U, &name));
  ln_targets_free(targets);
  ln_targets_free(NULL);
  CU_ASSERT_EQUAL(remove(path), 0);
  ln_text_clear(&error);
}

/* What is not understood is not lost: it is refused. */
static void
refused(void)
{
  static const char* const   BAD[]   = {"graph b:c\n",
                                        "[a]\nurl http://a/\n",
                                        "[a]\ngraph\n",
                                        "[a]\n[a]\n",
                                        "[a b]\n",
                                        "[a\n",
                                        "# fine\n[\n"};
  static const unsigned long LINES[] = {1U, 2U, 2U, 2U, 1U, 1U, 2U};
  char                       path[64];
  char                       place[128];
  snprintf(path, sizeof(path), "%s/bad", folder);
  for (size_t i = 0U; i < sizeof(BAD) / sizeof(BAD[0]); ++i) {
    ln_text     error   = {0};
    ln_targets* targets = NULL;
    FILE* const file    = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    CU_ASSERT(fputs(BAD[i], file) >= 0);
    CU_ASSERT_EQUAL(fclose(file), 0);
    CU_ASSERT_EQUAL(ln_targets_read(path, &targets, &error), LN_USAGE);
    CU_ASSERT_PTR_NULL(targets);
    snprintf(place, sizeof(place), "%s:%lu: ", path, LINES[i]);
    CU_ASSERT(ln_view_starts(ln_text_view(&error), ln_view_of(place)));
    ln_text_clear(&error);
  }
  ln_targets* targets = NULL;
  ln_text     error   = {0};
  CU_ASSERT_EQUAL(ln_targets_read(folder, &targets, &error), LN_USAGE);
  CU_ASSERT_EQUAL(remove(path), 0);
  ln_text_reset(&error);
  CU_ASSERT_EQUAL_FATAL(ln_targets_read(path, &targets, &error), LN_OK);
  CU_ASSERT_EQUAL(ln_targets_write(targets, "/proc/none/targets", &error), LN_IO);
  CU_ASSERT(error.n > 0U);
  ln_targets_free(targets);
  ln_text_clear(&error);
}

static const unit_test TESTS[] = {
  {"paths", paths}, {"names", names}, {"round trip", round_trip}, {"refused", refused}};

UNIT_MAIN("store/targets", TESTS)
