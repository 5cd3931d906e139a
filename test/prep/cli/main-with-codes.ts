import { buildCommand } from "../../../prep/cli/commands/build";
import { checkCommand } from "../../../prep/cli/commands/check";
import { initCommand } from "../../../prep/cli/commands/init";
import { sampleCommand } from "../../../prep/cli/commands/sample";
import { run } from "../../../prep/cli/program";
import { codesPipeline } from "./codes-pipeline";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

process.exitCode = await run(process.argv.slice(2), [
  buildCommand(codesPipeline),
  checkCommand(codesPipeline),
  sampleCommand(({ people, seed }) => [
    { name: "one/codes.csv", chunks: [bytes("code\n"), bytes(`p${people}\ns${seed}\n`)] },
  ]),
  initCommand({ catalogue: [] }),
]);
