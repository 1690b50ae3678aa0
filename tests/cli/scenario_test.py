"""check, show, schema and new: what the program says about scenario files."""

import json
import re
import subprocess

import jsonschema
import yaml
from program import LIBRARY, PROGRAM, Case, main

FIRST = """\
schema: 1
name: Four faults
extends: base/nursing-bosnia.yaml
horizn: {months: 12}
ensemble: {references: [no_partnership]}
authorities:
  recognition:
    nursing: {tokens_per_month: -420}
origins:
  BIH:
    nursing: {wage: 3 persons}
"""
SECOND = """\
schema: 1
name: A fifth
extends: base/nursing-bosnia.yaml
platform: {intensitty: 0.5}
"""


class Check(Case):
    def setUp(self):
        super().setUp()
        self.write("first.yaml", FIRST)
        self.write("second.yaml", SECOND)

    def test_names_all_faults_of_all_files_in_one_go(self):
        told = self.refused(2, "check", "first.yaml", "second.yaml")
        for place, path in [
            ("first.yaml:4:", "horizn"),
            ("first.yaml:5:", "ensemble.references"),
            ("first.yaml:8:", "authorities.recognition.nursing.tokens_per_month is -420"),
            ("first.yaml:11:", "origins.BIH.nursing.wage"),
            ("second.yaml:4:", "platform.intensitty"),
        ]:
            self.assertRegex(told, re.escape(place) + r"\d+: " + re.escape(path))
        self.assertEqual(5, len(re.findall(r"^\w+\.yaml:\d+:\d+: ", told, re.MULTILINE)))
        self.assertIn("allowed: 0 or more cases/month", told)
        self.assertRegex(told, r"wage [^\n]*\n  allowed: [^\n]*EUR/month")

    def test_unknown_keys_have_near_names(self):
        told = self.refused(2, "check", "first.yaml", "second.yaml")
        self.assertIn("did you mean horizon?", told)
        self.assertIn("did you mean no_partnerships?", told)
        self.assertRegex(told, r"did you mean (platform\.)?intensity\?")

    def test_json_holds_the_same_faults(self):
        done = self.call("check", "--json", "first.yaml", "second.yaml")
        self.assertEqual(2, done.returncode)
        faults = json.loads(done.stdout)
        self.assertEqual(5, faults["count"])
        self.assertEqual({4, 5, 8, 11}, {fault["line"] for fault in faults["faults"]})

    def test_run_refuses_what_check_refuses_and_writes_nothing(self):
        told = self.refused(2, "run", "first.yaml")
        self.assertEqual(self.refused(2, "check", "first.yaml"), told)
        self.assertEqual(["first.yaml", "second.yaml"], self.names())

    def test_a_missing_file_is_wrong_input(self):
        self.assertIn("nowhere.yaml", self.refused(2, "check", "nowhere.yaml"))

    def test_every_shipped_scenario_is_sound_alone(self):
        files = sorted(LIBRARY.rglob("*.yaml"))
        self.assertGreater(len(files), 10)
        for path in files:
            with self.subTest(path=path.name):
                done = self.call("check", path)
                self.assertEqual((0, f"{path}: sound\n", ""), (done.returncode, done.stdout, done.stderr))


class Warnings(Case):
    LATE = """\
schema: 1
name: Too late
extends: hello.yaml
levers: {a: {lever: recognition.staff, strength: 1, start: 2050-01}}
"""
    TOLD = "late.yaml:4:60: warning: levers.a.start is 2050-01, after the last month"

    def setUp(self):
        super().setUp()
        self.write("late.yaml", self.LATE)
        self.write("faulty.yaml", FIRST)

    def test_do_not_fail_a_check(self):
        done = self.call("check", "late.yaml")
        self.assertEqual((0, "late.yaml: sound\n"), (done.returncode, done.stdout))
        self.assertTrue(done.stderr.startswith(self.TOLD), done.stderr)
        self.assertIn("\n  next: ", done.stderr)
        self.assertEqual("", self.call("check", "late.yaml", "--quiet").stderr)

    def test_stand_behind_the_faults_of_other_files(self):
        told = self.refused(2, "check", "late.yaml", "faulty.yaml")
        self.assertGreater(told.index(self.TOLD), told.rindex("faulty.yaml:"))

    def test_are_listed_as_json_with_their_severity(self):
        report = json.loads(self.sound("check", "--json", "late.yaml"))
        self.assertEqual((0, 1), (report["count"], report["warning_count"]))
        warning = report["warnings"][0]
        self.assertEqual(("warning", "levers.a.start", 4), tuple(warning[key] for key in ("severity", "path", "line")))
        done = self.call("check", "--json", "faulty.yaml")
        self.assertEqual({"error"}, {fault["severity"] for fault in json.loads(done.stdout)["faults"]})

    def test_stand_before_a_run_unless_it_is_quiet(self):
        words = ["run", "late.yaml", "--replicates", 1, "--until", "2024-02", "--output", "r.h5", "--force"]
        done = self.call(*words)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertLess(done.stderr.index(self.TOLD), done.stderr.index("simulating"))
        self.assertNotIn("warning", self.call(*words, "--quiet").stderr)


