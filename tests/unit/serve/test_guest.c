/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Places: who has to go when there is none left. */

#include "serve/guest.h"
#include "unit.h"

#include <sys/socket.h>
#include <unistd.h>

/* A connection whose other end tells whether it was cut off. */
static bool
is_cut(const int fd)
{
  char byte = 0;
  return recv(fd, &byte, 1U, MSG_DONTWAIT) == 0;
}

static void
test_places(void)
{
  enum { N = 4 };
  ln_guests guests = {.most = 2U};
  ln_guest* g[N];
  int       ends[N][2];
  for (size_t i = 0U; i < N; ++i) {
    CU_ASSERT_EQUAL_FATAL(socketpair(AF_UNIX, SOCK_STREAM, 0, ends[i]), 0);
    g[i] = ln_guest_greet(&guests, ends[i][0], (int64_t)i);
    CU_ASSERT_PTR_NOT_NULL_FATAL(g[i]);
    g[i]->asking = i == 1U;
  }
  /* The first and the third were silent longest; the second is asking. */
  CU_ASSERT_TRUE(is_cut(ends[0][1]) && is_cut(ends[2][1]));
  CU_ASSERT_FALSE(is_cut(ends[1][1]) || is_cut(ends[3][1]));
  CU_ASSERT_FALSE(g[3]->surplus);
  g[3]->asking = true;
  CU_ASSERT_PTR_NOT_NULL_FATAL(guests.first);
  ln_guest* const last = ln_guest_greet(&guests, ends[0][0], 9);
  CU_ASSERT_TRUE(last->surplus);
  ln_guest_cut_slow(&guests, 20004);
  CU_ASSERT_FALSE(is_cut(ends[1][1]) || is_cut(ends[3][1]));
  ln_guest_cut_slow(&guests, 300004);
  CU_ASSERT_TRUE(is_cut(ends[1][1]) && is_cut(ends[3][1]));
  ln_guest_part(&guests, last);
  for (size_t i = 0U; i < N; ++i) {
    ln_guest_part(&guests, g[i]);
    CU_ASSERT_EQUAL(close(ends[i][1]), 0);
  }
  CU_ASSERT_PTR_NULL(guests.first);
  CU_ASSERT_EQUAL(guests.n, 0U);
  for (size_t i = 0U; i < N; ++i) {
    ln_guest one = {.fd = ends[i][0]};
    guests.first = &one;
    ln_guest_close_all(&guests);
    CU_ASSERT_EQUAL(close(ends[i][0]), -1);
  }
}

static const unit_test tests[] = {{"places", test_places}};

UNIT_MAIN("serve/guest", tests)
