/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What all rows of a mapping have in common, as shapes. A shape speaks of things, and one thing may
   be made by rows of several tables; so things are gathered in kinds, by class, or by template
   where they have none, and of each kind only that is said which every row that can speak of such a
   thing keeps: how many values there must be, how many there can be, and what they are. Where
   templates may make the same IRI, they are taken to do so. */

#include "run/mapping_shapes.h"

#include "base/memory.h"
#include "run/alone.h"
#include "run/shape_value.h"

#include <string.h>

enum { VALUES_MOST = 16 };

/* One way in which rows make things. */
typedef struct {
  const ln_plan*    plan;
  const ln_subject* subject;
  ln_beginning      beginning;
  bool              nameless; ///< a blank node a row
} source;

/* Things of one class. */
typedef struct {
  ln_view class; ///< empty: those of one source, which has none
  size_t only;   ///< this source, if there is no class
} kind;

typedef struct {
  ln_shape_draft* draft;
  source*         sources;
  size_t          n_sources;
  kind*           kinds;
  size_t          n_kinds;
  size_t          cap_kinds;
} writing;

static bool
is_fixed(const ln_iri_plan* const iri)
{
  return iri->n == 0U || (iri->n == 1U && !iri->parts[0].operator);
}

/* Whether an output is a class that the mapping names. */
static bool
is_class(const ln_output* const output)
{
  return !output->property && output->predicate == LN_PREDICATE_TYPE &&
         output->kind == LN_OBJECT_URL && is_fixed(output->url);
}

static bool
has_class(const source* const s, const ln_view class)
{
  for (size_t i = 0U; i < s->subject->n_outputs; ++i) {
    const ln_output* const output = &s->subject->outputs[i];
    if (is_class(output)) {
      const ln_beginning b = ln_shape_value_beginning(s->plan, output->url);
      if (class.n == b.stem.n + b.rest.n &&
          ln_beginning_meets(b, (ln_beginning){class, LN_V("")})) {
        return true;
      }
    }
  }
  return false;
}

static bool
has_any_class(const source* const s)
{
  for (size_t i = 0U; i < s->subject->n_outputs; ++i) {
    if (is_class(&s->subject->outputs[i])) {
      return true;
    }
  }
  return false;
}

/* Whether a source makes things of a kind for sure. */
static bool
makes(const writing* const w, const kind* const k, const size_t i)
{
  return k->class.n > 0U ? has_class(&w->sources[i], k->class) : k->only == i;
}

static bool
meets(const source* const a, const source* const b)
{
  if (a->nameless || b->nameless) {
    return a == b;
  }
  return ln_beginning_meets(a->beginning, b->beginning);
}

/* Whether a source may speak of things of a kind. */
static bool
speaks(const writing* const w, const kind* const k, const size_t i)
{
  for (size_t j = 0U; j < w->n_sources; ++j) {
    if (makes(w, k, j) && meets(&w->sources[i], &w->sources[j])) {
      return true;
    }
  }
  return false;
}

static bool
is_of(const ln_output* const output, const uint16_t predicate)
{
  return !output->property && output->predicate == predicate;
}

static size_t
count_outputs(const source* const s, const uint16_t predicate)
{
  size_t n = 0U;
  for (size_t i = 0U; i < s->subject->n_outputs; ++i) {
    n += is_of(&s->subject->outputs[i], predicate) ? 1U : 0U;
  }
  return n;
}

/* Whether a template has a value in every row. */
static bool
is_full(const ln_plan* const plan, const ln_iri_plan* const iri)
{
  for (size_t i = 0U; i < iri->n; ++i) {
    const ln_part* const part = &iri->parts[i];
    const bool           cell = part->source == LN_PART_VARIABLE || part->source == LN_PART_RAW;
    if (part->operator&&(!cell || !plan->variables[part->variable].column->required)) {
      return false;
    }
  }
  return true;
}

/* Whether every row gives this output a value. */
static bool
is_sure(const ln_plan* const plan, const ln_output* const output)
{
  const ln_column* const column = plan->variables[output->variable].column;
  if (column->n_whens > 0U || ln_column_is_list(column) || column->once) {
    return false;
  }
  if (output->kind == LN_OBJECT_URL) {
    return is_full(plan, output->url);
  }
  return column->required && !column->extract && !column->placeholders;
}