class OneFile(Case):
    def test_may_take_both_outputs_without_cutting_the_table(self):
        words = ["run", str(LIBRARY / "hello.yaml"), "--replicates", "2", "--output", "r.h5"]
        with open(self.folder / "all.txt", "wb") as both:
            done = subprocess.run([PROGRAM, *words], cwd=self.folder, stdout=both, stderr=both, check=False)
        self.assertEqual(0, done.returncode)
        told = (self.folder / "all.txt").read_text("utf-8")
        table = self.sound(*words, "--force")
        self.assertGreater(len(table.encode()), 4096, "the table must be larger than the buffer that could cut it")
        self.assertRegex(told, r"\ndigest  \w{32}\n[^\n]+ agent-months/s\n$")
        self.assertIn(table, told)
        self.assertNotRegex(told, r"[\r\033]|\[=* *\]")


class Schema(Case):
    def setUp(self):
        super().setUp()
        schema = json.loads(self.sound("schema"))
        jsonschema.Draft202012Validator.check_schema(schema)
        self.validator = jsonschema.Draft202012Validator(schema)

    @staticmethod
    def tree(text):
        # YAML 1.2 has no dates and no sexagesimal numbers; the base loader leaves all words as texts.
        def typed(value):
            if isinstance(value, dict):
                return {key: typed(item) for key, item in value.items()}
            if isinstance(value, list):
                return [typed(item) for item in value]
            if value in ("null", "~", ""):
                return None
            if value in ("true", "false"):
                return value == "true"
            for number in (int, float):
                try:
                    return number(value)
                except ValueError:
                    pass
            return value

        return typed(yaml.load(text, Loader=yaml.BaseLoader))

    def test_accepts_every_shipped_scenario(self):
        for path in sorted(LIBRARY.rglob("*.yaml")):
            with self.subTest(path=path.name):
                faults = [
                    f"{'.'.join(map(str, fault.path))}: {fault.message[:200]}"
                    for fault in self.validator.iter_errors(self.tree(path.read_text("utf-8")))
                ]
                self.assertEqual([], faults)

    def test_refuses_unknown_keys(self):
        self.assertFalse(self.validator.is_valid(self.tree(SECOND)))


class Show(Case):
    def test_effective_stands_alone_and_says_where_values_come_from(self):
        told = self.sound("show", LIBRARY / "hello.yaml", "--effective")
        self.write("alone.yaml", told)
        self.assertEqual(told, self.sound("show", "alone.yaml", "--effective"))
        with_places = self.sound("show", LIBRARY / "hello.yaml", "--effective", "--origin")
        self.assertRegex(with_places, r"months: 36  # .*hello\.yaml:\d+")
        self.assertRegex(with_places, r"# .*germany-nursing\.yaml:\d+")

    def test_without_options_gives_an_overview(self):
        told = self.sound("show", LIBRARY / "hello.yaml")
        self.assertIn("36 months from 2024-01", told)
        self.assertIn("no_partnerships", told)
        self.assertRegex(told, r"\d+ of \d+ numbers")


OLD = """\
schema: 1
name: Written long ago
extends: hello.yaml
# Who applies.
migration:
  applicant_age: 30 years  # from a survey
  savings: 8 months
origins:
  BIH:
    who_listed: off
    nursing: {female_share: 0.8, wage: 700}
"""


