/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Folders are watched and not files, since most editors put a new file in the place of the old one.
   A file counts as done when it was closed after writing, took its name, or went away. Cost: a
   number of the system for each folder; nothing while nothing happens. */

#include "base/notify.h"

#include "base/memory.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

/* One folder; the system calls it by its number. */
typedef struct {
  int   number;
  char* path;
} watched;

struct ln_notify {
  int      fd;
  watched* folders;
  size_t   n;
  size_t   cap;
};

static const uint32_t DONE  = IN_CLOSE_WRITE | IN_MOVE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF;
static const uint32_t BEGUN = IN_CREATE | IN_MODIFY;

ln_status
ln_notify_new(ln_notify** const notify)
{
  *notify = ln_alloc_zero(1U, sizeof(ln_notify));
  if (!*notify) {
    return LN_NO_MEM;
  }
  (*notify)->fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if ((*notify)->fd < 0) {
    ln_free(*notify);
    *notify = NULL;
    return LN_IO;
  }
  return LN_OK;
}

void
ln_notify_free(ln_notify* const notify)
{
  if (!notify) {
    return;
  }
  for (size_t i = 0U; i < notify->n; ++i) {
    ln_free(notify->folders[i].path);
  }
  ln_free(notify->folders);
  (void)close(notify->fd);
  ln_free(notify);
}

static size_t
find(const ln_notify* const notify, const int number)
{
  size_t i = 0U;
  while (i < notify->n && notify->folders[i].number != number) {
    ++i;
  }
  return i;
}

static ln_status
make_room(ln_notify* const notify)
{
  if (notify->n < notify->cap) {
    return LN_OK;
  }
  const size_t   cap     = notify->cap > 0U ? 2U * notify->cap : 8U;
  watched* const folders = ln_realloc(notify->folders, cap, sizeof(*folders));
  if (!folders) {
    return LN_NO_MEM;
  }
  notify->folders = folders;
  notify->cap     = cap;
  return LN_OK;
}

ln_status
ln_notify_folder(ln_notify* const notify, const char* const path)
{
  const size_t n = strlen(path) + 1U;
  LN_TRY(make_room(notify));
  char* const copy = ln_alloc(n);
  if (!copy) {
    return LN_NO_MEM;
  }
  const int number = inotify_add_watch(notify->fd, path, DONE | BEGUN | IN_ONLYDIR);
  if (number < 0 || find(notify, number) < notify->n) {
    ln_free(copy);
    return number < 0 ? LN_IO : LN_OK;
  }
  memcpy(copy, path, n);
  notify->folders[notify->n++] = (watched){number, copy};
  return LN_OK;
}

static bool
is_folder(const char* const path)
{
  struct stat about;
  return lstat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Watch what is right inside a folder. */
static ln_status
add_inside(ln_notify* const notify, DIR* const folder, ln_text* const path, const size_t most)
{
  const size_t         n     = path->n;
  const struct dirent* entry = NULL;
  // NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is of this thread alone
  while (notify->n <= most && (entry = readdir(folder)) != NULL) {
    path->n = n;
    if (entry->d_name[0] == '.') {
      continue;
    }
    LN_TRY(ln_text_format(path, "/%s", entry->d_name));
    const ln_status st = is_folder(path->s) ? ln_notify_folder(notify, path->s) : LN_OK;
    /* It may be gone already. */
    LN_TRY(st == LN_IO ? LN_OK : st);
  }
  return LN_OK;
}

/* New ones come to the end of the list, and their turn comes after the others. */
static ln_status
add_all(ln_notify* const notify, size_t at, const size_t most, ln_text* const path)
{
  ln_status st = LN_OK;
  for (; st == LN_OK && at < notify->n && notify->n <= most; ++at) {
    ln_text_reset(path);
    LN_TRY(ln_text_add(path, ln_view_of(notify->folders[at].path)));
    DIR* const folder = opendir(path->s);
    st                = folder ? add_inside(notify, folder, path, most) : LN_OK;
    if (folder) {
      (void)closedir(folder);
    }
  }
  return st;
}

ln_status
ln_notify_tree(ln_notify* const notify, const char* const path, const size_t most, bool* const all)
{
  ln_text text = {0};
  *all         = true;
  LN_TRY(ln_notify_folder(notify, path));
  const ln_status st = add_all(notify, 0U, most, &text);
  *all               = notify->n <= most;
  ln_text_clear(&text);
  return st;
}

/* A link that takes a name has nothing to be written any more. */
static bool
is_whole(const watched* const folder, const char* const name, ln_text* const path)
{
  struct stat about;
  ln_text_reset(path);
  return ln_text_format(path, "%s/%s", folder->path, name) == LN_OK &&
         lstat(path->s, &about) == 0 && (!S_ISREG(about.st_mode) || about.st_nlink > 1U);
}

static ln_status
hand_over(const ln_notify* const            notify,
          const struct inotify_event* const event,
          const ln_notify_func              take,
          void* const                       self)
{
  const size_t at   = find(notify, event->wd);
  const char*  name = event->len > 0U ? event->name : "";
  ln_text      path = {0};
  if (at == notify->n || (event->mask & IN_IGNORED) != 0U) {
    return (event->mask & IN_Q_OVERFLOW) != 0U ? take(self, LN_V(""), LN_V(""), true) : LN_OK;
  }
  const watched* const folder = &notify->folders[at];
  const bool           done =
    (event->mask & DONE) != 0U || (event->mask & IN_CREATE && is_whole(folder, name, &path));
  ln_text_clear(&path);
  return take(self, ln_view_of(folder->path), ln_view_of(name), done);
}

/* A folder that is gone has its number no more. */
static void
forget(ln_notify* const notify, const struct inotify_event* const event)
{
  const size_t at = find(notify, event->wd);
  if ((event->mask & IN_IGNORED) != 0U && at < notify->n) {
    ln_free(notify->folders[at].path);
    notify->folders[at] = notify->folders[--notify->n];
  }
}

static ln_status
read_events(ln_notify* const notify, const ln_notify_func take, void* const self)
{
  _Alignas(struct inotify_event) char buffer[2048];
  const ssize_t                       n = read(notify->fd, buffer, sizeof(buffer));
  if (n < 0) {
    return errno == EAGAIN || errno == EINTR ? LN_OK : LN_IO;
  }
  for (size_t at = 0U; at < (size_t)n;) {
    const struct inotify_event* const event = (const void*)(buffer + at);
    LN_TRY(hand_over(notify, event, take, self));
    forget(notify, event);
    at += sizeof(*event) + event->len;
  }
  return LN_OK;
}

ln_status
ln_notify_wait(ln_notify* const                   notify,
               const int                          milliseconds,
               const volatile sig_atomic_t* const stop,
               const ln_notify_func               take,
               void* const                        self)
{
  struct pollfd device = {.fd = notify->fd, .events = POLLIN};
  for (;;) {
    if (stop && *stop != 0) {
      return LN_STOP;
    }
    const int n = poll(&device, 1U, milliseconds);
    if (n > 0) {
      return read_events(notify, take, self);
    }
    if (n == 0) {
      return LN_END;
    }
    if (errno != EINTR) {
      return LN_IO;
    }
  }
}
