/**
 * A run that publishes a new output and kills itself at the point given: `node --import tsx
 * killed-run.ts <folder> <point>`.
 */
import { rename } from "node:fs/promises";
import { publishFolder } from "../../../../prep/cli/files/folder";
import { writeVersion } from "./write-version";

const [folder, point] = process.argv.slice(2);
const die = (): void => void process.kill(process.pid, "SIGKILL");
let renames = 0;

await publishFolder(
  folder,
  (output) => writeVersion(output, "new", point === "writing" ? die : undefined),
  {
    rename: async (from, to) => {
      renames++;
      if (point === `before rename ${renames}`) die();
      await rename(from, to);
      if (point === `after rename ${renames}`) die();
    },
  },
);
