#!/usr/bin/env python3
"""Checks what the tool says of a case file against the comments in it.

    component A { control control; }  // expect-error {{text of the message}}
    // expect-note@+1 {{text}}             on the next line (@-N, @LINE, @FILE:LINE, @none for no place at all)
    // flags: -Wunused-import              more arguments
    // command: translate                  instead of check
    // expect-no-diagnostics

All diagnostics have to be expected and all expectations met. Comments may have any form (//, /* */, <!-- -->); where a
comment may not have flags in it, as in XML, a processing instruction may: <?case flags: --dialect=seed?>.

usage: run.py CAUSEWAY CASE...                     some cases
       run.py CAUSEWAY --coverage DIAG_DEF DIR OTHER...
                every flag of the table has a case below DIR, or is named ("-Wflag") in a test OTHER
"""
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

EXPECTATION = re.compile(r"expect-(error|warning|note)(?:@([^\s{]+))?\s*\{\{(.*?)\}\}")
ENDINGS = (".camkes", ".idl4", ".system")


def expectations(case):
    """The set of (severity, file, line, text) that a case expects."""
    found = []
    for number, line in enumerate(case.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        for severity, at, text in EXPECTATION.findall(line):
            file, place = case.name, number
            if at == "none":
                file, place = None, None
            elif ":" in at:
                file, place = at.rsplit(":", 1)
                place = int(place)
            elif at:
                place = number + int(at) if at[0] in "+-" else int(at)
            found.append((severity, file, place, text))
    return found


def directive(case, name):
    match = re.search(name + r":\s*(.*?)\s*(?:\*/|-->|\?>|$)", case.read_text(encoding="utf-8", errors="replace"), re.M)
    return match.group(1) if match else ""


def diagnose(tool, case):
    """Runs the tool on a case: (exit status, list of messages with their notes flattened, what is not JSON)."""
    command = directive(case, "command") or "check"
    flags = shlex.split(directive(case, "flags").replace("%S", str(case.parent)))
    with tempfile.TemporaryDirectory() as scratch:
        output = [] if command == "check" else ["-o", scratch + "/out"]
        run = subprocess.run([tool, command, "--json", "-ferror-limit=0", *output, *flags, str(case)],
                             capture_output=True, timeout=60, check=False)
    text = run.stderr.decode("utf-8", "replace")
    try:
        messages = json.loads(text)
    except json.JSONDecodeError:
        return run.returncode, [], text or "no output"
    flat = []
    for message in messages:
        flat.append(message)
        flat.extend(message["notes"])
    return run.returncode, flat, ""


def name_of(message):
    return pathlib.Path(message["file"]).name if "file" in message else None


def check(tool, case):
    problems = []
    status, messages, noise = diagnose(tool, case)
    if noise:
        problems.append("not JSON: " + noise)
    expected = expectations(case)
    if not expected and "expect-no-diagnostics" not in case.read_text(encoding="utf-8", errors="replace"):
        problems.append("the case expects nothing: add expect-no-diagnostics")
    for message in messages:
        line = message.get("line")
        for want in expected:
            severity, file, place, text = want
            if (severity == message["severity"] and text in message["message"] and place == line
                    and (file is None or file == name_of(message))):
                expected.remove(want)
                break
        else:
            problems.append(f"unexpected {message['severity']} at {name_of(message)}:{line}: {message['message']}")
    problems += [f"missing {severity} at {file}:{place}: {text}" for severity, file, place, text in expected]
    errors = any(message["severity"] == "error" for message in messages)
    if (status != 0) != errors:
        problems.append(f"exit status {status} with{'' if errors else 'out'} errors")
    if status not in (0, 1, 2, 3):
        problems.append(f"exit status {status}")
    for problem in problems:
        print(f"{case}: {problem}")
    return not problems


def coverage(tool, table, folder, others):
    """Lists the flags of the table that no case below the folder makes the tool use, and no other test names."""
    text = pathlib.Path(table).read_text(encoding="utf-8")
    flags = set(re.findall(r'^DIAG\(\w+,\s*\w+,\s*"([\w-]+)"\)', text, re.M))
    for other in others:
        flags -= set(re.findall(r"-W([\w-]+)", pathlib.Path(other).read_text(encoding="utf-8")))
    for case in sorted(pathlib.Path(folder).rglob("*")):
        if case.suffix in ENDINGS and "inputs" not in case.parts:
            flags -= {message.get("flag") for message in diagnose(tool, case)[1]}
    for flag in sorted(flags):
        print(f"no case for -W{flag}")
    return not flags


def main():
    tool, *rest = sys.argv[1:]
    if rest[0] == "--coverage":
        good = coverage(tool, rest[1], rest[2], rest[3:])
    else:
        good = all([check(tool, pathlib.Path(case)) for case in rest])
        print(len(rest), "cases")
    sys.exit(not good)


main()
