# ccache and mold when present: same result, less waiting.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD AND NOT SKILLSCALE_SANITIZE)
  add_link_options(-fuse-ld=mold)
endif()
