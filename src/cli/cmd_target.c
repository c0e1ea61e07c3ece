/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner target: stores by names. What is kept is where a store is and which file says who we are;
   no secret is asked for, kept or shown. */

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/destination.h"
#include "cli/suggest.h"

static const ln_option_id options[] = {
  LN_OPT_GRAPH_STORE,
  LN_OPT_UPDATE_URL,
  LN_OPT_QUERY_URL,
  LN_OPT_IN_GRAPH,
  LN_OPT_TARGET_KIND,
  LN_OPT_LOGIN,
  LN_OPT_CA_FILE,
  LN_OPT_HELP,
};

/* What is worked on: the file, and the name, if one is given. */
typedef struct {
  const ln_args* args;
  ln_targets*    targets;
  const char*    path;
  ln_view        name;
  ln_text*       error;
} job;

static ln_status
refuse_name(const job* const j, const char* const before, const char* const behind)
{
  LN_TRY(ln_text_add(j->error, ln_view_of(before)));
  LN_TRY(ln_suggest_shown(j->name, j->error));
  LN_TRY(ln_text_add(j->error, ln_view_of(behind)));
  return LN_USAGE;
}

static ln_status
add(const job* const j)
{
  ln_endpoint endpoint = {0};
  ln_destination_options(j->args, &endpoint);
  LN_TRY(ln_endpoint_check(&endpoint, j->error));
  if (!endpoint.graph_store && !endpoint.update && !endpoint.query) {
    LN_TRY(ln_text_add(j->error, LN_V("a target needs a URL: --graph-store, --update or --query")));
    return LN_USAGE;
  }
  if (!ln_targets_name_valid(j->name)) {
    return refuse_name(j, "a name has letters, digits, - and _: \"", "\" will not do");
  }
  if (ln_targets_find(j->targets, j->name)) {
    return refuse_name(j, "there is a target \"", "\" already; remove it first");
  }
  LN_TRY(ln_targets_put(j->targets, j->name, &endpoint));
  return ln_targets_write(j->targets, j->path, j->error);
}

static ln_status
take_away(const job* const j)
{
  return ln_targets_remove(j->targets, j->name)
           ? ln_targets_write(j->targets, j->path, j->error)
           : refuse_name(j, "there is no target \"", "\"; see liner target list");
}

static void
put_line(ln_out* const out, const char* const name, const char* const value)
{
  ln_out_put_view(out, ln_view_of(name));
  ln_out_put_byte(out, ' ');
  ln_out_put_view(out, ln_view_of(value));
  ln_out_put_byte(out, '\n');
}

static ln_status
print_one(ln_out* const out, const void* const what)
{
  const ln_endpoint* const endpoint = what;
  const char* const*       value    = NULL;
  const char*              name     = NULL;
  for (size_t i = 0U; (name = ln_endpoint_member(endpoint, i, &value)) != NULL; ++i) {
    if (*value) {
      put_line(out, name, *value);
    }
  }
  return LN_OK;
}

static ln_status
print_all(ln_out* const out, const void* const what)
{
  const ln_targets* const targets  = what;
  const char*             name     = NULL;
  const ln_endpoint*      endpoint = NULL;
  for (size_t i = 0U; (endpoint = ln_targets_at(targets, i, &name)) != NULL; ++i) {
    const char* const written = endpoint->graph_store ? endpoint->graph_store : endpoint->update;
    put_line(out, name, written ? written : endpoint->query);
  }
  return LN_OK;
}

static int
show(const job* const j, ln_status* const st)
{
  const ln_endpoint* const endpoint = ln_targets_find(j->targets, j->name);
  if (!endpoint) {
    *st = refuse_name(j, "there is no target \"", "\"; see liner target list");
    return LN_EXIT_USAGE;
  }
  return ln_console_print(print_one, endpoint);
}

/* The first word says what to do; `list` alone stands without a name. */
static int
act(const job* const j, ln_status* const st)
{
  const ln_view verb = ln_view_of(j->args->inputs[0]);
  const bool    list = ln_view_equals(verb, LN_V("list"));
  if (!list && j->args->n_inputs < 2U) {
    *st = ln_text_add(j->error, LN_V("NAME is missing (of the target)"));
    *st = *st == LN_OK ? LN_USAGE : *st;
  } else if (list) {
    return ln_console_print(print_all, j->targets);
  } else if (ln_view_equals(verb, LN_V("show"))) {
    return show(j, st);
  } else if (ln_view_equals(verb, LN_V("add"))) {
    *st = add(j);
  } else if (ln_view_equals(verb, LN_V("remove"))) {
    *st = take_away(j);
  } else {
    *st = ln_text_add(j->error, LN_V("the first word is add, show, remove or list"));
    *st = *st == LN_OK ? LN_USAGE : *st;
  }
  return LN_EXIT_CLEAN;
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  ln_text   path  = {0};
  ln_text   error = {0};
  job       j     = {.args = args, .error = &error};
  int       code  = LN_EXIT_CLEAN;
  ln_status st    = ln_targets_path(&path, &error);
  st              = st == LN_OK ? ln_targets_read(path.s, &j.targets, &error) : st;
  j.path          = path.s;
  j.name          = ln_view_of(args->n_inputs > 1U ? args->inputs[1] : "");
  code            = st == LN_OK ? act(&j, &st) : code;
  if (st == LN_IO) {
    ln_console_say(ln_text_view(&error));
    code = LN_EXIT_FILES;
  } else if (st != LN_OK) {
    code = ln_console_misuse(st, &error, self->name);
  }
  ln_targets_free(j.targets);
  ln_text_clear(&path);
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_target = {
  .name    = "target",
  .summary = "save where stores are, under names",
  .usage   = "[OPTION]... add NAME | show NAME | remove NAME | list",
  .about   = "A saved target is what options of load say: URLs, a graph, the file that says who we "
             "are. They "
             "are kept in liner/targets of XDG_CONFIG_HOME, else of ~/.config, which only its owner "
             "can read; "
             "passwords and tokens are never in it.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = 2U,
  .least   = 1U,
  .input   = "add, show, remove or list",
  .examples =
    {
      {"save a target",
       "liner target add museum --graph-store http://localhost:3030/ds/data --query "
       "http://localhost:3030/ds/sparql --graph https://example.org/museum"},
      {"all of them", "liner target list"},
    },
  .run = run,
};
