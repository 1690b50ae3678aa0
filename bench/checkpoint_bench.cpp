#include "bench/checkpoint_bench.h"

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "output/checkpoint_file.h"
#include "sim/error.h"

namespace skillscale::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::vector<std::byte> noise(std::size_t size) {
  std::vector<std::byte> bytes(size);
  std::uint64_t state = 1;
  for (auto& byte : bytes)
    byte = static_cast<std::byte>((state = state * 6364136223846793005U + 1) >> 56U);
  return bytes;
}

/// What stands beside it: one file, large writes, fsync.
void write_plainly(const fs::path& path, const std::vector<std::byte>& bytes) {
  const int file = open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  std::size_t done = 0;
  while (file >= 0 && done < bytes.size()) {
    const auto written = write(file, bytes.data() + done, bytes.size() - done);
    if (written <= 0) break;
    done += static_cast<std::size_t>(written);
  }
  const bool is_good = done == bytes.size() && fsync(file) == 0;
  if (file >= 0) close(file);
  if (!is_good) throw sim::StorageError(path.string() + ": cannot be written");
}

void write_checkpoint(const fs::path& path, const std::vector<std::byte>& bytes,
                      std::size_t units) {
  const std::size_t each = bytes.size() / units;
  std::vector<output::CheckpointUnit> listed;
  for (std::size_t unit = 0; unit < units; ++unit)
    listed.push_back({0, static_cast<int>(unit), 0, 1, false, each});
  output::CheckpointWriter writer(path, {{"seed", "1"}}, listed);
  for (std::size_t unit = 0; unit < units; ++unit)
    writer.append(std::span(bytes).subspan(unit * each, each));
  writer.commit();
}

/// Both in turn, so that the disk's mood is shared. The folder is that of the build.
void run_write(benchmark::State& state, std::size_t bytes, std::size_t units) {
  const auto content = noise(bytes);
  const fs::path folder = fs::current_path();
  const fs::path plain = folder / ".plain.bench", path = folder / ".bench.ckpt.h5";
  std::chrono::duration<double> plainly{0.0}, as_checkpoint{0.0};
  for (auto _ : state) {
    const auto begin = Clock::now();
    write_plainly(plain, content);
    const auto middle = Clock::now();
    write_checkpoint(path, content, units);
    as_checkpoint += Clock::now() - middle;
    plainly += middle - begin;
    fs::remove(plain);
    fs::remove(path);
  }
  const double all = static_cast<double>(bytes) * static_cast<double>(state.iterations());
  state.counters["bytes_per_second"] = all / as_checkpoint.count();
  state.counters["plain_bytes_per_second"] = all / plainly.count();
  state.counters["share_of_plain"] = plainly.count() / as_checkpoint.count();
}

}  // namespace

void declare_checkpoint_benchmarks() {
  const auto declare = [](const std::string& name, std::size_t bytes, std::size_t units) {
    benchmark::RegisterBenchmark(name.c_str(),
                                 [=](benchmark::State& state) { run_write(state, bytes, units); })
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime()
        ->Iterations(10);
  };
  declare("checkpoint/write/32MiB", std::size_t{32} << 20U, 64);
  declare("checkpoint/write/512MiB", std::size_t{512} << 20U, 4);
}

}  // namespace skillscale::bench
