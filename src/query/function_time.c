/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Parts of dates and times (section 17.4.5). A date or a year has the parts that it has, as other
   engines read the section, which speaks of xsd:dateTime alone. NOW is the same throughout a run.
 */

#include "query/value.h"

#include <stdio.h>
#include <time.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

static ln_status
keep(ln_evaluator* const e, const char* const text, ln_view* const kept)
{
  *kept = ln_arena_copy(&e->arena, ln_view_of(text));
  return kept->s ? LN_OK : LN_NO_MEM;
}

static ln_status
do_now(ln_evaluator* const e, ln_value* const value)
{
  if (e->now.n == 0U) {
    struct timespec now = {0};
    struct tm       utc = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    if (!gmtime_r(&now.tv_sec, &utc)) {
      return LN_OK;
    }
    LN_TRY(ln_text_format(&e->now,
                          "%04d-%02d-%02dT%02d:%02d:%02dZ",
                          utc.tm_year + 1900,
                          utc.tm_mon + 1,
                          utc.tm_mday,
                          utc.tm_hour,
                          utc.tm_min,
                          utc.tm_sec));
  }
  *value = ln_value_literal(ln_text_view(&e->now), LN_V(XSD "dateTime"));
  return LN_OK;
}

/* -PT5H30M */
static ln_status
do_timezone(ln_evaluator* const e, const ln_datetime* const t, ln_value* const value)
{
  char      text[32];
  const int minutes = t->zone < 0 ? -t->zone : t->zone;
  int       n       = snprintf(text, sizeof(text), "%sPT", t->zone < 0 ? "-" : "");
  if (!t->has_zone) {
    return LN_OK;
  }
  n += minutes >= 60 ? snprintf(text + n, sizeof(text) - (size_t)n, "%dH", minutes / 60) : 0;
  n += minutes % 60 != 0 ? snprintf(text + n, sizeof(text) - (size_t)n, "%dM", minutes % 60) : 0;
  if (minutes == 0) {
    (void)snprintf(text + n, sizeof(text) - (size_t)n, "0S");
  }
  ln_view kept = {NULL, 0U};
  LN_TRY(keep(e, text, &kept));
  *value = ln_value_literal(kept, LN_V(XSD "dayTimeDuration"));
  return LN_OK;
}

/* What stands behind the time: `Z`, `-05:00`, or nothing. */
static ln_status
do_tz(ln_evaluator* const e, const ln_datetime* const t, ln_value* const value)
{
  char      text[16] = "";
  const int minutes  = t->zone < 0 ? -t->zone : t->zone;
  if (t->has_zone) {
    (void)snprintf(
      text, sizeof(text), "%c%02d:%02d", t->zone < 0 ? '-' : '+', minutes / 60, minutes % 60);
  }
  *value = ln_value_string((ln_view){NULL, 0U});
  return keep(e, t->has_zone && minutes == 0 ? "Z" : text, &value->text);
}

static ln_value
do_seconds(const ln_datetime* const t)
{
  ln_value value = {.kind = LN_VALUE_DECIMAL, .term = LN_ABSENT};
  ln_units unit  = LN_UNITS_ONE;
  value.decimal  = (ln_units)t->second * LN_UNITS_ONE;
  for (size_t i = 0U; i < t->fraction.n && unit > 1; ++i) {
    unit /= 10;
    value.decimal += (ln_units)(t->fraction.s[i] - '0') * unit;
  }
  return value;
}

static unsigned
needed_by(const ln_function_id id)
{
  switch ((int)id) {
  case LN_F_YEAR:
    return LN_HAS_YEAR;
  case LN_F_MONTH:
    return LN_HAS_MONTH;
  case LN_F_DAY:
    return LN_HAS_DAY;
  case LN_F_TZ:
  case LN_F_TIMEZONE:
    return 0U;
  default:
    return LN_HAS_TIME;
  }
}

ln_status
ln_function_time(ln_evaluator* const   e,
                 const ln_function_id  id,
                 const ln_value* const arg,
                 ln_value* const       value)
{
  ln_datetime t       = {0};
  const char* problem = NULL;
  if (id == LN_F_NOW) {
    return do_now(e, value);
  }
  const unsigned needed = needed_by(id);
  if ((arg->kind != LN_VALUE_DATETIME && arg->kind != LN_VALUE_DATE) ||
      (arg->fields & needed) != needed ||
      !ln_datetime_parse(arg->text, arg->fields, &t, &problem)) {
    return LN_OK;
  }
  switch ((int)id) {
  case LN_F_YEAR:
    *value = ln_value_integer(t.year);
    return LN_OK;
  case LN_F_MONTH:
    *value = ln_value_integer(t.month);
    return LN_OK;
  case LN_F_DAY:
    *value = ln_value_integer(t.day);
    return LN_OK;
  case LN_F_HOURS:
    *value = ln_value_integer(t.hour);
    return LN_OK;
  case LN_F_MINUTES:
    *value = ln_value_integer(t.minute);
    return LN_OK;
  case LN_F_SECONDS:
    *value = do_seconds(&t);
    return LN_OK;
  case LN_F_TIMEZONE:
    return do_timezone(e, &t, value);
  default:
    return do_tz(e, &t, value);
  }
}
