// Values of options: read, checked, written back for a shell.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "scenarios/scenario.h"

namespace skillscale::cli {

/// The whole number behind an option, or `standard` if the option is not given.
///
/// @throws InputError  for anything but a whole number from low to high
std::uint64_t whole(std::string_view option, const std::string& text, std::uint64_t standard,
                    double low, double high);

/// The same with the range that the scenario language gives this key.
std::uint64_t whole(std::string_view option, const std::string& text, std::uint64_t standard,
                    std::string_view key);

/// Months that `--until` asks for, or those of the scenario.
///
/// @throws InputError  for what is no month of the scenario
int months_until(const std::string& until, const scenarios::RunSettings& run);

/// A word as a shell takes it, in quotes where it must be.
std::string shell_word(const std::string& word);

/// The titles and addresses of sources that stand beside the library; a library without them is
/// sound.
std::string sources_beside(const std::filesystem::path& library);

}  // namespace skillscale::cli
