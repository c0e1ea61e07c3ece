/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What a journal remembers, also after a crash in the middle of a line, and what it is not. */

#include "store/journal.h"

#include "unit.h"

#include <unistd.h>

static char folder[] = "/tmp/liner-test.XXXXXX";
static char path[64];

static void
write_file(const char* const text)
{
  FILE* const file = fopen(path, "w");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT(fputs(text, file) >= 0);
  CU_ASSERT_EQUAL(fclose(file), 0);
}

static size_t
read_file(char text[4096])
{
  FILE* const file = fopen(path, "r");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  const size_t n = fread(text, 1U, 4095U, file);
  text[n]        = '\0';
  CU_ASSERT_EQUAL(fclose(file), 0);
  return n;
}

static ln_journal*
open_journal(uint64_t* const before)
{
  ln_journal* journal = NULL;
  const char* problem = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_journal_open(path, LN_V("load"), before, &journal, &problem), LN_OK);
  CU_ASSERT_STRING_EQUAL(problem, "");
  return journal;
}

/* The digest of "abc" is the first example of FIPS 180-2, appendix B. */
static void
remembered(void)
{
  char     text[4096];
  uint64_t before = 12U;
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
  snprintf(path, sizeof(path), "%s/journal", folder);
  ln_journal* journal = open_journal(&before);
  CU_ASSERT_EQUAL(ln_journal_earlier(journal), 0U);
  CU_ASSERT_EQUAL(ln_journal_note(journal, 0U, LN_V("abc")), LN_OK);
  CU_ASSERT_EQUAL(ln_journal_note(journal, 1U, LN_V("def")), LN_OK);
  CU_ASSERT_EQUAL(ln_journal_piece(journal, 0U, LN_V("abc")), LN_PIECE_NEW); // of this run
  CU_ASSERT_EQUAL(ln_journal_close(journal, false), LN_OK);
  (void)read_file(text);
  CU_ASSERT_PTR_NOT_NULL(strstr(
    text,
    ", before it 12\n0 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n1 "));
  before  = 99U;
  journal = open_journal(&before);
  CU_ASSERT_EQUAL(before, 12U);
  CU_ASSERT_EQUAL(ln_journal_earlier(journal), 2U);
  CU_ASSERT_EQUAL(ln_journal_piece(journal, 0U, LN_V("abc")), LN_PIECE_CONFIRMED);
  CU_ASSERT_EQUAL(ln_journal_piece(journal, 1U, LN_V("def")), LN_PIECE_CONFIRMED);
  CU_ASSERT_EQUAL(ln_journal_piece(journal, 1U, LN_V("deg")), LN_PIECE_OTHER);
  CU_ASSERT_EQUAL(ln_journal_piece(journal, 2U, LN_V("abc")), LN_PIECE_NEW);
  CU_ASSERT_EQUAL(ln_journal_close(journal, true), LN_OK);
  CU_ASSERT_NOT_EQUAL(access(path, F_OK), 0);
  CU_ASSERT_EQUAL(ln_journal_close(NULL, true), LN_OK);
}

/* Ended in the middle of the last line, or of the first one. */
static void
cut_off(void)
{
  char        text[4096];
  uint64_t    before  = 3U;
  ln_journal* journal = open_journal(&before);
  CU_ASSERT_EQUAL(ln_journal_note(journal, 0U, LN_V("abc")), LN_OK);
  CU_ASSERT_EQUAL(ln_journal_note(journal, 1U, LN_V("def")), LN_OK);
  CU_ASSERT_EQUAL(ln_journal_close(journal, false), LN_OK);
  const size_t n = read_file(text);
  text[n - 1U]   = '\0';
  write_file(text);
  journal = open_journal(&before);
  CU_ASSERT_EQUAL(ln_journal_earlier(journal), 1U);
  CU_ASSERT_EQUAL(ln_journal_note(journal, 1U, LN_V("ghi")), LN_OK);
  CU_ASSERT_EQUAL(ln_journal_close(journal, false), LN_OK);
  journal = open_journal(&before);
  CU_ASSERT_EQUAL(ln_journal_piece(journal, 1U, LN_V("ghi")), LN_PIECE_CONFIRMED);
  CU_ASSERT_EQUAL(ln_journal_close(journal, false), LN_OK);
  text[10] = '\0';
  write_file(text);
  before  = 7U;
  journal = open_journal(&before);
  CU_ASSERT_EQUAL(before, 7U);
  CU_ASSERT_EQUAL(ln_journal_earlier(journal), 0U);
  CU_ASSERT_EQUAL(ln_journal_close(journal, false), LN_OK);
}

/* Of another load, or no journal at all: then it stays as it is. */
static void
refused(void)
{
  static const char* const OTHERS[] = {
    "dear diary\n", "dear diary", "liner load, journal 1, of \n", "\n"};
  char        text[4096];
  uint64_t    before  = 3U;
  ln_journal* journal = NULL;
  const char* problem = NULL;
  CU_ASSERT_EQUAL(ln_journal_open(path, LN_V("other"), &before, &journal, &problem), LN_USAGE);
  CU_ASSERT_STRING_EQUAL(problem, "it is the journal of another load");
  CU_ASSERT_PTR_NULL(journal);
  for (size_t i = 0U; i < sizeof(OTHERS) / sizeof(OTHERS[0]); ++i) {
    write_file(OTHERS[i]);
    CU_ASSERT_EQUAL(ln_journal_open(path, LN_V("load"), &before, &journal, &problem), LN_USAGE);
    (void)read_file(text);
    CU_ASSERT_STRING_EQUAL(text, OTHERS[i]);
  }
  CU_ASSERT_EQUAL(remove(path), 0);
  journal = open_journal(&before);
  CU_ASSERT_EQUAL(ln_journal_close(journal, false), LN_OK);
  (void)read_file(text);
  CU_ASSERT_FATAL(strlen(text) < 1000U);
  memcpy(text + strlen(text), "1 not a digest\n", 16U);
  write_file(text);
  CU_ASSERT_EQUAL(ln_journal_open(path, LN_V("load"), &before, &journal, &problem), LN_USAGE);
  CU_ASSERT_STRING_EQUAL(problem, "it is no journal of a load");
  CU_ASSERT_EQUAL(ln_journal_open(folder, LN_V("load"), &before, &journal, &problem), LN_IO);
}

static void
no_memory(void)
{
  uint64_t    before  = 3U;
  ln_journal* journal = NULL;
  const char* problem = NULL;
  CU_ASSERT_EQUAL(remove(path), 0);
  journal = open_journal(&before);
  CU_ASSERT_EQUAL(ln_journal_note(journal, 0U, LN_V("abc")), LN_OK);
  CU_ASSERT_EQUAL(ln_journal_close(journal, false), LN_OK);
  CHECK_ALLOC_FAILURES(ln_journal_open(path, LN_V("load"), &before, &journal, &problem), {
    if (st_ == LN_OK) {
      CU_ASSERT_EQUAL(ln_journal_earlier(journal), 1U);
      CU_ASSERT_EQUAL(ln_journal_close(journal, true), LN_OK);
    }
  });
  CU_ASSERT_EQUAL(remove(folder), 0);
}

static const unit_test TESTS[] = {
  {"remembered", remembered}, {"cut off", cut_off}, {"refused", refused}, {"no memory", no_memory}};

UNIT_MAIN("store/journal", TESTS)
