# Warnings and floating-point rules for all our own targets: link skillscale_warnings PRIVATE.
# Contraction is off so that every compiler and processor rounds the same way.
add_library(skillscale_warnings INTERFACE)
target_compile_options(skillscale_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror)
add_compile_options(-ffp-contract=off -fno-math-errno)
# No path of the building machine enters the binary: equal sources give an equal program.
add_compile_options(-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)
