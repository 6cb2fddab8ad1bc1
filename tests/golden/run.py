#!/usr/bin/env python3
"""Translates a case and compares every file that comes out with the case's `expected` folder.

A case is a folder with one .camkes file, or a file `source` that names one; an optional file `flags` with arguments of
`causeway translate`; and `expected`.

usage: run.py CAUSEWAY CASE [--update]
"""
import difflib
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile


def files_below(folder):
    return {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*")) if path.is_file()}


def translate(tool, case, output):
    flags = case / "flags"
    text = flags.read_text(encoding="utf-8") if flags.exists() else ""
    arguments = shlex.split(text.replace("%S", str(case)))
    named = case / "source"
    (source,) = [case / named.read_text(encoding="utf-8").strip()] if named.exists() else case.glob("*.camkes")
    subprocess.run([tool, "translate", *arguments, "-o", str(output), str(source)], check=True, timeout=60)


def differences(expected, actual):
    wanted, made = files_below(expected), files_below(actual)
    for name in sorted(wanted.keys() | made.keys()):
        old = wanted[name].read_text(encoding="utf-8").splitlines() if name in wanted else []
        new = made[name].read_text(encoding="utf-8").splitlines() if name in made else []
        if name not in wanted:
            yield f"unexpected file {name}"
        elif name not in made:
            yield f"missing file {name}"
        yield from difflib.unified_diff(old, new, f"expected/{name}", f"actual/{name}", lineterm="")


def main():
    tool, case = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as scratch:
        actual = pathlib.Path(scratch) / "out"
        translate(tool, case, actual)
        expected = case / "expected"
        if "--update" in sys.argv[3:]:
            shutil.rmtree(expected, ignore_errors=True)
            shutil.copytree(actual, expected)
            return
        lines = list(differences(expected, actual))
        print("\n".join(lines))
        if lines:
            sys.exit(f"{case.name}: the output changed; if it should, run this with --update and read the diff")


main()
