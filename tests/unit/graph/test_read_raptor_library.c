/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Loading raptor: all of it or nothing. */

#include "graph/read_raptor_library.h"

#include "unit.h"

static void
whole(void)
{
  ln_raptor_library library = {0};
  const char*       problem = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_raptor_library_open(LN_RAPTOR_LIBRARY, &library, &problem), LN_OK);
  CU_ASSERT_STRING_EQUAL(problem, "");
  raptor_world* const world = library.raptor_new_world_internal(RAPTOR_VERSION);
  CU_ASSERT_PTR_NOT_NULL_FATAL(world);
  library.raptor_free_world(world);
}

/* A library that is not there, and one that is another. */
static void
refused(void)
{
  ln_raptor_library library = {0};
  const char*       problem = NULL;
  CU_ASSERT_EQUAL(ln_raptor_library_open("libnothing.so.7", &library, &problem), LN_IO);
  CU_ASSERT_STRING_EQUAL(problem, "libraptor2 cannot be loaded");
  CU_ASSERT_EQUAL(ln_raptor_library_open("libz.so.1", &library, &problem), LN_IO);
  CU_ASSERT_STRING_EQUAL(problem, "the library of that name is not raptor");
}

static const unit_test TESTS[] = {{"whole", whole}, {"refused", refused}};

UNIT_MAIN("graph/read_raptor_library", TESTS)
