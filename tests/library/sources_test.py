"""Every number of the library and of the parameter table says where it comes from, and says it truly."""

import ast
import csv
import operator
import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "scenarios" / "data"
LIBRARY = ROOT / "scenarios" / "library"

KINDS = {"data", "literature", "assumption", "definition"}
CONFIDENCES = {"high", "medium", "low", "estimate", "definition"}
# Settings of a run and strengths of levers are choices, not claims about the world.
CHOICES = {"schema", "multiplicity", "strength", "ramp", "seed", "replicates", "months", "draws"}

FLOW_MAP = re.compile(r"\{value: .*?\}(?=[,}\s])", re.DOTALL)
ENTRY = re.compile(r'(\w+): ("[^"]*"|[^,}]*)')
BARE_NUMBER = re.compile(r"(\w+): (-?\d[\d.]*)(?=[\s,}]|$)")
SUM = re.compile(r"(?<![\w.])([\d(][\d.()\s*/+-]*[*/+-][\d.()\s*/+-]*) = ([\d.]*\d)")
CITE = re.compile(r'cite\([^"]*?"(\w+)"\s*\)')
TABLE_SOURCE = re.compile(r'\bsource = "(\w+)"|Confidence::\w+, "(\w+)"')
OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def rows_of(name):
    with open(DATA / name, newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


def number(text):
    """The number that a text is, or None."""
    try:
        return float({"off": "0", "on": "1"}.get(text, text))
    except ValueError:
        return None


class Stated:
    """One value of a library file with what the file says about it."""

    def __init__(self, file, line, text):
        entries = {key: " ".join(word.strip('"').split()) for key, word in ENTRY.findall(text)}
        self.place = f"{file}:{line}"
        self.value = number(entries.get("value", ""))
        self.low, self.high = number(entries.get("low", "")), number(entries.get("high", ""))
        self.source, self.confidence = entries.get("source"), entries.get("confidence")
        self.note, self.unit = entries.get("note", ""), entries.get("unit")
        self.is_word = self.value is None or entries["value"] in ("on", "off")


def stated_values():
    for path in sorted(LIBRARY.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for found in FLOW_MAP.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            yield Stated(path.relative_to(ROOT), line, found.group())


def evaluate(node):
    if isinstance(node, ast.Expression):
        return evaluate(node.body)
    if isinstance(node, ast.Constant):
        return float(node.value)
    return OPERATORS[type(node.op)](evaluate(node.left), evaluate(node.right))


def operands(text):
    return {float(word) for word in re.findall(r"\d+\.?\d*", text)}


def sums_of(note):
    """(text, result, result as stated) of every calculation in a note."""
    for text, stated in SUM.findall(note):
        yield text, evaluate(ast.parse(text.strip(), mode="eval")), stated


def rounds_to(value, stated):
    digits = len(stated.partition(".")[2])
    return abs(value - float(stated)) <= 0.5000001 * 10**-digits


class Evidence:
    """The numbers that the rows of a source hold."""

    def __init__(self):
        self.sources = {row["key"]: row for row in rows_of("sources.csv")}
        self.rows = rows_of("origins.csv") + rows_of("destination.csv") + rows_of("parameters.csv")

    def numbers(self, key):
        url = self.sources[key]["url"]
        rows = [r for r in self.rows if r["source_url"] == url or r.get("key") == key]
        return {
            value
            for row in rows
            for value in (number(row[column]) for column in ("value", "low", "high"))
            if value is not None
        }

    def every_number(self):
        return set().union(*(self.numbers(key) for key in self.sources if self.sources[key]["url"]))


class Sources(unittest.TestCase):
    def setUp(self):
        self.evidence = Evidence()
        self.stated = list(stated_values())

    def assert_none(self, faults):
        self.assertEqual([], faults, "\n" + "\n".join(faults))

    def test_the_library_is_read(self):
        self.assertGreater(len(self.stated), 300)

    def test_sources_are_complete_and_unique(self):
        rows = rows_of("sources.csv")
        keys = [row["key"] for row in rows]
        self.assertEqual(sorted(set(keys)), sorted(keys))
        for row in rows:
            self.assertIn(row["kind"], KINDS, row["key"])
            self.assertIn(row["confidence"], CONFIDENCES, row["key"])
            self.assertTrue(row["title"], row["key"])
            if row["kind"] == "data":
                self.assertRegex(row["url"], "^https?://", row["key"])

    def test_every_data_source_has_rows(self):
        data = [key for key, row in self.evidence.sources.items() if row["kind"] == "data"]
        self.assert_none([key for key in data if not self.evidence.numbers(key)])

    def test_keys_of_the_parameter_table_resolve(self):
        used = set()
        for path in sorted((ROOT / "models").glob("table_*")):
            text = path.read_text(encoding="utf-8")
            used |= set(CITE.findall(text))
            used |= {word for pair in TABLE_SOURCE.findall(text) for word in pair if word}
        self.assertGreater(len(used), 15)
        self.assert_none(sorted(used - set(self.evidence.sources)))

    def test_keys_of_the_library_resolve(self):
        self.assert_none(
            [f"{s.place}: {s.source}" for s in self.stated if s.source not in self.evidence.sources]
        )

    def test_numbers_stand_in_maps(self):
        faults = []
        for path in sorted(LIBRARY.rglob("*.yaml")):
            outside = FLOW_MAP.sub(lambda m: "\n" * m.group().count("\n"), path.read_text("utf-8"))
            for at, line in enumerate(outside.splitlines(), start=1):
                for key, value in BARE_NUMBER.findall(line.partition(" #")[0]):
                    if key not in CHOICES:
                        faults.append(f"{path.relative_to(ROOT)}:{at}: {key} is {value} without a source")
        self.assert_none(faults)

    def test_every_number_has_unit_range_and_confidence(self):
        faults = []
        for s in self.stated:
            if s.confidence not in CONFIDENCES:
                faults.append(f"{s.place}: confidence is {s.confidence}")
            if s.is_word:
                continue
            if s.unit is None or s.low is None or s.high is None:
                faults.append(f"{s.place}: unit, low or high is missing")
            elif not s.low <= s.value <= s.high:
                faults.append(f"{s.place}: not {s.low} <= {s.value} <= {s.high}")
        self.assert_none(faults)

    def test_estimates_are_called_so(self):
        self.assert_none(
            [
                f"{s.place}: {s.source} with confidence {s.confidence}"
                for s in self.stated
                if self.evidence.sources[s.source]["kind"] == "assumption" and s.confidence != "estimate"
            ]
        )

    def test_calculations_in_notes_are_right(self):
        faults = []
        count = 0
        for s in self.stated:
            for text, result, stated in sums_of(s.note):
                count += 1
                if not rounds_to(result, stated):
                    faults.append(f"{s.place}: {text} is {result}, not {stated}")
        self.assertGreater(count, 20)
        self.assert_none(faults)

    def test_facts_match_the_data(self):
        faults = []
        for s in self.stated:
            kind = self.evidence.sources[s.source]["kind"]
            if s.confidence in ("estimate", "definition") or s.value is None or kind == "definition":
                continue
            if kind == "literature":
                if not s.note:
                    faults.append(f"{s.place}: {s.source} without a note")
                continue
            known = self.evidence.numbers(s.source)
            is_row = any(abs(s.value - value) <= 1e-9 * abs(value) for value in known)
            is_result = any(
                rounds_to(s.value, stated) and operands(text) & known
                for text, _, stated in sums_of(s.note)
            )
            if not is_row and not is_result:
                faults.append(f"{s.place}: {s.value:g} is in no row of {s.source}")
        self.assert_none(faults)

    def test_the_test_can_fail(self):
        wrong = list(sums_of("a: 255 / 12 = 22"))
        self.assertEqual(1, len(wrong))
        self.assertFalse(rounds_to(wrong[0][1], wrong[0][2]))
        self.assertTrue(rounds_to(255 / 12, "21"))
        self.assertIn(17656.0, self.evidence.numbers("kofa_gap_2023"))
        self.assertNotIn(17657.0, self.evidence.every_number())


if __name__ == "__main__":
    unittest.main()
