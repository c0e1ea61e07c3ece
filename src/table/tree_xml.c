/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   XML by way of expat, which knows the encodings UTF-8, UTF-16, ISO-8859-1 and US-ASCII, and
   refuses entities that unfold to much more than was written. Nothing outside the document is ever
   read: an entity that lies elsewhere is one that nobody declared. Names are taken as they are
   written, prefix and all. expat counts columns in characters; bytes are counted from where a line
   begins. */

#include "base/memory.h"
#include "table/tree_parser.h"

#include <expat.h>
#include <stdint.h>

typedef struct {
  ln_tree*        tree;
  ln_tree_parser* parser;
  XML_Parser      expat;
  ln_status       status; ///< of a handler
  size_t          depth;
  ln_view         bytes;   ///< given last
  uint64_t        before;  ///< bytes in front of them
  uint64_t        line;    ///< whose first byte is known
  uint64_t        line_at; ///< that byte
  uint64_t        tail_at; ///< behind the last line end in front of `bytes`
} xml;

/* The first byte of the line that byte `at` stands on: among those given last, or else behind the
   last line end in front of them. */
static uint64_t
line_begin(const xml* const x, const uint64_t at)
{
  if (at < x->before) {
    return x->tail_at;
  }
  size_t i = (size_t)(at - x->before);
  while (i > 0U && x->bytes.s && x->bytes.s[i - 1U] != '\n') {
    --i;
  }
  return i > 0U ? x->before + i : x->tail_at;
}

static ln_tree_place
place_now(xml* const x)
{
  const XML_Index     index = XML_GetCurrentByteIndex(x->expat);
  const uint64_t      at    = index > 0 ? (uint64_t)index : 0U;
  const ln_tree_place place = {.line   = (uint64_t)XML_GetCurrentLineNumber(x->expat),
                               .letter = (uint64_t)XML_GetCurrentColumnNumber(x->expat) + 1U};
  /* A tag that is cut more than once, with line ends inside, is the only one that this misses. */
  if (place.line != x->line && at >= x->tail_at && at <= x->before + x->bytes.n) {
    x->line_at = line_begin(x, at);
    x->line    = place.line;
  }
  const bool known = place.line == x->line && at >= x->line_at;
  return (ln_tree_place){place.line, known ? at - x->line_at + 1U : place.letter, place.letter};
}

static void
keep(xml* const x, const ln_status status)
{
  if (status != LN_OK && x->status == LN_OK) {
    x->status = status;
    (void)XML_StopParser(x->expat, XML_FALSE);
  }
}

static void
fail(xml* const x, const char* const problem)
{
  x->parser->problem = problem;
  x->parser->place   = place_now(x);
  keep(x, LN_USAGE);
}

static void
on_start(void* const self, const XML_Char* const name, const XML_Char** const attributes)
{
  xml* const x = self;
  if (x->status != LN_OK) {
    return; /* expat may go on for a while */
  }
  if (++x->depth > (size_t)LN_TREE_DEPTH) {
    fail(x, "more than 1000 elements stand inside each other");
    return;
  }
  const ln_tree_place place = ln_tree_wants(x->tree) ? place_now(x) : (ln_tree_place){.line = 0U};
  keep(x, ln_tree_enter(x->tree, LN_NODE_ELEMENT, ln_view_of(name), 0U, &place));
  for (size_t i = 0U; attributes[i] && x->status == LN_OK && ln_tree_wants(x->tree); i += 2U) {
    keep(x,
         ln_tree_attribute(
           x->tree, ln_view_of(attributes[i]), ln_view_of(attributes[i + 1U]), &place));
  }
}

static void
on_end(void* const self, const XML_Char* const name)
{
  xml* const x = self;
  (void)name;
  --x->depth;
  keep(x, x->status == LN_OK ? ln_tree_leave(x->tree) : LN_OK);
}

