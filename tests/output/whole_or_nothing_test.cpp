// Files appear complete or not at all, and are not replaced by accident.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "output/verify.h"
#include "sim/error.h"
#include "tests/output/sample.h"

namespace skillscale::output {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Runs `body` in a child process, which ends as programs do, exit handlers included; its exit
// status, or 128 + signal.
int in_child(const std::function<int()>& body) {
  const pid_t child = fork();
  if (child == 0) std::exit(body());
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

TEST(WholeOrNothing, LeavesOnlyTheFile) {
  const Folder folder;
  write_sample(folder / "r.h5");
  EXPECT_THAT(folder.entries(), ElementsAre("r.h5"));
}

TEST(WholeOrNothing, WithoutFinishNothingIsLeft) {
  const Folder folder;
  {
    const Layout layout = sample_layout();
    ResultWriter writer(folder / "r.h5", layout);
    fill(writer, layout);
    EXPECT_THAT(folder.entries(), ElementsAre(testing::StartsWith(".r.h5.")));
  }
  EXPECT_THAT(folder.entries(), IsEmpty());
}

TEST(WholeOrNothing, AKilledRunLeavesATemporaryThatTheNextOneClears) {
  const Folder folder;
  const int status = in_child([&] {
    const Layout layout = sample_layout();
    ResultWriter writer(folder / "r.h5", layout);
    fill(writer, layout);
    raise(SIGKILL);
    return 0;
  });
  EXPECT_EQ(status, 128 + SIGKILL);
  EXPECT_THAT(folder.entries(), ElementsAre(testing::StartsWith(".r.h5.")));
  write_sample(folder / "r.h5");
  EXPECT_THAT(folder.entries(), ElementsAre("r.h5"));
}

TEST(WholeOrNothing, TheTemporaryOfARunningWriterStays) {
  const Folder folder;
  ResultWriter first(folder / "r.h5", sample_layout());
  ResultWriter second(folder / "r.h5", sample_layout());
  EXPECT_EQ(folder.entries().size(), 2U);
}

TEST(WholeOrNothing, AnotherScenarioIsNotOverwrittenWithoutForce) {
  const Folder folder;
  write_sample(folder / "r.h5");
  Layout other = sample_layout();
  other.scenario_digest = "ffff";
  const auto message =
      fault_of<sim::InputError>([&] { ResultWriter writer(folder / "r.h5", other); });
  EXPECT_THAT(message, HasSubstr("r.h5: holds the result of another scenario"));
  EXPECT_THAT(message, HasSubstr("--force"));
  EXPECT_THAT(folder.entries(), ElementsAre("r.h5"));
  {
    ResultWriter forced(folder / "r.h5", other, true);
    fill(forced, other);
    forced.finish();
  }
  EXPECT_EQ(ResultReader(folder / "r.h5").layout().scenario_digest, "ffff");
  ResultWriter again(folder / "r.h5", other);
}

TEST(WholeOrNothing, APoorerResultOfTheSameScenarioIsNotTakenWithoutForce) {
  const Folder folder;
  write_sample(folder / "r.h5");
  const auto told = [&](const std::function<void(Layout&)>& change) {
    Layout layout = sample_layout();
    change(layout);
    return fault_of<sim::InputError>([&] { ResultWriter writer(folder / "r.h5", layout); });
  };
  EXPECT_THAT(
      told([](Layout& layout) { layout.replicates = 2; }),
      AllOf(HasSubstr("r.h5: holds a result of this scenario that would be lost: "
                      "replicates 3 (this run: 2)\n"),
            HasSubstr("\n  allowed: "), HasSubstr("another --output"), HasSubstr("--force")));
  EXPECT_THAT(told([](Layout& layout) { layout.months = 13; }),
              HasSubstr("stored months 14 (this run: 13)"));
  EXPECT_THAT(told([](Layout& layout) { layout.seed = 5; }),
              HasSubstr("seed 18446744073709551615 (this run: 5)"));
  EXPECT_THAT(told([](Layout& layout) {
                layout.months = 20;
                layout.replicates = 1;
              }),
              AllOf(HasSubstr("replicates"), Not(HasSubstr("months 14"))));
  EXPECT_THAT(told([](Layout&) {}), IsEmpty());
  EXPECT_THAT(told([](Layout& layout) { layout.months = 15, layout.replicates = 4; }), IsEmpty());
  EXPECT_THAT(folder.entries(), ElementsAre("r.h5"));
  Layout poorer = sample_layout();
  poorer.replicates = 1;
  ResultWriter forced(folder / "r.h5", poorer, true);
}

TEST(WholeOrNothing, ALinkStaysAndWhatItLeadsToIsWritten) {
  const Folder folder;
  std::filesystem::create_directory(folder / "far");
  std::filesystem::create_symlink("far/real.h5", folder / "r.h5");
  std::filesystem::create_symlink("r.h5", folder / "s.h5");
  for (int time = 0; time < 2; ++time) {
    write_sample(folder / "s.h5");
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "s.h5"));
    EXPECT_TRUE(std::filesystem::is_regular_file(folder / "far/real.h5"));
    EXPECT_THAT(verify(folder / "r.h5"), IsEmpty());
  }
  EXPECT_THAT(folder.entries(), ElementsAre("far", "r.h5", "s.h5"));
}

