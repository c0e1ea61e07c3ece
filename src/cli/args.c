/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Reads the words of a command line against the table of options. Every word is either understood
   or named in a message; values are checked here by their kind, so commands get only good ones.
   Inputs are moved to the front of the caller's array, so nothing is allocated but the message. */

#include "cli/args.h"

#include "cli/suggest.h"

enum {
  DIGITS_MAX          = 18,
  DIGITS_OF_UNITS_MAX = 9, ///< in front of K, M or G
};

typedef struct {
  ln_options accepted;
  char**     words;
  size_t     n_words;
  size_t     next;
  ln_args*   args;
  ln_text*   error;
} reader;

static ln_status
unknown_option(const reader* const self, const ln_view name, const ln_view shown)
{
  ln_suggest suggest;
  ln_status  status = ln_suggest_init(&suggest, name);
  for (size_t i = 0U; status == LN_OK && i < self->accepted.n; ++i) {
    const ln_option* const option = ln_option_about(self->accepted.ids[i]);
    const ln_view          flag   = ln_view_of(option->flag);
    if (option->help[0] != '\0') {
      ln_suggest_offer(&suggest, ln_view_from(flag, 2U), flag);
    }
  }
  if (status == LN_OK) {
    status = ln_suggest_complain(self->error, "unknown option ", shown, "");
  }
  if (status == LN_USAGE && ln_suggest_text(&suggest, self->error) != LN_OK) {
    status = LN_NO_MEM;
  }
  ln_suggest_clear(&suggest);
  return status;
}

/* "--dates cannot be "xds"; choose edtf or xsd; did you mean "xsd"?" */
static ln_status
unknown_word(const ln_option* const option, const ln_view word, ln_text* const error)
{
  LN_TRY(ln_text_format(error, "%s cannot be \"", option->flag));
  LN_TRY(ln_suggest_shown(word, error));
  LN_TRY(ln_text_add_byte(error, '"'));
  ln_suggest suggest;
  ln_status  status    = ln_suggest_init(&suggest, word);
  ln_view    candidate = {NULL, 0U};
  for (size_t i = 0U; status == LN_OK && ln_option_word(option->words, i, &candidate); ++i) {
    ln_suggest_offer(&suggest, candidate, candidate);
    status = ln_text_add(error, i == 0U ? LN_V("; it can be ") : LN_V(", "));
    if (status == LN_OK) {
      status = ln_text_add(error, candidate);
    }
  }
  if (status == LN_OK) {
    status = ln_suggest_text(&suggest, error);
  }
  ln_suggest_clear(&suggest);
  return status == LN_OK ? LN_USAGE : status;
}

static ln_status
check_words(const ln_option* const option, const char* const value, ln_text* const error)
{
  size_t  at   = 0U;
  ln_view word = {NULL, 0U};
  if (option->kind == LN_OPTION_CHOICE) {
    word = ln_view_of(value);
    return ln_option_find(option->words, word, &at) ? LN_OK : unknown_word(option, word, error);
  }
  for (size_t i = 0U; ln_option_word(value, i, &word); ++i) {
    if (!ln_option_find(option->words, word, &at)) {
      return unknown_word(option, word, error);
    }
  }
  return LN_OK;
}

/* By how many bits a size is shifted that ends in this letter; 0: by none. */
static unsigned
shift_of(const char letter)
{
  const size_t at = ln_view_find(LN_V("KMG"), letter);
  return at < 3U ? 10U * ((unsigned)at + 1U) : 0U;
}

static ln_status
check_number(const ln_option* const option, const char* const value, ln_text* const error)
{
  size_t n = 0U;
  while (value[n] >= '0' && value[n] <= '9') {
    ++n;
  }
  const bool   unit = option->kind == LN_OPTION_SIZE && n > 0U && shift_of(value[n]) > 0U;
  const size_t most = unit ? DIGITS_OF_UNITS_MAX : DIGITS_MAX;
  if (value[n + unit] != '\0' || n > most) {
    LN_TRY(ln_text_format(error,
                          "%s must be a whole number%s, not \"",
                          option->flag,
                          option->kind == LN_OPTION_SIZE ? " of bytes such as 64M" : ""));
    return ln_suggest_complain(error, "", ln_view_of(value), "\"");
  }
  return LN_OK;
}

/* One more value of an option that may be given several times, behind the others of that option. */
static ln_status
keep(const reader* const self, const ln_option_id id, const char* const value)
{
  ln_args* const args = self->args;
  if (args->n_many == LN_MANY_MAX) {
    LN_TRY(ln_text_format(self->error,
                          "%s is one too many: there is room for %d options of its kind",
                          ln_option_about(id)->flag,
                          (int)LN_MANY_MAX));
    return LN_USAGE;
  }
  size_t at = args->n_many++;
  while (at > 0U && args->many_of[at - 1U] > id) {
    args->many[at]    = args->many[at - 1U];
    args->many_of[at] = args->many_of[at - 1U];
    --at;
  }
  args->many[at]    = value;
  args->many_of[at] = id;
  return LN_OK;
}

static ln_status
set(const reader* const self, const ln_option_id id, const char* const value)
{
  const ln_option* const option = ln_option_about(id);
  ln_status              status = LN_OK;
  if (option->kind != LN_OPTION_FLAG && value[0] == '\0') {
    LN_TRY(ln_text_format(self->error, "%s needs a value: %s", option->flag, option->value));
    return LN_USAGE;
  }
  if (option->kind == LN_OPTION_CHOICE || option->kind == LN_OPTION_LIST) {
    status = check_words(option, value, self->error);
  } else if (option->kind == LN_OPTION_NUMBER || option->kind == LN_OPTION_SIZE) {
    status = check_number(option, value, self->error);
  }
  self->args->values[id] = value;
  return status == LN_OK && option->kind == LN_OPTION_MANY ? keep(self, id, value) : status;
}

