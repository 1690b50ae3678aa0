// What is wrong or doubtful in a scenario, and where: one Fault per finding, collected and shown
// together.
//
// Nothing in scenarios/ stops at the first finding; every reader takes a `Faults&` and goes on with
// what is usable.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace skillscale::scenarios {

/// Position in a text the user wrote. Lines and columns count from 1 and columns count characters;
/// 0 means "the whole file" (or no line at all, as for the command line).
struct Place {
  std::shared_ptr<const std::string>
      name;  ///< file as the user named it; shared by all nodes of a file
  int line = 0;
  int column = 0;

  std::string_view file() const { return name ? std::string_view(*name) : std::string_view(); }
};

/// Place that stands for a whole file, or for "command line".
Place whole_file(std::string_view name);

/// "file:line:column", or "file" alone for a place without a line.
std::string to_text(const Place& place);

/// "did you mean NEAR?" for a key at `path`; on the command line with the whole path, as it has to
/// be written there.
std::string key_hint(const Place& place, std::string_view path, const std::string& near);

/// An error keeps the scenario from running; a warning says that it runs but may not mean what its
/// author thinks.
enum class Severity : unsigned char { Error, Warning };

/// One finding. Reads as "PLACE: PATH PROBLEM", then what is allowed, then what to do.
struct Fault {
  Place place;
  std::string path;     ///< dotted path in the scenario; empty for a fault of the whole file
  std::string problem;  ///< continues the path: "is -420", "is not a known key"
  std::string allowed;  ///< what would be right; may be empty
  std::string next;     ///< what the user can do; may be empty
  Severity severity = Severity::Error;
};

/// All findings of one reading.
class Faults {
 public:
  /// Keeps the first `kept` findings and counts the rest, so that a hostile file cannot fill
  /// memory.
  static constexpr std::size_t kept = 1000;

  void add(Fault fault);
  void add(const Faults& others);

  /// The same without findings that are already kept: files that extend one other file would each
  /// repeat what is said about it.
  void add_new(const Faults& others);

  bool empty() const { return count_ == 0; }
  std::size_t size() const { return count_; }
  std::span<const Fault> all() const { return faults_; }

  /// Sorts by line and column within each file; files keep the order in which they were first met.
  void sort();

  /// One block per fault: "file:line:column: path problem", "  allowed: ...", "  next: ...". A
  /// warning has the word "warning:" behind its place.
  std::string text() const;

 private:
  std::vector<Fault> faults_;
  std::size_t count_ = 0;
};

/// What was found in some files: faults, which keep them from running, and warnings.
struct Report {
  Faults faults;
  Faults warnings;

  /// Faults, then warnings, as Faults::text gives them.
  std::string text() const { return faults.text() + warnings.text(); }

  /// {"faults": [{"severity", "file", "line", "column", "path", "problem", "allowed", "next"}],
  ///  "count": n, "warnings": [the same], "warning_count": n}
  std::string json() const;
};

}  // namespace skillscale::scenarios
