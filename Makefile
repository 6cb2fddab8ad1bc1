# A thin front door to the CMake presets. Each target installs what it needs first (Debian), or names what is missing.

JOBS ?= $(shell nproc)
PREFIX ?= /usr/local
MAKEFLAGS += --no-print-directory

.PHONY: run test release debug install clean

run: release
	build/release/bin/causeway run examples/ping-pong -o build/run/ping-pong

test: debug
	ctest --preset debug -j $(JOBS)

release debug: %:
	@tools/dependencies.sh
	@cmake --preset $@ > build-$@.log 2>&1 || { cat build-$@.log; rm -f build-$@.log; exit 1; }
	@rm -f build-$@.log
	cmake --build --preset $@ -j $(JOBS)

install: release
	cmake --install build/release --prefix $(PREFIX)

clean:
	rm -rf build
