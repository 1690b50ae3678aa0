#include "scenarios/extend.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "scenarios/library_files.h"

namespace skillscale::scenarios {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_chain = 32;

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

/// The walk from a file to its last ancestor.
class Chain {
 public:
  Chain(const fs::path& library, std::vector<SourceFile>& files, Faults& faults)
      : library_(library), files_(files), faults_(faults) {}

  /// Trees of the chain as written, nearest first; empty after a fault.
  std::vector<Node> read(const fs::path& file) {
    std::vector<Node> trees;
    std::optional<Link> link = Link{file, identity(file), {}};
    while (link) {
      if (is_known(*link)) return {};
      links_.push_back(*link);
      auto tree = read_tree(link->file);
      if (!tree) return {};
      trees.push_back(std::move(*tree));
      const std::size_t before = faults_.size();
      link = next(trees.back());
      if (!link && faults_.size() > before) return {};
    }
    return trees;
  }

  std::string name(std::size_t at) const { return links_[at].file.generic_string(); }

 private:
  static fs::path identity(const fs::path& file) {
    std::error_code error;
    const auto path = fs::weakly_canonical(file, error);
    return error ? file : path;
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

  std::optional<Link> next(const Node& tree) {
    const Node* extends = tree.find("extends");
    if (extends == nullptr || extends->kind == NodeKind::Null) return std::nullopt;
    if (!extends->is_scalar() || extends->text.empty()) {
      faults_.add({extends->place, "extends", "is not the name of a file", "one file name",
                   "to extend several files let one of them extend the other"});
      return std::nullopt;
    }
    const fs::path beside = (links_.back().file.parent_path() / extends->text).lexically_normal();
    const fs::path shared = (library_ / extends->text).lexically_normal();
    std::error_code error;
    if (fs::exists(beside, error)) return Link{beside, identity(beside), extends->place};
    if (!library_.empty() && fs::exists(shared, error)) {
      return Link{shared, identity(shared), extends->place};
    }
    faults_.add({extends->place, "extends", "names " + extends->text + ", which does not exist",
                 "a file beside this one or in the library",
                 hint(extends->text) + "looked for " + looked_for(beside)});
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

  bool is_known(const Link& link) {
    const bool is_cycle = std::any_of(links_.begin(), links_.end(), [&](const Link& earlier) {
      return earlier.identity == link.identity;
    });
    if (!is_cycle && links_.size() < longest_chain) return false;
    std::string names;
    for (const auto& earlier : links_) names += earlier.file.generic_string() + " -> ";
    faults_.add({link.from, "extends",
                 (is_cycle ? "goes in a circle: " : "makes too long a chain: ") + names +
                     link.file.generic_string(),
                 "a chain of up to 32 files that ends", "remove one extends of the chain"});
    return true;
  }

  const fs::path& library_;
  std::vector<SourceFile>& files_;
  Faults& faults_;
  std::vector<Link> links_;
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
  for (std::size_t at = trees.size(); at-- > 0;) {
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
