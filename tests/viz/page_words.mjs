// The page's own tables of words, bundled for tests: what stands in a file of viz/page/src/i18n.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const page = join(dirname(fileURLToPath(import.meta.url)), "../../viz/page");
const { buildSync } = createRequire(join(page, "package.json"))("esbuild");

export async function wordsOf(file) {
  const [{ text }] = buildSync({ entryPoints: [join(page, "src/i18n", file)], bundle: true, write: false, format: "esm" }).outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}
