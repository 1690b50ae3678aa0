"""The libraries named on the command line round alike on every processor, and run on the oldest.

A fused multiply-add rounds once, so a processor that has it would give another last bit than one that has not;
approximate reciprocals and roots differ between makers. Only the versions of a loop (sim/vector.h) may hold
instructions that the plain processor lacks: were one left in a function that versions share, the linker could
choose it for all.
"""

import re
import subprocess
import sys

FUNCTION = re.compile(r"^[0-9a-f]+ <(.*)>:$")
INSTRUCTION = re.compile(r"^\s+[0-9a-f]+:\t(\w+)(.*)$")
FORBIDDEN = re.compile(r"vfn?m(?:add|sub)|v?rcp|v?rsqrt|vrange|vreduce")
VERSION = re.compile(r"\.(arch_x86_64_v4|arch_x86_64_v3|arch_x86_64_v2|avx512f|avx2)\b")


def is_of_newer_processors(name, operands):
    """True for AVX and later; what came before is not told apart here."""
    return name.startswith("v") and name not in ("verr", "verw") or "%ymm" in operands or "%zmm" in operands


def look_at(lines):
    """(instructions, versions seen, faults) of a disassembly."""
    count, versions, faults, version, function = 0, set(), set(), None, ""
    for line in lines:
        if begin := FUNCTION.match(line):
            function = begin[1]
            found = VERSION.search(function)
            version = found and found[1]
            versions |= {version} - {None}
        elif found := INSTRUCTION.match(line):
            count += 1
            name, operands = found.groups()
            if FORBIDDEN.match(name):
                faults.add(f"{name} in {function}: rounds otherwise on other processors")
            elif version is None and is_of_newer_processors(name, operands):
                faults.add(f"{name} in {function}: the plain processor does not know it")
    return count, versions, faults


def main(libraries):
    failed = False
    for library in libraries:
        code = subprocess.run(["objdump", "-d", "--no-show-raw-insn", library],
                              check=True, capture_output=True, text=True).stdout
        count, versions, faults = look_at(code.splitlines())
        print(f"{library}: {count} instructions, versions: {', '.join(sorted(versions)) or 'none'}")
        for fault in sorted(faults):
            print("  " + fault)
        failed |= bool(faults) or count < 1000 or not versions
    return 1 if failed else 0


def check_itself():
    example = ["00 <f.arch_x86_64_v3>:", "  1:\tvfmadd132sd %xmm0,%xmm1,%xmm2", "  2:\tvaddpd %ymm0,%ymm1,%ymm2",
               "03 <f>:", "  4:\tvaddpd %ymm0,%ymm1,%ymm2", "  5:\taddpd  %xmm0,%xmm1"]
    count, versions, faults = look_at(example)
    assert (count, versions, len(faults)) == (4, {"arch_x86_64_v3"}, 2), (count, versions, faults)


if __name__ == "__main__":
    check_itself()
    sys.exit(main(sys.argv[1:]))
