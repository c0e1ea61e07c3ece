/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The second step of a row: subjects gather their outputs and flow on as descriptions. A subject
   that is made item by item runs through all combinations of its groups like an odometer. A row
   that has failed gives nothing at all, so that it is either in the output or in the report. The
   pairs and the row's arena are reused: after the first rows nothing is allocated. */

#include "map/maker.h"

#include "base/memory.h"

/* Whether each row is one thing of the index: then its id was settled there. Rows that make several
   things are watched as they are made. */
static bool
is_entered(const ln_plan* const plan)
{
  return plan->index && plan->key_groups == 0U;
}

bool
ln_plan_row_local(const ln_plan* const plan)
{
  for (size_t i = 0U; i < plan->n_variables; ++i) {
    const ln_column* const column = plan->variables[i].column;
    if (plan->variables[i].lang != SIZE_MAX || plan->variables[i].placeholders || column->once ||
        column->agree || column->fill_down) {
      return false;
    }
  }
  return plan->n_keys == 0U || is_entered(plan);
}

bool
ln_plan_numbered(const ln_plan* const plan)
{
  bool numbered = plan->numbered || plan->rows || plan->lists || is_entered(plan);
  for (size_t i = 0U; i < plan->n_subjects; ++i) {
    const ln_iri_plan* const iri = &plan->subjects[i].iri;
    numbered                     = numbered || (iri->stem == LN_STEM_IRI && iri->n == 0U);
  }
  return numbered;
}

ln_maker*
ln_maker_new(const ln_plan* const plan, ln_log* const log)
{
  ln_maker* const maker = ln_alloc_zero(1U, sizeof(ln_maker));
  if (!maker) {
    return NULL;
  }
  maker->plan   = plan;
  maker->log    = log;
  maker->values = ln_alloc_zero(plan->n_variables + 1U, sizeof(ln_value));
  ln_status st  = maker->values ? LN_OK : LN_NO_MEM;
  if (st == LN_OK && plan->straight) {
    st = ln_straight_state_new(plan->straight, &maker->straight);
  }
  if (st != LN_OK) {
    ln_maker_free(maker);
    return NULL;
  }
  return maker;
}

void
ln_maker_free(ln_maker* const maker)
{
  if (maker) {
    ln_arena_clear(&maker->arena);
    ln_maker_forget_above(maker);
    ln_text_clear(&maker->scratch);
    ln_text_clear(&maker->place);
    ln_text_clear(&maker->triple);
    ln_origin_clear(&maker->origin);
    ln_text_clear(&maker->text);
    ln_text_clear(&maker->slug);
    ln_text_clear(&maker->folded);
    ln_text_clear(&maker->key);
    ln_text_clear(&maker->id);
    ln_text_clear(&maker->message);
    ln_free(maker->values);
    ln_free(maker->pairs);
    ln_free(maker->dynamic);
    ln_free(maker->described);
    ln_free(maker->links);
    ln_free(maker->seen_rows);
    ln_dict_free(maker->seen);
    ln_dict_free(maker->noted);
    ln_agreement_free(maker->agreement);
    ln_straight_state_clear(&maker->straight);
    ln_free(maker->backed);
    ln_free(maker);
  }
}

/* `once`: whether an earlier row, or an earlier item of this one, has told the property of the
   thing. */
static ln_status
is_told(ln_maker* const maker, const ln_subject* const s, const ln_term subject, bool* const told)
{
  const ln_output* const out   = s->outputs; /* the only one */
  uint64_t               first = 0U;
  bool                   added = false;
  ln_text_reset(&maker->text);
  LN_TRY(ln_names_expand(maker->plan->names, subject, &maker->text));
  LN_TRY(ln_text_format(&maker->text,
                        " %c%u",
                        out->property ? 'c' : 'p',
                        out->property ? (unsigned)out->variable : (unsigned)out->predicate));
  LN_TRY(ln_maker_seen(maker, ln_text_view(&maker->text), &first, &added));
  *told = !added;
  return LN_OK;
}

/* A row that makes a subject which an earlier row made already: joined, but said, unless the
 * mapping means it. */
static ln_status
watch_subject(ln_maker* const maker, const ln_term subject)
{
  uint64_t first = 0U;
  bool     added = false;
  ln_text_reset(&maker->text);
  LN_TRY(ln_names_expand(maker->plan->names, subject, &maker->text));
  LN_TRY(ln_maker_seen(maker, ln_text_view(&maker->text), &first, &added));
  const ln_table_map* const map = maker->plan->map;
  if (!maker->log || map->merge || map->gather.s || first == maker->row->number) {
    return LN_OK;
  }
  ln_view iri = ln_text_view(&maker->text);
  iri = ln_view_starts(iri, maker->plan->base) ? ln_view_from(iri, maker->plan->base.n) : iri;
  return ln_report(maker->log,
                   LN_L0306,
                   LN_KEPT,
                   ln_maker_where(maker, NULL),
                   LN_V(""),
                   "the row describes %.*s, as row %llu does; they were joined",
                   (int)iri.n,
                   iri.s,
                   (unsigned long long)first);
}

