"""What every reader of the sample file should see, computed with NumPy from the numbers that were put."""

import json
import pathlib
import subprocess
import sys

import numpy

WORLDS, DRAWS, REPLICATES, MONTHS = 3, 2, 3, 14
AXES = {"origin": 2, "party": 2, "stage": 3}
VARIABLES = {
    "persons": ("month", "origin", "stage"),
    "wait": ("month", "origin", "party"),
    "net_gain": ("party",),
    "arrivals": (),
    "backlog": ("month",),
}
QUANTILES = [0.05, 0.5, 0.95]

folder = pathlib.Path(sys.argv[1])
program = sys.argv[2]
result = folder / "r.h5"


def length(dimension):
    sizes = {"draw": DRAWS, "replicate": REPLICATES, "month": MONTHS, "reference": WORLDS - 1,
             "quantile": len(QUANTILES), **AXES}
    return sizes[dimension]


def forms():
    """Yields name, dimensions and values of every stored form of every indicator."""
    numbers = json.loads((folder / "expected.json").read_text())
    for name, cells in VARIABLES.items():
        shape = (WORLDS, DRAWS, REPLICATES) + tuple(length(cell) for cell in cells)
        worlds = numpy.array(numbers[name], dtype=float).reshape(shape)
        difference = worlds[0] - worlds[1:]

        def quantile(values):
            flat = values.reshape((DRAWS * REPLICATES,) + values.shape[2:])
            return numpy.nanquantile(flat, QUANTILES, axis=0)

        member = ("draw", "replicate")
        yield name, member + cells, worlds[0]
        yield name + "_difference", ("reference",) + member + cells, difference
        yield name + "_quantile", ("quantile",) + cells, quantile(worlds[0])
        yield (name + "_difference_quantile", ("reference", "quantile") + cells,
               numpy.stack([quantile(world) for world in difference]))
        yield (name + "_reference_quantile", ("reference", "quantile") + cells,
               numpy.stack([quantile(world) for world in worlds[1:]]))


def equal(name, found, expected):
    numpy.testing.assert_allclose(numpy.asarray(found, dtype=float), expected, rtol=1e-14,
                                  err_msg=name)


def run(*command):
    """Output of a command that must succeed without a word on stderr."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    assert done.returncode == 0, f"{command}: {done.stderr}"
    assert done.stderr == "", done.stderr
    return done.stdout
