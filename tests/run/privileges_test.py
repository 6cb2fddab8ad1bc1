#!/usr/bin/env python3
"""Systems run for an ordinary user, for root, and in a container without any privilege; where the host's kernel does not
let a test make one of these, that test is skipped by name.

usage: privileges_test.py CAUSEWAY SYSTEM_FOLDER [unittest arguments]

SYSTEM_FOLDER has a system description with its programs: one whose parent restarts a child that faults.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL, FOLDER = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
NOBODY = 65534
ORDINARY = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all",
            "--no-new-privs"]
CONTAINER = ["unshare", "--user", "--map-root-user", "--mount", "--pid", "--fork", "--mount-proc", "--net", "--ipc", "--uts"]
WITHOUT_CAPABILITIES = ["setpriv", "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"]


def run(command):
    return subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, timeout=120, cwd="/",
                          stdin=subprocess.DEVNULL)


class Privileges(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="causeway-privileges-"))
        shutil.copytree(FOLDER, cls.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("CMakeFiles"))
        cls.tool = shutil.copy(TOOL, cls.folder / "causeway")
        cls.system = next(cls.folder.glob("*.system"))
        cls.folder.chmod(0o755)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def run_as(self, *prefix):
        if prefix and run([*prefix, "true"]).returncode:
            self.skipTest(f"'{prefix[0]}' is not there or not allowed here")
        return run([*prefix, self.tool, "run", "--timeout=60", self.system])

    def check(self, result):
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("child: init 3\n", result.stdout)
        self.assertIn("parent: fault 3\n", result.stdout)

    def test_as_started(self):
        self.check(self.run_as())

    def test_as_an_ordinary_user(self):
        if os.geteuid():
            self.skipTest("the other tests run as one")
        self.check(self.run_as(*ORDINARY))

    def test_in_a_container(self):
        self.check(self.run_as(*CONTAINER))

    def test_in_a_container_without_capabilities(self):
        self.check(self.run_as(*CONTAINER, *WITHOUT_CAPABILITIES))

    def test_in_a_container_of_an_ordinary_user(self):
        if os.geteuid():
            self.skipTest("the other tests run as one")
        self.check(self.run_as(*ORDINARY, *CONTAINER, *WITHOUT_CAPABILITIES))

    def test_without_proc(self):
        result = self.run_as(*CONTAINER, "sh", "-c", 'mount -t tmpfs none /proc && exec "$@"', "sh")
        self.assertEqual(result.returncode, 1)
        self.assertIn("error: the kernel does not offer /proc here (mounted)", result.stderr)


unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
