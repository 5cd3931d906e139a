import type { Finding } from "../../check/finding";
import type { TextColumn } from "../../columns/column";
import type { RawTable } from "../../columns/raw-table";
import { dayOf } from "../../calendar/day";
import {
  authoritiesOn,
  authorityEverOfGss,
  ENGLAND,
  isInvented,
} from "../../reference/authorities";
import { countyDistricts, upperTierOf } from "../../reference/districts";
import { readOnce } from "../../reference/read-reference";
import type { PublishedArea } from "./area";
import {
  UNREADABLE,
  type PublishedFile,
  type PublishedRow,
  type PublishedSource,
} from "./published";
import type { PublishedFigure } from "./symbols";

/** Ages that are summed, both counted, by the column that the sum stands under. */
export const populationBands = {
  population_0_17: [0, 17],
  population_2_18: [2, 18],
  population_0_24: [0, 24],
  population_0_25: [0, 25],
} as const;
type Band = keyof typeof populationBands;
const BANDS = Object.entries(populationBands) as [Band, readonly [number, number]][];
/** Ages from 0 that the bands need. */
const AGES = 26;

const DISTRICT = /^ladcode\d\d$/;
const YEAR = /^population_(\d{4})$/;

/**
 * Whether headings are those of the mid-year estimates of the Office for National Statistics by
 * single year of age (MYEB1): `ladcode23, laname23, country, sex, age, population_2011, ...`.
 */
export function isPopulationHeading(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  return (
    names.some((name) => DISTRICT.test(name)) &&
    names.some((name) => YEAR.test(name)) &&
    ["sex", "age"].every((name) => names.includes(name))
  );
}

const SEXES: Readonly<Record<string, number>> = { "1": 0, m: 0, male: 0, "2": 1, f: 1, female: 1 };

/** The residents of a district or of more, by year, sex and age; NaN what no row has said. */
class Residents {
  private readonly counts = new Map<string, Float64Array[]>();

  constructor(private readonly years: number) {}

  private of(area: string): Float64Array[] {
    const known = this.counts.get(area);
    if (known) return known;
    const made = Array.from({ length: this.years }, () => new Float64Array(2 * AGES).fill(NaN));
    this.counts.set(area, made);
    return made;
  }

  /** Says how many; of two rows for one there is no number. */
  set(area: string, year: number, place: number, count: number): void {
    const cells = this.of(area)[year];
    cells[place] = Number.isNaN(cells[place]) ? count : Infinity;
  }

  areas(): string[] {
    return [...this.counts.keys()];
  }

  /** Residents of some districts from one age to another; null where one is not known. */
  between(districts: readonly string[], year: number, [from, to]: readonly [number, number]) {
    let total = 0;
    for (const district of districts)
      for (const sex of [0, 1])
        for (let age = from; age <= to; age++) total += this.of(district)[year][sex * AGES + age];
    return Number.isFinite(total) ? total : null;
  }
}

const districtsOf = readOnce(
  () => new Map(countyDistricts().rows.map(({ county, districts }) => [county, districts])),
);

/** Whether some local authority districts are all that a council consists of: itself, or its own. */
const areWholeCouncil = (council: string, districts: readonly string[]): boolean =>
  districts.some((code) => code.startsWith("E07"))
    ? districts.length === districtsOf().get(council)
    : districts.length === 1;

/**
 * The areas that a file of districts has in whole: authorities of one tier, counties with all of
 * their districts, regions and England where each of their authorities is there.
 */
