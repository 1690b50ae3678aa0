// Turns a file into a C++ source that holds its bytes:
// node embed.mjs FILE SOURCE.cpp HEADER.h NAMESPACE FUNCTION
import { readFileSync, writeFileSync } from "node:fs";

const [file, source, header, namespace, name] = process.argv.slice(2);
const bytes = readFileSync(file);
const lines = [];
for (let at = 0; at < bytes.length; at += 32) lines.push(`${[...bytes.subarray(at, at + 32)].join(",")},`);
writeFileSync(
  source,
  `#include "${header}"

namespace ${namespace} {
namespace {
constexpr unsigned char bytes[] = {
${lines.join("\n")}
};
}  // namespace

std::string_view ${name}() { return {reinterpret_cast<const char*>(bytes), sizeof bytes}; }

}  // namespace ${namespace}
`,
);
