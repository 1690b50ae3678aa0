#include "output/hdf5_handle.h"

#include "sim/error.h"

namespace skillscale::output {
namespace {

herr_t keep_innermost(unsigned depth, const H5E_error2_t* error, void* text) {
  if (depth == 0 && error->desc != nullptr) *static_cast<std::string*>(text) = error->desc;
  return 0;
}

// HDF5's driver packs addresses and times around the one phrase that helps: the system's own
// message.
std::string system_message(const std::string& description) {
  constexpr std::string_view mark = "error message = '";
  const auto begin = description.find(mark);
  if (begin == std::string::npos) return description;
  const auto text = begin + mark.size();
  return description.substr(text, description.find('\'', text) - text);
}

std::string hdf5_reason() {
  std::string text;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_innermost, &text);
  return text.empty() ? "HDF5 gave no reason" : system_message(text);
}

const char* next_step(const Place& place, std::string_view reason) {
  if (reason.find("memory allocation") != std::string_view::npos)
    return "  next: there is not enough memory; raise its limit (ulimit -v), or end other programs";
  return place.writing
             ? "  next: free space on that disk, or choose another place with --output"
             : "  next: the file is damaged; copy it again from its source or repeat the run";
}

}  // namespace

void prepare_hdf5() {
  // After a full disk HDF5 1.10 still holds the unwritable file and crashes in its exit handler.
  // Our files are closed by their owners, so the handler has nothing to do. This works only before
  // any other call.
  [[maybe_unused]] static const herr_t without_exit_handler = H5dont_atexit();
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

void fail(const Place& place, std::string_view what) { fail(place, what, hdf5_reason()); }

void fail(const Place& place, std::string_view what, std::string_view reason) {
  std::string message = place.file;
  message += place.writing ? ": cannot write " : ": cannot read ";
  message += std::string(what) + " (" + std::string(reason) + ")\n";
  message += next_step(place, reason);
  throw sim::StorageError(message);
}

}  // namespace skillscale::output
