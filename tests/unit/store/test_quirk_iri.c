/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* IRIs by the letter of RFC 3987, section 2.2. */

#include "unit.h"

#include "store/quirk_inner.h"

static void
valid(void)
{
  static const char* const IRIS[] = {"http://x/a%20b",
                                     "http://x/\xC3\xA9",
                                     "http://x/?\xEE\x80\x80",
                                     "http://x/a?b?c#d/e?f",
                                     "http://[::1]/",
                                     "http://[1::2]:80/",
                                     "http://user@x:80/",
                                     "http://x:/",
                                     "http://x",
                                     "urn:isbn:123",
                                     "mailto:a@b@c",
                                     "urn:",
                                     "http://x/\xF0\x9F\x8E\xAD",
                                     "http://x/\xF3\xA1\x80\x80"};
  for (size_t i = 0U; i < sizeof(IRIS) / sizeof(IRIS[0]); ++i) {
    CU_ASSERT(ln_quirk_iri(ln_view_of(IRIS[i])));
  }
}

static void
invalid(void)
{
  static const char* const IRIS[] = {"http://x/%",
                                     "http://x/%4",
                                     "http://x/%zz",
                                     "http://%zz/",
                                     "urn:a%",
                                     "http://x/[1]",
                                     "http://x/?x=]",
                                     "http://x/#a#b",
                                     "http://x/\xEE\x80\x80",
                                     "http://x/?#\xEE\x80\x80",
                                     "http://x/\xF3\xB0\x80\x80",
                                     "http://x/\xF0\x9F\xBF\xBE",
                                     "http://x/\xEF\xB7\x90",
                                     "http://x/\xEF\xBF\xBD",
                                     "http://x/\xC2\x85",
                                     "http://x/\xF3\xA0\x80\x81",
                                     "http://x:a/",
                                     "http://x:8:8/",
                                     "http://a@b@c/"};
  for (size_t i = 0U; i < sizeof(IRIS) / sizeof(IRIS[0]); ++i) {
    CU_ASSERT(!ln_quirk_iri(ln_view_of(IRIS[i])));
  }
}

static const unit_test tests[] = {{"valid", valid}, {"invalid", invalid}};

UNIT_MAIN("quirk iri", tests)
