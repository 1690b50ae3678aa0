// Keeps the values of all worlds on disk, one record per (world, draw, replicate), until finish()
// needs them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "output/layout.h"
#include "output/scratch_file.h"

namespace skillscale::output {

class ValueStore {
 public:
  ValueStore(const Layout& layout, const std::filesystem::path& folder, std::string shown);

  /// Position of (draw, replicate) among all members of the ensemble.
  std::size_t member_count() const { return members_; }

  void write(std::size_t world, std::size_t member, std::size_t variable,
             std::span<const double> values);

  /// Reads values `first .. first + values.size() - 1` of one variable of one member.
  void read(std::size_t world, std::size_t member, std::size_t variable, std::size_t first,
            std::span<double> values) const;

 private:
  std::uint64_t offset(std::size_t world, std::size_t member, std::size_t variable) const;

  std::size_t members_;
  std::vector<std::size_t> begin_;  // of each variable inside a record, then the record's length
  ScratchFile scratch_;
};

}  // namespace skillscale::output
