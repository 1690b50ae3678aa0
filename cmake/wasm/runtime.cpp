// What the WebAssembly build lacks: a way to throw, and the guard of the stack protector.
//
// There is no unwinding in this build. An exception writes its message to standard error and traps,
// so the page can show the message; a run that was checked before month 0 never gets here.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <typeinfo>

namespace {
[[noreturn]] void stop(const char* message) {
  std::fputs(message, stderr);
  std::fputc('\n', stderr);
  __builtin_trap();
}
}  // namespace

extern "C" {
// Every exception of ours and of the standard library derives from std::exception alone.
[[noreturn]] void __cxa_throw(void* thrown, std::type_info*, void (*)(void*)) {
  stop(static_cast<std::exception*>(thrown)->what());
}
void* __cxa_allocate_exception(std::size_t size) { return std::malloc(size); }
void __cxa_free_exception(void* thrown) { std::free(thrown); }
void* __cxa_begin_catch(void* caught) { return caught; }
void __cxa_end_catch() {}
[[noreturn]] void __cxa_rethrow() { stop("an exception was thrown again"); }

std::uintptr_t __stack_chk_guard = 0x5ca1e;
[[noreturn]] void __stack_chk_fail() { stop("the stack was overwritten"); }
}
