/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A URI template and the cells that fill it: the first line is the template, the following three
   are the cells a, b and c. What must hold: the parts of a template, written down again, are the
   template; what is filled is an IRI that serd takes, and it is the one that RFC 6570, section 3.2,
   gives, worked out here once more byte by byte. */

#include "fuzz.h"
#include "triples.h"
#include "world.h"

#include "base/arena.h"
#include "map/template.h"
#include "rdf/iri.h"
#include "rdf/prefix.h"

#include <jansson.h>

#include <stdlib.h>
#include <string.h>

enum { CELLS = 3 };

typedef struct {
  ln_view cells[CELLS];
  bool    known; ///< every expression is one of those that are worked out here
} filler;

/* The parts written down again: one expression has as many as it has variables. */
static void
check_parts(const ln_view text, const ln_template* const template)
{
  ln_text written = {0};
  for (size_t i = 0U; i < template->n; ++i) {
    const ln_part* const part = &template->parts[i];
    if (part->operator== 0) {
      fuzz_add(&written, part->text);
      continue;
    }
    fuzz_add(&written, part->leads ? LN_V("{") : LN_V(","));
    fuzz_add(&written, !part->leads || part->operator== ' ' ? LN_V("") : (ln_view){&part->operator, 1U});
    fuzz_add(&written, part->name);
    FUZZ_CHECK(part->length == 0U || ln_text_format(&written, ":%u", part->length) == LN_OK,
               "no memory");
    fuzz_add(&written, part->explodes ? LN_V("*") : LN_V(""));
    const bool more = i + 1U < template->n &&
                      template->parts[i + 1U].operator!= 0 && !template->parts[i + 1U].leads;
    fuzz_add(&written, more ? LN_V("") : LN_V("}"));
  }
  FUZZ_SAME("a template written again", ln_text_view(&written), text);
  ln_text_clear(&written);
}

static bool
is_hex(const ln_view v, const size_t at)
{
  return at < v.n && v.s[at] != '\0' && strchr("0123456789ABCDEFabcdef", v.s[at]);
}

/* RFC 6570, section 3.2.1: unreserved characters stay; with `+` and `#` reserved ones and triplets,
   too. */
static bool
stays(const ln_view v, const size_t at, const bool reserved)
{
  static const char plain[]  = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  static const char others[] = ":/?#[]@!$&'()*+,;=";
  const char        c        = v.s[at];
  if (strchr(plain, c)) {
    return true;
  }
  return reserved && (strchr(others, c) || (c == '%' && is_hex(v, at + 1U) && is_hex(v, at + 2U)));
}

static void
add_triplet(ln_text* const out, const char byte)
{
  static const char digits[]  = "0123456789ABCDEF";
  const unsigned    c         = (unsigned char)byte;
  const char        triplet[] = {'%', digits[c >> 4U], digits[c & 15U]};
  fuzz_add(out, (ln_view){triplet, sizeof(triplet)});
}

/* Section 3.1: what cannot stand in a URI stands encoded; liner leaves letters of all scripts. */
static void
copy(const ln_view text, ln_text* const out)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const char c = text.s[i];
    if ((unsigned char)c <= 0x20U || c == 0x7F || strchr("<>\"{}|^`\\", c)) {
      add_triplet(out, c);
    } else {
      fuzz_add_byte(out, c);
    }
  }
}

/* Appendix A: what an operator begins with, what stands between, whether it names. */
typedef struct {
  char        operator;
  const char* first;
  const char* between;
  bool        named;
  bool        reserved;
} rule;

static const rule RULES[] = {{' ', "", ",", false, false},
                             {'+', "", ",", false, true},
                             {'#', "#", ",", false, true},
                             {'.', ".", ".", false, false},
                             {'/', "/", "/", false, false},
                             {';', ";", ";", true, false},
                             {'?', "?", "&", true, false},
                             {'&', "&", "&", true, false}};

static const rule*
rule_of(const char operator)
{
  size_t i = 0U;
  while (i < sizeof(RULES) / sizeof(RULES[0]) && RULES[i].operator!= operator) {
    ++i;
  }
  FUZZ_CHECK(i < sizeof(RULES) / sizeof(RULES[0]), "operator '%c'", operator);
  return &RULES[i];
}

