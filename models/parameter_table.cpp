// The one parameter table: its parts put together.
#include "models/table_rows.h"

namespace skillscale::models {
namespace {

std::vector<ParameterDecl> join_parts() {
  std::vector<ParameterDecl> all;
  for (auto part : {rows::run_rows(), rows::origin_rows(), rows::destination_rows(),
                    rows::programme_rows(), rows::person_rows(), rows::money_rows()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace

std::span<const ParameterDecl> parameter_table() {
  static const std::vector<ParameterDecl> all = join_parts();
  return all;
}

}  // namespace skillscale::models
