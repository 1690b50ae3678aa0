// Turns a file into a C++ source that holds its bytes: node embed.mjs FILE SOURCE.cpp
import { readFileSync, writeFileSync } from "node:fs";

const [file, source] = process.argv.slice(2);
const bytes = readFileSync(file);
const lines = [];
for (let at = 0; at < bytes.length; at += 32) lines.push(`${[...bytes.subarray(at, at + 32)].join(",")},`);
writeFileSync(
  source,
  `#include "viz/report/page_template.h"

namespace skillscale::report {
namespace {
constexpr unsigned char bytes[] = {
${lines.join("\n")}
};
}  // namespace

std::string_view page_template() { return {reinterpret_cast<const char*>(bytes), sizeof bytes}; }

}  // namespace skillscale::report
`,
);
