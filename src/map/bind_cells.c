/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* --provenance: what is said of rows and cells, settled once. A cell of a table has a fragment of
   RFC 7111 (`cell=4,9`), one of XML an XPointer that counts rows
   (`xpointer((/artists/artist)[4]/@id)`), and of JSON a row has its line (RFC 5147). Of most
   columns it is certain beforehand that one cell makes their triples; the others are asked row by
   row (map/origin.h), which costs more. Where nothing is asked for, nothing is bound. */

#include "map/binder.h"
#include "map/maker.h"

#include "base/text.h"
#include "rdf/iri.h"
#include "table/tree_path.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define PROV "http://www.w3.org/ns/prov#"

/* ---- which cell ---- */

/* The one cell that a template takes something of; false if there is none or more than that. */
static bool
cell_of_parts(const ln_plan* const plan,
              const ln_part* const parts,
              const size_t         n,
              uint32_t*            field)
{
  size_t met = 0U;
  for (size_t i = 0U; i < n; ++i) {
    const bool names = parts[i].operator!= 0 && parts[i].source <= LN_PART_CODE;
    if (parts[i].operator!= 0 && parts[i].source == LN_PART_KEY) {
      return false;
    }
    if (names) {
      const ln_variable* const v = &plan->variables[parts[i].variable];
      *field                     = v->n_values == 0U ? v->field : 0U;
      ++met;
    }
  }
  return met == 1U && *field > 0U;
}

static bool
names_nothing(const ln_iri_plan* const iri)
{
  for (size_t i = 0U; i < iri->n; ++i) {
    if (iri->parts[i].operator!= 0 && iri->parts[i].source <= LN_PART_KEY) {
      return false;
    }
  }
  return true;
}

/* Whether the row is needed to tell which cells a value was made of. */
static bool
depends_on_others(const ln_variable* const v)
{
  return v->lang != SIZE_MAX || v->type_column != SIZE_MAX ||
         (v->reference && !names_nothing(&v->reference->mint));
}

/* The cell that makes the objects of an output, or where they are always the same, its subject; 0
   if the row must tell. */
static uint32_t
cell_of_output(const ln_plan* const plan, const ln_subject* const s, const ln_output* const out)
{
  const ln_variable* const v   = &plan->variables[out->variable];
  const bool               url = out->kind == LN_OBJECT_URL;
  const bool fixed = url ? names_nothing(out->url) : v->field == 0U && v->n_values == 0U;
  uint32_t   field = 0U;
  bool       one   = false;
  if (out->property || depends_on_others(v)) {
    return 0U;
  }
  if (fixed) {
    one = cell_of_parts(plan, s->iri.parts, s->iri.n, &field);
  } else if (url) {
    one = cell_of_parts(plan, out->url->parts, out->url->n, &field);
  } else {
    field = v->n_values == 0U ? v->field : 0U;
    one   = field > 0U;
  }
  return one ? field : 0U;
}

static ln_status
list_cells(ln_binder* const b, ln_cell_plan* const cells)
{
  uint32_t* const list = ln_arena_zero(b->arena, b->plan->n_variables + 1U, sizeof(uint32_t));
  if (!list) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < b->plan->n_subjects; ++i) {
    const ln_subject* const s = &b->plan->subjects[i];
    for (size_t k = 0U; k < s->n_outputs; ++k) {
      list[s->outputs[k].variable + 1U] = cell_of_output(b->plan, s, &s->outputs[k]);
    }
  }
  cells->only = list;
  return LN_OK;
}

/* ---- what cells are called ---- */

/* Append what an IRI may hold behind `#` as it stands (RFC 3987, section 2.2). */
static ln_status
add_fragment(ln_text* const out, const ln_view text)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const unsigned char c    = (unsigned char)text.s[i];
    const bool          good = c >= 0x80U || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                      (c >= 'a' && c <= 'z') ||
                      (c > ' ' && strchr("-._~!$&'()*+,;=:@/?", c) != NULL);
    LN_TRY(good ? ln_text_add_byte(out, text.s[i]) : ln_text_format(out, "%%%02X", (unsigned)c));
  }
  return LN_OK;
}

