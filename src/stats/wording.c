/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Figures in words. What is not certain is said so: a share is never rounded to all or nothing, and
   counts that may be too low are called that. */

#include "stats/wording.h"

#include <inttypes.h>

ln_status
ln_wording_count(ln_text* const    text,
                 const uint64_t    n,
                 const char* const one,
                 const char* const several)
{
  LN_TRY(ln_text_add_number(text, n));
  return ln_text_format(text, " %s", n == 1U ? one : several);
}

ln_status
ln_wording_share(ln_text* const text, const uint64_t n, const uint64_t of)
{
  enum { ALL = 100 };
  const double   exact = of > 0U ? (double)ALL * (double)n / (double)of : 0.0;
  const uint64_t most  = n < of ? ALL - 1U : ALL;
  const uint64_t share = (uint64_t)(exact + 0.5) < most ? (uint64_t)(exact + 0.5) : most;
  if (share == 0U && n > 0U) {
    return ln_text_add(text, LN_V("<1 %"));
  }
  return ln_text_format(text, "%" PRIu64 " %%", share);
}

ln_status
ln_wording_whole(ln_text* const text, const ln_figures* const figures)
{
  LN_TRY(ln_wording_count(text, figures->triples, "triple", "triples"));
  LN_TRY(ln_text_add(text, LN_V(" about ")));
  LN_TRY(ln_wording_count(text, figures->things, "thing", "things"));
  LN_TRY(ln_text_add(text, LN_V(", of ")));
  LN_TRY(ln_wording_count(text, figures->n_classes, "class", "classes"));
  LN_TRY(ln_text_add(text, LN_V(", with ")));
  return ln_wording_count(text, figures->n_properties, "property", "properties");
}

ln_status
ln_wording_values(ln_text* const text, const ln_property_figures* const property)
{
  LN_TRY(ln_wording_count(text, property->triples.n, "triple", "triples"));
  LN_TRY(ln_text_add(text, property->all ? LN_V(", ") : LN_V(", more than ")));
  LN_TRY(ln_wording_count(text, property->distinct, "value", "different values"));
  if (property->all) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(text, LN_V("; each count may be too low by up to ")));
  return ln_text_add_number(text, property->cut);
}

ln_status
ln_wording_dates(ln_text* const text, const ln_decade_figures* const decades)
{
  LN_TRY(ln_wording_count(text, decades->dates.n, "date", "dates"));
  if (decades->open == 0U) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(text, LN_V(", ")));
  LN_TRY(ln_text_add_number(text, decades->open));
  return ln_text_add(text, LN_V(" more without a decade"));
}
