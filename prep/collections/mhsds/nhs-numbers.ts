import { isNhsNumber } from "../../check/identifiers/nhs-number";
import { fileOf, type CodeTable } from "./code-table";
import type { KnownPeople } from "./person-months";
import type { Submissions } from "./submissions";
import type { Tally } from "./tally";
import type { Values } from "./values";

/** Valid NHS numbers by code of a person; null where the extract has none, which is normal. Those that are not valid are told, never shown. */
export function nhsNumbersOf(
  table: CodeTable,
  { rows, person, submission }: KnownPeople,
  values: Values,
  { all }: Submissions,
  tally: Tally,
): readonly (string | null)[] | null {
  if (!table.files.some(({ has }) => has.has("nhsNumber"))) return null;
  const texts = values
    .domain("nhsNumber")
    .strings()
    .map((text) => (isNhsNumber(text) ? text.replace(/\D/g, "") : null));
  const cells = table.column("nhsNumber");
  const numbers: (string | null)[] = new Array<string | null>(values.domain("person").size).fill(
    null,
  );
  let found = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (cells[row] === 0) continue;
    const number = texts[cells[row]];
    if (number === null)
      tally.add("MH21", {
        file: fileOf(table, row).file,
        table: table.table,
        field: "NHSNumber",
        line: table.lines[row],
        provider: all[submission[i]].provider,
      });
    else {
      found++;
      if (person[i] !== 0) numbers[person[i]] = number;
    }
  }
  values.forget("nhsNumber");
  return found === 0 ? null : numbers;
}
