// How fast a checkpoint reaches the disk, beside a plain write of the same bytes.
#pragma once

namespace skillscale::bench {

void declare_checkpoint_benchmarks();

}  // namespace skillscale::bench
