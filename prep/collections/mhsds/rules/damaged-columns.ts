import type { RawTable } from "../../../columns/raw-table";
import { columnDamage, isIdLost, meantCode } from "../../../scan/spreadsheet-damage";
import { codeSets, type CodeSet } from "../fields/code-sets";
import type { MhsdsColumn, MhsdsTable } from "../fields/fields";
import { columnsIn } from "../fields/headings";

interface DamagedColumns {
  /** Headings of id columns whose ids can no longer be distinguished. */
  readonly ids: readonly string[];
  /**
   * Headings of code columns that hold codes changed by a spreadsheet, each read as the one that is
   * meant.
   */
  readonly codes: readonly string[];
}

/** Whether some texts of a column are codes changed by a spreadsheet. */
export function hasMeantCodes({ codes: set }: MhsdsColumn, dictionary: readonly string[]): boolean {
  if (set === undefined) return false;
  const { valid, other = [], default: defaults = [] }: CodeSet = codeSets[set];
  const all = new Set<string>([...valid, ...other, ...defaults]);
  return dictionary.some(
    (text) => text !== "" && !all.has(text) && meantCode(text, (code) => all.has(code)) !== null,
  );
}

/** The columns that a spreadsheet has damaged, by the first rows of a file. */
export function damagedColumns(table: MhsdsTable, { columns, spelling }: RawTable): DamagedColumns {
  const found = { ids: [] as string[], codes: [] as string[] };
  const names = [...columns.keys()];
  for (const [position, column] of columnsIn(
    table,
    names.map((name) => spelling.get(name) ?? name),
  )) {
    const values = columns.get(names[position])!;
    const heading = spelling.get(names[position]) ?? names[position];
    if (column.kind === "id" && isIdLost(columnDamage(values))) found.ids.push(heading);
    if (column.kind === "code" && hasMeantCodes(column, values.dictionary))
      found.codes.push(heading);
  }
  return found;
}
