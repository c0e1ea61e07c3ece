/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JSON texts become trees: the mapping document itself, and the schemas and dialects it refers to
   by URL, which are read from the folder it stands in, or from where the caller says that an
   address is. Nothing is fetched. Sizes are limited, because a tree takes many times the memory of
   its text. */

#include "map/csvw_reader.h"

#include "base/in.h"
#include "base/memory.h"
#include "base/text.h"
#include "rdf/iri.h"

#include <stdint.h>

enum {
  MAX_FILE  = 16 * 1024 * 1024,
  MAX_FILES = 64 * 1024 * 1024, ///< all other files of one mapping together
};

#define CONTEXT "http://www.w3.org/ns/csvw"

/* jansson counts characters; people's editors and liner count bytes. */
static ln_status
report_syntax(ln_csvw* const                r,
              const ln_json_document* const document,
              const json_error_t* const     error)
{
  const ln_view text  = document->text;
  const ln_view what  = ln_view_of(error->text);
  const size_t  end   = error->position > 0 ? (size_t)error->position : 0U;
  size_t        near  = 0U;
  size_t        begin = end < text.n ? end : text.n;
  ln_spot       spot  = {document->source, {.line = error->line > 0 ? (uint64_t)error->line : 1U}};
  while (begin > 0U && text.s[begin - 1U] != '\n') {
    --begin;
  }
  spot.place.column = end > begin ? end - begin : 1U;
  while (near < what.n && !ln_view_starts(ln_view_from(what, near), LN_V(" near "))) {
    ++near; /* the rest is a piece of the text, of unknown bytes */
  }
  if (json_error_code(error) == json_error_duplicate_key) {
    return ln_report_at(r->log,
                        LN_L0409,
                        LN_KEPT,
                        &spot,
                        LN_V(""),
                        "a property is given twice in one object; the last one counts");
  }
  r->failed = true;
  return ln_report_at(r->log, LN_L0401, LN_NO_OUTPUT, &spot, LN_V(""), "%.*s", (int)near, what.s);
}

ln_status
ln_csvw_parse(ln_csvw* const r, const ln_json_document* const document, json_t** const tree)
{
  const size_t mark  = ln_view_starts(document->text, LN_V("\xEF\xBB\xBF")) ? 3U : 0U;
  json_error_t error = {0};
  *tree              = NULL;
  if (document->text.n > MAX_FILE) {
    r->failed = true;
    return ln_report(r->log,
                     LN_L0401,
                     LN_NO_OUTPUT,
                     (ln_where){.source = document->source},
                     LN_V(""),
                     "a metadata document has at most %d bytes",
                     MAX_FILE);
  }
  const ln_view text = ln_view_from(document->text, mark);
  *tree              = json_loadb(text.s, text.n, JSON_REJECT_DUPLICATES, &error);
  if (*tree) {
    return LN_OK;
  }
  const enum json_error_code code = json_error_code(&error);
  if (code == json_error_out_of_memory || error.text[0] == '\0') {
    return LN_NO_MEM;
  }
  error.position += (int)mark;
  LN_TRY(report_syntax(r, document, &error));
  if (code == json_error_duplicate_key) { /* JSON allows it */
    *tree = json_loadb(text.s, text.n, 0U, &error);
    if (*tree) {
      return LN_OK;
    }
    return json_error_code(&error) == json_error_out_of_memory ? LN_NO_MEM
                                                               : report_syntax(r, document, &error);
  }
  return LN_OK;
}

static bool
has_scheme(const ln_view url)
{
  return ln_iri_valid(url, NULL);
}

/* The path of `url` as seen from the mapping document and the @base of its context. */
static ln_status
add_path(const ln_csvw* const r, const ln_view url, ln_text* const path)
{
  const ln_view document = r->mapping->url;
  const ln_view base     = r->mapping->url_base;
  size_t        folder   = document.n;
  size_t        inner    = base.n;
  while (folder > 0U && document.s[folder - 1U] != '/') {
    --folder;
  }
  while (inner > 0U && base.s[inner - 1U] != '/') {
    --inner;
  }
  if (!ln_view_starts(url, LN_V("/")) && !ln_view_starts(base, LN_V("/"))) {
    LN_TRY(ln_text_add(path, ln_view_first(document, folder)));
  }
  if (!ln_view_starts(url, LN_V("/")) && !has_scheme(base)) {
    LN_TRY(ln_text_add(path, ln_view_first(base, inner)));
  }
  return ln_text_add(path, url);
}

/* The bytes of `path`; NULL in `text->s` if they cannot be had. */
static ln_status
slurp(ln_csvw* const r, const ln_json_node* const node, const char* const path, ln_view* const text)
{
  const char*     error = NULL;
  const ln_status st    = ln_in_slurp(path, MAX_FILE, text, &error);
  if (st == LN_IO) {
    *text = (ln_view){0};
    return ln_csvw_report(r,
                          node,
                          LN_L0402,
                          LN_V(""),
                          "%s cannot be read: %s",
                          ln_shown(r->log, ln_view_of(path)),
                          error ? error : "unknown reason");
  }
  r->slurped += st == LN_OK ? text->n : 0U;
  return st;
}

/* Open the file of a path that is complete; `url` is its address, or the path again. */
static ln_status
open_path(ln_csvw* const            r,
          const ln_json_node* const node,
          const ln_text* const      path,
          const ln_view             url,
          ln_json_document* const   document)
{
  if (ln_view_find(ln_text_view(path), '\0') < path->n || r->slurped > MAX_FILES) {
    return ln_csvw_wrong(r, node, "a file within the limits of size");
  }
  LN_TRY(slurp(r, node, path->s, &document->text));
  if (!document->text.s) {
    return LN_OK;
  }
  LN_TRY(ln_csvw_copy(r, url, &document->url));
  return ln_log_source(r->log, ln_text_view(path), NULL, NULL, &document->source);
}

