#include "output/seal.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "output/raw_file.h"
#include "sim/digest.h"
#include "sim/error.h"

namespace skillscale::output {
namespace {

constexpr std::string_view mark = "\nskillscale-seal 1 ";
constexpr std::size_t digest_digits = 32;
constexpr std::size_t seal_size = mark.size() + digest_digits + 1;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& what) {
  throw sim::StorageError(file.string() + ": " + what +
                          "\n  next: copy it again from its source or repeat the run");
}

std::uint64_t word_at(const char* bytes) {
  std::uint64_t word = 0;
  for (std::size_t byte = 0; byte < 8; ++byte) {
    word |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[byte])) << (8 * byte);
  }
  return word;
}

// Digest of the first `size` bytes, taken as little-endian words, the last one filled with zeros.
std::string digest_of(std::ifstream& file, std::uint64_t size) {
  constexpr std::size_t block = std::size_t{1} << 20;
  std::vector<char> bytes(block);
  std::vector<std::int64_t> words(block / 8);
  sim::Digest digest;
  digest.add(size);
  file.seekg(0);
  while (size > 0 && file) {
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(size, block));
    file.read(bytes.data(), static_cast<std::streamsize>(count));
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(count), bytes.end(), '\0');
    const std::size_t used = (count + 7) / 8;
    for (std::size_t at = 0; at < used; ++at) {
      words[at] = static_cast<std::int64_t>(word_at(bytes.data() + 8 * at));
    }
    digest.add(std::span<const std::int64_t>(words.data(), used));
    size -= count;
  }
  return digest.value().hex();
}

// Tells apart what lacks a seal: no HDF5 at all, a copy cut short, or another program's work.
[[noreturn]] void refuse_unsealed(const std::filesystem::path& file, std::ifstream& stream,
                                  std::uint64_t size) {
  if (bytes_at(stream, 0, hdf5_signature.size()) != hdf5_signature) {
    throw sim::InputError(file.string() +
                          ": is not an HDF5 file\n  next: name a result file (.h5) of skillscale");
  }
  if (const auto promised = promised_size(stream); promised > size) {
    refuse(file, "is truncated: " + std::to_string(size) + " of at least " +
                     std::to_string(promised) + " bytes");
  }
  throw sim::InputError(file.string() +
                        ": is HDF5, but not a result file as skillscale wrote it (it lacks the "
                        "seal at its end)\n  next: name a file that `skillscale run` wrote, "
                        "unchanged by other programs");
}

}  // namespace

void append_seal(const std::filesystem::path& file, const std::filesystem::path& shown) {
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(file, error);
  std::ifstream stream(file, std::ios::binary);
  const std::string digest = digest_of(stream, size);
  std::ofstream end(file, std::ios::binary | std::ios::app);
  end << mark << digest << '\n';
  end.close();
  if (error || !stream || !end) {
    throw sim::StorageError(shown.string() + ": cannot write the seal (" + std::strerror(errno) +
                            ")\n  next: free space on that disk, or choose another place with "
                            "--output");
  }
}

void check_seal(const std::filesystem::path& file) {
  std::ifstream stream = open_present(file, "a result file (.h5)");
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(file, error);
  if (error) refuse(file, "cannot be read (" + error.message() + ")");
  if (size == 0) refuse(file, "is empty");
  const std::string seal = size < seal_size ? "" : bytes_at(stream, size - seal_size, seal_size);
  if (!seal.starts_with(mark)) refuse_unsealed(file, stream, size);
  const std::string digest = digest_of(stream, size - seal_size);
  if (!stream) refuse(file, "cannot be read to its end");
  if (seal.substr(mark.size()) != digest + "\n") refuse(file, "is damaged: it broke its seal");
}

}  // namespace skillscale::output
