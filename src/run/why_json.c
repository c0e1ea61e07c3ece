/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The answers of liner why for programs: one JSON object, whose members docs/evidence.md tells. A
   member that does not apply is left out. */

#include "base/memory.h"
#include "run/why_inner.h"
#include "sink/json_writer.h"

#include <inttypes.h>
#include <stdio.h>

typedef struct {
  ln_why*        why;
  ln_json_writer w;
} printing;

static void
put_number(printing* const p, const char* const key, const uint64_t n)
{
  char digits[24];
  (void)snprintf(digits, sizeof(digits), "%" PRIu64, n);
  ln_json_writer_raw(&p->w, key, digits);
}

static void
put_some(printing* const p, const char* const key, const ln_view text)
{
  if (text.n > 0U) {
    ln_json_writer_text(&p->w, key, text);
  }
}

/* As in "SPARQL 1.1 Query Results JSON Format", section 3.2.2. */
static void
put_term(printing* const p, const char* const key, const ln_read_term* const term)
{
  static const char* const TYPES[] = {"", "uri", "literal", "bnode"};
  ln_json_writer_open(&p->w, key, '{', LN_JSON_FLAT);
  ln_json_writer_text(&p->w, "type", ln_view_of(TYPES[term->kind]));
  ln_json_writer_text(&p->w, "value", term->text);
  put_some(p, "xml:lang", term->lang);
  if (term->lang.n == 0U) {
    put_some(p, "datatype", term->datatype);
  }
  ln_json_writer_close(&p->w, '}');
}

static void
put_cell(printing* const p, const ln_why_cell* const cell)
{
  static const char* const NAMES[] = {"subject", "predicate", "object", "condition"};
  ln_json_writer_open(&p->w, NULL, '{', LN_JSON_FLAT);
  ln_json_writer_text(&p->w, "column", cell->column);
  put_number(p, "line", cell->line);
  put_number(p, "letter", cell->letter);
  ln_json_writer_text(&p->w, "text", cell->text);
  ln_json_writer_open(&p->w, "parts", '[', LN_JSON_FLAT);
  for (size_t i = 0U; i < sizeof(NAMES) / sizeof(NAMES[0]); ++i) {
    if ((cell->parts & (1U << i)) != 0U) {
      ln_json_writer_text(&p->w, NULL, ln_view_of(NAMES[i]));
    }
  }
  ln_json_writer_close(&p->w, ']');
  ln_json_writer_close(&p->w, '}');
}

static const char*
layer_name(const unsigned layer)
{
  if (layer == LN_LAYER_EVIDENCE) {
    return "evidence";
  }
  return layer == LN_LAYER_SHORTCUTS ? "shortcuts" : "facts";
}

static void
put_mapping(printing* const p, const ln_why_making* const m)
{
  if (m->mapping.n == 0U) {
    return;
  }
  ln_json_writer_text(&p->w, "layer", ln_view_of(layer_name(m->layer)));
  ln_json_writer_open(&p->w, "mapping", '{', LN_JSON_FLAT);
  ln_json_writer_text(&p->w, "column", m->column);
  if (m->mapping_line > 0U) {
    ln_json_writer_text(&p->w, "file", m->mapping);
    put_number(p, "line", m->mapping_line);
    put_number(p, "letter", m->mapping_column);
    ln_json_writer_text(&p->w, "path", m->mapping_path);
  }
  ln_json_writer_close(&p->w, '}');
}

static void
put_making(printing* const p, const ln_why_making* const m)
{
  ln_json_writer_open(&p->w, NULL, '{', LN_JSON_LINES);
  put_some(p, "file", m->file);
  if (m->row > 0U) {
    put_number(p, "row", m->row);
    put_number(p, "line", m->line);
  }
  ln_json_writer_open(&p->w, "cells", '[', LN_JSON_LINES);
  for (size_t i = 0U; i < m->n_cells; ++i) {
    put_cell(p, &m->cells[i]);
  }
  ln_json_writer_close(&p->w, ']');
  if (m->refers_file.n > 0U) {
    ln_json_writer_open(&p->w, "refersTo", '{', LN_JSON_FLAT);
    ln_json_writer_text(&p->w, "file", m->refers_file);
    put_number(p, "row", m->refers_row);
    ln_json_writer_close(&p->w, '}');
  }
  put_mapping(p, m);
  ln_json_writer_close(&p->w, '}');
}

static void
put_makings(printing* const p, const ln_why_fact* const fact)
{
  ln_json_writer_open(&p->w, "made", '[', LN_JSON_LINES);
  for (const ln_why_making* m = fact->first; m; m = m->next) {
    put_making(p, m);
  }
  ln_json_writer_close(&p->w, ']');
}

/* ---- evidence ---- */

static ln_status
put_detail(printing* const           p,
           const ln_read_term* const subject,
           const char* const         predicate,
           const char* const         key,
           const bool                number)
{
  const ln_why_fact* fact = NULL;
  LN_TRY(ln_why_facts_get(&p->why->facts, subject, ln_view_of(predicate), &fact));
  if (fact && number) {
    ln_json_writer_raw(&p->w, key, fact->object.text.s); /* an integer, kept with a NUL behind */
  } else if (fact) {
    ln_json_writer_text(&p->w, key, fact->object.text);
  }
  return LN_OK;
}

