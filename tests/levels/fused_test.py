"""The libraries named on the command line multiply and add in two roundings, on every processor.

A fused multiply-add rounds once, so a processor that has it would give another last bit than one that
has not. Approximate reciprocals and roots differ between makers.
"""

import re
import subprocess
import sys

FORBIDDEN = re.compile(r"\t(vfn?m(?:add|sub)\w*|v?rcp\w*|v?rsqrt\w*|vrange\w+|vreduce\w+)\s")
LEVELS = ("arch_x86_64_v4", "arch_x86_64_v3", "arch_x86_64_v2", "avx512f", "avx2")


def main(libraries):
    failed = False
    for library in libraries:
        code = subprocess.run(["objdump", "-d", "--no-show-raw-insn", library],
                              check=True, capture_output=True, text=True).stdout
        found = sorted(set(FORBIDDEN.findall(code)))
        levels = [level for level in LEVELS if re.search(rf"\.{level}(?:\.\d+)?>:", code)]
        lines = code.count("\n")
        print(library, f"{lines} instructions, versions for {', '.join(levels) or 'all alike'};",
              "fused or approximate:", ", ".join(found) or "none")
        failed |= bool(found) or lines < 1000
    return 1 if failed else 0


if __name__ == "__main__":
    # What must be found is found.
    assert FORBIDDEN.findall("  1:\tvfmadd132sd %xmm0,%xmm1,%xmm2\n  2:\trsqrtss %xmm0,%xmm1\n") == [
        "vfmadd132sd", "rsqrtss"]
    sys.exit(main(sys.argv[1:]))
