// The server's own pages, as built by viz/page; each is one file with script and style inside.
#pragma once

#include <string>
#include <string_view>

namespace skillscale::server {

std::string_view home_page();  ///< scenarios and results of the folder
std::string_view room_page();  ///< for the phones of a room
std::string_view wall_page();  ///< for the projector

/// What opens a result file of the browser's machine. Empty in a build without WebAssembly.
std::string_view viewer_page();
std::string_view file_reader();  ///< its worker: a script, packed with gzip

/// The Content-Security-Policy that stands in a page, with what only a header can say added.
///
/// @throws BugError  if the page has none
std::string policy_of(std::string_view page);

}  // namespace skillscale::server
