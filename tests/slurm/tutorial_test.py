"""docs/cluster-tutorial.md as a reader follows it: its files, then its commands, in one shell after the other.

Called as tutorial_test.py PROGRAM.
"""

import re

from cluster import PROGRAM, ROOT, Cluster, main

PAGE = (ROOT / "docs" / "cluster-tutorial.md").read_text(encoding="utf-8")


class Tutorial(Cluster):
    def test_every_command_of_the_page_does_what_it_says(self):
        self.assertEqual("skillscale", PROGRAM.name)
        self.environment["PATH"] = f"{PROGRAM.parent}:/usr/bin:{self.environment['PATH']}"
        [(name, text)] = re.findall(r"`([\w.]+)`, in a folder[^\n]*\n\n```yaml\n(.*?)```", PAGE, re.S)
        (self.folder / name).write_text(text, encoding="utf-8")
        said = []
        for block in re.findall(r"```sh\n(.*?)```", PAGE, re.S):
            said.append(self.call("bash", "-eu", "-o", "pipefail", "-c", block, timeout=120))
        self.assertEqual(6, len(re.findall(r"^## ", PAGE, re.M)))
        check, submit, resumed, expanded, meaning = said
        self.assertIn("4 factors, 32 points, 2 outcomes", check)
        self.assertIn("--array=1-4", submit)
        self.assertIn("64 of 64 runs finished", resumed)
        self.assertEqual(1, len(set(re.findall(r"^([0-9a-f]{32}) ", expanded, re.M))))
        for words in ("Partial rank correlations", "additional < 100", "Dimensions:"):
            self.assertIn(words, meaning)


if __name__ == "__main__":
    main()
