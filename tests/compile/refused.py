#!/usr/bin/env python3
"""Compiles what components cannot do here, and checks that the compiler says what to do instead.

usage: refused.py LIST INCLUDE_DIR
"""
import pathlib
import subprocess
import sys


def compile_text(text, include):
    command = ["cc", "-std=gnu11", "-Wall", "-xc", "-I", include, "-S", "-o", "/dev/null", "-"]
    return subprocess.run(command, input=text, capture_output=True, text=True, timeout=60, check=False)


def cases(path):
    for number, line in enumerate(pathlib.Path(path).read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            yield number, [part.strip() for part in line.split("|")]


def refusing_headers(include):
    """Headers that refuse something have to be in the list."""
    for header in pathlib.Path(include).glob("camkes/*.h"):
        text = header.read_text(encoding="utf-8")
        if "__attribute__((error(" in text or "((unavailable(" in text or "assert(0" in text:
            yield f"camkes/{header.name}"


def main():
    listed, failed = set(), False
    for number, (header, call, sentence) in cases(sys.argv[1]):
        listed.add(header)
        include = f"#include <stddef.h>\n#include <{header}>\n"
        alone = compile_text(f"{include}int it(void);\nint it(void) {{ return 0; }}\n", sys.argv[2])
        used = compile_text(f"{include}void it(void);\nvoid it(void)\n{{\n\t{call};\n}}\n", sys.argv[2])
        if alone.returncode or not used.returncode or sentence not in used.stderr:
            failed = True
            print(f"{sys.argv[1]}:{number}: {header}: {call}: does not say '{sentence}':\n{alone.stderr}{used.stderr}")
    for header in sorted(set(refusing_headers(sys.argv[2])) - listed):
        failed = True
        print(f"{header} refuses something that {sys.argv[1]} does not list")
    sys.exit(failed)


if __name__ == "__main__":
    main()
