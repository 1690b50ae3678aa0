"""cmake/setup.sh, ./run and ./test: what is missing, what is refused, and with which exit status."""

import os
import shutil
import subprocess
import tempfile
import unittest

import sources


SETUP = "".join(
    f"SKILLSCALE_ROOT={sources.ROOT}\n" if line.startswith("SKILLSCALE_ROOT=") else f"{line}\n"
    for _, line in sources.lines_of("cmake/setup.sh")
)

# A user without rights; only root can become one.
NOBODY = 65534 if os.geteuid() == 0 else None


def shell(command, user=None, **environment):
    """Runs a command with the functions of setup.sh, as ./run does."""
    return subprocess.run(
        ["/bin/bash", "-c", f"set -euo pipefail\n{SETUP}\n{command}"],
        cwd=sources.ROOT if user is None else "/",
        env={**os.environ, **environment},
        user=user,
        capture_output=True,
        text=True,
    )


def command(*words):
    return subprocess.run([sources.ROOT / words[0], *words[1:]], capture_output=True, text=True)


class SetUp(unittest.TestCase):
    def test_finds_only_the_packages_that_are_missing(self):
        found = shell("missing_packages bash no-such-package coreutils")
        self.assertEqual("no-such-package\n", found.stdout)

    def test_runs_no_package_manager_when_nothing_is_missing(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("apt-get", "sudo"):
                trap = os.path.join(folder, name)
                with open(trap, "w", encoding="utf-8") as script:
                    script.write("#!/bin/sh\necho called >&2\nexit 1\n")
                os.chmod(trap, 0o755)
            done = shell("install_packages bash coreutils", PATH=f"{folder}:{os.environ['PATH']}")
        self.assertEqual((0, "", ""), (done.returncode, done.stdout, done.stderr))

    def test_installs_only_what_is_missing_and_removes_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            log = os.path.join(folder, "log")
            for name in ("apt-get", "sudo"):
                stand_in = os.path.join(folder, name)
                with open(stand_in, "w", encoding="utf-8") as script:
                    script.write(f'#!/bin/sh\necho "$@" >> {log}\n')
                os.chmod(stand_in, 0o755)
            done = shell(
                "install_packages bash no-such-package", PATH=f"{folder}:{os.environ['PATH']}"
            )
            with open(log, encoding="utf-8") as calls:
                install = calls.read().splitlines()[-1]
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertTrue(install.endswith(" no-such-package"), install)
        self.assertNotIn(" bash", install.split("install")[1])
        for option in ("--no-install-recommends", "--no-upgrade", "--no-remove"):
            self.assertIn(option, install)

    def test_refuses_another_system_with_status_3(self):
        with tempfile.NamedTemporaryFile("w", suffix="os-release") as release:
            release.write('NAME="Fedora Linux"\nID=fedora\n')
            release.flush()
            refused = shell(f"require_debian {release.name}")
        self.assertEqual(3, refused.returncode)
        self.assertIn("'fedora'", refused.stderr)
        self.assertIn("docs/dependencies.md", refused.stderr)

    def test_says_what_to_do_without_root_and_sudo(self):
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o755)
            for name in ("dirname", "sed", "tr", "dpkg-query", "env"):
                os.symlink(shutil.which(name), os.path.join(folder, name))
            refused = shell("install_packages no-such-package", user=NOBODY, PATH=folder)
        self.assertEqual(3, refused.returncode, refused.stderr)
        self.assertIn("apt-get install --no-install-recommends no-such-package", refused.stderr)

    def test_accepts_debian(self):
        with tempfile.NamedTemporaryFile("w", suffix="os-release") as release:
            release.write("ID=debian\nVERSION_ID=12\n")
            release.flush()
            self.assertEqual(0, shell(f"require_debian {release.name}").returncode)


class Commands(unittest.TestCase):
    def test_explain_themselves(self):
        for name in ("run", "test"):
            told = command(name, "--help")
            self.assertEqual(0, told.returncode)
            self.assertTrue(told.stdout.startswith(f"./{name} "), told.stdout)

    def test_refuse_wrong_use_with_status_2(self):
        self.assertEqual(2, command("test", "--no-such-option").returncode)
        self.assertEqual(2, command("test", "--label").returncode)
        self.assertEqual(2, command("run", "no-such-scenario.yaml").returncode)


if __name__ == "__main__":
    unittest.main()