static void
on_text(void* const self, const XML_Char* const text, const int n)
{
  xml* const x = self;
  if (x->status != LN_OK || !x->tree->at || !ln_tree_wants(x->tree)) {
    return;
  }
  const ln_tree_place place = x->tree->text.n == 0U ? place_now(x) : (ln_tree_place){.line = 0U};
  keep(x, ln_tree_text(x->tree, (ln_view){text, (size_t)n}, &place));
}

static void
on_skipped(void* const self, const XML_Char* const name, const int is_parameter)
{
  xml* const x = self;
  if (!is_parameter) {
    const ln_tree_place place = place_now(x);
    keep(x, ln_tree_unknown(x->tree, ln_view_of(name), &place));
  }
}

/* An entity that lies in another file. */
static int
on_outside(XML_Parser            parser,
           const XML_Char* const context,
           const XML_Char* const base,
           const XML_Char* const system,
           const XML_Char* const public)
{
  xml* const          x     = XML_GetUserData(parser);
  const ln_tree_place place = place_now(x);
  (void)context;
  (void)base;
  (void)public;
  keep(x, ln_tree_unknown(x->tree, ln_view_of(system), &place));
  return XML_STATUS_OK;
}

static void
explain(xml* const x)
{
  const enum XML_Error code = XML_GetErrorCode(x->expat);
  x->parser->problem        = code == XML_ERROR_UNKNOWN_ENCODING
                                ? "its encoding is none of UTF-8, UTF-16, ISO-8859-1 and US-ASCII"
                                : XML_ErrorString(code);
  x->parser->place          = place_now(x);
}

/* How much of what was given is no whole tag yet. */
static size_t
count_pending(const xml* const x, const size_t n)
{
  const XML_Index index = XML_GetCurrentByteIndex(x->expat);
  return index < 0 ? x->parser->pending + n : (size_t)(x->before - (uint64_t)index);
}

static ln_status
feed(void* const self, const ln_view bytes, const bool last)
{
  xml* const x            = self;
  x->bytes                = bytes;
  const enum XML_Status s = XML_Parse(x->expat, bytes.s ? bytes.s : "", (int)bytes.n, last);
  if (s == XML_STATUS_ERROR && x->status == LN_OK) {
    if (XML_GetErrorCode(x->expat) == XML_ERROR_NO_MEMORY) {
      return LN_NO_MEM;
    }
    explain(x);
    x->status = LN_USAGE;
  }
  LN_TRY(x->status);
  x->tail_at = line_begin(x, x->before + bytes.n);
  x->before += bytes.n;
  x->bytes           = (ln_view){NULL, 0U};
  x->parser->pending = count_pending(x, bytes.n);
  return last ? ln_tree_leave(x->tree) : LN_OK;
}

static void
free_xml(void* const self)
{
  xml* const x = self;
  if (x->expat) {
    XML_ParserFree(x->expat);
  }
  ln_free(x);
}

static void*
resize(void* const block, const size_t size)
{
  return ln_realloc(block, size, 1U);
}

ln_status
ln_tree_xml_open(ln_tree* const tree, ln_tree_parser* const parser)
{
  const XML_Memory_Handling_Suite memory = {ln_alloc, resize, ln_free};
  const ln_tree_place             begin  = {1U, 1U, 1U};
  xml* const                      x      = ln_alloc_zero(1U, sizeof(xml));
  *parser = (ln_tree_parser){.feed = feed, .free = free_xml, .self = x};
  if (!x) {
    return LN_NO_MEM;
  }
  x->tree   = tree;
  x->parser = parser;
  x->expat  = XML_ParserCreate_MM(NULL, &memory, NULL);
  if (!x->expat) {
    return LN_NO_MEM;
  }
  XML_SetUserData(x->expat, x);
  XML_SetElementHandler(x->expat, on_start, on_end);
  XML_SetCharacterDataHandler(x->expat, on_text);
  XML_SetSkippedEntityHandler(x->expat, on_skipped);
  XML_SetExternalEntityRefHandler(x->expat, on_outside);
  return ln_tree_enter(tree, LN_NODE_ELEMENT, LN_V(""), 0U, &begin);
}
