/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_LOCATE_URL_H
#define LN_RUN_LOCATE_URL_H

#include "base/status.h"
#include "base/text.h"
#include "run/run.h"

/** Append the path of what a URL names, by the map with the longest prefix; nothing if no map has
    it. A fragment does not count. Nothing is said about whether the file is there. */
LN_MUST ln_status
ln_url_map_path(const ln_job* job, ln_view url, ln_text* path);

/** Append the URL of a file below a mapped path; nothing if there is none. */
LN_MUST ln_status
ln_url_map_url(const ln_job* job, ln_view path, ln_text* url);

/** The target of the last link in a Link header (RFC 8288) that leads to metadata of a table: its
    relation is `describedby`, its type one of those that "Model for Tabular Data", section 5.2,
    lists. A header without `<` is itself the target. Absent if there is none. */
ln_view
ln_link_target(ln_view header);

#endif
