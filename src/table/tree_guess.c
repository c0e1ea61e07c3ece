/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   What a file is, by its first bytes, whatever it is called. A header row may begin with any of the
   signs that XML and JSON begin with, so a sign alone does not count: only what stands behind it
   and in no header. In doubt it is a table, of which the reader will say what is wrong with it. */

#include "table/tree_guess.h"

static bool
is_name(const char c)
{
  const unsigned char u = (unsigned char)c;
  return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || u == '_' || u == ':' || u >= 0x80U;
}

static size_t
name_length(const ln_view text)
{
  size_t n = 0U;
  while (n < text.n && (is_name(text.s[n]) ||
                        (n > 0U && ((text.s[n] >= '-' && text.s[n] <= '9') && text.s[n] != '/')))) {
    ++n;
  }
  return n;
}

/* An element that holds another one, or nothing, or that has an attribute. */
static bool
is_element(const ln_view text)
{
  const size_t  n    = name_length(text);
  const ln_view rest = ln_view_from(text, n);
  if (n == 0U || ln_view_starts(rest, LN_V("/>"))) {
    return n > 0U;
  }
  if (ln_view_starts(rest, LN_V(">"))) {
    return ln_view_starts(ln_view_trim(ln_view_from(rest, 1U)), LN_V("<"));
  }
  const ln_view attribute = ln_view_trim(rest);
  const ln_view value     = ln_view_from(attribute, name_length(attribute));
  return attribute.n < rest.n &&
         (ln_view_starts(value, LN_V("=\"")) || ln_view_starts(value, LN_V("='")));
}

static bool
is_xml(const ln_view text)
{
  return ln_view_starts(text, LN_V("<?xml")) || ln_view_starts(text, LN_V("<!DOCTYPE")) ||
         ln_view_starts(text, LN_V("<!--")) ||
         (ln_view_starts(text, LN_V("<")) && is_element(ln_view_from(text, 1U)));
}

static bool
is_json(const ln_view text)
{
  const ln_view inner = ln_view_trim(ln_view_from(text, 1U));
  if (ln_view_starts(text, LN_V("{"))) {
    return ln_view_starts(inner, LN_V("\"")) || ln_view_starts(inner, LN_V("}"));
  }
  return ln_view_starts(text, LN_V("[")) &&
         (ln_view_starts(inner, LN_V("{")) || ln_view_starts(inner, LN_V("[")) ||
          ln_view_starts(inner, LN_V("\"")));
}

bool
ln_tree_guess(const ln_view head, ln_tree_format* const format)
{
  const size_t  mark = ln_view_starts(head, LN_V("\xEF\xBB\xBF")) ? 3U : 0U;
  const ln_view text = ln_view_trim(ln_view_from(head, mark));
  const bool    xml  = is_xml(text);
  *format            = xml ? LN_TREE_XML : LN_TREE_JSON;
  return xml || is_json(text);
}
