#include "cli/machine.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

/// A folder with the files in which a system tells of its memory.
class Root {
 public:
  Root() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    path_ = fs::path(::testing::TempDir()) /
            ("machine_" + std::string(test->name()) + std::to_string(getpid()));
    write("proc/meminfo", "MemTotal: 9000 kB\nMemFree: 10 kB\nMemAvailable: 8000 kB\n");
  }
  ~Root() { fs::remove_all(path_); }
  Root(const Root&) = delete;
  Root& operator=(const Root&) = delete;

  Root& write(const fs::path& name, const std::string& text) {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << text;
    return *this;
  }

  std::int64_t left() const { return free_memory(path_)->bytes; }
  std::string limit() const { return free_memory(path_)->limit; }

 private:
  fs::path path_;
};

constexpr std::int64_t kb = 1024;

TEST(FreeMemory, IsWhatTheMachineHasWithoutGroups) {
  const Root root;
  EXPECT_EQ(root.left(), 8000 * kb);
  EXPECT_EQ(root.limit(), "free memory");
}

TEST(FreeMemory, IsWhatAGroupOfVersion2Leaves) {
  Root root;
  root.write("proc/self/cgroup", "0::/user/job\n")
      .write("sys/fs/cgroup/user/job/memory.max", "5000000\n")
      .write("sys/fs/cgroup/user/job/memory.current", "3000000\n")
      .write("sys/fs/cgroup/user/job/memory.stat", "anon 1\ninactive_file 1000000\n");
  EXPECT_EQ(root.left(), 3'000'000);
  EXPECT_EQ(root.limit(), "the limit of the control group");
}

TEST(FreeMemory, IsTheLeastOfTheGroupsAbove) {
  Root root;
  root.write("proc/self/cgroup", "0::/user/job\n")
      .write("sys/fs/cgroup/user/job/memory.max", "max\n")
      .write("sys/fs/cgroup/user/job/memory.current", "3000000\n")
      .write("sys/fs/cgroup/user/memory.max", "4000000\n")
      .write("sys/fs/cgroup/user/memory.current", "3900000\n");
  EXPECT_EQ(root.left(), 100'000);
}

TEST(FreeMemory, IsWhatAGroupOfVersion1Leaves) {
  Root root;
  root.write("proc/self/cgroup", "9:cpu:/x\n5:cpuset,memory:/job\n0::/\n")
      .write("sys/fs/cgroup/memory/job/memory.limit_in_bytes", "5000000\n")
      .write("sys/fs/cgroup/memory/job/memory.usage_in_bytes", "4000000\n")
      .write("sys/fs/cgroup/memory/job/memory.stat", "total_inactive_file 500000\n");
  EXPECT_EQ(root.left(), 1'500'000);
}

TEST(FreeMemory, FindsTheOwnGroupAtTheTopInsideAContainer) {
  Root root;
  root.write("proc/self/cgroup", "5:memory:/outside/container\n")
      .write("sys/fs/cgroup/memory/memory.limit_in_bytes", "700000\n")
      .write("sys/fs/cgroup/memory/memory.usage_in_bytes", "800000\n");
  EXPECT_EQ(root.left(), 0);
}

TEST(FreeMemory, KnowsThisMachine) {
  const auto memory = free_memory();
  ASSERT_TRUE(memory);
  EXPECT_GT(memory->bytes, 0);
  EXPECT_GT(resident_memory(), 1'000'000);
}

TEST(FreeDisk, LooksAtTheNearestFolderThatIsThere) {
  const auto here = free_disk(fs::path(::testing::TempDir()) / "no" / "such" / "r.h5");
  ASSERT_TRUE(here);
  EXPECT_GT(here->bytes, 0);
  EXPECT_EQ(here->limit.find("such"), std::string::npos);
}

TEST(Processors, AreAtLeastOne) { EXPECT_GE(processors(), 1); }

}  // namespace
}  // namespace skillscale::cli
