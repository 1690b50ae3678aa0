#include "viz/server/rate_limit.h"

#include <algorithm>

namespace skillscale::server {

bool RateLimit::allows(const std::string& address, Time now) {
  const auto known = places_.find(address);
  if (known == places_.end()) {
    if (entries_.size() >= most_addresses_) {
      places_.erase(entries_.back().address);
      entries_.pop_back();
    }
    entries_.push_front({address, rate_.at_once, now});
    places_.emplace(address, entries_.begin());
  } else {
    entries_.splice(entries_.begin(), entries_, known->second);
  }
  auto& entry = entries_.front();
  const double seconds = std::chrono::duration<double>(now - entry.at).count();
  entry.left = std::min(rate_.at_once, entry.left + std::max(0.0, seconds) * rate_.per_second);
  entry.at = now;
  if (entry.left < 1) return false;
  entry.left -= 1;
  return true;
}

}  // namespace skillscale::server
