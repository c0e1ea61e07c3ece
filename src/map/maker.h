/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_MAKER_H
#define LN_MAP_MAKER_H

#include "base/dict.h"
#include "base/text.h"
#include "map/origin.h"
#include "map/plan.h"
#include "map/straight.h"
#include "sink/term_text.h"

/* What the files that make rows share. Private to map/. */

typedef enum {
  LN_ITEM_NULL, ///< no value
  LN_ITEM_GOOD,
  LN_ITEM_BAD, ///< reported; no value
} ln_item_state;

/** One value of a variable in one row. Texts live in the cell, the row's arena or an index. */
typedef struct {
  ln_item_state   state;
  bool            minted;
  bool            as_text; ///< no value of its datatype: it stands as a string
  bool            clean;   ///< `lexical` needs no escape
  uint8_t         type;    ///< which of the variable's types it has
  ln_view         raw;     ///< as written
  ln_view         lexical; ///< of the literal
  ln_view         text;    ///< in templates: lexical, or the id or notation found
  ln_term         term;    ///< references: the IRI found
  const ln_entry* entry;   ///< references: what was found; NULL if minted or a bare path
  const ln_view*  groups;  ///< what the groups of `extract` took, or `members`; NULL: there is none
} ln_item;

typedef struct {
  ln_item* items;
  size_t   n;
  bool     bad;    ///< some item is bad
  bool     lacks;  ///< some item of the list is null
  size_t*  starts; ///< lists inside another one: where those of each outer item begin, and the end
  bool     null;   ///< the cell has no value, not even an empty list
  ln_item  one;    ///< room for the usual single item
} ln_value;

typedef enum {
  LN_FILLED, ///< every expression had a value
  LN_ABSENT, ///< some had none
  LN_BROKEN, ///< some was bad, which is reported
  LN_UNFIT,  ///< all had, but what came of it is no IRI
} ln_filling;

/** A triple and what backs it, until its description is done. */
typedef struct {
  ln_term  predicate;
  ln_term  object;
  ln_term  citation;
  uint16_t column;
} ln_backed;

/** What was said first of things (`agree`). */
typedef struct ln_agreement ln_agreement;

struct ln_maker {
  const ln_plan*    plan;
  ln_log*           log;    ///< NULL: silent
  ln_arena          arena;  ///< of the row
  ln_value*         values; ///< one a variable
  const ln_row*     row;
  uint64_t          number;    ///< of the data row, from 0
  bool              failed;    ///< the row is left out
  bool              evaluated; ///< the values are those of the row
  bool              doubtful;  ///< a value is wrong and was kept, as plain CSVW has it
  bool              indexing;  ///< only what names the row
  bool              alone;     ///< the item at hand is the only one of its cell
  size_t            item;      ///< its number in the cell, from 0
  const ln_entry*   entry;     ///< of the row itself in the plan's index, or NULL
  ln_view           word;      ///< what `{_slug}` stands for while an IRI is minted
  size_t            choice;    ///< alternative of the key that was taken
  size_t            bound[LN_MAX_GROUPS];
  uint32_t          bound_set;
  ln_text           scratch; ///< for datatypes
  ln_text           text;    ///< for templates
  ln_text           slug;
  ln_text           folded;
  ln_text           key; ///< in the making
  ln_text           id;  ///< settled
  ln_text           message;
  ln_pair*          pairs;
  size_t            n_pairs;
  size_t            cap_pairs;
  ln_term*          links; ///< of ordered lists: node, item, rest, one after the other
  size_t            n_links;
  size_t            cap_links;
  size_t            list_nodes; ///< made for this row
  ln_view*          dynamic;
  size_t            n_dynamic;
  size_t            cap_dynamic;
  ln_term*          described; ///< subjects of the row, in standard mode
  size_t            n_described;
  size_t            cap_described;
  ln_dict*          seen; ///< subjects made so far, for tables whose rows are named by a key
  uint64_t*         seen_rows;
  ln_backed*        backed;
  size_t            n_backed;
  size_t            cap_backed;
  ln_text           place;  ///< of triples: cells or a row
  ln_text           triple; ///< one that is spoken of
  ln_origin         origin;
  ln_agreement*     agreement;    ///< NULL: nothing was asked yet
  ln_dict*          noted;        ///< placeholders that were told of
  uint64_t          placeholders; ///< that were met since they were last asked for
  size_t            cap_seen;
  ln_text*          above; ///< `fillDown`: the last text of each variable; NULL: none is asked for
  ln_straight_state straight;
  uint64_t          in_doubt; ///< source number of a row that was found not to go straight; 0: none
};

