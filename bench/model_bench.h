// Benchmarks of the whole model on shipped scenarios.
#pragma once

namespace skillscale::bench {

/// Declares germany_full_scale/<threads>, workshop/replicate, workshop/ensemble and
/// population/setup.
void declare_model_benchmarks();

}  // namespace skillscale::bench
