#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# make install puts everything in place, a program of its own can be built against what it installs, and make uninstall
# leaves nothing behind.

cd "$(dirname "$0")/../.." || exit 2
build=$(cd "${BUILD:-build}" && pwd)
root=$build/install
unset MAKEFLAGS MFLAGS MAKELEVEL
rm -rf "$root"
make install BUILD="$build" DESTDIR="$root" PREFIX=/usr >"$root.log" 2>&1 || { cat "$root.log"; exit 1; }
for file in bin/liner lib/libliner.a lib/pkgconfig/liner.pc include/liner/base/view.h include/liner/run/run.h \
  share/man/man1/liner.1 share/bash-completion/completions/liner share/liner/ontology/core.ttl \
  share/liner/mapping.schema.json share/liner/profiles/tate/csv-metadata.json; do
  [ -s "$root/usr/$file" ] || { echo "$file is not installed"; exit 1; }
done
[ ! -e "$root/usr/include/liner/cli" ] || { echo "headers of the command line are installed"; exit 1; }
cat >"$build/user.c" <<'C'
#include <base/memory.h>
#include <run/run.h>
int main(void)
{
  ln_job      job = {.input = "no such folder", .layers = 1U};
  ln_summary  sum = {0};
  ln_log*     log = ln_log_new(&(ln_log_policy){0});
  const char* name = NULL;
  const char* label = NULL;
  const char* endings = NULL;
  const int   ok = log && ln_run_export(&job, log, &sum) == LN_IO && ln_run_syntax(0U, &name, &label, &endings);
  ln_log_free(log);
  return ok ? 0 : 1;
}
C
export PKG_CONFIG_PATH="$root/usr/lib/pkgconfig"
flags=$(pkg-config --define-variable=prefix="$root/usr" --cflags --libs liner) || exit 1
# shellcheck disable=SC2086
${CC:-gcc} -std=c11 -D_POSIX_C_SOURCE=200809L -o "$build/user" "$build/user.c" $flags &&
  "$build/user" || { echo "a program that uses libliner.a does not work"; exit 1; }
make uninstall BUILD="$build" DESTDIR="$root" PREFIX=/usr >>"$root.log" 2>&1 || { cat "$root.log"; exit 1; }
left=$(find "$root" -type f)
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
rm -rf "$root" "$build/user" "$build/user.c"
