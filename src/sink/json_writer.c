/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JSON laid out for people. The caller gives members in their order, and brackets in pairs; the
   writer knows only how deep it is and whether a comma is due, so that it needs no memory. */

#include "sink/json_writer.h"

#include "sink/escape.h"

static void
put_key(const ln_json_writer* const w, const char* const key)
{
  ln_out_put_byte(w->out, '"');
  ln_escape_put(w->out, ln_view_of(key), LN_ESCAPE_JSON);
  ln_out_put_view(w->out, LN_V("\": "));
}

static void
put_line(const ln_json_writer* const w)
{
  ln_out_put_byte(w->out, '\n');
  for (unsigned i = 0U; i < w->level; ++i) {
    ln_out_put_view(w->out, LN_V("  "));
  }
}

/* What stands before a member or item. */
static void
put_start(ln_json_writer* const w, const char* const key)
{
  if (w->more) {
    ln_out_put_byte(w->out, ',');
  }
  if (w->flat > 0U) {
    ln_out_put_view(w->out, w->more ? LN_V(" ") : LN_V(""));
  } else if (w->level > 0U) {
    put_line(w);
  }
  if (key) {
    put_key(w, key);
  }
  w->more = true;
}

void
ln_json_writer_open(ln_json_writer* const w,
                    const char* const     key,
                    const char            bracket,
                    const ln_json_layout  layout)
{
  put_start(w, key);
  ln_out_put_byte(w->out, bracket);
  ++w->level;
  w->flat = w->flat == 0U && layout == LN_JSON_FLAT ? w->level : w->flat;
  w->more = false;
}

void
ln_json_writer_close(ln_json_writer* const w, const char bracket)
{
  const bool flat = w->flat > 0U;
  w->flat         = w->flat == w->level ? 0U : w->flat;
  --w->level;
  if (!flat && w->more) {
    put_line(w);
  }
  ln_out_put_byte(w->out, bracket);
  if (w->level == 0U) {
    ln_out_put_byte(w->out, '\n');
  }
  w->more = true;
}

void
ln_json_writer_text(ln_json_writer* const w, const char* const key, const ln_view text)
{
  put_start(w, key);
  ln_out_put_byte(w->out, '"');
  ln_escape_put(w->out, text, LN_ESCAPE_JSON);
  ln_out_put_byte(w->out, '"');
}

void
ln_json_writer_raw(ln_json_writer* const w, const char* const key, const char* const value)
{
  put_start(w, key);
  ln_out_put_view(w->out, ln_view_of(value));
}
