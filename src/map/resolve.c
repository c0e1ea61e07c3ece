/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A word of a person becomes a thing: by id, by path, by whole IRI, by name. An id wins over a
   name, because it was typed to be exact; a name of several things is an error that lists them; a
   name of nobody lists the nearest. */

#include "map/maker.h"

#include "base/fold.h"
#include "rdf/iri.h"

typedef struct {
  const ln_entry* entries[LN_NEAREST_MAX + 1]; ///< different things found, the first few
  size_t          n;                           ///< how many in all
} findings;

static bool
is_under(const ln_reference_plan* const ref, const ln_entry* const entry)
{
  return ref->under.n == 0U || ln_view_starts(entry->iri, ref->under);
}

/* Two tables may tell of one thing. */
static bool
is_known(const findings* const f, const ln_entry* const entry)
{
  const size_t kept = sizeof(f->entries) / sizeof(f->entries[0]);
  for (size_t i = 0U; i < f->n && i < kept; ++i) {
    if (ln_view_equals(f->entries[i]->iri, entry->iri)) {
      return true;
    }
  }
  return false;
}

static void
add_finding(findings* const                f,
            const ln_reference_plan* const ref,
            const ln_index* const          index,
            const uint32_t                 number)
{
  const ln_entry* const entry = ln_index_entry(index, number);
  if (is_under(ref, entry) && (ref->is_map || !is_known(f, entry))) {
    if (f->n < sizeof(f->entries) / sizeof(f->entries[0])) {
      f->entries[f->n] = entry;
    }
    ++f->n;
  }
}

static void
find_by_id(const ln_reference_plan* const ref, const ln_view word, findings* const f)
{
  for (size_t i = 0U; i < ref->n; ++i) {
    const uint32_t number = ln_index_by_key(ref->indexes[i], word);
    if (number != LN_ENTRY_NONE) {
      add_finding(f, ref, ref->indexes[i], number);
    }
  }
}

/* A path is the IRI without the base; a whole IRI is accepted too. */
static ln_status
find_by_iri(ln_maker* const                maker,
            const ln_reference_plan* const ref,
            const ln_view                  word,
            findings* const                f)
{
  if (ref->is_map || ln_view_find(word, '/') == word.n) {
    return LN_OK;
  }
  ln_text_reset(&maker->text);
  LN_TRY(ln_iri_resolve(maker->plan->base, word, &maker->text));
  for (size_t i = 0U; i < ref->n; ++i) {
    const uint32_t number = ln_index_by_iri(ref->indexes[i], ln_text_view(&maker->text));
    if (number != LN_ENTRY_NONE) {
      add_finding(f, ref, ref->indexes[i], number);
    }
  }
  return LN_OK;
}

static ln_status
find_by_name(ln_maker* const                maker,
             const ln_reference_plan* const ref,
             const ln_view                  word,
             findings* const                f)
{
  ln_text_reset(&maker->folded);
  LN_TRY(ln_fold(word, &maker->folded));
  for (size_t i = 0U; i < ref->n; ++i) {
    uint32_t cursor = LN_ENTRY_NONE;
    for (;;) {
      const uint32_t number =
        ln_index_by_name(ref->indexes[i], ln_text_view(&maker->folded), &cursor);
      if (number == LN_ENTRY_NONE) {
        break;
      }
      add_finding(f, ref, ref->indexes[i], number);
    }
  }
  return LN_OK;
}

/* `result/r17` where the mapping accepts paths of this kind without a row. */
static bool
is_open_path(const ln_reference_plan* const ref, const ln_view word)
{
  const size_t slash = ln_view_find(word, '/');
  for (size_t i = 0U; slash < word.n && i < ref->reference->paths.n; ++i) {
    if (ln_view_equals(ln_view_first(word, slash), ref->reference->paths.v[i])) {
      const ln_view rest = ln_view_from(word, slash + 1U);
      return rest.n > 0U && ln_iri_clean(rest);
    }
  }
  return false;
}

static ln_status
take_path(ln_maker* const maker, ln_item* const item)
{
  ln_view whole = {0};
  ln_text_reset(&maker->text);
  LN_TRY(ln_iri_resolve(maker->plan->base, item->lexical, &maker->text));
  LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->text), &whole));
  item->term = (ln_term){.s = whole.s, .n = (uint32_t)whole.n, .stem = LN_STEM_IRI, .kind = LN_IRI};
  item->text = ln_view_from(item->lexical, ln_view_find(item->lexical, '/') + 1U);
  return LN_OK;
}

/* An IRI for a word that is not known. Not if the template names other columns that have no value.
 */
