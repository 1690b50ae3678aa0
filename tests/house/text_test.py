"""No file speaks of the machine it was written on, promises later work or outgrows its purpose."""

import re
import unittest

import sources

# Written in two halves, so that this file does not hold what it forbids.
MACHINE_PATH = re.compile(r"(?<![\w.$}])/(?:" + "|".join(("wo" "rk", "ro" "ot", "ho" "me")) + r")/[\w.]")
LATER_WORK = re.compile(r"\b(?:TO" r"DO|FIX" r"ME)\b")

CODE = (".h", ".cpp", ".ts", ".tsx", ".js", ".mjs", ".css", ".py", ".sh", ".cmake")
MOST_LINES = 500
# A longer file and the reason why it still has one purpose.
LONG_FILES = {}


def matches(pattern):
    """Every place where a file of ours matches, as "path:line: text"."""
    return [
        f"{path}:{number}: {line.strip()}"
        for path in sources.own_files()
        if path.name != "package-lock.json"
        for number, line in sources.lines_of(path)
        if pattern.search(line)
    ]


class Text(unittest.TestCase):
    def assert_none(self, found):
        self.assertEqual([], found, "\n" + "\n".join(found))

    def test_holds_no_path_of_a_machine(self):
        self.assert_none(matches(MACHINE_PATH))

    def test_promises_no_later_work(self):
        self.assert_none(matches(LATER_WORK))

    def test_files_are_short_or_have_a_reason(self):
        sizes = {str(path): sum(1 for _ in sources.lines_of(path)) for path in sources.own_files(*CODE)}
        self.assertGreater(len(sizes), 0, "no file was read")
        for path, size in sorted(sizes.items(), key=lambda item: -item[1])[:10]:
            print(f"{size:5} {path}")
        long = [
            f"{path} has {size} lines, more than {MOST_LINES}: split it or give the reason in LONG_FILES"
            for path, size in sizes.items()
            if size > MOST_LINES and path not in LONG_FILES
        ]
        stale = [
            f"{path} no longer needs its place in LONG_FILES"
            for path in LONG_FILES
            if sizes.get(path, 0) <= MOST_LINES
        ]
        self.assert_none(long + stale)

    def test_patterns_match_what_they_should(self):
        self.assertTrue(MACHINE_PATH.search("see /" "home/ann/data.csv"))
        self.assertFalse(MACHINE_PATH.search("https://example.org/" "home/page"))
        self.assertTrue(LATER_WORK.search("// TO" "DO: finish"))


if __name__ == "__main__":
    unittest.main()
