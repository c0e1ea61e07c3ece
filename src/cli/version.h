/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_VERSION_H
#define LN_CLI_VERSION_H

/** The Makefile reads these two lines as well. */
#define LN_VERSION "0.1.0"
#define LN_RELEASED "2026-11-21"

#endif
