import { expect } from "chai";
import { forPublishingBy } from "../../../../prep/publish/disclosure/for-publishing";
import { checkedProject } from "../../../../prep/publish/power-bi/checked-project";
import type { ModelColumn, ModelTable } from "../../../../prep/publish/power-bi/model/model";
import { tableName } from "../../../../prep/publish/power-bi/model/business-names";
import { columnOf, type Star } from "../../../../prep/star/frame";
import { build, defaults, text } from "../../pipeline/run";
import { active, person, request, smallReturn, xmlFile } from "../../pipeline/small-return";
import { places } from "./some-project";
import { sampleStar } from "./sample-star";

type Value = string | number | boolean | null;
interface Shown {
  readonly table: ModelTable;
  readonly column: ModelColumn;
  /** The values of another column of the table, or of this one. */
  readonly values: (name?: string) => Value[];
}

/** The columns of the model of a star that are read from its tables, with what stands in them. */
function columnsOf(star: Star, profile: "internal" | "public" = "internal"): Shown[] {
  const { model } = checkedProject(
    star,
    { place: places.parquet, visual: null, name: null },
    { profile },
  )!;
  return [...star.values()].flatMap(({ declaration, frame }) => {
    const table = model.tables.find(({ name }) => name === tableName(declaration));
    return (table?.columns ?? []).map((column) => ({
      table: table!,
      column,
      values: (name = column.name) => {
        const { from } = table!.columns.find((one) => one.name === name)!;
        const held = columnOf(frame, "source" in from ? from.source : "");
        return Array.from({ length: held.length }, (_, row) => held.at(row) ?? null);
      },
    }));
  });
}

const AREA = "839";
const sheet = (...sections: readonly string[]): string =>
  [
    "Section,KPI,Good is,Apr 25,Target",
    ...sections.map((section, i) => `${section},${section || "None"} ${i},higher,7${i}%,60%`),
    "",
  ].join("\n");
const returnOf = (authority: string) =>
  xmlFile(
    smallReturn(2025, [person(1, request("2024-02-01", "2024-03-01", {}, active()))], {
      LEA: authority,
    }),
    `${authority}.xml`,
  );

/** Boards that have their sections in another order each, with sections and names alike. */
const severalBoards = async (): Promise<Star> =>
  (
    await build(
      [
        returnOf("838"),
        text("838/board.csv", sheet("Voice", "Health", "Voice", "")),
        returnOf(AREA),
        text(`${AREA}/board.csv`, sheet("Health", "voice", "", "Voice", "")),
      ],
      { authorities: ["838", AREA] },
    )
  ).star;

const published = async (): Promise<Star> => {
  const result = await build(
    [returnOf(AREA), text("board.csv", sheet("Health", "Voice", "", "Voice"))],
    { authorities: [AREA] },
  );
  return (await forPublishingBy("public", result, defaults, []))!.published.star;
};

describe("columns that are sorted by another", function () {
  const stars = { "the sample": sampleStar, "two boards": severalBoards, "the public": published };

  for (const [name, star] of Object.entries(stars))
    it(`have one place for each value, whatever its capitals (${name})`, async () => {
      const columns = columnsOf(await star(), name === "the public" ? "public" : "internal");
      const sorted = columns.filter(({ column }) => column.sortBy !== undefined);
      const wrong = sorted.flatMap(({ table, column, values }) => {
        const places = values(column.sortBy);
        const placeOf = new Map<string, Value>();
        return values().flatMap((value, row) => {
          const is = String(value ?? "").toLowerCase();
          if (!placeOf.has(is)) placeOf.set(is, places[row]);
          return placeOf.get(is) === places[row] ? [] : [`${table.name}[${column.name}]: ${value}`];
        });
      });
      expect(wrong).to.deep.equal([]);
      expect(sorted.map(({ table, column }) => `${table.name}[${column.name}]`)).to.include.members(
        ["Indicator[Indicator]", "Indicator[Lens]", "Indicator[Section]", "Date[Month]"],
      );
    });

  it("show sections and KPIs in the order of the board", async () => {
    const { star } = await build([text("board.csv", sheet("Voice", "Health", "Voice", "Access"))], {
      authorities: [AREA],
    });
    const columns = columnsOf(star);
    const inOrder = (name: string): Value[] => {
      const { column, values } = columns.find(
        (one) => one.table.name === "Indicator" && one.column.name === name,
      )!;
      const places = values(column.sortBy);
      return [...new Map(values().map((value, row) => [value, Number(places[row])]))]
        .sort(([, a], [, b]) => a - b)
        .map(([value]) => value);
    };
    expect(inOrder("Section")).to.deep.equal(["Voice", "Health", "Access"]);
    expect(inOrder("Indicator")).to.deep.equal(["Voice 0", "Health 1", "Voice 2", "Access 3"]);
  });
});