/* No alternative of the key has all its values, or the row's own IRI lacks one. */
static ln_status
report_unnamed(ln_maker* const maker)
{
  ln_text* const names = &maker->message;
  ln_text_reset(names);
  for (size_t i = 0U; i < maker->plan->n_keys; ++i) {
    const ln_views c = maker->plan->map->keys[i].components;
    for (size_t k = 0U; k < c.n; ++k) {
      LN_TRY(ln_text_add(names, k > 0U ? LN_V(" and ") : i > 0U ? LN_V(", or ") : LN_V("")));
      LN_TRY(ln_text_add(names, c.v[k]));
    }
  }
  return ln_report(maker->log,
                   LN_L0308,
                   LN_NO_ROW,
                   ln_maker_where(maker, NULL),
                   LN_V(""),
                   "the row cannot be named: its id is made of %.*s",
                   (int)names->n,
                   names->s ? names->s : "");
}

/* A column of the table that speaks of a thing without a name is lost; virtual ones say only what
   others imply. */
static ln_status
report_lost(ln_maker* const maker, const ln_subject* const s)
{
  for (size_t i = 0U; i < s->n_outputs; ++i) {
    const size_t             at = s->outputs[i].variable;
    const ln_variable* const v  = &maker->plan->variables[at];
    if (!v->column->is_virtual && maker->values[at].n > 0U && ln_maker_holds(maker, &v->tests)) {
      LN_TRY(ln_report(maker->log,
                       LN_L0308,
                       LN_NO_VALUE,
                       ln_maker_where(maker, v),
                       LN_V(""),
                       "what the cell speaks of cannot be named: it is %s",
                       ln_shown(maker->log, s->iri.text)));
    }
  }
  return LN_OK;
}

/* A subject has no IRI. Without the row itself there is no row; but of several things that it makes
   the others stay. */
static ln_status
leave_out(ln_maker* const         maker,
          const ln_subject* const s,
          const ln_term           term,
          const ln_filling        filling)
{
  const bool row = s->main && s->groups == 0U;
  maker->failed  = maker->failed || row;
  if (filling == LN_BROKEN || !maker->log) {
    return LN_OK;
  }
  if (filling == LN_ABSENT) {
    return s->main ? report_unnamed(maker) : report_lost(maker, s);
  }
  return ln_report(maker->log,
                   LN_L0204,
                   row ? LN_NO_ROW : LN_NO_VALUE,
                   ln_maker_where(maker, NULL),
                   LN_V(""),
                   "%s cannot be used as an IRI",
                   ln_shown(maker->log, ln_term_bytes(term)));
}

static ln_status
make_subject(ln_maker* const         maker,
             const ln_subject* const s,
             ln_term* const          term,
             ln_filling* const       filling)
{
  if (s->iri.stem == LN_STEM_IRI && s->iri.n == 0U) {
    ln_text_reset(&maker->text);
    LN_TRY(ln_text_format(
      &maker->text, "t%ur%llu", maker->plan->number, (unsigned long long)maker->row->number));
    ln_view label = {0};
    LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->text), &label));
    *filling = LN_FILLED;
    *term    = (ln_term){.s = label.s, .n = (uint32_t)label.n, .kind = LN_BLANK, .flags = LN_CLEAN};
    return LN_OK;
  }
  return ln_maker_iri(maker, &s->iri, s->column, term, filling);
}

static ln_status
report_lack(ln_maker* const maker, const ln_subject* const s, const ln_variable* const v)
{
  return maker->log ? ln_report(maker->log,
                                LN_L0222,
                                LN_NO_VALUE,
                                ln_maker_where(maker, v),
                                LN_V(""),
                                "%s is not described, since %.*s has no value",
                                ln_shown(maker->log, s->iri.text),
                                (int)v->column->name.n,
                                v->column->name.s)
                    : LN_OK;
}

/* A required virtual column that counts now and has no value: what it describes is left out. That
   is said here, unless the value was told to be bad. */
