import { KEPT, type CodeTable } from "./code-table";
import { mhsdsRules, type MhsdsRuleId } from "./mhsds-rules";
import type { Submissions } from "./submissions";
import { LISTED, type Tally } from "./tally";

/** The rule that a reason of `why` stands for. */
const ruleOf = (reason: number): MhsdsRuleId => `MH0${reason}` as MhsdsRuleId;

/** Reasons that say nothing of the single row: only counted. */
const COUNTED: ReadonlySet<MhsdsRuleId> = new Set(["MH01", "MH06"]);

const fieldOf: Partial<Record<MhsdsRuleId, string>> = {
  MH01: "UniqSubmissionID",
  MH02: "UniqSubmissionID",
};

/** Tells why rows were left out: by file and provider, the first ones of each rule by line. */
export function rejectedFindings(table: CodeTable, { all }: Submissions, tally: Tally): void {
  const submission = table.column("submission");
  const isResolved = table.table !== "MHS000Header";
  for (const { file, from, to } of table.files) {
    const reasons = Object.keys(mhsdsRules).length + 1;
    const counts = new Int32Array(reasons * (all.length + 1));
    const listed = new Int32Array(reasons);
    const firstLine = new Map<number, number>();
    const placeOf = (reason: number, s: number, line: number | null) => ({
      file,
      table: table.table,
      field: fieldOf[ruleOf(reason)] ?? null,
      line,
      provider: s === all.length ? null : all[s].provider,
    });
    for (let row = from; row < to; row++) {
      const reason = table.why[row];
      if (reason === KEPT) continue;
      const s = isResolved && submission[row] >= 0 ? submission[row] : all.length;
      if (!COUNTED.has(ruleOf(reason)) && listed[reason]++ < LISTED)
        tally.add(ruleOf(reason), placeOf(reason, s, table.lines[row]));
      else {
        const key = s * reasons + reason;
        if (counts[key]++ === 0) firstLine.set(key, table.lines[row]);
      }
    }
    for (const [key, line] of firstLine)
      tally.addMany(
        ruleOf(key % reasons),
        placeOf(key % reasons, Math.floor(key / reasons), line),
        counts[key],
      );
  }
}
