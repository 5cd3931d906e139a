/** Exit codes, as the help prints them. */
export const exitCodes = {
  ok: { code: 0, meaning: "done" },
  findings: {
    code: 1,
    meaning:
      "done, and there are findings that --fail-on counts: errors, or in build a file, table or column that was refused",
  },
  usage: { code: 2, meaning: "the command, a setting or the key is wrong" },
  input: { code: 3, meaning: "the input cannot be read, or nothing in it was recognised" },
  output: { code: 4, meaning: "the output could not be written" },
  fault: { code: 70, meaning: "a fault of ours: please report it" },
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]["code"];

export const exitCodeHelp = `Exit codes:\n${Object.values(exitCodes)
  .map(({ code, meaning }) => `  ${String(code).padStart(2)}  ${meaning}`)
  .join("\n")}`;
