// The only door to Random123. Its headers know no wasm32, so there they are told to behave as on
// ARM and how to report what cannot happen.
#pragma once

#if defined(__wasm__) && !defined(__arm__)
#define __arm__ 1
#define R123_THROW(exception) __builtin_trap()
#include <Random123/philox.h>
#include <Random123/threefry.h>
#undef __arm__
#else
#include <Random123/philox.h>
#include <Random123/threefry.h>
#endif
