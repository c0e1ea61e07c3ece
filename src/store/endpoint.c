/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A graph in a store. The members have names in one table here, from which options are filled,
   files read and lists printed, so that none is forgotten. */

#include "store/endpoint.h"

#include "rdf/iri.h"
#include "store/http.h"

#include <stddef.h>

typedef struct {
  const char* name;
  size_t      offset;
  bool        url;
} member;

static const member MEMBERS[] = {
  {"graph-store", offsetof(ln_endpoint, graph_store), true},
  {"update", offsetof(ln_endpoint, update), true},
  {"query", offsetof(ln_endpoint, query), true},
  {"graph", offsetof(ln_endpoint, graph), false},
  {"kind", offsetof(ln_endpoint, kind), false},
  {"login", offsetof(ln_endpoint, login), false},
  {"ca-file", offsetof(ln_endpoint, ca_file), false},
};

enum { N_MEMBERS = sizeof(MEMBERS) / sizeof(MEMBERS[0]) };

const char*
ln_endpoint_member(const ln_endpoint* const  endpoint,
                   const size_t              i,
                   const char* const** const value)
{
  if (i >= N_MEMBERS) {
    return NULL;
  }
  *value = (const char* const*)(const void*)((const char*)endpoint + MEMBERS[i].offset);
  return MEMBERS[i].name;
}

const char*
ln_endpoint_slot(ln_endpoint* const endpoint, const size_t i, const char*** const value)
{
  if (i >= N_MEMBERS) {
    return NULL;
  }
  *value = (const char**)(void*)((char*)endpoint + MEMBERS[i].offset);
  return MEMBERS[i].name;
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
  for (size_t i = 0U; i < N_MEMBERS; ++i) {
    const char* const* value = NULL;
    const char* const  name  = ln_endpoint_member(endpoint, i, &value);
    LN_TRY(MEMBERS[i].url && *value ? check_url(name, *value, error) : LN_OK);
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