static ln_status
check_required(ln_maker* const maker, const ln_subject* const s, bool* const lacks)
{
  *lacks = false;
  for (size_t i = 0U; i < s->n_outputs; ++i) {
    const ln_variable* const v = &maker->plan->variables[s->outputs[i].variable];
    size_t                   n = 0U;
    if (v->column->required && v->column->is_virtual && ln_maker_holds(maker, &v->tests)) {
      const ln_item* const items = ln_maker_items(maker, s->outputs[i].variable, &n);
      *lacks                     = n == 0U || items->state != LN_ITEM_GOOD;
      if (*lacks) {
        return n == 0U || items->state == LN_ITEM_NULL ? report_lack(maker, s, v) : LN_OK;
      }
    }
  }
  return LN_OK;
}

/* Standard mode names all subjects of a row, also those without a triple. */
static ln_status
remember_subject(ln_maker* const maker, const ln_subject* const s)
{
  ln_term    subject = {0};
  ln_filling filling = LN_FILLED;
  LN_TRY(make_subject(maker, s, &subject, &filling));
  return filling == LN_FILLED || filling == LN_ABSENT ? ln_maker_described(maker, subject) : LN_OK;
}

/* The named graph of what is bound now. What would stand in a graph without a name is left out. */
static ln_status
make_graph(ln_maker* const         maker,
           const ln_subject* const s,
           ln_term* const          graph,
           ln_filling* const       filling)
{
  LN_TRY(ln_maker_iri(maker, s->graph_url, s->column, graph, filling));
  if (*filling == LN_UNFIT) {
    return ln_maker_bad_url(maker, NULL, ln_term_bytes(*graph));
  }
  return *filling == LN_ABSENT && maker->log ? ln_report(maker->log,
                                                         LN_L0216,
                                                         LN_NO_VALUE,
                                                         ln_maker_where(maker, NULL),
                                                         LN_V(""),
                                                         "the graph %s has no name in this row",
                                                         ln_shown(maker->log, s->graph_url->text))
                                             : LN_OK;
}

/* What follows a description: its lists, and what is said of its triples. */
static ln_status
tell_more(ln_maker* const maker, const ln_desc* const desc, const ln_sink sink)
{
  LN_TRY(maker->n_links > desc->n_links ? ln_maker_links(maker, desc->graph, sink) : LN_OK);
  LN_TRY(maker->plan->cells ? ln_maker_cells(maker, desc, sink) : LN_OK);
  return maker->n_backed > 0U ? ln_maker_claims(maker, desc->subject, sink) : LN_OK;
}

/* One description: the subject for what is bound now. */
static ln_status
describe(ln_maker* const maker, const ln_subject* const s, const ln_sink sink, bool* const made)
{
  bool       lacks   = false;
  ln_filling filling = LN_FILLED;
  ln_desc    desc    = {.graph  = s->graph,
                        .where  = {maker->plan->source, 0U, maker->row->number},
                        .fields = maker->plan->fields};
  maker->n_pairs     = 0U;
  maker->n_dynamic   = 0U;
  maker->n_backed    = 0U;
  maker->n_links     = 0U;
  for (size_t i = 0U; i < s->n_outputs; ++i) {
    const size_t first = maker->n_pairs;
    LN_TRY(ln_maker_output(maker, &s->outputs[i]));
    LN_TRY(s->outputs[i].source ? ln_maker_back(maker, &s->outputs[i], first) : LN_OK);
  }
  if (maker->plan->rows) {
    LN_TRY(remember_subject(maker, s));
  }
  if (maker->n_pairs > 0U) {
    LN_TRY(check_required(maker, s, &lacks));
  }
  if (maker->n_pairs == 0U || lacks) {
    return LN_OK;
  }
  LN_TRY(make_subject(maker, s, &desc.subject, &filling));
  if (filling != LN_FILLED && (filling != LN_ABSENT || maker->plan->n_keys > 0U)) {
    return leave_out(maker, s, desc.subject, filling);
  }
  LN_TRY(filling == LN_ABSENT && s->main ? ln_maker_doubt_gap(maker, s) : LN_OK);
  if (s->main && maker->plan->n_keys > 0U && !is_entered(maker->plan)) {
    LN_TRY(watch_subject(maker, desc.subject));
  }
  if (maker->plan->agrees && !ln_maker_silent(maker)) {
    LN_TRY(ln_maker_agree(maker, s, desc.subject));
  }
  if (s->once) {
    bool told = false;
    LN_TRY(is_told(maker, s, desc.subject, &told));
    if (told) {
      return LN_OK;
    }
  }
  if (s->graph_url) {
    LN_TRY(make_graph(maker, s, &desc.graph, &filling));
    if (filling != LN_FILLED) {
      return LN_OK;
    }
  }
  desc.pairs   = maker->pairs;
  desc.n_pairs = maker->n_pairs;
  desc.dynamic = maker->dynamic;
  *made        = true;
  if (maker->plan->lists) {
    ln_maker_lend_lists(maker, sink, &desc);
  }
  LN_TRY(ln_sink_describe(sink, &desc));
  return tell_more(maker, &desc, sink);
}

