#include "cli/mpi_module.h"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "sim/error.h"
#include "version.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;
namespace sweep = experiments::sweep;

constexpr const char* next_without =
    "\n  next: install openmpi-bin and libopenmpi-dev and build again, or leave --engine mpi out";

fs::path module_file() {
  std::error_code error;
  const auto program = fs::read_symlink("/proc/self/exe", error).parent_path();
  return (program / "../lib/skillscale/libskillscale_mpi.so").lexically_normal();
}

template <class Function>
Function* function_of(void* module, const char* name) {
  return reinterpret_cast<Function*>(dlsym(module, name));
}

}  // namespace

std::unique_ptr<sweep::Messages> open_messages() {
  const auto file = module_file();
  std::error_code error;
  if (!fs::exists(file, error))
    throw sim::InputError("--engine mpi: this build has no MPI module (" + file.string() + ")" +
                          next_without);
  // It stays loaded: MPI does not like to be taken away.
  void* module = dlopen(file.c_str(), RTLD_NOW | RTLD_GLOBAL);
  if (module == nullptr)
    throw sim::InputError(std::string("--engine mpi: ") + dlerror() + next_without);
  auto* built_with = function_of<sweep::MessagesVersion>(module, sweep::messages_version_symbol);
  auto* open = function_of<sweep::OpenMessages>(module, sweep::open_messages_symbol);
  if (built_with == nullptr || open == nullptr || built_with() != version())
    throw sim::InputError("--engine mpi: " + file.string() +
                          " belongs to another version of skillscale\n  next: install both anew");
  return std::unique_ptr<sweep::Messages>(open());
}

void check_ranks(const sweep::Messages& messages) {
  const char* tasks = std::getenv("SLURM_NTASKS");
  // Where mpirun reaches other nodes, Slurm counts its daemons, one a node; that is no harm.
  if (tasks == nullptr || std::atoi(tasks) <= messages.size()) return;
  throw sim::InputError(
      "MPI knows " + std::to_string(messages.size()) + " ranks, Slurm has started " + tasks +
      "\n  allowed: as many ranks as Slurm has tasks\n  next: srun --mpi=pmix, or "
      "mpirun with the Open MPI that skillscale was built with");
}

}  // namespace skillscale::cli
