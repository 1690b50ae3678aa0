#include "sim/vector.h"

namespace skillscale::sim {

// Functions of one name for several targets: the compiler picks among them by the very test that it
// uses for the versions of a loop.
namespace versions {

#if defined(SKILLSCALE_SINGLE_VERSION)
std::string_view level() { return "single"; }
#elif defined(__clang__)
__attribute__((target("avx512f"))) std::string_view level() { return "avx512f"; }
__attribute__((target("avx2"))) std::string_view level() { return "avx2"; }
__attribute__((target("default"))) std::string_view level() { return "baseline"; }
#else
__attribute__((target("arch=x86-64-v4"))) std::string_view level() { return "x86-64-v4"; }
__attribute__((target("arch=x86-64-v3"))) std::string_view level() { return "x86-64-v3"; }
__attribute__((target("arch=x86-64-v2"))) std::string_view level() { return "x86-64-v2"; }
__attribute__((target("default"))) std::string_view level() { return "baseline"; }
#endif

}  // namespace versions

std::string_view vector_level() { return versions::level(); }

}  // namespace skillscale::sim
