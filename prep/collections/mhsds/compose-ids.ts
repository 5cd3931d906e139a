import { ByteDictionary } from "../../scan/dictionary";
import { KEPT, type CodeTable } from "./code-table";
import type { Submissions } from "./submissions";
import type { IdDomain } from "./tables";
import type { Values } from "./values";

/** Ids that the platform makes of the provider and a local id (health-extracts 1.3): UniqServReqID is provider and ServiceRequestID, and so on. */
const composed: readonly { readonly id: IdDomain; readonly local: IdDomain }[] = [
  { id: "referral", local: "localReferral" },
  { id: "contact", local: "localContact" },
  { id: "team", local: "localTeam" },
];

/** Stands between the parts of ids that the platform does not make, so that they meet no id of its own. */
const MARK = "\u001f";

function codeOf(dictionary: ByteDictionary, text: string): number {
  const bytes = new TextEncoder().encode(text);
  return dictionary.intern(bytes, 0, bytes.length);
}

/** Fills the ids that an extract lacks from the provider of the submission and the local ids, exactly as the platform makes them; a record is a patient in a submission. */
export function composeIds(table: CodeTable, values: Values, { all }: Submissions): void {
  const submission = table.column("submission");
  const provider = values.domain("provider");
  for (const { id, local } of composed) {
    if (!table.files.some(({ has }) => has.has(local))) continue;
    const [ids, locals] = [table.column(id), table.column(local)];
    const [into, from] = [values.domain(id), values.domain(local)];
    for (let row = 0; row < table.rowCount; row++)
      if (table.why[row] === KEPT && ids[row] === 0 && locals[row] !== 0)
        ids[row] = into.internJoined(
          provider,
          all[submission[row]].providerCode,
          from,
          locals[row],
        );
  }
  if (!table.files.some(({ has }) => has.has("patient"))) return;
  const [record, patient] = [table.column("record"), table.column("patient")];
  const numbers = new ByteDictionary();
  for (let row = 0; row < table.rowCount; row++)
    if (table.why[row] === KEPT && record[row] === 0 && patient[row] !== 0)
      record[row] = values
        .domain("record")
        .internJoined(
          numbers,
          codeOf(numbers, `${submission[row]}${MARK}`),
          values.domain("patient"),
          patient[row],
        );
}

/** The person that a provider knows by a local id, where there is no Person_ID that holds. */
export function localPerson(values: Values): (providerCode: number, patient: number) => number {
  const marked = new ByteDictionary();
  const mark = codeOf(marked, MARK);
  const withMark = new ByteDictionary();
  return (providerCode, patient) =>
    patient === 0
      ? 0
      : values
          .domain("person")
          .internJoined(
            values.domain("provider"),
            providerCode,
            withMark,
            withMark.internJoined(marked, mark, values.domain("patient"), patient),
          );
}
