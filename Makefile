# SPDX-License-Identifier: GPL-3.0-or-later
# thoatngheo -- can a commune's poverty-reduction quotas be met?   `make help` lists targets.
#
#   make run              set up, build, and do the main job on data/cam-binh-2024
#   make test             set up, build, and run every test
#   make check            every test, without touching packages
#   make check T=poisbin  one module's      make check SAN=1   under ASan and UBSan
#   make CC=clang O=-O3   other tools; each setting rebuilds what it must

CC       = $(if $(MPI),mpicc,$(if $(filter thread memory,$(SAN)),clang,gcc))
O        = $(if $(FUZZ),-O2,$(if $(SAN),-O1,-O3))
PREFIX   = /usr/local
FUZZ_CC  = clang
PLAN     = data/cam-binh-2024
# As many compilers at once as there are processors, unless make was told (-j).
JOBS     = $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(shell nproc))

comma    = ,
VERSION  = 0.1.0
# What the build needs: pkg-config name or header or program, and Debian's package.
PACKAGES = gcc:gcc make:make pkg-config:pkg-config gsl:libgsl-dev csv.h:libcsv-dev \
           libutf8proc:libutf8proc-dev nettle:nettle-dev cmocka:libcmocka-dev \
           xlsxwriter.h:libxlsxwriter-dev libzip:libzip-dev zlib:zlib1g-dev unzip:unzip clang:clang wasm-ld:lld gnuplot:gnuplot-nox fonts:fonts-noto-core
# What bench-peers compares with.
PEERS    = Rscript:r-base-core f2py3:python3-numpy R-PoissonBinomial:r-cran-poissonbinomial \
           R-lme4:r-cran-lme4 R-rjags:r-cran-rjags R-rstan:r-cran-rstan R-BH:r-cran-bh \
           R-RcppEigen:r-cran-rcppeigen
# What the page is looked at with.
PAGE     = node:nodejs npm:npm chromium:chromium convert:imagemagick clang:clang wasm-ld:lld
# What workbook and document are opened with.
OFFICE   = soffice:libreoffice-calc-nogui /usr/lib/libreoffice/program/libsclo.so:libreoffice-calc-nogui \
           /usr/lib/libreoffice/program/libswlo.so:libreoffice-writer-nogui pdftotext:poppler-utils \
           /usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf:fonts-liberation2 node:nodejs
# What check-mpi and check-slurm run.
MPIS     = mpicc:libopenmpi-dev mpirun:openmpi-bin
SLURM    = slurmctld:slurm-wlm munged:munge
# What faults, hostile, determinism and check-install look with.
TRUST    = strace:strace xmllint:libxml2-utils jq:jq unzip:unzip perl:perl localedef:libc-bin \
           groff:groff s390x-linux-gnu-gcc:gcc-s390x-linux-gnu i686-linux-gnu-gcc:gcc-i686-linux-gnu \
           qemu-s390x:qemu-user
LINTERS  = $(TRUST) clang:clang clang-format:clang-format cppcheck:cppcheck ctags:universal-ctags

WARN     = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wcast-qual -Wundef -Wvla \
           -Wstrict-prototypes -Wmissing-prototypes -Wdouble-promotion -Wformat=2 -Werror \
           -Wno-overlength-strings $(if $(findstring clang,$(CC)),-Wno-double-promotion)
# One rounding rule everywhere: no fused multiply-add, no -ffast-math (README, "Numbers").
FLOAT    = -ffp-contract=off
# SAN=1: addresses and undefined behaviour; SAN=thread: races, with threads (clang, whose
# runtime tells the sanitizer of OpenMP's own order); SAN=memory: bytes never written (clang),
# tests/msan.c saying what libraries not built for it write.
SANITIZE = $(if $(SAN),$(SAN_$(SAN)) $(if $(FUZZ),\
           -fsanitize-trap=undefined -fno-sanitize=null -fno-sanitize=alignment \
           -fno-sanitize=pointer-overflow -fsanitize=fuzzer-no-link \
           -fno-sanitize-coverage=trace-cmp -DTN_ARENA_POISONED,\
           -fno-sanitize-recover=all -DTN_ARENA_STRICT))
