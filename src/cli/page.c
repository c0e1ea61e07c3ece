/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Lays out help from the tables. Lines are broken at blanks, counted in bytes: the tables are
   ASCII. Writing is not checked here: a device remembers its first failure. */

#include "cli/page.h"

#include "cli/console.h"

enum { WIDTH = 79, ITEM_INDENT = 26 };

static void
new_line(ln_out* const out, const size_t indent)
{
  ln_out_put_byte(out, '\n');
  for (size_t i = 0U; i < indent; ++i) {
    ln_out_put_byte(out, ' ');
  }
}

/* The part of a text up to a blank or line end. */
static ln_view
first_word(const ln_view text)
{
  size_t n = 0U;
  while (n < text.n && text.s[n] != ' ' && text.s[n] != '\n') {
    ++n;
  }
  return ln_view_first(text, n);
}

void
ln_page_wrap(ln_out* const out, const char* const text, const size_t at, const size_t indent)
{
  ln_view rest   = ln_view_of(text);
  size_t  column = at;
  bool    fresh  = true;
  while (rest.n > 0U) {
    const ln_view word = first_word(rest);
    if (!fresh && column + 1U + word.n > WIDTH) {
      new_line(out, indent);
      column = indent;
      fresh  = true;
    }
    if (!fresh) {
      ln_out_put_byte(out, ' ');
      ++column;
    }
    ln_out_put_view(out, word);
    column += word.n;
    fresh = false;
    if (word.n < rest.n && rest.s[word.n] == '\n') {
      /* An empty line stays empty, without blanks. */
      const bool paragraph = word.n + 1U < rest.n && rest.s[word.n + 1U] == '\n';
      new_line(out, paragraph ? 0U : indent);
      column = indent;
      fresh  = true;
    }
    rest = ln_view_from(rest, word.n + 1U);
  }
  ln_out_put_byte(out, '\n');
}

void
ln_page_item(ln_out* const out, const ln_view term, const char* const text, const size_t indent)
{
  ln_page_put(out, "  ");
  ln_out_put_view(out, term);
  if (term.n + 4U > indent) {
    new_line(out, indent);
  } else {
    for (size_t i = term.n + 2U; i < indent; ++i) {
      ln_out_put_byte(out, ' ');
    }
  }
  ln_page_wrap(out, text, indent, indent);
}

void
ln_page_overview(ln_out* const out)
{
  enum { INDENT = 14 };
  ln_page_put(out,
              "liner turns tables of people, works and credits into RDF.\n"
              "\n"
              "Usage: liner COMMAND [OPTION]... [INPUT]\n"
              "\n"
              "Commands:\n");
  const ln_command* command = NULL;
  for (size_t i = 0U; (command = ln_command_at(i)) != NULL; ++i) {
    ln_page_item(out, ln_view_of(command->name), command->summary, INDENT);
  }
  ln_page_put(
    out,
    "\n"
    "Start with:\n"
    "  liner init DIR           a catalogue with one example row a table\n"
    "  liner check DIR          is everything understood?\n"
    "  liner export DIR         the graph, as Turtle on standard output\n"
    "\n"
    "\"liner help COMMAND\" tells more of a command, \"liner help L0301\" of a message.\n");
}

/* "-o, --output FILE" */
static ln_status
option_term(const ln_option* const option, ln_text* const term)
{
  ln_text_reset(term);
  if (option->letter != '\0') {
    LN_TRY(ln_text_format(term, "-%c, ", option->letter));
  } else {
    LN_TRY(ln_text_add(term, LN_V("    ")));
  }
  LN_TRY(ln_text_add(term, ln_view_of(option->flag)));
  if (option->value[0] != '\0') {
    LN_TRY(ln_text_format(term, " %s", option->value));
  }
  return LN_OK;
}

/* What it does, the words it may be, the default. */
static ln_status
option_text(const ln_option* const option, ln_text* const text)
{
  ln_text_reset(text);
  LN_TRY(ln_text_add(text, ln_view_of(option->help)));
  ln_view word = {NULL, 0U};
  for (size_t i = 0U; ln_option_word(option->words, i, &word); ++i) {
    LN_TRY(ln_text_add(text, i == 0U ? LN_V("\nOne of ") : LN_V(", ")));
    if (i == 0U && option->kind == LN_OPTION_LIST) {
      ln_text_reset(text);
      LN_TRY(ln_text_format(text, "%s\nAny of ", option->help));
    }
    LN_TRY(ln_text_add(text, word));
  }
  if (option->fallback[0] != '\0') {
    LN_TRY(ln_text_format(
      text, "%sdefault: %s)", option->words[0] != '\0' ? " (" : "\n(", option->fallback));
  }
  return LN_OK;
}

static ln_status
put_options(ln_out* const out, const ln_options options, ln_text* const term, ln_text* const text)
{
  for (size_t i = 0U; i < options.n; ++i) {
    const ln_option* const option = ln_option_about(options.ids[i]);
    if (option->help[0] == '\0') {
      continue;
    }
    LN_TRY(option_term(option, term));
    LN_TRY(option_text(option, text));
    ln_page_item(out, ln_text_view(term), text->s, ITEM_INDENT);
  }
  return LN_OK;
}

ln_status
ln_page_command(ln_out* const out, const ln_command* const command)
{
  ln_page_put(out, "liner ");
  ln_page_put(out, command->name);
  ln_page_put(out, ": ");
  ln_page_put(out, command->summary);
  ln_page_put(out, "\n\nUsage: liner ");
  ln_page_put(out, command->name);
  ln_page_put(out, command->usage[0] != '\0' ? " " : "");
  ln_page_put(out, command->usage);
  ln_page_put(out, "\n\n");
  ln_page_wrap(out, command->about, 0U, 0U);
  ln_page_put(out, "\nOptions:\n");
  ln_text         term   = {0};
  ln_text         text   = {0};
  const ln_status status = put_options(out, command->options, &term, &text);
  ln_text_clear(&term);
  ln_text_clear(&text);
  LN_TRY(status);
  for (size_t i = 0U; i < LN_EXAMPLES_MAX && command->examples[i].line; ++i) {
    ln_page_put(out, i == 0U ? "\nExamples:\n  # " : "\n  # ");
    ln_page_put(out, command->examples[i].what);
    ln_page_put(out, "\n  ");
    ln_page_put(out, command->examples[i].line);
    ln_page_put(out, "\n");
  }
  return LN_OK;
}
