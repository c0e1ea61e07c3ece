/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What an output adds to its subject: pairs of a predicate and an object, one for each good item
   that counts now. Predicates that are made of cells are kept beside the pairs, for the length of a
   description. Lists grow by doubling and are reused: after the first rows nothing is allocated. */

#include "map/maker.h"

#include "base/memory.h"
#include "rdf/edtf.h"
#include "rdf/iri.h"

static ln_status
add_pair(ln_maker* const        maker,
         const ln_term          object,
         const uint16_t         predicate,
         const ln_output* const output)
{
  const uint32_t lead = object.stem == output->stem ? output->lead : 0U;
  if (maker->n_pairs == maker->cap_pairs) {
    const size_t   cap   = maker->cap_pairs ? maker->cap_pairs * 2U : 32U;
    ln_pair* const pairs = ln_realloc(maker->pairs, cap, sizeof(ln_pair));
    if (!pairs) {
      return LN_NO_MEM;
    }
    maker->pairs     = pairs;
    maker->cap_pairs = cap;
  }
  maker->pairs[maker->n_pairs++] =
    (ln_pair){object, predicate, (uint16_t)(output->variable + 1U), lead};
  return LN_OK;
}

static ln_status
add_dynamic(ln_maker* const maker, const ln_view iri, uint16_t* const number)
{
  if (maker->n_dynamic == maker->cap_dynamic) {
    const size_t   cap  = maker->cap_dynamic ? maker->cap_dynamic * 2U : 8U;
    ln_view* const list = ln_realloc(maker->dynamic, cap, sizeof(ln_view));
    if (!list) {
      return LN_NO_MEM;
    }
    maker->dynamic     = list;
    maker->cap_dynamic = cap;
  }
  *number                            = (uint16_t)(LN_PREDICATE_CELL + maker->n_dynamic);
  maker->dynamic[maker->n_dynamic++] = iri;
  return LN_OK;
}

ln_status
ln_maker_bad_url(ln_maker* const maker, const ln_variable* const v, const ln_view iri)
{
  return maker->log ? ln_report(maker->log,
                                LN_L0204,
                                LN_NO_VALUE,
                                ln_maker_where(maker, v),
                                LN_V(""),
                                "%s cannot be used as an IRI",
                                ln_shown(maker->log, iri))
                    : LN_OK;
}

/* The predicate of an output now; *usable is false if a dynamic one has no value. */
static ln_status
make_predicate(ln_maker* const          maker,
               const ln_output* const   output,
               const ln_variable* const v,
               uint16_t* const          number,
               bool* const              usable)
{
  *number = output->predicate;
  *usable = true;
  if (!output->property) {
    return LN_OK;
  }
  ln_term    term    = {0};
  ln_filling filling = LN_FILLED;
  LN_TRY(ln_maker_iri(maker, output->property, v->column, &term, &filling));
  *usable = filling == LN_FILLED || (filling == LN_ABSENT && maker->plan->n_keys == 0U);
  if (!*usable) {
    return filling == LN_UNFIT ? ln_maker_bad_url(maker, v, ln_term_bytes(term)) : LN_OK;
  }
  ln_text_reset(&maker->text);
  LN_TRY(ln_names_expand(maker->plan->names, term, &maker->text));
  ln_view iri = {0};
  LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->text), &iri));
  return add_dynamic(maker, iri, number);
}

/* The stem of the item's datatype; of an EDTF date that XSD can say, if asked for, that of XSD. */
static uint16_t
date_stem(const ln_plan* const plan, const ln_variable* const v, const ln_item* const item)
{
  static const char* const names[LN_DATE_STEMS] = {"date", "dateTime", "gYear", "gYearMonth"};
  const ln_value_type      type                 = v->n_types > 0U
                                                    ? v->types[item->type]
                                                    : (ln_value_type){.stem = v->literal_stem, .edtf = v->edtf};
  const char* const        name = plan->xsd_dates && type.edtf ? ln_edtf_xsd(item->lexical) : NULL;
  for (size_t i = 0U; name && i < LN_DATE_STEMS; ++i) {
    if (strcmp(name, names[i]) == 0) {
      return plan->date_stems[i];
    }
  }
  return type.stem;
}

/* The object that a URL template gives for what is bound now. */
static ln_status
add_url(ln_maker* const          maker,
        const ln_output* const   output,
        const ln_variable* const v,
        const uint16_t           predicate)
{
  ln_term    term    = {0};
  ln_filling filling = LN_FILLED;
  LN_TRY(ln_maker_iri(maker, output->url, v->column, &term, &filling));
  if (filling == LN_UNFIT) {
    return ln_maker_bad_url(maker, v, ln_term_bytes(term));
  }
  if (filling == LN_BROKEN || (filling == LN_ABSENT && maker->plan->n_keys > 0U)) {
    return LN_OK;
  }
  LN_TRY(ln_maker_doubt_url(maker, output->url));
  return add_pair(maker, term, predicate, output);
}

