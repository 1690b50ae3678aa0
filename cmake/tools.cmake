# ccache and mold when present: same result, less waiting.
find_program(CCACHE ccache)
if(CCACHE)
  # The base folder lets another clone of the same sources reuse what is cached.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD AND NOT SKILLSCALE_SANITIZE)
  add_link_options(-fuse-ld=mold)
endif()
