// A small result with every kind of variable, and numbers that follow from their place.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "output/result_file.h"

namespace skillscale::output {

/// Two draws, three replicates, 14 months, two references; origin and party have equal lengths.
Layout sample_layout();

/// Fraction-free for the Whole variable; NaN in one place of the real one.
double sample_value(int draw, int replicate, int world, std::size_t variable, std::size_t position);

std::vector<double> sample_values(const Layout& layout, int draw, int replicate, int world,
                                  std::size_t variable);

DigestWords sample_digest(int draw, int replicate, int world);

/// A graph of `nodes` nodes in a ring.
GraphSnapshot sample_graph(int nodes);

/// Puts all values, digests and two graphs.
void fill(ResultWriter& writer, const Layout& layout);

/// Writes the whole sample to `path`.
void write_sample(const std::filesystem::path& path);

/// A fresh folder, removed at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

  /// Names of all entries, hidden ones included.
  std::vector<std::string> entries() const;

 private:
  std::filesystem::path path_;
};

/// The message of the exception of that type that `action` throws; empty if it throws none.
template <typename Fault>
std::string fault_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Fault& fault) {
    return fault.what();
  }
  return "";
}

}  // namespace skillscale::output
