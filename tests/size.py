#!/usr/bin/env python3
"""Checks that files and functions stay small: files of at most 800 lines, functions of at most 80.

usage: size.py SOURCE_DIR
"""
import pathlib
import sys

FILE_LINES, FUNCTION_LINES = 800, 80
FOLDERS = ("src", "runtime", "loader", "include", "tests", "examples")
GENERATED = "expected"


def problems_of(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    if len(lines) > FILE_LINES:
        yield f"{path}:1: {len(lines)} lines in a file"
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start:
            if number - start - 1 > FUNCTION_LINES:
                yield f"{path}:{start}: {number - start - 1} lines in a function"
            start = None


def main():
    root = pathlib.Path(sys.argv[1])
    problems = [problem for folder in FOLDERS for path in sorted((root / folder).rglob("*.[ch]"))
                if GENERATED not in path.parts for problem in problems_of(path)]
    print("\n".join(problems))
    sys.exit(bool(problems))


main()
