// Builds a loop several times, for old and new processors; the program picks one when it starts.
//
// All versions round the same way, because contraction is off and no version may reassociate. Where
// the compiler or a sanitizer cannot do it, or on another processor, there is one version. Inline
// functions that such a loop calls are either part of its version or stay in the plain one, so the
// versions share no symbol.
#pragma once

#include <string_view>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SKILLSCALE_SINGLE_VERSION
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__x86_64__) || \
    !defined(__linux__) || !defined(__GNUC__)
#define SKILLSCALE_SINGLE_VERSION
#endif

#if defined(SKILLSCALE_SINGLE_VERSION)
#define SKILLSCALE_VECTORISED
#elif defined(__clang__)
// Clang 14 takes the names of micro-architecture levels and then never picks them; single features
// work.
#define SKILLSCALE_VECTORISED __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define SKILLSCALE_VECTORISED                                                                    \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "arch=x86-64-v2", "default"), \
                 optimize("O3")))
#endif

namespace skillscale::sim {

/// The version of the vectorised loops that runs here: with g++ "x86-64-v4", "x86-64-v3",
/// "x86-64-v2" (the processor's micro-architecture level) or "baseline", with clang "avx512f",
/// "avx2" or "baseline"; "single" where this build has one version only.
std::string_view vector_level();

}  // namespace skillscale::sim
