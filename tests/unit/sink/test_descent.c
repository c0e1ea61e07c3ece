/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Behind each description the row that it comes from, as pairs, as stamps, and through workers. */

#include "sink_unit.h"

#include "base/wide.h"
#include "sink/descent.h"
#include "sink/writers.h"

#define PROV "http://www.w3.org/ns/prov#wasDerivedFrom"
#define ROW(subject, number)                                                                       \
  "<https://example.org/person/" subject "> <" PROV "> <http://e/t.csv#row=" number "> .\n"
#define AGE(subject, age)                                                                          \
  "<https://example.org/person/" subject "> <https://example.org/age> \"" age "\" .\n"

typedef struct {
  ln_names*       names;
  uint16_t        person;
  uint16_t        age;
  uint16_t        stems[3]; ///< source 2 has rows
  uint32_t        leads[3];
  uint32_t        age_lead;
  ln_descent_plan plan;
} ground;

static void
ground_new(ground* const g)
{
  *g = (ground){.names = ln_names_new()};
  CU_ASSERT_PTR_NOT_NULL_FATAL(g->names);
  CU_ASSERT_EQUAL(ln_names_iri_stem(g->names, LN_V("https://example.org/person/"), &g->person),
                  LN_OK);
  CU_ASSERT_EQUAL(ln_names_iri_stem(g->names, LN_V("http://e/t.csv#row="), &g->stems[2]), LN_OK);
  g->age            = sample_predicate(g->names, "https://example.org/age");
  g->plan.predicate = sample_predicate(g->names, PROV);
  CU_ASSERT_EQUAL(ln_names_lead(g->names, g->plan.predicate, g->stems[2], &g->leads[2]), LN_OK);
  CU_ASSERT_EQUAL(ln_names_lead(g->names, g->age, LN_STEM_STRING, &g->age_lead), LN_OK);
  CU_ASSERT_EQUAL(ln_names_seal(g->names), LN_OK);
  g->plan.stems = g->stems;
  g->plan.leads = g->leads;
  g->plan.n     = 3U;
}

static ln_desc
about(const ground* const g, const char* const who, const ln_pair* const pair, const ln_where where)
{
  ln_desc desc = desc_of(clean_of(LN_IRI, g->person, who), pair, 1U);
  desc.where   = where;
  return desc;
}

static void
descriptions(void)
{
  ground g;
  ground_new(&g);
  const ln_pair age     = pair_of(g.age, string_of("3"));
  const ln_desc descs[] = {about(&g, "ada", &age, (ln_where){2U, 0U, 7U}),
                           about(&g, "bob", &age, (ln_where){2U, 0U, 18446744073709551615U}),
                           about(&g, "ada", &age, (ln_where){1U, 0U, 8U}),
                           about(&g, "ada", &age, (ln_where){9U, 0U, 8U}),
                           about(&g, "ada", &age, (ln_where){2U, 0U, 0U})};
  for (size_t size = 0U; size < 3U; ++size) {
    ln_out* const out    = memory_out();
    ln_sink       writer = {NULL, NULL};
    ln_sink       sink   = {NULL, NULL};
    CU_ASSERT_EQUAL(ln_ntriples_new(g.names, out, false, &writer), LN_OK);
    CU_ASSERT_EQUAL(ln_descent_new(&g.plan, writer, &sink), LN_OK);
    write_chunks(sink, descs, 5U, size);
    CHECK_VIEW(ln_out_bytes(out),
               AGE("ada", "3") ROW("ada", "7") AGE("bob", "3") ROW("bob", "18446744073709551615")
                 AGE("ada", "3") AGE("ada", "3") AGE("ada", "3"));
    ln_sink_free(writer);
    CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  }
  ln_names_free(g.names);
}

/* One subject in two descriptions of a row is told of once; without pairs nothing is said. */
static void
once_a_row(void)
{
  ground g;
  ground_new(&g);
  ln_out* const out    = memory_out();
  ln_sink       writer = {NULL, NULL};
  ln_sink       sink   = {NULL, NULL};
  const ln_pair age    = pair_of(g.age, string_of("3"));
  ln_desc       desc   = about(&g, "ada", &age, (ln_where){2U, 0U, 7U});
  CU_ASSERT_EQUAL(ln_ntriples_new(g.names, out, false, &writer), LN_OK);
  CU_ASSERT_EQUAL(ln_descent_new(&g.plan, writer, &sink), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  desc.where.row = 8U;
  desc.n_pairs   = 0U;
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_OK);
  CHECK_VIEW(ln_out_bytes(out), AGE("ada", "3") ROW("ada", "7") AGE("ada", "3"));
  ln_sink_free(sink);
  ln_sink_free(writer);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(g.names);
}

