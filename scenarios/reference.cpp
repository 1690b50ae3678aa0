// Worlds to compare with: the same assumptions under another policy.
#include <algorithm>
#include <array>

#include "scenarios/extend.h"
#include "scenarios/nearest.h"
#include "scenarios/scenario.h"

namespace skillscale::scenarios {
namespace {

constexpr std::array<std::string_view, 5> policy_sections{"levers", "partnerships", "centres",
                                                          "platform", "switches"};
constexpr std::array<std::string_view, 3> title_keys{"schema", "name", "description"};

template <std::size_t count>
bool contains(const std::array<std::string_view, count>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// `root` with its policy sections taken from `policy`.
Node with_policy_of(Node root, const Node& policy) {
  std::erase_if(root.children,
                [](const Node& child) { return contains(policy_sections, child.key); });
  for (const auto& child : policy.children) {
    if (contains(policy_sections, child.key)) root.children.push_back(child);
  }
  return root;
}

Node without_levers(Node root) {
  std::erase_if(root.children, [](const Node& child) { return child.key == "levers"; });
  return root;
}

Node corridor_of(const Document& document) {
  for (const auto& layer : document.layers) {
    if (layer.states_corridor) return with_policy_of(document.root, layer.effective);
  }
  return without_levers(document.root);
}

/// The policy part of a package; its other keys are titles or faults.
Node policy_of(const Node& package, Faults& faults) {
  Node policy = package;
  policy.children.clear();
  for (const auto& child : package.children) {
    if (contains(policy_sections, child.key)) {
      policy.children.push_back(child);
    } else if (!contains(title_keys, child.key)) {
      faults.add({child.key_place, child.key, "stands in a package, which may only change policy",
                  name_list(policy_sections), "move it to the corridor file"});
    }
  }
  return policy;
}

}  // namespace

std::span<const std::string_view> policy_section_names() { return policy_sections; }

std::filesystem::path package_file(const LoadOptions& options, std::string_view package) {
  return options.library / "package" / (std::string(package) + ".yaml");
}

Node reference_document(const Document& document, std::string_view package,
                        const LoadOptions& options, std::vector<SourceFile>& files,
                        Faults& faults) {
  const auto file = package_file(options, package);
  Node reference = corridor_of(document);
  auto source = read_source(file, faults);
  if (!source) return reference;
  const bool is_new = std::none_of(files.begin(), files.end(), [&](const SourceFile& known) {
    return known.name == source->name;
  });
  const auto tree = parse_document(source->text, source->name, faults);
  if (is_new) files.push_back(std::move(*source));
  if (!tree) return reference;
  reference = merge(std::move(reference), policy_of(*tree, faults));
  if (const Node* title = tree->find("name")) {
    if (Node* name = reference.find("name")) *name = *title;
  }
  return reference;
}

}  // namespace skillscale::scenarios
