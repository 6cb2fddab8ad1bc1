#!/usr/bin/env python3
"""Builds applications with the CMake functions of CAmkES: what they accept, and what they say to what is wrong.

usage: run.py CAUSEWAY SOURCE_DIR
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])


class App(unittest.TestCase):
    """Each case changes a copy of the ping-pong example, in a folder whose name has a space."""

    def setUp(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="causeway app "))
        self.app = self.scratch / "ping pong"
        self.output = self.scratch / "out put"
        shutil.copytree(SOURCE / "examples" / "ping-pong", self.app)

    def tearDown(self):
        shutil.rmtree(self.scratch)

    def edit(self, name, old, new):
        file = self.app / name
        text = file.read_text(encoding="utf-8")
        self.assertIn(old, text)
        file.write_text(text.replace(old, new), encoding="utf-8")

    def add(self, name, text):
        file = self.app / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as stream:
            stream.write(text)

    def build(self, status=0):
        result = subprocess.run([TOOL, "build", str(self.app), "-o", str(self.output)], capture_output=True,
                                text=True, timeout=120, check=False)
        self.assertEqual(result.returncode, status, result.stdout + result.stderr)
        return result.stderr

    def run_system(self):
        result = subprocess.run([TOOL, "run", str(self.output)], capture_output=True, text=True, timeout=60,
                                check=False)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result.stdout

    def refuses(self, line, *words):
        """LINE at the end of CMakeLists.txt is an error that has WORDS, whatever the line breaks."""
        self.add("CMakeLists.txt", line + "\n")
        self.assertIn(" ".join(words), re.sub(r"\s+", " ", self.build(status=1)))

    def test_all_files_of_the_system_are_in_the_output(self):
        self.build()
        names = {path.name for path in self.output.iterdir() if path.is_file()}
        self.assertLessEqual({"ping-pong.system", "ping.elf", "pong.elf", "report.md", "simulate_test.tcl"}, names)
        self.assertIn('wait_for "ping: all 5 messages came back"',
                      (self.output / "simulate_test.tcl").read_text(encoding="utf-8"))

    def test_the_application_is_not_touched(self):
        before = sorted(path.relative_to(self.app) for path in self.app.rglob("*"))
        self.build()
        self.assertEqual(before, sorted(path.relative_to(self.app) for path in self.app.rglob("*")))

    def test_a_changed_specification_is_translated_again(self):
        self.build()
        self.edit("ping-pong.camkes", "ping.priority = 42", "ping.priority = 77")
        self.build()
        self.assertIn('priority="77"', (self.output / "ping-pong.system").read_text(encoding="utf-8"))

    def test_a_changed_source_is_compiled_again(self):
        self.build()
        self.edit("components/Ping/src/ping.c", "came back", "are home")
        self.build()
        self.assertIn("ping: all 5 messages are home\n", self.run_system())

    def test_a_subdirectory_uses_its_own_paths(self):
        self.edit("CMakeLists.txt", "DeclareCAmkESComponent(Pong SOURCES components/Pong/src/pong.c INCLUDES include)",
                  "add_subdirectory(components/Pong)")
        self.add("components/Pong/CMakeLists.txt",
                 "DeclareCAmkESComponent(Pong SOURCES src/pong.c)\n"
                 "DeclareCAmkESComponent(Pong INCLUDES ../../include)\n")
        self.build()
        self.assertIn("ping: all 5 messages came back\n", self.run_system())

    def test_sources_headers_and_libraries_may_be_made_by_the_build(self):
        self.add("CMakeLists.txt", """
add_custom_command(OUTPUT include/word.h COMMAND ${CMAKE_COMMAND} -E make_directory include
    COMMAND ${CMAKE_COMMAND} -E echo "#define WORD \\"made\\"" > include/word.h VERBATIM)
