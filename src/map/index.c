/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Three dictionaries give a number for an id, for an IRI and for a folded name. Ids are numbered
   like the things themselves; of things with one IRI the first has it; a name has a chain of things
   in `links`, in the order in which they were added, so that messages list candidates in the order
   of the table. */

#include "map/index.h"

#include "base/arena.h"
#include "base/dict.h"
#include "base/memory.h"
#include "base/text.h"

typedef struct {
  uint32_t entry;
  uint32_t next;
} link;

typedef struct {
  uint32_t first;
  uint32_t last;
  ln_view  shown; ///< the name as first written
} chain;

typedef struct {
  void*  items;
  size_t n;
  size_t cap;
} list;

struct ln_index {
  ln_arena arena;
  ln_dict* keys;
  ln_dict* iris;
  ln_dict* names;
  list     entries; ///< ln_entry
  list     owners;  ///< uint32_t: the first thing of each IRI
  list     chains;  ///< chain, numbered as in `names`
  list     links;   ///< link
  list     rows;    ///< uint32_t
  ln_view* columns;
  size_t   n_columns;
  ln_text  scratch;
};

/* Room for one more item; NULL when out of memory. */
static void*
list_more(list* const l, const size_t size)
{
  if (l->n == l->cap) {
    const size_t cap   = l->cap ? l->cap * 2U : 16U;
    void* const  items = ln_realloc(l->items, cap, size);
    if (!items) {
      return NULL;
    }
    l->items = items;
    l->cap   = cap;
  }
  return (char*)l->items + (size * l->n++);
}

ln_index*
ln_index_new(void)
{
  ln_index* const index = ln_alloc_zero(1U, sizeof(ln_index));
  if (!index) {
    return NULL;
  }
  index->keys  = ln_dict_new();
  index->iris  = ln_dict_new();
  index->names = ln_dict_new();
  if (!index->keys || !index->iris || !index->names) {
    ln_index_free(index);
    return NULL;
  }
  return index;
}

void
ln_index_free(ln_index* const index)
{
  if (index) {
    ln_dict_free(index->keys);
    ln_dict_free(index->iris);
    ln_dict_free(index->names);
    ln_free(index->entries.items);
    ln_free(index->owners.items);
    ln_free(index->chains.items);
    ln_free(index->links.items);
    ln_free(index->rows.items);
    ln_text_clear(&index->scratch);
    ln_arena_clear(&index->arena);
    ln_free(index);
  }
}

static ln_view*
copy_views(ln_arena* const arena, const ln_view* const views, const size_t n)
{
  ln_view* const copy = ln_arena_zero(arena, n, sizeof(ln_view));
  for (size_t i = 0U; copy && i < n; ++i) {
    copy[i] = ln_arena_copy(arena, views[i]);
    if (!copy[i].s) {
      return NULL;
    }
  }
  return copy;
}

ln_status
ln_index_set_columns(ln_index* const index, const ln_view* const columns, const size_t n)
{
  index->columns   = copy_views(&index->arena, columns, n);
  index->n_columns = index->columns ? n : 0U;
  return index->columns ? LN_OK : LN_NO_MEM;
}

size_t
ln_index_column(const ln_index* const index, const ln_view name)
{
  for (size_t i = 0U; i < index->n_columns; ++i) {
    if (ln_view_equals(index->columns[i], name)) {
      return i;
    }
  }
  return SIZE_MAX;
}

const ln_view*
ln_index_columns(const ln_index* const index, size_t* const n)
{
  *n = index->n_columns;
  return index->columns;
}

ln_status
ln_index_add(ln_index* const index, const ln_entry* const entry, uint32_t* const number)
{
  uint32_t by_iri = 0U;
  bool     fresh  = false;
  LN_TRY(ln_dict_add(index->keys, entry->key, number, NULL));
  LN_TRY(ln_dict_add(index->iris, entry->iri, &by_iri, &fresh));
  if (fresh) {
    uint32_t* const owner = list_more(&index->owners, sizeof(uint32_t));
    if (!owner) {
      return LN_NO_MEM;
    }
    *owner = *number;
  }
  ln_entry* const copy = list_more(&index->entries, sizeof(ln_entry));
  if (!copy) {
    return LN_NO_MEM;
  }
  *copy       = *entry;
  copy->key   = ln_dict_key(index->keys, *number);
  copy->iri   = ln_dict_key(index->iris, by_iri);
  copy->label = ln_arena_copy(&index->arena, entry->label);
  if (!copy->label.s) {
    return LN_NO_MEM;
  }
  copy->cells    = NULL;
  copy->gathered = NULL;
  if (index->n_columns > 0U && entry->cells) {
    copy->cells = copy_views(&index->arena, entry->cells, index->n_columns);
    if (!copy->cells) {
      return LN_NO_MEM;
    }
  }
  return LN_OK;
}

/* A text that grows: its bytes move to twice the room when they must. */
typedef struct {
  char*  bytes;
  size_t room;
} growing;

struct ln_gathered {
  ln_view* cells;
  growing* texts;
};

static ln_status
append_text(ln_index* const index,
            growing* const  text,
            ln_view* const  cell,
            const ln_view   between,
            const ln_view   more)
{
  const size_t n = cell->n + between.n + more.n;
  if (n > text->room) {
    char* const bytes = ln_arena_take(&index->arena, 2U * n);
    if (!bytes) {
      return LN_NO_MEM;
    }
    memcpy(bytes, cell->s, cell->n);
    *text = (growing){bytes, 2U * n};
  }
  memcpy(text->bytes + cell->n, between.s, between.n);
  if (more.n > 0U) {
    memcpy(text->bytes + cell->n + between.n, more.s, more.n);
  }
  *cell = (ln_view){text->bytes, n};
  return LN_OK;
}

