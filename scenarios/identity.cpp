#include "scenarios/identity.h"

#include <cstdint>
#include <vector>

#include "sim/digest.h"

namespace skillscale::scenarios {

std::string identity_of(std::string_view text) {
  std::vector<std::int64_t> words((text.size() + 7) / 8, 0);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<std::uint64_t>(static_cast<unsigned char>(text[at]));
    words[at / 8] |= static_cast<std::int64_t>(byte << (8 * (at % 8)));
  }
  sim::Digest digest;
  digest.add(static_cast<std::uint64_t>(text.size()));
  digest.add(words);
  return digest.value().hex();
}

}  // namespace skillscale::scenarios
