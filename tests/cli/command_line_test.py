"""Commands, options and exit statuses, seen from outside."""

import json
import os
import subprocess

from program import HELLO, LIBRARY, PROGRAM, Case, main

COMMANDS = ["run", "plan", "check", "show", "params", "schema", "odd", "new", "digest", "verify", "export", "version"]


class CommandLine(Case):
    def test_a_misspelt_command_has_a_near_one(self):
        told = self.refused(2, "chek", HELLO)
        self.assertIn("there is no command 'chek'", told)
        self.assertIn("did you mean check?", told)
        for name in COMMANDS:
            self.assertIn(name, told)

    def test_a_misspelt_option_has_a_near_one(self):
        for words, near in [
            (("run", "--replicate", "3", HELLO), "--replicates"),
            (("run", HELLO, "--sed=3"), "--seed"),
            (("params", "--missng"), "--missing"),
            (("export", "--varable", "x"), "--variable"),
        ]:
            with self.subTest(words=words):
                self.assertIn(f"did you mean {near}?", self.refused(2, *words))

    def test_wrong_use_ends_with_2(self):
        for words in [
            (),
            ("run",),
            ("run", HELLO, HELLO),
            ("run", HELLO, "--seed"),
            ("params", "--json", "--csv"),
            ("params", "--missing", "sauce"),
            ("show", HELLO, "--origin"),
            ("export", "r.h5"),
            ("export", "r.h5", "--format", "xml"),
            ("xyzzy",),
        ]:
            with self.subTest(words=words):
                self.refused(2, *words)

    def test_an_empty_value_is_no_value(self):
        for words, option in [
            *((("run", HELLO, option, ""), option)
              for option in ("--threads", "--output", "--seed", "--until", "--html", "--replicates", "--package",
                             "--set")),
            (("run", HELLO, "--until", "2024-02", "--set", "pool.multiplicity=50", "--set", ""), "--set"),
            (("new", "mine.yaml", "--from", ""), "--from"),
            (("check", HELLO, ""), "SCENARIO.yaml"),
            (("params", "--missing", ""), "--missing"),
        ]:
            with self.subTest(words=words):
                told = self.refused(2, *words)
                self.assertIn(f"{option} is empty\n  allowed: {option}", told)
                self.assertEqual([], self.names())

    def test_help_says_how_to_set_several_values(self):
        self.assertIn("--set a=1 --set b=2", " ".join(self.sound("run", "--help").split()))

    def test_every_command_explains_itself(self):
        self.assertIn("Exit status", self.sound("--help"))
        for name in COMMANDS:
            told = self.sound(name, "--help")
            self.assertIn(f"Usage: skillscale {name}", told)

    def test_version_is_also_json(self):
        version = json.loads(self.sound("version", "--json"))
        self.assertEqual(
            f"skillscale {version['version']} ({version['git_id']})\n"
            f"vector code  {version['vector_level']}\n",
            self.sound("version"),
        )

    def test_every_parameter_has_a_source(self):
        self.assertEqual("", self.sound("params", "--missing", "source"))

    def test_params_list_the_same_in_every_form(self):
        rows = json.loads(self.sound("params", "--json"))
        self.assertEqual(len(rows) + 1, len(self.sound("params", "--csv").splitlines()))
        told = self.sound("params").splitlines()
        for row in rows:
            self.assertIn(row["path"], told)

    def test_a_full_disk_behind_standard_output_ends_with_3(self):
        for words in [("params",), ("schema",), ("--help",), ("version",)]:
            with self.subTest(words=words), open("/dev/full", "w", encoding="utf-8") as full:
                done = subprocess.run(
                    [PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, text=True
                )
                self.assertEqual(3, done.returncode, done.stderr)
                self.assertIn("next:", done.stderr)

    def test_the_library_can_be_named(self):
        named = {**os.environ, "SKILLSCALE_LIBRARY": str(LIBRARY)}
        self.sound("check", HELLO, env=named)
        elsewhere = {**os.environ, "SKILLSCALE_LIBRARY": str(self.folder / "nowhere")}
        self.assertIn("SKILLSCALE_LIBRARY", self.refused(2, "check", HELLO, env=elsewhere))


if __name__ == "__main__":
    main()
