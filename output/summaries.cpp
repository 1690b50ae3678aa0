#include "output/summaries.h"

#include <algorithm>

#include "output/quantile.h"
#include "output/series.h"

namespace skillscale::output {
namespace {

constexpr std::size_t window_values = std::size_t{1} << 20;  // 8 MB for a world, two worlds at once

std::size_t member_count(const Layout& layout) {
  return static_cast<std::size_t>(layout.draws) * static_cast<std::size_t>(layout.replicates);
}

// The scenario, and its references where a difference means something.
std::size_t compared_worlds(const Layout& layout, const Variable& variable) {
  return has_difference(layout, variable) ? layout.worlds.size() : 1;
}

// Whole years, so that each chunk of the file is written once.
std::size_t slab_months(std::size_t members, std::size_t cells) {
  const std::size_t per_month = std::max<std::size_t>(1, members * cells);
  return std::max<std::size_t>(1, window_values / per_month / 12) * 12;
}

// Positions of a slab that are summarised at once.
std::size_t positions_at_once(std::size_t members) {
  return std::max<std::size_t>(1, window_values / members);
}

// The values of all members in one world for a stretch of a variable, [member][position].
struct Window {
  std::vector<double> values;
  std::size_t length = 0;

  void load(const ValueStore& store, std::size_t world, std::size_t variable, std::size_t first,
            std::size_t count) {
    length = count;
    values.resize(store.member_count() * count);
    for (std::size_t member = 0; member < store.member_count(); ++member) {
      store.read(world, member, variable, first, std::span(values).subspan(member * count, count));
    }
  }
};

// Summarises one variable. Quantiles of a slab of months are collected as [quantile][position in
// the slab].
class Summary {
 public:
  Summary(const Layout& layout, const ValueStore& store, NetcdfWriter& file, std::size_t variable)
      : layout_(layout),
        store_(store),
        file_(file),
        index_(variable),
        shape_(cell_shape(layout, layout.variables[variable])),
        cells_(cell_count(layout, layout.variables[variable])) {}

  void write() {
    const bool is_monthly = layout_.variables[index_].monthly;
    quantile_ = create(Form::Quantile);
    if (has_difference(layout_, layout_.variables[index_])) {
      difference_ = create(Form::DifferenceQuantile);
      reference_ = create(Form::ReferenceQuantile);
    }
    const std::size_t total = is_monthly ? shape_.front() : 1;
    const std::size_t step = is_monthly ? slab_months(store_.member_count(), cells_) : 1;
    for (std::size_t month = 0; month < total; month += step) {
      write_slab(month, std::min(step, total - month));
    }
  }

 private:
  Handle create(Form form) {
    return file_.add_numbers(series_spec(layout_, layout_.variables[index_], form));
  }

  std::size_t worlds() const { return compared_worlds(layout_, layout_.variables[index_]); }

  void write_slab(std::size_t month, std::size_t months) {
    const std::size_t first = month * cells_;
    const std::size_t size = months * cells_;
    const std::size_t compared = worlds();
    slabs_.assign(2 * compared, std::vector<double>(layout_.quantiles.size() * size));
    const std::size_t step = positions_at_once(store_.member_count());
    for (std::size_t done = 0; done < size; done += step) {
      summarise(first, done, std::min(step, size - done), size);
    }
    store_slab(quantile_, {}, month, months, slabs_[0]);
    for (std::size_t world = 1; world < compared; ++world) {
      store_slab(difference_, {world - 1}, month, months, slabs_[compared + world]);
      store_slab(reference_, {world - 1}, month, months, slabs_[world]);
    }
  }

  void summarise(std::size_t first, std::size_t done, std::size_t count, std::size_t size) {
    scenario_.load(store_, 0, index_, first + done, count);
    take(scenario_, slabs_[0], done, size);
    for (std::size_t world = 1; world < worlds(); ++world) {
      other_.load(store_, world, index_, first + done, count);
      take(other_, slabs_[world], done, size);
      for (std::size_t at = 0; at < other_.values.size(); ++at) {
        other_.values[at] = scenario_.values[at] - other_.values[at];
      }
      take(other_, slabs_[worlds() + world], done, size);
    }
  }

  void take(const Window& window, std::vector<double>& slab, std::size_t done, std::size_t size) {
    const std::size_t ranks = layout_.quantiles.size();
    std::vector<double> result(ranks);
    for (std::size_t position = 0; position < window.length; ++position) {
      sample_.clear();
      for (std::size_t at = position; at < window.values.size(); at += window.length) {
        sample_.push_back(window.values[at]);
      }
      quantiles(sample_, layout_.quantiles, result);
      for (std::size_t rank = 0; rank < ranks; ++rank) {
        slab[rank * size + done + position] = result[rank];
      }
    }
  }

  void store_slab(const Handle& dataset, std::vector<std::size_t> start, std::size_t month,
                  std::size_t months, const std::vector<double>& slab) {
    std::vector<std::size_t> count(start.size(), 1);
    start.push_back(0);
    count.push_back(layout_.quantiles.size());
    std::vector<std::size_t> cells = shape_;
    std::vector<std::size_t> origin(shape_.size(), 0);
    if (layout_.variables[index_].monthly) {
      origin.front() = month;
      cells.front() = months;
    }
    file_.write_box(dataset, joined(start, origin), joined(count, cells), slab);
  }

  const Layout& layout_;
  const ValueStore& store_;
  NetcdfWriter& file_;
  std::size_t index_;
  std::vector<std::size_t> shape_;
  std::size_t cells_;
  Handle quantile_, difference_, reference_;
  Window scenario_, other_;
  std::vector<double> sample_;
  std::vector<std::vector<double>> slabs_;  // [world] its own, then [worlds + world] differences
};

}  // namespace

std::size_t summary_bytes(const Layout& layout, const Variable& variable) {
  const std::size_t members = member_count(layout);
  const std::size_t cells = cell_count(layout, variable);
  const std::size_t months = variable.monthly ? static_cast<std::size_t>(layout.months) : 1;
  const std::size_t slab = std::min(months, slab_months(members, cells)) * cells;
  const std::size_t window = members * std::min(slab, positions_at_once(members));
  const std::size_t worlds = compared_worlds(layout, variable);
  return sizeof(double) * (2 * window + 2 * worlds * layout.quantiles.size() * slab);
}

void write_summaries(const Layout& layout, const ValueStore& store, NetcdfWriter& file) {
  if (layout.quantiles.empty()) return;
  for (std::size_t variable = 0; variable < layout.variables.size(); ++variable) {
    Summary(layout, store, file, variable).write();
  }
}

}  // namespace skillscale::output
