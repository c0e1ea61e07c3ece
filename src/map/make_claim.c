/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `source`: for each triple that a column makes, a claim that says where it is stated
   (docs/mapping.md). A claim's IRI is made of its triple and its citation, so that the same
   statement has the same IRI in every run. The triples are kept aside while a description is made
   and follow behind it, five triples a claim. */

#include "map/maker.h"

#include "base/memory.h"
#include "base/sha256.h"
#include "base/text.h"

enum { HASH = 26, PARTS = 5 };

static ln_status
keep_triple(ln_maker* const maker, const ln_backed* const triple)
{
  if (maker->n_backed == maker->cap_backed) {
    const size_t     cap  = maker->cap_backed ? maker->cap_backed * 2U : 16U;
    ln_backed* const more = ln_realloc(maker->backed, cap, sizeof(ln_backed));
    if (!more) {
      return LN_NO_MEM;
    }
    maker->backed     = more;
    maker->cap_backed = cap;
  }
  maker->backed[maker->n_backed++] = *triple;
  return LN_OK;
}

/* The predicate as something that can be spoken of. */
static ln_term
predicate_term(const ln_maker* const maker, const uint16_t predicate)
{
  const ln_view iri = predicate < LN_PREDICATE_CELL
                        ? ln_names_predicate_at(maker->plan->names, predicate)->iri
                        : maker->dynamic[predicate - LN_PREDICATE_CELL];
  return (ln_term){.s = iri.s, .n = (uint32_t)iri.n, .stem = LN_STEM_IRI, .kind = LN_IRI};
}

ln_status
ln_maker_back(ln_maker* const maker, const ln_output* const output, const size_t first)
{
  const ln_variable* const v        = &maker->plan->variables[output->variable];
  ln_filling               filling  = LN_FILLED;
  ln_term                  citation = {0};
  if (first == maker->n_pairs) {
    return LN_OK;
  }
  LN_TRY(ln_maker_iri(maker, output->source, v->column, &citation, &filling));
  if (filling == LN_UNFIT) {
    return ln_maker_bad_url(maker, v, ln_term_bytes(citation));
  }
  for (size_t i = first; filling == LN_FILLED && i < maker->n_pairs; ++i) {
    const ln_backed triple = {.predicate = predicate_term(maker, maker->pairs[i].predicate),
                              .object    = maker->pairs[i].object,
                              .citation  = citation,
                              .column    = maker->pairs[i].column};
    LN_TRY(keep_triple(maker, &triple));
  }
  return LN_OK;
}

/* What tells one term from all others. */
static ln_status
add_term(const ln_maker* const maker, const ln_term term, ln_text* const out)
{
  const ln_stem* const stem = ln_names_stem_at(maker->plan->names, term.stem);
  if (term.kind == LN_BLANK) {
    LN_TRY(ln_text_add(out, ln_term_bytes(term)));
  } else {
    LN_TRY(ln_names_expand(maker->plan->names, term, out));
  }
  if (term.kind == LN_LITERAL) {
    LN_TRY(ln_text_add_byte(out, '\0'));
    LN_TRY(ln_text_add(out, stem->iri));
    LN_TRY(ln_text_add_byte(out, '@'));
    LN_TRY(ln_text_add(out, stem->lang));
  }
  return ln_text_add_byte(out, '\0');
}

static ln_status
name_claim(ln_maker* const        maker,
           const ln_term          subject,
           const ln_backed* const triple,
           ln_term* const         out)
{
  ln_text* const text = &maker->text;
  char           hash[HASH];
  ln_view        kept = {0};
  ln_text_reset(text);
  LN_TRY(add_term(maker, subject, text));
  LN_TRY(add_term(maker, triple->predicate, text));
  LN_TRY(add_term(maker, triple->object, text));
  LN_TRY(add_term(maker, triple->citation, text));
  ln_sha256_base32(ln_text_view(text), hash, HASH);
  /* A local name of Turtle begins with a letter here, so that the term is clean. */
  ln_text_reset(text);
  LN_TRY(ln_text_add_byte(text, 'x'));
  LN_TRY(ln_text_add(text, (ln_view){hash, HASH}));
  LN_TRY(ln_maker_keep(maker, ln_text_view(text), &kept));
  *out = (ln_term){kept.s, (uint32_t)kept.n, maker->plan->claims->stem, LN_IRI, LN_CLEAN};
  return LN_OK;
}

ln_status
ln_maker_claims(ln_maker* const maker, const ln_term subject, const ln_sink sink)
{
  const ln_claim_plan* const plan = maker->plan->claims;
  for (size_t i = 0U; i < maker->n_backed; ++i) {
    const ln_backed* const t            = &maker->backed[i];
    const ln_pair          pairs[PARTS] = {
      {.object = plan->type, .predicate = LN_PREDICATE_TYPE},
      {.object = subject, .predicate = plan->subject},
      {.object = t->predicate, .predicate = plan->predicate, .column = t->column},
      {.object = t->object, .predicate = plan->object, .column = t->column},
      {.object = t->citation, .predicate = plan->citation, .column = t->column}};
    ln_desc desc = {.graph   = plan->graph,
                    .pairs   = pairs,
                    .n_pairs = PARTS,
                    .where   = {maker->plan->source, 0U, maker->row->number},
                    .fields  = maker->plan->fields};
    LN_TRY(name_claim(maker, subject, t, &desc.subject));
    LN_TRY(ln_sink_describe(sink, &desc));
  }
  return LN_OK;
}
