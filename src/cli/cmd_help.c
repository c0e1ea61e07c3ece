/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner help: the overview, a command, a diagnostic, or all diagnostics as docs/diagnostics.md. */

#include "base/diag.h"
#include "base/out.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/page.h"

static const ln_option_id options[] = {LN_OPT_HELP};

static const char*
severity_word(const ln_severity severity)
{
  switch (severity) {
  case LN_NOTE:
    return "note";
  case LN_WARNING:
    return "warning";
  case LN_ERROR:
    break;
  }
  return "error";
}

static const ln_code_info*
find_code(const ln_view word)
{
  for (int i = 0; i < LN_CODE_COUNT; ++i) {
    const ln_code_info* const code   = ln_code_about((ln_code)i);
    const bool                letter = word.n > 0U && (word.s[0] == 'L' || word.s[0] == 'l');
    if (letter && ln_view_equals(ln_view_from(word, 1U), ln_view_of(code->code + 1))) {
      return code;
    }
  }
  return NULL;
}

static void
put_code(ln_out* const out, const ln_code_info* const code)
{
  ln_page_put(out, code->code);
  ln_page_put(out, ", ");
  ln_page_put(out, severity_word(code->severity));
  ln_page_put(out, ": ");
  ln_page_put(out, code->name);
  ln_page_put(out, "\n\n");
  ln_page_wrap(out, code->cause, 0U, 0U);
  ln_page_put(out, "\nWhat to do: ");
  ln_page_wrap(out, code->remedy, sizeof("What to do: ") - 1U, 0U);
}

/* What the third character of a code says. */
static const char*
group_title(const char group)
{
  switch (group) {
  case '1':
    return "Bytes and tables";
  case '2':
    return "Values";
  case '3':
    return "References and ids";
  case '4':
    return "Mappings and metadata";
  case '5':
    return "Catalogues and headers";
  case '6':
    return "Output";
  case '7':
    return "Graphs and shapes";
  case '8':
    return "Ontologies and evidence";
  case '9':
    return "Disagreements";
  default:
    return "Others";
  }
}

static void
put_codes(ln_out* const out)
{
  enum { GROUP_DIGIT = 2 };
  ln_page_put(
    out,
    "# Diagnostics\n"
    "\n"
    "Everything liner reports about data has a code that never changes its meaning.\n"
    "An error means that something of the data is not in the output; a warning, that\n"
    "something is probably not what was meant; a note is only worth knowing. The code\n"
    "stands in brackets at the end of a message; `liner explain L0301` prints one of these\n"
    "entries.\n");
  char group = '\0';
  for (int i = 0; i < LN_CODE_COUNT; ++i) {
    const ln_code_info* const code = ln_code_about((ln_code)i);
    if (code->code[GROUP_DIGIT] != group) {
      group = code->code[GROUP_DIGIT];
      ln_page_put(out, "\n## ");
      ln_page_put(out, group_title(group));
      ln_page_put(out, "\n\n| code | | name | meaning | what to do |\n|---|---|---|---|---|\n");
    }
    const char* const cells[] = {
      code->code, severity_word(code->severity), code->name, code->cause, code->remedy};
    for (size_t c = 0U; c < sizeof(cells) / sizeof(cells[0]); ++c) {
      ln_page_put(out, "| ");
      ln_page_put(out, cells[c]);
      ln_page_put(out, " ");
    }
    ln_page_put(out, "|\n");
  }
}

/* `what` is the topic's word, or NULL. */
static ln_status
print_topic(ln_out* const out, const void* const what)
{
  const ln_view             topic   = ln_view_of(what);
  const ln_command* const   command = ln_command_find(topic);
  const ln_code_info* const code    = find_code(topic);
  if (!what) {
    ln_page_overview(out);
  } else if (command) {
    return ln_page_command(out, command);
  } else if (code) {
    put_code(out, code);
  } else {
    put_codes(out);
  }
  return LN_OK;
}

static bool
is_topic(const ln_view topic)
{
  return ln_view_equals(topic, LN_V("codes")) || ln_command_find(topic) || find_code(topic);
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  (void)self;
  const char* const topic = args->n_inputs > 0U ? args->inputs[0] : NULL;
  if (!topic || is_topic(ln_view_of(topic))) {
    return ln_console_print(print_topic, topic);
  }
  ln_text         error  = {0};
  const ln_status status = ln_command_unknown("topic", ln_view_of(topic), &error);
  const int       code   = ln_console_misuse(status, &error, "");
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_help = {
  .name    = "help",
  .alias   = {"--help", "-h"},
  .summary = "tell more of a command or of a message",
  .usage   = "[COMMAND | CODE | codes]",
  .about = "Prints the overview, the help of a COMMAND, or the meaning of the CODE that stands in "
           "brackets at the end of a message. \"codes\" prints all of them.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = 1U,
  .examples =
    {
      {"options of export", "liner help export"},
      {"what does L0301 mean?", "liner help L0301"},
    },
  .run = run,
};