/* The value of an option that has none in its own word: the next word. */
static ln_status
set_next(reader* const self, const ln_option_id id)
{
  if (self->next == self->n_words) {
    return set(self, id, "");
  }
  return set(self, id, self->words[self->next++]);
}

static ln_status
read_long(reader* const self, const char* const word)
{
  const ln_view whole = ln_view_of(word);
  const ln_view flag  = ln_view_first(whole, ln_view_find(whole, '='));
  for (size_t i = 0U; i < self->accepted.n; ++i) {
    const ln_option_id     id     = self->accepted.ids[i];
    const ln_option* const option = ln_option_about(id);
    if (!ln_view_equals(flag, ln_view_of(option->flag))) {
      continue;
    }
    if (option->kind == LN_OPTION_FLAG && flag.n < whole.n) {
      return ln_suggest_complain(self->error, "", flag, " takes no value");
    }
    if (option->kind == LN_OPTION_FLAG) {
      return set(self, id, "");
    }
    return flag.n < whole.n ? set(self, id, word + flag.n + 1U) : set_next(self, id);
  }
  return unknown_option(self, ln_view_from(flag, 2U), flag);
}

static bool
find_letter(const ln_options accepted, const char letter, ln_option_id* const id)
{
  for (size_t i = 0U; i < accepted.n; ++i) {
    *id = accepted.ids[i];
    if (ln_option_about(*id)->letter == letter) {
      return true;
    }
  }
  return false;
}

/* One word of letters: flags, then at most one option with its value behind it. */
static ln_status
read_letters(reader* const self, const char* const word)
{
  for (const char* letter = word + 1; *letter != '\0'; ++letter) {
    ln_option_id id = LN_OPT_COUNT;
    if (!find_letter(self->accepted, *letter, &id)) {
      const char shown[] = {'-', *letter};
      return unknown_option(self,
                            ln_view_from(ln_view_of(word), 1U),
                            letter == word + 1 ? ln_view_of(word)
                                               : (ln_view){shown, sizeof(shown)});
    }
    if (ln_option_about(id)->kind != LN_OPTION_FLAG) {
      return letter[1] != '\0' ? set(self, id, letter + 1) : set_next(self, id);
    }
    LN_TRY(set(self, id, ""));
  }
  return LN_OK;
}

ln_status
ln_args_read(const ln_options accepted,
             char** const     words,
             const size_t     n_words,
             ln_args* const   args,
             ln_text* const   error)
{
  reader self  = {accepted, words, n_words, 0U, args, error};
  bool   ended = false;
  *args        = (ln_args){.inputs = words};
  while (self.next < n_words) {
    char* const word = words[self.next++];
    if (ended || word[0] != '-' || word[1] == '\0') {
      words[args->n_inputs++] = word;
    } else if (word[1] != '-') {
      LN_TRY(read_letters(&self, word));
    } else if (word[2] == '\0') {
      ended = true;
    } else {
      LN_TRY(read_long(&self, word));
    }
  }
  return LN_OK;
}

ln_status
ln_args_inputs(const ln_args* const args,
               const size_t         least,
               const size_t         most,
               const char* const    what,
               ln_text* const       error)
{
  if (args->n_inputs < least) {
    LN_TRY(ln_text_format(error, "%s is missing", what));
    return LN_USAGE;
  }
  if (args->n_inputs > most) {
    return ln_suggest_complain(
      error, "one argument too many: \"", ln_view_of(args->inputs[most]), "\"");
  }
  return LN_OK;
}

const char* const*
ln_args_many(const ln_args* const args, const ln_option_id id, size_t* const n)
{
  size_t first = 0U;
  while (first < args->n_many && args->many_of[first] != id) {
    ++first;
  }
  *n = 0U;
  while (first + *n < args->n_many && args->many_of[first + *n] == id) {
    ++*n;
  }
  return args->many + first;
}

uint64_t
ln_args_number(const ln_args* const args, const ln_option_id id)
{
  const char* const text = args->values[id] ? args->values[id] : ln_option_about(id)->fallback;
  uint64_t          n    = 0U;
  for (const char* digit = text; *digit != '\0'; ++digit) {
    const unsigned shift = shift_of(*digit);
    n                    = shift > 0U ? n << shift : n * 10U + (uint64_t)(*digit - '0');
  }
  return n;
}

size_t
ln_args_choice(const ln_args* const args, const ln_option_id id)
{
  size_t at = 0U;
  if (args->values[id] &&
      ln_option_find(ln_option_about(id)->words, ln_view_of(args->values[id]), &at)) {
    return at;
  }
  return 0U;
}

unsigned
ln_args_set(const ln_args* const args, const ln_option_id id)
{
  const ln_option* const option = ln_option_about(id);
  const char* const      given  = args->values[id] ? args->values[id] : option->fallback;
  unsigned               bits   = 0U;
  ln_view                word   = {NULL, 0U};
  for (size_t i = 0U; ln_option_word(given, i, &word); ++i) {
    size_t at = 0U;
    if (ln_option_find(option->words, word, &at)) {
      bits |= 1U << at;
    }
  }
  return bits;
}
