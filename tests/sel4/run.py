#!/usr/bin/env python3
"""Boots systems on seL4: the conformance suite's cases for it, applications with the tests and
transcripts that hold on Linux, the guide's first system among them.

Status 77 (skipped) when something is missing that this needs; it says what.

usage: run.py CAUSEWAY SOURCE_DIR SCRATCH [CASE...]
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

import contract

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


def run_transcripts(tool, source, scratch, chosen):
    """The systems of tests/run, with the transcripts that hold on Linux; yields each one's name and what differs."""
    toolchain = next((scratch / "cache").glob("*/toolchain.cmake"))
    (scratch / "transcripts").mkdir(exist_ok=True)
    for transcript in sorted((source / "tests/run").glob("*.transcript")):
        text = transcript.read_text(encoding="utf-8")
        if (not chosen or transcript.stem in chosen) and not re.search(r"^boards: linux$|^modes: sim$|^system:", text, re.M):
            run = subprocess.run([sys.executable, str(source / "tests/run/run.py"), tool, str(transcript),
                                  str(scratch / "transcripts"), str(toolchain), f"--board={BOARD}"],
                                 capture_output=True, text=True, check=False, timeout=300)
            yield f"transcript {transcript.stem}", run.stdout + run.stderr if run.returncode else ""


def run_failing_test(tool, scratch):
    """`causeway test` tells that a text did not come."""
    folder = scratch / "transcripts" / f"ping-pong--board={BOARD}"
    (folder / "simulate_test.tcl").write_text('wait_for "ping:"\nwait_for "all 6 messages"\n', encoding="utf-8")
    run = subprocess.run([tool, "test", f"--board={BOARD}", str(folder)], capture_output=True, text=True, check=False, timeout=300)
    expected = f'FAIL  {folder.name}: the system came to rest before "all 6 messages" came\n'
    return "" if run.returncode == 1 and run.stdout == expected else run.stdout + run.stderr


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
    others = list(run_transcripts(tool, source, scratch, chosen))
    if not chosen or "contract" in chosen:
        toolchain = next((scratch / "cache").glob("*/toolchain.cmake"))
        others.append(("contract", contract.run(toolchain, scratch / "contract")))
    if not chosen or "ping-pong" in chosen:
        others.append(("test that fails", run_failing_test(tool, scratch)))
    for name, problem in others:
        print(f"{'FAIL' if problem else 'pass'} {name}\n{problem}".rstrip())
        failures += problem != ""
    sys.exit(1 if failures else 0)


main()
