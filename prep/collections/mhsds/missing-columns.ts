import type { CodeTable } from "./code-table";
import { mhsdsRules } from "./mhsds-rules";
import type { TablePlan } from "./plans";
import { columnsOf } from "./tables";
import type { Tally } from "./tally";

/** Tells of files that lack a column which tells their rows apart, or which every record must have. */
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
