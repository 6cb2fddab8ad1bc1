#!/usr/bin/env python3
"""Checks that the manual page and each command's --help have every option and command of the tables.

usage: manual.py SOURCE_DIR CAUSEWAY
"""
import pathlib
import re
import subprocess
import sys


def main():
    root, tool = pathlib.Path(sys.argv[1]), sys.argv[2]
    manual = (root / "docs/causeway.1").read_text(encoding="utf-8").replace("\\-", "-")
    commands = dict(re.findall(r"^COMMAND\((\w+), '(\w)'", (root / "src/cli/commands.def").read_text(encoding="utf-8"),
                               re.M))
    options = re.findall(r'^OPTION\("([^"]+)",.*?"([a-z*]+)", "', (root / "src/cli/options.def").read_text(encoding="utf-8"),
                         re.M)
    problems = [f"the manual lacks the command {name}" for name in commands if f".B {name}\n" not in manual]
    problems += [f"the manual lacks the option {name}" for name, _ in options
                 if not re.search(re.escape(name) + r"(?![\w-])", manual)]
    overview = subprocess.run([tool, "--help"], capture_output=True, text=True, check=True).stdout
    for command, letter in commands.items():
        page = subprocess.run([tool, command, "--help"], capture_output=True, text=True, check=True).stdout
        if f"  {command} " not in overview:
            problems.append(f"--help lacks {command}")
        problems += [f"{command} --help lacks {name}" for name, letters in options
                     if (letters == "*" or letter in letters) and f"  {name}" not in page]
    print("\n".join(problems))
    sys.exit(bool(problems))


main()
