"""`cmake --install` and the Debian package: package_test.py BUILD_FOLDER [PROGRAM]

PROGRAM is the built program; it must stand in both, and the installed one must start.
"""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import sources

BUILD_FOLDER = Path(sys.argv[1]).resolve()
PROGRAM = sys.argv[2] if len(sys.argv) > 2 else None


def run(*command):
    done = subprocess.run(command, cwd=BUILD_FOLDER, capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(f"{command} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def expected_files():
    """What both must hold, relative to the prefix."""
    doc = Path("share/doc/skillscale")
    files = {doc / "README.md", doc / "CHANGELOG.md", doc / "copyright"}
    for path in sources.own_files(".yaml"):
        if path.is_relative_to("scenarios/library"):
            files.add(Path("share/skillscale") / path)
    if PROGRAM:
        files.add(Path("bin/skillscale"))
    return files


class Package(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_install_puts_the_files_in_their_places(self):
        run("cmake", "--install", ".", "--prefix", str(self.folder))
        found = {path.relative_to(self.folder) for path in self.folder.rglob("*") if path.is_file()}
        self.assertEqual(set(), expected_files() - found)
        if PROGRAM:
            self.assertIn("skillscale", run(str(self.folder / "bin/skillscale"), "version"))

    def test_debian_packages_hold_the_same_name_their_libraries_and_run(self):
        run("cpack", "--config", "CPackConfig.cmake", "-B", str(self.folder))
        packages = {run("dpkg-deb", "--field", str(file), "Package").strip(): file for file in self.folder.glob("*.deb")}
        listed = run("dpkg-deb", "--contents", str(packages["skillscale"])).split()
        found = {Path(name).relative_to("./usr") for name in listed if name.startswith("./usr/")}
        self.assertEqual(set(), expected_files() - found)
        if not PROGRAM:
            return
        depends = run("dpkg-deb", "--field", str(packages["skillscale"]), "Depends")
        for library in ("libtbb12", "libhdf5-103-1", "libyaml-cpp0.7"):
            self.assertIn(library, depends)
        self.assertNotIn("mpi", depends)
        place = self.folder / "root"
        for file in packages.values():
            run("dpkg-deb", "--extract", str(file), str(place))
        program = str(place / "usr/bin/skillscale")
        self.assertIn("skillscale", run(program, "version"))
        result = self.folder / "hello.h5"
        hello = place / "usr/share/skillscale/scenarios/library/hello.yaml"
        run(program, "run", str(hello), "--output", str(result), "--quiet")
        run(program, "verify", str(result))
        if "skillscale-mpi" in packages:
            self.assertTrue((place / "usr/lib/skillscale/libskillscale_mpi.so").exists())
            self.assertIn("mpi", run("dpkg-deb", "--field", str(packages["skillscale-mpi"]), "Depends"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
