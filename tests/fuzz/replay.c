/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* TARGET FILE...: hands each file to the target, without any fuzzer: the corpus and the regression
   cases become tests of an ordinary build. The name of a file is printed before it is read, so that
   the last line names the culprit when the program stops. No files at all is a failure. */

#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

enum { LIMIT = 1 << 20 };

static bool
replay(const char* const path, char* const buffer)
{
  FILE* const file = fopen(path, "rb");
  if (!file) {
    perror(path);
    return false;
  }
  const size_t n    = fread(buffer, 1U, LIMIT, file);
  const bool   read = ferror(file) == 0;
  if (fclose(file) != 0 || !read) {
    perror(path);
    return false;
  }
  // A copy of exactly its size, so that sanitizers see a step beyond it.
  uint8_t* const input = malloc(n > 0U ? n : 1U);
  if (!input) {
    perror(path);
    return false;
  }
  memcpy(input, buffer, n);
  (void)LLVMFuzzerTestOneInput(input, n);
  free(input);
  return true;
}

int
main(const int argc, char** const argv)
{
  char* const buffer = malloc(LIMIT);
  bool        ok     = buffer && argc > 1;
  for (int i = 1; buffer && i < argc; ++i) {
    ok = printf("%s\n", argv[i]) > 0 && fflush(stdout) == 0 && replay(argv[i], buffer) && ok;
  }
  free(buffer);
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
