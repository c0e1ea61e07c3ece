/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* measure COMMAND...: runs it and prints its wall time and CPU time in milliseconds and its peak
   memory in KiB on one line of stderr, whatever the command itself says there. */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long
milliseconds(const struct timeval t)
{
  return ((long long)t.tv_sec * 1000) + (t.tv_usec / 1000);
}

int
main(const int argc, char** const argv)
{
  struct timespec start;
  struct timespec end;
  struct rusage   used;
  int             status = 0;
  if (argc < 2 || clock_gettime(CLOCK_MONOTONIC, &start) != 0) {
    return EXIT_FAILURE;
  }
  const pid_t child = fork();
  if (child == 0) {
    (void)execvp(argv[1], argv + 1);
    perror(argv[1]);
    _exit(127);
  }
  if (child < 0 || waitpid(child, &status, 0) != child || getrusage(RUSAGE_CHILDREN, &used) != 0 ||
      clock_gettime(CLOCK_MONOTONIC, &end) != 0) {
    perror("measure");
    return EXIT_FAILURE;
  }
  const long long wall =
    ((long long)(end.tv_sec - start.tv_sec) * 1000) + ((end.tv_nsec - start.tv_nsec) / 1000000);
  (void)fprintf(stderr,
                "measured %lld %lld %ld\n",
                wall,
                milliseconds(used.ru_utime) + milliseconds(used.ru_stime),
                used.ru_maxrss);
  return WIFEXITED(status) ? WEXITSTATUS(status) : EXIT_FAILURE;
}
