#include "viz/server/local_addresses.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <memory>

namespace skillscale::server {
namespace {

bool is_private(const std::string& address) {
  return address.starts_with("192.168.") || address.starts_with("10.") ||
         address.starts_with("172.");
}

}  // namespace

std::vector<std::string> local_addresses() {
  ifaddrs* first = nullptr;
  if (getifaddrs(&first) != 0) return {};
  const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> all(first, &freeifaddrs);
  std::vector<std::string> addresses;
  for (const auto* at = all.get(); at != nullptr; at = at->ifa_next) {
    const bool is_loopback = (at->ifa_flags & IFF_LOOPBACK) != 0;
    const bool is_up = (at->ifa_flags & IFF_UP) != 0;
    if (at->ifa_addr == nullptr || at->ifa_addr->sa_family != AF_INET || is_loopback || !is_up)
      continue;
    const auto* place = reinterpret_cast<const sockaddr_in*>(at->ifa_addr);
    std::array<char, INET_ADDRSTRLEN> text{};
    if (inet_ntop(AF_INET, &place->sin_addr, text.data(), text.size()) != nullptr)
      addresses.emplace_back(text.data());
  }
  std::stable_partition(addresses.begin(), addresses.end(), is_private);
  return addresses;
}

}  // namespace skillscale::server
