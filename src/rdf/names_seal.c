/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Sealing: everything constant of a plan becomes text, once. First the list of prefixes is made
   complete (declared, known to everybody, derived from stems); then stems and predicates are
   rendered and mark the prefixes they use; then the used ones are sorted by name. The order of
   declaration decides ties and nothing else does, so the same plan always gives the same bytes.
   All text lies in the arena of the names. */

#include "rdf/names.h"

#include "base/arena.h"
#include "rdf/names_inner.h"

#include <stdlib.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

const ln_prefix LN_KNOWN_PREFIXES[LN_N_KNOWN_PREFIXES] = {
  {{"csvw", 4U}, {"http://www.w3.org/ns/csvw#", 26U}},
  {{"dcterms", 7U}, {"http://purl.org/dc/terms/", 25U}},
  {{"edtf", 4U}, {"http://id.loc.gov/datatypes/edtf/", 33U}},
  {{"foaf", 4U}, {"http://xmlns.com/foaf/0.1/", 26U}},
  {{"owl", 3U}, {"http://www.w3.org/2002/07/owl#", 30U}},
  {{"prov", 4U}, {"http://www.w3.org/ns/prov#", 26U}},
  {{"rdf", 3U}, {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", 43U}},
  {{"rdfs", 4U}, {"http://www.w3.org/2000/01/rdf-schema#", 37U}},
  {{"schema", 6U}, {"http://schema.org/", 18U}},
  {{"skos", 4U}, {"http://www.w3.org/2004/02/skos/core#", 36U}},
  {{"xsd", 3U}, {XSD, sizeof(XSD) - 1U}},
};

static bool
is_alpha(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

/** [A-Za-z_][A-Za-z0-9_-]*: locals of predicates and datatypes, as people write them. */
static bool
is_plain_local(const ln_view local)
{
  return ln_names_is_word(local) && !is_digit(local.s[0]);
}

static bool
is_nothing(const ln_view local)
{
  return local.n == 0U;
}

static bool
has_name(const ln_names* const names, const ln_view name)
{
  for (size_t i = 0U; i < names->n_entries; ++i) {
    if (ln_view_equals(names->entries[i].prefix.name, name)) {
      return true;
    }
  }
  return false;
}

static ln_status
add_known(ln_names* const names)
{
  for (size_t i = 0U; i < LN_N_KNOWN_PREFIXES; ++i) {
    const ln_prefix* const known = &LN_KNOWN_PREFIXES[i];
    if (!ln_names_longest(names, known->iri, is_nothing)) {
      LN_TRY(ln_names_add_prefix(names, known->name, known->iri));
    }
  }
  return LN_OK;
}

/** The last path segment if it can be a prefix name, else `ns`. */
static ln_view
derived_name(const ln_view iri)
{
  const size_t end   = iri.n - 1U;
  size_t       begin = end;
  bool         good  = true;
  while (begin > 0U && iri.s[begin - 1U] != '/' && iri.s[begin - 1U] != '#' &&
         iri.s[begin - 1U] != ':') {
    --begin;
    good = good && (is_alpha(iri.s[begin]) || is_digit(iri.s[begin]) || iri.s[begin] == '-');
  }
  return good && begin < end && is_alpha(iri.s[begin]) ? (ln_view){iri.s + begin, end - begin}
                                                       : LN_V("ns");
}

/** Give a stem that is a name space of its own a prefix. */
static ln_status
derive_prefix(ln_names* const names, const ln_view iri)
{
  const char last = iri.s[iri.n - 1U];
  if ((last != '/' && last != '#' && last != ':') || ln_names_longest(names, iri, is_nothing)) {
    return LN_OK;
  }
  const ln_view name = derived_name(iri);
  ln_text_reset(&names->scratch);
  LN_TRY(ln_text_add(&names->scratch, name));
  for (unsigned i = 2U; has_name(names, ln_text_view(&names->scratch)); ++i) {
    ln_text_reset(&names->scratch);
    LN_TRY(ln_text_add(&names->scratch, name));
    LN_TRY(ln_text_format(&names->scratch, "%u", i));
  }
  return ln_names_add_prefix(names, ln_text_view(&names->scratch), iri);
}

static ln_status
derive_prefixes(ln_names* const names)
{
  for (size_t i = 0U; i < names->n_stems; ++i) {
    const ln_stem* const stem = &names->stems[i];
    if (stem->kind == LN_IRI && stem->iri.n > 0U) {
      LN_TRY(derive_prefix(names, stem->iri));
    }
  }
  return LN_OK;
}

/** Append the bytes of an IRI; what an IRIREF cannot hold becomes an escape, so that what is
   written always parses. */
static ln_status
add_iri(ln_text* const out, const ln_view iri)
{
  for (size_t i = 0U; i < iri.n; ++i) {
    const char c   = iri.s[i];
    const bool bad = (unsigned char)c <= 0x20U || strchr("<>\"{}|^`\\", c) != NULL;
    LN_TRY(bad ? ln_text_format(out, "\\u%04X", (unsigned)(unsigned char)c)
               : ln_text_add_byte(out, c));
  }
  return LN_OK;
}

/** Append `prefix:rest`, marking the prefix used; false in `*done` if none covers the IRI. */
static ln_status
add_prefixed(ln_names* const     names,
             const ln_view       iri,
             const ln_local_test is_local,
             ln_text* const      out,
             bool* const         done)
{
  const ln_prefix_entry* const found = ln_names_longest(names, iri, is_local);
  *done                              = found != NULL;
  if (!found) {
    return LN_OK;
  }
  names->entries[found - names->entries].used = true;
  LN_TRY(ln_text_add(out, found->prefix.name));
  LN_TRY(ln_text_add_byte(out, ':'));
  return ln_text_add(out, ln_view_from(iri, found->prefix.iri.n));
}

/** Move what scratch holds into the arena. */
static ln_status
keep(ln_names* const names, ln_view* const kept)
{
  *kept = ln_arena_copy(&names->arena, ln_text_view(&names->scratch));
  ln_text_reset(&names->scratch);
  return kept->s ? LN_OK : LN_NO_MEM;
}

static ln_status
render_iri_stem(ln_names* const names, ln_stem* const stem)
{
  ln_text* const text = &names->scratch;
  ln_text_reset(text);
  if (stem->iri.n > 0U && stem->iri.s[0] == '<') { // a triple that is a term
    stem->nt_open  = stem->iri;
    stem->nt_close = ln_view_equals(stem->iri, LN_V("<< ")) ? LN_V(" >>") : LN_V(" )>>");
    return LN_OK;
  }
  LN_TRY(ln_text_add_byte(text, '<'));
  LN_TRY(add_iri(text, stem->iri));
  LN_TRY(keep(names, &stem->nt_open));
  stem->nt_close = LN_V(">");
  if (stem->iri.n == 0U) {
    return LN_OK;
  }
  bool done = false;
  LN_TRY(add_prefixed(names, stem->iri, is_nothing, text, &done));
  if (!done) {
    LN_TRY(add_prefixed(names, stem->iri, ln_names_is_word, text, &done));
  }
  return keep(names, &stem->prefix);
}

static ln_bare
bare_of(const ln_view datatype)
{
  static const struct {
    ln_view iri;
    ln_bare bare;
  } BARE[] = {
    {{XSD "integer", sizeof(XSD "integer") - 1U}, LN_BARE_INTEGER},
    {{XSD "decimal", sizeof(XSD "decimal") - 1U}, LN_BARE_DECIMAL},
    {{XSD "double", sizeof(XSD "double") - 1U}, LN_BARE_DOUBLE},
    {{XSD "boolean", sizeof(XSD "boolean") - 1U}, LN_BARE_BOOLEAN},
  };
  for (size_t i = 0U; i < sizeof(BARE) / sizeof(BARE[0]); ++i) {
    if (ln_view_equals(datatype, BARE[i].iri)) {
      return BARE[i].bare;
    }
  }
  return LN_BARE_NEVER;
}

static ln_status
render_literal_stem(ln_names* const names, ln_stem* const stem)
{
  ln_text* const text = &names->scratch;
  ln_text_reset(text);
  stem->nt_open = LN_V("\"");
  LN_TRY(ln_text_add_byte(text, '"'));
  if (stem->lang.n > 0U) {
    LN_TRY(ln_text_add_byte(text, '@'));
    LN_TRY(ln_text_add(text, stem->lang));
  } else if (stem->iri.n > 0U) {
    LN_TRY(ln_text_add(text, LN_V("^^<")));
    LN_TRY(add_iri(text, stem->iri));
    LN_TRY(ln_text_add_byte(text, '>'));
  }
  LN_TRY(keep(names, &stem->nt_close));
  stem->ttl_close = stem->nt_close;
  stem->bare      = bare_of(stem->iri);
  if (stem->iri.n == 0U) {
    return LN_OK;
  }
  bool done = false;
  LN_TRY(ln_text_add(text, LN_V("\"^^")));
  LN_TRY(add_prefixed(names, stem->iri, is_plain_local, text, &done));
  return done ? keep(names, &stem->ttl_close) : LN_OK;
}

ln_status
ln_names_late_lang(ln_names* const names, const ln_view lang, uint16_t* const stem)
{
  const size_t before = names->n_stems;
  LN_TRY(ln_names_literal_stem(names, (ln_view){0}, lang, stem));
  return names->n_stems > before ? render_literal_stem(names, &names->stems[*stem]) : LN_OK;
}

static ln_status
render_predicate(ln_names* const names, ln_predicate* const predicate)
{
  ln_text* const text = &names->scratch;
  ln_text_reset(text);
  LN_TRY(ln_text_add_byte(text, '<'));
  LN_TRY(add_iri(text, predicate->iri));
  LN_TRY(ln_text_add_byte(text, '>'));
  LN_TRY(keep(names, &predicate->nt));
  predicate->ttl = predicate->nt;
  if (predicate == &names->predicates[LN_PREDICATE_TYPE]) {
    predicate->ttl = LN_V("a");
    return LN_OK;
  }
  bool done = false;
  LN_TRY(add_prefixed(names, predicate->iri, is_plain_local, text, &done));
  return done ? keep(names, &predicate->ttl) : LN_OK;
}

static int
compare_names(const void* const a, const void* const b)
{
  const ln_view x     = ((const ln_prefix*)a)->name;
  const ln_view y     = ((const ln_prefix*)b)->name;
  const size_t  n     = x.n < y.n ? x.n : y.n;
  const int     order = n > 0U ? memcmp(x.s, y.s, n) : 0;
  return order != 0 ? order : (x.n > y.n) - (x.n < y.n);
}

static ln_status
list_used(ln_names* const names)
{
  names->used = (ln_prefix*)ln_arena_zero(&names->arena, names->n_entries, sizeof(ln_prefix));
  if (!names->used) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < names->n_entries; ++i) {
    if (names->entries[i].used) {
      names->used[names->n_used++] = names->entries[i].prefix;
    }
  }
  qsort(names->used, names->n_used, sizeof(ln_prefix), compare_names);
  return LN_OK;
}

ln_status
ln_names_seal(ln_names* const names)
{
  LN_TRY(add_known(names));
  LN_TRY(derive_prefixes(names));
  for (size_t i = 0U; i < names->n_stems; ++i) {
    ln_stem* const stem = &names->stems[i];
    LN_TRY(stem->kind == LN_IRI ? render_iri_stem(names, stem) : render_literal_stem(names, stem));
  }
  for (size_t i = 0U; i < names->n_predicates; ++i) {
    LN_TRY(render_predicate(names, &names->predicates[i]));
  }
  LN_TRY(list_used(names));
  return ln_names_seal_leads(names);
}