/* Whether things of the kind have a value for sure: every source that makes some gives one. */
static bool
is_required(const writing* const w, const kind* const k, const uint16_t predicate)
{
  for (size_t i = 0U; i < w->n_sources; ++i) {
    bool sure = !makes(w, k, i);
    for (size_t j = 0U; !sure && j < w->sources[i].subject->n_outputs; ++j) {
      const ln_output* const output = &w->sources[i].subject->outputs[j];
      sure = is_of(output, predicate) && is_sure(w->sources[i].plan, output);
    }
    if (!sure) {
      return false;
    }
  }
  return true;
}

/* Whether each row gives a source at most one value for each output of the property. */
static bool
is_single(const source* const s, const uint16_t predicate)
{
  for (size_t i = 0U; i < s->subject->n_outputs; ++i) {
    const ln_output* const output = &s->subject->outputs[i];
    const ln_variable*     v      = &s->plan->variables[output->variable];
    const uint32_t groups = v->groups | (output->kind == LN_OBJECT_URL ? output->url->groups : 0U);
    if (is_of(output, predicate) && !output->list &&
        (ln_column_is_list(v->column) || v->column->each || groups != 0U)) {
      return false;
    }
  }
  return true;
}

/* How many values things of the kind have at most; 0: any number. */
static size_t
most_values(const writing* const w, const kind* const k, const uint16_t predicate)
{
  size_t most = 0U;
  for (size_t i = 0U; i < w->n_sources; ++i) {
    const size_t n = count_outputs(&w->sources[i], predicate);
    if (n == 0U || !speaks(w, k, i)) {
      continue;
    }
    if (!ln_alone_subject(w->sources[i].plan, w->sources[i].subject) ||
        !is_single(&w->sources[i], predicate)) {
      return 0U;
    }
    for (size_t j = 0U; j < i; ++j) {
      if (count_outputs(&w->sources[j], predicate) > 0U && meets(&w->sources[i], &w->sources[j])) {
        return 0U;
      }
    }
    most = n > most ? n : most;
  }
  return most;
}

/* Whether cells name the properties of some source that may speak of things of the kind. */
static bool
has_dynamic(const writing* const w, const kind* const k)
{
  for (size_t i = 0U; i < w->n_sources; ++i) {
    for (size_t j = 0U; j < w->sources[i].subject->n_outputs; ++j) {
      if (w->sources[i].subject->outputs[j].property && speaks(w, k, i)) {
        return true;
      }
    }
  }
  return false;
}

/* What values there may be, each once; VALUES_MOST of them: too many to say. */
static size_t
gather_values(const writing* const  w,
              const kind* const     k,
              const uint16_t        predicate,
              ln_shape_value* const values)
{
  size_t n = 0U;
  for (size_t i = 0U; i < w->n_sources; ++i) {
    for (size_t j = 0U; j < w->sources[i].subject->n_outputs && speaks(w, k, i); ++j) {
      const ln_output* const output = &w->sources[i].subject->outputs[j];
      size_t                 end    = n;
      if (is_of(output, predicate)) {
        ln_shape_value_of(w->sources[i].plan, output, values, VALUES_MOST, &end);
      }
      for (size_t fresh = n; fresh < end; ++fresh) {
        size_t same = 0U;
        while (same < n && !ln_shape_value_same(&values[same], &values[fresh])) {
          ++same;
        }
        values[n] = values[fresh];
        n += same == n ? 1U : 0U;
      }
    }
  }
  return n;
}

/* What is said of a property of things of a kind. */
typedef struct {
  uint16_t       predicate;
  bool           required;
  size_t         most; ///< 0: any number
  size_t         n;    ///< of values; 0: nothing is said of them
  ln_shape_value values[VALUES_MOST];
} promise;

static promise
promise_of(const writing* const w, const kind* const k, const uint16_t predicate)
{
  const bool dynamic = has_dynamic(w, k);
  promise    p       = {.predicate = predicate,
                        .required  = is_required(w, k, predicate),
                        .most      = dynamic ? 0U : most_values(w, k, predicate)};
  p.n                = dynamic ? 0U : gather_values(w, k, predicate, p.values);
  p.n                = p.n < VALUES_MOST ? p.n : 0U;
  return p;
}

