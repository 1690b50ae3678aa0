// The module that speaks MPI, loaded when it is asked for.
#pragma once

#include <memory>

#include "experiments/engines/messages.h"

namespace skillscale::cli {

/// The ranks that this process is one of.
///
/// @throws sim::InputError  if there is no module, or it is of another build
std::unique_ptr<experiments::sweep::Messages> open_messages();

/// A launcher without the right MPI starts programs that all believe they are alone.
///
/// @throws sim::InputError  if MPI knows fewer ranks than Slurm has started
void check_ranks(const experiments::sweep::Messages& messages);

}  // namespace skillscale::cli
