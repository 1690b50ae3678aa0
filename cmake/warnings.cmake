# Warnings and floating-point rules for all our own targets: link skillscale_warnings PRIVATE.
# Contraction is off so that every compiler and processor rounds the same way. Nobody reads errno or the
# processor's floating-point exceptions, so loops with choices may become vector code; no value changes.
# g++ 12 takes the standard library's own text + std::string for an overlapping copy (GCC bug 105651).
add_library(skillscale_warnings INTERFACE)
target_compile_options(skillscale_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
add_compile_options(-ffp-contract=off -fno-math-errno -fno-trapping-math)
# No path of the building machine enters the binary: equal sources give an equal program.
add_compile_options(-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)
