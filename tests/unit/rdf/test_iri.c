/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* IRIs: resolution as RFC 3986 section 5.4 lists it, encoding as RFC 6570 section 3.2 does, and
   what RFC 3987 lets stand in an IRI. */

#include "unit.h"

#include "rdf/iri.h"

typedef struct {
  const char* in;
  const char* out;
} pair;

static void
check_resolved(const char* const base, const pair* const pairs, const size_t n)
{
  ln_text text = {NULL, 0U, 0U};
  for (size_t i = 0U; i < n; ++i) {
    ln_text_reset(&text);
    CU_ASSERT_EQUAL(ln_iri_resolve(ln_view_of(base), ln_view_of(pairs[i].in), &text), LN_OK);
    CHECK_VIEW(ln_text_view(&text), pairs[i].out);
  }
  ln_text_clear(&text);
}

static void
resolve_rfc_3986(void)
{
  static const pair PAIRS[] = {
    // section 5.4.1, normal
    {"g:h", "g:h"},
    {"g", "http://a/b/c/g"},
    {"./g", "http://a/b/c/g"},
    {"g/", "http://a/b/c/g/"},
    {"/g", "http://a/g"},
    {"//g", "http://g"},
    {"?y", "http://a/b/c/d;p?y"},
    {"g?y", "http://a/b/c/g?y"},
    {"#s", "http://a/b/c/d;p?q#s"},
    {"g#s", "http://a/b/c/g#s"},
    {"g?y#s", "http://a/b/c/g?y#s"},
    {";x", "http://a/b/c/;x"},
    {"g;x", "http://a/b/c/g;x"},
    {"g;x?y#s", "http://a/b/c/g;x?y#s"},
    {"", "http://a/b/c/d;p?q"},
    {".", "http://a/b/c/"},
    {"./", "http://a/b/c/"},
    {"..", "http://a/b/"},
    {"../", "http://a/b/"},
    {"../g", "http://a/b/g"},
    {"../..", "http://a/"},
    {"../../", "http://a/"},
    {"../../g", "http://a/g"},
    // section 5.4.2, abnormal
    {"../../../g", "http://a/g"},
    {"../../../../g", "http://a/g"},
    {"/./g", "http://a/g"},
    {"/../g", "http://a/g"},
    {"g.", "http://a/b/c/g."},
    {".g", "http://a/b/c/.g"},
    {"g..", "http://a/b/c/g.."},
    {"..g", "http://a/b/c/..g"},
    {"./../g", "http://a/b/g"},
    {"./g/.", "http://a/b/c/g/"},
    {"g/./h", "http://a/b/c/g/h"},
    {"g/../h", "http://a/b/c/h"},
    {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
    {"g;x=1/../y", "http://a/b/c/y"},
    {"g?y/./x", "http://a/b/c/g?y/./x"},
    {"g?y/../x", "http://a/b/c/g?y/../x"},
    {"g#s/./x", "http://a/b/c/g#s/./x"},
    {"g#s/../x", "http://a/b/c/g#s/../x"},
    {"http:g", "http:g"},
  };
  check_resolved("http://a/b/c/d;p?q", PAIRS, sizeof(PAIRS) / sizeof(PAIRS[0]));
}

static void
resolve_other_bases(void)
{
  static const pair NO_PATH[] = {{"g", "http://a/g"}, {"", "http://a"}, {"?q", "http://a?q"}};
  check_resolved("http://a", NO_PATH, 3U);
  static const pair FRAGMENT[] = {{"", "http://a/b"}, {"#y", "http://a/b#y"}, {"?", "http://a/b?"}};
  check_resolved("http://a/b#x", FRAGMENT, 3U);
  static const pair URN[] = {{"x", "urn:x"}, {"#f", "urn:a:b#f"}, {"..//c", "urn:/c"}};
  check_resolved("urn:a:b", URN, 3U);
  // Without an authority a path must not begin with two slashes.
  static const pair SLASHES[] = {{"/.//g", "file:/.//g"}, {"//h/p", "file://h/p"}};
  check_resolved("file:/a/b", SLASHES, 2U);
  static const pair IRI[] = {{"Maná/é", "http://exämple.org/x/Maná/é"}};
  check_resolved("http://exämple.org/x/y", IRI, 1U);
}

static void
resolve_appends(void)
{
  ln_text text = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_text_add(&text, LN_V("<")), LN_OK);
  CU_ASSERT_EQUAL(ln_iri_resolve(LN_V("http://a/b"), LN_V("../../c"), &text), LN_OK);
  CHECK_VIEW(ln_text_view(&text), "<http://a/c");
  CU_ASSERT_EQUAL(ln_iri_resolve(LN_V("b/c"), LN_V("d"), &text), LN_USAGE);
  ln_text_clear(&text);
}

