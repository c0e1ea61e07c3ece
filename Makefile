# SPDX-FileCopyrightText: 2026 the liner authors
# SPDX-License-Identifier: Apache-2.0
#
# The only build file. `make` builds, `make demo` and `make test` also install what is missing; `make help` lists the rest.
# CC, CFLAGS, CPPFLAGS and LDFLAGS are yours. Objects go to $(BUILD), never beside the sources.

BUILD    ?= build
OUT      ?= out
TESTDATA ?= ../shared
PREFIX   ?= /usr/local
DESTDIR  ?=
CFLAGS   ?= -O2 -g
LTO      ?=
FORTIFY  ?= -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
V        ?=
ifeq ($(origin CC),default)
CC := gcc
endif
VERSION  := $(shell sed -n 's/^.define LN_VERSION "\(.*\)"$$/\1/p' src/cli/version.h)

# Debian's names of the packages that hold these, and of all tools, are in tools/packages.txt.
# These are loaded when they are needed, as src/graph/read_raptor_library.h does it: only their headers are used.
LOADED    := raptor2 libcurl libmicrohttpd
LIBRARIES := serd-0 jansson expat yajl zlib libzstd libxxhash libutf8proc libpcre2-8 nettle
TEST_LIBRARIES := cunit rasqal raptor2
WARNINGS  := -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Warith-conversion -Wshadow -Wstrict-prototypes \
  -Wold-style-definition -Wmissing-prototypes -Wmissing-declarations -Wredundant-decls -Wnested-externs -Wcast-qual \
  -Wcast-align=strict -Wbad-function-cast -Wpointer-arith -Wwrite-strings -Wformat=2 -Wformat-signedness \
  -Wformat-overflow=2 -Wformat-truncation=2 -Wundef -Wvla -Walloca -Wswitch-enum -Wimplicit-fallthrough=5 \
  -Wnull-dereference -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wjump-misses-init -Wdouble-promotion \
  -Wfloat-equal -Wdate-time -Wunused-macros -Wunused-const-variable=2 -Wstringop-overflow=4 -Wuse-after-free=3 \
  -Wattribute-alias=2 -Wtrampolines -Winit-self -Wframe-larger-than=4096
HARDENING := -fstack-protector-strong -fstack-clash-protection -fcf-protection -fvisibility=hidden \
  -ffile-prefix-map=$(CURDIR)=. -ffile-prefix-map=$(abspath $(BUILD))=build
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -Isrc $(WARNINGS) $(HARDENING) $(FORTIFY) $(LTO) $(CPPFLAGS) $(CFLAGS) \
  $(LIBRARY_CFLAGS)
ALL_LDFLAGS = -Wl,-z,relro,-z,now,--as-needed $(LDFLAGS)
# pkg-config is asked once, and only if something is to be compiled.
LIBRARY_CFLAGS = $(eval LIBRARY_CFLAGS := $$(subst -I/,-isystem /,$$(shell pkg-config --cflags $(LIBRARIES) $(LOADED))))$(LIBRARY_CFLAGS)
LIBRARY_LIBS   = $(eval LIBRARY_LIBS := $$(shell pkg-config --libs $(LIBRARIES)))$(LIBRARY_LIBS)
TEST_CFLAGS    = $(eval TEST_CFLAGS := $$(subst -I/,-isystem /,$$(shell pkg-config --cflags $(TEST_LIBRARIES))))$(TEST_CFLAGS)
TEST_LIBS      = $(eval TEST_LIBS := $$(shell pkg-config --libs $(TEST_LIBRARIES)))$(TEST_LIBS)

