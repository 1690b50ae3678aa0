#include "output/temporary_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <functional>
#include <string>
#include <system_error>

#include "sim/error.h"

namespace skillscale::output {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& target, const std::string& reason,
                         const std::string& next) {
  throw sim::StorageError(target.string() + ": cannot be written (" + reason +
                          ")\n  next: " + next);
}

std::string host_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) return "host";
  return name.data();
}

/// The target's name, or a short form where the temporary would become longer than names may be.
std::string name_of(const std::filesystem::path& target) {
  constexpr std::size_t longest = 120;
  constexpr std::size_t kept = 60;
  std::string name = target.filename().string();
  if (name.size() <= longest) return name;
  return name.substr(0, kept) + "~" + std::to_string(std::hash<std::string>{}(name));
}

std::string prefix_of(const std::filesystem::path& target) {
  std::string prefix = ".";
  prefix += name_of(target);
  prefix += '.';
  prefix += host_name();
  return prefix += '.';
}

bool is_running(pid_t process) { return kill(process, 0) == 0 || errno != ESRCH; }

// True for a name of ours whose process has ended.
bool is_stale(const std::string& name, const std::string& prefix) {
  if (!name.starts_with(prefix) || !name.ends_with(".tmp")) return false;
  pid_t process = 0;
  const char* end = name.data() + name.size();
  const auto parsed = std::from_chars(name.data() + prefix.size(), end, process);
  return parsed.ec == std::errc{} && parsed.ptr != end && *parsed.ptr == '.' && process > 0 &&
         !is_running(process);
}

void sweep(const std::filesystem::path& folder, const std::string& prefix) {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    if (is_stale(entry.path().filename().string(), prefix)) {
      std::filesystem::remove(entry.path(), ignored);
    }
  }
}

void synchronise(const std::filesystem::path& path, const std::filesystem::path& target) {
  const std::string next = "check that disk, or choose another place with --output";
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) refuse(target, std::strerror(errno), next);
  const int status = fsync(descriptor);
  const int error = errno;
  close(descriptor);
  // Some file systems cannot synchronise a folder; that is no loss of data.
  if (status != 0 && error != EINVAL) refuse(target, std::strerror(error), next);
}

void check_folder(const std::filesystem::path& target, const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    refuse(target, "there is no folder " + folder.string(), "mkdir -p " + folder.string());
  }
  if (access(folder.c_str(), W_OK | X_OK) != 0) {
    refuse(target, std::strerror(errno), "choose a folder you may write to with --output");
  }
}

void check_name(const std::filesystem::path& target, const std::filesystem::path& folder) {
  const std::string name = target.filename().string();
  const long longest = pathconf(folder.c_str(), _PC_NAME_MAX);
  if (longest <= 0 || name.size() <= static_cast<std::size_t>(longest)) return;
  constexpr std::size_t shown = 60;
  throw sim::InputError(name.substr(0, shown) + "...: the file name has " +
                        std::to_string(name.size()) + " bytes\n  allowed: up to " +
                        std::to_string(longest) +
                        " bytes\n  next: shorten it, or the scenario's file name if it comes from "
                        "there");
}

}  // namespace

std::filesystem::path through_links(std::filesystem::path target) {
  namespace fs = std::filesystem;
  constexpr int longest_chain = 40;
  const fs::path given = target;
  std::error_code error;
  for (int link = 0; link < longest_chain; ++link) {
    if (!fs::is_symlink(fs::symlink_status(target, error))) return target;
    target = target.parent_path() / fs::read_symlink(target, error);
  }
  throw sim::InputError(given.string() +
                        ": is a link that leads in a circle\n  next: name another file");
}

TemporaryFile::TemporaryFile(std::filesystem::path target)
    : target_(through_links(std::move(target))) {
  static std::atomic<unsigned> count{0};
  check_folder(target_, folder());
  check_name(target_, folder());
  const std::string prefix = prefix_of(target_);
  sweep(folder(), prefix);
  path_ = folder() / (prefix + std::to_string(getpid()) + "." + std::to_string(count++) + ".tmp");
}

TemporaryFile::~TemporaryFile() {
  if (!is_committed_) unlink(path_.c_str());
}

std::filesystem::path TemporaryFile::folder() const {
  const auto parent = target_.parent_path();
  return parent.empty() ? std::filesystem::path(".") : parent;
}

void TemporaryFile::commit() {
  synchronise(path_, target_);
  if (rename(path_.c_str(), target_.c_str()) != 0) {
    refuse(target_, std::strerror(errno), "choose another place with --output");
  }
  is_committed_ = true;
  synchronise(folder(), target_);
}

}  // namespace skillscale::output
