#include "scenarios/extend.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "scenarios/library_files.h"

namespace skillscale::scenarios {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_chain = 32;
constexpr std::size_t most_files = 256;

/// `over` without the nulls, which have nothing to remove here.
Node without_nulls(Node node) {
  if (!node.is_map()) return node;
  std::erase_if(node.children, [](const Node& child) { return child.kind == NodeKind::Null; });
  for (auto& child : node.children) child = without_nulls(std::move(child));
  return node;
}

struct Link {
  fs::path file;
  fs::path identity;  // canonical, to recognise a file reached by two names
  Place from;         // where the extending file names it
};

/// The walk from a file to its last ancestors.
class Chain {
 public:
  Chain(const fs::path& library, std::vector<SourceFile>& files, Faults& faults)
      : library_(library), files_(files), faults_(faults) {}

  /// Trees as written, each behind all that it extends; empty after a fault.
  std::vector<Node> read(const fs::path& file) {
    if (!visit({file, identity(file), {}})) return {};
    return std::move(trees_);
  }

  std::string name(std::size_t at) const { return names_[at]; }

 private:
  static fs::path identity(const fs::path& file) {
    std::error_code error;
    const auto path = fs::weakly_canonical(file, error);
    return error ? file : path;
  }

  /// False after a fault. A file that two others extend counts once, where it is first needed.
  bool visit(const Link& link) {
    if (is_refused(link)) return false;
    if (std::find(done_.begin(), done_.end(), link.identity) != done_.end()) return true;
    auto tree = read_tree(link.file);
    if (!tree) return false;
    open_.push_back(link);
    const auto next = extended(*tree);
    if (!next) return false;
    for (const auto& parent : *next) {
      if (!visit(parent)) return false;
    }
    open_.pop_back();
    done_.push_back(link.identity);
    trees_.push_back(std::move(*tree));
    names_.push_back(link.file.generic_string());
    return true;
  }

  std::optional<Node> read_tree(const fs::path& file) {
    auto source = read_source(file, faults_);
    if (!source) return std::nullopt;
    files_.push_back(*source);
    auto tree = parse_document(source->text, source->name, faults_);
    if (tree) check_schema(*tree, source->name);
    return tree;
  }

  void check_schema(const Node& tree, const std::string& name) {
    const Node* version = tree.find("schema");
    if (version != nullptr && version->is_scalar() && version->text == "1") return;
    Place place = version != nullptr ? version->place : whole_file(name);
    if (version == nullptr) place.line = place.column = 1;
    faults_.add({place, "schema",
                 version == nullptr     ? "is missing"
                 : version->is_scalar() ? "is " + version->text
                                        : "is not a number",
                 "1", "write \"schema: 1\"; it says which version of the language the file uses"});
  }

  /// The files that a tree extends, in its order; nothing after a fault.
  std::optional<std::vector<Link>> extended(const Node& tree) {
    const Node* extends = tree.find("extends");
    std::vector<Link> links;
    if (extends == nullptr || extends->kind == NodeKind::Null) return links;
    const std::vector<Node> one{*extends};
    for (const auto& item : extends->is_sequence() ? extends->children : one) {
      auto link = link_to(item);
      if (!link) return std::nullopt;
      links.push_back(std::move(*link));
    }
    return links;
  }

  std::optional<Link> link_to(const Node& item) {
    if (!item.is_scalar() || item.text.empty()) {
      faults_.add({item.place, "extends", "is not the name of a file",
                   "a file name, or a list of them in brackets",
                   "write it as in extends: [one.yaml, other.yaml]; later files win"});
      return std::nullopt;
    }
    const fs::path beside = (open_.back().file.parent_path() / item.text).lexically_normal();
    const fs::path shared = (library_ / item.text).lexically_normal();
    std::error_code error;
    if (fs::exists(beside, error)) return Link{beside, identity(beside), item.place};
    if (!library_.empty() && fs::exists(shared, error)) {
      return Link{shared, identity(shared), item.place};
    }
    faults_.add({item.place, "extends", "names " + item.text + ", which does not exist",
                 "a file beside this one or in the library",
                 hint(item.text) + "looked for " + looked_for(beside)});
    return std::nullopt;
  }

  std::string hint(const std::string& text) const {
    const auto near = nearest_file(text, library_files(library_));
    return near.empty() ? "" : "did you mean " + near + "? It was ";
  }

  std::string looked_for(const fs::path& beside) const {
    const std::string first = beside.generic_string();
    return library_.empty() ? first : first + " and in " + library_.generic_string();
  }

  /// Whether the file closes a circle, or is one too many.
  bool is_refused(const Link& link) {
    const bool is_cycle = std::any_of(open_.begin(), open_.end(), [&](const Link& earlier) {
      return earlier.identity == link.identity;
    });
    if (!is_cycle && open_.size() < longest_chain && files_.size() < most_files) return false;
    std::string names;
    for (const auto& earlier : open_) names += earlier.file.generic_string() + " -> ";
    faults_.add({link.from, "extends",
                 (is_cycle ? "goes in a circle: " : "makes too long a chain: ") + names +
                     link.file.generic_string(),
                 "a chain of up to 32 files, 256 in all, that ends",
                 "remove one extends of the chain"});
    return true;
  }

  const fs::path& library_;
  std::vector<SourceFile>& files_;
  Faults& faults_;
  std::vector<Link> open_;      // from the first file to the one being read
  std::vector<fs::path> done_;  // identities of what is read with all that it extends
  std::vector<Node> trees_;
  std::vector<std::string> names_;
};

void remove_key(Node& map, std::string_view key) {
  std::erase_if(map.children, [&](const Node& child) { return child.key == key; });
}

}  // namespace

Node merge(Node base, const Node& over) {
  if (!base.is_map() || !over.is_map()) return without_nulls(over);
  std::unordered_map<std::string, std::size_t> at;
  for (const auto& child : base.children) at.emplace(child.key, at.size());
  std::vector<Node> added;
  for (const auto& child : over.children) {
    const auto found = at.find(child.key);
    if (found != at.end()) {
      Node& target = base.children[found->second];
      target = child.kind == NodeKind::Null ? child : merge(std::move(target), child);
    } else if (child.kind != NodeKind::Null) {
      added.push_back(without_nulls(child));
    }
  }
  for (auto& child : added) base.children.push_back(std::move(child));
  std::erase_if(base.children, [](const Node& child) { return child.kind == NodeKind::Null; });
  base.place = over.place;
  base.key_place = over.key_place;
  return base;
}

std::optional<Document> read_chain(const fs::path& file, const fs::path& library,
                                   std::vector<SourceFile>& files, Faults& faults) {
  Chain chain(library, files, faults);
  std::vector<Node> trees = chain.read(file.lexically_normal());
  if (trees.empty()) return std::nullopt;
  Document document;
  Node effective;
  effective.kind = NodeKind::Map;
  for (std::size_t at = 0; at < trees.size(); ++at) {
    const bool states_corridor = trees[at].find("corridor") != nullptr;
    remove_key(trees[at], "extends");
    effective = merge(std::move(effective), trees[at]);
    document.layers.push_back({chain.name(at), states_corridor, effective});
  }
  std::reverse(document.layers.begin(), document.layers.end());
  document.root = std::move(effective);
  return document;
}

}  // namespace skillscale::scenarios
