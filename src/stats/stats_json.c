/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Figures as one JSON object: members are described in docs/stats.md. Lists are whole, except those
   of values, which are as long as was asked for. A member that does not apply is left out. */

#include "stats/show.h"

#include "sink/json_writer.h"

#include <inttypes.h>
#include <stdio.h>

static void
put_number(ln_json_writer* const w, const char* const key, const uint64_t n)
{
  char digits[24];
  (void)snprintf(digits, sizeof(digits), "%" PRIu64, n);
  ln_json_writer_raw(w, key, digits);
}

/* Name, IRI if it has one, and number, within an object that is open. */
static void
put_figure(ln_json_writer* const w, const ln_figure* const figure, const char* const what)
{
  ln_json_writer_text(w, "name", figure->name);
  if (figure->iri.n > 0U) {
    ln_json_writer_text(w, "iri", figure->iri);
  }
  put_number(w, what, figure->n);
}

static void
put_list(ln_json_writer* const       w,
         const char* const           key,
         const ln_figure_list* const list,
         const char* const           what)
{
  ln_json_writer_open(w, key, '[', LN_JSON_LINES);
  for (size_t i = 0U; i < list->n; ++i) {
    ln_json_writer_open(w, NULL, '{', LN_JSON_FLAT);
    put_figure(w, &list->v[i], what);
    ln_json_writer_close(w, '}');
  }
  ln_json_writer_close(w, ']');
}

static void
put_class(ln_json_writer* const w, const ln_class_figures* const c)
{
  ln_json_writer_open(w, NULL, '{', LN_JSON_LINES);
  put_figure(w, &c->things, "things");
  put_list(w, "properties", &c->properties, "things");
  ln_json_writer_close(w, '}');
}

static void
put_property(ln_json_writer* const w, const ln_property_figures* const p)
{
  ln_json_writer_open(w, NULL, '{', LN_JSON_LINES);
  put_figure(w, &p->triples, "triples");
  put_number(w, "things", p->things);
  put_number(w, "iris", p->iris);
  put_number(w, "literals", p->literals);
  put_number(w, "blanks", p->blanks);
  put_number(w, p->all ? "values" : "valuesMoreThan", p->distinct);
  if (p->values.n > 0U) {
    put_list(w, "top", &p->values, "triples");
    put_number(w, "topMayBeTooLowBy", p->cut);
  }
  ln_json_writer_close(w, '}');
}

static void
put_decades(ln_json_writer* const w, const ln_decade_figures* const d)
{
  enum { YEARS = 10 };
  ln_json_writer_open(w, NULL, '{', LN_JSON_LINES);
  put_figure(w, &d->dates, "dates");
  put_number(w, "open", d->open);
  ln_json_writer_open(w, "decades", '[', LN_JSON_LINES);
  for (size_t i = 0U; i < d->n; ++i) {
    char year[24];
    if (d->counts[i] > 0U) {
      (void)snprintf(year, sizeof(year), "%" PRId64, d->first + ((int64_t)i * YEARS));
      ln_json_writer_open(w, NULL, '{', LN_JSON_FLAT);
      ln_json_writer_raw(w, "from", year);
      put_number(w, "dates", d->counts[i]);
      ln_json_writer_close(w, '}');
    }
  }
  ln_json_writer_close(w, ']');
  ln_json_writer_close(w, '}');
}

ln_status
ln_show_json(const ln_figures* const figures, ln_out* const out)
{
  ln_json_writer w = {.out = out};
  ln_json_writer_open(&w, NULL, '{', LN_JSON_LINES);
  ln_json_writer_text(&w, "input", figures->title);
  put_number(&w, "triples", figures->triples);
  put_number(&w, "things", figures->things);
  ln_json_writer_open(&w, "classes", '[', LN_JSON_LINES);
  for (size_t i = 0U; i < figures->n_shown; ++i) {
    put_class(&w, &figures->classes[i]);
  }
  ln_json_writer_close(&w, ']');
  ln_json_writer_open(&w, "properties", '[', LN_JSON_LINES);
  for (size_t i = 0U; i < figures->n_properties; ++i) {
    put_property(&w, &figures->properties[i]);
  }
  ln_json_writer_close(&w, ']');
  ln_json_writer_open(&w, "dates", '[', LN_JSON_LINES);
  for (size_t i = 0U; i < figures->n_decades; ++i) {
    put_decades(&w, &figures->decades[i]);
  }
  ln_json_writer_close(&w, ']');
  put_list(&w, "languages", &figures->languages, "literals");
  put_list(&w, "datatypes", &figures->datatypes, "literals");
  put_list(&w, "graphs", &figures->graphs, "triples");
  ln_json_writer_close(&w, '}');
  return LN_OK;
}
