#include "output/value_store.h"

namespace skillscale::output {
namespace {

std::vector<std::size_t> record_offsets(const Layout& layout) {
  std::vector<std::size_t> begin{0};
  for (const auto& variable : layout.variables) {
    begin.push_back(begin.back() + value_count(layout, variable));
  }
  return begin;
}

}  // namespace

ValueStore::ValueStore(const Layout& layout, const std::filesystem::path& folder, std::string shown)
    : members_(static_cast<std::size_t>(layout.draws) *
               static_cast<std::size_t>(layout.replicates)),
      begin_(record_offsets(layout)),
      scratch_(folder, std::move(shown)) {}

std::uint64_t ValueStore::offset(std::size_t world, std::size_t member,
                                 std::size_t variable) const {
  const std::uint64_t record = world * members_ + member;
  return sizeof(double) * (record * begin_.back() + begin_[variable]);
}

void ValueStore::write(std::size_t world, std::size_t member, std::size_t variable,
                       std::span<const double> values) {
  scratch_.write(offset(world, member, variable), std::as_bytes(values));
}

void ValueStore::read(std::size_t world, std::size_t member, std::size_t variable,
                      std::size_t first, std::span<double> values) const {
  scratch_.read(offset(world, member, variable) + sizeof(double) * first,
                std::as_writable_bytes(values));
}

}  // namespace skillscale::output
