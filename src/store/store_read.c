/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Reading from a store: how many triples a graph has, and which. Counting is for the store where it
   answers queries; else all of it is read, and lines are counted (N-Triples has a triple a line).
   An answer that is not of the kind asked for is no answer: there are servers that send a page of
   HTML with status 200. */

#include "rdf/iri.h"
#include "store/store_inner.h"

#include <jansson.h>

bool
ln_store_can_read(const ln_store* const store)
{
  return store->url.n > 0U || store->settings.endpoint->query;
}

/* Send a query in the form that all stores take (SPARQL 1.1 Protocol, section 2.1.2). */
static ln_status
ask(ln_store* const store, const ln_view query, ln_http_request* const request)
{
  static const char* const COUNTED[] = {"Content-Type: application/x-www-form-urlencoded",
                                        "Accept: application/sparql-results+json"};
  static const char* const READ[]    = {"Content-Type: application/x-www-form-urlencoded",
                                        "Accept: application/n-triples"};
  ln_text_reset(&store->body);
  LN_TRY(ln_text_add(&store->body, LN_V("query=")));
  LN_TRY(ln_iri_encode(query, &store->body));
  *request = (ln_http_request){.method    = "POST",
                               .url       = store->settings.endpoint->query,
                               .headers   = request->take ? READ : COUNTED,
                               .n_headers = 2U,
                               .body      = ln_text_view(&store->body),
                               .take      = request->take,
                               .self      = request->self};
  return LN_OK;
}

/* The number in the only row of a result (SPARQL 1.1 Query Results JSON Format, section 3.2). */
static bool
parse_count(const ln_view bytes, uint64_t* const n)
{
  json_t* const       root  = json_loadb(bytes.s, bytes.n, JSON_REJECT_DUPLICATES, NULL);
  const json_t* const rows  = json_object_get(json_object_get(root, "results"), "bindings");
  const json_t* const cell  = json_object_get(json_array_get(rows, 0U), "n");
  const char* const   value = json_string_value(json_object_get(cell, "value"));
  bool                whole = value && *value && json_array_size(rows) == 1U;
  *n                        = 0U;
  for (const char* digit = value; whole && *digit; ++digit) {
    whole = *digit >= '0' && *digit <= '9' && *n < UINT64_MAX / 10U - 1U;
    *n    = whole ? *n * 10U + (uint64_t)(*digit - '0') : *n;
  }
  json_decref(root);
  return whole;
}

ln_status
ln_store_count_where(ln_store* const        store,
                     const ln_view          pattern,
                     uint64_t* const        n,
                     ln_store_result* const result)
{
  ln_http_request request = {.take = NULL};
  ln_text         query   = {0};
  ln_status       st      = ln_text_add(&query, LN_V("SELECT (COUNT(*) AS ?n) WHERE { "));
  st                      = st == LN_OK ? ln_text_add(&query, pattern) : st;
  st                      = st == LN_OK ? ln_text_add(&query, LN_V("}")) : st;
  st                      = st == LN_OK ? ask(store, ln_text_view(&query), &request) : st;
  ln_text_clear(&query);
  LN_TRY(st);
  LN_TRY(ln_store_finish(store, &request, LN_REPEAT_HARMLESS, result));
  if (result->end == LN_STORE_DONE && !parse_count(ln_text_view(&store->answer.body), n)) {
    result->end = LN_STORE_FAILED;
    ln_text_reset(&result->said);
    return ln_text_add(&result->said, LN_V("what came is no result of a query in JSON"));
  }
  return LN_OK;
}

static ln_status
count_by_query(ln_store* const store, uint64_t* const n, ln_store_result* const result)
{
  ln_text   pattern = {0};
  ln_status st      = ln_store_add_graph(store, LN_V("?s ?p ?o "), &pattern);
  st = st == LN_OK ? ln_store_count_where(store, ln_text_view(&pattern), n, result) : st;
  ln_text_clear(&pattern);
  return st;
}