static ln_status
mint(ln_maker* const maker, const ln_variable* const variable, ln_item* const item)
{
  ln_filling filling = LN_FILLED;
  ln_text_reset(&maker->slug);
  LN_TRY(ln_slug(item->lexical, &maker->slug));
  LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->slug), &maker->word));
  LN_TRY(ln_maker_iri(maker, &variable->reference->mint, variable->column, &item->term, &filling));
  item->minted = filling == LN_FILLED;
  item->text   = maker->word;
  return LN_OK;
}

/* The tail of an IRI behind the base: how a person can type it. */
static ln_view
path_of(const ln_maker* const maker, const ln_entry* const entry)
{
  return ln_view_starts(entry->iri, maker->plan->base)
           ? ln_view_from(entry->iri, maker->plan->base.n)
           : entry->iri;
}

static ln_status
report_several(ln_maker* const          maker,
               const ln_variable* const variable,
               const ln_item* const     item,
               const findings* const    f)
{
  ln_text   hint = {0};
  ln_status st   = ln_text_add(&hint, LN_V("write "));
  for (size_t i = 0U; st == LN_OK && i < f->n && i < LN_NEAREST_MAX; ++i) {
    const ln_entry* const e     = f->entries[i];
    const ln_view         p     = path_of(maker, e);
    const ln_view         file  = ln_log_path(maker->log, e->where.source);
    const char*           joint = i + 1U == f->n ? " or " : ", ";
    st                          = ln_text_format(&hint,
                        "%s%.*s (%.*s%srow %llu)",
                        i == 0U ? "" : joint,
                        (int)p.n,
                        p.s,
                        (int)file.n,
                        file.s ? file.s : "",
                        file.n > 0U ? ", " : "",
                        (unsigned long long)e->where.row);
  }
  if (st == LN_OK && f->n > LN_NEAREST_MAX) {
    st = ln_text_add(&hint, LN_V(" …"));
  }
  if (st == LN_OK) {
    st = ln_report(maker->log,
                   LN_L0302,
                   ln_maker_effect(maker, variable),
                   ln_maker_where(maker, variable),
                   ln_text_view(&hint),
                   "%s is the name of %zu things",
                   ln_shown(maker->log, item->raw),
                   f->n);
  }
  ln_text_clear(&hint);
  return st;
}

static ln_status
report_nobody(ln_maker* const maker, const ln_variable* const variable, const ln_item* const item)
{
  const ln_reference_plan* const ref     = variable->reference;
  ln_text                        hint    = {0};
  ln_nearest                     nearest = {.word = ln_text_view(&maker->folded)};
  for (size_t i = 0U; i < ref->n; ++i) {
    ln_index_offer(ref->indexes[i], &nearest);
  }
  ln_status st = ln_nearest_text(&nearest, &hint);
  if (st == LN_OK) {
    const ln_view column = variable->column->name;
    st                   = ref->is_map ? ln_report(maker->log,
                                 LN_L0205,
                                 ln_maker_effect(maker, variable),
                                 ln_maker_where(maker, variable),
                                 ln_text_view(&hint),
                                 "%s is not a word for %.*s",
                                 ln_shown(maker->log, item->raw),
                                 (int)column.n,
                                 column.s)
                                       : ln_report(maker->log,
                                 LN_L0301,
                                 ln_maker_effect(maker, variable),
                                 ln_maker_where(maker, variable),
                                 ln_text_view(&hint),
                                 "nothing is called %s",
                                 ln_shown(maker->log, item->raw));
  }
  ln_text_clear(&hint);
  return st;
}

static void
take_entry(const ln_reference_plan* const ref, ln_item* const item, const ln_entry* const entry)
{
  item->entry = entry;
  item->text  = entry->key;
  item->term  = entry->term;
  if (ref->is_map && ref->reference->value.n == 0U) {
    item->lexical = entry->key; /* a list without IRIs gives its words */
    item->clean   = false;
  }
}

ln_status
ln_maker_resolve(ln_maker* const maker, const ln_variable* const variable, ln_item* const item)
{
  const ln_reference_plan* const ref = variable->reference;
  findings                       f   = {0};
  find_by_id(ref, item->lexical, &f);
  if (f.n == 0U) {
    LN_TRY(find_by_iri(maker, ref, item->lexical, &f));
  }
  if (f.n == 0U) {
    LN_TRY(find_by_name(maker, ref, item->lexical, &f));
  }
  if (f.n == 1U) {
    take_entry(ref, item, f.entries[0]);
    return LN_OK;
  }
  if (f.n == 0U && is_open_path(ref, item->lexical)) {
    return take_path(maker, item);
  }
  if (f.n == 0U && ref->mint.n > 0U) {
    LN_TRY(mint(maker, variable, item));
    if (item->minted) {
      return LN_OK;
    }
  }
  item->state = LN_ITEM_BAD;
  if (!maker->log || maker->indexing) {
    return LN_OK;
  }
  return f.n > 1U ? report_several(maker, variable, item, &f)
                  : report_nobody(maker, variable, item);
}
