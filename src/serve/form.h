/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_FORM_H
#define LN_SERVE_FORM_H

#include "base/arena.h"
#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>

/** The fields of a query string or of a form that was sent: application/x-www-form-urlencoded
    (WHATWG URL Standard, section 5.1). */
typedef struct {
  ln_view name;
  ln_view value;
} ln_form_field;

enum { LN_FORM_FIELDS = 64 };

typedef struct {
  ln_form_field v[LN_FORM_FIELDS];
  size_t        n;
} ln_form;

/** Add the fields of `text` to a form; names and values are in the arena. LN_USAGE: a `%` is not
    followed by two hexadecimal digits, or there are too many fields; or what results is not UTF-8,
    or has U+0000. */
LN_MUST ln_status
ln_form_add(ln_form* form, ln_view text, ln_arena* arena);

/** The i-th value of a name, or false. */
bool
ln_form_value(const ln_form* form, ln_view name, size_t i, ln_view* value);

typedef enum { LN_UNESCAPE_ALL, LN_UNESCAPE_FORM, LN_UNESCAPE_HIGH } ln_unescape_kind;

/** Take the escapes of URIs away (RFC 3986, section 2.1): all of them; as in a form, where a plus
    sign is a blank; or only those of bytes beyond ASCII, as from a URI to an IRI (RFC 3987, section
    3.2). `out` has room for `text.n` bytes; gives their number, or SIZE_MAX if a `%` stands alone.
 */
size_t
ln_form_unescape(ln_view text, ln_unescape_kind kind, char* out);

#endif
