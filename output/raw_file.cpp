#include "output/raw_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "sim/error.h"

namespace skillscale::output {

std::ifstream open_present(const std::filesystem::path& file, const std::string& wanted) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    throw sim::InputError(file.string() + ": there is no such file\n  next: check the path");
  }
  if (!std::filesystem::is_regular_file(file, error)) {
    throw sim::InputError(file.string() + ": is not a file\n  next: name " + wanted);
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw sim::StorageError(file.string() + ": cannot be opened (" + std::strerror(errno) +
                            ")\n  next: check its permissions");
  }
  return stream;
}

std::string bytes_at(std::ifstream& stream, std::uint64_t begin, std::uint64_t size) {
  std::string bytes(static_cast<std::size_t>(size), '\0');
  stream.clear();
  stream.seekg(static_cast<std::streamoff>(begin));
  stream.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, stream.gcount())));
  return bytes;
}

std::uint64_t promised_size(std::ifstream& stream) {
  constexpr std::size_t head_size = 36, at = 28;
  const auto head = bytes_at(stream, 0, head_size);
  if (head.size() < head_size || (head[8] != 2 && head[8] != 3) || head[9] != 8) return 0;
  std::uint64_t size = 0;
  for (std::size_t byte = 0; byte < 8; ++byte)
    size |= static_cast<std::uint64_t>(static_cast<unsigned char>(head[at + byte])) << (8 * byte);
  return size;
}

}  // namespace skillscale::output
