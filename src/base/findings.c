/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What a worker reports is rendered in words at once, while the row is there, and kept in an arena;
   handing on counts it, shows it and stops the run exactly as if it had been reported then. So the
   diagnostics of a run do not depend on the number of its threads. Cost: nothing where nothing is
   wrong; a copy a finding, which is spared once the run's log shows no more. */

#include "base/findings.h"

#include "base/arena.h"
#include "base/memory.h"

struct ln_findings {
  ln_log*     log;
  ln_arena    arena;
  ln_finding* list; ///< texts in the arena
  size_t      n;
  size_t      cap;
  bool        lost;                 ///< one could not be kept
  uint64_t    handed[LN_ERROR + 1]; ///< counts of the log that were handed on
};

static bool
keep_text(ln_arena* const arena, ln_view* const text)
{
  if (text->n > 0U) {
    *text = ln_arena_copy(arena, *text);
  }
  return text->n == 0U || text->s;
}

static bool
keep(ln_findings* const f, const ln_finding* const finding)
{
  if (f->n == f->cap) {
    const size_t      cap  = f->cap ? 2U * f->cap : 16U;
    ln_finding* const more = ln_realloc(f->list, cap, sizeof(ln_finding));
    if (!more) {
      return false;
    }
    f->list = more;
    f->cap  = cap;
  }
  ln_finding* const copy = &f->list[f->n++];
  *copy                  = *finding;
  /* The remedy of the code is no hint of its own: the run's log gives it once. */
  if (copy->hint.s == ln_code_about(copy->code)->remedy) {
    copy->hint = (ln_view){NULL, 0U};
  }
  return keep_text(&f->arena, &copy->message) && keep_text(&f->arena, &copy->hint) &&
         keep_text(&f->arena, &copy->place.name);
}

static void
listen(void* const self, const ln_finding* const finding)
{
  ln_findings* const f = self;
  f->lost              = !keep(f, finding) || f->lost;
}

/* Sources have the numbers they have in the run's log. */
static ln_status
name_sources(ln_log* const log, const uint32_t source, const ln_locate locate, void* const self)
{
  uint32_t number = 0U;
  while (number < source) {
    LN_TRY(ln_log_source(log, LN_V(""), NULL, NULL, &number));
  }
  ln_log_locator(log, source, locate, self);
  return LN_OK;
}

ln_status
ln_findings_new(const ln_log* const of,
                const uint32_t      source,
                const ln_locate     locate,
                void* const         self,
                ln_findings** const findings)
{
  const ln_log_policy policy = {.strict = ln_log_strict(of)};
  ln_findings* const  f      = ln_alloc_zero(1U, sizeof(ln_findings));
  *findings                  = NULL;
  if (!f) {
    return LN_NO_MEM;
  }
  f->log       = ln_log_new(&policy);
  ln_status st = f->log ? name_sources(f->log, source, locate, self) : LN_NO_MEM;
  if (st != LN_OK) {
    ln_findings_free(f);
    return st;
  }
  ln_log_listen(f->log, listen, f);
  *findings = f;
  return LN_OK;
}

void
ln_findings_free(ln_findings* const findings)
{
  if (findings) {
    ln_log_free(findings->log);
    ln_arena_clear(&findings->arena);
    ln_free(findings->list);
    ln_free(findings);
  }
}

ln_log*
ln_findings_log(ln_findings* const findings)
{
  return findings->log;
}

void
ln_findings_mute(ln_findings* const findings, const bool mute)
{
  ln_log_listen(findings->log, mute ? NULL : listen, findings);
}

/* What was only counted. */
static ln_status
hand_on_counts(ln_findings* const f, ln_log* const log)
{
  for (size_t i = 0U; i <= LN_ERROR; ++i) {
    const ln_severity severity = (ln_severity)i;
    const uint64_t    n        = ln_log_count(f->log, severity);
    LN_TRY(ln_log_add_unseen(log, severity, n - f->handed[i]));
    f->handed[i] = n;
  }
  return LN_OK;
}

ln_status
ln_findings_hand_on(ln_findings* const findings, ln_log* const log)
{
  ln_status st = findings->lost ? LN_NO_MEM : LN_OK;
  for (size_t i = 0U; st == LN_OK && i < findings->n; ++i) {
    st = ln_log_add(log, &findings->list[i]);
    ++findings->handed[findings->list[i].severity];
  }
  findings->n = 0U;
  ln_arena_reset(&findings->arena);
  return st == LN_OK ? hand_on_counts(findings, log) : st;
}
