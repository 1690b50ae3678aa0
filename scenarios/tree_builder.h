// Builds a tree of nodes from a stream of "value begins, value ends" events, refusing what the
// language does not have. Knows no YAML library; `yaml_reader.cpp` feeds it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "scenarios/document.h"

namespace skillscale::scenarios {

/// Thrown by the builder to end a reading that has become hopeless; the fault is already added.
struct GiveUp {};

class TreeBuilder {
 public:
  TreeBuilder(Place file, Faults& faults) : file_(std::move(file)), faults_(faults) {}

  void scalar(const Place& place, std::string text, bool is_quoted);
  void null(const Place& place, bool is_explicit);
  /// A value whose fault is already added.
  void unusable(const Place& place);
  void begin(const Place& place, NodeKind kind);
  void end();

  /// The dotted path of the value that comes next.
  std::string path() const;
  void fault(const Place& place, std::string problem, std::string allowed, std::string next);

  Node take_root() { return std::move(root_); }

 private:
  struct Open {
    Node node;
    bool expects_key = false;
    bool has_joined = false;   // the last child is a number with commas, not yet refused
    bool is_repeated = false;  // the key stands a second time; its value is dropped
    std::string key;           // key of the value that comes next
    Place key_place;
    std::unordered_set<std::string> seen;
  };

  bool is_key_due() const { return !open_.empty() && open_.back().expects_key; }
  void key(const Place& place, std::string text);
  void count(const Place& place);
  void attach(Node node);
  bool may_end_a_number() const;
  void join_number();
  void refuse_joined();
  void refuse_repetition(const Place& place);

  Place file_;
  Faults& faults_;
  std::vector<Open> open_;
  Node root_;
  std::size_t nodes_ = 0;
  int skipped_ = 0;  // depth inside a key that is itself a map or list
};

}  // namespace skillscale::scenarios
