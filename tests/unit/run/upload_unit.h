/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_UPLOAD_UNIT_H
#define LN_TESTS_UPLOAD_UNIT_H

/* What the tests of loading share: a file of two triples, and a server with canned answers. */

#include "canned.h"
#include "map/mapping.h"
#include "run/upload.h"
#include "run_unit.h"

#define UPLOAD_TRIPLES(body)                                                                       \
  "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/n-triples\r\n\r\n" body

#define UPLOAD_BOTH UPLOAD_TRIPLES("<a:s> <a:p> \"1\" .\n<a:s> <a:p> \"2\" .\n")

#define UPLOAD_NONE "HTTP/1.1 404 None\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
#define UPLOAD_FINE "HTTP/1.1 204 Fine\r\nConnection: close\r\n\r\n"

typedef struct {
  folder      f;
  char        path[PATH_SIZE];
  char        url[64];
  char*       inputs[1];
  ln_job      job;
  ln_endpoint endpoint;
  ln_upload   upload;
  ln_uploaded uploaded;
  canned      server;
} upload_setting;

static inline void
upload_begin(upload_setting* const s, const char* const* const answers, const size_t n)
{
  set_up(&s->f);
  put_file(
    &s->f, "in.nt", "<a:s> <a:p> \"1\" .\n<a:s> <a:p> \"2\" .\n<a:s> <a:p> \"1\" .\n", false);
  s->inputs[0] = s->path;
  (void)path_to(&s->f, "in.nt", s->path);
  canned_start(&s->server, answers, n, s->url);
  s->endpoint = (ln_endpoint){.graph_store = s->url, .graph = "a:g"};
  s->job      = (ln_job){.inputs = s->inputs, .n_inputs = 1U, .layers = LN_LAYER_FACTS};
  s->upload   = (ln_upload){.job      = &s->job,
                            .store    = {.endpoint = &s->endpoint, .retry = {1U, 1U}},
                            .parallel = 1U,
                            .verify   = LN_VERIFY_COUNT};
}

static inline void
upload_end(upload_setting* const s)
{
  canned_stop(&s->server);
  tear_down(&s->f);
}

/* The findings of a run, told by their codes. */
static inline void
upload_check(const upload_setting* const s, const char* const findings)
{
  CHECK_VIEW(ln_text_view(&s->f.findings), findings);
}

#endif
