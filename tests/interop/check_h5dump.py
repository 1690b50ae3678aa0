"""h5dump reads the header and every number; h5ls finds the groups."""

import re

import numpy

from expected import equal, forms, result, run

header = run("h5dump", "-H", "-p", result)
assert "CHECKSUM FLETCHER32" in header and "PREPROCESSING SHUFFLE" in header
assert "COMPRESSION DEFLATE { LEVEL 4 }" in header
for name, _, values in forms():
    text = run("h5dump", "-y", "-w", "0", "-m", "%.17g", "-A", "0", "-d", "/" + name, result)
    body = text.split("DATA {")[1].split("}")[0]
    numbers = [word for word in re.split(r"[,\s]+", body) if word]
    equal(name, [numpy.nan if "nan" in word else float(word) for word in numbers], values.ravel())
assert "provenance" in run("h5ls", result) and "graph" in run("h5ls", result)