SOURCES := $(sort $(wildcard src/*/*.c))
HEADERS := $(sort $(wildcard src/*/*.h))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/obj/%.o)
LIBRARY_OBJECTS := $(filter-out $(BUILD)/obj/cli/%,$(OBJECTS)) $(BUILD)/gen/embedded.o
CLI_OBJECTS     := $(filter $(BUILD)/obj/cli/%,$(OBJECTS))
EMBEDDED        := $(sort $(wildcard ontology/*.json ontology/*.csv ontology/*.jsonld ontology/*.ttl data/starter/* data/profiles/*/* data/queries/*))
PROFILES        := $(patsubst data/%,%,$(sort $(wildcard data/profiles/*/*)))
UNIT_SOURCES    := $(sort $(wildcard tests/unit/*/test_*.c))
UNIT_TESTS      := $(UNIT_SOURCES:tests/unit/%.c=$(BUILD)/tests/%)
# Everything but the command line; what a program that uses libliner.a may include.
PUBLIC_HEADERS  := $(filter-out src/cli/%,$(HEADERS)) src/base/codes.def $(wildcard src/dispute/*.def)
CATALOGUE       := $(sort $(wildcard data/thom-russo/*.csv))

ifeq ($(V),)
say = @printf '  %-5s %s\n' $(1) $@;
else
say =
endif
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc)
endif
MAKEFLAGS += --no-print-directory

.PHONY: all units unit fuzzers fuzz demo show test check accept docs ontology bench bench-imdb bench-size bench-validate bench-query bench-diff bench-peers interop collections cluster stores fresh install uninstall clean help tidy format FORCE
.DELETE_ON_ERROR:

all: $(BUILD)/liner

help:
	@echo 'make             build $(BUILD)/liner; names the packages that are missing'
	@echo 'make demo        install what is missing, build, export data/thom-russo to $(OUT)/, show some of it'
	@echo 'make test        install what is missing, build, run every test'
	@echo 'make check       lint, static analysis, warnings as errors, address and undefined behaviour sanitizers'
	@echo 'make accept      let the cases expect what the program does now; look at git diff afterwards'
	@echo 'make docs        write the generated pages of docs/ anew'
	@echo 'make ontology    write the Turtle files of ontology/ that are made from its tables'
	@echo 'make format      lay out the sources with clang-format-19'
	@echo 'make bench       speed and memory, beside other programs'
	@echo 'make bench-imdb  all tables of an IMDb-shaped set at two sizes: speed, and that memory does not grow'
	@echo 'make bench-size  a hundred million rows: the rate, the memory, the keys; some minutes'
	@echo 'make bench-query     a store file and a first question to it, beside librdf and Oxigraph where they are installed'
	@echo 'make bench-diff      two graphs of ten million triples compared, beside sort and comm'
	@echo 'make bench-validate  a graph against the shapes of ontology/, by liner, pySHACL and Jena (after make interop)'
	@echo 'make bench-peers the same triples by liner and by programs from PyPI, crates.io and Debian; ROWS=N'
	@echo 'make fuzz        fuzz each target for FUZZ_SECONDS (60), with FUZZ_ENGINE=libfuzzer or afl'
	@echo 'make interop     read the output with programs of other houses (from PyPI)'
	@echo 'make collections ask the graphs of public data sets what is known of them (from PyPI)'
	@echo 'make cluster     convert a table in parts under Slurm and Spark (as root for Slurm)'
	@echo 'make stores      real SPARQL stores against the table of what they do, and liner loads into them'
	@echo 'make fresh       prove the two commands of the README in a bare Debian 12 (as root)'
	@echo 'make install     to $$(DESTDIR)$$(PREFIX), which is $(DESTDIR)$(PREFIX); make uninstall takes it away'
	@echo 'make clean       remove $(BUILD)/'
	@echo
	@echo 'BUILD=DIR OUT=DIR TESTDATA=DIR CC=... CFLAGS=... LDFLAGS=... LTO=... V=1 (shows the commands)'

# ---- building ----

$(BUILD)/liner: $(CLI_OBJECTS) $(BUILD)/libliner.a
	$(call say,LINK)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBRARY_LIBS)

$(BUILD)/libliner.a: $(LIBRARY_OBJECTS)
	$(call say,AR)rm -f $@ && ar rcsD $@ $^

$(BUILD)/obj/%.o: src/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/gen/embedded.o: $(BUILD)/gen/embedded.c $(BUILD)/flags src/map/embedded.h
	$(call say,CC)$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/gen/embedded.c: $(BUILD)/gen/embed $(EMBEDDED) $(BUILD)/gen/embedded.list
	$(call say,GEN)$< $(EMBEDDED) >$@

$(BUILD)/gen/embed: tools/embed.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC)$(CC) -std=c11 $(WARNINGS) -O1 -o $@ $<

# These two change only if their content does, so that what depends on them is made anew only then.
$(BUILD)/flags: $(BUILD)/packages FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(ALL_CFLAGS)' >$@.new && { cmp -s $@.new $@ || cp $@.new $@; } && rm -f $@.new

$(BUILD)/gen/embedded.list: FORCE
	@mkdir -p $(@D)
	@echo '$(EMBEDDED)' >$@.new && { cmp -s $@.new $@ || cp $@.new $@; } && rm -f $@.new

$(BUILD)/packages: tools/packages.txt
	@mkdir -p $(@D)
	@tools/packages.sh need build && touch $@

# ---- the demonstration ----

demo:
	@tools/packages.sh install build
	@$(MAKE) show

show: $(OUT)/thom-russo.ttl $(OUT)/thom-russo.jsonld $(OUT)/thom-russo.nt
	@echo
	@ls -1 $^
	@echo
	@tail -n 1 $(BUILD)/demo.ttl.log
	@echo
	@awk '!/^@prefix/ && (NF || n) && n++ < 10' $(OUT)/thom-russo.ttl

$(OUT)/thom-russo.%: $(BUILD)/liner $(CATALOGUE)
	@mkdir -p $(@D)
	$(call say,OUT)$(BUILD)/liner export data/thom-russo -o $@ 2>$(BUILD)/demo.$*.log || { cat $(BUILD)/demo.$*.log; exit 1; }

# ---- tests ----

units: $(UNIT_TESTS) $(BUILD)/tests/suites/run $(BUILD)/tests/suites/quads fuzzers

unit: $(UNIT_TESTS)
	@BUILD=$(BUILD) tests/unit/run.sh

# Compiled apart from linking, since most changes touch the library and no test. Tests use the library's ordinary code even if
# it also holds code for optimizing at link time.
$(BUILD)/tests/obj/%.o: tests/unit/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(ALL_CFLAGS) $(TEST_CFLAGS) -fno-lto -Wno-frame-larger-than -Itests/unit -MMD -MP -c -o $@ $<

$(filter $(BUILD)/tests/cli/%,$(UNIT_TESTS)): $(filter-out %/main.o,$(CLI_OBJECTS))
$(UNIT_TESTS): $(BUILD)/tests/%: $(BUILD)/tests/obj/%.o $(BUILD)/libliner.a
	@mkdir -p $(@D)
	$(call say,TEST)$(CC) $(ALL_CFLAGS) -fno-lto $(ALL_LDFLAGS) -o $@ \
	  $(filter %.o,$^) $(filter %.a,$^) $(LIBRARY_LIBS) $(TEST_LIBS)

include tests/suites/build.mk
include tests/fuzz/build.mk

test:
	@tools/packages.sh install build test
	@$(MAKE) all units
	@BUILD=$(BUILD) TESTDATA=$(TESTDATA) tests/all.sh

check:
	@tools/packages.sh install build test check
	@BUILD=$(BUILD) TESTDATA=$(TESTDATA) tests/check.sh

accept: all
	@BUILD=$(BUILD) tests/cases/run.sh --accept

tidy: $(SOURCES:src/%.c=$(BUILD)/tidy/%)

$(BUILD)/tidy/%: src/%.c .clang-tidy $(HEADERS)
	@mkdir -p $(@D)
	$(call say,TIDY)clang-tidy-19 --quiet --warnings-as-errors='*' $< -- -std=c11 -D_POSIX_C_SOURCE=200809L -Isrc \
	  $(LIBRARY_CFLAGS) >$@.log 2>&1 || { grep -E ' (error|warning): ' $@.log; exit 1; }
	@touch $@

format:
	clang-format-19 -i $(wildcard src/*/*.[ch] tests/unit/*.h tests/unit/*/*.[ch] tests/fuzz/*.[ch] tools/*.c bench/*.c)

ontology:
	tools/schemes.sh ontology ontology

docs: all
	$(BUILD)/liner man >docs/liner.1
	tools/diagnostics.sh $(abspath $(BUILD))/liner >docs/diagnostics.md

bench: all
	@BUILD=$(BUILD) TESTDATA=$(TESTDATA) bench/run.sh

bench-imdb: all
	@BUILD=$(BUILD) TESTDATA=$(TESTDATA) bench/dump.sh

bench-size: all
	@BUILD=$(BUILD) bench/size.sh

bench-validate: all
	@BUILD=$(BUILD) TESTDATA=$(TESTDATA) bench/validate.sh

bench-query: all
	@BUILD=$(BUILD) bench/query.sh

bench-diff: all
	@BUILD=$(BUILD) bench/diff.sh

bench-peers: all
	@BUILD=$(BUILD) TESTDATA=$(TESTDATA) bench/peers.sh

fuzz:
	@BUILD=$(BUILD) tests/fuzz/fuzz.sh

interop: all
	@BUILD=$(BUILD) TESTDATA=$(TESTDATA) tests/interop/run.sh

collections: all
	@tools/packages.sh install interop
	@BUILD=$(BUILD) TESTDATA=$(TESTDATA) tests/collections/run.sh --ask

cluster: all
	-@tools/packages.sh install cluster
	@BUILD=$(BUILD) tests/cluster/run.sh

stores: all
	@BUILD=$(BUILD) tests/stores/run.sh

fresh:
	@tools/packages.sh install fresh
	@BUILD=$(BUILD) tools/fresh.sh

# ---- installing ----

install: all
	install -D -m 755 $(BUILD)/liner $(DESTDIR)$(PREFIX)/bin/liner
	install -D -m 644 $(BUILD)/libliner.a $(DESTDIR)$(PREFIX)/lib/libliner.a
	for h in $(PUBLIC_HEADERS:src/%=%); do install -D -m 644 src/$$h $(DESTDIR)$(PREFIX)/include/liner/$$h || exit 1; done
	install -D -m 644 docs/liner.1 $(DESTDIR)$(PREFIX)/share/man/man1/liner.1
	$(BUILD)/liner completion >$(BUILD)/gen/completion
	install -D -m 644 $(BUILD)/gen/completion $(DESTDIR)$(PREFIX)/share/bash-completion/completions/liner
	install -D -m 644 docs/mapping.schema.json $(DESTDIR)$(PREFIX)/share/liner/mapping.schema.json
	install -d $(DESTDIR)$(PREFIX)/share/liner/ontology
	install -m 644 $(wildcard ontology/*) $(DESTDIR)$(PREFIX)/share/liner/ontology
	for f in $(PROFILES); do install -D -m 644 data/$$f $(DESTDIR)$(PREFIX)/share/liner/$$f || exit 1; done
	printf '%s\n' 'prefix=$(PREFIX)' 'Name: liner' 'Description: tables of people, works, credits and awards to RDF' \
	  'Version: $(VERSION)' 'Requires: $(LIBRARIES)' 'Requires.private: $(LOADED)' 'Libs: -L$${prefix}/lib -lliner' \
	  'Cflags: -I$${prefix}/include/liner' >$(BUILD)/gen/liner.pc
	install -D -m 644 $(BUILD)/gen/liner.pc $(DESTDIR)$(PREFIX)/lib/pkgconfig/liner.pc

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/liner $(DESTDIR)$(PREFIX)/lib/libliner.a $(DESTDIR)$(PREFIX)/lib/pkgconfig/liner.pc \
	  $(DESTDIR)$(PREFIX)/share/man/man1/liner.1 $(DESTDIR)$(PREFIX)/share/bash-completion/completions/liner
	rm -rf $(DESTDIR)$(PREFIX)/include/liner $(DESTDIR)$(PREFIX)/share/liner

clean:
	rm -rf $(BUILD)

-include $(OBJECTS:.o=.d) $(UNIT_TESTS:$(BUILD)/tests/%=$(BUILD)/tests/obj/%.d)
