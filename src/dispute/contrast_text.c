/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The report of a comparison as text and as Markdown: how many pairs there are and how each
   property did in them, then the remarks with the cells of both sides. */

#include "base/text.h"
#include "dispute/contrast_report.h"

#include <inttypes.h>
#include <string.h>

/* The signs of a form. */
typedef struct {
  const char* title;
  const char* heading;
  const char* finding;
  const char* item;
  bool        markdown;
} signs;

typedef struct {
  const ln_contrast_report* report;
  const signs*              signs;
  ln_out*                   out;
  ln_text                   text;
} printer;

static void
put(const printer* const p, const char* const text)
{
  ln_out_put_view(p->out, ln_view_of(text));
}

/* Markdown gives some signs a meaning; a line end would end the line. */
static void
put_words(const printer* const p, const ln_view text)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const char c = text.s[i];
    if (p->signs->markdown && c != '\0' && strchr("*_`[]<\\#|", c)) {
      ln_out_put_byte(p->out, '\\');
    }
    if (c == '\n' || c == '\r') {
      put(p, " ");
    } else {
      ln_out_put_byte(p->out, c);
    }
  }
}

static ln_status
put_number(printer* const p, const uint64_t n, const char* const after)
{
  ln_text_reset(&p->text);
  LN_TRY(ln_text_add_number(&p->text, n));
  ln_out_put_view(p->out, ln_text_view(&p->text));
  put(p, after);
  return LN_OK;
}

/* ---- figures ---- */

static ln_status
put_pairs(printer* const p, const ln_contrast* const c)
{
  static const char* const words[LN_MATCHES] = {" with one identifier",
                                                " proposed by name and dates",
                                                " that fit several things",
                                                " doubtful",
                                                " of one name without dates",
                                                " of one name, two things"};
  bool                     any               = false;
  put(p, p->signs->title);
  for (size_t i = 0U; i < 2U; ++i) {
    LN_TRY(put_number(p, ln_roster_size(c->rosters[i]), " in "));
    put_words(p, p->report->titles[c->sides[i]]);
    put(p, i == 0U ? ", " : "\n\n");
  }
  for (size_t i = 0U; i < LN_MATCHES; ++i) {
    if (c->matches[i] > 0U) {
      put(p, any ? ", " : "Pairs: ");
      LN_TRY(put_number(p, c->matches[i], words[i]));
      any = true;
    }
  }
  put(p, any ? "\n\n" : "No pairs\n\n");
  return LN_OK;
}

static ln_status
put_row(printer* const p, const ln_view name, const ln_property_count* const count)
{
  enum { WIDTH = 20 };
  const uint64_t numbers[] = {count->agree, count->differ, count->first, count->second};
  put(p, p->signs->markdown ? "| " : "");
  put_words(p, name);
  for (size_t i = name.n; i < WIDTH && !p->signs->markdown; ++i) {
    put(p, " ");
  }
  for (size_t i = 0U; i < 4U; ++i) {
    ln_text_reset(&p->text);
    LN_TRY(ln_text_format(&p->text, p->signs->markdown ? " | %" PRIu64 : "%12" PRIu64, numbers[i]));
    ln_out_put_view(p->out, ln_text_view(&p->text));
  }
  put(p, p->signs->markdown ? " |\n" : "\n");
  return LN_OK;
}

static ln_status
put_properties(printer* const p, const ln_contrast* const c)
{
  bool any = false;
  for (size_t i = 0U; i < p->report->book->n; ++i) {
    const ln_property_count* const count = &c->properties[i];
    if (count->agree + count->differ + count->first + count->second == 0U) {
      continue;
    }
    if (!any) {
      put(p,
          p->signs->markdown
            ? "| | agree | differ | first only | second only |\n|---|---|---|---|---|\n"
            : "                           agree      differ  first only second only\n");
      any = true;
    }
    LN_TRY(put_row(p, p->report->book->v[i].name, count));
  }
  put(p, any ? "\n" : "");
  return LN_OK;
}

