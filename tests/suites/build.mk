# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# The runner of the conformance suites, read behind the Makefile. It judges the program from outside: of the sources it has
# only the plain helpers named here, not what it tests.

SUITE_SOURCES := $(sort $(wildcard tests/suites/*.c)) src/base/arena.c src/base/dict.c src/base/memory.c src/base/random.c src/base/status.c src/base/text.c
SUITE_LIBRARIES := serd-0 libxxhash

$(BUILD)/tests/suites/run: $(SUITE_SOURCES) $(wildcard tests/suites/*.h src/base/*.h) tests/suites/build.mk
	@mkdir -p $(@D)
	$(call say,TEST)$(CC) $(ALL_CFLAGS) $(TEST_CFLAGS) -fno-lto -Itests/suites $(ALL_LDFLAGS) -o $@ $(SUITE_SOURCES) \
	  $(shell pkg-config --libs $(SUITE_LIBRARIES))

# What the readers of graphs make of a file, for suites of syntaxes: this one has all that is tested.
$(BUILD)/tests/suites/quads: tests/suites/quads/quads.c $(BUILD)/libliner.a tests/suites/build.mk
	@mkdir -p $(@D)
	$(call say,TEST)$(CC) $(ALL_CFLAGS) $(TEST_CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter %.c %.a,$^) $(LIBRARY_LIBS)
