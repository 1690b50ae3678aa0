"""Includes follow the one direction of docs/architecture.md, and heavy libraries stay where they live."""

import re
import unittest
from pathlib import Path

import sources

INCLUDE = re.compile(r'^\s*#\s*include\s+(?P<mark>["<])(?P<name>[^">]+)[">]')

# Which of our folders a folder may include.
MAY_USE = {
    "sim": {"sim"},
    "models": {"sim", "models"},
    "scenarios": {"sim", "models", "scenarios"},
    "output": {"sim", "output"},
    "experiments": {"sim", "models", "scenarios", "output", "experiments"},
    "viz": {"sim", "models", "scenarios", "output", "experiments", "viz"},
    "cli": {"sim", "models", "scenarios", "output", "experiments", "viz", "cli"},
    "bench": {"sim", "models", "scenarios", "output", "experiments", "bench"},
}
# Tests may use everything that stands above them in no direction: they are the last consumers.
MAY_USE["tests"] = MAY_USE["cli"] | {"tests", "bench"}
# Run time of the WebAssembly build; it stands under the model, so it knows none of it.
MAY_USE["cmake"] = set()

# The generated version.h is for those that write it into a file or print it.
MAY_SAY_THE_VERSION = {"output", "experiments", "viz", "cli", "tests"}

# Heavy libraries: how an include of theirs begins, and the folders whose files may do so.
HEAVY = {
    "oneTBB": (("tbb/", "oneapi/"), {"sim"}),
    "Boost": (("boost/",), {"sim", "experiments", "viz/server"}),
    "QR code": (("qrencode",), {"viz/server"}),
    "MPI": (("mpi.h",), {"experiments/mpi"}),
    "Random123": (("Random123/",), {"sim"}),
    "xxHash": (("xxhash.h", "xxh3.h"), {"sim"}),
    "yaml-cpp": (("yaml-cpp/",), {"scenarios"}),
    "HDF5": (("hdf5", "H5"), {"output"}),
    "CLI11": (("CLI/",), {"cli"}),
    "fmt": (("fmt/",), {"cli"}),
    "nlohmann-json": (("nlohmann/",), {"scenarios", "viz", "cli"}),
    "GoogleTest": (("gtest/", "gmock/"), {"tests"}),
    "Google Benchmark": (("benchmark/",), {"bench"}),
}

# Libraries of templates that must be seen where they are used; all others stay behind their folder's
# headers, whatever path of includes leads there.
MAY_BE_SEEN_OUTSIDE = {"oneTBB", "Random123", "GoogleTest", "Google Benchmark"}

# What the WebAssembly build does not have.
NOT_IN_WEBASSEMBLY = {
    "filesystem", "fstream", "future", "mutex", "condition_variable", "thread", "shared_mutex",
    "stop_token", "iostream", "random",
}
THREADS_LIVE_IN = {Path("sim/parallel.h"), Path("sim/parallel.cpp")}


def includes(path):
    """(line number, name, is ours) of every include of a file; ours are written with quotes."""
    for number, line in sources.lines_of(path):
        found = INCLUDE.match(line)
        if found:
            yield number, found["name"], found["mark"] == '"'


def is_at_home(path, homes):
    """Whether a file stands in one of these folders."""
    return any(path.as_posix().startswith(home + "/") for home in homes)


def faults(path, number, name, is_ours):
    """What is wrong with one include, in words; usually nothing."""
    folder, place = path.parts[0], f"{path}:{number}: "
    if is_ours:
        target = Path(name).parts[0]
        if name == "version.h":
            if folder not in MAY_SAY_THE_VERSION:
                yield f"{place}{folder}/ does not know the program's version"
        elif "/" not in name:
            yield f'{place}"{name}" is not written from the project root'
        elif target not in MAY_USE[folder]:
            yield f"{place}{folder}/ must not use {target}/ (it includes {name})"
        return
    if folder in {"sim", "models"} and name in NOT_IN_WEBASSEMBLY and path not in THREADS_LIVE_IN:
        yield f"{place}<{name}> does not exist in the WebAssembly build of {folder}/"
    for library, (beginnings, homes) in HEAVY.items():
        if not name.startswith(beginnings):
            continue
        if folder != "tests" and not is_at_home(path, homes):
            yield f"{place}{library} lives in {', '.join(sorted(homes))}, not in {folder}/"


def libraries_seen(path, seen_headers):
    """(library, header that includes it) for everything that a file's includes of ours lead to."""
    for _, name, is_ours in includes(path):
        if is_ours and name not in seen_headers and (sources.ROOT / name).is_file():
            seen_headers.add(name)
            for _, inner, inner_is_ours in includes(name):
                for library, (beginnings, _) in HEAVY.items():
                    if not inner_is_ours and inner.startswith(beginnings):
                        yield library, name
            yield from libraries_seen(name, seen_headers)


class Includes(unittest.TestCase):
    def test_point_one_way_and_keep_heavy_libraries_at_home(self):
        found = []
        files = [path for path in sources.own_files(".h", ".cpp") if path.parts[0] in MAY_USE]
        for path in files:
            for include in includes(path):
                found.extend(faults(path, *include))
        self.assertGreater(len(files), 0, "no source was read")
        self.assertEqual([], found, "\n" + "\n".join(found))

    def test_no_header_carries_a_heavy_library_out_of_its_folder(self):
        found = set()
        for path in sources.own_files(".h", ".cpp"):
            if path.parts[0] in set(MAY_USE) - {"tests"}:
                for library, header in libraries_seen(path, set()):
                    if library not in MAY_BE_SEEN_OUTSIDE and not is_at_home(path, HEAVY[library][1]):
                        found.add(f"{path} sees {library} through {header}")
        self.assertEqual(set(), found, "\n" + "\n".join(sorted(found)))

    def test_every_source_stands_in_a_known_folder(self):
        strays = [str(p) for p in sources.own_files(".h", ".cpp") if p.parts[0] not in MAY_USE]
        self.assertEqual([], strays)

    def test_rules_refuse_what_they_should(self):
        wrong = [
            ("sim/a.cpp", "models/vocabulary.h", True),
            ("models/a.cpp", "scenarios/scenario.h", True),
            ("output/a.cpp", "models/vocabulary.h", True),
            ("models/a.h", "version.h", True),
            ("models/a.cpp", "parameters.h", True),
            ("models/a.cpp", "boost/graph/adjacency_list.hpp", False),
            ("models/a.h", "boost/graph/adjacency_list.hpp", False),
            ("experiments/a.h", "hdf5.h", False),
            ("cli/a.cpp", "H5Cpp.h", False),
            ("sim/a.cpp", "thread", False),
            ("viz/report/a.cpp", "boost/beast/http.hpp", False),
        ]
        for path, name, is_ours in wrong:
            with self.subTest(path=path, name=name):
                self.assertTrue(list(faults(Path(path), 1, name, is_ours)))

    def test_rules_accept_what_they_should(self):
        right = [
            ("sim/a.cpp", "sim/error.h", True),
            ("sim/graph.cpp", "boost/graph/adjacency_list.hpp", False),
            ("output/a.cpp", "hdf5.h", False),
            ("output/a.cpp", "version.h", True),
            ("sim/parallel.h", "tbb/parallel_for.h", False),
            ("models/a.cpp", "vector", False),
            ("viz/server/a.cpp", "boost/beast/http.hpp", False),
        ]
        for path, name, is_ours in right:
            with self.subTest(path=path, name=name):
                self.assertEqual([], list(faults(Path(path), 1, name, is_ours)))


if __name__ == "__main__":
    unittest.main()
