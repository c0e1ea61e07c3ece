/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which columns are taken item by item. Each list has a group; one beside another shares its group;
   a virtual one inside another has a group that lies inside. Groups are numbered in the order of
   the columns, so that an outer one comes before those inside. */

#include "map/binder.h"

bool
ln_bind_is_spread(const ln_plan* const plan, const size_t variable)
{
  for (size_t i = 0U; i < plan->n_keys; ++i) {
    for (size_t k = 0U; k < plan->keys[i].n; ++k) {
      const ln_component* const c = &plan->keys[i].components[k];
      for (uint8_t j = 0U; c->spread && j < c->n; ++j) {
        if (c->choices[j] == variable) {
          return true;
        }
      }
    }
  }
  return false;
}

static ln_status
new_group(ln_binder* const b, const size_t at, const uint8_t parent)
{
  if (b->n_groups == LN_MAX_GROUPS) {
    return ln_bind_fault(b,
                         LN_L0402,
                         b->map->columns[at].path,
                         "more than %d columns are taken item by item",
                         LN_MAX_GROUPS);
  }
  b->plan->leaders[b->n_groups] = at;
  b->plan->parents[b->n_groups] = parent;
  b->plan->variables[at].group  = b->n_groups;
  b->n_groups                   = (uint8_t)(b->n_groups + 1U);
  return LN_OK;
}

/* Item i of this column goes with item i of the other, which stands in front and leads. */
static ln_status
join_group(ln_binder* const b, const size_t at)
{
  const ln_column* const column = &b->map->columns[at];
  const size_t           other  = ln_bind_find(b, column->beside);
  b->property                   = LN_EXTENSION "each";
  if (other == SIZE_MAX) {
    return ln_bind_unknown(b, LN_L0404, column->path, column->beside);
  }
  ln_variable* const leader = &b->plan->variables[other];
  if (other >= at || leader->group == LN_NO_GROUP || leader->column->beside.s) {
    return ln_bind_fault(b,
                         LN_L0402,
                         column->path,
                         "the column %s must stand in front and say each: true",
                         ln_shown(b->log, column->beside));
  }
  leader->aligned                = true;
  leader->used                   = true;
  b->plan->variables[at].aligned = true;
  b->plan->variables[at].group   = leader->group;
  return LN_OK;
}

ln_status
ln_bind_groups_of_columns(ln_binder* const b)
{
  for (size_t i = 0U; i < b->map->n_columns; ++i) {
    const ln_column* const column = &b->map->columns[i];
    b->plan->variables[i].group   = LN_NO_GROUP;
    b->plan->variables[i].parent  = LN_NO_GROUP;
    if (!ln_column_is_list(column) || column->is_virtual) {
      continue;
    }
    if (column->beside.s) {
      LN_TRY(join_group(b, i));
    } else if (column->each || ln_bind_is_spread(b->plan, i)) {
      LN_TRY(new_group(b, i, LN_NO_GROUP));
    }
  }
  return LN_OK;
}

/* The groups that no other of them lies inside of. */
static uint32_t
innermost(const ln_plan* const plan, const uint32_t groups)
{
  uint32_t inner = groups;
  for (unsigned g = 0U; g < LN_MAX_GROUPS; ++g) {
    if ((groups & (1U << g)) != 0U && plan->parents[g] != LN_NO_GROUP) {
      inner &= ~(1U << plan->parents[g]);
    }
  }
  return inner;
}

ln_status
ln_bind_virtual_group(ln_binder* const b, ln_variable* const v)
{
  const ln_plan* const plan  = b->plan;
  const uint32_t       inner = innermost(plan, v->groups);
  const size_t         at    = (size_t)(v - plan->variables);
  uint8_t              g     = 0U;
  if (v->column->beside.s && inner == 0U) {
    return join_group(b, at);
  }
  if (inner == 0U) {
    return v->column->each && ln_column_is_list(v->column) ? new_group(b, at, LN_NO_GROUP) : LN_OK;
  }
  while ((inner & (1U << g)) == 0U) {
    ++g;
  }
  if (inner != 1U << g) {
    return ln_bind_fault(b,
                         LN_L0402,
                         v->column->path,
                         "a text is made of one column at most that is taken item by item");
  }
  if (!ln_column_is_list(v->column)) {
    v->group  = g; /* an item beside each of the list's */
    v->parent = plan->parents[g];
    return LN_OK;
  }
  if (plan->parents[g] != LN_NO_GROUP) {
    return ln_bind_fault(b, LN_L0402, v->column->path, "a list lies inside one other list at most");
  }
  if (v->column->beside.s) {
    return ln_bind_fault(
      b, LN_L0402, v->column->path, "a list that lies inside another one stands beside none");
  }
  v->parent = g;
  return v->column->each || ln_bind_is_spread(plan, at) ? new_group(b, at, g) : LN_OK;
}
