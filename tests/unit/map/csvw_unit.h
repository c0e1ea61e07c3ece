/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_CSVW_UNIT_H
#define LN_TESTS_CSVW_UNIT_H

/* What the tests of mapping documents share: a document is written with ' for ", read, and what was
   found is kept for the assertions. */

#include "map/mapping.h"
#include "unit.h"

#include <jansson.h>

#include <stdbool.h>

/** Frames are limited in tests too; folded into one another, these would not fit. */
#define APART __attribute__((noinline, unused))

enum { MAX_FOUND = 6, MAX_KEPT = 120, MAX_JSON = 3000 };

typedef struct {
  ln_code  code;
  uint64_t line;
  uint64_t column;
  char     name[MAX_KEPT];
  char     message[MAX_KEPT];
  char     hint[MAX_KEPT];
} found_one;

typedef struct {
  found_one   one[MAX_FOUND];
  size_t      n;
  ln_log*     log;
  ln_mapping* mapping;
  ln_status   status;
} reading;

static inline void
keep_text(char out[MAX_KEPT], const ln_view v)
{
  const ln_view first = ln_view_first(v, MAX_KEPT - 1U);
  if (first.n > 0U) {
    memcpy(out, first.s, first.n);
  }
  out[first.n] = '\0';
}

static inline void
keep_finding(void* const self, const ln_finding* const finding)
{
  reading* const r = self;
  if (r->n < MAX_FOUND) {
    found_one* const one = &r->one[r->n];
    one->code            = finding->code;
    one->line            = finding->place.line;
    one->column          = finding->place.column;
    keep_text(one->name, finding->place.name);
    keep_text(one->message, finding->message);
    keep_text(one->hint, finding->hint);
  }
  ++r->n;
}

/** Read `bytes` as they are under the name `url`. */
APART static ln_status
read_bytes(reading* const r, const ln_view bytes, const char* const url)
{
  const ln_log_policy policy = {0};
  uint32_t            source = 0U;
  *r                         = (reading){.log = ln_log_new(&policy)};
  r->status                  = r->log ? LN_OK : LN_NO_MEM;
  if (r->status == LN_OK) {
    ln_log_listen(r->log, keep_finding, r);
    r->status = ln_log_source(r->log, ln_view_of(url), NULL, NULL, &source);
  }
  if (r->status == LN_OK) {
    r->status = ln_mapping_read(bytes, ln_view_of(url), r->log, source, &r->mapping);
  }
  return r->status;
}

/** Read a text in which ' stands for ". */
APART static ln_status
read_at(reading* const r, const char* const json, const char* const url)
{
  char         text[MAX_JSON];
  const size_t n = strlen(json);
  CU_ASSERT_FATAL(n < MAX_JSON);
  for (size_t i = 0U; i < n; ++i) {
    text[i] = json[i] == '\'' ? '"' : json[i];
  }
  return read_bytes(r, (ln_view){text, n}, url);
}

static inline ln_status
read_json(reading* const r, const char* const json)
{
  return read_at(r, json, "folder/map.json");
}

static inline void
forget(reading* const r)
{
  ln_mapping_free(r->mapping);
  ln_log_free(r->log);
  *r = (reading){0};
}

/** The context every document begins with. */
#define CTX "'@context': 'http://www.w3.org/ns/csvw'"

/** A document of one table with these columns. */
#define COLUMNS(columns) "{" CTX ", 'url': 't.csv', 'tableSchema': {'columns': [" columns "]}}"

/** A document of one table with these properties. */
#define TABLE(properties) "{" CTX ", 'url': 't.csv', " properties "}"

#define EXT LN_EXTENSION

/** Exactly one finding, of this code, at this path; then the reading is forgotten. */
APART static void
check_one_finding(const char* const json,
                  const ln_code     code,
                  const char* const path,
                  const char* const file,
                  const int         line)
{
  reading         r     = {0};
  const ln_status st    = read_json(&r, json);
  const bool      error = ln_code_about(code)->severity == LN_ERROR;
  const bool      flaw  = code == LN_L0424 || code == LN_L0406; /* then the rest is looked at too */
  const bool      ok    = r.n == 1U && r.one[0].code == code && strcmp(r.one[0].name, path) == 0 &&
                  st == (error && !flaw ? LN_USAGE : LN_OK) &&
                  (st == LN_OK) == (r.mapping != NULL) && (!r.mapping || r.mapping->flawed == flaw);
  if (!ok) {
    fprintf(stderr, "%s:%d: status %d, %zu findings\n", file, line, (int)st, r.n);
    for (size_t i = 0U; i < r.n && i < MAX_FOUND; ++i) {
      fprintf(stderr,
              "  %s at \"%s\": %s\n",
              ln_code_about(r.one[i].code)->code,
              r.one[i].name,
              r.one[i].message);
    }
  }
  CU_assertImplementation(ok, (unsigned)line, "one finding", file, "", CU_FALSE);
  forget(&r);
}

#define CHECK_FINDING(json, code, path)                                                            \
  check_one_finding((json), (code), (path), __FILE__, __LINE__)

/** Readable without any finding; then the assertions on `r` follow. */
APART static bool
read_clean(reading* const r, const char* const json, const char* const file, const int line)
{
  const ln_status st = read_json(r, json);
  const bool      ok = st == LN_OK && r->n == 0U && r->mapping;
  if (!ok) {
    fprintf(stderr,
            "%s:%d: status %d, %zu findings: %s at \"%s\"\n",
            file,
            line,
            (int)st,
            r->n,
            r->one[0].message,
            r->one[0].name);
  }
  CU_assertImplementation(ok, (unsigned)line, "read without findings", file, "", CU_FALSE);
  return ok;
}

#define READ_CLEAN(r, json) read_clean((r), (json), __FILE__, __LINE__)

/** jansson takes its memory where failures can be injected. */
static inline void
watch_jansson(void)
{
  json_set_alloc_funcs(ln_alloc, ln_free);
}

/** Reading `json` with the allocator failing at every allocation: never a crash or a leak, always
   LN_NO_MEM until it succeeds with `expected`. */
APART static void
check_memory(const char* const json, const ln_status expected)
{
  reading   r  = {0};
  ln_status st = LN_NO_MEM;
  size_t    n  = 0U;
  while (st == LN_NO_MEM && n < 100000U) {
    ln_alloc_fail_at(++n);
    st = read_json(&r, json);
    ln_alloc_fail_at(0U);
    CU_ASSERT((r.mapping != NULL) == (st == LN_OK));
    forget(&r);
  }
  CU_ASSERT_EQUAL(st, expected);
  CU_ASSERT(n > 10U);
}

#endif
