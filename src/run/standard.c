/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What standard mode says of the group and its tables ("Generating RDF from Tabular Data", section
   4.2). Terms are made while names can still be added, as a list of statements; they are written
   before the first row. Statements of one subject stand together where the document had them so. */

#include "run/session.h"

#include "base/memory.h"
#include "base/text.h"
#include "rdf/iri.h"

#define CSVW "http://www.w3.org/ns/csvw#"

static ln_status
add(ln_session* const s, const ln_term subject, const uint16_t predicate, const ln_term object)
{
  if (s->n_statements == s->cap_statements) {
    const size_t        cap  = s->cap_statements ? s->cap_statements * 2U : 16U;
    ln_statement* const more = ln_realloc(s->statements, cap, sizeof(ln_statement));
    if (!more) {
      return LN_NO_MEM;
    }
    s->statements     = more;
    s->cap_statements = cap;
  }
  s->statements[s->n_statements++] = (ln_statement){subject, predicate, object};
  return LN_OK;
}

static ln_status
add_named(ln_session* const s, const ln_term subject, const ln_view predicate, const ln_term object)
{
  uint16_t number = 0U;
  LN_TRY(ln_names_predicate(s->names, predicate, &number));
  return add(s, subject, number, object);
}

/* An IRI of the document, resolved against `base`. */
static ln_status
make_iri(ln_session* const s, const ln_view base, const ln_view iri, ln_term* const term)
{
  ln_text       text = {0};
  ln_status     st   = ln_iri_resolve(base, iri, &text);
  const ln_view kept = ln_arena_copy(&s->arena, ln_text_view(&text));
  ln_text_clear(&text);
  LN_TRY(st);
  return kept.s ? ln_names_term(s->names, kept, term) : LN_NO_MEM;
}

static ln_status
make_blank(ln_session* const s, const char* const letter, const size_t number, ln_term* const term)
{
  ln_text       text = {0};
  ln_status     st   = ln_text_format(&text, "%s%zu", letter, number);
  const ln_view kept = ln_arena_copy(&s->arena, ln_text_view(&text));
  ln_text_clear(&text);
  *term = (ln_term){.s = kept.s, .n = (uint32_t)kept.n, .kind = LN_BLANK, .flags = LN_CLEAN};
  return st != LN_OK || kept.s ? st : LN_NO_MEM;
}

/* What the document's own references are resolved against. */
static ln_status
document_base(ln_session* const s, ln_view* const base)
{
  const ln_view own  = s->document.n > 0U && !s->job->base ? s->document : s->base;
  const ln_view at   = s->mapping->url_base;
  ln_text       text = {0};
  ln_status     st   = at.s ? ln_iri_resolve(own, at, &text) : ln_text_add(&text, own);
  *base              = ln_arena_copy(&s->arena, ln_text_view(&text));
  ln_text_clear(&text);
  return st != LN_OK || base->s ? st : LN_NO_MEM;
}

static ln_status
make_node(ln_session* const s,
          const ln_view     base,
          const ln_node     node,
          const ln_term     self,
          ln_term* const    term)
{
  *term = self;
  if (node.iri.s) {
    return make_iri(s, base, node.iri, term);
  }
  return node.number > 0U ? make_blank(s, "a", node.number, term) : LN_OK;
}

static ln_status
add_annotations(ln_session* const     s,
                const ln_view         base,
                const ln_annotations* all,
                const ln_term         self)
{
  for (size_t i = 0U; i < all->n; ++i) {
    const ln_annotation* const a       = &all->v[i];
    ln_term                    subject = {0};
    ln_term                    object  = {0};
    LN_TRY(make_node(s, base, a->about, self, &subject));
    if (a->literal) {
      object = (ln_term){.s = a->text.s, .n = (uint32_t)a->text.n, .kind = LN_LITERAL};
      LN_TRY(ln_names_literal_stem(
        s->names, a->lang.n > 0U ? LN_V("") : a->datatype, a->lang, &object.stem));
    } else {
      LN_TRY(make_node(s, base, a->object, self, &object));
    }
    LN_TRY(add_named(s, subject, a->predicate, object));
  }
  return LN_OK;
}