typedef struct {
  const ln_http_answer* answer;
  ln_status (*take)(void* self, ln_view bytes);
  void* self;
  bool  other; ///< it is no N-Triples
} fetching;

/* Some servers still give N-Triples the name it had before 2014. */
static ln_status
take_triples(void* const self, const ln_view bytes)
{
  fetching* const f    = self;
  const ln_view   type = ln_text_view(&f->answer->type);
  if (!ln_view_starts(type, LN_V("application/n-triples")) &&
      !ln_view_starts(type, LN_V("text/plain"))) {
    f->other = true;
    return LN_IO;
  }
  return f->take(f->self, bytes);
}

/* The request for all triples. */
static ln_status
prepare_fetch(ln_store* const store, fetching* const f, ln_http_request* const request)
{
  static const char* const HEADERS[] = {"Accept: application/n-triples"};
  *request                           = (ln_http_request){.method    = "GET",
                                                         .url       = store->url.s,
                                                         .headers   = HEADERS,
                                                         .n_headers = 1U,
                                                         .take      = take_triples,
                                                         .self      = f};
  if (store->url.n > 0U) {
    return LN_OK;
  }
  ln_text   query = {0};
  ln_status st    = ln_text_add(&query, LN_V("CONSTRUCT { ?s ?p ?o } WHERE { "));
  st              = st == LN_OK ? ln_store_add_graph(store, LN_V("?s ?p ?o "), &query) : st;
  st              = st == LN_OK ? ln_text_add(&query, LN_V("}")) : st;
  st              = st == LN_OK ? ask(store, ln_text_view(&query), request) : st;
  ln_text_clear(&query);
  return st;
}

/* Once something was handed over, it cannot be taken back, so that is not repeated. */
ln_status
ln_store_fetch(ln_store* const store,
               ln_status (*const take)(void* self, ln_view bytes),
               void* const            self,
               ln_store_result* const result)
{
  fetching        f       = {.answer = &store->answer, .take = take, .self = self};
  ln_http_request request = {.take = take_triples, .self = &f};
  LN_TRY(prepare_fetch(store, &f, &request));
  LN_TRY(ln_store_finish(store, &request, LN_REPEAT_HARMFUL, result));
  if (result->status == 404 && store->url.n > 0U) {
    result->end = LN_STORE_DONE;
  }
  if (f.other) {
    result->end     = LN_STORE_FAILED;
    result->failure = LN_OK;
    ln_text_reset(&result->said);
    return ln_text_format(&result->said,
                          "N-Triples were asked for, and %s came",
                          store->answer.type.n > 0U ? store->answer.type.s : "something");
  }
  return LN_OK;
}

typedef struct {
  uint64_t n;
  bool     inside; ///< a line that is a triple
  bool     other;  ///< a line that is a comment
} line_count;

static ln_status
count_lines(void* const self, const ln_view bytes)
{
  line_count* const c = self;
  for (size_t i = 0U; i < bytes.n; ++i) {
    const char b = bytes.s[i];
    if (b == '\n' || b == '\r') {
      c->inside = false;
      c->other  = false;
    } else if (!c->inside && !c->other && b != ' ' && b != '\t') {
      c->inside = b != '#';
      c->other  = b == '#';
      c->n += c->inside ? 1U : 0U;
    }
  }
  return LN_OK;
}

ln_status
ln_store_count(ln_store* const store, uint64_t* const n, ln_store_result* const result)
{
  if (store->settings.endpoint->query) {
    return count_by_query(store, n, result);
  }
  for (unsigned tried = 0U;; ++tried) {
    line_count count = {.n = 0U};
    LN_TRY(ln_store_fetch(store, count_lines, &count, result));
    *n = count.n;
    if (result->end != LN_STORE_UNSURE || tried >= store->settings.retry.most) {
      return LN_OK;
    }
  }
}
