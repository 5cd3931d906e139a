import { noBoards } from "../../../prep/sources/board-file/placed";
import { exceptionsOf } from "../../../prep/compare/exceptions";
import type { Finding, RowCount } from "../../../prep/check/finding";
import { listFindings } from "../../../prep/check/run";
import type { CheckResult } from "../../../prep/results";
import type { InputFile } from "../../../prep/input-file";
import type { Pipeline } from "../../../prep/pipeline-contract";
import type { Progress } from "../../../prep/progress";
import type { StarTable } from "../../../prep/star/declaration";
import { starFrame } from "../../../prep/star/frame";

const codeCount: StarTable = {
  name: "code_count",
  kind: "fact",
  label: "Code count",
  description: "How often each code stands in the files",
  grain: "One code",
  key: ["code"],
  columns: [
    { name: "code", type: "text", label: "Code", description: "The code." },
    { name: "times", type: "int64", label: "Times", description: "How often." },
  ],
};

interface Codes extends CheckResult {
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Reads files that start with the line `code`: one code a line, at most five letters. A line
 * `fault` makes it fail, `wait` makes it hang.
 */
async function readCodes(inputs: readonly InputFile[], progress: Progress): Promise<Codes> {
  const counts = new Map<string, number>();
  const findings: Finding[] = [];
  const rows: RowCount[] = [];
  const files = [];
  for (const input of inputs) {
    const bytes: Uint8Array[] = [];
    for await (const chunk of input.chunks()) bytes.push(chunk.slice());
    const [head, ...lines] = Buffer.concat(bytes).toString("utf8").trimEnd().split("\n");
    files.push({ name: input.name, recognisedAs: head === "code" ? "codes" : null });
    if (head !== "code") continue;
    let rejected = 0;
    for (const [i, code] of lines.entries()) {
      progress("Reading codes", i + 1, lines.length);
      if (code === "fault") throw new RangeError("SECRET VALUE");
      if (code === "wait") await new Promise((done) => setTimeout(done, 60_000));
      if (code.length > 5) {
        rejected++;
        findings.push({
          rule: "C1",
          severity: "error",
          file: input.name,
          table: "code",
          record: `${i + 1}`,
          line: i + 2,
          field: "code",
          message: "The code is too long.",
          action: "Shorten the code.",
        });
      } else counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    rows.push({
      file: input.name,
      table: "code",
      rowsIn: lines.length,
      rowsOut: lines.length - rejected,
      rowsRejected: rejected,
    });
  }
  return { files, ...listFindings(findings, []), rows, counts };
}

/**
 * A whole, small pipeline of its own: what the command line does must not depend on what the real
 * one knows.
 */
const pipeline: Pick<Pipeline, "build" | "check"> = {
  check: (inputs, _settings, progress) => readCodes(inputs, progress),
  async build(inputs, _settings, hash, progress) {
    // Codes are of people: without a key the real pipeline ends here too.
    hash("");
    const { counts, ...result } = await readCodes(inputs, progress);
    const frame = starFrame(codeCount, { code: [...counts.keys()], times: [...counts.values()] });
    return {
      ...result,
      toPutTogether: null,
      star: new Map([["code_count", { declaration: codeCount, frame }]]),
      boards: noBoards,
      exceptionsOfBoards: [],
      boardSheets: [],
      reconciliation: [],
      checkLists: [],
      exceptions: exceptionsOf([], new Map()),
      bySchool: [],
      schools: new Map(),
      dataDate: null,
      schemaVersion: "1",
      rehearsal: null,
      rules: [],
      linkage: [],
      knowledge: {
        indicators: [],
        countedAs: new Map(),
        internal: new Map(),
        relations: { parts: [], selections: [], restsOn: {} },
      },
      timings: {},
    };
  },
};

export const codesPipeline: Pick<Pipeline, "build" | "buildOwn" | "check"> = {
  ...pipeline,
  buildOwn: pipeline.build,
};
