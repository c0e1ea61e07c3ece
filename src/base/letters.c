/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Letters and marks that Unicode's normal forms leave as they are. Latin as names are usually typed
   without the letter; Greek letter by letter after ISO 843 (ELOT 743), Cyrillic after the Library
   of Congress without its diacritics, for catalogues know these forms. Only letters that normal
   form KD does not take apart are here, hence no `й`. The tables are sorted by code, for the
   search. */

#include "base/letters.h"

#include <stddef.h>
#include <stdlib.h>

typedef struct {
  uint32_t code;
  char     ascii[6];
} letter;

// clang-format off
static const letter latin[] = {
  {0x00DFU, "ss"}, {0x00E6U, "ae"}, {0x00F0U, "d"}, {0x00F8U, "o"}, {0x00FEU, "th"},
  {0x0111U, "d"}, {0x0127U, "h"}, {0x0131U, "i"}, {0x0138U, "q"}, {0x0142U, "l"},
  {0x014BU, "n"}, {0x0153U, "oe"}, {0x0167U, "t"}, {0x0180U, "b"}, {0x0183U, "b"},
  {0x0188U, "c"}, {0x018CU, "d"}, {0x0192U, "f"}, {0x0199U, "k"}, {0x019AU, "l"},
  {0x019EU, "n"}, {0x01A5U, "p"}, {0x01ABU, "t"}, {0x01ADU, "t"}, {0x01B4U, "y"},
  {0x01B6U, "z"}, {0x01DDU, "e"}, {0x01E5U, "g"}, {0x0237U, "j"}, {0x023CU, "c"},
  {0x023FU, "s"}, {0x0240U, "z"}, {0x0247U, "e"}, {0x0249U, "j"}, {0x024DU, "r"},
  {0x024FU, "y"}, {0x0250U, "a"}, {0x0251U, "a"}, {0x0253U, "b"}, {0x0254U, "o"},
  {0x0255U, "c"}, {0x0256U, "d"}, {0x0257U, "d"}, {0x0259U, "a"}, {0x025BU, "e"},
  {0x0260U, "g"}, {0x0261U, "g"}, {0x0263U, "g"}, {0x0266U, "h"}, {0x0268U, "i"},
  {0x0269U, "i"}, {0x026AU, "i"}, {0x026BU, "l"}, {0x0271U, "m"}, {0x0272U, "n"},
  {0x0275U, "o"}, {0x027CU, "r"}, {0x0282U, "s"}, {0x0283U, "s"}, {0x0288U, "t"},
  {0x0289U, "u"}, {0x028AU, "u"}, {0x028BU, "v"}, {0x028FU, "y"}, {0x0292U, "z"},
  {0x1D79U, "g"}, {0x1D7DU, "p"}, {0x1EFBU, "ll"}, {0x2C61U, "l"}, {0x2C65U, "a"},
  {0x2C66U, "t"}, {0x2C68U, "h"}, {0x2C6AU, "k"}, {0x2C6CU, "z"}, {0xA733U, "aa"},
  {0xA74FU, "oo"}, {0xA75BU, "r"},
};

