// Who and when: what records and shards are marked with.
#pragma once

#include <string>

namespace skillscale::experiments::sweep {

std::string host_name();

/// A name that no other writer has: host, process and moment.
std::string writer_name();

/// The time of day as UTC, ISO 8601: "2025-03-01T12:00:00Z".
std::string utc_now();

}  // namespace skillscale::experiments::sweep