static ln_status
make_subject_each(ln_maker* const         maker,
                  const ln_subject* const s,
                  const ln_sink           sink,
                  bool* const             made)
{
  ln_odometer o    = {0};
  maker->bound_set = 0U;
  if (!ln_odometer_start(maker, s->groups, &o)) {
    return LN_OK;
  }
  do {
    LN_TRY(describe(maker, s, sink, made));
  } while (ln_odometer_next(maker, &o));
  return LN_OK;
}

static ln_status
make_subjects(ln_maker* const maker, const ln_sink sink, bool* const made)
{
  for (size_t i = 0U; i < maker->plan->n_subjects && !maker->failed; ++i) {
    LN_TRY(make_subject_each(maker, &maker->plan->subjects[i], sink, made));
  }
  return LN_OK;
}

static ln_status
check_length(ln_maker* const maker)
{
  const size_t n    = maker->row->n;
  const size_t want = maker->plan->n_fields;
  if (ln_maker_whole(maker->plan, n)) {
    return LN_OK;
  }
  maker->failed        = true;
  const size_t   odd   = n < want ? n : want; // the first cell that is missing, or that is too many
  const ln_where where = {maker->plan->source, (uint32_t)(odd + 1U), maker->row->number};
  return maker->log ? ln_report(maker->log,
                                n < want ? LN_L0106 : LN_L0107,
                                LN_NO_ROW,
                                where,
                                LN_V(""),
                                "the row has %zu cell%s, the header %zu",
                                n,
                                n == 1U ? "" : "s",
                                want)
                    : LN_OK;
}

/* A row that the index does not have is left out. Why was said when the table was indexed, unless
   the row could not be named then because of things that had no ids yet. */
static ln_status
check_entry(ln_maker* const maker)
{
  ln_filling filling = LN_FILLED;
  maker->failed      = true;
  ln_text_reset(&maker->text);
  LN_TRY(ln_maker_key(maker, &maker->text, &filling));
  if (filling != LN_FILLED || !maker->log ||
      ln_index_by_key(maker->plan->index, ln_text_view(&maker->text)) != LN_ENTRY_NONE) {
    return LN_OK;
  }
  return ln_report(
    maker->log,
    LN_L0308,
    LN_NO_ROW,
    ln_maker_where(maker, NULL),
    LN_V(""),
    "the row cannot be named: its id is made of things in tables that are read later");
}

static void
start(ln_maker* const maker, const ln_row* const row, const uint64_t number)
{
  maker->row       = row;
  maker->number    = number;
  maker->entry     = NULL;
  maker->failed    = false;
  maker->doubtful  = false;
  maker->evaluated = false;
}

static ln_status
read_values(ln_maker* const maker)
{
  ln_arena_reset(&maker->arena);
  if (is_entered(maker->plan)) {
    const uint32_t at = ln_index_at_row(maker->plan->index, maker->number);
    maker->entry      = at != LN_ENTRY_NONE ? ln_index_entry(maker->plan->index, at) : NULL;
  }
  LN_TRY(ln_maker_evaluate(maker));
  maker->evaluated = true;
  return LN_OK;
}

ln_status
ln_maker_read(ln_maker* const maker, const ln_row* const row, const uint64_t number)
{
  start(maker, row, number);
  LN_TRY(check_length(maker));
  return maker->failed ? LN_OK : read_values(maker);
}

ln_status
ln_maker_row(ln_maker* const     maker,
             const ln_row* const row,
             const uint64_t      number,
             const ln_sink       sink,
             bool* const         made)
{
  *made = false;
  start(maker, row, number);
  LN_TRY(check_length(maker));
  if (maker->failed) {
    return LN_OK;
  }
  if (maker->plan->straight) {
    bool gone = false;
    LN_TRY(ln_straight_row(maker, sink, &gone, made));
    if (gone) {
      return LN_OK;
    }
  }
  LN_TRY(read_values(maker));
  maker->failed = maker->failed || row->bad;
  if (!maker->failed && is_entered(maker->plan) && !maker->entry) {
    LN_TRY(check_entry(maker));
  }
  if (maker->failed) {
    return LN_OK;
  }
  maker->n_described = 0U;
  maker->list_nodes  = 0U;
  LN_TRY(make_subjects(maker, sink, made));
  return maker->plan->rows && !maker->failed ? ln_maker_standard(maker, sink) : LN_OK;
}

bool
ln_maker_faulty(const ln_maker* const maker)
{
  return maker->failed || maker->doubtful;
}
