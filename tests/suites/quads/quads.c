/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* quads BASE FILE: what liner's readers of graphs make of a file, as N-Quads, for suites of
   syntaxes. Nothing is written unless the whole file could be read; then the exit status is 1, and
   standard error says why. */

#include "base/diag.h"
#include "base/text.h"
#include "graph/read.h"

#include <stdio.h>

static ln_status
add_escaped(ln_text* const out, const ln_view text)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const char c = text.s[i];
    if (c == '\\' || c == '"' || (unsigned char)c < ' ' || c == 0x7F) {
      LN_TRY(ln_text_format(out, "\\u%04X", (unsigned)(unsigned char)c));
    } else {
      LN_TRY(ln_text_add_byte(out, c));
    }
  }
  return LN_OK;
}

static ln_status
add_iri(ln_text* const out, const ln_view iri)
{
  LN_TRY(ln_text_add_byte(out, '<'));
  LN_TRY(ln_text_add(out, iri));
  return ln_text_add_byte(out, '>');
}

static ln_status
add_literal(ln_text* const out, const ln_read_term* const term)
{
  LN_TRY(ln_text_add_byte(out, '"'));
  LN_TRY(add_escaped(out, term->text));
  LN_TRY(ln_text_add_byte(out, '"'));
  if (term->lang.n > 0U) {
    LN_TRY(ln_text_add_byte(out, '@'));
    return ln_text_add(out, term->lang);
  }
  if (term->datatype.n == 0U) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(out, LN_V("^^")));
  return add_iri(out, term->datatype);
}

static ln_status
add_term(ln_text* const out, const ln_read_term* const term)
{
  if (term->kind == LN_IRI) {
    LN_TRY(add_iri(out, term->text));
  } else if (term->kind == LN_BLANK) {
    LN_TRY(ln_text_add(out, LN_V("_:")));
    LN_TRY(ln_text_add(out, term->text));
  } else if (term->kind == LN_LITERAL) {
    LN_TRY(add_literal(out, term));
  }
  return ln_text_add_byte(out, ' ');
}

static ln_status
take(void* const self, const ln_read_triple* const triple)
{
  ln_text* const out = (ln_text*)self;
  LN_TRY(add_term(out, &triple->subject));
  LN_TRY(add_term(out, &triple->predicate));
  LN_TRY(add_term(out, &triple->object));
  LN_TRY(add_term(out, &triple->graph));
  return ln_text_add(out, LN_V(".\n"));
}

static void
complain(void* const self, const ln_finding* const finding)
{
  (void)self;
  (void)fprintf(stderr,
                "line %llu: error: %.*s [%s]\n",
                (unsigned long long)finding->place.line,
                (int)finding->message.n,
                finding->message.s,
                ln_code_about(finding->code)->code);
}

static ln_status
read_file(ln_log* const log, const char* const base, const char* const path, ln_text* const out)
{
  const ln_reading reading = {.path = path, .base = base};
  uint32_t         source  = 0U;
  bool             whole   = false;
  ln_log_listen(log, complain, NULL);
  LN_TRY(ln_log_source(log, ln_view_of(path), NULL, NULL, &source));
  LN_TRY(ln_read_triples(&reading, source, log, take, out, &whole));
  return whole ? LN_OK : LN_USAGE;
}

int
main(const int argc, char** const argv)
{
  const ln_log_policy policy = {.quiet = true};
  ln_text             out    = {0};
  if (argc != 3) {
    (void)fputs("usage: quads BASE FILE\n", stderr);
    return 2;
  }
  ln_log* const log  = ln_log_new(&policy);
  const bool    good = log && read_file(log, argv[1], argv[2], &out) == LN_OK;
  const bool    said = !good || out.n == 0U || fwrite(out.s, 1U, out.n, stdout) == out.n;
  ln_text_clear(&out);
  ln_log_free(log);
  return good && said && fflush(stdout) == 0 ? 0 : 1;
}
