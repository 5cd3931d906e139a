import { Command, CommanderError } from "commander";
import { NothingToBuild } from "../nothing-to-build";
import { OutputError } from "../publish/output-error";
import { exitCodeHelp, exitCodes } from "./exit-codes";
import type { ExitCode } from "./exit-codes";
import { examples } from "./options";
import { Stop } from "../stop";
import { version } from "../version";

/** A command calls this with its exit code when it is done. */
export type Finish = (exitCode: ExitCode) => void;

const DEBUG = "SEND_SCORECARD_DEBUG";

/**
 * Exit code and words of what ended a command. Of a fault of ours only its kind is told: its
 * message could hold a value of the input.
 */
function failureOf(error: unknown): { exitCode: ExitCode; message: string } {
  if (error instanceof Stop)
    return { exitCode: exitCodes[error.reason].code, message: error.message };
  if (error instanceof NothingToBuild)
    return { exitCode: exitCodes.input.code, message: error.message };
  if (error instanceof OutputError)
    return { exitCode: exitCodes.output.code, message: error.message };
  const kind = error instanceof Error ? error.constructor.name : typeof error;
  return {
    exitCode: exitCodes.fault.code,
    message: `A fault of SEND Scorecard ${version} (${kind}), not of your data: please report it with the command you ran; ${DEBUG}=1 shows where it happened.`,
  };
}

/** Where a fault happened, without its message. */
const placeOf = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? "")
        .split("\n")
        .filter((line) => /^\s+at /.test(line))
        .join("\n")
    : "";

/**
 * Runs the command line and returns the exit code. `commands` are made with what takes their exit
 * code.
 */
export async function run(
  args: readonly string[],
  commands: readonly ((finish: Finish) => Command)[],
): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.ok.code;
  const program = new Command("send-scorecard")
    .description("SEN2 returns in; a checked, pseudonymised star schema for Power BI out.")
    .version(version)
    .option("--quiet", "no progress and no summary")
    .option("--json", "the result as JSON on standard output")
    .addHelpText(
      "after",
      `${examples("init send-data", "check send-data", "build send-data --out star")}\n\n${exitCodeHelp}`,
    )
    .showHelpAfterError("(--help shows what is possible)")
    .exitOverride();
  for (const make of commands) {
    const command = make((code) => (exitCode = code));
    program.addCommand(
      command.copyInheritedSettings(program).addHelpText("after", `\n${exitCodeHelp}`),
    );
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.ok.code : exitCodes.usage.code;
    const failure = failureOf(error);
    const line = process.stderr.isTTY ? "\r\x1b[2K" : "";
    process.stderr.write(`${line}send-scorecard: ${failure.message}\n`);
    if (failure.exitCode === exitCodes.fault.code && process.env[DEBUG] === "1")
      process.stderr.write(`${placeOf(error)}\n`);
    if (args.includes("--json"))
      process.stdout.write(
        `${JSON.stringify({ exitCode: failure.exitCode, error: failure.message }, null, 2)}\n`,
      );
    return failure.exitCode;
  }
}
