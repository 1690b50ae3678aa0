# The target skillscale::version with version.h: skillscale::version() and skillscale::git_id().
#
# The git id is asked for at build time by a script that rewrites the source only when the id has
# changed, so a new commit costs one small compile and the links, and no commit costs nothing.
set(version_dir ${PROJECT_BINARY_DIR}/generated)
configure_file(${CMAKE_CURRENT_LIST_DIR}/version.h.in ${version_dir}/version.h @ONLY)

add_custom_target(skillscale_git_id
  COMMAND ${CMAKE_COMMAND} -D SOURCE_DIR=${PROJECT_SOURCE_DIR} -D VERSION=${PROJECT_VERSION}
          -D TEMPLATE=${CMAKE_CURRENT_LIST_DIR}/version.cpp.in -D OUTPUT=${version_dir}/version.cpp
          -P ${CMAKE_CURRENT_LIST_DIR}/write_version.cmake
  BYPRODUCTS ${version_dir}/version.cpp
  COMMENT "Asking git for the build's id"
  VERBATIM)

add_library(skillscale_version ${version_dir}/version.cpp)
add_library(skillscale::version ALIAS skillscale_version)
add_dependencies(skillscale_version skillscale_git_id)
target_compile_features(skillscale_version PUBLIC cxx_std_20)
target_include_directories(skillscale_version PUBLIC ${version_dir})
target_link_libraries(skillscale_version PRIVATE skillscale_warnings)
