/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which store is meant. A saved target is looked up first, then options are laid over it, so that a
   graph or a login can be changed for once. What cannot be right is refused before a connection is
   made. */

#include "cli/destination.h"

#include "cli/interrupt.h"
#include "cli/suggest.h"
#include "store/quirk.h"

#include <unistd.h>

enum { RETRIES_MOST = 1000, SECONDS_MOST = 1000000 };

void
ln_destination_options(const ln_args* const args, ln_endpoint* const endpoint)
{
  /* In the order of ln_endpoint_member. */
  static const ln_option_id IDS[] = {LN_OPT_GRAPH_STORE,
                                     LN_OPT_UPDATE_URL,
                                     LN_OPT_QUERY_URL,
                                     LN_OPT_IN_GRAPH,
                                     LN_OPT_TARGET_KIND,
                                     LN_OPT_LOGIN,
                                     LN_OPT_CA_FILE};
  const char**              slot  = NULL;
  for (size_t i = 0U; i < sizeof(IDS) / sizeof(IDS[0]); ++i) {
    if (args->values[IDS[i]] && ln_endpoint_slot(endpoint, i, &slot)) {
      *slot = args->values[IDS[i]];
    }
  }
}

static bool
is_url(const char* const word)
{
  return ln_view_starts(ln_view_of(word), LN_V("http://")) ||
         ln_view_starts(ln_view_of(word), LN_V("https://"));
}

bool
ln_destination_named(const char* const word)
{
  const ln_view v = ln_view_of(word);
  return is_url(word) || (ln_targets_name_valid(v) && ln_view_find(v, '.') == v.n &&
                          !ln_view_equals(v, LN_V("-")) && access(word, F_OK) != 0);
}

static ln_status
find_saved(const char* const name, ln_destination* const destination, ln_text* const error)
{
  ln_text   path = {0};
  ln_status st   = ln_targets_path(&path, error);
  st             = st == LN_OK ? ln_targets_read(path.s, &destination->targets, error) : st;
  ln_text_clear(&path);
  LN_TRY(st);
  const ln_endpoint* const saved = ln_targets_find(destination->targets, ln_view_of(name));
  if (saved) {
    destination->endpoint = *saved;
    return LN_OK;
  }
  LN_TRY(ln_text_add(error, LN_V("there is no saved target \"")));
  LN_TRY(ln_suggest_shown(ln_view_of(name), error));
  LN_TRY(ln_text_add(error, LN_V("\"; name a URL, or see liner target list")));
  return LN_USAGE;
}

/* A saved target may be older than a change of names. */
static ln_status
check_kind(const char* const kind, ln_text* const error)
{
  if (!kind || ln_store_kind_find(ln_view_of(kind))) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(error, LN_V("the target is of an unknown kind, \"")));
  LN_TRY(ln_suggest_shown(ln_view_of(kind), error));
  LN_TRY(ln_text_add_byte(error, '"'));
  return LN_USAGE;
}

/* Where options do not say it, the first word does. */
static ln_status
read_endpoint(const ln_args* const args, ln_destination* const destination, ln_text* const error)
{
  const bool named = ln_args_has(args, LN_OPT_GRAPH_STORE) || ln_args_has(args, LN_OPT_UPDATE_URL);
  if (!named && args->n_inputs == 0U) {
    LN_TRY(ln_text_add(error, LN_V("a TARGET is missing (a URL, or the name of a saved one)")));
    return LN_USAGE;
  }
  if (!named && is_url(args->inputs[0])) {
    destination->endpoint.graph_store = args->inputs[0];
  } else if (!named) {
    LN_TRY(find_saved(args->inputs[0], destination, error));
  }
  destination->words = named ? 0U : 1U;
  ln_destination_options(args, &destination->endpoint);
  LN_TRY(check_kind(destination->endpoint.kind, error));
  return ln_endpoint_check(&destination->endpoint, error);
}

static ln_status
check_number(const ln_args* const args,
             const ln_option_id   id,
             const uint64_t       most,
             ln_text* const       error)
{
  if (ln_args_number(args, id) <= most) {
    return LN_OK;
  }
  LN_TRY(ln_text_format(
    error, "%s takes at most %llu", ln_option_about(id)->flag, (unsigned long long)most));
  return LN_USAGE;
}

ln_status
ln_destination_read(const ln_args* const  args,
                    ln_destination* const destination,
                    ln_text* const        error)
{
  *destination = (ln_destination){0};
  LN_TRY(read_endpoint(args, destination, error));
  LN_TRY(check_number(args, LN_OPT_RETRIES, RETRIES_MOST, error));
  LN_TRY(check_number(args, LN_OPT_SILENCE, SECONDS_MOST, error));
  LN_TRY(ln_login_read(destination->endpoint.login, &destination->login, error));
  destination->login.http.plain = ln_args_has(args, LN_OPT_PLAIN_LOGIN);
  destination->settings =
    (ln_store_settings){.endpoint = &destination->endpoint,
                        .http     = {.login   = destination->login.http,
                                     .ca_file = destination->endpoint.ca_file,
                                     .idle_ms = (unsigned)ln_args_number(args, LN_OPT_SILENCE) * 1000U,
                                     .stop    = ln_interrupt_flag()},
                        .retry    = {.most     = (unsigned)ln_args_number(args, LN_OPT_RETRIES),
                                     .first_ms = (unsigned)ln_args_number(args, LN_OPT_RETRY_WAIT)},
                        .gzip     = ln_args_has(args, LN_OPT_GZIP)};
  return LN_OK;
}

void
ln_destination_clear(ln_destination* const destination)
{
  ln_login_clear(&destination->login);
  ln_targets_free(destination->targets);
  *destination = (ln_destination){0};
}
