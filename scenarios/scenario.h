// A scenario as the rest of the program sees it: read, extended, checked, bound. The way in to this
// folder.
//
// Errors of the user are collected in `Faults`; nothing here throws for a bad file.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/bind.h"
#include "scenarios/document.h"
#include "scenarios/extend.h"
#include "scenarios/fault.h"
#include "scenarios/language.h"
#include "scenarios/run_settings.h"

namespace skillscale::scenarios {

/// `--set path=value`
struct Override {
  std::string path;
  std::string value;
};

/// Splits "path=value"; a fault if there is no "=" or no path.
std::optional<Override> parse_override(std::string_view text, Faults& faults);

struct LoadOptions {
  std::filesystem::path
      library;  ///< folder with base/ and package/; second place to look for `extends`
  std::vector<Override> overrides;
  /// Package of the library whose policy the scenario takes, as its references do; empty for none.
  std::string package = {};
};

/// Weighted values of parameters that were learnt together, such as a posterior. A draw set takes
/// one particle.
struct ParameterSample {
  std::vector<std::string> paths;
  std::vector<std::vector<double>> values;  ///< [particle][path], canonical units
  std::vector<double> weights;              ///< sum to 1
  std::string digest;
};

/// A world to compare with: the scenario with the policy of a package.
struct Reference {
  std::string package;  ///< "pilots_as_today"
  std::string file;     ///< the package's file, as places name it
  std::string name;     ///< the package's own title
  Node effective;
  Bound bound;
};

struct Scenario {
  RunSettings run;
  Bound bound;
  Document document;
  std::vector<Reference> references;  ///< in the order of `ensemble.references`
  std::vector<SourceFile> files;      ///< every file read, in the order of reading
  std::string effective_yaml;         ///< the effective document without places
  std::string digest;  ///< 32 hex digits of `effective_yaml`: equal documents have equal identity
  std::shared_ptr<const ParameterSample> posterior;  ///< where draws take these values; may be null
  Faults warnings;  ///< what may not mean what its author thinks; nothing that stops a run
};

struct Loaded {
  std::optional<Scenario> scenario;  ///< set exactly if there are no faults
  Faults faults;
};

/// Reads, extends, overrides, binds and checks one scenario and its references.
Loaded load(const std::filesystem::path& file, const LoadOptions& options,
            const Language& language);

/// All faults of all files in one go, and the warnings of those without faults.
Report check(std::span<const std::filesystem::path> files, const LoadOptions& options,
             const Language& language);

/// "package/NAME.yaml" of the library.
std::filesystem::path package_file(const LoadOptions& options, std::string_view package);

/// Sections that a package may change; all others are assumptions, the same in every world.
std::span<const std::string_view> policy_section_names();

/// The scenario's effective tree with the policy sections (`levers`, `partnerships`, `centres`,
/// `platform`, `switches`) of its corridor, overlaid with `package/NAME.yaml` of the library. The
/// corridor is the nearest file of the chain, the scenario included, that has the key `corridor`;
/// without one it is the scenario itself without levers. The package file is appended to `files`.
Node reference_document(const Document& document, std::string_view package,
                        const LoadOptions& options, std::vector<SourceFile>& files, Faults& faults);

/// The effective document as YAML; with `origins` each value is followed by "# file:line".
std::string show(const Scenario& scenario, bool origins);

/// JSON Schema (draft 2020-12) of the language.
std::string schema(const Language& language);

/// Text of a commented corridor with all its parts that extends `from`, a file with the German
/// side.
std::string new_corridor(std::string_view from = "base/germany.yaml");

/// Text of a commented scenario that extends `from` (a file name as `extends` takes it) and offers,
/// as comments, changes to a corridor that `from` has.
std::string new_scenario(std::string_view from, std::string_view origin,
                         std::string_view occupation);

/// `text` with every `mark` replaced by `word`.
std::string filled_in(std::string text, std::string_view mark, std::string_view word);

}  // namespace skillscale::scenarios
