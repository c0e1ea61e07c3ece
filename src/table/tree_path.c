/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Paths are read once, when the mapping is, by going over their bytes. All names are known then, so
   that a document's names are compared with few and copied never. What a row needs from above
   itself is settled here, too: attributes of what is above are at hand while its rows are read,
   elements and values may come behind them, so that all of it has to be kept. */

#include "table/tree_path.h"

#include <stdint.h>
#include <string.h>

typedef struct {
  ln_arena*     arena;
  ln_view       text;
  size_t        at;
  const char*   problem;
  ln_status     status;
  ln_tree_step* steps;
  ln_tree_path* path;
} reading;

static bool
take(reading* const r, const ln_view token)
{
  const bool there = ln_view_starts(ln_view_from(r->text, r->at), token);
  r->at += there ? token.n : 0U;
  return there;
}

static bool
ends(const reading* const r)
{
  return r->at >= r->text.n;
}

static void
fail(reading* const r, const char* const problem)
{
  r->problem = r->problem ? r->problem : problem;
}

/* Text in single quotes; a quote in it is doubled. */
static ln_view
read_quoted(reading* const r)
{
  char* const text = ln_arena_take(r->arena, r->text.n);
  size_t      n    = 0U;
  if (!text) {
    r->status = LN_NO_MEM;
    return LN_V("");
  }
  while (!ends(r)) {
    const char c = r->text.s[r->at++];
    if (c == '\'' && !take(r, LN_V("'"))) {
      return (ln_view){text, n};
    }
    text[n++] = c;
  }
  fail(r, "a quote is not closed");
  return (ln_view){text, n};
}

/* What a name without quotes cannot hold. */
static bool
is_special(const char c)
{
  return (c != '\0' && strchr("/[]'\"=()*?@", c) != NULL) || (c >= '\0' && c <= ' ');
}

static ln_view
read_name(reading* const r)
{
  if (take(r, LN_V("'"))) {
    return read_quoted(r);
  }
  const size_t begin = r->at;
  while (!ends(r) && !is_special(r->text.s[r->at])) {
    ++r->at;
  }
  if (r->at == begin) {
    fail(r, "a name is missing");
  }
  return (ln_view){r->text.s + begin, r->at - begin};
}

/* Behind `[`. */
static void
read_condition(reading* const r, ln_tree_step* const step)
{
  while (!ends(r) && r->text.s[r->at] >= '0' && r->text.s[r->at] <= '9' && step->nth < 1000000U) {
    step->nth = (step->nth * 10U) + (uint32_t)(r->text.s[r->at++] - '0');
  }
  if (step->nth == 0U) {
    step->by_attribute = take(r, LN_V("@"));
    step->key          = read_name(r);
    if (!take(r, LN_V("='"))) {
      fail(r, "a number, or name='text', is expected between brackets");
      return;
    }
    step->equals = read_quoted(r);
  }
  if (!take(r, LN_V("]"))) {
    fail(r, "a bracket is not closed");
  }
}

static void
read_step(reading* const r, const bool absolute)
{
  if (r->path->n == (size_t)LN_TREE_STEPS) {
    fail(r, "a path has at most 32 steps");
    return;
  }
  ln_tree_step* const step = &r->steps[r->path->n++];
  *step                    = (ln_tree_step){.nth = 0U};
  if (!take(r, LN_V("*"))) {
    step->name = read_name(r);
  }
  if (step->name.s && ln_view_equals(step->name, LN_V(".."))) {
    fail(r, ".. can stand in front only");
  }
  if (!r->problem && take(r, LN_V("["))) {
    if (absolute) {
      fail(r, "the path of rows has no conditions; a column's `when` can tell rows apart");
      return;
    }
    read_condition(r, step);
  }
}

/* What can stand at the end only. */
static bool
read_end(reading* const r)
{
  static const struct {
    const char* word;
    ln_tree_end end;
  } words[] = {
    {"text()", LN_TREE_TEXT}, {"position()", LN_TREE_POSITION}, {"name()", LN_TREE_NAME}};
  for (size_t i = 0U; i < sizeof(words) / sizeof(words[0]); ++i) {
    if (take(r, ln_view_of(words[i].word))) {
      r->path->end = words[i].end;
      return true;
    }
  }
  if (take(r, LN_V("@"))) {
    r->path->end       = LN_TREE_ATTRIBUTE;
    r->path->attribute = read_name(r);
    return true;
  }
  return false;
}

/* Steps from `..` to the end; `.` alone is the row itself. */
static void
read_relative(reading* const r)
{
  bool more = !take(r, LN_V("."));
  if (!more && take(r, LN_V("."))) {
    ++r->path->up;
    more = take(r, LN_V("/"));
    while (more && take(r, LN_V(".."))) {
      ++r->path->up;
      more = take(r, LN_V("/"));
    }
  }
  while (more && !r->problem && !read_end(r)) {
    read_step(r, false);
    more = !r->problem && take(r, LN_V("/"));
  }
  r->path->places = take(r, LN_V("?"));
}

