// A build without WebAssembly has nothing that reads a file in the browser.
#include "viz/server/pages.h"

namespace skillscale::server {

std::string_view viewer_page() { return {}; }
std::string_view file_reader() { return {}; }

}  // namespace skillscale::server
