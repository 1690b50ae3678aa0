#include "viz/server/attempt.h"

#include <new>

#include "sim/error.h"

namespace skillscale::server {

std::optional<Failure> attempt(const std::function<void()>& work) {
  try {
    work();
    return std::nullopt;
  } catch (const sim::InputError& error) {
    return Failure{422, error.what()};
  } catch (const sim::StorageError& error) {
    return Failure{507, error.what()};
  } catch (const std::bad_alloc&) {
    return Failure{507, "there is not enough memory\n  next: raise pool.multiplicity"};
  } catch (const std::exception& error) {
    return Failure{500, std::string("skillscale has a defect: ") + error.what() +
                            "\n  next: please report this, with what was done before"};
  }
}

}  // namespace skillscale::server
