/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#include "base/library.h"

#include "unit.h"

#include <stddef.h>

/* The check value of CRC-32, from its catalogue of parameters: crc32("123456789") is CBF43926. */
static void
found(void)
{
  typedef unsigned long (*crc)(unsigned long, const unsigned char*, unsigned);
  void* const library = ln_library_load("libz.so.1");
  CU_ASSERT_PTR_NOT_NULL_FATAL(library);
  const crc function = (crc)ln_library_find(library, "crc32");
  CU_ASSERT_PTR_NOT_NULL_FATAL(function);
  CU_ASSERT_EQUAL(function(0, (const unsigned char*)"123456789", 9U), 0xCBF43926UL);
}

static void
missing(void)
{
  CU_ASSERT_PTR_NULL(ln_library_load("libnot-there.so.7"));
  CU_ASSERT_PTR_NULL(ln_library_find(ln_library_load("libz.so.1"), "not_there"));
  CU_ASSERT_PTR_NULL(ln_library_find(NULL, "crc32"));
}

static const unit_test TESTS[] = {{"found", found}, {"missing", missing}};

UNIT_MAIN("base/library", TESTS)
