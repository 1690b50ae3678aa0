# cmake -D SOURCE_DIR= -D VERSION= -D TEMPLATE= -D OUTPUT= -P write_version.cmake
# configure_file leaves the output alone when its text stays the same.
set(GIT_ID "")
if(EXISTS ${SOURCE_DIR}/.git)
  execute_process(COMMAND git describe --always --dirty --abbrev=12
    WORKING_DIRECTORY ${SOURCE_DIR} OUTPUT_VARIABLE GIT_ID OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(GIT_ID STREQUAL "")
  set(GIT_ID "unknown")
endif()
configure_file(${TEMPLATE} ${OUTPUT} @ONLY)
