// What the machine itself can do, to set the other benchmarks beside.
#pragma once

namespace skillscale::bench {

/// Declares ceiling/memory/<threads> (bytes read and written per second by a loop that does hardly
/// anything else), ceiling/arithmetic/<threads> (double operations per second of a loop in
/// registers) and ceiling/draws/<threads> (exponential draws per second into the first cache).
void declare_ceiling_benchmarks();

}  // namespace skillscale::bench
