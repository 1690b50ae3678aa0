#include "viz/server/catalogue.h"

#include <gtest/gtest.h>

#include <fstream>

#include "sim/error.h"

namespace skillscale::server {
namespace {

namespace fs = std::filesystem;

class CatalogueOf : public testing::Test {
 protected:
  void SetUp() override {
    auto name = (fs::temp_directory_path() / "catalogue-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    path_ = name;
    fs::create_directory(path_ / "in");
  }
  void TearDown() override { fs::remove_all(path_); }
  void write(const std::string& name, const std::string& text = "name: Title\n") {
    std::ofstream(path_ / name) << text;
  }
  fs::path folder() const { return path_ / "in"; }

  fs::path path_;
};

std::vector<std::string> names_of(const std::vector<Entry>& entries) {
  std::vector<std::string> names;
  for (const auto& entry : entries) names.push_back(entry.name);
  return names;
}

TEST_F(CatalogueOf, ListsScenariosBeforeResults) {
  for (const auto* name : {"in/b.yaml", "in/a.h5", "in/a.yaml", "in/a.ckpt.h5", "in/notes.txt"})
    write(name);
  fs::create_directory(folder() / "base.yaml");
  Catalogue catalogue(folder());
  const auto& entries = catalogue.list();
  EXPECT_EQ(names_of(entries), (std::vector<std::string>{"a.yaml", "b.yaml", "a.h5"}));
  EXPECT_EQ(entries.front().title, "Title");
  EXPECT_EQ(entries.back().kind, EntryKind::Result);
}

TEST_F(CatalogueOf, LeavesOutLinksThatLeadOutOfIt) {
  write("outside.yaml");
  write("in/own.yaml");
  fs::create_symlink(path_ / "outside.yaml", folder() / "link.yaml");
  fs::create_symlink(folder() / "own.yaml", folder() / "alias.yaml");
  fs::create_symlink(folder() / "nothing", folder() / "broken.yaml");
  Catalogue catalogue(folder());
  EXPECT_EQ(names_of(catalogue.list()), (std::vector<std::string>{"alias.yaml", "own.yaml"}));
}

TEST_F(CatalogueOf, AFileKeepsItsNumber) {
  write("in/m.yaml");
  Catalogue catalogue(folder());
  const int id = catalogue.list().front().id;
  write("in/a.yaml");
  write("in/z.h5");
  catalogue.list();
  const auto entry = catalogue.find(id, EntryKind::Scenario);
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->name, "m.yaml");
  EXPECT_FALSE(catalogue.find(id, EntryKind::Result));
  fs::remove(folder() / "m.yaml");
  catalogue.list();
  EXPECT_FALSE(catalogue.find(id, EntryKind::Scenario));
}

TEST_F(CatalogueOf, AFaultyScenarioHasNoTitle) {
  write("in/a.yaml", "name: [\n");
  write("in/b.yaml", "name: {a: 1}\n");
  Catalogue catalogue(folder());
  for (const auto& entry : catalogue.list()) EXPECT_EQ(entry.title, "") << entry.name;
}

TEST_F(CatalogueOf, ShowsABoundedNumber) {
  for (int at = 0; at < 600; ++at) write("in/" + std::to_string(at) + ".h5", "");
  Catalogue catalogue(folder());
  EXPECT_EQ(catalogue.list().size(), Catalogue::most_entries);
}

TEST_F(CatalogueOf, MustBeAFolder) {
  write("file");
  EXPECT_THROW(Catalogue(path_ / "file"), sim::InputError);
  EXPECT_THROW(Catalogue(path_ / "none"), sim::InputError);
}

}  // namespace
}  // namespace skillscale::server
