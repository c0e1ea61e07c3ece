/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The report of a comparison for programs: JSON with one remark a line, CSV with one row for what
   stands on the first side and what stands on the others. Pairs come last, with what they are known
   by and how their properties did. */

#include "base/markup.h"
#include "base/text.h"
#include "dispute/contrast_report.h"

#include <inttypes.h>

typedef struct {
  const ln_contrast_report* report;
  ln_out*                   out;
  ln_text                   text;
} printer;

static void
put(const printer* const p, const char* const text)
{
  ln_out_put_view(p->out, ln_view_of(text));
}

static ln_status
put_number(printer* const p, const char* const before, const uint64_t n)
{
  ln_text_reset(&p->text);
  LN_TRY(ln_text_format(&p->text, "%s%" PRIu64, before, n));
  ln_out_put_view(p->out, ln_text_view(&p->text));
  return LN_OK;
}

static const char*
gravity_name(const size_t gravity)
{
  return gravity < LN_GRAVITIES ? ln_gravity_name((ln_gravity)gravity) : "match";
}

/* ---- JSON ---- */

/* `,"name":"text"`. */
static void
put_member(const printer* const p, const char* const before, const ln_view text)
{
  put(p, before);
  ln_markup_json(p->out, text);
  put(p, "\"");
}

static ln_status
put_json_item(printer* const p, const ln_remark_item* const item)
{
  put_member(p, "{\"in\":\"", p->report->titles[item->side]);
  put_member(p, ",\"thing\":\"", item->thing);
  put_member(p, ",\"name\":\"", item->name);
  if (item->value.n > 0U) {
    put_member(p, ",\"value\":\"", item->value);
  }
  put_member(p, ",\"file\":\"", ln_log_path(p->report->log, item->source));
  LN_TRY(item->row > 0U ? put_number(p, ",\"row\":", item->row) : LN_OK);
  LN_TRY(item->line > 0U ? put_number(p, ",\"line\":", item->line) : LN_OK);
  LN_TRY(item->column > 0U ? put_number(p, ",\"column\":", item->column) : LN_OK);
  put(p, "}");
  return LN_OK;
}

/* Words with blanks between as a list of texts. */
static void
put_list(const printer* const p, const char* const name, const ln_view words)
{
  put(p, name);
  for (ln_view rest = words; rest.n > 0U;) {
    const size_t blank = ln_view_find(rest, ' ');
    put_member(p, "\"", ln_view_first(rest, blank));
    rest = ln_view_from(rest, blank + 1U);
    put(p, rest.n > 0U ? "," : "");
  }
  put(p, "]");
}

static ln_status
put_json_remark(printer* const p, const ln_remark* const remark)
{
  static const char* const names[LN_NOTES] = {
    ",\"by\":[", ",\"agree\":[", ",\"differ\":[", ",\"first_only\":[", ",\"second_only\":["};
  put(p, "{\"severity\":\"");
  put(p, gravity_name(remark->gravity));
  put_member(p, "\",\"rule\":\"", remark->rule);
  put_member(p, ",\"says\":\"", remark->says);
  for (size_t i = 0U; i < LN_NOTES && remark->gravity == LN_GRAVITIES; ++i) {
    put_list(p, names[i], remark->notes[i]);
  }
  put(p, ",\"sides\":[");
  for (size_t i = 0U; i < remark->n; ++i) {
    put(p, i > 0U ? "," : "");
    LN_TRY(put_json_item(p, &remark->items[i]));
  }
  put(p, "]}");
  return LN_OK;
}

static ln_status
put_json_counts(printer* const p, const ln_contrast* const c)
{
  static const char* const names[LN_MATCHES] = {"{\"identifier\":",
                                                ",\"proposed\":",
                                                ",\"ambiguous\":",
                                                ",\"doubtful\":",
                                                ",\"name_alone\":",
                                                ",\"namesake\":"};
  bool                     any               = false;
  put_member(p, "{\"first\":\"", p->report->titles[c->sides[0]]);
  put_member(p, ",\"second\":\"", p->report->titles[c->sides[1]]);
  put(p, ",\"pairs\":");
  for (size_t i = 0U; i < LN_MATCHES; ++i) {
    LN_TRY(put_number(p, names[i], c->matches[i]));
  }
  put(p, "},\"properties\":{");
  for (size_t i = 0U; i < p->report->book->n; ++i) {
    const ln_property_count* const n = &c->properties[i];
    if (n->agree + n->differ + n->first + n->second > 0U) {
      put_member(p, any ? ",\"" : "\"", p->report->book->v[i].name);
      LN_TRY(put_number(p, ":{\"agree\":", n->agree));
      LN_TRY(put_number(p, ",\"differ\":", n->differ));
      LN_TRY(put_number(p, ",\"first_only\":", n->first));
      LN_TRY(put_number(p, ",\"second_only\":", n->second));
      put(p, "}");
      any = true;
    }
  }
  put(p, "}}");
  return LN_OK;
}

