/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* SARIF 2.1.0 (OASIS, 2020): one run, whose rules are all codes that there are, in their order, so
   that results can be written as they come. Columns are counted in characters (`columnKind`,
   section 3.14.17); paths below the folder the program ran in are relative to %SRCROOT%
   (section 3.4.4). A fingerprint is made of what does not change when rows are added in front:
   code, file, column and message. */

#include "base/diag_text.h"
#include "base/markup.h"
#include "base/report_inner.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <xxhash.h>

static void
put_message(ln_out* const out, const char* const name, const char* const text)
{
  ln_report_put(out, ",\"");
  ln_report_put(out, name);
  ln_report_put(out, "\":{\"text\":\"");
  ln_markup_json(out, ln_view_of(text));
  ln_report_put(out, "\"}");
}

/* A reportingDescriptor (section 3.49). */
static void
put_rule(ln_out* const out, const ln_code_info* const code)
{
  ln_report_put(out, "{\"id\":\"");
  ln_report_put(out, code->code);
  ln_report_put(out, "\"");
  put_message(out, "shortDescription", code->name);
  put_message(out, "fullDescription", code->cause);
  put_message(out, "help", code->remedy);
  ln_report_put(out, ",\"helpUri\":\"" LN_REPORT_LINK);
  ln_report_put(out, code->code);
  ln_report_put(out, "\",\"defaultConfiguration\":{\"level\":\"");
  ln_report_put(out, ln_report_severity(code->severity));
  ln_report_put(out, "\"}}");
}

static ln_status
begin(ln_reporter* const report)
{
  ln_out* const out = report->out;
  ln_report_put(out,
                "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                "sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\n"
                "\"tool\":{\"driver\":{\"name\":\"liner\",\"version\":\"");
  ln_report_put(out, report->version);
  ln_report_put(out, "\",\"informationUri\":\"https://w3id.org/liner/\",\"rules\":[\n");
  for (int i = 0; i < LN_CODE_COUNT; ++i) {
    ln_report_put(out, i > 0 ? ",\n" : "");
    put_rule(out, ln_code_about((ln_code)i));
  }
  ln_report_put(out, "]}},\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":[");
  return LN_OK;
}

/* Whether a path can be given relative to the folder the program ran in. */
static bool
is_below(const ln_view path)
{
  return !ln_view_starts(path, LN_V("/")) && !ln_view_starts(path, LN_V("../"));
}

/* An artifactLocation (section 3.4); `builtin:` and other addresses are URIs as they are. */
static void
put_artifact(ln_out* const out, const ln_view path)
{
  const size_t colon   = ln_view_find(path, ':');
  const bool   address = colon < ln_view_find(path, '/') && colon < path.n;
  ln_report_put(out, "\"artifactLocation\":{\"uri\":\"");
  if (address) {
    ln_markup_json(out, path);
  } else {
    ln_markup_path(out, ln_view_starts(path, LN_V("./")) ? ln_view_from(path, 2U) : path);
  }
  ln_report_put(out, !address && is_below(path) ? "\",\"uriBaseId\":\"%SRCROOT%\"}" : "\"}");
}

/* A region (section 3.30): only where it begins, since a cell may have any length. */
static void
put_region(ln_out* const out, const ln_place* const place)
{
  ln_report_put(out, ",\"region\":{\"startLine\":");
  ln_report_number(out, place->line);
  if (place->letter > 0U || place->column > 0U) {
    ln_report_count_member(out, "startColumn", place->letter > 0U ? place->letter : place->column);
  }
  ln_out_put_byte(out, '}');
}

static void
put_location(ln_out* const out, const ln_finding* const finding)
{
  ln_report_put(out, ",\"locations\":[{\"physicalLocation\":{");
  put_artifact(out, finding->source);
  if (finding->place.line > 0U) {
    put_region(out, &finding->place);
  }
  ln_out_put_byte(out, '}');
  if (finding->place.name.n > 0U) {
    ln_report_put(out, ",\"logicalLocations\":[{\"name\":\"");
    ln_markup_json(out, finding->place.name);
    ln_report_put(out, "\"}]");
  }
  ln_report_put(out, "}]");
}

static void
put_fingerprint(ln_out* const out, const ln_finding* const finding)
{
  const ln_view parts[] = {ln_view_of(ln_code_about(finding->code)->code),
                           finding->source,
                           finding->place.name,
                           finding->message};
  XXH64_hash_t  hash    = 0U;
  for (size_t i = 0U; i < sizeof(parts) / sizeof(parts[0]); ++i) {
    hash = XXH64(parts[i].n > 0U ? parts[i].s : "", parts[i].n, hash);
  }
  char text[24];
  (void)snprintf(text, sizeof(text), "%016" PRIx64, (uint64_t)hash);
  ln_report_put(out, ",\"partialFingerprints\":{\"linerFinding/v1\":\"");
  ln_report_put(out, text);
  ln_report_put(out, "\"}");
}

/* What has no member of its own in a result. */
static void
put_properties(ln_out* const out, const ln_finding* const finding)
{
  ln_report_put(out, ",\"properties\":{\"effect\":\"");
  ln_report_put(out, ln_report_effect(finding->effect));
  ln_out_put_byte(out, '"');
  if (finding->where.row > 0U) {
    ln_report_count_member(out, "row", finding->where.row);
  }
  ln_report_member(out, "hint", ln_report_hint(finding));
  ln_out_put_byte(out, '}');
}

/* A result (section 3.27). */
static ln_status
take(ln_reporter* const report, const ln_finding* const finding)
{
  ln_out* const out = report->out;
  ln_report_put(out, report->n > 0U ? ",\n{\"ruleId\":\"" : "\n{\"ruleId\":\"");
  ln_report_put(out, ln_code_about(finding->code)->code);
  ln_report_put(out, "\"");
  ln_report_count_member(out, "ruleIndex", (uint64_t)finding->code);
  ln_report_member(out, "level", ln_view_of(ln_report_severity(finding->severity)));
  ln_report_put(out, ",\"message\":{\"text\":\"");
  ln_markup_json(out, finding->message);
  ln_markup_json(out, ln_finding_effect(finding));
  ln_report_put(out, "\"}");
  if (finding->source.n > 0U) {
    put_location(out, finding);
  }
  put_fingerprint(out, finding);
  put_properties(out, finding);
  ln_out_put_byte(out, '}');
  return LN_OK;
}

/* The invocation (section 3.20): a run that found faults has still done its work. */
static ln_status
end(ln_reporter* const report, const ln_log* const log, const ln_report_end* const summary)
{
  ln_out* const out = report->out;
  (void)log;
  ln_report_put(out, "],\n\"invocations\":[{\"executionSuccessful\":");
  ln_report_put(out, summary->exit <= 1 ? "true" : "false");
  ln_report_count_member(out, "exitCode", (uint64_t)summary->exit);
  ln_report_put(out, "}]}]}\n");
  return LN_OK;
}

const ln_report_kind ln_report_sarif = {"sarif", begin, take, end};
