/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Quotations are held against the texts they were taken from. Sources may be told of before or
   behind their citations, so quotations are kept until all is read; then file by file: first each
   at its stated position, which takes a comparison, then all that are not there together, in one
   pass. */

#include "run/quotes.h"

#include "base/dict.h"
#include "base/in.h"
#include "base/memory.h"
#include "base/passage.h"
#include "base/text.h"
#include "base/utf8.h"

#define LINER "https://w3id.org/liner/ns#"

enum { QUOTE, SOURCE, FILE_OF, START, END, N_WORDS };
enum { NOWHERE = UINT32_MAX };

#define MOST ((size_t)1U << 31U) ///< bytes of a text

typedef struct {
  ln_view  text;
  ln_where where;
  uint32_t source; ///< number of its source
  uint32_t sought; ///< number in the passages; NOWHERE: it stands where it is said to
  bool     has_start;
  bool     has_end;
  uint64_t start;
  uint64_t end;
} quotation;

typedef struct {
  ln_view  path;
  ln_where where;
} file;

typedef struct {
  const ln_session* session;
  ln_sink           next;
  uint16_t          words[N_WORDS]; ///< predicates
  ln_arena          arena;
  ln_dict*          sources;
  file*             files; ///< by number of their source; those without a path are not there
  size_t            cap_files;
  quotation*        list;
  size_t            n;
  size_t            cap;
  ln_text           text;
} quotes;

static const char* const NAMES[N_WORDS] = {
  LINER "quote", LINER "source", LINER "file", LINER "startOffset", LINER "endOffset"};

bool
ln_quotes_possible(const ln_session* const s)
{
  uint16_t number = 0U;
  return ln_names_predicate_find(s->names, ln_view_of(NAMES[QUOTE]), &number) &&
         ln_names_predicate_find(s->names, ln_view_of(NAMES[SOURCE]), &number) &&
         ln_names_predicate_find(s->names, ln_view_of(NAMES[FILE_OF]), &number);
}

/* ---- what flows by ---- */

static ln_status
number_source(quotes* const q, const ln_term term, uint32_t* const number)
{
  ln_text_reset(&q->text);
  LN_TRY(term.kind == LN_BLANK ? ln_text_add(&q->text, ln_term_bytes(term))
                               : ln_names_expand(q->session->names, term, &q->text));
  LN_TRY(ln_dict_add(q->sources, ln_text_view(&q->text), number, NULL));
  if (*number >= q->cap_files) {
    const size_t cap  = q->cap_files > 0U ? 2U * q->cap_files : 16U;
    file* const  more = ln_realloc(q->files, cap, sizeof(file));
    if (!more) {
      return LN_NO_MEM;
    }
    memset(more + q->cap_files, 0, (cap - q->cap_files) * sizeof(file));
    q->files     = more;
    q->cap_files = cap;
  }
  return LN_OK;
}

static ln_status
take_file(quotes* const q, const ln_desc* const desc, const size_t at)
{
  uint32_t number = 0U;
  LN_TRY(number_source(q, desc->subject, &number));
  const ln_view path     = ln_arena_copy(&q->arena, ln_term_bytes(desc->pairs[at].object));
  q->files[number].path  = path;
  q->files[number].where = ln_desc_where(desc, at);
  return path.s ? LN_OK : LN_NO_MEM;
}

/* The pair of a predicate, or SIZE_MAX. */
static size_t
find_pair(const quotes* const q, const ln_desc* const desc, const size_t word)
{
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    if (desc->pairs[i].predicate == q->words[word]) {
      return i;
    }
  }
  return SIZE_MAX;
}

/* A position is digits; anything else was reported as no integer, or is none. */
static bool
read_position(const quotes* const  q,
              const ln_desc* const desc,
              const size_t         word,
              uint64_t* const      position)
{
  const size_t at = find_pair(q, desc, word);
  *position       = 0U;
  if (at == SIZE_MAX) {
    return false;
  }
  const ln_view digits = ln_term_bytes(desc->pairs[at].object);
  for (size_t i = 0U; i < digits.n; ++i) {
    if (digits.s[i] < '0' || digits.s[i] > '9' || *position > UINT32_MAX) {
      return false;
    }
    *position = (*position * 10U) + (uint64_t)(digits.s[i] - '0');
  }
  return digits.n > 0U;
}