static ln_status
add_type(ln_session* const s, const ln_term subject, const ln_view type)
{
  ln_term object = {0};
  LN_TRY(ln_names_term(s->names, type, &object));
  return add(s, subject, LN_PREDICATE_TYPE, object);
}

static ln_status
add_group(ln_session* const s, const ln_view base, ln_term* const group)
{
  *group = (ln_term){.s = "g", .n = 1U, .kind = LN_BLANK, .flags = LN_CLEAN};
  if (s->mapping->id.s) {
    LN_TRY(make_iri(s, base, s->mapping->id, group));
  }
  LN_TRY(add_type(s, *group, LN_V(CSVW "TableGroup")));
  return add_annotations(s, base, &s->mapping->annotations, *group);
}

static ln_status
add_table(ln_session* const   s,
          const ln_view       base,
          ln_run_table* const t,
          const size_t        number,
          const ln_term       group)
{
  ln_term url = {0};
  LN_TRY(t->map->id.s ? make_iri(s, base, t->map->id, &t->node.table)
                      : make_blank(s, "t", number, &t->node.table));
  LN_TRY(ln_session_base(s, t, &t->node.url));
  LN_TRY(make_iri(s, t->node.url, LN_V(""), &url));
  LN_TRY(add_named(s, group, LN_V(CSVW "table"), t->node.table));
  LN_TRY(add_type(s, t->node.table, LN_V(CSVW "Table")));
  LN_TRY(add_named(s, t->node.table, LN_V(CSVW "url"), url));
  return add_annotations(s, base, &t->map->annotations, t->node.table);
}

ln_status
ln_session_standard(ln_session* const s)
{
  ln_view base  = {0};
  ln_term group = {0};
  LN_TRY(document_base(s, &base));
  LN_TRY(ln_names_prefix(s->names, LN_V("csvw"), LN_V(CSVW)));
  LN_TRY(add_group(s, base, &group));
  for (size_t i = 0U; i < s->n_tables; ++i) {
    ln_run_table* const t = &s->tables[i];
    if (t->present && t->wanted && !t->map->suppress) {
      LN_TRY(add_table(s, base, t, i + 1U, group));
    }
  }
  return LN_OK;
}

ln_status
ln_session_comment(ln_session* const s, const ln_run_table* const t, const ln_row* const row)
{
  const ln_view comment = ln_view_trim((ln_view){row->cells->s, row->cells->n});
  const bool    said    = s->job->standard && t->wanted && !t->map->suppress;
  if (!said || comment.n == 0U || (row->cells->flags & LN_CELL_BAD) != 0U) {
    return LN_OK;
  }
  const ln_view kept = ln_arena_copy(&s->arena, comment);
  ln_term       text = {.s = kept.s, .n = (uint32_t)kept.n, .kind = LN_LITERAL};
  LN_TRY(kept.s ? ln_names_literal_stem(s->names, LN_V(""), LN_V(""), &text.stem) : LN_NO_MEM);
  return add_named(s, t->node.table, LN_V("http://www.w3.org/2000/01/rdf-schema#comment"), text);
}

static bool
same_subject(const ln_term a, const ln_term b)
{
  return a.kind == b.kind && a.stem == b.stem && ln_view_equals(ln_term_bytes(a), ln_term_bytes(b));
}

ln_status
ln_session_describe(const ln_session* const s, const ln_sink sink)
{
  enum { TOGETHER = 64 };
  ln_pair pairs[TOGETHER];
  for (size_t i = 0U; i < s->n_statements;) {
    const ln_term subject = s->statements[i].subject;
    size_t        n       = 0U;
    while (i < s->n_statements && n < TOGETHER && same_subject(subject, s->statements[i].subject)) {
      pairs[n++] =
        (ln_pair){.object = s->statements[i].object, .predicate = s->statements[i].predicate};
      ++i;
    }
    const ln_desc desc = {.subject = subject, .pairs = pairs, .n_pairs = n};
    LN_TRY(ln_sink_describe(sink, &desc));
  }
  return LN_OK;
}
