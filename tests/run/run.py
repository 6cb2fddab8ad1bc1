#!/usr/bin/env python3
"""Builds and runs an application, and compares its console, its reports and its exit status with a transcript.

A transcript is a text file:

    # a comment
    app: ../../examples/ping-pong          relative to the transcript; or system: FILE.system; or a CMake project of
                                           protection domains: pds: ../../examples/timer
    flags: --timeout=20
    modes: linux                           only in real time, or: sim, only in simulated time; else it holds in both
    boards: linux                          not on seL4, which tests/sel4/run.py runs transcripts on
    input: help\\n                         what standard input has, with escapes (nothing)
    status: 0
    report: text that standard error has    (may be repeated; in this order; report@linux: not on seL4)
    console:
    the lines of standard output, all of them, in this order ("..." on a line of its own: any lines; at the end of a
    line: any end)

An application with a test of its own (add_simulate_test) has to pass that, too.

usage: run.py CAUSEWAY TRANSCRIPT SCRATCH TOOLCHAIN [--sim | --board=BOARD]
"""
import pathlib
import re
import shlex
import subprocess
import sys


def read(transcript, board="linux"):
    head, _, console = transcript.read_text(encoding="utf-8").partition("\nconsole:\n")
    fields = {"flags": "", "status": "0", "reports": []}
    for line in head.splitlines():
        key, _, value = line.partition(":")
        if line and not line.startswith("#"):
            key, _, only = key.partition("@")
            if only not in ("", board):
                continue
            if key == "report":
                fields["reports"].append(value.strip())
            else:
                fields[key] = value.strip()
    return fields, console.rstrip("\n").split("\n") if console else None


def build(source, folder, toolchain, simulate):
    """Builds a project of protection domains; its system description is in the folder it is built in."""
    configure = ["cmake", "-S", source, "-B", folder, f"-DCMAKE_TOOLCHAIN_FILE={toolchain}",
                 f"-DCAUSEWAY_SIMULATE={bool(simulate)}"]
    for command in (configure, ["cmake", "--build", folder]):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=300)
    return folder


def same_lines(expected, actual):
    ends = [(line[:-3], ".*") if line.endswith("...") else (line, "") for line in expected]
    pattern = "".join("(?:.*\n)*?" if line == "" and end else re.escape(line) + end + "\n" for line, end in ends)
    return re.fullmatch(pattern, "".join(line + "\n" for line in actual)) is not None


def own_test(command):
    test = subprocess.run(command, capture_output=True, timeout=300, check=False, text=True)
    return [f"its own test fails:\n{test.stdout}{test.stderr}"] if test.returncode else []


def main():
    tool, transcript, scratch = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    mode = sys.argv[5:]
    fields, console = read(transcript, "sel4" if any(word.startswith("--board") for word in mode) else "linux")
    source = transcript.parent / fields.get("app", fields.get("system", fields.get("pds", "")))
    output = f"{scratch}/{transcript.stem}{''.join(mode)}"
    if "pds" in fields:
        source = build(source, output, sys.argv[4], "--sim" in mode)
    command = [tool, "run", str(source), "-o", output, *mode, *shlex.split(fields["flags"])]
    text = fields.get("input", "").encode().decode("unicode_escape").encode("latin-1")
    run = subprocess.run(command, capture_output=True, timeout=300, check=False, input=text)
    console_text, reports = run.stdout.decode("utf-8", "replace"), run.stderr.decode("utf-8", "replace")
    problems = []
    if pathlib.Path(output, "simulate_test.tcl").exists():
        problems += own_test([tool, "test", output, *mode])
    if run.returncode != int(fields["status"]):
        problems.append(f"exit status {run.returncode}, not {fields['status']}")
    if console is not None and not same_lines(console, console_text.splitlines()):
        problems.append("the console differs")
    position = 0
    for report in fields["reports"]:
        found = reports.find(report, position)
        if found < 0:
            problems.append(f"not reported: {report}")
        else:
            position = found + len(report)
    if problems:
        print("\n".join(problems), "--- standard output", console_text, "--- standard error", reports, sep="\n")
        sys.exit(1)


main()
