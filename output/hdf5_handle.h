// Owns one HDF5 identifier and turns failing HDF5 calls into our errors. Only for sources of this
// folder.
#pragma once

#include <hdf5.h>

#include <string>
#include <string_view>
#include <utility>

namespace skillscale::output {

/// Which file an operation is about and what is being done to it: decides the wording of a failure.
struct Place {
  std::string file;  ///< the name the user knows, never the temporary one
  bool writing = false;
};

/// Keeps HDF5 from printing its error stack in this thread and from cleaning up at exit. Cheap;
/// call it before the first HDF5 call of a function.
void prepare_hdf5();

/// Throws StorageError for a failed HDF5 call, with place, HDF5's innermost reason and the next
/// step.
[[noreturn]] void fail(const Place& place, std::string_view what);

/// As `fail`, with a reason of our own.
[[noreturn]] void fail(const Place& place, std::string_view what, std::string_view reason);

/// Passes a non-negative result on; anything else fails.
template <typename Result>
Result require(Result result, const Place& place, std::string_view what) {
  if (result < 0) fail(place, what);
  return result;
}

/// Closes its identifier when it goes out of scope; movable, not copyable.
class Handle {
 public:
  using Close = herr_t (*)(hid_t);

  Handle() = default;
  Handle(hid_t id, Close closer, const Place& place, std::string_view what)
      : id_(require(id, place, what)), close_(closer) {}
  Handle(Handle&& other) noexcept
      : id_(std::exchange(other.id_, H5I_INVALID_HID)), close_(other.close_) {}
  Handle& operator=(Handle&& other) noexcept {
    if (this != &other) {
      reset();
      id_ = std::exchange(other.id_, H5I_INVALID_HID);
      close_ = other.close_;
    }
    return *this;
  }
  ~Handle() { reset(); }

  hid_t get() const { return id_; }

  /// Closes now and reports the status HDF5 gave; later calls do nothing.
  herr_t close() { return id_ < 0 ? 0 : close_(std::exchange(id_, H5I_INVALID_HID)); }

 private:
  void reset() { static_cast<void>(close()); }

  hid_t id_ = H5I_INVALID_HID;
  Close close_ = nullptr;
};

}  // namespace skillscale::output
