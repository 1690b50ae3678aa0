# skillscale_fuzz_reader(NAME) declares the fuzz target. The reader's sources are compiled again into it, with the coverage
# that libFuzzer steers by; the library itself has none.
function(skillscale_fuzz_reader name)
  get_target_property(sources skillscale_scenarios SOURCES)
  get_target_property(folder skillscale_scenarios SOURCE_DIR)
  # What belongs to the shipped tables; the target brings small ones of its own.
  list(REMOVE_ITEM sources calibration.cpp calibration_target.cpp experiment.cpp experiment_factor.cpp experiment_outcome.cpp measure.cpp point_check.cpp
     model_language.cpp model_advice.cpp advice_corridors.cpp advice_counts.cpp advice_policy.cpp)
  list(TRANSFORM sources PREPEND ${folder}/)
  get_filename_component(root ${folder} DIRECTORY)
  add_executable(${name} ${root}/tests/fuzz/read_scenario.cpp
    ${root}/tests/scenarios/small_language.cpp ${root}/sim/digest.cpp ${root}/sim/math.cpp ${sources})
  target_include_directories(${name} PRIVATE ${root})
  target_compile_options(${name} PRIVATE -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer,address,undefined)
  target_link_libraries(${name} PRIVATE yaml-cpp xxhash skillscale_warnings)
endfunction()