static ln_status
add_step(ln_text* const out, const ln_tree_step* const step)
{
  LN_TRY(ln_text_add_byte(out, '/'));
  LN_TRY(ln_text_add(out, step->name.s ? step->name : LN_V("*")));
  if (step->nth > 0U) {
    LN_TRY(ln_text_format(out, "[%u]", (unsigned)step->nth));
  }
  if (step->key.s) {
    LN_TRY(ln_text_add(out, step->by_attribute ? LN_V("[@") : LN_V("[")));
    LN_TRY(ln_text_add(out, step->key));
    LN_TRY(ln_text_add(out, LN_V("='")));
    LN_TRY(ln_text_add(out, step->equals));
    LN_TRY(ln_text_add(out, LN_V("']")));
  }
  return LN_OK;
}

/* The way from a row to what the cell is taken of. */
static ln_status
add_way(ln_text* const out, const ln_tree_path* const path)
{
  for (size_t i = 0U; i < path->up; ++i) {
    LN_TRY(ln_text_add(out, LN_V("/..")));
  }
  for (size_t i = 0U; i < path->n; ++i) {
    LN_TRY(add_step(out, &path->steps[i]));
  }
  if (path->end == LN_TREE_ATTRIBUTE) {
    LN_TRY(ln_text_add(out, LN_V("/@")));
    return ln_text_add(out, path->attribute);
  }
  return path->end == LN_TREE_TEXT ? ln_text_add(out, LN_V("/text()")) : LN_OK;
}

/* What stands behind the number of the row in the name of a cell. */
static ln_status
name_field(const ln_binder* const b, const uint32_t field, ln_text* const out)
{
  const ln_tree_spec* const spec = b->map->dialect.tree;
  if (!spec) {
    return field > 0U ? ln_text_format(out, ",%u", (unsigned)field) : LN_OK;
  }
  ln_text   way = {0};
  ln_status st  = ln_text_add_byte(&way, ']');
  st            = st == LN_OK && field > 0U && field <= spec->n
                    ? add_way(&way, &spec->columns[field - 1U].path)
                    : st;
  st            = st == LN_OK ? add_fragment(out, ln_text_view(&way)) : st;
  ln_text_clear(&way);
  return st;
}

static ln_status
keep(const ln_binder* const b, ln_text* const text, ln_view* const kept)
{
  *kept = ln_arena_copy(b->arena, ln_text_view(text));
  ln_text_reset(text);
  return kept->s ? LN_OK : LN_NO_MEM;
}

static ln_status
name_fields(const ln_binder* const b, ln_cell_plan* const cells, ln_text* const text)
{
  uint32_t last = 0U;
  for (size_t i = 0U; i < b->plan->n_variables; ++i) {
    last = b->plan->variables[i].field > last ? b->plan->variables[i].field : last;
  }
  ln_view* const list = ln_arena_zero(b->arena, (size_t)last + 1U, sizeof(ln_view));
  if (!list) {
    return LN_NO_MEM;
  }
  for (uint32_t i = 0U; i <= last; ++i) {
    LN_TRY(name_field(b, i, text));
    LN_TRY(keep(b, text, &list[i]));
  }
  cells->behind = list;
  return LN_OK;
}

/* An IRI stem that is the address of the table and a piece behind it. */
static ln_status
add_stem(const ln_binder* const b, ln_text* const text, const ln_view piece, uint16_t* const stem)
{
  ln_text_reset(text);
  LN_TRY(ln_text_add(text, b->binding->address));
  LN_TRY(ln_text_add(text, piece));
  LN_TRY(ln_names_iri_stem(b->names, ln_text_view(text), stem));
  ln_text_reset(text);
  return LN_OK;
}

static ln_status
name_places(const ln_binder* const b, ln_cell_plan* const cells, ln_text* const text)
{
  const ln_tree_spec* const spec = b->map->dialect.tree;
  if (cells->level == LN_PROVENANCE_TABLE) {
    return add_stem(b, text, LN_V(""), &cells->row_stem);
  }
  if (!spec) {
    cells->between = LN_V(";");
    LN_TRY(add_stem(b, text, LN_V("#row="), &cells->row_stem));
    LN_TRY(add_stem(b, text, LN_V("#cell="), &cells->stem));
    return name_fields(b, cells, text);
  }
  cells->lines = spec->format == LN_TREE_JSON;
  LN_TRY(add_stem(b, text, cells->lines ? LN_V("#line=") : LN_V("#xpointer("), &cells->stem));
  cells->row_stem = cells->stem;
  if (cells->lines) {
    return LN_OK;
  }
  LN_TRY(ln_text_add_byte(text, '('));
  LN_TRY(add_fragment(text, spec->text));
  LN_TRY(add_fragment(text, LN_V(")[")));
  LN_TRY(keep(b, text, &cells->before));
  cells->between = LN_V("%7C");
  cells->after   = LN_V(")");
  return name_fields(b, cells, text);
}

