// Writes the page of a result file, for the browser tests: page_of RESULT.h5 PAGE.html
#include <cstdio>
#include <exception>

#include "viz/report/write_page.h"

int main(int count, char** words) {
  if (count != 3) {
    std::fputs("usage: page_of RESULT.h5 PAGE.html\n", stderr);
    return 2;
  }
  try {
    const skillscale::output::ResultReader result(words[1]);
    skillscale::report::write_page(words[2], result);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
