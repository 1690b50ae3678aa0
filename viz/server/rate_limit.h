// How often an address may ask: so many at once, then so many a second.
//
// Not for several threads. Memory is bounded: of more addresses than `most_addresses` the one that
// asked longest ago is forgotten.
#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>

namespace skillscale::server {

struct Rate {
  double at_once = 0;     ///< requests
  double per_second = 0;  ///< requests
};

class RateLimit {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit RateLimit(Rate rate, std::size_t most_addresses = 1000)
      : rate_(rate), most_addresses_(most_addresses) {}

  /// Counts one request; false if it is one too many.
  bool allows(const std::string& address, Time now);

  std::size_t addresses() const { return places_.size(); }

 private:
  struct Entry {
    std::string address;
    double left = 0;
    Time at;
  };
  Rate rate_;
  std::size_t most_addresses_;
  std::list<Entry> entries_;  ///< who asked last stands first
  std::unordered_map<std::string, std::list<Entry>::iterator> places_;
};

}  // namespace skillscale::server
