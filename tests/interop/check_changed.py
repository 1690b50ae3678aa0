"""Files of other programs, and ours after another program wrote to them, are refused in one line of words."""

import shutil
import subprocess

import h5py
import netCDF4

from expected import folder, program, result


def faults(path):
    done = subprocess.run([program, "verify", str(path)], capture_output=True, text=True)
    assert done.returncode in (0, 1) and done.stderr == "", done
    return done.stdout


assert faults(result) == ""

foreign = folder / "foreign.h5"
with h5py.File(foreign, "w") as file:
    file["x"] = [1, 2, 3]
told = faults(foreign)
assert "foreign.h5: is HDF5, but not a result file" in told and "next:" in told, told

appended = folder / "appended.h5"
shutil.copy(result, appended)
with netCDF4.Dataset(appended, "a") as file:
    file.note = "changed"
    file["wait"][0, 0, 0, 0, 0] = 1.0
with netCDF4.Dataset(appended) as file:
    assert file.note == "changed" and file["wait"][0, 0, 0, 0, 0] == 1.0
told = faults(appended)
assert "lacks the seal" in told and told.count("next:") == 1, told
