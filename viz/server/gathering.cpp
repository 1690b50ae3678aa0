#include "viz/server/gathering.h"

#include "experiments/headlines.h"

namespace skillscale::server {

using experiments::WorldRecord;

std::optional<Picture> Gathering::add(std::size_t run, const std::vector<WorldRecord>& records) {
  const std::lock_guard lock(mutex_);
  for (const auto& record : records) {
    WorldRecord& kept = records_[run].emplace_back();
    kept.totals = record.totals;
  }
  ++count_;
  const bool is_due = count_ == records_.size() || count_ * 10 >= shown_ * 17;
  if (!is_due) return std::nullopt;
  shown_ = count_;
  return picture();
}

Picture Gathering::picture() const {
  experiments::HeadlineBook book(worlds_, count_);
  std::size_t at = 0;
  // In the order of runs, so that the last picture is that of the result to the last bit.
  for (const auto& records : records_) {
    if (!records.empty()) book.take(at++, records);
  }
  book.close();
  return {count_, count_ == records_.size(), book.summary()};
}

}  // namespace skillscale::server
