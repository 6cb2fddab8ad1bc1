#!/usr/bin/env python3
"""The table of rules in README.md names every case, each case that it names is there, and so is each other file.

usage: index.py SOURCE_DIR
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
FOLDER = ROOT / "tests/conformance"

cases = {path.parent.name for path in FOLDER.glob("*/expect")}
named = set()
problems = []
for line in (FOLDER / "README.md").read_text(encoding="utf-8").splitlines():
    cells = line.split(" | ")
    if not line.startswith("| ") or len(cells) < 2:
        continue
    for name in re.findall(r"`([^`]+)`", cells[-1]):
        if "/" not in name:
            named.add(name)
        elif not (ROOT / name).exists():
            problems.append(f"README.md names {name}, which is not there")
problems += [f"README.md has no rule for the case {name}" for name in sorted(cases - named)]
problems += [f"README.md names the case {name}, which is not there" for name in sorted(named - cases)]
print("\n".join(problems))
sys.exit(bool(problems))
