# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# The targets of tests/fuzz, read behind the Makefile: as ordinary programs that replay files, for tests/fuzz/run.sh, and with
# FUZZ_ENGINE, for tests/fuzz/fuzz.sh, which sets the compiler and a BUILD of its own.

FUZZ_TARGETS := table tree metadata template datatype roundtrip
FUZZ_SHARED  := $(filter-out tests/fuzz/replay.c,$(sort $(filter-out tests/fuzz/fuzz_%.c,$(wildcard tests/fuzz/*.c))))
FUZZ_LIBRARIES := serd-0
FUZZ_MAIN    ?= tests/fuzz/replay.c
FUZZ_PROGRAMS := $(FUZZ_TARGETS:%=$(BUILD)/tests/fuzz/fuzz_%)

fuzzers: $(FUZZ_PROGRAMS)

$(BUILD)/tests/fuzz/fuzz_%: tests/fuzz/fuzz_%.c $(FUZZ_SHARED) tests/fuzz/replay.c $(wildcard tests/fuzz/*.h) $(BUILD)/libliner.a
	@mkdir -p $(@D)
	$(call say,FUZZ)$(CC) $(ALL_CFLAGS) $(TEST_CFLAGS) -fno-lto -Itests/fuzz $(ALL_LDFLAGS) $(FUZZ_LINK) -o $@ \
	  $< $(FUZZ_SHARED) $(FUZZ_MAIN) $(BUILD)/libliner.a $(LIBRARY_LIBS) $(shell pkg-config --libs $(FUZZ_LIBRARIES))
