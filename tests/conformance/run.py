#!/usr/bin/env python3
"""Runs a conformance system in one mode and compares what its protection domains print with what the case expects.

The file `expect` of a case:

    # The rule that it shows, as a sentence.
    modes: linux sim sel4        where the rule holds
    flags: --dialect=seed        of `causeway run`, where that is used (optional)
    status: 0                    of `causeway run` (optional)
    report: text                 that its standard error has (may be repeated; in this order)
    console:
    the lines that the protection domains print, each with its name in front; all of them, in this order
    | a line that need not be there
    < "<" and ">" around lines whose order is free
    >

A field may be of some modes only: "report@linux:", "status@sel4:".

Lines of the console that do not start with the name of a protection domain (those of a kernel or a monitor) do not count.

usage: run.py CAUSEWAY CASE_FOLDER PROGRAM_FOLDER MODE
"""
import pathlib
import re
import shlex
import subprocess
import sys

TIMEOUT = 60
MODE_FLAGS = {"linux": [], "sim": ["--sim"], "sel4": ["--board=qemu_virt_aarch64", "--rest=500"]}


def read(path, mode):
    head, _, console = path.read_text(encoding="utf-8").partition("\nconsole:\n")
    fields = {"flags": "", "status": "0", "reports": []}
    for line in head.splitlines():
        key, _, value = line.partition(":")
        key, _, only = key.partition("@")
        if line and not line.startswith("#") and only in ("", mode):
            if key == "report":
                fields["reports"].append(value.strip())
            else:
                fields[key] = value.strip()
    return fields, console.splitlines()


def own_lines(system, output):
    """The lines of OUTPUT that protection domains of SYSTEM printed."""
    names = re.findall(r'<protection_domain\s[^>]*?name="([^"]*)"', system.read_text(encoding="utf-8"))
    return [line for line in output.splitlines() if any(line.startswith((name + ": ", name + " ")) for name in names)]


def matches(expected, actual):
    """Whether the lines ACTUAL are as EXPECTED says."""
    position, group = 0, None
    for line in expected:
        if line == "<":
            group = []
        elif line == ">":
            if sorted(group) != sorted(actual[position : position + len(group)]):
                return False
            position, group = position + len(group), None
        elif group is not None:
            group.append(line)
        elif line.startswith("| "):
            position += actual[position : position + 1] == [line[2:]]
        elif actual[position : position + 1] == [line]:
            position += 1
        else:
            return False
    return position == len(actual)


def main():
    tool, case, programs, mode = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), sys.argv[4]
    fields, expected = read(case / "expect", mode)
    system = next(programs.glob("*.system"))
    command = [tool, "run", f"--timeout={TIMEOUT}", *MODE_FLAGS[mode], *shlex.split(fields["flags"]), str(system)]
    run = subprocess.run(command, capture_output=True, timeout=2 * TIMEOUT, check=False, stdin=subprocess.DEVNULL)
    output, reports = run.stdout.decode("utf-8", "replace"), run.stderr.decode("utf-8", "replace")
    problems = []
    if run.returncode != int(fields["status"]):
        problems.append(f"exit status {run.returncode}, not {fields['status']}")
    if not matches(expected, own_lines(system, output)):
        problems.append("the console differs")
    position = 0
    for report in fields["reports"]:
        found = reports.find(report, position)
        if found < 0:
            problems.append(f"not reported: {report}")
        position = max(found, position)
    if problems:
        print("\n".join(problems), "--- standard output", output, "--- standard error", reports, sep="\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
