"""Machines that give little: few threads, little memory."""

import os
import resource

from program import HELLO, Case, main

NOBODY = 65534


class FewThreads(Case):
    def setUp(self):
        super().setUp()
        # Root has no limit on processes.
        self.user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        self.folder.chmod(0o777)
        self.words = ["run", HELLO, "--until", "2024-06", "--output", "r.h5", "--force"]
        try:
            reachable = self.call("check", "--quiet", HELLO, **self.user).returncode == 0
        except PermissionError:
            reachable = False
        if not reachable:
            self.skipTest("this place is open to root alone")

    def run_with(self, processes, *words):
        def limit():
            resource.setrlimit(resource.RLIMIT_NPROC, (processes, processes))

        return self.call(*self.words, *words, preexec_fn=limit, **self.user)

    def digest(self):
        return self.sound("digest", "r.h5").split()[0]

    def test_a_run_takes_those_there_are_and_gives_the_same(self):
        free = self.call(*self.words, **self.user)
        self.assertEqual(0, free.returncode, free.stderr)
        expected = self.digest()
        for words in [(), ("--quiet",), ("--threads", "8"), ("--threads", "8", "--quiet"), ("--threads", "1")]:
            with self.subTest(words=words):
                done = self.run_with(1, *words)
                self.assertEqual(0, done.returncode, done.stderr)
                self.assertEqual(expected, self.digest())

    def test_the_user_is_told(self):
        told = self.run_with(1, "--threads", "8").stderr
        self.assertIn("the machine allows only 1 of 8 threads", told)
        self.assertIn("\n  next: ", told)
        self.assertEqual("", self.run_with(1, "--threads", "8", "--quiet").stderr)


class LittleMemory(Case):
    def test_ends_with_3_or_a_whole_result(self):
        self.write("big.yaml", "schema: 1\nname: Big\nextends: hello.yaml\npool: {multiplicity: 5}\n")
        self.write("r.h5", "mine")
        ends = set()
        for megabytes in (44, 60, 96, 600):
            def limit(size=megabytes * 2**20):
                resource.setrlimit(resource.RLIMIT_AS, (size, size))

            done = self.call("run", "big.yaml", "--until", "2024-02", "--replicates", "2", "--output", "r.h5",
                             "--force", "--quiet", "--threads", "8", preexec_fn=limit)
            # 127: even the program's libraries find no place.
            with self.subTest(megabytes=megabytes, told=done.stderr):
                self.assertIn(done.returncode, (0, 3, 127))
                if done.returncode == 3:
                    self.assertIn("memory", done.stderr)
                    self.assertIn("\n  next: ", done.stderr)
                self.assert_old_or_whole()
            self.assertEqual(["big.yaml", "r.h5"], self.names())
            ends.add(done.returncode)
        self.assertLessEqual({0, 3}, ends)

    def assert_old_or_whole(self):
        if (self.folder / "r.h5").read_bytes() != b"mine":
            self.sound("verify", "r.h5")


if __name__ == "__main__":
    main()