add_custom_target(word_h DEPENDS include/word.h)
add_library(words INTERFACE)
target_compile_definitions(words INTERFACE SECOND_WORD="linked")
DeclareCAmkESComponent(Ping SOURCES word.c INCLUDES include LIBS words sel4camkes C_FLAGS -DTHIRD_WORD="flagged")
add_dependencies(CAmkESComponent_Ping word_h)
ExtendCAmkESComponentInstance(Ping ping SOURCES extended.c)
""")
        self.edit("CMakeLists.txt", "INCLUDES include LIBS", "INCLUDES ${CMAKE_CURRENT_BINARY_DIR}/include LIBS")
        self.add("word.c", '#include <camkes.h>\n#include <word.h>\n'
                           'void pre_init(void)\n{\n\tputs(WORD " " SECOND_WORD " " THIRD_WORD);\n}\n')
        self.add("extended.c", '#include <camkes.h>\nvoid post_init(void)\n{\n\tputs("extended");\n}\n')
        self.build()
        self.assertRegex(self.run_system(), "made linked flagged\n(.*\n)*extended\n")

    def test_an_instance_may_be_called_like_a_target_or_a_header(self):
        text = (self.app / "ping-pong.camkes").read_text(encoding="utf-8")
        text = text.replace("Ping ping;", "Ping test;").replace("ping.", "test.")
        text = text.replace("Pong pong;", "Pong time;").replace("pong.", "time.")
        (self.app / "ping-pong.camkes").write_text(text, encoding="utf-8")
        self.build()
        self.assertIn("ping: all 5 messages came back\n", self.run_system())

    def test_errors_of_the_specification_are_shown_as_they_are(self):
        self.edit("ping-pong.camkes", "component Ping ping;", "component Pingg ping;")
        self.assertRegex(self.build(status=1), r"ping-pong\.camkes:\d+:\d+: error: ")

    def test_a_type_that_is_larger_than_its_dataport(self):
        self.edit("ping-pong.camkes", "component Ping {",
                  "component Holder {\n    include \"wide.h\";\n    dataport wide_t wide;\n}\ncomponent Ping {")
        self.edit("ping-pong.camkes", "component Ping ping;",
                  "component Holder one;\n        component Holder two;\n        component Ping ping;\n"
                  "        connection seL4SharedData held(from one.wide, to two.wide);")
        self.add("include/wide.h", "typedef struct { char bytes[4097]; } wide_t;\n")
        self.add("CMakeLists.txt", "DeclareCAmkESComponent(Holder INCLUDES include)\n")
        self.assertIn("dataport wide: raise the connection's 'size'", self.build(status=1))
        self.edit("ping-pong.camkes", "ping.priority = 42", "held.size = 8192;\n        ping.priority = 42")
        self.build()

    def test_a_missing_rootserver(self):
        self.edit("CMakeLists.txt", "DeclareCAmkESRootserver(ping-pong.camkes)", "")
        self.refuses("", "The application does not call DeclareCAmkESRootserver")

    def test_two_rootservers(self):
        self.refuses("DeclareCAmkESRootserver(other.camkes)", "was declared already; a system has one.")

    def test_sources_without_their_keyword(self):
        self.refuses("DeclareCAmkESComponent(Ping more.c)", "source files follow the keyword SOURCES.")

    def test_a_library_that_is_not_there(self):
        self.refuses("DeclareCAmkESComponent(Ping LIBS virtqueue)",
                     "Component Ping links with 'virtqueue', which neither the application nor Causeway has.")

    def test_a_component_in_another_language(self):
        self.refuses("DeclareCAmkESComponent(Ping SOURCES more.cpp)", "has a source file in C++, which is not supported")
        self.refuses("DeclareCAmkESComponent(Ping CAKEML_SOURCES more.sml)", "CAKEML_SOURCES is not supported")

    def test_a_function_that_has_no_counterpart(self):
        self.refuses("CAmkESAddTemplatesPath(templates)",
                     "This application calls CAmkESAddTemplatesPath, which Causeway does not support.")


unittest.main(argv=sys.argv[:1])