/* ---- what is said of them ---- */

static ln_status
bind_statements(const ln_binder* const b, ln_cell_plan* const cells, ln_text* const text)
{
  LN_TRY(ln_iri_resolve(b->plan->base, LN_V("statement/"), text));
  LN_TRY(ln_names_iri_stem(b->names, ln_text_view(text), &cells->statement));
  LN_TRY(ln_names_term(b->names, LN_V(RDF "Statement"), &cells->type));
  LN_TRY(ln_names_predicate(b->names, LN_V(RDF "subject"), &cells->subject));
  LN_TRY(ln_names_predicate(b->names, LN_V(RDF "predicate"), &cells->predicate));
  return ln_names_predicate(b->names, LN_V(RDF "object"), &cells->object);
}

static ln_status
bind_reifiers(const ln_binder* const b, ln_cell_plan* const cells, ln_text* const text)
{
  LN_TRY(ln_iri_resolve(b->plan->base, LN_V("statement/"), text));
  LN_TRY(ln_names_iri_stem(b->names, ln_text_view(text), &cells->statement));
  LN_TRY(ln_names_triple_stem(b->names, false, &cells->triple));
  LN_TRY(ln_names_predicate(b->names, LN_V(RDF "reifies"), &cells->object));
  return ln_names_lead(b->names, cells->object, cells->triple, &cells->lead_object);
}

static ln_status
bind_form(const ln_binder* const b, ln_cell_plan* const cells, ln_text* const text)
{
  if (cells->level == LN_PROVENANCE_CELL && cells->form == LN_EVIDENCE_STAR) {
    return ln_names_triple_stem(b->names, true, &cells->triple);
  }
  if (cells->level == LN_PROVENANCE_CELL && cells->form == LN_EVIDENCE_REIFIERS) {
    return bind_reifiers(b, cells, text);
  }
  return cells->level == LN_PROVENANCE_CELL && cells->form == LN_EVIDENCE_CLAIMS
           ? bind_statements(b, cells, text)
           : LN_OK;
}

static ln_status
bind_all(ln_binder* const b, ln_cell_plan* const cells, ln_text* const text)
{
  LN_TRY(name_places(b, cells, text));
  LN_TRY(list_cells(b, cells));
  LN_TRY(ln_bind_layer_graph(b, LN_LAYER_EVIDENCE, &cells->graph));
  LN_TRY(bind_form(b, cells, text));
  if (cells->form == LN_EVIDENCE_GRAPHS) {
    return LN_OK;
  }
  LN_TRY(ln_names_prefix(b->names, LN_V("prov"), LN_V(PROV)));
  LN_TRY(ln_names_predicate(b->names, LN_V(PROV "wasDerivedFrom"), &cells->derived));
  LN_TRY(ln_names_lead(b->names, cells->derived, cells->row_stem, &cells->lead_row));
  return ln_names_lead(b->names, cells->derived, cells->stem, &cells->lead);
}

/* The rows of a table are told of by a sink, which is faster (sink/descent.h); those of a document
   need to be counted or found here. */
static bool
is_wanted(const ln_binder* const b)
{
  const ln_provenance level  = b->binding->provenance;
  const bool          graphs = b->binding->evidence == LN_EVIDENCE_GRAPHS;
  return level == LN_PROVENANCE_CELL || (level == LN_PROVENANCE_ROW && b->map->dialect.tree) ||
         (level != LN_PROVENANCE_NONE && graphs);
}

ln_status
ln_bind_cells(ln_binder* const b)
{
  if (!is_wanted(b)) {
    return LN_OK;
  }
  ln_cell_plan* const cells = ln_arena_zero(b->arena, 1U, sizeof(ln_cell_plan));
  const ln_evidence   form  = b->binding->evidence;
  ln_text             text  = {0};
  if (!cells) {
    return LN_NO_MEM;
  }
  cells->level       = b->binding->provenance;
  cells->form        = form > LN_EVIDENCE_STAR ? LN_EVIDENCE_CLAIMS : form; // of claims alone
  b->plan->cells     = cells;
  const ln_status st = bind_all(b, cells, &text);
  ln_text_clear(&text);
  return st;
}
