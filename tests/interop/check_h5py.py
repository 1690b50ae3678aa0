"""h5py finds dimension scales, chunks of one year, filters, and texts."""

import h5py

from expected import equal, forms, result

with h5py.File(result, "r") as file:
    for name, dimensions, values in forms():
        variable = file[name]
        equal(name, variable[()], values)
        scales = tuple(dimension[0].name.lstrip("/") for dimension in variable.dims)
        assert scales == dimensions, (name, scales)
        assert variable.shuffle and variable.fletcher32 and variable.compression_opts == 4, name
        leading = 1 if name.endswith("_quantile") else 2
        assert set(variable.chunks[:leading]) == {1}, (name, variable.chunks)
        if "month" in dimensions:
            assert variable.chunks[dimensions.index("month")] == 12, (name, variable.chunks)
    assert file["persons"].dtype == "int64" and file["persons_quantile"].dtype == "float64"
    assert list(file["party"].asstr()) == ["Migrant", "Träger"]
    assert list(file["month"][:2]) == [20028, 20058]
    assert file["provenance/source_text"].asstr()[1] == "# Maßnahme\n"
    assert list(file["graph/row_offsets"]) == [0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 5, 6, 7]
