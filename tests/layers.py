#!/usr/bin/env python3
"""Checks every #include "..." of the project's C files against layers.txt.

usage: layers.py SOURCE_DIR
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.M)


def rules(root):
    allowed = {}
    for line in (root / "layers.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            module, _, others = line.partition(":")
            allowed[module] = set(others.split())
    return allowed


def module_of(path, allowed):
    """The longest module whose folder holds the path."""
    parents = [str(parent) for parent in path.parents]
    return next((parent for parent in parents if parent in allowed), None)


def resolve(root, source, name):
    """The file of the project that an include names, relative to the root, or None."""
    for base in (root / source.parent, root / "src", root / "include", root):
        if (base / name).is_file():
            return (base / name).resolve().relative_to(root)
    return None


def violations(root):
    allowed = rules(root)
    for folder in ("src", "runtime", "loader", "include"):
        for path in sorted((root / folder).rglob("*.[ch]")):
            source = path.relative_to(root)
            module = module_of(source, allowed)
            if module is None and folder != "include":
                yield f"{source}: no module of layers.txt holds this file"
                continue
            text = path.read_text(encoding="utf-8")
            for match in INCLUDE.finditer(text):
                target = resolve(root, source, match.group(1))
                other = module_of(target, allowed) if target else None
                if target and str(target.parent) == "include":
                    other = "include"
                if other and other != module and other not in allowed.get(module, {other}):
                    line = text.count("\n", 0, match.start()) + 1
                    yield f"{source}:{line}: error: {module} may not include {other}"


def main():
    problems = list(violations(pathlib.Path(sys.argv[1]).resolve()))
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


main()
