#include <cmath>
#include <mutex>
#include <optional>

#include "output/frame.h"
#include "output/graph_spool.h"
#include "output/netcdf_writer.h"
#include "output/overwrite.h"
#include "output/result_file.h"
#include "output/seal.h"
#include "output/series.h"
#include "output/summaries.h"
#include "output/temporary_file.h"
#include "output/value_store.h"
#include "sim/error.h"

namespace skillscale::output {
namespace {

const Layout& checked(const Layout& layout) {
  check_layout(layout);
  return layout;
}

std::vector<std::int64_t> whole_numbers(const std::string& name, std::span<const double> values) {
  std::vector<std::int64_t> whole(values.size());
  for (std::size_t at = 0; at < values.size(); ++at) {
    // The comparison is false for NaN and for what an int64 cannot hold.
    if (!(std::abs(values[at]) < 0x1p63) || std::trunc(values[at]) != values[at]) {
      throw sim::BugError("'" + name + "' is stored as whole numbers but got " +
                          std::to_string(values[at]));
    }
    whole[at] = static_cast<std::int64_t>(values[at]);
  }
  return whole;
}

TemporaryFile reserve(const std::filesystem::path& path, const Layout& layout, bool force) {
  const auto target = through_links(path);
  if (!force) check_overwrite(target, layout);
  return TemporaryFile(target);
}

}  // namespace

// Order of members: the file closes before its temporary name is removed.
struct ResultWriter::State {
  struct Datasets {
    Handle values;
    Handle difference;
  };

  State(const std::filesystem::path& path, Layout described, bool force)
      : layout(std::move(described)),
        temporary(reserve(path, checked(layout), force)),
        store(layout, temporary.folder(), path.string()),
        graphs(temporary.folder(), path.string()),
        file(temporary.path(), path.string()),
        is_put(layout.worlds.size() * store.member_count() * layout.variables.size(), false),
        digests(layout.worlds.size() * store.member_count()) {
    write_root_attributes(layout, file);
    write_dimensions(layout, file);
    write_provenance(layout, file);
    for (const auto& variable : layout.variables) {
      auto& created = datasets.emplace_back();
      created.values = file.add_numbers(series_spec(layout, variable, Form::Values));
      if (has_difference(layout, variable)) {
        created.difference = file.add_numbers(series_spec(layout, variable, Form::Difference));
      }
    }
  }

  std::size_t member(int draw, int replicate, int world) const {
    const bool fits = draw >= 0 && draw < layout.draws && replicate >= 0 &&
                      replicate < layout.replicates && world >= 0 &&
                      static_cast<std::size_t>(world) < layout.worlds.size();
    if (is_finished) throw sim::BugError("a finished result file takes nothing more");
    if (!fits) throw sim::BugError("no such draw, replicate or world in the result layout");
    return static_cast<std::size_t>(draw) * static_cast<std::size_t>(layout.replicates) +
           static_cast<std::size_t>(replicate);
  }

  std::vector<bool>::reference presence(std::size_t world, std::size_t at, std::size_t variable) {
    return is_put[(world * store.member_count() + at) * layout.variables.size() + variable];
  }

  // Writes one member's values or differences; `leading` are the positions on the leading
  // dimensions.
  void write_member(const Handle& dataset, const std::vector<std::size_t>& leading,
                    const Variable& variable, std::span<const double> values) {
    const auto shape = cell_shape(layout, variable);
    const auto start = joined(leading, std::vector<std::size_t>(shape.size(), 0));
    const auto count = joined(std::vector<std::size_t>(leading.size(), 1), shape);
    if (variable.storage == Storage::Whole) {
      const auto whole = whole_numbers(variable.name, values);
      file.write_box(dataset, start, count, std::span<const std::int64_t>(whole));
    } else {
      file.write_box(dataset, start, count, values);
    }
  }

  void write_difference(std::size_t world, std::size_t at, std::size_t variable) {
    const auto size = value_count(layout, layout.variables[variable]);
    std::vector<double> scenario(size), reference(size);
    store.read(0, at, variable, 0, scenario);
    store.read(world, at, variable, 0, reference);
    for (std::size_t cell = 0; cell < size; ++cell) scenario[cell] -= reference[cell];
    const auto replicates = static_cast<std::size_t>(layout.replicates);
    write_member(datasets[variable].difference, {world - 1, at / replicates, at % replicates},
                 layout.variables[variable], scenario);
  }

  void write_ready_differences(std::size_t world, std::size_t at, std::size_t variable) {
    if (!has_difference(layout, layout.variables[variable])) return;
    if (world > 0) {
      if (presence(0, at, variable)) write_difference(world, at, variable);
      return;
    }
    for (std::size_t other = 1; other < layout.worlds.size(); ++other) {
      if (presence(other, at, variable)) write_difference(other, at, variable);
    }
  }

