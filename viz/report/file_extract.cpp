#include "viz/report/file_extract.h"

#include "viz/report/file_samples.h"
#include "viz/report/network_years.h"
#include "viz/report/parameter_rows.h"

namespace skillscale::report {

std::string file_extract(const output::ResultReader& result, std::size_t budget) {
  const auto csv = result.parameter_table_csv();
  const FileFacts facts{result.attributes(), result.digest(), csv, result.command_line(),
                        network_years(result, parameter_rows(csv))};
  return page_extract(FileSamples(result), facts, budget);
}

}  // namespace skillscale::report