static ln_status
add_values(writing* const w, const promise* const p, const uint32_t shape)
{
  uint32_t nodes[VALUES_MOST];
  if (p->n == 1U) {
    return ln_shape_value_add(w->draft, shape, &p->values[0]);
  }
  for (size_t i = 0U; i < p->n; ++i) {
    LN_TRY(ln_shape_draft_blank(w->draft, &nodes[i]));
    LN_TRY(ln_shape_value_add(w->draft, nodes[i], &p->values[i]));
  }
  return p->n > 0U ? ln_shape_draft_add_list(w->draft, shape, LN_W_OR, nodes, p->n) : LN_OK;
}

static ln_status
name_property(writing* const w, const ln_view name, const ln_view iri, uint32_t* const node)
{
  ln_text   text = {0};
  ln_status st   = ln_text_add(&text, name);
  st             = st == LN_OK ? ln_text_add_byte(&text, '-') : st;
  st             = st == LN_OK ? ln_text_add(&text, ln_shape_draft_local(iri)) : st;
  st = st == LN_OK ? ln_shape_draft_named(w->draft, ln_text_view(&text), LN_W_PROPERTY_SHAPE, node)
                   : st;
  ln_text_clear(&text);
  return st;
}

static ln_status
write_property(writing* const w, const promise* const p, const ln_view name, const uint32_t shape)
{
  const ln_view iri  = ln_names_predicate_at(w->sources[0].plan->names, p->predicate)->iri;
  uint32_t      node = 0U;
  if (!p->required && p->most == 0U && p->n == 0U) {
    return LN_OK;
  }
  LN_TRY(name_property(w, name, iri, &node));
  LN_TRY(ln_shape_draft_add(w->draft, shape, LN_W_PROPERTY, node));
  LN_TRY(ln_shape_draft_add_iri(w->draft, node, LN_W_PATH, iri));
  if (p->required) {
    LN_TRY(ln_shape_draft_add_number(w->draft, node, LN_W_MIN_COUNT, 1U));
  }
  if (p->most > 0U) {
    LN_TRY(ln_shape_draft_add_number(w->draft, node, LN_W_MAX_COUNT, p->most));
  }
  return add_values(w, p, node);
}

/* The properties of things of a kind, in the order in which sources name them. */
static ln_status
write_properties(writing* const w, const kind* const k, const ln_view name, const uint32_t shape)
{
  const size_t n    = w->n_sources > 0U ? ln_names_predicates(w->sources[0].plan->names) : 0U;
  bool* const  seen = (bool*)ln_alloc_zero(n + 1U, sizeof(bool));
  ln_status    st   = seen ? LN_OK : LN_NO_MEM;
  for (size_t i = 0U; st == LN_OK && i < w->n_sources; ++i) {
    for (size_t j = 0U; st == LN_OK && j < w->sources[i].subject->n_outputs && makes(w, k, i);
         ++j) {
      const ln_output* const output = &w->sources[i].subject->outputs[j];
      if (!output->property && output->predicate != LN_PREDICATE_TYPE && !seen[output->predicate]) {
        const promise p         = promise_of(w, k, output->predicate);
        seen[output->predicate] = true;
        st                      = write_property(w, &p, name, shape);
      }
    }
  }
  ln_free(seen);
  return st;
}

/* Whether only things of the kind have a property. */
static bool
is_own(const writing* const w, const size_t only, const uint16_t predicate)
{
  for (size_t i = 0U; i < w->n_sources; ++i) {
    if (i != only && count_outputs(&w->sources[i], predicate) > 0U) {
      return false;
    }
  }
  return predicate != LN_PREDICATE_TYPE;
}

/* What has a class is found by it; other things by the properties that only they have. */
static ln_status
add_targets(writing* const w, const kind* const k, const uint32_t shape)
{
  if (k->class.n > 0U) {
    return ln_shape_draft_add_iri(w->draft, shape, LN_W_TARGET_CLASS, k->class);
  }
  const source* const s = &w->sources[k->only];
  for (size_t i = 0U; i < s->subject->n_outputs; ++i) {
    const ln_output* const output = &s->subject->outputs[i];
    if (!output->property && is_own(w, k->only, output->predicate)) {
      const ln_view iri = ln_names_predicate_at(s->plan->names, output->predicate)->iri;
      LN_TRY(ln_shape_draft_add_iri(w->draft, shape, LN_W_TARGET_SUBJECTS_OF, iri));
    }
  }
  return LN_OK;
}

