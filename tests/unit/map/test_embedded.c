/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The files inside the program. */

#include "map/embedded.h"

#include "unit.h"

static void
files_are_found(void)
{
  const ln_embedded* const roles = ln_embedded_find(LN_V("roles.csv"));
  CU_ASSERT_PTR_NOT_NULL_FATAL(roles);
  CU_ASSERT_TRUE(ln_view_starts(roles->bytes, LN_V("notation,")));
  CU_ASSERT_PTR_NOT_NULL(ln_embedded_find(LN_V("starter/people.csv")));
  CU_ASSERT_PTR_NULL(ln_embedded_find(LN_V("roles")));
  CU_ASSERT_PTR_NULL(ln_embedded_find(LN_V("")));
}

/* Byte for byte, here for a file that holds more than ASCII. */
static void
bytes_are_those_of_the_file(void)
{
  static char              bytes[1 << 20];
  const ln_embedded* const context = ln_embedded_find(LN_V("roles.csv"));
  FILE* const              file    = fopen("ontology/roles.csv", "rb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT_PTR_NOT_NULL_FATAL(context);
  const size_t n = fread(bytes, 1U, sizeof(bytes), file);
  CU_ASSERT_EQUAL(fclose(file), 0);
  CU_ASSERT_EQUAL_FATAL(context->bytes.n, n);
  CU_ASSERT_EQUAL(memcmp(context->bytes.s, bytes, n), 0);
}

static void
every_file_is_found_by_its_name(void)
{
  size_t n = 0U;
  for (const ln_embedded* file = ln_embedded_files; file->name; ++file) {
    CU_ASSERT_PTR_EQUAL(ln_embedded_find(ln_view_of(file->name)), file);
    CU_ASSERT_TRUE(file->bytes.n > 0U);
    ++n;
  }
  CU_ASSERT_TRUE(n > 8U);
}

static const unit_test tests[] = {
  {"files are found", files_are_found},
  {"bytes are those of the file", bytes_are_those_of_the_file},
  {"every file is found by its name", every_file_is_found_by_its_name},
};

UNIT_MAIN("embedded", tests)