/* The first `length` characters, all if it is 0. */
static ln_view
shorten(const ln_view cell, const size_t length)
{
  size_t i = 0U;
  for (size_t n = 0U; length > 0U && i < cell.n; ++i) {
    n += ((unsigned char)cell.s[i] & 0xC0U) != 0x80U ? 1U : 0U;
    if (n > length) {
      return ln_view_first(cell, i);
    }
  }
  return cell;
}

static void
expand(const ln_part* const part, const ln_view cell, const bool begun, ln_text* const out)
{
  const rule* const r     = rule_of(part->operator);
  const ln_view     value = shorten(cell, part->length);
  fuzz_add(out, ln_view_of(begun ? r->between : r->first));
  if (r->named) {
    fuzz_add(out, part->text);
    fuzz_add_byte(out, '=');
  }
  for (size_t i = 0U; i < value.n; ++i) {
    if (stays(value, i, r->reserved)) {
      fuzz_add_byte(out, value.s[i]);
    } else {
      add_triplet(out, value.s[i]);
    }
  }
}

/* The number of the cell that a variable is, or CELLS. */
static size_t
cell_of(const ln_part* const part)
{
  const bool cell = part->text.n == 1U && part->text.s[0] >= 'a' && part->text.s[0] < 'a' + CELLS;
  return cell && part->accessor.n == 0U ? (size_t)(part->text.s[0] - 'a') : CELLS;
}

/* A variable whose cell is empty has no value, and nothing stands for it. */
static void
fill(filler* const f, const ln_template* const template, ln_text* const out)
{
  bool begun = false;
  for (size_t i = 0U; i < template->n; ++i) {
    const ln_part* const part = &template->parts[i];
    if (part->operator== 0) {
      copy(part->text, out);
      continue;
    }
    const size_t cell = cell_of(part);
    begun             = begun && !part->leads;
    if (cell == CELLS) {
      f->known = false;
    } else if (f->cells[cell].n > 0U) {
      // Whether a triplet is one character or three, section 2.4.1 leaves open.
      f->known =
        f->known && (part->length == 0U || ln_view_find(f->cells[cell], '%') == f->cells[cell].n);
      expand(part, f->cells[cell], begun, out);
      begun = true;
    }
  }
}

/* One row of one table: the subject is what the template makes of it. */
static void
lay(const ln_view template, const filler* const f)
{
  json_t* const document =
    json_pack("{s:s, s:s, s:{s:s%, s:[{s:s}, {s:s}, {s:s}, {s:s, s:b, s:s, s:s}]}}",
              "@context",
              "http://www.w3.org/ns/csvw",
              "url",
              "t.csv",
              "tableSchema",
              "aboutUrl",
              template.s,
              template.n,
              "columns",
              "name",
              "a",
              "name",
              "b",
              "name",
              "c",
              "name",
              "v",
              "virtual",
              1,
              "propertyUrl",
              "http://e/p",
              "valueUrl",
              "http://e/o");
  FUZZ_CHECK(document, "no document");
  char* const json  = json_dumps(document, 0);
  ln_text     table = {0};
  FUZZ_CHECK(json, "no memory");
  world_put("m.json", ln_view_of(json));
  free(json);
  json_decref(document);
  fuzz_add(&table, LN_V("a,b,c\n"));
  for (size_t i = 0U; i < CELLS; ++i) {
    fuzz_add(&table, i > 0U ? LN_V(",\"") : LN_V("\""));
    fuzz_add(&table, f->cells[i]);
    fuzz_add_byte(&table, '"');
  }
  world_put("t.csv", ln_text_view(&table));
  ln_text_clear(&table);
}

static void
check_subject(const world_run* const run, const ln_view filled)
{
  triples     read    = {0};
  ln_text     subject = {0};
  const char* problem = NULL;
  FUZZ_CHECK(ln_iri_resolve(LN_V("http://e/t.csv"), filled, &subject) == LN_OK, "no memory");
  triples_read(TRIPLES_NTRIPLES, ln_text_view(&run->output), &read);
  const bool good = ln_iri_valid(ln_text_view(&subject), &problem);
  FUZZ_CHECK(!good || read.n > 0U || run->errors > 0U, "no triples, in silence");
  for (size_t i = 0U; i < read.n; ++i) {
    FUZZ_SAME("subject", read.v[i].subject, ln_text_view(&subject));
  }
  FUZZ_CHECK(good || run->findings.n > 0U, "%s, in silence", problem);
  triples_clear(&read);
  ln_text_clear(&subject);
}

