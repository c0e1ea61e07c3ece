#!/bin/sh
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# tools/packages.sh missing|need|install PURPOSE...
#
# missing prints the Debian packages of tools/packages.txt that are not there; need also says how to install them, and fails;
# install installs them, if there are any, as root or through sudo, without questions and without recommended packages.

action=$1
shift
table=$(dirname "$0")/packages.txt

present() {
  case $1 in
  cmd:*) command -v "${1#cmd:}" >/dev/null 2>&1 ;;
  file:*) test -e "${1#file:}" ;;
  py:*) python3 -c "import ${1#py:}" >/dev/null 2>&1 ;;
  pc:*) pkg-config --exists "${1#pc:}" 2>/dev/null ;;
  *) echo "$table: unknown probe $1" >&2; exit 2 ;;
  esac
}

missing=
while read -r purpose probe package; do
  case " $* " in
  *" $purpose "*) present "$probe" || missing="$missing $package" ;;
  esac
done <"$table"
missing=${missing# }

case $action in
missing)
  echo "$missing"
  exit 0
  ;;
need)
  [ -z "$missing" ] && exit 0
  echo "Missing packages: $missing" >&2
  echo "Install them with:" >&2
  echo "  apt-get install -y --no-install-recommends $missing" >&2
  exit 1
  ;;
install) [ -z "$missing" ] && exit 0 ;;
*) echo "usage: $0 missing|need|install PURPOSE..." >&2; exit 2 ;;
esac

if ! command -v apt-get >/dev/null 2>&1; then
  echo "There is no apt-get here; please install what these Debian packages hold: $missing" >&2
  exit 1
fi

# sudo may ask for a password only if somebody is there to type it.
root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "Only root can install: apt-get install -y --no-install-recommends $missing" >&2
    exit 1
  fi
  root="sudo"
  [ -t 0 ] || root="sudo -n"
fi

apt() {
  # shellcheck disable=SC2086
  $root env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 "$@"
}

echo "Installing: $missing"
# The lists of packages may be missing or old: fetch them only if it does not work without.
# shellcheck disable=SC2086
apt install -y --no-install-recommends $missing </dev/null >/dev/null 2>&1 ||
  { apt update </dev/null >/dev/null && apt install -y --no-install-recommends $missing </dev/null; }
