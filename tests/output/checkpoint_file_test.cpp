#include "output/checkpoint_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "output/result_file.h"
#include "sim/digest.h"
#include "sim/error.h"
#include "tests/output/sample.h"

namespace skillscale::output {
namespace {

namespace fs = std::filesystem;

std::vector<std::byte> some_bytes(std::size_t size, unsigned seed) {
  std::vector<std::byte> bytes(size);
  for (auto& byte : bytes)
    byte = static_cast<std::byte>((seed = seed * 1103515245U + 12345U) >> 16);
  return bytes;
}

struct Written {
  CheckpointHead head{
      {"seed", "7"}, {"effective_yaml", "schema: 1\nname: caf\xc3\xa9\n"}, {"empty", ""}};
  std::vector<std::vector<std::byte>> states{some_bytes(301, 1), {}, some_bytes(64, 3)};
  std::vector<CheckpointUnit> units{
      {0, 0, 0, 12, false, 301}, {0, 0, 1, 0, false, 0}, {0, 1, 0, 60, true, 64}};

  void write(const fs::path& path) const {
    CheckpointWriter writer(path, head, units);
    for (const auto& state : states) writer.append(state);
    writer.commit();
  }
};

std::string content(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void put_content(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

class CheckpointFile : public testing::Test {
 protected:
  fs::path path() const { return folder.path() / "r.ckpt.h5"; }
  std::size_t names() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()));
  }
  Folder folder;
  Written written;
};

TEST_F(CheckpointFile, ReadsBackWhatWasWritten) {
  written.write(path());
  const CheckpointReader reader(path());
  EXPECT_EQ(reader.head(), written.head);
  EXPECT_EQ(reader.units(), written.units);
  for (std::size_t unit = 0; unit < 3; ++unit) EXPECT_EQ(reader.read(unit), written.states[unit]);
  EXPECT_EQ(reader.entry("seed"), "7");
  EXPECT_EQ(reader.entry("none such"), "");
  EXPECT_EQ(names(), 1U);
}

TEST_F(CheckpointFile, TakesUnitsInPiecesOfAnySize) {
  {
    CheckpointWriter writer(path(), written.head, written.units);
    std::vector<std::byte> all;
    for (const auto& state : written.states) all.insert(all.end(), state.begin(), state.end());
    for (std::size_t at = 0; at < all.size(); at += 50)
      writer.append(std::span(all).subspan(at, std::min<std::size_t>(50, all.size() - at)));
    writer.commit();
  }
  const CheckpointReader reader(path());
  for (std::size_t unit = 0; unit < 3; ++unit) EXPECT_EQ(reader.read(unit), written.states[unit]);
}

TEST_F(CheckpointFile, WithoutUnitsIsWhole) {
  CheckpointWriter(path(), written.head, {}).commit();
  EXPECT_TRUE(CheckpointReader(path()).units().empty());
}

TEST_F(CheckpointFile, AnyChangedByteIsToldWithItsPart) {
  written.write(path());
  const std::string whole = content(path());
  const auto copy = folder.path() / "changed.ckpt.h5";
  int in_head = 0, in_table = 0, in_states = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ (1U << (at % 8)));
    put_content(copy, changed);
    try {
      const CheckpointReader reader(copy);
      ADD_FAILURE() << "byte " << at << " was not noticed";
    } catch (const sim::StorageError& error) {
      const std::string text = error.what();
      EXPECT_NE(text.find("\n  next: "), std::string::npos);
      in_head += text.find("its head") != std::string::npos ? 1 : 0;
      in_table += text.find("table of contents") != std::string::npos ? 1 : 0;
      in_states += text.find("the state of draw 0, replicate") != std::string::npos ? 1 : 0;
    }
  }
  EXPECT_EQ(in_states, 365);
  EXPECT_GT(in_head, 1000);
  EXPECT_GT(in_table, 100);
  EXPECT_EQ(in_states + in_head + in_table, static_cast<int>(whole.size()));
}

TEST_F(CheckpointFile, CutShortAnywhereIsRefused) {
  written.write(path());
  const std::string whole = content(path());
  const auto copy = folder.path() / "cut.ckpt.h5";
  const auto table = whole.rfind("\nskillscale-checkpoint 1\n");
  for (std::size_t size = 0; size < whole.size(); size += size < 64 ? 1 : 13) {
    put_content(copy, whole.substr(0, size));
    // What ends just before the table looks like any HDF5 file.
    if (size == 0 || (size >= 36 && size != table)) {
      EXPECT_THROW(CheckpointReader reader(copy), sim::StorageError) << size;
    } else {
      EXPECT_ANY_THROW(CheckpointReader reader(copy)) << size;
    }
  }
}

TEST_F(CheckpointFile, ForeignFilesAreWrongInput) {
  put_content(path(), "name: a scenario\n");
  EXPECT_THROW(CheckpointReader reader(path()), sim::InputError);
  EXPECT_THROW(CheckpointReader reader(folder.path()), sim::InputError);
  EXPECT_THROW(CheckpointReader reader(folder.path() / "none.ckpt.h5"), sim::InputError);
}

TEST_F(CheckpointFile, AnotherFormatIsWrongInput) {
  written.write(path());
  std::string text = content(path());
  const auto at = text.rfind("\nskillscale-checkpoint 1\n");
  ASSERT_NE(at, std::string::npos);
  // A later format keeps the frame: its table has a hash of its own.
  std::string table = text.substr(at, text.rfind("skillscale-checkpoint-end ") - at);
  table.replace(0, 24, "\nskillscale-checkpoint 2\n");
  sim::Digest digest;
  digest.add_bytes(std::as_bytes(std::span(table)));
  char length[17];
  std::snprintf(length, sizeof length, "%016zx", table.size());
  put_content(path(), text.substr(0, at) + table + "skillscale-checkpoint-end " +
                          digest.value().hex() + " " + length + "\n");
  try {
    const CheckpointReader reader(path());
    FAIL();
  } catch (const sim::InputError& error) {
    EXPECT_NE(std::string(error.what()).find("format 2"), std::string::npos) << error.what();
  }
}

TEST_F(CheckpointFile, NothingAppearsUntilItIsCommitted) {
  {
    CheckpointWriter writer(path(), written.head, written.units);
    writer.append(written.states[0]);
    EXPECT_THROW(writer.commit(), sim::BugError);
    EXPECT_FALSE(fs::exists(path()));
  }
  EXPECT_EQ(names(), 0U);
}

TEST_F(CheckpointFile, AFullDiskLeavesTheOlderOneAndNoOther) {
  written.write(path());
  const std::string before = content(path());
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit former{};
  getrlimit(RLIMIT_FSIZE, &former);
  for (const rlim_t most : {rlim_t{0}, rlim_t{700}, rlim_t{3000}, rlim_t{100000}}) {
    const rlimit little{most, former.rlim_max};
    setrlimit(RLIMIT_FSIZE, &little);
    std::vector<CheckpointUnit> units{{0, 0, 0, 1, false, 200000}};
    const auto state = some_bytes(200000, 5);
    EXPECT_THROW(
        {
          CheckpointWriter writer(path(), written.head, units);
          writer.append(state);
          writer.commit();
        },
        sim::StorageError)
        << most;
    setrlimit(RLIMIT_FSIZE, &former);
    EXPECT_EQ(content(path()), before);
    EXPECT_EQ(names(), 1U);
  }
  written.write(path());
  EXPECT_EQ(content(path()), before);
}

}  // namespace
}  // namespace skillscale::output