static void
valid_iris(void)
{
  static const char* const GOOD[] = {
    "http://example.org/",
    "https://example.org/a?b=c#d",
    "urn:isbn:0451450523",
    "mailto:a@b.c",
    "http://exämple.org/Maná",
    "http://a/%20%C3%A9",
    "http://[2001:db8::1]:80/",
    "http://u:p@h:1/",
    "file:///etc/hosts",
    "tag:a,2020:x",
    "a:",
    "http://a/b?c/d?e#f?g/h",
    "http://a?\xEE\x80\x80",
    "http://a/(x)!$&'*+,;=:@",
    "http://a/\xF0\x9F\x8E\xB5",
    "http://h:/x",
    "x+y-z.1:q",
    "http://[v1.x:y]/",
  };
  for (size_t i = 0U; i < sizeof(GOOD) / sizeof(GOOD[0]); ++i) {
    const char* problem = "none";
    const bool  valid   = ln_iri_valid(ln_view_of(GOOD[i]), &problem);
    if (!valid) {
      (void)fprintf(stderr, "%s: %s\n", GOOD[i], problem);
    }
    CU_ASSERT_TRUE(valid);
    CU_ASSERT_PTR_NULL(problem);
  }
}

static void
invalid_iris(void)
{
  static const pair BAD[] = {
    {"", "it is empty"},
    {"person/tom", "it has no scheme such as https:"},
    {"//a/b", "it has no scheme such as https:"},
    {"1a:b", "it has no scheme such as https:"},
    {"a b:c", "it has no scheme such as https:"},
    {"http://a/b c", "it contains a blank"},
    {"http://a/<b", "it contains <"},
    {"http://a/b>", "it contains >"},
    {"http://a/\"", "it contains a double quote"},
    {"http://a/{x}", "it contains a brace"},
    {"http://a/}", "it contains a brace"},
    {"http://a/|", "it contains |"},
    {"http://a/^", "it contains ^"},
    {"http://a/`", "it contains a backquote"},
    {"http://a/\\", "it contains a backslash"},
    {"http://a/\n", "it contains a control character"},
    {"http://a/\x7F", "it contains a control character"},
    {"http://a/[b]", "it contains a bracket"},
    {"http://a/b#c#d", "it contains # twice"},
    {"http://a/100%", "it contains % without two hexadecimal digits behind it"},
    {"http://a/%2", "it contains % without two hexadecimal digits behind it"},
    {"http://a/%GG", "it contains % without two hexadecimal digits behind it"},
    {"http://a/\xEF\xBF\xBF", "it contains a character that no IRI may hold"},
    {"http://a/\xEE\x80\x80", "it contains a character that no IRI may hold"},
    {"http://a/\xC2\x80", "it contains a character that no IRI may hold"},
    {"http://a/\xFF", "it is not UTF-8"},
    {"http://a:8o/", "its port is not a number"},
    {"http://[::1/", "its host has one bracket only"},
    {"http://[::g]/", "its host between brackets is not an IP address"},
    {"http://a b/", "it contains a blank"},
  };
  for (size_t i = 0U; i < sizeof(BAD) / sizeof(BAD[0]); ++i) {
    const char* problem = NULL;
    CU_ASSERT_FALSE(ln_iri_valid(ln_view_of(BAD[i].in), &problem));
    CHECK_VIEW(ln_view_of(problem), BAD[i].out);
    CU_ASSERT_FALSE(ln_iri_valid(ln_view_of(BAD[i].in), NULL));
  }
  CU_ASSERT_FALSE(ln_iri_valid((ln_view){"http://a/\0b", 11U}, NULL));
}