/* The file name of a table, without its ending. */
static ln_view
name_of(const writing* const w, const kind* const k)
{
  const ln_view url  = k->class.n > 0U ? k->class : w->sources[k->only].plan->map->url;
  const ln_view name = ln_shape_draft_local(url);
  return k->class.n > 0U ? name : ln_view_first(name, ln_view_find(name, '.'));
}

static ln_status
write_kind(writing* const w, const kind* const k)
{
  const ln_view name  = name_of(w, k);
  uint32_t      shape = 0U;
  bool          iris  = true;
  for (size_t i = 0U; i < w->n_sources; ++i) {
    iris = iris && !(makes(w, k, i) && w->sources[i].nameless);
  }
  LN_TRY(ln_shape_draft_named(w->draft, name, LN_W_NODE_SHAPE, &shape));
  LN_TRY(add_targets(w, k, shape));
  if (iris) {
    LN_TRY(
      ln_shape_draft_add(w->draft, shape, LN_W_NODE_KIND, w->draft->words->term[LN_W_KIND_IRI]));
  }
  return write_properties(w, k, name, shape);
}

static ln_status
add_kind(writing* const w, const ln_view class, const size_t only)
{
  for (size_t i = 0U; class.n > 0U && i < w->n_kinds; ++i) {
    if (ln_view_equals(w->kinds[i].class, class)) {
      return LN_OK;
    }
  }
  if (w->n_kinds == w->cap_kinds) {
    const size_t cap   = w->cap_kinds > 0U ? w->cap_kinds * 2U : 16U;
    kind* const  kinds = (kind*)ln_realloc(w->kinds, cap, sizeof(kind));
    if (!kinds) {
      return LN_NO_MEM;
    }
    w->kinds     = kinds;
    w->cap_kinds = cap;
  }
  w->kinds[w->n_kinds++] = (kind){class, only};
  return LN_OK;
}

/* The kinds that a source makes. Names of classes go through the table of terms, which keeps them.
 */
static ln_status
add_kinds(writing* const w, const size_t i)
{
  const source* const s = &w->sources[i];
  if (!has_any_class(s)) {
    return s->subject->n_outputs > 0U ? add_kind(w, LN_V(""), i) : LN_OK;
  }
  for (size_t j = 0U; j < s->subject->n_outputs; ++j) {
    if (is_class(&s->subject->outputs[j])) {
      const ln_beginning b      = ln_shape_value_beginning(s->plan, s->subject->outputs[j].url);
      uint32_t           number = 0U;
      ln_text_reset(&w->draft->text);
      LN_TRY(ln_text_add(&w->draft->text, b.stem));
      LN_TRY(ln_text_add(&w->draft->text, b.rest));
      LN_TRY(ln_term_table_add_iri(w->draft->terms, ln_text_view(&w->draft->text), &number));
      LN_TRY(add_kind(w, ln_term_table_text(w->draft->terms, number), i));
    }
  }
  return LN_OK;
}

static size_t
gather_sources(const ln_session* const s, source* const sources)
{
  size_t n = 0U;
  for (size_t i = 0U; i < s->n_tables; ++i) {
    const ln_plan* const plan = s->tables[i].wanted ? s->tables[i].plan : NULL;
    for (size_t j = 0U; plan && j < plan->n_subjects; ++j) {
      const ln_subject* const subject = &plan->subjects[j];
      if (sources) {
        sources[n] = (source){.plan      = plan,
                              .subject   = subject,
                              .beginning = ln_shape_value_beginning(plan, &subject->iri),
                              .nameless  = subject->iri.text.n == 0U};
      }
      ++n;
    }
  }
  return n;
}

ln_status
ln_mapping_shapes(const ln_session* const s, ln_shape_draft* const draft)
{
  writing   w  = {.draft = draft, .n_sources = gather_sources(s, NULL)};
  ln_status st = LN_OK;
  w.sources    = (source*)ln_alloc_zero(w.n_sources + 1U, sizeof(source));
  st           = w.sources ? LN_OK : LN_NO_MEM;
  if (st == LN_OK) {
    (void)gather_sources(s, w.sources);
  }
  for (size_t i = 0U; st == LN_OK && i < w.n_sources; ++i) {
    st = add_kinds(&w, i);
  }
  for (size_t i = 0U; st == LN_OK && i < w.n_kinds; ++i) {
    st = write_kind(&w, &w.kinds[i]);
  }
  ln_free(w.sources);
  ln_free(w.kinds);
  return st;
}
