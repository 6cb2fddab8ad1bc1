#!/usr/bin/env python3
"""Stress: eight protection domains notify, call and compute at random, driven by a timer and by terminal input.

Each run must end by itself with no notification lost and all answers right; its trace must show that nobody runs while
somebody above is ready, that every notification arrives, and that nobody uses more time than its budget. Runs in simulated
time with one seed must be equal, and others with another.

usage: run.py CAUSEWAY SYSTEM [--milliseconds=N] [--runs=N]
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# In real time the host may do other things between two steps of the scheduler.
PATIENCE_REAL, PATIENCE_SIMULATED = 200000, 0.001  # microseconds
BUDGET, PERIOD = 2, 10  # of the protection domain "high", in milliseconds


def fail(text):
    print(text)
    sys.exit(1)


def run(tool, system, folder, milliseconds, flags):
    """Runs the system; returns its trace and what it printed."""
    path = folder / "trace.json"
    keys = f"{milliseconds}\n" + "some text that stirs the workers one by one " * 20
    command = [tool, "run", system, "--trace", path, f"--timeout={milliseconds // 1000 + 60}", *flags]
    result = subprocess.run(command, input=keys, capture_output=True, text=True, check=False)
    expected = "terminal: waits for a number\nclock: ticks; notifications and calls; none was lost\n"
    if result.returncode or result.stdout != expected:
        fail(f"{' '.join(map(str, command))}: status {result.returncode}\n{result.stdout}{result.stderr}")
    return json.loads(path.read_text(encoding="utf-8")), result.stderr


def spans_of(trace, priorities):
    """(begin, end, name, track's name, detail) of all states, in order of time."""
    names = {event["tid"]: event["args"]["name"] for event in trace["traceEvents"] if event["name"] == "thread_name"}
    return sorted((event["ts"], event["ts"] + event["dur"], event["name"], names[event["tid"]],
                   event.get("args", {}).get("detail"))
                  for event in trace["traceEvents"] if event["ph"] == "X" and names[event["tid"]] in priorities)


def check_priorities(spans, priorities, patience):
    """Nobody runs for longer than PATIENCE while somebody above is ready."""
    ready = {}
    for begin, end, state, name, _ in spans:
        if state == "ready":
            ready[name] = (begin, end)
        elif state.startswith("running"):
            for other, (since, until) in ready.items():
                overlap = min(end, until) - max(begin, since)
                if priorities[other] > priorities[name] and overlap > patience:
                    fail(f"{name} ran for {overlap} us at {begin} us while {other}, which is above, was ready")
    # A domain that becomes ready while another one runs.
    running = None
    for begin, end, state, name, _ in spans:
        if state.startswith("running"):
            running = (begin, end, name)
        elif state == "ready" and running and priorities[name] > priorities[running[2]]:
            overlap = min(end, running[1]) - max(begin, running[0])
            if overlap > patience:
                fail(f"{running[2]} ran for {overlap} us at {begin} us while {name}, which is above, was ready")


def check_arrows(trace):
    """What was sent was received. A notification that is there already when one more comes is one."""
    begun = collections.Counter(event["name"] for event in trace["traceEvents"] if event["ph"] == "s")
    ended = collections.Counter(event["name"] for event in trace["traceEvents"] if event["ph"] == "f")
    for name in ("notification", "call", "reply"):
        if begun[name] != ended[name]:
            fail(f"{begun[name]} times '{name}' began, {ended[name]} times it came")
    if begun["notification"] < 10 or begun["call"] < 10:
        fail("the trace has hardly a notification or a call")


def check_budget(spans):
    """
    In no period is more of a budget used than there is: by its owner, or by a callee on its time. Refills that are too
    small to be noticed are joined to the next, which comes earlier by as much.
    """
    used = [(begin, end) for begin, end, state, name, detail in spans
            if (state == "running" and name == "high") or (state == "running on the time of" and detail == "high")]
    for i, (begin, _) in enumerate(used):
        window = sum(min(end, begin + 1000 * PERIOD) - since for since, end in used[i:] if since < begin + 1000 * PERIOD)
        if window > 1000 * BUDGET + 30:
            fail(f"from {begin} us on, 'high' used {window} us within its period")


def check(trace, system, simulated):
    text = system.read_text(encoding="utf-8")
    priorities = {name: int(priority) for name, priority in
                  re.findall(r'<protection_domain name="(\w+)" priority="(\d+)"', text)}
    if trace["otherData"]["lost"] != "0":
        fail(f"the trace lacks {trace['otherData']['lost']} events")
    spans = spans_of(trace, priorities)
    check_priorities(spans, priorities, PATIENCE_SIMULATED if simulated else PATIENCE_REAL)
    check_arrows(trace)
    if simulated:
        check_budget(spans)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("system", type=pathlib.Path)
    parser.add_argument("--milliseconds", type=int, default=200)
    parser.add_argument("--runs", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="causeway-stress-") as name:
        folder = pathlib.Path(name)
        trace, _ = run(options.tool, options.system, folder, options.milliseconds, [])
        check(trace, options.system, False)
        print(f"real time: {len(trace['traceEvents'])} events")
        hashes, events = collections.defaultdict(set), {}
        for seed in [0] * options.runs + [1] * 2 + [2]:
            trace, report = run(options.tool, options.system, folder, options.milliseconds,
                                ["--sim", f"--seed={seed}", "--trace-hash"])
            check(trace, options.system, True)
            events[seed] = len(trace["traceEvents"])
            hashes[seed].add(re.search(r"trace hash (\w+)", report)[1])
        for seed, found in hashes.items():
            print(f"simulated, seed {seed}: {events[seed]} events, {' '.join(sorted(found))}")
        if any(len(found) != 1 for found in hashes.values()) or len(set.union(*hashes.values())) != len(hashes):
            fail("runs with one seed differ, or runs with another do not")


main()