/* Whether the text begins as a prefixed name whose prefix every CSVW document may use. */
static bool
has_prefix(const ln_view filled)
{
  ln_text expanded = {0};
  FUZZ_CHECK(ln_prefix_expand(filled, &expanded) == LN_OK, "no memory");
  const bool yes = expanded.n > 0U;
  ln_text_clear(&expanded);
  return yes;
}

/* Whether a fixed beginning ends in a dot that is a name or a segment as its first expression has
   it: what goes on is a segment's end if the operator writes one, and only then. */
static bool
is_dot_plain(const ln_template* const template, const ln_view filled)
{
  ln_text       begin = {0};
  const ln_view ends  = LN_V("?#/");
  copy(template->parts[0].text, &begin);
  const bool    dot   = begin.n > 0U && begin.s[begin.n - 1U] == '.';
  const ln_view rest  = ln_view_from(filled, begin.n);
  const bool    ended = rest.n == 0U || ln_view_find(ends, rest.s[0]) < ends.n;
  const bool ending = template->n > 1U && ln_view_find(ends, template->parts[1].operator) < ends.n;
  ln_text_clear(&begin);
  return !dot || template->n == 1U || ended == ending;
}

/* Whether the IRI is settled by what stands in front and what is filled in. It is not where values
   complete a scheme or the two slashes of an authority, or walk up and down the path (RFC 3986,
   section 5.2.4): liner resolves the fixed beginning alone, so that no value leaves the place that
   the template names. Nor is it where a prefix is expanded, of the whole or of a beginning that
   values go on with two slashes (docs/csvw.md), or where a dot at the end of the beginning has
   another role with these values than with others. */
static bool
is_settled(const ln_template* const template, const ln_view filled)
{
  const bool    fixed = template->n > 0U && template->parts[0].operator== 0;
  const ln_view begin = fixed ? template->parts[0].text : LN_V("");
  const bool    late =
    fixed && ln_view_find(begin, ':') == begin.n && ln_view_find(filled, ':') < filled.n;
  for (size_t i = 0U; i < filled.n; ++i) {
    if (filled.s[i] == '.' && (i + 1U == filled.n || strchr("/?#", filled.s[i + 1U]))) {
      return false;
    }
  }
  const bool authority =
    fixed && ln_view_starts(filled, LN_V("//")) && !ln_view_starts(begin, LN_V("//"));
  return !late && !authority && !has_prefix(filled) && !has_prefix(begin) &&
         (!fixed || is_dot_plain(template, filled));
}

int
LLVMFuzzerTestOneInput(const uint8_t* const data, const size_t size)
{
  ln_view  input       = {(const char*)data, size};
  ln_arena arena       = {0};
  ln_template template = {0};
  ln_text       filled = {0};
  world_run     run    = {0};
  size_t        at     = 0U;
  const ln_view text   = fuzz_line(&input);
  filler        f      = {.known = true};
  for (size_t i = 0U; i < CELLS; ++i) {
    f.cells[i] = fuzz_line(&input);
  }
  const ln_view whole = {(const char*)data, size};
  if (!fuzz_utf8(whole) || ln_view_find(whole, '"') < whole.n ||
      ln_view_find(whole, '\r') < whole.n) {
    return 0;
  }
  const ln_status st = ln_template_parse(&arena, text, &template, &at);
  FUZZ_CHECK(st == LN_OK || (st == LN_USAGE && at <= text.n), "status %d at %zu", (int)st, at);
  lay(text, &f);
  world_export(&(world_job){.input = "m.json", .to = "ntriples"}, &run);
  if (st == LN_OK) {
    check_parts(text, &template);
    fill(&f, &template, &filled);
  }
  if (st == LN_OK && f.known && run.status == LN_OK &&
      is_settled(&template, ln_text_view(&filled))) {
    check_subject(&run, ln_text_view(&filled));
  }
  world_clear(&run);
  ln_text_clear(&filled);
  ln_arena_clear(&arena);
  return 0;
}
