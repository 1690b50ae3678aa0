#include "scenarios/yaml_reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "scenarios/tree_builder.h"
#include "scenarios/utf8.h"

namespace skillscale::scenarios {
namespace {

/// Turns yaml-cpp's marks (bytes, from 0) into places (characters, from 1).
class Positions {
 public:
  Positions(std::string_view text, const Place& file) : text_(text), file_(file) {
    lines_.push_back(0);
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '\n') lines_.push_back(at + 1);
    }
  }

  Place place(const YAML::Mark& mark) {
    Place place = file_;
    place.line = std::max(mark.line, 0) + 1;
    place.column = characters(std::max(mark.line, 0), std::max(mark.column, 0)) + 1;
    return place;
  }

  /// The text at a mark, up to the end of its line.
  std::string_view at(const YAML::Mark& mark) const {
    const auto line = rest_of_line(mark.line);
    const auto column = static_cast<std::size_t>(std::max(mark.column, 0));
    return column < line.size() ? line.substr(column) : std::string_view();
  }

 private:
  std::string_view rest_of_line(int line) const {
    const auto index = static_cast<std::size_t>(std::max(line, 0));
    if (index >= lines_.size()) return {};
    const auto from = lines_[index];
    const auto to = index + 1 < lines_.size() ? lines_[index + 1] : text_.size();
    return text_.substr(from, to - from);
  }

  /// Characters in the first `bytes` bytes of a line. Marks mostly advance, so counting goes on
  /// where the last one stood and a long line costs its length once.
  int characters(int line, int bytes) {
    if (line != counted_line_ || bytes < counted_bytes_) {
      counted_line_ = line;
      counted_bytes_ = counted_ = 0;
    }
    const auto rest = rest_of_line(line);
    const auto from = std::min(static_cast<std::size_t>(counted_bytes_), rest.size());
    counted_ +=
        character_count(rest.substr(from), static_cast<std::size_t>(bytes - counted_bytes_));
    counted_bytes_ = bytes;
    return counted_;
  }

  std::string_view text_;
  Place file_;
  int counted_line_ = -1;
  int counted_bytes_ = 0;
  int counted_ = 0;
  std::vector<std::size_t> lines_;
};

bool starts_with_null_word(std::string_view text) {
  for (std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

/// Passes yaml-cpp's events on, after refusing anchors, aliases and tags.
class Listener : public YAML::EventHandler {
 public:
  Listener(Positions& positions, TreeBuilder& tree) : positions_(positions), tree_(tree) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ < 2) return;
    tree_.fault(positions_.place(mark), "a second document begins", "one document in a file",
                "move it to a file of its own and remove \"---\"");
    throw GiveUp{};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    tree_.null(positions_.place(mark), starts_with_null_word(positions_.at(mark)));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    tree_.fault(positions_.place(mark), "is an alias (*)", "plain values",
                "repeat the value; to share values between files use extends");
    tree_.unusable(positions_.place(mark));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    tree_.scalar(positions_.place(mark), value, tag == "!");
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    tree_.begin(positions_.place(mark), NodeKind::Sequence);
  }
  void OnSequenceEnd() override { tree_.end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    tree_.begin(positions_.place(mark), NodeKind::Map);
  }
  void OnMapEnd() override { tree_.end(); }

 private:
  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == 0) return;
    tree_.fault(positions_.place(mark), "has an anchor (&)", "plain values",
                "remove it; to share values between files use extends");
  }
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    tree_.fault(positions_.place(mark), "has a tag (!)", "plain values",
                "remove the tag; for text that begins with ! use quotes");
  }

  Positions& positions_;
  TreeBuilder& tree_;
  int documents_ = 0;
};

}  // namespace

std::optional<Node> read_yaml(std::string_view text, const Place& file, Faults& faults) {
  Positions positions(text, file);
  TreeBuilder tree(file, faults);
  Listener listener(positions, tree);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(listener)) {
    }
  } catch (const GiveUp&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    tree.fault(positions.place(error.mark), "the YAML cannot be read here: " + error.msg,
               "well-formed YAML", "check indentation, brackets and quotes around this place");
    return std::nullopt;
  }
  return tree.take_root();
}

}  // namespace skillscale::scenarios