/* Of a source as a whole there is no number. */
static void
whole(void)
{
  ground g;
  ground_new(&g);
  ln_out* const out    = memory_out();
  ln_sink       writer = {NULL, NULL};
  ln_sink       sink   = {NULL, NULL};
  const ln_pair age    = pair_of(g.age, string_of("3"));
  const ln_desc desc   = about(&g, "ada", &age, (ln_where){2U, 0U, 7U});
  g.plan.whole         = true;
  CU_ASSERT_EQUAL(ln_ntriples_new(g.names, out, false, &writer), LN_OK);
  CU_ASSERT_EQUAL(ln_descent_new(&g.plan, writer, &sink), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_OK);
  CHECK_VIEW(ln_out_bytes(out), AGE("ada", "3") ROW("ada", ""));
  ln_sink_free(sink);
  ln_sink_free(writer);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(g.names);
}

/* A stamp that the next sink takes has a stamp behind it; one that it does not take is described.
 */
static void
stamps(void)
{
  static const char ada[4U + LN_SLACK] = "ada";
  ground            g;
  ground_new(&g);
  ln_out* const      out    = memory_out();
  ln_sink            writer = {NULL, NULL};
  ln_sink            sink   = {NULL, NULL};
  size_t             n      = 0U;
  char               room[2U + LN_SLACK];
  const ln_slot_text text    = {.s = room, .n = 1U, .flags = LN_CLEAN, .there = true};
  const ln_slot_text none    = {.s = room, .n = 0U};
  ln_slot            slot    = {.pair = pair_of(g.age, string_of("")), .kind = LN_SLOT_TEXT};
  const ln_stencil   stencil = {
      .subject = clean_of(LN_IRI, g.person, ""), .slots = &slot, .n = 1U, .uses = 1U};
  ln_stamp stamp = {.stencil = &stencil,
                    .subject = clean_of(LN_IRI, g.person, ada),
                    .texts   = &text,
                    .n_bytes = 1U,
                    .where   = {2U, 0U, 41U}};
  memset(room, '5', sizeof(room));
  slot.pair.flags = g.age_lead | (uint32_t)LN_PAIR_SLACK;
  CU_ASSERT_EQUAL(ln_ntriples_new(g.names, out, false, &writer), LN_OK);
  CU_ASSERT_EQUAL(ln_descent_new(&g.plan, writer, &sink), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_stamp(sink, &stamp, &n), LN_OK);
  CU_ASSERT_EQUAL(n, 1U);
  stamp.texts     = &none;
  stamp.where.row = 42U;
  CU_ASSERT_EQUAL(ln_sink_stamp(sink, &stamp, &n), LN_OK);
  CU_ASSERT_EQUAL(n, 0U);
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_OK);
  CHECK_VIEW(ln_out_bytes(out), AGE("ada", "5") ROW("ada", "41"));
  ln_sink_free(sink);
  ln_sink_free(writer);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(g.names);
}

static ln_status
make(const ground* const g, const ln_sink writer, ln_sink* const sink, ln_sink* const worker)
{
  LN_TRY(ln_descent_new(&g->plan, writer, sink));
  return sink->ops->fork(sink->self, worker);
}

static void
start_over(ln_sink* const sink, ln_sink* const worker)
{
  ln_sink_free(*worker);
  ln_sink_free(*sink);
  *worker = (ln_sink){NULL, NULL};
  *sink   = (ln_sink){NULL, NULL};
}

static void
no_memory(void)
{
  ground g;
  ground_new(&g);
  ln_out* const out    = memory_out();
  ln_sink       writer = {NULL, NULL};
  ln_sink       sink   = {NULL, NULL};
  ln_sink       worker = {NULL, NULL};
  CU_ASSERT_EQUAL(ln_ntriples_new(g.names, out, false, &writer), LN_OK);
  CHECK_ALLOC_FAILURES(make(&g, writer, &sink, &worker), start_over(&sink, &worker));
  ln_sink_free(writer);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(g.names);
}

static const unit_test TESTS[] = {{"descriptions", descriptions},
                                  {"once a row", once_a_row},
                                  {"whole", whole},
                                  {"stamps", stamps},
                                  {"no memory", no_memory}};

UNIT_MAIN("sink/descent", TESTS)
