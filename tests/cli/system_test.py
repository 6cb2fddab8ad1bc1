#!/usr/bin/env python3
"""The commands for system descriptions: convert, fmt, diff and graph, from the command line to the files.

usage: system_test.py CAUSEWAY [unittest arguments]
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL = sys.argv[1]
SYSTEM = """<system>
<!-- about a -->
<protection_domain name="a" priority="2" pp="true"><program_image path="a.elf"/></protection_domain>
<protection_domain name="b"><program_image path="b.elf"/></protection_domain>
<channel><end pd="a" id="0"/><end pd="b" id="1"/></channel>
</system>
"""


class SystemCommands(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="causeway-system-"))
        self.system = self.folder / "a.system"
        self.system.write_text(SYSTEM, encoding="utf-8")

    def tearDown(self):
        shutil.rmtree(self.folder)

    def run_tool(self, *arguments, status=0):
        run = subprocess.run([TOOL, *map(str, arguments)], capture_output=True, timeout=120, check=False)
        self.assertEqual(run.returncode, status, run.stderr.decode())
        return run.stdout

    def test_convert(self):
        new, old = self.folder / "new.system", self.folder / "old.system"
        self.run_tool("convert", self.system, "--to", "microkit-2.3", "-o", new)
        text = new.read_text(encoding="utf-8")
        self.assertIn("    <!-- about a -->\n", text)
        self.assertIn('<end pd="b" id="1" pp="true" />', text)
        self.run_tool("convert", new, "--to=seed", "-o", old)
        self.assertEqual(self.run_tool("convert", self.system, "--to=seed"), old.read_bytes())
        self.assertEqual(self.run_tool("diff", self.system, new), b"")

    def test_convert_refused(self):
        self.system.write_text(SYSTEM.replace('pp="true"', 'smc="true"'), encoding="utf-8")
        new = self.folder / "new.system"
        self.assertEqual(self.run_tool("convert", self.system, "--to=cp22", "-o", new, status=1), b"")
        self.assertFalse(new.exists())
        self.run_tool("convert", self.system, "--to=cp23", status=2)

    def test_fmt(self):
        before = self.system.read_bytes()
        self.run_tool("fmt", "--check", self.system, status=1)
        self.assertEqual(self.system.read_bytes(), before)
        after = self.run_tool("fmt", "-o", "-", self.system)
        self.run_tool("fmt", self.system)
        self.assertEqual(self.system.read_bytes(), after)
        self.run_tool("fmt", "--check", self.system)
        self.assertIn(b"\n    <!-- about a -->\n    <protection_domain", after)

    def test_diff(self):
        other = self.folder / "other.system"
        other.write_text(SYSTEM.replace('"2"', '"3"'), encoding="utf-8")
        self.assertEqual(self.run_tool("diff", self.system, self.system), b"")
        self.assertEqual(self.run_tool("diff", self.system, other, status=1),
                         b"  protection domain 'a': priority 2 -> 3\n")
        self.run_tool("diff", self.system, status=2)
        self.run_tool("diff", self.system, self.folder / "nowhere.system", status=3)

    def test_graph(self):
        text = self.run_tool("graph", self.system)
        self.assertTrue(text.startswith(b'digraph "a" {'))
        dot, svg = self.folder / "a.dot", self.folder / "a.svg"
        self.run_tool("graph", self.system, "-o", dot)
        self.assertEqual(dot.read_bytes(), text)
        if not shutil.which("dot"):
            self.skipTest("no Graphviz")
        self.run_tool("graph", self.system, "-o", svg)
        self.assertIn(b"<svg", svg.read_bytes())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