static void
check_encoded(ln_status (*const encode)(ln_view, ln_text*), const pair* const pairs, const size_t n)
{
  ln_text text = {NULL, 0U, 0U};
  for (size_t i = 0U; i < n; ++i) {
    ln_text_reset(&text);
    CU_ASSERT_EQUAL(encode(ln_view_of(pairs[i].in), &text), LN_OK);
    CHECK_VIEW(ln_text_view(&text), pairs[i].out);
  }
  ln_text_clear(&text);
}

static void
encodings(void)
{
  static const pair SIMPLE[] = {
    {"value", "value"},
    {"Hello World!", "Hello%20World%21"},
    {"/foo/bar", "%2Ffoo%2Fbar"},
    {"50%", "50%25"},
    {"%20", "%2520"},
    {"", ""},
    {"AZaz09-._~", "AZaz09-._~"},
    {"é", "%C3%A9"},
    {"a:b?c#d[e]@", "a%3Ab%3Fc%23d%5Be%5D%40"},
  };
  check_encoded(ln_iri_encode, SIMPLE, sizeof(SIMPLE) / sizeof(SIMPLE[0]));
  static const pair RESERVED[] = {
    {"value", "value"},
    {"Hello World!", "Hello%20World!"},
    {"/foo/bar", "/foo/bar"},
    {"50%", "50%25"},
    {"%20", "%20"},
    {"%2", "%252"},
    {"a%zz", "a%25zz"},
    {":/?#[]@!$&'()*+,;=", ":/?#[]@!$&'()*+,;="},
    {"é|", "%C3%A9%7C"},
  };
  check_encoded(ln_iri_encode_reserved, RESERVED, sizeof(RESERVED) / sizeof(RESERVED[0]));
  static const pair MEND[] = {
    {"http://a/b c", "http://a/b%20c"},
    {"<>\"{}|^`\\", "%3C%3E%22%7B%7D%7C%5E%60%5C"},
    {"\x01\x1F\x7F", "%01%1F%7F"},
    {"http://é/%20?a#b", "http://é/%20?a#b"},
  };
  check_encoded(ln_iri_mend, MEND, sizeof(MEND) / sizeof(MEND[0]));
}

static void
clean_locals(void)
{
  CU_ASSERT_TRUE(ln_iri_clean(LN_V("tom-thum_1")));
  CU_ASSERT_TRUE(ln_iri_clean(LN_V("0")));
  CU_ASSERT_FALSE(ln_iri_clean(LN_V("")));
  CU_ASSERT_FALSE(ln_iri_clean(LN_V("-a")));
  CU_ASSERT_FALSE(ln_iri_clean(LN_V("_a")));
  CU_ASSERT_FALSE(ln_iri_clean(LN_V("a.b")));
  CU_ASSERT_FALSE(ln_iri_clean(LN_V("a/b")));
  CU_ASSERT_FALSE(ln_iri_clean(LN_V("é")));
  CU_ASSERT_FALSE(ln_iri_clean(LN_V("a%20")));
}

static void
out_of_memory(void)
{
  ln_text text = {NULL, 0U, 0U};
  CHECK_ALLOC_FAILURES(ln_iri_resolve(LN_V("file:/a/b"), LN_V("/.//g?q#f"), &text),
                       ln_text_clear(&text));
  CHECK_ALLOC_FAILURES(ln_iri_encode(LN_V("a b c d e f g h"), &text), ln_text_clear(&text));
  CHECK_ALLOC_FAILURES(ln_iri_encode_reserved(LN_V("a b c d e f g h"), &text),
                       ln_text_clear(&text));
  CHECK_ALLOC_FAILURES(ln_iri_mend(LN_V("a b c d e f g h"), &text), ln_text_clear(&text));
}

static const unit_test TESTS[] = {
  {"resolution of RFC 3986, section 5.4", resolve_rfc_3986},
  {"resolution against other bases", resolve_other_bases},
  {"resolution appends", resolve_appends},
  {"valid IRIs", valid_iris},
  {"invalid IRIs and why", invalid_iris},
  {"encodings of RFC 6570", encodings},
  {"clean local names", clean_locals},
  {"out of memory", out_of_memory},
};

UNIT_MAIN("iri", TESTS)
