"""xarray selects by label and by date without custom code."""

import xarray

from expected import equal, forms, result

with xarray.open_dataset(result, engine="netcdf4") as data:
    for name, dimensions, values in forms():
        assert data[name].dims == dimensions, (name, data[name].dims)
        equal(name, data[name].values, values)
    persons = data["persons"].sel(origin="TUN", stage="visa", month="2025-03")
    expected = next(values for name, _, values in forms() if name == "persons")
    equal("persons", persons.values.squeeze(), expected[:, :, 4, 1, 1])
    assert list(data["month_label"].values[[0, -1]]) == ["2024-11", "2025-12"]
    assert list(data["party"].values) == ["Migrant", "Träger"]
    assert list(data["reference"].values) == ["pilots_as_today", "no_partnerships"]
    assert "month_label" in data["backlog"].coords
    # Paired on draw and replicate: what is stored is what a reader computes.
    difference = data["backlog_difference"].sel(reference="no_partnerships")
    median = difference.astype(float).quantile(0.5, ["draw", "replicate"])
    equal("median", median.values,
          data["backlog_difference_quantile"].sel(reference="no_partnerships", quantile=0.5).values)
with xarray.open_dataset(result, group="graph") as graph:
    assert graph["targets"].dims == ("edge",) and graph.dims["node"] == 11
with xarray.open_dataset(result, group="provenance") as provenance:
    assert "name: Übung" in provenance["effective_yaml"].item()
