// Writes and reads the result file of a scenario: netCDF-4 on HDF5, all draws, replicates and
// worlds inside.
//
// An indicator x is stored as x(draw, replicate, month, ...), x_quantile(quantile, month, ...), and
// where the run has references and a difference means something also x_difference(reference, draw,
// replicate, month, ...), x_difference_quantile(reference, quantile, month, ...) and
// x_reference_quantile(reference, quantile, month, ...). Headlines are the same without month. A
// difference is the scenario minus the reference, paired on draw and replicate. Quantiles are taken
// over all draws and replicates, by linear interpolation (type 7), leaving NaN out.
//
// Memory: the values of one put, plus a window of bounded size while finish() takes quantiles. The
// values wait in an unnamed scratch file beside the target, which needs as much disk as the numbers
// of all worlds uncompressed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/digest_total.h"
#include "output/graph_snapshot.h"
#include "output/layout.h"

namespace skillscale::output {

/// Writes one result file. It appears under its name only when finish() returns; until then, and
/// after any failure, nothing but a temporary name starting with a dot stands in the folder, and
/// the destructor removes that.
///
/// All members may be called from several threads, except the constructor, finish() and the
/// destructor.
class ResultWriter {
 public:
  /// Starts the file under its temporary name and clears temporaries that killed runs left for this
  /// target.
  ///
  /// @param path   where the file shall appear
  /// @param force  true: replace whatever stands there
  /// @throws InputError    if a file of another scenario, a richer result or a foreign file stands
  /// there and `force` is false
  /// @throws StorageError  if the folder is missing or cannot be written
  /// @throws BugError      if the layout is faulty (check_layout)
  ResultWriter(const std::filesystem::path& path, Layout layout, bool force = false);
  ~ResultWriter();
  ResultWriter(const ResultWriter&) = delete;
  ResultWriter& operator=(const ResultWriter&) = delete;

  /// Takes all values of one variable in one world; each combination exactly once, in any order.
  ///
  /// @param variable  position in Layout::variables
  /// @param values    month-major: value_count() numbers [month][axis...]; a headline has no month
  /// @throws StorageError  if the disk is full or fails
  /// @throws BugError      if indices or length do not fit, or a Whole variable gets a fraction or
  /// NaN
  void put(int draw, int replicate, int world, std::size_t variable,
           std::span<const double> values);

  /// Takes the trajectory digest of one world; each combination exactly once.
  void put_digest(int draw, int replicate, int world, DigestWords digest);

  /// Takes a yearly snapshot of the partnership graph. Optional; at most once per moment.
  ///
  /// @throws BugError  if the arrays do not fit each other
  void put_graph(int draw, int replicate, int world, int year, const GraphSnapshot& graph);

  /// Sets a root attribute, such as wall_time_s or threads; the last call for a name wins.
  void set_attribute(const std::string& name, const std::string& value);
  void set_attribute(const std::string& name, double value);
  void set_attribute(const std::string& name, std::int64_t value);

  /// Takes the quantiles, writes the digests, and makes the file appear complete under its name.
  ///
  /// @return the trajectory digest of the file, 32 hex digits
  /// @throws StorageError  if the disk is full or fails; then no file appears and an older one
  /// stays as it was
  /// @throws BugError      if values or digests of some world are missing
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads one result file. Opening checks that it is whole and ours; numbers are read on demand.
/// One thread at a time.
class ResultReader {
 public:
  /// @throws InputError    if there is no such file or it is not a skillscale result file
  /// @throws StorageError  if the file is damaged or unreadable
  explicit ResultReader(const std::filesystem::path& path);
  ~ResultReader();
  ResultReader(ResultReader&&) noexcept;
  ResultReader& operator=(ResultReader&&) noexcept;

  const std::filesystem::path& path() const;

  /// The layout the file was written with, provenance included.
  const Layout& layout() const;

  /// Whether the file has a variable of that name (x, x_quantile, x_difference, ...).
  bool has(std::string_view name) const;

  /// Names of all numeric variables with an indicator behind them, in file order.
  std::vector<std::string> names() const;

  /// All values of a variable, last axis fastest; whole numbers come as exact doubles up to 2^53.
  ///
  /// @throws InputError    if there is no such variable (the message names the nearest ones)
  /// @throws StorageError  if its data are damaged
  std::vector<double> read(std::string_view name) const;

  /// A box of a variable: `start` and `count` have one entry per axis.
  std::vector<double> read(std::string_view name, std::span<const std::size_t> start,
                           std::span<const std::size_t> count) const;

  /// Length of every axis of a variable, and their names, in storage order.
  std::vector<std::size_t> shape(std::string_view name) const;
  std::vector<std::string> dimensions(std::string_view name) const;

  /// Labels along any dimension of the file: "2024-01" for month, names for categories, numbers for
  /// the others.
  std::vector<std::string> labels(std::string_view dimension) const;

  /// A text attribute of a variable (units, long_name, description); empty if it has none of that
  /// name.
  std::string attribute(std::string_view variable, std::string_view name) const;

  /// All root attributes as texts.
  const std::map<std::string, std::string>& attributes() const;

  /// Trajectory digest of the whole file, 32 hex digits.
  std::string digest() const;

  /// Digests of every world, in the order draw, replicate, world (world fastest).
  std::vector<DigestWords> digests() const;

  /// Moments that have a graph, sorted, and the graph of one of them.
  ///
  /// @throws InputError  if there is no graph of that moment
  std::vector<GraphMoment> graph_moments() const;
  GraphSnapshot graph(const GraphMoment& moment) const;

  std::string effective_yaml() const;
  std::string parameter_table_csv() const;
  std::string command_line() const;
  std::vector<std::pair<std::string, std::string>> sources() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace skillscale::output
