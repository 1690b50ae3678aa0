# skillscale_wasm(NAME ENTRY a.cpp LIBRARIES skillscale_sim skillscale_models [OUTPUT file_name])
# declares the target NAME, which compiles the sources of the libraries and the entry with clang-19
# for wasm32-wasi into one reactor: the entry's exported functions, and only the three imports fd_write,
# fd_close and fd_seek, beside those that a source names itself. NAME's property WASM_FILE is its path.
#
# Debian's clang-19 set must be there; SKILLSCALE_HAS_WASM says so. Threads are out by SKILLSCALE_SERIAL.
find_program(WASM_CXX clang++-19)
set(wasm_sysroot /usr/include/wasm32-wasi)
if(WASM_CXX AND EXISTS ${wasm_sysroot}/c++/v1 AND EXISTS /usr/bin/wasm-ld-19)
  set(SKILLSCALE_HAS_WASM TRUE)
else()
  set(SKILLSCALE_HAS_WASM FALSE)
endif()

# glibc's headers stand beside these in /usr/include and must stay out of reach.
set(wasm_headers ${PROJECT_BINARY_DIR}/wasm/include)
foreach(header boost nlohmann Random123 xxhash.h)
  file(MAKE_DIRECTORY ${wasm_headers})
  file(CREATE_LINK /usr/include/${header} ${wasm_headers}/${header} SYMBOLIC)
endforeach()

# Exceptions stay on so that a fault keeps its message; cmake/wasm/runtime.cpp says how it ends.
set(wasm_flags --target=wasm32-wasi -std=c++20 -O3 -msimd128 -mnontrapping-fptoint -mbulk-memory -ffp-contract=off -fno-math-errno -DNDEBUG -DSKILLSCALE_SERIAL
  -DJSON_HAS_FILESYSTEM=0 -DJSON_HAS_EXPERIMENTAL_FILESYSTEM=0
  -ffile-prefix-map=${PROJECT_SOURCE_DIR}/= -I${PROJECT_SOURCE_DIR}
  -nostdlibinc -isystem ${wasm_headers} -isystem ${wasm_sysroot}/c++/v1
  -idirafter ${wasm_sysroot})

function(skillscale_wasm name)
  cmake_parse_arguments(arg "" "OUTPUT" "ENTRY;LIBRARIES" ${ARGN})
  set(output ${name})
  if(arg_OUTPUT)
    set(output ${arg_OUTPUT})
  endif()
  set(sources ${PROJECT_SOURCE_DIR}/cmake/wasm/runtime.cpp)
  foreach(source ${arg_ENTRY})
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
    list(APPEND sources ${source})
  endforeach()
  foreach(library ${arg_LIBRARIES})
    get_target_property(listed ${library} SOURCES)
    get_target_property(folder ${library} SOURCE_DIR)
    list(FILTER listed INCLUDE REGEX "\\.cpp$")
    foreach(source ${listed})
      cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${folder})
      list(APPEND sources ${source})
    endforeach()
  endforeach()

  set(objects)
  foreach(source ${sources})
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE relative)
    set(object ${PROJECT_BINARY_DIR}/wasm/${name}/${relative}.o)
    cmake_path(GET object PARENT_PATH object_folder)
    file(MAKE_DIRECTORY ${object_folder})
    add_custom_command(OUTPUT ${object} DEPENDS ${source} DEPFILE ${object}.d VERBATIM
      COMMAND ${CMAKE_CXX_COMPILER_LAUNCHER} ${WASM_CXX} ${wasm_flags} -MD -MF ${object}.d -c ${source} -o ${object}
      COMMENT "Compiling ${relative} to WebAssembly")
    list(APPEND objects ${object})
  endforeach()

  # Linking without -O keeps the driver from running whatever wasm-opt stands on PATH.
  set(file ${PROJECT_BINARY_DIR}/wasm/${output}.wasm)
  add_custom_command(OUTPUT ${file} DEPENDS ${objects} VERBATIM
    COMMAND ${WASM_CXX} --target=wasm32-wasi -mexec-model=reactor -Wl,--strip-all -Wl,-z,stack-size=1048576
            ${objects} -o ${file}
    COMMENT "Linking ${output}.wasm")
  add_custom_target(${name} ALL DEPENDS ${file})
  set_target_properties(${name} PROPERTIES WASM_FILE ${file})
endfunction()
