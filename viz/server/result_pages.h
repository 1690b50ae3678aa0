// Pages of result files in the folder, made when they are first opened.
#pragma once

#include <deque>
#include <filesystem>

#include "viz/server/catalogue.h"

namespace skillscale::server {

/// From one thread at a time.
class ResultPages {
 public:
  static constexpr std::size_t most_kept = 16;

  /// @param folder  where pages are written, under names of our own
  explicit ResultPages(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The page of a result; made anew if the file has changed since.
  ///
  /// @throws StorageError  if the file is damaged or not one of ours
  std::filesystem::path page_of(const Entry& entry);

 private:
  struct Page {
    int id = 0;
    std::filesystem::path path;
    std::filesystem::file_time_type written;
  };
  std::filesystem::path folder_;
  std::deque<Page> pages_;
  int last_ = 0;
};

}  // namespace skillscale::server
