/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `members`: a cell, or an item of an array, that is an object of JSON or a dictionary of Python.
   What the column asks of it becomes what `{column.member}` means, in the place of the groups of a
   regular expression, which such a column does not have. The object is walked to its end for each
   member, so that one that is broken behind it is told all the same; objects in cells are small.
   Numbers stay as they are written, which a general parser would not keep. */

#include "map/maker.h"

#include "base/utf8.h"
#include "table/array.h"

/* What was found so far, and where the object is none. */
typedef struct {
  ln_array_item item;
  bool          there;
  ln_array      walk;
} finding;

/* Whether the name of a member, which may have escapes, is this one. */
static ln_status
is_named(ln_maker* const       maker,
         const ln_array_syntax syntax,
         const ln_view         name,
         const ln_view         wanted,
         bool* const           yes)
{
  ln_view plain = name;
  if (memchr(name.s, '\\', name.n)) {
    char* const bytes = ln_arena_take(&maker->arena, name.n);
    if (!bytes) {
      return LN_NO_MEM;
    }
    plain = (ln_view){bytes, ln_array_decode(syntax, name, bytes)};
  }
  *yes = ln_view_equals(plain, wanted);
  return LN_OK;
}

/* The member of this name, of several the first. */
static ln_status
find_named(ln_maker* const       maker,
           const ln_array_syntax syntax,
           const ln_view         object,
           const ln_view         name,
           finding* const        out)
{
  ln_array_item item = {0};
  *out               = (finding){.there = false};
  ln_array_start(&out->walk, syntax, object);
  out->walk.nests = true;
  while (ln_array_next(&out->walk, &item)) {
    bool yes = false;
    LN_TRY(out->there ? LN_OK : is_named(maker, syntax, item.name, name, &yes));
    if (yes) {
      out->there = true;
      out->item  = item;
    }
  }
  return LN_OK;
}

/* Down a path of names. What is not there, and null, is absent, and so is all that is inside. */
static ln_status
find_member(ln_maker* const        maker,
            const ln_array_syntax  syntax,
            const ln_member* const member,
            const ln_view          object,
            finding* const         out)
{
  ln_view text = object;
  for (size_t i = 0U; i < member->path.n; ++i) {
    LN_TRY(find_named(maker, syntax, text, member->path.v[i], out));
    if (out->walk.problem || !out->there || out->item.is_null) {
      out->there = false;
      return LN_OK;
    }
    text = out->item.text;
  }
  return LN_OK;
}

/* The text of a value: strings without their escapes, all else as it is written. */
static ln_status
take_text(ln_maker* const            maker,
          const ln_array_syntax      syntax,
          const ln_array_item* const item,
          ln_view* const             text)
{
  *text = item->text;
  if (!item->escaped) {
    return LN_OK;
  }
  char* const bytes = ln_arena_take(&maker->arena, item->text.n);
  if (!bytes) {
    return LN_NO_MEM;
  }
  *text = (ln_view){bytes, ln_array_decode(syntax, item->text, bytes)};
  return LN_OK;
}

static ln_status
report_object(ln_maker* const maker, const ln_variable* const v, const ln_array* const walk)
{
  return ln_maker_silent(maker)
           ? LN_OK
           : ln_report(maker->log,
                       LN_L0219,
                       ln_maker_effect(maker, v),
                       ln_maker_where(maker, v),
                       LN_V(""),
                       "%s is not %s: at character %zu there must be %s",
                       ln_shown(maker->log, walk->text),
                       walk->syntax == LN_ARRAY_OBJECT ? "a JSON object" : "a dictionary of Python",
                       ln_utf8_count(ln_view_first(walk->text, walk->at)) + 1U,
                       walk->problem);
}

ln_status
ln_maker_members(ln_maker* const maker, const ln_variable* const v, ln_item* const item)
{
  const ln_array_syntax syntax =
    ln_array_is_python(v->column->array) ? LN_ARRAY_DICTIONARY : LN_ARRAY_OBJECT;
  const size_t   n     = v->column->n_members;
  ln_view* const texts = ln_arena_zero(&maker->arena, n, sizeof(ln_view));
  if (!texts) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    finding found = {0};
    LN_TRY(find_member(maker, syntax, &v->column->members[i], item->raw, &found));
    if (found.walk.problem) {
      item->state = LN_ITEM_BAD;
      return report_object(maker, v, &found.walk);
    }
    LN_TRY(found.there ? take_text(maker, syntax, &found.item, &texts[i]) : LN_OK);
  }
  item->groups = texts;
  return LN_OK;
}