static ln_status
report_unfetched(ln_csvw* const r, const ln_json_node* const node, const ln_view url)
{
  return ln_csvw_report(r,
                        node,
                        LN_L0402,
                        LN_V("put its content here, or name a file by a relative path"),
                        "%s is not fetched",
                        ln_shown(r->log, url));
}

/* Open what has an address. */
static ln_status
open_address(ln_csvw* const            r,
             const ln_json_node* const node,
             const ln_view             url,
             ln_json_document* const   document)
{
  ln_text   address = {0};
  ln_text   path    = {0};
  ln_status st      = ln_csvw_resolve(r, node->document, url, &address);
  if (st == LN_OK && r->options && r->options->find) {
    st = r->options->find(r->options->self, ln_text_view(&address), &path);
  }
  if (st == LN_OK) {
    st = path.n > 0U ? open_path(r, node, &path, ln_text_view(&address), document)
                     : report_unfetched(r, node, url);
  }
  ln_text_clear(&address);
  ln_text_clear(&path);
  return st;
}

/* Open what has a path. */
static ln_status
open_relative(ln_csvw* const            r,
              const ln_json_node* const node,
              const ln_view             url,
              ln_json_document* const   document)
{
  ln_text   path = {0};
  ln_status st   = add_path(r, url, &path);
  st             = st == LN_OK ? open_path(r, node, &path, ln_text_view(&path), document) : st;
  ln_text_clear(&path);
  return st;
}

ln_status
ln_csvw_open(ln_csvw* const            r,
             const ln_json_node* const node,
             ln_json_document* const   document,
             json_t** const            tree)
{
  const ln_view url  = ln_json_text(node->value);
  *document          = (ln_json_document){.lang = node->document->lang};
  *tree              = NULL;
  const bool address = has_scheme(url) || has_scheme(node->document->url);
  LN_TRY(address ? open_address(r, node, url, document) : open_relative(r, node, url, document));
  return document->text.s ? ln_csvw_parse(r, document, tree) : LN_OK;
}

void
ln_csvw_close(ln_json_document* const document, json_t* const tree)
{
  json_decref(tree);
  if (document->text.s) {
    ln_free((void*)(uintptr_t)document->text.s); // NOLINT(performance-no-int-to-ptr): it is ours
  }
  document->text = (ln_view){0};
}

/* A context is extended in no other way ("Metadata Vocabulary", section 5.2). */
static ln_status
check_context_keys(ln_csvw* const r, const ln_json_node* const node)
{
  for (void* at = json_object_iter(node->value); at; at = json_object_iter_next(node->value, at)) {
    const ln_json_node member = ln_json_member(node, json_object_iter_key(at));
    const ln_view      name   = ln_view_of(member.key);
    if (!ln_view_equals(name, LN_V("@base")) && !ln_view_equals(name, LN_V("@language"))) {
      LN_TRY(ln_csvw_report(r,
                            &member,
                            LN_L0402,
                            LN_V(""),
                            "a context has nothing but @base and @language, not %s",
                            ln_shown(r->log, name)));
    }
  }
  return LN_OK;
}

static ln_status
read_context_object(ln_csvw* const            r,
                    const ln_json_node* const node,
                    ln_json_document* const   document)
{
  const ln_json_node language = ln_json_member(node, "@language");
  const ln_view      tag      = ln_json_text(language.value);
  if (!json_is_object(node->value)) {
    return ln_csvw_wrong(r, node, "an object with @base or @language");
  }
  LN_TRY(check_context_keys(r, node));
  if (document->main) {
    LN_TRY(ln_csvw_text(r, node, "@base", &r->mapping->url_base));
  }
  if (!language.value) {
    return LN_OK;
  }
  if (!tag.s || !ln_lang_valid(tag)) {
    return ln_csvw_ignored(r, &language, "a language tag such as \"en\"");
  }
  return ln_view_equals(tag, LN_V("und")) ? LN_OK : ln_csvw_copy(r, tag, &document->lang);
}

ln_status
ln_csvw_context(ln_csvw* const r, const ln_json_node* const root, ln_json_document* const document)
{
  const ln_json_node context = ln_json_member(root, "@context");
  const bool         list    = json_is_array(context.value);
  const ln_json_node name    = list ? ln_json_item(&context, 0U) : context;
  if (!context.value) {
    return !document->main ? LN_OK
                           : ln_csvw_report(r,
                                            root,
                                            LN_L0402,
                                            LN_V("add \"@context\": \"" CONTEXT "\""),
                                            "@context is missing, by which metadata are known");
  }
  if (!ln_view_equals(ln_json_text(name.value), LN_V(CONTEXT))) {
    LN_TRY(name.value ? ln_csvw_wrong(r, &name, "\"" CONTEXT "\"")
                      : ln_csvw_wrong(r, &context, "\"" CONTEXT "\" or a list that begins so"));
  }
  if (!list || json_array_size(context.value) < 2U) {
    return LN_OK;
  }
  if (json_array_size(context.value) > 2U) {
    LN_TRY(ln_csvw_wrong(r, &context, "a list of two items"));
  }
  const ln_json_node object = ln_json_item(&context, 1U);
  return read_context_object(r, &object, document);
}