static ln_status
add_urls(ln_maker* const          maker,
         const ln_output* const   output,
         const ln_variable* const v,
         const uint16_t           predicate)
{
  size_t         n      = 0U;
  const uint32_t groups = output->url->groups | (v->group != LN_NO_GROUP ? 1U << v->group : 0U);
  ln_odometer    o      = {0};
  (void)ln_maker_items(maker, output->variable, &n);
  /* CSVW: an empty list is a value like any other, and its URL lacks only what it would add. */
  const bool nothing = maker->plan->plain ? maker->values[output->variable].null : n == 0U;
  if ((!v->column->is_virtual && nothing) || !ln_odometer_start(maker, groups, &o)) {
    return LN_OK;
  }
  do {
    if (ln_maker_holds(maker, &v->tests)) {
      LN_TRY(add_url(maker, output, v, predicate));
    }
  } while (ln_odometer_next(maker, &o));
  return LN_OK;
}

/* The stem of a literal now: the language that another column tells, the XSD type of a date if
 * asked for, else that of the column. */
static ln_status
literal_stem(ln_maker* const          maker,
             const ln_variable* const v,
             const ln_item* const     item,
             uint16_t* const          stem)
{
  *stem = item->as_text ? v->text_stem : date_stem(maker->plan, v, item);
  if (v->lang == SIZE_MAX) {
    return LN_OK;
  }
  size_t               n    = 0U;
  const ln_item* const lang = ln_maker_items(maker, v->lang, &n);
  if (n == 0U || lang->state != LN_ITEM_GOOD) {
    return LN_OK;
  }
  if (ln_lang_valid(lang->lexical)) {
    return ln_names_late_lang(maker->plan->names, lang->lexical, stem);
  }
  return maker->log ? ln_report(maker->log,
                                LN_L0201,
                                LN_NO_VALUE,
                                ln_maker_where(maker, &maker->plan->variables[v->lang]),
                                LN_V(""),
                                "%s is not a language tag such as en or pt-BR",
                                ln_shown(maker->log, lang->raw))
                    : LN_OK;
}

ln_status
ln_maker_object(ln_maker* const          maker,
                const ln_output* const   output,
                const ln_variable* const v,
                const ln_item* const     item,
                ln_term* const           object)
{
  *object = item->term;
  if (output->kind != LN_OBJECT_LITERAL) {
    return LN_OK;
  }
  *object = (ln_term){.s     = item->lexical.s,
                      .n     = (uint32_t)item->lexical.n,
                      .kind  = LN_LITERAL,
                      .flags = item->clean ? LN_CLEAN : 0};
  return literal_stem(maker, v, item, &object->stem);
}

static ln_status
add_items(ln_maker* const          maker,
          const ln_output* const   output,
          const ln_variable* const v,
          const uint16_t           predicate)
{
  size_t               n      = 0U;
  const ln_item* const items  = ln_maker_items(maker, output->variable, &n);
  ln_term              object = {0};
  if (output->list && !maker->values[output->variable].null) {
    LN_TRY(ln_maker_list(maker, output, items, n, &object));
    LN_TRY(add_pair(maker, object, predicate, output));
    maker->pairs[maker->n_pairs - 1U].flags = LN_PAIR_LIST;
    return LN_OK;
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_item* const item = &items[i];
    if (item->state != LN_ITEM_GOOD || item->lexical.n > UINT32_MAX) {
      continue;
    }
    LN_TRY(ln_maker_object(maker, output, v, item, &object));
    LN_TRY(add_pair(maker, object, predicate, output));
  }
  return LN_OK;
}

static ln_status
make_pairs(ln_maker* const maker, const ln_output* const output, const ln_variable* const v)
{
  uint16_t predicate = 0U;
  bool     usable    = true;
  if (output->kind != LN_OBJECT_URL && !ln_maker_holds(maker, &v->tests)) {
    return LN_OK;
  }
  LN_TRY(make_predicate(maker, output, v, &predicate, &usable));
  if (!usable) {
    return LN_OK;
  }
  return output->kind == LN_OBJECT_URL ? add_urls(maker, output, v, predicate)
                                       : add_items(maker, output, v, predicate);
}

ln_status
ln_maker_output(ln_maker* const maker, const ln_output* const output)
{
  const ln_variable* const v = &maker->plan->variables[output->variable];
  ln_odometer              o = {0};
  if (!output->property || output->property->groups == 0U) {
    return make_pairs(maker, output, v);
  }
  if (!ln_odometer_start(maker, output->property->groups, &o)) {
    return LN_OK;
  }
  do {
    LN_TRY(make_pairs(maker, output, v));
  } while (ln_odometer_next(maker, &o));
  return LN_OK;
}
