/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Findings as lines of text, in the form of compilers, so that editors jump to the place. Words
   that depend on an enumeration come from tables beside it. Nothing is cut. */

#include "base/diag_text.h"

#include <inttypes.h>
#include <stddef.h>

typedef struct {
  const char* word;
  const char* color; ///< ANSI: start of bold and colour
} severity_look;

static const severity_look looks[] = {
  [LN_NOTE]    = {"note", "\033[1;36m"},
  [LN_WARNING] = {"warning", "\033[1;35m"},
  [LN_ERROR]   = {"error", "\033[1;31m"},
};

static const char* const effects[] = {
  [LN_KEPT]      = "",
  [LN_NO_VALUE]  = "; the value was left out",
  [LN_NO_ROW]    = "; the row was left out",
  [LN_NO_TABLE]  = "; the table was left out",
  [LN_NO_OUTPUT] = "; nothing was written",
};

static const char bold[]  = "\033[1m";
static const char plain[] = "\033[0m";

const ln_code_info*
ln_code_about(const ln_code code)
{
  static const ln_code_info infos[] = {
#define LN_CODE(code, severity, name, cause, remedy) {#code, severity, name, cause, remedy},
#include "base/codes.def"
#undef LN_CODE
  };
  static const ln_code_info unknown = {"L0000", LN_ERROR, "unknown", "", ""};
  return (size_t)code < LN_CODE_COUNT ? &infos[code] : &unknown;
}

/** `path:line:column:`, as much of it as is known. */
static ln_status
add_place(const ln_finding* const finding, ln_text* const out)
{
  LN_TRY(ln_text_add(out, finding->source.n > 0U ? finding->source : LN_V("liner")));
  if (finding->source.n > 0U && finding->place.line > 0U) {
    LN_TRY(ln_text_format(out, ":%" PRIu64, finding->place.line));
    if (finding->place.column > 0U) {
      LN_TRY(ln_text_format(out, ":%" PRIu64, finding->place.column));
    }
  }
  return ln_text_add_byte(out, ':');
}

/** ` [code name, row N]` */
static ln_status
add_brackets(const ln_finding* const finding, ln_text* const out)
{
  LN_TRY(ln_text_format(out, " [%s", ln_code_about(finding->code)->code));
  if (finding->place.name.n > 0U) {
    LN_TRY(ln_text_add_byte(out, ' '));
    LN_TRY(ln_text_add(out, finding->place.name));
  }
  if (finding->where.row > 0U) {
    LN_TRY(ln_text_format(out, ", row %" PRIu64, finding->where.row));
  }
  return ln_text_add(out, LN_V("]\n"));
}

ln_view
ln_finding_effect(const ln_finding* const finding)
{
  return ln_view_of(effects[finding->effect]);
}

ln_status
ln_finding_render(const ln_finding* const finding, const bool color, ln_text* const out)
{
  const severity_look* const look = &looks[finding->severity];

  LN_TRY(ln_text_add(out, ln_view_of(color ? bold : "")));
  LN_TRY(add_place(finding, out));
  LN_TRY(ln_text_add(out, ln_view_of(color ? plain : "")));
  LN_TRY(ln_text_add_byte(out, ' '));
  LN_TRY(ln_text_add(out, ln_view_of(color ? look->color : "")));
  LN_TRY(ln_text_format(out, "%s:", look->word));
  LN_TRY(ln_text_add(out, ln_view_of(color ? plain : "")));
  LN_TRY(ln_text_add_byte(out, ' '));
  LN_TRY(ln_text_add(out, finding->message));
  LN_TRY(ln_text_add(out, ln_finding_effect(finding)));
  LN_TRY(add_brackets(finding, out));
  if (finding->hint.n > 0U) {
    LN_TRY(ln_text_add(out, LN_V("    hint: ")));
    LN_TRY(ln_text_add(out, finding->hint));
    LN_TRY(ln_text_add_byte(out, '\n'));
  }
  return LN_OK;
}

ln_status
ln_finding_text(const ln_finding* const finding, ln_text* const out)
{
  return ln_finding_render(finding, false, out);
}