TEST(WholeOrNothing, LinksInACircleAreRefused) {
  const Folder folder;
  std::filesystem::create_symlink("b.h5", folder / "a.h5");
  std::filesystem::create_symlink("a.h5", folder / "b.h5");
  EXPECT_THAT(fault_of<sim::InputError>([&] { write_sample(folder / "a.h5"); }),
              HasSubstr("a.h5: is a link that leads in a circle"));
}

TEST(WholeOrNothing, ALongNameIsWrittenAndATooLongOneIsTold) {
  const Folder folder;
  const std::string longest = std::string(252, 'x') + ".h5";
  write_sample(folder / longest);
  EXPECT_THAT(folder.entries(), ElementsAre(longest));
  EXPECT_THAT(fault_of<sim::InputError>([&] { write_sample(folder / ("x" + longest)); }),
              AllOf(HasSubstr("...: the file name has 256 bytes\n  allowed: up to 255 bytes"),
                    HasSubstr("next: shorten it")));
}

TEST(WholeOrNothing, AForeignFileIsNotOverwrittenWithoutForce) {
  const Folder folder;
  std::ofstream(folder / "r.h5") << "my notes";
  EXPECT_THAT(
      fault_of<sim::InputError>([&] { ResultWriter writer(folder / "r.h5", sample_layout()); }),
      HasSubstr("not a readable result file"));
  std::filesystem::create_directory(folder / "folder.h5");
  EXPECT_THROW(ResultWriter(folder / "folder.h5", sample_layout()), sim::InputError);
}

TEST(WholeOrNothing, AMissingFolderIsNamed) {
  const Folder folder;
  const auto message = fault_of<sim::StorageError>(
      [&] { ResultWriter writer(folder / "absent/r.h5", sample_layout()); });
  EXPECT_THAT(message, HasSubstr("there is no folder"));
  EXPECT_THAT(message, HasSubstr("next: mkdir -p"));
}

TEST(WholeOrNothing, AFolderThatTakesNoFilesIsNamed) {
  // Nobody, root included, may create files in /proc/self.
  EXPECT_THAT(
      fault_of<sim::StorageError>([] { ResultWriter writer("/proc/self/r.h5", sample_layout()); }),
      HasSubstr("/proc/self/r.h5: cannot"));
}

// The same calls fail as on a full disk when files may not grow beyond a limit.
class DiskLimit : public testing::TestWithParam<int> {};

TEST_P(DiskLimit, EndsInOneStorageErrorAndNoFile) {
  const Folder folder;
  write_sample(folder / "old.h5");
  const auto old_size = std::filesystem::file_size(folder / "old.h5");
  const int status = in_child([&] {
    signal(SIGXFSZ, SIG_IGN);
    const rlim_t bytes = old_size * static_cast<rlim_t>(GetParam()) / 100;
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto message = fault_of<sim::StorageError>([&] { write_sample(folder / "old.h5"); });
    const bool is_clear = message.find("old.h5: cannot") != std::string::npos &&
                          message.find("File too large") != std::string::npos &&
                          message.find("next: free space") != std::string::npos;
    return is_clear ? 7 : 8;
  });
  EXPECT_EQ(status, 7);
  EXPECT_THAT(folder.entries(), ElementsAre("old.h5"));
  EXPECT_EQ(std::filesystem::file_size(folder / "old.h5"), old_size);
  EXPECT_THAT(verify(folder / "old.h5"), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(PercentOfTheFile, DiskLimit, testing::Values(0, 1, 5, 20, 50, 80, 95, 99));

TEST(WholeOrNothing, KilledAtAnyMomentTheNamedFileIsWhole) {
  const Folder folder;
  write_sample(folder / "r.h5");
  for (int attempt = 0; attempt < 20; ++attempt) {
    const pid_t child = fork();
    if (child == 0) {
      for (;;) write_sample(folder / "r.h5");
    }
    usleep(static_cast<useconds_t>(3000 + 2371 * attempt));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    EXPECT_THAT(verify(folder / "r.h5"), IsEmpty());
  }
  write_sample(folder / "r.h5");
  EXPECT_THAT(folder.entries(), ElementsAre("r.h5"));
}

}  // namespace
}  // namespace skillscale::output