static void
read_absolute(reading* const r)
{
  bool more = take(r, LN_V("/"));
  if (!more) {
    fail(r, "the path of rows begins with /");
  }
  more = more && !ends(r);
  while (more && !r->problem) {
    read_step(r, true);
    more = !r->problem && take(r, LN_V("/"));
  }
}

ln_status
ln_tree_path_read(ln_arena* const     arena,
                  const ln_view       text,
                  const bool          absolute,
                  ln_tree_path* const path,
                  const char** const  problem,
                  size_t* const       at)
{
  reading r = {.arena = arena, .text = text, .path = path};
  *path     = (ln_tree_path){.up = 0U};
  r.steps   = ln_arena_zero(arena, LN_TREE_STEPS, sizeof(ln_tree_step));
  if (!r.steps) {
    return LN_NO_MEM;
  }
  if (absolute) {
    read_absolute(&r);
  } else {
    read_relative(&r);
  }
  if (!ends(&r)) {
    fail(&r, "/ or the end is expected");
  }
  path->steps = r.steps;
  *problem    = r.problem;
  *at         = r.at;
  return r.status;
}

/* `@name` means a member in JSON. */
static ln_status
take_member(ln_arena* const arena, ln_tree_path* const path)
{
  ln_tree_step* const steps = ln_arena_zero(arena, path->n + 1U, sizeof(ln_tree_step));
  char* const         name  = ln_arena_take(arena, path->attribute.n + 1U);
  if (!steps || !name) {
    return LN_NO_MEM;
  }
  name[0] = '@';
  memcpy(name + 1, path->attribute.s, path->attribute.n);
  memcpy(steps, path->steps, path->n * sizeof(ln_tree_step));
  steps[path->n].name = (ln_view){name, path->attribute.n + 1U};
  path->steps         = steps;
  path->n += 1U;
  path->end = LN_TREE_VALUE;
  return LN_OK;
}

static void
add_name(ln_view* const names, size_t* const n, const ln_view name)
{
  for (size_t i = 0U; i < *n; ++i) {
    if (ln_view_equals(names[i], name)) {
      return;
    }
  }
  if (name.s) {
    names[(*n)++] = name;
  }
}

static void
add_names(ln_view* const names, size_t* const n, const ln_tree_path* const path)
{
  for (size_t i = 0U; i < path->n; ++i) {
    add_name(names, n, path->steps[i].name);
    add_name(names, n, path->steps[i].key);
  }
  add_name(names, n, path->attribute);
}

static ln_status
gather_names(ln_arena* const arena, ln_tree_spec* const spec)
{
  size_t most = 2U * spec->rows.n;
  for (size_t i = 0U; i < spec->n; ++i) {
    most += (2U * spec->columns[i].path.n) + 1U;
  }
  ln_view* const names = ln_arena_zero(arena, most, sizeof(ln_view));
  if (!names) {
    return LN_NO_MEM;
  }
  add_names(names, &spec->n_names, &spec->rows);
  for (size_t i = 0U; i < spec->n; ++i) {
    add_names(names, &spec->n_names, &spec->columns[i].path);
  }
  spec->names = names;
  return LN_OK;
}

static bool
names_any(const ln_tree_path* const path)
{
  size_t i = 0U;
  while (i < path->n && path->steps[i].name.s) {
    ++i;
  }
  return i < path->n || path->end == LN_TREE_NAME;
}

/* Whether `inner` leads on from where `path` ends. */
static bool
leads_on(const ln_tree_path* const path, const ln_tree_path* const inner)
{
  bool same = path->up == inner->up && path->n < inner->n;
  for (size_t i = 0U; same && i < path->n; ++i) {
    same = ln_view_equals(path->steps[i].name, inner->steps[i].name);
  }
  return same;
}

static bool
is_entered(const ln_tree_spec* const spec, const ln_tree_path* const path)
{
  for (size_t i = 0U; i < spec->n; ++i) {
    if (leads_on(path, &spec->columns[i].path)) {
      return true;
    }
  }
  return false;
}

ln_status
ln_tree_spec_make(ln_arena* const       arena,
                  ln_tree_spec* const   spec,
                  ln_tree_column* const columns,
                  size_t* const         column)
{
  spec->record  = spec->rows.n;
  spec->any     = names_any(&spec->rows);
  spec->columns = columns;
  *column       = SIZE_MAX;
  for (size_t i = 0U; i < spec->n; ++i) {
    ln_tree_path* const path = &columns[i].path;
    if (spec->format == LN_TREE_JSON && path->end == LN_TREE_ATTRIBUTE) {
      LN_TRY(take_member(arena, path));
    }
    if (path->up > spec->rows.n) {
      *column = i;
      return LN_OK;
    }
    /* What is known as soon as an element begins. */
    const bool early = path->n == 0U && path->end != LN_TREE_VALUE && path->end != LN_TREE_TEXT;
    if (!early && spec->rows.n - path->up < spec->record) {
      spec->record = spec->rows.n - path->up;
    }
    spec->up  = path->up > spec->up ? path->up : spec->up;
    spec->any = spec->any || names_any(path);
  }
  for (size_t i = 0U; i < spec->n; ++i) {
    columns[i].inner = is_entered(spec, &columns[i].path);
  }
  return gather_names(arena, spec);
}
