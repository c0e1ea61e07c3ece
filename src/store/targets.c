/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Saved targets. The file is small and read whole; what is not understood in it is refused, since
   it would be lost when the file is written again. Comments are lost then, which its first line
   says. The file is made before it is written, so that at no moment others can read it. */

#include "store/targets.h"

#include "base/arena.h"
#include "base/in.h"
#include "base/memory.h"
#include "base/out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_MOST = 1 << 20, NAME_MOST = 64 };

typedef struct {
  const char* name;
  ln_endpoint endpoint;
} target;

struct ln_targets {
  ln_arena arena;
  target*  all;
  size_t   n;
};

/* An environment variable that is not empty. */
static const char*
variable(const char* const name)
{
  const char* const value = getenv(name); // NOLINT(concurrency-mt-unsafe): nothing sets any
  return value && value[0] ? value : NULL;
}

ln_status
ln_targets_path(ln_text* const path, ln_text* const error)
{
  const char* const config = variable("XDG_CONFIG_HOME");
  const char* const home   = variable("HOME");
  if (!config && !home) {
    LN_TRY(ln_text_add(
      error, LN_V("targets are kept in XDG_CONFIG_HOME or HOME, and neither of these is set")));
    return LN_USAGE;
  }
  return config ? ln_text_format(path, "%s/liner/targets", config)
                : ln_text_format(path, "%s/.config/liner/targets", home);
}

bool
ln_targets_name_valid(const ln_view name)
{
  bool valid = name.n > 0U && name.n <= NAME_MOST && name.s[0] != '-' && name.s[0] != '.';
  for (size_t i = 0U; valid && i < name.n; ++i) {
    const char c = name.s[i];
    valid        = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
            c == '-' || c == '_' || c == '.';
  }
  return valid;
}

const ln_endpoint*
ln_targets_at(const ln_targets* const targets, const size_t i, const char** const name)
{
  if (i >= targets->n) {
    return NULL;
  }
  *name = targets->all[i].name;
  return &targets->all[i].endpoint;
}

static target*
find(const ln_targets* const targets, const ln_view name)
{
  for (size_t i = 0U; i < targets->n; ++i) {
    if (ln_view_equals(ln_view_of(targets->all[i].name), name)) {
      return &targets->all[i];
    }
  }
  return NULL;
}

const ln_endpoint*
ln_targets_find(const ln_targets* const targets, const ln_view name)
{
  const target* const found = find(targets, name);
  return found ? &found->endpoint : NULL;
}

static ln_status
copy(ln_targets* const targets, const ln_view text, const char** const kept)
{
  *kept = ln_arena_copy(&targets->arena, text).s;
  return *kept ? LN_OK : LN_NO_MEM;
}

/* The target of that name, an empty one if it is new. */
static ln_status
place_for(ln_targets* const targets, const ln_view name, target** const place)
{
  *place = find(targets, name);
  if (*place) {
    return LN_OK;
  }
  target* const all = ln_realloc(targets->all, targets->n + 1U, sizeof(*all));
  if (!all) {
    return LN_NO_MEM;
  }
  targets->all    = all;
  all[targets->n] = (target){0};
  LN_TRY(copy(targets, name, &all[targets->n].name));
  *place = &all[targets->n++];
  return LN_OK;
}

ln_status
ln_targets_put(ln_targets* const targets, const ln_view name, const ln_endpoint* const endpoint)
{
  target*            place = NULL;
  ln_endpoint        kept  = {0};
  const char* const* from  = NULL;
  const char**       to    = NULL;
  for (size_t i = 0U; ln_endpoint_member(endpoint, i, &from); ++i) {
    (void)ln_endpoint_slot(&kept, i, &to);
    LN_TRY(*from ? copy(targets, ln_view_of(*from), to) : LN_OK);
  }
  LN_TRY(place_for(targets, name, &place));
  place->endpoint = kept;
  return LN_OK;
}

bool
ln_targets_remove(ln_targets* const targets, const ln_view name)
{
  target* const found = find(targets, name);
  if (!found) {
    return false;
  }
  const size_t at = (size_t)(found - targets->all);
  memmove(found, found + 1, (targets->n - at - 1U) * sizeof(*found));
  --targets->n;
  return true;
}

/* A line below a name. False if it says nothing that is known. */
static ln_status
read_member(ln_targets* const targets, const ln_view line, bool* const known)
{
  const size_t  cut   = ln_view_find(line, ' ');
  const ln_view word  = ln_view_first(line, cut);
  const ln_view value = ln_view_trim(ln_view_from(line, cut));
  const char**  slot  = NULL;
  const char*   name  = NULL;
  ln_endpoint   none  = {0};
  ln_endpoint*  last  = targets->n > 0U ? &targets->all[targets->n - 1U].endpoint : &none;
  *known              = false;
  for (size_t i = 0U; (name = ln_endpoint_slot(last, i, &slot)) != NULL; ++i) {
    if (ln_view_equals(word, ln_view_of(name))) {
      *known = last != &none && value.n > 0U;
      return *known ? copy(targets, value, slot) : LN_OK;
    }
  }
  return LN_OK;
}

