#!/usr/bin/env python3
"""What calls between components cost, against the same calls written by hand, and queues against protected procedures.

Both systems are built, then run in turn; the best of all rounds counts, so that a noisy machine does not matter.

usage: rpc_bench.py CAUSEWAY [--smoke]     --smoke: once, whether it works; the figures are of no interest
"""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
AIMS = [("ppc", "hand", 1.15), ("queue", "ppc", 1.5)]
CALLS = {"add": "(int, int) -> int", "string": "64-byte string", "array": "4 KiB array"}


def run(*command):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300, check=False)
    if result.returncode:
        sys.exit(result.stdout + result.stderr)
    return result.stdout


def build(tool, scratch):
    run(tool, "build", HERE / "camkes", "-o", scratch / "camkes")
    home = pathlib.Path(tool).resolve().parent.parent / "lib" / "causeway"
    run("cmake", "-S", HERE / "hand", "-B", scratch / "hand", f"-DCMAKE_TOOLCHAIN_FILE={home}/cmake/causeway-linux.cmake")
    run("cmake", "--build", scratch / "hand")
    (scratch / "hand" / "hand.system").write_bytes((HERE / "hand" / "hand.system").read_bytes())
    return [scratch / "camkes", scratch / "hand" / "hand.system"]


def measure(tool, systems, rounds):
    best = {}
    for _ in range(rounds):
        for system in systems:
            for line in run(tool, "run", system, "--timeout=120").splitlines():
                name, _, time = line.rpartition(" ")
                if name.endswith("is wrong:"):
                    sys.exit(line)
                best[name] = min(best.get(name, float("inf")), float(time))
    return best


def main():
    tool, smoke = sys.argv[1], "--smoke" in sys.argv[2:]
    with tempfile.TemporaryDirectory() as scratch:
        best = measure(tool, build(tool, pathlib.Path(scratch)), 1 if smoke else 7)
    for call, title in CALLS.items():
        for one, other, aim in AIMS:
            a, b = best[f"{one} {call}"], best[f"{other} {call}"]
            print(f"{title:18} {one:5} {a:8.0f} ticks   {other:5} {b:8.0f} ticks   ratio {a / b:5.2f} (aim: at most {aim:.2f})")


main()
