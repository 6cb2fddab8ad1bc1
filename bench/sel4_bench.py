#!/usr/bin/env python3
"""Measures protected procedure calls, notifications, the boot and the image's size on seL4, and how long an image takes.

Instructions, in an emulator that counts one instruction as a nanosecond, on the release kernel; memory is full of 0xA5
before the image is loaded. The official figures (Microkit 2.3.0 on the same kernel) stand beside ours.

usage: sel4_bench.py CAUSEWAY SOURCE_DIR SDK
"""
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time

BOARD, CONFIG = "qemu_virt_aarch64", "release"
LOAD, RAM_BEGIN, RAM_SIZE = 0x70000000, 0x40000000, 0x80000000
# From reset to the kernel's first program, in a boot with the official tool: the same for every tool.
KERNEL_BOOT = 3_800_000
OFFICIAL = {"call": 721, "call with 2 words": 752, "call, active callee": 2473, "notify there and back": 2387,
            "notify there and back, deferred": 1974, "boot without the kernel's": 2_670_000, "image, bytes": 2_655_172}
CALLS = {"add": "(int, int) -> int", "string": "64-byte string", "array": "4 KiB array"}
CALLS_AIM = 1.15
# Whole runs of the official tool, ms, for so many protection domains.
BUILD_OFFICIAL = {2: 12.1, 60: 20.6}
BUILDS = 21


def emulate(image, memory):
    """The lines of the serial line, until "done" comes."""
    command = ["qemu-system-aarch64", "-machine", "virt,virtualization=on,memory-backend=ram", "-cpu", "cortex-a53", "-m", "2G",
               "-object", f"memory-backend-file,id=ram,size=2G,mem-path={memory},share=off", "-display", "none",
               "-monitor", "none", "-nodefaults", "-serial", "stdio", "-icount", "shift=0,sleep=off",
               "-device", f"loader,file={image},addr={LOAD:#x},cpu-num=0"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    watchdog = threading.Timer(60, run.kill)
    watchdog.start()
    lines = {}
    for line in run.stdout:
        if line.strip() == "done":
            break
        name, _, value = line.strip().rpartition(" ")
        lines[name] = int(value)
    watchdog.cancel()
    run.kill()
    run.wait()
    return lines


def system_of(count):
    """A row of protection domains of one program, each with a channel to the next."""
    domains = (f'<protection_domain name="pd{i}" priority="{10 + i}"><program_image path="answers.elf"/></protection_domain>'
               for i in range(count))
    channels = (f'<channel><end pd="pd{i}" id="1"/><end pd="pd{i + 1}" id="2"/></channel>' for i in range(count - 1))
    return "\n".join(["<system>", *domains, *channels, "</system>"])


def measure_build(build, environment, path):
    """Median milliseconds of the whole process, and of what it does within main, with the debug kernel."""
    whole, within = [], []
    for _ in range(BUILDS):
        start = time.monotonic()
        result = subprocess.run([*build, "-v", str(path)], env=environment, check=True, capture_output=True, text=True)
        whole.append((time.monotonic() - start) * 1000)
        within.append(float(re.search(r"causeway: image: ([0-9.]+) ms", result.stderr).group(1)))
    return statistics.median(whole), statistics.median(within)


def fill(path):
    """A file of 2 GiB that is 0xA5 where the kernel, the programs and the image will be; elsewhere a hole."""
    with open(path, "wb") as file:
        file.truncate(RAM_SIZE)
        for begin, size in ((0x60000000, 32 << 20), (LOAD, 16 << 20)):
            file.seek(begin - RAM_BEGIN)
            file.write(b"\xa5" * size)


def main():
    tool, source, sdk = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), os.path.abspath(sys.argv[3])
    found = {}
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        environment = {**os.environ, "CAUSEWAY_SDK": sdk, "CAUSEWAY_CACHE": str(scratch / "cache")}
        build = [tool, "build", f"--board={BOARD}", f"--config={CONFIG}", f"--search-path={scratch}/pds", "-o", str(scratch)]
        # The first one finds no programs, but makes the toolchain.
        subprocess.run([*build, str(source / "bench/sel4/notify.system")], env=environment, capture_output=True, check=False)
        toolchain = next((scratch / "cache").glob("*/toolchain.cmake"))
        subprocess.run(["cmake", "-S", str(source / "bench/sel4"), "-B", str(scratch / "pds"),
                        f"-DCMAKE_TOOLCHAIN_FILE={toolchain}"], check=True, capture_output=True)
        subprocess.run(["cmake", "--build", str(scratch / "pds")], check=True, capture_output=True)
        fill(scratch / "memory")
        for system in ("call-passive", "call-active", "notify", "deferred"):
            subprocess.run([*build, str(source / f"bench/sel4/{system}.system")], env=environment, check=True)
            image = scratch / f"{system}.img"
            lines = emulate(image, scratch / "memory")
            if system == "call-passive":
                found.update({"call": lines["call"], "call with 2 words": lines["call with 2 words"],
                              "boot without the kernel's": lines["first init at"] - KERNEL_BOOT,
                              "image, bytes": image.stat().st_size})
            elif system == "call-active":
                found["call, active callee"] = lines["call"]
            else:
                found["notify there and back" + (", deferred" if system == "deferred" else "")] = lines["notify there and back"]
        for system in (source / "bench/sel4/call-by-hand.system", source / "bench/sel4/rpc"):
            subprocess.run([*build, str(system)], env=environment, check=True)
            image = scratch / ("rpc.img" if system.is_dir() else f"{system.stem}.img")
            found.update(emulate(image, scratch / "memory"))
        times = {}
        for count in BUILD_OFFICIAL:
            path = scratch / f"row{count}.system"
            path.write_text(system_of(count), encoding="utf-8")
            debug = [word.replace(f"--config={CONFIG}", "--config=debug") for word in build]
            subprocess.run([*debug, str(path)], env=environment, check=True, capture_output=True)
            times[count] = measure_build(debug, environment, path)
    print(f"{'':34}{'ours':>10}{'official':>10}{'ratio':>7}")
    for name, official in OFFICIAL.items():
        print(f"{name:34}{found[name]:10}{official:10}{found[name] / official:7.2f}")
    print(f"\n{'':34}{'components':>10}{'by hand':>10}{'ratio':>7}   (aim: at most {CALLS_AIM})")
    for name, title in CALLS.items():
        ours, hand = found[f"component {name}"], found[f"hand {name}"]
        print(f"{title:34}{ours:10}{hand:10}{ours / hand:7.2f}")
    print("\nAn image's build, ms, median; the official figures are RECORDED ones, of an earlier machine")
    for count, official in BUILD_OFFICIAL.items():
        whole, within = times[count]
        print(f"{f'{count} protection domains':34}{whole:10.2f}{official:10}{whole / official:7.2f}   within main {within:.2f}")


main()
