/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How far shapes look: each component and kind of path, through other shapes, and which predicates
   the far ones look at. */

#include "shapes_unit.h"

#include "check/shape_reach.h"

enum { MOST = 64 };

typedef struct {
  const char* text; ///< of the shape :s, whose target is the class :C
  ln_far      far;
} sample;

static uint32_t
number_of(const shapes_sample* const s, const char* const name)
{
  for (uint32_t i = 0U; i < s->shapes.n_shapes; ++i) {
    if (ln_view_equals(shapes_word(s, s->shapes.shapes[i].node), ln_view_of(name))) {
      return i;
    }
  }
  CU_FAIL("no such shape");
  return 0U;
}

static void
check_far(const sample* const one)
{
  shapes_sample  s;
  ln_shape_reach reaches[MOST];
  ln_text        text = {0};
  CU_ASSERT_EQUAL(ln_text_format(&text, ":s sh:targetClass :C . %s", one->text), LN_OK);
  CU_ASSERT_EQUAL_FATAL(shapes_run(&s, text.s, ""), LN_OK);
  CU_ASSERT_FATAL(s.shapes.n_shapes <= MOST);
  ln_shape_reaches(&s.shapes, reaches);
  const ln_far far = ln_shape_far(&s.shapes, reaches, number_of(&s, "s"));
  if (far != one->far) {
    fprintf(stderr, "%s: %d, expected %d\n", one->text, (int)far, (int)one->far);
  }
  CU_ASSERT_EQUAL(far, one->far);
  shapes_clear(&s);
  ln_text_clear(&text);
}

static void
components(void)
{
  static const sample SAMPLES[] = {
    {":s sh:nodeKind sh:IRI ; sh:class :D ; sh:closed true ; sh:pattern \"x\" .", LN_FAR_NOT},
    {":s sh:equals :p ; sh:disjoint :q .", LN_FAR_NOT},
    {":s sh:property [ sh:path :p ; sh:lessThan :q ; sh:uniqueLang true ; sh:in ( 1 ) ] .",
     LN_FAR_NOT},
    {":s sh:property [ sh:path :p ; sh:minCount 1 ; sh:maxCount 2 ; sh:hasValue 3 ] .", LN_FAR_NOT},
    {":s sh:property [ sh:path :p ; sh:class :D ] .", LN_FAR_SHAPE},
    {":s sh:property [ sh:path :p ; sh:closed true ] .", LN_FAR_SHAPE},
    {":s sh:path :p ; sh:class :D .", LN_FAR_CLASS},
    {":s sh:targetNode :x ; sh:minLength 1 .", LN_FAR_TARGETS},
    {":s sh:targetObjectsOf :x ; sh:minLength 1 .", LN_FAR_TARGETS},
    {":s sh:targetSubjectsOf :x ; sh:minLength 1 .", LN_FAR_NOT},
  };
  for (size_t i = 0U; i < sizeof(SAMPLES) / sizeof(SAMPLES[0]); ++i) {
    check_far(&SAMPLES[i]);
  }
}

static void
paths(void)
{
  static const sample SAMPLES[] = {
    {":s sh:path [ sh:inversePath :p ] ; sh:minCount 1 .", LN_FAR_PATH},
    {":s sh:path ( :p :q ) ; sh:minCount 1 .", LN_FAR_PATH},
    {":s sh:path [ sh:zeroOrMorePath :p ] ; sh:minCount 1 .", LN_FAR_PATH},
    {":s sh:path [ sh:oneOrMorePath :p ] ; sh:minCount 1 .", LN_FAR_PATH},
    {":s sh:path [ sh:zeroOrOnePath :p ] ; sh:minCount 1 .", LN_FAR_NOT},
    {":s sh:path [ sh:alternativePath ( :p :q ) ] ; sh:minCount 1 .", LN_FAR_NOT},
    {":s sh:path [ sh:alternativePath ( :p ( :q :r ) ) ] ; sh:minCount 1 .", LN_FAR_PATH},
    {":s sh:path ( [ sh:zeroOrOnePath :p ] :q ) ; sh:minCount 1 .", LN_FAR_PATH},
  };
  for (size_t i = 0U; i < sizeof(SAMPLES) / sizeof(SAMPLES[0]); ++i) {
    check_far(&SAMPLES[i]);
  }
}

