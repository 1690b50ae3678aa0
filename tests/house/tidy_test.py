"""clang-tidy over the sources of a build folder: tidy_test.py BUILD_FOLDER [FILE...]

Without files it takes every source of ours outside tests/ in the folder's compile_commands.json.
A file whose text, headers and configuration passed before is not read again: its hash is kept in the
build folder.
"""

import concurrent.futures
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import sources


def tidy_sources(build_folder, wanted):
    """Relative paths of the compiled sources to look at."""
    compiled = json.loads((build_folder / "compile_commands.json").read_text(encoding="utf-8"))
    files = {Path(entry["file"]) for entry in compiled}
    own = {path.relative_to(sources.ROOT) for path in files if path.is_relative_to(sources.ROOT)}
    of_project = own & set(sources.own_files(".cpp"))
    if wanted:
        return sorted(of_project & {Path(name) for name in wanted})
    return sorted(path for path in of_project if path.parts[0] != "tests")


def state_of(path):
    """Hash of all that decides what clang-tidy says: the file, all headers of ours, the checks."""
    digest = hashlib.sha256(str(path).encode())
    for read in [Path(".clang-tidy"), path, *sources.own_files(".h")]:
        digest.update((sources.ROOT / read).read_bytes())
    return digest.hexdigest()


def look_at(build_folder, path):
    """What clang-tidy complains about in one source; empty when it is content."""
    passed = build_folder / "tidy" / state_of(path)
    if passed.exists():
        return ""
    done = subprocess.run(
        # The build folder is g++'s, some of whose options clang does not know.
        [
            "clang-tidy-14",
            "--quiet",
            "--extra-arg=-Wno-unknown-warning-option",
            f"-p={build_folder}",
            str(path),
        ],
        cwd=sources.ROOT,
        capture_output=True,
        text=True,
    )
    if done.returncode == 0:
        passed.touch()
        return ""
    return done.stdout + (done.stderr if not done.stdout else "")


def main(build_folder, *wanted):
    build_folder = Path(build_folder).resolve()
    (build_folder / "tidy").mkdir(exist_ok=True)
    files = tidy_sources(build_folder, wanted)
    if not files:
        print("no source to look at")
        return 1
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        told = list(pool.map(lambda path: look_at(build_folder, path), files))
    complaints = [text for text in told if text]
    print("\n".join(complaints))
    print(f"{len(files)} sources, {len(complaints)} with complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
