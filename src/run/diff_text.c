/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Changes come removed ones first; here they are kept, up to a limit, and sorted by what they are
   about, so that an old value stands above the new one. Well-known IRIs are written in short. */

#include "run/diff_text.h"

#include "base/memory.h"
#include "base/text.h"
#include "rdf/prefix.h"

#include <inttypes.h>
#include <stdlib.h>

bool
ln_diff_text_wants(const ln_diff_text* const text, const bool added)
{
  return text->most == 0U || text->n_side[added ? 1U : 0U] < text->most;
}

static ln_status
copy_view(ln_arena* const arena, const ln_view v, ln_view* const copy)
{
  *copy = ln_arena_copy(arena, v);
  return copy->s ? LN_OK : LN_NO_MEM;
}

static ln_status
keep(ln_diff_text* const text, const bool added, const ln_quad* const quad, const ln_view place)
{
  if (text->n == text->cap) {
    const size_t        cap   = text->cap > 0U ? 2U * text->cap : 64U;
    ln_diff_line* const lines = ln_realloc(text->lines, cap, sizeof(*lines));
    if (!lines) {
      return LN_NO_MEM;
    }
    text->lines = lines;
    text->cap   = cap;
  }
  ln_diff_line* const line = &text->lines[text->n];
  ln_view             triple;
  LN_TRY(copy_view(&text->arena, quad->triple, &triple));
  *line = (ln_diff_line){.number = text->n, .added = added};
  LN_TRY(copy_view(&text->arena, quad->graph, &line->graph));
  LN_TRY(copy_view(&text->arena, place, &line->place));
  line->subject   = ln_view_first(triple, ln_view_find(triple, ' '));
  triple          = ln_view_from(triple, line->subject.n + 1U);
  line->predicate = ln_view_first(triple, ln_view_find(triple, ' '));
  line->object    = ln_view_from(triple, line->predicate.n + 1U);
  ++text->n;
  return LN_OK;
}

ln_status
ln_diff_text_add(ln_diff_text* const  text,
                 const bool           added,
                 const ln_quad* const quad,
                 const ln_view        place)
{
  LN_TRY(ln_diff_text_wants(text, added) ? keep(text, added, quad, place) : LN_OK);
  ++text->n_side[added ? 1U : 0U];
  return LN_OK;
}

