"""Whether a program linked with the library meets the contract that Microkit 2.3 publishes: what the official tool patches, and
where it expects what. A domain that uses nothing of the library has all of it too."""
import pathlib
import struct
import subprocess

LISTS = """cmake_minimum_required(VERSION 3.25)
project(contract LANGUAGES C)
include(${CAUSEWAY_HOME}/cmake/CausewayPD.cmake)
add_protection_domain(idle idle.c)
"""
SOURCE = """#include <microkit.h>
void init(void) {}
void notified(microkit_channel channel) { (void)channel; }
"""
# Name and size of each variable that the tool fills in, whatever the domain is.
VARIABLES = {"microkit_name": 64, "microkit_passive": 1, "microkit_irqs": 8, "microkit_notifications": 8, "microkit_pps": 8,
             "microkit_ioports": 8}
BASE, PAGE, EXECUTE, WRITE, READ = 0x200000, 0x1000, 1, 2, 4


def read_segments(image):
    """(address, size, flags) of each loaded segment."""
    offset, = struct.unpack_from("<Q", image, 32)
    size, count = struct.unpack_from("<HH", image, 54)
    for i in range(count):
        kind, flags, _, address, _, _, memory, _ = struct.unpack_from("<IIQQQQQQ", image, offset + i * size)
        if kind == 1 and memory:
            yield address, memory, flags


def read_symbols(image):
    """name -> (address, size) of the global ones."""
    offset, = struct.unpack_from("<Q", image, 40)
    size, count = struct.unpack_from("<HH", image, 58)
    sections = [struct.unpack_from("<IIQQQQIIQQ", image, offset + i * size) for i in range(count)]
    table = next(section for section in sections if section[1] == 2)
    names, found = sections[table[6]][4], {}
    for at in range(table[4], table[4] + table[5], 24):
        name, info, _, section, address, length = struct.unpack_from("<IBBHQQ", image, at)
        if info >> 4 and section:
            text = image[names + name : image.index(b"\0", names + name)].decode()
            found[text] = (address, length)
    return found


def check(image):
    """What is not as published."""
    segments, symbols = list(read_segments(image)), read_symbols(image)
    kind, machine = struct.unpack_from("<HH", image, 16)
    if (kind, machine) != (2, 183):
        yield "it is no AArch64 program linked at a fixed address"
    if [flags for _, _, flags in segments] != [READ | EXECUTE, READ | WRITE]:
        yield f"its segments are {segments}, not code and data"
    if segments[0][0] != BASE or any(address % PAGE for address, _, _ in segments):
        yield "its segments do not begin at pages from the Core Platform's base on"
    data = segments[-1]
    for name, size in VARIABLES.items():
        address, found = symbols.get(name, (0, 0))
        if found != size:
            yield f"{name} has {found} bytes, not {size}"
        elif not data[0] <= address <= data[0] + data[1] - size:
            yield f"{name} is not in its data"
    # The tool of 2.3 chooses the address itself; a program that has this symbol is one of before.
    if "__sel4_ipc_buffer_obj" in symbols:
        yield "it has an IPC buffer of its own"


def run(toolchain, folder):
    """The problems of a domain built with TOOLCHAIN in FOLDER, as text."""
    folder = pathlib.Path(folder)
    folder.mkdir(exist_ok=True)
    (folder / "CMakeLists.txt").write_text(LISTS, encoding="utf-8")
    (folder / "idle.c").write_text(SOURCE, encoding="utf-8")
    for command in (["cmake", "-S", folder, "-B", folder / "build", f"-DCMAKE_TOOLCHAIN_FILE={toolchain}"],
                    ["cmake", "--build", folder / "build"]):
        subprocess.run(command, check=True, capture_output=True)
    return "\n".join(check((folder / "build" / "idle.elf").read_bytes()))
