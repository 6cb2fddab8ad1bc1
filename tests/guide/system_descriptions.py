#!/usr/bin/env python3
"""Every system description in the transition guide, as it stands there. Those that are whole are checked and go through
every dialect that can say them; of those that leave something out, the tool has to say just that, and nothing once it
is put in.

usage: system_descriptions.py CAUSEWAY GUIDE     status 77 when there is no guide to read
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

SKIPPED = 77
DIALECTS = ("cp22", "seed", "dev-2023", "microkit-1.2.6", "microkit-1.4", "microkit-2.0", "microkit-2.1",
            "microkit-2.2", "microkit-2.3")

NO_IMAGE = "'protection_domain' has no element 'program_image'"
NO_PD = "a system has at least one protection domain"

# In the order of the guide: the errors of each block as it stands, and the dialects that can say it once it is whole.
BLOCKS = (
    ("the overview", [], DIALECTS),
    ("an empty system", [NO_PD], DIALECTS),
    ("a protection domain", [NO_IMAGE], DIALECTS),
    ("scheduling", ["this is 'protection_domain', not 'system'"],
     ("seed", "dev-2023", "microkit-1.4", "microkit-2.0", "microkit-2.1", "microkit-2.2", "microkit-2.3")),
    ("shared memory", [], DIALECTS),
    ("memory regions", ["XML: junk after document element"], DIALECTS),
    ("channels", [NO_IMAGE, NO_IMAGE], DIALECTS),
    ("a driver", [NO_IMAGE], DIALECTS),
    ("rings", [], DIALECTS),
    ("two virtual machines", [], ("seed", "dev-2023", "microkit-1.4", "microkit-2.0", "microkit-2.1", "microkit-2.2")),
    ("a virtual machine", [],
     ("seed", "dev-2023", "microkit-1.4", "microkit-2.0", "microkit-2.1", "microkit-2.2", "microkit-2.3")),
)


class Failure(Exception):
    pass


def run(tool, *arguments):
    done = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


def errors_of(tool, path, *flags):
    _, _, report = run(tool, "check", "--json", *flags, path)
    return [message["message"] for message in json.loads(report) if message["severity"] == "error"]


def expect(wanted, found, what):
    if len(wanted) != len(found) or any(not text.startswith(start) for start, text in zip(wanted, found)):
        raise Failure(f"{what}: wanted {wanted}, found {found}")


def complete(text):
    """The block with what it leaves out put in."""
    if "<system>" not in text:
        text = f"<system>\n{text}</system>\n"
    text = re.sub(r"(<protection_domain[^>]*>)(?!\s*<program_image)", r'\1<program_image path="some.elf" />', text)
    declared = set(re.findall(r'<memory_region name="([^"]*)"', text))
    for name in sorted(set(re.findall(r'mr="([^"]*)"', text)) - declared):
        text = text.replace("<system>", f'<system><memory_region name="{name}" size="0x1_000" phys_addr="0x1000" />', 1)
    if "<protection_domain" not in text:
        text = text.replace("</system>", '<protection_domain name="some"><program_image path="some.elf" />'
                                         "</protection_domain></system>")
    return text


def check_block(tool, folder, number, text):
    what, errors, dialects = BLOCKS[number]
    path, whole, there, back = (folder / f"{number}{name}.system" for name in ("", "-whole", "-there", "-back"))
    path.write_text(text, encoding="utf-8")
    expect(errors, errors_of(tool, path), what)
    whole.write_text(complete(text), encoding="utf-8")
    expect([], errors_of(tool, whole), f"{what}, made whole")
    for dialect in DIALECTS:
        status, _, report = run(tool, "convert", f"--to={dialect}", "-o", there, whole)
        if (status == 0) != (dialect in dialects):
            raise Failure(f"{what}: convert to {dialect}: status {status}\n{report}")
        if status:
            continue
        expect([], errors_of(tool, there, f"--dialect={dialect}"), f"{what} in {dialect}")
        status, _, report = run(tool, "convert", "--to=seed", "-o", back, there)
        status, changes, _ = run(tool, "diff", whole, back) if status == 0 else (status, report, "")
        if status or changes:
            raise Failure(f"{what}: to {dialect} and back: {changes}")


def main():
    tool, guide = sys.argv[1], pathlib.Path(sys.argv[2])
    if not guide.exists():
        print(f"there is no guide at {guide}")
        sys.exit(SKIPPED)
    blocks = re.findall(r"^```xml[^\n]*\n(.*?)^```", guide.read_text(encoding="utf-8"), re.S | re.M)
    problems = [] if len(blocks) == len(BLOCKS) else [f"{len(blocks)} blocks, not {len(BLOCKS)}"]
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(blocks[:len(BLOCKS)]):
            try:
                check_block(tool, pathlib.Path(folder), number, text)
            except Failure as failure:
                problems.append(str(failure))
    print("\n".join(problems))
    sys.exit(bool(problems))


main()
