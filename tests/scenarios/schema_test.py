"""A schema validator of other hands accepts our schema, every good and shipped scenario, and refuses common mistakes."""
import json
import pathlib
import subprocess
import sys
import unittest

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = sys.argv.pop(1)


def printed(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, text=True).stdout


class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = json.loads(printed())
        cls.validator = jsonschema.Draft202012Validator(cls.schema)

    def faults(self, argument):
        document = json.loads(printed(str(argument)))
        return [fault.message[:200] for fault in self.validator.iter_errors(document)]

    def test_the_schema_is_valid_itself(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)

    def test_good_and_shipped_scenarios_are_accepted(self):
        files = sorted((HERE / "good").glob("*.yaml")) + sorted((ROOT / "scenarios/library").rglob("*.yaml"))
        self.assertTrue(files)
        for file in files:
            with self.subTest(file=file.name):
                self.assertEqual(self.faults(file), [])

    def test_a_new_scenario_is_accepted(self):
        self.assertEqual(self.faults("new"), [])

    def test_common_mistakes_are_refused(self):
        for name in ("unknown_section", "near_name", "above_range", "bad_month", "unknown_choice", "negative_months",
                     "bad_name", "list_for_number", "number_for_section", "missing_schema", "unknown_annotation"):
            with self.subTest(file=name):
                self.assertTrue(self.faults(HERE / "bad" / f"{name}.yaml"))


if __name__ == "__main__":
    unittest.main()
