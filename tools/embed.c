/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Run when liner is built: prints C source that holds the bytes of the files named, as the table
   declared in src/map/embedded.h. Bytes are written one by one as character constants, so any
   content is fine, there is no limit on the length, and the value does not depend on whether char
   is signed. A file that cannot be read ends the build. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES_A_LINE = 16 };

static int
put_bytes(const char* const path, const int number)
{
  FILE* const file = fopen(path, "rb");
  if (!file) {
    perror(path);
    return EXIT_FAILURE;
  }
  printf("static const char file_%d[] = {", number);
  size_t n = 0U;
  for (int c = getc(file); c != EOF; c = getc(file)) {
    printf("%s'\\%03o',", n % BYTES_A_LINE == 0U ? "\n" : "", (unsigned)c);
    ++n;
  }
  /* A NUL behind the bytes, outside the view: an array cannot be empty. */
  printf("\n'\\0'};\n\n");
  const int failed = ferror(file);
  if (fclose(file) != 0 || failed) {
    perror(path);
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}

/* Without the first folder: "ontology/roles.csv" is "roles.csv". */
static const char*
name_of(const char* const path)
{
  const char* const slash = strchr(path, '/');
  return slash ? slash + 1 : path;
}

int
main(const int argc, char** const argv)
{
  printf("/* Written by tools/embed.c from files of ontology/ and data/. Do not edit. */\n\n"
         "#include \"map/embedded.h\"\n\n");
  for (int i = 1; i < argc; ++i) {
    if (put_bytes(argv[i], i) != EXIT_SUCCESS) {
      return EXIT_FAILURE;
    }
  }
  printf("const ln_embedded ln_embedded_files[] = {\n");
  for (int i = 1; i < argc; ++i) {
    printf("  {\"%s\", {file_%d, sizeof(file_%d) - 1U}},\n", name_of(argv[i]), i, i);
  }
  printf("  {NULL, {NULL, 0U}},\n};\n");
  return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
