import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { INDICATOR_ID } from "../../../prep/indicators/indicator-id";
import { lensOf } from "../../../prep/indicators/indicator";
import { LONGEST_STEP } from "../../../src/kpi/frequency";
import { UNIT_FORMS } from "../../../src/kpi/unit";
import { authorities, isKnownAuthority, londonParts } from "../../../prep/reference/authorities";
import { boardAreas } from "../../../prep/reference/board-areas";
import { bankHolidays } from "../../../prep/reference/bank-holidays";
import { countyDistricts, upperTierOf } from "../../../prep/reference/districts";
import { extendedEthnicities } from "../../../prep/reference/extended-ethnicities";
import { toolMeasures } from "../../../prep/reference/interactive-tool";
import { sen2Figures } from "../../../prep/sources/published/sen2-figures";
import { populationRates } from "../../../prep/reference/population-rates";
import { publishedDatasets } from "../../../prep/reference/published-datasets";
import { publishedMappings } from "../../../prep/sources/published/mapping";
import { givenNames } from "../../../prep/reference/given-names";
import { successions } from "../../../prep/reference/successions";
import { indicatorNames } from "../../../prep/reference/indicator-names";
import { listedIndicators } from "../../../prep/indicators/listed-indicators";
import { neighbourLists } from "../../../prep/reference/neighbours";
import { daxFunctions, mFunctions, nativeVisuals } from "../../../prep/reference/power-bi";
import { labelOf } from "../../../prep/sources/kpi-sheet/tables/label-words";
import { reference } from "../../../prep/reference/read-reference";

const folder = join(import.meta.dirname, "../../../prep/reference");
const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
const onsCodes = (): Set<string> => new Set(authorities().map(({ onsCode }) => onsCode));
const isWord = (cell: string): boolean => cell.trim() === cell && cell !== "";

interface Expected {
  /** Columns that tell one row from all others. */
  readonly key: readonly string[];
  /** What a cell of each column may be. */
  readonly cells: Readonly<Record<string, (cell: string) => boolean>>;
  /** How many rows the product reads. */
  readonly read: () => number;
}

const neighbours = (version: keyof typeof neighbourLists): Expected => ({
  key: ["authority", "rank"],
  cells: {
    authority: isKnownAuthority,
    rank: (cell) => /^([1-9]|10)$/.test(cell),
    neighbour: isKnownAuthority,
    closeness: (cell) => /^(extremely |very |somewhat |not )?close$/.test(cell),
  },
  read: () => neighbourLists[version]().rows.length,
});

