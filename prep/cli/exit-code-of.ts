import type { Finding } from "../check/finding";
import { refuseUnrecognised } from "../stages/unread-files";
import type { CheckResult } from "../results";
import { exitCodes } from "./exit-codes";
import type { ExitCode } from "./exit-codes";

/** Which findings make a command that did its work end with exit code 1. */
const fails = {
  refused: ({ refuses }: Finding) => refuses !== undefined,
  error: ({ severity }: Finding) => severity === "error",
  warning: () => true,
  never: () => false,
} as const;

export type FailOn = keyof typeof fails;
export const failOnChoices = Object.keys(fails) as FailOn[];

/** The exit code of what was read. Throws `Stop` (input) when no file was recognised. */
export function exitCodeOf(
  { files, findings }: Pick<CheckResult, "files" | "findings">,
  failOn: FailOn = "error",
): ExitCode {
  refuseUnrecognised({ files, findings });
  return findings.some(fails[failOn]) ? exitCodes.findings.code : exitCodes.ok.code;
}
