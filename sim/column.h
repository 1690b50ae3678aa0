// A column of one field over all rows of a table, aligned for vector loads.
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace skillscale::sim {

/// Allocator with a fixed alignment in bytes.
template <class T, std::size_t alignment>
struct AlignedAllocator {
  using value_type = T;
  template <class U>
  struct rebind {
    using other = AlignedAllocator<U, alignment>;
  };

  AlignedAllocator() = default;
  template <class U>
  explicit(false) AlignedAllocator(const AlignedAllocator<U, alignment>&) {}

  T* allocate(std::size_t count) {
    return static_cast<T*>(::operator new (count * sizeof(T), std::align_val_t{alignment}));
  }
  void deallocate(T* memory, std::size_t) {
    ::operator delete (memory, std::align_val_t{alignment});
  }

  template <class U>
  bool operator==(const AlignedAllocator<U, alignment>&) const {
    return true;
  }
};

template <class T>
using Column = std::vector<T, AlignedAllocator<T, 64>>;

}  // namespace skillscale::sim
