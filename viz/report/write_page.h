// Writes the self-contained result page: one HTML file with script, style and numbers inside.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "output/result_file.h"

namespace skillscale::report {

/// Writes the page of a result. It appears complete or not at all: temporary name starting with a
/// dot, flushed to disk, renamed; an older page of that name is replaced.
///
/// Memory: the sums of one group of variables over all replicates, plus the text of the page (about
/// 3 MB for 252 months).
///
/// @throws StorageError  if the result is damaged or the page cannot be written
/// @param live      what `live_input` made of the run; empty for a page without the live model
/// @param analyses  of `read_analyses`; empty without any
void write_page(const std::filesystem::path& html, const output::ResultReader& result,
                std::string_view live = {}, std::string_view analyses = {});

/// The same from an extract that is made already, of a result or of a comparison.
///
/// @throws StorageError  if the page cannot be written
void write_page(const std::filesystem::path& html, std::string_view extract,
                std::string_view live = {}, std::string_view analyses = {});

/// JSON text that is safe inside an HTML script element: no "<", so neither an end tag nor a
/// comment can begin in it.
std::string script_safe(std::string_view json);

}  // namespace skillscale::report
