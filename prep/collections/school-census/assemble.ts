import { dayOf, type Day } from "../../calendar/day";
import { readDay } from "../../calendar/read-day";
import { termIn, type TermIndex, type TermName } from "../../calendar/terms";
import type { Finding, RowCount } from "../../check/finding";
import { findingOf } from "../../check/run";
import { cleanIdentifier } from "../../check/identifiers/clean-identifier";
import type { TextColumn } from "../../columns/column";
import { appendLinked } from "./append";
import { bindCensus } from "./bind";
import type { Census, CensusForm } from "./census";
import { censusTables, type CensusTableName } from "./fields";
import type { LinkedTables } from "./link";
import { readingRules } from "./rules/reading-rules";

/** What one file or export brings to the census of a term. */
export interface CensusPart {
  readonly form: CensusForm;
  readonly files: readonly string[];
  readonly authority: string | null;
  readonly year: number;
  readonly term: TermIndex;
  readonly referenceDate: Day;
  readonly linked: LinkedTables;
}

/** Terms as they are written in headers: AUT, SPR, SUM, or in full. */
const termOfCode: readonly (readonly [RegExp, TermName])[] = [
  [/^aut/i, "Autumn"],
  [/^spr/i, "Spring"],
  [/^sum/i, "Summer"],
];

/** Census day of a term: the first Thursday of October, the third of January, the third of May (2022 to 2026). */
export function censusDay(year: number, term: TermName): Day {
  const [month, nth] = term === "Autumn" ? [10, 1] : term === "Spring" ? [1, 3] : [5, 3];
  const first = dayOf(year, month, 1);
  // 1970-01-01 was a Thursday.
  return first + ((7 - (((first % 7) + 7) % 7)) % 7) + (nth - 1) * 7;
}

/** The value that most rows of a column have. */
function usual(column: TextColumn | undefined): string | null {
  if (!column) return null;
  const counts = new Int32Array(column.dictionary.length);
  for (const code of column.codes) counts[code]++;
  let best = 0;
  for (let code = 1; code < counts.length; code++)
    if (best === 0 || counts[code] > counts[best]) best = code;
  return best === 0 || counts[best] === 0 ? null : column.dictionary[best];
}

/** The part that linked tables make up, by their header; `named` is what the file names tell. Null when nobody says which term it is of. */
export function censusPart(
  form: CensusForm,
  files: readonly string[],
  linked: LinkedTables,
  named: { year: number; term: TermName } | null,
): CensusPart | null {
  const header = linked.schoolcensus?.raw.columns;
  const [year, term, date, lea] = ["year", "term", "referencedate", "lea"].map((name) =>
    usual(header?.get(name)),
  );
  const told = termOfCode.find(([form_]) => form_.test(term ?? ""))?.[1] ?? named?.term;
  const inYear = year === null ? named?.year : Number(cleanIdentifier(year));
  if (told === undefined || inYear === undefined || !(inYear >= 2000 && inYear < 2100)) return null;
  const referenceDate = (date === null ? null : readDay(date)) ?? censusDay(inYear, told);
  return {
    form,
    files,
    linked,
    authority: lea === null ? null : cleanIdentifier(lea).padStart(3, "0"),
    year: inYear,
    term: termIn(inYear, told),
    referenceDate,
  };
}

export interface AssembledCensus {
  readonly census: Census;
  readonly findings: readonly Finding[];
  readonly rows: readonly RowCount[];
}

const needed: readonly CensusTableName[] = [
  "pupilonroll",
  "pupilnolongeronroll",
  "fsmperiod",
  "termlyexclusionsonroll",
  "termlyexclusionsoffroll",
  "termlysessiondetailsonroll",
  "termlysessiondetailsoffroll",
];

/** One census for each authority and term, in their order, over all the parts that speak of it. */
export function assembleCensuses(parts: readonly CensusPart[]): AssembledCensus[] {
  const groups = new Map<string, CensusPart[]>();
  for (const part of parts) {
    const key = `${part.authority} ${part.term}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key)!.push(part);
  }
  return [...groups.values()]
    .sort((a, b) => a[0].term - b[0].term)
    .map((group) => {
      const { tables, findings, rows } = bindCensus(
        appendLinked(group.map(({ linked }) => linked)),
      );
      const absent = new Set(
        censusTables.filter((name) => group.every(({ linked }) => !linked[name])),
      );
      const spring = group[0].term % 3 === 1;
      const lacking = [...needed, ...(spring ? (["senneeds"] as const) : [])].filter((name) =>
        absent.has(name),
      );
      const missing = lacking.map((name) =>
        findingOf(
          readingRules.H04,
          name,
          { file: group[0].files[0], record: "", line: null, field: null },
          { message: `The export has no ${name} table; what it holds is not counted.` },
        ),
      );
      const { authority, year, term, referenceDate } = group[0];
      const census: Census = {
        forms: [...new Set(group.map(({ form }) => form))],
        files: group.flatMap(({ files }) => files),
        authority,
        year,
        term,
        referenceDate,
        tables,
        absent,
      };
      return { census, findings: [...missing, ...findings], rows };
    });
}