  void check_complete() const {
    if (is_finished) throw sim::BugError("a result file is finished once");
    for (std::size_t at = 0; at < is_put.size(); ++at) {
      if (is_put[at]) continue;
      const auto& variable = layout.variables[at % layout.variables.size()];
      throw sim::BugError("values of '" + variable.name + "' are missing for some world");
    }
    for (const auto& digest : digests) {
      if (!digest) throw sim::BugError("a trajectory digest is missing for some world");
    }
  }

  // The file keeps draw, replicate, world; so does the total.
  std::string write_digests() {
    std::vector<DigestWords> ordered;
    std::vector<std::string> texts;
    for (const auto& digest : digests) {
      ordered.push_back(*digest);
      texts.push_back(digest_hex(*digest));
    }
    file.add_texts("digest", {"draw", "replicate", "world"}, texts,
                   {{"units", "1"},
                    {"long_name", "trajectory digest"},
                    {"description", "128-bit hash of all tallies and the ledger of a world"}});
    auto total = digest_hex(total_digest(ordered));
    file.set_attribute("trajectory_digest", total);
    return total;
  }

  Layout layout;
  TemporaryFile temporary;
  ValueStore store;
  GraphSpool graphs;
  NetcdfWriter file;
  std::vector<Datasets> datasets;
  std::vector<bool> is_put;                         // [world][member][variable]
  std::vector<std::optional<DigestWords>> digests;  // [member][world]
  bool is_finished = false;
  std::mutex mutex;  // guards the file, is_put, digests and graphs
};

ResultWriter::ResultWriter(const std::filesystem::path& path, Layout layout, bool force)
    : state_(std::make_unique<State>(path, std::move(layout), force)) {}

ResultWriter::~ResultWriter() { prepare_hdf5(); }

void ResultWriter::put(int draw, int replicate, int world, std::size_t variable,
                       std::span<const double> values) {
  const std::size_t at = state_->member(draw, replicate, world);
  if (variable >= state_->layout.variables.size()) throw sim::BugError("no such variable");
  const Variable& described = state_->layout.variables[variable];
  if (values.size() != value_count(state_->layout, described)) {
    throw sim::BugError("'" + described.name + "' got " + std::to_string(values.size()) +
                        " values instead of " +
                        std::to_string(value_count(state_->layout, described)));
  }
  if (described.storage == Storage::Whole) whole_numbers(described.name, values);
  const auto place = static_cast<std::size_t>(world);
  const std::scoped_lock lock(state_->mutex);
  if (state_->presence(place, at, variable)) {
    throw sim::BugError("'" + described.name + "' was put twice for one world");
  }
  state_->store.write(place, at, variable, values);
  if (world == 0) {
    const std::vector<std::size_t> leading{static_cast<std::size_t>(draw),
                                           static_cast<std::size_t>(replicate)};
    state_->write_member(state_->datasets[variable].values, leading, described, values);
  }
  state_->presence(place, at, variable) = true;
  state_->write_ready_differences(place, at, variable);
}

void ResultWriter::put_digest(int draw, int replicate, int world, DigestWords digest) {
  const std::size_t at = state_->member(draw, replicate, world);
  const std::scoped_lock lock(state_->mutex);
  auto& slot = state_->digests[at * state_->layout.worlds.size() + static_cast<std::size_t>(world)];
  if (slot) throw sim::BugError("two trajectory digests for one world");
  slot = digest;
}

void ResultWriter::put_graph(int draw, int replicate, int world, int year,
                             const GraphSnapshot& graph) {
  state_->member(draw, replicate, world);
  const std::scoped_lock lock(state_->mutex);
  state_->graphs.put({draw, replicate, world, year}, graph);
}

void ResultWriter::set_attribute(const std::string& name, const std::string& value) {
  const std::scoped_lock lock(state_->mutex);
  state_->file.set_attribute(name, value);
}

void ResultWriter::set_attribute(const std::string& name, double value) {
  const std::scoped_lock lock(state_->mutex);
  state_->file.set_attribute(name, value);
}

void ResultWriter::set_attribute(const std::string& name, std::int64_t value) {
  const std::scoped_lock lock(state_->mutex);
  state_->file.set_attribute(name, value);
}

std::string ResultWriter::finish() {
  state_->check_complete();
  state_->is_finished = true;
  write_summaries(state_->layout, state_->store, state_->file);
  auto digest = state_->write_digests();
  state_->graphs.write(state_->file);
  state_->datasets.clear();
  state_->file.close();
  append_seal(state_->temporary.path(), state_->temporary.target());
  state_->temporary.commit();
  return digest;
}

}  // namespace skillscale::output
