/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A connection is cut off by shutting its socket down: the library then reads its end, and lets go
   of it as of any that ended. What was told to end is not told again. */

#include "serve/guest.h"

#include "base/memory.h"

#include <sys/socket.h>
#include <unistd.h>

enum {
  ASKING    = 20000,  ///< milliseconds that a request may take to come
  ANSWERING = 300000, ///< that an answer may take to be made and sent
};

static void
cut_off(ln_guest* const guest)
{
  (void)shutdown(guest->fd, SHUT_RDWR);
  guest->since = INT64_MAX;
}

static void
make_place(const ln_guests* const guests, ln_guest* const comer)
{
  ln_guest* oldest = NULL;
  for (ln_guest* g = guests->first; g; g = g->next) {
    if (g != comer && !g->asking && g->since < INT64_MAX &&
        (!oldest || g->since <= oldest->since)) {
      oldest = g;
    }
  }
  comer->surplus = !oldest;
  if (oldest) {
    cut_off(oldest);
  }
}

ln_guest*
ln_guest_greet(ln_guests* const guests, const int fd, const int64_t now)
{
  ln_guest* const guest = ln_alloc_zero(1U, sizeof(*guest));
  if (!guest) {
    return NULL;
  }
  *guest = (ln_guest){.next = guests->first, .fd = fd, .since = now};
  if (guests->first) {
    guests->first->before = guest;
  }
  guests->first = guest;
  if (++guests->n > guests->most) {
    make_place(guests, guest);
  }
  return guest;
}

void
ln_guest_part(ln_guests* const guests, ln_guest* const guest)
{
  if (guest->next) {
    guest->next->before = guest->before;
  }
  if (guest->before) {
    guest->before->next = guest->next;
  } else {
    guests->first = guest->next;
  }
  --guests->n;
  ln_free(guest);
}

void
ln_guest_cut_slow(const ln_guests* const guests, const int64_t now)
{
  for (ln_guest* g = guests->first; g; g = g->next) {
    if (g->since < now - (g->asking ? ANSWERING : ASKING)) {
      cut_off(g);
    }
  }
}

void
ln_guest_close_all(const ln_guests* const guests)
{
  for (const ln_guest* g = guests->first; g; g = g->next) {
    (void)close(g->fd);
  }
}
