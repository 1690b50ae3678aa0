// Under which addresses other machines of the network reach this one.
#pragma once

#include <string>
#include <vector>

namespace skillscale::server {

/// IPv4 addresses of the interfaces that are up, the loopback left out; private ones first.
std::vector<std::string> local_addresses();

}  // namespace skillscale::server
