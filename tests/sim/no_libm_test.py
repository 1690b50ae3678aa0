"""The libraries named on the command line take nothing from the C library's mathematics.

Its exp, log, pow and rounding differ in the last bit between processors, and then so do results.
"""

import subprocess
import sys

# Names of math.h with their float and long double variants; sqrt is exact everywhere, but calls hide it.
FUNCTIONS = """
acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp10 exp2 expm1 fabs
fdim floor fma fmax fmin fmod frexp hypot ilogb j0 j1 jn ldexp lgamma lgamma_r llrint llround log log10
log1p log2 logb lrint lround modf nearbyint nextafter nexttoward pow remainder remquo rint round
roundeven scalbln scalbn sin sincos sinh sqrt tan tanh tgamma trunc y0 y1 yn
""".split()
FORBIDDEN = {name + suffix for name in FUNCTIONS for suffix in ("", "f", "l")}
FORBIDDEN |= {"__%s_finite" % name for name in FORBIDDEN}


def undefined_symbols(library):
    listing = subprocess.run(["nm", "--undefined-only", library], check=True, capture_output=True, text=True)
    lines = [line.split() for line in listing.stdout.splitlines()]
    return {parts[-1].split("@")[0] for parts in lines if len(parts) == 2 and parts[0] == "U"}


def main(libraries):
    failed = False
    for library in libraries:
        symbols = undefined_symbols(library)
        found = sorted(symbols & FORBIDDEN)
        print(library, "asks for", len(symbols), "symbols, of libm:", ", ".join(found) or "none")
        failed |= bool(found) or not symbols
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
