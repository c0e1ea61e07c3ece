#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tools/fresh.sh: prove the commands of the README in a bare Debian 12: `debootstrap --variant=minbase` plus git and a clone of
# HEAD, as root, without a terminal. The blocks of README.md marked "sh fresh" are run one after the other as they are written,
# then the first of them again, which must install and compile nothing. What debootstrap made is kept in build/fresh.tar.

cd "$(dirname "$0")/.." || exit 2
build=$(mkdir -p "${BUILD:-build}" && cd "${BUILD:-build}" && pwd) || exit 2
top=$(pwd)
root=$build/fresh
mirror=${MIRROR:-}
if [ "$(id -u)" -ne 0 ]; then
  echo "make fresh needs root: it makes a chroot" >&2
  exit 1
fi
[ -z "$(git status --porcelain)" ] || echo "note: what is not committed is not part of this"

clean() {
  umount "$root/proc" 2>/dev/null
  umount "$root/dev/pts" 2>/dev/null
  rm -rf --one-file-system "$root"
}
trap clean EXIT
trap 'exit 130' INT TERM
clean

if [ ! -f "$build/fresh.tar" ]; then
  debootstrap --variant=minbase --include=git,ca-certificates bookworm "$root" ${mirror:+"$mirror"} >"$build/fresh.log" 2>&1 ||
    { tail "$build/fresh.log"; exit 1; }
  tar -C "$root" -cf "$build/fresh.tar.new" . && mv "$build/fresh.tar.new" "$build/fresh.tar" || exit 1
else
  mkdir -p "$root" && tar -C "$root" -xf "$build/fresh.tar" || exit 1
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc" || exit 1
git clone -q --no-hardlinks "$top" "$root/srv/liner" || exit 1

# The blocks, one file each.
awk -v to="$root/srv/block" '
  /^```/ && inside { inside = 0; next }
  /^```sh fresh$/ { inside = 1; file = sprintf("%s.%02d.sh", to, ++n) ; next }
  inside { print > file }' README.md
[ -f "$root/srv/block.01.sh" ] || { echo "README.md has no block marked \"sh fresh\"" >&2; exit 1; }

inside() {
  env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
    ${http_proxy:+"http_proxy=$http_proxy"} chroot "$root" sh -c "cd /srv/liner && $1" </dev/null
}

for block in "$root"/srv/block.*.sh; do
  name=/srv/$(basename "$block")
  echo "== as written in the README:"
  sed 's/^/    /' "$block"
  start=$(date +%s)
  inside "sh -e $name" >"$build/fresh.log" 2>&1 || { tail -n 60 "$build/fresh.log"; echo "failed"; exit 1; }
  tail -n 16 "$build/fresh.log"
  echo "== $(($(date +%s) - start)) s"
done
for target in demo test; do
  inside "make $target" >"$build/fresh.log" 2>&1 || { tail -n 60 "$build/fresh.log"; exit 1; }
  needless=$(grep -E '^Installing|^  (CC|LINK|AR|GEN|OUT|TEST) ' "$build/fresh.log")
  [ -z "$needless" ] || { echo "a second make $target does needless work:"; echo "$needless"; exit 1; }
done
left=$(inside 'git status --porcelain')
[ -z "$left" ] || { echo "the commands leave in the clone:"; echo "$left"; exit 1; }
echo "fresh: all is well"