SAN_1      = -fsanitize=address -fsanitize=undefined
SAN_thread = -fsanitize=thread
SAN_memory = -fsanitize=memory -fsanitize-memory-param-retval -fsanitize-memory-track-origins
SAN_RUN    = $(if $(filter thread,$(SAN)),OMP_NUM_THREADS=3 TSAN_OPTIONS=ignore_noninstrumented_modules=1)
WRAPPED    = $(shell grep -oE '^WRAPPED.[a-z_0-9 *]+, [a-zA-Z_0-9]+' tests/msan.c | sed 's/.* //')
MSAN       = $(if $(filter memory,$(SAN)),$B/tests/msan.o)
COVERAGE = $(if $(COV),--coverage)
# Threads where the compiler has OpenMP (clang needs libomp-dev for it); else only its
# simd loops, so that the other pragmas are passed over without a warning.
OPENMP  := $(if $(filter-out thread,$(SAN)),-fopenmp-simd,$(shell echo "int main(void){return 0;}" | \
           $(CC) -fopenmp -x c -o /dev/null - 2>/dev/null && echo -fopenmp || echo -fopenmp-simd))

B        = build/$(if $(FUZZ),fuzz,)$(if $(SAN),san$(SAN:1=),$(if $(COV),cov,release))$(if $(findstring clang,$(CC)),-clang)$(if $(MPI),-mpi)$(if $(PIC),-pic)
FLAGS    = -std=c11 -D_POSIX_C_SOURCE=200809L -Iinclude -g $O $(WARN) $(FLOAT) $(SANITIZE) \
           $(COVERAGE) $(OPENMP) $(if $(PIC),-fPIC) -DTN_VERSION='"$(VERSION)"' $(CFLAGS)
LIBS     = $(MSAN) $(if $(MSAN),$(addprefix -Wl$(comma)--wrap=,$(WRAPPED))) -lgsl -lgslcblas -lcsv -lutf8proc -lnettle -lxlsxwriter -lzip -lz -lm

