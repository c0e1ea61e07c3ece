/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What IRIs begin with, and which values are the same. */

#include "unit.h"

#include "run/shape_value.h"

static void
meeting(void)
{
  const ln_beginning a = {LN_V("http://e/"), LN_V("a/")};
  CU_ASSERT(ln_beginning_meets(a, (ln_beginning){LN_V("http://e/a/"), LN_V("")}));
  CU_ASSERT(ln_beginning_meets(a, (ln_beginning){LN_V("http://e/"), LN_V("")})); // {x} may be a/1
  CU_ASSERT(ln_beginning_meets(a, (ln_beginning){LN_V(""), LN_V("")}));
  CU_ASSERT(ln_beginning_meets(a, (ln_beginning){LN_V("http://e"), LN_V("/a/b")}));
  CU_ASSERT_FALSE(ln_beginning_meets(a, (ln_beginning){LN_V("http://e/"), LN_V("b/")}));
}

static void
same(void)
{
  const ln_datatype_spec spec = {0};
  ln_shape_value         a    = {.kind = LN_W_KIND_IRI, .beginning = {LN_V("a"), LN_V("bc")}};
  ln_shape_value         b    = {.kind = LN_W_KIND_IRI, .beginning = {LN_V("ab"), LN_V("c")}};
  CU_ASSERT(ln_shape_value_same(&a, &b));
  b.beginning.rest = LN_V("");
  CU_ASSERT_FALSE(ln_shape_value_same(&a, &b));
  a = b = (ln_shape_value){.kind = LN_W_KIND_LITERAL, .lang = LN_V("en")};
  CU_ASSERT(ln_shape_value_same(&a, &b));
  b.lang = LN_V("de");
  CU_ASSERT_FALSE(ln_shape_value_same(&a, &b));
  b      = a;
  b.spec = &spec;
  CU_ASSERT_FALSE(ln_shape_value_same(&a, &b));
}

static const unit_test TESTS[] = {{"meeting", meeting}, {"same", same}};

UNIT_MAIN("run/shape_value", TESTS)
