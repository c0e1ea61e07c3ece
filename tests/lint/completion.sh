#!/bin/bash
# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# Bash completes what it should, asked as bash asks.

cd "$(dirname "$0")/../.." || exit 2
source <("${BUILD:-build}/liner" completion) || exit 1
compopt() { asked_for_files=1; }
bad=0

expect() { # words of the line, the last one unfinished; "=" what must be offered
  local line=()
  while [[ $1 != '=>' ]]; do line+=("$1"); shift; done
  shift
  COMP_WORDS=("${line[@]}")
  COMP_CWORD=$((${#line[@]} - 1))
  asked_for_files=
  _liner
  local got="${COMPREPLY[*]}"
  [[ -n $asked_for_files ]] && got=FILES
  [[ $got == "$*" ]] || { echo "${line[*]}: offers \"$got\", expected \"$*\""; bad=1; }
}

expect liner ex '=>' export explain
expect liner --v '=>' --version
expect liner export --fr '=>' --frame
expect liner export '' '=>' FILES
expect liner export x --dates '' '=>' edtf xsd
expect liner export --dates = x '=>' xsd
expect liner export --dates = '=>' edtf xsd
expect liner export --to tur '=>' turtle
expect liner export -o '' '=>' FILES
expect liner export --block '=>'
expect liner help L0301 '=>' L0301
expect liner init --st '=>'
exit $bad