/** Whether a row of so many cells is a row of the table. */
static inline bool
ln_maker_whole(const ln_plan* const plan, const size_t cells)
{
  return plan->n_fields == 0U || cells == plan->n_fields ||
         (cells < plan->n_fields && plan->map->dialect.short_rows);
}

/** The place of a variable in this row. */
ln_where
ln_maker_where(const ln_maker* maker, const ln_variable* variable);

/** Whether a variable has a good item. */
static inline bool
ln_value_exists(const ln_value* const value)
{
  for (size_t i = 0U; i < value->n; ++i) {
    if (value->items[i].state == LN_ITEM_GOOD) {
      return true;
    }
  }
  return false;
}

/** Whether the row cannot do without this variable: required, part of its subject, or part of the
    alternative of the key that names it, as far as the columns before this one tell. */
bool
ln_maker_needs(const ln_maker* maker, const ln_variable* variable);

/** What becomes of the row when a value of this variable is bad. */
ln_effect
ln_maker_effect(const ln_maker* maker, const ln_variable* variable);

/** Whether nothing is reported: tests, and tables that are read for their ids first. */
static inline bool
ln_maker_silent(const ln_maker* const maker)
{
  return !maker->log || maker->indexing;
}

/** Copy into the row's arena; LN_NO_MEM. */
LN_MUST ln_status
ln_maker_keep(ln_maker* maker, ln_view v, ln_view* copy);

/** The items of a variable that count now: the one its group is bound to, or all. */
const ln_item*
ln_maker_items(const ln_maker* maker, size_t variable, size_t* n);

/** Whether conditions hold now. */
bool
ln_maker_holds(const ln_maker* maker, const ln_tests* tests);

/** Make a template's text, in `maker->text`; `iri` percent-encodes and slugs; `column` is what
 * `{_name}` means. */
LN_MUST ln_status
ln_maker_fill(ln_maker*        maker,
              const ln_part*   parts,
              size_t           n,
              const ln_column* column,
              bool             iri,
              ln_filling*      filling);

/** Fill a URI template into a term; the bytes live in the row's arena. */
LN_MUST ln_status
ln_maker_iri(ln_maker*          maker,
             const ln_iri_plan* iri,
             const ln_column*   column,
             ln_term*           term,
             ln_filling*        filling);

/** Remember a key; `*first` is the row that brought it first, maybe this one; `*added`: it is new.
 */
LN_MUST ln_status
ln_maker_seen(ln_maker* maker, ln_view key, uint64_t* first, bool* added);

/** Compare what the row says of a thing with what others said, where they should agree. */
LN_MUST ln_status
ln_maker_agree(ln_maker* maker, const ln_subject* subject, ln_term term);

/** NULL is allowed. */
void
ln_agreement_free(ln_agreement* agreement);

/** What the row has in common with others that may be the same thing (`alike`), in
    `maker->message`; empty if some of it is missing. */
LN_MUST ln_status
ln_maker_alike(ln_maker* maker);

/** Append the row's key: that of its entry, else made anew (then `choice` is set). */
LN_MUST ln_status
ln_maker_key(ln_maker* maker, ln_text* out, ln_filling* filling);

/** The groups that are run through now, and how many items each has. */
typedef struct {
  uint32_t free;
  size_t   sizes[LN_MAX_GROUPS];
} ln_odometer;

/** How many items of a variable belong to what is bound around it, and the number of the first. */
size_t
ln_maker_span(const ln_maker* maker, size_t variable, size_t* first);

/** How many items the list has that a group stands for: of a list inside another one, in the item
   that is bound. */
size_t
ln_maker_group_size(const ln_maker* maker, uint8_t group);

/** Bind the first combination of those of the groups that are free. False if some list is empty:
 * then there is none. */
bool
ln_odometer_start(ln_maker* maker, uint32_t wanted, ln_odometer* o);

/** Bind the next combination. False after the last: then the groups are free again. */
bool
ln_odometer_next(ln_maker* maker, ln_odometer* o);

/** Give every variable its items. Faults are reported; `maker->failed` if the row is left out. */
LN_MUST ln_status
ln_maker_evaluate(ln_maker* maker);

/** Compare columns with each other (`compare`). A row that fails is reported. */
LN_MUST ln_status
ln_maker_compare(ln_maker* maker);

/** Whether a text is null for a column. */
bool
ln_maker_is_null(const ln_column* column, ln_view text);

/** Make an item of a text: null, placeholder, groups, datatype, form, reference. `clean`: the text
   needs no escape. What is wrong with it is reported. */