static ln_status
put_json(printer* const p)
{
  const ln_remark* remark = NULL;
  ln_status        st     = LN_OK;
  put(p, "{\"compared\":[");
  for (size_t i = 0U; i < p->report->n; ++i) {
    put(p, i > 0U ? ",\n" : "\n");
    LN_TRY(put_json_counts(p, &p->report->comparisons[i]));
  }
  put(p, "],\n\"remarks\":[");
  st = ln_remarks_next(p->report->remarks, &remark);
  for (bool any = false; st == LN_OK; any = true) {
    put(p, any ? ",\n" : "\n");
    LN_TRY(put_json_remark(p, remark));
    st = ln_remarks_next(p->report->remarks, &remark);
  }
  put(p, "]}\n");
  return st == LN_END ? LN_OK : st;
}

ln_status
ln_contrast_json(const ln_contrast_report* const report, ln_out* const out)
{
  printer         p  = {.report = report, .out = out};
  const ln_status st = put_json(&p);
  ln_text_clear(&p.text);
  return st;
}

/* ---- CSV ---- */

static void
put_field(const printer* const p, const ln_view text)
{
  put(p, "\"");
  for (size_t i = 0U; i < text.n; ++i) {
    put(p, text.s[i] == '"' ? "\"" : "");
    ln_out_put_byte(p->out, text.s[i]);
  }
  put(p, "\"");
}

static ln_status
put_csv_item(printer* const p, const ln_remark_item* const item)
{
  const uint64_t numbers[] = {item->row, item->line, item->column};
  const ln_view  texts[]   = {p->report->titles[item->side],
                              item->thing,
                              item->name,
                              item->value,
                              ln_log_path(p->report->log, item->source)};
  for (size_t i = 0U; i < sizeof(texts) / sizeof(texts[0]); ++i) {
    put(p, ",");
    put_field(p, texts[i]);
  }
  for (size_t i = 0U; i < sizeof(numbers) / sizeof(numbers[0]); ++i) {
    put(p, numbers[i] > 0U ? "" : ",");
    LN_TRY(numbers[i] > 0U ? put_number(p, ",", numbers[i]) : LN_OK);
  }
  return LN_OK;
}

/* The first item against each other one of another input or thing; at least one row. */
static ln_status
put_csv_remark(printer* const p, const ln_remark* const remark)
{
  for (size_t i = 1U; i < remark->n; ++i) {
    put(p, gravity_name(remark->gravity));
    put(p, ",");
    put_field(p, remark->rule);
    put(p, ",");
    put_field(p, remark->says);
    LN_TRY(put_csv_item(p, &remark->items[0]));
    LN_TRY(put_csv_item(p, &remark->items[i]));
    for (size_t k = 0U; k < LN_NOTES; ++k) {
      put(p, ",");
      put_field(p, remark->notes[k]);
    }
    put(p, "\r\n");
  }
  return LN_OK;
}

ln_status
ln_contrast_csv(const ln_contrast_report* const report, ln_out* const out)
{
  printer          p      = {.report = report, .out = out};
  const ln_remark* remark = NULL;
  ln_status        st     = LN_OK;
  put(&p, "severity,rule,says,first_in,first_thing,first_name,first_value,first_file,first_row,");
  put(&p, "first_line,first_column,second_in,second_thing,second_name,second_value,second_file,");
  put(&p, "second_row,second_line,second_column,by,agree,differ,first_only,second_only\r\n");
  st = ln_remarks_next(report->remarks, &remark);
  while (st == LN_OK) {
    st = put_csv_remark(&p, remark);
    st = st == LN_OK ? ln_remarks_next(report->remarks, &remark) : st;
  }
  ln_text_clear(&p.text);
  return st == LN_END ? LN_OK : st;
}
