/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_SUITE_SELFTEST_H
#define LN_TESTS_SUITE_SELFTEST_H

#include <stdbool.h>

/** Compare pairs of graphs whose answer is known; print what is wrong and the sum. */
bool
suite_selftest(void);

#endif
