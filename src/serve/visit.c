/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Everything that one request needs is kept with it and given back at its end, however it ends. */

#include "serve/visit.h"

#include "base/memory.h"

ln_visit*
ln_visit_new(const char* const uri)
{
  ln_visit* const visit = ln_alloc_zero(1U, sizeof(*visit));
  if (visit) {
    visit->uri = ln_arena_copy(&visit->arena, ln_view_of(uri));
  }
  if (visit && !visit->uri.s) {
    ln_visit_free(visit);
    return NULL;
  }
  return visit;
}

void
ln_visit_free(ln_visit* const visit)
{
  if (visit) {
    ln_errand_free(visit->errand);
    ln_reply_clear(&visit->reply);
    ln_arena_clear(&visit->question.arena);
    ln_text_clear(&visit->body);
    ln_arena_clear(&visit->arena);
    ln_free(visit);
  }
}

ln_status
ln_visit_add(ln_visit* const visit, const ln_view part, const size_t most)
{
  if (visit->too_large || part.n > most - visit->body.n) {
    visit->too_large = true;
    return LN_OK;
  }
  return ln_text_add(&visit->body, part);
}

void
ln_visit_cut(ln_visit* const visit)
{
  ln_view uri = visit->uri;
  if (ln_view_starts(uri, LN_V("http://")) || ln_view_starts(uri, LN_V("https://"))) {
    uri = ln_view_from(uri, ln_view_find(uri, ':') + 3U);
    uri = ln_view_from(uri, ln_view_find(uri, '/'));
  }
  visit->request.path  = ln_view_first(uri, ln_view_find(uri, '?'));
  visit->request.query = ln_view_from(uri, visit->request.path.n + 1U);
}
