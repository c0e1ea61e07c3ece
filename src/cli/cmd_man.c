/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner man: the manual page in roff, from the same tables as the help. Texts of the tables are
   escaped, never trusted to be free of what roff means by a point or a hyphen. */

#include "base/out.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/page.h"
#include "cli/version.h"
#include "run/run.h"

static const ln_option_id options[] = {LN_OPT_HELP};

/* Text in which roff sees nothing but text; an empty line starts a paragraph. */
static void
put_text(ln_out* const out, const ln_view text)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const char c     = text.s[i];
    const bool fresh = i == 0U || text.s[i - 1U] == '\n';
    if (c == '\\') {
      ln_page_put(out, "\\e");
    } else if (c == '-') {
      ln_page_put(out, "\\-");
    } else if (fresh && (c == '.' || c == '\'')) {
      ln_page_put(out, "\\&");
      ln_out_put_byte(out, c);
    } else if (fresh && c == '\n') {
      ln_page_put(out, ".PP\n");
    } else {
      ln_out_put_byte(out, c);
    }
  }
}

static void
put_string(ln_out* const out, const char* const text)
{
  put_text(out, ln_view_of(text));
}

static void
put_bold(ln_out* const out, const char* const text)
{
  ln_page_put(out, "\\fB");
  put_string(out, text);
  ln_page_put(out, "\\fR");
}

static void
put_commands(ln_out* const out)
{
  const ln_command* command = NULL;
  for (size_t i = 0U; (command = ln_command_at(i)) != NULL; ++i) {
    ln_page_put(out, ".SS \"liner ");
    put_string(out, command->name);
    if (command->usage[0] != '\0') {
      ln_page_put(out, " ");
      put_string(out, command->usage);
    }
    ln_page_put(out, "\"\n");
    put_string(out, command->about);
    ln_page_put(out, "\n");
  }
}

/* Which commands take an option: "export, check". */
static void
put_takers(ln_out* const out, const ln_option_id id)
{
  const ln_command* command = NULL;
  bool              first   = true;
  for (size_t i = 0U; (command = ln_command_at(i)) != NULL; ++i) {
    for (size_t o = 0U; o < command->options.n; ++o) {
      if (command->options.ids[o] == id) {
        ln_page_put(out, first ? "" : ", ");
        ln_page_put(out, command->name);
        first = false;
      }
    }
  }
}

static void
put_option(ln_out* const out, const ln_option_id id)
{
  const ln_option* const option = ln_option_about(id);
  ln_page_put(out, ".TP\n");
  if (option->letter != '\0') {
    ln_page_put(out, "\\fB\\-");
    ln_out_put_byte(out, option->letter);
    ln_page_put(out, "\\fR, ");
  }
  put_bold(out, option->flag);
  if (option->value[0] != '\0') {
    ln_page_put(out, " \\fI");
    put_string(out, option->value);
    ln_page_put(out, "\\fR");
  }
  ln_page_put(out, "\n");
  put_string(out, option->help);
  ln_page_put(out, "\n");
  ln_view word = {NULL, 0U};
  for (size_t i = 0U; ln_option_word(option->words, i, &word); ++i) {
    if (i == 0U) {
      ln_page_put(out, option->kind == LN_OPTION_LIST ? "Any of " : "One of ");
    } else {
      ln_page_put(out, ", ");
    }
    put_text(out, word);
  }
  ln_page_put(out, option->words[0] != '\0' ? ".\n" : "");
  if (option->fallback[0] != '\0') {
    ln_page_put(out, "Default: ");
    put_string(out, option->fallback);
    ln_page_put(out, ".\n");
  }
  if (id == LN_OPT_HELP) {
    return;
  }
  ln_page_put(out, "(");
  put_takers(out, id);
  ln_page_put(out, ")\n");
}

static void
put_options(ln_out* const out)
{
  for (int i = 0; i < LN_OPT_COUNT; ++i) {
    if (ln_option_about((ln_option_id)i)->help[0] != '\0') {
      put_option(out, (ln_option_id)i);
    }
  }
}

static ln_status
put_exits(ln_out* const out)
{
  const ln_exit_info* info   = NULL;
  ln_text             number = {0};
  ln_status           status = LN_OK;
  for (size_t i = 0U; status == LN_OK && (info = ln_exit_about(i)) != NULL; ++i) {
    ln_text_reset(&number);
    status = ln_text_format(&number, info->number >= LN_EXIT_SIGNAL ? ">%d" : "%d", info->number);
    if (status == LN_OK) {
      ln_page_put(out, ".TP\n");
      put_bold(out, number.s);
      ln_page_put(out, "\n");
      put_string(out, info->meaning);
      ln_page_put(out, "\n");
    }
  }
  ln_text_clear(&number);
  return status;
}

static void
put_examples(ln_out* const out)
{
  const ln_command* command = NULL;
  for (size_t i = 0U; (command = ln_command_at(i)) != NULL; ++i) {
    for (size_t e = 0U; e < LN_EXAMPLES_MAX && command->examples[e].line; ++e) {
      ln_page_put(out, ".PP\n");
      put_string(out, command->examples[e].what);
      ln_page_put(out, ":\n.PP\n.nf\n.RS\n");
      put_string(out, command->examples[e].line);
      ln_page_put(out, "\n.RE\n.fi\n");
    }
  }
}

