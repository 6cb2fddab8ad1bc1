#!/usr/bin/env python3
"""The examples of a Core Platform SDK that need no hardware, by their own Makefiles and sources, in a checkout that is
named by the environment variable CAUSEWAY_MICROKIT: they print what they print on seL4. Skipped without one.

usage: sdk_examples_test.py LIB_CAUSEWAY [unittest arguments]
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

SKIPPED = 77
SDK = pathlib.Path(sys.argv[1]) / "sdk"
CHECKOUT = os.environ.get("CAUSEWAY_MICROKIT")

CRASH = "crasher, starting\nrestarter: received fault message for child pd: 1\n"
STILL = "emitter: still emitting events...\n"


class Examples(unittest.TestCase):
    def output_of(self, example, **variables):
        """What EXAMPLE prints; make gets VARIABLES."""
        with tempfile.TemporaryDirectory(prefix="causeway-examples-") as folder:
            settings = {"BUILD_DIR": folder, "MICROKIT_SDK": SDK, "MICROKIT_BOARD": "linux", "MICROKIT_CONFIG": "debug",
                        **variables}
            made = subprocess.run(["make", "-C", f"{CHECKOUT}/example/{example}",
                                   *[f"{name}={value}" for name, value in settings.items()]],
                                  capture_output=True, text=True, check=False, timeout=60)
            self.assertEqual(made.returncode, 0, made.stdout + made.stderr)
            run = subprocess.run([f"{folder}/loader.img", "--timeout", "60"], capture_output=True, text=True, check=False,
                                 timeout=120)
            self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
            return run.stdout

    def test_hello(self):
        self.assertEqual(self.output_of("hello"), "hello, world\n")

    def test_hierarchy(self):
        self.assertEqual(self.output_of("hierarchy"),
                         "restarter: starting\n" + 9 * (CRASH + "restarter: restarted\n") + CRASH +
                         "restarter: too many restarts - PD stopped\nhello, world\n")

    def test_passive_server(self):
        self.assertEqual(self.output_of("passive_server"),
                         "SERVER|INFO: init function running\nCLIENT|INFO: init function running\n"
                         "SERVER|INFO: running on clients scheduling context\n")

    def test_mr_prefill(self):
        self.assertEqual(self.output_of("mr_prefill"),
                         "hello, world. my name is mr_prefill\nchecking prefilled memory region data length\n"
                         "checking prefilled memory region data\nprefilled data OK!\n")

    # How often the collector gets its turn meanwhile depends on how fast the machine is.
    def test_domains(self):
        lines = self.output_of("domains").splitlines(keepends=True)
        self.assertEqual("".join(line for line in lines if line.startswith("emitter")),
                         "emitter: starting to emit events...\n" + 10 * STILL + "emitter: done emitting events\n")
        self.assertRegex("".join(line for line in lines if line.startswith("collector")),
                         re.compile(r"\Acollector: Waiting for an event\n(collector: Got an event\n)+\Z"))

    # Its Makefile knows one processor. The two addresses that the system leaves open are the platform's choice.
    def test_setvar(self):
        include = SDK / "board/linux/debug/include"
        output = self.output_of("setvar", ARCH="aarch64", TOOLCHAIN="x86_64-linux-gnu",
                                CFLAGS=f"-nostdlib -ffreestanding -O3 -I{include}")
        found = re.fullmatch(r"Virtual address of 'mr_with_paddr': 536870912\n"
                             r"Physical address of 'mr_with_paddr': 2147483648\n"
                             r"Physical address of 'small_mr_no_paddr': (\d+)\n"
                             r"Physical address of 'large_mr_no_paddr': (\d+)\n"
                             r"Physical address of 'pl011_paddr': 150994944\n", output)
        self.assertIsNotNone(found, output)
        small, large = int(found[1]), int(found[2])
        self.assertEqual((small % 0x1000, large % 0x200000), (0, 0))
        self.assertTrue(small + 0x1000 <= large or large + 0x200000 <= small)


if not CHECKOUT:
    print("skipped: CAUSEWAY_MICROKIT does not name a checkout with the SDK's examples")
    sys.exit(SKIPPED)
unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
