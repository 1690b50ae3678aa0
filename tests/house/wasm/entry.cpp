#include "sim/error.h"
#include "tests/house/wasm/probe.h"

extern "C" {

/// Address of the hash's 32 digits, ended by a zero byte.
__attribute__((export_name("kernel_hash"))) const char* kernel_hash() {
  static std::string hash;
  hash = skillscale::kernel_hash();
  return hash.c_str();
}

/// Ends as any defect in the kernel would.
__attribute__((export_name("fail"))) void fail() {
  throw skillscale::sim::BugError("the probe failed on purpose");
}
}
