#!/usr/bin/env python3
"""What `causeway run` shows of a run: traces, statistics, and whose line is whose.

usage: see_test.py CAUSEWAY TEST_PDS [unittest arguments]
"""
import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL, PDS = sys.argv[1], sys.argv[2]


def domain(name, program, priority, more=""):
    return (f'<protection_domain name="{name}" priority="{priority}"><program_image path="{program}.elf"/>{more}'
            "</protection_domain>")


def channel(a, b, call=False):
    pp = ' pp="true"' if call else ""
    return f'<channel><end pd="{a}" id="0"{pp}/><end pd="{b}" id="0"/></channel>'


CALLS = domain("client", "client", 5) + domain("server", "server", 9) + channel("client", "server", True)
NOTIFICATIONS = domain("ping", "ping", 5) + domain("pong", "pong", 9) + channel("ping", "pong")
FLOOD = domain("flood", "flood", 9) + domain("pong", "pong", 5) + channel("flood", "pong")
COUNTERS = '<map mr="counters" vaddr="0x3000000" setvar_vaddr="counters"/>'
SPINNERS = ('<memory_region name="counters" size="0x1000"/>' + domain("spinner0", "spinner", 5, COUNTERS) +
            domain("spinner1", "spinner", 5, COUNTERS))


class Base(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="causeway-see-"))

    def tearDown(self):
        shutil.rmtree(self.folder)


class See(Base):
    def run_system(self, text, *options, status=0):
        system = self.folder / "test.system"
        system.write_text(f"<system>{text}</system>", encoding="utf-8")
        result = subprocess.run([TOOL, "run", system, "--search-path", PDS, "--timeout=60", *map(str, options)],
                                capture_output=True, text=True, check=False, timeout=100)
        self.assertEqual(result.returncode, status, result.stderr)
        return result

    def trace(self, text, *options, status=0):
        path = self.folder / "trace.json"
        result = self.run_system(text, "--trace", path, "--stats", *options, status=status)
        trace = json.loads(path.read_text(encoding="utf-8"))
        self.assertEqual([entry.name for entry in self.folder.iterdir() if entry.suffix == ".part"], [])
        self.check_shape(trace)
        return trace, self.statistics(result.stderr)

    def statistics(self, report):
        lines = report[report.index("protection domain"):].splitlines()
        titles = lines[0].split()[2:]
        rows = [line.split() for line in lines[1:]]
        return {row[0]: {title: float(value.rstrip("%")) for title, value in zip(titles, row[1:])} for row in rows}

    def check_shape(self, trace):
        """What holds for every trace: one runs at a time, who is in one state is in no other, arrows have two ends."""
        events = trace["traceEvents"]
        spans = collections.defaultdict(list)
        for event in events:
            if event["ph"] == "X" and event["tid"]:
                spans[event["tid"]].append(event)
        running = []
        for track in spans.values():
            for one, two in zip(track, track[1:]):
                self.assertAlmostEqual(one["ts"] + one["dur"], two["ts"], 2)
            running += [event for event in track if event["name"].startswith("running")]
        running.sort(key=lambda event: event["ts"])
        for one, two in zip(running, running[1:]):
            self.assertLessEqual(one["ts"] + one["dur"], two["ts"] + 0.001)
        arrows = collections.Counter((event["ph"], event["id"]) for event in events if event["ph"] in "sf")
        self.assertEqual(set(arrows.values()) - {1}, set())
        self.assertEqual({number for kind, number in arrows if kind == "f"} - {number for kind, number in arrows if kind == "s"},
                         set())
        self.assertRegex(trace["otherData"]["hash"], "^[0-9a-f]{16}$")
        self.assertEqual(trace["otherData"]["lost"], "0")

    def named(self, trace, name, phase):
        return [event for event in trace["traceEvents"] if event["name"] == name and event["ph"] == phase]

    def test_tracks_are_called_like_protection_domains(self):
        trace, _ = self.trace(CALLS)
        names = {event["tid"]: event["args"]["name"] for event in trace["traceEvents"] if event["name"] == "thread_name"}
        self.assertEqual(names, {0: "(system)", 1: "client", 2: "server"})

    def test_calls(self):
        trace, statistics = self.trace(CALLS)
        self.assertEqual(len(self.named(trace, "call", "s")), 65)
        self.assertEqual(len(self.named(trace, "call", "f")), 65)
        self.assertEqual(len(self.named(trace, "reply", "f")), 65)
        blocked = [event for event in trace["traceEvents"] if event["name"] == "blocked: call"]
        self.assertEqual({(event["tid"], event["args"]["detail"]) for event in blocked}, {(1, "server")})
        self.assertEqual(len(blocked), 65)
        self.assertEqual((statistics["client"]["calls"], statistics["server"]["called"]), (65, 65))
        self.assertEqual((statistics["client"]["called"], statistics["server"]["calls"]), (0, 0))
        self.assertGreaterEqual(statistics["server"]["switches"], 66)

    def test_notifications(self):
        trace, statistics = self.trace(NOTIFICATIONS)
        self.assertEqual(len(self.named(trace, "notification", "s")), len(self.named(trace, "notification", "f")))
        self.assertEqual(statistics["ping"]["notifies"], 3)
        self.assertEqual(statistics["pong"]["notified"], 3)
        # Pong is above: ping could have gone on each time.
        self.assertEqual(statistics["ping"]["preempted"], 3)
        self.assertEqual(statistics["pong"]["preempted"], 0)
        self.assertEqual([name for name in ("ping", "pong") if statistics[name]["time/ms"] <= 0], [])

    def test_no_event_is_lost(self):
        trace, statistics = self.trace(FLOOD, status=5)
        sent = [event for event in self.named(trace, "notify", "i") if event["tid"] == 1]
        self.assertEqual(len(sent), 100000)
        # All but the first join one that is there already.
        self.assertEqual([event["tid"] for event in self.named(trace, "notification", "s")].count(1), 1)
        self.assertEqual(sum("already" in event["args"]["detail"] for event in sent), 99999)
        self.assertEqual(statistics["flood"]["notifies"], 100000)
        self.assertEqual(statistics["flood"]["faults"], 1)
        self.assertEqual(len(self.named(trace, "fault", "i")), 1)
        self.assertEqual([event for event in trace["traceEvents"] if event["name"] == "stopped"][-1]["tid"], 1)

    def test_no_event_is_lost_in_simulated_time(self):
        trace, statistics = self.trace(FLOOD, "--sim", status=5)
        self.assertEqual(len([event for event in self.named(trace, "notify", "i") if event["tid"] == 1]), 100000)
        self.assertEqual(statistics["flood"]["notifies"], 100000)
        # That they are written down changes nothing.
        self.assertIn(f"trace hash {trace['otherData']['hash']}\n",
                      self.run_system(FLOOD, "--sim", "--trace-hash", status=5).stderr)

    def test_slices(self):
        trace, statistics = self.trace(SPINNERS)
        self.assertGreater(statistics["spinner0"]["slices"] + statistics["spinner1"]["slices"], 0)
        self.assertGreater(len(self.named(trace, "slice over", "i")), 0)

    def test_a_trace_that_cannot_be_written_is_an_error(self):
        result = self.run_system(CALLS, "--trace", self.folder / "nosuch" / "trace.json", status=3)
        self.assertIn("trace.json: error: cannot write: No such file or directory", result.stderr)
        result = self.run_system(CALLS, "--trace", "/dev/full", status=3)
        self.assertIn("/dev/full: error: cannot write", result.stderr)
        self.assertIn("wrong answers: 0", result.stdout)

    def test_reports_and_console_are_kept_apart(self):
        result = self.run_system(CALLS, "--stats", "-v")
        self.assertEqual(result.stdout, "server: init\nclient: wrong answers: 0\n")
        self.assertIn("protection domains are ready", result.stderr)
        self.assertIn("protection domain", result.stderr)

    def test_lines_of_different_domains_are_whole(self):
        pairs = "".join(domain(f"chatter{i}", "chatter", 5) for i in range(8))
        lines = self.run_system(pairs).stdout.splitlines()
        self.assertEqual(collections.Counter(lines),
                         collections.Counter({f"chatter{i}: {str(i) * 200} end": 100 for i in range(8)}))
        # They did take turns while lines were begun.
        self.assertGreater(sum(one[:9] != two[:9] for one, two in zip(lines, lines[1:])), 8)


