/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What standard mode says of every row ("Generating RDF from Tabular Data", section 4.2): the
   predicates and stems of it, and the columns that give rows titles. */

#include "map/binder.h"

#include "base/text.h"

#define CSVW "http://www.w3.org/ns/csvw#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define XSD "http://www.w3.org/2001/XMLSchema#"

static ln_status
bind_titles(ln_binder* const b, ln_row_plan* const plan)
{
  const ln_views  names  = b->map->row_titles;
  uint16_t* const titles = ln_arena_zero(b->arena, names.n, sizeof(uint16_t));
  if (!titles) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < names.n; ++i) {
    const size_t at = ln_bind_find(b, names.v[i]);
    if (at == SIZE_MAX) {
      b->property = "rowTitles";
      LN_TRY(ln_bind_unknown(b, LN_L0411, b->map->path, names.v[i]));
      continue;
    }
    b->plan->variables[at].used = true;
    titles[plan->n_titles++]    = (uint16_t)at;
  }
  plan->titles = titles;
  return LN_OK;
}

/* The IRI of a row is the table's, with a fragment. */
static ln_status
bind_address(ln_binder* const b, const ln_view url, uint16_t* const stem)
{
  ln_text   text = {0};
  ln_status st   = ln_text_add(&text, ln_view_first(url, ln_view_find(url, '#')));
  st             = st == LN_OK ? ln_text_add(&text, LN_V("#row=")) : st;
  st             = st == LN_OK ? ln_names_iri_stem(b->names, ln_text_view(&text), stem) : st;
  ln_text_clear(&text);
  return st;
}

ln_status
ln_bind_standard(ln_binder* const b)
{
  ln_row_plan* const plan = ln_arena_zero(b->arena, 1U, sizeof(ln_row_plan));
  if (!plan) {
    return LN_NO_MEM;
  }
  plan->table = b->binding->standard->table;
  LN_TRY(bind_address(b, b->binding->standard->url, &plan->address));
  LN_TRY(ln_names_predicate(b->names, LN_V(CSVW "row"), &plan->row));
  LN_TRY(ln_names_predicate(b->names, LN_V(CSVW "rownum"), &plan->rownum));
  LN_TRY(ln_names_predicate(b->names, LN_V(CSVW "url"), &plan->url));
  LN_TRY(ln_names_predicate(b->names, LN_V(CSVW "title"), &plan->title));
  LN_TRY(ln_names_predicate(b->names, LN_V(CSVW "describes"), &plan->describes));
  LN_TRY(ln_names_predicate(b->names, LN_V(RDFS "comment"), &plan->comment));
  LN_TRY(ln_names_literal_stem(b->names, LN_V(""), LN_V(""), &plan->text));
  LN_TRY(ln_names_term(b->names, LN_V(CSVW "Row"), &plan->type));
  LN_TRY(ln_names_literal_stem(b->names, LN_V(XSD "integer"), LN_V(""), &plan->integer));
  b->plan->rows = plan;
  return bind_titles(b, plan);
}
