#include "output/contents.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <numeric>
#include <sstream>

#include "output/digest_total.h"
#include "output/raw_file.h"
#include "sim/error.h"

namespace skillscale::output {
namespace {

constexpr std::string_view title = "\nskillscale-checkpoint ";
constexpr std::string_view end_mark = "skillscale-checkpoint-end ";
constexpr std::size_t digest_digits = 32;
constexpr std::size_t length_digits = 16;
constexpr std::size_t end_size = end_mark.size() + digest_digits + 1 + length_digits + 1;

[[noreturn]] void refuse_damaged(const std::filesystem::path& file, const std::string& what) {
  throw sim::StorageError(
      file.string() + ": " + what +
      "\n  next: use an older checkpoint or a copy of this one, or run from the start");
}

std::string hex(std::uint64_t number) {
  std::array<char, length_digits> digits{};
  digits.fill('0');
  std::array<char, length_digits> written{};
  const auto end = std::to_chars(written.data(), written.data() + written.size(), number, 16).ptr;
  std::copy(written.data(), end, digits.end() - (end - written.data()));
  return {digits.data(), digits.size()};
}

sim::Hash128 hash_of(std::string_view text) {
  sim::Digest digest;
  digest.add_bytes(std::as_bytes(std::span(text)));
  return digest.value();
}

// Tells apart what has no end mark: no HDF5 at all, a checkpoint cut short, or another file.
[[noreturn]] void refuse_endless(const std::filesystem::path& file, std::ifstream& stream,
                                 std::uint64_t size) {
  if (size == 0) refuse_damaged(file, "is empty");
  if (bytes_at(stream, 0, hdf5_signature.size()) != hdf5_signature) {
    throw sim::InputError(
        file.string() +
        ": is not a checkpoint, not even an HDF5 file\n  next: name a checkpoint (.ckpt.h5)");
  }
  const auto promised = promised_size(stream);
  if (promised > size) {
    refuse_damaged(file, "is cut short: " + std::to_string(size) + " of more than " +
                             std::to_string(promised) + " bytes");
  }
  const std::string behind = bytes_at(stream, promised, title.size());
  if (!behind.empty() && title.starts_with(behind))
    refuse_damaged(file, "is cut short or damaged: its table of contents has no end");
  throw sim::InputError(file.string() +
                        ": is HDF5, but not a checkpoint (it has no table of contents at its "
                        "end)\n  next: name a file that `skillscale run` wrote as a checkpoint "
                        "(.ckpt.h5)");
}

sim::Hash128 hash_from(const std::string& digits) {
  const auto words = digest_from_hex(digits);
  return {words[0], words[1]};
}

Contents parse(const std::string& table, const std::filesystem::path& file, int format) {
  std::istringstream lines(table.substr(title.size()));
  int version = 0;
  lines >> version;
  if (version != format) {
    throw sim::InputError(file.string() + ": is a checkpoint of format " + std::to_string(version) +
                          "\n  allowed: format " + std::to_string(format) +
                          "\n  next: go on with the version of skillscale that wrote it");
  }
  Contents contents;
  std::string digits;
  lines >> contents.hdf5_bytes >> contents.units_begin >> digits;
  contents.other_hash = hash_from(digits);
  Contents::Part part;
  while (lines >> part.bytes >> digits) {
    part.hash = hash_from(digits);
    contents.units.push_back(part);
  }
  return contents;
}

}  // namespace

std::uint64_t Contents::unit_bytes() const {
  return std::accumulate(units.begin(), units.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const Part& part) { return sum + part.bytes; });
}

std::string to_text(const Contents& contents, int format) {
  std::string text(title);
  text += std::to_string(format) + "\n" + std::to_string(contents.hdf5_bytes) + " " +
          std::to_string(contents.units_begin) + " " + contents.other_hash.hex() + "\n";
  for (const auto& unit : contents.units)
    text += std::to_string(unit.bytes) + " " + unit.hash.hex() + "\n";
  const std::string hash = hash_of(text).hex();
  return text + std::string(end_mark) + hash + " " + hex(text.size()) + "\n";
}

Contents check_contents(const std::filesystem::path& file, int format) {
  std::ifstream stream = open_present(file, "a checkpoint (.ckpt.h5)");
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(file, error);
  if (error) refuse_damaged(file, "cannot be read (" + error.message() + ")");
  const std::string end = size < end_size ? "" : bytes_at(stream, size - end_size, end_size);
  std::uint64_t length = 0;
  const char* const last = end.data() + end.size();
  const bool has_end = end.starts_with(end_mark) && end.ends_with("\n");
  if (!has_end) refuse_endless(file, stream, size);
  const auto read = std::from_chars(last - 1 - length_digits, last - 1, length, 16);
  if (read.ptr != last - 1 || length > size - end_size || length < title.size())
    refuse_damaged(file, "is damaged: its table of contents");
  const std::string table =
      bytes_at(stream, size - end_size - length, static_cast<std::size_t>(length));
  if (end.substr(end_mark.size(), digest_digits) != hash_of(table).hex() ||
      end[end_mark.size() + digest_digits] != ' ' || !table.starts_with(title))
    refuse_damaged(file, "is damaged: its table of contents");
  Contents contents = parse(table, file, format);
  std::uint64_t units_end = contents.units_begin;
  bool fits = contents.hdf5_bytes == size - end_size - length && units_end <= contents.hdf5_bytes;
  for (const auto& unit : contents.units) {
    fits = fits && unit.bytes <= contents.hdf5_bytes - units_end;
    if (fits) units_end += unit.bytes;
  }
  if (!fits) refuse_damaged(file, "is damaged: its length is not that of its table of contents");
  if (hash_other(file, contents.hdf5_bytes, contents.units_begin, units_end) != contents.other_hash)
    refuse_damaged(file, "is damaged: its head");
  return contents;
}

bool looks_like_checkpoint(const std::filesystem::path& file) {
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(file, error);
  std::ifstream stream(file, std::ios::binary);
  if (error || !stream) return false;
  if (file.filename().string().ends_with(".ckpt.h5")) return true;
  if (size >= end_size && bytes_at(stream, size - end_size, end_size).starts_with(end_mark))
    return true;
  const auto promised = promised_size(stream);
  return promised > 0 && bytes_at(stream, promised, title.size()) == title;
}

sim::Hash128 hash_other(const std::filesystem::path& file, std::uint64_t hdf5_bytes,
                        std::uint64_t units_begin, std::uint64_t units_end) {
  std::ifstream stream(file, std::ios::binary);
  sim::Digest digest;
  const auto add = [&](std::uint64_t begin, std::uint64_t end) {
    constexpr std::uint64_t block = std::uint64_t{1} << 20;
    while (begin < end) {
      const auto part =
          bytes_at(stream, begin, static_cast<std::size_t>(std::min(block, end - begin)));
      if (part.empty()) refuse_damaged(file, "cannot be read to its end");
      digest.add_bytes(std::as_bytes(std::span(part)));
      begin += part.size();
    }
  };
  add(0, units_begin);
  add(units_end, hdf5_bytes);
  return digest.value();
}

}  // namespace skillscale::output
