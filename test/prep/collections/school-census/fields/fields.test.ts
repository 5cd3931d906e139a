import { expect } from "chai";
import {
  censusFields,
  mergedTables,
  parentOf,
  tableAliases,
  unusedTables,
  type CensusTableName,
} from "../../../../../prep/collections/school-census/fields/fields";
import { fixture } from "../../../../fixture";
import { build, rowsOf, text, type MemoryFile } from "../../../pipeline/run";

/** Columns of each table by year and term, as schools' data come out of COLLECT. */
type Catalogue = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * The catalogue as the fixture has it: lists of columns once, and by term the number of each
 * table's list.
 */
interface StoredCatalogue {
  readonly columns: readonly string[];
  readonly terms: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

function readCatalogue(): Catalogue {
  const { columns, terms } = fixture<StoredCatalogue>("census-columns.json");
  const listOf = (tables: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(tables).map(([table, list]) => [table, columns[list].split(" ")]),
    );
  return Object.fromEntries(Object.entries(terms).map(([key, tables]) => [key, listOf(tables)]));
}

const TERMS = { spring: "S", summer: "U", autumn: "A" } as const;

/** Tables that one table stands for in the catalogue of a term. */
const namesOf = (table: CensusTableName): string[] => [
  table,
  ...Object.entries(tableAliases).flatMap(([alias, name]) => (name === table ? [alias] : [])),
  ...Object.entries(mergedTables).flatMap(([name, into]) => (into === table ? [name] : [])),
];

/**
 * One export of a term with the columns that the catalogue gives it and a row in each table; key
 * columns link the rows.
 */
function exportOf(key: string, tables: Catalogue[string]): MemoryFile[] {
  const [year, term] = key.split("_");
  const values: Record<string, string> = {
    year,
    term: term[0].toUpperCase() + term.slice(1),
    lea: "999",
    estab: "2001",
    collection: "SC",
    upn: "H801200001001",
    enrolstatus: "C",
    senprovision: "K",
    sentype: "ASD",
    sentyperank: "1.0",
    attendancereason: "I",
    sessions: "2.0",
    phase: "PS",
  };
  return Object.entries(tables).map(([table, columns]) => {
    const cells = columns.map((name) =>
      name.toLowerCase().endsWith("tableid") || name === "NativeId"
        ? "k1"
        : (values[name.toLowerCase()] ?? ""),
    );
    return text(
      `${key}/${year}_${term}_${table}.csv`,
      `${columns.join(",")}\n${cells.join(",")}\n`,
    );
  });
}

describe("columns of the COLLECT tables, 2022 to 2026", function () {
  const catalogue = readCatalogue();

  it("are those that each field is said to be in, by term and year", () => {
    const wrong: string[] = [];
    for (const [key, tables] of Object.entries(catalogue)) {
      const [year, term] = key.split("_") as [string, keyof typeof TERMS];
      for (const {
        table,
        column,
        aliases = [],
        terms = "ASU",
        from = 0,
        to = 9999,
      } of censusFields) {
        const having = namesOf(table)
          .flatMap((name) => tables[name] ?? [])
          .map((name) => name.toLowerCase());
        if (having.length === 0) continue;
        const has = [column, ...aliases].some((name) => having.includes(name));
        const should = terms.includes(TERMS[term]) && Number(year) >= from && Number(year) <= to;
        // Ethnicity is of spring only in these tables, the postcode of those who left of autumn:
        // older and per-school files have them in any term.
        if (has !== should && (has || !["ethnicity", "postcode"].includes(column)))
          wrong.push(`${key} ${table}.${column}: ${has ? "there" : "not there"}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  it("load, each term of each year, with nothing that is unknown and every row accounted for", async () => {
    for (const [key, tables] of Object.entries(catalogue)) {
      const files = exportOf(key, tables);
      const { star, findings, rows, files: recognised } = await build(files, { authority: "999" });
      expect(
        recognised.filter(
          ({ recognisedAs }) =>
            !/^School census (Spring|Summer|Autumn) 20\d\d \(COLLECT export\)$|^school census table that nothing is counted from$/.test(
              recognisedAs ?? "",
            ),
        ),
        key,
      ).to.deep.equal([]);
      expect(
        findings
          .filter(
            ({ rule }) =>
              rule === "SC-C05" ||
              rule.startsWith("SC-K") ||
              rule.startsWith("SC-H") ||
              rule === "SC-C04",
          )
          .map(({ rule, table, field }) => [rule, table, field]),
        key,
      ).to.deep.equal([]);
      expect(rowsOf(star, "census_pupil"), key).to.have.length(1);
      const unused = new Set<string>(unusedTables);
      for (const { name } of files) {
        const table = name.replace(/^.*_|\.csv$/g, "");
        if (unused.has(table)) continue;
        expect(
          rows.filter(({ file }) => file === name),
          name,
        ).to.have.length(1);
        expect(
          rows.find(({ file }) => file === name),
          name,
        ).to.include({ rowsIn: 1, rowsOut: 1, rowsRejected: 0 });
      }
    }
  });

  it("hang each table under the one whose key it has", () => {
    for (const [table, above] of Object.entries(parentOf)) {
      if (above === null) continue;
      for (const tables of Object.values(catalogue)) {
        const columns = namesOf(table as CensusTableName)
          .filter((name) => !(name in mergedTables))
          .flatMap((name) => tables[name] ?? []);
        if (columns.length > 0) expect(columns, table).to.include(`${above}tableid`);
      }
    }
  });
});
