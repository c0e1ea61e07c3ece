/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_ANSWER_INNER_H
#define LN_QUERY_ANSWER_INNER_H

#include "query/answer.h"

/* What the writers of answers share. Private to answer*.c. */

typedef struct {
  ln_query*        q;
  const ln_prefix* prefixes;
  size_t           n_prefixes;
  ln_out*          out;
} ln_answer_table;

LN_MUST ln_status
ln_answer_write_table(const ln_answer_table* table);

#endif
