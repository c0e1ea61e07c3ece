/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Who we are. Command lines are seen by everybody on a machine and kept by shells, so there is no
   option for a secret, only for a file of it. Invariant: no message here shows what stands in the
   file. */

#include "store/login.h"

#include "base/in.h"
#include "base/memory.h"

#include <stdlib.h>

enum { FILE_MOST = 65536 };

/* The rest of a line behind a word and a blank, ended by NUL in place; NULL if it has another word.
 */
static const char*
rest_of(char* const line, const size_t n, const ln_view word)
{
  const ln_view v = {line, n};
  if (!ln_view_starts(v, word) || n <= word.n || line[word.n] != ' ') {
    return NULL;
  }
  const size_t end = line[n - 1U] == '\r' ? n - 1U : n;
  line[end]        = '\0';
  return line + word.n + 1U;
}

static bool
take_line(ln_http_login* const http, char* const line, const size_t n)
{
  static const ln_view WORDS[]  = {{"user", 4U}, {"password", 8U}, {"token", 5U}};
  const char** const   PLACES[] = {&http->user, &http->password, &http->token};
  if (n == 0U || line[0] == '#' || line[0] == '\r') {
    return true;
  }
  for (size_t i = 0U; i < 3U; ++i) {
    const char* const rest = rest_of(line, n, WORDS[i]);
    if (rest) {
      *PLACES[i] = rest;
      return true;
    }
  }
  return false;
}

/* Either a token or a name with its password. */
static bool
is_whole(const ln_http_login* const http)
{
  return http->token ? !http->user && !http->password : http->user && http->password;
}

static ln_status
take_file(const char* const file, ln_login* const login, ln_text* const error)
{
  char* const  s     = login->bytes.s;
  const size_t n     = login->bytes.n;
  bool         clear = memchr(s, '\0', n) == NULL;
  for (size_t at = 0U; clear && at < n;) {
    const size_t length = ln_view_find((ln_view){s + at, n - at}, '\n');
    clear               = take_line(&login->http, s + at, length);
    at += length + 1U;
  }
  if (clear && is_whole(&login->http)) {
    return LN_OK;
  }
  LN_TRY(
    ln_text_format(error,
                   "%s does not say who we are: it needs a line \"token TOKEN\", or two lines, "
                   "\"user NAME\" and \"password PASSWORD\"",
                   file));
  return LN_USAGE;
}

/* The file is read into memory that is overwritten later, with room for the NUL of its last line.
 */
static ln_status
read_file(const char* const file, ln_login* const login, ln_text* const error)
{
  ln_view         bytes   = {0};
  const char*     problem = "";
  const ln_status read    = ln_in_slurp(file, FILE_MOST, &bytes, &problem);
  if (read == LN_IO) {
    LN_TRY(ln_text_format(error, "%s cannot be read: %s", file, problem));
    return LN_USAGE;
  }
  LN_TRY(read);
  union {
    const char* borrowed;
    char*       owned;
  } slurped          = {bytes.s};
  const ln_status st = ln_text_add(&login->bytes, bytes);
  memset(slurped.owned, 0, bytes.n);
  ln_free(slurped.owned);
  LN_TRY(st);
  return take_file(file, login, error);
}

/* An environment variable that is not empty. */
static const char*
variable(const char* const name)
{
  const char* const value = getenv(name); // NOLINT(concurrency-mt-unsafe): nothing sets any
  return value && value[0] ? value : NULL;
}

ln_status
ln_login_read(const char* const file, ln_login* const login, ln_text* const error)
{
  *login = (ln_login){.http = {.netrc = variable("NETRC")}};
  if (file) {
    return read_file(file, login, error);
  }
  login->http.token = variable("LINER_STORE_TOKEN");
  if (!login->http.token) {
    login->http.user     = variable("LINER_STORE_USER");
    login->http.password = variable("LINER_STORE_PASSWORD");
  }
  if (!login->http.user != !login->http.password) {
    LN_TRY(ln_text_add(error, LN_V("LINER_STORE_USER and LINER_STORE_PASSWORD need each other")));
    return LN_USAGE;
  }
  return LN_OK;
}

void
ln_login_clear(ln_login* const login)
{
  if (login->bytes.s) {
    memset(login->bytes.s, 0, login->bytes.n);
  }
  ln_text_clear(&login->bytes);
  login->http = (ln_http_login){0};
}
