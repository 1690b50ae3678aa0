"""docs/dependencies.md names exactly what the set-up installs, each with one line why."""

import json
import re
import unittest

import sources

ROW = re.compile(r"^\| `(?P<name>[^`]+)` \|(?P<rest>.*)\|$")


def installed_packages():
    lines = sources.text_of("cmake/packages.txt").splitlines()
    return [line.split()[1] for line in lines if line and not line.startswith("#")]


def npm_packages():
    manifest = sources.ROOT / "viz/page/package.json"
    if not manifest.is_file():
        return []
    content = json.loads(manifest.read_text(encoding="utf-8"))
    return [*content.get("dependencies", {}), *content.get("devDependencies", {})]


def documented():
    """Package name -> last cell of its row, which says why it is there."""
    rows = {}
    for _, line in sources.lines_of("docs/dependencies.md"):
        found = ROW.match(line)
        if found:
            rows[found["name"]] = found["rest"].split("|")[-1].strip()
    return rows


class Dependencies(unittest.TestCase):
    def test_are_listed_once_by_the_set_up(self):
        names = installed_packages()
        self.assertGreater(len(names), 10)
        self.assertEqual(sorted(set(names)), sorted(names))

    def test_page_names_exactly_what_is_installed(self):
        # ensure_node in cmake/setup.sh installs these two when there is no Node.
        wanted = set(installed_packages()) | set(npm_packages()) | {"nodejs", "npm"}
        self.assertEqual(set(), wanted - set(documented()), "missing in docs/dependencies.md")
        self.assertEqual(set(), set(documented()) - wanted, "in docs/dependencies.md, but not installed")

    def test_every_row_says_why(self):
        silent = [name for name, why in documented().items() if len(why.split()) < 3]
        self.assertEqual([], silent)


if __name__ == "__main__":
    unittest.main()