static ln_status
put_counts(printer* const p)
{
  bool any = false;
  for (size_t g = 0U; g < LN_GRAVITIES; ++g) {
    const uint64_t n = ln_remarks_count(p->report->remarks, g);
    if (n > 0U) {
      put(p, any ? ", " : "Found: ");
      LN_TRY(put_number(p, n, " "));
      put(p, ln_gravity_name((ln_gravity)g));
      any = true;
    }
  }
  put(p, any ? "\n\n" : "Nothing disagrees.\n\n");
  return LN_OK;
}

/* ---- remarks ---- */

static ln_status
put_cell(printer* const p, const ln_remark_item* const item)
{
  ln_text* const text = &p->text;
  ln_text_reset(text);
  LN_TRY(ln_text_add(text, ln_log_path(p->report->log, item->source)));
  if (item->line > 0U) {
    LN_TRY(ln_text_format(text, ":%" PRIu64, item->line));
    LN_TRY(item->column > 0U ? ln_text_format(text, ":%" PRIu64, item->column) : LN_OK);
  } else if (item->row > 0U) {
    LN_TRY(ln_text_format(text, ", row %" PRIu64, item->row));
  }
  put_words(p, ln_text_view(text));
  return LN_OK;
}

static ln_status
put_item(printer* const p, const ln_remark_item* const item)
{
  put(p, p->signs->item);
  put_words(p, p->report->titles[item->side]);
  put(p, ": ");
  put_words(p, item->name);
  if (item->value.n > 0U && !ln_view_equals(item->value, item->name)) {
    put(p, ", ");
    put_words(p, item->value);
  }
  put(p, " [");
  LN_TRY(put_cell(p, item));
  put(p, "]\n");
  return LN_OK;
}

static ln_status
put_remark(printer* const p, const ln_remark* const remark)
{
  put(p, p->signs->finding);
  put_words(p, remark->says);
  put(p, " (");
  put_words(p, remark->rule);
  put(p, p->signs->markdown ? ")\n\n" : ")\n");
  for (size_t i = 0U; i < remark->n; ++i) {
    LN_TRY(put_item(p, &remark->items[i]));
  }
  put(p, "\n");
  return LN_OK;
}

static ln_status
put_remarks(printer* const p)
{
  const size_t     most    = p->report->verbose ? (size_t)LN_GRAVITIES : (size_t)LN_INFORMATION;
  size_t           current = LN_GRAVITIES;
  const ln_remark* remark  = NULL;
  ln_status        st      = ln_remarks_next(p->report->remarks, &remark);
  while (st == LN_OK && remark->gravity < most) {
    if (remark->gravity != current) {
      current = remark->gravity;
      put(p, p->signs->heading);
      put(p, ln_gravity_name((ln_gravity)current));
      put(p, "\n\n");
    }
    LN_TRY(put_remark(p, remark));
    st = ln_remarks_next(p->report->remarks, &remark);
  }
  return st == LN_END ? LN_OK : st;
}

static ln_status
put_all(const ln_contrast_report* const report, const signs* const s, ln_out* const out)
{
  printer   p  = {.report = report, .signs = s, .out = out};
  ln_status st = LN_OK;
  for (size_t i = 0U; i < report->n && st == LN_OK; ++i) {
    st = put_pairs(&p, &report->comparisons[i]);
    st = st == LN_OK ? put_properties(&p, &report->comparisons[i]) : st;
  }
  st = st == LN_OK ? put_counts(&p) : st;
  st = st == LN_OK ? put_remarks(&p) : st;
  ln_text_clear(&p.text);
  return st;
}

ln_status
ln_contrast_text(const ln_contrast_report* const report, ln_out* const out)
{
  static const signs text = {"", "", "", "  - ", false};
  return put_all(report, &text, out);
}

ln_status
ln_contrast_markdown(const ln_contrast_report* const report, ln_out* const out)
{
  static const signs markdown = {"# ", "## ", "### ", "- ", true};
  return put_all(report, &markdown, out);
}
