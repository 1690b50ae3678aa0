# -DSKILLSCALE_SANITIZE=address,undefined or thread builds everything with those sanitizers.
set(SKILLSCALE_SANITIZE "" CACHE STRING "sanitizers, comma separated")
if(SKILLSCALE_SANITIZE)
  add_compile_options(-fsanitize=${SKILLSCALE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SKILLSCALE_SANITIZE})
  # With sanitizers g++ takes parts of its own std::regex for uninitialised.
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    add_compile_options(-Wno-maybe-uninitialized)
  endif()
endif()

# -DSKILLSCALE_FUZZ=ON (clang only) instruments everything for libFuzzer; tests/fuzz/ links its
# programs with -fsanitize=fuzzer.
option(SKILLSCALE_FUZZ "instrument for libFuzzer" OFF)
if(SKILLSCALE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()
