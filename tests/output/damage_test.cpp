// Damaged, cut, foreign and empty files give one clear message each and never end the program.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>

#include "output/seal.h"
#include "output/verify.h"
#include "sim/error.h"
#include "tests/output/sample.h"

namespace skillscale::output {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST(Damage, OfEveryKindIsToldInOneMessage) {
  const Folder folder;
  write_sample(folder / "r.h5");
  const std::string whole = bytes_of(folder / "r.h5");
  write_bytes(folder / "empty.h5", "");
  write_bytes(folder / "text.h5", "month,persons\n");
  write_bytes(folder / "short.h5", whole.substr(0, whole.size() / 2));
  write_bytes(folder / "zeros.h5", std::string(whole.size(), '\0'));
  EXPECT_THAT(verify(folder / "absent.h5"), ElementsAre(HasSubstr("there is no such file")));
  EXPECT_THAT(verify(folder.path()), ElementsAre(HasSubstr("is not a file")));
  EXPECT_THAT(verify(folder / "empty.h5"), ElementsAre(HasSubstr("is empty")));
  EXPECT_THAT(verify(folder / "text.h5"), ElementsAre(HasSubstr("is not an HDF5 file")));
  EXPECT_THAT(verify(folder / "short.h5"), ElementsAre(HasSubstr("truncated")));
  EXPECT_THAT(verify(folder / "zeros.h5"), ElementsAre(HasSubstr("is not an HDF5 file")));
  write_bytes(folder / "changed.h5", whole + "x");
  EXPECT_THAT(verify(folder / "changed.h5"), ElementsAre(HasSubstr("lacks the seal")));
  std::string flipped = whole;
  flipped[whole.size() / 2] ^= 1;
  write_bytes(folder / "flipped.h5", flipped);
  EXPECT_THAT(verify(folder / "flipped.h5"), ElementsAre(HasSubstr("broke its seal")));
  EXPECT_THROW(ResultReader(folder / "short.h5"), sim::StorageError);
  EXPECT_THROW(ResultReader(folder / "text.h5"), sim::InputError);
}

// What a reader would make of the file: every number, label and text, as one string.
std::string content_of(const std::filesystem::path& path) {
  const ResultReader reader(path);
  std::string content = reader.digest() + reader.effective_yaml() + reader.parameter_table_csv();
  for (const auto& name : reader.names()) {
    for (const double value : reader.read(name)) content += std::to_string(value) + ",";
    for (const auto& dimension : reader.dimensions(name)) {
      for (const auto& label : reader.labels(dimension)) content += label + ",";
    }
    content += reader.attribute(name, "units") + reader.attribute(name, "long_name");
  }
  return content;
}

enum class Outcome { Told, Harmless, Missed };

Outcome inspect(const std::filesystem::path& path, const std::string& expected) {
  if (!verify(path).empty()) return Outcome::Told;
  return content_of(path) == expected ? Outcome::Harmless : Outcome::Missed;
}

// In a child process, because the point is that the program survives; nothing if it does not.
std::optional<Outcome> outcome_in_child(const std::filesystem::path& path,
                                        const std::string& expected) {
  const pid_t child = fork();
  if (child == 0) {
    // What HDF5 or a sanitizer says while it dies is expected here.
    if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(99);
    alarm(5);
    _exit(static_cast<int>(inspect(path, expected)));
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFEXITED(status)) return std::nullopt;
  return static_cast<Outcome>(WEXITSTATUS(status));
}

void expect_told_or_harmless(const std::filesystem::path& path, const std::string& expected) {
  const auto outcome = outcome_in_child(path, expected);
  ASSERT_TRUE(outcome.has_value()) << "the program ended";
  EXPECT_NE(outcome, Outcome::Missed);
}

// A small file, so that a few hundred places cover all of it.
void write_small(const std::filesystem::path& path) {
  Layout layout = sample_layout();
  layout.draws = 1;
  layout.replicates = 2;
  layout.worlds.pop_back();
  layout.variables.resize(2);
  ResultWriter writer(path, layout);
  fill(writer, layout);
  writer.finish();
}

TEST(Damage, AFlippedByteIsToldOrHarmless) {
  const Folder folder;
  write_small(folder / "r.h5");
  const std::string whole = bytes_of(folder / "r.h5");
  const std::string expected = content_of(folder / "r.h5");
  for (std::size_t at = 3; at < whole.size(); at += 97) {
    SCOPED_TRACE("byte " + std::to_string(at));
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    write_bytes(folder / "d.h5", damaged);
    expect_told_or_harmless(folder / "d.h5", expected);
  }
}

TEST(Damage, AHoleOfZerosIsToldOrHarmless) {
  const Folder folder;
  write_small(folder / "r.h5");
  const std::string whole = bytes_of(folder / "r.h5");
  const std::string expected = content_of(folder / "r.h5");
  for (std::size_t at = 0; at < whole.size(); at += 512) {
    SCOPED_TRACE("block at " + std::to_string(at));
    std::string damaged = whole;
    const std::size_t length = std::min<std::size_t>(512, whole.size() - at);
    damaged.replace(at, length, length, '\0');
    write_bytes(folder / "d.h5", damaged);
    expect_told_or_harmless(folder / "d.h5", expected);
  }
}

// The seal is the first guard; behind it stand the checksums of each part. Here the damaged file
// gets a fitting seal. HDF5 itself may end the process at damaged references, which is why there is
// a seal at all.
TEST(Damage, UnderAFittingSealIsNeverMissed) {
  const Folder folder;
  write_small(folder / "r.h5");
  const std::string whole = bytes_of(folder / "r.h5");
  const std::string expected = content_of(folder / "r.h5");
  const std::string unsealed = whole.substr(0, whole.rfind("\nskillscale-seal"));
  int told = 0;
  for (std::size_t at = 5; at < unsealed.size(); at += 1499) {
    std::string damaged = unsealed;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    write_bytes(folder / "d.h5", damaged);
    append_seal(folder / "d.h5", folder / "d.h5");
    const auto outcome = outcome_in_child(folder / "d.h5", expected);
    EXPECT_NE(outcome, Outcome::Missed) << "byte " << at;
    told += outcome == Outcome::Told ? 1 : 0;
  }
  EXPECT_GT(told, 10);
}

TEST(Damage, ACutFileIsTold) {
  const Folder folder;
  write_small(folder / "r.h5");
  const std::string whole = bytes_of(folder / "r.h5");
  for (std::size_t length = 1; length < whole.size(); length += 1013) {
    write_bytes(folder / "d.h5", whole.substr(0, length));
    EXPECT_EQ(verify(folder / "d.h5").size(), 1U) << "cut after " << length << " bytes";
  }
}

}  // namespace
}  // namespace skillscale::output