static ln_status
take_quote(quotes* const q, const ln_desc* const desc, const size_t at)
{
  const size_t source = find_pair(q, desc, SOURCE);
  if (source == SIZE_MAX) {
    return LN_OK;
  }
  if (q->n == q->cap) {
    const size_t     cap  = q->cap > 0U ? 2U * q->cap : 64U;
    quotation* const more = ln_realloc(q->list, cap, sizeof(quotation));
    if (!more) {
      return LN_NO_MEM;
    }
    q->list = more;
    q->cap  = cap;
  }
  quotation* const one = &q->list[q->n];
  *one                 = (quotation){.where = ln_desc_where(desc, at), .sought = NOWHERE};
  one->text            = ln_arena_copy(&q->arena, ln_term_bytes(desc->pairs[at].object));
  one->has_start       = read_position(q, desc, START, &one->start);
  one->has_end         = read_position(q, desc, END, &one->end);
  LN_TRY(one->text.s ? number_source(q, desc->pairs[source].object, &one->source) : LN_NO_MEM);
  ++q->n;
  return LN_OK;
}

static ln_status
quotes_describe(void* const self, const ln_desc* const desc)
{
  quotes* const q = (quotes*)self;
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const uint16_t predicate = desc->pairs[i].predicate;
    if (predicate == q->words[QUOTE]) {
      LN_TRY(take_quote(q, desc, i));
    } else if (predicate == q->words[FILE_OF]) {
      LN_TRY(take_file(q, desc, i));
    }
  }
  return ln_sink_describe(q->next, desc);
}

static ln_status
quotes_stamp(void* const self, const ln_stamp* const stamp, size_t* const n)
{
  const quotes* const     q       = (const quotes*)self;
  const ln_stencil* const stencil = stamp->stencil;
  *n                              = LN_UNSTAMPED;
  for (size_t i = 0U; i < stencil->n; ++i) {
    const uint16_t predicate = stencil->slots[i].pair.predicate;
    if (predicate == q->words[QUOTE] || predicate == q->words[FILE_OF]) {
      return LN_OK;
    }
  }
  return ln_sink_stamp(q->next, stamp, n);
}

/* ---- at the end ---- */

static ln_status
report_unread(const quotes* const q, const file* const f, const char* const error)
{
  return ln_report(q->session->log,
                   LN_L0886,
                   LN_KEPT,
                   f->where,
                   LN_V(""),
                   "the text %s cannot be read, so its quotations were not looked up: %s",
                   ln_shown(q->session->log, f->path),
                   error);
}

static ln_status
report_missing(const quotes* const q, const quotation* const one, const file* const f)
{
  return ln_report(q->session->log,
                   LN_L0884,
                   LN_KEPT,
                   one->where,
                   LN_V(""),
                   "%s does not stand in %s",
                   ln_shown(q->session->log, one->text),
                   ln_shown(q->session->log, f->path));
}

/* It is there, but not where it is said to be, or nobody says where. */
static ln_status
report_elsewhere(const quotes* const    q,
                 const quotation* const one,
                 const file* const      f,
                 const ln_passage       p)
{
  ln_text    hint   = {0};
  const bool stated = one->has_start || one->has_end;
  ln_status  st     = ln_text_format(
    &hint, "write start %llu and end %llu", (unsigned long long)p.start, (unsigned long long)p.end);
  if (st == LN_OK && p.n > 1U) {
    st = ln_text_format(&hint,
                        "; it stands in %llu places%s",
                        (unsigned long long)p.n,
                        stated ? ", this is the nearest" : "");
  }
  if (st == LN_OK) {
    st = ln_report(q->session->log,
                   stated ? LN_L0885 : LN_L0887,
                   LN_KEPT,
                   one->where,
                   ln_text_view(&hint),
                   stated ? "%s stands in %s, but not at this position"
                          : "%s stands in %s; no position is given",
                   ln_shown(q->session->log, one->text),
                   ln_shown(q->session->log, f->path));
  }
  ln_text_clear(&hint);
  return st;
}

/* Whether it stands where it is said to; else it is sought. */
static ln_status
look_up(ln_passages* const text, quotation* const one)
{
  uint64_t end = 0U;
  bool     yes = false;
  one->sought  = NOWHERE;
  if (one->has_start) {
    LN_TRY(ln_passages_at(text, one->text, one->start, &end, &yes));
  }
  return yes && (!one->has_end || end == one->end)
           ? LN_OK
           : ln_passages_add(text, one->text, one->start, &one->sought);
}

