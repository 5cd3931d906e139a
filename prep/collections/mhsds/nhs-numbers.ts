import { isNhsNumber } from "../../check/identifiers/nhs-number";
import { fileOf, type CodeTable } from "./code-table";
import type { KnownPeople } from "./person-months";
import type { Submissions } from "./submissions";
import { columnsOf, type IdDomain } from "./tables";
import type { Tally } from "./tally";
import type { Values } from "./values";

/** Valid NHS numbers by code of a person; null where the extract has none, which is normal. Those that are not valid are told, never shown. */
export function nhsNumbersOf(table: CodeTable, { rows, person, submission }: KnownPeople, values: Values, { all }: Submissions, tally: Tally): readonly (string | null)[] | null {
  if (!table.files.some(({ has }) => has.has("nhsNumber"))) return null;
  const texts = values.domain("nhsNumber").strings().map((text) => (isNhsNumber(text) ? text.replace(/\D/g, "") : null));
  const cells = table.column("nhsNumber");
  const numbers: (string | null)[] = new Array<string | null>(values.domain("person").size).fill(null);
  let found = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (cells[row] === 0) continue;
    const number = texts[cells[row]];
    if (number === null) tally.add("MH21", { file: fileOf(table, row).file, table: table.table, field: "NHSNumber", line: table.lines[row], provider: all[submission[i]].provider });
    else {
      found++;
      if (person[i] !== 0) numbers[person[i]] = number;
    }
  }
  values.forget("nhsNumber");
  return found === 0 ? null : numbers;
}

/** Ids that should be pseudonyms or local numbers. */
const pseudonyms: ReadonlySet<IdDomain> = new Set(["person", "patient", "referral", "contact", "localReferral", "localContact", "localTeam"]);
/** How many distinct values of an id are looked at, how many of them must have ten digits, and which share of these must pass the check digit (one in eleven does by chance). */
const LOOKED_AT = 5000;
const FEWEST = 5;
const SHARE = 0.8;

/** Tells of ids of a table most of whose values look like NHS numbers; each id once. */
export function tellNhsLikeIds(table: CodeTable, values: Values, tally: Tally, told: Set<IdDomain>): void {
  for (const { domain, heading, name } of columnsOf[table.table]) {
    if (domain === undefined || !pseudonyms.has(domain) || told.has(domain)) continue;
    const part = table.files.find(({ has }) => has.has(name));
    if (!part) continue;
    const dictionary = values.domain(domain);
    const texts = dictionary.strings(Math.min(dictionary.size, LOOKED_AT));
    const ten = texts.filter((text) => /^\d{10}$/.test(text));
    if (ten.length < FEWEST || ten.length < texts.length / 2 || ten.filter(isNhsNumber).length < ten.length * SHARE) continue;
    told.add(domain);
    tally.add("MH20", { file: part.file, table: table.table, field: heading, line: null, provider: null });
  }
}
