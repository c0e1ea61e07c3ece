/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A graph in a store. The members have names in one table here, from which options are filled,
   files read and lists printed, so that none is forgotten. */

#include "store/endpoint.h"

#include "rdf/iri.h"
#include "store/http.h"

enum { N_MEMBERS = 7, N_URLS = 3 };

/* The URLs first. */
static const char* const NAMES[N_MEMBERS] = {
  "graph-store", "update", "query", "graph", "kind", "login", "ca-file"};

const char*
ln_endpoint_member(const ln_endpoint* const  endpoint,
                   const size_t              i,
                   const char* const** const value)
{
  const char* const* const members[N_MEMBERS] = {&endpoint->graph_store,
                                                 &endpoint->update,
                                                 &endpoint->query,
                                                 &endpoint->graph,
                                                 &endpoint->kind,
                                                 &endpoint->login,
                                                 &endpoint->ca_file};
  if (i >= N_MEMBERS) {
    return NULL;
  }
  *value = members[i];
  return NAMES[i];
}

const char*
ln_endpoint_slot(ln_endpoint* const endpoint, const size_t i, const char*** const value)
{
  const char** const members[N_MEMBERS] = {&endpoint->graph_store,
                                           &endpoint->update,
                                           &endpoint->query,
                                           &endpoint->graph,
                                           &endpoint->kind,
                                           &endpoint->login,
                                           &endpoint->ca_file};
  if (i >= N_MEMBERS) {
    return NULL;
  }
  *value = members[i];
  return NAMES[i];
}

static ln_status
check_url(const char* const name, const char* const url, ln_text* const error)
{
  const char* problem = "";
  if (ln_http_check(ln_view_of(url), &problem)) {
    return LN_OK;
  }
  /* The URL itself is not shown: it may hold a password. */
  LN_TRY(ln_text_format(error, "the URL of --%s will not do: %s", name, problem));
  return LN_USAGE;
}

ln_status
ln_endpoint_check(const ln_endpoint* const endpoint, ln_text* const error)
{
  const char* problem = "";
  for (size_t i = 0U; i < N_URLS; ++i) {
    const char* const* value = NULL;
    const char* const  name  = ln_endpoint_member(endpoint, i, &value);
    LN_TRY(*value ? check_url(name, *value, error) : LN_OK);
  }
  if (endpoint->graph && !ln_iri_valid(ln_view_of(endpoint->graph), &problem)) {
    LN_TRY(ln_text_format(
      error, "--graph must be an absolute IRI such as https://example.org/graph: %s", problem));
    return LN_USAGE;
  }
  return LN_OK;
}

ln_status
ln_endpoint_graph_url(const ln_endpoint* const endpoint, ln_text* const out)
{
  const ln_view url  = ln_view_of(endpoint->graph_store);
  const bool    more = ln_view_find(url, '?') < url.n;
  LN_TRY(ln_text_add(out, url));
  LN_TRY(ln_text_add_byte(out, more ? '&' : '?'));
  if (!endpoint->graph) {
    return ln_text_add(out, LN_V("default"));
  }
  LN_TRY(ln_text_add(out, LN_V("graph=")));
  return ln_iri_encode(ln_view_of(endpoint->graph), out);
}
