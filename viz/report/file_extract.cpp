#include "viz/report/file_extract.h"

#include "viz/report/file_samples.h"

namespace skillscale::report {

std::string file_extract(const output::ResultReader& result, std::size_t budget) {
  const FileFacts facts{result.attributes(), result.digest(), result.parameter_table_csv(),
                        result.command_line()};
  return page_extract(FileSamples(result), facts, budget);
}

}  // namespace skillscale::report
