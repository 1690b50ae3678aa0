"""Runs the shipped experiments as their first lines say, and prints docs/shipped-experiments.md.

    python3 tests/cli/experiments_document.py build/release/bin/skillscale > docs/shipped-experiments.md

Takes a quarter of an hour on two cores. A file's comment is the question, then the commands, indented.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("limits", "limits-shares", "failures", "fields", "robustness")

HEAD = """# What the shipped experiments say

Generated: `cmake --build build/release --target experiments_document` runs the files of `scenarios/experiments/` as their first
lines say and writes this page. These are statements about the model of one corridor, the workshop scenario; most of what is varied are
estimates. [experiments.md](experiments.md#which-method-answers-which-question) says how to read the tables.
"""


def read(file):
    """Title, question, commands."""
    text = file.read_text(encoding="utf-8")
    lines = [line[2:] for line in re.match(r"(?:#.*\n)+", text).group(0).splitlines()[1:]]
    question = " ".join(line for line in lines if not line.startswith("  "))
    commands = [part.strip() for line in lines if line.startswith("  ") for part in line.split("&&")]
    return re.search(r"^name: (.*)$", text, re.M).group(1), question, commands


def main():
    program = Path(sys.argv[1]).resolve()
    page = [HEAD]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "scenarios").symlink_to(ROOT / "scenarios")
        for name in NAMES:
            title, question, commands = read(ROOT / "scenarios" / "experiments" / f"{name}.yaml")
            page.append(f"## {title}\n\n{question}\n")
            for command in commands:
                print(command, file=sys.stderr)
                done = subprocess.run(command.replace("skillscale", str(program), 1), shell=True, cwd=folder, check=True,
                                      stdout=subprocess.PIPE, text=True)
                told = re.sub(r"^(runs|results) .*\n", "", done.stdout, flags=re.M).rstrip()
                page.append(f"```\n$ {command}\n{told}\n```\n")
    print("\n".join(page), end="")


if __name__ == "__main__":
    main()
