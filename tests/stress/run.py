#!/usr/bin/env python3
"""Stress: eight protection domains notify, call and compute at random, driven by a timer and by terminal input.

Each run must end by itself with no notification lost and all answers right; its trace must show that nobody begins to
run while somebody above is ready, nor goes on for long when somebody becomes so, that every notification, call and
answer arrives, and that nobody uses more time than its budget. Runs in simulated time with one seed must be equal, and
others with another.

usage: run.py CAUSEWAY SYSTEM [--milliseconds=N] [--runs=N]
"""
import argparse
import bisect
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time

# In real time the host may do other things between two steps of the scheduler.
PATIENCE_REAL, PATIENCE_SIMULATED = 200000, 0.001  # microseconds
BUDGET, PERIOD = 2, 10  # of the protection domain "high", in milliseconds
KEYS = "some text that stirs the workers one by one " * 20
TERMINAL = "terminal,irq=1008,registers=0xf00010000"


def fail(text):
    print(text)
    sys.exit(1)


def judge(command, status, output, reports):
    expected = "terminal: waits for a number\nclock: ticks; notifications and calls; none was lost\n"
    if status or output != expected:
        fail(f"{' '.join(map(str, command))}: status {status}\n{output}{reports}")


def read_trace(path):
    trace = json.loads(path.read_text(encoding="utf-8"))
    if trace["otherData"]["lost"] != "0":
        fail(f"the trace lacks {trace['otherData']['lost']} events")
    return trace["traceEvents"]


def type_slowly(stream, milliseconds):
    """The keys, over nine tenths of the time; the system may come to its end before."""
    try:
        stream.write(f"{milliseconds}\n")
        for key in KEYS:
            stream.flush()
            time.sleep(0.9 * milliseconds / 1000 / len(KEYS))
            stream.write(key)
        stream.close()
    except BrokenPipeError:
        pass


def run_real(tool, system, folder, milliseconds):
    """Runs the system in real time; returns its trace."""
    path = folder / "trace.json"
    command = [tool, "run", system, "--trace", path, f"--timeout={milliseconds // 1000 + 60}"]
    with subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:
        typist = threading.Thread(target=type_slowly, args=(process.stdin, milliseconds))
        typist.start()
        output, reports = process.stdout.read(), process.stderr.read()
        typist.join()
    judge(command, process.returncode, output, reports)
    return read_trace(path)


def run_simulated(tool, system, folder, milliseconds, seed, with_trace):
    """Runs the system in simulated time; returns the hash of its trace, and the trace if that is wanted."""
    keys, path = folder / "keys", folder / "trace.json"
    keys.write_text(f"{milliseconds}\n{KEYS}", encoding="utf-8")
    pace = 900 * milliseconds // len(KEYS)
    command = [tool, "run", system, "--sim", f"--seed={seed}", "--trace-hash", f"--timeout={milliseconds // 1000 + 60}",
               f"--device={TERMINAL},file={keys},pace={pace}us", *(["--trace", path] if with_trace else [])]
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    judge(command, result.returncode, result.stdout, result.stderr)
    return re.search(r"trace hash (\w+)", result.stderr)[1], read_trace(path) if with_trace else None


def spans_of(events, priorities):
    """(begin, end, name, track's name, detail) of all states, in order of time."""
    names = {event["tid"]: event["args"]["name"] for event in events if event["name"] == "thread_name"}
    return sorted((event["ts"], event["ts"] + event["dur"], event["name"], names[event["tid"]],
                   event.get("args", {}).get("detail"))
                  for event in events if event["ph"] == "X" and names[event["tid"]] in priorities)


def check_beginnings(spans, priorities):
    """Who begins to run is the highest of those that are ready: each choice, to the nanosecond."""
    ready = collections.defaultdict(list)
    for begin, end, state, name, _ in spans:
        if state == "ready":
            ready[name].append((begin, end))
    for begin, _, state, name, _ in spans:
        if not state.startswith("running"):
            continue
        for other, times in ready.items():
            at = bisect.bisect_left(times, (begin, 0)) - 1
            if priorities[other] > priorities[name] and at >= 0 and times[at][1] > begin + PATIENCE_SIMULATED:
                fail(f"{name} begins to run at {begin} us although {other}, which is above, is ready")


def check_priorities(spans, priorities, patience):
    """Nobody goes on for longer than PATIENCE when somebody above becomes ready."""
    running = None
    for begin, end, state, name, _ in spans:
        if state.startswith("running"):
            running = (begin, end, name)
        elif state == "ready" and running and priorities[name] > priorities[running[2]]:
            overlap = min(end, running[1]) - max(begin, running[0])
            if overlap > patience:
                fail(f"{running[2]} ran for {overlap} us at {begin} us while {name}, which is above, was ready")


def check_arrows(events):
    """What was sent was received. A notification that is there already when one more comes is one."""
    begun = collections.Counter(event["name"] for event in events if event["ph"] == "s")
    ended = collections.Counter(event["name"] for event in events if event["ph"] == "f")
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
    window = collections.deque()
    for since, until in used:
        # The periods that begin with one of the uses before, and are not over.
        window.append([since, until - since])
        while window[0][0] + 1000 * PERIOD <= since:
            window.popleft()
        for entry in list(window)[:-1]:
            entry[1] += min(until, entry[0] + 1000 * PERIOD) - since
        for begin, sum_of in window:
            if sum_of > 1000 * BUDGET + 30:
                fail(f"from {begin} us on, 'high' used {sum_of} us within its period")


def check(events, system, simulated):
    text = system.read_text(encoding="utf-8")
    priorities = {name: int(priority) for name, priority in
                  re.findall(r'<protection_domain name="(\w+)" priority="(\d+)"', text)}
    spans = spans_of(events, priorities)
    check_beginnings(spans, priorities)
    check_priorities(spans, priorities, PATIENCE_SIMULATED if simulated else PATIENCE_REAL)
    check_arrows(events)
    if simulated:
        check_budget(spans)
    return len(events)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("system", type=pathlib.Path)
    parser.add_argument("--milliseconds", type=int, default=200)
    parser.add_argument("--runs", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="causeway-stress-") as name:
        folder = pathlib.Path(name)
        arguments = options.tool, options.system, folder, options.milliseconds
        print(f"real time: {check(run_real(*arguments), options.system, False)} events")
        hashes = collections.defaultdict(collections.Counter)
        for seed, runs in (0, options.runs), (1, 2), (2, 1):
            for run in range(runs):
                value, events = run_simulated(*arguments, seed, not run)
                hashes[seed][value] += 1
                if events:
                    count = check(events, options.system, True)
            print(f"simulated, seed {seed}: {count} events; "
                  + "; ".join(f"{value} {times} times" for value, times in hashes[seed].items()), flush=True)
        if any(len(found) != 1 for found in hashes.values()) or len(set().union(*hashes.values())) != len(hashes):
            fail("runs with one seed differ, or runs with another do not")


main()
