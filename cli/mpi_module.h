// The module that speaks MPI, loaded when it is asked for.
#pragma once

#include <memory>

#include "experiments/engines/messages.h"

namespace skillscale::cli {

/// The ranks that this process is one of.
///
/// @throws sim::InputError  if there is no module, it is of another build, or MPI and Slurm do not
///                          agree on the number of ranks
std::unique_ptr<experiments::sweep::Messages> open_messages();

}  // namespace skillscale::cli