static void
shapes_of_shapes(void)
{
  static const sample SAMPLES[] = {
    {":s sh:node :t . :t sh:property [ sh:path :p ; sh:minCount 1 ] .", LN_FAR_NOT},
    {":s sh:property [ sh:path :p ; sh:node :t ] . :t sh:nodeKind sh:IRI .", LN_FAR_NOT},
    {":s sh:property [ sh:path :p ; sh:node :t ] . :t sh:closed true .", LN_FAR_SHAPE},
    {":s sh:property [ sh:path :p ; sh:node :t ] . :t sh:equals :q .", LN_FAR_SHAPE},
    {":s sh:property [ sh:path :p ; sh:qualifiedValueShape :t ; sh:qualifiedMinCount 1 ] . "
     ":t sh:property [ sh:path :q ; sh:minCount 1 ] .",
     LN_FAR_SHAPE},
    {":s sh:or ( :t [ sh:not :u ] ) . :t sh:minLength 1 . :u sh:xone ( :t ) .", LN_FAR_NOT},
    {":s sh:or ( :t [ sh:not :u ] ) . :t sh:minLength 1 . :u sh:and ( :v ) . "
     ":v sh:property [ sh:path ( :p :q ) ; sh:minCount 1 ] .",
     LN_FAR_SHAPE},
    {":s sh:node :t . :t sh:deactivated true ; sh:property [ sh:path ( :p :q ) ; sh:minCount 1 ] .",
     LN_FAR_NOT},
  };
  for (size_t i = 0U; i < sizeof(SAMPLES) / sizeof(SAMPLES[0]); ++i) {
    check_far(&SAMPLES[i]);
  }
}

static void
circles(void)
{
  shapes_sample  s;
  ln_shape_reach reaches[MOST];
  CU_ASSERT_EQUAL_FATAL(
    shapes_run(&s, ":s sh:targetClass :C ; sh:property [ sh:path :p ; sh:node :s ] .", ""), LN_OK);
  ln_shape_reaches(&s.shapes, reaches);
  CU_ASSERT_NOT_EQUAL(ln_shape_far(&s.shapes, reaches, number_of(&s, "s")), LN_FAR_NOT);
  shapes_clear(&s);
}

/* Near shapes ask for nothing, far ones also for what the shapes they ask for look at. */
static void
predicates(void)
{
  shapes_sample  s;
  ln_shape_reach reaches[MOST];
  uint32_t       found[MOST];
  size_t         n = 0U;
  CU_ASSERT_EQUAL_FATAL(
    shapes_run(&s,
               ":near sh:targetClass :C ; sh:property [ sh:path :a ; sh:minCount 1 ] . "
               ":far sh:targetObjectsOf :b ; sh:node :t ; sh:equals :c . "
               ":t sh:or ( [ sh:path [ sh:inversePath :d ] ; sh:minCount 1 ] ) .",
               ""),
    LN_OK);
  ln_shape_reaches(&s.shapes, reaches);
  CU_ASSERT_FATAL(ln_shape_far_predicates(&s.shapes, reaches, found, &n));
  ln_text names = {0};
  for (size_t i = 0U; i < n; ++i) {
    const ln_view word = shapes_word(&s, found[i]);
    CU_ASSERT_EQUAL(ln_text_format(&names, "%.*s ", (int)word.n, word.s), LN_OK);
  }
  CU_ASSERT_EQUAL(n, 5U);
  CHECK_VIEW(ln_text_view(&names), "type subClassOf b c d ");
  ln_text_clear(&names);
  shapes_clear(&s);
  CU_ASSERT_EQUAL_FATAL(shapes_run(&s, ":far sh:targetNode :x ; sh:closed true .", ""), LN_OK);
  ln_shape_reaches(&s.shapes, reaches);
  CU_ASSERT_FALSE(ln_shape_far_predicates(&s.shapes, reaches, found, &n));
  shapes_clear(&s);
}

/* Near and far together are all. */
static void
parts(void)
{
  shapes_sample  s;
  ln_shape_reach reaches[MOST];
  CU_ASSERT_EQUAL_FATAL(shapes_run(&s,
                                   ":near sh:targetSubjectsOf :p ; sh:in () . "
                                   ":far sh:targetObjectsOf :p ; sh:in () .",
                                   ":x :p 1 , 2 ."),
                        LN_OK);
  CU_ASSERT_EQUAL(s.results.n, 3U);
  ln_shape_reaches(&s.shapes, reaches);
  ln_shape_check check = {.shapes  = &s.shapes,
                          .terms   = s.terms,
                          .data    = s.data,
                          .log     = s.log,
                          .part    = LN_SHAPES_NEAR,
                          .reaches = reaches};
  ln_results_clear(&s.results);
  CU_ASSERT_EQUAL(ln_validate(&check, &s.results), LN_OK);
  CU_ASSERT_EQUAL(s.results.n, 1U);
  check.part = LN_SHAPES_FAR;
  CU_ASSERT_EQUAL(ln_validate(&check, &s.results), LN_OK);
  CU_ASSERT_EQUAL(s.results.n, 3U);
  shapes_clear(&s);
}

static const unit_test TESTS[] = {{"components", components},
                                  {"paths", paths},
                                  {"shapes of shapes", shapes_of_shapes},
                                  {"circles", circles},
                                  {"predicates", predicates},
                                  {"parts", parts}};

UNIT_MAIN("check/shape_reach", TESTS)
