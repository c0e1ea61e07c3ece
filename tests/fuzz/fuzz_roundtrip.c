/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A table to N-Triples, Turtle and JSON-LD, and back. The first byte of an input chooses the
   datatype of the third column, the rest is the table, without its header. What must hold: serd
   reads N-Triples and Turtle in strict mode, and both are the same triples; jansson reads the
   JSON-LD, whose literals are the same; the texts of the first two columns are the cells of the
   table, none lost, none more; and rows that go the general way, or that the second of two workers
   makes, or that are read byte by byte, are the same rows. */

#include "fuzz.h"
#include "triples.h"
#include "world.h"

#include "base/arena.h"
#include "base/in.h"
#include "base/memory.h"
#include "table/table.h"

#include <jansson.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static const char HEADER[] = "s,l,n,i,k\n";

static const char* const TYPES[] = {"string",
                                    "integer",
                                    "decimal",
                                    "double",
                                    "boolean",
                                    "date",
                                    "gYear",
                                    "anyURI",
                                    "token",
                                    "json",
                                    "duration",
                                    "edtf"};

enum { N_TYPES = sizeof(TYPES) / sizeof(TYPES[0]) };

/* The first %s is the datatype, the second what the property of the last column ends in: with an
   expression, no row goes the straight way. */
static const char MAPPING[] =
  "{\"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"t.csv\", \"tableSchema\": {"
  "\"aboutUrl\": \"http://e/r/{_row}\", \"columns\": ["
  "{\"name\": \"s\", \"propertyUrl\": \"http://e/s\"},"
  "{\"name\": \"l\", \"propertyUrl\": \"http://e/l\", \"lang\": \"de-AT\"},"
  "{\"name\": \"n\", \"propertyUrl\": \"http://e/n\", \"datatype\": \"%s\"},"
  "{\"name\": \"i\", \"propertyUrl\": \"http://e/i\", \"valueUrl\": \"{+i}\"},"
  "{\"name\": \"k\", \"propertyUrl\": \"http://e/p#%s\", \"aboutUrl\": \"k/{k}\"}]}}";

static void
lay(const unsigned choice, const ln_view table)
{
  char      mapping[2000];
  const int n = snprintf(
    mapping, sizeof(mapping), MAPPING, TYPES[choice % N_TYPES], choice < N_TYPES ? "" : "{k}");
  world_put("m.json", (ln_view){mapping, (size_t)n});
  world_put("t.csv", table);
}

/* The texts of the first two columns as triples; false if a row is not as the mapping has it. */
static bool
wanted(const ln_view bytes, ln_text* const out)
{
  ln_dialect    dialect;
  ln_in*        in    = NULL;
  ln_table*     table = NULL;
  const ln_row* row   = NULL;
  bool          good  = true;
  ln_dialect_default(&dialect);
  FUZZ_CHECK(ln_in_memory(bytes, &in) == LN_OK, "no memory");
  FUZZ_CHECK(ln_table_open(in, &dialect, NULL, 0U, 0U, &table) == LN_OK, "no memory");
  FUZZ_CHECK(ln_table_next(table, &row) == LN_OK, "no header");
  for (uint64_t number = 1U; ln_table_next(table, &row) == LN_OK; ++number) {
    good = good && !row->bad && row->n == 5U;
    for (size_t i = 0U; i < 2U && i < row->n; ++i) {
      const ln_cell* const cell = &row->cells[i];
      good                      = good && (cell->flags & LN_CELL_BAD) == 0U;
      if (cell->n > 0U) {
        FUZZ_CHECK(ln_text_format(out, "http://e/r/%" PRIu64 " %d ", number, (int)i) == LN_OK,
                   "no memory");
        fuzz_add(out, (ln_view){cell->s, cell->n});
        fuzz_add_byte(out, '\n');
      }
    }
  }
  FUZZ_CHECK(ln_table_close(table) == LN_OK, "cannot be closed");
  return good;
}

/* The same of what was read back. It stands in the order of the rows. */
static void
found(const triples* const t, ln_text* const out)
{
  for (size_t i = 0U; i < t->n; ++i) {
    const triple* const line = &t->v[i];
    const bool          s    = ln_view_equals(line->predicate, LN_V("http://e/s"));
    const bool          l    = ln_view_equals(line->predicate, LN_V("http://e/l"));
    if (s || l) {
      FUZZ_CHECK(line->literal && line->datatype.n == 0U, "no text");
      FUZZ_CHECK(ln_view_equals(line->lang, s ? LN_V("") : LN_V("de-at")),
                 "language %.*s",
                 (int)line->lang.n,
                 line->lang.s);
      fuzz_add(out, line->subject);
      fuzz_add(out, s ? LN_V(" 0 ") : LN_V(" 1 "));
      fuzz_add(out, line->object);
      fuzz_add_byte(out, '\n');
    }
  }
}

/* Texts, to be compared as sets. */
typedef struct {
  ln_view* v;
  size_t   n;
  size_t   cap;
  ln_arena arena; ///< of those that stand nowhere else
} texts;

static void
add_text(texts* const t, const ln_view text)
{
  if (t->n == t->cap) {
    t->cap           = t->cap * 2U + 64U;
    ln_view* const v = ln_realloc(t->v, t->cap, sizeof(ln_view));
    FUZZ_CHECK(v, "no memory for %zu texts", t->cap);
    t->v = v;
  }
  t->v[t->n++] = text;
}