class Migrate(Case):
    def test_an_old_file_is_refused_with_the_command_that_mends_it(self):
        self.write("old.yaml", OLD)
        told = self.refused(2, "check", "old.yaml")
        self.assertIn("old.yaml:6:3: migration.applicant_age is no longer a key", told)
        self.assertIn("skillscale migrate --in-place old.yaml", told)

    def test_the_new_text_is_sound_and_gives_the_same_digest(self):
        old = self.write("old.yaml", OLD)
        self.write("today.yaml", OLD.replace("  applicant_age: 30 years  # from a survey\n", "")
                   .replace("    who_listed: off\n", "").replace("female_share: 0.8, ", ""))
        done = self.call("migrate", "--in-place", "old.yaml")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual(3, done.stderr.count("is taken out"))
        self.assertEqual((old.parent / "today.yaml").read_text(), old.read_text())
        self.assertEqual(OLD, (old.parent / "old.yaml.before").read_text())
        self.assertEqual(0, self.call("check", "old.yaml").returncode)
        digests = []
        for name in ("old", "today"):
            run = self.call("run", f"{name}.yaml", "--replicates", "1", "--output", f"{name}.h5")
            self.assertEqual(0, run.returncode, run.stderr)
            digests.append(self.call("digest", f"{name}.h5").stdout.split()[0])
        self.assertEqual(digests[0], digests[1])

    def test_a_file_of_today_is_printed_as_it_is(self):
        text = OLD.split("# Who")[0]
        self.write("today.yaml", text)
        done = self.call("migrate", "today.yaml")
        self.assertEqual(text, done.stdout)
        self.assertIn("nothing to change", done.stderr)

    def test_a_broken_file_stays_as_it_is(self):
        file = self.write("broken.yaml", "schema: 1\nmigration: {applicant_age: 3\n")
        self.refused(2, "migrate", "--in-place", "broken.yaml")
        self.assertEqual("schema: 1\nmigration: {applicant_age: 3\n", file.read_text())
        self.assertEqual([file], list(file.parent.glob("broken*")))
        self.refused(2, "migrate", "none.yaml")

    def test_a_full_disk_leaves_the_file_and_nothing_half_written(self):
        old = OLD + "#\n" * 10_000
        # Room for no second text, and for the new one but not for the old one beside it.
        for kilobytes in (36, 52):
            disk = self.folder / f"disk{kilobytes}"
            disk.mkdir()
            done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "small", disk],
                                  capture_output=True, text=True)
            if done.returncode != 0:
                self.skipTest("only root can mount a small disk: " + done.stderr)
            self.addCleanup(subprocess.run, ["umount", "-l", disk])
            file = self.write(f"disk{kilobytes}/old.yaml", old)
            done = self.call("migrate", "--in-place", file)
            self.assertEqual(3, done.returncode, done.stderr)
            self.assertIn("as it was", done.stderr)
            self.assertEqual(old, file.read_text())
            self.assertEqual([file], list(disk.iterdir()))


class New(Case):
    def test_writes_a_corridor_that_runs_without_a_warning(self):
        self.sound("new", "mine.yaml")
        done = self.call("check", "mine.yaml")
        self.assertEqual((0, "mine.yaml: sound\n", ""), (done.returncode, done.stdout, done.stderr))
        self.sound("run", "mine.yaml", "--replicates", 1, "--until", "2024-03", "--output", "m.h5")
        self.sound("verify", "m.h5")
        text = (self.folder / "mine.yaml").read_text("utf-8")
        for part in ["origins", "authorities", "centres", "partnerships", "levers", "corridor"]:
            self.assertIn(f"\n{part}:", text)

    def test_extends_a_shipped_scenario(self):
        self.sound("new", "mine.yaml", "--from", "hello")
        self.assertIn("36 months", self.sound("show", "mine.yaml"))
        self.sound("new", "other.yaml", "--from", "base/nursing-tunisia")
        self.sound("check", "other.yaml")
        self.assertIn("\n#    origin: TUN\n", (self.folder / "other.yaml").read_text("utf-8"))

    def test_a_shipped_scenario_without_a_corridor_gets_one(self):
        self.sound("new", "mine.yaml", "--from", "base/germany")
        self.sound("check", "mine.yaml")
        self.assertIn("\ncorridor:", (self.folder / "mine.yaml").read_text("utf-8"))

    def test_names_the_nearest_shipped_scenario(self):
        for name, near in [("helo", "hello"), ("germany", "base/germany"), ("nursing-tunesia", "nursing-tunisia")]:
            self.assertIn(f"did you mean {near}?", self.refused(2, "new", "mine.yaml", "--from", name))
        told = self.refused(2, "new", "mine.yaml", "--from", "no_partnerships")
        self.assertIn("package/no_partnerships is a package", told)
        self.assertEqual([], self.names())

    def test_a_file_of_the_library_is_hinted_at(self):
        for name in ["base/germany", "package/no_partnerships"]:
            self.write("mine.yaml", f"schema: 1\nextends: {name.split('/')[1]}.yaml\n")
            told = self.refused(2, "check", "mine.yaml")
            self.assertIn(f"did you mean {name}.yaml?", told)

    def test_lists_what_is_shipped_and_where(self):
        first, *names = self.sound("new", "--list").splitlines()
        self.assertEqual(f"library: {LIBRARY}", first)
        self.assertIn("base/germany", names)
        for name in names:
            self.assertTrue((LIBRARY / f"{name}.yaml").is_file(), name)
        for words in [(), ("mine.yaml", "--list"), ("--list", "--from", "hello")]:
            self.refused(2, "new", *words)
        self.assertEqual([], self.names())

    def test_overwrites_nothing(self):
        self.write("mine.yaml", "keep me")
        self.refused(2, "new", "mine.yaml")
        self.assertEqual("keep me", (self.folder / "mine.yaml").read_text("utf-8"))

    def test_does_not_extend_itself(self):
        self.refused(2, "new", "hello.yaml", "--from", "hello")
        self.assertEqual([], self.names())

    def test_a_missing_folder_is_a_storage_fault(self):
        self.refused(3, "new", "nowhere/mine.yaml")


if __name__ == "__main__":
    main()