static void
put_syntaxes(ln_out* const out)
{
  const char* name    = NULL;
  const char* label   = NULL;
  const char* endings = NULL;
  for (size_t i = 0U; ln_run_syntax(i, &name, &label, &endings); ++i) {
    ln_page_put(out, ".TP\n");
    put_bold(out, name);
    ln_page_put(out, "\n");
    put_string(out, label);
    if (endings[0] != '\0') {
      ln_page_put(out, " (");
      put_string(out, endings);
      ln_page_put(out, ")");
    }
    ln_page_put(out, "\n");
  }
}

/* The sections that no table knows. */
static const char head[] =
  ".TH LINER 1 \"" LN_RELEASED "\" \"liner " LN_VERSION "\" \"User Commands\"\n"
  ".SH NAME\n"
  "liner \\- turn tables of people, works and credits into RDF\n"
  ".SH SYNOPSIS\n"
  ".B liner\n"
  ".I COMMAND\n"
  "[\\fIOPTION\\fR]... [\\fIINPUT\\fR]\n"
  ".SH DESCRIPTION\n"
  ".B liner\n"
  "reads a folder of tables, or any table with a CSVW mapping, and writes the graph they\n"
  "describe. Every cell that cannot become part of the graph is reported with its file, line and\n"
  "column; nothing is lost silently. The same input gives the same bytes, whatever the locale or\n"
  "the time. Options may stand before or behind the input;\n"
  ".B \\-\\-\n"
  "ends them.\n";

static const char tail[] = ".SH ENVIRONMENT\n"
                           ".TP\n"
                           ".B NO_COLOR\n"
                           "If set and not empty, messages have no colours unless\n"
                           ".B \\-\\-color always\n"
                           "asks for them.\n"
                           ".TP\n"
                           ".B LINER_STORE_TOKEN\n"
                           "or\n"
                           ".B LINER_STORE_USER\n"
                           "and\n"
                           ".B LINER_STORE_PASSWORD\n"
                           "say who we are to a store, unless\n"
                           ".B \\-\\-login\n"
                           "names a file that does.\n"
                           "Else\n"
                           ".B NETRC\n"
                           "names a file, or it is\n"
                           ".IR ~/.netrc .\n"
                           ".PP\n"
                           "The locale and the time zone have no influence.\n"
                           ".SH FILES\n"
                           "A catalogue is a folder of tables with fixed names;\n"
                           ".B liner init\n"
                           "makes one with an example row in each of them.\n"
                           ".TP\n"
                           ".I ids.csv\n"
                           "in the folder of a catalogue keeps the ids given with\n"
                           ".BR \\-\\-register .\n"
                           ".TP\n"
                           ".I TABLE\\-metadata.json\n"
                           "or\n"
                           ".I csv\\-metadata.json\n"
                           "beside a table is its mapping, as CSVW says.\n"
                           ".TP\n"
                           ".I liner/targets\n"
                           "in\n"
                           ".BR XDG_CONFIG_HOME ,\n"
                           "else in\n"
                           ".IR ~/.config ,\n"
                           "keeps saved targets.\n";

static const char standards[] =
  ".SH STANDARDS\n"
  "W3C Metadata Vocabulary for Tabular Data (2015), Generating RDF from Tabular Data on the Web\n"
  "(2015), RDF 1.1 Turtle, TriG, N\\-Triples and N\\-Quads (2014), JSON\\-LD 1.1 (2020),\n"
  "Extended Date/Time Format (ISO 8601\\-2:2019, levels 0 and 1), RFC 3986, RFC 3987, RFC 4180,\n"
  "RFC 6570.\n";

static ln_status
print_manual(ln_out* const out, const void* const what)
{
  (void)what;
  ln_page_put(out, ".\\\" Written by \"liner man\". Do not edit.\n");
  ln_page_put(out, head);
  ln_page_put(out, ".SH COMMANDS\n");
  put_commands(out);
  ln_page_put(out, ".SH OPTIONS\nThe commands that take an option are named in brackets.\n");
  put_options(out);
  ln_page_put(out, ".SH SYNTAXES\n");
  put_syntaxes(out);
  ln_page_put(out, ".SH EXIT STATUS\n");
  LN_TRY(put_exits(out));
  ln_page_put(out, tail);
  ln_page_put(out, ".SH EXAMPLES\n");
  put_examples(out);
  ln_page_put(out, standards);
  return LN_OK;
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  (void)self;
  (void)args;
  return ln_console_print(print_manual, NULL);
}

const ln_command ln_cmd_man = {
  .name    = "man",
  .summary = "print the manual page",
  .usage   = "",
  .about   = "Prints the manual page, liner.1, in roff.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .examples =
    {
      {"read it without installing", "liner man | man -l -"},
      {"keep it", "liner man > liner.1"},
    },
  .run = run,
};
