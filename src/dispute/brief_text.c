/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The report as text and as Markdown, which differ in their signs only: what was found, by
   severity, each finding with its sides, each side with its quotations and cells. */

#include "base/text.h"
#include "dispute/brief.h"

#include <inttypes.h>

/* The signs of a form. */
typedef struct {
  const char* title;
  const char* heading;
  const char* finding;
  const char* after; ///< behind the sentence of a finding
  const char* side;
  const char* item;
  bool        markdown;
} signs;

static const signs text_signs     = {"", "", "", "", "  - ", "      ", false};
static const signs markdown_signs = {"# ", "## ", "### ", "\n", "- ", "    - ", true};

static void
put(ln_out* const out, const char* const text)
{
  ln_out_put_view(out, ln_view_of(text));
}

/* Markdown gives some signs a meaning; a line end would end the line. */
static void
put_words(const signs* const s, ln_out* const out, const ln_view text)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const char c = text.s[i];
    if (c == '\n' || c == '\r') {
      ln_out_put_byte(out, ' ');
      continue;
    }
    if (s->markdown && (c == '*' || c == '_' || c == '`' || c == '[' || c == ']' || c == '<' ||
                        c == '\\' || c == '#')) {
      ln_out_put_byte(out, '\\');
    }
    ln_out_put_byte(out, c);
  }
}

static ln_status
put_cell(const ln_brief_item* const item, const signs* const s, ln_out* const out)
{
  ln_text   text = {0};
  ln_status st   = ln_text_add(&text, item->path);
  if (st == LN_OK && item->place.line > 0U) {
    st = ln_text_format(&text, ":%" PRIu64 ":%" PRIu64, item->place.line, item->place.column);
  } else if (st == LN_OK && item->row > 0U) {
    st = ln_text_format(&text, ", row %" PRIu64, item->row);
  }
  if (st == LN_OK) {
    put_words(s, out, ln_text_view(&text));
  }
  ln_text_clear(&text);
  return st;
}

static ln_status
put_item(const ln_brief* const b, const size_t at, const signs* const s, ln_out* const out)
{
  ln_brief_item item = {0};
  LN_TRY(ln_brief_item_at(b, at, &item));
  put(out, s->item);
  if (item.quote.n > 0U) {
    put(out, "\"");
    put_words(s, out, item.quote);
    put(out, "\" ");
  }
  if (item.name.n > 0U) {
    put_words(s, out, item.name);
    put(out, item.locator.n > 0U ? ", " : " ");
    put_words(s, out, item.locator);
    put(out, item.references.n > 0U ? ", citing " : " ");
    put_words(s, out, item.references);
  }
  put(out, item.preferred ? " (preferred) [" : " [");
  LN_TRY(put_cell(&item, s, out));
  put(out, "]\n");
  return LN_OK;
}

static ln_status
put_dispute(const ln_brief* const   b,
            const ln_dispute* const d,
            const signs* const      s,
            ln_out* const           out)
{
  const ln_docket* const docket = b->docket;
  put(out, s->finding);
  put_words(s, out, d->says);
  put(out, " (");
  put_words(s, out, d->rule->name);
  put(out, ")\n");
  put(out, s->after);
  for (size_t i = d->first; i < d->first + d->n; ++i) {
    const ln_side* const side = &docket->sides[i];
    put(out, s->side);
    put_words(s, out, side->says);
    put(out, "\n");
    for (size_t k = side->first; k < side->first + side->n; ++k) {
      LN_TRY(put_item(b, k, s, out));
    }
  }
  put(out, "\n");
  return LN_OK;
}

static ln_status
put_all(const ln_brief* const b, const signs* const s, ln_out* const out)
{
  ln_text    text    = {0};
  ln_gravity current = LN_GRAVITIES;
  ln_status  st      = ln_brief_counts(b->docket, &text);
  put(out, s->title);
  put_words(s, out, b->title);
  put(out, ": ");
  put_words(s, out, ln_text_view(&text));
  put(out, "\n\n");
  ln_text_clear(&text);
  for (size_t i = 0U; i < b->docket->n && st == LN_OK; ++i) {
    const ln_dispute* const d = &b->docket->disputes[i];
    if (d->gravity != current) {
      current = d->gravity;
      put(out, s->heading);
      put(out, ln_gravity_name(current));
      put(out, "\n\n");
    }
    st = put_dispute(b, d, s, out);
  }
  return st;
}

ln_status
ln_brief_text(const ln_brief* const brief, ln_out* const out)
{
  return put_all(brief, &text_signs, out);
}

ln_status
ln_brief_markdown(const ln_brief* const brief, ln_out* const out)
{
  return put_all(brief, &markdown_signs, out);
}
