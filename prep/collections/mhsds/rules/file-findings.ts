import { KEPT, type CodeTable } from "../read/code-table";
import { mhsdsRules, type MhsdsRuleId } from "./mhsds-rules";
import type { Submissions } from "../read/submissions";
import { LISTED, type Tally } from "./tally";
import type { TablePlan } from "../read/plans";
import { columnsOf } from "../fields/fields";
import { isNhsNumber } from "../../../check/identifiers/nhs-number";
import type { RawTable } from "../../../columns/raw-table";

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

/**
 * Tells of files that lack a column which tells their rows apart, or which every record must have.
 */
export function tellMissingColumns(table: CodeTable, { needs }: TablePlan, tally: Tally): void {
  const columns = columnsOf[table.table];
  // A record is also known by the patient in the submission.
  const standIns = (name: string): string[] => [
    ...columns.filter(({ insteadOf }) => insteadOf === name).map((column) => column.name),
    ...columns.filter((column) => column.name === name).flatMap(({ insteadOf }) => insteadOf ?? []),
    ...(name === "record" ? ["patient"] : []),
  ];
  for (const { file, has } of table.files) {
    // An empty file has no heading at all, which the scanner tells.
    if (has.size === 0) continue;
    for (const column of columns) {
      if (
        (!needs.includes(column.name) && !column.mandatory) ||
        [column.name, ...standIns(column.name)].some((name) => has.has(name))
      )
        continue;
      const instead = standIns(column.name).flatMap(
        (name) => columns.find((other) => other.name === name)?.heading ?? [],
      );
      tally.add(
        "MH22",
        { file, table: table.table, field: column.heading, line: null, provider: null },
        `${mhsdsRules.MH22.message} (${[column.heading, ...instead].join(" or ")})`,
      );
    }
  }
}

/**
 * How many distinct values of ten digits a column must have, and which share of them, and of all
 * its values, must pass the check digit: one number in eleven does by chance.
 */
const FEWEST = 5;
const SHARE = 0.8;

/**
 * Headings of columns most of whose values are NHS numbers by their check digit, though they go by
 * another name: pseudonyms that are none.
 */
export function nhsLikeColumns({ columns, spelling }: RawTable): string[] {
  return [...columns].flatMap(([name, { dictionary }]) => {
    const values = dictionary.slice(1);
    const passing = values.filter(isNhsNumber).length;
    return name !== "nhsnumber" && passing >= FEWEST && passing >= values.length * SHARE
      ? [spelling.get(name) ?? name]
      : [];
  });
}
