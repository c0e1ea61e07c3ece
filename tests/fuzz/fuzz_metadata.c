/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A metadata document, bound to two small tables and run. What must hold: what is refused is
   refused with an error; what is written is strict N-Quads; rows that go the general way, and
   tables that several workers share, give the same output and the same findings; and the validator,
   which forgives less, finds an error where the export does. */

#include "fuzz.h"
#include "triples.h"
#include "world.h"

static const char TABLE[] =
  "id,name,born,works,score,seen,tags,kind\n"
  "ada,Ada \"Countess\" "
  "L\xC3\xB6vel,1815-12-10,w1;w2;,3.5,true,\"[\"\"a\"\",\"\"b\\u00e9\"\"]\",xsd:date\n"
  "bob,\"Bob, the 2nd\",c. 1988,w1,-7,0,\"{a,\"\"b c\"\",NULL}\",integer\n"
  ",nobody,,,,,,\n"
  "ada,twice,1815,w 9;w9,1e3,maybe,[1;true],bogus\n"
  "d<e>,\" x \",2000-02-30,;,NaN,,[,edtf\n";

static const char WORDS[] = "notation,label,aliases,range\n"
                            "w1,First work,one;uno,long\n"
                            "w2,Second work,,short\n";

int
LLVMFuzzerTestOneInput(const uint8_t* const data, const size_t size)
{
  const ln_view   input = {(const char*)data, size};
  const world_job job   = {.input = "m.json", .to = "nquads", .block = 1U << 16U};
  const world_job slow  = {
     .input = "m.json", .to = "nquads", .block = 64U, .threads = 2U, .general = true};
  const world_job check = {.input = "m.json", .to = "nquads", .dry = true};
  world_run       first = {0};
  world_run       again = {0};
  triples         read  = {0};
  world_put("m.json", input);
  world_put("t.csv", ln_view_of(TABLE));
  world_put("u.csv", ln_view_of(WORDS));
  world_export(&job, &first);
  triples_read(TRIPLES_NQUADS, ln_text_view(&first.output), &read);
  world_export(&slow, &again);
  FUZZ_SAME("output of the general way", ln_text_view(&again.output), ln_text_view(&first.output));
  FUZZ_SAME(
    "findings of the general way", ln_text_view(&again.findings), ln_text_view(&first.findings));
  world_clear(&again);
  world_export(&check, &again);
  FUZZ_CHECK(first.errors == 0U || again.errors > 0U,
             "export: %.*s",
             (int)first.findings.n,
             first.findings.s ? first.findings.s : "");
  world_clear(&again);
  world_clear(&first);
  triples_clear(&read);
  return 0;
}