LN_MUST ln_status
ln_maker_item(ln_maker* maker, const ln_variable* variable, ln_view raw, bool clean, ln_item* item);

/** `members`: read the item, an object of JSON, and let its groups be what the column asks of it.
   What is no object is reported. */
LN_MUST ln_status
ln_maker_members(ln_maker* maker, const ln_variable* variable, ln_item* item);

/** `fillDown`: an empty text of a cell becomes that of the cell above it, which stays valid while
   the row is made. */
LN_MUST ln_status
ln_maker_above(ln_maker* maker, const ln_variable* variable, ln_view* text, bool* clean);

/** Give back what ln_maker_above keeps. */
void
ln_maker_forget_above(ln_maker* maker);

/** Whether a text is one of the words; its folded form is then in `maker->folded`. */
LN_MUST ln_status
ln_maker_is_word(ln_maker* maker, const ln_words_plan* words, ln_view text, bool* yes);

/** Tell of a placeholder just found, the first time it is met in its column. */
LN_MUST ln_status
ln_maker_note_placeholder(ln_maker* maker, const ln_variable* variable, ln_view text);

/** Make the items of a text as of a cell: default, list or single value. */
LN_MUST ln_status
ln_maker_text(
  ln_maker* maker, const ln_variable* variable, ln_view text, bool clean, ln_value* value);

/** Make the items of a virtual list, for each item of the list that it lies inside. */
LN_MUST ln_status
ln_maker_nest(ln_maker* maker, const ln_variable* variable, ln_value* value);

/** Compare the length of a list with that of the one it stands beside: a list that does not fit is
   reported and bad. */
LN_MUST ln_status
ln_maker_beside(ln_maker* maker, const ln_variable* variable, ln_value* value);

/** Report what cannot be used as an IRI; the value is left out. */
LN_MUST ln_status
ln_maker_bad_url(ln_maker* maker, const ln_variable* variable, ln_view iri);

/** Keep the pairs from `first` on, which an output with a source has made, as claims. */
LN_MUST ln_status
ln_maker_back(ln_maker* maker, const ln_output* output, size_t first);

/** Describe the claims that were kept, about triples of `subject`. */
LN_MUST ln_status
ln_maker_claims(ln_maker* maker, ln_term subject, ln_sink sink);

/** --provenance: tell of the cells or the row that a description came from, behind it. */
LN_MUST ln_status
ln_maker_cells(ln_maker* maker, const ln_desc* desc, ln_sink sink);

/** Cut the text of a list into items: of each state (good or null), raw and clean. A list that
   cannot be read is reported and bad, and has none. */
LN_MUST ln_status
ln_maker_cut(
  ln_maker* maker, const ln_variable* variable, ln_view text, bool clean, ln_value* value);

/** Add what an output says now to the pairs; a predicate that is made of items is made for each of
    them. */
LN_MUST ln_status
ln_maker_output(ln_maker* maker, const ln_output* output);

/** The term of a good item as an object of this output. */
LN_MUST ln_status
ln_maker_object(ln_maker*          maker,
                const ln_output*   output,
                const ln_variable* variable,
                const ln_item*     item,
                ln_term*           object);

/** Make an ordered list of items; `*head` is its first node, or rdf:nil. */
LN_MUST ln_status
ln_maker_list(
  ln_maker* maker, const ln_output* output, const ln_item* items, size_t n, ln_term* head);

/** Give the lists made since `n_links` was set to 0 along with a description, if its sink takes
   them and no claim speaks of their nodes by name. */
void
ln_maker_lend_lists(const ln_maker* maker, ln_sink sink, ln_desc* desc);

/** Describe the nodes of the lists made since `n_links` was set to 0. */
LN_MUST ln_status
ln_maker_links(ln_maker* maker, ln_term graph, ln_sink sink);

/** A cell that is the whole of a URL and had to be encoded: told, and the row is doubtful. */
LN_MUST ln_status
ln_maker_doubt_url(ln_maker* maker, const ln_iri_plan* url);

/** A subject whose IRI lacks the text of an empty cell: told, and the row is doubtful. */
LN_MUST ln_status
ln_maker_doubt_gap(ln_maker* maker, const ln_subject* subject);

/** Standard mode: remember a subject of the row. */
LN_MUST ln_status
ln_maker_described(ln_maker* maker, ln_term subject);

/** Standard mode: describe the row itself. */
LN_MUST ln_status
ln_maker_standard(ln_maker* maker, ln_sink sink);

/** Look a word up: sets text, term, entry and minted of the item, or makes it bad and reports. */
LN_MUST ln_status
ln_maker_resolve(ln_maker* maker, const ln_variable* variable, ln_item* item);

#endif