static ln_status
put_source(printing* const p, const ln_read_term* const citation)
{
  const ln_why_fact* source = NULL;
  LN_TRY(ln_why_facts_get(&p->why->facts, citation, LN_V(LN_WHY_NS "source"), &source));
  if (!source) {
    return LN_OK;
  }
  ln_json_writer_open(&p->w, "source", '{', LN_JSON_FLAT);
  ln_json_writer_text(&p->w, "id", source->object.text);
  LN_TRY(put_detail(p, &source->object, LN_WHY_LABEL, "title", false));
  LN_TRY(put_detail(p, &source->object, LN_WHY_NS "file", "file", false));
  ln_json_writer_close(&p->w, '}');
  return LN_OK;
}

static ln_status
put_citation(printing* const p, const ln_read_term* const citation)
{
  const ln_why_fact* quote = NULL;
  ln_json_writer_open(&p->w, NULL, '{', LN_JSON_LINES);
  ln_json_writer_text(&p->w, "id", citation->text);
  LN_TRY(put_source(p, citation));
  LN_TRY(put_detail(p, citation, LN_WHY_NS "locator", "locator", false));
  LN_TRY(put_detail(p, citation, LN_WHY_NS "startOffset", "start", true));
  LN_TRY(put_detail(p, citation, LN_WHY_NS "endOffset", "end", true));
  LN_TRY(ln_why_facts_get(&p->why->facts, citation, LN_V(LN_WHY_NS "quote"), &quote));
  if (quote) {
    put_term(p, "quote", &quote->object);
  }
  ln_json_writer_close(&p->w, '}');
  return LN_OK;
}

static ln_status
put_citations(printing* const p, const ln_read_term* const subject)
{
  const ln_why_fact* citation = NULL;
  LN_TRY(ln_why_facts_get(&p->why->facts, subject, LN_V(LN_WHY_NS "citation"), &citation));
  if (!citation) {
    return LN_OK;
  }
  ln_json_writer_open(&p->w, "cited", '[', LN_JSON_LINES);
  for (; citation; citation = ln_why_facts_more(&p->why->facts, citation)) {
    LN_TRY(put_citation(p, &citation->object));
  }
  ln_json_writer_close(&p->w, ']');
  return LN_OK;
}

static ln_status
put_claim(printing* const p, const uint32_t number)
{
  const ln_why_fact* const about  = &p->why->facts.facts[number];
  const ln_why_fact*       object = NULL;
  ln_json_writer_open(&p->w, NULL, '{', LN_JSON_LINES);
  ln_json_writer_text(&p->w, "id", about->subject.text);
  LN_TRY(put_detail(p, &about->subject, LN_WHY_RDF "predicate", "predicate", false));
  LN_TRY(ln_why_facts_get(&p->why->facts, &about->subject, LN_V(LN_WHY_RDF "object"), &object));
  ln_json_writer_open(&p->w, "says", '[', LN_JSON_LINES);
  for (; object; object = ln_why_facts_more(&p->why->facts, object)) {
    put_term(p, NULL, &object->object);
  }
  ln_json_writer_close(&p->w, ']');
  LN_TRY(put_detail(p, &about->subject, LN_WHY_NS "rank", "rank", false));
  LN_TRY(put_detail(p, &about->subject, LN_WHY_NS "certainty", "certainty", false));
  put_makings(p, about);
  LN_TRY(put_citations(p, &about->subject));
  ln_json_writer_close(&p->w, '}');
  return LN_OK;
}

static ln_status
put_claims(printing* const p, const char* const key, const ln_why_numbers* const list)
{
  if (list->n == 0U) {
    return LN_OK;
  }
  ln_json_writer_open(&p->w, key, '[', LN_JSON_LINES);
  for (size_t i = 0U; i < list->n; ++i) {
    LN_TRY(put_claim(p, list->v[i]));
  }
  ln_json_writer_close(&p->w, ']');
  return LN_OK;
}

static ln_status
put_evidence(printing* const p, const ln_why_fact* const fact)
{
  ln_why_numbers same  = {0};
  ln_why_numbers other = {0};
  ln_status      st    = put_citations(p, &fact->subject);
  st                   = st == LN_OK ? ln_why_claims(p->why, fact, &same, &other) : st;
  st                   = st == LN_OK ? put_claims(p, "claimed", &same) : st;
  st                   = st == LN_OK ? put_claims(p, "otherwise", &other) : st;
  ln_free(same.v);
  ln_free(other.v);
  return st;
}

static ln_status
put_fact(printing* const p, const ln_why_fact* const fact)
{
  ln_json_writer_open(&p->w, NULL, '{', LN_JSON_LINES);
  put_term(p, "subject", &fact->subject);
  put_term(p, "predicate", &fact->predicate);
  put_term(p, "object", &fact->object);
  put_makings(p, fact);
  LN_TRY(put_evidence(p, fact));
  ln_json_writer_close(&p->w, '}');
  return LN_OK;
}

ln_status
ln_why_json(ln_why* const why, ln_out* const out)
{
  printing p = {.why = why, .w = {.out = out}};
  ln_json_writer_open(&p.w, NULL, '{', LN_JSON_LINES);
  ln_json_writer_open(&p.w, "triples", '[', LN_JSON_LINES);
  for (size_t i = 0U; i < why->n_answers; ++i) {
    LN_TRY(put_fact(&p, &why->facts.facts[why->answers[i]]));
  }
  ln_json_writer_close(&p.w, ']');
  ln_json_writer_close(&p.w, '}');
  return out->status;
}
