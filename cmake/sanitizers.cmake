# -DSKILLSCALE_SANITIZE=address,undefined or thread builds everything with those sanitizers.
set(SKILLSCALE_SANITIZE "" CACHE STRING "sanitizers, comma separated")
if(SKILLSCALE_SANITIZE)
  add_compile_options(-fsanitize=${SKILLSCALE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SKILLSCALE_SANITIZE})
endif()

# -DSKILLSCALE_FUZZ=ON (clang only) instruments everything for libFuzzer; a fuzz target itself links
# with -fsanitize=fuzzer, see skillscale_fuzz_test.
option(SKILLSCALE_FUZZ "instrument for libFuzzer" OFF)
if(SKILLSCALE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()
