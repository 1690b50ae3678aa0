"""Sources are formatted by .clang-format, shell scripts are clean for shellcheck."""

import subprocess
import unittest

import sources


def run(*command):
    done = subprocess.run(command, cwd=sources.ROOT, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


class Format(unittest.TestCase):
    def test_cpp_is_what_clang_format_writes(self):
        files = [str(path) for path in sources.own_files(".h", ".cpp")]
        self.assertGreater(len(files), 0)
        status, told = run("clang-format-14", "--dry-run", "-Werror", *files)
        wrong = sorted({line.split(":")[0] for line in told.splitlines() if "error:" in line})
        self.assertEqual(0, status, "these are mended by: clang-format-14 -i " + " ".join(wrong))

    def test_shell_is_clean(self):
        scripts = ["run", "test", ".ci/run", *map(str, sources.own_files(".sh"))]
        status, told = run("shellcheck", "-x", *scripts)
        self.assertEqual(0, status, told)


if __name__ == "__main__":
    unittest.main()
