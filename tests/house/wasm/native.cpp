#include <cstdio>

#include "tests/house/wasm/probe.h"

int main() { std::puts(skillscale::kernel_hash().c_str()); }
