import { build } from "./build.mjs";
import { ensureInstalled, root, run } from "./ensure.mjs";
import { join } from "node:path";

ensureInstalled();
await build();
process.exit(
  run(process.execPath, [
    "--import",
    "tsx",
    "--import",
    new URL("csv-text.mjs", import.meta.url).href,
    join(root, "test/bench/main.ts"),
    ...process.argv.slice(2),
  ]),
);
