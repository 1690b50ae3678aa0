#include "experiments/sweep/due_list.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <random>
#include <sstream>
#include <tuple>

#include "output/temporary_file.h"
#include "sim/error.h"

namespace skillscale::experiments::sweep {
namespace {

namespace fs = std::filesystem;

constexpr const char* head_of_points = "point";
constexpr const char* head_of_runs = "point,replicate";

/// In an order that only their number decides.
void shuffle(std::vector<std::string>& lines) {
  std::mt19937_64 random(lines.size());
  for (std::size_t left = lines.size(); left > 1; --left)
    std::swap(lines[left - 1], lines[random() % left]);
}

std::string text_of(const Store& store, const std::vector<WorkUnit>& units) {
  const bool is_by_point = store.experiment().until.has_value();
  std::vector<std::string> lines;
  std::optional<std::size_t> last;
  for (const auto& unit : units) {
    if (is_by_point && last == unit.point) continue;
    last = unit.point;
    auto& line = lines.emplace_back(std::to_string(unit.point));
    if (!is_by_point) line += "," + std::to_string(unit.replicates.front());
  }
  shuffle(lines);
  std::string text = std::string(is_by_point ? head_of_points : head_of_runs) + "\n";
  for (const auto& line : lines) text += line + "\n";
  return text;
}

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

[[noreturn]] void fail(const fs::path& file, const std::string& what) {
  throw sim::StorageError(file.string() + ": " + what +
                          "\n  next: `skillscale resume` lists what is missing anew");
}

template <class Number>
bool take_number(std::string_view& text, Number& into) {
  const auto end = std::from_chars(text.data(), text.data() + text.size(), into);
  text.remove_prefix(static_cast<std::size_t>(end.ptr - text.data()));
  return end.ec == std::errc() && into >= Number{};
}

}  // namespace

fs::path DueList::write(const Store& store, const std::vector<WorkUnit>& units) {
  const auto folder = store.folder() / "due";
  std::error_code error;
  fs::create_directories(folder, error);
  const auto file_of = [&](int number) { return folder / (std::to_string(number) + ".csv"); };
  int number = 1;
  while (fs::exists(file_of(number), error)) ++number;
  const auto text = text_of(store, units);
  if (number > 1 && read_text(file_of(number - 1)) == text) return file_of(number - 1);
  auto file = file_of(number);
  output::TemporaryFile temporary(file);
  {
    std::ofstream out(temporary.path(), std::ios::binary);
    out << text;
    out.close();
    if (!out)
      throw sim::StorageError(file.string() + ": cannot be written\n  next: free space there");
  }
  temporary.commit();
  return file;
}

DueList::DueList(const fs::path& file) {
  std::istringstream in(read_text(file));
  std::string line;
  if (!std::getline(in, line) || (line != head_of_points && line != head_of_runs))
    fail(file, "is no list of runs that are due, or cannot be read");
  is_by_point_ = line == head_of_points;
  while (std::getline(in, line)) {
    Entry entry;
    entry.line = entries_.size();
    std::string_view rest = line;
    bool is_sound = take_number(rest, entry.point);
    if (is_sound && !is_by_point_) {
      is_sound = rest.starts_with(',');
      if (is_sound) rest.remove_prefix(1);
      is_sound = is_sound && take_number(rest, entry.replicate);
    }
    if (!is_sound || !rest.empty())
      fail(file, "line " + std::to_string(entries_.size() + 2) + " is no run: " + line);
    entries_.push_back(entry);
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& one, const Entry& other) {
    return std::tie(one.point, one.replicate) < std::tie(other.point, other.replicate);
  });
}

std::optional<std::size_t> DueList::line_of(const WorkUnit& unit) const {
  const std::pair key(unit.point, is_by_point_ ? 0 : unit.replicates.front());
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), key,
                                   [](const Entry& entry, const auto& wanted) {
                                     return std::pair(entry.point, entry.replicate) < wanted;
                                   });
  if (at == entries_.end() || std::pair(at->point, at->replicate) != key) return std::nullopt;
  return at->line;
}

}  // namespace skillscale::experiments::sweep
