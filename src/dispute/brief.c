/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What reports show of findings. Places are found when they are asked for, by reading the table up
   to the row again; rows far down are named by their number alone, which needs no reading. */

#include "dispute/brief.h"

#include "base/text.h"
#include "dispute/inquiry.h"

enum { ROWS_MOST = 20000 };

static ln_view
text_of(const ln_brief* const b, const uint32_t term)
{
  return term == LN_NO_FACT ? LN_V("") : ln_facts_text(b->facts, term);
}

static ln_view
last_part(const ln_view iri)
{
  size_t from = iri.n;
  while (from > 0U && iri.s[from - 1U] != '/' && iri.s[from - 1U] != '#') {
    --from;
  }
  return ln_view_from(iri, from);
}

/* The sources that a passage cites itself. */
static ln_view
list_references(ln_inquiry* const q, const uint32_t citation)
{
  ln_bunch     terms = {0};
  size_t       first = 0U;
  const size_t n     = ln_facts_about(q->facts, citation, &first);
  for (size_t i = first; i < first + n; ++i) {
    const ln_fact* const f = ln_facts_at(q->facts, i);
    if (f->p == LN_TERM_REFERENCES) {
      q->status = ln_bunch_add(&terms, f->o);
    }
  }
  const ln_view list = terms.n > 0U ? ln_inquire_list(q, &terms, 8U) : LN_V("");
  ln_bunch_clear(&terms);
  return list;
}

ln_status
ln_brief_item_at(const ln_brief* const brief, const size_t exhibit, ln_brief_item* const item)
{
  const ln_exhibit* const e    = &brief->docket->exhibits[exhibit];
  const ln_fact* const    fact = ln_facts_at(brief->facts, e->fact);
  const ln_where          at   = {fact->source, fact->field, fact->row};
  ln_inquiry              q    = {.facts = brief->facts, .docket = brief->docket};
  *item                        = (ln_brief_item){
                           .about     = text_of(brief, fact->s),
                           .value     = ln_inquire_label(&q, fact->o),
                           .path      = ln_log_path(brief->log, fact->source),
                           .row       = fact->row,
                           .preferred = ln_facts_has(brief->facts, fact->s, LN_TERM_RANK, LN_TERM_PREFERRED),
  };
  if (fact->row < ROWS_MOST) {
    item->place = ln_log_place(brief->log, at);
  }
  if (e->citation != LN_NO_FACT) {
    const uint32_t source = ln_inquire_object(&q, e->citation, LN_TERM_SOURCE);
    item->citation        = text_of(brief, e->citation);
    item->name            = last_part(item->citation);
    item->quote           = text_of(brief, ln_inquire_object(&q, e->citation, LN_TERM_QUOTE));
    item->locator         = text_of(brief, ln_inquire_object(&q, e->citation, LN_TERM_LOCATOR));
    item->source          = source == LN_NO_FACT ? LN_V("") : ln_inquire_label(&q, source);
    item->references      = list_references(&q, e->citation);
  }
  ln_text_clear(&q.a);
  ln_text_clear(&q.b);
  return q.status;
}

ln_view
ln_brief_subject(const ln_brief* const brief, const ln_dispute* const dispute)
{
  return text_of(brief, dispute->subject);
}

ln_status
ln_brief_counts(const ln_docket* const docket, ln_text* const out)
{
  static const char* const many[] = {
    "contradictions", "implausible", "tensions", "variances", "incomplete", "information"};
  bool any = false;
  for (size_t g = 0U; g < LN_GRAVITIES; ++g) {
    const size_t n = ln_docket_count(docket, (ln_gravity)g);
    if (n > 0U) {
      LN_TRY(ln_text_format(
        out, "%s%zu %s", any ? ", " : "", n, n == 1U ? ln_gravity_name((ln_gravity)g) : many[g]));
      any = true;
    }
  }
  return any ? LN_OK : ln_text_add(out, LN_V("no disagreements"));
}