/* The cells of one row become cells that can grow. */
static ln_status
start_gathering(ln_index* const index, ln_entry* const entry)
{
  const size_t       n    = index->n_columns;
  ln_gathered* const made = ln_arena_zero(&index->arena, 1U, sizeof(ln_gathered));
  if (!made) {
    return LN_NO_MEM;
  }
  made->cells = ln_arena_zero(&index->arena, n, sizeof(ln_view));
  made->texts = ln_arena_zero(&index->arena, n, sizeof(growing));
  if (!made->cells || !made->texts) {
    return LN_NO_MEM;
  }
  memcpy(made->cells, entry->cells, n * sizeof(ln_view));
  entry->gathered = made;
  entry->cells    = made->cells;
  return LN_OK;
}

ln_status
ln_index_append(ln_index* const      index,
                const uint32_t       number,
                const ln_view* const cells,
                const ln_view        between)
{
  ln_entry* const entry = &((ln_entry*)index->entries.items)[number];
  LN_TRY(entry->gathered ? LN_OK : start_gathering(index, entry));
  for (size_t i = 0U; i < index->n_columns; ++i) {
    LN_TRY(append_text(
      index, &entry->gathered->texts[i], &entry->gathered->cells[i], between, cells[i]));
  }
  return LN_OK;
}

static ln_status
chain_add(ln_index* const index, chain* const c, const uint32_t entry)
{
  link* const l = list_more(&index->links, sizeof(link));
  if (!l) {
    return LN_NO_MEM;
  }
  const uint32_t at = (uint32_t)(index->links.n - 1U);
  *l                = (link){entry, LN_ENTRY_NONE};
  if (c->last == LN_ENTRY_NONE) {
    c->first = at;
  } else {
    ((link*)index->links.items)[c->last].next = at;
  }
  c->last = at;
  return LN_OK;
}

ln_status
ln_index_name(ln_index* const index, const uint32_t number, const ln_view name)
{
  ln_text_reset(&index->scratch);
  LN_TRY(ln_fold(name, &index->scratch));
  if (index->scratch.n == 0U) {
    return LN_OK;
  }
  uint32_t at    = 0U;
  bool     added = false;
  LN_TRY(ln_dict_add(index->names, ln_text_view(&index->scratch), &at, &added));
  if (added) {
    chain* const c = list_more(&index->chains, sizeof(chain));
    if (!c) {
      return LN_NO_MEM;
    }
    *c = (chain){LN_ENTRY_NONE, LN_ENTRY_NONE, ln_arena_copy(&index->arena, name)};
    if (!c->shown.s) {
      return LN_NO_MEM;
    }
  }
  chain* const      c     = &((chain*)index->chains.items)[at];
  const link* const links = index->links.items;
  for (uint32_t i = c->first; i != LN_ENTRY_NONE; i = links[i].next) {
    if (links[i].entry == number) {
      return LN_OK;
    }
  }
  return chain_add(index, c, number);
}

void
ln_index_set_term(ln_index* const index, const uint32_t number, const ln_term term)
{
  ((ln_entry*)index->entries.items)[number].term = term;
}

const ln_entry*
ln_index_entry(const ln_index* const index, const uint32_t number)
{
  return &((const ln_entry*)index->entries.items)[number];
}

size_t
ln_index_size(const ln_index* const index)
{
  return index->entries.n;
}

uint32_t
ln_index_by_key(const ln_index* const index, const ln_view key)
{
  return ln_dict_find(index->keys, key);
}

uint32_t
ln_index_by_iri(const ln_index* const index, const ln_view iri)
{
  const uint32_t number = ln_dict_find(index->iris, iri);
  return number == LN_DICT_NONE ? LN_ENTRY_NONE : ((const uint32_t*)index->owners.items)[number];
}

uint32_t
ln_index_by_name(const ln_index* const index, const ln_view folded, uint32_t* const cursor)
{
  const link* const links = index->links.items;
  uint32_t          at    = 0U;
  if (*cursor == LN_ENTRY_NONE) {
    const uint32_t name = ln_dict_find(index->names, folded);
    if (name == LN_DICT_NONE) {
      return LN_ENTRY_NONE;
    }
    at = ((const chain*)index->chains.items)[name].first;
  } else {
    at = links[*cursor].next;
  }
  *cursor = at;
  return at == LN_ENTRY_NONE ? LN_ENTRY_NONE : links[at].entry;
}

void
ln_index_offer(const ln_index* const index, ln_nearest* const nearest)
{
  for (size_t i = 0U; i < index->chains.n; ++i) {
    ln_nearest_offer(nearest,
                     ln_dict_key(index->names, (uint32_t)i),
                     ((const chain*)index->chains.items)[i].shown);
  }
}

ln_status
ln_index_row(ln_index* const index, const uint32_t number)
{
  uint32_t* const row = list_more(&index->rows, sizeof(uint32_t));
  if (!row) {
    return LN_NO_MEM;
  }
  *row = number;
  return LN_OK;
}

uint32_t
ln_index_at_row(const ln_index* const index, const uint64_t row)
{
  return row < index->rows.n ? ((const uint32_t*)index->rows.items)[row] : LN_ENTRY_NONE;
}
