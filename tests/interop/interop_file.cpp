// interop_file write RESULT.h5 EXPECTED.json   the sample result, and its numbers as they were put
// interop_file verify RESULT.h5                our own opinion; exit status 1 and one fault a line
#include <cmath>
#include <fstream>
#include <iostream>

#include "output/verify.h"
#include "tests/output/sample.h"

namespace {

using namespace skillscale::output;

// {"persons": [[world][draw][replicate] values, flat], ...}, straight from the numbers, not from
// the file.
void write_expected(const std::string& path) {
  const Layout layout = sample_layout();
  std::ofstream out(path);
  out.precision(17);
  out << '{';
  for (std::size_t variable = 0; variable < layout.variables.size(); ++variable) {
    out << (variable > 0 ? ", " : "") << '"' << layout.variables[variable].name << "\": [";
    const char* separator = "";
    for (int world = 0; world < static_cast<int>(layout.worlds.size()); ++world) {
      for (int member = 0; member < layout.draws * layout.replicates; ++member) {
        const int draw = member / layout.replicates;
        const int replicate = member % layout.replicates;
        for (const double value : sample_values(layout, draw, replicate, world, variable)) {
          out << separator;
          separator = ",";
          if (std::isnan(value)) {
            out << "NaN";
          } else {
            out << value;
          }
        }
      }
    }
    out << ']';
  }
  out << "}\n";
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  if (words.size() == 3 && words[0] == "write") {
    std::filesystem::remove(words[1]);
    write_sample(words[1]);
    write_expected(words[2]);
    return 0;
  }
  if (words.size() == 2 && words[0] == "verify") {
    const auto faults = verify(words[1]);
    for (const auto& fault : faults) std::cout << fault << '\n';
    return faults.empty() ? 0 : 1;
  }
  std::cerr << "interop_file write RESULT.h5 EXPECTED.json | verify RESULT.h5\n";
  return 2;
}
