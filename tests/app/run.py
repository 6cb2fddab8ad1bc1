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
        self.refuses("DeclareCAmkESComponent(Ping LIBS ethdrivers)",
                     "Component Ping links with 'ethdrivers', which neither the application nor Causeway has; an application can",
                     "bring it along")

    def test_components_in_cplusplus_and_assembly(self):
        self.add("CMakeLists.txt", "DeclareCAmkESComponent(Ping SOURCES more.cpp answer.S CXX_FLAGS -DANSWER=42)\n")
        self.add("answer.S", ".globl answer\nanswer: mov $41, %eax\n\tret\n.section .note.GNU-stack\n")
        self.add("more.cpp", """
#include <camkes.h>
#include <cstdint>
#include <cstring>
#include <new>
extern "C" int answer(void);
namespace {
struct Base { virtual int value() = 0; virtual ~Base() {} };
template <typename T> struct Sum : Base { T a, b; Sum(T x, T y) : a(x), b(y) {} int value() override { return a + b; } };
Sum<int> early(answer(), 1);
}
extern "C" void pre_init(void)
{
    alignas(Sum<long>) static char place[sizeof(Sum<long>)];
    Base *bases[] = { &early, new Sum<std::int64_t>(40, 2), new (place) Sum<long>(21, 21) };
    int *numbers = new int[4];
    std::memset(numbers, 0, 4 * sizeof *numbers);
    for (Base *base : bases)
        numbers[0] += base->value() == ANSWER;
    printf("%d of 3 in C++\\n", numbers[0]);
    delete[] numbers;
    delete bases[1];
}
""")
        self.build()
        self.assertIn("3 of 3 in C++\n", self.run_system())

    def test_one_changed_file_is_one_object(self):
        self.build()
        objects = {path: path.stat().st_mtime_ns for path in (self.output / ".build").rglob("*.o")}
        self.edit("components/Pong/src/pong.c", "int run(void)", "int run(void) /* changed */")
        self.build()
        changed = [path.name for path, time in objects.items() if path.stat().st_mtime_ns != time]
        self.assertEqual(changed, ["pong.c.o"])

    def test_configuration_options(self):
        self.add("CMakeLists.txt", """
set(configure_string "")
config_option(PingLoud PING_LOUD "Prints more" DEFAULT ON)
config_option(PingQuiet PING_QUIET "Prints less" DEFAULT ON DEPENDS "NOT PingLoud")
config_string(PingGreeting PING_GREETING "What is said" DEFAULT "well met")
config_string(PingCount PING_COUNT "How often" DEFAULT 3 UNQUOTE)
config_choice(PingHue PING_HUE "Colour" "red;PingRed;PING_RED;KernelArchARM;KernelArchX86" "blue;PingBlue;PING_BLUE"
    "green;PingGreen;PING_GREEN")
config_set(PingFixed PING_FIXED 7)
add_config_library(ping_app "${configure_string}")
DeclareCAmkESComponent(Ping SOURCES options.c LIBS ping_app_Config)
""")
        self.add("options.c", """
#include <camkes.h>
#include <ping_app/gen_config.h>
#if !CONFIG_PING_LOUD || defined(CONFIG_PING_QUIET) || !CONFIG_PING_BLUE
#error options
#endif
void pre_init(void)
{
    printf("%s %d %d\\n", CONFIG_PING_GREETING, CONFIG_PING_COUNT, CONFIG_PING_FIXED);
}
""")
        self.build()
        self.assertIn("well met 3 7\n", self.run_system())

    def test_what_the_files_ask_about_the_kernel(self):
        self.add("CMakeLists.txt", """
if(NOT "${KernelArch}" STREQUAL "x86" OR NOT KernelArchX86 OR KernelArchARM)
    message(FATAL_ERROR "another kernel")
endif()
find_package(global-components REQUIRED)
includeGlobalComponents()
""")
        self.build()

    def test_a_project_of_its_own_with_plain_cmake(self):
        text = (self.app / "CMakeLists.txt").read_text(encoding="utf-8")
        (self.app / "CMakeLists.txt").write_text(f"""cmake_minimum_required(VERSION 3.16)
project(own C)
find_package(camkes-tool REQUIRED)
camkes_tool_setup_camkes_build_environment()
{text}
GenerateCAmkESRootserver()
""", encoding="utf-8")
        modules = pathlib.Path(TOOL).parents[1] / "lib/causeway/cmake"
        build = self.scratch / "plain"
        subprocess.run(["cmake", "-S", self.app, "-B", build, f"-DCMAKE_TOOLCHAIN_FILE={modules}/causeway-linux.cmake",
                        f"-DCMAKE_MODULE_PATH={modules}/modules"], check=True, capture_output=True, timeout=120)
        subprocess.run(["cmake", "--build", build], check=True, capture_output=True, timeout=120)
        self.output = build / "system"
        self.assertIn("ping: all 5 messages came back\n", self.run_system())
        self.output = self.scratch / "tool"
        self.build()
        self.assertIn("ping: all 5 messages came back\n", self.run_system())

    def test_the_test_has_one_layer_of_escapes_less(self):
        self.edit("CMakeLists.txt", 'wait_for "ping: all 5 messages came back"',
                  'send "a\\\\r"\nwait_for "\\\\\\"x;y\\\\\\""')
        self.build()
        self.assertIn('send "a\\r"\nwait_for "\\"x;y\\""\n',
                      (self.output / "simulate_test.tcl").read_text(encoding="utf-8"))

    def test_what_has_no_counterpart_says_why_and_where(self):
        self.refuses("DeclareCAmkESComponent(Ping CAKEML_SOURCES more.sml)",
                     "Component Ping is written in CakeML (CAKEML_SOURCES), for which Causeway has no compiler")
        line = (self.app / "CMakeLists.txt").read_text(encoding="utf-8").count("\n")
        self.assertIn(f"ping pong/CMakeLists.txt:{line}:1: error: Component Ping is written in CakeML", self.build(status=1))
        self.edit("CMakeLists.txt", "CAKEML_SOURCES more.sml", "TEMPLATE_SOURCES more.template.c")
        self.refuses("", "Component Ping has Jinja templates (TEMPLATE_SOURCES: more.template.c)")
        self.edit("CMakeLists.txt", "DeclareCAmkESComponent(Ping TEMPLATE", "RustAddLibrary(Ping TEMPLATE")
        self.refuses("", "This application has a component in Rust, and components are C, C++ or assembly here")
        self.edit("CMakeLists.txt", "RustAddLibrary(Ping", "RequireFile(PATH rumprun")
        self.refuses("", "This application needs 'rumprun' of another project")
        self.edit("CMakeLists.txt", "RequireFile(PATH", "NoSuchFunction(PATH")
        self.refuses("", 'error: Unknown CMake command "NoSuchFunction".')

    def test_a_source_that_is_not_there(self):
        self.refuses("DeclareCAmkESComponent(Ping SOURCES more.c)", "Cannot find source file:")


unittest.main(argv=sys.argv[:1])
