"""The project's own files, as the house tests see them."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {".git", "build", "results", "node_modules"}


def own_files(*suffixes):
    """Paths relative to the root, sorted; all files when no suffix is given.

    Git decides what belongs to the project; without git every file outside the ignored folders does.
    """
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listed.returncode == 0:
        paths = [Path(name) for name in listed.stdout.split("\0") if name]
    else:
        paths = [path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file()]
    return sorted(
        path
        for path in set(paths)
        if (ROOT / path).is_file()
        and not NOT_OURS & set(path.parts)
        and (not suffixes or path.suffix in suffixes)
    )


def text_of(path):
    """The file's text, or None when it is not text."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def lines_of(path):
    """(line number from 1, line) of a text file; nothing for another file."""
    return enumerate((text_of(path) or "").splitlines(), start=1)
