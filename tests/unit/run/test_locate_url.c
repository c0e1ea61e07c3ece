/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Maps between addresses and paths, and Link headers. */

#include "run/locate_url.h"

#include "unit.h"

static const char* const maps[] = {
  "http://a.example/=/site/",
  "http://a.example/deep/=/other/",
  "http://a.example/.well-known/csvm=/lists/one.txt",
};
static const ln_job job = {.url_maps = maps, .n_url_maps = sizeof(maps) / sizeof(maps[0])};

static void
the_longest_prefix_counts(void)
{
  static const char* const pairs[][2] = {
    {"http://a.example/t.csv", "/site/t.csv"},
    {"http://a.example/t.csv?q=1#row=2", "/site/t.csv?q=1"},
    {"http://a.example/deep/t.csv", "/other/t.csv"},
    {"http://a.example/.well-known/csvm", "/lists/one.txt"},
    {"http://b.example/t.csv", ""},
    {"https://a.example/t.csv", ""},
  };
  ln_text path = {0};
  for (size_t i = 0U; i < sizeof(pairs) / sizeof(pairs[0]); ++i) {
    ln_text_reset(&path);
    CU_ASSERT_EQUAL(ln_url_map_path(&job, ln_view_of(pairs[i][0]), &path), LN_OK);
    CHECK_VIEW(ln_text_view(&path), pairs[i][1]);
  }
  ln_text_clear(&path);
}

static void
files_have_addresses(void)
{
  static const char* const pairs[][2] = {
    {"/site/t.csv", "http://a.example/t.csv"},
    {"/other/t.csv", "http://a.example/deep/t.csv"},
    {"/elsewhere/t.csv", ""},
  };
  ln_text url = {0};
  for (size_t i = 0U; i < sizeof(pairs) / sizeof(pairs[0]); ++i) {
    ln_text_reset(&url);
    CU_ASSERT_EQUAL(ln_url_map_url(&job, ln_view_of(pairs[i][0]), &url), LN_OK);
    CHECK_VIEW(ln_text_view(&url), pairs[i][1]);
  }
  ln_text_clear(&url);
}

#define BOTH "rel=\"describedby\"; type=\"application/csvm+json\""

static void
links_lead_to_metadata(void)
{
  static const char* const pairs[][2] = {
    {"<m.json>; " BOTH, "m.json"},
    {"<m.json>;rel=describedby;type=application/json", "m.json"},
    {"<m.json> ; type=\"application/ld+json\" ; REL=\"next DescribedBy\"", "m.json"},
    {"<a.json>; " BOTH ", <b.json>; " BOTH, "b.json"},
    {"<a.json>; " BOTH ", <b.html>; rel=\"describedby\"; type=\"text/html\"", "a.json"},
    {"<a,b;c.json>; title=\"x, <y>; z\"; " BOTH, "a,b;c.json"},
    {"m.json", "m.json"},
  };
  static const char* const none[] = {
    "",
    "  ",
    "<m.json>",
    "<m.json>; rel=\"describedby\"",
    "<m.json>; rel=\"next\"; type=\"application/json\"",
    "<m.json; " BOTH,
    "<m.json>;;, ;",
  };
  for (size_t i = 0U; i < sizeof(pairs) / sizeof(pairs[0]); ++i) {
    CHECK_VIEW(ln_link_target(ln_view_of(pairs[i][0])), pairs[i][1]);
  }
  for (size_t i = 0U; i < sizeof(none) / sizeof(none[0]); ++i) {
    CU_ASSERT_PTR_NULL(ln_link_target(ln_view_of(none[i])).s);
  }
}

static void
memory_may_end(void)
{
  ln_text out = {0};
  CHECK_ALLOC_FAILURES(ln_url_map_path(&job, LN_V("http://a.example/t.csv"), &out),
                       ln_text_clear(&out));
  CHECK_ALLOC_FAILURES(ln_url_map_url(&job, LN_V("/site/t.csv"), &out), ln_text_clear(&out));
}

static const unit_test tests[] = {
  {"the longest prefix counts", the_longest_prefix_counts},
  {"files have addresses", files_have_addresses},
  {"links lead to metadata", links_lead_to_metadata},
  {"memory may end", memory_may_end},
};

UNIT_MAIN("locate_url", tests)
