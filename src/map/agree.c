/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `agree`: rows that speak of the same thing say the same of it, or both cells are told: mostly two
   spellings of one name. Of each thing the first text is kept, and every other is told once. Memory
   for each thing and each of its texts, so rows are then made one after the other. */

#include "map/maker.h"

#include "base/memory.h"

enum { FIRST_THINGS = 64 };

/* What was said first of a thing, and where. */
typedef struct {
  uint64_t row;
  uint32_t text; ///< its number
} saying;

struct ln_agreement {
  ln_dict* things; ///< with the property; numbers index `first`
  ln_dict* texts;
  ln_dict* pairs; ///< a thing and a text, as their numbers
  saying*  first;
  size_t   cap;
};

void
ln_agreement_free(ln_agreement* const agreement)
{
  if (agreement) {
    ln_dict_free(agreement->things);
    ln_dict_free(agreement->texts);
    ln_dict_free(agreement->pairs);
    ln_free(agreement->first);
    ln_free(agreement);
  }
}

static ln_status
start(ln_maker* const maker)
{
  ln_agreement* const made = ln_alloc_zero(1U, sizeof(ln_agreement));
  if (!made) {
    return LN_NO_MEM;
  }
  maker->agreement = made;
  made->things     = ln_dict_new();
  made->texts      = ln_dict_new();
  made->pairs      = ln_dict_new();
  return made->things && made->texts && made->pairs ? LN_OK : LN_NO_MEM;
}

static ln_status
keep_first(ln_agreement* const a, const uint32_t thing, const saying first)
{
  if (thing >= a->cap) {
    const size_t  cap  = a->cap > 0U ? 2U * a->cap : (size_t)FIRST_THINGS;
    saying* const more = ln_realloc(a->first, cap, sizeof(saying));
    if (!more) {
      return LN_NO_MEM;
    }
    a->first = more;
    a->cap   = cap;
  }
  a->first[thing] = first;
  return LN_OK;
}

static ln_status
report_other(ln_maker* const          maker,
             const ln_variable* const v,
             const ln_view            thing,
             const ln_view            text,
             const saying             first)
{
  const ln_view before = ln_dict_key(maker->agreement->texts, first.text);
  const ln_view iri =
    ln_view_starts(thing, maker->plan->base) ? ln_view_from(thing, maker->plan->base.n) : thing;
  return ln_report(maker->log,
                   LN_L0314,
                   LN_KEPT,
                   ln_maker_where(maker, v),
                   LN_V(""),
                   "of %.*s this row says %s, row %llu %s",
                   (int)iri.n,
                   iri.s,
                   ln_shown(maker->log, text),
                   (unsigned long long)first.row,
                   ln_shown(maker->log, before));
}

/* One text of a thing, whose IRI and property stand in `maker->text`; the IRI has `n` bytes. */
static ln_status
take_text(ln_maker* const maker, const ln_variable* const v, const size_t n, const ln_view text)
{
  ln_agreement* const a      = maker->agreement;
  uint32_t            key[2] = {0U, 0U};
  uint32_t            pair   = 0U;
  bool                news   = false;
  bool                fresh  = false;
  LN_TRY(ln_dict_add(a->things, ln_text_view(&maker->text), &key[0], &news));
  LN_TRY(ln_dict_add(a->texts, text, &key[1], NULL));
  LN_TRY(ln_dict_add(a->pairs, (ln_view){(const char*)key, sizeof(key)}, &pair, &fresh));
  if (news) {
    return keep_first(a, key[0], (saying){maker->row->number, key[1]});
  }
  const ln_view thing = ln_view_first(ln_text_view(&maker->text), n);
  return fresh ? report_other(maker, v, thing, text, a->first[key[0]]) : LN_OK;
}

ln_status
ln_maker_agree(ln_maker* const maker, const ln_subject* const subject, const ln_term term)
{
  LN_TRY(maker->agreement ? LN_OK : start(maker));
  for (size_t i = 0U; i < subject->n_outputs; ++i) {
    const ln_output* const   out   = &subject->outputs[i];
    const ln_variable* const v     = &maker->plan->variables[out->variable];
    size_t                   n     = 0U;
    const ln_item* const     items = ln_maker_items(maker, out->variable, &n);
    if (!v->column->agree || n == 0U || items->state != LN_ITEM_GOOD ||
        !ln_maker_holds(maker, &v->tests)) {
      continue;
    }
    ln_text_reset(&maker->text);
    LN_TRY(ln_names_expand(maker->plan->names, term, &maker->text));
    const size_t length = maker->text.n;
    LN_TRY(ln_text_format(&maker->text, " %u", (unsigned)out->variable));
    LN_TRY(take_text(maker, v, length, items->lexical));
  }
  return LN_OK;
}
