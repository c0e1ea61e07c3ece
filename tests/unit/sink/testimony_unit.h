/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_TESTIMONY_UNIT_H
#define LN_TESTS_TESTIMONY_UNIT_H

/* Three claims, two citations and a source, told of in each form; what comes out behind them is
   N-Quads. IRIs are in http://e/, the words in their own namespaces. */

#include "sink_unit.h"

#include "base/text.h"
#include "sink/claim_ranks.h"
#include "sink/testimony.h"
#include "sink/writers.h"

#define E(name) "<http://e/" name "> "
#define R(name) "<http://www.w3.org/1999/02/22-rdf-syntax-ns#" name "> "
#define LN(name) "<https://w3id.org/liner/ns#" name "> "
#define IN E("g") ".\n"

/* What all forms but those with terms pass on as it came. */
#define SAID                                                                                       \
  E("c1")                                                                                          \
  R("subject")                                                                                     \
  E("s")                                                                                           \
  IN E("c1") R("predicate") E("p/x") IN E("c1") R("object") "\"v\" " IN E("c1")                    \
    LN("rank") "<https://w3id.org/liner/vocab/rank/preferred> " IN E("c1") LN("citation") E("q1")  \
      IN E("c2") R("subject") E("s") IN E("c2") R("predicate") E("p/x") IN E("c2")                 \
        R("object") "\"w\" " IN E("c2") LN("citation") E("q1") IN E("c2") LN("citation") E("q2")   \
          IN E("c3") R("subject") E("s") IN E("c3") R("predicate") E("other#x") IN E("c3")         \
            R("object") E("o") IN                                                  E("c3")         \
              LN("rank") "<https://w3id.org/liner/vocab/rank/deprecated> " IN      E("c3")         \
                LN("citation") E("page") IN E("q1") LN("source") E("S") IN E("q2") LN("source")    \
                  E("S") IN

typedef struct {
  ln_names*          names;
  ln_testimony_words words;
  ln_out*            out;
  ln_sink            writer;
  ln_sink            sink;
} telling;

static inline ln_term
thing(const char* const name)
{
  return term_of(LN_IRI, LN_STEM_IRI, name);
}

static inline ln_status
telling_begin(telling* const t, const ln_evidence form)
{
  *t       = (telling){0};
  t->names = ln_names_new();
  LN_TRY(t->names ? LN_OK : LN_NO_MEM);
  LN_TRY(ln_testimony_declare(&t->words, t->names, form, LN_V("http://e/")));
  LN_TRY(form == LN_EVIDENCE_RANKS ? ln_claim_ranks_declare(t->names, LN_V("http://e/")) : LN_OK);
  LN_TRY(ln_names_seal(t->names));
  LN_TRY(ln_out_memory(&t->out));
  return ln_ntriples_new(t->names, t->out, true, &t->writer);
}

static inline void
telling_end(telling* const t)
{
  ln_sink_free(t->sink);
  ln_sink_free(t->writer);
  ln_out_abandon(t->out);
  ln_names_free(t->names);
  *t = (telling){0};
}

static inline ln_status
tell_of(const telling* const t,
        const ln_sink        to,
        const char* const    name,
        const ln_pair*       pairs,
        const size_t         n)
{
  ln_desc desc = desc_of(thing(name), pairs, n);
  desc.graph   = thing("http://e/g");
  (void)t;
  return ln_sink_describe(to, &desc);
}

static inline ln_status
tell_claims(const telling* const t, const ln_sink to)
{
  const uint16_t* const w    = t->words.words;
  const ln_pair         c1[] = {
    pair_of(w[LN_SAYING_SUBJECT], thing("http://e/s")),
    pair_of(w[LN_SAYING_PREDICATE], thing("http://e/p/x")),
    pair_of(w[LN_SAYING_OBJECT], string_of("v")),
    pair_of(w[LN_SAYING_RANK], thing("https://w3id.org/liner/vocab/rank/preferred")),
    pair_of(w[LN_SAYING_CITATION], thing("http://e/q1"))};
  const ln_pair c2[] = {pair_of(w[LN_SAYING_SUBJECT], thing("http://e/s")),
                        pair_of(w[LN_SAYING_PREDICATE], thing("http://e/p/x")),
                        pair_of(w[LN_SAYING_OBJECT], string_of("w")),
                        pair_of(w[LN_SAYING_CITATION], thing("http://e/q1")),
                        pair_of(w[LN_SAYING_CITATION], thing("http://e/q2"))};
  const ln_pair c3[] = {
    pair_of(w[LN_SAYING_SUBJECT], thing("http://e/s")),
    pair_of(w[LN_SAYING_PREDICATE], thing("http://e/other#x")),
    pair_of(w[LN_SAYING_OBJECT], thing("http://e/o")),
    pair_of(w[LN_SAYING_RANK], thing("https://w3id.org/liner/vocab/rank/deprecated")),
    pair_of(w[LN_SAYING_CITATION], thing("http://e/page"))};
  const ln_pair q = pair_of(w[LN_SAYING_SOURCE], thing("http://e/S"));
  LN_TRY(tell_of(t, to, "http://e/c1", c1, 5U));
  LN_TRY(tell_of(t, to, "http://e/c2", c2, 5U));
  LN_TRY(tell_of(t, to, "http://e/c3", c3, 5U));
  LN_TRY(tell_of(t, to, "http://e/q1", &q, 1U));
  return tell_of(t, to, "http://e/q2", &q, 1U);
}

/** Everything through a form that is told at the end. */
static inline ln_status
tell_all(telling* const    t,
         const ln_evidence form,
         ln_teller (*const make)(const ln_testimony_words*))
{
  LN_TRY(telling_begin(t, form));
  const ln_teller teller = make(&t->words);
  LN_TRY(ln_testimony_new(&t->words, &teller, t->writer, &t->sink));
  LN_TRY(tell_claims(t, t->sink));
  return ln_sink_finish(t->sink);
}

#endif
