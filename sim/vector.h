// Builds a loop several times, for old and new processors; the program picks one when it starts.
//
// All versions round the same way, because contraction is off and no version may reassociate. Where
// the compiler or a sanitizer cannot do it, or on another processor, there is one version.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && defined(__linux__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define SKILLSCALE_VECTORISED \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default"), optimize("O3")))
#else
#define SKILLSCALE_VECTORISED
#endif