static int
compare(const void* const x, const void* const y)
{
  const ln_view a     = *(const ln_view*)x;
  const ln_view b     = *(const ln_view*)y;
  const size_t  n     = a.n < b.n ? a.n : b.n;
  const int     order = n > 0U ? memcmp(a.s, b.s, n) : 0;
  return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

/* All of them in one order, without repetitions. */
static void
join(texts* const t, ln_text* const out)
{
  if (t->n > 1U) {
    qsort(t->v, t->n, sizeof(ln_view), compare);
  }
  for (size_t i = 0U; i < t->n; ++i) {
    if (i == 0U || compare(&t->v[i], &t->v[i - 1U]) != 0) {
      fuzz_add(out, t->v[i]);
      fuzz_add_byte(out, '\n');
    }
  }
  ln_free(t->v);
  ln_arena_clear(&t->arena);
}

static void
add_member(texts* const t, const json_t* const item)
{
  const json_t* const value = json_is_object(item) ? json_object_get(item, "@value") : item;
  if (!value) {
    FUZZ_CHECK(json_is_string(json_object_get(item, "@id")), "neither a text nor a node");
    return;
  }
  if (json_is_boolean(value)) {
    add_text(t, json_is_true(value) ? LN_V("true") : LN_V("false"));
  } else if (json_is_integer(value)) {
    char      digits[32];
    const int n =
      snprintf(digits, sizeof(digits), "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    add_text(t, ln_arena_copy(&t->arena, (ln_view){digits, (size_t)n}));
  } else {
    FUZZ_CHECK(json_is_string(value), "a literal that is neither text, integer nor truth value");
    add_text(t, (ln_view){json_string_value(value), json_string_length(value)});
  }
}

/* The literals of node objects, which stand one after the other in @graph. */
static void
add_node(texts* const t, json_t* const node)
{
  const char* key   = NULL;
  json_t*     value = NULL;
  json_object_foreach(node, key, value)
  {
    const size_t n = json_is_array(value) ? json_array_size(value) : 1U;
    FUZZ_CHECK(n > 0U, "%s has no values", key);
    for (size_t i = 0U; key[0] != '@' && i < n; ++i) {
      add_member(t, json_is_array(value) ? json_array_get(value, i) : value);
    }
  }
}

static void
check_jsonld(const ln_view jsonld, const triples* const t)
{
  json_error_t  error = {0};
  json_t* const root  = json_loadb(jsonld.s, jsonld.n, JSON_REJECT_DUPLICATES, &error);
  texts         got   = {0};
  texts         want  = {0};
  ln_text       a     = {0};
  ln_text       b     = {0};
  FUZZ_CHECK(root, "jansson, line %d: %s", error.line, error.text);
  const json_t* const graph = json_object_get(root, "@graph");
  FUZZ_CHECK(json_is_array(graph), "no @graph");
  for (size_t i = 0U; i < json_array_size(graph); ++i) {
    add_node(&got, json_array_get(graph, i));
  }
  for (size_t i = 0U; i < t->n; ++i) {
    if (t->v[i].literal) {
      add_text(&want, t->v[i].object);
    }
  }
  join(&got, &a);
  join(&want, &b);
  FUZZ_SAME("literals of the JSON-LD", ln_text_view(&a), ln_text_view(&b));
  ln_text_clear(&a);
  ln_text_clear(&b);
  json_decref(root);
}

static void
check_cells(const ln_view table, const triples* const t)
{
  ln_text want = {0};
  ln_text got  = {0};
  if (wanted(table, &want)) {
    found(t, &got);
    FUZZ_SAME("cells", ln_text_view(&got), ln_text_view(&want));
  }
  ln_text_clear(&want);
  ln_text_clear(&got);
}

static void
check_turtle(const ln_view turtle, triples* const t)
{
  triples other = {0};
  ln_text a     = {0};
  ln_text b     = {0};
  triples_read(TRIPLES_TURTLE, turtle, &other);
  triples_sort(&other, &a);
  triples_sort(t, &b);
  FUZZ_SAME("triples of the Turtle", ln_text_view(&a), ln_text_view(&b));
  ln_text_clear(&a);
  ln_text_clear(&b);
  triples_clear(&other);
}

int
LLVMFuzzerTestOneInput(const uint8_t* const data, const size_t size)
{
  static const world_job jobs[] = {
    {.input = "m.json", .to = "ntriples", .block = 1U << 16U},
    {.input = "m.json", .to = "turtle", .block = 16U, .threads = 2U},
    {.input = "m.json", .to = "jsonld", .block = 1U},
    {.input = "m.json", .to = "ntriples", .block = 1U << 16U, .general = true},
  };
  ln_text        table   = {0};
  ln_view        rows    = {(const char*)data, size};
  world_run      runs[4] = {0};
  triples        t       = {0};
  const unsigned choice  = fuzz_byte(&rows) % 'a';
  fuzz_add(&table, ln_view_of(HEADER));
  fuzz_add(&table, rows);
  lay(choice, ln_text_view(&table));
  for (size_t i = 0U; i < 4U; ++i) {
    world_export(&jobs[i], &runs[i]);
    FUZZ_CHECK(runs[i].status == LN_OK, "%s: status %d", jobs[i].to, (int)runs[i].status);
    FUZZ_SAME("findings", ln_text_view(&runs[i].findings), ln_text_view(&runs[0].findings));
  }
  triples_read(TRIPLES_NTRIPLES, ln_text_view(&runs[0].output), &t);
  check_cells(ln_text_view(&table), &t);
  check_turtle(ln_text_view(&runs[1].output), &t);
  check_jsonld(ln_text_view(&runs[2].output), &t);
  FUZZ_SAME("the general way", ln_text_view(&runs[3].output), ln_text_view(&runs[0].output));
  triples_clear(&t);
  ln_text_clear(&table);
  for (size_t i = 0U; i < 4U; ++i) {
    world_clear(&runs[i]);
  }
  return 0;
}