static int
compare_views(const ln_view a, const ln_view b)
{
  const size_t n     = a.n < b.n ? a.n : b.n;
  const int    order = n > 0U ? memcmp(a.s, b.s, n) : 0;
  return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

static int
compare_lines(const void* const a, const void* const b)
{
  const ln_diff_line* const l     = a;
  const ln_diff_line* const r     = b;
  int                       order = compare_views(l->graph, r->graph);
  order                           = order != 0 ? order : compare_views(l->subject, r->subject);
  order                           = order != 0 ? order : compare_views(l->predicate, r->predicate);
  order                           = order != 0 ? order : (int)l->added - (int)r->added;
  return order != 0 ? order : (l->number > r->number) - (l->number < r->number);
}

/* Only a prefix that some stem has is used. */
static ln_status
declare_prefix(ln_names* const names, const ln_view name, const ln_view iri)
{
  uint16_t stem = 0U;
  LN_TRY(ln_names_prefix(names, name, iri));
  return iri.n > 0U ? ln_names_iri_stem(names, iri, &stem) : LN_OK;
}

/* Prefixes that messages may take for granted. */
static ln_status
declare_prefixes(ln_names* const names)
{
  ln_text   name = {0};
  ln_text   iri  = {0};
  ln_status st   = declare_prefix(names, LN_V("ln"), LN_V("https://w3id.org/liner/ns#"));
  for (size_t i = 0U; st == LN_OK && ln_prefix_at(i).n > 0U; ++i) {
    ln_text_reset(&name);
    ln_text_reset(&iri);
    st = ln_text_format(&name, "%.*s:", (int)ln_prefix_at(i).n, ln_prefix_at(i).s);
    st = st == LN_OK ? ln_prefix_expand(ln_text_view(&name), &iri) : st;
    st = st == LN_OK ? declare_prefix(names, ln_prefix_at(i), ln_text_view(&iri)) : st;
  }
  ln_text_clear(&name);
  ln_text_clear(&iri);
  return st == LN_OK ? ln_names_seal(names) : st;
}

static void
put_iri(const ln_names* const names, const ln_view iri, ln_out* const out)
{
  ln_prefix prefix;
  ln_view   local;
  if (ln_names_shorten(names, ln_view_from(ln_view_first(iri, iri.n - 1U), 1U), &prefix, &local)) {
    ln_out_put_view(out, prefix.name);
    ln_out_put_byte(out, ':');
    ln_out_put_view(out, local);
  } else {
    ln_out_put_view(out, iri);
  }
}

static bool
is_iri(const ln_view term)
{
  return ln_view_starts(term, LN_V("<"));
}

/* A term of N-Triples; of a literal the datatype is shortened. */
static void
put_term(const ln_names* const names, const ln_view term, ln_out* const out)
{
  size_t open = 0U;
  if (ln_view_starts(term, LN_V("\"")) && ln_view_ends(term, LN_V(">"))) {
    for (open = term.n - 1U; term.s[open] != '<'; --open) {
    }
  }
  ln_out_put_view(out, ln_view_first(term, open));
  if (is_iri(ln_view_from(term, open))) {
    put_iri(names, ln_view_from(term, open), out);
  } else {
    ln_out_put_view(out, ln_view_from(term, open));
  }
}

static void
put_subject(const ln_diff_text* const text,
            const ln_names* const     names,
            const ln_diff_line* const line,
            ln_out* const             out)
{
  const ln_view name = text->name ? text->name(text->self, line->subject) : LN_V("");
  put_term(names, line->subject, out);
  if (name.n > 0U) {
    ln_out_put_view(out, LN_V(" \""));
    ln_out_put_view(out, name);
    ln_out_put_byte(out, '"');
  }
  if (line->graph.n > 0U) {
    ln_out_put_view(out, LN_V(" in "));
    put_term(names, line->graph, out);
  }
  ln_out_put_byte(out, '\n');
}

static void
put_line(const ln_names* const names, const ln_diff_line* const line, ln_out* const out)
{
  ln_out_put_view(out, line->added ? LN_V("  + ") : LN_V("  - "));
  put_term(names, line->predicate, out);
  ln_out_put_byte(out, ' ');
  put_term(names, line->object, out);
  if (line->place.n > 0U) {
    ln_out_put_view(out, LN_V("  ["));
    ln_out_put_view(out, line->place);
    ln_out_put_byte(out, ']');
  }
  ln_out_put_byte(out, '\n');
}

static ln_status
put_rest(const ln_diff_text* const text, ln_out* const out)
{
  static const char* const DONE[] = {"removed", "added"};
  ln_text                  line   = {0};
  ln_status                st     = LN_OK;
  for (size_t side = 0U; st == LN_OK && side < 2U; ++side) {
    if (text->most > 0U && text->n_side[side] > text->most) {
      ln_text_reset(&line);
      st = ln_text_format(
        &line, "… and %" PRIu64 " more %s\n", text->n_side[side] - text->most, DONE[side]);
      ln_out_put_view(out, ln_text_view(&line));
    }
  }
  ln_text_clear(&line);
  return st;
}

static ln_status
write_lines(const ln_diff_text* const text, const ln_names* const names, ln_out* const out)
{
  for (size_t i = 0U; i < text->n; ++i) {
    const ln_diff_line* const line = &text->lines[i];
    if (i == 0U || !ln_view_equals(line[-1].subject, line->subject) ||
        !ln_view_equals(line[-1].graph, line->graph)) {
      put_subject(text, names, line, out);
    }
    put_line(names, line, out);
  }
  return put_rest(text, out);
}

ln_status
ln_diff_text_write(ln_diff_text* const text, ln_out* const out)
{
  ln_names* const names = ln_names_new();
  ln_status       st    = names ? declare_prefixes(names) : LN_NO_MEM;
  if (st == LN_OK) {
    if (text->n > 1U) {
      qsort(text->lines, text->n, sizeof(*text->lines), compare_lines);
    }
    st = write_lines(text, names, out);
  }
  ln_names_free(names);
  return st == LN_OK ? out->status : st;
}

void
ln_diff_text_clear(ln_diff_text* const text)
{
  ln_arena_clear(&text->arena);
  ln_free(text->lines);
  *text = (ln_diff_text){.most = text->most, .name = text->name, .self = text->self};
}
