"""ncdump shows named dimensions, every number and the provenance; nccopy copies the file."""

import re

import numpy

from expected import equal, folder, forms, result, run

header = run("ncdump", "-h", result)
for name, dimensions, _ in forms():
    inside = f"({', '.join(dimensions)})" if dimensions else ""
    assert re.search(rf"(int64|double) {name}{re.escape(inside)} ;", header), name
    assert f"{name}:units" in header and f"{name}:long_name" in header, name
for line in ("month = 14 ;", "string origin(origin) ;", ':Conventions = "CF-1.10" ;',
             ":seed = 18446744073709551615ULL ;", "group: provenance {", "group: graph {"):
    assert line in header, line

for name, _, values in forms():
    text = run("ncdump", "-p", "17,17", "-v", name, result).split("data:")[1]
    body = re.search(rf"\n {name} =([^;]*);", text).group(1)
    numbers = [word.strip() for word in body.split(",")]
    equal(name, [numpy.nan if word in ("_", "NaN") else float(word) for word in numbers],
          values.ravel())

months = run("ncdump", "-t", "-v", "month,month_label", result)
assert '"2024-11-01", "2024-12-01"' in months, months
assert '"2024-11", "2024-12"' in months, months
everything = run("ncdump", result)
assert "Übung" in everything and "# Maßnahme" in everything and "Träger" in everything
run("nccopy", result, folder / "copy.nc")
assert run("ncdump", folder / "copy.nc").split("\n", 1)[1] == everything.split("\n", 1)[1]