# The what-if of the page runs in a browser: WebAssembly, no C library, nothing imported.
WASM_CC  = clang
WASM_C   = $(wildcard src/wasm/*.c) src/base/arena.c $(addprefix src/num/, \
           effects.c alike.c together.c group.c lanes.c joint.c grid.c hermite.c poisbin.c portable.c)
WASM_FLAGS = --target=wasm32 -std=c11 -O2 $(FLOAT) -ffreestanding -nostdlib -Wall -Wextra \
           -Werror -Isrc/wasm/libc -Isrc/wasm -Iinclude -Wl,--no-entry -Wl,--strip-all \
           -Wl,--export=tn_wasm_in,--export=tn_wasm_out,--export=tn_wasm_whatif
WASM     = build/whatif.wasm

LIB_C    = $(filter-out src/cli/% src/wasm/%,$(wildcard src/*/*.c))
# One process, or those that mpirun starts: src/cli/team.h.
CLI_C    = $(filter-out src/cli/$(if $(MPI),alone,mpi).c,$(wildcard src/cli/*.c))
PROGRAM  = thoatngheo$(if $(MPI),-mpi)
TEST_C   = $(wildcard $(patsubst %,tests/test_%.c,$(or $T,*)))
FUZZ_C   = $(wildcard $(patsubst %,tests/fuzz_%.c,$(or $T,*)))
REPLAYS  = $(patsubst tests/fuzz_%.c,$B/tests/replay_%,$(FUZZ_C))
BENCH_C  = $(wildcard bench/bench_*.c)
objects  = $(patsubst %.c,$B/%.o,$1)
programs = $(patsubst %.c,$B/%,$1)

all: $(PROGRAM)           ## the program (default); MPI=1: thoatngheo-mpi
lib: $B/libthoatngheo.a   ## the library alone

$(PROGRAM): $B/thoatngheo
	ln -sfn $< $@

# A line a file; V=1 shows the whole command.
Q        = $(if $V,,@echo "  $@";)

$B/thoatngheo: $(call objects,$(CLI_C)) $B/libthoatngheo.a $(MSAN)
	$Q$(CC) $(FLAGS) -o $@ $(filter-out $(MSAN),$^) $(LIBS)

$B/libthoatngheo.a: $(call objects,$(LIB_C))
	$Qrm -f $@ && $(AR) rcs $@ $^

$B/tests/test_%: $B/tests/test_%.o $B/tests/check.o $B/libthoatngheo.a $(MSAN)
	$Q$(CC) $(FLAGS) -o $@ $(filter-out $(MSAN),$^) -lcmocka $(LIBS)

$B/bench/%: $B/bench/%.o $B/libthoatngheo.a
	$Q$(CC) $(FLAGS) -o $@ $^ $(LIBS)

$B/%.o: %.c $B/flags
	@mkdir -p $(@D)
	$Q$(CC) $(FLAGS) -MMD -MP -c -o $@ $<

# Files that are part of the program as they are (.incbin).
$B/src/data/defaults.o: data/priors/default.csv
$B/src/show/webpage.o: src/show/page.css
$B/src/show/page_whatif.o: FLAGS += -DTN_WASM='"$(WASM)"'
$B/src/show/page_whatif.o: src/show/page.js $(WASM)

# The core for the page: the sources of tn/num as they are, and a few functions of the C
# library. Without the compiler it is empty, and the page has no what-if.
$(WASM): $(WASM_C) $(wildcard src/wasm/*.h src/wasm/libc/*.h src/num/*.h include/tn/num/*.h)
	@mkdir -p $(@D)
	$Qif command -v $(WASM_CC) wasm-ld >/dev/null; then \
	    $(WASM_CC) $(WASM_FLAGS) -o $@ $(WASM_C); else : > $@; fi

# Changes when, and only when, the compiler or its flags do.
$B/flags: force
	@mkdir -p $B; echo '$(CC) $(FLAGS)' | cmp -s - $@ || echo '$(CC) $(FLAGS)' > $@

run: packages        ## set up, build, write the report of PLAN into plots/
	@$(MAKE) --no-print-directory $(JOBS) all
	./thoatngheo report $(PLAN) --output plots/$(notdir $(PLAN))

test: packages       ## set up, build, run every test
	@$(MAKE) --no-print-directory $(JOBS) check

packages:            ## install what is missing (apt-get, through sudo where not root)
	@tests/packages.sh $(PACKAGES) $(if $(LINT),$(LINTERS))

check:               ## every test; T="name ..." for some, SAN=1, thread or memory: under sanitizers
	@$(MAKE) --no-print-directory $(JOBS) $B/thoatngheo $(call programs,$(TEST_C)) $(REPLAYS)
	@$(SAN_RUN) tests/run.sh $B $(if $T,,golden) $(call programs,$(TEST_C)) $(REPLAYS)

golden: $B/thoatngheo       ## the program's answers against tests/golden; UPDATE=1 rewrites them
	@tests/golden.sh $B/thoatngheo

# Twice over: the program carries the file that it writes.
priors: $B/thoatngheo       ## data/priors/default.csv anew, from data/reference and elicited.csv
	$< priors data/reference --elicited data/priors/elicited.csv --write data/priors/default.csv
	@$(MAKE) --no-print-directory all

browser:             ## the page in a real browser: Chromium, axe-core; UPDATE=1 rewrites its pictures
	@tests/packages.sh $(PACKAGES) $(PAGE)
	@$(MAKE) --no-print-directory $(JOBS) $B/thoatngheo
	@tests/browser.sh $B/thoatngheo page

office:              ## the workbook and the document in LibreOffice
	@tests/packages.sh $(PACKAGES) $(OFFICE)
	@$(MAKE) --no-print-directory $(JOBS) $B/thoatngheo
	@tests/office.sh $B/thoatngheo

check-mpi: all       ## thoatngheo-mpi on 1 to 4 ranks against the program alone
	@tests/packages.sh $(MPIS)
	@$(MAKE) --no-print-directory $(JOBS) MPI=1 all
	@tests/mpi.sh ./thoatngheo ./thoatngheo-mpi

check-slurm: all     ## the README's batch files under a Slurm of one node (as root)
	@tests/packages.sh $(MPIS) $(SLURM)
	@$(MAKE) --no-print-directory $(JOBS) MPI=1 all
	@tests/slurm.sh ./thoatngheo ./thoatngheo-mpi

FAULTS = long        # or short, or one suite: FAULTS="long memory" (tests/faults/)
faults: $B/thoatngheo       ## what the program does when memory, disk, gnuplot, signals fail it
	@tests/faults.sh $B/thoatngheo $(FAULTS)

bench: $(call programs,$(BENCH_C))   ## timings, one line each, medians of repeated runs
	@for b in $^; do $$b || exit 1; done

bench-country: $B/thoatngheo   ## a made-up country of growing size, at every level
	@bench/country.sh $< $(SIZES)

bench-peers: $(call programs,$(BENCH_C))   ## the same work by R, numpy and others, and the ratios
	@tests/packages.sh $(PEERS)
	@for p in bench/peers/*.sh; do $$p $B || exit 1; done

FUZZ_SECONDS = 60   # of each target
fuzz:                ## each fuzz target for FUZZ_SECONDS under ASan and UBSan; T=name for one
	@$(MAKE) --no-print-directory $(JOBS) FUZZ=1 SAN=1 CC=$(FUZZ_CC) fuzz-run

# What a target finds stays beside it; its replay_ then says where memory came from. Texts
# are short: a longer one takes the time of many, and finds little that they do not.
FUZZ_ASAN  = quarantine_size_mb=1:malloc_context_size=0:max_malloc_fill_size=16
FUZZ_FLAGS = -entropic=0 -timeout=5 -rss_limit_mb=512 -print_final_stats=1
FUZZ_LEN   = $(or $(LEN_$*),256)
LEN_number = 1024
LEN_options = 512
LEN_text   = 512
LEN_villages = 192
LEN_households = 192
FUZZED     = $(patsubst tests/fuzz_%.c,fuzz-run-%,$(FUZZ_C))
fuzz-run: $(FUZZED)
$(FUZZED): fuzz-run-%: $B/tests/fuzz_%
	@mkdir -p $<.corpus
	@ASAN_OPTIONS=$(FUZZ_ASAN) $< $(FUZZ_FLAGS) -max_total_time=$(FUZZ_SECONDS) \
	    -max_len=$(FUZZ_LEN) -artifact_prefix=$<. $<.corpus tests/corpus/*/ > $<.log 2>&1 || \
	    { tail -40 $<.log; exit 1; }
	@sed -n 's/^stat::number_of_executed_units: */$*: executions: /p' $<.log

$B/tests/fuzz_%: $B/tests/fuzz_%.o $B/tests/held.o $B/libthoatngheo.a
	$Q$(CC) $(FLAGS) -fsanitize=fuzzer -Wl,--wrap=iconv_open -Wl,--wrap=iconv_close -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LIBS)

# The same on the files of the corpus alone, for make check.
$B/tests/replay_%: $B/tests/fuzz_%.o $B/tests/replay.o $B/libthoatngheo.a $(MSAN)
	$Q$(CC) $(FLAGS) -o $@ $(filter-out $(MSAN),$(filter %.o,$^)) $(filter %.a,$^) $(LIBS)

$B/tests/fuzz_options $B/tests/replay_options: $B/src/cli/options.o

valgrind: $B/thoatngheo     ## every command on both plans under valgrind
	@tests/valgrind.sh $B/thoatngheo

coverage:            ## line and branch coverage of src/ by layer; pages in build/cov/html
	find build/cov -name '*.gcda' -delete 2> /dev/null; true
	OMP_NUM_THREADS=1 $(MAKE) check COV=1 O=-O0
	tests/coverage.sh build/cov

# The loops over grids and draws would take half an hour as they are written.
ifdef COV
$B/src/num/%.o: FLAGS += -O1 -fno-inline
endif

lint:                ## layers, words, lengths, headers that stand alone, format, static analysis
	tests/lint/layers.sh
	tests/lint/gsl.sh
	tests/lint/words.sh
	tests/lint/lengths.sh
	tests/lint/sources.sh
	@for h in $$(find include src -name '*.h' -not -path '*/libc/*'); do \
	    $(CC) $(filter-out -Wpedantic,$(FLAGS)) -fsyntax-only -x c $$h || exit 1; done
	clang-format --dry-run -Werror $$(find src include tests bench -name '*.[ch]')
	cppcheck -q --error-exitcode=1 --std=c11 --enable=warning,performance,portability \
	    --inline-suppr --suppress=missingIncludeSystem -Iinclude src

format:              ## lay the source out by .clang-format
	clang-format -i $$(find src include tests bench -name '*.[ch]')

# The library for other programs: position-independent, with the names of its headers alone.
SO       = libthoatngheo.so
SONAME   = $(SO).$(firstword $(subst ., ,$(VERSION)))
shared: $B/$(SO).$(VERSION)
$B/$(SO).$(VERSION): $(call objects,$(LIB_C)) $B/exports.map
	$Q$(CC) $(FLAGS) -shared -Wl,-soname,$(SONAME) -Wl,--version-script=$B/exports.map \
	    -Wl,--no-undefined -o $@ $(filter %.o,$^) $(LIBS)

$B/exports.map: $(shell find include -name '*.h')
	@mkdir -p $(@D)
	@{ echo '{ global:'; cat $^ | grep -oE '\btn_[a-z0-9_]+' | sort -u | sed 's/$$/;/'; \
	    echo 'local: *; };'; } > $@

# Where things go; DESTDIR= goes before all of it.
INTO     = $(DESTDIR)$(PREFIX)
install: all         ## program, manual pages, completion, headers and library into PREFIX
	@$(MAKE) --no-print-directory $(JOBS) PIC=1 shared
	install -D -m 755 $B/thoatngheo $(INTO)/bin/thoatngheo
	install -D -m 755 $B-pic/$(SO).$(VERSION) $(INTO)/lib/$(SO).$(VERSION)
	ln -sfn $(SO).$(VERSION) $(INTO)/lib/$(SONAME) && ln -sfn $(SONAME) $(INTO)/lib/$(SO)
	install -d $(INTO)/lib/pkgconfig $(INTO)/share/man/man1 $(INTO)/share/man/vi/man1 \
	    $(INTO)/share/bash-completion/completions
	sed -e 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|' src/thoatngheo.pc.in \
	    > $(INTO)/lib/pkgconfig/thoatngheo.pc
	for h in $$(cd include && find . -name '*.h'); do \
	    install -D -m 644 include/$$h $(INTO)/include/$$h || exit 1; done
	src/cli/man.sh $B/thoatngheo en > $(INTO)/share/man/man1/thoatngheo.1
	src/cli/man.sh $B/thoatngheo vi > $(INTO)/share/man/vi/man1/thoatngheo.1
	src/cli/completion.sh $B/thoatngheo > $(INTO)/share/bash-completion/completions/thoatngheo

check-install: $B/thoatngheo   ## make install into an empty folder, and a program that uses it
	@tests/install.sh

RELEASES = bookworm trixie
fresh:               ## the README's two commands in a bare Debian of each of RELEASES (as root)
	@tests/packages.sh debootstrap:debootstrap
	@tests/fresh.sh $(RELEASES)

MUTANTS  = 8         # of each source
MUTATED  = $(shell sed -n 's/:.*//p' tests/mutants/tests.txt)
mutate:              ## do the tests notice? T="name ..." for some sources of num, reader, writers, flows
	@$(MAKE) --no-print-directory $(JOBS) $B/thoatngheo $(addprefix $B/tests/,$(sort \
	    $(patsubst test_replay/%,replay_%,$(addprefix test_,$(filter-out golden/%, \
	    $(shell sed 's/^[^:]*://' tests/mutants/tests.txt))))))
	@tests/mutate.sh $B $(MUTANTS) $(if $T,$(foreach t,$T,$(filter %/$t.c,$(MUTATED))),$(MUTATED))

BUILDS   = gcc:-O0 gcc:-O1 gcc:-O2 gcc:-O3 clang:-O0 clang:-O1 clang:-O2 clang:-O3
WAYS     = all       # or few: several at once
determinism: $B/thoatngheo  ## the same bytes by any compiler, thread, locale, zone, folder, processor
	@tests/determinism.sh $B/thoatngheo "$(BUILDS)" $(WAYS)

hostile: $B/thoatngheo      ## texts that would be commands, mark-up, formulas; HOSTILE=long: all pairs
	@tests/hostile.pl $B/thoatngheo $(or $(HOSTILE),short)

clean:               ## remove build/
	rm -rf build thoatngheo thoatngheo-mpi

help:                ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## */  \1\t/p' Makefile | expand -t 14

force:
.PHONY: all lib fresh mutate valgrind shared check-install hostile determinism run test packages check check-mpi check-slurm faults golden priors browser bench bench-country bench-peers coverage lint format install clean help force
.SECONDARY:
.DELETE_ON_ERROR:

-include $(patsubst %.o,%.d,$(call objects,$(LIB_C) $(CLI_C) $(TEST_C) $(FUZZ_C) tests/check.c tests/replay.c tests/held.c $(BENCH_C)))
