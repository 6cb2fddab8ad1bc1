#!/usr/bin/env python3
"""A system runs in a container as Podman and Docker make them by default: with their list of system calls, which the
runtime of containers installs, their capabilities or none, and namespaces of its own. Skipped by name where there is no
such runtime (runc or crun), no list (Podman's is in Debian's golang-github-containers-common; CONTAINER_SECCOMP names
another file in the format of both, such as Docker's), or they are not allowed here.

usage: container_test.py CAUSEWAY SYSTEM_FOLDER [unittest arguments]

SYSTEM_FOLDER has a system description with its programs: one whose parent restarts a child that faults.
"""
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOL, FOLDER = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
PROFILE = pathlib.Path(os.environ.get("CONTAINER_SECCOMP", "/usr/share/containers/seccomp.json"))
RUNTIMES = [command for command in (["runc"], ["crun", "--cgroup-manager=disabled"]) if shutil.which(command[0])]
# What a container has unless it is asked for less.
CAPABILITIES = ["CAP_" + name for name in (
    "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID "
    "SYS_CHROOT").split()]
ARCHITECTURE = {"x86_64": "amd64"}.get(platform.machine(), platform.machine())


def seccomp(capabilities):
    """The published list, with the choices made that depend on processor and capabilities."""
    profile = json.loads(PROFILE.read_text(encoding="utf-8"))

    def is_meant(entry):
        includes, excludes = entry.get("includes") or {}, entry.get("excludes") or {}
        return (ARCHITECTURE in includes.get("arches", [ARCHITECTURE])
                and set(includes.get("caps", [])) <= set(capabilities)
                and ARCHITECTURE not in excludes.get("arches", [])
                and not set(excludes.get("caps", [])) & set(capabilities))

    def rule(entry):
        kept = {key: entry[key] for key in ("names", "action", "args") if entry.get(key)}
        if "errnoRet" in entry:
            kept["errnoRet"] = entry["errnoRet"]
        return kept

    architectures = next(row for row in profile["archMap"]
                         if row["architecture"].lower() == f"scmp_arch_{platform.machine()}")
    return {"defaultAction": profile["defaultAction"], "defaultErrnoRet": profile["defaultErrnoRet"],
            "architectures": [architectures["architecture"], *architectures["subArchitectures"]],
            "syscalls": [rule(entry) for entry in profile["syscalls"] if is_meant(entry)]}


def configuration(command, folder, user, capabilities):
    def bind(path, target):
        return {"type": "bind", "source": str(path), "destination": str(target), "options": ["rbind", "ro"]}

    return {
        "ociVersion": "1.0.0",
        "process": {
            "cwd": "/", "args": command, "env": ["PATH=/usr/bin"], "user": {"uid": user, "gid": user},
            "noNewPrivileges": not capabilities,
            "capabilities": {kind: capabilities for kind in ("bounding", "effective", "permitted")},
        },
        "root": {"path": "root"},
        "mounts": [{"type": "proc", "source": "proc", "destination": "/proc"},
                   {"type": "tmpfs", "source": "tmpfs", "destination": "/dev", "options": ["nosuid", "mode=755"]},
                   bind("/usr", "/usr"), bind(folder, "/system")],
        "linux": {"namespaces": [{"type": kind} for kind in ("pid", "mount", "ipc", "uts", "network")],
                  "seccomp": seccomp(capabilities)},
    }


class Container(unittest.TestCase):
    def setUp(self):
        if not RUNTIMES or not PROFILE.exists():
            self.skipTest(f"there is no {PROFILE if RUNTIMES else 'runc or crun'}")
        if os.geteuid():
            self.skipTest("a container for an ordinary user is what run/privileges makes")
        self.bundle = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(prefix="causeway-container-")))
        self.bundle.chmod(0o755)
        system = self.bundle / "system"
        shutil.copytree(FOLDER, system, ignore=shutil.ignore_patterns("CMakeFiles"))
        shutil.copy(TOOL, system / "causeway")
        self.description = next(system.glob("*.system")).name
        for name in ("usr", "proc", "dev", "system"):
            (self.bundle / "root" / name).mkdir(parents=True)
        for name in ("bin", "lib", "lib64"):
            (self.bundle / "root" / name).symlink_to(f"usr/{name}")

    def execute(self, command, user, capabilities):
        (self.bundle / "config.json").write_text(
            json.dumps(configuration(command, self.bundle / "system", user, capabilities)), encoding="utf-8")
        return subprocess.run([*self.runtime, f"--root={self.bundle / 'state'}", "run", f"--bundle={self.bundle}",
                               f"causeway-{os.getpid()}"], capture_output=True, text=True, check=False, timeout=120,
                              stdin=subprocess.DEVNULL)

    def find_runtime(self, user, capabilities):
        reasons = []
        for self.runtime in RUNTIMES:
            probe = self.execute(["/usr/bin/true"], user, capabilities)
            if not probe.returncode:
                return
            reasons.append(probe.stderr.strip())
        self.skipTest(f"not allowed here: {'; '.join(reasons)}")

    def check(self, user, capabilities, *options):
        self.find_runtime(user, capabilities)
        # The list of system calls is in force: this is one that it forbids.
        self.assertNotEqual(self.execute(["/usr/bin/setarch", "--addr-no-randomize", "/usr/bin/true"], user,
                                         capabilities).returncode, 0)
        result = self.execute(["/system/causeway", "run", "--timeout=60", *options, f"/system/{self.description}"], user,
                              capabilities)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("child: init 3\n", result.stdout)
        self.assertIn("parent: fault 3\n", result.stdout)
        return result.stderr

    def test_as_root(self):
        self.assertEqual(self.check(0, CAPABILITIES), "")

    def test_as_an_ordinary_user_without_capabilities(self):
        self.assertEqual(self.check(1000, []), "")

    def test_in_simulated_time(self):
        self.assertIn("addresses are chosen at random here", self.check(1000, [], "--sim", "--seed=1"))


unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
