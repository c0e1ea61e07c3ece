# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# The only build file. `make` builds, `make demo` and `make test` also install what is missing; `make help` lists the rest.

BUILD    ?= build
TESTDATA ?= ../shared
PREFIX   ?= /usr/local
CC       ?= gcc
VERSION  := 0.1.0

LIBRARIES := raptor2 rasqal redland jansson zlib libzstd libxxhash libutf8proc libpcre2-8 nettle
WARNINGS  := -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Warith-conversion -Wshadow -Wstrict-prototypes \
  -Wold-style-definition -Wmissing-prototypes -Wmissing-declarations -Wredundant-decls -Wnested-externs -Wcast-qual \
  -Wcast-align=strict -Wbad-function-cast -Wpointer-arith -Wwrite-strings -Wformat=2 -Wformat-signedness \
  -Wformat-overflow=2 -Wformat-truncation=2 -Wundef -Wvla -Walloca -Wswitch-enum -Wimplicit-fallthrough=5 \
  -Wnull-dereference -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wjump-misses-init -Wdouble-promotion \
  -Wfloat-equal -Wdate-time -Wunused-macros -Wunused-const-variable=2 -Wstringop-overflow=4 -Wuse-after-free=3 \
  -Wattribute-alias=2 -Wtrampolines -Winit-self -Wframe-larger-than=4096
HARDENING := -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection -fcf-protection -fvisibility=hidden \
  -ffile-prefix-map=$(CURDIR)=.
CFLAGS    ?= -O2 -g
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -Isrc -I$(BUILD)/gen $(WARNINGS) $(HARDENING) $(CFLAGS) $(LIBRARY_CFLAGS)
LIBRARY_CFLAGS = $(subst -I/,-isystem /,$(shell pkg-config --cflags $(LIBRARIES)))
LIBRARY_LIBS   = $(shell pkg-config --libs $(LIBRARIES))
ALL_LDFLAGS    = -Wl,-z,relro,-z,now,--as-needed $(LDFLAGS)

SOURCES := $(sort $(wildcard src/*/*.c))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/obj/%.o)
LIBRARY_OBJECTS := $(filter-out $(BUILD)/obj/cli/%,$(OBJECTS))
CLI_OBJECTS     := $(filter $(BUILD)/obj/cli/%,$(OBJECTS))
UNIT_TESTS := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/unit/*/test_*.c)))

.PHONY: all unit clean
.DELETE_ON_ERROR:

all: $(BUILD)/liner

$(BUILD)/liner: $(CLI_OBJECTS) $(BUILD)/libliner.a
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBRARY_LIBS)

$(BUILD)/libliner.a: $(LIBRARY_OBJECTS)
	rm -f $@
	ar rcs $@ $^

$(BUILD)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/libliner.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests/unit -MMD -MP $(ALL_LDFLAGS) -o $@ $< $(BUILD)/libliner.a $(LIBRARY_LIBS) -lserd-0 -lcunit

unit: $(UNIT_TESTS)
	@for t in $(UNIT_TESTS); do echo "$$t"; $$t || exit 1; done

clean:
	rm -rf $(BUILD)

-include $(OBJECTS:.o=.d) $(UNIT_TESTS:=.d)