static const letter other[] = {
  {0x03B1U, "a"}, {0x03B2U, "v"}, {0x03B3U, "g"}, {0x03B4U, "d"}, {0x03B5U, "e"},
  {0x03B6U, "z"}, {0x03B7U, "i"}, {0x03B8U, "th"}, {0x03B9U, "i"}, {0x03BAU, "k"},
  {0x03BBU, "l"}, {0x03BCU, "m"}, {0x03BDU, "n"}, {0x03BEU, "x"}, {0x03BFU, "o"},
  {0x03C0U, "p"}, {0x03C1U, "r"}, {0x03C2U, "s"}, {0x03C3U, "s"}, {0x03C4U, "t"},
  {0x03C5U, "y"}, {0x03C6U, "f"}, {0x03C7U, "ch"}, {0x03C8U, "ps"}, {0x03C9U, "o"},
  {0x0430U, "a"}, {0x0431U, "b"}, {0x0432U, "v"}, {0x0433U, "g"}, {0x0434U, "d"},
  {0x0435U, "e"}, {0x0436U, "zh"}, {0x0437U, "z"}, {0x0438U, "i"}, {0x043AU, "k"},
  {0x043BU, "l"}, {0x043CU, "m"}, {0x043DU, "n"}, {0x043EU, "o"}, {0x043FU, "p"},
  {0x0440U, "r"}, {0x0441U, "s"}, {0x0442U, "t"}, {0x0443U, "u"}, {0x0444U, "f"},
  {0x0445U, "kh"}, {0x0446U, "ts"}, {0x0447U, "ch"}, {0x0448U, "sh"}, {0x0449U, "shch"},
  {0x044AU, ""}, {0x044BU, "y"}, {0x044CU, ""}, {0x044DU, "e"}, {0x044EU, "iu"},
  {0x044FU, "ia"}, {0x0452U, "dj"}, {0x0454U, "ie"}, {0x0455U, "dz"}, {0x0456U, "i"},
  {0x0458U, "j"}, {0x0459U, "lj"}, {0x045AU, "nj"}, {0x045BU, "c"}, {0x045FU, "dz"},
  {0x0461U, "o"}, {0x0463U, "ie"}, {0x0467U, "e"}, {0x046BU, "u"}, {0x046FU, "ks"},
  {0x0471U, "ps"}, {0x0473U, "f"}, {0x0475U, "i"}, {0x0491U, "g"}, {0x0493U, "g"},
  {0x0497U, "zh"}, {0x049BU, "q"}, {0x049DU, "g"}, {0x04A3U, "n"}, {0x04A5U, "ng"},
  {0x04AFU, "u"}, {0x04B1U, "u"}, {0x04B3U, "h"}, {0x04B7U, "ch"}, {0x04B9U, "j"},
  {0x04BBU, "h"}, {0x04CFU, ""}, {0x04D9U, "a"}, {0x04E9U, "o"},
};
// clang-format on

/** First and last code of a range. */
typedef struct {
  uint32_t first;
  uint32_t last;
} range;

static const range apostrophes[] = {
  {0x0027U, 0x0027U}, // '
  {0x0060U, 0x0060U}, // grave accent typed for one
  {0x00B4U, 0x00B4U}, // acute accent typed for one
  {0x02B9U, 0x02B9U}, // prime, the soft sign in transliterations
  {0x02BBU, 0x02BFU}, // okina, ayin, hamza
  {0x02C8U, 0x02C8U}, // vertical line
  {0x02CAU, 0x02CBU}, // acute and grave letters
  {0x055AU, 0x055AU}, // Armenian
  {0x05F3U, 0x05F3U}, // geresh
  {0x2018U, 0x2019U}, // the typographic ones
  {0x201BU, 0x201BU}, // high reversed
  {0x2032U, 0x2032U}, // prime
  {0x2035U, 0x2035U}, // reversed prime
  {0xA78BU, 0xA78CU}, // saltillo
};

static const range quotes[] = {
  {0x0022U, 0x0022U}, // "
  {0x00ABU, 0x00ABU}, // left guillemet
  {0x00BBU, 0x00BBU}, // right guillemet
  {0x02BAU, 0x02BAU}, // double prime, the hard sign
  {0x05F4U, 0x05F4U}, // gershayim
  {0x201AU, 0x201AU}, // single low
  {0x201CU, 0x201FU}, // double, all of them
  {0x2039U, 0x203AU}, // single guillemets
  {0x300CU, 0x300FU}, // corner brackets
  {0x301DU, 0x301FU}, // double primes
};

static int
compare(const void* const key, const void* const element)
{
  const uint32_t code       = *(const uint32_t*)key;
  const uint32_t other_code = ((const letter*)element)->code;
  return (code > other_code) - (code < other_code);
}

static const char*
find(const letter* const table, const size_t n, const uint32_t code)
{
  const letter* const found = bsearch(&code, table, n, sizeof(*table), compare);
  return found ? found->ascii : NULL;
}

static bool
is_in(const range* const ranges, const size_t n, const uint32_t code)
{
  for (size_t i = 0U; i < n; ++i) {
    if (code <= ranges[i].last) {
      return code >= ranges[i].first;
    }
  }
  return false;
}

const char*
ln_letter_latin(const uint32_t code)
{
  return find(latin, sizeof(latin) / sizeof(latin[0]), code);
}

const char*
ln_letter_ascii(const uint32_t code)
{
  const char* const ascii = ln_letter_latin(code);
  return ascii ? ascii : find(other, sizeof(other) / sizeof(other[0]), code);
}

bool
ln_is_apostrophe(const uint32_t code)
{
  return is_in(apostrophes, sizeof(apostrophes) / sizeof(apostrophes[0]), code);
}

bool
ln_is_quote(const uint32_t code)
{
  return is_in(quotes, sizeof(quotes) / sizeof(quotes[0]), code);
}