/** Whether a value is of the kind that lists of codes have: ids in lower case, letters, digits. */
const isCode = (value: string): boolean =>
  /^[a-z]+\d*(_[a-z0-9]+)+$/.test(value) || /^[A-Z0-9]{1,5}$/.test(value);

/** What looks like codes and is how the thing itself is called, with why. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [
    /\[(?:Indicator id|Setting id|Area code|URN|UKPRN|Ward|LSOA|Locality)\]$/,
    "what it is known by",
  ],
  [/\[(?:Provider|Commissioner|Organisation|Sub-ICB)\]$/, "organisations have codes of the NHS"],
  [/^Breakdown figures\[Group name\]$/, "groups of organisations too"],
  [/^Compared area\[For authority\]$/, "our visual finds the own authority by it"],
  [/^(?:Indicator\[Sheet reference|Board KPIs\[Number)\]$/, "the board's own number"],
  [/\[Target in words\]$/, "a target as it is printed"],
  [/\[Period\]$/, "a calendar year"],
  [/\[(?:Collection|Form)\]$/, "collections and files are called so: SEN2, XML"],
];

describe("columns that readers see", function () {
  it("hold words, or have their words beside them", async () => {
    const columns = columnsOf(await sampleStar());
    const labels = new Set(columns.map(({ table, column }) => `${table.name}[${column.name}]`));
    const isWords = ({ name }: ModelTable, column: string): boolean =>
      column.endsWith(" in words") || labels.has(`${name}[${column} code]`);
    const hasWords = ({ name }: ModelTable, column: string): boolean =>
      [" in words", " name"].some((words) => labels.has(`${name}[${column}${words}]`)) ||
      (name === "Breakdown figures" && column === "Breakdown value");
    const bare = columns
      .filter(({ table, column }) => column.type === "string" && !column.hidden && !table.hidden)
      .flatMap(({ table, column, values }) => {
        const where = `${table.name}[${column.name}]`;
        const distinct = [...new Set(values().filter((value) => value !== null))].map(String);
        const codes = distinct.filter(isCode);
        return codes.length === 0 ||
          isWords(table, column.name) ||
          hasWords(table, column.name) ||
          NAMES.some(([name]) => name.test(where))
          ? []
          : [`${where}: ${codes.slice(0, 5).join(", ")}`];
      });
    expect(bare).to.deep.equal([]);
  });

  it("say what the codes say", async () => {
    const columns = columnsOf(await sampleStar());
    const read = (table: string, codes: string, words: string): Map<Value, Value> => {
      const found = columns.find((one) => one.table.name === table && one.column.name === codes)!;
      const said = found.values(words);
      return new Map(found.values(codes).map((code, row) => [code, said[row]]));
    };
    expect(read("Suspensions", "Category code", "Category").get("PERM")).to.equal(
      "Permanent exclusion",
    );
    expect(read("Person", "Sex code", "Sex").get("F")).to.equal("Female");
    const ethnicities = read("Person", "Ethnicity code", "Ethnicity");
    const groups = read("Person", "Ethnicity code", "Ethnicity group");
    // Extended codes are said by the group that they are in.
    for (const [code, words] of ethnicities)
      if (/\([A-Z]{4}\)$/.test(String(words)))
        expect(words, String(code)).to.equal(`${groups.get(code)} (${code})`);
    expect(ethnicities.get("WBRI")).to.equal("White British");
    expect(read("Mental health contacts", "Attendance code", "Attendance").get("7")).to.equal(
      "Arrived late and could not be seen",
    );
    expect(
      read("Mental health referrals", "Referral source code", "Referral source").get("A1"),
    ).to.equal("General practice");
    expect(
      read("EHC requests", "Decision on request code", "Decision on request").get("N"),
    ).to.equal("The authority decided not to assess");
    expect(read("Indicator", "Polarity", "Polarity in words").get("lower")).to.equal(
      "Lower is better",
    );
  });
});
