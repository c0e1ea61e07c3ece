/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_DEVICE_H
#define LN_BASE_DEVICE_H

#include "base/status.h"
#include "base/view.h"

#include <stddef.h>

/** Read or write a descriptor; one that does not block is waited for. On LN_IO the reason is in
   errno. */

/** Up to `size` bytes; LN_END with `*got` 0 at the end, LN_STOP if a signal came while nothing did.
 */
LN_MUST ln_status
ln_device_read(int fd, char* buffer, size_t size, size_t* got);

/** All of `bytes`. */
LN_MUST ln_status
ln_device_write(int fd, ln_view bytes);

#endif
