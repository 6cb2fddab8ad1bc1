#!/bin/sh
# Finds what the build and the tests need. On Debian (as root, or with sudo) installs what is missing; elsewhere names
# it and fails. One line per need: the Debian package, then a command that succeeds when it is there.
#
# For boards of an SDK, `causeway build --board` also needs gcc-aarch64-linux-gnu, g++-aarch64-linux-gnu (for components
# in C++), picolibc-aarch64-linux-gnu and, to run them, qemu-system-arm. They are large, and nothing else needs them:
# they are not installed here, and tests of boards are skipped without them.
set -u

needs='
gcc              command -v gcc
cmake            command -v cmake
make             command -v make
pkg-config       command -v pkg-config
musl-tools       command -v musl-gcc
libexpat1-dev    pkg-config --exists expat
libfdt-dev       test -e /usr/include/libfdt.h
libelf-dev       pkg-config --exists libelf
libseccomp-dev   pkg-config --exists libseccomp
libcmocka-dev    pkg-config --exists cmocka
python3          command -v python3
g++              command -v g++
graphviz         command -v dot
'

missing=''
while read -r package check; do
	[ -n "$package" ] || continue
	sh -c "$check" >/dev/null 2>&1 || missing="$missing $package"
done <<END
$needs
END
[ -n "$missing" ] || exit 0

as_root=''
[ "$(id -u)" -eq 0 ] || as_root=sudo
if command -v apt-get >/dev/null 2>&1 && { [ -z "$as_root" ] || command -v sudo >/dev/null 2>&1; }; then
	echo "Installing:$missing"
	# shellcheck disable=SC2086
	$as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null || {
		echo "causeway: could not install:$missing" >&2
		exit 1
	}
	exit 0
fi
echo "causeway: please install what these Debian packages hold:$missing" >&2
exit 1
