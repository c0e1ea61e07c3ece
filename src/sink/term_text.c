/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One term by itself, for what is no pair of a description: the subject and graph that stand
   between two lines of N-Triples, and the parts of a triple that is spoken of. Room is made for the
   worst that escapes can do, so that the bytes are copied once. */

#include "sink/term_text.h"

#include "sink/escape.h"

static char*
put_bytes(char* const to, const ln_term term)
{
  const ln_escape_kind kind = term.kind == LN_LITERAL ? LN_ESCAPE_STRING : LN_ESCAPE_IRI;
  return (term.flags & LN_CLEAN) ? ln_escape_none(to, ln_term_bytes(term))
                                 : ln_escape(to, ln_term_bytes(term), kind);
}

ln_status
ln_term_text(const ln_names* const names, const ln_term term, ln_text* const out)
{
  const bool           blank = term.kind == LN_BLANK;
  const ln_stem* const stem  = ln_names_stem_at(names, blank ? LN_STEM_IRI : term.stem);
  LN_TRY(ln_text_reserve(out, stem->nt_open.n + stem->nt_close.n + ln_escape_bound(term.n) + 2U));
  char* p = out->s + out->n;
  p       = ln_escape_none(p, blank ? LN_V("_:") : stem->nt_open);
  p       = put_bytes(p, term);
  p       = blank ? p : ln_escape_none(p, stem->nt_close);
  out->n  = (size_t)(p - out->s);
  return LN_OK;
}
