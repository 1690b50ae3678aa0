// `extends`: a scenario that states only what differs from another one.
//
// Maps merge key by key, lists and scalars replace, null removes. Every value keeps the place it
// was written at. Of several extended files the later ones win; a file that two of them extend
// comes once, before both.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/document.h"

namespace skillscale::scenarios {

/// One file of the `extends` chain, with all that comes before it already merged in.
struct Layer {
  std::string file;
  bool states_corridor = false;  ///< this very file has the key `corridor`
  Node effective;
};

/// A document after `extends`: nearest layer first; `root` starts as the nearest layer's effective
/// tree.
struct Document {
  Node root;
  std::vector<Layer> layers;
};

/// `base` overlaid with `over`. Costs time linear in both.
Node merge(Node base, const Node& over);

/// Reads a file and everything it extends. Names in `extends` are looked up beside the file, then
/// in `library`. The files read are appended to `files`. Nothing if a file of the chain cannot be
/// read; a cycle is a fault that names it.
std::optional<Document> read_chain(const std::filesystem::path& file,
                                   const std::filesystem::path& library,
                                   std::vector<SourceFile>& files, Faults& faults);

}  // namespace skillscale::scenarios
