#!/usr/bin/env python3
"""Compares the built-in preprocessor with the system's: token by token, and error against error.

usage: compare.py PREPROCESS cases                     each file in the folder cases
       compare.py PREPROCESS random [COUNT [SEED]]     programs made at random
       compare.py PREPROCESS files FLAG... -- FILE...  other files
"""
import pathlib
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

MARKER = re.compile(r'^# \d+ ".*$|^#pragma.*$|^#ident.*$', re.M)
TOKEN = re.compile(r'"[^"\n]*"|\d[\w.]*|[^\W\d][\w$]*|<<|>>|<=|>=|==|!=|&&|\|\||\*\*|->|<-|\S')


def tokens(text):
    return TOKEN.findall(MARKER.sub("", text))


def run(command):
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def compare(tool, flags, path, expected_status=None):
    """A sentence on what differs, or None."""
    status, ours, messages = run([tool, *flags, path])
    if expected_status is not None and status != expected_status:
        return f"exit status {status}, expected {expected_status}: {messages}"
    if status == 4:
        return None if expected_status == 4 else f"not supported: {messages}"
    if status not in (0, 1):
        return f"exit status {status}: {messages}"
    theirs_status, theirs, their_messages = run(["cpp", *flags, path])
    if (status == 0) != (theirs_status == 0):
        return f"one has an error, the other has none:\n{messages}{their_messages}"
    if status == 0 and tokens(ours) != tokens(theirs):
        mine, other = tokens(ours), tokens(theirs)
        at = next((i for i, (a, b) in enumerate(zip(mine, other)) if a != b), min(len(mine), len(other)))
        return f"token {at}: {' '.join(mine[max(0, at - 5):at + 6])} | {' '.join(other[max(0, at - 5):at + 6])}"
    return None


def directive(text, name):
    found = re.search(rf"^// {name}: (.*)$", text, re.M)
    return found.group(1) if found else None


def run_cases(tool, folder):
    for case in sorted(folder.glob("*.c")):
        text = case.read_text(encoding="utf-8", errors="replace")
        flags = shlex.split((directive(text, "flags") or "").replace("%S", str(folder)))
        status = directive(text, "status")
        yield case.name, compare(tool, flags, str(case), int(status) if status else None)


class Maker:
    """Small programs full of macros."""

    NAMES = "ABCDEFG"
    WORDS = ["x", "y", "1", "2.5", "+", "-", "<", ">", "=", ".", "->", "*", "/ 2", '"s"', "(", ")", ",", "a b", ""]

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.functions = {}

    def pick(self, items):
        return self.random.choice(items)

    def words(self, extra, count):
        out = []
        for _ in range(self.random.randint(0, count)):
            out.append(self.pick([self.pick(self.WORDS), self.use(), self.pick(extra)] if extra else
                                 [self.pick(self.WORDS), self.use()]))
            out.append(self.pick(["", " ", " ", " /* c */ "]))
        return "".join(out)

    def use(self):
        name = self.pick(self.NAMES)
        arity = self.functions.get(name)
        if arity is None or self.random.random() < 0.15:
            return name
        count = arity if arity >= 0 else self.random.randint(1, 3)
        arguments = [self.pick([self.pick(self.NAMES), "x", "1", "", "a b", "-", "<", self.pick(self.NAMES) + "(2)"])
                     for _ in range(count)]
        return name + self.pick(["", " "]) + "(" + self.pick(["", " "]) + ",".join(arguments) + ")"

    def define(self):
        name = self.pick(self.NAMES)
        kind = self.random.random()
        if kind < 0.35:
            self.functions.pop(name, None)
            head, parameters = name, []
        elif kind < 0.75:
            parameters = ["p", "q"][:self.random.randint(0, 2)]
            self.functions[name] = len(parameters)
            head = f"{name}({', '.join(parameters)})"
        else:
            parameters = self.pick([["p", "__VA_ARGS__"], ["__VA_ARGS__"]])
            self.functions[name] = -1
            head = f"{name}({', '.join(parameters[:-1] + ['...'])})"
        body = self.words(parameters, 5)
        if parameters and self.random.random() < 0.4:
            left = self.pick(parameters)
            body += self.pick([f" #{left} ", f" x ## {left} ", f" {left} ## {self.pick(parameters)} ",
                               f" {left} ## 1 ", f" , ## {parameters[-1]} ", f" {left} ## {left} ## z "])
        return f"#undef {name}\n#define {head} {body}".replace("\n#", "\n#", 1)

    def condition(self):
        parts = [self.pick(["1", "0", "2u", "-1", "'a'", "0x10", "defined A", f"defined({self.pick(self.NAMES)})", "x"])]
        for _ in range(self.random.randint(0, 3)):
            parts.append(self.pick(["+", "-", "*", "/", "%", "<", ">", "==", "!=", "&&", "||", "<<", ">>", "&", "|", "^"]))
            parts.append(self.pick(["1", "3", "(2 - 5)", "~0", "!0", "-7", "(1 ? 2 : 3)", "4u"]))
        return " ".join(parts)

    def program(self):
        lines = []
        for _ in range(self.random.randint(3, 14)):
            kind = self.random.random()
            if kind < 0.45:
                lines.append(self.define())
            elif kind < 0.55:
                lines += [f"#if {self.condition()}", self.words([], 4), self.pick(["#else", "#elif 1", ""]),
                          self.words([], 4), "#endif"]
            else:
                lines.append(self.words([], 7))
        return "\n".join(lines) + "\n"


def run_random(tool, count, seed):
    with tempfile.TemporaryDirectory() as folder:
        for i in range(seed, seed + count):
            path = pathlib.Path(folder) / f"{i}.c"
            program = Maker(i).program()
            path.write_text(program, encoding="utf-8")
            problem = compare(tool, [], str(path))
            yield f"seed {i}", problem and problem + "\n" + program


def main():
    tool, part, *rest = sys.argv[1:]
    if not shutil.which("cpp"):
        print("skipped: there is no cpp")
        sys.exit(77)
    if part == "cases":
        results = run_cases(tool, pathlib.Path(__file__).parent / "cases")
    elif part == "random":
        count, seed = ([int(word) for word in rest] + [150, 1])[:2] if len(rest) != 1 else (int(rest[0]), 1)
        results = run_random(tool, count, seed)
    else:
        at = rest.index("--")
        results = ((path, compare(tool, rest[:at], path)) for path in rest[at + 1:])
    total = failed = 0
    for name, problem in results:
        total += 1
        if problem:
            failed += 1
            print(f"{name}: {problem}")
    print(f"{total} compared, {failed} differ")
    sys.exit(1 if failed or not total else 0)


main()
