#!/usr/bin/env python3
"""Projects that bring their own build use an installed Causeway: with make and pkg-config, with CMake, and with a
Makefile that was written for a Core Platform SDK.

usage: package_test.py BUILD_DIR SOURCE_DIR [unittest arguments]
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILD, ROOT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
CONSOLE = "1 doubled is 2\n2 doubled is 4\n3 doubled is 6\ncalls: 3\n"

# As such Makefiles are: the processor's name is looked up in a header, and ld links alone.
SDK_MAKEFILE = """
BOARD_DIR := $(MICROKIT_SDK)/board/$(MICROKIT_BOARD)/$(MICROKIT_CONFIG)
ARCH := ${shell grep 'CONFIG_SEL4_ARCH  ' $(BOARD_DIR)/include/kernel/gen_config.h | cut -d' ' -f4}
ifneq ($(ARCH),x86_64)
$(error unknown processor '$(ARCH)')
endif
CFLAGS := -nostdlib -ffreestanding -g -O3 -Wall -Werror -I$(BOARD_DIR)/include
LIBS := -lmicrokit -Tmicrokit.ld

all: $(BUILD_DIR)/loader.img

$(BUILD_DIR)/%.o: %.c
	gcc -c $(CFLAGS) $< -o $@

$(BUILD_DIR)/%.elf: $(BUILD_DIR)/%.o
	ld -L$(BOARD_DIR)/lib $^ $(LIBS) -o $@

$(BUILD_DIR)/loader.img $(BUILD_DIR)/report.txt: $(BUILD_DIR)/client.elf $(BUILD_DIR)/server.elf doubler.system
	$(MICROKIT_SDK)/bin/microkit doubler.system --search-path $(BUILD_DIR) --board $(MICROKIT_BOARD) \\
		--config $(MICROKIT_CONFIG) -o $(BUILD_DIR)/loader.img -r $(BUILD_DIR)/report.txt
"""


def run(*command, **options):
    return subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, timeout=120, **options)


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="causeway-package-"))
        cls.prefix = cls.folder / "installed"
        installed = run("cmake", "--install", BUILD, "--prefix", cls.prefix)
        assert installed.returncode == 0, installed.stderr

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def setUp(self):
        self.project = self.folder / self.id().rpartition(".")[2]
        shutil.copytree(ROOT / "examples/core-platform", self.project)

    def check(self, result, output):
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.assertIn(output, result.stdout)

    def test_make_with_pkg_config(self):
        self.check(run("make", "-C", self.project, "run", f"PKG_CONFIG_PATH={self.prefix}/lib/pkgconfig",
                       env={"PATH": "/usr/bin:/bin", "PKG_CONFIG_PATH": f"{self.prefix}/lib/pkgconfig"}), CONSOLE)

    def configure(self, *options):
        return run("cmake", "-S", self.project, "-B", self.project / "build", f"-DCMAKE_PREFIX_PATH={self.prefix}",
                   *options)

    def test_cmake(self):
        self.check(self.configure(f"-DCMAKE_TOOLCHAIN_FILE={self.prefix}/lib/causeway/cmake/causeway-linux.cmake"), "")
        self.check(run("cmake", "--build", self.project / "build"), "")
        self.check(run("cmake", "--build", self.project / "build", "--target", "run-doubler"), CONSOLE)
        # The build checks the system against the programs.
        system = self.project / "doubler.system"
        system.write_text(system.read_text(encoding="utf-8").replace('setvar_vaddr="protocol"', 'setvar_vaddr="protocoll"'),
                          encoding="utf-8")
        result = run("cmake", "--build", self.project / "build")
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("protocoll", result.stdout + result.stderr)

    def test_cmake_without_the_toolchain_says_what_to_give(self):
        result = self.configure()
        self.assertNotEqual(result.returncode, 0)
        self.assertIn(f"-DCMAKE_TOOLCHAIN_FILE={self.prefix}/lib/causeway/cmake/causeway-linux.cmake",
                      "".join(result.stderr.split("\n")).replace("  ", " "))

    def sdk_make(self, **variables):
        settings = {"MICROKIT_SDK": self.prefix / "lib/causeway/sdk", "MICROKIT_BOARD": "linux",
                    "MICROKIT_CONFIG": "debug", "BUILD_DIR": "build", **variables}
        return run("make", "-C", self.project, "-f", "sdk.mk", *[f"{name}={value}" for name, value in settings.items()])

    def test_makefile_for_an_sdk(self):
        (self.project / "sdk.mk").write_text(SDK_MAKEFILE, encoding="utf-8")
        (self.project / "build").mkdir()
        self.check(self.sdk_make(), "")
        self.check(run(self.project / "build/loader.img", cwd="/"), CONSOLE)
        self.assertIn("doubler.system", (self.project / "build/report.txt").read_text(encoding="utf-8"))

    def test_sdk_tool_leaves_no_image_of_a_wrong_system(self):
        (self.project / "sdk.mk").write_text(SDK_MAKEFILE, encoding="utf-8")
        (self.project / "build").mkdir()
        system = self.project / "doubler.system"
        system.write_text(system.read_text(encoding="utf-8").replace('priority="20"', 'priority="9"'), encoding="utf-8")
        result = self.sdk_make()
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("error:", result.stderr)
        self.assertFalse((self.project / "build/loader.img").exists())

    def test_sdk_tool_knows_its_boards(self):
        tool = self.prefix / "lib/causeway/sdk/bin/microkit"
        result = run(tool, "doubler.system", "--board", "nosuch", "--config", "debug", cwd=self.project)
        self.assertEqual(result.returncode, 2)
        self.assertIn("there is no board 'nosuch'", result.stderr)
        self.assertEqual(run(tool, "doubler.system", "--image-type", "elf", cwd=self.project).returncode, 2)


unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
