"""netCDF4-python sees dimensions, values, fill values, attributes and groups."""

import netCDF4
import numpy

from expected import equal, forms, result

with netCDF4.Dataset(result) as file:
    file.set_auto_mask(False)
    for name, dimensions, values in forms():
        variable = file[name]
        assert variable.dimensions == dimensions, (name, variable.dimensions)
        equal(name, variable[...], values)
        assert variable.units and variable.long_name and variable.description, name
        if variable.dtype.kind == "f":
            assert numpy.isnan(variable._FillValue), name
        assert variable.filters()["fletcher32"] and variable.filters()["complevel"] == 4, name
    month = file["month"]
    first = netCDF4.num2date(month[:2], month.units, month.calendar)
    assert [str(date)[:10] for date in first] == ["2024-11-01", "2024-12-01"]
    assert list(file["digest"][0, 1]) == ["fedcba98765432100000000000000010",
                                          "fedcba98765432100000000000000011",
                                          "fedcba98765432100000000000000012"]
    assert file.seed == 2**64 - 1 and file.institution == "Example institute, Köln"
    assert file["provenance/effective_yaml"][...] == "schema: 1\nname: Übung\n"
    assert list(file["graph/node_count"][:]) == [4, 7]
