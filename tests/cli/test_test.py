#!/usr/bin/env python3
"""What `causeway test` makes of tests that pass, fail, are missing or cannot be read.

usage: test_test.py CAUSEWAY SOURCE_DIR [unittest arguments]
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
PING_PONG = ROOT / "examples/ping-pong"


class Test(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="causeway-test-"))
        cls.built = cls.folder / "ping-pong"
        subprocess.run([TOOL, "build", PING_PONG, "-o", cls.built], check=True, timeout=120)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def check(self, *arguments):
        run = subprocess.run([TOOL, "test", *map(str, arguments)], capture_output=True, text=True, timeout=120,
                             check=False, cwd=self.folder)
        return run.returncode, run.stdout, run.stderr

    def script(self, text):
        (self.built / "simulate_test.tcl").write_text(text, encoding="utf-8")
        return self.built

    def test_an_application_is_built_and_passes(self):
        status, output, report = self.check(PING_PONG, "-o", self.folder / "app")
        self.assertEqual((status, report), (0, ""))
        self.assertRegex(output, r"^pass  ping-pong: \d+\.\d\d s\n$")

    def test_text_that_does_not_come(self):
        status, output, report = self.check(self.script('wait_for "ping:"\nwait_for "came back again"\n'))
        self.assertEqual(status, 1)
        self.assertEqual(output, 'FAIL  ping-pong: the system came to rest before "came back again" came\n')
        self.assertRegex(report, r'simulate_test\.tcl:2:10: error: the system came to rest before "came back again" '
                                 r"came \[-Wtest\]")
        self.assertIn("  | ping: all 5 messages came back", report)

    def test_text_in_the_wrong_order(self):
        self.assertEqual(self.check(self.script('wait_for "all 5"\nwait_for "ping: all"\n'))[0], 1)

    def test_reports_about_the_system_are_matched_too(self):
        self.assertEqual(self.check("-v", self.script('wait_for "protection domains are ready"\nwait_for "ping:"\n'))[0],
                         0)

    def test_many_times_and_many_tests(self):
        other = self.folder / "other"
        shutil.copytree(self.built, other, dirs_exist_ok=True)
        (other / "simulate_test.tcl").write_text("wait_for nothing\n", encoding="utf-8")
        status, output, _ = self.check("--times=3", self.script('wait_for "all 5*back"\n'), other)
        self.assertEqual(status, 1)
        self.assertRegex(output, r"^pass  ping-pong: 3 times, \d+\.\d\d s each\nFAIL  other: run 1 of 3: .*\n"
                                 r"1 passed, 1 failed, 0 without a test\n$")

    def test_nothing_to_test(self):
        (self.script("") / "simulate_test.tcl").unlink()
        status, output, report = self.check(self.built)
        self.assertEqual((status, output), (1, "none  ping-pong: nothing calls add_simulate_test\n"))
        self.assertIn("there is no test: nothing calls add_simulate_test [-Wtest]", report)

    def test_a_script_that_cannot_be_read(self):
        status, output, report = self.check(self.script("wait_for $x\n"))
        self.assertEqual((status, output), (1, "FAIL  ping-pong: its test cannot be read\n"))
        self.assertIn("nothing has set the variable 'x' [-Wtest-script]", report)

    def test_an_application_that_is_in_error_says_so_in_the_table(self):
        app = self.folder / "broken"
        shutil.copytree(PING_PONG, app)
        text = (app / "ping-pong.camkes").read_text(encoding="utf-8")
        (app / "ping-pong.camkes").write_text(text.replace("component Ping ping;", "component Pin ping;"), encoding="utf-8")
        status, output, _ = self.check(app, "-o", self.folder / "out")
        self.assertEqual((status, output), (1, "FAIL  broken: unknown component 'Pin'; did you mean 'Ping'?\n"))

    def test_a_board_that_is_not_there(self):
        status, output, report = self.check("--board=none_such", self.built)
        self.assertEqual((status, output), (1, ""))
        self.assertIn("[-Wsel4-board]", report)

    def test_what_boards_cannot_do(self):
        status, output, report = self.check("--board=qemu_virt_aarch64", "--sim", self.built)
        self.assertEqual((status, output), (1, ""))
        self.assertIn("error: --sim is for the board linux [-Wsel4-board]", report)

    def application(self, name, c, test):
        """One component whose run() is C."""
        app = self.folder / name
        app.mkdir()
        (app / "only.c").write_text("#include <camkes.h>\n#include <stdio.h>\nint run(void)\n{\n" + c + "return 0;\n}\n",
                                    encoding="utf-8")
        (app / "only.camkes").write_text("import <std_connector.camkes>;\ncomponent Only { control; }\n"
                                         "assembly { composition { component Only only; } }\n", encoding="utf-8")
        (app / "CMakeLists.txt").write_text("cmake_minimum_required(VERSION 3.16.0)\nproject(only C)\n"
                                            "DeclareCAmkESComponent(Only SOURCES only.c)\n"
                                            f"DeclareCAmkESRootserver(only.camkes)\n{test}\n", encoding="utf-8")
        return app

    def test_an_application_without_a_test_is_not_compiled(self):
        app = self.application("silent", "this does not compile;", "")
        status, output, report = self.check(app)
        self.assertEqual((status, output), (1, "none  silent: nothing calls add_simulate_test\n"))
        self.assertIn("silent: error: there is no test", report)

    OVERFLOW = 'volatile int most = 0x7fffffff;\nprintf("done\\n");\nprintf("%d\\n", most + 1);\n'

    def test_a_finding_of_a_sanitizer_fails_a_test_that_passes_otherwise(self):
        app = self.application("wraps", self.OVERFLOW, 'add_simulate_test([=[wait_for "done"]=])')
        self.assertEqual(self.check(app, "-o", self.folder / "wraps.plain")[0], 0)
        for options in (["--sanitize=undefined"], ["--sanitize=undefined", "--sanitize-recover"],
                        ["--sanitize=address,undefined"], ["--sanitize=undefined", "--sim"]):
            status, output, report = self.check(app, "-o", self.folder / "wraps.out", *options)
            self.assertEqual(status, 1, options)
            self.assertRegex(output, r"^FAIL  wraps: a sanitizer has found something: .*only\.c:7:\d+: "
                                     r"(undefined behaviour|runtime error): signed integer overflow")
            self.assertIn("  | done", report)

    def test_sanitizers_are_for_programs_that_are_built(self):
        status, output, report = self.check("--sanitize=undefined", self.script("wait_for ping\n"))
        self.assertEqual(status, 1)
        self.assertIn("--sanitize chooses how programs are compiled", report)

    def test_seeds_of_simulated_runs(self):
        """Two equals that are woken together: which is first is open."""
        app = self.folder / "open"
        app.mkdir()
        (app / "both.c").write_text('#include <camkes.h>\n#include <stdio.h>\nint run(void)\n{\n'
                                    'printf("%s\\n", get_instance_name());\nreturn 0;\n}\n', encoding="utf-8")
        (app / "open.camkes").write_text("import <std_connector.camkes>;\ncomponent Both { control; }\n"
                                         "assembly { composition { component Both one; component Both two; } }\n",
                                         encoding="utf-8")
        (app / "CMakeLists.txt").write_text("cmake_minimum_required(VERSION 3.16.0)\nproject(open C)\n"
                                            "DeclareCAmkESComponent(Both SOURCES both.c)\n"
                                            "DeclareCAmkESRootserver(open.camkes)\n"
                                            'add_simulate_test([=[wait_for "one*two"]=])\n', encoding="utf-8")
        self.assertEqual(self.check(app, "--sim", "--times=2")[:2], (0, "pass  open: 2 times, 0.00 simulated s each\n"))
        status, output, report = self.check(app, "--sim", "--seeds=8")
        self.assertEqual(status, 1)
        found = re.match(r'FAIL  open: seed (\d)(?:, \d)*: the system came to rest before "one\*two" came', output)
        self.assertTrue(found, output)
        seed = found[1]
        again = re.search(rf"note: this run again: causeway (run --sim --seed={seed} .*)", report)
        self.assertTrue(again, report)
        run = subprocess.run([TOOL, *again[1].split()], capture_output=True, text=True, timeout=60, check=False,
                             cwd=self.folder)
        self.assertEqual((run.returncode, run.stdout), (1, "two\none\n"))
        self.assertIn("simulate_test.tcl:1:10: error: the system came to rest", run.stderr)

    def test_what_is_typed_in_simulated_time(self):
        """A minute's timeout takes none; equal seeds are equal runs, whatever the host does."""
        chat = ROOT / "examples/chat"
        self.assertEqual(self.check(chat, "--sim", "--seeds=3", "-o", self.folder / "chat")[0], 0)
        runs = {subprocess.run([TOOL, "run", "--sim", "--seed=5", "--trace-hash", "--script", self.folder /
                                "chat/simulate_test.tcl", self.folder / "chat"], capture_output=True, check=True,
                               timeout=60).stderr for _ in range(3)}
        self.assertEqual(len(runs), 1)
        (self.folder / "chat/simulate_test.tcl").write_text(
            'set timeout 60\nsend "one\\r"\nwait_for "ann was told \'one\'"\nsleep 3\nsend "two\\r"\n'
            'wait_for "ann was told \'two\'"\nwait_for never\n', encoding="utf-8")
        status, output, _ = self.check(self.folder / "chat", "--sim")
        self.assertEqual((status, output), (1, 'FAIL  chat: "never" did not come within 60 simulated s\n'))

    def test_scripts_and_seeds_belong_to_simulated_runs(self):
        for arguments in (["test", "--seeds=2"], ["test", "--seed=2"], ["run", "--script=x"]):
            run = subprocess.run([TOOL, *arguments, self.built], capture_output=True, text=True, check=False, timeout=60)
            self.assertEqual(run.returncode, 2, arguments)
            self.assertIn("--sim", run.stderr)

    def test_exit_and_sleep(self):
        self.assertEqual(self.check(self.script("sleep 0.1\nexit 0\nwait_for never\n"))[0], 0)
        status, output, _ = self.check(self.script("exit 2\n"))
        self.assertEqual((status, output), (1, "FAIL  ping-pong: the script exits with status 2\n"))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
