/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The report as one JSON object, one finding a line, so that two reports can be compared by lines.
 */

#include "base/markup.h"
#include "base/text.h"
#include "dispute/brief.h"

#include <inttypes.h>

typedef struct {
  const ln_brief* brief;
  ln_out*         out;
  ln_text         text;
} printer;

static void
put(const printer* const p, const char* const text)
{
  ln_out_put_view(p->out, ln_view_of(text));
}

/* `,"name":"text"`, unless there is no text. */
static void
put_member(const printer* const p, const char* const before, const ln_view text)
{
  if (text.n > 0U) {
    put(p, before);
    ln_markup_json(p->out, text);
    put(p, "\"");
  }
}

static ln_status
put_number(printer* const p, const char* const before, const uint64_t n)
{
  if (n == 0U) {
    return LN_OK;
  }
  ln_text_reset(&p->text);
  LN_TRY(ln_text_format(&p->text, "%s%" PRIu64, before, n));
  ln_out_put_view(p->out, ln_text_view(&p->text));
  return LN_OK;
}

static ln_status
put_item(printer* const p, const size_t at)
{
  ln_brief_item item = {0};
  LN_TRY(ln_brief_item_at(p->brief, at, &item));
  put_member(p, "{\"about\":\"", item.about);
  put_member(p, ",\"value\":\"", item.value);
  put_member(p, ",\"citation\":\"", item.citation);
  put_member(p, ",\"quote\":\"", item.quote);
  put_member(p, ",\"source\":\"", item.source);
  put_member(p, ",\"locator\":\"", item.locator);
  put_member(p, ",\"references\":\"", item.references);
  put(p, item.preferred ? ",\"rank\":\"preferred\"" : "");
  put_member(p, ",\"file\":\"", item.path);
  LN_TRY(put_number(p, ",\"row\":", item.row));
  LN_TRY(put_number(p, ",\"line\":", item.place.line));
  LN_TRY(put_number(p, ",\"column\":", item.place.column));
  put_member(p, ",\"field\":\"", item.place.name);
  put(p, "}");
  return LN_OK;
}

static ln_status
put_dispute(printer* const p, const ln_dispute* const d)
{
  const ln_docket* const docket = p->brief->docket;
  put_member(p, "{\"severity\":\"", ln_view_of(ln_gravity_name(d->gravity)));
  put_member(p, ",\"rule\":\"", d->rule->name);
  put_member(p, ",\"subject\":\"", ln_brief_subject(p->brief, d));
  put_member(p, ",\"says\":\"", d->says);
  put(p, ",\"sides\":[");
  for (size_t i = d->first; i < d->first + d->n; ++i) {
    const ln_side* const side = &docket->sides[i];
    put(p, i > d->first ? ",{\"says\":\"" : "{\"says\":\"");
    ln_markup_json(p->out, side->says);
    put(p, "\",\"claims\":[");
    for (size_t k = side->first; k < side->first + side->n; ++k) {
      put(p, k > side->first ? "," : "");
      LN_TRY(put_item(p, k));
    }
    put(p, "]}");
  }
  put(p, "]}");
  return LN_OK;
}

static ln_status
put_all(printer* const p)
{
  const ln_docket* const docket = p->brief->docket;
  put(p, "{\"input\":\"");
  ln_markup_json(p->out, p->brief->title);
  put(p, "\",\"counts\":{");
  for (size_t g = 0U; g < LN_GRAVITIES; ++g) {
    ln_text_reset(&p->text);
    LN_TRY(ln_text_format(&p->text,
                          "%s\"%s\":%zu",
                          g > 0U ? "," : "",
                          ln_gravity_name((ln_gravity)g),
                          ln_docket_count(docket, (ln_gravity)g)));
    ln_out_put_view(p->out, ln_text_view(&p->text));
  }
  put(p, "},\"findings\":[");
  for (size_t i = 0U; i < docket->n; ++i) {
    put(p, i > 0U ? ",\n" : "\n");
    LN_TRY(put_dispute(p, &docket->disputes[i]));
  }
  put(p, "\n]}\n");
  return LN_OK;
}

ln_status
ln_brief_json(const ln_brief* const brief, ln_out* const out)
{
  printer         p  = {.brief = brief, .out = out};
  const ln_status st = put_all(&p);
  ln_text_clear(&p.text);
  return st;
}
