#!/usr/bin/env python3
"""What `causeway build` and `run` do with options, folders and environments that are not plain.

usage: build_test.py CAUSEWAY SOURCE_DIR [unittest arguments]
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])


class Build(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="causeway-build-"))
        self.app = self.folder / "my app"
        shutil.copytree(ROOT / "examples/ping-pong", self.app)

    def tearDown(self):
        shutil.rmtree(self.folder)

    def edit(self, name, old, new):
        path = self.app / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new), encoding="utf-8")

    def start(self, *arguments, tool=TOOL, **options):
        return subprocess.Popen([tool, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                **options)

    def run_tool(self, *arguments, **options):
        process = self.start(*arguments, **options)
        output, report = process.communicate(timeout=120)
        return process.returncode, output, report

    def test_errors_of_the_specification_are_the_only_ones(self):
        self.edit("ping-pong.camkes", "component Ping ping;", "component Pin ping;")
        status, _, report = self.run_tool("build", self.app, "-o", self.folder / "out")
        self.assertEqual(status, 1)
        self.assertEqual(report.count("error:"), 1, report)
        self.assertIn("unknown component 'Pin'; did you mean 'Ping'?", report)
        status, _, report = self.run_tool("run", "--json", self.app, "-o", self.folder / "out")
        self.assertEqual(status, 1)
        (message,) = [message for message in json.loads(report) if message["severity"] == "error"]
        self.assertEqual(message["line"], 24)

    def test_options_reach_the_translation(self):
        for option in ("--dialect=nosuch", "--dtb=nosuch.dtb", "--gpio-list=nosuch.yaml", "-Werror"):
            if option.startswith("--gpio"):
                self.edit("ping-pong.camkes", "ping.priority = 42;",
                          'ping.priority = 42; ping.pins = gpio({"pins": ["a"]});')
            if option.startswith("--dtb"):
                self.edit("ping-pong.camkes", "pong.priority = 42;",
                          'pong.priority = 42; pong.dtb = dtb({"path": "x"});')
            status, _, report = self.run_tool("build", option, self.app, "-o", self.folder / "out", cwd=self.folder)
            self.assertNotEqual(status, 0, option)
            self.assertIn("error:", report)
        self.assertIn("nosuch.yaml", self.run_tool("build", "--gpio-list=nosuch.yaml", self.app, "-o",
                                                   self.folder / "out", cwd=self.folder)[2])

    def test_two_builds_in_one_folder_wait_for_each_other(self):
        runs = [self.start("run", self.app, "-o", self.folder / "out") for _ in range(3)]
        for run in runs:
            output, report = run.communicate(timeout=120)
            self.assertEqual(run.returncode, 0, report)
            self.assertIn("ping: all 5 messages came back", output)

    def test_another_installation_takes_over_a_folder(self):
        out = self.folder / "out"
        self.assertEqual(self.run_tool("build", self.app, "-o", out)[0], 0)
        home = self.folder / "lib/causeway"
        shutil.copytree(pathlib.Path(TOOL).parents[1] / "lib/causeway", home)
        (self.folder / "bin").mkdir()
        shutil.copy(TOOL, self.folder / "bin/causeway")
        status, output, report = self.run_tool("run", self.app, "-o", out, tool=self.folder / "bin/causeway")
        self.assertEqual(status, 0, report)
        self.assertIn("ping: all 5 messages came back", output)

    def test_flags_of_the_host_are_not_for_protection_domains(self):
        environment = {**os.environ, "CFLAGS": "-fno-such-flag", "LDFLAGS": "-lnosuch", "CC": "nosuch"}
        status, _, report = self.run_tool("build", self.app, "-o", self.folder / "out", env=environment)
        self.assertEqual(status, 0, report)

    def test_paths_that_cmake_cannot_handle(self):
        for name in ("semi;colon", 'quo"te', "back\\slash"):
            status, _, report = self.run_tool("build", self.app, "-o", self.folder / name)
            self.assertEqual(status, 1)
            self.assertIn("CMake cannot handle the character", report)
            self.assertEqual(report.count("error:"), 1)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["my app"])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
