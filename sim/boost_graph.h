// The only door to Boost.Graph; sources include it before everything else.
//
// Boost 1.74 derives from function bases that C++17 removed and that the page's library offers only
// on request.
#pragma once

#if defined(__wasm__)
#define _LIBCPP_ENABLE_CXX17_REMOVED_UNARY_BINARY_FUNCTION
#endif

// A sanitizer makes GCC 12 see uninitialised use inside Boost's optional where there is none.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#pragma GCC diagnostic pop