@unittest.skipIf(shutil.which("gdb") is None, "gdb is not installed")
class Debugger(Base):
    """Breakpoints in a confined process, while others wait longer than the scheduler's patience."""

    def debug(self, name, commands, text=NOTIFICATIONS, status=0):
        system = self.folder / "test.system"
        system.write_text(f"<system>{text}</system>", encoding="utf-8")
        result = subprocess.run([TOOL, "run", system, "--search-path", PDS, "--timeout=60", "--gdb", name],
                                input="".join(command + "\n" for command in commands), capture_output=True, text=True,
                                check=False, timeout=100)
        if "ptrace: Operation not permitted" in result.stderr:
            self.skipTest("processes may not be traced here")
        self.assertEqual(result.returncode, status, result.stdout + result.stderr)
        return result

    def test_breakpoints(self):
        result = self.debug("ping", ["break notified", "continue", "info args", "delete", "continue"])
        self.assertIn("breakpoint 1, init ()", result.stdout)
        self.assertIn("channel = 0", result.stdout)
        self.assertEqual(result.stdout.count("ping: notified on 0"), 3)

    def test_one_that_is_held_is_not_stopped_by_the_scheduler(self):
        result = self.debug("spinner0", ["shell sleep 2.5", "print microkit_name", "continue"], SPINNERS)
        self.assertIn("spinner0: done", result.stdout)
        self.assertIn("spinner1: done", result.stdout)

    def test_a_debugger_that_leaves_lets_go(self):
        self.assertIn("ping: first notification sent", self.debug("ping", ["detach"]).stdout)

    def test_names_that_do_not_exist(self):
        report = self.debug("pin", [], status=1).stderr
        self.assertIn("there is no protection domain 'pin' to debug; did you mean 'ping'?", report)

    def test_without_a_debugger(self):
        system = self.folder / "test.system"
        system.write_text(f"<system>{CALLS}</system>", encoding="utf-8")
        result = subprocess.run([TOOL, "run", system, "--search-path", PDS, "--gdb=client"], capture_output=True,
                                text=True, check=False, env={"PATH": "/nosuch"})
        self.assertEqual(result.returncode, 1)
        self.assertIn("there is no program 'gdb'", result.stderr)


unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
