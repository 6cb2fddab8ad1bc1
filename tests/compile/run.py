#!/usr/bin/env python3
"""Compiles generated C as C11 and C++17, each file alone, with every warning an error; and the installed headers alone.

Generated are the outputs of the test models (written by the program MODELS) and all that golden cases expect.

usage: run.py MODELS SOURCE_DIR
"""
import pathlib
import subprocess
import sys
import tempfile

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"]
COMPILERS = [
    ["cc", "-std=c11", "-xc", "-Wstrict-prototypes", "-Wmissing-prototypes"],
    ["c++", "-std=c++17", "-xc++"],
]


def compile_alone(compiler, text, folders):
    """Returns what the compiler says about TEXT and nothing else (but a declaration: a unit must not be empty)."""
    include = [option for folder in folders for option in ("-I", str(folder))]
    command = [*compiler, *WARNINGS, *include, "-fsyntax-only", "-"]
    result = subprocess.run(command, input=f"{text}extern int not_empty;\n", capture_output=True, text=True, timeout=60, check=False)
    return "" if result.returncode == 0 else f"{' '.join(command)}\n{result.stderr}"


def component_headers(glue):
    """Where the components of a golden case have their headers: beside the case, or beside the specification it names."""
    case = glue.parents[2]
    source = case / "source"
    specification = case / source.read_text(encoding="utf-8").strip() if source.exists() else case / "x"
    return [case / "include", specification.parent / "include"]


def problems(models, root):
    include = root / "include"
    headers = sorted(include.rglob("*.h"))
    for header in headers:
        c_only = "abi" in header.relative_to(include).parts
        for compiler in COMPILERS[:1] if c_only else COMPILERS:
            yield compile_alone(compiler, f"#include <{header.relative_to(include)}>\n", [include])
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([models, scratch], check=True, timeout=60)
        found = sorted(pathlib.Path(scratch).rglob("glue.c"))
        assert found, "the models made no glue"
        found += sorted((root / "tests" / "golden").glob("*/expected/*/glue.c"))
        for glue in found:
            for compiler in COMPILERS:
                folders = [glue.parent, include, *component_headers(glue)]
                yield compile_alone(compiler, f'#include "{glue}"\n', folders)
        for header in sorted(pathlib.Path(scratch).rglob("*_pd.h")):
            for compiler in COMPILERS:
                yield compile_alone(compiler, f'#include "{header}"\n', [])


def main():
    texts = [text for text in problems(sys.argv[1], pathlib.Path(sys.argv[2])) if text]
    print("\n".join(texts))
    sys.exit(1 if texts else 0)


main()