const expected: Readonly<Record<string, Expected>> = {
  "authorities.csv": {
    key: ["ons_code"],
    cells: {
      code: (cell) => /^\d{3}$/.test(cell),
      ons_code: (cell) => /^E(06|08|09|10)\d{6}$/.test(cell),
      name: isWord,
      region_code: (cell) => /^(E12\d{6})?$/.test(cell),
      region: (cell) => cell === "" || isWord(cell),
      from: (cell) => /^(20\d\d)?$/.test(cell),
      until: (cell) => /^(20\d\d)?$/.test(cell),
    },
    read: () => authorities().length,
  },
  "bank-holidays.csv": {
    key: ["date"],
    cells: { date: (cell) => new Date(cell).toISOString().startsWith(cell), name: isWord },
    read: () => bankHolidays().length,
  },
  "districts.csv": {
    key: ["first"],
    cells: {
      first: (cell) => onsCodes().has(upperTierOf(cell)),
      last: (cell) => onsCodes().has(upperTierOf(cell)),
      council: (cell) => onsCodes().has(cell),
    },
    read: () => 38,
  },
  "extended-ethnicities.csv": {
    key: ["code"],
    cells: { code: (cell) => /^[ABCMOW][A-Z]{3}$/.test(cell) },
    read: () => extendedEthnicities().length,
  },
  "interactive-tool.csv": {
    key: ["measure"],
    cells: {
      measure: isWord,
      indicator: (cell) => INDICATOR_ID.test(cell),
      year: (cell) => /^((calendar|academic|financial)_year|census|snapshot)$/.test(cell),
      breakdown: (cell) => cell === "" || cell === "phase",
      breakdown_value: (cell) => /^(primary|secondary)?$/.test(cell),
    },
    read: () => toolMeasures().rows.length,
  },
  "county-districts.csv": {
    key: ["county"],
    cells: {
      county: (cell) => authorities().some(({ onsCode }) => onsCode === cell),
      districts: (cell) => Number(cell) >= 5 && Number(cell) <= 12,
    },
    read: () => countyDistricts().rows.length,
  },
  "population-rates.csv": {
    key: ["id"],
    cells: {
      id: (cell) => listedIndicators().some(({ id }) => id === cell),
      numerator: (cell) => INDICATOR_ID.test(cell),
      population: (cell) => publishedMappings.some(({ indicator }) => indicator === cell),
      kind: (cell) => cell === "stock" || cell === "flow",
      of: (cell) => /^(residents|pupils) /.test(cell),
    },
    read: () => populationRates().rows.length,
  },
  "published-datasets.csv": {
    key: ["dataset"],
    cells: {
      dataset: (cell) =>
        cell === "declared_figures" ||
        publishedMappings.some(({ dataset }) => dataset === cell) ||
        publishedDatasets().rows.some(
          ({ dataset, isOwnForm, feeds }) => dataset === cell && !isOwnForm && feeds.length > 0,
        ),
      name: isWord,
      publisher: isWord,
      page: (cell) => /^(https:\/\/|docs\/)\S+$/.test(cell),
      newest: (cell) => cell.trim() === cell,
      form: (cell) => cell === "own" || cell === "declared",
      feeds: (cell) =>
        cell.split(" ").every((id) => id === "" || listedIndicators().some((one) => one.id === id)),
    },
    read: () => publishedDatasets().rows.length,
  },
  "sen2-figures.csv": {
    key: ["indicator"],
    cells: {
      indicator: (cell) => INDICATOR_ID.test(cell),
      dataset: isWord,
      topic: (cell) => /^(All|New) /.test(cell),
      numerator: isWord,
      denominator: (cell) => cell.trim() === cell,
      printed: (cell) => /^\w*$/.test(cell),
    },
    read: () => sen2Figures().rows.length,
  },
  "board-areas.csv": {
    key: ["authority", "board"],
    cells: {
      authority: isKnownAuthority,
      board: (cell) => /^Q[A-Z0-9]{2}$/.test(cell),
      name: isWord,
      lies: (cell) => cell === "whole" || cell === "part",
      from: (cell) => /^(20\d\d)?$/.test(cell),
      until: (cell) => /^(20\d\d)?$/.test(cell),
    },
    read: () => boardAreas().rows.length,
  },
  "successions.csv": {
    key: ["predecessor", "successor"],
    cells: {
      predecessor: isKnownAuthority,
      successor: isKnownAuthority,
      from: (cell) => /^20\d\d$/.test(cell),
      share: (cell) => cell === "whole" || cell === "part",
    },
    read: () => successions().rows.length,
  },
  "succession-districts.csv": {
    key: ["district"],
    cells: {
      district: (cell) => /^E07\d{6}$/.test(cell),
      predecessor: isKnownAuthority,
      successor: isKnownAuthority,
    },
    read: () => 19,
  },
  "london.csv": {
    key: ["code"],
    cells: { code: isKnownAuthority, part_code: (cell) => /^E1300000[12]$/.test(cell) },
    read: () => londonParts().rows.length,
  },
  "listed-indicators.csv": {
    key: ["id"],
    cells: {
      id: (cell) => INDICATOR_ID.test(cell),
      name: isWord,
      section: (cell) => lensOf(cell) !== undefined,
      unit: (cell) => cell in UNIT_FORMS,
      polarity: (cell) => /^(higher|lower|neutral)$/.test(cell),
      frequency: (cell) => cell in LONGEST_STEP,
      numerator: isWord,
      denominator: (cell) => cell.trim() === cell,
      source: isWord,
      listed_in: (cell) => /^(((CDC|BUL|SHR|BHM)-\d{3}|BCP-[AB]\d\d)( |$))*$/.test(cell),
      filled: (cell) => /^(counted|published|kept by hand)$/.test(cell),
    },
    read: () => listedIndicators().length,
  },
  "indicator-names.csv": {
    key: ["id", "name"],
    cells: {
      id: (cell) => INDICATOR_ID.test(cell),
      name: isWord,
      listed_in: (cell) => /^(?:CDC|BUL|SHR|BHM)-\d{3}$|^BCP-[AB]\d\d$/.test(cell),
    },
    read: () => indicatorNames().length,
  },
  "group-names.csv": {
    key: ["breakdown", "code"],
    cells: {
      breakdown: (cell) => /^[a-z]+(_[a-z]+)*$/.test(cell),
      code: (cell) => /^\w+$/.test(cell),
      name: isWord,
    },
    read: () => 242,
  },
  "sheet-headings.csv": {
    key: ["heading"],
    cells: { holds: (cell) => /^[a-z_]+$/.test(cell), heading: (cell) => labelOf(cell) !== null },
    read: () => 600,
  },
  "given-names.csv": {
    key: ["name"],
    cells: {
      name: (cell) => /^[a-z]+$/.test(cell),
      names_alone: (cell) => /^(yes|before a name)$/.test(cell),
    },
    read: () => givenNames().length,
  },
  "dax-functions.csv": {
    key: ["name"],
    cells: {
      name: (cell) => /^[A-Z0-9.]+$/.test(cell),
      least: (cell) => /^\d*$/.test(cell),
      most: (cell) => /^\d*$/.test(cell),
      gives_table: (cell) => /^(yes)?$/.test(cell),
    },
    read: () => daxFunctions().size,
  },
  "m-functions.csv": {
    key: ["name"],
    cells: { name: (cell) => /^#?[\w.]+$/.test(cell) },
    read: () => mFunctions().size,
  },
  "native-visuals.csv": {
    key: ["visual", "well"],
    cells: { visual: isWord, well: (cell) => /^\w*$/.test(cell) },
    read: () => [...nativeVisuals().values()].reduce((sum, { size }) => sum + (size || 1), 0),
  },
  "neighbours-2021-04.csv": neighbours("2021-04"),
  "neighbours-2025-05.csv": neighbours("2025-05"),
};

describe("reference data", () => {
  it("are expected here, file by file", () => {
    expect(files.sort()).to.deep.equal(Object.keys(expected).sort());
  });

  for (const [file, { key, cells, read }] of Object.entries(expected))
    it(`of ${file} say where they come from, have each row once, and codes that are known`, () => {
      const text = readFileSync(join(folder, file), "utf8");
      expect(text).to.match(/^# source: \S/m);
      expect(text).to.match(/^# licence: \S/m);
      const columns = /^# columns: (.*)$/m.exec(text)?.[1] ?? "";
      for (const column of Object.keys(cells))
        expect(columns).to.match(new RegExp(`\\b${column}\\b`));

      const rows: Record<string, string>[] = parse(text, { columns: true, comment: "#" });
      expect(Object.keys(rows[0])).to.deep.equal(Object.keys(cells));
      expect(read()).to.equal(rows.length);
      const keys = rows.map((row) => key.map((column) => row[column]).join(" "));
      expect(new Set(keys).size).to.equal(rows.length);
      for (const row of rows)
        for (const [column, isKnown] of Object.entries(cells))
          expect(isKnown(row[column]), `${column} ${row[column]}`).to.equal(true);
    });
});

describe("counties of two tiers", () => {
  it("are 21 with 164 districts, each authority of two tiers once", () => {
    const { rows } = countyDistricts();
    expect(rows.reduce((sum, { districts }) => sum + districts, 0)).to.equal(164);
    expect(rows.map(({ county }) => county).sort()).to.deep.equal(
      authorities()
        .flatMap(({ onsCode, until }) => (until === null && /^E10/.test(onsCode) ? onsCode : []))
        .sort(),
    );
  });
});

describe("a reference file", () => {
  const head = "# Things.\n# source: us\n# licence: none\n# columns: code, name\n";
  const read = (text: string) =>
    reference({
      file: "things.csv",
      text,
      columns: ["code", "name"],
      row: ({ code, name }) => {
        if (code === "x") throw new Error("x is no code.");
        return `${code}=${name}`;
      },
    });

  it("gives its source, its licence and its rows, commas and quotes in cells among them", () => {
    expect(read(`${head}code,name\n1,"a, ""b"""\n2,\n"",c\n`)()).to.deep.equal({
      source: "us",
      licence: "none",
      rows: ['1=a, "b"', "2=", "=c"],
    });
  });

  it("is read once, when it is asked for", () => {
    const late = read("nonsense");
    expect(late).to.throw("things.csv: the header has no line");
    const list = read(`${head}code,name\n1,a\n`);
    expect(list()).to.equal(list());
  });

  it("that is wrong says where", () => {
    const faults: Readonly<Record<string, string>> = {
      [head.replace("# licence: none\n", "")]: 'things.csv: the header has no line "# licence: ".',
      [`${head}code,title\n`]: "things.csv, line 5: the columns are not code,name.",
      [`${head}code,name\n1,a\n2\n`]: "things.csv, line 7: 1 cells are there where 2 are due.",
      [`${head}code,name\n1,"a\n`]: "things.csv, line 6: A quotation mark has no partner.",
      [`${head}code,name\nx,a\n`]: "things.csv, line 6: x is no code.",
      [`${head}code,name\n\n1,a\n`]: "things.csv, line 6: 1 cells are there where 2 are due.",
    };
    for (const [text, message] of Object.entries(faults)) expect(read(text)).to.throw(message);
  });
});
