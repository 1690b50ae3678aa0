// The numbers of a result file.
#pragma once

#include "output/result_file.h"
#include "viz/report/samples.h"

namespace skillscale::report {

/// Reads what is asked for when it is asked for; the reader must outlive it.
/// @throws StorageError  from every read, if the result is damaged
class FileSamples : public Samples {
 public:
  explicit FileSamples(const output::ResultReader& result) : result_(result) {}

  const output::Layout& layout() const override { return result_.layout(); }
  std::vector<double> level(const output::Variable& variable, std::size_t draw,
                            std::size_t replicate) const override;
  std::vector<double> difference(const output::Variable& variable, std::size_t reference,
                                 std::size_t draw, std::size_t replicate) const override;
  std::vector<double> headline(const output::Variable& variable) const override;
  std::vector<double> headline_difference(const output::Variable& variable) const override;

 private:
  const output::ResultReader& result_;
};

}  // namespace skillscale::report
