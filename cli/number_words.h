// Numbers as people read them. Plain ASCII, a point before decimals, blanks between thousands.
#pragma once

#include <cstdint>
#include <string>

namespace skillscale::cli {

/// "12 345.6"; "-" for NaN. Blanks stand from 10 000 on. No "-0".
std::string grouped(double value, int decimals);

/// The same with a sign: "+384", "-0.20", "0".
std::string with_sign(double value, int decimals);

/// Decimals that show about three digits of a number of this size: none from 100 on, at most three;
/// none for 0.
int decimals_for(double size);

/// "4.2 million", "950", "1.3 billion": three digits at most.
std::string in_millions(double value);

/// "850 bytes", "1.2 MB", "85 GB": decimal prefixes, three digits at most.
std::string in_bytes(std::int64_t bytes);

/// "7 s", "2:05", "1:02:05"
std::string duration(double seconds);

/// The same for a time that has passed: "less than a second", not "0 s".
std::string run_time(double seconds);

/// ", 4.2 million agent-months/s"; empty where that says nothing, such as for a run of a moment.
std::string speed_words(double agent_months, double seconds, const char* before = ", ");

}  // namespace skillscale::cli
