import { exitCodes } from "./exit-codes";
import type { ExitCode } from "./exit-codes";
import type { CheckResult } from "../results";
import { Stop } from "./stop";

/** The exit code of what was read. Throws `Stop` (input) when no file was recognised. */
export function exitCodeOf({ files, findings }: CheckResult): ExitCode {
  if (!files.some(({ recognisedAs }) => recognisedAs !== null)) {
    throw new Stop(
      "input",
      `None of the ${files.length} files was recognised: ${files
        .slice(0, 5)
        .map(({ name }) => name)
        .join(
          ", ",
        )}${files.length > 5 ? " and others" : ""}. SEN2 returns are read as XML, COLLECT CSV export or Excel template.`,
    );
  }
  return findings.some(({ severity }) => severity === "error")
    ? exitCodes.findings.code
    : exitCodes.ok.code;
}
