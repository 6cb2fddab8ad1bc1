#!/usr/bin/env python3
"""Checks the CAmkES code of the transition guide against the verdicts in blocks.py.

usage: run.py CAUSEWAY GUIDE

Exit status 77 when there is no guide.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import blocks

SKIPPED = 77
HERE = pathlib.Path(__file__).parent
GLOBAL = HERE.parent.parent / "stdlib" / "global"


def read_blocks(guide):
    """[(line of the opening fence, anchor, text)] of all fenced blocks."""
    found, opened = [], None
    for number, line in enumerate(guide.read_text(encoding="utf-8").splitlines(), 1):
        if not line.startswith("```"):
            if opened:
                opened[2].append(line)
        elif opened:
            found.append((opened[0], opened[1], "\n".join(opened[2]) + "\n"))
            opened = None
        else:
            anchor = re.search(r"\{#([\w-]+)\}", line)
            opened = (number, anchor.group(1) if anchor else "", [])
    return found


def diagnose(tool, row, text):
    with tempfile.TemporaryDirectory() as scratch:
        file = pathlib.Path(scratch) / "block.camkes"
        file.write_text(row.before + text + row.after, encoding="utf-8")
        flags = [flag.format(inputs=HERE / "inputs") for flag in row.flags]
        run = subprocess.run([tool, "check", "--json", "-I", GLOBAL, *flags, file], capture_output=True, text=True,
                             timeout=60, check=False)
    return run.returncode, json.loads(run.stderr)


def check_block(tool, line, row, text):
    status, messages = diagnose(tool, row, text)
    offset = line - row.before.count("\n")
    wanted = list(row.expected)
    notes = [note for message in messages for note in message["notes"] if any(want[0] == "note" for want in wanted)]
    for message in messages + notes:
        place = message.get("line", 0) + offset
        for want in wanted:
            severity, flag, at, part = want
            if (severity, flag, at) == (message["severity"], message.get("flag", ""), place) and part in message["message"]:
                wanted.remove(want)
                break
        else:
            yield f"unexpected {message['severity']} at {place}: {message['message']} [-W{message.get('flag')}]"
    for severity, flag, at, part in wanted:
        yield f"missing {severity} at {at}: {part} [-W{flag}]"
    if (status != 0) != any(want[0] == "error" for want in row.expected):
        yield f"exit status {status}"


def check(tool, guide):
    found = read_blocks(guide)
    if [block[:2] for block in found] != [row[:2] for row in blocks.BLOCKS]:
        yield f"{guide}: its blocks of code are not those of blocks.py: look at what changed"
        return
    for (line, _, text), (_, _, row) in zip(found, blocks.BLOCKS):
        if row is not blocks.OTHER:
            for problem in check_block(tool, line, row, text):
                yield f"{guide}:{line}: {problem}"


def main():
    tool, guide = sys.argv[1], pathlib.Path(sys.argv[2])
    if not guide.exists():
        print(f"skipped: {guide} does not exist")
        sys.exit(SKIPPED)
    problems = list(check(tool, guide))
    print("\n".join(problems))
    sys.exit(bool(problems))


main()
