#include "experiments/sweep/shard.h"

#include <unistd.h>

#include <fstream>
#include <sstream>

#include "experiments/designs/plan_csv.h"
#include "experiments/sweep/host.h"
#include "output/temporary_file.h"
#include "sim/digest.h"
#include "sim/error.h"

namespace skillscale::experiments::sweep {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line = "# skillscale shard 1\n";
constexpr std::string_view experiment_mark = "# experiment ";
constexpr std::string_view seal_mark = "# seal ";
/// A shard this large is left alone.
constexpr std::size_t full_shard = std::size_t{512} * 1024;
/// Runs that a killed writer may lose were simulated in this time.
constexpr auto pause = std::chrono::seconds(2);

std::string hash_of(std::string_view text) {
  sim::Digest digest;
  digest.add_bytes(std::as_bytes(std::span(text.data(), text.size())));
  return digest.value().hex();
}

std::string head_of(const ShardKind& kind) {
  std::string head(first_line);
  head += std::string(experiment_mark) + kind.experiment + "\n";
  std::string columns;
  for (const auto* list : {&record_columns(), &kind.value_columns}) {
    for (const auto& name : *list) columns += (columns.empty() ? "" : ",") + csv_field(name);
  }
  return head + columns + "\n";
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return in && text ? std::move(text).str() : std::string();
}

/// Takes the next line, without its end, off a text.
std::string_view take_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  const auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// The lines between head and seal, or what is wrong.
std::string open_shard(const std::string& text, const ShardKind& kind, std::string_view& rows) {
  if (text.empty()) return "is empty or cannot be read";
  if (!text.starts_with(first_line)) return "is no shard of this version of the store";
  const auto seal = text.rfind(seal_mark);
  if (seal == std::string::npos || seal == 0 || text[seal - 1] != '\n') return "is cut short";
  const std::string_view body(text.data(), seal);
  std::string_view stated = std::string_view(text).substr(seal + seal_mark.size());
  if (take_line(stated) != hash_of(body) || !stated.empty())
    return "is damaged: its bytes do not match its seal";
  const auto head = head_of(kind);
  if (!body.starts_with(head)) return "belongs to another experiment";
  rows = body.substr(head.size());
  return "";
}

}  // namespace

ShardWriter::ShardWriter(fs::path folder, ShardKind kind)
    : folder_(std::move(folder)), kind_(std::move(kind)), name_(writer_name()) {}

// Whoever wants to know of a full disk calls flush.
ShardWriter::~ShardWriter() = default;

void ShardWriter::add(const std::vector<RunRecord>& records) {
  const std::lock_guard lock(mutex_);
  for (const auto& record : records) lines_ += to_line(record) + "\n";
  rows_ += records.size();
  if (std::chrono::steady_clock::now() - written_ < pause && lines_.size() < full_shard) return;
  write();
}

void ShardWriter::flush() {
  const std::lock_guard lock(mutex_);
  if (rows_ > written_rows_) write();
}

void ShardWriter::write() {
  const auto file = folder_ / (name_ + "." + std::to_string(number_) + ".csv");
  const std::string body = head_of(kind_) + lines_;
  output::TemporaryFile temporary(file);
  {
    std::ofstream out(temporary.path(), std::ios::binary);
    out << body << seal_mark << hash_of(body) << "\n";
    out.close();
    if (!out)
      throw sim::StorageError(file.string() +
                              ": cannot be written\n  next: free space on that disk, then resume");
  }
  temporary.commit();
  written_ = std::chrono::steady_clock::now();
  written_rows_ = rows_;
  if (lines_.size() < full_shard) return;
  lines_.clear();
  rows_ = written_rows_ = 0;
  ++number_;
}

std::string read_shard(const fs::path& file, const ShardKind& kind,
                       const std::function<void(RunRecord&&)>& take) {
  // A pipe would be waited for.
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return "is no file";
  const auto text = text_of(file);
  std::string_view rows;
  auto problem = open_shard(text, kind, rows);
  if (!problem.empty()) return problem;
  RunRecord record;
  for (auto trial = rows; !trial.empty();) {
    if (!from_line(take_line(trial), kind.value_columns.size(), record))
      return "has a line that is no run";
  }
  while (!rows.empty()) {
    RunRecord next;
    from_line(take_line(rows), kind.value_columns.size(), next);
    take(std::move(next));
  }
  return "";
}

}  // namespace skillscale::experiments::sweep