static ln_status
tell(const quotes* const q, const ln_passages* const text, const quotation* const one)
{
  const file* const f = &q->files[one->source];
  if (one->sought == NOWHERE) {
    return LN_OK;
  }
  const ln_passage p = ln_passages_found(text, one->sought);
  return p.n == 0U ? report_missing(q, one, f) : report_elsewhere(q, one, f, p);
}

/* All quotations of one source. */
static ln_status
check_in(quotes* const q, const uint32_t source, const ln_view bytes)
{
  ln_passages* text = NULL;
  ln_status    st   = ln_passages_new(bytes, &text);
  for (size_t i = 0U; st == LN_OK && i < q->n; ++i) {
    st = q->list[i].source == source ? look_up(text, &q->list[i]) : LN_OK;
  }
  st = st == LN_OK ? ln_passages_find(text) : st;
  for (size_t i = 0U; st == LN_OK && i < q->n; ++i) {
    st = q->list[i].source == source ? tell(q, text, &q->list[i]) : LN_OK;
  }
  ln_passages_free(text);
  return st;
}

static ln_status
check_file(quotes* const q, const uint32_t source)
{
  const file* const f     = &q->files[source];
  const char*       error = NULL;
  ln_view           bytes = {0};
  ln_text_reset(&q->text);
  LN_TRY(ln_view_starts(f->path, LN_V("/")) ? LN_OK : ln_text_add(&q->text, q->session->folder));
  LN_TRY(ln_text_add(&q->text, f->path));
  ln_status st = ln_in_slurp(q->text.s, MOST, &bytes, &error);
  if (st == LN_IO) {
    return report_unread(q, f, error);
  }
  LN_TRY(st);
  const ln_view mark = LN_V("\xEF\xBB\xBF");
  const ln_view text = ln_view_from(bytes, ln_view_starts(bytes, mark) ? mark.n : 0U);
  st                 = ln_utf8_valid(text) == text.n ? check_in(q, source, text)
                                                     : report_unread(q, f, "it is not UTF-8");
  ln_free((void*)(uintptr_t)bytes.s); // NOLINT(performance-no-int-to-ptr): it is ours
  return st;
}

static bool
is_quoted(const quotes* const q, const uint32_t source)
{
  for (size_t i = 0U; i < q->n; ++i) {
    if (q->list[i].source == source) {
      return true;
    }
  }
  return false;
}

static ln_status
quotes_finish(void* const self)
{
  quotes* const q = (quotes*)self;
  LN_TRY(ln_sink_finish(q->next));
  for (uint32_t i = 0U; i < ln_dict_size(q->sources); ++i) {
    if (q->files[i].path.n > 0U && is_quoted(q, i)) {
      LN_TRY(check_file(q, i));
    }
  }
  return LN_OK;
}

static bool
quotes_takes_lists(const void* const self)
{
  return ln_sink_takes_lists(((const quotes*)self)->next);
}

static void
quotes_free(void* const self)
{
  quotes* const q = (quotes*)self;
  ln_arena_clear(&q->arena);
  ln_dict_free(q->sources);
  ln_free(q->files);
  ln_free(q->list);
  ln_text_clear(&q->text);
  ln_free(q);
}

ln_status
ln_quotes_new(const ln_session* const s, const ln_sink next, ln_sink* const sink)
{
  static const struct ln_sink_ops OPS = {.describe    = quotes_describe,
                                         .finish      = quotes_finish,
                                         .free        = quotes_free,
                                         .stamp       = quotes_stamp,
                                         .takes_lists = quotes_takes_lists};
  quotes* const                   q   = ln_alloc_zero(1U, sizeof(quotes));
  if (!q) {
    return LN_NO_MEM;
  }
  q->session = s;
  q->next    = next;
  q->sources = ln_dict_new();
  if (!q->sources) {
    ln_free(q);
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < N_WORDS; ++i) {
    if (!ln_names_predicate_find(s->names, ln_view_of(NAMES[i]), &q->words[i])) {
      q->words[i] = LN_PREDICATE_CELL; // no predicate of the names has this number
    }
  }
  *sink = (ln_sink){&OPS, q};
  return LN_OK;
}
