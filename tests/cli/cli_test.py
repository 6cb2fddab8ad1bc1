#!/usr/bin/env python3
"""What the command does with bad inputs, full disks and wrong arguments: exit status, message, and nothing half-written.

usage: cli_test.py CAUSEWAY SOURCE_DIR [unittest arguments]
"""
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

TOOL, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
NOBODY = 65534
GOOD = "component A { control; }\nassembly { composition { component A a; } }\n"


def limit_file_size(size):
    """Runs in the child: files cannot grow beyond SIZE, which stands for a disk that is full."""
    def prepare():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return prepare


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="causeway-cli-"))
        self.folder.chmod(0o755)

    def tearDown(self):
        shutil.rmtree(self.folder)

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run_tool(self, *arguments, tool=TOOL, **options):
        options.setdefault("stdout", subprocess.PIPE)
        run = subprocess.run([tool, *map(str, arguments)], stderr=subprocess.PIPE, timeout=120, check=False, **options)
        return run.returncode, run.stderr.decode("utf-8", "replace")

    def assert_reports(self, arguments, status, *texts, **options):
        actual, report = self.run_tool(*arguments, **options)
        self.assertEqual(actual, status, report)
        for text in texts:
            self.assertIn(text, report)
        return report

    def files(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*"))

    # -- inputs

    def test_missing_import(self):
        path = self.write("a.camkes", 'import "nowhere.camkes";\n' + GOOD)
        self.assert_reports(["check", path], 1, f"{path}:1:8: error: imported file 'nowhere.camkes' not found",
                            "\n       ^~~~", "note: searched in")

    def test_syntax_error(self):
        path = self.write("a.camkes", "component A {\n\tcontrol\n}\n" + GOOD.replace("A", "B"))
        self.assert_reports(["check", path], 1, f"{path}:2:9: error: expected ';'", "\tcontrol\n\t       ^")

    def test_two_errors_in_one_file(self):
        path = self.write("a.camkes", "component A {\n\tcontrol\n}\ncomponent B {\n\tdataport Buf();\n}\n")
        report = self.assert_reports(["check", path], 1, f"{path}:2:9: error:", f"{path}:5:15: error:")
        self.assertEqual(report.count(" error: "), 2, report)

    def test_unreadable_file(self):
        path = self.write("a.camkes", GOOD)
        path.chmod(0)
        tool = self.folder / "causeway" # where an ordinary user can execute it
        shutil.copy(TOOL, tool)
        user = {"user": NOBODY} if os.geteuid() == 0 else {}
        self.assert_reports(["check", path], 3, f"{path}: error: cannot read: Permission denied", tool=tool, **user)

    def test_directory_in_place_of_a_file(self):
        (self.folder / "x.camkes").mkdir()
        path = self.write("a.camkes", 'import "x.camkes";\n' + GOOD)
        self.assert_reports(["check", path], 3, f"{path}:1:8: error:", "Is a directory")
        self.assert_reports(["check", self.folder / "x.camkes"], 1, "the folder has no .camkes and no .system file")
        (self.folder / "x.system").mkdir()
        self.assert_reports(["check", self.folder / "x.system"], 1, "the folder has no .camkes and no .system file")

    def test_file_of_one_character(self):
        for character in b"a({[;\"</\n0# *\\\0\xff":
            size = 50_000_000 if character in b"a(" else 2_000_000
            path = self.write("a.camkes", bytes([character]) * size)
            status, report = self.run_tool("check", path)
            self.assertEqual(status, 1, (character, report[:2000]))
            self.assertLess(len(report), 20_000, character)
            path.unlink()

    def test_an_app_folder_with_several_specifications(self):
        self.write("a.camkes", GOOD)
        self.write("b.camkes", GOOD)
        self.assert_reports(["check", self.folder], 1, "more than one .camkes file; name one of them", "/a.camkes",
                            "/b.camkes")

    # -- outputs

    def test_full_disk(self):
        path = self.write("a.camkes", GOOD)
        out = self.folder / "out"
        self.assert_reports(["translate", path, "-o", out], 3, "error: cannot write: File too large",
                            preexec_fn=limit_file_size(16))
        self.assertEqual([name for name in self.files() if name not in ("a.camkes", "out", "out/a")], [])
        self.assert_reports(["translate", path, "-o", out, "--depfile=/dev/full"], 3,
                            "/dev/full: error: cannot write: No space left on device")

    def test_full_standard_output(self):
        with open("/dev/full", "wb") as full:
            for arguments in (["--help"], ["check", "--help"], ["--version"],
                              ["check", "--dump-after=parse", self.write("a.camkes", GOOD)]):
                self.assert_reports(arguments, 3, "No space left on device", stdout=full)

    def test_output_folder_that_is_a_file(self):
        path, out = self.write("a.camkes", GOOD), self.write("out", "mine")
        self.assert_reports(["translate", path, "-o", out], 3, f"{out}: error: cannot write: Not a directory")
        self.assertEqual(out.read_text(encoding="utf-8"), "mine")

    def test_errors_leave_no_output(self):
        path = self.write("a.camkes", GOOD + "nonsense")
        self.assert_reports(["translate", path, "-o", self.folder / "out"], 1)
        self.assertEqual(self.files(), ["a.camkes"])

    def test_translations_from_two_folders_are_byte_identical(self):
        outputs = []
        for name in ("one", "two/deeper"):
            app = self.folder / name
            shutil.copytree(ROOT / "examples/ping-pong", app)
            out = self.folder / (name.replace("/", "-") + "-out")
            self.assert_reports(["translate", ".", "-o", out], 0, cwd=app)
            outputs.append({path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()})
            absolute = self.folder / (name.replace("/", "-") + "-absolute")
            self.assert_reports(["translate", app, "-o", absolute], 0)
            outputs.append({path.relative_to(absolute): path.read_bytes() for path in absolute.rglob("*")
                            if path.is_file()})
        self.assertGreater(len(outputs[0]), 5)
        for other in outputs[1:]:
            self.assertEqual(outputs[0], other)

    def test_an_unchanged_translation_is_not_written_again(self):
        path, out = self.write("a.camkes", GOOD), self.folder / "out"
        self.assert_reports(["translate", path, "-o", out], 0)
        before = {name: (self.folder / name).stat().st_mtime_ns for name in self.files()}
        self.assert_reports(["translate", path, "-o", out], 0)
        self.assertEqual(before, {name: (self.folder / name).stat().st_mtime_ns for name in self.files()})

    # -- arguments

    def test_usage_errors(self):
        path = self.write("a.camkes", GOOD)
        for arguments, text in (
                (["chekc", path], "there is no command 'chekc'; did you mean 'check'?"),
                (["check"], "'check' needs an input"),
                (["check", "--frobnicate", path], "'check' has no option '--frobnicate'"),
                (["check", "--jsn", path], "did you mean '--json'?"),
                (["check", "-Wnonsense", path], "there is no warning to choose with '-Wnonsense'"),
                (["check", "-ferror-limit=many", path], "'-ferror-limit' takes a number, not 'many'"),
                (["check", "--colour=blue", path], "'--colour' is auto, always or never, not 'blue'"),
                (["check", path, "-I"], "'-I' needs a value (DIR)"),
                (["check", "--dump-after=flaten", path], "there is no pass 'flaten'; did you mean 'flatten'?"),
                (["translate", path, path], "this command takes one input, not 2")):
            self.assert_reports(arguments, 2, text)

    def test_help_and_version(self):
        for arguments in (["--help"], ["help"], ["check", "--help"], ["run", "-h"], ["--version"]):
            self.assert_reports(arguments, 0)
        self.assertEqual(self.run_tool()[0], 2)

    def test_warnings_can_be_made_errors(self):
        path = self.write("a.camkes", GOOD[:-2] + " configuration { nobody.x = 1; } }\n")
        self.assert_reports(["check", path], 0, "warning:")
        self.assert_reports(["check", "-Werror", path], 1, "error:")

    def test_what_a_pass_made_can_be_seen(self):
        path = self.write("a.camkes", GOOD)
        for name, text in (("collect_names", "assembly"), ("resolve_instances", "instance a: A in a"),
                           ("freeze", "instance a: A in a")):
            run = subprocess.run([TOOL, "check", "--dump-after=" + name, path], capture_output=True, text=True,
                                 timeout=120, check=False)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertIn(text, run.stdout)

    def test_colour(self):
        path = self.write("a.camkes", "nonsense\n")
        self.assertIn("\033[", self.assert_reports(["check", "--colour=always", path], 1))
        self.assertNotIn("\033[", self.assert_reports(["check", path], 1))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
