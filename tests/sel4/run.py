#!/usr/bin/env python3
"""Boots systems on seL4: the conformance suite's cases for it, and the guide's first system from its .camkes.

Status 77 (skipped) when something is missing that this needs; it says what.

usage: run.py CAUSEWAY SOURCE_DIR SCRATCH [CASE...]
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

BOARD = "qemu_virt_aarch64"
PICOLIBC = "/usr/lib/picolibc/aarch64-linux-gnu/picolibc.specs"


def missing():
    if not os.environ.get("CAUSEWAY_SDK"):
        return "an SDK (CAUSEWAY_SDK)"
    for program in ("aarch64-linux-gnu-gcc", "qemu-system-aarch64"):
        if not shutil.which(program):
            return program
    return None if os.path.exists(PICOLIBC) else "picolibc"


def build_programs(tool, source, scratch):
    """The conformance suite's programs for the board; returns their folder."""
    trivial = source / "tests/conformance/console/console.system"
    # It finds no programs yet, but makes the libraries and the toolchain file.
    subprocess.run([tool, "build", f"--board={BOARD}", str(trivial), "-o", str(scratch / "none")], capture_output=True, check=False)
    toolchain = next((scratch / "cache").glob("*/toolchain.cmake"))
    subprocess.run(["cmake", "-S", str(source / "tests/conformance/pds"), "-B", str(scratch / "pds"),
                    f"-DCMAKE_TOOLCHAIN_FILE={toolchain}", f"-DCAUSEWAY_SOURCE={source}"], check=True, capture_output=True)
    subprocess.run(["cmake", "--build", str(scratch / "pds"), "--parallel", "2"], check=True, capture_output=True)
    return scratch / "pds"


def conformance_cases(source, chosen):
    for expect in sorted((source / "tests/conformance").glob("*/expect")):
        text = expect.read_text(encoding="utf-8")
        modes = re.search(r"^modes:(.*)$", text, re.M).group(1).split()
        if "sel4" in modes and (not chosen or expect.parent.name in chosen):
            yield expect.parent


def run_ping_pong(tool, source, scratch):
    """The same console as the transcript on Linux."""
    transcript = (source / "tests/run/ping-pong.transcript").read_text(encoding="utf-8").partition("\nconsole:\n")[2]
    run = subprocess.run([tool, "run", f"--board={BOARD}", "--timeout=60", str(source / "examples/ping-pong"),
                          "-o", str(scratch / "ping-pong")], capture_output=True, text=True, check=False, timeout=300)
    return "" if run.returncode == 0 and run.stdout == transcript else run.stdout + run.stderr


def main():
    lack = missing()
    if lack:
        print(f"skipped: {lack} is missing")
        sys.exit(77)
    tool, source, scratch = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    chosen, failures = sys.argv[4:], 0
    os.environ["CAUSEWAY_CACHE"] = str(scratch / "cache")
    programs = build_programs(tool, source, scratch)
    for case in conformance_cases(source, chosen):
        run = subprocess.run([sys.executable, str(source / "tests/conformance/run.py"), tool, str(case),
                              str(programs / case.name), "sel4"], capture_output=True, text=True, check=False, cwd=scratch)
        print(f"{'FAIL' if run.returncode else 'pass'} {case.name}")
        if run.returncode:
            failures += 1
            print(run.stdout + run.stderr)
    if not chosen or "ping-pong" in chosen:
        problem = run_ping_pong(tool, source, scratch)
        print(f"{'FAIL' if problem else 'pass'} ping-pong\n{problem}")
        failures += problem != ""
    sys.exit(1 if failures else 0)


main()