function areasOf(districts: readonly string[]): [PublishedArea, readonly string[]][] {
  const byCouncil = new Map<string, string[]>();
  for (const district of districts) {
    const council = upperTierOf(district);
    byCouncil.set(council, [...(byCouncil.get(council) ?? []), district]);
  }
  const byAuthority = new Map(
    [...byCouncil].flatMap(([council, of]) => {
      const code = authorityEverOfGss(council);
      return code !== null && areWholeCouncil(council, of) ? [[code, of] as const] : [];
    }),
  );
  const current = authoritiesOn().filter((one) => !isInvented(one));
  const together = (members: typeof current): readonly string[] | null =>
    members.every(({ code }) => byAuthority.has(code))
      ? [...new Set(members.map(({ code }) => code))].flatMap((code) => byAuthority.get(code)!)
      : null;
  const regions = [...new Set(current.map(({ regionCode }) => regionCode))].map(
    (code) => [code, together(current.filter((one) => one.regionCode === code))] as const,
  );
  const england = together(current);
  return [
    ...[...byAuthority].map(([code, of]): [PublishedArea, readonly string[]] => [
      { level: "authority", code },
      of,
    ]),
    ...regions.flatMap(([code, of]): [PublishedArea, readonly string[]][] =>
      of === null ? [] : [[{ level: "region", code }, of]],
    ),
    ...(england === null
      ? []
      : [[{ level: "england", code: ENGLAND }, england] as [PublishedArea, readonly string[]]]),
  ];
}

const NO_NUMBER: Pick<Finding, "rule" | "severity" | "message" | "action"> = {
  rule: "E43",
  severity: "error",
  message: "The row of the population estimates is not understood; the row is left out.",
  action:
    "Give the file as the Office for National Statistics publishes it: code, sex, age, counts.",
};

/**
 * Reads the mid-year estimates by single year of age: residents of each authority, region and of
 * England by bands of age and year. Districts are added up to their county. Wales, Scotland and
 * Northern Ireland are rows of no area here.
 */
export function readPopulation(
  table: RawTable,
  { file, release, sourceKey }: PublishedSource,
): PublishedFile {
  const names = [...table.columns.keys()];
  const column = (form: RegExp): TextColumn => table.columns.get(names.find((n) => form.test(n))!)!;
  const [district, sex, age] = [column(DISTRICT), column(/^sex$/), column(/^age$/)];
  const years = names.flatMap((name) => YEAR.exec(name)?.[1] ?? []);
  const counts = years.map((year) => table.columns.get(`population_${year}`)!);
  const residents = new Residents(years.length);
  const findings: Finding[] = [];
  let unplaced = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const code = district.at(row)?.trim() ?? "";
    if (!code.startsWith("E")) continue;
    const [ofSex, ofAge] = [SEXES[(sex.at(row) ?? "").trim().toLowerCase()], age.at(row) ?? ""];
    const numbers = counts.map((cells) => cells.at(row)?.trim() ?? "");
    if (
      ofSex === undefined ||
      !/^\d+\+?$/.test(ofAge.trim()) ||
      !numbers.every((n) => /^\d+$/.test(n))
    ) {
      unplaced += 1;
      const line = table.lines[row];
      findings.push({ file, table: "", record: `row ${line}`, line, field: null, ...NO_NUMBER });
      continue;
    }
    const place = Number.parseInt(ofAge, 10);
    if (place >= AGES) continue;
    numbers.forEach((n, year) => residents.set(code, year, ofSex * AGES + place, Number(n)));
  }
  const made = areasOf(residents.areas()).flatMap(([area, of]) =>
    years.map((year, i) => ({ area, of, year: Number(year), place: i })),
  );
  const rows = made.map(({ area, year }): PublishedRow => ({
    line: 1,
    area,
    period: {
      start: dayOf(year, 1, 1),
      end: dayOf(year, 12, 31),
      frequency: "calendar_year",
      label: String(year),
    },
  }));
  const figure = (index: number, name: string): PublishedFigure => {
    const band = populationBands[name as Band] as (typeof populationBands)[Band] | undefined;
    const { of, place } = made[index];
    // A row that is not understood may be of any district: nobody knows which sums it is missing in.
    const isKnown = band !== undefined && (unplaced === 0 || of.length === 1);
    const value = isKnown ? residents.between(of, place, band) : null;
    return value === null ? UNREADABLE : { value, status: "ok", words: null };
  };
  return {
    file,
    dataset: "population_by_age",
    release,
    sourceKey,
    rows,
    columns: BANDS.map(([name]) => name),
    text: () => null,
    figure,
    findings,
    unplaced,
    count: {
      file,
      table: "population_by_age",
      rowsIn: table.rowCount,
      rowsOut: table.rowCount - unplaced,
      rowsRejected: unplaced,
    },
  };
}