static ln_status
read_line(ln_targets* const targets, const ln_view line, bool* const known)
{
  *known = true;
  if (line.n == 0U || line.s[0] == '#') {
    return LN_OK;
  }
  if (line.s[0] != '[') {
    return read_member(targets, line, known);
  }
  const ln_view name  = {line.s + 1, line.n >= 2U ? line.n - 2U : 0U};
  target*       place = NULL;
  *known = line.s[line.n - 1U] == ']' && ln_targets_name_valid(name) && !find(targets, name);
  return *known ? place_for(targets, name, &place) : LN_OK;
}

static ln_status
read_lines(ln_targets* const targets,
           const ln_view     bytes,
           const char* const path,
           ln_text* const    error)
{
  unsigned long line  = 1U;
  bool          known = true;
  for (size_t at = 0U; at < bytes.n; ++line) {
    const ln_view rest = ln_view_from(bytes, at);
    const size_t  n    = ln_view_find(rest, '\n');
    LN_TRY(read_line(targets, ln_view_trim(ln_view_first(rest, n)), &known));
    if (!known) {
      LN_TRY(ln_text_format(error, "%s:%lu: this line cannot be understood", path, line));
      return LN_USAGE;
    }
    at += n + 1U;
  }
  return LN_OK;
}

ln_status
ln_targets_read(const char* const path, ln_targets** const targets, ln_text* const error)
{
  union {
    const char* borrowed;
    char*       owned;
  } slurped         = {NULL};
  ln_view     bytes = {NULL, 0U};
  const char* why   = "";
  ln_status   st    = LN_OK;
  *targets          = ln_alloc_zero(1U, sizeof(**targets));
  if (!*targets) {
    return LN_NO_MEM;
  }
  if (access(path, F_OK) == 0) {
    st = ln_in_slurp(path, FILE_MOST, &bytes, &why);
  }
  if (st == LN_IO) {
    st = ln_text_format(error, "%s cannot be read: %s", path, why);
    st = st == LN_OK ? LN_USAGE : st;
  }
  st               = st == LN_OK ? read_lines(*targets, bytes, path, error) : st;
  slurped.borrowed = bytes.s;
  ln_free(slurped.owned);
  if (st != LN_OK) {
    ln_targets_free(*targets);
    *targets = NULL;
  }
  return st;
}

/* The folders that the file stands in, as far as they are missing. */
static bool
make_folders(const char* const path)
{
  ln_text text = {0};
  bool    made = ln_text_add(&text, ln_view_of(path)) == LN_OK;
  for (size_t i = 1U; made && i < text.n; ++i) {
    if (text.s[i] == '/') {
      text.s[i] = '\0';
      made      = mkdir(text.s, S_IRWXU) == 0 || errno == EEXIST;
      text.s[i] = '/';
    }
  }
  ln_text_clear(&text);
  return made;
}

/* An existing file keeps who may read it when it is written, so it is made so before. */
static bool
make_private(const char* const path)
{
  const int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (fd < 0) {
    return false;
  }
  const bool is_private = fchmod(fd, S_IRUSR | S_IWUSR) == 0;
  return close(fd) == 0 && is_private;
}

static void
put_target(ln_out* const out, const target* const t)
{
  const char* const* value = NULL;
  const char*        name  = NULL;
  ln_out_put_view(out, LN_V("\n["));
  ln_out_put_view(out, ln_view_of(t->name));
  ln_out_put_view(out, LN_V("]\n"));
  for (size_t i = 0U; (name = ln_endpoint_member(&t->endpoint, i, &value)) != NULL; ++i) {
    if (*value) {
      ln_out_put_view(out, ln_view_of(name));
      ln_out_put_byte(out, ' ');
      ln_out_put_view(out, ln_view_of(*value));
      ln_out_put_byte(out, '\n');
    }
  }
}

ln_status
ln_targets_write(const ln_targets* const targets, const char* const path, ln_text* const error)
{
  const char* why = "";
  ln_out*     out = NULL;
  if (!make_folders(path) || !make_private(path)) {
    LN_TRY(ln_text_format(error, "%s cannot be written: %s", path, ln_errno_text(errno)));
    return LN_IO;
  }
  ln_status st = ln_out_open(path, LN_PACK_NONE, &out, &why);
  if (st == LN_OK) {
    ln_out_put_view(out, LN_V("# Targets of liner load; liner target writes this file anew.\n"));
    for (size_t i = 0U; i < targets->n; ++i) {
      put_target(out, &targets->all[i]);
    }
    st  = ln_out_finish(out);
    why = ln_out_error(out);
  }
  if (st == LN_IO) {
    LN_TRY(ln_text_format(error, "%s cannot be written: %s", path, why));
  }
  ln_out_abandon(out);
  return st;
}

void
ln_targets_free(ln_targets* const targets)
{
  if (targets) {
    ln_arena_clear(&targets->arena);
    ln_free(targets->all);
    ln_free(targets);
  }
}
