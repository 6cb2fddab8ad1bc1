#!/usr/bin/env python3
"""Mistakes of programs, found by sanitizers and valgrind: confined, and hosted.

usage: sanitize_test.py CAUSEWAY SOURCE_DIR TEST_PDS [unittest arguments]
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL, ROOT, PDS = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
NOT_CONFINED = "11 of 11 protection domains are hosted programs, which are NOT confined"


class Sanitize(unittest.TestCase):
    """In tests/see/app, each instance makes the mistake that it is called after."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="causeway-sanitize-"))

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def run_tool(self, *arguments, **options):
        return subprocess.run([TOOL, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=120,
                              **options)

    def run_app(self, *options, output="out"):
        result = self.run_tool("run", ROOT / "tests/see/app", "-o", self.folder / output, "--timeout=60", *options)
        self.assertEqual(result.returncode, 5, result.stdout + result.stderr)
        self.assertIn("none: ends 0\n", result.stdout)
        self.assertIn("pd 'quits' ended itself with exit status 3", result.stderr)
        return result

    def test_undefined_behaviour_confined(self):
        result = self.run_app("--sanitize=undefined")
        for name, finding in (("overflow", "30:18: undefined behaviour: signed integer overflow: 1 + 2147483647 does not "
                                           "fit in 'int'"),
                              ("index", "36:15: undefined behaviour: index 4 is outside of 'int [4]'"),
                              ("shift", "38:14: undefined behaviour: shift of 1, 'int', by 32"),
                              ("null_pointer", "40:10: undefined behaviour: load of a null pointer for 'int'"),
                              ("division", "42:14: undefined behaviour: division of 1 by 0"),
                              ("alignment", ", which is not aligned for 'int'")):
            (line,) = [line for line in result.stderr.splitlines() if f"pd '{name}' faulted: " in line]
            self.assertIn(finding, line)
            self.assertIn("mistaken.c:", line)
            self.assertNotIn(f"{name}: ends", result.stdout)
        self.assertRegex(result.stderr, r"pd 'polls' faulted: .*notification\.c:\d+:\d+: undefined behaviour: store to address "
                                        r".*not aligned")
        self.assertNotIn("polls: ends", result.stdout)
        self.assertNotIn("NOT confined", result.stderr)
        self.assertIn("uninitialised: ends", result.stdout)

    def test_going_on_after_undefined_behaviour(self):
        # In a folder that was set up for hosted programs.
        result = self.run_app("--sanitize=undefined", "--sanitize-recover")
        self.assertIn("mistaken.c:30:18: undefined behaviour: signed integer overflow", result.stdout)
        self.assertIn("overflow: ends 0\n", result.stdout)
        self.assertIn("shift: ends", result.stdout)

    def test_address_sanitizer(self):
        result = self.run_app("--sanitize=address")
        self.assertIn(NOT_CONFINED, result.stderr)
        self.assertIn("AddressSanitizer: heap-buffer-overflow", result.stderr)
        self.assertIn("in beyond_the_heap", result.stderr)
        self.assertIn("pd 'heap' faulted: its process ended with status 1", result.stderr)
        self.assertIn("overflow: ends", result.stdout)

    @unittest.skipIf(shutil.which("valgrind") is None, "valgrind is not installed")
    def test_valgrind(self):
        result = self.run_app("--valgrind", "uninitialised", output="plain")
        self.assertIn(NOT_CONFINED, result.stderr)
        self.assertIn("ninitialised value", result.stderr)
        self.assertIn("run (mistaken.c:", result.stderr)
        self.assertIn("uninitialised: ends", result.stdout)

    @unittest.skipIf(shutil.which("valgrind") is None, "valgrind is not installed")
    def test_valgrind_has_nothing_to_say_about_many_threads(self):
        """Each has a stack of its own, and they take turns."""
        result = self.run_tool("run", ROOT / "examples/ping-pong", "-o", self.folder / "threads", "--valgrind=ping")
        self.assertEqual((result.returncode, result.stderr),
                         (0, "causeway: 2 of 2 protection domains are hosted programs, which are NOT confined\n"))
        self.assertIn("ping: all 5 messages came back\n", result.stdout)

    @unittest.skipIf(shutil.which("valgrind") is None or shutil.which("gdb") is None, "valgrind or gdb is not installed")
    def test_valgrind_and_gdb_at_once(self):
        result = self.run_tool("run", self.system(self.HELLO), "--search-path", PDS, "--valgrind=hello", "--gdb=hello")
        self.assertEqual(result.returncode, 1)
        self.assertIn("error: 'hello' cannot have gdb and valgrind at once", result.stderr)

    def system(self, text):
        path = self.folder / "test.system"
        path.write_text(f'<system>{text}</system>', encoding="utf-8")
        return path

    HELLO = '<protection_domain name="hello"><program_image path="hello.elf"/></protection_domain>'

    @unittest.skipIf(shutil.which("valgrind") is None, "valgrind is not installed")
    def test_valgrind_wants_a_hosted_program(self):
        result = self.run_tool("run", self.system(self.HELLO), "--search-path", PDS, "--valgrind=hello")
        self.assertEqual(result.returncode, 1)
        self.assertIn("valgrind cannot run", result.stderr)
        self.assertIn("causeway-hosted.cmake", result.stderr)

    def test_valgrind_that_is_not_installed(self):
        result = self.run_tool("run", self.system(self.HELLO), "--search-path", PDS, "--valgrind=hello",
                               env={"PATH": "/nosuch"})
        self.assertEqual(result.returncode, 1)
        self.assertIn("there is no program 'valgrind'", result.stderr)

    def test_programs_that_are_built_already(self):
        for option in ("--sanitize=undefined", "--hosted", "--sanitize-recover"):
            result = self.run_tool("run", self.system(self.HELLO), "--search-path", PDS, option)
            self.assertEqual(result.returncode, 1)
            self.assertIn(f"test.system: error: {option.partition('=')[0]} chooses how programs are compiled", result.stderr)

    def test_sanitizers_that_do_not_exist(self):
        result = self.run_tool("build", ROOT / "tests/see/app", "-o", self.folder / "none", "--sanitize=undefined,thread")
        self.assertEqual(result.returncode, 1)
        self.assertIn("there is no sanitizer 'thread'", result.stderr)

    def test_regions_where_the_sanitizer_has_its_own_memory(self):
        self.run_app("--hosted", output="plain")
        system = self.system('<memory_region name="far" size="0x1000"/><protection_domain name="none"><program_image '
                             'path="none.elf"/><map mr="far" vaddr="0x90000000"/></protection_domain>')
        result = self.run_tool("run", system, "--search-path", self.folder / "plain")
        self.assertEqual(result.returncode, 1)
        self.assertIn("region 'far', mapped at 0x90000000, ends above 0x60000000", result.stderr)


os.environ.pop("ASAN_OPTIONS", None)
unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
