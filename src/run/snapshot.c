/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A quad is kept as its key, which tells its triple and its graph; two snapshots are compared key
   by key. Names are numbers of quads. Cost: one look into a table for each quad. */

#include "run/snapshot.h"

#include "base/dict.h"
#include "base/memory.h"

#include <stdint.h>

typedef struct {
  uint32_t triple; ///< bytes of the key that are the triple
  bool     blank;
} entry;

struct ln_snapshot {
  ln_dict*  keys;
  entry*    entries;
  size_t    cap;
  ln_dict*  subjects; ///< that have a name
  uint32_t* names;    ///< the quad that tells it
  size_t    cap_names;
};

static const char* const NAMING[] = {
  "<http://www.w3.org/2000/01/rdf-schema#label>",
  "<http://www.w3.org/2004/02/skos/core#prefLabel>",
  "<https://schema.org/name>",
  "<http://schema.org/name>",
  "<http://xmlns.com/foaf/0.1/name>",
  "<http://purl.org/dc/terms/title>",
  "<http://purl.org/dc/elements/1.1/title>",
};

ln_snapshot*
ln_snapshot_new(void)
{
  ln_snapshot* const snapshot = ln_alloc_zero(1U, sizeof(*snapshot));
  if (snapshot) {
    snapshot->keys     = ln_dict_new();
    snapshot->subjects = ln_dict_new();
  }
  if (snapshot && snapshot->keys && snapshot->subjects) {
    return snapshot;
  }
  ln_snapshot_free(snapshot);
  return NULL;
}

void
ln_snapshot_free(ln_snapshot* const snapshot)
{
  if (snapshot) {
    ln_dict_free(snapshot->keys);
    ln_dict_free(snapshot->subjects);
    ln_free(snapshot->entries);
    ln_free(snapshot->names);
    ln_free(snapshot);
  }
}

/* Room for element `n` of a list. */
static ln_status
make_room(void** const list, size_t* const cap, const size_t n, const size_t size)
{
  if (n < *cap) {
    return LN_OK;
  }
  const size_t more  = *cap > 0U ? 2U * *cap : 64U;
  void* const  moved = ln_realloc(*list, more, size);
  if (!moved) {
    return LN_NO_MEM;
  }
  *list = moved;
  *cap  = more;
  return LN_OK;
}

/* From a triple to its three terms; objects may hold blanks, the others not. */
static void
cut(const ln_view triple, ln_view* const subject, ln_view* const predicate, ln_view* const object)
{
  *subject           = ln_view_first(triple, ln_view_find(triple, ' '));
  const ln_view rest = ln_view_from(triple, subject->n + 1U);
  *predicate         = ln_view_first(rest, ln_view_find(rest, ' '));
  *object            = ln_view_from(rest, predicate->n + 1U);
}

static ln_status
note_name(ln_snapshot* const snapshot, const ln_view triple, const uint32_t quad)
{
  ln_view  subject;
  ln_view  predicate;
  ln_view  object;
  uint32_t number = 0U;
  bool     added  = false;
  bool     names  = false;
  cut(triple, &subject, &predicate, &object);
  for (size_t i = 0U; !names && i < sizeof(NAMING) / sizeof(NAMING[0]); ++i) {
    names = ln_view_equals(predicate, ln_view_of(NAMING[i]));
  }
  if (!names || !ln_view_starts(object, LN_V("\""))) {
    return LN_OK;
  }
  LN_TRY(make_room((void**)&snapshot->names,
                   &snapshot->cap_names,
                   ln_dict_size(snapshot->subjects),
                   sizeof(*snapshot->names)));
  LN_TRY(ln_dict_add(snapshot->subjects, subject, &number, &added));
  if (added) {
    snapshot->names[number] = quad;
  }
  return LN_OK;
}

ln_status
ln_snapshot_add(ln_snapshot* const snapshot, const ln_quad* const quad, bool* const added)
{
  uint32_t number = 0U;
  LN_TRY(make_room((void**)&snapshot->entries,
                   &snapshot->cap,
                   ln_dict_size(snapshot->keys),
                   sizeof(*snapshot->entries)));
  LN_TRY(ln_dict_add(snapshot->keys, quad->key, &number, added));
  if (!*added) {
    return LN_OK;
  }
  snapshot->entries[number] = (entry){(uint32_t)quad->triple.n, quad->blank};
  return note_name(snapshot, quad->triple, number);
}

bool
ln_snapshot_has(const ln_snapshot* const snapshot, const ln_view key)
{
  return snapshot && ln_dict_find(snapshot->keys, key) != LN_DICT_NONE;
}

size_t
ln_snapshot_size(const ln_snapshot* const snapshot)
{
  return snapshot ? ln_dict_size(snapshot->keys) : 0U;
}

ln_quad
ln_snapshot_at(const ln_snapshot* const snapshot, const size_t i)
{
  const ln_view key = ln_dict_key(snapshot->keys, (uint32_t)i);
  const entry   e   = snapshot->entries[i];
  return (ln_quad){.triple = ln_view_first(key, e.triple),
                   .graph  = ln_view_from(key, (size_t)e.triple + 1U),
                   .key    = key,
                   .blank  = e.blank};
}

ln_view
ln_snapshot_name(const ln_snapshot* const snapshot, const ln_view subject)
{
  const uint32_t number =
    snapshot ? ln_dict_find(snapshot->subjects, subject) : (uint32_t)LN_DICT_NONE;
  if (number == LN_DICT_NONE) {
    return LN_V("");
  }
  ln_view s;
  ln_view p;
  ln_view object;
  cut(ln_snapshot_at(snapshot, snapshot->names[number]).triple, &s, &p, &object);
  size_t end = object.n;
  while (object.s[end - 1U] != '"') {
    --end;
  }
  return (ln_view){object.s + 1U, end - 2U};
}
