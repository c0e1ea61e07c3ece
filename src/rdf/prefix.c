/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The prefixes that every CSVW document may use without declaring them: those of the RDFa initial
   context, which the context at http://www.w3.org/ns/csvw lists. And what else stands in front of a
   colon: the schemes of IRIs, so that a slip of a prefix can be told from an address. */

#include "rdf/prefix.h"

static const char* const known[][2] = {
  {"as", "https://www.w3.org/ns/activitystreams#"},
  {"bibo", "http://purl.org/ontology/bibo/"},
  {"cat", "http://www.w3.org/ns/dcat#"},
  {"cc", "http://creativecommons.org/ns#"},
  {"cnt", "http://www.w3.org/2008/content#"},
  {"csvw", "http://www.w3.org/ns/csvw#"},
  {"ctag", "http://commontag.org/ns#"},
  {"dc", "http://purl.org/dc/terms/"},
  {"dc11", "http://purl.org/dc/elements/1.1/"},
  {"dcat", "http://www.w3.org/ns/dcat#"},
  {"dcterms", "http://purl.org/dc/terms/"},
  {"dctypes", "http://purl.org/dc/dcmitype/"},
  {"earl", "http://www.w3.org/ns/earl#"},
  {"foaf", "http://xmlns.com/foaf/0.1/"},
  {"gldp", "http://www.w3.org/ns/people#"},
  {"gr", "http://purl.org/goodrelations/v1#"},
  {"grddl", "http://www.w3.org/2003/g/data-view#"},
  {"ht", "http://www.w3.org/2011/http#"},
  {"ical", "http://www.w3.org/2002/12/cal/icaltzd#"},
  {"ma", "http://www.w3.org/ns/ma-ont#"},
  {"oa", "http://www.w3.org/ns/oa#"},
  {"og", "http://ogp.me/ns#"},
  {"org", "http://www.w3.org/ns/org#"},
  {"owl", "http://www.w3.org/2002/07/owl#"},
  {"prov", "http://www.w3.org/ns/prov#"},
  {"ptr", "http://www.w3.org/2009/pointers#"},
  {"qb", "http://purl.org/linked-data/cube#"},
  {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
  {"rdfa", "http://www.w3.org/ns/rdfa#"},
  {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
  {"rev", "http://purl.org/stuff/rev#"},
  {"rif", "http://www.w3.org/2007/rif#"},
  {"rr", "http://www.w3.org/ns/r2rml#"},
  {"schema", "http://schema.org/"},
  {"sd", "http://www.w3.org/ns/sparql-service-description#"},
  {"sioc", "http://rdfs.org/sioc/ns#"},
  {"skos", "http://www.w3.org/2004/02/skos/core#"},
  {"skosxl", "http://www.w3.org/2008/05/skos-xl#"},
  {"time", "http://www.w3.org/2006/time#"},
  {"v", "http://rdf.data-vocabulary.org/#"},
  {"vcard", "http://www.w3.org/2006/vcard/ns#"},
  {"void", "http://rdfs.org/ns/void#"},
  {"wdr", "http://www.w3.org/2007/05/powder#"},
  {"wdrs", "http://www.w3.org/2007/05/powder-s#"},
  {"xhv", "http://www.w3.org/1999/xhtml/vocab#"},
  {"xml", "http://www.w3.org/XML/1998/namespace"},
  {"xsd", "http://www.w3.org/2001/XMLSchema#"},
};

static const char* const schemes[] = {
  "about",   "acct",   "ark",  "cid", "data",   "dav",    "did",   "dns",    "doi",
  "example", "file",   "ftp",  "geo", "gopher", "hdl",    "http",  "https",  "imap",
  "info",    "ipfs",   "ipns", "irc", "isbn",   "jabber", "ldap",  "magnet", "mailto",
  "mid",     "news",   "nfs",  "ni",  "nih",    "oid",    "orcid", "pop",    "pres",
  "rsync",   "rtsp",   "sftp", "sip", "sips",   "sms",    "ssh",   "swh",    "tag",
  "tel",     "telnet", "tftp", "urn", "uuid",   "wais",   "ws",    "wss",    "xmpp"};

ln_view
ln_prefix_at(const size_t i)
{
  return i < sizeof(known) / sizeof(known[0]) ? ln_view_of(known[i][0]) : LN_V("");
}

static bool
same_word(const ln_view a, const ln_view small)
{
  size_t i = 0U;
  while (a.n == small.n && i < a.n && (char)(a.s[i] | 0x20) == small.s[i]) {
    ++i;
  }
  return a.n == small.n && i == a.n;
}

bool
ln_scheme_known(const ln_view scheme)
{
  for (size_t i = 0U; i < sizeof(schemes) / sizeof(schemes[0]); ++i) {
    if (same_word(scheme, ln_view_of(schemes[i]))) {
      return true;
    }
  }
  return false;
}

ln_status
ln_prefix_expand(const ln_view name, ln_text* const out)
{
  const size_t  colon  = ln_view_find(name, ':');
  const ln_view prefix = ln_view_first(name, colon);
  if (colon == name.n || ln_view_starts(ln_view_from(name, colon), LN_V("://"))) {
    return LN_OK;
  }
  for (size_t i = 0U; i < sizeof(known) / sizeof(known[0]); ++i) {
    if (ln_view_equals(prefix, ln_view_of(known[i][0]))) {
      LN_TRY(ln_text_add(out, ln_view_of(known[i][1])));
      return ln_text_add(out, ln_view_from(name, colon + 1U));
    }
  }
  return LN_OK;
}
